"""Laws of the weekly gates, and the Poisson distribution behind them against scipy."""

from __future__ import annotations

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm, poisson

from kpixl.domain.gates import WEEKLY_GATES, false_alarm_chance, passes_gate
from kpixl.domain.poisson import SUMMED_UP_TO, chance_below

WEEKS = st.sampled_from([1, 2, 3])
SHARES = st.integers(0, 100).map(lambda percent: percent / 100)


@given(WEEKS, st.floats(-1e6, 1e6), st.floats(0, 1e6), st.floats(0.01, 1e6))
def test_more_never_fails_a_gate_that_less_has_passed(
    week: int, actual: float, more: float, target: float
) -> None:
    assert passes_gate(week, actual + more, target) >= passes_gate(week, actual, target)


@given(WEEKS, st.integers(1, 10**9))
def test_exactly_the_gate_passes_and_just_below_does_not(week: int, target: int) -> None:
    gate = WEEKLY_GATES[week - 1] * target
    assert passes_gate(week, gate, target)
    assert not passes_gate(week, gate - target * 1e-6, target)


@pytest.mark.parametrize(
    ("target", "percents"),
    [(20, (26.5, 22.0, 18.5)), (50, (20.1, 13.4, 9.2)), (100, (13.4, 6.5, 3.3)), (300, (3.3, 0.5, 0.1))],
)
def test_the_false_alarm_chances_are_those_of_the_worked_example(
    target: int, percents: tuple[float, ...]
) -> None:
    planned = (0.25, 0.5, 0.75)
    chances = [false_alarm_chance(target, plan, gate) for plan, gate in zip(planned, WEEKLY_GATES)]
    assert tuple(round(100 * chance, 1) for chance in chances) == percents


@given(st.integers(0, 3000), SHARES, SHARES)
def test_the_false_alarm_chance_is_scipys(target: int, planned: float, gate: float) -> None:
    hundredths = round(gate * 100) * target
    below = ceil(hundredths / 100) - 1
    expected = poisson.cdf(below, planned * target) if below >= 0 else 0
    assert false_alarm_chance(target, planned, gate) == pytest.approx(expected, rel=1e-9, abs=1e-290)


@given(st.floats(-3, 6).map(lambda power: 10**power), st.floats(-4, 4))
def test_the_poisson_distribution_is_scipys_on_both_sides_of_the_mean(mean: float, sigmas: float) -> None:
    limit = float(max(0, round(mean + sigmas * mean**0.5)))
    expected = poisson.cdf(limit - 1, mean) if limit else 0
    assert chance_below(limit, mean) == pytest.approx(expected, rel=1e-9, abs=1e-290)


@given(st.floats(-12, 0))
def test_the_sum_and_the_expansion_meet_where_one_takes_over_from_the_other(sigmas: float) -> None:
    limit = float(round(SUMMED_UP_TO + sigmas * SUMMED_UP_TO**0.5))
    just_beyond = SUMMED_UP_TO * (1 + 1e-15)
    assert chance_below(limit, SUMMED_UP_TO) == pytest.approx(chance_below(limit, just_beyond), rel=1e-9)


@given(st.floats(9, 15).map(lambda power: 10**power), st.floats(-4, 4))
def test_a_very_large_mean_is_as_good_as_normal(mean: float, sigmas: float) -> None:
    limit = float(round(mean + sigmas * mean**0.5))
    expected = norm.cdf((limit - 0.5 - mean) / mean**0.5)
    assert chance_below(limit, mean) == pytest.approx(expected, abs=1e-4)


@given(st.integers(0, 500), st.floats(0, 500))
def test_the_chance_grows_with_the_limit_and_falls_with_the_mean(limit: int, mean: float) -> None:
    chance = chance_below(limit, mean)
    assert 0 <= chance <= 1
    assert chance <= chance_below(limit + 1, mean) + 1e-12
    assert chance_below(limit, mean + 1) <= chance + 1e-12
