"""The sheet Leads: how leads are scored, the leads themselves, and what they say about quality and speed."""

from __future__ import annotations

from kpixl.template import theme
from kpixl.template.charting import bar_chart, place_chart
from kpixl.template.layout import (
    COUNT,
    DAY,
    PERCENT,
    TENTHS,
    WORDS,
    Named,
    Page,
    Recipe,
    Rule,
    accept,
    colour_where,
    open_page,
    paint,
    put,
    put_across,
    put_section,
    put_table,
    put_text,
    sentence,
    set_up_print,
    to_the_right,
)
from kpixl.template.planner.case import CHANNELS, Case, Lead
from kpixl.template.table_columns import Columns

HEADINGS = 21
FIRST = HEADINGS + 1
ROWS = 40
LAST = HEADINGS + ROWS
RULES = 8

NAMES = (
    Named("scoring_rules", "C7:C14"),
    Named("scoring_points", "D7:D14"),
    Named("lead_threshold", "D15"),
    Named("maturity_days", "D16"),
    Named("hot_leads", "L7"),
    Named("leads_to_hand_over", "L8"),
    Named("quality_count", "L9"),
    Named("lead_time_median", "L10"),
    Named("lead_time_p90", "L11"),
    Named("matured_rate", "L12"),
    Named("matured_base", "L13"),
    Named("raw_rate", "L14"),
    Named("lead_scores", f"P{FIRST}:P{LAST}"),
    Named("lead_states", f"Q{FIRST}:Q{LAST}"),
    Named("channel_scores", "T7:T12"),
)

MARKED = ("E", "F", "G", "H", "I", "J", "K", "L")
DATES = ("D", "M", "N", "O")
POINTS_OF_MARKS = "$V$7:$AC$7"
FULL_SCORE = 100
COLUMNS = {
    letter: f"planner.leads.{id_}"
    for letter, id_ in zip(
        "BCDEFGHIJKLMNOPQ",
        (
            *("number", "channel", "entered"),
            *(f"mark.{place}" for place in range(1, RULES + 1)),
            *("mql", "sql", "won", "score", "state"),
        ),
    )
}

WIDTHS = {
    **dict.fromkeys("AR", 3.0),
    **dict.fromkeys(MARKED, 9.0),
    **dict.fromkeys(DATES, 12.0),
    **dict.fromkeys(("T", "V", "W", "X", "Y", "Z", "AA", "AB", "AC"), 9.0),
    "B": 6.0,
    "C": 26.0,
    "L": 10.0,
    "P": 8.0,
    "Q": 15.0,
    "S": 26.0,
}

POINTS = Rule("scoring_points", "whole", "between", "-100", "100")
THRESHOLD = Rule("lead_threshold", "whole", "between", "1", "100")
MATURITY = Rule("maturity_days", "whole", "between", "1", "365")
CHANNEL = Rule("lead_channel", "list", first="channel_names")
MARK = Rule("lead_mark", "list", first='"○"')

CHECK = "check"


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.leads.title", "planner.leads.guidance", WIDTHS)
    _write_rules(page, case)
    leads = Columns(page, "Leads", COLUMNS)
    _write_results(page, leads)
    _write_channels(page, leads)
    _write_leads(page, case, leads)
    set_up_print(page, "A:Q", freeze="A4", heading_row=HEADINGS)


def _state(page: Page, id_: str) -> str:
    return sentence(page, f"planner.leads.state.{id_}")


def _write_rules(page: Page, case: Case) -> None:
    """What is added up; the points stand once more side by side, as the marks of a lead do."""
    put_section(page, "B5:D5", "planner.leads.rules")
    put_text(page, "B6", "planner.leads.number", theme.HEADING_CENTRED)
    put_text(page, "C6", "planner.leads.attribute", theme.HEADING_TEXT)
    put_text(page, "D6", "planner.leads.points", theme.HEADING)
    put_across(page, "V6", [f"planner.leads.mark.{place}" for place in range(1, RULES + 1)], theme.CHART_FEED)
    paint(page, "C7:C14", theme.INPUT_TEXT)
    paint(page, "D7:D14", theme.INPUT, page.format("points"))
    for row, rule in enumerate(case.scoring, 7):
        put_text(page, f"C{row}", f"planner.attribute.{rule.id}", theme.INPUT_TEXT)
        page.sheet[f"D{row}"].value = rule.points
    for place, row in enumerate(range(7, 7 + RULES), 1):
        put_text(page, f"B{row}", f"planner.leads.mark.{place}", theme.OUTPUT_CENTRED)
    for row, cell in enumerate(to_the_right("V7", RULES), 7):
        put(page, cell, f"=IF(COUNT(D{row})=1,D{row},0)", theme.CHART_FEED)
    paint(page, "B15:C16", theme.LABEL)
    put_text(page, "B15", "planner.leads.threshold", theme.LABEL)
    put_text(page, "B16", "planner.leads.maturity", theme.LABEL)
    put(page, "D15", case.lead_threshold, theme.INPUT, page.format("points"))
    put(page, "D16", case.maturity_days, theme.INPUT, page.format("days"))
    for cells, check in (("C7:C14", WORDS), ("D7:D14", POINTS), ("D15", THRESHOLD), ("D16", MATURITY)):
        accept(page, cells, check)


def _write_results(page: Page, leads: Columns) -> None:
    put_section(page, "F5:L5", "planner.leads.results")
    put_text(page, "F6", "planner.leads.result", theme.HEADING_TEXT)
    paint(page, "G6:K6", theme.HEADING_TEXT)
    put_text(page, "L6", "planner.leads.value", theme.HEADING)
    entered, mql, sql, won = (leads.all(column) for column in DATES)
    scores, states = leads.all("P"), leads.all("Q")
    checked = f"COUNTIF({states},{_state(page, CHECK)})"
    none, wrong = '"—"', _state(page, CHECK)
    scored, ready = f"COUNT({scores})=0", "COUNT(lead_threshold)=0"
    finished = f'COUNTIFS({entered},">0",{won},">0")=0'
    ripe = f'COUNTIFS({mql},"<="&as_of-maturity_days,{mql},">0")'
    unripe = f"IF(COUNT(as_of,maturity_days)<2,TRUE,{ripe}=0)"
    mature = f"KPI_MATURE_RATE({mql},{sql},as_of,maturity_days)"
    times, counts = page.format("days"), page.format("count")
    results = (
        ("hot", f"OR({scored},{ready})", f'COUNTIF({scores},">="&lead_threshold)', counts),
        ("hand_over", scored, f"COUNTIF({states},{_state(page, 'hand_over')})", counts),
        ("quality", scored, f"SUM({scores})/{FULL_SCORE}", page.format("quality")),
        ("median", finished, f"KPI_LEAD_TIME({entered},{won})", times),
        ("p90", finished, f'KPI_LEAD_TIME({entered},{won},"p90")', times),
        ("matured", unripe, f"INDEX({mature},1)", PERCENT),
        ("base", unripe, f"INDEX({mature},2)", counts),
        ("raw", f"COUNT({mql})=0", f'COUNTIFS({mql},">0",{sql},">0")/COUNT({mql})', PERCENT),
    )
    for row, (id_, unknown, formula, shown) in enumerate(results, 7):
        of_dates = id_ not in ("hot", "hand_over", "quality")
        value = f"IF({checked}>0,{wrong},{formula})" if of_dates else formula
        label, result = (theme.KEY_LABEL, theme.KEY_RESULT) if row == 7 else (theme.LABEL, theme.RESULT)
        paint(page, f"F{row}:K{row}", label)
        put_text(page, f"F{row}", f"planner.leads.result.{id_}", label)
        put(page, f"L{row}", f"=IF({unknown},{none},{value})", result, shown)
    put_text(page, "F15", "planner.leads.note.quality", theme.NOTE)
    put_text(page, "F16", "planner.leads.note.matured", theme.NOTE)
    put_text(page, "B17", "planner.leads.note.rows", theme.NOTE)
    said = {
        id_: sentence(page, f"planner.leads.headline.{id_}", count=value, days='TEXT(L10,"0")')
        for id_, value in (
            ("none", '""'),
            ("check", f'TEXT({checked},"0")'),
            ("hand_over", 'TEXT(L8,"0")'),
            ("hot", 'TEXT(L7,"0")'),
            ("no_threshold", '""'),
        )
    }
    calm = f"IF({ready},{said['no_threshold']},{said['hot']})"
    urgent = f"IF({checked}>0,{said['check']},IF(N(L8)>0,{said['hand_over']},{calm}))"
    put(page, "B3", f"=IF({scored},{said['none']},{urgent})", theme.HEADLINE)
    page.sheet.row_dimensions[3].height = theme.GUIDANCE_HEIGHT


def _write_channels(page: Page, leads: Columns) -> None:
    """The mean score of each channel's leads, as a chart."""
    put_section(page, "N5:Q5", "planner.leads.channels")
    put_across(page, "S6", ["planner.leads.channel", "planner.leads.feed.mean"], theme.CHART_FEED)
    channels, scores = leads.all("C"), leads.all("P")
    for place, row in enumerate(range(7, 7 + CHANNELS), 1):
        put(page, f"S{row}", f'=INDEX(channel_names,{place})&""', theme.CHART_FEED)
        which = f"{channels},S{row},{scores}"
        unknown = f'OR(S{row}="",COUNTIFS({which},">=0")=0)'
        mean = f'=IF({unknown},"",SUMIFS({scores},{channels},S{row})/COUNTIFS({which},">=0"))'
        put(page, f"T{row}", mean, theme.CHART_FEED, TENTHS)
    chart = bar_chart(page, "S7:S12", "T7:T12", "T6", page.text("template.format.points"))
    place_chart(page, chart, "N6:Q16")


def _write_leads(page: Page, case: Case, leads: Columns) -> None:
    put_section(page, f"B{HEADINGS - 2}:Q{HEADINGS - 2}", "planner.leads.list")
    for place, cell in enumerate(to_the_right(f"E{HEADINGS - 1}", RULES), 1):
        put(page, cell, f'=INDEX(scoring_rules,{place})&""', theme.HEADING_CENTRED)
    page.sheet.row_dimensions[HEADINGS - 1].height = 3 * theme.LINE_HEIGHT
    area = f"B{HEADINGS}:Q{LAST}"
    put_table(page, area, leads.table, leads.headings(), theme.HEADING_CENTRED, filters=False)
    paint(page, f"C{FIRST}:C{LAST}", theme.INPUT_TEXT)
    paint(page, f"E{FIRST}:L{LAST}", theme.INPUT_CENTRED)
    for column in DATES:
        paint(page, f"{column}{FIRST}:{column}{LAST}", theme.INPUT, page.format("date"))
    leads.fill("B", leads.place, theme.OUTPUT_CENTRED)
    leads.fill("P", _score(leads), theme.RESULT, COUNT)
    leads.fill("Q", _state_of(page, leads), theme.OUTPUT_CENTRED)
    for row, lead in enumerate(case.leads, FIRST):
        _write_lead(page, case, lead, row)
    accept(page, f"C{FIRST}:C{LAST}", CHANNEL)
    accept(page, f"E{FIRST}:L{LAST}", MARK)
    for column in DATES:
        accept(page, f"{column}{FIRST}:{column}{LAST}", DAY)
    for id_, level in (("hand_over", 2), (CHECK, 3), ("won", 0)):
        condition = f"$Q{FIRST}={_state(page, id_)}"
        colour_where(page, f"Q{FIRST}:Q{LAST}", condition, theme.LEVEL_LOOKS[level])


def _write_lead(page: Page, case: Case, lead: Lead, row: int) -> None:
    sheet = page.sheet
    sheet[f"C{row}"].value = page.text(f"planner.channel.{case.channels[lead.channel]}")
    for column, day in zip(DATES, (lead.entered, lead.qualified, lead.accepted, lead.won)):
        sheet[f"{column}{row}"].value = day
    for column, has in zip(MARKED, lead.attributes):
        sheet[f"{column}{row}"].value = "○" if has else None


def _score(leads: Columns) -> str:
    """The points of what applies to the lead, from 0 to the full score."""
    points = f'SUMPRODUCT(({leads.here("E", "L")}="○")*{POINTS_OF_MARKS})'
    return f'IF(COUNT({leads.here("D")})=0,"",MAX(0,MIN({FULL_SCORE},{points})))'


def _state_of(page: Page, leads: Columns) -> str:
    """The last step that the lead has made, or whether it is hot."""
    entered, mql, sql, won = (leads.here(column) for column in DATES)
    texts = f"COUNT({entered},{mql},{sql},{won})<COUNTA({entered},{mql},{sql},{won})"
    backwards = f"COUNT({mql})*({mql}<{entered})+COUNT({sql})*({sql}<MAX({entered},{mql}))"
    backwards += f"+COUNT({won})*({won}<MAX({entered},{mql},{sql}))>0"
    hot = f"IF(COUNT(lead_threshold)=0,FALSE,{leads.here('P')}>=lead_threshold)"
    reached = f"IF({hot},{_state(page, 'hand_over')},{_state(page, 'nurturing')})"
    for step, id_ in ((mql, "mql"), (sql, "sql"), (won, "won")):
        reached = f'IF({step}<>"",{_state(page, id_)},{reached})'
    begun = f"COUNTA({leads.here('C', 'O')})=0"
    wrong = f"OR(COUNT({entered})=0,{texts},{backwards})"
    return f'IF({begun},"",IF({wrong},{_state(page, CHECK)},{reached}))'


SHEET = Recipe("planner.leads.sheet", NAMES, write)
