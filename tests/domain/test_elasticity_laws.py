"""Elasticity against scipy and numpy, lead and lag against numpy, and the laws of both."""

from __future__ import annotations

from math import isclose

import numpy
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from kpixl.domain.elasticity import correlation, elasticity, lead_lag

VALUE = st.floats(0.01, 1e6)
PAIRS = st.lists(st.tuples(VALUE, VALUE), min_size=3, max_size=30)
LEVEL = st.integers(-1000, 1000).map(float)


def varied(values: list[float]) -> bool:
    return max(values) > 1.01 * min(values)


@given(PAIRS)
def test_elasticity_and_r_squared_agree_with_scipy_and_numpy(pairs: list[tuple[float, float]]) -> None:
    driver, outcome = (list(series) for series in zip(*pairs))
    assume(varied(driver) and varied(outcome))
    found = elasticity(driver, outcome)
    expected = stats.linregress(numpy.log(driver), numpy.log(outcome))
    assert found.r_squared is not None
    assert isclose(found.slope, expected.slope, rel_tol=1e-8, abs_tol=1e-10)
    assert isclose(found.r_squared, expected.rvalue**2, rel_tol=1e-8, abs_tol=1e-10)
    slope, _ = numpy.polyfit(numpy.log(driver), numpy.log(outcome), 1)
    assert isclose(found.slope, slope, rel_tol=1e-6, abs_tol=1e-8)


@given(st.lists(VALUE, min_size=3, max_size=12), st.floats(-3, 3), st.floats(0.01, 100))
def test_a_power_law_gives_its_exponent(driver: list[float], exponent: float, factor: float) -> None:
    assume(max(driver) > 1.5 * min(driver))
    found = elasticity(driver, [factor * value**exponent for value in driver])
    assert isclose(found.slope, exponent, rel_tol=1e-9, abs_tol=1e-9)


@given(PAIRS, st.floats(0.01, 100), st.floats(0.01, 100))
def test_units_do_not_change_the_elasticity(
    pairs: list[tuple[float, float]], one: float, other: float
) -> None:
    driver, outcome = (list(series) for series in zip(*pairs))
    assume(varied(driver) and varied(outcome))
    scaled = elasticity([one * value for value in driver], [other * value for value in outcome])
    assert isclose(scaled.slope, elasticity(driver, outcome).slope, rel_tol=1e-7, abs_tol=1e-9)


@given(st.lists(st.tuples(LEVEL, LEVEL), min_size=3, max_size=30))
def test_the_correlation_agrees_with_numpy(pairs: list[tuple[float, float]]) -> None:
    driver, outcome = (list(series) for series in zip(*pairs))
    found = correlation(driver, outcome)
    if len(set(driver)) == 1 or len(set(outcome)) == 1:
        assert found is None
    else:
        assert found is not None
        assert isclose(found, numpy.corrcoef(driver, outcome)[0, 1], rel_tol=1e-8, abs_tol=1e-10)


@settings(max_examples=60)
@given(st.lists(LEVEL, min_size=8, max_size=25), st.lists(LEVEL, min_size=8, max_size=25), st.integers(0, 5))
def test_no_lag_has_a_higher_correlation_than_the_one_found(
    driver: list[float], outcome: list[float], max_lag: int
) -> None:
    assume(len(set(driver[:3])) > 1)
    assume(all(len(set(outcome[lag : lag + 3])) > 1 for lag in range(max_lag + 1)))
    found = lead_lag(driver, outcome, float(max_lag))
    by_lag = []
    for lag in range(max_lag + 1):
        pairs = min(len(driver), len(outcome) - lag)
        by_lag.append(numpy.corrcoef(driver[:pairs], outcome[lag : lag + pairs])[0, 1])
    assert isclose(found.correlation, by_lag[found.lag], rel_tol=1e-8, abs_tol=1e-10)
    assert max(by_lag) <= found.correlation + 1e-8
    assert all(earlier < found.correlation for earlier in by_lag[: found.lag])


@given(st.lists(LEVEL, min_size=12, max_size=30, unique=True), st.integers(0, 4))
def test_an_outcome_that_repeats_the_driver_later_reveals_the_lag(driver: list[float], lag: int) -> None:
    outcome = [*([0.0] * lag), *(2 * value + 5 for value in driver)][: len(driver)]
    found = lead_lag(driver, outcome, 4.0)
    assert found.lag <= lag
    assert found.correlation > 1 - 1e-8


def test_ten_thousand_periods_are_compared_at_a_year_of_lags() -> None:
    driver = [float((place * 7919) % 1009) for place in range(10_000)]
    outcome = [0.0] * 40 + driver[:-40]
    assert lead_lag(driver, outcome, 60.0).lag == 40
