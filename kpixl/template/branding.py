"""The workbook Branding: quarterly brand metrics against last year, and surveys with their uncertainty."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.chart import BarChart
from openpyxl.chart.legend import Legend

from kpixl.i18n import Language
from kpixl.template import theme
from kpixl.template.branding_case import (
    COUNTS,
    METRICS,
    QUARTERS,
    SURVEYS,
    BrandingCase,
    Metric,
)
from kpixl.template.charting import bar_chart, chart_series, chart_text, filled, place_chart, show_axes
from kpixl.template.layout import (
    COUNT,
    PERCENT,
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
    put_each,
    put_section,
    put_text,
    sentence,
    set_up_print,
    to_the_right,
)
from kpixl.template.one_sheet import build_one_sheet

NAMES = (
    Named("brand_metrics", "B7:B14"),
    Named("brand_last_year", "F7:I14"),
    Named("brand_this_year", "J7:M14"),
    Named("brand_latest", "N7:N14"),
    Named("brand_yoy", "O7:O14"),
    Named("survey_metrics", "B19:B22"),
    Named("survey_asked", "F19:I22"),
    Named("survey_yes", "J19:M22"),
    Named("survey_latest", "C27:C30"),
    Named("survey_judgements", "E27:E30"),
    Named("survey_shares", "F27:I30"),
    Named("survey_lowers", "J27:J30"),
    Named("survey_uppers", "K27:K30"),
    Named("survey_changes", "L27:L30"),
    Named("survey_change_lowers", "M27:M30"),
    Named("survey_change_uppers", "N27:N30"),
    Named("survey_p_values", "O27:O30"),
    Named("nps_counts", "F35:I37"),
    Named("nps", "F38:I38"),
    Named("brand_quarter", "V6"),
    Named("survey_quarter", "V7"),
)

WIDTHS = {
    **dict.fromkeys("APT", 2.5),
    **dict.fromkeys("FGHIJKLMNO", 11.0),
    "B": 33.0,
    "C": 13.0,
    "D": 11.0,
    "E": 25.0,
    **dict.fromkeys("QRS", 17.0),
    "U": 22.0,
}

PURPOSES = ("awareness", "trust", "leads", "premium")
HORIZONS = ("short", "middle", "long")
FIRST, SURVEY, RESULT, NPS = 7, 19, 27, 35
LAST = FIRST + len(METRICS) - 1
CHANCE = 0.05  # as usual: what chance alone brings about once in twenty times is a difference
POINTS = ";".join(form + theme.PADDING for form in ("+0.0%", "-0.0%", "0.0%"))
P_VALUE = "0.000" + theme.PADDING
SCORE = ";".join(form + theme.PADDING for form in ("+0.0", "-0.0", "0.0"))

AMOUNT = Rule("brand_count", "decimal", "greaterThanOrEqual")
SHARE = Rule("brand_share", "decimal", "between", "0", "1")
ASKED = Rule("survey_asked", "whole", "greaterThanOrEqual")
YES = Rule("survey_yes", "custom", first="AND(ISNUMBER(J19),J19>=0,J19<=F19,J19=INT(J19))")
PEOPLE = Rule("nps_count", "whole", "greaterThanOrEqual")


def build_branding(case: BrandingCase, language: Language) -> bytes:
    """The workbook filled with a case as the bytes of an .xlsx file; its formulas have no values yet."""
    return build_one_sheet(SHEET, case, language)


def write(page: Page, case: BrandingCase) -> None:
    open_page(page, _id("title"), _id("guidance"), WIDTHS)
    for row in (6, 18, 26):
        page.sheet.row_dimensions[row].height = theme.HEADING_HEIGHT
    _write_feeds(page)
    _write_state(page)
    _write_metrics(page, case)
    _write_surveys(page, case)
    _write_results(page)
    _write_nps(page, case)
    _write_pitfalls(page)
    _write_charts(page)
    set_up_print(page, "A1:S38", freeze="C5")


def _id(end: str) -> str:
    return f"planner.branding.{end}"


def _words(page: Page, end: str, **gaps: str) -> str:
    return sentence(page, _id(end), **gaps)


def _write_feeds(page: Page) -> None:
    """The last quarter with values, of the metrics and of the surveys."""
    for row, id_, columns, first, last in (
        (6, "brand_quarter", "JKLM", FIRST, LAST),
        (7, "survey_quarter", "FGHI", RESULT, RESULT + len(SURVEYS) - 1),
    ):
        put_text(page, f"U{row}", _id(f"feed.{id_}"), theme.CHART_FEED)
        quarters = ",".join(
            f"(COUNT({column}{first}:{column}{last})>0)*{quarter}"
            for quarter, column in enumerate(columns, 1)
        )
        put(page, f"V{row}", f"=MAX({quarters})", theme.CHART_FEED, "0")


def _write_state(page: Page) -> None:
    """What moved, in one sentence for the surveys and one for the metrics."""
    rose, fell = (_count("survey_judgements", _words(page, f"judgement.{id_}")) for id_ in ("rose", "fell"))
    surveys = _words(
        page, "state.surveys", quarter='TEXT(survey_quarter,"0")', rose=f'TEXT({rose},"0")',
        fell=f'TEXT({fell},"0")', known='TEXT(COUNT(survey_p_values),"0")',
    )  # fmt: skip
    metrics = _words(
        page, "state.metrics", quarter='TEXT(brand_quarter,"0")', known='TEXT(COUNT(brand_yoy),"0")',
        grown='TEXT(COUNTIF(brand_yoy,">=1"),"0")',
    )  # fmt: skip
    nothing, first_survey = _words(page, "missing"), _words(page, "state.first_survey")
    put(
        page,
        "B3",
        f"=IF(AND(brand_quarter=0,survey_quarter=0),{nothing},"
        f"IF(COUNT(survey_p_values)=0,{first_survey},{surveys}))",
        theme.HEADLINE,
    )
    page.sheet.row_dimensions[3].height = 28.0
    put(page, "B4", f'=IF(COUNT(brand_yoy)=0,"",{metrics})', theme.MESSAGE)
    page.sheet.row_dimensions[4].height = theme.GUIDANCE_HEIGHT


def _count(cells: str, word: str) -> str:
    return f"COUNTIF({cells},{word})"


def _heads(page: Page, first: str, id_: str) -> None:
    """Four headings, one a quarter."""
    for quarter, cell in enumerate(to_the_right(first, QUARTERS), 1):
        put(page, cell, page.text(_id(id_)).format(quarter=quarter), theme.HEADING)


def _write_names(page: Page, row: int, metrics: Sequence[Metric]) -> None:
    """What the metrics are called, what they are for, and the marketing KPI they should move."""
    last = row + len(metrics) - 1
    for place, metric in enumerate(metrics, row):
        put_text(page, f"B{place}", _id(f"metric.{metric.id}"), theme.INPUT_TEXT)
        put_text(page, f"C{place}", _id(f"purpose.{metric.purpose}"), theme.INPUT_TEXT)
        put_text(page, f"D{place}", _id(f"horizon.{metric.horizon}"), theme.INPUT_TEXT)
        put_text(page, f"E{place}", _id(f"link.{metric.id}"), theme.INPUT_TEXT)
    accept(page, f"B{row}:B{last}", WORDS)
    accept(page, f"C{row}:C{last}", _choice(page, "purpose", PURPOSES))
    accept(page, f"D{row}:D{last}", _choice(page, "horizon", HORIZONS))
    accept(page, f"E{row}:E{last}", WORDS)


def _choice(page: Page, id_: str, ends: Sequence[str]) -> Rule:
    words = ",".join(page.text(_id(f"{id_}.{end}")) for end in ends)
    return Rule(f"brand_{id_}", "list", first=f'"{words}"')


def _write_numbers(page: Page, first: str, given: Sequence[float], number_format: str) -> None:
    """A row of inputs, one a quarter."""
    cells = to_the_right(first, QUARTERS)
    for cell in cells:
        paint(page, cell, theme.INPUT, number_format)
    for cell, number in zip(cells, given):
        page.sheet[cell].value = number


def _write_metrics(page: Page, case: BrandingCase) -> None:
    put_section(page, "B5:O5", _id("metrics"))
    put_across(
        page, "B6", [_id(column) for column in ("name", "purpose", "horizon", "link")], theme.HEADING_TEXT
    )
    _heads(page, "F6", "last_year")
    _heads(page, "J6", "this_year")
    put_across(page, "N6", [_id("latest"), _id("yoy")], theme.HEADING)
    _write_names(page, FIRST, METRICS)
    for place, row in enumerate(range(FIRST, LAST + 1)):
        shown = COUNT if place < COUNTS else PERCENT
        _write_numbers(page, f"F{row}", case.last_year[place] if case.last_year else (), shown)
        _write_numbers(page, f"J{row}", case.this_year[place] if case.this_year else (), shown)
        before, now = (
            f"INDEX({cells},MAX(1,brand_quarter))" for cells in (f"F{row}:I{row}", f"J{row}:M{row}")
        )
        put(page, f"N{row}", f'=IF(OR(brand_quarter=0,COUNT({now})=0),"",{now})', theme.RESULT, shown)
        unknown = f'OR(N{row}="",N({before})=0)'
        put(page, f"O{row}", f'=IF({unknown},"",N{row}/{before})', theme.RESULT, WHOLE_PERCENT)
    middle = FIRST + COUNTS
    accept(page, f"F{FIRST}:M{middle - 1}", AMOUNT)
    accept(page, f"F{middle}:M{LAST}", SHARE)
    colour_where(page, f"O{FIRST}:O{LAST}", f"AND(ISNUMBER($O{FIRST}),$O{FIRST}<1)", theme.LEVEL_LOOKS[1])
    put_text(page, f"B{LAST + 1}", _id("metrics.note"), theme.NOTE)


def _write_surveys(page: Page, case: BrandingCase) -> None:
    put_section(page, "B17:M17", _id("surveys"))
    put_across(
        page, "B18", [_id(column) for column in ("name", "purpose", "horizon", "link")], theme.HEADING_TEXT
    )
    _heads(page, "F18", "asked")
    _heads(page, "J18", "yes")
    _write_names(page, SURVEY, SURVEYS)
    for place, row in enumerate(range(SURVEY, SURVEY + len(SURVEYS))):
        _write_numbers(page, f"F{row}", case.asked[place] if case.asked else (), COUNT)
        _write_numbers(page, f"J{row}", case.yes[place] if case.yes else (), COUNT)
    accept(page, "F19:I22", ASKED)
    accept(page, "J19:M22", YES)
    put_text(page, "B23", _id("surveys.note"), theme.NOTE)


def _write_results(page: Page) -> None:
    """Each share with what is certain about it, and whether its change may be mere chance."""
    put_section(page, "B25:O25", _id("results"))
    put_text(page, "B26", _id("name"), theme.HEADING_TEXT)
    put_across(page, "C26", [_id("share"), _id("answers")], theme.HEADING)
    put_text(page, "E26", _id("judgement"), theme.HEADING_TEXT)
    _heads(page, "F26", "share_of")
    columns = ("lower", "upper", "change", "change_lower", "change_upper", "p")
    put_across(page, "J26", [_id(column) for column in columns], theme.HEADING)
    rose, fell, chance, first, none = (
        _words(page, f"judgement.{id_}") for id_ in ("rose", "fell", "chance", "first", "none")
    )
    for place, row in enumerate(range(RESULT, RESULT + len(SURVEYS))):
        source = SURVEY + place
        for asked, yes, share in zip("FGHI", "JKLM", "FGHI"):
            a, y = f"{asked}{source}", f"{yes}{source}"
            wrong = f"OR(COUNT({a},{y})<2,N({a})<=0,N({y})<0,N({y})>N({a}))"
            put(page, f"{share}{row}", f'=IF({wrong},"",{y}/{a})', theme.OUTPUT, PERCENT)
        now, before = "MAX(1,survey_quarter)", "MAX(1,survey_quarter-1)"
        shares, asked, yes = f"$F{row}:$I{row}", f"$F{source}:$I{source}", f"$J{source}:$M{source}"
        pair = f"INDEX({yes},{now}),INDEX({asked},{now})"
        pair_before = f"INDEX({yes},{before}),INDEX({asked},{before})"
        put(page, f"B{row}", f'=B{source}&""', theme.OUTPUT_TEXT)
        latest = f'=IF(survey_quarter=0,"",INDEX({shares},{now}))'
        put(page, f"C{row}", latest, theme.RESULT, PERCENT)
        put(page, f"D{row}", f'=IF(C{row}="","",INDEX({asked},{now}))', theme.OUTPUT, COUNT)
        nothing = f'C{row}=""'
        put_each(page, f"J{row}:K{row}", f"KPI_INTERVAL({pair})", theme.OUTPUT, PERCENT, unless=nothing)
        alone = f"OR({nothing},survey_quarter<2,COUNT(INDEX({shares},{before}))=0)"
        compared = f"KPI_AB({pair_before},{pair})"
        put_each(page, f"L{row}:O{row}", compared, theme.OUTPUT, POINTS, unless=alone)
        paint(page, f"L{row}", theme.RESULT, POINTS)
        paint(page, f"O{row}", theme.OUTPUT, P_VALUE)
        judged = f"IF(O{row}>={CHANCE},{chance},IF(L{row}>0,{rose},{fell}))"
        put(page, f"E{row}", f'=IF({nothing},{none},IF(O{row}="",{first},{judged}))', theme.OUTPUT_TEXT)
    area = f"E{RESULT}:E{RESULT + len(SURVEYS) - 1}"
    colour_where(page, area, f"$E{RESULT}={rose}", theme.LEVEL_LOOKS[0])
    colour_where(page, area, f"$E{RESULT}={fell}", theme.LEVEL_LOOKS[2])
    put_text(page, f"B{RESULT + len(SURVEYS)}", _id("results.note"), theme.NOTE)


def _write_nps(page: Page, case: BrandingCase) -> None:
    put_section(page, "B33:I33", _id("nps"))
    put_text(page, "B34", _id("nps.group"), theme.HEADING_TEXT)
    paint(page, "C34:E34", theme.HEADING_TEXT)
    put_text(page, "C34", _id("nps.answers"), theme.HEADING_TEXT)
    _heads(page, "F34", "quarter")
    for place, (row, id_) in enumerate(zip(range(NPS, NPS + 3), ("promoters", "passives", "detractors"))):
        paint(page, f"C{row}:E{row}", theme.LABEL)
        put_text(page, f"B{row}", _id(f"nps.{id_}"), theme.LABEL)
        put_text(page, f"C{row}", _id(f"nps.{id_}.answers"), theme.LABEL)
        _write_numbers(page, f"F{row}", case.nps[place] if case.nps else (), COUNT)
    accept(page, f"F{NPS}:I{NPS + 2}", PEOPLE)
    row = NPS + 3
    paint(page, f"B{row}:E{row}", theme.KEY_LABEL)
    put_text(page, f"B{row}", _id("nps.score"), theme.KEY_LABEL)
    put_text(page, f"C{row}", _id("nps.score.how"), theme.KEY_LABEL)
    for column in "FGHI":
        answers = f"{column}{NPS}:{column}{NPS + 2}"
        score = f"({column}{NPS}-{column}{NPS + 2})/SUM({answers})*100"
        unknown = f"OR(COUNT({answers})<3,SUM({answers})<=0)"
        put(page, f"{column}{row}", f'=IF({unknown},"",{score})', theme.KEY_RESULT, SCORE)


def _write_pitfalls(page: Page) -> None:
    put_section(page, "K33:S33", _id("pitfalls"))
    for place, row in enumerate(range(34, 38), 1):
        put_text(page, f"K{row}", _id(f"pitfall_{place}"), theme.TEXT)


def _write_charts(page: Page) -> None:
    put_section(page, "Q5:S5", _id("yoy_chart"))
    growth = bar_chart(page, f"B{FIRST}:B{LAST}", f"O{FIRST}:O{LAST}", "O6", "0%")
    growth.y_axis.scaling.min = 0
    place_chart(page, growth, "Q6:S15")
    put_section(page, "Q17:S17", _id("chart"))
    for quarter, column in enumerate("VWXY", 1):
        put(page, f"{column}26", page.text(_id("quarter")).format(quarter=quarter), theme.CHART_FEED)
    place_chart(page, _survey_chart(page), "Q18:S31")


def _survey_chart(page: Page) -> BarChart:
    """Columns by quarter, for a line would fall to zero in quarters to come."""
    chart = BarChart()
    chart.gapWidth = 60
    chart.overlap = -5
    for place, colour in enumerate((theme.ACCENT, theme.ACTUAL_FILL, theme.FUNNEL_FILL, theme.LOSS_FILL)):
        row = RESULT + place
        series = chart_series(page, f"F{row}:I{row}", "V26:Y26", f"B{row}")
        series.spPr = filled(colour)
        chart.series.append(series)
    show_axes(chart, "0%", page.text(_id("axis.share")))
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.y_axis.majorUnit = 0.2
    chart.legend = Legend()
    chart.legend.position = "b"
    chart.legend.txPr = chart_text()
    return chart


SHEET = Recipe("planner.branding.sheet", NAMES, write)
