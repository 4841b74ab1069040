"""Laws of the alert level: doing better never makes it graver, and its bands meet at the thresholds."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpixl.domain.alerts import DEFAULT_THRESHOLDS, AlertLevel, alert_level
from kpixl.domain.pacing import achievement, pacing_index

AMOUNTS = st.floats(0, 1e9)
TARGETS = st.floats(1e-3, 1e9)
ELAPSED = st.floats(0.01, 1)
DIRECTIONS = st.sampled_from(["higher", "lower"])
THRESHOLDS = st.lists(st.floats(0.05, 3), min_size=3, max_size=3, unique=True).map(
    lambda thresholds: sorted(thresholds, reverse=True)
)

Direction = Literal["higher", "lower"]


@given(st.lists(AMOUNTS, min_size=2, max_size=2).map(sorted), TARGETS, ELAPSED, DIRECTIONS, THRESHOLDS)
def test_the_level_is_monotone_in_the_actual(
    actuals: list[float], target: float, elapsed: float, direction: Direction, thresholds: list[float]
) -> None:
    less, more = (alert_level(actual, target, elapsed, direction, thresholds) for actual in actuals)
    assert less >= more if direction == "higher" else less <= more


@given(AMOUNTS, st.lists(TARGETS, min_size=2, max_size=2).map(sorted), ELAPSED, DIRECTIONS)
def test_the_level_is_monotone_in_the_target(
    actual: float, both: list[float], elapsed: float, direction: Direction
) -> None:
    easier, harder = both if direction == "higher" else reversed(both)
    assert alert_level(actual, easier, elapsed, direction, DEFAULT_THRESHOLDS) <= alert_level(
        actual, harder, elapsed, direction, DEFAULT_THRESHOLDS
    )


@given(TARGETS, ELAPSED, THRESHOLDS, st.sampled_from([0, 1, 2]), DIRECTIONS)
def test_a_pace_at_a_threshold_is_in_the_better_band_and_just_below_in_the_worse(
    target: float, elapsed: float, thresholds: list[float], place: int, direction: Direction
) -> None:
    assume(all(before - after > 1e-5 for before, after in pairwise(thresholds)))
    pace, below = thresholds[place], thresholds[place] * (1 - 1e-6)
    to_date = target * elapsed
    levels = [
        alert_level(
            to_date * wanted if direction == "higher" else to_date / wanted,
            target,
            elapsed,
            direction,
            thresholds,
        )
        for wanted in (pace, below)
    ]
    assert levels == [place, place + 1]


@given(st.floats(0.01, 1e9), TARGETS, ELAPSED, st.floats(0.1, 10))
def test_the_level_depends_on_the_pace_alone(
    actual: float, target: float, elapsed: float, scale: float
) -> None:
    pace = pacing_index(actual, target, elapsed)
    assume(all(abs(pace - threshold) > 1e-6 for threshold in DEFAULT_THRESHOLDS))
    levels = {
        alert_level(actual, target, elapsed, "higher", DEFAULT_THRESHOLDS),
        alert_level(actual * scale, target * scale, elapsed, "higher", DEFAULT_THRESHOLDS),
        alert_level(pace, 1.0, 1.0, "higher", DEFAULT_THRESHOLDS),
        alert_level(1.0, pace, 1.0, "lower", DEFAULT_THRESHOLDS),
    }
    assert len(levels) == 1
    assert levels == {AlertLevel(sum(pace < threshold for threshold in DEFAULT_THRESHOLDS))}


@given(st.floats(0.01, 1e9), TARGETS)
def test_the_two_directions_are_each_others_reciprocal(actual: float, target: float) -> None:
    product = achievement(actual, target, "higher") * achievement(actual, target, "lower")
    assert product == pytest.approx(1, rel=1e-12)


@given(AMOUNTS, TARGETS)
def test_the_pace_of_a_whole_period_is_the_achievement(actual: float, target: float) -> None:
    assert pacing_index(actual, target, 1.0) == achievement(actual, target, "higher")


@given(TARGETS, ELAPSED)
def test_the_part_of_the_target_that_has_elapsed_is_a_pace_of_one(target: float, elapsed: float) -> None:
    assert pacing_index(target * elapsed, target, elapsed) == 1
    assert alert_level(target * elapsed, target, elapsed, "higher", DEFAULT_THRESHOLDS) == 0
    assert alert_level(target * elapsed, target, elapsed, "lower", DEFAULT_THRESHOLDS) == 0
