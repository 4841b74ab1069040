"""The sheet Targets: the year's counts by month, quarter and half-year, and the weekly gates of a month."""

from __future__ import annotations

from openpyxl.chart import BarChart
from openpyxl.chart.axis import ChartLines

from kpixl.template import theme
from kpixl.template.charting import (
    chart_series,
    chart_text,
    chart_title,
    drawn,
    filled,
    legend_on_top,
    line_of,
    place_chart,
    unfilled,
)
from kpixl.template.layout import (
    COUNT,
    WHOLE_PERCENT,
    WORDS,
    Named,
    Page,
    Recipe,
    Rule,
    accept,
    colour_where,
    downwards,
    open_page,
    paint,
    put,
    put_across,
    put_each,
    put_section,
    put_text,
    sentence,
    set_up_print,
)
from kpixl.template.planner.case import MONTHS, STAGES, Case

NAMES = (
    Named("months", "B10:B21"),
    Named("month_weights_by_hand", "C10:C21"),
    Named("business_days", "D10:D21"),
    Named("month_plan", "F10:J21"),
    Named("gate_days", "M10:M13"),
    Named("gate_shares", "N10:N12"),
    Named("gate_actions", "Q10:Q12"),
    Named("month_index", "F31"),
    Named("month_start", "F32"),
    Named("month_end", "F33"),
    Named("elapsed_share", "F34"),
    Named("year_elapsed_share", "F35"),
    Named("elapsed_months", "F36"),
    Named("plan_stage", "M25"),
)

WIDTHS = {
    **dict.fromkeys("AK", 3.0),
    **dict.fromkeys("FGHIJ", 12.5),
    **dict.fromkeys("CDE", 12.0),
    **dict.fromkeys("NOP", 15.0),
    **dict.fromkeys("STUV", 12.0),
    "B": 15.0,
    "L": 22.0,
    "M": 15.0,
    "Q": 46.0,
}

WEIGHT = Rule("month_weight", "decimal", "greaterThanOrEqual")
GATE = Rule("gate", "decimal", "between", "0", "1")
STAGE = Rule("stage", "list", first="stage_names")

FIRST, LAST = 10, 9 + MONTHS
NO_PLAN = "COUNT(month_plan)=0"
BY_HAND = "AND(COUNT(month_weights_by_hand)=12,SUM(month_weights_by_hand)>0)"
WEIGHTS = f"$E${FIRST}:$E${LAST}"
GATES = (0.2, 0.4, 0.6)
# a half-year is six months, a quarter three: (id, first month, months)
SPANS = (("Q1", 0, 3), ("Q2", 3, 3), ("Q3", 6, 3), ("Q4", 9, 3), ("H1", 0, 6), ("H2", 6, 6))


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.targets.title", "planner.targets.guidance", WIDTHS)
    _write_now(page)
    _write_months(page, case)
    _write_spans(page)
    _write_time(page)
    _write_gates(page)
    _write_gate_counts(page)
    _write_chart(page, case)
    set_up_print(page, "A1:Q36", freeze="A3")


def _write_now(page: Page) -> None:
    """The running month's targets in one sentence, and what the months are weighted by."""
    put_section(page, "B4:Q4", "planner.targets.now")
    target = 'TEXT(INDEX(month_plan,month_index,{place}),"#,##0")'
    counts = {
        f"stage_{place}": f'INDEX(stage_names,{place})&" "&{target.format(place=place)}'
        for place in range(1, STAGES + 1)
    }
    month = month_name(page, "month_start")
    now = sentence(page, "planner.targets.now.plan", month=month, **counts)
    missing = sentence(page, "planner.targets.now.missing")
    put(page, "B5", f"=IF({NO_PLAN},{missing},{now})", theme.HEADLINE)
    page.sheet.row_dimensions[5].height = theme.GUIDANCE_HEIGHT
    entered = 'TEXT(COUNT(month_weights_by_hand),"0")'
    by_days, some, by_hand = (
        sentence(page, f"planner.targets.weights.{id_}", **values)
        for id_, values in (("by_days", {}), ("some", {"entered": entered}), ("by_hand", {}))
    )
    weights = f"=IF({BY_HAND},{by_hand},IF(COUNT(month_weights_by_hand)=0,{by_days},{some}))"
    put(page, "B6", weights, theme.MESSAGE)


def _write_months(page: Page, case: Case) -> None:
    put_section(page, "B8:J8", "planner.targets.months")
    put_text(page, "B9", "planner.targets.month", theme.HEADING_TEXT)
    columns = ("by_hand", "business_days", "weight")
    put_across(page, "C9", [f"planner.targets.{column}" for column in columns], theme.HEADING)
    page.sheet.row_dimensions[9].height = theme.HEADING_HEIGHT
    for place, column in enumerate("FGHIJ", 1):
        put(page, f"{column}9", f"=INDEX(stage_names,{place})", theme.HEADING)
    month = page.format("month")
    usual = f"DATE({case.fiscal_start.year},{case.fiscal_start.month},1)"
    begun = f"=IF(COUNT(fiscal_start)=1,DATE(YEAR(fiscal_start),MONTH(fiscal_start),1),{usual})"
    paint(page, f"C{FIRST}:C{LAST}", theme.INPUT, COUNT)
    for cell, weight in zip(downwards(f"C{FIRST}", MONTHS), case.month_weights):
        page.sheet[cell].value = weight
    for row in range(FIRST, LAST + 1):
        put(page, f"B{row}", begun if row == FIRST else f"=EDATE(B{row - 1},1)", theme.OUTPUT_TEXT, month)
        days = f"=NETWORKDAYS(B{row},EOMONTH(B{row},0),holidays)"
        put(page, f"D{row}", days, theme.OUTPUT, COUNT)
        put(page, f"E{row}", f"=IF({BY_HAND},C{row},D{row})", theme.OUTPUT, COUNT)
    impossible = f"OR(COUNT(required_counts)=0,SUM({WEIGHTS})=0)"
    for place, column in enumerate("FGHIJ", 1):
        split = f"KPI_SPLIT(INDEX(required_counts,{place}),{WEIGHTS})"
        put_each(page, f"{column}{FIRST}:{column}{LAST}", split, theme.OUTPUT, COUNT, unless=impossible)
    accept(page, f"C{FIRST}:C{LAST}", WEIGHT)
    colour_where(page, f"B{FIRST}:B{LAST}", f"$B{FIRST}=$F$32", theme.NOW_LOOK)
    colour_where(page, f"D{FIRST}:J{LAST}", f"$B{FIRST}=$F$32", theme.NOW_LOOK)


def _write_spans(page: Page) -> None:
    total = LAST + 1
    put_text(page, f"B{total}", "planner.targets.year", theme.TOTAL_LABEL)
    paint(page, f"C{total}", theme.TOTAL)
    for column in "DEFGHIJ":
        put(page, f"{column}{total}", _sum(column, 0, MONTHS), theme.TOTAL, COUNT)
    for row, (id_, first, months) in enumerate(SPANS, total + 1):
        put_text(page, f"B{row}", f"planner.targets.{id_}", theme.LABEL)
        paint(page, f"C{row}", theme.OUTPUT)
        for column in "DEFGHIJ":
            put(page, f"{column}{row}", _sum(column, first, months), theme.OUTPUT, COUNT)


def _sum(column: str, first: int, months: int) -> str:
    cells = f"{column}{FIRST + first}:{column}{FIRST + first + months - 1}"
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def _write_time(page: Page) -> None:
    put_section(page, "B30:J30", "planner.targets.time")
    month = "(YEAR(as_of)-YEAR(B10))*12+MONTH(as_of)-MONTH(B10)+1"
    days = "INDEX(business_days,month_index)"
    gone = f"NETWORKDAYS(month_start,MIN(as_of,month_end),holidays)/{days}"
    before = "SUMPRODUCT((months<month_start)*business_days)"
    day = page.format("short_day")
    rows = (
        # a date outside the year counts as its first or last month, and Start says that it is outside
        ("month_index", f"=IF(COUNT(as_of)=0,1,MAX(1,MIN({MONTHS},{month})))", COUNT),
        ("month_start", "=INDEX(months,month_index)", day),
        ("month_end", "=EOMONTH(month_start,0)", day),
        ("elapsed_share", f"=IF(OR({days}=0,as_of<month_start),0,{gone})", WHOLE_PERCENT),
        (
            "year_elapsed_share",
            f"=IF(SUM(business_days)=0,0,({before}+elapsed_share*{days})/SUM(business_days))",
            WHOLE_PERCENT,
        ),
        ("elapsed_months", "=month_index-1+elapsed_share", page.format("months")),
    )
    for row, (id_, formula, number_format) in enumerate(rows, 31):
        paint(page, f"B{row}:E{row}", theme.LABEL)
        put_text(page, f"B{row}", f"planner.targets.{id_}", theme.LABEL)
        put(page, f"F{row}", formula, theme.OUTPUT, number_format)


def _write_gates(page: Page) -> None:
    """Gates at 20, 40 and 60 % suit four equal weeks; beside them stand those of the actual month."""
    put_section(page, "L8:Q8", "planner.targets.gates")
    put_text(page, "L9", "planner.targets.week", theme.HEADING_TEXT)
    columns = ("gate_day", "gate", "planned", "scaled")
    put_across(page, "M9", [f"planner.targets.{column}" for column in columns], theme.HEADING)
    put_text(page, "Q9", "planner.targets.gate_action", theme.HEADING_TEXT)
    day = page.format("short_day")
    days = "INDEX(business_days,month_index)"
    for week, row in enumerate(range(10, 14), 1):
        put_text(page, f"L{row}", f"planner.targets.week_{week}", theme.LABEL)
        gate_day = f"=month_start+{7 * week - 1}" if week < 4 else "=month_end"
        put(page, f"M{row}", gate_day, theme.OUTPUT, day)
        gone = f"NETWORKDAYS(month_start,M{row},holidays)/{days}"
        put(page, f"O{row}", f"=IF({days}=0,1,{gone})", theme.OUTPUT, WHOLE_PERCENT)
    for row, gate in enumerate(GATES, 10):
        put(page, f"N{row}", gate, theme.INPUT, WHOLE_PERCENT)
        limit = "INDEX(alert_thresholds,2)"
        scaled = f'=IF(COUNT({limit})=0,"",{limit}*O{row})'
        put(page, f"P{row}", scaled, theme.OUTPUT, WHOLE_PERCENT)
        put_text(page, f"Q{row}", f"planner.targets.action_{row - 9}", theme.INPUT_TEXT)
    put(page, "N13", 1, theme.FIXED, WHOLE_PERCENT)
    paint(page, "P13", theme.OUTPUT)
    put_text(page, "Q13", "planner.targets.whole_month", theme.OUTPUT_TEXT)
    put_text(page, "L14", "planner.targets.gates.note", theme.NOTE)
    accept(page, "N10:N12", GATE)
    accept(page, "Q10:Q12", WORDS)


def _write_gate_counts(page: Page) -> None:
    """What each stage must have reached at each gate: a gate of 20 % of 23 asks for 4.6, so for 5."""
    put_section(page, "L16:P16", "planner.targets.gate_counts")
    put_text(page, "L17", "planner.targets.stage", theme.HEADING_TEXT)
    for week, column in enumerate("MNOP", 1):
        put_text(page, f"{column}17", f"planner.targets.week_{week}", theme.HEADING)
    for place, row in enumerate(range(18, 18 + STAGES), 1):
        put(page, f"L{row}", f"=INDEX(stage_names,{place})", theme.OUTPUT_TEXT)
        for week, column in enumerate("MNOP", 1):
            share = f"$N${9 + week}"
            count = f"ROUNDUP(ROUND(INDEX(month_plan,month_index,{place})*{share},6),0)"
            style = theme.RESULT if week == 4 else theme.OUTPUT
            put(page, f"{column}{row}", f'=IF(OR({NO_PLAN},COUNT({share})=0),"",{count})', style, COUNT)


def _write_chart(page: Page, case: Case) -> None:
    """Columns for the months, a line for the sum so far."""
    put_section(page, "L24:Q24", "planner.targets.chart")
    put_text(page, "L25", "planner.targets.plan_stage", theme.LABEL)
    put_text(page, "M25", f"planner.stage.{case.stages[-1]}", theme.INPUT_TEXT)
    accept(page, "M25", STAGE)
    chosen = f"=IF(COUNTIF(stage_names,plan_stage)=0,{STAGES},MATCH(plan_stage,stage_names,0))"
    put_text(page, "S8", "planner.targets.feed.stage", theme.CHART_FEED)
    put(page, "T8", chosen, theme.CHART_FEED)
    put_text(page, "S9", "planner.targets.month", theme.CHART_FEED)
    stage = "INDEX(stage_names,$T$8)"
    put(page, "T9", "=" + sentence(page, "planner.targets.feed.month", stage=stage), theme.CHART_FEED)
    put(page, "U9", "=" + sentence(page, "planner.targets.feed.sum", stage=stage), theme.CHART_FEED)
    for place, row in enumerate(range(FIRST, LAST + 1), 1):
        put(page, f"S{row}", f"={_month_word(page, f'B{row}')}", theme.CHART_FEED)
        target = f"INDEX(month_plan,{place},$T$8)"
        put(page, f"T{row}", f"=IF({NO_PLAN},0,{target})", theme.CHART_FEED, COUNT)
        put(page, f"U{row}", f"=SUM(T${FIRST}:T{row})", theme.CHART_FEED, COUNT)
    place_chart(page, _year_chart(page), "L26:Q36")


def _year_chart(page: Page) -> BarChart:
    months, counts, sums = (f"{column}{FIRST}:{column}{LAST}" for column in "STU")
    chart = BarChart()
    chart.gapWidth = 45
    bars = chart_series(page, counts, months, "T9")
    bars.spPr = filled(theme.ACTUAL_FILL)
    chart.series = [bars]
    chart += line_of(chart_series(page, sums, months, "U9"))
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.title = chart_title(page.text("planner.targets.chart.count"), 9, bold=False)
    chart.x_axis.txPr = chart.y_axis.txPr = chart_text()
    chart.x_axis.majorTickMark = chart.y_axis.majorTickMark = "none"
    chart.x_axis.spPr = drawn(theme.STRONG_LINE, 0.75)
    chart.y_axis.spPr = unfilled()
    chart.y_axis.number_format = "[>=5]#,##0;General"  # a small goal is divided by halves
    chart.y_axis.scaling.min = 0
    chart.y_axis.majorGridlines = ChartLines(spPr=drawn(theme.LINE, 0.5))
    legend_on_top(chart)
    return chart


def month_name(page: Page, day: str) -> str:
    """A formula's piece that names the month of a date with its year; no program's language plays a part."""
    return sentence(page, "planner.month", year=f'TEXT(YEAR({day}),"0")', month=_month_word(page, day))


def _month_word(page: Page, day: str) -> str:
    names = ",".join(f'"{name}"' for name in page.text("planner.months").split())
    return f"CHOOSE(MONTH({day}),{names})"


SHEET = Recipe("planner.targets.sheet", NAMES, write)
