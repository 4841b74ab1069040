"""Lagged results against numpy, and their plan against scipy's non-negative least squares."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import toeplitz
from scipy.optimize import nnls

from kpixl.domain.lags import lag_forward, lag_plan
from kpixl.errors import OutOfDomain

COUNTS = st.lists(st.integers(0, 200).map(float), min_size=1, max_size=36)
RATES = st.sampled_from([0.05, 0.25, 0.5, 1.0])


@st.composite
def lag_shares(draw: st.DrawFn) -> list[float]:
    """Shares that sum to 1; some are 0, the first ones among them."""
    weights = draw(st.lists(st.integers(0, 9), min_size=1, max_size=9).filter(any))
    return [weight / sum(weights) for weight in weights]


def system(size: int, rate: float, lags: list[float]) -> np.ndarray:
    column = np.zeros(size)
    column[: len(lags)] = lags[:size]
    return rate * toeplitz(column, np.zeros(size))


@settings(deadline=None, max_examples=200)
@given(COUNTS, RATES, lag_shares())
def test_results_are_the_convolution_of_numpy(inputs: list[float], rate: float, lags: list[float]) -> None:
    expected = rate * np.convolve(inputs, lags)[: len(inputs)]
    assert lag_forward(inputs, rate, lags) == pytest.approx(tuple(expected), rel=1e-12, abs=1e-12)


@settings(deadline=None, max_examples=300)
@given(COUNTS, RATES, lag_shares())
def test_a_plan_for_what_can_be_reached_reaches_it(
    inputs: list[float], rate: float, lags: list[float]
) -> None:
    goals = lag_forward(inputs, rate, lags)
    plan = lag_plan(goals, rate, lags)
    assert min(plan) >= 0
    assert lag_forward(plan, rate, lags) == pytest.approx(goals, rel=1e-9, abs=1e-9 * max(max(goals), 1e-9))


@settings(deadline=None, max_examples=200)
@given(COUNTS, RATES, lag_shares())
def test_a_plan_fits_any_goals_as_well_as_scipys(goals: list[float], rate: float, lags: list[float]) -> None:
    plan = lag_plan(goals, rate, lags)
    matrix = system(len(goals), rate, lags)
    distance = np.linalg.norm(matrix @ plan - goals)
    assert min(plan) >= 0
    assert distance == pytest.approx(nnls(matrix, goals)[1], rel=1e-7, abs=1e-7 * max(*goals, 1.0))


@pytest.mark.parametrize("periods", [120, 300])
@pytest.mark.parametrize(
    "lags", [[0.1, 0.3, 0.4, 0.2], [0, 0.05, 0.15, 0.3, 0.25, 0.15, 0.1], [0.7, 0.2, 0.1]]
)
def test_hundreds_of_periods_are_planned_as_well_as_scipys(periods: int, lags: list[float]) -> None:
    draw = np.random.default_rng(7)
    for inputs in (
        draw.uniform(0, 100, periods),
        draw.uniform(0, 100, periods) * (draw.random(periods) < 0.3),
    ):
        goals = lag_forward(list(inputs), 0.5, lags)
        assert lag_forward(lag_plan(goals, 0.5, lags), 0.5, lags) == pytest.approx(goals, abs=1e-7)
    goals = list(draw.uniform(0, 100, periods))
    matrix = system(periods, 0.5, lags)
    distance = np.linalg.norm(matrix @ lag_plan(goals, 0.5, lags) - goals)
    assert distance == pytest.approx(nnls(matrix, goals)[1], rel=1e-7)


@given(COUNTS, lag_shares(), st.sampled_from([2.0**-900, 2.0**900]))
@settings(deadline=None)
def test_the_unit_of_the_goals_does_not_matter(goals: list[float], lags: list[float], scale: float) -> None:
    plan = [value * scale for value in lag_plan(goals, 0.5, lags)]
    assert lag_plan([goal * scale for goal in goals], 0.5, lags) == pytest.approx(plan, rel=1e-9)


def test_ten_thousand_periods_that_can_be_reached_are_planned() -> None:
    lags = [0.6, 0.3, 0.1]
    goals = lag_forward([float(10 + period % 7) for period in range(10_000)], 0.5, lags)
    assert lag_forward(lag_plan(goals, 0.5, lags), 0.5, lags) == pytest.approx(goals, rel=1e-9)


def test_thousands_of_periods_that_cannot_be_reached_are_refused_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kpixl.domain.least_squares.MOST_WORK", 10_000)
    goals = [float(100 * (period % 2)) for period in range(200)]
    with pytest.raises(OutOfDomain) as refused:
        lag_plan(goals, 0.5, [0.1, 0.3, 0.4, 0.2])
    assert refused.value.message.id == "function.plan_too_long"


@pytest.mark.parametrize("first", [1e-300, 1e-12, 1e-8, 1e-4])
def test_a_first_lag_that_hardly_counts_leaves_a_finite_plan(first: float) -> None:
    plan = lag_plan([10.0] * 40, 0.5, [first, 1 - first])
    assert all(0 <= value < 1e300 for value in plan)
