"""Sample cases: everything a user would type into a workbook, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Holiday:
    """A day off; `id` ends the text id of its name."""

    day: date
    id: str


@dataclass(frozen=True)
class Case:
    """One company's plan for a fiscal year, and its actuals in the running month.

    `stages` ends the text ids of the funnel's stages, top first; `step_rates` leads from each to the
    next, so it is one shorter. Counts per stage are in that order. Amounts are yen, shares and rates
    fractions.
    """

    revenue_goal: int
    unit_price: int
    web_share: float
    forecast_visits: int
    stages: tuple[str, ...]
    step_rates: tuple[float, ...]
    fiscal_start: date
    holidays: tuple[Holiday, ...]
    month_start: date
    business_days: int
    """Business days of the running month; the sheet computes them, this only sizes its table."""
    as_of: date
    daily_actuals: tuple[tuple[int, ...], ...]
    """Counts per stage of each business day gone by."""
    earlier_actuals: tuple[int, ...]
    """Counts per stage from the start of the fiscal year to the end of the month before."""
    thresholds: tuple[float, float, float]
    """Lowest pace that is still on track, caution, warning."""
