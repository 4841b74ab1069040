"""What changed since the last snapshot: levels, gates, escalations, anomalies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kpixl.i18n import Message
from kpixl.macros.refreshing.alarms import Alarm
from kpixl.macros.refreshing.alert_list import Listed, key_of
from kpixl.macros.refreshing.history import Snapshot
from kpixl.macros.refreshing.state import AlarmKind, Gate, Stage, State


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was at the last snapshot."""

    kind: AlarmKind
    metric: str
    is_worse: bool
    message: Message


def differences(
    state: State, alarms: Sequence[Alarm], listed: Listed, before: Snapshot | None
) -> tuple[Difference, ...]:
    """Levels first, in the order of the stages; without an earlier snapshot all that is on has changed."""
    return (
        *_levels(state, before),
        *_gates(state, before.as_of if before else None),
        *_came_and_went(state, alarms, listed),
    )


def _levels(state: State, before: Snapshot | None) -> Iterator[Difference]:
    for stage in state.stages:
        was = before.levels.get(stage.name) if before else None
        if stage.level is None or was == stage.level or (was is None and not stage.level):
            continue
        worse = not was or stage.level > was
        values = {
            "metric": stage.name,
            "level": Message.of(f"level.{stage.level.name}"),
            "pace": _pace(stage),
        }
        if was is None:
            yield Difference("level", stage.name, worse, Message.of("refresh.change.first", **values))
        else:
            text_id = "refresh.change.worse" if worse else "refresh.change.better"
            values["before"] = Message.of(f"level.{was.name}")
            yield Difference("level", stage.name, worse, Message.of(text_id, **values))


def _pace(stage: Stage) -> str:
    return "—" if stage.pace is None else f"{stage.pace:.1%}"


def _gates(state: State, since: date | None) -> Iterator[Difference]:
    """A gate is news once, at the first snapshot from its day on."""
    for gate in state.gates:
        if since is None or gate.day > since:
            text_id = "refresh.change.gate_passed" if gate.passed else "refresh.change.gate_missed"
            yield Difference("gate", state.focus, not gate.passed, _gate(gate, state.focus, text_id))


def _gate(gate: Gate, focus: str, text_id: str) -> Message:
    return Message.of(text_id, metric=focus, week=gate.week, count=f"{gate.count:,.0f}")


def _came_and_went(state: State, alarms: Sequence[Alarm], listed: Listed) -> Iterator[Difference]:
    """Escalations and anomalies that were not in the list before, and those that are not any more."""
    before = listed.before(state.as_of)
    now = {key_of(alarm, state.as_of): alarm for alarm in alarms if alarm.kind in ("escalation", "anomaly")}
    for key, alarm in now.items():
        if key not in before:
            text_id = f"refresh.change.{alarm.kind}"
            detail = alarm.agreed.action if alarm.kind == "escalation" else alarm.rule
            message = Message.of(text_id, metric=alarm.metric, detail=detail)
            yield Difference(alarm.kind, alarm.metric, True, message)
    for kind, metric, _ in sorted(before - now.keys()):
        if kind == "escalation":
            gone = Message.of("refresh.change.escalation_gone", metric=metric)
            yield Difference("escalation", metric, False, gone)
        elif kind == "anomaly":
            yield Difference(
                "anomaly", metric, False, Message.of("refresh.change.anomaly_gone", metric=metric)
            )
