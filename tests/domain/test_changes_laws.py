"""Laws of relative changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpixl.domain.changes import calls_for_analysis, relative_change

COUNTS = st.floats(0.01, 1e9)


@given(COUNTS, COUNTS)
def test_the_change_leads_from_the_one_count_to_the_other(current: float, previous: float) -> None:
    assert previous * (1 + relative_change(current, previous)) == pytest.approx(
        current, rel=1e-9, abs=previous * 1e-12
    )


@given(st.floats(-1e9, 1e9), st.floats(-1e9, -0.01) | COUNTS)
def test_a_rise_is_positive_whatever_the_sign_of_the_value_before(current: float, previous: float) -> None:
    change = relative_change(current, previous)
    assert (change > 0, change < 0) == (current > previous, current < previous)


@given(st.integers(1, 10**6), st.integers(1, 300))
def test_a_change_of_exactly_the_threshold_calls_for_an_analysis(previous: int, percent: int) -> None:
    threshold = percent / 100
    up = previous * (1 + threshold)
    assert calls_for_analysis(up, previous, threshold, 0)
    assert not calls_for_analysis(up - previous * 1e-6, previous, threshold, 0)


@given(COUNTS, COUNTS, st.floats(0.01, 3), COUNTS)
def test_too_few_counts_never_call_for_an_analysis(
    current: float, previous: float, threshold: float, more: float
) -> None:
    assert not calls_for_analysis(current, previous, threshold, min(current, previous) + more)
