"""The rows of the alert list: what is on now, with what people wrote beside the alarms that go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kpixl.domain.calendar import business_day_after, date_of, serial_of
from kpixl.functions.metric_words import LEVELS
from kpixl.functions.wording import folded
from kpixl.i18n import LANGUAGES, text
from kpixl.macros.planner_cells import as_day, as_words, at, is_blank_row, padded
from kpixl.macros.port import Row, Rows, Table
from kpixl.macros.refreshing.alarms import Alarm, alarms_of
from kpixl.macros.refreshing.history import Snapshot
from kpixl.macros.refreshing.state import AlarmKind, State

Since = Literal["new", "worse", "better", "same"]
Key = tuple[str, ...]

DAY, METRIC, LEVEL, SINCE, _RULE, WHERE, ACTION, OWNER, DUE, DONE = range(10)  # places of columns
COLUMNS = 10
MOST_DAYS = 366
NEW = tuple(text("planner.updates.since.new", language) for language in LANGUAGES)


@dataclass(frozen=True)
class Alert:
    """An alarm as it stands in the list."""

    alarm: Alarm
    since: Since
    owner: str
    due: date | None
    is_done: bool
    row: Row


@dataclass(frozen=True)
class Listed:
    """The list as the last refresh left it and people changed it since."""

    rows: Mapping[Key, Row]
    own: tuple[Row, ...]  # rows without an as-of date: what people noted there

    @classmethod
    def of(cls, alerts: Table, state: State) -> Listed:
        filled = [row for row in alerts.data.rows if not is_blank_row(row)]
        keyed = {key: row for row in filled if (key := _key_of_row(row, state))}
        return cls(keyed, tuple(row for row in filled if as_day(row[DAY]) is None))

    def before(self, as_of: date) -> frozenset[Key]:
        """The alarms that were on at the refresh before; a second one as of the same date is the same."""
        return frozenset(
            key
            for key, row in self.rows.items()
            if as_day(row[DAY]) != as_of or as_words(at(row, SINCE)) not in NEW
        )


def key_of(alarm: Alarm, as_of: date) -> Key:
    """What makes it the same alarm at another date: a gate belongs to its month."""
    return _key(alarm.kind, alarm.metric, alarm.level.name, alarm.agreed.where, as_of)


def alerts_of(state: State, listed: Listed, before: Snapshot | None) -> tuple[Alert, ...]:
    """What the list says of each alarm that is on; owner, due date and mark are kept where it goes on."""
    known = listed.before(state.as_of)
    found = []
    for alarm in alarms_of(state):
        key = key_of(alarm, state.as_of)
        kept = listed.rows.get(key, ())
        if alarm.kind == "level":
            since = _since(before.levels.get(alarm.metric) if before else None, alarm.level)
        else:
            since = "same" if key in known else "new"
        owner = as_words(at(kept, OWNER)) or _owner(alarm, listed, state)
        due = as_day(at(kept, DUE)) or _due(alarm, state)
        found.append(_alert(alarm, since, owner, due, kept, state))
    return tuple(found)


def rows_of(alerts: Sequence[Alert], listed: Listed, width: int) -> Rows:
    return tuple(padded(row, width) for row in (*(alert.row for alert in alerts), *listed.own))


def _alert(alarm: Alarm, since: Since, owner: str, due: date | None, kept: Row, state: State) -> Alert:
    language = state.language
    done = at(kept, DONE)
    row: Row = (
        serial_of(state.as_of),
        alarm.metric,
        text(f"level.{alarm.level.name}", language),
        text(f"planner.updates.since.{since}", language),
        alarm.rule,
        alarm.agreed.where,
        alarm.agreed.action,
        owner or None,
        None if due is None else serial_of(due),
        done,
        *kept[COLUMNS:],
    )
    return Alert(alarm, since, owner, due, bool(as_words(done)), row)


def _since(before: int | None, now: int) -> Since:
    if not before:
        return "new"
    return "same" if before == now else "worse" if now > before else "better"


def _owner(alarm: Alarm, listed: Listed, state: State) -> str:
    """Who had the metric's alarm of another level, else who owns it in the tree."""
    if alarm.kind == "level":
        for (kind, metric, *_), row in listed.rows.items():
            if (kind, metric) == ("level", alarm.metric) and as_words(at(row, OWNER)):
                return as_words(at(row, OWNER))
    return state.tree.owner(alarm.metric) or state.owner


def _due(alarm: Alarm, state: State) -> date | None:
    days = at(state.due_days, alarm.level)
    if not isinstance(days, float) or not 0 <= days <= MOST_DAYS:
        return None
    return date_of(business_day_after(serial_of(state.as_of), int(days), state.holidays))


def _key(kind: AlarmKind, metric: str, level: str, where: str, as_of: date) -> Key:
    part = {"level": level, "gate": f"{where} {as_of:%Y-%m}", "escalation": "", "anomaly": ""}[kind]
    return kind, metric, part


def _key_of_row(row: Row, state: State) -> Key | None:
    """The key of an alarm that a row of the list tells of; None where it tells of none."""
    as_of, metric, where = as_day(row[DAY]), as_words(at(row, METRIC)), as_words(at(row, WHERE))
    level = LEVELS.get(folded(as_words(at(row, LEVEL))))
    kind = _kind_of_row(metric, where, state)
    if as_of is None or level is None or kind is None:
        return None
    return _key(kind, metric, level.name, where, as_of)


def _kind_of_row(metric: str, where: str, state: State) -> AlarmKind | None:
    """A management metric has anomalies only; what a stage's row is about shows in the cell it names."""
    if any(metric == watched.name for watched in state.watched):
        return "anomaly"
    for kind, places in state.places.items():
        if where in places:
            return kind
    return None
