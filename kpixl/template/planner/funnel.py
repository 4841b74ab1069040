"""The sheet Funnel: the goal, what every stage must bring, how sure that is, and where it would not fit."""

from __future__ import annotations

from kpixl.template import theme
from kpixl.template.charting import funnel_chart, place_chart
from kpixl.template.layout import (
    COUNT,
    MONEY,
    PERCENT,
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
from kpixl.template.planner.case import CHANNELS, STAGES, Case

NAMES = (
    Named("revenue_goal", "D5"),
    Named("unit_price", "D6"),
    Named("channel_share", "D7"),
    Named("goal_deals", "D8"),
    Named("stage_names", "B12:B16"),
    Named("step_rates", "C13:C16"),
    Named("required_counts", "D12:D16"),
    Named("exact_counts", "E12:E16"),
    Named("evidence_entered", "G13:G16"),
    Named("evidence_passed", "H13:H16"),
    Named("assured_counts", "J12:J16"),
    Named("plan_chance", "J17"),
    Named("capacities", "L12:L16"),
    Named("capacity_share", "M17"),
    Named("binding_stage", "N17"),
    Named("what_if_rates", "H22:H25"),
    Named("what_if_counts", "I21:I25"),
    Named("channel_names", "L21:L26"),
    Named("channel_shares", "M21:M26"),
    Named("channel_leads", "N21:N26"),
)

WIDTHS = {
    **dict.fromkeys("AFK", 3.0),
    **dict.fromkeys("CEHIMN", 15.0),
    **dict.fromkeys("BGL", 22.0),
    **dict.fromkeys("QRST", 10.0),
    **dict.fromkeys("DJ", 20.0),
    "P": 34.0,
}

CAPACITY = Rule("capacity", "whole", "greaterThanOrEqual")
ENTERED = Rule("entered", "whole", "greaterThanOrEqual")
PASSED = Rule("passed", "whole", "between", "0", "G13")  # the same row's, for the reference is relative
WHAT_IF = Rule("what_if", "decimal", "between", "0", "1")
CHANNEL_SHARE = Rule("channel_share", "decimal", "between", "0", "1")

FIRST, LAST = "INDEX(stage_names,1)", f"INDEX(stage_names,{STAGES})"
NO_PLAN = "COUNT(required_counts)=0"
EVIDENCE = "$Q$18"  # 0 complete, 1 incomplete, 2 impossible: more went on than were there
TRIED_RATES = "$S$13:$S$16"
CHANNEL_WEIGHTS = "$T$21:$T$26"


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.funnel.title", "planner.funnel.guidance", WIDTHS)
    _write_goal(page, case)
    _write_reading(page)
    _write_plan(page, case)
    _write_evidence(page, case)
    _write_capacity(page, case)
    _write_chart(page)
    _write_what_if(page, case)
    _write_channels(page, case)
    set_up_print(page, "A1:N32", freeze="A3")


def _write_goal(page: Page, case: Case) -> None:
    put_section(page, "B4:E4", "planner.funnel.goal")
    money = page.format("money")
    inputs: tuple[tuple[str, Value, str, Rule], ...] = (
        ("revenue_goal", case.revenue_goal, money, MONEY),
        ("unit_price", case.unit_price, money, MONEY),
        ("channel_share", case.channel_share, WHOLE_PERCENT, SHARE),
    )
    for row, (id_, value, number_format, rule) in enumerate(inputs, 5):
        paint(page, f"B{row}:C{row}", theme.LABEL)
        put_text(page, f"B{row}", f"planner.funnel.{id_}", theme.LABEL)
        put(page, f"D{row}", value, theme.INPUT, number_format)
        accept(page, f"D{row}", rule)
    paint(page, "B8:C8", theme.KEY_LABEL)
    put(page, "B8", "=" + sentence(page, "planner.funnel.goal_deals", stage=LAST), theme.KEY_LABEL)
    goal = '=IF(COUNT(D5:D7)<3,"",KPI_GOAL_COUNT(revenue_goal,unit_price,channel_share))'
    put(page, "D8", goal, theme.KEY_RESULT, page.format("count"))


def _write_reading(page: Page) -> None:
    """The plan in four sentences: what it needs, how sure it is, whether it fits, what other rates do."""
    put_section(page, "G4:N4", "planner.funnel.reading")
    top, last_tried = "INDEX(required_counts,1)", f"INDEX(what_if_counts,{STAGES})"
    said = {
        id_: sentence(page, f"planner.funnel.reading.{id_}", **values)
        for id_, values in (
            ("goal_missing", {}),
            ("rates_missing", {}),
            (
                "needs",
                {
                    "goal": _count("goal_deals"),
                    "last": LAST,
                    "first": FIRST,
                    "top": _count(top),
                },
            ),
            ("evidence_missing", {}),
            ("evidence_wrong", {}),
            ("chance", {"chance": _percent("plan_chance")}),
            (
                "assured",
                {
                    "chance": _percent("plan_chance"),
                    "first": FIRST,
                    "assured": _count("INDEX(assured_counts,1)"),
                },
            ),
            ("capacity_missing", {}),
            ("fits", {}),
            ("binding", {"stage": "binding_stage", "share": _percent("capacity_share")}),
            ("nothing_tried", {}),
            (
                "tried",
                {
                    "last": LAST,
                    "count": f'TEXT({last_tried},"#,##0.0")',
                    "share": _percent(f"{last_tried}/goal_deals"),
                },
            ),
        )
    }
    unsure = f"IF({EVIDENCE}=2,{said['evidence_wrong']},{said['evidence_missing']})"
    sure = f"IF(COUNT(assured_counts)=0,{said['chance']},{said['assured']})"
    fits = f'IF(binding_stage="",{said["fits"]},{said["binding"]})'
    lines = (
        f"=IF({NO_PLAN},IF(COUNT(goal_deals)=0,{said['goal_missing']},{said['rates_missing']}),{said['needs']})",
        f'=IF({NO_PLAN},"",IF(COUNT(plan_chance)=0,{unsure},{sure}))',
        f'=IF({NO_PLAN},"",IF(COUNT(capacity_share)=0,{said["capacity_missing"]},{fits}))',
        f'=IF({NO_PLAN},"",IF(COUNT(what_if_rates)=0,{said["nothing_tried"]},{said["tried"]}))',
    )
    for row, line in enumerate(lines, 5):
        put(page, f"G{row}", line, theme.HEADLINE if row == 5 else theme.MESSAGE)
    page.sheet.row_dimensions[5].height = theme.GUIDANCE_HEIGHT


def _write_plan(page: Page, case: Case) -> None:
    put_section(page, "B10:E10", "planner.funnel.plan")
    put_text(page, "B11", "planner.funnel.stage", theme.HEADING_TEXT)
    columns = ("step_rate", "required", "exact")
    put_across(page, "C11", [f"planner.funnel.{column}" for column in columns], theme.HEADING)
    page.sheet.row_dimensions[11].height = theme.HEADING_HEIGHT
    paint(page, "B12:B16", theme.INPUT_TEXT)
    for cell, stage in zip(downwards("B12", STAGES), case.stages):
        put_text(page, cell, f"planner.stage.{stage}", theme.INPUT_TEXT)
    paint(page, "C12", theme.OUTPUT)  # nothing comes before the first stage
    paint(page, "C13:C16", theme.INPUT, PERCENT)
    for cell, rate in zip(downwards("C13", STAGES - 1), case.step_rates):
        page.sheet[cell].value = rate
    incomplete = f"COUNT(goal_deals)+COUNT(step_rates)<{STAGES}"
    put_each(page, "D12:D16", "KPI_BACKCALC(goal_deals,step_rates)", theme.RESULT, COUNT, unless=incomplete)
    exact = 'KPI_BACKCALC(goal_deals,step_rates,"exact")'
    put_each(page, "E12:E16", exact, theme.OUTPUT, TENTHS, unless=incomplete)
    accept(page, "B12:B16", WORDS)
    accept(page, "C13:C16", SHARE)


def _write_evidence(page: Page, case: Case) -> None:
    """Last year's counts say how far the rates can be trusted, and with that how sure the plan is."""
    put_section(page, "G10:J10", "planner.funnel.evidence")
    columns = ("entered", "passed", "last_rate", "assured")
    put_across(page, "G11", [f"planner.funnel.{column}" for column in columns], theme.HEADING)
    paint(page, "G12:I12", theme.OUTPUT)
    paint(page, "G13:H16", theme.INPUT, COUNT)
    for row, (passed, entered) in enumerate(case.evidence, 13):
        page.sheet[f"G{row}"].value, page.sheet[f"H{row}"].value = entered, passed
    for row in range(13, 17):
        rate = f'=IF(COUNT(G{row}:H{row})<2,"",IF(G{row}=0,"",H{row}/G{row}))'
        put(page, f"I{row}", rate, theme.OUTPUT, PERCENT)
    put_text(page, "P18", "planner.funnel.feed.evidence", theme.CHART_FEED)
    impossible = "SUMPRODUCT((evidence_passed>evidence_entered)*1)>0"
    state = f"=IF(COUNT(evidence_entered)+COUNT(evidence_passed)<8,1,IF({impossible},2,0))"
    put(page, "Q18", state, theme.CHART_FEED)
    unknown = f"OR(COUNT(goal_deals)=0,{EVIDENCE}>0)"
    for place, cell in enumerate(downwards("J12", STAGES), 1):
        # last year may have been so poor that no count whatever gives the goal an 80 % chance
        assured = f'IFERROR(INDEX(KPI_ASSURED(goal_deals,evidence_passed,evidence_entered,0.8),{place}),"")'
        put(page, cell, f'=IF({unknown},"",{assured})', theme.RESULT, COUNT)
    paint(page, "G17:I17", theme.TOTAL_LABEL)
    put_text(page, "G17", "planner.funnel.plan_chance", theme.TOTAL_LABEL)
    chance = "KPI_CHANCE(goal_deals,INDEX(required_counts,1),evidence_passed,evidence_entered)"
    put(page, "J17", f'=IF(OR({NO_PLAN},{EVIDENCE}>0),"",{chance})', theme.TOTAL, PERCENT)
    accept(page, "G13:G16", ENTERED)
    accept(page, "H13:H16", PASSED)


def _write_capacity(page: Page, case: Case) -> None:
    put_section(page, "L10:N10", "planner.funnel.capacity")
    columns = ("limit", "used", "left")
    put_across(page, "L11", [f"planner.funnel.{column}" for column in columns], theme.HEADING)
    paint(page, "L12:L16", theme.INPUT, COUNT)
    for cell, limit in zip(downwards("L12", STAGES), case.capacities):
        page.sheet[cell].value = limit
    for row in range(12, 17):
        unknown = f"COUNT(D{row},L{row})<2"
        put(page, f"M{row}", f'=IF({unknown},"",IF(L{row}=0,"",D{row}/L{row}))', theme.OUTPUT, PERCENT)
        put(page, f"N{row}", f'=IF({unknown},"",L{row}-D{row})', theme.OUTPUT, COUNT)
    colour_where(page, "M12:N16", "AND(ISNUMBER($N12),$N12<0)", theme.LEVEL_LOOKS[2])
    unknown = f"OR({NO_PLAN},COUNT(capacities)=0)"
    call = "KPI_CAPACITY(required_counts,capacities)"
    put_text(page, "L17", "planner.funnel.capacity_share", theme.TOTAL_LABEL)
    put(page, "M17", f'=IF({unknown},"",INDEX({call},1))', theme.TOTAL, PERCENT)
    # a cell of its own: a program without kpixl's functions recomputes what is an empty text
    put_text(page, "P17", "planner.funnel.feed.binding", theme.CHART_FEED)
    put(page, "Q17", f"=IF({unknown},0,INDEX({call},2))", theme.CHART_FEED)
    put(page, "N17", '=IF(Q17=0,"",INDEX(stage_names,Q17))', theme.TOTAL)
    accept(page, "L12:L16", CAPACITY)


def _write_chart(page: Page) -> None:
    """A centred funnel: an invisible bar pushes each stage's bar into the middle.

    A bar is as wide as the square root of its count, for next to 1,600 a bar of 20 would be invisible.
    Its label carries the count and the rate, so it is the chart's category rather than the bar's value.
    """
    put_section(page, "B19:E19", "planner.funnel.chart")
    put_text(page, "B32", "planner.funnel.chart.note", theme.NOTE)
    feeds = ("planner.funnel.feed.label", "planner.funnel.feed.padding", "planner.funnel.feed.width")
    put_across(page, "P11", feeds, theme.CHART_FEED)
    for place, row in enumerate(range(12, 17), 1):
        known = {"stage": f"B{row}", "count": _count(f"D{row}")}
        label = sentence(page, "planner.funnel.label.first", **known)
        if place > 1:
            rate = f'TEXT(C{row},IF(ABS(C{row}*100-ROUND(C{row}*100,0))<0.000001,"0%","0.0%"))'
            label = sentence(page, "planner.funnel.label", rate=rate, above=f"B{row - 1}", **known)
        put(page, f"P{row}", f"=IF({NO_PLAN},B{row},{label})", theme.CHART_FEED)
        put(page, f"Q{row}", f"=(1-R{row})/2", theme.CHART_FEED, "0.00")
        width = f"=IF({NO_PLAN},{STAGES + 1 - place}/{STAGES},SQRT(D{row}/MAX(required_counts)))"
        put(page, f"R{row}", width, theme.CHART_FEED, "0.00")
    place_chart(page, funnel_chart(page, "P12:P16", "Q11:Q16", "R11:R16"), "B20:E31")


def _write_what_if(page: Page, case: Case) -> None:
    put_section(page, "G19:J19", "planner.funnel.what_if")
    put_text(page, "G20", "planner.funnel.stage", theme.HEADING_TEXT)
    columns = ("tried_rate", "tried_count", "needed_rate")
    put_across(page, "H20", [f"planner.funnel.{column}" for column in columns], theme.HEADING)
    page.sheet.row_dimensions[20].height = theme.HEADING_HEIGHT
    put_text(page, "S11", "planner.funnel.feed.tried", theme.CHART_FEED)
    paint(page, "H21", theme.OUTPUT)
    paint(page, "J21", theme.OUTPUT)
    paint(page, "H22:H25", theme.INPUT, PERCENT)
    for cell, rate in zip(downwards("H22", STAGES - 1), case.what_if_rates):
        page.sheet[cell].value = rate
    for place, row in enumerate(range(21, 26), 1):
        put(page, f"G{row}", f"=INDEX(stage_names,{place})", theme.OUTPUT_TEXT)
    for place in range(1, STAGES):
        tried = f'=IF(COUNT(H{21 + place})=1,H{21 + place},IF(COUNT(C{12 + place})=1,C{12 + place},""))'
        put(page, f"S{12 + place}", tried, theme.CHART_FEED, PERCENT)
        call = f"KPI_REQUIRED_RATE(goal_deals,INDEX(required_counts,1),{TRIED_RATES},{place})"
        # no rate up to 100 % may be enough
        needed = f'=IF({NO_PLAN},"",IFERROR({call},"{page.text("planner.funnel.out_of_reach")}"))'
        put(page, f"J{21 + place}", needed, theme.OUTPUT, PERCENT)
    forward = f"KPI_FORWARD(INDEX(required_counts,1),{TRIED_RATES})"
    put_each(page, "I21:I25", forward, theme.RESULT, TENTHS, unless=NO_PLAN)
    put_text(page, "G26", "planner.funnel.what_if.note", theme.NOTE)
    accept(page, "H22:H25", WHAT_IF)


def _write_channels(page: Page, case: Case) -> None:
    """The second stage's count by channel; shares that do not add up to 100 % are taken as weights."""
    paint(page, "L19:N19", theme.SECTION)
    second = "INDEX(stage_names,2)"
    put(page, "L19", "=" + sentence(page, "planner.funnel.channels", stage=second), theme.SECTION)
    put_text(page, "L20", "planner.funnel.channel", theme.HEADING_TEXT)
    put_text(page, "M20", "planner.funnel.share", theme.HEADING)
    put(page, "N20", f"={second}", theme.HEADING)
    put_text(page, "T20", "planner.funnel.feed.weight", theme.CHART_FEED)
    paint(page, "L21:L26", theme.INPUT_TEXT)
    paint(page, "M21:M26", theme.INPUT, PERCENT)
    for cell, channel in zip(downwards("L21", CHANNELS), case.channels):
        put_text(page, cell, f"planner.channel.{channel}", theme.INPUT_TEXT)
    for cell, share in zip(downwards("M21", CHANNELS), case.channel_shares):
        page.sheet[cell].value = share
    for place, row in enumerate(range(21, 27), 1):
        put(page, f"T{row}", f"=IF(COUNT(M{row})=1,M{row},0)", theme.CHART_FEED, PERCENT)
        unknown = f"OR({NO_PLAN},COUNT(M{row})=0,SUM({CHANNEL_WEIGHTS})=0)"
        split = f"INDEX(KPI_SPLIT(INDEX(required_counts,2),{CHANNEL_WEIGHTS}),{place})"
        put(page, f"N{row}", f'=IF({unknown},"",{split})', theme.OUTPUT, COUNT)
    put_text(page, "L27", "planner.funnel.sum", theme.TOTAL_LABEL)
    for column, number_format in (("M", PERCENT), ("N", COUNT)):
        cells = f"{column}21:{column}26"
        put(page, f"{column}27", f'=IF(COUNT({cells})=0,"",SUM({cells}))', theme.TOTAL, number_format)
    missing, uneven = (sentence(page, f"planner.funnel.channels.{id_}") for id_ in ("missing", "uneven"))
    note = f'=IF(COUNT(M27)=0,{missing},IF(ABS(M27-1)<0.0005,"",{uneven}))'
    put(page, "L28", note, theme.NOTE)
    accept(page, "L21:L26", WORDS)
    accept(page, "M21:M26", CHANNEL_SHARE)


def _count(value: str) -> str:
    return f'TEXT({value},"#,##0")'


def _percent(value: str) -> str:
    return f'TEXT({value},"0%")'


SHEET = Recipe("planner.funnel.sheet", NAMES, write)
