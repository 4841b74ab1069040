"""Whether one of two variants really converts better, or only by chance."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, hypot, sqrt

from kpixl.domain.intervals import wilson
from kpixl.errors import DivisionByNothing


@dataclass(frozen=True)
class Difference:
    """Rate of b minus rate of a, the limits of that difference, and the two-sided p value."""

    difference: float
    lower: float
    upper: float
    p_value: float


def compare_rates(
    successes_a: float, trials_a: float, successes_b: float, trials_b: float, confidence: float
) -> Difference:
    """Rate of b minus rate of a, with its confidence interval and the chance of so large a difference.

    The limits combine the Wilson limits of both rates (Newcombe 1998, method 10, without continuity
    correction). The p value is that of the z test with the pooled rate; where nobody or everybody
    converts the rates do not differ and it is 1. Raises `DivisionByNothing` without trials,
    `OutOfDomain` for more successes than trials.
    """
    for argument, trials in (("trials_a", trials_a), ("trials_b", trials_b)):
        if trials == 0:
            raise DivisionByNothing("function.division_by_nothing", argument=argument)
    lower_a, upper_a = wilson(successes_a, trials_a, confidence)
    lower_b, upper_b = wilson(successes_b, trials_b, confidence)
    rate_a, rate_b = successes_a / trials_a, successes_b / trials_b
    difference = rate_b - rate_a
    lower = difference - hypot(rate_b - lower_b, upper_a - rate_a)
    upper = difference + hypot(upper_b - rate_b, rate_a - lower_a)
    pooled = (successes_a + successes_b) / (trials_a + trials_b)
    spread = sqrt(pooled * (1 - pooled) * (1 / trials_a + 1 / trials_b))
    p_value = erfc(abs(difference) / spread / sqrt(2)) if spread > 0 else 1.0
    return Difference(difference, lower, upper, p_value)
