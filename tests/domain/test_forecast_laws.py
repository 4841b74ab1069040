"""Laws of the forecast, and its numbers against the textbook formulas in numpy."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import norm

from kpixl.domain.forecast import seasonal_forecast
from kpixl.errors import NotEnoughData

VALUES = st.integers(-1000, 1000)
SERIES = st.lists(VALUES, min_size=3, max_size=40)
PERIODS = st.integers(1, 30)
SEASONS = st.integers(1, 13)


@given(SERIES, PERIODS, SEASONS)
def test_the_forecast_follows_the_textbook(series: list[int], periods: int, season: int) -> None:
    values = np.array(series, dtype=float)
    lag = season if len(series) >= 2 * season else 1
    steps = values[lag:] - values[:-lag]
    scale = norm.ppf(0.9) * np.std(steps, ddof=1)
    expected = []
    for ahead in range(1, periods + 1):
        seasons = -(-ahead // lag)
        centre = values[len(values) - lag + (ahead - 1) % lag] + seasons * np.mean(steps)
        width = scale * np.sqrt(seasons * (1 + seasons / len(steps)))
        expected.append((centre, centre - width, centre + width))
    found = seasonal_forecast(series, periods, season)
    assert np.array(found) == pytest.approx(np.array(expected), rel=1e-9, abs=1e-6)


@given(st.integers(1, 12), st.integers(2, 5), PERIODS, st.integers(-50, 50), st.data())
def test_a_season_that_repeats_with_a_trend_goes_on_exactly_with_a_closed_band(
    season: int, seasons: int, periods: int, drift: int, data: st.DataObject
) -> None:
    shape = data.draw(st.lists(VALUES, min_size=season, max_size=season))
    whole = [shape[place % season] + drift * (place // season) for place in range(season * seasons + periods)]
    known = whole[: season * seasons]
    assume(len(known) >= 3)
    for found, true in zip(seasonal_forecast(known, periods, season), whole[len(known) :], strict=True):
        assert found == pytest.approx((true, true, true), abs=1e-9)


@given(SERIES, PERIODS, SEASONS)
def test_the_band_encloses_the_forecast_and_never_narrows(
    series: list[int], periods: int, season: int
) -> None:
    forecasts = seasonal_forecast(series, periods, season)
    assert len(forecasts) == periods
    assert all(low <= centre <= high for centre, low, high in forecasts)
    widths = [high - low for _, low, high in forecasts]
    assert all(after >= before - 1e-9 for before, after in pairwise(widths))


@given(SERIES, PERIODS, SEASONS, st.integers(-1000, 1000))
def test_a_shift_of_the_series_shifts_the_forecast(
    series: list[int], periods: int, season: int, shift: int
) -> None:
    moved = np.array(seasonal_forecast([value + shift for value in series], periods, season))
    assert moved == pytest.approx(np.array(seasonal_forecast(series, periods, season)) + shift, abs=1e-6)


@given(SERIES, st.integers(2, 100))
def test_with_less_than_two_seasons_the_season_does_not_matter(series: list[int], more: int) -> None:
    too_long = len(series) // 2 + more
    assert seasonal_forecast(series, 5, too_long) == seasonal_forecast(series, 5, 1)


@given(st.lists(VALUES, max_size=2), PERIODS, SEASONS)
def test_fewer_than_three_points_are_too_few(series: list[int], periods: int, season: int) -> None:
    with pytest.raises(NotEnoughData):
        seasonal_forecast(series, periods, season)
