"""The four alert levels on the pace to date."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Literal

from kpixl.domain.noise import reaches
from kpixl.domain.pacing import achievement
from kpixl.errors import NotEnoughData, OutOfDomain, WrongArgument


class AlertLevel(IntEnum):
    """How grave it is; 達成, 注意, 警戒, 危機 in Japanese."""

    ON_TRACK = 0
    CAUTION = 1
    WARNING = 2
    CRITICAL = 3


DEFAULT_THRESHOLDS = (1.0, 0.8, 0.7)


def alert_level(
    actual: float,
    target: float,
    elapsed_share: float,
    direction: Literal["higher", "lower"],
    thresholds: Sequence[float],
) -> AlertLevel:
    """The level of the pace to date: at or above 1 on track, then 0.8 caution, 0.7 warning, else critical.

    Bands are half-open and compared unrounded. An actual of 0 where lower is better cannot be better,
    so it is on track. Raises `NotEnoughData` when nothing of the period has elapsed.
    """
    if len(thresholds) != 3:
        raise WrongArgument("function.thresholds_three", given=len(thresholds))
    if not thresholds[0] > thresholds[1] > thresholds[2]:
        raise OutOfDomain("function.thresholds_descending")
    if elapsed_share == 0:
        raise NotEnoughData("function.nothing_elapsed")
    if direction == "lower" and actual == 0:
        return AlertLevel.ON_TRACK
    pace = achievement(actual, target * elapsed_share, direction)
    for level, threshold in zip(AlertLevel, thresholds):
        if reaches(pace, threshold):
            return level
    return AlertLevel.CRITICAL
