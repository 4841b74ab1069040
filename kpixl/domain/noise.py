"""Where binary fractions would decide a comparison that is exact on paper.

20 / 0.5 / 0.5 / 0.5 / 0.1 must not become 1601 people because it computes to 1600.0000000002, and a pace
that is 80 % on paper must not be called below 80 %.
"""

from __future__ import annotations

from math import ceil, floor, isfinite

RELATIVE_NOISE = 1e-9


def ceil_count(value: float) -> float:
    """The whole number at or above the value, ignoring noise."""
    nearest = _nearest(value)
    return nearest if _close(value, nearest) else float(ceil(value))


def floor_count(value: float) -> float:
    """The whole number at or below the value, ignoring noise."""
    nearest = _nearest(value)
    return nearest if _close(value, nearest) else float(floor(value))


def reaches(value: float, limit: float) -> bool:
    """Whether the value is at or above the limit, ignoring noise."""
    return value >= limit or _close(value, limit)


def _nearest(value: float) -> float:
    if not isfinite(value):
        raise OverflowError("there is no whole number beside infinity")
    return float(round(value))


def _close(value: float, other: float) -> bool:
    return abs(value - other) <= RELATIVE_NOISE * max(1.0, abs(other))
