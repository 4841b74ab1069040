"""Laws of splitting a total: nothing is lost, nobody is short by a whole unit, ties go to the earlier."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpixl.domain import targets

TOTALS = st.integers(0, 10**12)
WEIGHTS = st.lists(
    st.integers(0, 100).map(float) | st.decimals(0, 10, places=2).map(float) | st.floats(0, 1e6),
    min_size=1,
    max_size=24,
)


def quotas(total: int, weights: list[float]) -> list[Fraction]:
    """The exact shares, weights taken as they are typed."""
    typed = [Fraction(str(weight)) for weight in weights]
    return [total * weight / sum(typed) for weight in typed]


@given(TOTALS, WEIGHTS)
def test_whole_parts_add_up_exactly_and_each_is_less_than_one_from_its_quota(
    total: int, weights: list[float]
) -> None:
    assume(any(weights))
    parts = targets.split(float(total), weights, "whole")
    assert all(part.is_integer() and part >= 0 for part in parts)
    assert sum(int(part) for part in parts) == total
    for part, quota in zip(parts, quotas(total, weights), strict=True):
        assert abs(int(part) - quota) < 1


@given(TOTALS, WEIGHTS)
def test_a_unit_goes_to_a_larger_remainder_first_and_to_the_earlier_of_equals(
    total: int, weights: list[float]
) -> None:
    assume(any(weights))
    parts = targets.split(float(total), weights, "whole")
    exact = quotas(total, weights)
    remainders = [quota - quota.__floor__() for quota in exact]
    rounded_up = [int(part) > quota.__floor__() for part, quota in zip(parts, exact, strict=True)]
    for earlier in range(len(weights)):
        for later in range(earlier + 1, len(weights)):
            if remainders[earlier] >= remainders[later]:
                assert rounded_up[earlier] >= rounded_up[later]
            else:
                assert rounded_up[earlier] <= rounded_up[later]


@given(
    TOTALS, st.lists(st.sampled_from([1, 2, 3, 7]), min_size=1, max_size=12), st.sampled_from([0.1, 0.01, 10])
)
def test_weights_in_another_unit_split_alike(total: int, weights: list[int], unit: float) -> None:
    plain = targets.split(float(total), [float(weight) for weight in weights], "whole")
    decimal = [float(Fraction(weight) * Fraction(str(unit))) for weight in weights]
    assert targets.split(float(total), decimal, "whole") == plain


@given(st.floats(0, 1e9), WEIGHTS)
def test_exact_parts_are_proportional_and_add_up(total: float, weights: list[float]) -> None:
    assume(any(weights))
    parts = targets.split(total, weights, "exact")
    assert sum(parts) == pytest.approx(total, rel=1e-12)
    whole = sum(Fraction(weight) for weight in weights)
    shares = [float(Fraction(weight) / whole) * total for weight in weights]
    assert parts == pytest.approx(shares, rel=1e-12)


@pytest.mark.parametrize("parts", range(1, 8))
def test_equal_weights_give_the_left_over_units_to_the_first(parts: int) -> None:
    for total in range(30):
        each, left_over = divmod(total, parts)
        expected = (each + 1.0,) * left_over + (float(each),) * (parts - left_over)
        assert targets.split(float(total), [0.1] * parts, "whole") == expected
