"""Products of factors and their logarithms, safe at the ends of the floating-point range."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import frexp, inf, ldexp, log, log1p
from operator import mul

from kpixl.errors import OutOfDomain


def product(factors: Iterable[float]) -> float:
    """The product, without overflow on the way: 1e200 × 1e200 × 1e-300 is 1e100.

    Raises `OutOfDomain` where the product itself is too large for a number.
    """
    mantissa, exponent = 1.0, 0
    for factor in factors:
        part, power = frexp(factor)
        mantissa, shift = frexp(mantissa * part)
        exponent += power + shift
    try:
        return ldexp(mantissa, exponent)
    except OverflowError:
        raise OutOfDomain("function.not_finite") from None


def products_of_others(factors: Sequence[float]) -> list[float]:
    """For each factor the product of all the others, found without division, so that zeros do no harm."""
    before = list(accumulate(factors[:-1], mul, initial=1.0))
    after = list(accumulate(reversed(factors[1:]), mul, initial=1.0))
    return [left * right for left, right in zip(before, reversed(after))]


def log_ratio(after: float, before: float) -> float:
    """ln(after / before) of numbers from 0 up, precise also where they hardly differ; ±inf beside a 0.

    0 against 0 is no change: 0.
    """
    if after == before:
        return 0.0
    if before == 0:
        return inf
    if after == 0:
        return -inf
    if before <= 2 * after and after <= 2 * before:  # the difference is exact there
        return log1p((after - before) / before)
    return log(after) - log(before)
