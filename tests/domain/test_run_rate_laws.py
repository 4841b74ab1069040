"""Laws of the run rate and the landing: each undoes what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpixl.domain.pacing import landing, pacing_index, run_rate

AMOUNTS = st.floats(-1e6, 1e9)
TARGETS = st.floats(0.01, 1e9)


@given(AMOUNTS, TARGETS, st.floats(0.01, 1000))
def test_the_run_rate_kept_up_reaches_the_target_exactly(
    actual: float, target: float, remaining: float
) -> None:
    rate = run_rate(actual, target, remaining)
    assert rate >= 0
    assert actual + rate * remaining == pytest.approx(max(actual, target), rel=1e-9, abs=1e-6)


@given(AMOUNTS, TARGETS, st.floats(0.01, 1))
def test_the_landing_against_the_target_is_the_pacing_index(
    actual: float, target: float, elapsed: float
) -> None:
    assert landing(actual, elapsed) / target == pytest.approx(pacing_index(actual, target, elapsed), rel=1e-9)


@given(AMOUNTS)
def test_at_the_end_of_the_period_the_landing_is_the_actual(actual: float) -> None:
    assert landing(actual, 1) == actual
