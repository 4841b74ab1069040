"""What a user types into the weekly pacing sheet, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpixl.domain.calendar import named_japanese_holidays


@dataclass(frozen=True)
class PacingCase:
    """One KPI in one month; `kpi` and `unit` end text ids: planner.weekly_pacing.sample.…"""

    holidays: tuple[date, ...]
    kpi: str = ""
    unit: str = ""
    month: date | None = None
    target: int | None = None
    as_of: date | None = None
    entries: tuple[int, ...] = ()  # per business day of the month
    achievements: tuple[float, ...] = ()  # of the six months before, oldest first


def _holidays(year: int) -> tuple[date, ...]:
    """Japan's national holidays of the fiscal year that begins in April."""
    first, end = date(year, 4, 1), date(year + 1, 4, 1)
    return tuple(
        day for each in (year, year + 1) for day in named_japanese_holidays(each) if first <= day < end
    )


BLANK = PacingCase(_holidays(2026))
"""Only Japan's holidays are there."""

SAMPLE = PacingCase(
    _holidays(2026),
    kpi="kpi",
    unit="unit",
    month=date(2026, 6, 1),
    target=80,
    as_of=date(2026, 6, 16),
    entries=(4, 3, 5, 2, 3, 3, 2, 4, 2, 2, 3, 3),
    achievements=(1.05, 0.98, 1.02, 0.92, 0.68, 0.65),
)
"""June 2026: the first gate is passed, the second is missed, and the two months before were below 70 %."""
