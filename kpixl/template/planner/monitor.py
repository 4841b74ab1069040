"""The sheet Monitor: each stage against its target, what was agreed, weekly gates, anomalies."""

from __future__ import annotations

from kpixl.template import theme
from kpixl.template.layout import (
    COUNT,
    PERCENT,
    TENTHS,
    WHOLE_PERCENT,
    Named,
    Page,
    Recipe,
    colour_by_level,
    colour_where,
    open_page,
    paint,
    put,
    put_across,
    put_section,
    put_text,
    sentence,
    set_up_print,
    to_the_right,
)
from kpixl.template.planner.case import MONTHS, STAGES, Case
from kpixl.template.planner.gapless import put_gapless
from kpixl.template.planner.monitor_gates import write_gates, write_management

NAMES = (
    Named("alert_labels", "C6:C10"),
    Named("pace", "D6:D10"),
    Named("achievement", "E6:E10"),
    Named("month_actuals", "F6:F10"),
    Named("targets_to_date", "G6:G10"),
    Named("month_targets", "H6:H10"),
    Named("needed_run_rates", "I6:I10"),
    Named("alert_actions", "J6:J10"),
    Named("alert_levels", "P6:P10"),
    Named("streaks", "C14:C18"),
    Named("landings", "D14:D18"),
    Named("landing_gaps", "E14:E18"),
    Named("escalations", "J14:J18"),
    Named("focus_stage", "C29"),
    Named("landing_shares", "H14:H18"),
    Named("days_left", "P13"),
    Named("focus_place", "P15"),
    Named("gate_counts", "C31:C33"),
    Named("false_alarm_chances", "E31:E33"),
    Named("gate_results", "F31:F33"),
    Named("management_alerts", "F37:F39"),
    Named("latest_scores", "E37:E39"),
    Named("management_scores", "BC37:BN39"),
)

WIDTHS = {
    **dict.fromkeys("AO", 3.0),
    **dict.fromkeys("DEFGHJKLMN", 13.0),
    "B": 26.0,
    "C": 17.0,
    "I": 21.0,
    "P": 9.0,
}

ROW_HEIGHT = 18.75
HISTORY_ROWS = range(22, 22 + STAGES)


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.monitor.title", "planner.monitor.guidance", WIDTHS)
    page.sheet.sheet_format.defaultRowHeight = ROW_HEIGHT  # many rows on one printed page
    page.sheet.row_dimensions[3].height = theme.GUIDANCE_HEIGHT
    for row in (5, 13):
        page.sheet.row_dimensions[row].height = theme.HEADING_HEIGHT
    _write_state(page)
    _write_month(page)
    _write_year(page)
    _write_history(page)
    write_gates(page, case)
    write_management(page, case)
    set_up_print(page, "A1:N40", freeze="C4")


def _write_state(page: Page) -> None:
    """One sentence on top, and in the far right block what several formulas need."""
    day = sentence(page, "template.format.day_in_text")
    counts = {
        name: f"COUNTIF(alert_levels,{level})"
        for level, name in enumerate(("on_track", "caution", "warning", "critical"))
    }
    state = sentence(
        page,
        "planner.monitor.note.state",
        day=f"TEXT(as_of,{day})",
        share='TEXT(elapsed_share,"0%")',
        **counts,
    )
    no_plan, no_records = (
        sentence(page, f"planner.monitor.note.{missing}") for missing in ("plan", "records")
    )
    formula = f'=IF(COUNT(H6:H10)=0,{no_plan},IF(last_record="",{no_records},{state}))'
    put(page, "B3", formula, theme.MESSAGE)
    put_text(page, "P5", "planner.monitor.feed.level", theme.CHART_FEED)
    feeds = (
        (
            "days_left",
            '=IF(COUNT(month_index,elapsed_share)<2,"",ROUND(INDEX(business_days,month_index)*(1-elapsed_share),0))',
        ),
        (
            "limits",
            "=IF(COUNT(alert_thresholds)<3,FALSE,AND(INDEX(alert_thresholds,1)>INDEX(alert_thresholds,2),"
            "INDEX(alert_thresholds,2)>INDEX(alert_thresholds,3),INDEX(alert_thresholds,3)>0))",
        ),
        ("place", f"=IF(COUNTIF(stage_names,focus_stage)=0,{STAGES - 1},MATCH(focus_stage,stage_names,0))"),
    )
    for row, (id_, formula) in enumerate(feeds, 13):
        put(page, f"P{row}", formula, theme.CHART_FEED)
        put_text(page, f"Q{row}", f"planner.monitor.feed.{id_}", theme.CHART_FEED)


def _write_month(page: Page) -> None:
    put_section(page, "B4:N4", "planner.monitor.month")
    put_text(page, "B5", "planner.monitor.stage", theme.HEADING_TEXT)
    put_text(page, "C5", "planner.monitor.alert", theme.HEADING_CENTRED)
    columns = ("pace", "achievement", "actual", "to_date", "target", "needed")
    put_across(page, "D5", [f"planner.monitor.{column}" for column in columns], theme.HEADING)
    paint(page, "J5:N5", theme.HEADING_TEXT)
    put_text(page, "J5", "planner.monitor.action", theme.HEADING_TEXT)
    no_data, no_target, not_begun, limits = (
        sentence(page, text_id)
        for text_id in (
            "level.NO_DATA",
            "planner.monitor.no_target",
            "planner.monitor.not_begun",
            "planner.monitor.thresholds",
        )
    )
    for place, row in enumerate(range(6, 6 + STAGES), 1):
        judged = f'F{row},H{row},elapsed_share,"higher",alert_thresholds'
        alert = f'KPI_ALERT({judged},"{page.language}")'
        put(page, f"B{row}", f'=INDEX(stage_names,{place})&""', theme.OUTPUT_TEXT)
        put(
            page,
            f"C{row}",
            f'=IF(last_record="",{no_data},IF(N(H{row})=0,{no_target},'
            f'IF(N(G{row})=0,{not_begun},IF(P{row}="",{limits},{alert}))))',
            theme.OUTPUT_CENTRED,
        )
        due = f"OR(COUNT(F{row},G{row})<2,N(G{row})=0)"
        put(page, f"D{row}", f'=IF({due},"",KPI_PACE(F{row},H{row},elapsed_share))', theme.RESULT, PERCENT)
        planned = f"OR(COUNT(F{row},H{row})<2,N(H{row})=0)"
        put(page, f"E{row}", f'=IF({planned},"",KPI_ACHIEVEMENT(F{row},H{row}))', theme.OUTPUT, PERCENT)
        actual = f'=IF(last_record="","",INDEX(month_to_date,{place}))'
        put(page, f"F{row}", actual, theme.RESULT, COUNT)
        to_date = f'=IF(COUNT(H{row},elapsed_share)<2,"",H{row}*elapsed_share)'
        put(page, f"G{row}", to_date, theme.OUTPUT, TENTHS)
        target = f'=IF(COUNT(month_index)=0,"",INDEX(month_plan,month_index,{place}))'
        put(page, f"H{row}", target, theme.OUTPUT, COUNT)
        needed = f'=IF(OR(COUNT(F{row},H{row})<2,N($P$13)=0),"",KPI_RUN_RATE(F{row},H{row},$P$13))'
        put(page, f"I{row}", needed, theme.OUTPUT, TENTHS)
        paint(page, f"J{row}:N{row}", theme.OUTPUT_TEXT)
        action = f'=IF(P{row}="","",INDEX(agreed_actions,P{row}+1)&"")'
        put(page, f"J{row}", action, theme.OUTPUT_TEXT)
        level = f'=IF(OR(D{row}="",$P$14=FALSE),"",KPI_LEVEL({judged}))'
        put(page, f"P{row}", level, theme.CHART_FEED)
    colour_by_level(page, "C6:C10", "$P6")


def _write_year(page: Page) -> None:
    put_section(page, "B12:N12", "planner.monitor.year")
    put_text(page, "B13", "planner.monitor.stage", theme.HEADING_TEXT)
    columns = ("streak", "landing", "gap", "year_actual", "required", "landing_share", "needed_month")
    put_across(page, "C13", [f"planner.monitor.{column}" for column in columns], theme.HEADING)
    paint(page, "J13:N13", theme.HEADING_TEXT)
    put_text(page, "J13", "planner.monitor.escalation", theme.HEADING_TEXT)
    for place, row in enumerate(range(14, 14 + STAGES), 1):
        months = _gapless(HISTORY_ROWS[place - 1])
        put(page, f"B{row}", f'=INDEX(stage_names,{place})&""', theme.OUTPUT_TEXT)
        put(page, f"C{row}", f'=IF(COUNT({months})=0,"",KPI_STREAK({months},1))', theme.OUTPUT, COUNT)
        landing = f'=IF(OR(F{row}="",N(year_elapsed_share)=0),"",KPI_LANDING(F{row},year_elapsed_share))'
        put(page, f"D{row}", landing, theme.RESULT, COUNT)
        put(
            page,
            f"E{row}",
            f'=IF(COUNT(D{row},G{row})<2,"",D{row}-G{row})',
            theme.OUTPUT,
            page.format("change"),
        )
        actual = f'=IF(last_record="","",INDEX(year_results,{place}))'
        put(page, f"F{row}", actual, theme.OUTPUT, COUNT)
        put(page, f"G{row}", f"=INDEX(required_counts,{place})", theme.OUTPUT, COUNT)
        share = f'=IF(OR(COUNT(D{row},G{row})<2,N(G{row})=0),"",D{row}/G{row})'
        put(page, f"H{row}", share, theme.OUTPUT, WHOLE_PERCENT)
        left = f"ROUND({MONTHS}-N(elapsed_months),6)"
        needed = f'=IF(OR(COUNT(F{row},G{row})<2,{left}<=0),"",KPI_RUN_RATE(F{row},G{row},{left}))'
        put(page, f"I{row}", needed, theme.OUTPUT, TENTHS)
        paint(page, f"J{row}:N{row}", theme.OUTPUT_TEXT)
        # one month missed calls for nothing, and a program without our functions would show #NAME? for ""
        escalation = f'=IF(N(C{row})<2,"",KPI_ESCALATION({months},"{page.language}"))'
        put(page, f"J{row}", escalation, theme.OUTPUT_TEXT)
    gravest = sentence(page, "escalation.report_to_head")
    colour_where(page, "J14:N18", f"$J14={gravest}", theme.LEVEL_LOOKS[3])
    colour_where(page, "J14:N18", f'AND($J14<>"",$J14<>{gravest})', theme.LEVEL_LOOKS[2])


def _gapless(row: int) -> str:
    return f"$AC${row}:$AN${row}"


def _write_history(page: Page) -> None:
    """Achievement of each month that is over; the series without gaps stands in the far right block.

    A month without a target cannot be missed: it neither ends a row of misses nor makes it longer.
    """
    put_section(page, "B20:N20", "planner.monitor.history")
    put_text(page, "B21", "planner.monitor.stage", theme.HEADING_TEXT)
    for month, cell in enumerate(to_the_right("C21", MONTHS), 1):
        put(page, cell, f"=INDEX(months,{month})", theme.HEADING, page.format("month"))
    put_text(page, "T21", "planner.monitor.feed.counted", theme.CHART_FEED)
    put_text(page, "AG21", "planner.monitor.feed.gapless", theme.CHART_FEED)
    for place, row in enumerate(HISTORY_ROWS, 1):
        put(page, f"B{row}", f'=INDEX(stage_names,{place})&""', theme.OUTPUT_TEXT)
        for month, cell in enumerate(to_the_right(f"C{row}", MONTHS), 1):
            target, actual = (f"INDEX({table},{month},{place})" for table in ("month_plan", "month_results"))
            nothing = f'OR(last_record="",N(elapsed_months)<{month},N({target})=0)'
            achieved = f'=IF({nothing},"",KPI_ACHIEVEMENT({actual},{target}))'
            put(page, cell, achieved, theme.OUTPUT, PERCENT)
        put_gapless(page, f"$C{row}:$N{row}", f"$P{row}:$AA{row}", f"$AC{row}:$AN{row}")
    cells = f"C{HISTORY_ROWS[0]}:N{HISTORY_ROWS[-1]}"
    first = f"C{HISTORY_ROWS[0]}"
    limits = [f"INDEX(alert_thresholds,{place})" for place in (1, 2, 3)]
    conditions = (
        f"{first}>={limits[0]}",
        f"{first}<{limits[0]},{first}>={limits[1]}",
        f"{first}<{limits[1]},{first}>={limits[2]}",
        f"{first}<{limits[2]}",
    )
    for condition, look in zip(conditions, theme.LEVEL_LOOKS):
        colour_where(page, cells, f"AND(ISNUMBER({first}),{condition})", look)


SHEET = Recipe("planner.monitor.sheet", NAMES, write)
