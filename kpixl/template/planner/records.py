"""The daily records a sample planner's table of actuals is filled with, made from the case's monthly counts.

Made the same way every time: nothing is drawn by chance.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from math import floor

from kpixl.domain.calendar import SATURDAY, date_of, japanese_holidays
from kpixl.template.planner.case import Case

MOST_RECORDS = 1500
BUSY_DAYS = (0.9, 1.15, 1.1, 1.05, 0.8)  # Monday to Friday
WEEKS = (1.0, 0.85, 1.1, 0.95, 1.15, 0.9)  # so that a chart of sums is no straight line
OFFSETS = (0.5, 0.35, 0.65, 0.2, 0.45)  # so that small counts of several stages do not fall on one day


@dataclass(frozen=True)
class Record:
    """One row of the table: the metric is a stage or a management metric, counted from 0."""

    day: date
    metric: int
    channel: int | None
    value: float


def records_of(case: Case) -> tuple[Record, ...]:
    """Every record by date: of each business day, or of a week before the running month if they are many."""
    for days_apart in (1, 5, 25):
        records = [*_counted(case, days_apart), *_measured(case)]
        if len(records) <= MOST_RECORDS:
            break
    return tuple(sorted(records, key=lambda record: (record.day, record.metric, record.channel or 0)))


def business_days_of(first: date, last: date) -> list[date]:
    """The days that are neither at a weekend nor a national holiday of Japan."""
    closed = {date_of(day) for year in {first.year, last.year} for day in japanese_holidays(year)}
    days = (first + timedelta(step) for step in range((last - first).days + 1))
    return [day for day in days if day.weekday() < SATURDAY and day not in closed]


def month_span(case: Case, month: int) -> tuple[date, date]:
    """First and last day of the fiscal year's month (from 0), the last one no later than the as-of date."""
    years, index = divmod(case.fiscal_start.month - 1 + month, 12)
    first = date(case.fiscal_start.year + years, index + 1, 1)
    return first, min(case.as_of, first.replace(day=monthrange(first.year, first.month)[1]))


def _counted(case: Case, days_apart: int) -> Iterator[Record]:
    given = [[0] * len(case.channel_shares) for _ in case.stages]
    for month, counts in enumerate(case.monthly):
        days = business_days_of(*month_span(case, month))
        if month < len(case.monthly) - 1:
            days = [*days[days_apart - 1 : -1 : days_apart], days[-1]]
        for stage, count in enumerate(counts):
            for day, part in zip(days, _spread(count, days, OFFSETS[stage])):
                for channel, value in _shared(part, case.channel_shares, given[stage]):
                    yield Record(day, stage, channel, value)


def _measured(case: Case) -> Iterator[Record]:
    for place, metric in enumerate(case.management):
        for month, value in enumerate(metric.values):
            yield Record(month_span(case, month)[1], len(case.stages) + place, None, value)


def _spread(count: int, days: Sequence[date], offset: float) -> list[int]:
    """The count over the days, as whole numbers: what each day adds to the rounded running share."""
    weights = [BUSY_DAYS[day.weekday()] * WEEKS[day.isocalendar().week % len(WEEKS)] for day in days]
    total = sum(weights)
    so_far = [floor(count * weight / total + offset) for weight in accumulate(weights)]
    so_far[-1] = count
    return [after - before for before, after in zip([0, *so_far], so_far)]


def _shared(count: int, shares: Sequence[float], given: list[int]) -> Iterator[tuple[int | None, int]]:
    """The count over the channels; a remainder goes to those that have got least of their share so far."""
    if count and not shares:
        yield None, count
    if not count or not shares:
        return
    parts = [floor(count * share) for share in shares]
    due = sum(given) + count
    for _ in range(count - sum(parts)):
        behind = [due * share - had - part for share, had, part in zip(shares, given, parts)]
        parts[behind.index(max(behind))] += 1
    for channel, part in enumerate(parts):
        given[channel] += part
        if part:
            yield channel, part
