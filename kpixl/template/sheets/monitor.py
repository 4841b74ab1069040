"""The monitor: the running month against its targets, the rates, where the year will land, and one chart."""

from __future__ import annotations

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.formatting.rule import Rule as FormatRule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from kpixl.template import theme
from kpixl.template.cases import Case
from kpixl.template.charting import (
    chart_series,
    chart_text,
    chart_title,
    drawn,
    filled,
    place_chart,
    unfilled,
)
from kpixl.template.layout import (
    COUNT,
    PERCENT,
    TENTHS,
    WHOLE_PERCENT,
    WORDS,
    Named,
    Page,
    Recipe,
    Rule,
    accept,
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
    Named("as_of", "D5"),
    Named("elapsed_days", "D6"),
    Named("month_business_days", "D7"),
    Named("elapsed_share", "D8"),
    Named("elapsed_months", "D9"),
    Named("bottleneck", "D10"),
    Named("alert_thresholds", "G6:G8"),
    Named("agreed_actions", "J6:J9"),
    Named("month_targets", "C14:C18"),
    Named("targets_to_date", "D14:D18"),
    Named("month_actuals", "E14:E18"),
    Named("achievement", "F14:F18"),
    Named("pace", "G14:G18"),
    Named("alert_levels", "H14:H18"),
    Named("alert_labels", "I14:I18"),
    Named("step_names", "B22:B25"),
    Named("actual_rates", "D22:D25"),
    Named("year_actuals", "D30:D34"),
    Named("landings", "E30:E34"),
    Named("chart_stage", "J21"),
)

WIDTHS = {
    **dict.fromkeys("AK", 3.0),
    **dict.fromkeys("CIL", 14.0),
    **dict.fromkeys("DEFGH", 15.5),
    **dict.fromkeys("MN", 18.0),
    "B": 26.0,
    "J": 60.0,
}

AS_OF = Rule("as_of", "date", "between", "month_start", "EOMONTH(month_start,0)")
THRESHOLD = Rule("threshold", "decimal", "between", "0.01", "2")
STAGE = Rule("stage", "list", first="stage_names")

LEVELS = ("ON_TRACK", "CAUTION", "WARNING", "CRITICAL")


def write(page: Page, case: Case) -> None:
    open_page(page, "demo.monitor.title", "demo.monitor.guidance", WIDTHS)
    _write_time(page, case)
    _write_levels(page, case)
    _write_progress(page)
    _write_rates(page)
    _write_landing(page)
    _write_chart(page, case)
    set_up_print(page, "A1:J34", freeze="A3")


def _write_time(page: Page, case: Case) -> None:
    put_section(page, "B4:D4", "demo.monitor.time")
    days = page.format("days")
    results = (
        ("elapsed_days", "=NETWORKDAYS(month_start,as_of,holidays)", days),
        ("month_business_days", "=NETWORKDAYS(month_start,EOMONTH(month_start,0),holidays)", days),
        ("elapsed_share", "=elapsed_days/month_business_days", PERCENT),
        ("elapsed_months", "=MATCH(as_of,months,1)-1+elapsed_share", page.format("months")),
    )
    paint(page, "B5:C9", theme.LABEL)
    put_text(page, "B5", "demo.monitor.as_of", theme.LABEL)
    put(page, "D5", case.as_of, theme.INPUT, page.format("day"))
    accept(page, "D5", AS_OF)
    for row, (id_, formula, number_format) in enumerate(results, 6):
        put_text(page, f"B{row}", f"demo.monitor.{id_}", theme.LABEL)
        put(page, f"D{row}", formula, theme.OUTPUT, number_format)
    paint(page, "B10:D10", theme.KEY_LABEL)
    put_text(page, "B10", "demo.monitor.bottleneck", theme.KEY_LABEL)
    bottleneck = '=IF(COUNT(actual_rates)<4,"",KPI_BOTTLENECK(actual_rates,step_rates,step_names))'
    put(page, "D10", bottleneck, theme.KEY_RESULT)


def _write_levels(page: Page, case: Case) -> None:
    put_section(page, "G4:J4", "demo.monitor.levels")
    put_text(page, "G5", "demo.monitor.threshold", theme.HEADING)
    _head_levels(page, "H5")
    at_least, below = page.format("at_least"), page.format("below")
    for row, threshold in enumerate(case.thresholds, 6):
        put(page, f"G{row}", threshold, theme.INPUT, at_least)
    put(page, "G9", "=G8", theme.OUTPUT, below)
    for level, name in enumerate(LEVELS):
        row = 6 + level
        put(page, f"H{row}", level, theme.OUTPUT_CENTRED)
        put_text(page, f"I{row}", f"level.{name}", theme.OUTPUT_CENTRED)
        put_text(page, f"J{row}", f"demo.action.{name}", theme.INPUT_TEXT)
    accept(page, "G6:G8", THRESHOLD)
    accept(page, "J6:J9", WORDS)
    _colour_by_level(page, "I6:I9", "$H6")


def _head_levels(page: Page, first: str) -> None:
    level, label, action = to_the_right(first, 3)
    put_text(page, level, "demo.monitor.level", theme.HEADING_CENTRED)
    put_text(page, label, "demo.monitor.label", theme.HEADING_CENTRED)
    put_text(page, action, "demo.monitor.action", theme.HEADING_TEXT)


def _write_progress(page: Page) -> None:
    """A stage is judged once it has a target to date; small goals leave some months without one."""
    no_target = page.text("demo.monitor.no_target")
    put_section(page, "B12:J12", "demo.monitor.progress")
    put_text(page, "B13", "demo.monitor.stage", theme.HEADING_TEXT)
    columns = ("target", "to_date", "actual", "achievement", "pace")
    put_across(page, "C13", [f"demo.monitor.{column}" for column in columns], theme.HEADING)
    _head_levels(page, "H13")
    page.sheet.row_dimensions[13].height = theme.HEADING_HEIGHT
    for place in range(1, 6):
        row = 13 + place
        judged = f'E{row},C{row},elapsed_share,"higher",alert_thresholds'
        put(page, f"B{row}", f"=INDEX(stage_names,{place})", theme.OUTPUT_TEXT)
        month_target = f"=INDEX(month_plan,MATCH(as_of,months,1),{place})"
        put(page, f"C{row}", month_target, theme.OUTPUT, COUNT)
        put(page, f"D{row}", f"=C{row}*elapsed_share", theme.OUTPUT, TENTHS)
        put(page, f"E{row}", f"=INDEX(month_to_date,{place})", theme.RESULT, COUNT)
        put(page, f"F{row}", f'=IF(D{row}=0,"",KPI_ACHIEVEMENT(E{row},C{row}))', theme.OUTPUT, PERCENT)
        put(page, f"G{row}", f'=IF(D{row}=0,"",KPI_PACE(E{row},C{row},elapsed_share))', theme.RESULT, PERCENT)
        put(page, f"H{row}", f'=IF(D{row}=0,"",KPI_LEVEL({judged}))', theme.OUTPUT_CENTRED)
        put(
            page,
            f"I{row}",
            f'=IF(D{row}=0,"{no_target}",KPI_ALERT({judged},"{page.language}"))',
            theme.OUTPUT_CENTRED,
        )
        put(page, f"J{row}", f'=IF(H{row}="","",INDEX(agreed_actions,H{row}+1))', theme.OUTPUT_TEXT)
    _colour_by_level(page, "I14:I18", "$H14")


def _write_rates(page: Page) -> None:
    put_section(page, "B20:H20", "demo.monitor.rates")
    put_text(page, "B21", "demo.monitor.step", theme.HEADING_TEXT)
    columns = ("target_rate", "actual_rate", "lower", "upper")
    put_across(page, "C21", [f"demo.monitor.{column}" for column in columns], theme.HEADING)
    paint(page, "G21:H21", theme.HEADING_TEXT)
    put_text(page, "G21", "demo.monitor.reading", theme.HEADING_TEXT)
    put_text(page, "B26", "demo.monitor.rates.note", theme.NOTE)
    nothing_yet = "COUNTIF(year_actuals,0)-(INDEX(year_actuals,5)=0)>0"  # a rate from nothing says nothing
    put_each(page, "D22:D25", "KPI_RATES(year_actuals)", theme.RESULT, PERCENT, unless=nothing_yet)
    above, below, chance = (page.text(f"demo.reading.{how}") for how in ("above", "below", "chance"))
    for place in range(1, 5):
        row = 21 + place
        step = f'=INDEX(stage_names,{place})&" → "&INDEX(stage_names,{place + 1})'
        put(page, f"B{row}", step, theme.OUTPUT_TEXT)
        put(page, f"C{row}", f"=INDEX(step_rates,{place})", theme.OUTPUT, PERCENT)
        interval = f"KPI_INTERVAL(INDEX(year_actuals,{place + 1}),INDEX(year_actuals,{place}))"
        put_each(page, f"E{row}:F{row}", interval, theme.OUTPUT, PERCENT, unless=nothing_yet)
        compared = f'IF(C{row}>F{row},"{below}",IF(C{row}<E{row},"{above}","{chance}"))'
        reading = f'=IF(E{row}="","",{compared})'
        paint(page, f"G{row}:H{row}", theme.OUTPUT_TEXT)
        put(page, f"G{row}", reading, theme.OUTPUT_TEXT)


def _write_landing(page: Page) -> None:
    put_section(page, "B28:H28", "demo.monitor.year")
    put_text(page, "B29", "demo.monitor.stage", theme.HEADING_TEXT)
    columns = ("required", "year_actual", "landing", "gap", "needed", "uplift")
    put_across(page, "C29", [f"demo.monitor.{column}" for column in columns], theme.HEADING)
    page.sheet.row_dimensions[29].height = theme.HEADING_HEIGHT
    for place in range(1, 6):
        row = 29 + place
        put(page, f"B{row}", f"=INDEX(stage_names,{place})", theme.OUTPUT_TEXT)
        put(page, f"C{row}", f"=INDEX(required_counts,{place})", theme.OUTPUT, COUNT)
        put(page, f"D{row}", f"=INDEX(year_to_date,{place})", theme.OUTPUT, COUNT)
        gap = f"KPI_GAP(C{row},D{row}/elapsed_months,ROWS(months),elapsed_months,D{row})"
        put_each(page, f"E{row}:G{row}", gap, theme.OUTPUT, COUNT)
        paint(page, f"E{row}", theme.RESULT, COUNT)
        paint(page, f"G{row}", theme.OUTPUT, TENTHS)
        uplift = f'=IF(D{row}=0,"",INDEX({gap},4))'
        put(page, f"H{row}", uplift, theme.OUTPUT, WHOLE_PERCENT)


def _write_chart(page: Page, case: Case) -> None:
    """The chosen stage, day by day: the target as a line, the actual as columns.

    Days to come are empty texts, which columns show as nothing; a line would fall to zero there.
    """
    put_section(page, "J20", "demo.monitor.chart")
    put_text(page, "I21", "demo.monitor.chart_stage", theme.NOTE)
    put_text(page, "J21", f"demo.stage.{case.stages[0]}", theme.INPUT_TEXT)
    accept(page, "J21", STAGE)
    put_text(page, "L12", "demo.monitor.feed.stage", theme.CHART_FEED)
    put(page, "M12", "=MATCH(chart_stage,stage_names,0)", theme.CHART_FEED)
    put_text(page, "L13", "demo.monitor.feed.day", theme.CHART_FEED)
    put(page, "M13", f'=chart_stage&"{page.text("demo.monitor.feed.target")}"', theme.CHART_FEED)
    put(page, "N13", f'=chart_stage&"{page.text("demo.monitor.feed.actual")}"', theme.CHART_FEED)
    for day in range(1, case.business_days + 1):
        row = 13 + day
        label = f'=TEXT(INDEX(actual_dates,{day}),"d")'
        target = f"=INDEX(month_targets,$M$12)*{day}/month_business_days"
        put(page, f"L{row}", label, theme.CHART_FEED)
        put(page, f"M{row}", target, theme.CHART_FEED, TENTHS)
        put(page, f"N{row}", f"=INDEX(cumulative_actuals,{day},$M$12)", theme.CHART_FEED, COUNT)
    place_chart(page, _progress_chart(page, last_row=13 + case.business_days), "J22:J34")


def _progress_chart(page: Page, last_row: int) -> BarChart:
    days, targets, actuals = (f"{column}14:{column}{last_row}" for column in "LMN")
    chart = BarChart()
    chart.gapWidth = 45
    actual = chart_series(page, actuals, days, "N13")
    actual.spPr = filled(theme.ACTUAL_FILL)
    chart.series = [actual]
    line = LineChart()
    target = chart_series(page, targets, days, "M13")
    target.spPr = drawn(theme.TARGET_LINE, 2.25)
    target.smooth = False
    target.marker = Marker("none")
    line.series = [target]
    chart += line
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.title = chart_title(page.text("demo.monitor.chart.days"), 9, bold=False)
    chart.y_axis.title = chart_title(page.text("demo.monitor.chart.count"), 9, bold=False)
    chart.x_axis.txPr = chart.y_axis.txPr = chart_text()
    chart.x_axis.majorTickMark = chart.y_axis.majorTickMark = "none"
    chart.x_axis.spPr = drawn(theme.STRONG_LINE, 0.75)
    chart.y_axis.spPr = unfilled()
    chart.y_axis.number_format = "#,##0"
    chart.y_axis.scaling.min = 0
    chart.y_axis.majorGridlines = ChartLines(spPr=drawn(theme.LINE, 0.5))
    chart.legend = Legend()
    chart.legend.position = "t"
    chart.legend.txPr = chart_text()
    return chart


def _colour_by_level(page: Page, cells: str, level_of_first_row: str) -> None:
    for level, look in enumerate(theme.LEVEL_LOOKS):
        style = DifferentialStyle(
            font=Font(color=look.ink, bold=look.bold), fill=PatternFill("solid", bgColor=look.fill)
        )
        rule = FormatRule(type="expression", formula=[f"{level_of_first_row}={level}"], dxf=style)
        page.sheet.conditional_formatting.add(cells, rule)


SHEET = Recipe("demo.monitor.sheet", NAMES, write)
