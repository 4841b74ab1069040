"""The alarms that are on, each with its rule in a sentence and the cell where it was agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kpixl.domain.alerts import AlertLevel
from kpixl.domain.anomalies import USUAL_SCORE
from kpixl.domain.rule_sentences.writing import write_rule
from kpixl.domain.rules import InSuccession, Unit
from kpixl.domain.streaks import ESCALATION_RULES, TWO_PERIODS, Escalation
from kpixl.i18n import LANGUAGES, Language, Message, text
from kpixl.macros.refreshing.state import Agreed, AlarmKind, Gate, Stage, State, Watched

GATE_LEVEL = ANOMALY_LEVEL = AlertLevel.WARNING
ESCALATION_LEVELS = {
    Escalation.REPORT_TO_HEAD: AlertLevel.CRITICAL,
    Escalation.RECONSIDER_MEASURE: AlertLevel.WARNING,
}
"""How grave what has no level of its own is; the sheet Monitor shows it in the same colours."""


@dataclass(frozen=True)
class Alarm:
    """One rule that fires now, in the workbook's language."""

    kind: AlarmKind
    metric: str
    level: AlertLevel
    rule: str
    agreed: Agreed


def alarms_of(state: State) -> tuple[Alarm, ...]:
    """Every alarm that is on, the gravest first; of equal ones levels first, in the order of the stages."""
    found = [*_levels(state), *_escalations(state), *_missed_gates(state), *_anomalies(state)]
    return tuple(sorted(found, key=lambda alarm: -alarm.level))


def _levels(state: State) -> Iterator[Alarm]:
    for stage in state.stages:
        if stage.level and stage.pace is not None:
            rule = _level_rule(stage, state)
            yield Alarm("level", stage.name, stage.level, rule, state.agreed[stage.level])


def _level_rule(stage: Stage, state: State) -> str:
    """A level is where the pace is below the lowest one of the level before."""
    assert stage.level
    limit = state.limits[stage.level - 1]
    return Message.of(
        "refresh.rule.level",
        pace=f"{stage.pace:.1%}",
        limit="" if limit is None else f"{limit:.0%}",
        level=Message.of(f"level.{stage.level.name}"),
    ).text(state.language)


def _escalations(state: State) -> Iterator[Alarm]:
    for stage in state.stages:
        if stage.escalation:
            rule = escalation_rule(stage.escalation, state.language)
            yield Alarm("escalation", stage.name, ESCALATION_LEVELS[stage.escalation], rule, stage.escalated)


def escalation_rule(escalation: Escalation, language: Language) -> str:
    """The rule that calls for this, over the months that are over."""
    months = InSuccession(TWO_PERIODS.periods, Unit.MONTH)
    (rule,) = (rule for rule, called_for in ESCALATION_RULES if called_for is escalation)
    written = write_rule(replace(rule, running=months), language)
    return Message.of("refresh.rule.escalation", rule=written).text(language)


def _missed_gates(state: State) -> Iterator[Alarm]:
    for gate in state.gates:
        if not gate.passed:
            yield Alarm("gate", state.focus, GATE_LEVEL, _gate_rule(gate, state.language), gate.agreed)


def _gate_rule(gate: Gate, language: Language) -> str:
    return Message.of(
        "refresh.rule.gate",
        week=gate.week,
        day=f"{gate.day.month}/{gate.day.day}",
        share=f"{gate.share:.0%}",
        count=f"{gate.count:,.0f}",
    ).text(language)


def _anomalies(state: State) -> Iterator[Alarm]:
    """Where the tree has no action of its own for the metric, the one of the level stands for it."""
    for metric in state.watched:
        if metric.is_anomaly:
            agreed = metric.agreed or state.agreed[ANOMALY_LEVEL]
            yield Alarm("anomaly", metric.name, ANOMALY_LEVEL, _anomaly_rule(metric, state.language), agreed)


def _anomaly_rule(metric: Watched, language: Language) -> str:
    return Message.of(
        "refresh.rule.anomaly",
        judgement=_retold(metric.judgement, language),
        limit=f"{USUAL_SCORE:g}",
        score=f"{metric.score:+.1f}",
    ).text(language)


def _retold(judgement: str, language: Language) -> str:
    """What the sheet Monitor says of an anomaly, in this language; the sheet says it in the planner's."""
    for spoken in LANGUAGES:
        pattern = re.escape(text("planner.monitor.anomaly", spoken))
        for gap in ("value", "usual"):
            pattern = pattern.replace(rf"\{{{gap}\}}", f"(?P<{gap}>.{{1,40}})")
        if found := re.fullmatch(pattern, judgement):
            return Message.of("planner.monitor.anomaly", **found.groupdict()).text(language)
    return judgement
