"""Setting a target, and splitting it over months, weeks or channels without losing a unit to rounding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kpixl.errors import DivisionByNothing, OutOfDomain


@dataclass(frozen=True)
class Recommendation:
    """A target and what it rests on; None where a basis was not given."""

    grown: float
    benchmark: float | None
    ceiling: float | None
    recommended: float


def recommendation(
    past: float, growth_factor: float, benchmark: float | None, ceiling: float | None
) -> Recommendation:
    """The target that past, market and capacity suggest: min(ceiling, max(past × growth factor, benchmark)).

    For metrics of which more is better; all in the unit of the metric. The growth factor is a ratio: 1.2 is
    120 % of the past. The ceiling is what people and budget can do at most, so it has the last word.
    """
    grown = past * growth_factor
    aimed = grown if benchmark is None else max(grown, benchmark)
    return Recommendation(grown, benchmark, ceiling, aimed if ceiling is None else min(ceiling, aimed))


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
