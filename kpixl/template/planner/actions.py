"""The sheet Actions: what was done and spent, and what came of it, by measure and by channel."""

from __future__ import annotations

from kpixl.template import theme
from kpixl.template.charting import bar_chart, place_chart
from kpixl.template.layout import (
    ACTUAL_COUNT,
    COUNT,
    DAY,
    WHOLE_PERCENT,
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
)
from kpixl.template.planner.case import CHANNELS, Case, Measure
from kpixl.template.table_columns import Columns

HEADINGS = 19
FIRST = HEADINGS + 1
ROWS = 15
LAST = HEADINGS + ROWS

NAMES = (
    Named("channel_costs", "J8:J13"),
    Named("channel_cpl", "N8:N13"),
    Named("channel_cpa", "O8:O13"),
    Named("channel_roi", "P8:P13"),
    Named("total_cost", "J15"),
    Named("measure_states", f"Q{FIRST}:Q{LAST}"),
)

WIDTHS = {
    **dict.fromkeys("AR", 3.0),
    **dict.fromkeys("GHIKL", 9.5),
    **dict.fromkeys("EF", 12.0),
    **dict.fromkeys("JMO", 14.5),
    **dict.fromkeys("SU", 26.0),
    **dict.fromkeys("TV", 10.0),
    "B": 30.0,
    "C": 15.0,
    "D": 20.0,
    "N": 12.5,
    "P": 11.0,
    "Q": 11.0,
}

SPENT = Rule("measure_cost", "decimal", "greaterThanOrEqual")
CHANNEL = Rule("measure_channel", "list", first="channel_names")
INPUTS = {
    **dict.fromkeys("BD", WORDS),
    **dict.fromkeys("EF", DAY),
    **dict.fromkeys("GHKL", ACTUAL_COUNT),
    **dict.fromkeys("JM", SPENT),
    "C": CHANNEL,
}
COLUMNS = {
    "B": "measure",
    "C": "channel",
    "D": "owner",
    "E": "start",
    "F": "due",
    "G": "planned",
    "H": "done",
    "I": "achievement",
    "J": "cost",
    "K": "leads",
    "L": "deals",
    "M": "revenue",
    "N": "cpl",
    "O": "cpa",
    "P": "roi",
    "Q": "state",
}

GAINED = "+#,##0%" + theme.PADDING + ";-#,##0%" + theme.PADDING + ";0%" + theme.PADDING
YEN_IN_CHART = {"ja": (10_000, "#,##0.0"), "en": (1_000, "#,##0")}


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.actions.title", "planner.actions.guidance", WIDTHS)
    measures = Columns(
        page, "Measures", {column: f"planner.actions.{id_}" for column, id_ in COLUMNS.items()}
    )
    _write_headline(page, measures)
    _write_channels(page, measures)
    _write_charts(page)
    _write_measures(page, case, measures)
    set_up_print(page, "A:Q", freeze="A5", heading_row=HEADINGS)


def _state(page: Page, id_: str) -> str:
    return sentence(page, f"planner.actions.state.{id_}")


def _write_headline(page: Page, measures: Columns) -> None:
    """First what is late, for that can be changed today; then where the money works best and worst."""
    states = {id_: f"COUNTIF({measures.all('Q')},{_state(page, id_)})" for id_ in ("overdue", "behind")}
    said = {
        id_: sentence(
            page,
            f"planner.actions.headline.{id_}",
            overdue=f'TEXT({states["overdue"]},"0")',
            behind=f'TEXT({states["behind"]},"0")',
        )
        for id_ in ("none", "late", "fine")
    }
    late = f"{states['overdue']}+{states['behind']}>0"
    nothing = f"COUNTA({measures.all('B')})=0"
    headline = f"=IF({nothing},{said['none']},IF({late},{said['late']},{said['fine']}))"
    put(page, "B3", headline, theme.HEADLINE)
    money = sentence(
        page,
        "planner.actions.headline.money",
        best=_first_by("channel_roi"),
        roi='TEXT(MAX(channel_roi),"#,##0%")',
        dearest=_first_by("channel_cpa"),
        cpa='TEXT(MAX(channel_cpa),"#,##0")',
    )
    put(page, "B4", f'=IF(OR(COUNT(channel_roi)<2,COUNT(channel_cpa)<2),"",{money})', theme.MESSAGE)
    page.sheet.row_dimensions[3].height = theme.GUIDANCE_HEIGHT


def _first_by(amounts: str) -> str:
    """The channel with the largest of these amounts."""
    return f"INDEX($G$8:$G$13,MATCH(MAX({amounts}),{amounts},0))"


def _write_channels(page: Page, measures: Columns) -> None:
    """In the columns of the table below; what has no channel of the list is a row of its own."""
    put_section(page, "G6:P6", "planner.actions.channels")
    paint(page, "G7:I7", theme.HEADING_TEXT)
    put_text(page, "G7", "planner.actions.channel", theme.HEADING_TEXT)
    put_across(page, "J7", [f"planner.actions.{COLUMNS[column]}" for column in "JKLMNOP"], theme.HEADING)
    for place, row in enumerate(range(8, 8 + CHANNELS), 1):
        paint(page, f"G{row}:I{row}", theme.OUTPUT_TEXT)
        put(page, f"G{row}", f'=INDEX(channel_names,{place})&""', theme.OUTPUT_TEXT)
        for column in "JKLM":
            total = f"SUMIFS({measures.all(column)},{measures.all('C')},$G{row})"
            put(page, f"{column}{row}", f'=IF($G{row}="","",{total})', theme.OUTPUT, _format(page, column))
        _write_ratios(page, row, theme.RESULT)
    paint(page, "G14:I14", theme.LABEL)
    paint(page, "G15:I15", theme.TOTAL_LABEL)
    put_text(page, "G14", "planner.actions.other", theme.LABEL)
    put_text(page, "G15", "planner.actions.total", theme.TOTAL_LABEL)
    for column in "JKLM":
        shown = _format(page, column)
        put(page, f"{column}14", f"={column}15-SUM({column}8:{column}13)", theme.OUTPUT, shown)
        put(page, f"{column}15", f"=SUM({measures.all(column)})", theme.TOTAL, shown)
    _write_ratios(page, 14, theme.RESULT)
    _write_ratios(page, 15, theme.TOTAL)
    put_text(page, "G16", "planner.actions.note", theme.NOTE)


def _write_ratios(page: Page, row: int, style: str) -> None:
    """CPL, CPA and ROI of a row outside the table."""
    for column, formula in _ratios(*(f"{column}{row}" for column in "JKLM")).items():
        put(page, f"{column}{row}", f"={formula}", style, _format(page, column))


def _ratios(cost: str, leads: str, deals: str, revenue: str) -> dict[str, str]:
    """CPL, CPA and ROI in their columns."""
    calls = {
        "N": (leads, f"KPI_CPL({cost},{leads})"),
        "O": (deals, f"KPI_CPA({cost},{deals})"),
        "P": (cost, f"KPI_ROI(N({revenue}),{cost})"),
    }
    return {
        column: f'IF(OR(COUNT({cost})=0,N({needed})<=0),"",{call})'
        for column, (needed, call) in calls.items()
    }


def _format(page: Page, column: str) -> str | None:
    if column in "JMNO":
        return page.format("money")
    return {**dict.fromkeys("GHKL", COUNT), **dict.fromkeys("EF", page.format("date")), "P": GAINED}.get(
        column
    )


def _write_charts(page: Page) -> None:
    """CPA and ROI by channel, side by side; each bar's name bears its value."""
    charts = (
        ("cpa", "O", "S", "T", "B6:C6", "B7:C16", *YEN_IN_CHART[page.language]),
        ("roi", "P", "U", "V", "D6:E6", "D7:E16", 1, "+#,##0%;-#,##0%;0%"),
    )
    for id_, source, names, bars, title, place, unit, shown in charts:
        put_section(page, title, f"planner.actions.chart.{id_}")
        put_text(page, f"{bars}7", f"planner.actions.{id_}", theme.CHART_FEED)
        for row in range(8, 8 + CHANNELS):
            put(
                page,
                f"{bars}{row}",
                f'=IF({source}{row}="","",{source}{row}/{unit})',
                theme.CHART_FEED,
                "0.00",
            )
            value = f'TEXT({bars}{row},"{shown}")'
            words = sentence(page, f"planner.actions.bar.{id_}", channel=f"G{row}", value=value)
            put(page, f"{names}{row}", f'=IF({bars}{row}="",G{row},{words})', theme.CHART_FEED)
        chart = bar_chart(page, f"{names}8:{names}13", f"{bars}8:{bars}13", f"{bars}7")
        place_chart(page, chart, place)


def _write_measures(page: Page, case: Case, measures: Columns) -> None:
    put_section(page, f"B{HEADINGS - 1}:Q{HEADINGS - 1}", "planner.actions.measures")
    area = f"B{HEADINGS}:Q{LAST}"
    put_table(page, area, measures.table, measures.headings(), theme.HEADING_TEXT, filters=False)
    paint(page, f"E{HEADINGS}:P{HEADINGS}", theme.HEADING)
    page.sheet[f"Q{HEADINGS}"].style = theme.HEADING_CENTRED
    for column, rule in INPUTS.items():
        style = theme.INPUT_TEXT if column in "BCD" else theme.INPUT
        paint(page, f"{column}{FIRST}:{column}{LAST}", style, _format(page, column))
        accept(page, f"{column}{FIRST}:{column}{LAST}", rule)
    planned, done = measures.here("G"), measures.here("H")
    share = f'IF(COUNT({planned},{done})<2,"",IF({planned}=0,"",{done}/{planned}))'
    measures.fill("I", share, theme.OUTPUT, WHOLE_PERCENT)
    for column, formula in _ratios(*map(measures.here, "JKLM")).items():
        measures.fill(column, formula, theme.OUTPUT, _format(page, column))
    measures.fill("Q", _state_of(page, measures), theme.OUTPUT_CENTRED)
    for row, measure in enumerate(case.measures, FIRST):
        _write_measure(page, case, measure, row)
    for id_, level in (("overdue", 3), ("behind", 2), ("finished", 0)):
        condition = f"$Q{FIRST}={_state(page, id_)}"
        colour_where(page, f"Q{FIRST}:Q{LAST}", condition, theme.LEVEL_LOOKS[level])


def _state_of(page: Page, measures: Columns) -> str:
    """Behind is what has been done less often than its share of days gone, times the lowest caution pace."""
    name, start, due, planned, done = (measures.here(column) for column in "BEFGH")
    days = f"(MIN(as_of,{due})-{start}+1)/({due}-{start}+1)"
    floor = f"{planned}*{days}*INDEX(alert_thresholds,2)"
    measurable = f"AND(COUNT({start},{due},{planned})=3,N({due})>=N({start}),COUNT(alert_thresholds)=3)"
    behind = f"IF({measurable},IF(N({done})<{floor},TRUE,FALSE),FALSE)"
    states = (
        (f"AND(COUNT({planned},{done})=2,N({done})>=N({planned}))", "finished"),
        (f"AND(COUNT({due})=1,N({due})<as_of)", "overdue"),
        (f"AND(COUNT({start})=1,N({start})>as_of)", "ahead"),
        (behind, "behind"),
    )
    formula = _state(page, "running")
    for condition, id_ in reversed(states):
        formula = f"IF({condition},{_state(page, id_)},{formula})"
    return f'IF({name}="","",{formula})'


def _write_measure(page: Page, case: Case, measure: Measure, row: int) -> None:
    values = {
        "B": page.text(case.text_id(f"measure.{measure.id}")),
        "C": page.text(f"planner.channel.{case.channels[measure.channel]}"),
        "D": page.text(f"planner.owner.{measure.owner}"),
        "E": measure.start,
        "F": measure.due,
        "G": measure.planned,
        "H": measure.done,
        "J": measure.cost,
        "K": measure.leads,
        "L": measure.deals,
        "M": measure.revenue,
    }
    for column, value in values.items():
        page.sheet[f"{column}{row}"].value = value


SHEET = Recipe("planner.actions.sheet", NAMES, write)
