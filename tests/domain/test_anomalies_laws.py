"""Laws of the modified z score, and the score against numpy and scipy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import median_abs_deviation

from kpixl.domain.anomalies import modified_z_scores
from kpixl.errors import NotEnoughData

WHOLE_SERIES = st.lists(st.integers(-1000, 1000), min_size=3, max_size=30)


@given(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=30))
def test_the_scores_are_those_of_scipys_median_deviation(series: list[float]) -> None:
    deviation = median_abs_deviation(series)
    assume(deviation > 1e-9 * max(map(abs, series)))
    expected = 0.6745 * (np.array(series) - np.median(series)) / deviation
    assert modified_z_scores(series, 0) == pytest.approx(tuple(expected), rel=1e-9, abs=1e-9)


@given(st.lists(st.integers(-1000, 1000), min_size=1, max_size=9), st.integers(-1000, 1000))
def test_where_most_values_are_equal_the_mean_deviation_decides(others: list[int], usual: int) -> None:
    series = [*others, *[usual] * (len(others) + 2)]
    mean = np.mean(np.abs(np.array(series) - usual))
    expected = (np.array(series) - usual) / (1.253314 * mean) if mean else np.zeros(len(series))
    assert modified_z_scores(series, 0) == pytest.approx(tuple(expected), rel=1e-9, abs=1e-12)


@given(st.floats(-1e300, 1e300), st.integers(3, 30), st.integers(0, 4))
def test_a_constant_series_has_no_anomaly(value: float, length: int, season: int) -> None:
    scores = modified_z_scores([value] * (length + season), season)
    assert scores == (None,) * season + (0.0,) * length


@given(WHOLE_SERIES, st.sampled_from([2.0**-900, 0.125, 1024.0, 2.0**900]))
def test_the_unit_does_not_matter(series: list[int], scale: float) -> None:
    assert modified_z_scores([value * scale for value in series], 0) == modified_z_scores(series, 0)


@given(WHOLE_SERIES, st.integers(-1000, 1000))
def test_only_distances_from_the_median_matter(series: list[int], shift: int) -> None:
    moved = modified_z_scores([value + shift for value in series], 0)
    assert moved == pytest.approx(modified_z_scores(series, 0), rel=1e-9, abs=1e-9)


@given(st.integers(1, 12), WHOLE_SERIES, st.data())
def test_with_a_season_the_differences_from_a_season_before_are_scored(
    season: int, steps: list[int], data: st.DataObject
) -> None:
    series = data.draw(st.lists(st.integers(-1000, 1000), min_size=season, max_size=season))
    for step in steps:
        series.append(series[-season] + step)
    scores = modified_z_scores(series, season)
    assert scores[:season] == (None,) * season
    assert scores[season:] == pytest.approx(modified_z_scores(steps, 0), rel=1e-9, abs=1e-9)


@given(st.integers(0, 12), st.integers(0, 2))
def test_fewer_than_three_values_or_differences_are_too_few(season: int, values: int) -> None:
    with pytest.raises(NotEnoughData):
        modified_z_scores([1.0] * (season + values), season)
