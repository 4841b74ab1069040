"""Laws of the required rate, the recommended target, the capacity and growth in words."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import kpixl
from kpixl.domain.capacity import fit
from kpixl.domain.funnel import forward, required_rate
from kpixl.domain.growth import growth_factor
from kpixl.domain.targets import recommendation
from kpixl.errors import OutOfDomain, WrongArgument
from kpixl.functions.values import CellError

RATES = st.lists(st.floats(0.01, 1), min_size=1, max_size=6)
AMOUNTS = st.floats(0, 1e9)


@settings(deadline=None)
@given(st.floats(1, 1e6), RATES, st.data())
def test_the_required_rate_reaches_the_goal_when_it_stands_in_its_step(
    top: float, rates: list[float], data: st.DataObject
) -> None:
    step = data.draw(st.integers(1, len(rates)))
    goal = data.draw(st.floats(0, 2)) * forward(top, rates, "exact")[-1]
    try:
        rate = required_rate(goal, top, rates, step)
    except OutOfDomain:
        best = [*rates[: step - 1], 1.0, *rates[step:]]
        assert forward(top, best, "exact")[-1] < goal
        return
    changed = [*rates[: step - 1], rate, *rates[step:]]
    assert forward(top, changed, "exact")[-1] == pytest.approx(goal, rel=1e-8)


@given(AMOUNTS, st.floats(0, 5), AMOUNTS | st.none(), AMOUNTS | st.none())
def test_the_recommended_target_is_ambitious_but_never_above_the_ceiling(
    past: float, factor: float, benchmark: float | None, ceiling: float | None
) -> None:
    basis = recommendation(past, factor, benchmark, ceiling)
    limit = inf if ceiling is None else ceiling
    assert basis.recommended <= limit
    assert basis.recommended in (past * factor, benchmark, ceiling)
    assert basis.recommended >= min(limit, past * factor)
    assert basis.recommended >= min(limit, benchmark or 0)


@settings(deadline=None)
@given(st.lists(st.tuples(AMOUNTS, AMOUNTS | st.none()), min_size=1, max_size=9))
def test_the_share_that_fits_keeps_every_stage_within_its_capacity(
    stages: list[tuple[float, float | None]],
) -> None:
    volumes, capacities = zip(*stages)
    assume(all(volume == 0 or volume > 1e-6 for volume in volumes))
    found = fit(volumes, capacities)
    assert 0 <= found.share <= 1
    for volume, capacity in stages:
        assert capacity is None or volume * found.share <= capacity * (1 + 1e-8) + 1e-12
    if found.binding is None:
        assert found.share == 1
    else:
        binding = capacities[found.binding]
        assert binding is not None
        assert volumes[found.binding] * found.share == pytest.approx(binding)


PERCENTAGES = st.integers(1, 999)


@given(PERCENTAGES)
def test_a_comparison_is_a_ratio_and_a_change_is_added_to_one(percentage: int) -> None:
    assert growth_factor(f"前年比{percentage}%") == pytest.approx(percentage / 100, rel=1e-15)
    assert growth_factor(f"{percentage}%増") == pytest.approx(1 + percentage / 100, rel=1e-15)
    assert growth_factor(f"up {percentage}%") == growth_factor(f"+{percentage}%")
    assert growth_factor(f"{percentage}倍") == percentage


@given(PERCENTAGES)
def test_full_width_text_means_what_half_width_text_means(percentage: int) -> None:
    wide = f"前年比{percentage}%".translate({ord(half): ord(half) + 0xFEE0 for half in "0123456789%"})
    assert growth_factor(wide) == growth_factor(f"前年比{percentage}%")


@given(st.integers(101, 999))
def test_a_mix_that_can_be_read_both_ways_names_both_readings(percentage: int) -> None:
    with pytest.raises(WrongArgument) as refused:
        growth_factor(f"前月比{percentage}%増加")
    readings = dict(refused.value.message.values)
    assert readings["first"] == growth_factor(f"前月比{percentage}%")
    assert readings["second"] == growth_factor(f"{percentage}%増加")


@settings(max_examples=500)
@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789%+-▲×倍割増減に比の",
                "前年",
                "前年比",
                "成長",
                "ポイント",
                "up ",
                "down ",
                "of last year",
                "x",
                " ",
            ]
        ),
        max_size=9,
    ).map("".join)
    | st.text(max_size=30)
)
def test_any_text_is_a_factor_that_is_not_negative_or_refused_in_both_languages(text: str) -> None:
    result = kpixl.call("KPI_GROWTH_FACTOR", text)
    if isinstance(result, CellError):
        assert result.reason is not None
        assert result.reason.id.startswith(("function.growth_", "argument.blank"))
        assert result.explanation("ja") != result.explanation("en")
    else:
        assert result >= 0
