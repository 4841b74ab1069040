"""What a user types into the weekly pacing sheet, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PacingCase:
    """One KPI in one month; `kpi` and `unit` end text ids: planner.weekly_pacing.sample.…"""

    fiscal_year: int = 2026  # begins in April; its national holidays are filled in
    kpi: str = ""
    unit: str = ""
    month: date | None = None
    target: int | None = None
    as_of: date | None = None
    entries: tuple[int, ...] = ()  # per business day of the month
    achievements: tuple[float, ...] = ()  # of the six months before, oldest first


BLANK = PacingCase()
"""Only Japan's holidays are there."""

SAMPLE = PacingCase(
    kpi="kpi",
    unit="unit",
    month=date(2026, 6, 1),
    target=80,
    as_of=date(2026, 6, 16),
    entries=(4, 3, 5, 2, 3, 3, 2, 4, 2, 2, 3, 3),
    achievements=(1.05, 0.98, 1.02, 0.92, 0.68, 0.65),
)
"""June 2026: the first gate is passed, the second is missed, and the two months before were below 70 %."""
