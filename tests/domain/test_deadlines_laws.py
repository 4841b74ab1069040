"""Deadlines in business days against numpy's business-day calendar."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kpixl.domain.deadlines import deadlines

DAY_0 = date(1899, 12, 30)
SERIALS = st.integers(40000, 50000)


def as_day(serial: float) -> date:
    return DAY_0 + timedelta(days=int(serial))


@settings(deadline=None, max_examples=300)
@given(
    SERIALS,
    st.lists(st.integers(0, 60), min_size=1, max_size=6),
    st.lists(SERIALS, max_size=40),
    st.booleans(),
)
def test_business_deadlines_are_those_of_numpy(
    due: int, leads: list[int], holidays: list[int], nearby: bool
) -> None:
    closed = [due - holiday % 90 for holiday in holidays] if nearby else holidays
    days = [as_day(serial) for serial in closed]
    found = deadlines(due, leads, closed, "business")
    for place, deadline in enumerate(found):
        back = np.busday_offset(as_day(due), -sum(leads[place:]), roll="backward", holidays=days)
        assert as_day(deadline) == back.item()


@settings(deadline=None)
@given(SERIALS, st.lists(st.floats(0, 60), min_size=1, max_size=6))
def test_deadlines_never_fall_from_stage_to_stage_and_never_pass_the_due_date(
    due: int, leads: list[float]
) -> None:
    for unit in ("business", "calendar"):
        found = (*deadlines(due, leads, [None], unit), due)
        assert all(earlier <= later for earlier, later in pairwise(found))
        assert all(day == int(day) for day in found)


@settings(deadline=None)
@given(SERIALS, st.lists(st.integers(0, 60), min_size=1, max_size=6))
def test_calendar_deadlines_are_plain_differences(due: int, leads: list[int]) -> None:
    expected = tuple(due - sum(leads[place:]) for place in range(len(leads)))
    assert deadlines(due, leads, [], "calendar") == expected
