"""The six charts of the sheet Dashboard, each bound to a block of its own in the far right."""

from __future__ import annotations

from openpyxl.chart import BarChart

from kpixl.domain.anomalies import USUAL_SCORE
from kpixl.template import theme
from kpixl.template.charting import (
    bar_chart,
    category_labels,
    chart_frame,
    chart_series,
    chart_title,
    filled,
    gated_chart,
    legend_on_top,
    place_chart,
    show_axes,
    unfilled,
)
from kpixl.template.layout import COUNT, TENTHS, Page, paint, put, put_across, put_text, sentence
from kpixl.template.planner.actuals import MANAGEMENT
from kpixl.template.planner.case import CHANNELS, MONTHS, STAGES
from kpixl.template.planner.monitor_gates import WEEKS

DAYS = 23
FIRST = 19  # every block begins here, below its headings


def write_charts(page: Page, money_unit: int) -> None:
    """Two rows of three charts; what each shows stands above it."""
    _write_funnel(page)
    _write_days(page)
    _write_gaps(page)
    _write_channels(page, money_unit)
    _write_contributions(page)
    _write_trend(page)


def _head(page: Page, cells: str, formula: str) -> None:
    """A chart's title, which names the stage or metric it shows."""
    paint(page, cells, theme.SECTION)
    put(page, cells.partition(":")[0], f"={formula}", theme.SECTION)


def _words(page: Page, id_: str, **gaps: str) -> str:
    return sentence(page, f"planner.dashboard.{id_}", **gaps)


def _name_feeds(page: Page, first: str, ids: tuple[str, ...]) -> None:
    put_across(page, first, [f"planner.dashboard.feed.{id_}" for id_ in ids], theme.CHART_FEED)


def _rows(count: int) -> range:
    return range(FIRST, FIRST + count)


def _write_funnel(page: Page) -> None:
    """A centred funnel: the dark core is the actual, the pale edges are what is missing to date.

    A bar is as wide as the square root of its count, for next to thousands of visits a few deals would
    be invisible.
    """
    _head(page, "B17:F17", _words(page, "funnel"))
    _name_feeds(page, "X18", ("label", "margin", "short", "over", "core", "over", "short"))
    for place, row in enumerate(_rows(STAGES), 1):
        required, actual = (f"N(INDEX({name},{place}))" for name in ("required_counts", "year_results"))
        due = f"{required}*N(year_elapsed_share)"
        put(page, f"AE{row}", f"=SQRT({due})", theme.CHART_FEED, "0.00")
        put(page, f"AF{row}", f"=SQRT({actual})", theme.CHART_FEED, "0.00")
        widest = f"MAX($AE${FIRST}:$AF${FIRST + STAGES - 1},1)"
        count = f'TEXT({actual},"#,##0")&" / "&TEXT({due},"#,##0")'
        put(page, f"X{row}", f'=INDEX(stage_names,{place})&"  "&{count}', theme.CHART_FEED)
        put(page, f"Y{row}", f"=(1-MAX(AE{row}:AF{row})/{widest})/2", theme.CHART_FEED, "0.00")
        for column, gap in (("Z", f"AE{row}-AF{row}"), ("AA", f"AF{row}-AE{row}")):
            put(page, f"{column}{row}", f"=MAX(0,{gap})/{widest}/2", theme.CHART_FEED, "0.00")
        put(page, f"AB{row}", f"=MIN(AE{row}:AF{row})/{widest}", theme.CHART_FEED, "0.00")
        put(page, f"AC{row}", f"=AA{row}", theme.CHART_FEED, "0.00")
        put(page, f"AD{row}", f"=Z{row}", theme.CHART_FEED, "0.00")
    chart = _stacked_bars()
    last = FIRST + STAGES - 1
    looks = {
        "Y": None,
        "Z": theme.FUNNEL_EDGE,
        "AA": theme.ACCENT,
        "AB": theme.ACTUAL_FILL,
        "AC": theme.ACCENT,
        "AD": theme.FUNNEL_EDGE,
    }
    for column, colour in looks.items():
        series = chart_series(page, f"{column}{FIRST}:{column}{last}", f"X{FIRST}:X{last}", f"{column}18")
        series.spPr = unfilled() if colour is None else filled(colour)
        if column == "AB":
            series.dLbls = category_labels(10)
        chart.series.append(series)
    chart.x_axis.delete = chart.y_axis.delete = True
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.layout = chart_frame(0.02, 0.03, 0.96, 0.94)
    place_chart(page, chart, "B18:F26")


def _stacked_bars() -> BarChart:
    chart = BarChart()
    chart.type = "bar"
    chart.grouping = "stacked"
    chart.overlap = 100
    chart.gapWidth = 25
    chart.legend = None
    chart.x_axis.scaling.orientation = "maxMin"  # the first on top
    chart.y_axis.majorGridlines = None
    return chart


def _write_days(page: Page) -> None:
    """The focus stage day by day: a line for the target, columns for the actual and for the week's gates.

    Days to come are empty texts, which columns show as nothing; a line would fall to zero there, and so
    the target's line goes on flat behind a month that has fewer business days than the chart has room.
    """
    stage = "INDEX(stage_names,focus_place)"
    _head(page, "H17:K17", _words(page, "daily", stage=stage))
    _name_feeds(page, "AH18", ("label", "target", "core", "gate"))
    target = "N(INDEX(month_targets,focus_place))"
    last = FIRST + DAYS - 1
    for number, row in enumerate(_rows(DAYS), 1):
        day = f"INDEX(chart_days,{number})"
        put(page, f"AH{row}", f'=IF({day}="","",TEXT({day},"d"))', theme.CHART_FEED)
        so_far = f"{target}*MIN({number},COUNT(chart_days))/MAX(COUNT(chart_days),1)"
        put(page, f"AI{row}", f"={so_far}", theme.CHART_FEED, TENTHS)
        put(page, f"AJ{row}", f"=INDEX(daily_cumulative,{number},focus_place)", theme.CHART_FEED, COUNT)
        due = ",".join(
            f'({number}=COUNTIF(chart_days,"<="&INDEX(gate_days,{week})))*N(INDEX(gate_counts,{week}))'
            for week in range(1, 1 + WEEKS)
        )
        gates = f"MAX({due})"
        put(page, f"AK{row}", f'=IF(OR({day}="",{gates}=0),"",{gates})', theme.CHART_FEED, COUNT)
    days = f"AH{FIRST}:AH{last}"
    target_line, actual, gate = (
        chart_series(page, f"{column}{FIRST}:{column}{last}", days, f"{column}18")
        for column in ("AI", "AJ", "AK")
    )
    chart = gated_chart(actual, gate, target_line)
    show_axes(chart, "General", page.text("planner.dashboard.axis.count"))
    chart.x_axis.title = chart_title(page.text("planner.dashboard.axis.days"), 9, bold=False)
    legend_on_top(chart)
    place_chart(page, chart, "H18:K26")


def _write_gaps(page: Page) -> None:
    _head(page, "M17:Q17", _words(page, "gap"))
    _name_feeds(page, "AM18", ("label", "gap"))
    for place, row in enumerate(_rows(STAGES), 1):
        put(page, f"AM{row}", f'=INDEX(stage_names,{place})&""', theme.CHART_FEED)
        share = f"INDEX(landing_shares,{place})"
        put(page, f"AN{row}", f'=IF(COUNT({share})=0,"",{share}-1)', theme.CHART_FEED, "0%")
    last = FIRST + STAGES - 1
    chart = bar_chart(page, f"AM{FIRST}:AM{last}", f"AN{FIRST}:AN{last}", "AN18", "+0%;-0%;0%")
    place_chart(page, chart, "M18:Q26")


def _write_channels(page: Page, money_unit: int) -> None:
    unit = _words(page, "channels.unit")
    _head(page, "B28:F28", _words(page, "channels", unit=unit))
    _name_feeds(page, "AP18", ("label", "cost"))
    for place, row in enumerate(_rows(CHANNELS), 1):
        name, cost, roi = (
            f"INDEX({name},{place})" for name in ("channel_names", "channel_cpa", "channel_roi")
        )
        label = _words(page, "channels.label", channel=name, roi=f'TEXT({roi},"0%")')
        put(page, f"AP{row}", f'=IF(COUNT({roi})=0,{name}&"",{label})', theme.CHART_FEED)
        put(page, f"AQ{row}", f'=IF(COUNT({cost})=0,"",{cost}/{money_unit})', theme.CHART_FEED, COUNT)
    last = FIRST + CHANNELS - 1
    chart = bar_chart(page, f"AP{FIRST}:AP{last}", f"AQ{FIRST}:AQ{last}", "AQ18", "[<10]0.0;#,##0")
    place_chart(page, chart, "B29:F37")


def _write_contributions(page: Page) -> None:
    """A waterfall lying down: each bar begins where the one above ends, the last one is their sum.

    Bars may cross zero, and stacks grow from zero on both sides; so each is cut there, with an invisible
    base on its own side.
    """
    stage = f"INDEX(stage_names,{STAGES})"
    _head(page, "H28:K28", _words(page, "waterfall", stage=stage, comparison="comparison"))
    parts = ("label", "from", "to", "base", "base", "up", "up", "down", "down", "sum", "sum")
    _name_feeds(page, "AS18", parts)
    for place, row in enumerate(_rows(STAGES + 1), 1):
        worth = f"N(INDEX(contributions,{place}))"
        if place > STAGES:
            name, start, end = _words(page, "waterfall.total"), "0", f"AU{row - 1}"
        else:
            start = "0" if place == 1 else f"AU{row - 1}"
            end = f"AT{row}+{worth}"
            name = (
                "INDEX(stage_names,1)"
                if place == 1
                else f'INDEX(stage_names,{place - 1})&" → "&INDEX(stage_names,{place})'
            )
        shown = f'TEXT(AU{row}-AT{row},"+0.0;-0.0;0.0")'
        put(page, f"AS{row}", f'=IF(COUNT(contributions)=0,"",{name}&"  "&{shown})', theme.CHART_FEED)
        put(page, f"AT{row}", f"={start}", theme.CHART_FEED, "0.00")
        put(page, f"AU{row}", f"={end}", theme.CHART_FEED, "0.00")
        low, high = f"MIN(AT{row}:AU{row})", f"MAX(AT{row}:AU{row})"
        put(page, f"AV{row}", f"=MAX(0,{low})", theme.CHART_FEED, "0.00")
        put(page, f"AW{row}", f"=MIN(0,{high})", theme.CHART_FEED, "0.00")
        above, below = f"MAX(0,{high})-AV{row}", f"MIN(0,{low})-AW{row}"
        whole = place > STAGES
        rises = f"AU{row}>=AT{row}"
        for column, shows, part in (
            ("AX", "FALSE" if whole else rises, above),
            ("AY", "FALSE" if whole else rises, below),
            ("AZ", "FALSE" if whole else f"NOT({rises})", above),
            ("BA", "FALSE" if whole else f"NOT({rises})", below),
            ("BB", "TRUE" if whole else "FALSE", above),
            ("BC", "TRUE" if whole else "FALSE", below),
        ):
            put(page, f"{column}{row}", f"=IF({shows},{part},0)", theme.CHART_FEED, "0.00")
    chart = _stacked_bars()
    last = FIRST + STAGES
    colours = {
        "AV": None,
        "AW": None,
        "AX": theme.ACTUAL_FILL,
        "AY": theme.ACTUAL_FILL,
        "AZ": theme.LOSS_FILL,
        "BA": theme.LOSS_FILL,
        "BB": theme.INK,
        "BC": theme.INK,
    }
    for column, colour in colours.items():
        series = chart_series(page, f"{column}{FIRST}:{column}{last}", f"AS{FIRST}:AS{last}", f"{column}18")
        series.spPr = unfilled() if colour is None else filled(colour)
        series.invertIfNegative = False
        chart.series.append(series)
    show_axes(chart, "General", page.text("planner.dashboard.axis.count"))
    chart.y_axis.delete, chart.y_axis.title = True, None  # every bar's label bears its value
    chart.y_axis.majorGridlines = None
    place_chart(page, chart, "H29:K37")


def _write_trend(page: Page) -> None:
    """The management metric that is furthest off, month by month, anomalies in another colour."""
    _name_feeds(page, "BE18", ("label", "usual", "anomaly"))
    put_text(page, "BE12", "planner.dashboard.feed.metric", theme.CHART_FEED)
    for place in range(1, 1 + MANAGEMENT):
        row = 12 + place
        scores = f"INDEX(management_scores,{place},0)"
        put(page, f"BF{row}", f"=IF(COUNT({scores})=0,0,MAX(MAX({scores}),-MIN({scores})))", theme.CHART_FEED)
    place_cells = "$BF$13:$BF$15"
    put(page, "BF12", f"=MATCH(MAX({place_cells}),{place_cells},0)", theme.CHART_FEED)
    series = "INDEX(management_series,0,$BF$12)"
    put(page, "BF16", f"=IF(COUNT({series})=0,1,IF(MAX({series})<=1,100,1))", theme.CHART_FEED)
    name = "INDEX(management_names,$BF$12)"
    percent = _words(page, "trend.percent")
    title = _words(page, "trend", metric=name, unit=f'IF($BF$16=100,{percent},"")')
    _head(page, "M28:Q28", f'IF({name}="",{_words(page, "trend.none")},{title})')
    months = ",".join(f'"{month}"' for month in page.text("planner.months").split())
    for month, row in enumerate(_rows(MONTHS), 1):
        day = f"INDEX(months,{month})"
        put(page, f"BE{row}", f'=IF(N({day})=0,"",CHOOSE(MONTH({day}),{months}))', theme.CHART_FEED)
        value = f"INDEX(management_series,{month},$BF$12)"
        score = f"INDEX(management_scores,$BF$12,{month})"
        odd = f"ABS(N({score}))>{USUAL_SCORE}"
        shown = f"{value}*$BF$16"
        put(page, f"BF{row}", f'=IF(COUNT({value})=0,"",IF({odd},"",{shown}))', theme.CHART_FEED, "0.0")
        put(page, f"BG{row}", f'=IF(COUNT({value})=0,"",IF({odd},{shown},""))', theme.CHART_FEED, "0.0")
    last = FIRST + MONTHS - 1
    usual, anomaly = (
        chart_series(page, f"{column}{FIRST}:{column}{last}", f"BE{FIRST}:BE{last}", f"{column}18")
        for column in ("BF", "BG")
    )
    usual.spPr, anomaly.spPr = filled(theme.ACTUAL_FILL), filled(theme.LOSS_FILL)
    chart = BarChart()
    chart.gapWidth = 45
    chart.overlap = 100
    chart.series = [usual, anomaly]
    show_axes(chart, "[>=1000]#,##0;General", page.text("planner.dashboard.axis.value"))
    chart.y_axis.scaling.min = 0
    legend_on_top(chart)
    place_chart(page, chart, "M29:Q37")
