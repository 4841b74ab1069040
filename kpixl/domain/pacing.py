"""Actual against target, and against the part of the target that should be reached by now."""

from __future__ import annotations

from typing import Literal

from kpixl.domain.noise import reaches
from kpixl.errors import DivisionByNothing, OutOfDomain


def achievement(actual: float, target: float, direction: Literal["higher", "lower"]) -> float:
    """Actual / target; where lower is better target / actual. 1 means reached.

    A cost of 12,000 against a target of 10,000 is 83.3 % achieved.
    """
    if direction == "higher":
        if target == 0:
            raise DivisionByNothing("function.division_by_nothing", argument="target")
        return actual / target
    if actual < 0:
        raise OutOfDomain("argument.below", argument="actual", low=0.0, value=actual)
    if actual == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="actual")
    return target / actual


def pacing_index(actual: float, target: float, elapsed_share: float) -> float:
    """Actual / (target × elapsed share): 1 means exactly on plan to date."""
    if target == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="target")
    if elapsed_share == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="elapsed")
    return actual / (target * elapsed_share)


def run_rate(actual: float, target: float, remaining: float) -> float:
    """What each remaining period (day, week) must bring: (target − actual) / remaining, 0 once reached.

    Raises `DivisionByNothing` where no period is left and the target is not reached.
    """
    if reaches(actual, target):
        return 0.0
    if remaining == 0:
        raise DivisionByNothing("function.no_period_left")
    return (target - actual) / remaining


def landing(actual: float, elapsed_share: float) -> float:
    """Where the period ends at the pace to date: actual / elapsed share, in the actual's unit."""
    if elapsed_share == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="elapsed")
    return actual / elapsed_share
