"""The sheet Dashboard: what matters today on one printed page, without a single input."""

from __future__ import annotations

from kpixl.domain.anomalies import USUAL_SCORE
from kpixl.template import theme
from kpixl.template.layout import (
    COUNT,
    PERCENT,
    TENTHS,
    WHOLE_PERCENT,
    Named,
    Page,
    Recipe,
    colour_by_level,
    open_page,
    paint,
    put,
    put_text,
    sentence,
    set_up_print,
)
from kpixl.template.planner.actuals import MANAGEMENT
from kpixl.template.planner.case import STAGES, Case
from kpixl.template.planner.dashboard_charts import write_charts

NAMES = (Named("dashboard_headline", "B3"),)

WIDTHS = {
    **dict.fromkeys("BCEFHIJKMNPQ", 15.5),
    **dict.fromkeys("ADGLO", 2.0),
    **dict.fromkeys("RS", 3.0),
}

HEIGHTS = {3: 30.0, 4: 22.0, 5: 8.0, 7: 34.0, 9: 10.0, 16: 10.0, 27: 10.0}
MONEY_UNIT = {"ja": 10_000, "en": 1_000}
WORST = "MATCH(MIN(pace),pace,0)"
LAST_DEALS = f"INDEX(landings,{STAGES})"


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.dashboard.title", "planner.dashboard.guidance", WIDTHS)
    for row, height in HEIGHTS.items():
        page.sheet.row_dimensions[row].height = height
    _write_headline(page)
    _write_cards(page)
    _write_alerts(page)
    write_charts(page, MONEY_UNIT[page.language])
    set_up_print(page, "A1:Q37", freeze="A5")


def _write_headline(page: Page) -> None:
    """The worst stage and what was agreed; before there is a level, the next thing to do instead."""
    undecided = sentence(page, "planner.dashboard.headline.undecided")
    late = sentence(
        page,
        "planner.dashboard.headline.late",
        stage=f"INDEX(stage_names,{WORST})",
        label=f"INDEX(alert_labels,{WORST})",
        pace='TEXT(MIN(pace),"0.0%")',
        action=f'IF(INDEX(alert_actions,{WORST})="",{undecided},INDEX(alert_actions,{WORST}))',
    )
    good = sentence(page, "planner.dashboard.headline.good", action="INDEX(agreed_actions,1)")
    missing = sentence(page, "planner.dashboard.headline.missing", next="next_step")
    not_yet = f"IF(missing_count>0,{missing},{sentence(page, 'planner.dashboard.headline.not_yet')})"
    judged = f"IF(MAX(alert_levels)>0,{late},{good})"
    day = f"TEXT(as_of,{sentence(page, 'template.format.day_in_text')})"
    when = sentence(page, "planner.dashboard.when", company="company", day=day)
    put(page, "M2", f'=IF(COUNT(as_of)=0,"",{when})', theme.GUIDANCE)
    put(page, "B3", f"=IF(COUNT(alert_levels)=0,{not_yet},{judged})", theme.HEADLINE)
    _write_gravity(page)
    further = {
        "grave": _named_first(page, "grave", "$T$3:$T$7", ">0", stage="stage_names", text="escalations"),
        "anomaly": _named_first(page, "anomaly", "$U$3:$U$5", f">{USUAL_SCORE}", metric="management_names"),
        "overdue": f'IF(N(overdue_reviews)=0,"",{_further(page, "overdue", count="overdue_reviews")})',
    }
    everything = "&".join(further.values())
    put_text(page, "AG9", "planner.dashboard.feed.further", theme.CHART_FEED)
    put(page, "AH9", f"={everything}", theme.CHART_FEED)
    none = _further(page, "none")
    put(page, "B4", f'=IF(COUNT(alert_levels)=0,"",IF(AH9="",{none},AH9))', theme.MESSAGE)


def _write_gravity(page: Page) -> None:
    """How grave each stage's escalation is, and how far each management metric is off, in the far right."""
    gravest = sentence(page, "escalation.report_to_head")
    for place in range(1, 1 + STAGES):
        text = f"INDEX(escalations,{place})"
        put(page, f"T{2 + place}", f'=IF({text}="",0,IF({text}={gravest},2,1))', theme.CHART_FEED)
    for place in range(1, 1 + MANAGEMENT):
        score = f"INDEX(latest_scores,{place})"
        put(page, f"U{2 + place}", f"=IF(COUNT({score})=0,0,ABS({score}))", theme.CHART_FEED)


def _named_first(page: Page, id_: str, gravity: str, beyond: str, **columns: str) -> str:
    """A sentence on how many are beyond a limit and which is the gravest; empty when none is."""
    count = f'COUNTIF({gravity},"{beyond}")'
    place = f"MATCH(MAX({gravity}),{gravity},0)"
    words = {gap: f"INDEX({column},{place})" for gap, column in columns.items()}
    return f'IF({count}=0,"",{_further(page, id_, count=count, **words)})'


def _further(page: Page, id_: str, **gaps: str) -> str:
    return sentence(page, f"planner.dashboard.further.{id_}", **gaps)


def _write_cards(page: Page) -> None:
    def words(id_: str, **gaps: str) -> str:
        return sentence(page, f"planner.dashboard.{id_}", **gaps)

    deals = f"INDEX(stage_names,{STAGES})"
    landing = f'TEXT({LAST_DEALS},"#,##0")'
    _write_card(
        page,
        "BC",
        words("card.landing", stage=deals),
        f'IF(COUNT({LAST_DEALS})=0,"—",{words("count", count=landing)})',
        f'IF(OR(COUNT({LAST_DEALS})=0,N(goal_deals)=0),"",'
        + words(
            "card.landing.note",
            goal='TEXT(goal_deals,"#,##0")',
            share=f'TEXT({LAST_DEALS}/goal_deals,"0%")',
        )
        + ")",
    )
    of_focus = {
        name: f"INDEX({name},focus_place)"
        for name in ("pace", "alert_labels", "month_actuals", "targets_to_date", "alert_levels")
    }
    note = words(
        "card.pace.note",
        label=of_focus["alert_labels"],
        actual=f'TEXT({of_focus["month_actuals"]},"#,##0")',
        target=f'TEXT({of_focus["targets_to_date"]},"#,##0.0")',
    )
    no_pace = f"COUNT({of_focus['pace']})=0"
    _write_card(
        page,
        "EF",
        words("card.pace", stage="INDEX(stage_names,focus_place)"),
        f'IF({no_pace},"—",TEXT({of_focus["pace"]},"0.0%"))',
        f"IF({no_pace},{of_focus['alert_labels']},{note})",
    )
    put(page, "T11", f"={of_focus['alert_levels']}", theme.CHART_FEED)
    colour_by_level(page, "E7:F7", "$T$11")
    none = words("card.bottleneck.none")
    unknown = "OR(COUNT(actual_rates)<4,COUNT(step_rates)<4)"
    put(page, "T12", f"=IF({unknown},0,KPI_BOTTLENECK(actual_rates,step_rates))", theme.CHART_FEED)
    worth = words(
        "card.bottleneck.note",
        actual='TEXT(INDEX(actual_rates,$T$12),"0.0%")',
        target='TEXT(INDEX(step_rates,$T$12),"0.0%")',
        stage=deals,
        gain='TEXT(INDEX(uplifts,$T$12),"+0.0")',
    )
    _write_card(
        page,
        "HIJK",
        words("card.bottleneck"),
        f'IF(bottleneck<>"",bottleneck,IF(COUNT(actual_rates)=0,"—",{none}))',
        f'IF(N($T$12)=0,"",{worth})',
    )
    spent = f"total_cost/INDEX(year_results,{STAGES})/{MONEY_UNIT[page.language]}"
    cost = f'TEXT({spent},IF({spent}<10,"0.0","#,##0"))'
    no_cost = f"OR(N(total_cost)=0,N(INDEX(year_results,{STAGES}))=0)"
    quality = words("card.cost.note", hot="hot_leads", quality='TEXT(quality_count,"0.0")')
    _write_card(
        page,
        "MN",
        words("card.cost", stage=deals),
        f'IF({no_cost},"—",{words("money", amount=cost)})',
        f'IF(COUNT(hot_leads,quality_count)<2,"",{quality})',
    )
    days_left = words("card.days.value", days="days_left")
    gone = words("card.days.note", share='TEXT(year_elapsed_share,"0%")')
    _write_card(
        page,
        "PQ",
        words("card.days"),
        f'IF(COUNT(days_left)=0,"—",{days_left})',
        f'IF(COUNT(year_elapsed_share)=0,"",{gone})',
    )


def _write_card(page: Page, columns: str, label: str, value: str, note: str) -> None:
    first, last = columns[0], columns[-1]
    parts = ((6, label, theme.CARD_LABEL), (7, value, theme.CARD_RESULT), (8, note, theme.CARD_NOTE))
    for row, piece, style in parts:
        paint(page, f"{first}{row}:{last}{row}", style)
        put(page, f"{first}{row}", f"={piece}", style)


def _write_alerts(page: Page) -> None:
    paint(page, "B10:Q10", theme.HEADING_TEXT)
    headings = {
        "B": ("stage", theme.HEADING_TEXT),
        "C": ("alert", theme.HEADING_CENTRED),
        "E": ("pace_short", theme.HEADING),
        "F": ("actual", theme.HEADING),
        "H": ("to_date_short", theme.HEADING),
        "I": ("landing_share_short", theme.HEADING),
        "J": ("action", theme.HEADING_TEXT),
        "N": ("escalation_short", theme.HEADING_TEXT),
    }
    for column, (id_, style) in headings.items():
        put_text(page, f"{column}10", f"planner.monitor.{id_}", style)
    for place, row in enumerate(range(11, 11 + STAGES), 1):
        paint(page, f"B{row}:Q{row}", theme.OUTPUT_TEXT)
        results = (
            ("B", "stage_names", theme.OUTPUT_TEXT, None),
            ("C", "alert_labels", theme.OUTPUT_CENTRED, None),
            ("E", "pace", theme.RESULT, PERCENT),
            ("F", "month_actuals", theme.RESULT, COUNT),
            ("H", "targets_to_date", theme.OUTPUT, TENTHS),
            ("I", "landing_shares", theme.OUTPUT, WHOLE_PERCENT),
            ("J", "alert_actions", theme.OUTPUT_TEXT, None),
            ("N", "escalations", theme.OUTPUT_TEXT, None),
        )
        for column, name, style, number_format in results:
            put(page, f"{column}{row}", f"=INDEX({name},{place})", style, number_format)
        put(page, f"V{row}", f"=INDEX(alert_levels,{place})", theme.CHART_FEED)
    colour_by_level(page, "C11:C15", "$V11")


SHEET = Recipe("planner.dashboard.sheet", NAMES, write)
