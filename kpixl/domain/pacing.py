"""Actual against target, and against the part of the target that should be reached by now."""

from __future__ import annotations

from typing import Literal

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
