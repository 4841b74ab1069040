"""The gamma function's logarithm and its derivatives, where differences of huge values must keep digits."""

from __future__ import annotations

import cmath
from math import atan2, log, log1p

ASYMPTOTIC_FROM = 10.0
"""From here on Stirling's series below is exact to the last digit of a float."""

ASYMPTOTIC_FROM_ASIDE = 17.0
"""The same where the real part may be negative, up to 30 degrees beyond the imaginary axis."""


def log_gamma_ratio(x: float, step: complex) -> complex:
    """log Γ(x + step) − log Γ(x) for x > 0, without the cancellation of the two; up to multiples of 2πi.

    x + step has a real part above 0 or lies within 120 degrees of the positive axis. Both are first carried
    outwards by Γ(z + 1) = z Γ(z), where Stirling's series holds (Abramowitz & Stegun 6.1.40).
    """
    ratio: complex = 0
    while x < ASYMPTOTIC_FROM or (x + step.real < ASYMPTOTIC_FROM and abs(x + step) < ASYMPTOTIC_FROM_ASIDE):
        ratio += cmath.log(x / (x + step))
        x += 1
    end = x + step
    grown = _log1p(step / x) if abs(step) < x / 2 else cmath.log(end) - log(x)
    return ratio + (x - 0.5) * grown + step * (cmath.log(end) - 1) + _stirling(end) - _stirling(x)


def digamma(x: float) -> float:
    """ψ(x), the first derivative of log Γ(x), for x > 0 (Abramowitz & Stegun 6.3.5, 6.3.18)."""
    shift = 0.0
    while x < ASYMPTOTIC_FROM:
        shift -= 1 / x
        x += 1
    square = 1 / (x * x)
    series = square * (
        1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132))))
    )
    return shift + log(x) - 0.5 / x - series


def trigamma(x: float) -> float:
    """ψ′(x), the second derivative of log Γ(x), for x > 0 (Abramowitz & Stegun 6.4.6, 6.4.12)."""
    shift = 0.0
    while x < ASYMPTOTIC_FROM:
        shift += 1 / (x * x)
        x += 1
    square = 1 / (x * x)
    series = 1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * (5 / 66))))
    return shift + (1 + 0.5 / x + square * series) / x


def _log1p(step: complex) -> complex:
    """log(1 + step), exact for a small step."""
    square = step.real * (2 + step.real) + step.imag * step.imag
    return complex(log1p(square) / 2, atan2(step.imag, 1 + step.real))


def _stirling(z: complex) -> complex:
    inverse = 1 / z
    square = inverse * inverse
    series = 1 / 1680 - square * (1 / 1188 - square * (691 / 360360))
    return inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * series)))
