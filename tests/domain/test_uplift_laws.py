"""Laws of uplift and of the scores of success factors."""

from __future__ import annotations

from math import isclose, log, prod

from hypothesis import given
from hypothesis import strategies as st

from kpixl.domain.drivers import bottleneck, csf_scores, uplift

RATE = st.floats(0, 1)
STEPS = st.lists(st.tuples(RATE, RATE), min_size=1, max_size=8)
TOP = st.floats(0, 1e6)
CLEAR_RATE = st.integers(1, 100).map(lambda percent: percent / 100)


def columns(steps: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [rate for rate, _ in steps], [target for _, target in steps]


@given(TOP, STEPS)
def test_the_uplift_is_the_final_count_with_that_step_repaired_less_the_final_count(
    top: float, steps: list[tuple[float, float]]
) -> None:
    rates, targets = columns(steps)
    gains = uplift(top, rates, targets)
    for place, target in enumerate(targets):
        repaired = [*rates[:place], max(rates[place], target), *rates[place + 1 :]]
        assert isclose(gains[place], top * prod(repaired) - top * prod(rates), rel_tol=1e-9, abs_tol=1e-9)


@given(st.lists(st.tuples(CLEAR_RATE, CLEAR_RATE), min_size=1, max_size=8))
def test_the_bottleneck_has_the_largest_uplift(steps: list[tuple[float, float]]) -> None:
    rates, targets = columns(steps)
    gains = uplift(1e6, rates, targets)
    place = bottleneck(rates, targets)
    if place is None:
        assert max(gains) == 0
    else:
        assert gains[place] >= max(gains) * (1 - 1e-9)


@given(st.lists(st.tuples(CLEAR_RATE, CLEAR_RATE), min_size=1, max_size=8))
def test_scores_of_equal_influence_rank_as_uplifts_do(steps: list[tuple[float, float]]) -> None:
    rates, targets = columns(steps)
    scores = csf_scores(rates, targets, [1.0] * len(steps), None)
    best = max(range(len(steps)), key=lambda place: scores[place])
    gains = uplift(1e6, rates, targets)
    assert gains[best] >= max(gains) * (1 - 1e-9)


@given(st.floats(1e-3, 1e3), st.floats(1e-3, 1e3), st.floats(0, 10), st.floats(0.1, 10))
def test_a_score_is_headroom_times_influence_over_cost_and_never_below_0(
    actual: float, target: float, influence: float, cost: float
) -> None:
    [score] = csf_scores([actual], [target], [influence], [cost])
    assert isclose(score, max(0.0, log(target / actual)) * influence / cost, rel_tol=1e-9, abs_tol=1e-7)
