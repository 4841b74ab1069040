"""Small steps for writing a sheet: cells, headings, checked inputs, defined names, tables, print set-up.

Cells and ranges are given as a reader sees them: "D5", "D14:D18".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Generic, Literal, TypeVar
from unicodedata import east_asian_width

from openpyxl.formatting.rule import Rule as FormatRule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.utils.cell import absolute_coordinate, coordinate_to_tuple
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from kpixl.i18n import Language, text
from kpixl.ooxml.address import LAST_ROW
from kpixl.template import theme

Value = str | float | date | None

GUIDANCE_CELL = "B2"
"""Where a sheet's one sentence of guidance stands."""

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
        return self.text(f"template.format.{id_}") + theme.PADDING


@dataclass(frozen=True)
class Named:
    """A defined name and the cells of its sheet it stands for; `template.name.…` says what they mean."""

    name: str
    cells: str

    @property
    def meaning_id(self) -> str:
        return f"template.name.{self.name}"


C = TypeVar("C")


@dataclass(frozen=True)
class Recipe(Generic[C]):
    """One kind of sheet: the text of its tab, its defined names, and the function that fills it."""

    tab_id: str
    names: tuple[Named, ...]
    write: Callable[[Page, C], None]


@dataclass(frozen=True)
class Rule:
    """What an input accepts; `id` ends the ids of its prompt and its error message."""

    id: str
    type: Literal["decimal", "whole", "date", "list", "textLength", "custom"]
    operator: Literal["between", "greaterThan", "greaterThanOrEqual"] = "between"
    first: str = "0"
    second: str | None = None


MONEY = Rule("money", "decimal", "greaterThan")
SHARE = Rule("share", "decimal", "between", "0.0001", "1")
ACTUAL_COUNT = Rule("count", "whole", "greaterThanOrEqual")
DAY = Rule("day", "date", "greaterThanOrEqual", "DATE(2000,1,1)")
WORDS = Rule("words", "textLength", "between", "1", "60")


def put(page: Page, cell: str, value: Value, style: str, number_format: str | None = None) -> None:
    """Write one cell; its number format is the style's unless it has its own."""
    page.sheet[cell].value = value
    paint(page, cell, style, number_format)


def put_text(page: Page, cell: str, text_id: str, style: str) -> None:
    put(page, cell, page.text(text_id), style)


def sentence(page: Page, text_id: str, **values: str) -> str:
    """A text as a piece of a formula; the formulas in `values`, which give texts, fill its gaps."""
    words = '"' + page.text(text_id).replace('"', '""') + '"'
    return words.format(**{gap: f'"&{value}&"' for gap, value in values.items()})


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
        operator=None if rule.type in ("list", "custom") else rule.operator,
        formula1=rule.first,
        formula2=rule.second,
        allow_blank=True,
        promptTitle=page.text("template.rule.prompt"),
        prompt=page.text(f"template.rule.{rule.id}.prompt"),
        errorTitle=page.text("template.rule.error"),
        error=page.text(f"template.rule.{rule.id}.error"),
        showInputMessage=True,
        showErrorMessage=True,
    )
    validation.add(cells)
    page.sheet.add_data_validation(validation)


def colour_where(page: Page, cells: str, condition: str, look: theme.LevelLook) -> None:
    """Give cells a look where a condition holds, written for the first of them, without equals sign."""
    style = DifferentialStyle(
        font=Font(color=look.ink, bold=look.bold), fill=PatternFill("solid", bgColor=look.fill)
    )
    rule = FormatRule(type="expression", formula=[condition], dxf=style)
    page.sheet.conditional_formatting.add(cells, rule)


def colour_by_level(page: Page, cells: str, level: str) -> None:
    """Colour cells by the alert level that stands in the cell `level`, as seen from the first of them."""
    for number, look in enumerate(theme.LEVEL_LOOKS):
        colour_where(page, cells, f"AND(ISNUMBER({level}),{level}={number})", look)


def put_table(
    page: Page,
    cells: str,
    name: str,
    columns: Sequence[str],
    style: str = theme.HEADING_TEXT,
    filters: bool = True,
) -> None:
    """Make these cells, headings included, a table; `columns` are its headings in the page's language.

    Banding and filter buttons are the spreadsheet's own; the cells' styles are ours and stay. Buttons would
    hide the headings of narrow columns.
    """
    first = cells.partition(":")[0]
    for cell, heading in zip(to_the_right(first, len(columns)), columns):
        put(page, cell, heading, style)
    table = Table(displayName=name, ref=cells)
    if not filters:  # columns that are there already come without them
        table.tableColumns = [TableColumn(id=id_, name=heading) for id_, heading in enumerate(columns, 1)]
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    page.sheet.add_table(table)


def fit_row(page: Page, row: int, words_and_widths: Sequence[tuple[str, float]]) -> None:
    """Make a row as high as its wrapped texts need, each given with the width of its column."""
    lines = max(ceil(width_of(words) / (width - 2)) for words, width in words_and_widths)
    page.sheet.row_dimensions[row].height = max(theme.ROW_HEIGHT, lines * theme.LINE_HEIGHT + 3)


def width_of(words: str) -> int:
    """How wide a text is in halfwidth characters."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in words)


def link(page: Page, cell: str, tab_id: str) -> None:
    """Lead from a cell to the top of another sheet; the cell's text stays."""
    place = f"#{quote_sheetname(page.text(tab_id))}!A1"
    page.sheet[cell].hyperlink = Hyperlink(ref=cell, location=place[1:], display=page.sheet[cell].value)


def define(page: Page, named: Named) -> None:
    """Name cells in the whole workbook; the name manager shows what the name means."""
    workbook = page.sheet.parent
    assert workbook is not None
    workbook.defined_names[named.name] = DefinedName(
        named.name, comment=page.text(named.meaning_id), attr_text=place_of(page, named.cells)
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
    put_text(page, GUIDANCE_CELL, guidance_id, theme.GUIDANCE)
    sheet.row_dimensions[1].height = theme.TITLE_HEIGHT
    sheet.row_dimensions[2].height = theme.GUIDANCE_HEIGHT


def set_up_print(page: Page, area: str, freeze: str, heading_row: int | None = None) -> None:
    """A4 landscape, and the panes that stay while scrolling.

    All on one page; a long list, which has a heading row, takes as many as it needs and repeats that row. An
    area of whole columns, as "A:Q", ends where the sheet's last row is, so that it follows a table.
    """
    sheet = page.sheet
    sheet.freeze_panes = freeze
    # openpyxl cannot read an area that is written without rows
    first, _, last = area.partition(":")
    sheet.print_area = f"{first}1:{last}{LAST_ROW}" if last.isalpha() else area
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 1 if heading_row is None else 0
    if heading_row is not None:
        sheet.print_title_rows = f"{heading_row}:{heading_row}"
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


def _cell(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"


def place_of(page: Page, cells: str) -> str:
    """The cells as a formula on another sheet, or a chart, refers to them."""
    return f"{quote_sheetname(page.sheet.title)}!{absolute_coordinate(cells)}"
