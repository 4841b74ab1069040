"""Which step of the funnel costs most."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, log

from kpixl.domain.noise import RELATIVE_NOISE
from kpixl.errors import WrongArgument


def bottleneck(rates: Sequence[float], targets: Sequence[float]) -> int | None:
    """Place (from 0) of the step furthest below its target, by ln(target / rate); None if none is below.

    The logarithm compares steps fairly: it is what the step alone costs the end result. A rate of 0
    is infinitely far. Ties go to the earlier step.
    """
    if len(rates) != len(targets):
        raise WrongArgument(
            "function.lengths_differ",
            first="rates",
            first_length=len(rates),
            second="targets",
            second_length=len(targets),
        )
    shortfalls = [inf if rate == 0 else log(target / rate) for rate, target in zip(rates, targets)]
    worst = max(range(len(shortfalls)), key=lambda place: shortfalls[place])
    return worst if shortfalls[worst] > RELATIVE_NOISE else None
