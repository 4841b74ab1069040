"""The chance of a plan against simulation and scipy, and the laws of the counts that assure it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import beta, betabinom

from kpixl.domain.assurance import assured, chance
from kpixl.errors import OutOfDomain, WrongArgument

DRAWS = 10**6
FIVE_STANDARD_ERRORS = 5 * 0.5 / DRAWS**0.5
"""The tolerance of a simulated probability, 0.0025: a quarter of the one point of probability allowed."""

PLANS = [
    pytest.param(20, 1600, [160, 80, 40, 20], [1600, 160, 80, 40], id="the worked example"),
    pytest.param(20, 2600, [12, 20, 10, 9], [120, 40, 20, 18], id="rates from few cases"),
    pytest.param(3, 60, [2, 1, 0], [4, 3, 2], id="hardly any evidence, one step without a success"),
    pytest.param(2, 2, [5, 5], [5, 5], id="every case is needed"),
    pytest.param(1, 30, [30, 8, 0], [300, 40, 15], id="a single order"),
    pytest.param(1000, 86000, [1000, 300, 300, 800], [10000, 1000, 600, 1200], id="a thousand orders"),
    pytest.param(300, 100000, [900, 2, 700], [10000, 60, 1000], id="one uncertain step in a large funnel"),
]


def simulated(goal: int, top: int, successes: list[int], trials: list[int]) -> float:
    """Share of a million plans that reach the goal: rates drawn first, then every stage by chance."""
    draw = np.random.default_rng(20260401)
    counts = np.full(DRAWS, top)
    for success, trial in zip(successes, trials):
        counts = draw.binomial(counts, draw.beta(success + 0.5, trial - success + 0.5, DRAWS))
    return float((counts >= goal).mean())


@pytest.mark.parametrize(("goal", "top", "successes", "trials"), PLANS)
def test_the_chance_is_that_of_a_million_simulated_plans(
    goal: int, top: int, successes: list[int], trials: list[int]
) -> None:
    expected = simulated(goal, top, successes, trials)
    assert chance(goal, top, successes, trials) == pytest.approx(expected, abs=FIVE_STANDARD_ERRORS)


@pytest.mark.parametrize(("goal", "top", "successes", "trials"), PLANS)
def test_the_assured_top_reaches_the_goal_in_the_share_of_simulated_plans_asked_for(
    goal: int, top: int, successes: list[int], trials: list[int]
) -> None:
    needed = assured(goal, successes, trials, 0.8)[0]
    reached = simulated(goal, int(needed), successes, trials)
    exact = chance(goal, needed, successes, trials)
    assert exact >= 0.8
    assert reached == pytest.approx(exact, abs=FIVE_STANDARD_ERRORS)


@st.composite
def evidence(draw: st.DrawFn, most_steps: int = 4) -> tuple[list[int], list[int]]:
    trials = draw(st.lists(st.integers(0, 400), min_size=1, max_size=most_steps))
    return [draw(st.integers(0, trial)) for trial in trials], trials


def beta_binomial(goal: int, top: int, successes: int, trials: int) -> float:
    """P(X ≥ goal) in exact fractions: Σ C(top, k) a(a+1)…(k factors) b(b+1)…(top − k factors) / (a+b)…"""
    a, b = Fraction(2 * successes + 1, 2), Fraction(2 * (trials - successes) + 1, 2)
    rising_a, rising_b, rising = ([Fraction(1)] for _ in range(3))
    for place in range(top):
        rising_a.append(rising_a[-1] * (a + place))
        rising_b.append(rising_b[-1] * (b + place))
        rising.append(rising[-1] * (a + b + place))
    terms = (comb(top, count) * rising_a[count] * rising_b[top - count] for count in range(goal, top + 1))
    return float(sum(terms) / rising[-1])


@settings(deadline=None, max_examples=150)
@given(st.integers(1, 40), st.integers(0, 100), evidence(most_steps=1))
def test_the_chance_of_one_step_is_the_beta_binomial_distribution_exactly(
    goal: int, more: int, known: tuple[list[int], list[int]]
) -> None:
    (success,), (trial,) = known
    exact = beta_binomial(goal, goal + more, success, trial)
    assert chance(goal, goal + more, [success], [trial]) == pytest.approx(exact, rel=1e-10, abs=1e-14)


@pytest.mark.parametrize(
    ("goal", "top", "success", "trial"),
    [(204, 958, 0, 0), (600, 1500, 41, 100), (1500, 1600, 3, 3), (2, 1500, 0, 1)],
)
def test_the_chance_of_one_step_with_many_cases_is_exact_too(
    goal: int, top: int, success: int, trial: int
) -> None:
    exact = beta_binomial(goal, top, success, trial)
    assert chance(goal, top, [success], [trial]) == pytest.approx(exact, rel=1e-10)


@settings(deadline=None, max_examples=100)
@given(st.integers(1, 2000), st.integers(0, 8000), evidence(most_steps=1))
def test_the_chance_of_one_step_is_the_beta_binomial_of_scipy(
    goal: int, more: int, known: tuple[list[int], list[int]]
) -> None:
    (success,), (trial,) = known
    top = goal + more
    terms = betabinom.pmf(np.arange(goal, top + 1), top, success + 0.5, trial - success + 0.5)
    assert chance(goal, top, [success], [trial]) == pytest.approx(terms.sum(), abs=1e-8)


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 20), st.integers(0, 30), evidence(most_steps=1), evidence(most_steps=1))
def test_the_chance_of_two_steps_is_the_sum_over_the_stage_between(
    goal: int, more: int, first: tuple[list[int], list[int]], second: tuple[list[int], list[int]]
) -> None:
    top = goal + more
    (won,), (asked,) = first
    reached = [beta_binomial(count, top, won, asked) for count in range(top + 2)]
    between = [at_least - more for at_least, more in pairwise(reached)]
    rest = [chance(goal, count, *second) for count in range(top + 1)]
    expected = sum(share * after for share, after in zip(between, rest))
    both = chance(goal, top, first[0] + second[0], first[1] + second[1])
    assert both == pytest.approx(expected, rel=1e-10, abs=1e-13)


def test_the_chance_of_three_of_three_is_the_third_moment_of_the_rate() -> None:
    third_moment = quad(lambda rate: rate**3 * beta.pdf(rate, 12.5, 28.5), 0, 1)[0]
    assert chance(3, 3, [12], [40]) == pytest.approx(third_moment, rel=1e-9)


def test_with_a_certain_rate_the_chance_is_binomial() -> None:
    exact = sum(comb(40, k) * 0.5**40 for k in range(18, 41))
    assert chance(18, 40, [5 * 10**11], [10**12]) == pytest.approx(exact, rel=1e-6)


@settings(deadline=None, max_examples=100)
@given(st.integers(1, 300), st.integers(0, 10**5), st.integers(0, 10**5), evidence())
def test_the_chance_grows_with_the_top_and_falls_with_the_goal(
    goal: int, top: int, more: int, known: tuple[list[int], list[int]]
) -> None:
    small = chance(goal, top, *known)
    assert 0 <= small <= 1
    assert chance(goal, top + more, *known) >= small - 1e-9
    assert chance(goal + 1, top, *known) <= small + 1e-9


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 300), evidence(most_steps=3), st.floats(0.05, 0.9))
def test_each_assured_count_is_the_smallest_that_is_enough_standing_there(
    goal: int, known: tuple[list[int], list[int]], confidence: float
) -> None:
    successes, trials = known
    if chance(goal, 10**14, successes, trials) < confidence:
        with pytest.raises(OutOfDomain, match="more than 10"):
            assured(goal, successes, trials, confidence)
        return
    counts = assured(goal, successes, trials, confidence)
    assert counts[-1] == goal
    for first, count in enumerate(counts[:-1]):
        assert count == int(count) >= counts[first + 1]
        assert chance(goal, count, successes[first:], trials[first:]) >= confidence - 1e-9
        assert chance(goal, count - 1, successes[first:], trials[first:]) < confidence + 1e-9


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 300), evidence(most_steps=2), st.floats(0.05, 0.8), st.floats(0.01, 0.1))
def test_more_confidence_never_takes_less(
    goal: int, known: tuple[list[int], list[int]], confidence: float, more: float
) -> None:
    counts = assured(goal, *known, confidence)
    surer = assured(goal, *known, confidence + more)
    assert all(count <= sure for count, sure in zip(counts, surer))


def test_the_same_plan_always_has_the_same_chance() -> None:
    plan = (20, 1600, [160, 80, 40, 20], [1600, 160, 80, 40])
    assert len({chance(*plan) for _ in range(3)}) == 1


@pytest.mark.parametrize("huge", [1e12, 999999999999.0])
def test_counts_as_large_as_allowed_still_have_a_chance_between_0_and_1(huge: float) -> None:
    for goal in (1, 1e6, huge):
        for successes in (0, 1, huge / 2, huge):
            assert 0 <= chance(goal, huge, [successes, successes], [huge, huge]) <= 1


@pytest.mark.parametrize(
    "function", [lambda *known: chance(1, 9, *known), lambda *known: assured(1, *known, 0.8)]
)
def test_evidence_that_cannot_be_is_refused(function: Callable[..., object]) -> None:
    with pytest.raises(WrongArgument):
        function([1, 2], [3])
    with pytest.raises(OutOfDomain):
        function([4], [3])
