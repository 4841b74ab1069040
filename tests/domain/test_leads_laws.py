"""Laws of scores, of lead times (against numpy) and of matured rates."""

from __future__ import annotations

from math import isclose

import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpixl.domain import leads
from kpixl.errors import NotEnoughData

WORDS = st.text("abcdef", min_size=1, max_size=3)
POINTS = st.integers(-50, 50).map(float)
RULES = st.dictionaries(WORDS, POINTS, min_size=1, max_size=8)
DAY = st.integers(40_000, 47_000).map(float)
LASTING = st.one_of(st.none(), st.integers(0, 400).map(float))
ENTRIES = st.lists(st.tuples(DAY, LASTING), min_size=1, max_size=40)
WINDOW = st.integers(0, 400).map(float)


def dates(entries: list[tuple[float, float | None]]) -> tuple[list[float], list[float | None]]:
    return [day for day, _ in entries], [None if days is None else day + days for day, days in entries]


@given(RULES, st.lists(WORDS, max_size=10), st.floats(0, 200))
def test_a_score_is_the_sum_of_what_is_present_up_to_the_cap(
    rules: dict[str, float], present: list[str], cap: float
) -> None:
    total = sum(points for rule, points in rules.items() if rule in present)
    assert leads.score(present, list(rules), list(rules.values()), cap) == min(cap, total)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=50))
def test_a_quality_weighted_count_is_number_times_mean_quality(scores: list[float]) -> None:
    count = leads.quality_weighted_count(scores, 100.0)
    assert 0 <= count <= len(scores) * (1 + 1e-12)
    assert isclose(count, len(scores) * float(numpy.mean(scores)) / 100, rel_tol=1e-9, abs_tol=1e-9)


@given(ENTRIES)
def test_lead_times_agree_with_numpy(entries: list[tuple[float, float | None]]) -> None:
    finished = [days for _, days in entries if days is not None]
    assume(finished)
    starts, ends = dates(entries)
    assert isclose(leads.lead_time(starts, ends, "mean"), numpy.mean(finished), rel_tol=1e-12)
    assert isclose(leads.lead_time(starts, ends, "median"), numpy.median(finished), rel_tol=1e-12)
    assert isclose(leads.lead_time(starts, ends, "p90"), numpy.percentile(finished, 90), rel_tol=1e-12)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60), st.floats(0, 1))
def test_a_percentile_agrees_with_numpy(values: list[float], share: float) -> None:
    expected = float(numpy.percentile(values, share * 100))
    assert isclose(leads.percentile(values, share), expected, rel_tol=1e-6, abs_tol=1e-6)


@given(ENTRIES, DAY, WINDOW)
def test_a_matured_rate_counts_the_entries_one_by_one(
    entries: list[tuple[float, float | None]], as_of: float, window: float
) -> None:
    mature = [days for day, days in entries if day + window <= as_of]
    if not mature:
        with pytest.raises(NotEnoughData):
            leads.mature_rate(*dates(entries), as_of, window)
        return
    found = leads.mature_rate(*dates(entries), as_of, window)
    within = [days for days in mature if days is not None and days <= window]
    assert (found.mature, found.rate) == (len(mature), len(within) / len(mature))


@given(ENTRIES, WINDOW, st.integers(0, 1000))
def test_what_happens_after_its_window_never_changes_the_rate_of_an_entry(
    entries: list[tuple[float, float | None]], window: float, later: int
) -> None:
    entered, converted = dates(entries)
    day = max(entered) + window
    assert leads.mature_rate(entered, converted, day, window) == leads.mature_rate(
        entered, converted, day + later, window
    )
