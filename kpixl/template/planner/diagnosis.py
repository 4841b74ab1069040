"""The sheet Diagnosis: which step leaks, what moved the result, and what the symptoms point to."""

from __future__ import annotations

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.data_source import NumDataSource, NumRef
from openpyxl.chart.error_bar import ErrorBars
from openpyxl.chart.legend import Legend, LegendEntry
from openpyxl.chart.marker import Marker

from kpixl.template import theme
from kpixl.template.charting import (
    chart_series,
    chart_text,
    drawn,
    filled,
    place_chart,
    show_axes,
    unfilled,
)
from kpixl.template.layout import (
    PERCENT,
    TENTHS,
    Named,
    Page,
    Recipe,
    colour_where,
    open_page,
    paint,
    place_of,
    put,
    put_across,
    put_each,
    put_section,
    put_text,
    sentence,
    set_up_print,
)
from kpixl.template.planner import contributions, symptoms
from kpixl.template.planner.case import STAGES, Case

STEPS = STAGES - 1
FIRST, LAST = 6, 5 + STEPS

NAMES = (
    Named("best_fix", "B3"),
    Named("actual_rates", f"D{FIRST}:D{LAST}"),
    Named("rate_lowers", f"E{FIRST}:E{LAST}"),
    Named("rate_uppers", f"F{FIRST}:F{LAST}"),
    Named("uplifts", f"H{FIRST}:H{LAST}"),
    Named("bottleneck", "C10"),
    *contributions.NAMES,
    *symptoms.NAMES,
)

WIDTHS = {
    **dict.fromkeys("AIP", 3.0),
    **dict.fromkeys("CDEF", 12.0),
    **dict.fromkeys("JKLMNO", 15.0),
    "B": 31.0,
    "G": 26.0,
    "H": 14.0,
    "Q": 24.0,
    **dict.fromkeys("RSTUVWXY", 11.0),
}


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.diagnosis.title", "planner.diagnosis.guidance", WIDTHS)
    _write_rates(page)
    _write_bottleneck(page)
    _write_rate_feed(page)
    place_chart(page, _gap_chart(page), "J5:O12")
    contributions.write(page, case)
    symptoms.write(page, case)
    set_up_print(page, f"A1:O{symptoms.LAST_PRINTED}", freeze="A4")


def _write_rates(page: Page) -> None:
    """A rate stands where its upper stage has a count; more below than above says that records are wrong."""
    put_section(page, "B4:H4", "planner.diagnosis.rates")
    put_text(page, "B5", "planner.diagnosis.step", theme.HEADING_TEXT)
    columns = ("target", "actual", "lower", "upper")
    put_across(page, "C5", [f"planner.diagnosis.{column}" for column in columns], theme.HEADING)
    put_text(page, "G5", "planner.diagnosis.reading", theme.HEADING_TEXT)
    put_text(page, "H5", "planner.diagnosis.uplift", theme.HEADING)
    page.sheet.row_dimensions[5].height = theme.HEADING_HEIGHT
    words = {
        how: sentence(page, f"planner.diagnosis.{how}")
        for how in ("no_data", "no_target", "too_many", "below", "above", "chance")
    }
    for place, row in enumerate(range(FIRST, LAST + 1), 1):
        above, below = (f"N(INDEX(year_results,{stage}))" for stage in (place, place + 1))
        step = f'=INDEX(stage_names,{place})&" → "&INDEX(stage_names,{place + 1})'
        put(page, f"B{row}", step, theme.OUTPUT_TEXT)
        target = f"INDEX(step_rates,{place})"
        put(page, f"C{row}", f'=IF(COUNT({target})=0,"",{target})', theme.OUTPUT, PERCENT)
        rate = f"INDEX(KPI_RATES(R{row}:S{row}),1)"
        put(page, f"R{row}", f"={above}", theme.CHART_FEED)
        put(page, f"S{row}", f"={below}", theme.CHART_FEED)
        put(page, f"D{row}", f'=IF(R{row}=0,"",{rate})', theme.RESULT, PERCENT)
        interval = f"KPI_INTERVAL(S{row},R{row})"
        put_each(
            page, f"E{row}:F{row}", interval, theme.OUTPUT, PERCENT, unless=f"OR(R{row}=0,S{row}>R{row})"
        )
        compared = f"IF(F{row}<C{row},{words['below']},IF(E{row}>C{row},{words['above']},{words['chance']}))"
        compared = f'IF(C{row}="",{words["no_target"]},{compared})'
        reading = f"=IF(R{row}=0,{words['no_data']},IF(S{row}>R{row},{words['too_many']},{compared}))"
        put(page, f"G{row}", reading, theme.OUTPUT_TEXT)
        uplift = f"INDEX(KPI_UPLIFT($R${FIRST},$T${FIRST}:$T${LAST},step_rates),{place})"
        put(page, f"H{row}", f'=IF(OR(D{row}="",$T$10=0),"",{uplift})', theme.OUTPUT, TENTHS)
    colour_where(page, f"G{FIRST}:G{LAST}", f"$G{FIRST}={words['below']}", theme.LEVEL_LOOKS[2])
    colour_where(page, f"G{FIRST}:G{LAST}", f"$G{FIRST}={words['above']}", theme.LEVEL_LOOKS[0])


def _write_bottleneck(page: Page) -> None:
    paint(page, "B10:H10", theme.KEY_TEXT)
    put_text(page, "B10", "planner.diagnosis.bottleneck", theme.KEY_LABEL)
    found = f"KPI_BOTTLENECK($T${FIRST}:$T${LAST},step_rates,$B${FIRST}:$B${LAST})"
    put(page, "C10", f'=IF($T$10=0,"",{found})', theme.KEY_TEXT)
    put_text(page, "B11", "planner.diagnosis.interval.note", theme.NOTE)
    days = 'TEXT(lead_time_median,"0")'
    lag = sentence(page, "planner.diagnosis.lag", days=days)
    without = sentence(page, "planner.diagnosis.lag.unknown")
    put(page, "B12", f"=IF(COUNT(lead_time_median)=0,{without},{lag})", theme.NOTE)
    place = f"MATCH($C$10,$B${FIRST}:$B${LAST},0)"
    fix = sentence(
        page,
        "planner.diagnosis.fix",
        step="$C$10",
        actual=f'TEXT(INDEX(D{FIRST}:D{LAST},{place}),"0.0%")',
        target=f'TEXT(INDEX(C{FIRST}:C{LAST},{place}),"0.0%")',
        count=f'TEXT(INDEX(H{FIRST}:H{LAST},{place}),"0.0")',
        last=f"INDEX(stage_names,{STAGES})",
    )
    chance = sentence(page, "planner.diagnosis.chance")
    caveat = sentence(page, "planner.diagnosis.fix.chance")
    sure = f'IF(INDEX(G{FIRST}:G{LAST},{place})={chance},{caveat},"")'
    nothing, none = (sentence(page, f"planner.diagnosis.fix.{how}") for how in ("nothing", "none"))
    put(page, "B3", f'=IF($T$10=0,{nothing},IF($C$10="",{none},{fix}&{sure}))', theme.MESSAGE)
    page.sheet.row_dimensions[3].height = theme.GUIDANCE_HEIGHT


def _write_rate_feed(page: Page) -> None:
    """Counts above and below each step, the rate that functions take, and what the chart shows.

    A step without a rate yet counts as if it were on target; so it is never the bottleneck.
    """
    columns = ("step", "above", "below", "rate", "shown", "minus", "plus", "top")
    put_across(page, "Q5", [f"planner.diagnosis.feed.{column}" for column in columns], theme.CHART_FEED)
    for row in range(FIRST, LAST + 1):
        rates = f'TEXT(C{row},"0.0%")&" / "&TEXT(D{row},"0.0%")'
        feeds = {
            "Q": f'=B{row}&IF(COUNT(C{row}:D{row})<2,"",CHAR(10)&{rates})',
            "T": f'=IF(D{row}="",C{row},MIN(1,D{row}))',
            "U": f"=N(D{row})",
            "V": f'=IF(E{row}="",0,D{row}-E{row})',
            "W": f'=IF(F{row}="",0,F{row}-D{row})',
            "X": f"=N(F{row})",
        }
        for letter, formula in feeds.items():
            put(page, f"{letter}{row}", formula, theme.CHART_FEED, None if letter == "Q" else "0.000")
    put_text(page, "Q10", "planner.diagnosis.feed.ready", theme.CHART_FEED)
    put(page, "T10", f"=IF(AND(COUNT(step_rates)={STEPS},COUNT(actual_rates)>0),1,0)", theme.CHART_FEED)


def _gap_chart(page: Page) -> BarChart:
    """Target beside actual, step by step; the whiskers are the 95 % intervals of the actual rates."""
    put_section(page, "J4:O4", "planner.diagnosis.rates.chart")
    steps = f"Q{FIRST}:Q{LAST}"
    chart = BarChart()
    chart.gapWidth = 60
    chart.overlap = 0
    target = chart_series(page, f"C{FIRST}:C{LAST}", steps, "C5")
    actual = chart_series(page, f"U{FIRST}:U{LAST}", steps, "D5")
    target.spPr = filled(theme.LINE)
    actual.spPr = filled(theme.ACTUAL_FILL)
    minus, plus = (
        NumDataSource(numRef=NumRef(f=place_of(page, f"{letter}{FIRST}:{letter}{LAST}"))) for letter in "VW"
    )
    actual.errBars = ErrorBars(
        errDir=None, errBarType="both", errValType="cust", minus=minus, plus=plus, spPr=drawn(theme.INK, 1.0)
    )
    chart.series = [target, actual]
    show_axes(chart, "0%", page.text("planner.diagnosis.axis.rate"))
    chart.y_axis.scaling.min = 0
    chart += _room_for_whiskers(page, steps)
    chart.legend = Legend(legendEntry=[LegendEntry(idx=2, delete=True)])
    chart.legend.position = "t"
    chart.legend.txPr = chart_text()
    return chart


def _room_for_whiskers(page: Page, steps: str) -> LineChart:
    """A line that cannot be seen: the axis reaches as far as the intervals, not just as the bars."""
    line = LineChart()
    upper = chart_series(page, f"X{FIRST}:X{LAST}", steps, "X5")
    upper.spPr = unfilled()
    upper.marker = Marker("none")
    line.series = [upper]
    return line


SHEET = Recipe("planner.diagnosis.sheet", NAMES, write)
