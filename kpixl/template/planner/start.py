"""The sheet Start: the settings, the next step, what is still missing, and the way to every sheet."""

from __future__ import annotations

from datetime import date

from kpixl.domain.calendar import named_japanese_holidays
from kpixl.i18n import text
from kpixl.template import theme
from kpixl.template.layout import (
    WORDS,
    Named,
    Page,
    Recipe,
    Rule,
    Value,
    accept,
    colour_where,
    link,
    open_page,
    paint,
    put,
    put_across,
    put_section,
    put_text,
    sentence,
    set_up_print,
)
from kpixl.template.planner.case import MONTHS, Case

NAMES = (
    Named("next_step", "B5"),
    Named("company", "D8"),
    Named("fiscal_start", "D9"),
    Named("as_of", "D10"),
    Named("alert_thresholds", "B15:B17"),
    Named("agreed_actions", "D15:D18"),
    Named("missing_count", "H16"),
    Named("holidays", "B22:B81"),
)

WIDTHS = {
    **dict.fromkeys("AE", 3.0),
    **dict.fromkeys("KLMN", 10.0),
    "B": 22.0,
    "C": 26.0,
    "D": 46.0,
    "F": 5.0,
    "G": 34.0,
    "H": 15.0,
    "I": 58.0,
}

COMPANY = Rule("company", "textLength", "between", "1", "60")
FISCAL_START = Rule("fiscal_start", "custom", first="AND(ISNUMBER(D9),D9>=DATE(2000,1,1),DAY(D9)=1)")
AS_OF = Rule("in_year", "date", "between", "D9", "EDATE(D9,12)-1")
THRESHOLD = Rule("threshold", "decimal", "between", "0.01", "2")
DAY_OFF = Rule("day_off", "date", "greaterThanOrEqual", "DATE(2000,1,1)")

THRESHOLDS = (1.0, 0.8, 0.7)
LEVELS = ("ON_TRACK", "CAUTION", "WARNING", "CRITICAL")
SHEETS = (
    "start",
    "design",
    "funnel",
    "targets",
    "actuals",
    "monitor",
    "updates",
    "diagnosis",
    "leads",
    "actions",
    "review",
    "dashboard",
    "metrics",
)
STALE = "as_of-last_record>7"
OVERDUE = "IF(COUNT(overdue_reviews)=1,overdue_reviews,0)"
ALERTS = 'COUNTIF(alert_levels,">=1")'

RATES_LEFT = "(4-COUNT(step_rates))"
REQUIRED = (  # (id, the sheet it is entered on, the condition under which it is missing)
    ("company", "start", 'company=""'),
    ("fiscal_start", "start", "COUNT(fiscal_start)=0"),
    ("as_of", "start", f"OR(COUNT(as_of)=0,as_of<INDEX(months,1),as_of>EOMONTH(INDEX(months,{MONTHS}),0))"),
    ("revenue_goal", "funnel", "COUNT(revenue_goal)=0"),
    ("unit_price", "funnel", "COUNT(unit_price)=0"),
    ("channel_share", "funnel", "COUNT(channel_share)=0"),
    ("step_rates", "funnel", f"{RATES_LEFT}>0"),
    ("focus_kpi", "design", 'COUNTIF(csf_scores,">0")=0'),
    ("records", "actuals", "COUNT(last_record)=0"),
)
"""What must be filled in before the planner can tell how things stand, in the order of the steps."""

FIRST_REQUIRED, LAST_REQUIRED = 17, 16 + len(REQUIRED)

STEPS = (  # (id, its sheet, its state: 0 done, 1 to be completed, 2 not begun, 3 not its turn)
    ("settings", "start", "IF(SUM(K17:K19)=0,0,1)"),
    ("goal", "funnel", "IF(SUM(K20:K23)=0,0,IF(COUNT(revenue_goal,unit_price,step_rates)=0,2,1))"),
    ("focus", "design", "IF(K24=0,0,2)"),
    ("records", "actuals", f"IF(K25=1,2,IF({STALE},1,0))"),
    ("watch", "monitor", f"IF(missing_count>0,3,IF({OVERDUE}+{ALERTS}>0,1,0))"),
)


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.start.title", "planner.start.guidance", WIDTHS)
    _write_next_step(page)
    _write_settings(page, case)
    _write_levels(page)
    _write_holidays(page, case)
    _write_steps(page)
    _write_missing(page)
    _write_sheets(page)
    set_up_print(page, "A1:I44", freeze="A3")


def _write_next_step(page: Page) -> None:
    """The first thing that is missing; with nothing missing, what most needs attention."""
    put_section(page, "B4:I4", "planner.start.next")
    missing, actions = (f"${column}${FIRST_REQUIRED}:${column}${LAST_REQUIRED}" for column in "KM")
    due = (
        ("missing_count>0", f"INDEX({actions},MATCH(1,{missing},0))"),
        (STALE, sentence(page, "planner.start.next.stale")),
        (f"{OVERDUE}>0", sentence(page, "planner.start.next.overdue", count=_number(OVERDUE))),
        (f"{ALERTS}>0", sentence(page, "planner.start.next.alerts", count=_number(ALERTS))),
    )
    step = sentence(page, "planner.start.next.well")
    for condition, said in reversed(due):
        step = f"IF({condition},{said},{step})"
    paint(page, "B5:I5", theme.KEY_TEXT)
    put(page, "B5", f"={step}", theme.KEY_TEXT)
    page.sheet.row_dimensions[5].height = theme.TITLE_HEIGHT


def _write_settings(page: Page, case: Case) -> None:
    put_section(page, "B7:D7", "planner.start.settings")
    day = page.format("day")
    company = None if case.id == "blank" else page.text(case.text_id("company"))
    inputs: tuple[tuple[str, Value, str, Rule], ...] = (
        ("company", company, "General", COMPANY),
        ("fiscal_start", case.fiscal_start, day, FISCAL_START),
        ("as_of", case.as_of, day, AS_OF),
    )
    paint(page, "B8:C11", theme.LABEL)
    for row, (id_, value, number_format, rule) in enumerate(inputs, 8):
        put_text(page, f"B{row}", f"planner.start.{id_}", theme.LABEL)
        put(page, f"D{row}", value, theme.INPUT_TEXT, number_format)
        accept(page, f"D{row}", rule)
    put_text(page, "B11", "planner.start.period", theme.LABEL)
    month = f'KPI_PERIOD(month_start,MONTH(INDEX(months,1)),"month","{page.language}")'
    put(page, "D11", f"={month}", theme.OUTPUT_TEXT)


def _write_levels(page: Page) -> None:
    put_section(page, "B13:D13", "planner.start.levels")
    put_across(page, "B14", ("planner.start.threshold", "planner.start.level"), theme.HEADING_CENTRED)
    put_text(page, "D14", "planner.start.action", theme.HEADING_TEXT)
    at_least, below = page.format("at_least"), page.format("below")
    for row, threshold in enumerate(THRESHOLDS, 15):
        put(page, f"B{row}", threshold, theme.INPUT, at_least)
    put(page, "B18", "=B17", theme.OUTPUT, below)
    for row, level in enumerate(LEVELS, 15):
        put_text(page, f"C{row}", f"level.{level}", theme.OUTPUT_CENTRED)
        put_text(page, f"D{row}", f"planner.start.action.{level}", theme.INPUT_TEXT)
        colour_where(page, f"C{row}", "TRUE", theme.LEVEL_LOOKS[row - 15])
    accept(page, "B15:B17", THRESHOLD)
    accept(page, "D15:D18", WORDS)


def _write_holidays(page: Page, case: Case) -> None:
    put_section(page, "B20:D20", "planner.start.holidays")
    put_across(page, "B21", ("planner.start.holiday", "planner.start.holiday_name"), theme.HEADING_TEXT)
    paint(page, "D21", theme.HEADING_TEXT)
    paint(page, "B22:B81", theme.INPUT_TEXT, page.format("weekday"))
    paint(page, "C22:C81", theme.INPUT_TEXT)
    for row, (day, text_id) in enumerate(holidays_of(case.fiscal_start), 22):
        page.sheet[f"B{row}"].value = day
        page.sheet[f"C{row}"].value = page.text(text_id)
    put_text(page, "D22", "planner.start.holidays.note", theme.NOTE)
    put_text(page, "D23", "planner.start.holidays.note_2", theme.NOTE)
    accept(page, "B22:B81", DAY_OFF)
    accept(page, "C22:C81", WORDS)


def _write_steps(page: Page) -> None:
    put_section(page, "F7:I7", "planner.start.steps")
    paint(page, "F8:I8", theme.HEADING_TEXT)
    put_text(page, "G8", "planner.start.step", theme.HEADING_TEXT)
    put_text(page, "H8", "planner.start.state", theme.HEADING_CENTRED)
    put_text(page, "I8", "planner.start.detail", theme.HEADING_TEXT)
    put_text(page, "K8", "planner.start.feed.state", theme.CHART_FEED)
    for number, (row, (id_, sheet, state)) in enumerate(zip(range(9, 14), STEPS), 1):
        put(page, f"F{row}", number, theme.OUTPUT_CENTRED)
        put_text(page, f"G{row}", f"planner.start.step.{id_}", theme.LINK)
        link(page, f"G{row}", f"planner.{sheet}.sheet")
        put(page, f"K{row}", f"={state}", theme.CHART_FEED)
        words = ",".join(
            sentence(page, f"planner.start.state.{word}")
            for word in ("done", f"partly.{id_}", "open", "later")
        )
        put(page, f"H{row}", f"=CHOOSE(K{row}+1,{words})", theme.OUTPUT_CENTRED)
        put(page, f"I{row}", f"={_detail(page, id_, row)}", theme.OUTPUT_TEXT)
    for state_, look in ((0, 0), (1, 1), (2, 2)):
        colour_where(page, "H9:H13", f"$K9={state_}", theme.LEVEL_LOOKS[look])


def _detail(page: Page, step: str, row: int) -> str:
    """How one step stands, in words."""
    left = {"settings": "SUM(K17:K19)", "goal": "SUM(K20:K23)"}
    values = {
        "settings": {"company": "company", "period": "D11"},
        "goal": {
            "goal": 'TEXT(goal_deals,"#,##0")',
            "last": "INDEX(stage_names,5)",
            "first": "INDEX(stage_names,1)",
            "top": 'TEXT(INDEX(required_counts,1),"#,##0")',
        },
        "focus": {"kpi": "focus_kpi"},
        "records": {"day": f'TEXT(last_record,"{page.text("template.format.last_record")}")'},
        "watch": {"alerts": _number(ALERTS), "overdue": _number(OVERDUE)},
    }[step]
    done = sentence(page, f"planner.start.detail.{step}", **values)
    if step in left:
        other = sentence(page, "planner.start.detail.left", count=_number(left[step]))
        return f"IF(K{row}=0,{done},{other})"
    return f"IF(K{row}<2,{done},{sentence(page, f'planner.start.detail.{step}.open')})"


def _write_missing(page: Page) -> None:
    """The required inputs that are empty, closed up: the k-th is where the running count reaches k."""
    put_section(page, "F15:I15", "planner.start.missing")
    paint(page, "F16:H16", theme.KEY_LABEL)
    put_text(page, "F16", "planner.start.missing_count", theme.KEY_LABEL)
    flags = f"K{FIRST_REQUIRED}:K{LAST_REQUIRED}"
    put(page, "H16", f"=SUM({flags})", theme.KEY_RESULT, page.format("items"))
    paint(page, "I16", theme.KEY_LABEL)
    complete = sentence(page, "planner.start.complete")
    put(page, "I16", f'=IF(missing_count=0,{complete},"")', theme.KEY_LABEL)
    feeds = ("missing", "running", "action", "words")
    put_across(page, "K16", [f"planner.start.feed.{feed}" for feed in feeds], theme.CHART_FEED)
    for row, (id_, sheet, condition) in enumerate(REQUIRED, FIRST_REQUIRED):
        where = {"sheet": f'"{page.text(f"planner.{sheet}.sheet")}"'}
        left = {"count": _number(RATES_LEFT)} if id_ == "step_rates" else {}
        put(page, f"K{row}", f"=IF({condition},1,0)", theme.CHART_FEED)
        put(page, f"L{row}", f"=SUM(K${FIRST_REQUIRED}:K{row})", theme.CHART_FEED)
        put(page, f"M{row}", "=" + sentence(page, f"planner.start.do.{id_}", **where), theme.CHART_FEED)
        said = sentence(page, f"planner.start.missing.{id_}", **where, **left)
        put(page, f"N{row}", f"={said}", theme.CHART_FEED)
    running, words = (f"${column}${FIRST_REQUIRED}:${column}${LAST_REQUIRED}" for column in "LN")
    for place in range(1, len(REQUIRED) + 1):
        row = FIRST_REQUIRED - 1 + place
        put(page, f"F{row}", f'=IF({place}>missing_count,"",{place})', theme.MESSAGE)
        said = f"INDEX({words},MATCH({place},{running},0))"
        put(page, f"G{row}", f'=IF({place}>missing_count,"",{said})', theme.MESSAGE)


def _write_sheets(page: Page) -> None:
    first = LAST_REQUIRED + 2
    put_section(page, f"F{first}:I{first}", "planner.start.sheets")
    for row, sheet in enumerate(SHEETS, first + 1):
        paint(page, f"F{row}:I{row}", theme.LABEL)
        put_text(page, f"G{row}", f"planner.{sheet}.sheet", theme.LINK)
        link(page, f"G{row}", f"planner.{sheet}.sheet")
        put_text(page, f"H{row}", f"planner.start.purpose.{sheet}", theme.LABEL)


def holidays_of(first_day: date) -> tuple[tuple[date, str], ...]:
    """Japan's national holidays in the fiscal year from this day, with the text ids of their names."""
    end = first_day.replace(year=first_day.year + 1)
    return tuple(
        (day, _HOLIDAYS.get(name.split()[-1], "planner.holiday.national"))
        for year in (first_day.year, end.year)
        for day, name in named_japanese_holidays(year).items()
        if first_day <= day < end
    )


def _number(value: str) -> str:
    return f'TEXT({value},"0")'


_HOLIDAYS = {
    text(f"planner.holiday.{id_}", "ja"): f"planner.holiday.{id_}"
    for id_ in (
        "new_year",
        "adults",
        "foundation",
        "emperor",
        "spring_equinox",
        "showa",
        "constitution",
        "greenery",
        "children",
        "marine",
        "mountain",
        "respect",
        "autumn_equinox",
        "sports",
        "culture",
        "labour",
        "citizens",
        "substitute",
    )
}

SHEET = Recipe("planner.start.sheet", NAMES, write)
