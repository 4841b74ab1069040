"""Laws of the interval of a rate, and agreement with scipy and statsmodels."""

from __future__ import annotations

from math import isclose, log10

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.stats import norm
from statsmodels.stats.proportion import proportion_confint

from kpixl.domain.intervals import normal_quantile, wilson

CONFIDENCES = st.floats(0.01, 0.9999)
PROBABILITIES = (
    st.floats(1e-12, 1 - 1e-12, exclude_min=True, exclude_max=True)
    | st.floats(-12, log10(0.5), exclude_min=True).map(lambda power: 10**power)
    | st.floats(-12, log10(0.5), exclude_min=True).map(lambda power: 1 - 10**power)
)


@st.composite
def observed(draw: st.DrawFn) -> tuple[float, float]:
    """Successes and trials, whole or not."""
    trials = draw(st.integers(1, 10**6).map(float) | st.floats(0.1, 1e6))
    share = draw(st.sampled_from([0.0, 1.0]) | st.floats(0, 1))
    successes = trials * share
    return (float(round(successes)), trials) if trials.is_integer() else (successes, trials)


@given(observed(), CONFIDENCES)
def test_the_interval_lies_within_0_and_1_and_contains_the_observed_rate(
    seen: tuple[float, float], confidence: float
) -> None:
    successes, trials = seen
    lower, upper = wilson(successes, trials, confidence)
    assert 0 <= lower < upper <= 1
    assert lower <= successes / trials + 1e-15
    assert upper >= successes / trials - 1e-15


@given(st.integers(1, 10**6).map(float) | st.floats(0.1, 1e6), CONFIDENCES)
def test_with_no_success_the_lower_limit_is_0_and_with_no_failure_the_upper_is_1(
    trials: float, confidence: float
) -> None:
    assert wilson(0.0, trials, confidence)[0] == 0
    assert wilson(trials, trials, confidence)[1] == 1


@given(observed(), CONFIDENCES)
@example((3.0, 10.0), 0.95)
def test_the_interval_is_the_one_of_statsmodels(seen: tuple[float, float], confidence: float) -> None:
    theirs = proportion_confint(*seen, alpha=1 - confidence, method="wilson")
    assert wilson(*seen, confidence) == pytest.approx(theirs, rel=1e-9, abs=1e-9)


@given(observed(), CONFIDENCES, st.integers(2, 1000))
def test_the_interval_narrows_with_more_trials_at_the_same_rate(
    seen: tuple[float, float], confidence: float, times: int
) -> None:
    few = wilson(*seen, confidence)
    many = wilson(seen[0] * times, seen[1] * times, confidence)
    assert many[1] - many[0] < few[1] - few[0]


@given(observed(), st.lists(CONFIDENCES, min_size=2, max_size=2).map(sorted))
def test_the_interval_widens_with_the_confidence(seen: tuple[float, float], confidences: list[float]) -> None:
    (low, high), (lower, higher) = (wilson(*seen, confidence) for confidence in confidences)
    assert lower <= low + 1e-15
    assert higher >= high - 1e-15


@given(observed(), CONFIDENCES)
def test_the_interval_of_the_failures_mirrors_that_of_the_successes(
    seen: tuple[float, float], confidence: float
) -> None:
    successes, trials = seen
    lower, upper = wilson(successes, trials, confidence)
    mirrored = wilson(trials - successes, trials, confidence)
    assert mirrored == pytest.approx((1 - upper, 1 - lower), abs=1e-12)


@given(PROBABILITIES)
@example(0.975)
@example(0.9)
@example(0.5)
@example(1.0000000001e-12)
def test_the_quantile_is_the_one_of_scipy(probability: float) -> None:
    assert isclose(normal_quantile(probability), float(norm.ppf(probability)), rel_tol=1e-12, abs_tol=1e-12)


@given(st.lists(PROBABILITIES, min_size=2, max_size=2).map(sorted))
def test_the_quantile_grows_with_the_probability(probabilities: list[float]) -> None:
    lower, higher = (normal_quantile(probability) for probability in probabilities)
    assert lower <= higher + 1e-14


@given(st.floats(2**-53, 1e-12))
@example(2**-53)
def test_the_quantile_that_the_highest_confidence_below_1_asks_for_is_found(probability: float) -> None:
    quantile = normal_quantile(probability)
    assert -8.3 < quantile < -7
    assert isclose(quantile, float(norm.ppf(probability)), rel_tol=1e-12)
    assert normal_quantile(1 - 2**-53) == -normal_quantile(2**-53)
