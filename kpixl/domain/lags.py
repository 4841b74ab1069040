"""Results that follow their cause later: an opportunity of April is a deal of May, June or July."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from kpixl.domain.least_squares import closest_inputs, convolved
from kpixl.domain.noise import RELATIVE_NOISE, reaches
from kpixl.errors import OutOfDomain


def lag_forward(inputs: Sequence[float], rate: float, lags: Sequence[float]) -> tuple[float, ...]:
    """Results of each period: result(t) = rate × Σ inputs(t − k) × lags(k); as many as there are inputs.

    `lags` are the shares of the results that come 0, 1, 2 … periods after their input; they sum to 1. What
    falls behind the last period is not shown. 40 inputs in each of 12 periods at a rate of 0.5 and lags of
    0.1, 0.3, 0.4, 0.2: 2, 8, 16, then 20. Raises `OutOfDomain` for lags that do not sum to 1. Source:
    discrete convolution.
    """
    _refuse_wrong_sum(lags)
    return tuple(rate * effect for effect in convolved(inputs, lags))


def lag_plan(goals: Sequence[float], rate: float, lags: Sequence[float]) -> tuple[float, ...]:
    """Inputs, none below 0, whose results fit the goals best; as many as there are goals.

    Where the goals can be reached exactly they are; where they cannot (a goal before the first result can
    come, a fall steeper than the lags allow) the sum of the squared distances is the least possible. Inputs
    too late to have a result within the periods are 0. `rate` is above 0. Raises `OutOfDomain` for lags that
    do not sum to 1, and for thousands of periods that cannot be reached exactly. Source: non-negative least
    squares (Lawson & Hanson 1974).
    """
    _refuse_wrong_sum(lags)
    largest = max(goals)
    delay = next(place for place, share in enumerate(lags) if share > RELATIVE_NOISE)
    reachable = goals[delay:]
    if largest == 0 or not reachable:
        return (0.0,) * len(goals)
    inputs = closest_inputs([goal / largest for goal in reachable], lags[delay:])
    planned = [given * largest / rate for given in inputs]
    return (*planned, *(0.0 for _ in goals[: len(goals) - len(planned)]))


def _refuse_wrong_sum(lags: Sequence[float]) -> None:
    total = fsum(lags)
    if not (reaches(total, 1.0) and reaches(1.0, total)):
        raise OutOfDomain("function.lags_sum", total=total)
