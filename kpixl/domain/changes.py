"""How far a metric moved since the period before, and whether that calls for an analysis."""

from __future__ import annotations

from kpixl.domain.noise import reaches
from kpixl.errors import DivisionByNothing


def relative_change(current: float, previous: float) -> float:
    """(current − previous) / |previous|: 0.2 is a rise by 20 %. Raises `DivisionByNothing` after 0."""
    if previous == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="previous")
    return (current - previous) / abs(previous)


def calls_for_analysis(current: float, previous: float, threshold: float, min_count: float) -> bool:
    """Whether the change is at or above the threshold, up or down, and both counts are large enough."""
    if min(current, previous) < min_count:
        return False
    return reaches(abs(relative_change(current, previous)), threshold)
