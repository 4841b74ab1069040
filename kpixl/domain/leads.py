"""Leads: what one is worth, how long they take, and how many of them convert."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import floor, fsum
from typing import Literal

from kpixl.domain.lengths import refuse_different_lengths
from kpixl.domain.noise import reaches
from kpixl.errors import NotEnoughData, OutOfDomain, WrongArgument


def score(present: Collection[str], rules: Sequence[str], points: Sequence[float], cap: float) -> float:
    """The points of the rules whose attribute is present, added up, at most the cap.

    An attribute without a rule counts nothing, one that is present twice counts once. Points below 0
    take away, and the score itself may fall below 0.

    Raises `WrongArgument` when rules and points differ in number or a rule stands there twice.
    """
    refuse_different_lengths(rules=rules, points=points)
    rule, times = Counter(rules).most_common(1)[0]
    if times > 1:
        raise WrongArgument("function.rule_twice", rule=rule)
    attributes = frozenset(present)
    return min(cap, fsum(worth for attribute, worth in zip(rules, points) if attribute in attributes))


def quality_weighted_count(scores: Sequence[float], full: float) -> float:
    """How many full leads the leads are worth together: the sum of score / full score.

    Scores are 0 or more. Raises `OutOfDomain` for a score above the full one.
    """
    for position, value in enumerate(scores, 1):
        if value > full:
            raise OutOfDomain("function.score_above_full", position=position, score=value, full=full)
    return fsum(value / full for value in scores)


def lead_time(
    starts: Sequence[float | None], ends: Sequence[float | None], stat: Literal["mean", "median", "p90"]
) -> float:
    """Mean, median or 90th percentile of the days from start to end, both serial numbers.

    Pairs that lack a start or an end are not finished and left out. Percentiles interpolate linearly between
    the neighbouring ranks, rank 1 + share × (n − 1), as PERCENTILE.INC does.

    Raises `OutOfDomain` where an end lies before its start, `NotEnoughData` where no pair is finished.
    """
    durations = [duration for duration in _durations(starts, ends) if duration is not None]
    if not durations:
        raise NotEnoughData("function.no_finished_pair")
    if stat == "mean":
        return fsum(durations) / len(durations)
    return percentile(durations, 0.5 if stat == "median" else 0.9)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of them lies, interpolated linearly between the neighbouring ranks.

    Method 7 of Hyndman and Fan 1996.
    """
    ordered = sorted(values)
    rank = share * (len(ordered) - 1)
    below = floor(rank)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (rank - below) * (ordered[above] - ordered[below])


@dataclass(frozen=True)
class MatureRate:
    """The rate among the mature entries, and how many those are."""

    rate: float
    mature: int


def mature_rate(
    entered: Sequence[float | None], converted: Sequence[float | None], as_of: float, window: float
) -> MatureRate:
    """Share of the mature entries that converted within the window, in days from their entry.

    Mature is an entry that has had the whole window by the end of `as_of`: as_of − entered ≥ window. A
    conversion counts up to and including day entered + window; a later one counts as none. Entries
    without a date are left out.

    Raises `OutOfDomain` where a conversion lies before its entry, `NotEnoughData` where nothing is mature.
    """
    mature = within = 0
    for entry, duration in zip(entered, _durations(entered, converted)):
        if entry is not None and reaches(as_of - entry, window):
            mature += 1
            within += duration is not None and reaches(window, duration)
    if mature == 0:
        raise NotEnoughData("function.nothing_mature")
    return MatureRate(within / mature, mature)


def _durations(starts: Sequence[float | None], ends: Sequence[float | None]) -> list[float | None]:
    """Days of each pair, None where one of the two is missing."""
    durations: list[float | None] = []
    for position, (start, end) in enumerate(zip_longest(starts, ends), 1):
        if start is None or end is None:
            durations.append(None)
            continue
        if end < start:
            raise OutOfDomain("function.ends_before_start", position=position)
        durations.append(end - start)
    return durations
