"""Laws of the bottleneck: it is the step whose repair helps the end result most."""

from __future__ import annotations

from itertools import combinations
from math import isclose, log, prod

from hypothesis import assume, given
from hypothesis import strategies as st

from kpixl.domain.drivers import bottleneck

RATE = st.floats(0.001, 1)
STEPS = st.lists(st.tuples(RATE, RATE), min_size=1, max_size=8)


def rates_and_targets(steps: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [rate for rate, _ in steps], [target for _, target in steps]


def clearly_ordered(steps: list[tuple[float, float]]) -> bool:
    """Whether no two shortfalls, and none and nothing, are within noise of each other."""
    shortfalls = [0.0, *(log(target / rate) for rate, target in steps)]
    return all(abs(one - other) > 1e-6 for one, other in combinations(shortfalls, 2))


@given(STEPS)
def test_the_bottleneck_is_the_step_whose_repair_lifts_the_end_result_most(
    steps: list[tuple[float, float]],
) -> None:
    assume(clearly_ordered(steps))
    rates, targets = rates_and_targets(steps)
    now = prod(rates)
    repaired = [
        prod([*rates[:place], target, *rates[place + 1 :]]) / now for place, target in enumerate(targets)
    ]
    best = max(repaired)
    assert bottleneck(rates, targets) == (repaired.index(best) if best > 1 else None)


@given(STEPS, st.data())
def test_the_bottleneck_stays_when_rate_and_target_of_a_step_are_scaled_alike(
    steps: list[tuple[float, float]], data: st.DataObject
) -> None:
    assume(clearly_ordered(steps))
    place = data.draw(st.integers(0, len(steps) - 1))
    rate, target = steps[place]
    scale = data.draw(st.floats(0.01, 1 / max(rate, target)))
    scaled = [*steps[:place], (rate * scale, target * scale), *steps[place + 1 :]]
    assert bottleneck(*rates_and_targets(scaled)) == bottleneck(*rates_and_targets(steps))


@given(STEPS)
def test_with_the_bottleneck_repaired_again_and_again_no_step_is_left_below_its_target(
    steps: list[tuple[float, float]],
) -> None:
    rates, targets = rates_and_targets(steps)
    for _ in steps:
        place = bottleneck(rates, targets)
        if place is None:
            break
        assert rates[place] < targets[place]
        rates[place] = targets[place]
    assert bottleneck(rates, targets) is None
    assert all(
        rate > target or isclose(rate, target, rel_tol=1e-8)
        for rate, target in zip(rates, targets, strict=True)
    )


@given(STEPS, st.data())
def test_a_step_where_nothing_passes_is_the_bottleneck_whatever_the_others(
    steps: list[tuple[float, float]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(steps) - 1))
    rates, targets = rates_and_targets(steps)
    rates[place] = 0.0
    assert bottleneck(rates, targets) == place


@given(RATE, RATE, st.integers(2, 8))
def test_the_earliest_of_equally_short_steps_is_the_bottleneck(
    rate: float, target: float, count: int
) -> None:
    assume(log(target / rate) > 1e-6)
    assert bottleneck([rate] * count, [target] * count) == 0
