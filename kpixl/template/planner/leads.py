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
    Named("channel_scores", "W7:W12"),
)

MARKED = ("E", "F", "G", "H", "I", "J", "K", "L")
KEYED = ("Y", "Z", "AA", "AB", "AC", "AD", "AE", "AF")
RULE_KEYS = tuple(f"$S${row}" for row in range(7, 7 + RULES))
DATES = ("D", "M", "N", "O")

WIDTHS = {
    **dict.fromkeys("AR", 3.0),
    **dict.fromkeys(MARKED, 9.0),
    **dict.fromkeys(DATES, 12.0),
    **dict.fromkeys((*"TUVWX", *KEYED), 9.0),
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
STATES = ("won", "sql", "mql", "hand_over", "nurturing", CHECK)


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.leads.title", "planner.leads.guidance", WIDTHS)
    _write_rules(page, case)
    _write_results(page)
    _write_channels(page)
    _write_leads(page, case)
    set_up_print(page, f"A1:Q{LAST}", freeze="A4", heading_row=HEADINGS)


def _rows(column: str) -> str:
    return f"${column}${FIRST}:${column}${LAST}"


def _state(page: Page, id_: str) -> str:
    return sentence(page, f"planner.leads.state.{id_}")


def _write_rules(page: Page, case: Case) -> None:
    """What is added up; blank and repeated names must not mix up the points, so each gets its number."""
    put_section(page, "B5:D5", "planner.leads.rules")
    put_text(page, "B6", "planner.leads.number", theme.HEADING_CENTRED)
    put_text(page, "C6", "planner.leads.attribute", theme.HEADING_TEXT)
    put_text(page, "D6", "planner.leads.points", theme.HEADING)
    put_across(page, "S6", ["planner.leads.feed.rule", "planner.leads.feed.points"], theme.CHART_FEED)
    paint(page, "C7:C14", theme.INPUT_TEXT)
    paint(page, "D7:D14", theme.INPUT, page.format("points"))
    for row, rule in enumerate(case.scoring, 7):
        put_text(page, f"C{row}", f"planner.attribute.{rule.id}", theme.INPUT_TEXT)
        page.sheet[f"D{row}"].value = rule.points
    for place, row in enumerate(range(7, 7 + RULES), 1):
        put_text(page, f"B{row}", f"planner.leads.mark.{place}", theme.OUTPUT_CENTRED)
        put(page, f"S{row}", f'="{place} "&C{row}', theme.CHART_FEED)
        put(page, f"T{row}", f"=IF(COUNT(D{row})=1,D{row},0)", theme.CHART_FEED)
    paint(page, "B15:C16", theme.LABEL)
    put_text(page, "B15", "planner.leads.threshold", theme.LABEL)
    put_text(page, "B16", "planner.leads.maturity", theme.LABEL)
    put(page, "D15", case.lead_threshold, theme.INPUT, page.format("points"))
    put(page, "D16", case.maturity_days, theme.INPUT, page.format("days"))
    for cells, check in (("C7:C14", WORDS), ("D7:D14", POINTS), ("D15", THRESHOLD), ("D16", MATURITY)):
        accept(page, cells, check)


def _write_results(page: Page) -> None:
    put_section(page, "F5:L5", "planner.leads.results")
    put_text(page, "F6", "planner.leads.result", theme.HEADING_TEXT)
    paint(page, "G6:K6", theme.HEADING_TEXT)
    put_text(page, "L6", "planner.leads.value", theme.HEADING)
    entered, mql, sql, won = (_rows(column) for column in DATES)
    checked = f"COUNTIF({_rows('Q')},{_state(page, CHECK)})"
    none, wrong = '"—"', _state(page, CHECK)
    scored, ready = f"COUNT({_rows('P')})=0", "COUNT(lead_threshold)=0"
    finished = f'COUNTIFS({entered},">0",{won},">0")=0'
    ripe = f'COUNTIFS({mql},"<="&as_of-maturity_days,{mql},">0")'
    unripe = f"IF(COUNT(as_of,maturity_days)<2,TRUE,{ripe}=0)"
    mature = f"KPI_MATURE_RATE({mql},{sql},as_of,maturity_days)"
    times, counts = page.format("days"), page.format("count")
    results = (
        ("hot", f"OR({scored},{ready})", f'COUNTIF({_rows("P")},">="&lead_threshold)', counts),
        ("hand_over", scored, f"COUNTIF({_rows('Q')},{_state(page, 'hand_over')})", counts),
        ("quality", scored, f"KPI_QUALITY({_rows('U')})", page.format("quality")),
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


def _write_channels(page: Page) -> None:
    """The mean score of each channel's leads, as a chart."""
    put_section(page, "N5:Q5", "planner.leads.channels")
    put_across(page, "V6", ["planner.leads.channel", "planner.leads.feed.mean"], theme.CHART_FEED)
    for place, row in enumerate(range(7, 7 + CHANNELS), 1):
        put(page, f"V{row}", f'=INDEX(channel_names,{place})&""', theme.CHART_FEED)
        which = f"{_rows('C')},V{row},{_rows('P')}"
        unknown = f'OR(V{row}="",COUNTIFS({which},">=0")=0)'
        mean = f'=IF({unknown},"",SUMIFS({_rows("P")},{_rows("C")},V{row})/COUNTIFS({which},">=0"))'
        put(page, f"W{row}", mean, theme.CHART_FEED, TENTHS)
    chart = bar_chart(page, "V7:V12", "W7:W12", "W6", page.text("template.format.points"))
    place_chart(page, chart, "N6:Q16")


def _write_leads(page: Page, case: Case) -> None:
    put_section(page, f"B{HEADINGS - 2}:Q{HEADINGS - 2}", "planner.leads.list")
    for place, cell in enumerate(to_the_right(f"E{HEADINGS - 1}", RULES), 1):
        put(page, cell, f'=INDEX(scoring_rules,{place})&""', theme.HEADING_CENTRED)
    page.sheet.row_dimensions[HEADINGS - 1].height = 3 * theme.LINE_HEIGHT
    marks = [f"planner.leads.mark.{place}" for place in range(1, RULES + 1)]
    ends = ("mql", "sql", "won", "score", "state")
    starts = ("number", "channel", "entered")
    text_ids = [f"planner.leads.{id_}" for id_ in starts] + marks + [f"planner.leads.{id_}" for id_ in ends]
    columns = [page.text(text_id) for text_id in text_ids]
    put_table(page, f"B{HEADINGS}:Q{LAST}", "Leads", columns, theme.HEADING_CENTRED, filters=False)
    put_text(page, f"U{HEADINGS}", "planner.leads.feed.points", theme.CHART_FEED)
    put_across(page, f"Y{HEADINGS}", marks, theme.CHART_FEED)
    day = page.format("date")
    for number, row in enumerate(range(FIRST, LAST + 1), 1):
        put(page, f"B{row}", number, theme.OUTPUT_CENTRED)
        paint(page, f"C{row}", theme.INPUT_TEXT)
        paint(page, f"E{row}:L{row}", theme.INPUT_CENTRED)
        for column in DATES:
            paint(page, f"{column}{row}", theme.INPUT, day)
        _write_judgement(page, row)
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


def _write_judgement(page: Page, row: int) -> None:
    """Score and state; the marks are spelled out beside the table, as KPI_SCORE takes them."""
    for column, mark, key in zip(KEYED, MARKED, RULE_KEYS):
        put(page, f"{column}{row}", f'=IF({mark}{row}="○",{key},"")', theme.CHART_FEED)
    score = f"MAX(0,KPI_SCORE(Y{row}:AF{row},$S$7:$S$14,$T$7:$T$14))"
    put(page, f"P{row}", f'=IF(COUNT(D{row})=0,"",{score})', theme.RESULT, COUNT)
    put(page, f"U{row}", f"=N(P{row})", theme.CHART_FEED)
    texts = f"COUNT(D{row},M{row}:O{row})<COUNTA(D{row},M{row}:O{row})"
    backwards = f"COUNT(M{row})*(M{row}<D{row})+COUNT(N{row})*(N{row}<MAX(D{row},M{row}))"
    backwards += f"+COUNT(O{row})*(O{row}<MAX(D{row},M{row},N{row}))>0"
    hot = f"IF(COUNT(lead_threshold)=0,FALSE,P{row}>=lead_threshold)"
    reached = f"IF({hot},{_state(page, 'hand_over')},{_state(page, 'nurturing')})"
    for column, id_ in zip("MNO", ("mql", "sql", "won")):
        reached = f'IF({column}{row}<>"",{_state(page, id_)},{reached})'
    begun = f"COUNTA(C{row}:O{row})=0"
    wrong = f"OR(COUNT(D{row})=0,{texts},{backwards})"
    put(page, f"Q{row}", f'=IF({begun},"",IF({wrong},{_state(page, CHECK)},{reached}))', theme.OUTPUT_CENTRED)


SHEET = Recipe("planner.leads.sheet", NAMES, write)
