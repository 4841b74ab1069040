"""Which step of the funnel costs most, and what reaching its target would bring."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, log

from kpixl.domain.lengths import refuse_different_lengths
from kpixl.domain.noise import RELATIVE_NOISE
from kpixl.domain.products import log_ratio, products_of_others
from kpixl.errors import DivisionByNothing


def bottleneck(rates: Sequence[float], targets: Sequence[float]) -> int | None:
    """Place (from 0) of the step furthest below its target, by ln(target / rate); None if none is below.

    The logarithm compares steps fairly: it is what the step alone costs the end result. A rate of 0
    is infinitely far. Ties go to the earlier step.
    """
    refuse_different_lengths(rates=rates, targets=targets)
    shortfalls = [inf if rate == 0 else log(target / rate) for rate, target in zip(rates, targets)]
    worst = max(range(len(shortfalls)), key=lambda place: shortfalls[place])
    return worst if shortfalls[worst] > RELATIVE_NOISE else None


def uplift(top: float, rates: Sequence[float], targets: Sequence[float]) -> tuple[float, ...]:
    """For each step, what the final count would gain if that step alone reached its target rate.

    top × (target − rate) × the other rates as they are; 0 where the target is already reached. Counts,
    as many as there are rates. Raises `WrongArgument` when rates and targets differ in number.
    """
    refuse_different_lengths(rates=rates, targets=targets)
    return tuple(
        top * (max(0.0, target - rate) * others)
        for rate, target, others in zip(rates, targets, products_of_others(rates))
    )


def csf_scores(
    actual: Sequence[float],
    target: Sequence[float],
    influence: Sequence[float],
    cost: Sequence[float] | None,
) -> tuple[float, ...]:
    """What a factor promises as the critical one: headroom ln(target / actual) × own influence / cost.

    0 where nothing is to gain: target reached, or no influence. An actual of 0 below its target has
    infinite headroom: inf. Without costs every factor costs 1. All vectors are of one length.

    Raises `WrongArgument` when they are not, `DivisionByNothing` for a cost of 0. Source: impact × headroom
    × own influence; in a product every factor has the same elasticity, so the headroom decides.
    """
    refuse_different_lengths(actual=actual, target=target)
    refuse_different_lengths(actual=actual, influence=influence)
    if cost is None:
        cost = (1.0,) * len(actual)
    refuse_different_lengths(actual=actual, cost=cost)
    if 0 in cost:
        raise DivisionByNothing("function.division_by_nothing", argument="cost")
    return tuple(
        _score(log_ratio(wanted, now), weight, price)
        for now, wanted, weight, price in zip(actual, target, influence, cost)
    )


def _score(headroom: float, influence: float, cost: float) -> float:
    if headroom <= RELATIVE_NOISE or influence == 0:
        return 0.0
    return headroom * influence / cost
