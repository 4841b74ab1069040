"""Laws of the calendar, and holidays and business days against independent libraries."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import from_excel

from kpixl.domain.calendar import (
    business_day_after,
    business_days,
    date_of,
    elapsed_share,
    japanese_holidays,
    serial_of,
)
from kpixl.errors import OutOfDomain

LAST_SERIAL = 2958465
SERIALS = st.integers(1, LAST_SERIAL).filter(lambda serial: serial != 60)
DATES = st.dates(date(1990, 1, 1), date(2060, 12, 31))
NEARBY = st.lists(st.integers(-20, 400), max_size=30)
BASES = st.sampled_from(["business", "calendar"])


@given(SERIALS)
def test_a_serial_number_survives_the_way_to_a_date_and_back(serial: int) -> None:
    assert serial_of(date_of(serial)) == serial


@given(st.integers(61, LAST_SERIAL), st.floats(0, 0.99))
def test_a_date_is_the_one_that_openpyxl_reads(serial: int, time_of_day: float) -> None:
    assert date_of(serial + time_of_day) == from_excel(serial).date()


@pytest.mark.parametrize(
    ("serial", "day"), [(1, date(1900, 1, 1)), (59, date(1900, 2, 28)), (61, date(1900, 3, 1))]
)
def test_the_first_days_of_1900_lie_around_the_day_that_never_was(serial: int, day: date) -> None:
    assert date_of(serial) == day
    assert serial_of(day) == serial


@pytest.mark.parametrize("serial", [-1, 0, 0.5, 60, 60.5])
def test_a_number_that_is_no_day_is_refused(serial: float) -> None:
    with pytest.raises(OutOfDomain):
        date_of(serial)


def test_a_date_before_1900_has_no_serial_number() -> None:
    with pytest.raises(OutOfDomain):
        serial_of(date(1899, 12, 31))


@given(DATES, st.integers(0, 800), NEARBY)
def test_business_days_are_those_numpy_counts(first: date, length: int, offsets: list[int]) -> None:
    last = first + timedelta(length)
    closed = [first + timedelta(offset) for offset in offsets]
    counted = business_days(serial_of(first), serial_of(last), [serial_of(day) for day in closed])
    assert counted == np.busday_count(first, last + timedelta(1), holidays=closed)


@given(DATES, st.integers(1, 400), st.integers(0, 399), NEARBY)
def test_business_days_of_two_parts_add_up(first: date, length: int, cut: int, offsets: list[int]) -> None:
    start = serial_of(first)
    end = start + length
    middle = start + cut % length
    closed = [start + offset for offset in offsets]
    parts = business_days(start, middle, closed) + business_days(middle + 1, end, closed)
    assert parts == business_days(start, end, closed)


@given(DATES, st.integers(7, 400), NEARBY, BASES)
@settings(max_examples=40)
def test_the_elapsed_share_climbs_from_0_to_1(
    first: date, length: int, offsets: list[int], basis: str
) -> None:
    start = serial_of(first)
    end = start + length
    closed = [start + offset for offset in offsets if offset > 7]  # so that a business day is left
    shares = [
        elapsed_share(as_of, start, end, closed, basis)  # type: ignore[arg-type]
        for as_of in np.arange(start - 1, end + 2)
    ]
    assert shares == sorted(shares)
    assert (shares[0], shares[-2], shares[-1]) == (0, 1, 1)


@given(DATES, st.integers(0, 60), NEARBY)
def test_the_business_day_after_some_is_the_one_numpy_finds(
    first: date, days: int, offsets: list[int]
) -> None:
    closed = [first + timedelta(offset) for offset in offsets]
    found = date_of(business_day_after(serial_of(first), days, [serial_of(day) for day in closed]))
    roll = "forward" if days == 0 else "backward"  # from a day off, the first business day after it is one
    assert found == np.busday_offset(first, days, roll=roll, holidays=closed)


def test_japanese_holidays_are_those_of_an_independent_library_on_every_day_from_2000_to_2050() -> None:
    for year in range(2000, 2051):
        ours = {date_of(serial) for serial in japanese_holidays(year)}
        assert ours == set(holidays.country_holidays("JP", years=year)), year


def test_the_first_and_the_last_year_of_holidays_are_right_too() -> None:
    for year in (*range(1986, 2000), *range(2051, 2100)):
        ours = {date_of(serial) for serial in japanese_holidays(year)}
        assert ours == set(holidays.country_holidays("JP", years=year)), year
