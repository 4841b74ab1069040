"""How an outcome follows its driver: how strongly, and how much later.

Two series are compared period by period; where one is shorter, its last periods are not known yet, and only
the periods that both have count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, log, sqrt
from operator import mul

from kpixl.domain.noise import RELATIVE_NOISE
from kpixl.errors import DivisionByNothing, NotEnoughData, OutOfDomain

FEWEST_PAIRS = 3


@dataclass(frozen=True)
class Elasticity:
    """Change of the outcome in % for 1 % of the driver; R² is None where the outcome never changes."""

    slope: float
    r_squared: float | None


def elasticity(driver: Sequence[float], outcome: Sequence[float]) -> Elasticity:
    """The slope and R² of ln(outcome) on ln(driver), by ordinary least squares. Values are above 0.

    0.7 means: 10 % more of the driver goes with about 7 % more of the outcome.

    Raises `NotEnoughData` below three pairs, `DivisionByNothing` for a driver that never changes.
    """
    pairs = min(len(driver), len(outcome))
    if pairs < FEWEST_PAIRS:
        raise NotEnoughData("function.too_few_pairs", fewest=FEWEST_PAIRS, given=pairs)
    causes = _deviations([log(value) for value in driver[:pairs]])
    effects = _deviations([log(value) for value in outcome[:pairs]])
    if not _varies(causes):
        raise DivisionByNothing("function.series_constant", argument="driver")
    if not _varies(effects):
        return Elasticity(0.0, None)
    variation, common = _sum_of_products(causes, causes), _sum_of_products(causes, effects)
    r_squared = common / variation * (common / _sum_of_products(effects, effects))
    return Elasticity(common / variation, min(1.0, r_squared))


@dataclass(frozen=True)
class LeadLag:
    lag: int
    correlation: float


def lead_lag(driver: Sequence[float], outcome: Sequence[float], max_lag: float) -> LeadLag:
    """The lag, in periods, after which the outcome follows the driver most closely.

    Compares Pearson's correlation of driver(t) with outcome(t + lag) for every lag from 0 to `max_lag`;
    ties go to the shorter lag. A lag at which one of the series never changes is passed over.

    Raises `OutOfDomain` for a lag that is not whole, `NotEnoughData` where `max_lag` leaves
    fewer than three pairs, `DivisionByNothing` where no lag has a correlation.
    """
    if max_lag != int(max_lag):
        raise OutOfDomain("function.lag_not_whole", value=max_lag)
    pairs = min(len(driver), len(outcome) - int(max_lag))
    if pairs < FEWEST_PAIRS:
        raise NotEnoughData("function.too_few_pairs", fewest=FEWEST_PAIRS, given=max(0, pairs))
    best: LeadLag | None = None
    for lag in range(int(max_lag) + 1):
        pairs = min(len(driver), len(outcome) - lag)
        found = correlation(driver[:pairs], outcome[lag : lag + pairs])
        if found is not None and (best is None or found > best.correlation + RELATIVE_NOISE):
            best = LeadLag(lag, found)
    if best is None:
        raise DivisionByNothing("function.no_variation")
    return best


def correlation(values: Sequence[float], others: Sequence[float]) -> float | None:
    """Pearson's correlation of two series of one length; None where one of them never changes."""
    first, second = _deviations(_scaled(values)), _deviations(_scaled(others))
    if not (_varies(first) and _varies(second)):
        return None
    norms = sqrt(_sum_of_products(first, first)) * sqrt(_sum_of_products(second, second))
    return max(-1.0, min(1.0, _sum_of_products(first, second) / norms))


def _scaled(values: Sequence[float]) -> list[float]:
    """The values with the largest at 1, so that no square overflows or vanishes."""
    largest = max(map(abs, values)) or 1.0
    return [value / largest for value in values]


def _deviations(values: Sequence[float]) -> list[float]:
    mean = fsum(values) / len(values)
    return [value - mean for value in values]


def _varies(deviations: Sequence[float]) -> bool:
    return max(map(abs, deviations)) > RELATIVE_NOISE


def _sum_of_products(values: Sequence[float], others: Sequence[float]) -> float:
    return fsum(map(mul, values, others))
