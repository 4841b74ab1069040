"""Laws of streaks and of the escalation they lead to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kpixl.domain.streaks import Escalation, gravest_escalation, streak

HUNDREDTHS = st.integers(-50, 200).map(lambda percent: percent / 100)
SERIES = st.lists(HUNDREDTHS, min_size=1, max_size=20)
SIDES = st.sampled_from(["below", "above"])


@given(SERIES, HUNDREDTHS, SIDES)
def test_a_streak_is_the_longest_end_of_the_series_beyond_the_limit(
    values: list[float], limit: float, side: str
) -> None:
    length = streak(values, limit, side)  # type: ignore[arg-type]
    beyond = [value < limit if side == "below" else value > limit for value in values]
    assert all(beyond[len(values) - length :])
    assert length == len(values) or not beyond[-length - 1]


@given(SERIES, HUNDREDTHS, SIDES)
def test_below_a_limit_is_above_it_upside_down(values: list[float], limit: float, side: str) -> None:
    other = "above" if side == "below" else "below"
    turned = [-value for value in values]
    assert streak(values, limit, side) == streak(turned, -limit, other)  # type: ignore[arg-type]


@given(SERIES, HUNDREDTHS)
def test_what_came_before_a_break_does_not_count(values: list[float], limit: float) -> None:
    assert streak([*values, limit, *values], limit, "below") == streak([limit, *values], limit, "below")


@given(SERIES)
def test_the_escalation_is_decided_by_the_last_two_periods(values: list[float]) -> None:
    if streak(values, 0.7, "below") >= 2:
        expected = Escalation.REPORT_TO_HEAD
    elif streak(values, 1, "below") >= 2:
        expected = Escalation.RECONSIDER_MEASURE
    else:
        expected = None
    assert gravest_escalation(values) is expected
    assert gravest_escalation(values[-2:]) is expected
