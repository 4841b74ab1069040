"""The history: a snapshot of every stage at each as-of date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kpixl.domain.alerts import AlertLevel
from kpixl.domain.calendar import serial_of
from kpixl.macros.planner_cells import as_day, as_level, as_words, at, is_blank_row, padded
from kpixl.macros.port import Row, Rows, Table
from kpixl.macros.refreshing.state import State

DAY, METRIC, LEVEL = 0, 1, 5  # places of columns
COLUMNS = 7


@dataclass(frozen=True)
class Snapshot:
    """The levels of the stages as of an earlier day."""

    as_of: date
    levels: Mapping[str, AlertLevel | None]


def last_snapshot(history: Table, before: date) -> Snapshot | None:
    """The newest snapshot that is older than this day."""
    rows = [(found, row) for row in history.data.rows if (found := as_day(row[DAY])) and found < before]
    if not rows:
        return None
    newest = max(found for found, _ in rows)
    levels = {as_words(at(row, METRIC)): as_level(at(row, LEVEL)) for found, row in rows if found == newest}
    return Snapshot(newest, levels)


def with_snapshot(history: Table, state: State) -> Rows:
    """The history's rows with this state's snapshot in its place by date, instead of one of the same day."""
    width = len(history.headings)
    kept = [row for row in history.data.rows if not is_blank_row(row)]
    kept = [row for row in kept if as_day(row[DAY]) != state.as_of]
    older = [
        place for place, row in enumerate(kept, 1) if (found := as_day(row[DAY])) and found < state.as_of
    ]
    place = older[-1] if older else 0
    snapshot = [padded(row, width) for row in _snapshot(state)]
    return (*kept[:place], *snapshot, *kept[place:])


def _snapshot(state: State) -> list[Row]:
    as_of = serial_of(state.as_of)
    return [
        (
            as_of,
            stage.name,
            stage.target,
            stage.actual,
            stage.pace,
            None if stage.level is None else float(stage.level),
            stage.landing,
        )
        for stage in state.stages
    ]
