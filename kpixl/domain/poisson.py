"""The Poisson distribution: how counts scatter when each deal comes by chance at an even pace."""

from __future__ import annotations

from math import copysign, erfc, exp, fsum, lgamma, log, log1p, pi, sqrt

SUMMED_UP_TO = 1e6  # beyond, the number of terms grows and the asymptotic expansion has all digits
NEGLIGIBLE = 1e-18


def chance_below(limit: float, mean: float) -> float:
    """P(X < limit) for a Poisson count X with this mean (0 or more); `limit` is a whole number.

    Up to a mean of a million the smaller tail is summed from its largest term, which never cancels;
    beyond it is the regularised incomplete gamma function by its uniform expansion. Sources: Loader 2000
    (the terms), Temme 1979 (the expansion).
    """
    if limit <= 0:
        return 0.0
    if mean == 0:
        return 1.0
    if max(mean, limit) > SUMMED_UP_TO:
        return _upper_gamma_share(limit, mean)
    if limit > mean:
        return 1 - _tail_from(limit, mean)
    return _tail_down_from(limit - 1, mean)


def _tail_from(count: float, mean: float) -> float:
    """P(X ≥ count), count above the mean: each term is smaller than the one before."""
    terms: list[float] = []
    term = _probability(count, mean)
    while term > 0 and (not terms or term > NEGLIGIBLE * terms[0]):
        terms.append(term)
        count += 1
        term *= mean / count
    return fsum(terms)


def _tail_down_from(count: float, mean: float) -> float:
    """P(X ≤ count), count below the mean: each term is smaller than the one before."""
    terms: list[float] = []
    term = _probability(count, mean)
    while term > 0 and (not terms or term > NEGLIGIBLE * terms[0]):
        terms.append(term)
        term *= count / mean  # 0 after the term of 0
        count -= 1
    return fsum(terms)


def _probability(count: float, mean: float) -> float:
    """P(X = count), written so that large logarithms never have to cancel."""
    if count == 0:
        return exp(-mean)
    return exp(-_stirling_error(count) - _deviance(count, mean)) / sqrt(2 * pi * count)


def _deviance(count: float, mean: float) -> float:
    """count ln(count / mean) − count + mean, by its series where the two lie close together."""
    share = (count - mean) / mean
    if abs(share) > 0.01:
        return count * log1p(share) - (count - mean)
    return mean * fsum((-share) ** n / (n * (n - 1)) for n in range(2, 12))


def _stirling_error(count: float) -> float:
    """ln(count!) − ln of Stirling's formula."""
    if count < 16:
        return lgamma(count + 1) - (count + 0.5) * log(count) + count - log(2 * pi) / 2
    square = count * count
    return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / count


def _upper_gamma_share(a: float, x: float) -> float:
    """Q(a, x), which is P(X < a) for the mean x, where one of the two is large.

    Temme's expansion in η, η²/2 = μ − ln(1 + μ) with μ = (x − a)/a. Where η is not small the result is 0
    or 1 to the last digit, so the first terms of the correction suffice.
    """
    mu = (x - a) / a
    if abs(mu) > 0.5:
        return 0.0 if mu > 0 else 1.0
    series = fsum((-mu) ** n / n for n in range(2, 12))  # of μ − ln(1 + μ), where that would cancel
    half_square = series if abs(mu) < 0.01 else mu - log1p(mu)
    eta = copysign(sqrt(2 * half_square), mu)
    first = -1 / 3 + eta * (1 / 12 + eta * (-2 / 135 + eta * (1 / 864 + eta / 2835)))
    second = -1 / 540 - eta / 288
    density = exp(-a * half_square) / sqrt(2 * pi * a)
    return erfc(eta * sqrt(a / 2)) / 2 + density * (first + second / a)
