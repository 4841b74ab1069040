"""Laws of contributions: they add up to the change, turn with time, and agree with their definitions."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from math import fsum, isclose, log, prod

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpixl.domain.contribution import MOST_SHAPLEY_FACTORS, _gauss_legendre, lmdi, shapley

Method = Callable[[list[float], list[float]], tuple[float, ...]]

METHODS = pytest.mark.parametrize("method", [lmdi, shapley])
FACTOR = st.floats(1e-3, 1e3)
FACTOR_OR_ZERO = st.one_of(st.just(0.0), FACTOR)
CHANGES = st.lists(st.tuples(FACTOR, FACTOR), min_size=1, max_size=8)
CHANGES_WITH_ZEROS = st.lists(st.tuples(FACTOR_OR_ZERO, FACTOR_OR_ZERO), min_size=1, max_size=8)


def sides(changes: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [before for before, _ in changes], [after for _, after in changes]


def largest(values: tuple[float, ...]) -> float:
    return max(map(abs, values))


@METHODS
@given(changes=CHANGES_WITH_ZEROS)
def test_contributions_add_up_to_the_change_of_the_product(
    method: Method, changes: list[tuple[float, float]]
) -> None:
    before, after = sides(changes)
    parts = method(before, after)
    scale = max(prod(before), prod(after), largest(parts))
    assert isclose(fsum(parts), prod(after) - prod(before), rel_tol=1e-9, abs_tol=1e-11 * scale)


@METHODS
@given(changes=CHANGES_WITH_ZEROS)
def test_contributions_change_sign_when_time_is_reversed(
    method: Method, changes: list[tuple[float, float]]
) -> None:
    before, after = sides(changes)
    there, back = method(before, after), method(after, before)
    for part, reverse in zip(there, back, strict=True):
        assert isclose(part, -reverse, rel_tol=1e-9, abs_tol=1e-12 * largest(there))


@METHODS
@given(changes=CHANGES_WITH_ZEROS, seed=st.permutations(range(8)))
def test_the_order_of_the_factors_does_not_matter(
    method: Method, changes: list[tuple[float, float]], seed: list[int]
) -> None:
    order = [place for place in seed if place < len(changes)]
    parts = method(*sides(changes))
    shuffled = method(*sides([changes[place] for place in order]))
    for place, part in zip(order, shuffled, strict=True):
        assert isclose(part, parts[place], rel_tol=1e-9, abs_tol=1e-12 * largest(parts))


@METHODS
@given(changes=CHANGES, factor=FACTOR)
def test_a_factor_that_stays_contributes_nothing_and_scales_the_others(
    method: Method, changes: list[tuple[float, float]], factor: float
) -> None:
    parts = method(*sides(changes))
    longer = method(*sides([*changes, (factor, factor)]))
    assert longer[-1] == 0
    for part, scaled in zip(parts, longer, strict=False):
        assert isclose(part * factor, scaled, rel_tol=1e-9, abs_tol=1e-12 * factor * largest(parts))


@METHODS
@given(changes=CHANGES)
def test_a_factor_that_grows_adds_and_one_that_falls_takes(
    method: Method, changes: list[tuple[float, float]]
) -> None:
    for part, (before, after) in zip(method(*sides(changes)), changes, strict=True):
        assert (part > 0) == (after > before)
        assert (part < 0) == (after < before)


@settings(max_examples=50)
@given(st.lists(st.tuples(FACTOR_OR_ZERO, FACTOR_OR_ZERO), min_size=1, max_size=5))
def test_shapley_is_the_mean_over_every_order_of_change(changes: list[tuple[float, float]]) -> None:
    before, after = sides(changes)
    sums = [0.0] * len(changes)
    orders = list(permutations(range(len(changes))))
    for order in orders:
        now = list(before)
        for place in order:
            others = prod(now[:place] + now[place + 1 :])
            sums[place] += (after[place] - before[place]) * others
            now[place] = after[place]
    expected = tuple(total / len(orders) for total in sums)
    for part, mean in zip(shapley(before, after), expected, strict=True):
        assert isclose(part, mean, rel_tol=1e-9, abs_tol=1e-12 * largest(expected))


@given(CHANGES)
def test_lmdi_is_the_logarithmic_mean_times_the_logarithm_of_each_factor(
    changes: list[tuple[float, float]],
) -> None:
    before, after = sides(changes)
    old, new = prod(before), prod(after)
    if abs(log(new / old)) > 1e-3:  # nearer than that this form of the mean loses its digits
        mean = (new - old) / log(new / old)
        for part, (earlier, later) in zip(lmdi(before, after), changes, strict=True):
            assert isclose(part, mean * log(later / earlier), rel_tol=1e-9, abs_tol=1e-12 * mean)


@given(CHANGES_WITH_ZEROS)
def test_lmdi_with_zeros_is_what_ever_smaller_numbers_tend_to(changes: list[tuple[float, float]]) -> None:
    before, after = sides(changes)
    limit = lmdi(before, after)
    scale = max(prod(before), prod(after), 1e-300)
    distances = []
    for exponent in (-20, -200):
        tiny = 10.0**exponent
        parts = lmdi([value or tiny for value in before], [value or tiny for value in after])
        distances.append(max(abs(part - target) for part, target in zip(parts, limit, strict=True)))
    # the distance falls as the inverse of the tiny number's logarithm: ten times the digits, a tenth of it
    assert distances[1] <= 0.2 * distances[0] + 1e-9 * scale


@METHODS
def test_a_hundred_factors_add_up_too(method: Method) -> None:
    before = [1 + place / 100 for place in range(MOST_SHAPLEY_FACTORS)]
    after = [value * (1.05 if place % 2 else 0.96) for place, value in enumerate(before)]
    assert isclose(fsum(method(before, after)), prod(after) - prod(before), rel_tol=1e-9)


def test_lmdi_of_ten_thousand_factors_adds_up() -> None:
    before = [1.0] * 10_000
    after = [1 + (place % 7 - 3) * 1e-4 for place in range(10_000)]
    assert isclose(fsum(lmdi(before, after)), prod(after) - 1, rel_tol=1e-9)


@pytest.mark.parametrize("points", [1, 2, 3, 7, 20, 50])
def test_the_quadrature_has_the_places_and_weights_of_numpy(points: int) -> None:
    places, weights = numpy.polynomial.legendre.leggauss(points)
    expected = sorted(zip((places + 1) / 2, weights / 2, strict=True))
    numpy.testing.assert_allclose(sorted(_gauss_legendre(points)), expected, rtol=0, atol=1e-13)
