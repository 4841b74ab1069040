"""How much each factor of a product contributed to the product's change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import cos, expm1, fsum, pi

from kpixl.domain.lengths import refuse_different_lengths
from kpixl.domain.products import log_ratio, product, products_of_others
from kpixl.errors import OutOfDomain

MOST_SHAPLEY_FACTORS = 100
MOST_NEWTON_STEPS = 100


def lmdi(before: Sequence[float], after: Sequence[float]) -> tuple[float, ...]:
    """Additive contributions by the logarithmic mean: L(V1, V0) × ln(x1 / x0), L(a, b) = (a − b) / ln(a / b).

    Factors are 0 or more; the contributions are in units of the product V, add up to V1 − V0 and change
    sign when before and after are exchanged. Zeros take the limit in which every zero is the same tiny
    number: a factor that appears from 0 takes the whole change, several share it equally, and without a
    product on either side nothing has changed.

    Raises `WrongArgument` for factors that do not match, `OutOfDomain` for a product that is too large.
    Source: Ang 2005 (LMDI-I); zeros by Ang and Liu 2007, Wood and Lenzen 2006.
    """
    refuse_different_lengths(before=before, after=after)
    old, new = product(before), product(after)
    if 0 in before or 0 in after:
        return _limit(before, after, old, new)
    steps = [log_ratio(later, earlier) for earlier, later in zip(before, after)]
    step = fsum(steps)
    # from the larger product, so that the exponential cannot overflow
    mean = max(old, new) * (1.0 if step == 0 else expm1(-abs(step)) / -abs(step))
    return tuple(mean * part for part in steps)


def _limit(before: Sequence[float], after: Sequence[float], old: float, new: float) -> tuple[float, ...]:
    if 0 in before and 0 in after:
        return (0.0,) * len(before)
    zeros = before if 0 in before else after
    share = (new - old) / list(zeros).count(0)
    return tuple(share if factor == 0 else 0.0 for factor in zeros)


def shapley(before: Sequence[float], after: Sequence[float]) -> tuple[float, ...]:
    """Additive contributions as the mean over all orders in which the factors could have changed.

    Factors are 0 or more, at most 100; the contributions are in units of the product, add up to its change
    and change sign when before and after are exchanged. Instead of n! orders the product is integrated:
    the share of factor i is (x1 − x0) × ∫ ∏ ((1 − t) x0 + t x1) dt over the other factors, t from 0 to 1,
    a polynomial of degree n − 1 that Gauss-Legendre integrates exactly.

    Raises `WrongArgument` for factors that do not match, `OutOfDomain` for more than 100 factors or a
    product that is too large. Source: Shapley 1953; the integral is Owen's multilinear extension, 1972.
    """
    refuse_different_lengths(before=before, after=after)
    if len(before) > MOST_SHAPLEY_FACTORS:
        raise OutOfDomain("function.too_many_factors", given=len(before), most=MOST_SHAPLEY_FACTORS)
    tops = [max(pair) or 1.0 for pair in zip(before, after)]
    starts = [factor / top for factor, top in zip(before, tops)]
    ends = [factor / top for factor, top in zip(after, tops)]
    means = [0.0] * len(tops)
    for place, weight in _gauss_legendre((len(tops) + 1) // 2):
        between = [(1 - place) * start + place * end for start, end in zip(starts, ends)]
        means = [mean + weight * others for mean, others in zip(means, products_of_others(between))]
    scale = product(tops)
    changes = [(later - earlier) / top for earlier, later, top in zip(before, after, tops)]
    return tuple(scale * change * mean for change, mean in zip(changes, means))


@lru_cache(maxsize=MOST_SHAPLEY_FACTORS)
def _gauss_legendre(points: int) -> tuple[tuple[float, float], ...]:
    """Places and weights on 0 to 1 that integrate polynomials below degree 2 × points exactly."""
    rule = []
    for number in range(1, points + 1):
        root = cos(pi * (number - 0.25) / (points + 0.5))
        for _ in range(MOST_NEWTON_STEPS):
            value, slope = _legendre(points, root)
            root -= value / slope
            if abs(value / slope) < 1e-15:
                break
        _, slope = _legendre(points, root)
        rule.append(((1 + root) / 2, 1 / ((1 - root * root) * slope * slope)))
    return tuple(rule)


def _legendre(degree: int, place: float) -> tuple[float, float]:
    """The Legendre polynomial of this degree and its slope, strictly between −1 and 1."""
    before, value = 1.0, place
    for step in range(2, degree + 1):
        before, value = value, ((2 * step - 1) * place * value - (step - 1) * before) / step
    return value, degree * (before - place * value) / (1 - place * place)
