"""Dates as spreadsheets count them, business days, and the share of a period that has gone.

A date is a serial number of the 1900 system: day 1 is 1900-01-01, and day 60 is 1900-02-29, a day that never
was but that spreadsheets count. A time of day, the fraction of a serial number, does not matter here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Literal

from kpixl.errors import DivisionByNothing, OutOfDomain

PHANTOM_DAY = 60  # 1900-02-29
DAYS_BEFORE_SERIALS = date(1899, 12, 31).toordinal()
SATURDAY = 5


def date_of(serial: float) -> date:
    """The date of a serial number. Raises `OutOfDomain` for a number that is no day (0, and 60)."""
    day = int(serial)
    if day < 1 or day == PHANTOM_DAY:
        raise OutOfDomain("function.calendar_no_such_date", serial=serial)
    return date.fromordinal(DAYS_BEFORE_SERIALS + day - (day > PHANTOM_DAY))


def serial_of(day: date) -> float:
    """The serial number of a date from 1900-01-01 on. Raises `OutOfDomain` for an earlier one."""
    serial = day.toordinal() - DAYS_BEFORE_SERIALS
    if serial < 1:
        raise OutOfDomain("function.calendar_no_such_date", serial=float(serial))
    return float(serial + (serial >= PHANTOM_DAY))


def business_days(start: float, end: float, holidays: Sequence[float]) -> int:
    """Days from start to end, both included, that are neither Saturday, Sunday nor a holiday.

    Serial numbers; holidays in any order, repeated or at a weekend, count once at most. Raises
    `OutOfDomain` where the end lies before the start.
    """
    first, last = _span(start, end)
    closed = {date_of(holiday) for holiday in holidays}
    closed_on_weekdays = sum(first <= day <= last and day.weekday() < SATURDAY for day in closed)
    return (
        _weekdays_through(last) - _weekdays_through(first) + (first.weekday() < SATURDAY) - closed_on_weekdays
    )


def business_day_after(start: float, days: int, holidays: Sequence[float]) -> float:
    """The business day that many of them (0 or more) after start; for 0, start itself or the next one.

    Serial numbers; holidays as in `business_days`.
    """
    closed = {date_of(holiday) for holiday in holidays}
    day = date_of(start) - timedelta(1) if days == 0 else date_of(start)
    for _ in range(max(1, days)):
        day += timedelta(1)
        while day.weekday() >= SATURDAY or day in closed:
            day += timedelta(1)
    return serial_of(day)


def elapsed_share(
    as_of: float, start: float, end: float, holidays: Sequence[float], basis: Literal["business", "calendar"]
) -> float:
    """Share of the period's days that has gone at the end of the day `as_of`: 0 before it, 1 after it.

    "business" counts business days, "calendar" every day (holidays do not matter then). Raises
    `OutOfDomain` where the end lies before the start, `DivisionByNothing` for a period without a
    business day.
    """
    first, last = _span(start, end)
    today = date_of(as_of)
    whole = _days(first, last, holidays, basis)
    if whole == 0:
        raise DivisionByNothing("function.calendar_no_business_day")
    if today < first:
        return 0.0
    return _days(first, min(today, last), holidays, basis) / whole


@cache
def japanese_holidays(year: float) -> tuple[float, ...]:
    """Serial numbers of the year's national holidays of Japan, substitute holidays included, in order.

    The equinoxes of years to come are computed; the government announces them a year ahead. Right from
    1986 on, when the act got the days between two holidays that the package gives to earlier years too.
    Raises `OutOfDomain` for a year with a fraction. Source: Act on National Holidays, as the package
    jpholiday keeps it.
    """
    if year != int(year):
        raise OutOfDomain("function.monitor_not_whole", argument="year", value=year)
    return tuple(serial_of(day) for day in named_japanese_holidays(int(year)))


@cache
def named_japanese_holidays(year: int) -> Mapping[date, str]:
    """The year's national holidays of Japan in order, with their Japanese names; see `japanese_holidays`.

    A substitute holiday is named after the day it stands in for, such as "憲法記念日 振替休日".
    """
    from jpholiday import JPHoliday  # here, because nothing else needs the package

    days = {holiday.date: holiday.name for holiday in JPHoliday().iter_year_holidays(year)}
    return MappingProxyType(dict(sorted(days.items())))


def _span(start: float, end: float) -> tuple[date, date]:
    first, last = date_of(start), date_of(end)
    if last < first:
        raise OutOfDomain("function.calendar_end_before_start", start=first.isoformat(), end=last.isoformat())
    return first, last


def _days(first: date, last: date, holidays: Sequence[float], basis: str) -> int:
    if basis == "calendar":
        return last.toordinal() - first.toordinal() + 1
    return business_days(serial_of(first), serial_of(last), holidays)


def _weekdays_through(day: date) -> int:
    """Mondays to Fridays from Monday, 0001-01-01, through this day."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)
