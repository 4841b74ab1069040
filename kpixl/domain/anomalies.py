"""Which values of a series stand out, judged by the series itself and not by the outliers in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import frexp, fsum, ldexp

from kpixl.errors import NotEnoughData, OutOfDomain

FEWEST_POINTS = 3
USUAL_SCORE = 3.5  # a value whose score lies beyond it, on either side, is an anomaly
MAD_TO_SIGMA = 0.6745  # as published, for the median absolute deviation of a normal distribution
MEAN_DEVIATION_TO_SIGMA = 1.253314
ROUNDING = 1e-12  # deviations below this share of the largest value are rounding, not data


def modified_z_scores(series: Sequence[float], season: float) -> tuple[float | None, ...]:
    """Modified z score of each value: 0.6745 (x − median) / MAD; beyond ±3.5 it is an anomaly.

    With a season (12 for months of a year) the differences from one season before are scored, and the
    first season's values, which have none, are None. Where the median absolute deviation is 0 the mean
    one takes its place, (x − median) / (1.253314 × mean |x − median|); where that is 0 too all scores
    are 0. Raises `NotEnoughData` for fewer than three values or differences, `OutOfDomain` for a season
    with a fraction. Source: Iglewicz and Hoaglin 1993.
    """
    if season != int(season):
        raise OutOfDomain("function.monitor_not_whole", argument="season", value=season)
    lag = int(season)
    if len(series) - lag < FEWEST_POINTS:
        raise NotEnoughData("function.series_too_short", needed=FEWEST_POINTS + lag, given=len(series))
    exponent = frexp(max(abs(value) for value in series))[1]
    scaled = [ldexp(value, -exponent) for value in series]  # by a power of two: exact, never too large
    if lag == 0:
        return _scores(scaled)
    return (None,) * lag + _scores([value - before for before, value in zip(scaled, scaled[lag:])])


def _scores(values: Sequence[float]) -> tuple[float, ...]:
    """Scores of values whose size is at most 2, so that `ROUNDING` is a share of the largest."""
    centre = _median(values)
    deviations = [value - centre for value in values]
    sizes = [abs(deviation) for deviation in deviations]
    typical = _median(sizes)
    if typical > ROUNDING:
        return tuple(MAD_TO_SIGMA * deviation / typical for deviation in deviations)
    if max(sizes) <= ROUNDING:
        return (0.0,) * len(values)
    mean = fsum(sizes) / len(sizes)
    return tuple(deviation / (MEAN_DEVIATION_TO_SIGMA * mean) for deviation in deviations)


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
