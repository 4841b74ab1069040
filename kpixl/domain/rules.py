"""Rules on a metric's achievement, such as "below 70 % for 2 months", and whether they fire.

A rule is plain frozen values. How it reads as a sentence is the business of `rule_sentences`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import Union

from kpixl.domain.changes import relative_change
from kpixl.domain.noise import reaches
from kpixl.errors import DivisionByNothing, NotEnoughData, WrongArgument


class Comparison(Enum):
    BELOW = "<"
    AT_MOST = "<="
    AT_LEAST = ">="
    ABOVE = ">"

    @property
    def from_below(self) -> bool:
        """Whether it keeps a value up, as a lower limit does."""
        return self in (Comparison.AT_LEAST, Comparison.ABOVE)

    @property
    def closed(self) -> bool:
        """Whether the limit itself is in."""
        return self in (Comparison.AT_LEAST, Comparison.AT_MOST)


@dataclass(frozen=True)
class Bound:
    """One limit, in per cent as it was written: `Bound(Comparison.BELOW, Decimal(70))`."""

    comparison: Comparison
    percent: Decimal

    def holds(self, value: float) -> bool:
        """Whether the fraction `value` keeps to the limit, ignoring noise."""
        limit = float(self.percent) / 100
        if self.comparison.from_below == self.comparison.closed:  # at least, or below
            return reaches(value, limit) == self.comparison.closed
        return reaches(limit, value) == self.comparison.closed


@dataclass(frozen=True)
class Band:
    """One limit, or a lower and an upper one in this order, that must all hold.

    Raises `WrongArgument` for limits that no value, or no pair, can keep.
    """

    bounds: tuple[Bound, ...]

    def __post_init__(self) -> None:
        if len(self.bounds) == 1:
            return
        if len(self.bounds) != 2 or [bound.comparison.from_below for bound in self.bounds] != [True, False]:
            raise self._contradiction()
        low, high = self.bounds
        both_closed = low.comparison.closed and high.comparison.closed
        if low.percent > high.percent or (low.percent == high.percent and not both_closed):
            raise self._contradiction()

    def _contradiction(self) -> WrongArgument:
        limits = ", ".join(f"{bound.comparison.value} {bound.percent:f}%" for bound in self.bounds)
        return WrongArgument("function.rule_bounds", bounds=limits)

    def holds(self, value: float) -> bool:
        return all(bound.holds(value) for bound in self.bounds)


MISSED = Band((Bound(Comparison.BELOW, Decimal(100)),))
AT_ALL = Band((Bound(Comparison.ABOVE, Decimal(0)),))


class Unit(Enum):
    """What one value of the series covers. It is part of the sentence, not of the arithmetic."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    PERIOD = "period"


@dataclass(frozen=True)
class InSuccession:
    """For how many periods running something must hold; a single period has no unit of its own."""

    periods: int = 1
    unit: Unit = Unit.PERIOD

    def __post_init__(self) -> None:
        if self.periods < 1 or (self.periods == 1 and self.unit is not Unit.PERIOD):
            raise WrongArgument("function.rule_periods", periods=self.periods)


ONCE = InSuccession()


@dataclass(frozen=True)
class LevelRule:
    """The last achievements lie within the band: "below 70 % for 2 months"."""

    band: Band
    running: InSuccession = ONCE


class Move(Enum):
    EITHER = "change"
    RISE = "rise"
    FALL = "fall"


@dataclass(frozen=True)
class ChangeRule:
    """The last achievements moved that far from the ones before: "change of 20 % or more"."""

    move: Move
    band: Band
    running: InSuccession = ONCE


class Part(Enum):
    WEEK = "week"
    HALF = "half"


PLACES = {(Part.WEEK, Unit.MONTH): 5, (Part.WEEK, Unit.QUARTER): 14} | {
    (Part.HALF, whole): 2 for whole in (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR, Unit.PERIOD)
}
"""How many weeks or halves a period has at most."""


@dataclass(frozen=True)
class CheckpointRule:
    """The achievement at one point of a period: "below 40 % at the end of week 2".

    The achievements are then those to date at the successive points of one period: after week 1, after
    week 2, …; or after its first half, after its second.
    """

    band: Band
    place: int
    part: Part
    whole: Unit

    def __post_init__(self) -> None:
        if not 1 <= self.place <= PLACES.get((self.part, self.whole), 0):
            raise WrongArgument("function.rule_place", place=self.place)


Rule = Union[LevelRule, ChangeRule, CheckpointRule]


def fires(rule: Rule, achievements: Sequence[float]) -> bool:
    """Whether the rule fires on these achievements (fractions, the latest last).

    A series shorter than the periods running that a rule asks for cannot make it fire. Raises
    `NotEnoughData` where there is no value before to compare with or the checkpoint is not reached yet,
    `DivisionByNothing` for a change from 0.
    """
    if isinstance(rule, CheckpointRule):
        if len(achievements) < rule.place:
            raise NotEnoughData("function.rule_checkpoint_ahead", place=rule.place, given=len(achievements))
        return rule.band.holds(achievements[rule.place - 1])
    if isinstance(rule, LevelRule):
        verdicts = [rule.band.holds(value) for value in achievements[-rule.running.periods :]]
    else:
        if len(achievements) < 2:
            raise NotEnoughData("function.rule_nothing_before")
        recent = achievements[-rule.running.periods - 1 :]
        verdicts = [_moved(rule, current, previous) for previous, current in pairwise(recent)]
    return len(verdicts) == rule.running.periods and all(verdicts)


def _moved(rule: ChangeRule, current: float, previous: float) -> bool:
    if previous == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="achievements")
    change = relative_change(current, previous)
    if rule.move is Move.EITHER:
        return rule.band.holds(abs(change))
    size = change if rule.move is Move.RISE else -change
    return not reaches(0.0, size) and rule.band.holds(size)
