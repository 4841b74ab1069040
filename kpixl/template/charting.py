"""Small steps for charts that are bound to cells: series, fills, titles, and their place on a sheet.

Cells and ranges are given as a reader sees them: "D5", "D14:D18".
"""

from __future__ import annotations

from typing import Literal

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.descriptors import Set
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)
from openpyxl.worksheet.cell_range import CellRange

from kpixl.template import theme
from kpixl.template.layout import Page, names_of, place_of


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
    series: Series = SeriesFactory(place_of(page, values))
    series.cat = AxDataSource(strRef=StrRef(place_of(page, categories)))
    if name is not None:
        series.tx = SeriesLabel(strRef=StrRef(place_of(page, name)))
    return series


def funnel_chart(page: Page, labels: str, paddings: str, widths: str) -> BarChart:
    """A centred funnel: an invisible bar pushes each stage's bar into the middle; both end at 1.

    `paddings` and `widths` begin with the cells that name them, one row above the first label.
    """
    chart = BarChart()
    chart.type = "bar"
    chart.grouping = "stacked"
    chart.overlap = 100
    chart.gapWidth = 18
    chart.legend = None
    padding, stages = (_headed_series(page, cells, labels) for cells in (paddings, widths))
    padding.spPr = unfilled()
    stages.spPr = filled(theme.FUNNEL_FILL)
    stages.dLbls = category_labels(11)
    chart.series = [padding, stages]
    chart.x_axis.scaling.orientation = "maxMin"  # the first stage on top
    chart.x_axis.delete = True  # the labels name the stages, and a width is no count to be read off
    chart.y_axis.delete = True
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.y_axis.majorGridlines = None
    chart.layout = chart_frame(0.02, 0.02, 0.96, 0.96)
    return chart


def bar_chart(page: Page, labels: str, values: str, name: str, number_format: str | None = None) -> BarChart:
    """Horizontal bars, the first on top, each with its value: the number format says the unit.

    Without a number format the labels say the values; there is no room beside a short bar that leads left.
    """
    chart = BarChart()
    chart.type = "bar"
    chart.gapWidth = 45
    chart.legend = None
    bars = chart_series(page, values, labels, name)
    bars.spPr = filled(theme.ACTUAL_FILL)
    bars.invertIfNegative = False
    if number_format is not None:
        bars.dLbls = DataLabelList(
            showVal=True,
            showCatName=False,
            showSerName=False,
            showLegendKey=False,
            showPercent=False,
            showBubbleSize=False,
            numFmt=number_format,
        )
        bars.dLbls.txPr = chart_text()
    chart.series = [bars]
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = False
    chart.x_axis.majorTickMark = "none"
    chart.x_axis.tickLblPos = "low"  # beside the bars even where some lead to the left
    chart.x_axis.txPr = chart_text()
    chart.x_axis.graphicalProperties = drawn(theme.STRONG_LINE, 0.75)
    chart.y_axis.delete = True  # every bar bears its value
    chart.y_axis.majorGridlines = None
    return chart


def gated_chart(actual: Series, gate: Series, target: Series) -> BarChart:
    """What came in so far as columns, gates as dashed outlines around them, the target as a line."""
    actual.spPr = filled(theme.ACTUAL_FILL)
    gate.spPr = drawn(theme.GATE_LINE, 1.5, "dash")
    gate.spPr.noFill = True
    chart = BarChart()
    chart.gapWidth = 40
    chart.overlap = 100
    chart.series = [actual, gate]
    chart += line_of(target)
    return chart


def line_of(series: Series) -> LineChart:
    """A series as the plain line that a target is drawn with; to be added to a chart of columns."""
    series.spPr = drawn(theme.TARGET_LINE, 2.25)
    series.smooth = False
    series.marker = Marker("none")
    line = LineChart()
    line.series = [series]
    return line


def legend_on_top(chart: ChartBase) -> None:
    """A legend above the plot."""
    chart.legend = Legend()
    chart.legend.position = "t"
    chart.legend.txPr = chart_text()


def show_axes(chart: BarChart, number_format: str, unit: str) -> None:
    """Axes in the background: light lines across, numbers in this format, their unit beside them."""
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.txPr = chart.y_axis.txPr = chart_text()
    chart.x_axis.majorTickMark = chart.y_axis.majorTickMark = "none"
    chart.x_axis.tickLblPos = "low"  # below the bars even where some lead downwards
    chart.x_axis.spPr = drawn(theme.STRONG_LINE, 0.75)
    chart.y_axis.spPr = unfilled()
    chart.y_axis.title = chart_title(unit, 9, bold=False)
    chart.y_axis.number_format = number_format
    chart.y_axis.majorGridlines = ChartLines(spPr=drawn(theme.LINE, 0.5))


def category_labels(size: float) -> DataLabelList:
    """A bar's category, written across its middle."""
    labels = DataLabelList(
        showCatName=True,
        showVal=False,
        showSerName=False,
        showLegendKey=False,
        showPercent=False,
        showBubbleSize=False,
        dLblPos="ctr",
    )
    labels.txPr = chart_text(size, bold=True, wrap=False)
    return labels


def _headed_series(page: Page, cells: str, labels: str) -> Series:
    heading, *values = names_of(cells)
    return chart_series(page, f"{values[0]}:{values[-1]}", labels, heading)


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


def chart_text(size: float = 9, bold: bool = False, wrap: bool = True) -> RichText:
    """The look of labels and legends; labels that do not wrap may be wider than what they label."""
    properties = ParagraphProperties(defRPr=_characters(size, bold))
    return RichText(
        bodyPr=None if wrap else _Unwrapped(wrap="none"),
        p=[Paragraph(pPr=properties, endParaRPr=CharacterProperties())],
    )


class _Unwrapped(RichTextProperties):
    """Text that does not wrap; openpyxl's own class takes "none" for nothing said."""

    tagname = "bodyPr"
    namespace = RichTextProperties.namespace
    wrap = Set(values=("none", "square"))  # type: ignore[assignment]  # a descriptor, as in the base


def chart_frame(left: float, top: float, width: float, height: float) -> Layout:
    """The plot's place in its chart, as fractions of the chart's size."""
    return Layout(
        ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=left, y=top, w=width, h=height)
    )


def _characters(size: float, bold: bool) -> CharacterProperties:
    face = Font(typeface=theme.FONT)
    return CharacterProperties(sz=round(size * 100), b=bold, solidFill=theme.INK, latin=face, ea=face)
