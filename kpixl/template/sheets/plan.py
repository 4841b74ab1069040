"""The plan: inputs, the goal, what every stage and every month must bring, and the funnel."""

from __future__ import annotations

from openpyxl.chart import BarChart
from openpyxl.chart.label import DataLabelList

from kpixl.template import theme
from kpixl.template.cases import Case
from kpixl.template.charting import chart_frame, chart_series, chart_text, filled, place_chart, unfilled
from kpixl.template.layout import (
    COUNT,
    DAY,
    FORECAST_COUNT,
    MONEY,
    SHARE,
    TENTHS,
    WHOLE_PERCENT,
    WORDS,
    Named,
    Page,
    Recipe,
    Rule,
    Value,
    accept,
    downwards,
    open_page,
    paint,
    put,
    put_across,
    put_each,
    put_section,
    put_text,
    set_up_print,
    to_the_right,
)

NAMES = (
    Named("revenue_goal", "D5"),
    Named("unit_price", "D6"),
    Named("web_share", "D7"),
    Named("fiscal_start", "D8"),
    Named("forecast_visits", "D9"),
    Named("goal_deals", "D10"),
    Named("stage_names", "B14:B18"),
    Named("step_rates", "D15:D18"),
    Named("required_counts", "E14:E18"),
    Named("exact_counts", "F14:F18"),
    Named("forecast_counts", "G14:G18"),
    Named("months", "I6:I17"),
    Named("business_days", "J6:J17"),
    Named("month_plan", "K6:O17"),
)

WIDTHS = {
    **dict.fromkeys("AHP", 3.0),
    **dict.fromkeys("EFGI", 13.5),
    **dict.fromkeys("JKLMNO", 11.5),
    **dict.fromkeys("RS", 9.0),
    **dict.fromkeys("BD", 22.0),
    "C": 34.0,
    "Q": 18.0,
}


def write(page: Page, case: Case) -> None:
    open_page(page, "demo.plan.title", "demo.plan.guidance", WIDTHS)
    _write_inputs(page, case)
    _write_funnel(page, case)
    _write_months(page, case)
    _write_chart(page)
    set_up_print(page, "A1:O39", freeze="A3")


def _write_inputs(page: Page, case: Case) -> None:
    put_section(page, "B4:G4", "demo.plan.inputs")
    money, day = page.format("money"), page.format("day")
    inputs: tuple[tuple[str, Value, str, Rule], ...] = (
        ("revenue_goal", case.revenue_goal, money, MONEY),
        ("unit_price", case.unit_price, money, MONEY),
        ("web_share", case.web_share, WHOLE_PERCENT, SHARE),
        ("fiscal_start", case.fiscal_start, day, DAY),
        ("forecast_visits", case.forecast_visits, page.format("count"), FORECAST_COUNT),
    )
    for row, (id_, value, number_format, rule) in enumerate(inputs, 5):
        paint(page, f"B{row}:C{row}", theme.LABEL)
        put_text(page, f"B{row}", f"demo.plan.{id_}", theme.LABEL)
        put(page, f"D{row}", value, theme.INPUT, number_format)
        put_text(page, f"E{row}", f"demo.plan.{id_}.note", theme.NOTE)
        accept(page, f"D{row}", rule)
    paint(page, "B10:C10", theme.KEY_LABEL)
    put_text(page, "B10", "demo.plan.goal_deals", theme.KEY_LABEL)
    goal = "=KPI_GOAL_COUNT(revenue_goal,unit_price,web_share)"
    put(page, "D10", goal, theme.KEY_RESULT, page.format("count"))
    put_text(page, "E10", "demo.plan.goal_deals.note", theme.NOTE)


def _write_funnel(page: Page, case: Case) -> None:
    put_section(page, "B12:G12", "demo.plan.funnel")
    put_across(page, "B13", ("demo.plan.stage", "demo.plan.counted"), theme.HEADING_TEXT)
    numbers = ("step_rate", "required", "exact", "forecast")
    put_across(page, "D13", [f"demo.plan.{column}" for column in numbers], theme.HEADING)
    for row, stage in enumerate(case.stages, 14):
        put_text(page, f"B{row}", f"demo.stage.{stage}", theme.INPUT_TEXT)
        put_text(page, f"C{row}", f"demo.counted.{stage}", theme.INPUT_TEXT)
    paint(page, "D14", theme.OUTPUT)  # nothing comes before the first stage
    for cell, rate in zip(downwards("D15", 4), case.step_rates):
        put(page, cell, rate, theme.INPUT, WHOLE_PERCENT)
    put_each(page, "E14:E18", "KPI_BACKCALC(goal_deals,step_rates)", theme.RESULT, COUNT)
    put_each(page, "F14:F18", 'KPI_BACKCALC(goal_deals,step_rates,"exact")', theme.OUTPUT, TENTHS)
    put_each(page, "G14:G18", 'KPI_FORWARD(forecast_visits,step_rates,"floor")', theme.OUTPUT, COUNT)
    accept(page, "B14:C18", WORDS)
    accept(page, "D15:D18", SHARE)


def _write_months(page: Page, case: Case) -> None:
    put_section(page, "I4:O4", "demo.plan.months")
    put_text(page, "I5", "demo.plan.month", theme.HEADING_TEXT)
    put_text(page, "J5", "demo.plan.business_days", theme.HEADING)
    for place, cell in enumerate(to_the_right("K5", 5), 1):
        put(page, cell, f"=INDEX(stage_names,{place})", theme.HEADING)
    month = page.format("month")
    for row in range(6, 18):
        start = "=fiscal_start" if row == 6 else f"=EDATE(I{row - 1},1)"
        put(page, f"I{row}", start, theme.OUTPUT_TEXT, month)
        days = f"=NETWORKDAYS(I{row},EOMONTH(I{row},0),holidays)"
        put(page, f"J{row}", days, theme.OUTPUT, COUNT)
    put_text(page, "I18", "demo.plan.year", theme.TOTAL_LABEL)
    put(page, "J18", "=SUM(J6:J17)", theme.TOTAL, COUNT)
    for place, column in enumerate("KLMNO", 1):
        share = f"KPI_SPLIT(INDEX(required_counts,{place}),business_days)"
        put_each(page, f"{column}6:{column}17", share, theme.OUTPUT, COUNT)
        put(page, f"{column}18", f"=SUM({column}6:{column}17)", theme.TOTAL, COUNT)


def _write_chart(page: Page) -> None:
    """A centred funnel: an invisible bar pushes each stage's bar into the middle.

    A bar is as wide as the square root of its count, for next to 1,600 a bar of 20 would be invisible.
    Its label carries the count, so it is the chart's category rather than the bar's value.
    """
    put_section(page, "B20:O20", "demo.plan.chart")
    put_text(page, "B21", "demo.plan.chart.note", theme.NOTE)
    feeds = ("demo.plan.feed.label", "demo.plan.feed.padding", "demo.plan.feed.width")
    put_across(page, "Q13", feeds, theme.CHART_FEED)
    count = page.text("template.format.count").replace('"', '""')
    for row in range(14, 19):
        put(page, f"Q{row}", f'=B{row}&"  "&TEXT(E{row},"{count}")', theme.CHART_FEED)
        put(page, f"R{row}", f"=(1-S{row})/2", theme.CHART_FEED, "0.00")
        put(page, f"S{row}", f"=SQRT(E{row}/MAX(required_counts))", theme.CHART_FEED, "0.00")
    place_chart(page, _funnel_chart(page), "B22:O38")


def _funnel_chart(page: Page) -> BarChart:
    chart = BarChart()
    chart.type = "bar"
    chart.grouping = "stacked"
    chart.overlap = 100
    chart.gapWidth = 18
    chart.legend = None
    padding = chart_series(page, "R14:R18", "Q14:Q18", "R13")
    padding.spPr = unfilled()
    stages = chart_series(page, "S14:S18", "Q14:Q18", "S13")
    stages.spPr = filled(theme.FUNNEL_FILL)
    stages.dLbls = DataLabelList(
        showCatName=True,
        showVal=False,
        showSerName=False,
        showLegendKey=False,
        showPercent=False,
        showBubbleSize=False,
        dLblPos="ctr",
    )
    stages.dLbls.txPr = chart_text(size=11, bold=True)
    chart.series = [padding, stages]
    chart.x_axis.scaling.orientation = "maxMin"  # the first stage on top
    chart.x_axis.delete = True  # the labels name the stages, and a width is no count to be read off
    chart.y_axis.delete = True
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.y_axis.majorGridlines = None
    chart.layout = chart_frame(0.02, 0.02, 0.96, 0.96)
    return chart


SHEET = Recipe("demo.plan.sheet", NAMES, write)
