"""Laws of the comparison of two rates, and its numbers against statsmodels."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

from kpixl.domain.comparisons import compare_rates

TRIALS = st.integers(1, 5000)
SAMPLES = TRIALS.flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials)))
CONFIDENCES = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99])

Sample = tuple[int, int]


@given(SAMPLES, SAMPLES, CONFIDENCES)
def test_the_limits_are_those_of_statsmodels(a: Sample, b: Sample, confidence: float) -> None:
    found = compare_rates(*a, *b, confidence)
    expected = confint_proportions_2indep(*b, *a, method="newcomb", compare="diff", alpha=1 - confidence)
    assert (found.lower, found.upper) == pytest.approx(expected, rel=1e-9, abs=1e-12)


@given(SAMPLES, SAMPLES)
def test_the_p_value_is_that_of_statsmodels(a: Sample, b: Sample) -> None:
    assume(0 < a[0] + b[0] < a[1] + b[1])
    expected = proportions_ztest([b[0], a[0]], [b[1], a[1]])[1]
    assert compare_rates(*a, *b, 0.95).p_value == pytest.approx(expected, rel=1e-9, abs=1e-290)


@given(SAMPLES, SAMPLES, CONFIDENCES)
def test_the_limits_enclose_the_difference_and_stay_within_minus_1_and_1(
    a: Sample, b: Sample, confidence: float
) -> None:
    found = compare_rates(*a, *b, confidence)
    assert -1 <= found.lower <= found.difference <= found.upper <= 1
    assert 0 <= found.p_value <= 1


@given(SAMPLES, SAMPLES, CONFIDENCES)
def test_exchanging_the_variants_turns_the_comparison_round(a: Sample, b: Sample, confidence: float) -> None:
    one, other = compare_rates(*a, *b, confidence), compare_rates(*b, *a, confidence)
    assert (one.difference, one.lower, one.upper) == (-other.difference, -other.upper, -other.lower)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-9)


@given(TRIALS, TRIALS, st.booleans())
def test_where_nobody_or_everybody_converts_there_is_no_difference(a: int, b: int, everybody: bool) -> None:
    found = compare_rates(a * everybody, a, b * everybody, b, 0.95)
    assert (found.difference, found.p_value) == (0, 1)
