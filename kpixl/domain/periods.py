"""Fiscal periods of a date."""

from __future__ import annotations

from dataclasses import dataclass

from kpixl.domain.calendar import PHANTOM_DAY, date_of
from kpixl.errors import OutOfDomain

MONTHS = 12


@dataclass(frozen=True)
class FiscalPeriod:
    """Where a date lies in the fiscal year, which is named for the calendar year it starts in.

    Half 1 to 2 and quarter 1 to 4 count from the start; the month 1 to 12 is the calendar month.
    """

    year: int
    half: int
    quarter: int
    month: int


def fiscal_period(serial: float, start_month: float) -> FiscalPeriod:
    """The fiscal period of a date (serial number) when the fiscal year starts with `start_month` (1 to 12).

    April 2026 to March 2027 is the fiscal year 2026 for a start in April. Raises `OutOfDomain` for a start
    month that is not whole. Source: the custom of Japanese companies.
    """
    if start_month != int(start_month):
        raise OutOfDomain("function.start_month_not_whole", month=start_month)
    year, month = _year_and_month(int(serial))
    months_in = (month - int(start_month)) % MONTHS
    fiscal_year = year if month >= start_month else year - 1
    return FiscalPeriod(fiscal_year, months_in // 6 + 1, months_in // 3 + 1, month)


def _year_and_month(serial: int) -> tuple[int, int]:
    """By the 1900 system, whose February 1900 has a 29th day (60) and whose day 0 shows as January 1900."""
    if serial <= PHANTOM_DAY:
        return 1900, 1 if serial < 32 else 2
    day = date_of(serial)
    return day.year, day.month
