"""A record of what happened: how much of a metric on a day, through a channel."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Record(NamedTuple):
    """One row of a planner's actuals."""

    day: date
    metric: str  # as the workbook calls it: the name of a stage or of a management metric
    channel: str  # as the workbook calls it; empty: none
    value: float  # a count, or what a management metric measured
