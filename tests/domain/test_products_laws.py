"""Laws of products: exact at the ends of the number range, where the plain operators give up."""

from __future__ import annotations

from fractions import Fraction
from math import inf, isclose, log, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpixl.domain.products import log_ratio, product, products_of_others
from kpixl.errors import OutOfDomain

FACTORS = st.lists(st.floats(1e-3, 1e3), min_size=1, max_size=8)
ANY_POSITIVE = st.floats(1e-300, 1e300)


@given(st.lists(ANY_POSITIVE, min_size=1, max_size=8))
def test_a_product_is_the_exact_one_whatever_happens_on_the_way(factors: list[float]) -> None:
    exact = prod(map(Fraction, factors))
    if exact > Fraction(1.7e308):
        with pytest.raises(OutOfDomain):
            product([*factors, 2.0])
    elif exact > Fraction(1e-300):
        assert isclose(product(factors), float(exact), rel_tol=1e-12)


@given(FACTORS, st.integers(0, 7))
def test_the_product_of_the_others_leaves_out_one_factor_only(factors: list[float], place: int) -> None:
    place %= len(factors)
    factors[place] = 0.0
    others = products_of_others(factors)
    assert isclose(others[place], prod(factors[:place] + factors[place + 1 :]), rel_tol=1e-12)
    assert [value for other, value in enumerate(others) if other != place] == [0.0] * (len(factors) - 1)


@given(ANY_POSITIVE, ANY_POSITIVE)
def test_a_logarithm_of_a_ratio_turns_its_sign_with_the_ratio(after: float, before: float) -> None:
    assert isclose(log_ratio(after, before), -log_ratio(before, after), rel_tol=1e-9, abs_tol=1e-300)
    assert isclose(log_ratio(after, before), log(after) - log(before), rel_tol=1e-9, abs_tol=1e-12)


def test_a_logarithm_of_a_ratio_is_precise_where_the_values_hardly_differ() -> None:
    assert isclose(log_ratio(1 + 2**-40, 1.0), 2**-40, rel_tol=1e-11)


def test_beside_a_zero_the_logarithm_is_infinite_and_between_zeros_nothing() -> None:
    assert [log_ratio(1, 0), log_ratio(0, 1), log_ratio(0, 0)] == [inf, -inf, 0]
