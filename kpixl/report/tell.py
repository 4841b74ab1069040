"""From a planner to its story."""

from __future__ import annotations

from kpixl.i18n import Language, Message, text
from kpixl.macros.planner_cells import language_of
from kpixl.macros.port import WorkbookPort
from kpixl.report.alarms import alarms_of
from kpixl.report.change import change, fix
from kpixl.report.notes import notes
from kpixl.report.numbers import count, percent, yen
from kpixl.report.reading import Planner, as_line
from kpixl.report.stages import pace, stages, steps
from kpixl.report.story import Stage, Story
from kpixl.report.tasks import carried_over, late_measures


def tell(port: WorkbookPort, language: Language | None = None) -> Story:
    """What the workbook's names and tables say, in this language or else in the workbook's own.

    The values are those that its cells hold.  Raises `WorkbookError` for what is no planner.
    """
    planner = Planner(port)
    language = language or language_of(port)
    told = stages(planner, language)
    rates = steps(planner, told)
    month = pace(planner, told, language)
    alarms = alarms_of(planner, language)
    headline, level, action = _headline(planner, told, language)
    return Story(
        language=language,
        file=as_line(port.file),
        company=planner.word("company"),
        as_of=planner.day("as_of"),
        month=planner.day("month_start"),
        elapsed=planner.number("elapsed_share"),
        days_left=planner.number("days_left"),
        headline=headline,
        level=level,
        lead=tuple(line for line in (action, _landing(planner, told[-1], language)) if line),
        stages=told,
        steps=rates,
        pace=month,
        change=change(planner, told, language),
        fix=fix(planner, told, rates, language),
        alarms=alarms or (),
        judged=alarms is not None and any(stage.level is not None for stage in told),
        open_tasks=planner.number("open_reviews"),
        overdue_tasks=planner.number("overdue_reviews"),
        tasks=carried_over(planner, language),
        measures=late_measures(planner, language),
        notes=notes(planner, rates, month, language),
    )


def _headline(planner: Planner, told: tuple[Stage, ...], language: Language) -> tuple[str, int | None, str]:
    """The stage furthest behind, its level, and what was agreed; or that all is well, or what is missing."""
    judged = [stage for stage in told if stage.level is not None and stage.pace is not None]
    if not judged:
        step = Message.of("report.headline.next", next=planner.word("next_step"))
        missing = planner.number("missing_count")
        return text("report.headline.missing", language), None, step.text(language) if missing else ""
    worst = min(judged, key=lambda stage: stage.pace or 0.0)
    if not any(stage.level for stage in judged):
        return text("report.headline.good", language), 0, ""
    headline = Message.of("report.headline.late", stage=worst.name, pace=percent(worst.pace)).text(language)
    action = worst.action or text("planner.dashboard.headline.undecided", language)
    return headline, worst.level, Message.of("report.headline.action", action=action).text(language)


def _landing(planner: Planner, last: Stage, language: Language) -> str:
    if last.landing is None or last.required is None or last.landing_share is None:
        return ""
    said = Message.of(
        "report.landing",
        stage=last.name,
        landing=count(last.landing, language, 0),
        required=count(last.required, language, 0),
        share=percent(last.landing_share, 0),
    ).text(language)
    price, goal, share = (planner.number(name) for name in ("unit_price", "revenue_goal", "channel_share"))
    if price is None or goal is None or share is None:
        return said
    revenue = Message.of(
        "report.landing.revenue",
        revenue=yen(last.landing * price, language),
        goal=yen(goal * share, language),
    )
    return said + revenue.text(language)
