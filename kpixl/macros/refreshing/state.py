"""What a planner says after it was recalculated: stages, gates, management metrics, and what was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kpixl.domain.alerts import AlertLevel
from kpixl.domain.anomalies import USUAL_SCORE
from kpixl.domain.calendar import date_of
from kpixl.domain.streaks import Escalation
from kpixl.i18n import Language, text
from kpixl.macros.planner_cells import address, as_level, as_number, as_serial, as_words, at, language_of
from kpixl.macros.port import Cells, WorkbookPort
from kpixl.macros.refreshing.owners import Tree

AlarmKind = Literal["level", "gate", "escalation", "anomaly"]

PLACES: Mapping[AlarmKind, str] = {
    "level": "agreed_actions",
    "gate": "gate_actions",
    "escalation": "escalations",
}
"""The names of the cells where the actions of a kind of alarm stand."""

NOT_YET = "—"
"""What the planner shows for a gate whose week is not over."""


@dataclass(frozen=True)
class Agreed:
    """An action people agreed on, and the cell where it stands."""

    action: str
    where: str


@dataclass(frozen=True)
class Stage:
    """One stage up to the as-of date; what is not known is None."""

    name: str
    target: float | None  # up to the as-of date
    actual: float | None
    pace: float | None
    level: AlertLevel | None
    landing: float | None
    escalation: Escalation | None
    escalated: Agreed


@dataclass(frozen=True)
class Gate:
    """One weekly gate of the focus stage, judged after its day."""

    week: int
    day: date
    share: float  # of the month's target
    count: float  # that passes it
    passed: bool
    agreed: Agreed


@dataclass(frozen=True)
class Watched:
    """A management metric, which is watched for anomalies only."""

    name: str
    score: float | None
    judgement: str
    agreed: Agreed | None  # in the tree; None: nothing of its own

    @property
    def is_anomaly(self) -> bool:
        return self.score is not None and abs(self.score) > USUAL_SCORE


@dataclass(frozen=True)
class State:
    """How things stand as of a day."""

    language: Language
    as_of: date
    stages: tuple[Stage, ...]
    focus: str
    gates: tuple[Gate, ...]
    watched: tuple[Watched, ...]
    limits: tuple[float | None, ...]  # lowest pace that is still on track, caution, warning
    agreed: tuple[Agreed, ...]  # by level
    tree: Tree
    owner: str  # of what nobody owns
    due_days: tuple[float | None, ...]  # business days by level
    holidays: tuple[float, ...]
    places: Mapping[AlarmKind, frozenset[str]]  # where the actions of a kind of alarm stand


def read_state(book: WorkbookPort, as_of: float) -> State:
    """The state of a recalculated planner; blank stages and metrics are left out."""
    language = language_of(book)
    tree, limits = Tree.of(book), book.cells("alert_thresholds").column
    return State(
        language,
        date_of(as_of),
        _stages(book, language),
        as_words(book.cells("focus_stage").value),
        _gates(book, language, as_of),
        _watched(book, tree),
        tuple(as_number(at(limits, place)) for place in range(len(AlertLevel) - 1)),
        _agreed(book.cells("agreed_actions"), len(AlertLevel)),
        tree,
        as_words(book.cells("alert_owner").value),
        tuple(as_number(value) for value in book.cells("due_days").column),
        tuple(found for value in book.cells("holidays").column if (found := as_serial(value)) is not None),
        {
            kind: frozenset(agreed.where for agreed in _agreed(book.cells(name)))
            for kind, name in PLACES.items()
        },
    )


def _agreed(cells: Cells, count: int = 0) -> tuple[Agreed, ...]:
    """What stands in each of these cells, as many as asked for or more: nothing where rows were deleted."""
    found = [Agreed(as_words(value), address(cells, row)) for row, value in enumerate(cells.column)]
    return (*found, *[Agreed("", "")] * (count - len(found)))


def _stages(book: WorkbookPort, language: Language) -> tuple[Stage, ...]:
    columns = {
        name: book.cells(name).column
        for name in ("targets_to_date", "month_actuals", "pace", "alert_levels", "landings")
    }
    names = book.cells("stage_names").column
    escalations = _agreed(book.cells("escalations"), len(names))
    called = {text(f"escalation.{each.value}", language): each for each in Escalation}
    found = []
    for place, (value, agreed) in enumerate(zip(names, escalations)):
        if not as_words(value):
            continue
        target, actual, pace, judged, landing = (at(column, place) for column in columns.values())
        found.append(
            Stage(
                as_words(value),
                as_number(target),
                as_number(actual),
                as_number(pace),
                as_level(judged),
                as_number(landing),
                called.get(agreed.action),
                agreed,
            )
        )
    return tuple(found)


def _gates(book: WorkbookPort, language: Language, as_of: float) -> tuple[Gate, ...]:
    days, shares, counts, results = (
        book.cells(name).column for name in ("gate_days", "gate_shares", "gate_counts", "gate_results")
    )
    passed = text("gate.passed", language)
    found = []
    for place, agreed in enumerate(_agreed(book.cells("gate_actions"))):
        day = as_serial(at(days, place))
        share, count = (as_number(at(column, place)) for column in (shares, counts))
        result = as_words(at(results, place))
        if day is None or share is None or count is None or day > as_of or result == NOT_YET:
            continue
        found.append(Gate(place + 1, date_of(day), share, count, result == passed, agreed))
    return tuple(found)


def _watched(book: WorkbookPort, tree: Tree) -> tuple[Watched, ...]:
    scores = book.cells("latest_scores").column
    judgements = book.cells("management_alerts").column
    found = []
    for place, value in enumerate(book.cells("management_names").column):
        name = as_words(value)
        if name:
            action = tree.action(name)
            agreed = None if action is None else Agreed(*action)
            found.append(Watched(name, as_number(at(scores, place)), as_words(at(judgements, place)), agreed))
    return tuple(found)
