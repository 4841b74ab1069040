"""The gamma function's logarithm and derivatives against scipy."""

from __future__ import annotations

import cmath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import loggamma, polygamma, psi

from kpixl.domain.gamma import digamma, log_gamma_ratio, trigamma


@settings(deadline=None, max_examples=300)
@given(st.floats(0.01, 300), st.floats(0.01, 300), st.floats(-300, 300))
def test_the_ratio_is_the_difference_of_the_logarithms(x: float, end: float, imaginary: float) -> None:
    step = complex(end - x, imaginary)
    expected = cmath.exp(complex(loggamma(x + step) - loggamma(x)) - log_gamma_ratio(x, step))
    assert abs(expected - 1) < 1e-9


@settings(deadline=None)
@given(st.floats(1e8, 1e12), st.integers(1, 40))
def test_the_ratio_keeps_its_digits_where_the_logarithms_would_lose_them(x: float, steps: int) -> None:
    product = sum(cmath.log(x + step).real for step in range(steps))
    assert log_gamma_ratio(x, complex(steps)).real == pytest.approx(product, rel=1e-13)


@settings(deadline=None, max_examples=200)
@given(st.floats(0.001, 1e6))
def test_the_derivatives_are_those_of_scipy(x: float) -> None:
    assert digamma(x) == pytest.approx(float(psi(x)), rel=1e-12, abs=1e-13)
    assert trigamma(x) == pytest.approx(float(polygamma(1, x)), rel=1e-12)
