"""How far a rate that was observed can be from the rate that is true."""

from __future__ import annotations

from math import erfc, exp, log, pi, sqrt

from kpixl.errors import DivisionByNothing, OutOfDomain


def wilson(successes: float, trials: float, confidence: float) -> tuple[float, float]:
    """Wilson score interval of a rate: lower and upper limit, within 0 and 1.

    centre (p + z²/2n) / (1 + z²/n), half width z √(p(1−p)/n + z²/4n²) / (1 + z²/n). Source: Wilson 1927.
    """
    if trials == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="trials")
    if successes > trials:
        raise OutOfDomain("function.successes_exceed_trials", successes=successes, trials=trials)
    z = -normal_quantile((1 - confidence) / 2)
    rate = successes / trials
    scale = 1 + z * z / trials
    centre = (rate + z * z / (2 * trials)) / scale
    half_width = z * sqrt(rate * (1 - rate) / trials + z * z / (4 * trials * trials)) / scale
    lower = 0.0 if successes == 0 else max(0.0, centre - half_width)
    upper = 1.0 if successes == trials else min(1.0, centre + half_width)
    return lower, upper


def normal_quantile(probability: float) -> float:
    """The z with P(Z ≤ z) = probability, 0 < probability < 1, by Newton's method on the error function.

    The upper half mirrors the lower, where `erfc` keeps its digits; the start is the tail's own
    asymptote, from which every step stays on the same side.
    """
    if probability > 0.5:
        return -normal_quantile(1 - probability)
    z = -sqrt(-2 * log(2 * probability))
    for _ in range(200):
        density = exp(-z * z / 2) / sqrt(2 * pi)
        step = (erfc(-z / sqrt(2)) / 2 - probability) / density
        z -= max(-1.0, min(1.0, step))
        if abs(step) < 1e-15 * max(1.0, abs(z)):
            break
    return z
