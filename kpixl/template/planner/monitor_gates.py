"""The right half of the sheet Monitor: weekly gates of the focus stage, anomalies of management metrics."""

from __future__ import annotations

from kpixl.domain.anomalies import USUAL_SCORE
from kpixl.template import theme
from kpixl.template.layout import (
    COUNT,
    WHOLE_PERCENT,
    Page,
    Rule,
    accept,
    colour_where,
    paint,
    put,
    put_across,
    put_section,
    put_text,
    sentence,
    to_the_right,
)
from kpixl.template.planner.actuals import MANAGEMENT, metric_format
from kpixl.template.planner.case import MONTHS, Case
from kpixl.template.planner.gapless import put_gapless

FOCUS = Rule("focus_stage", "list", first="stage_names")
WEEKS = 3
FEWEST_MONTHS = 3


def write_gates(page: Page, case: Case) -> None:
    """A week is judged once it is over; a gate is a share of the month's target."""
    put_section(page, "B28:N28", "planner.monitor.gates")
    put_text(page, "B29", "planner.monitor.focus", theme.LABEL)
    put_text(page, "C29", f"planner.stage.{case.stages[case.focus]}", theme.INPUT_TEXT)
    accept(page, "C29", FOCUS)
    put_text(page, "E29", "planner.monitor.gate_note", theme.NOTE)
    put_text(page, "B30", "planner.monitor.gate", theme.HEADING_TEXT)
    columns = ("gate_need", "gate_actual", "gate_chance")
    put_across(page, "C30", [f"planner.monitor.{column}" for column in columns], theme.HEADING)
    paint(page, "F30:N30", theme.HEADING_TEXT)
    put_text(page, "F30", "planner.monitor.gate_result", theme.HEADING_TEXT)
    passed = sentence(page, "gate.passed")
    target = "INDEX(month_targets,focus_place)"
    for week, row in enumerate(range(31, 31 + WEEKS), 1):
        day, share = f"INDEX(gate_days,{week})", f"INDEX(gate_shares,{week})"
        name = sentence(page, "planner.monitor.gate_week", week=f'"{week}"', day=f'TEXT({day},"m/d")')
        put(page, f"B{row}", f'=IF(N({day})=0,"",{name})', theme.OUTPUT_TEXT)
        unplanned = f"OR(N({day})=0,COUNT({share})=0,N({target})=0)"
        put(page, f"C{row}", f'=IF({unplanned},"",ROUNDUP(ROUND({target}*{share},6),0))', theme.OUTPUT, COUNT)
        days_gone = f'COUNTIF(chart_days,"<="&{day})'
        reached = f"IF({days_gone}=0,0,INDEX(daily_cumulative,{days_gone},focus_place))"
        over = f'OR(C{row}="",last_record="",N({day})>as_of)'
        put(page, f"D{row}", f'=IF({over},"",{reached})', theme.RESULT, COUNT)
        planned_share = f"{days_gone}/COUNT(chart_days)"
        chance = f'=IF(C{row}="","",KPI_GATE_CHANCE({target},{planned_share},{share}))'
        put(page, f"E{row}", chance, theme.OUTPUT, WHOLE_PERCENT)
        paint(page, f"F{row}:N{row}", theme.OUTPUT_TEXT)
        result = f'=IF(D{row}="","—",IF(D{row}<C{row},INDEX(gate_actions,{week})&"",{passed}))'
        put(page, f"F{row}", result, theme.OUTPUT_TEXT)
    missed = "AND(ISNUMBER($D31),$D31<$C31)"
    colour_where(page, "F31:N33", missed, theme.LEVEL_LOOKS[2])


def write_management(page: Page, case: Case) -> None:
    """Metrics without a target: only a value far from what is usual for them is worth a word."""
    put_section(page, "B35:N35", "planner.monitor.management")
    put_text(page, "B36", "planner.monitor.metric", theme.HEADING_TEXT)
    columns = ("latest", "usual", "score")
    put_across(page, "C36", [f"planner.monitor.{column}" for column in columns], theme.HEADING)
    paint(page, "F36:N36", theme.HEADING_TEXT)
    put_text(page, "F36", "planner.monitor.judgement", theme.HEADING_TEXT)
    for cell, id_ in (("T36", "series"), ("AG36", "recorded"), ("AT36", "values"), ("BG36", "scores")):
        put_text(page, cell, f"planner.monitor.feed.{id_}", theme.CHART_FEED)
    for place, row in enumerate(range(37, 37 + MANAGEMENT), 1):
        series, counts, values = (
            f"${first}{row}:${last}{row}" for first, last in (("P", "AA"), ("AC", "AN"), ("AP", "BA"))
        )
        for month, cell in enumerate(to_the_right(f"P{row}", MONTHS), 1):
            put(page, cell, f"=INDEX(management_series,{month},{place})", theme.CHART_FEED, "General")
        put_gapless(page, series, counts, values)
        months = f"COUNT({series})"
        scores = f"KPI_ANOMALY({values})"
        too_few = f"{months}<{FEWEST_MONTHS}"
        for month, cell in enumerate(to_the_right(f"BC{row}", MONTHS), 1):
            value, count = (f"INDEX({cells},{month})" for cells in (series, counts))
            score = f'=IF(OR({value}="",{too_few}),"",INDEX({scores},{count}))'
            put(page, cell, score, theme.CHART_FEED, page.format("score"))
        shown = metric_format(case, place - 1)
        put(page, f"B{row}", f'=INDEX(management_names,{place})&""', theme.OUTPUT_TEXT)
        latest = f'=IF({months}=0,"",INDEX({values},{months}))'
        put(page, f"C{row}", latest, theme.RESULT, shown)
        put(page, f"D{row}", f'=IF({months}=0,"",MEDIAN({series}))', theme.OUTPUT, shown)
        score = f'=IF({too_few},"",INDEX({scores},{months}))'
        put(page, f"E{row}", score, theme.OUTPUT, page.format("score"))
        paint(page, f"F{row}:N{row}", theme.OUTPUT_TEXT)
        # a metric may be a rate, a number of days or an amount, and TEXT does not know which
        form = f'IF(MAX({series})<=1,"0.0%",IF(MAX({series})<100,"0.0","#,##0"))'
        anomaly = sentence(
            page,
            "planner.monitor.anomaly",
            value=f"TEXT(C{row},{form})",
            usual=f"TEXT(D{row},{form})",
        )
        waiting, normal = (sentence(page, f"planner.monitor.{id_}") for id_ in ("too_few", "normal"))
        judged = f"IF({too_few},{waiting},IF(ABS(E{row})>{USUAL_SCORE},{anomaly},{normal}))"
        put(page, f"F{row}", f'=IF(B{row}="","",{judged})', theme.OUTPUT_TEXT)
    put_text(page, "B40", "planner.monitor.management_note", theme.NOTE)
    beyond = f"AND(ISNUMBER($E37),ABS($E37)>{USUAL_SCORE})"
    colour_where(page, "F37:N39", beyond, theme.LEVEL_LOOKS[2])
