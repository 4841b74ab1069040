"""Diagnosis, third part: what the levels of all stages and steps, taken together, point to.

The stages' words are the company's own; which metric of the catalogue each means is chosen here, below the
printed page, where a few metrics more can be judged by hand to tell two likely causes apart.
"""

from __future__ import annotations

from kpixl.i18n import has_text
from kpixl.template import theme
from kpixl.template.layout import (
    COUNT,
    PERCENT,
    WHOLE_PERCENT,
    Named,
    Page,
    Rule,
    accept,
    colour_by_level,
    paint,
    put,
    put_across,
    put_section,
    put_text,
    sentence,
)
from kpixl.template.planner.case import STAGES, Case
from kpixl.template.planner.contributions import VOLUMES

SHOWN = 5
TITLE_ROW = 25
LAST_PRINTED = TITLE_ROW + 2 * SHOWN + 1
MAP_TITLE = LAST_PRINTED + 2
MAP_FIRST = MAP_TITLE + 3
BY_HAND = 3
HAND_FIRST = MAP_FIRST + 2 * STAGES - 1
MAP_LAST = HAND_FIRST + BY_HAND - 1
FEED = MAP_FIRST

NAMES = (
    Named("symptoms", f"U{FEED}:W{FEED + SHOWN - 1}"),
    Named("diagnosed_metrics", f"G{MAP_FIRST}:G{MAP_LAST}"),
    Named("diagnosed_levels", f"R{MAP_FIRST}:R{HAND_FIRST - 1}"),
    Named("added_levels", f"H{HAND_FIRST}:H{MAP_LAST}"),
)

CATALOGUE = Rule("metric", "list", first="catalogue_names")

STAGE_METRICS = {
    "visits": "visits",
    "leads": "leads",
    "nurtured": "mqls",
    "mql": "mqls",
    "sql": "sqls",
    "qualified": "valid_leads",
    "hot": "hot_leads",
    "downloads": "downloads",
    "proposals": "opportunities",
    "meetings": "meetings",
    "deals": "deals",
}
STEP_METRICS = {
    ("visits", "leads"): "conversion_rate_per_visit",
    ("leads", "nurtured"): "mql_rate_per_lead",
    ("leads", "mql"): "mql_rate_per_lead",
    ("mql", "sql"): "sql_rate_per_mql",
    ("leads", "meetings"): "meeting_rate_per_lead",
    ("nurtured", "meetings"): "meeting_rate_per_mql",
    ("mql", "meetings"): "meeting_rate_per_mql",
    ("sql", "meetings"): "meeting_rate_per_sql",
    ("hot", "meetings"): "meeting_rate_per_hot_lead",
    ("meetings", "proposals"): "opportunity_rate_per_meeting",
    ("meetings", "deals"): "win_rate_per_meeting",
    ("delivered", "opened"): "email_open_rate",
}
LEVELS = ("ON_TRACK", "CAUTION", "WARNING", "CRITICAL")


def write(page: Page, case: Case) -> None:
    _write_findings(page)
    _write_map(page, case)
    _write_levels(page)
    _write_feed(page)


def _write_findings(page: Page) -> None:
    """Each finding takes two lines, so that its hint is as long as it needs to be."""
    put_section(page, f"B{TITLE_ROW}:O{TITLE_ROW}", "planner.diagnosis.symptoms")
    cause = page.text("planner.diagnosis.cause")
    hint = page.text("planner.diagnosis.hint")
    for place in range(SHOWN):
        row, source = TITLE_ROW + 1 + 2 * place, FEED + place
        put(
            page,
            f"B{row}",
            f'=IF(U{source}="","",IF($U${FEED - 2}=0,"","{place + 1}. ")&U{source})',
            theme.MESSAGE,
        )
        put(page, f"G{row}", f'=IF(V{source}="","","{cause}"&V{source})', theme.MESSAGE)
        put(page, f"B{row + 1}", f'=IF(W{source}="","","{hint}"&W{source})', theme.TEXT)


def _write_map(page: Page, case: Case) -> None:
    """What each stage and step means in the catalogue, and how far it is from its target."""
    put_section(page, f"B{MAP_TITLE}:O{MAP_TITLE}", "planner.diagnosis.map")
    put_text(page, f"B{MAP_TITLE + 1}", "planner.diagnosis.map.note", theme.NOTE)
    head = MAP_TITLE + 2
    page.sheet.row_dimensions[head].height = theme.HEADING_HEIGHT
    put_text(page, f"B{head}", "planner.diagnosis.map.what", theme.HEADING_TEXT)
    columns = ("target", "actual", "ratio")
    put_across(page, f"C{head}", [f"planner.diagnosis.map.{column}" for column in columns], theme.HEADING)
    paint(page, f"F{head}:G{head}", theme.HEADING_TEXT)
    put_text(page, f"F{head}", "planner.diagnosis.map.metric", theme.HEADING_TEXT)
    put_text(page, f"H{head}", "planner.diagnosis.map.level", theme.HEADING_CENTRED)
    for place, metric in enumerate(_metrics_of(case)):
        row = MAP_FIRST + place
        paint(page, f"B{row}:H{row}", theme.OUTPUT_TEXT)
        name = f"metric.{metric}.name"
        put(page, f"G{row}", page.text(name) if has_text(name) else None, theme.INPUT_TEXT)
        if place < STAGES:
            number_format = COUNT
            put(page, f"B{row}", f"=INDEX(stage_names,{place + 1})", theme.OUTPUT_TEXT)
            put(page, f"C{row}", f'=IF(R{VOLUMES + place}=0,"",R{VOLUMES + place})', theme.OUTPUT, COUNT)
            put(
                page,
                f"D{row}",
                f'=IF(last_record="","",N(INDEX(year_results,{place + 1})))',
                theme.OUTPUT,
                COUNT,
            )
        elif place < 2 * STAGES - 1:
            source = 6 + place - STAGES
            number_format = PERCENT
            for letter, cell in (("B", "B"), ("C", "C"), ("D", "D")):
                style = theme.OUTPUT_TEXT if letter == "B" else theme.OUTPUT
                put(
                    page,
                    f"{letter}{row}",
                    f"={cell}{source}",
                    style,
                    None if letter == "B" else number_format,
                )
        else:
            words = sentence(page, "planner.diagnosis.map.by_hand", place=f'"{place - 2 * STAGES + 2}"')
            put(page, f"B{row}", f"={words}", theme.NOTE)
            put(page, f"H{row}", None, theme.INPUT_CENTRED)
            continue
        ratio = f'=IF(COUNT(C{row}:D{row})<2,"",IF(C{row}=0,"",D{row}/C{row}))'
        put(page, f"E{row}", ratio, theme.OUTPUT, WHOLE_PERCENT)
    accept(page, f"G{MAP_FIRST}:G{MAP_LAST}", CATALOGUE)
    words = ",".join(page.text(f"level.{level}") for level in LEVELS)
    accept(page, f"H{HAND_FIRST}:H{MAP_LAST}", Rule("level", "list", first=f'"{words}"'))


def _metrics_of(case: Case) -> list[str]:
    stages = [STAGE_METRICS.get(stage, "") for stage in case.stages]
    steps = [STEP_METRICS.get(step, "") for step in zip(case.stages, case.stages[1:])]
    return [*stages, *steps, *[""] * BY_HAND]


def _write_levels(page: Page) -> None:
    """Counts by their level to date; a rate is short only where chance does not explain it."""
    limits = "alert_thresholds"
    descending = ",".join(f"INDEX({limits},{place})>INDEX({limits},{place + 1})" for place in (1, 2))
    usable = f"IF(COUNT({limits})<3,FALSE,AND({descending},INDEX({limits},3)>0))"
    put_text(page, f"Q{FEED - 2}", "planner.diagnosis.feed.limits", theme.CHART_FEED)
    put(page, f"R{FEED - 2}", f"={usable}", theme.CHART_FEED)
    chance, above = (sentence(page, f"planner.diagnosis.{how}") for how in ("chance", "above"))
    no_data = page.text("level.NO_DATA")
    words = ",".join(f'"{page.text(f"level.{level}")}"' for level in LEVELS)
    for place, row in enumerate(range(MAP_FIRST, HAND_FIRST)):
        level = f'KPI_LEVEL(D{row},C{row},1,"higher",{limits})'
        if place >= STAGES:
            reading = f"G{6 + place - STAGES}"
            level = f"IF(OR({reading}={chance},{reading}={above}),0,{level})"
        put(page, f"R{row}", f'=IF(OR(E{row}="",NOT($R${FEED - 2})),"",{level})', theme.CHART_FEED)
        put(page, f"H{row}", f'=IF(R{row}="","{no_data}",CHOOSE(R{row}+1,{words}))', theme.OUTPUT_CENTRED)
    for row in range(HAND_FIRST, MAP_LAST + 1):
        put(page, f"R{row}", f'=H{row}&""', theme.CHART_FEED)
    colour_by_level(page, f"H{MAP_FIRST}:H{HAND_FIRST - 1}", f"$R{MAP_FIRST}")


def _write_feed(page: Page) -> None:
    """Metric and level of each row as KPI_DIAGNOSE takes them, and what it answers.

    A metric that the catalogue does not know is left out: it stands as some metric without a level.
    """
    put_across(
        page,
        f"Q{FEED - 1}",
        [f"planner.diagnosis.feed.{id_}" for id_ in ("metric", "level", "known")],
        theme.CHART_FEED,
    )
    for row in range(MAP_FIRST, MAP_LAST + 1):
        put(page, f"Q{row}", f'=IFERROR(KPI_METRIC(G{row},"id"),"visits")', theme.CHART_FEED)
        known = f'=IF(ISERROR(KPI_METRIC(G{row},"id")),"",R{row})'
        put(page, f"S{row}", known, theme.CHART_FEED)
    metrics, levels = (f"${letter}${MAP_FIRST}:${letter}${MAP_LAST}" for letter in "QS")
    answer = f'KPI_DIAGNOSE({metrics},{levels},"{page.language}")'
    put_text(page, f"T{FEED - 2}", "planner.diagnosis.feed.findings", theme.CHART_FEED)
    put(
        page,
        f"U{FEED - 2}",
        f'=IF(SUMPRODUCT(--({levels}<>""))=0,0,ROWS({answer}))',
        theme.CHART_FEED,
    )
    nothing = sentence(page, "planner.diagnosis.symptoms.nothing")
    for place, row in enumerate(range(FEED, FEED + SHOWN), 1):
        for part, letter in enumerate("UVW", 1):
            otherwise = nothing if (place, part) == (1, 1) else '""'
            found = (
                f'IF($U${FEED - 2}=0,{otherwise},IF($U${FEED - 2}<{place},"",INDEX({answer},{place},{part})))'
            )
            put(page, f"{letter}{row}", f"={found}", theme.CHART_FEED)
