"""The workbook Weekly pacing: one KPI in one month, day by day, with weekly gates and escalation."""

from __future__ import annotations

from datetime import date

from openpyxl.chart import BarChart

from kpixl.i18n import Language
from kpixl.template import theme
from kpixl.template.charting import (
    chart_series,
    chart_title,
    gated_chart,
    legend_on_top,
    place_chart,
    show_axes,
)
from kpixl.template.layout import (
    COUNT,
    DAY,
    PERCENT,
    TENTHS,
    WHOLE_PERCENT,
    WORDS,
    Named,
    Page,
    Recipe,
    Rule,
    accept,
    colour_by_level,
    colour_where,
    downwards,
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
from kpixl.template.one_sheet import build_one_sheet
from kpixl.template.planner.gapless import put_gapless
from kpixl.template.planner.start import holidays_of
from kpixl.template.weekly_pacing_case import PacingCase

NAMES = (
    Named("pacing_kpi", "C6"),
    Named("pacing_unit", "C7"),
    Named("pacing_month", "C8"),
    Named("pacing_target", "C9"),
    Named("as_of", "C10"),
    Named("pacing_label", "C13"),
    Named("pacing_pace", "C14"),
    Named("pacing_actual", "C15"),
    Named("pacing_due", "C16"),
    Named("pacing_achievement", "C17"),
    Named("days_left", "C18"),
    Named("pacing_needed", "C19"),
    Named("pacing_landing", "C20"),
    Named("pacing_gap", "C21"),
    Named("holidays", "B25:C36"),
    Named("pacing_dates", "F7:F29"),
    Named("daily_entries", "G7:G29"),
    Named("pacing_cumulative", "H7:H29"),
    Named("gate_days", "L7:L9"),
    Named("pacing_gate_counts", "N7:N9"),
    Named("pacing_gate_actuals", "O7:O9"),
    Named("pacing_false_alarms", "Q7:Q9"),
    Named("pacing_gate_results", "R7:R9"),
    Named("gate_actions", "S7:S9"),
    Named("past_achievements", "L14:Q14"),
    Named("pacing_streak", "L15"),
    Named("pacing_escalation", "L16"),
    Named("month_start", "V6"),
    Named("pacing_days", "V7"),
    Named("pacing_elapsed", "V8"),
    Named("pacing_level", "V9"),
)

WIDTHS = {
    **dict.fromkeys("ADJT", 2.5),
    **dict.fromkeys("GHI", 11.0),
    **dict.fromkeys("LMNOPQR", 11.5),
    "B": 25.0,
    "C": 19.0,
    "E": 6.0,
    "F": 12.0,
    "K": 21.0,
    "S": 47.0,
    "U": 20.0,
}

DAYS = 23
FIRST, LAST = 7, 6 + DAYS
GAP = ";".join(form + theme.PADDING for form in ("+#,##0.0", "-#,##0.0", "0.0"))
ROW_HEIGHT = 23.0
GATES = (0.2, 0.4, 0.6)  # as KPI_GATE has them
PAST = 6

MONTH = Rule("pacing_month", "date", "greaterThanOrEqual", "DATE(2000,1,1)")
TARGET = Rule("pacing_target", "whole", "greaterThanOrEqual", "1")
ENTRY = Rule("pacing_entry", "whole", "greaterThanOrEqual")
ACHIEVED = Rule("pacing_achieved", "decimal", "between", "0", "10")


def build_weekly_pacing(case: PacingCase, language: Language) -> bytes:
    """The workbook filled with a case as the bytes of an .xlsx file; its formulas have no values yet."""
    return build_one_sheet(SHEET, case, language)


def write(page: Page, case: PacingCase) -> None:
    open_page(page, _id("title"), _id("guidance"), WIDTHS)
    page.sheet.sheet_format.defaultRowHeight = ROW_HEIGHT  # fills the printed page
    _write_inputs(page, case)
    _write_feeds(page)
    _write_state(page)
    _write_results(page)
    _write_holidays(page, case)
    _write_days(page, case)
    _write_gates(page)
    _write_past(page, case)
    _write_chart(page)
    set_up_print(page, "A1:S36", freeze="A5")


def _id(end: str) -> str:
    return f"planner.weekly_pacing.{end}"


def _words(page: Page, end: str, **gaps: str) -> str:
    return sentence(page, _id(end), **gaps)


def _write_inputs(page: Page, case: PacingCase) -> None:
    put_section(page, "B5:C5", _id("inputs"))
    for row, (id_, given) in enumerate((("kpi", case.kpi), ("unit", case.unit)), 6):
        put_text(page, f"B{row}", _id(id_), theme.LABEL)
        paint(page, f"C{row}", theme.INPUT_TEXT)
        if given:
            put_text(page, f"C{row}", _id(f"sample.{given}"), theme.INPUT_TEXT)
    numbers = (
        ("month", case.month, page.format("month")),
        ("target", case.target, COUNT),
        ("as_of", case.as_of, page.format("day")),
    )
    for row, (id_, number, number_format) in enumerate(numbers, 8):
        put_text(page, f"B{row}", _id(id_), theme.LABEL)
        put(page, f"C{row}", number, theme.INPUT, number_format)
    for cells, rule in (("C6:C7", WORDS), ("C8", MONTH), ("C9", TARGET), ("C10", DAY)):
        accept(page, cells, rule)


def _write_feeds(page: Page) -> None:
    """What several formulas need, in the far right block."""
    put_text(page, "U5", _id("feed"), theme.CHART_FEED)
    judged = "pacing_actual,pacing_target,pacing_elapsed"
    feeds = (
        ("month_start", '=IF(COUNT(C8)=0,"",DATE(YEAR(C8),MONTH(C8),1))', "yyyy/mm/dd"),
        ("days", "=COUNT(pacing_dates)", "0"),
        (
            "elapsed",
            '=IF(OR(pacing_days=0,COUNT(as_of)=0),"",COUNTIF(pacing_dates,"<="&as_of)/pacing_days)',
            "0.0%",
        ),
        ("level", f'=IF(pacing_pace="","",KPI_LEVEL({judged}))', "0"),
        # only days that are over can have been forgotten
        (
            "forgotten",
            '=COUNTIF(pacing_dates,"<="&as_of)-COUNTIFS(pacing_dates,"<="&as_of,daily_entries,">=0")',
            "0",
        ),
    )
    for row, (id_, formula, number_format) in enumerate(feeds, 6):
        put_text(page, f"U{row}", _id(f"feed.{id_}"), theme.CHART_FEED)
        put(page, f"V{row}", formula, theme.CHART_FEED, number_format)


def _write_state(page: Page) -> None:
    """The state in one sentence, and below it what to do about it."""
    counts = {
        name: f'TEXT({cell},"{shown}")'
        for name, cell, shown in (
            ("actual", "pacing_actual", "#,##0"),
            ("target", "pacing_target", "#,##0"),
            ("pace", "pacing_pace", "0%"),
            ("landing", "pacing_landing", "#,##0"),
        )
    }
    kpi = f'IF(pacing_kpi="",{_words(page, "the_kpi")},pacing_kpi)'
    state = _words(
        page, "state", kpi=kpi, unit='pacing_unit&""', label="pacing_label",
        day=f"TEXT(as_of,{sentence(page, 'template.format.pacing_date')})", **counts,
    )  # fmt: skip
    steps = [
        ('month_start=""', "month"),
        ("N(pacing_target)<=0", "target"),
        ("COUNT(as_of)=0", "as_of"),
        ("N(pacing_elapsed)=0", "not_begun"),
        ('pacing_actual=""', "entries"),
    ]
    formula = state
    for condition, id_ in reversed(steps):
        formula = f"IF({condition},{_words(page, f'missing.{id_}')},{formula})"
    put(page, "B3", f"={formula}", theme.HEADLINE)
    page.sheet.row_dimensions[3].height = 28.0
    missed = ",".join(f"IF($R{row}={_words(page, 'gate.missed')},{row - 6},0)" for row in (7, 8, 9))
    week = f"MAX({missed})"
    action = _words(page, "do_gate", week=f'TEXT({week},"0")', action=f'INDEX(gate_actions,MAX(1,{week}))&""')
    forgotten = _words(page, "forgotten", days='TEXT(V10,"0")')
    gate_note = f'IF({week}=0,"",{action})'
    put(page, "B4", f'=IF(pacing_pace="","",{gate_note}&IF(V10>0,{forgotten},""))', theme.MESSAGE)
    page.sheet.row_dimensions[4].height = theme.GUIDANCE_HEIGHT


def _write_results(page: Page) -> None:
    put_section(page, "B12:C12", _id("results"))
    no_data, not_begun = sentence(page, "level.NO_DATA"), _words(page, "not_begun")
    judged = "pacing_actual,pacing_target,pacing_elapsed"
    alert = f'KPI_ALERT({judged},"higher",,"{page.language}")'
    unknown = (
        "OR(COUNT(pacing_actual,pacing_target,pacing_elapsed)<3,N(pacing_target)<=0,N(pacing_elapsed)=0)"
    )
    too_early = 'AND(pacing_elapsed<>"",N(pacing_elapsed)=0)'
    gone, summed = 'COUNTIF(pacing_dates,"<="&as_of)', 'SUMIF(pacing_dates,"<="&as_of,daily_entries)'
    rows = (
        ("label", f'=IF({too_early},{not_begun},IF(pacing_pace="",{no_data},{alert}))', None),
        ("pace", f'=IF({unknown},"",KPI_PACE({judged}))', PERCENT),
        ("actual", f'=IF(OR(COUNT(daily_entries)=0,COUNT(as_of)=0),"",{summed})', COUNT),
        ("due", '=IF(COUNT(pacing_target,pacing_elapsed)<2,"",pacing_target*pacing_elapsed)', TENTHS),
        (
            "achievement",
            '=IF(OR(pacing_actual="",N(pacing_target)<=0),"",KPI_ACHIEVEMENT(pacing_actual,pacing_target))',
            PERCENT,
        ),
        ("days_left", f'=IF(pacing_elapsed="","",pacing_days-{gone})', page.format("days")),
        (
            "needed",
            '=IF(OR(pacing_actual="",N(pacing_target)<=0,N(days_left)=0),"",'
            "KPI_RUN_RATE(pacing_actual,pacing_target,days_left))",
            TENTHS,
        ),
        ("landing", '=IF(pacing_pace="","",KPI_LANDING(pacing_actual,pacing_elapsed))', TENTHS),
        ("gap", '=IF(pacing_landing="","",pacing_landing-pacing_target)', GAP),
    )  # fmt: skip
    for row, (id_, formula, number_format) in enumerate(rows, 13):
        key = id_ in ("label", "pace")
        put_text(page, f"B{row}", _id(f"result.{id_}"), theme.KEY_LABEL if key else theme.LABEL)
        style = theme.KEY_RESULT if key else theme.RESULT if id_ in ("needed", "landing") else theme.OUTPUT
        put(
            page,
            f"C{row}",
            formula,
            style,
            number_format,
        )
    colour_by_level(page, "C13", "$V$9")


def _write_holidays(page: Page, case: PacingCase) -> None:
    put_section(page, "B23:C23", _id("holidays"))
    put_text(page, "B24", _id("holidays.note"), theme.NOTE)
    paint(page, "B25:C36", theme.INPUT, page.format("day"))
    places = (*downwards("B25", 12), *downwards("C25", 12))
    for cell, (day, _) in zip(places, holidays_of(date(case.fiscal_year, 4, 1))):
        page.sheet[cell].value = day
    accept(page, "B25:C36", DAY)


def _write_days(page: Page, case: PacingCase) -> None:
    put_section(page, "E5:I5", _id("days"))
    put_text(page, "E6", _id("number"), theme.HEADING)
    put_text(page, "F6", _id("date"), theme.HEADING)
    put_across(page, "G6", [_id(column) for column in ("entry", "cumulative", "to_date")], theme.HEADING)
    page.sheet.row_dimensions[6].height = theme.HEADING_HEIGHT
    for number, row in enumerate(range(FIRST, LAST + 1), 1):
        day = f"WORKDAY(month_start-1,{number},holidays)"
        date_formula = f'=IF(month_start="","",IF({day}>EOMONTH(month_start,0),"",{day}))'
        put(page, f"E{row}", f'=IF(F{row}="","",{number})', theme.OUTPUT, COUNT)
        put(page, f"F{row}", date_formula, theme.OUTPUT, page.format("pacing_day"))
        entered = case.entries[number - 1] if number <= len(case.entries) else None
        put(page, f"G{row}", entered, theme.INPUT, COUNT)
        nothing = f'OR(F{row}="",COUNT(as_of)=0,COUNT($G${FIRST}:$G${LAST})=0,N(F{row})>N(as_of))'
        put(page, f"H{row}", f'=IF({nothing},"",SUM(G${FIRST}:G{row}))', theme.RESULT, COUNT)
        share = f"pacing_target*{number}/pacing_days"
        put(page, f"I{row}", f'=IF(OR(F{row}="",N(pacing_target)<=0),"",{share})', theme.OUTPUT, TENTHS)
    accept(page, f"G{FIRST}:G{LAST}", ENTRY)
    colour_where(page, f"E{FIRST}:F{LAST}", f"AND(ISNUMBER($F{FIRST}),$F{FIRST}=$C$10)", theme.NOW_LOOK)
    for row, id_ in enumerate(("weekends", "shift"), LAST + 1):
        put_text(page, f"E{row}", _id(f"days.{id_}"), theme.NOTE)


def _write_gates(page: Page) -> None:
    """A week is judged once it is over; the agreed action lights up where its gate was missed."""
    put_section(page, "K5:S5", _id("gates"))
    put_text(page, "K6", _id("week"), theme.HEADING_TEXT)
    columns = ("gate_day", "gate", "gate_need", "gate_actual", "gate_planned", "gate_chance")
    put_across(page, "L6", [_id(column) for column in columns], theme.HEADING)
    put_text(page, "R6", _id("gate_result"), theme.HEADING_CENTRED)
    put_text(page, "S6", _id("gate_action"), theme.HEADING_TEXT)
    passed, missed = sentence(page, "gate.passed"), _words(page, "gate.missed")
    for week, row in enumerate((7, 8, 9), 1):
        put_text(page, f"K{row}", _id(f"week_{week}"), theme.LABEL)
        day = f'=IF(month_start="","",month_start+{7 * week - 1})'
        put(page, f"L{row}", day, theme.OUTPUT, page.format("pacing_day"))
        put(page, f"M{row}", GATES[week - 1], theme.FIXED, WHOLE_PERCENT)
        unplanned = f'OR(L{row}="",N(pacing_target)<=0,pacing_days=0)'
        need = f"ROUNDUP(ROUND(pacing_target*M{row},6),0)"
        put(page, f"N{row}", f'=IF({unplanned},"",{need})', theme.OUTPUT, COUNT)
        over = f'OR(N{row}="",pacing_actual="",N(L{row})>N(as_of))'
        reached = f'SUMIF(pacing_dates,"<="&L{row},daily_entries)'
        put(page, f"O{row}", f'=IF({over},"",{reached})', theme.RESULT, COUNT)
        share = f'COUNTIF(pacing_dates,"<="&L{row})/pacing_days'
        put(page, f"P{row}", f'=IF({unplanned},"",{share})', theme.OUTPUT, WHOLE_PERCENT)
        chance = f"KPI_GATE_CHANCE(pacing_target,P{row},M{row})"
        put(page, f"Q{row}", f'=IF(P{row}="","",{chance})', theme.OUTPUT, WHOLE_PERCENT)
        result = f'KPI_GATE({week},O{row},pacing_target,"{page.language}")'
        judged = f'=IF(O{row}="","—",IF({result}={passed},{passed},{missed}))'
        put(page, f"R{row}", judged, theme.OUTPUT_CENTRED)
        put_text(page, f"S{row}", _id(f"action_{week}"), theme.INPUT_TEXT)
    accept(page, "S7:S9", WORDS)
    colour_where(page, "R7:S9", f"$R7={missed}", theme.LEVEL_LOOKS[2])
    put_text(page, "K10", _id("gates.note"), theme.NOTE)


def _write_past(page: Page, case: PacingCase) -> None:
    put_section(page, "K12:S12", _id("past"))
    put_text(page, "K13", _id("month"), theme.HEADING_TEXT)
    put_text(page, "K14", _id("result.achievement"), theme.LABEL)
    paint(page, "L14:Q14", theme.INPUT, WHOLE_PERCENT)
    for place, (month, cell) in enumerate(zip(to_the_right("L13", PAST), to_the_right("L14", PAST))):
        named = f'=IF(month_start="","",EDATE(month_start,{place - PAST}))'
        put(page, month, named, theme.HEADING, page.format("pacing_month"))
        if place < len(case.achievements):
            page.sheet[cell].value = case.achievements[place]
    accept(page, "L14:Q14", ACHIEVED)
    put_gapless(page, "$L14:$Q14", "$X14:$AC14", "$AE14:$AJ14")
    months = "$AE$14:$AJ$14"
    put_text(page, "K15", _id("streak"), theme.LABEL)
    put(
        page,
        "L15",
        f'=IF(COUNT({months})=0,"",KPI_STREAK({months},1))',
        theme.RESULT,
        page.format("pacing_months"),
    )
    paint(page, "L16:S16", theme.OUTPUT_TEXT)
    put_text(page, "K16", _id("escalation"), theme.LABEL)
    # one month missed calls for nothing; a program without our functions would show #NAME? for ""
    escalation = f'KPI_ESCALATION({months},"{page.language}")'
    none = _words(page, "escalation.none")
    put(page, "L16", f'=IF(L15="","",IF(L15<2,{none},{escalation}))', theme.OUTPUT_TEXT)
    put_text(page, "M15", _id("past.note"), theme.NOTE)
    gravest = sentence(page, "escalation.report_to_head")
    colour_where(page, "L16:S16", f"$L$16={gravest}", theme.LEVEL_LOOKS[3])
    colour_where(page, "L16:S16", "AND(ISNUMBER($L$15),$L$15>=2)", theme.LEVEL_LOOKS[2])
    colour_where(page, "L14:Q14", "AND(ISNUMBER(L14),L14<0.7)", theme.LEVEL_LOOKS[3])


def _write_chart(page: Page) -> None:
    """Columns for the actual and for the gates, a line for the target.

    Days to come are empty texts, which columns show as nothing; a line would fall to zero there, and so the
    target goes on flat behind a month that has fewer business days than the chart has room.
    """
    unit = f'IF(pacing_unit="","",{_words(page, "chart.unit", unit="pacing_unit")})'
    paint(page, "K18:S18", theme.SECTION)
    put(page, "K18", "=" + _words(page, "chart", unit=unit), theme.SECTION)
    for column, id_ in zip("UVWX", ("label", "actual", "gate", "target")):
        put_text(page, f"{column}18", _id(f"chart.{id_}"), theme.CHART_FEED)
    for number, row in enumerate(range(19, 19 + DAYS), 1):
        source = FIRST + number - 1
        put(page, f"U{row}", f'=IF(F{source}="","",TEXT(F{source},"d"))', theme.CHART_FEED)
        put(page, f"V{row}", f"=H{source}", theme.CHART_FEED, COUNT)
        due = ",".join(f'({number}=COUNTIF(pacing_dates,"<="&$L${gate}))*N($N${gate})' for gate in (7, 8, 9))
        put(page, f"W{row}", f'=IF(OR(F{source}="",MAX({due})=0),"",MAX({due}))', theme.CHART_FEED, COUNT)
        target = f"N(pacing_target)*MIN({number},pacing_days)/MAX(pacing_days,1)"
        put(page, f"X{row}", f"={target}", theme.CHART_FEED, TENTHS)
    place_chart(page, _chart(page), "K19:S36")


def _chart(page: Page) -> BarChart:
    last = 18 + DAYS
    actual, gate, target = (
        chart_series(page, f"{column}19:{column}{last}", f"U19:U{last}", f"{column}18") for column in "VWX"
    )
    chart = gated_chart(actual, gate, target)
    show_axes(chart, "General", page.text(_id("axis.count")))
    chart.y_axis.scaling.min = 0
    chart.x_axis.title = chart_title(page.text(_id("axis.days")), 9, bold=False)
    legend_on_top(chart)
    return chart


SHEET = Recipe("planner.weekly_pacing.sheet", NAMES, write)
