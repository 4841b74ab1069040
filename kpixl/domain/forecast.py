"""The next periods of a series: last season again, shifted by the trend, with a band."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, hypot, sqrt
from typing import NamedTuple

from kpixl.domain.intervals import normal_quantile
from kpixl.errors import NotEnoughData, OutOfDomain

FEWEST_POINTS = 3
BAND_LEVEL = 0.8


class Forecast(NamedTuple):
    """One period to come: the forecast, and the band it should lie in eight times out of ten."""

    forecast: float
    low: float
    high: float


def seasonal_forecast(series: Sequence[float], periods: float, season: float) -> tuple[Forecast, ...]:
    """Seasonal naive forecast with drift, and its 80 % band, for each of the periods to come.

    Period h repeats the value of its place in the last season, plus the drift once for each season
    between; the drift is the mean change over a season. With m the season, n the length, s the standard
    deviation of what this rule would have missed in the past and k = ⌈h/m⌉, the band is
    ± z₀.₉ s √(k (1 + k/(n − m))). With fewer than two seasons of data m is 1: the last value plus drift.
    The band may reach below 0. Raises `NotEnoughData` for fewer than three points, `OutOfDomain` where
    periods or season have a fraction. Source: Hyndman and Athanasopoulos, Forecasting: Principles and
    Practice, seasonal naive and drift methods and their intervals.
    """
    for argument, value in (("periods", periods), ("season", season)):
        if value != int(value):
            raise OutOfDomain("function.monitor_not_whole", argument=argument, value=value)
    length = len(series)
    if length < FEWEST_POINTS:
        raise NotEnoughData("function.series_too_short", needed=FEWEST_POINTS, given=length)
    m = int(season) if length >= 2 * season else 1
    pairs = length - m
    drift = (fsum(series[-m:]) - fsum(series[:m])) / pairs
    misses = (value - (before + drift) for before, value in zip(series, series[m:]))
    deviation = hypot(*misses) / sqrt(pairs - 1)
    z = normal_quantile(0.5 + BAND_LEVEL / 2)
    forecasts = []
    for ahead in range(int(periods)):
        seasons = ahead // m + 1
        centre = series[length - m + ahead % m] + drift * seasons
        half_width = z * deviation * sqrt(seasons * (1 + seasons / pairs))
        forecasts.append(Forecast(centre, centre - half_width, centre + half_width))
    return tuple(forecasts)
