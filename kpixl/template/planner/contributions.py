"""Diagnosis, second part: what moved the final count against another period, and its waterfall."""

from __future__ import annotations

from openpyxl.chart import BarChart
from openpyxl.chart.series import Series

from kpixl.template import theme
from kpixl.template.charting import chart_series, filled, place_chart, show_axes, unfilled
from kpixl.template.layout import (
    COUNT,
    PERCENT,
    TENTHS,
    Named,
    Page,
    Rule,
    accept,
    paint,
    put,
    put_across,
    put_section,
    put_text,
    sentence,
)
from kpixl.template.planner.case import STAGES, Case

FIRST, LAST = 17, 16 + STAGES
TOTAL = LAST + 1
VOLUMES = 25
BARS = 31
LAST_BAR = BARS + STAGES + 1

NAMES = (
    Named("comparison", "C15"),
    Named("contributions", f"E{FIRST}:E{LAST}"),
)

COMPARISONS = ("plan", "month", "quarter", "halves")
CHANGE = "+#,##0.0;-#,##0.0;0.0" + theme.PADDING


def write(page: Page, case: Case) -> None:
    _write_choice(page, case)
    _write_periods(page)
    _write_factors(page)
    _write_verdict(page)
    _write_waterfall(page)


def _write_choice(page: Page, case: Case) -> None:
    """At first the longest comparison that the case has complete months for; the plan needs none."""
    put_section(page, "B14:H14", "planner.diagnosis.change")
    put_text(page, "B15", "planner.diagnosis.comparison", theme.LABEL)
    months_gone = len(case.monthly) - 1
    first = "quarter" if months_gone >= 6 else "month" if months_gone >= 2 else "plan"
    put_text(page, "C15", f"planner.diagnosis.comparison.{first}", theme.INPUT_CENTRED)
    choices = ",".join(page.text(f"planner.diagnosis.comparison.{id_}") for id_ in COMPARISONS)
    accept(page, "C15", Rule("comparison", "list", first=f'"{choices}"'))


def _write_periods(page: Page) -> None:
    """First and last month of both periods, as numbers of the fiscal year; all of them complete months."""
    choices = [page.text(f"planner.diagnosis.comparison.{id_}") for id_ in COMPARISONS]
    numbered = "".join(f'IF($C$15="{words}",{place},' for place, words in enumerate(choices[:-1], 1))
    numbered += f"{len(choices)}" + ")" * (len(choices) - 1)
    gone = "IF(COUNT(month_index,elapsed_share)<2,0,IF(elapsed_share>=1,month_index,month_index-1))"
    plan = f"AND(N(R{VOLUMES})>0,COUNT(step_rates)={STAGES - 1},N(INDEX(year_results,1))>0)"
    cells = (
        ("choice", f"={numbered}"),
        ("gone", f"={gone}"),
        ("length", "=IF(R15=2,1,IF(R15=3,3,INT(R16/2)))"),
        ("ready", f"=IF(R15=1,IF({plan},1,0),IF(AND(R17>0,R16>=2*R17),1,0))"),
        ("before_first", "=IF(R15=1,1,IF(R18=0,1,IF(R15=4,1,R16-2*R17+1)))"),
        ("before_last", "=R19+MAX(1,R17)-1"),
        ("after_first", "=IF(OR(R15=1,R18=0),1,R16-R17+1)"),
        ("after_last", "=R21+MAX(1,R17)-1"),
    )
    for row, (id_, formula) in enumerate(cells, 15):
        put_text(page, f"Q{row}", f"planner.diagnosis.feed.{id_}", theme.CHART_FEED)
        put(page, f"R{row}", formula, theme.CHART_FEED)
    months = {
        gap: f'TEXT(INDEX(months,{cell}),"yyyy/m")' for gap, cell in zip("abcd", ("R19", "R20", "R21", "R22"))
    }
    states = {
        "same": sentence(page, "planner.diagnosis.periods.plan"),
        "single": sentence(page, "planner.diagnosis.periods.single", a=months["a"], c=months["c"]),
        "several": sentence(page, "planner.diagnosis.periods.several", **months),
        "early": sentence(page, "planner.diagnosis.periods.early"),
    }
    periods = f"IF(R15=1,{states['same']},IF(R17=1,{states['single']},{states['several']}))"
    put(page, "D15", f"=IF(R18=0,{states['early']},{periods})", theme.NOTE)


def _write_factors(page: Page) -> None:
    """Volumes of both periods stand in the feed, the factors they make on the sheet.

    The plan's factors are its first volume to date and its rates; a rate out of nothing is 0.
    """
    put_text(page, "B16", "planner.diagnosis.factor", theme.HEADING_TEXT)
    columns = ("before", "after", "contribution")
    put_across(page, "C16", [f"planner.diagnosis.{column}" for column in columns], theme.HEADING)
    paint(page, "F16:H16", theme.HEADING_TEXT)
    put_text(page, "F16", "planner.diagnosis.effect", theme.HEADING_TEXT)
    page.sheet.row_dimensions[16].height = theme.HEADING_HEIGHT
    put_across(
        page,
        f"Q{VOLUMES - 1}",
        [f"planner.diagnosis.feed.{id_}" for id_ in ("stage", "plan", "before", "after", "size")],
        theme.CHART_FEED,
    )
    for place, row in enumerate(range(VOLUMES, VOLUMES + STAGES), 1):
        gone = f'SUMIFS(INDEX(month_plan,0,{place}),months,"<"&month_start)'
        running = f"N(INDEX(month_plan,month_index,{place}))*elapsed_share"
        to_date = f"IF(COUNT(month_index,month_start,elapsed_share)<3,0,{gone}+{running})"
        put(page, f"Q{row}", f"=INDEX(stage_names,{place})", theme.CHART_FEED)
        put(page, f"R{row}", f"={to_date}", theme.CHART_FEED, "0.0")
        for letter, first, last in (("S", "$R$19", "$R$20"), ("T", "$R$21", "$R$22")):
            bounds = ",".join(
                f'months,"{sign}"&INDEX(months,{cell})' for sign, cell in ((">=", first), ("<=", last))
            )
            summed = f"SUMIFS(INDEX(month_results,0,{place}),{bounds})"
            whole_year = f"N(INDEX(year_results,{place}))"
            volume = f"IF($R$15=1,{whole_year if letter == 'T' else f'$R{row}'},{summed})"
            put(page, f"{letter}{row}", f"=IF($R$18=0,0,{volume})", theme.CHART_FEED, "0.0")
    put(page, f"B{FIRST}", "=INDEX(stage_names,1)", theme.OUTPUT_TEXT)
    for place, row in enumerate(range(FIRST, LAST + 1)):
        number_format = PERCENT if place else COUNT
        if place:
            put(page, f"B{row}", f"=B{5 + place}", theme.OUTPUT_TEXT)
        for letter, feed in (("C", "S"), ("D", "T")):
            above, below = f"{feed}{VOLUMES + place - 1}", f"{feed}{VOLUMES + place}"
            factor = f"IF({above}=0,0,{below}/{above})" if place else below
            if place and feed == "S":
                factor = f"IF($R$15=1,N(INDEX(step_rates,{place})),{factor})"
            put(page, f"{letter}{row}", f'=IF($R$18=0,"",{factor})', theme.OUTPUT, number_format)
        both = f"$C${FIRST}:$C${LAST},$D${FIRST}:$D${LAST}"
        share = f'=IF($R$18=0,"",INDEX(KPI_CONTRIBUTION({both}),{place + 1}))'
        put(page, f"E{row}", share, theme.RESULT, CHANGE)
    put(page, f"B{TOTAL}", f"=INDEX(stage_names,{STAGES})", theme.TOTAL_LABEL)
    for letter in "CD":
        product = f'=IF($R$18=0,"",PRODUCT({letter}{FIRST}:{letter}{LAST}))'
        put(page, f"{letter}{TOTAL}", product, theme.TOTAL, TENTHS)
    put(page, f"E{TOTAL}", f'=IF($R$18=0,"",D{TOTAL}-C{TOTAL})', theme.TOTAL, CHANGE)


def _write_verdict(page: Page) -> None:
    words = {how: sentence(page, f"planner.diagnosis.{how}") for how in ("raised", "lowered", "unmoved")}
    for row in range(FIRST, TOTAL + 1):
        style = theme.TOTAL_LABEL if row == TOTAL else theme.OUTPUT_TEXT
        paint(page, f"F{row}:H{row}", style)
        moved = f"IF(E{row}>=0.05,{words['raised']},IF(E{row}<=-0.05,{words['lowered']},{words['unmoved']}))"
        put(page, f"F{row}", f'=IF(E{row}="","",{moved})', style)
    for place, row in enumerate(range(VOLUMES, VOLUMES + STAGES)):
        put(page, f"U{row}", f"=ABS(N(E{FIRST + place}))", theme.CHART_FEED, "0.00")
    sizes = f"$U${VOLUMES}:$U${VOLUMES + STAGES - 1}"
    put_text(page, "Q23", "planner.diagnosis.feed.strongest", theme.CHART_FEED)
    put(page, "R23", f"=IF(MAX({sizes})<0.05,0,MATCH(MAX({sizes}),{sizes},0))", theme.CHART_FEED)
    main = sentence(
        page,
        "planner.diagnosis.main_reason",
        factor=f"INDEX(B{FIRST}:B{LAST},R23)",
        count=f'TEXT(INDEX(E{FIRST}:E{LAST},R23),"+0.0;-0.0;0.0")',
        last=f"INDEX(stage_names,{STAGES})",
    )
    put(page, f"B{TOTAL + 1}", f'=IF(R23=0,"",{main})', theme.NOTE)


def _write_waterfall(page: Page) -> None:
    """Every bar is an invisible base and what is seen on it; bars may cross zero, so each has two halves."""
    put_section(page, "J14:O14", "planner.diagnosis.waterfall")
    feeds = ("bar", "from", "to", "base", "total", "up", "up_below", "down", "down_below")
    put_across(page, f"Q{BARS - 1}", [f"planner.diagnosis.feed.{id_}" for id_ in feeds], theme.CHART_FEED)
    for place, row in enumerate(range(BARS, LAST_BAR + 1)):
        is_total = row in (BARS, LAST_BAR)
        if is_total:
            name = sentence(page, f"planner.diagnosis.{'before' if row == BARS else 'after'}")
            ends = ("=0", f"=N({'C' if row == BARS else 'D'}{TOTAL})")
            label, value = name, f'TEXT(S{row},"0.0")'
        else:
            source = FIRST + place - 1
            ends = (f"=S{row - 1}", f"=R{row}+N(E{source})")
            label, value = f"B{source}", f'TEXT(N(E{source}),"+0.0;-0.0;0.0")'
        low, high = f"MIN(R{row},S{row})", f"MAX(R{row},S{row})"
        above = f"MAX(0,{high})-MAX(0,{low})"
        below = f"MIN(0,{low})-MIN(0,{high})"
        rises = f"S{row}>=R{row}"
        formulas = {
            "Q": f'={label}&IF($R$18=0,"",CHAR(10)&{value})',
            "R": ends[0],
            "S": ends[1],
            "T": f"=MAX(0,{low})+MIN(0,{high})",
            "U": f"={high}" if is_total else "=0",
            "V": "=0" if is_total else f"=IF({rises},{above},0)",
            "W": "=0" if is_total else f"=IF({rises},{below},0)",
            "X": "=0" if is_total else f"=IF({rises},0,{above})",
            "Y": "=0" if is_total else f"=IF({rises},0,{below})",
        }
        for letter, formula in formulas.items():
            put(page, f"{letter}{row}", formula, theme.CHART_FEED, None if letter == "Q" else "0.00")
    place_chart(page, _waterfall_chart(page), f"J15:O{TOTAL + 1}")


def _waterfall_chart(page: Page) -> BarChart:
    colours = {
        "T": None,
        "U": theme.ACCENT,
        "V": theme.ACTUAL_FILL,
        "W": theme.ACTUAL_FILL,
        "X": theme.LOSS_FILL,
        "Y": theme.LOSS_FILL,
    }
    chart = BarChart()
    chart.grouping = "stacked"
    chart.overlap = 100
    chart.gapWidth = 35
    chart.legend = None
    chart.series = [_bars(page, letter, colour) for letter, colour in colours.items()]
    show_axes(chart, "General", page.text("planner.diagnosis.axis.count"))
    return chart


def _bars(page: Page, letter: str, colour: str | None) -> Series:
    series = chart_series(
        page, f"{letter}{BARS}:{letter}{LAST_BAR}", f"Q{BARS}:Q{LAST_BAR}", f"{letter}{BARS - 1}"
    )
    series.spPr = unfilled() if colour is None else filled(colour)
    series.invertIfNegative = False
    return series
