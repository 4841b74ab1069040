"""Rows with figures: a metric's count or value on a day, in one column or in several."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kpixl.data.columns import Columns, Found
from kpixl.data.dates import read_date
from kpixl.data.grid import Cell, Row
from kpixl.data.mapping import SourceMap
from kpixl.data.numbers import read_number
from kpixl.data.problems import Problem
from kpixl.data.spelling import spelling
from kpixl.data.words import Words
from kpixl.domain.records import Coverage, Record
from kpixl.functions.wording import shortened
from kpixl.i18n import Message

EARLIEST = date(2000, 1, 1)  # as the planner's sheet Actuals allows
Span = tuple[date, date, date]
"""First and last day that a row speaks for, and the day of its figures."""


@dataclass
class _Seen:
    """What the source says of a metric."""

    first: date
    last: date
    channels: set[str] = field(default_factory=set)


class Counting:
    """Takes rows one by one; a row with a problem gives nothing at all."""

    def __init__(self, map_: SourceMap, words: Words, today: date) -> None:
        self._map = map_
        self._words = words
        self._today = today
        self._values: dict[tuple[date, str, str], list[float]] = defaultdict(list)
        self._rows: dict[tuple[date, str, str], int] = {}  # where a figure stood first, by its own words
        self._seen: dict[str, _Seen] = {}
        self._row_problems: list[Problem] = []
        self._stages = frozenset(words.stages)
        self.problems: list[Problem] = []
        self.taken = 0

    def take(self, row: Row, columns: Columns, span: Span | None) -> None:
        """Take a row; `span` is the period of all rows where no column says it."""
        self._row_problems = []
        span = span or self._span(row, columns)
        channel = self._channel(row, columns)
        figures = [each for found in columns.measures for each in self._figures(row, columns, found)]
        if span and not self._row_problems:
            self._refuse_repeated(row, columns, span[2], figures)
        if span is None or channel is None or self._row_problems:
            self.problems += self._row_problems
            return
        for metric, value in figures:
            self._note_seen(metric, span, channel)
            if value is not None:
                self._values[span[2], metric, channel].append(value)
        if figures:
            self.taken += 1
            self._words.took(None if columns.channel is None else as_words(row.cells[columns.channel]))

    def result(self) -> tuple[list[Record], list[Coverage]]:
        records = [Record(*key, self._combined(key[1], values)) for key, values in self._values.items()]
        rule = self._map.channel
        spoken_for = frozenset(self._words.spoken_for())
        coverage = [
            Coverage(
                metric, seen.first, seen.last, None if rule.speaks_for_all else spoken_for | seen.channels
            )
            for metric, seen in self._seen.items()
        ]
        return records, coverage

    def _combined(self, metric: str, values: list[float]) -> float:
        """Counts add up; of what is measured the workbook takes means, so we do too unless told to sum."""
        total = sum(values)
        if metric in self._stages or self._map.repeated == "sum":
            return round(total, 9)
        return round(total / len(values), 12)

    def _span(self, row: Row, columns: Columns) -> Span | None:
        assert columns.date is not None
        cell = row.cells[columns.date]
        span = day_of(cell, self._map, self._today)
        if isinstance(span, Message):
            self._complain(row, columns, columns.date, span)
            return None
        return span

    def _channel(self, row: Row, columns: Columns) -> str | None:
        if columns.channel is None:
            return self._words.fixed_channel
        found = self._words.channel_in(as_words(row.cells[columns.channel]))
        if isinstance(found, Message):
            self._complain(row, columns, columns.channel, found)
            return None
        return found

    def _figures(self, row: Row, columns: Columns, found: Found) -> Iterator[tuple[str, float | None]]:
        """A metric's figure in the row, None where its cell is empty; nothing if the row is not about it."""
        measure = found.measure
        if measure.where and not meets(row, found):
            return
        if measure.metric is not None:
            metric: str | None = self._words.metric(measure.metric)
        else:
            assert columns.metric is not None
            named = self._words.metric_in(as_words(row.cells[columns.metric]))
            if isinstance(named, Message):
                self._complain(row, columns, columns.metric, named)
                return
            metric = named
        if metric is None:
            return
        if found.place is None:
            yield metric, 1.0
            return
        value = read_number(row.cells[found.place], measure.unit)
        if isinstance(value, float):
            value = self._plausible(metric, value)
        if isinstance(value, Message):
            self._complain(row, columns, found.place, value)
            return
        yield metric, value

    def _plausible(self, metric: str, value: float) -> float | Message:
        if value < 0:
            return Message.of("import.problem.negative", value=value)
        if metric in self._stages and value != int(value):
            return Message.of("import.problem.fraction", value=value, metric=metric)
        return value

    def _refuse_repeated(
        self, row: Row, columns: Columns, day: date, figures: list[tuple[str, float | None]]
    ) -> None:
        """Refuse the same figure a second time, unless the map says how to put both together."""
        if self._map.repeated != "problem":
            return
        word = "" if columns.channel is None else spelling(as_words(row.cells[columns.channel]))
        places = {self._words.metric(f.measure.metric): f.place for f in columns.measures if f.measure.metric}
        for metric, value in figures:
            if value is None or places.get(metric, 0) is None:
                continue
            before = self._rows.setdefault((day, metric, word), row.number)
            if before != row.number:
                self._complain(row, columns, None, Message.of("import.problem.repeated", row=before))
                return

    def _note_seen(self, metric: str, span: Span, channel: str) -> None:
        seen = self._seen.setdefault(metric, _Seen(span[0], span[1]))
        seen.first, seen.last = min(seen.first, span[0]), max(seen.last, span[1])
        seen.channels.add(channel)

    def _complain(self, row: Row, columns: Columns, place: int | None, message: Message) -> None:
        self._row_problems.append(Problem(row.number, heading(columns, place), message))


def day_of(cell: Cell, map_: SourceMap, today: date) -> Span | Message:
    """What a date cell says, or why it cannot be a day of a record."""
    written = read_date(cell, map_.date.order)
    if isinstance(written, Message):
        return written
    if written.first < EARLIEST:
        return Message.of("import.problem.too_early", day=written.first, earliest=EARLIEST)
    if map_.date.period == "month":
        first = written.first.replace(day=1)
        last = last_of_month(first)
    elif written.is_month:
        return Message.of("import.problem.month", value=as_words(cell))
    else:
        first, last = written.first, written.last
    if first > today:
        return Message.of("import.problem.future", day=written.first, today=today)
    return first, last, min(last, today)


def last_of_month(day: date) -> date:
    return date(day.year, day.month, monthrange(day.year, day.month)[1])


def as_words(cell: Cell) -> str:
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return "" if cell is None else str(cell)


def meets(row: Row, found: Found) -> bool:
    """Whether a row has one of the words that the measure asks for."""
    assert found.measure.where is not None
    assert found.where is not None
    return spelling(as_words(row.cells[found.where])) in found.measure.where.values


def heading(columns: Columns, place: int | None) -> str:
    return "" if place is None else shortened(columns.titles[place])
