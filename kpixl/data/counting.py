"""Rows with figures: a metric's count or value on a day, in one column or in several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kpixl.data.columns import Columns, Found
from kpixl.data.grid import Row
from kpixl.data.mapping import SourceMap
from kpixl.data.numbers import read_number
from kpixl.data.spelling import spelling
from kpixl.data.taking import Span, Taking, as_words, meets
from kpixl.data.words import Words
from kpixl.domain.records import Coverage, Record
from kpixl.i18n import Message


@dataclass
class _Seen:
    """What the source says of a metric."""

    first: date
    last: date
    channels: set[str] = field(default_factory=set)


class Counting(Taking):
    """Takes rows with figures."""

    def __init__(self, map_: SourceMap, words: Words, today: date) -> None:
        super().__init__(map_, words, today)
        self._values: dict[tuple[date, str, str], list[float]] = defaultdict(list)
        self._rows: dict[tuple[date, str, str], int] = {}  # where a figure stood first, by its own words
        self._seen: dict[str, _Seen] = {}
        self._stages = frozenset(words.stages)

    def take(self, row: Row, columns: Columns, span: Span | None) -> None:
        self._row_problems = []
        if span is None:
            assert columns.date is not None
            span = self._span(row, columns, columns.date)
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
