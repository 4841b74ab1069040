"""What asks for attention: the rule that fired, the cell where it was agreed, the action and its owner."""

from __future__ import annotations

from collections.abc import Iterator

from kpixl.domain.alerts import AlertLevel
from kpixl.domain.anomalies import USUAL_SCORE
from kpixl.i18n import Language, Message, text
from kpixl.macros.planner_cells import as_day
from kpixl.report.numbers import count, percent, short_day
from kpixl.report.reading import Planner, as_line
from kpixl.report.story import STAGES, Alarm, Missing, Pace, Stage
from kpixl.report.words import LEVELS, level_called, level_label

METRICS = 3
GRAVEST = "escalation.report_to_head"
TREE_WIDTH, TREE_NAME, TREE_METRIC, TREE_OWNER = 22, 3, 16, 21
ALERTS_WIDTH = 10


def alarms(
    planner: Planner, told: tuple[Stage, ...], pace: Pace | Missing, language: Language
) -> tuple[Alarm, ...]:
    """The gravest first.  What the sheet of alerts says of this as-of date goes before the levels."""
    found = tuple(_listed(planner, language)) or tuple(_fired(planner, told, pace, language))
    return tuple(sorted(found, key=lambda alarm: (alarm.done, -alarm.level)))


def _listed(planner: Planner, language: Language) -> Iterator[Alarm]:
    """The table that `kpixl refresh` keeps, if it is of the same day as the report."""
    as_of = planner.day("as_of")
    for row in planner.rows("Alerts", ALERTS_WIDTH):
        day, metric, label, _, rule, place, action, owner, due, done = row[:ALERTS_WIDTH]
        level = level_called(as_line(label))
        if as_day(day) != as_of or not as_line(metric) or level == 0:
            continue
        yield Alarm(
            subject=as_line(metric),
            level=AlertLevel.WARNING if level is None else level,
            label=as_line(label) if level is None else level_label(level, language),
            rule=as_line(rule),
            place=as_line(place),
            action=as_line(action),
            owner=as_line(owner),
            due=as_day(due),
            done=bool(as_line(done)),
        )


def _fired(
    planner: Planner, told: tuple[Stage, ...], pace: Pace | Missing, language: Language
) -> Iterator[Alarm]:
    """The rules of the planner, as its own cells say that they fired."""
    owners = _owners(planner, told)
    yield from _levels(planner, told, owners, language)
    yield from _escalations(planner, told, owners, language)
    if isinstance(pace, Pace):
        yield from _gates(planner, pace, owners, language)
    yield from _anomalies(planner, language)


def _levels(
    planner: Planner, told: tuple[Stage, ...], owners: dict[str, str], language: Language
) -> Iterator[Alarm]:
    limits = planner.numbers("alert_thresholds", 3)
    for stage in told:
        if not stage.level:
            continue
        limit = percent(limits[stage.level - 1], 0)
        rule = Message.of("report.rule.pace", pace=percent(stage.pace), limit=limit).text(language)
        yield Alarm(
            subject=stage.name,
            level=stage.level,
            label=stage.label,
            rule=rule,
            place=planner.place("agreed_actions", stage.level),
            action=stage.action or text("planner.dashboard.headline.undecided", language),
            owner=owners.get(stage.name, ""),
        )


def _escalations(
    planner: Planner, told: tuple[Stage, ...], owners: dict[str, str], language: Language
) -> Iterator[Alarm]:
    for place, stage in enumerate(told):
        if stage.escalation:
            months = count(stage.streak, "en", 0)
            yield Alarm(
                subject=stage.name,
                level=AlertLevel.CRITICAL
                if stage.escalation == text(GRAVEST, language)
                else AlertLevel.WARNING,
                label=text("report.alarm.streak", language),
                rule=Message.of("report.rule.streak", months=months).text(language),
                place=planner.place("escalations", place),
                action=stage.escalation,
                owner=owners.get(stage.name, ""),
            )


def _gates(planner: Planner, pace: Pace, owners: dict[str, str], language: Language) -> Iterator[Alarm]:
    """The last gate that has been judged, if it was missed."""
    judged = [gate for gate in pace.gates if gate.state in ("passed", "missed")]
    if judged and judged[-1].state == "missed":
        gate = judged[-1]
        rule = Message.of(
            "report.rule.gate",
            week=gate.week,
            day=short_day(gate.day, language),
            actual=count(gate.actual, language),
            need=count(gate.need, language),
        ).text(language)
        yield Alarm(
            subject=pace.stage.name,
            level=AlertLevel.WARNING,
            label=text("report.alarm.gate", language),
            rule=rule,
            place=planner.place("gate_actions", gate.week - 1),
            action=gate.action or text("planner.dashboard.headline.undecided", language),
            owner=owners.get(pace.stage.name, ""),
        )


def _anomalies(planner: Planner, language: Language) -> Iterator[Alarm]:
    """They are as grave as a warning, and the action agreed for one stands for them."""
    columns = zip(
        planner.words("management_names", METRICS),
        planner.numbers("latest_scores", METRICS),
        planner.words("management_alerts", METRICS),
    )
    action = planner.words("agreed_actions", len(LEVELS))[AlertLevel.WARNING]
    for name, score, judgement in columns:
        if name and score is not None and abs(score) > USUAL_SCORE:
            yield Alarm(
                subject=name,
                level=AlertLevel.WARNING,
                label=text("report.alarm.anomaly", language),
                rule=judgement,
                place=planner.place("agreed_actions", AlertLevel.WARNING),
                action=action or text("planner.dashboard.headline.undecided", language),
                owner="",
            )


def _owners(planner: Planner, told: tuple[Stage, ...]) -> dict[str, str]:
    """Who answers for each stage: the owner in the tree of the metric that the stage is."""
    rows = [[as_line(value) for value in row] for row in planner.rows("Tree", TREE_WIDTH)]
    owners: dict[str, str] = {}
    for stage, metric in zip(told, planner.words("diagnosed_metrics", STAGES)):
        for row in rows:
            if row[TREE_OWNER] and (row[TREE_NAME] == stage.name or (metric and row[TREE_METRIC] == metric)):
                owners.setdefault(stage.name, row[TREE_OWNER])
    return owners
