"""Splitting a target over months, weeks or channels without losing a single unit to rounding."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from kpixl.errors import DivisionByNothing, OutOfDomain


def split(total: float, weights: Sequence[float], rounding: Literal["whole", "exact"]) -> tuple[float, ...]:
    """Shares of the total in proportion to the weights, adding up to it.

    "whole" is the method of largest remainders: every share is rounded down, then the units left over go
    to the largest remainders, ties to the earlier. Needs a whole total. Source: Hamilton's
    apportionment.
    """
    # as typed, not as stored: 0.1 means one tenth, so that equal remainders really tie
    exact_weights = [Fraction(repr(weight)) for weight in weights]
    sum_of_weights = sum(exact_weights)
    if sum_of_weights == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="weights")
    if rounding == "exact":
        exact_total = Fraction(repr(total))
        return tuple(float(exact_total * weight / sum_of_weights) for weight in exact_weights)
    if total != int(total):
        raise OutOfDomain("function.total_not_whole", total=total)
    quotas = [int(total) * weight / sum_of_weights for weight in exact_weights]
    shares = [quota.__floor__() for quota in quotas]
    left_over = int(total) - sum(shares)
    by_remainder = sorted(range(len(quotas)), key=lambda place: shares[place] - quotas[place])
    for place in by_remainder[:left_over]:
        shares[place] += 1
    return tuple(float(share) for share in shares)
