"""Native charts of the slides, with their data behind them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from kpixl.i18n import text
from kpixl.report.deck.canvas import Canvas
from kpixl.report.look import GATE_COLOURS, PALETTE
from kpixl.report.numbers import count, number, short_day
from kpixl.report.story import Change, Pace, Stage, Step
from kpixl.report.widths import ARROW, fitted

PERCENT, WHOLE_PERCENT, COUNT = "0.0%", "0%", "#,##0"
NAME_EMS, STEP_EMS = 12, 7.5
Box = tuple[float, float, float, float]


def shares(canvas: Canvas, slide: Any, stages: Sequence[Stage], box: Box) -> None:
    """Year to date: each stage's count as a share of what is due by now; the counts stand at its name."""
    data = CategoryChartData(number_format=WHOLE_PERCENT)
    data.categories = [_plain(_stage_label(stage)) for stage in stages]
    values = [
        stage.year_actual / stage.year_to_date
        if stage.year_actual is not None and stage.year_to_date
        else None
        for stage in stages
    ]
    data.add_series(text("report.funnel", canvas.language), values)
    chart = _chart(canvas, slide, XL_CHART_TYPE.BAR_CLUSTERED, data, box)
    chart.category_axis.reverse_order = True
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    chart.value_axis.minimum_scale = 0
    chart.value_axis.has_major_gridlines = False
    chart.plots[0].gap_width = 55
    _fill(chart.series[0], PALETTE.actual)
    _label(canvas, chart, WHOLE_PERCENT)


def paces(canvas: Canvas, slide: Any, stages: Sequence[Stage], box: Box) -> None:
    """The pace of each stage in the month."""
    data = CategoryChartData(number_format=PERCENT)
    data.categories = [_plain(fitted(stage.name, NAME_EMS)) for stage in stages]
    data.add_series(text("report.card.pace", canvas.language), [stage.pace for stage in stages])
    chart = _chart(canvas, slide, XL_CHART_TYPE.COLUMN_CLUSTERED, data, box)
    chart.value_axis.tick_labels.number_format, chart.value_axis.tick_labels.number_format_is_linked = (
        WHOLE_PERCENT,
        False,
    )
    chart.value_axis.minimum_scale = 0
    chart.plots[0].gap_width = 80
    _fill(chart.series[0], PALETTE.actual)
    _label(canvas, chart, PERCENT)


def month(canvas: Canvas, slide: Any, pace: Pace, box: Box) -> None:
    """The cumulative count by business day, the line of the plan, and the gates on their days."""
    language = canvas.language
    data = CategoryChartData(number_format=COUNT)
    data.categories = [short_day(day, language) for day in pace.days]
    data.add_series(text("report.legend.actual", language), pace.actuals)
    data.add_series(text("report.legend.target", language), pace.targets)
    states = [state for state in GATE_COLOURS if any(gate.state == state for gate in pace.gates)]
    for state in states:
        data.add_series(text(f"report.legend.gate.{state}", language), _gates(pace, state))
    chart = _chart(canvas, slide, XL_CHART_TYPE.LINE_MARKERS, data, box, legend=True)
    chart.value_axis.minimum_scale = 0
    actual, target, *gates = chart.series
    _line(actual, PALETTE.accent, 3)
    _line(target, PALETTE.ink, 1.25)
    for series, state in zip(gates, states):
        series.smooth = False
        series.format.line.fill.background()
        series.marker.style, series.marker.size = XL_MARKER_STYLE.DIAMOND, 11
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = RGBColor.from_string(GATE_COLOURS[state])
        series.marker.format.line.fill.background()


def _gates(pace: Pace, state: str) -> list[float | None]:
    """The counts of the gates in this state, each on its day."""
    counts: list[float | None] = [None] * len(pace.days)
    for gate in pace.gates:
        gone = sum(1 for day in pace.days if gate.day is not None and day <= gate.day)
        if gate.state == state and gone:
            counts[gone - 1] = gate.need
    return counts


def effects(canvas: Canvas, slide: Any, change: Change, box: Box) -> None:
    """A waterfall of stacked columns: an unseen base, and what stands on it on either side of zero."""
    language = canvas.language
    spans = [*pairwise(change.ends), (0.0, float(change.shown))]
    labels = [
        f"{_in_lines(factor.name, NAME_EMS)}\n{count(factor.shown, language, 1, signed=True)}"
        for factor in change.factors
    ]
    labels.append(f"{text('report.moved.total', language)}\n{count(change.shown, language, 1, signed=True)}")
    columns: dict[str, list[float]] = {name: [] for name in ("base", "up", "down", "total")}
    below: dict[str, list[float]] = {name: [] for name in ("up", "down", "total")}
    for place, (start, end) in enumerate(spans):
        low, high = min(start, end), max(start, end)
        kind = "total" if place == len(spans) - 1 else "up" if end >= start else "down"
        columns["base"].append(round(max(0.0, low) + min(0.0, high), 6))
        for name in below:
            columns[name].append(round(max(0.0, high) - max(0.0, low), 6) if name == kind else 0.0)
            below[name].append(round(min(0.0, low) - min(0.0, high), 6) if name == kind else 0.0)
    data = CategoryChartData(number_format="0.0")
    data.categories = [_plain(label) for label in labels]
    for name, values in columns.items():
        data.add_series(text(f"report.waterfall.{name}", language), values)
    for name, values in below.items():
        data.add_series(text(f"report.waterfall.{name}", language), values)
    chart = _chart(canvas, slide, XL_CHART_TYPE.COLUMN_STACKED, data, box)
    chart.plots[0].gap_width, chart.plots[0].overlap = 45, 100
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.series[0].format.fill.background()
    colours = [PALETTE.actual, PALETTE.loss, PALETTE.ink] * 2
    for series, colour in zip(list(chart.series)[1:], colours):
        _fill(series, colour)


def rates(canvas: Canvas, slide: Any, steps: Sequence[Step], box: Box) -> None:
    """Target beside actual, step by step."""
    data = CategoryChartData(number_format=PERCENT)
    data.categories = [_plain(_in_lines(step.name, STEP_EMS)) for step in steps]
    data.add_series(text("report.legend.target", canvas.language), [step.target for step in steps])
    data.add_series(text("report.legend.actual", canvas.language), [step.rate for step in steps])
    chart = _chart(canvas, slide, XL_CHART_TYPE.COLUMN_CLUSTERED, data, box, legend=True)
    chart.value_axis.minimum_scale = 0
    chart.value_axis.tick_labels.number_format, chart.value_axis.tick_labels.number_format_is_linked = (
        WHOLE_PERCENT,
        False,
    )
    chart.plots[0].gap_width, chart.plots[0].overlap = 70, 0
    _fill(chart.series[0], PALETTE.line)
    _fill(chart.series[1], PALETTE.actual)
    _label(canvas, chart, PERCENT)


def _plain(words: str) -> str:
    """A name for the sheet behind a chart, whose writer would take some words for a formula or a link."""
    return f" {words}" if words.startswith(("=", "{=")) or ":" in words else words


def _in_lines(name: str, ems: float) -> str:
    """A step's name below its columns: one stage a line, so that the label need not be turned."""
    return f"{ARROW.rstrip()}\n".join(fitted(part, ems) for part in name.split(ARROW))


def _stage_label(stage: Stage) -> str:
    name = fitted(stage.name, NAME_EMS)
    if stage.year_actual is None or stage.year_to_date is None:
        return name
    return f"{name}  {number(stage.year_actual)} / {number(stage.year_to_date)}"


def _chart(
    canvas: Canvas, slide: Any, kind: Any, data: CategoryChartData, box: Box, *, legend: bool = False
) -> Any:
    frame = slide.shapes.add_chart(kind, *(Inches(each) for each in box), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", slide.shapes.title.text_frame.text)
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = legend
    if legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.font.size = Pt(11)
    chart.font.color.rgb = RGBColor.from_string(PALETTE.ink)
    canvas.set_fonts(chart._chartSpace.find(qn("c:txPr")).find(".//" + qn("a:defRPr")))
    value, category = chart.value_axis, chart.category_axis
    value.major_gridlines.format.line.color.rgb = RGBColor.from_string(PALETTE.line)
    value.format.line.fill.background()
    value.major_tick_mark = category.major_tick_mark = XL_TICK_MARK.NONE
    category.format.line.color.rgb = RGBColor.from_string(PALETTE.strong_line)
    return chart


def _fill(series: Any, colour: str) -> None:
    series.invert_if_negative = False
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = RGBColor.from_string(colour)


def _line(series: Any, colour: str, width: float) -> None:
    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb = RGBColor.from_string(colour)
    series.format.line.width = Pt(width)
    series.format.line.dash_style = MSO_LINE.SOLID


def _label(canvas: Canvas, chart: Any, number_format: str) -> None:
    plot = chart.plots[0]
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = number_format, False
    labels.show_value = True
    labels.font.size = Pt(11)
    canvas.set_fonts(labels.font._element)
