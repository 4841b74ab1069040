"""Laws of the funnel: backwards and forwards are each other's inverse, and rounding never falls short."""

from __future__ import annotations

from math import isclose, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpixl.domain import funnel
from kpixl.domain.noise import ceil_count, floor_count, reaches

NOISE = 1e-9

GOALS = st.floats(0, 1e6)
RATES = st.lists(st.floats(0.001, 1), min_size=1, max_size=6).map(tuple)
VOLUMES = st.lists(st.floats(1e-3, 1e9), min_size=2, max_size=7).map(tuple)
COUNTS = st.floats(0, 1e6)
ABOVE_ZERO = st.floats(1e-3, 1e6)


def alike(ones: tuple[float, ...], others: tuple[float, ...]) -> bool:
    return len(ones) == len(others) and all(
        isclose(one, other, rel_tol=NOISE) for one, other in zip(ones, others)
    )


@given(GOALS, RATES)
def test_forward_from_the_exact_top_passes_the_same_stages_to_the_goal(
    goal: float, rates: tuple[float, ...]
) -> None:
    volumes = funnel.backcalc(goal, rates, "exact")
    assert volumes[-1] == goal
    assert alike(funnel.forward(volumes[0], rates, "exact"), volumes)


@given(GOALS, RATES)
def test_forward_from_the_rounded_top_never_falls_short_of_the_goal(
    goal: float, rates: tuple[float, ...]
) -> None:
    top = funnel.backcalc(goal, rates, "ceil")[0]
    reached = funnel.forward(top, rates, "exact")[-1]
    assert reached >= goal - (len(rates) + 1) * NOISE * max(1, goal)


@given(GOALS, RATES)
def test_every_rounded_stage_is_the_least_whole_volume_that_fills_the_next(
    goal: float, rates: tuple[float, ...]
) -> None:
    volumes = funnel.backcalc(goal, rates, "ceil")
    needed = [*(after / rate for after, rate in zip(volumes[1:], rates)), goal]
    for volume, need in zip(volumes, needed, strict=True):
        noise = NOISE * max(1, need)
        assert volume.is_integer()
        assert need - noise <= volume < need + 1 + noise


@given(GOALS, RATES)
def test_rounding_every_stage_never_needs_less_than_the_exact_volumes(
    goal: float, rates: tuple[float, ...]
) -> None:
    rounded, exact = (funnel.backcalc(goal, rates, rounding) for rounding in ("ceil", "exact"))
    for whole, volume in zip(rounded, exact, strict=True):
        assert whole >= volume - (len(rates) + 1) * NOISE * max(1, volume)


@given(COUNTS, RATES)
def test_rounded_down_every_stage_is_the_largest_whole_volume_that_can_arrive(
    top: float, rates: tuple[float, ...]
) -> None:
    volumes = funnel.forward(top, rates, "floor")
    arriving = [top, *(before * rate for before, rate in zip(volumes, rates))]
    for volume, possible in zip(volumes, arriving, strict=True):
        noise = NOISE * max(1, possible)
        assert volume.is_integer()
        assert possible - 1 - noise < volume <= possible + noise


@given(ABOVE_ZERO, RATES)
def test_the_rates_between_the_volumes_of_a_funnel_are_its_rates(
    top: float, rates: tuple[float, ...]
) -> None:
    assert alike(funnel.step_rates(funnel.forward(top, rates, "exact")), rates)


@given(VOLUMES)
def test_forward_with_the_rates_between_volumes_gives_the_volumes(volumes: tuple[float, ...]) -> None:
    assert alike(funnel.forward(volumes[0], funnel.step_rates(volumes), "exact"), volumes)


@given(VOLUMES)
def test_a_cumulative_rate_is_the_product_of_the_step_rates_before_it(volumes: tuple[float, ...]) -> None:
    steps = funnel.step_rates(volumes)
    products = tuple(prod(steps[:place]) for place in range(len(volumes)))
    assert alike(funnel.cumulative_rates(volumes), products)
    assert funnel.cumulative_rates(volumes)[0] == 1


@given(COUNTS, ABOVE_ZERO, ABOVE_ZERO, COUNTS, st.floats(0, 0.99))
def test_a_gap_adds_up(
    goal: float, per_period: float, periods: float, achieved: float, share_elapsed: float
) -> None:
    elapsed = periods * share_elapsed
    gap = funnel.gap(goal, per_period, periods, elapsed, achieved)
    close = {"rel_tol": NOISE, "abs_tol": NOISE * max(goal, gap.landing)}
    assert isclose(gap.landing + gap.gap, goal, **close)
    assert isclose(achieved + per_period * (periods - elapsed), gap.landing, **close)
    assert isclose(achieved + gap.required_per_period * (periods - elapsed), max(goal, achieved), **close)
    assert gap.uplift is not None
    assert isclose(
        per_period * (1 + gap.uplift), gap.required_per_period, abs_tol=NOISE * per_period, rel_tol=NOISE
    )


@given(COUNTS, ABOVE_ZERO, ABOVE_ZERO)
def test_at_the_required_rate_the_landing_is_the_goal_and_nothing_is_lacking(
    goal: float, per_period: float, periods: float
) -> None:
    required = funnel.gap(goal, per_period, periods, 0, 0).required_per_period
    again = funnel.gap(goal, required, periods, 0, 0)
    assert isclose(again.landing, goal, rel_tol=NOISE)
    assert abs(again.gap) <= NOISE * max(1, goal)
    assert again.uplift is None if goal == 0 else abs(again.uplift or 0) <= NOISE


@given(st.floats(0, 1e12), st.floats(1, 1e9), st.floats(0, 1))
def test_the_goal_count_is_the_least_whole_count_that_brings_the_revenue(
    revenue: float, unit_price: float, share: float
) -> None:
    exact = funnel.goal_count(revenue, unit_price, share, "exact")
    count = funnel.goal_count(revenue, unit_price, share, "ceil")
    noise = NOISE * max(1, exact)
    assert isclose(exact * unit_price, revenue * share, rel_tol=NOISE, abs_tol=1e-12)
    assert count.is_integer()
    assert exact - noise <= count < exact + 1 + noise


@given(st.integers(0, 10**9), st.floats(-1e-10, 1e-10))
def test_a_whole_count_stays_itself_under_noise(count: int, relative: float) -> None:
    disturbed = count * (1 + relative) if count else relative
    assert ceil_count(disturbed) == floor_count(disturbed) == count
    assert reaches(disturbed, count)


@pytest.mark.parametrize("above", [1e-6, 0.1, 0.5, 0.9])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 100])
def test_a_fraction_beyond_noise_counts(count: int, above: float) -> None:
    assert ceil_count(count + above) == count + 1
    assert floor_count(count + above) == count
    assert not reaches(count, count + above)
