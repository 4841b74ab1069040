"""Laws of fiscal periods and of amounts of yen."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpixl.domain.periods import fiscal_period
from kpixl.domain.yen import UNIT_SIZES, in_yen

START_MONTHS = st.integers(1, 12)
GROUP_SIZES = {"兆": 10**12, "億": 10**8, "万": 10**4, "": 1}


@settings(deadline=None, max_examples=300)
@given(st.integers(61, 2958465), START_MONTHS)
def test_the_months_of_a_fiscal_year_run_from_its_start(serial: int, start: int) -> None:
    day = date(1899, 12, 30) + timedelta(days=serial)
    period = fiscal_period(serial, start)
    months = (day.year - period.year) * 12 + day.month - start
    assert 0 <= months < 12
    assert period.month == day.month
    assert (period.half, period.quarter) == (months // 6 + 1, months // 3 + 1)


@given(st.integers(0, 2958464), START_MONTHS)
def test_time_never_runs_backwards(serial: int, start: int) -> None:
    today, tomorrow = fiscal_period(serial, start), fiscal_period(serial + 1, start)
    assert (today.year, today.quarter) <= (tomorrow.year, tomorrow.quarter)


def read(written: str) -> int:
    """The amount that a text such as 1億2,000万円 states."""
    sign = -1 if written.startswith("-") else 1
    parts = re.findall(r"([\d,]+)(兆|億|万|)", written.rstrip("円"))
    return sign * sum(int(count.replace(",", "")) * GROUP_SIZES[name] for count, name in parts)


@settings(deadline=None, max_examples=300)
@given(st.integers(-(10**15), 10**15))
def test_an_amount_keeps_its_leading_digits(amount: int) -> None:
    written = in_yen(float(amount), "auto")
    assert re.fullmatch(r"-?([\d,]+兆)?([\d,]+億)?([\d,]+万)?([\d,]+)?円", written)
    assert read(written) == pytest.approx(amount, rel=5e-5)
    if abs(amount) < 10**8:
        assert read(written) == amount


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 10**15 - 1))
def test_no_group_below_the_highest_holds_more_than_four_digits(amount: int) -> None:
    groups = re.findall(r"([\d,]+)(?:兆|億|万|円)", in_yen(amount + 0.5, "auto"))
    assert all(int(count.replace(",", "")) < 10_000 for count in groups)
    assert len(groups) <= 2


@settings(deadline=None, max_examples=300)
@given(st.decimals(-(10**11), 10**11, places=2), st.sampled_from(list(UNIT_SIZES)))
def test_a_fixed_unit_is_rounded_half_away_from_zero(amount: Decimal, unit: str) -> None:
    places = Decimal("0.01") if unit == "億円" else Decimal(1)
    expected = (Decimal(repr(float(amount))) / UNIT_SIZES[unit]).quantize(places, ROUND_HALF_UP)
    written = in_yen(float(amount), unit)  # type: ignore[arg-type]
    assert Decimal(written.removesuffix(unit).replace(",", "")) == expected


@given(st.floats(0, 9e15), st.sampled_from(["auto", *UNIT_SIZES]))
def test_a_loss_is_written_as_the_gain_with_a_sign(amount: float, unit: str) -> None:
    gain = in_yen(amount, unit)  # type: ignore[arg-type]
    assert in_yen(-amount, unit) == (f"-{gain}" if re.search("[1-9]", gain) else gain)  # type: ignore[arg-type]
