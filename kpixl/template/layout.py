"""Small steps for writing a sheet: cells, headings, checked inputs, defined names, charts, print set-up.

Cells and ranges are given as a reader sees them: "D5", "D14:D18".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from openpyxl.chart._chart import ChartBase
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.utils.cell import absolute_coordinate, coordinate_to_tuple
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kpixl.i18n import Language, text
from kpixl.template import theme
from kpixl.template.cases import Case

Value = str | float | date | None

COUNT = "#,##0" + theme.PADDING
TENTHS = "#,##0.0" + theme.PADDING
PERCENT = "0.0%" + theme.PADDING
WHOLE_PERCENT = "0%" + theme.PADDING


@dataclass(frozen=True)
class Page:
    """A sheet being written, and the language it is written in."""

    sheet: Worksheet
    language: Language

    def text(self, text_id: str) -> str:
        return text(text_id, self.language)

    def format(self, id_: str) -> str:
        """The number format with this id, which ends its text id."""
        return self.text(f"demo.format.{id_}") + theme.PADDING


@dataclass(frozen=True)
class Named:
    """A defined name and the cells of its sheet it stands for; the text `demo.name.…` says what they mean."""

    name: str
    cells: str

    @property
    def meaning_id(self) -> str:
        return f"demo.name.{self.name}"


@dataclass(frozen=True)
class Recipe:
    """One kind of sheet: the text of its tab, its defined names, and the function that fills it."""

    tab_id: str
    names: tuple[Named, ...]
    write: Callable[[Page, Case], None]


@dataclass(frozen=True)
class Rule:
    """What an input accepts; `id` ends the ids of its prompt and its error message."""

    id: str
    type: Literal["decimal", "whole", "date", "list", "textLength"]
    operator: Literal["between", "greaterThan", "greaterThanOrEqual"] = "between"
    first: str = "0"
    second: str | None = None


MONEY = Rule("money", "decimal", "greaterThan")
SHARE = Rule("share", "decimal", "between", "0.0001", "1")
ACTUAL_COUNT = Rule("count", "whole", "greaterThanOrEqual")
FORECAST_COUNT = Rule("forecast", "whole", "greaterThanOrEqual")
DAY = Rule("day", "date", "greaterThanOrEqual", "DATE(2000,1,1)")
WORDS = Rule("words", "textLength", "between", "1", "60")


def put(page: Page, cell: str, value: Value, style: str, number_format: str | None = None) -> None:
    """Write one cell; its number format is the style's unless it has its own."""
    page.sheet[cell].value = value
    paint(page, cell, style, number_format)


def put_text(page: Page, cell: str, text_id: str, style: str) -> None:
    put(page, cell, page.text(text_id), style)


def put_each(
    page: Page,
    cells: str,
    call: str,
    style: str,
    number_format: str | None = None,
    unless: str | None = None,
) -> None:
    """Spread the results of a call (without equals sign) over one row or column, one plain formula a cell.

    The cells stay empty where the condition `unless` holds.
    An array formula would do it at once, but a program without kpixl's functions keeps the stored value of
    a plain formula and shows #NAME? for an array formula; and nobody can insert a row into an array.
    """
    for place, cell in enumerate(names_of(cells), 1):
        result = f"INDEX({call},{place})"
        formula = f'=IF({unless},"",{result})' if unless else f"={result}"
        put(page, cell, formula, style, number_format)


def paint(page: Page, cells: str, style: str, number_format: str | None = None) -> None:
    """Give cells a style and leave their values alone; they exist even while empty."""
    for name in names_of(cells):
        cell = page.sheet[name]
        cell.style = style
        if number_format is not None:
            cell.number_format = number_format


def put_across(page: Page, first: str, text_ids: Sequence[str], style: str) -> None:
    """Write texts from this cell to the right."""
    for cell, text_id in zip(to_the_right(first, len(text_ids)), text_ids):
        put_text(page, cell, text_id, style)


def put_section(page: Page, cells: str, text_id: str) -> None:
    """A section's title, ruled over the width of what follows it."""
    paint(page, cells, theme.SECTION)
    put_text(page, cells.partition(":")[0], text_id, theme.SECTION)


def names_of(cells: str) -> tuple[str, ...]:
    """Every cell of a range, row by row: "B2:C3" gives B2, C2, B3, C3."""
    ranged = CellRange(cells)
    return tuple(_cell(row, column) for row, column in ranged.cells)


def to_the_right(first: str, count: int) -> tuple[str, ...]:
    """This many cells of one row, from this one."""
    row, column = coordinate_to_tuple(first)
    return tuple(_cell(row, column + step) for step in range(count))


def downwards(first: str, count: int) -> tuple[str, ...]:
    """This many cells of one column, from this one."""
    row, column = coordinate_to_tuple(first)
    return tuple(_cell(row + step, column) for step in range(count))


def accept(page: Page, cells: str, rule: Rule) -> None:
    """Check what is typed into these cells, and say beforehand what belongs there."""
    validation = DataValidation(
        type=rule.type,
        operator=None if rule.type == "list" else rule.operator,
        formula1=rule.first,
        formula2=rule.second,
        allow_blank=True,
        promptTitle=page.text("demo.rule.prompt"),
        prompt=page.text(f"demo.rule.{rule.id}.prompt"),
        errorTitle=page.text("demo.rule.error"),
        error=page.text(f"demo.rule.{rule.id}.error"),
        showInputMessage=True,
        showErrorMessage=True,
    )
    validation.add(cells)
    page.sheet.add_data_validation(validation)


def define(page: Page, named: Named) -> None:
    """Name cells in the whole workbook; the name manager shows what the name means."""
    workbook = page.sheet.parent
    assert workbook is not None
    workbook.defined_names[named.name] = DefinedName(
        named.name, comment=page.text(named.meaning_id), attr_text=_place(page, named.cells)
    )


def open_page(page: Page, title_id: str, guidance_id: str, widths: Mapping[str, float]) -> None:
    """Start a sheet: column widths (in characters), its title, one sentence of guidance, nothing else."""
    sheet = page.sheet
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
    sheet.sheet_format.defaultRowHeight = theme.ROW_HEIGHT
    sheet.sheet_format.customHeight = True
    for column, width in widths.items():
        sheet.column_dimensions[column].width = width
    put_text(page, "B1", title_id, theme.TITLE)
    put_text(page, "B2", guidance_id, theme.GUIDANCE)
    sheet.row_dimensions[1].height = theme.TITLE_HEIGHT
    sheet.row_dimensions[2].height = theme.GUIDANCE_HEIGHT


def set_up_print(page: Page, area: str, freeze: str) -> None:
    """One A4 page in landscape, and the panes that stay while scrolling."""
    sheet = page.sheet
    sheet.freeze_panes = freeze
    sheet.print_area = area
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 1
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.5
    margins.header = margins.footer = 0.25
    footer = sheet.oddFooter
    assert footer is not None
    assert footer.center is not None
    assert footer.right is not None
    footer.center.text, footer.right.text = "&A", "&P / &N"


def place_chart(page: Page, chart: ChartBase, cells: str) -> None:
    """Lay a chart over exactly these cells."""
    covered = CellRange(cells)
    chart.anchor = TwoCellAnchor(  # type: ignore[assignment]  # the stubs know the name of a cell only
        editAs="oneCell",
        _from=AnchorMarker(col=covered.min_col - 1, row=covered.min_row - 1),
        to=AnchorMarker(col=covered.max_col, row=covered.max_row),
    )
    chart.graphical_properties = unfilled()
    chart.roundedCorners = False
    page.sheet.add_chart(chart)


def chart_series(page: Page, values: str, categories: str, name: str | None = None) -> Series:
    """A chart's series bound to cells of this sheet: its values, its categories (texts), its name."""
    series: Series = SeriesFactory(_place(page, values))
    series.cat = AxDataSource(strRef=StrRef(_place(page, categories)))
    if name is not None:
        series.tx = SeriesLabel(strRef=StrRef(_place(page, name)))
    return series


def filled(colour: str) -> GraphicalProperties:
    """An area in one colour, without an outline."""
    return GraphicalProperties(solidFill=colour, ln=LineProperties(noFill=True))


def unfilled() -> GraphicalProperties:
    """An area that is there but cannot be seen."""
    return GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))


def drawn(colour: str, points: float, dash: Literal["solid", "dash"] = "solid") -> GraphicalProperties:
    """A line of this width in points."""
    pen = LineProperties(solidFill=colour, w=round(points * 12700), prstDash=dash)
    return GraphicalProperties(ln=pen)


def chart_title(words: str, size: float = 11, bold: bool = True) -> Title:
    """The title of a chart or an axis, beside what it names, never on top of it."""
    run = RegularTextRun(rPr=_characters(size, bold), t=words)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_characters(size, bold)), r=[run])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def chart_text(size: float = 9, bold: bool = False) -> RichText:
    """The look of labels and legends."""
    properties = ParagraphProperties(defRPr=_characters(size, bold))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=CharacterProperties())])


def chart_frame(left: float, top: float, width: float, height: float) -> Layout:
    """The plot's place in its chart, as fractions of the chart's size."""
    return Layout(
        ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=left, y=top, w=width, h=height)
    )


def _characters(size: float, bold: bool) -> CharacterProperties:
    face = Font(typeface=theme.FONT)
    return CharacterProperties(sz=round(size * 100), b=bold, solidFill=theme.INK, latin=face, ea=face)


def _cell(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"


def _place(page: Page, cells: str) -> str:
    return f"{quote_sheetname(page.sheet.title)}!{absolute_coordinate(cells)}"
