"""Records of what happened, what a source of them speaks for, and the words they may use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Record(NamedTuple):
    """One row of a planner's actuals."""

    day: date
    metric: str  # as the workbook calls it: the name of a stage or of a management metric
    channel: str  # as the workbook calls it; empty: none
    value: float  # a count, or what a management metric measured


@dataclass(frozen=True)
class Coverage:
    """A source speaks for these days of a metric: what it does not say there did not happen."""

    metric: str
    first: date
    last: date
    channels: frozenset[str] | None  # empty text: records without a channel; None: every channel


@dataclass(frozen=True)
class Vocabulary:
    """The words that a workbook's records may use."""

    stages: tuple[str, ...]  # names of the stages, top first
    metrics: tuple[str, ...]  # every metric that can be recorded, the stages among them
    channels: tuple[str, ...]
