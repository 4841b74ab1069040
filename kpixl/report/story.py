"""What a report has to say, without layout: the planner's numbers as its cells hold them, and sentences.

Shares are fractions; what is not known is None, "" or a `Missing` that says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import Literal

from kpixl.i18n import Language

STAGES = 5
STEPS = STAGES - 1
MONTHS = 12


@dataclass(frozen=True)
class Missing:
    """A part of the report that cannot be told yet, and why."""

    why: str


@dataclass(frozen=True)
class Stage:
    """One stage of the funnel: its month, and its year."""

    name: str
    level: int | None  # 0 on track to 3 critical
    label: str  # the level in words, or why there is none
    actual: float | None  # month to date
    to_date: float | None  # target of the month to date
    target: float | None  # target of the month
    pace: float | None
    needed: float | None  # on each business day left
    action: str  # what was agreed for this level
    year_actual: float | None
    year_to_date: float | None  # what the plan needs from the year's start to the as-of date
    required: float | None  # in the year
    landing: float | None
    landing_share: float | None
    months: tuple[float | None, ...]  # actuals of the months that are over
    month_targets: tuple[float | None, ...]  # their targets


Reading = Literal["below", "above", "chance", "too_many", "unknown"]


@dataclass(frozen=True)
class Step:
    """One rate between two stages, year to date, with its 95 % interval."""

    name: str
    target: float | None
    rate: float | None
    lower: float | None
    upper: float | None
    uplift: float | None  # final count it would add at its target
    reading: Reading

    @property
    def gap(self) -> float | None:
        """The rate less its target."""
        return None if self.rate is None or self.target is None else self.rate - self.target


@dataclass(frozen=True)
class Gate:
    """A weekly gate of the focus stage."""

    week: int
    day: date | None
    need: float | None
    actual: float | None  # on its day; None before
    chance: float | None  # that a month on plan misses it
    state: Literal["passed", "missed", "ahead", "none"]
    action: str


@dataclass(frozen=True)
class Pace:
    """The running month of the focus stage, day by day."""

    stage: Stage
    days: tuple[date, ...]
    actuals: tuple[float | None, ...]  # cumulative
    targets: tuple[float, ...]  # cumulative, the same on every business day
    gates: tuple[Gate, ...]
    sentence: str


@dataclass(frozen=True)
class Factor:
    """What one factor did to the final count."""

    name: str
    effect: float  # as the cell has it
    shown: Decimal  # rounded so that all of them add up


@dataclass(frozen=True)
class Change:
    """What moved the final count against another period."""

    compared: str
    last: str
    factors: tuple[Factor, ...]
    total: float
    shown: Decimal
    sentences: tuple[str, ...]  # the change, then what raised and what lowered it

    @property
    def ends(self) -> tuple[float, ...]:
        """The running sum of the shown effects, from 0 to their total: where a waterfall's bars end."""
        sums = accumulate((factor.shown for factor in self.factors), initial=Decimal(0))
        return tuple(float(each) for each in sums)


@dataclass(frozen=True)
class Cause:
    symptom: str
    cause: str
    hint: str


@dataclass(frozen=True)
class Fix:
    """The bottleneck, and what bringing it to its target would have been worth."""

    step: Step | None  # none where every step is on target
    sentence: str
    worth: float | None  # yen
    causes: tuple[Cause, ...]


@dataclass(frozen=True)
class Alarm:
    """Something that asks for attention: the rule that fired, and what was agreed for it."""

    subject: str
    level: int
    label: str
    rule: str
    place: str  # the cell where rule or action was agreed
    action: str
    owner: str
    due: date | None = None
    done: bool = False


@dataclass(frozen=True)
class Task:
    """A decision or measure that is not finished."""

    what: str
    owner: str
    due: date | None
    label: str
    late: bool


@dataclass(frozen=True)
class Story:
    """The whole report."""

    language: Language
    file: str
    company: str
    as_of: date | None
    month: date | None
    elapsed: float | None  # share of the month's business days gone
    days_left: float | None
    headline: str
    level: int | None  # of the headline
    lead: tuple[str, ...]  # the sentences below the headline
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]
    pace: Pace | Missing
    change: Change | Missing
    fix: Fix | Missing
    alarms: tuple[Alarm, ...]
    judged: bool  # whether there is anything that could raise an alarm, and it can be told
    open_tasks: float | None
    overdue_tasks: float | None
    tasks: tuple[Task, ...]
    measures: tuple[Task, ...]  # those late or behind
    notes: tuple[str, ...]
