"""What rows with figures and rows of a log have in common: a day, a channel, and problems told row by row."""

from __future__ import annotations

from abc import ABC, abstractmethod
from calendar import monthrange
from datetime import date

from kpixl.data.columns import Columns, Found
from kpixl.data.dates import read_date
from kpixl.data.grid import Cell, Row
from kpixl.data.mapping import SourceMap
from kpixl.data.problems import Problem
from kpixl.data.spelling import spelling
from kpixl.data.words import Words
from kpixl.domain.records import Coverage, Record
from kpixl.functions.wording import shortened
from kpixl.i18n import Message

EARLIEST = date(2000, 1, 1)  # as the planner's sheet Actuals allows
Span = tuple[date, date, date]
"""First and last day that a row speaks for, and the day of its figures."""


class Taking(ABC):
    """Takes rows one by one; a row with a problem gives nothing at all."""

    def __init__(self, map_: SourceMap, words: Words, today: date) -> None:
        self._map = map_
        self._words = words
        self._today = today
        self._row_problems: list[Problem] = []
        self.problems: list[Problem] = []
        self.taken = 0

    @abstractmethod
    def take(self, row: Row, columns: Columns, span: Span | None) -> None:
        """Take a row; `span` is the period of all rows where no column says it."""

    @abstractmethod
    def result(self) -> tuple[list[Record], list[Coverage]]:
        """The records of all rows taken, and what they speak for."""

    def _channel(self, row: Row, columns: Columns) -> str | None:
        if columns.channel is None:
            return self._words.fixed_channel
        found = self._words.channel_in(as_words(row.cells[columns.channel]))
        if isinstance(found, Message):
            self._complain(row, columns, columns.channel, found)
            return None
        return found

    def _span(self, row: Row, columns: Columns, place: int) -> Span | None:
        """What a date cell says, if that can be the day of a record."""
        span = self._span_in(row.cells[place])
        if isinstance(span, Message):
            self._complain(row, columns, place, span)
            return None
        return span

    def _span_in(self, cell: Cell) -> Span | Message:
        written = read_date(cell, self._map.date.order)
        if isinstance(written, Message):
            return written
        if written.first < EARLIEST:
            return Message.of("import.problem.too_early", day=written.first, earliest=EARLIEST)
        if self._map.date.period == "month":
            first = written.first.replace(day=1)
            last = first.replace(day=monthrange(first.year, first.month)[1])
        elif written.is_month:
            return Message.of("import.problem.month", value=as_words(cell))
        else:
            first, last = written.first, written.last
        if first > self._today:
            return Message.of("import.problem.future", day=written.first, today=self._today)
        return first, last, min(last, self._today)

    def _complain(self, row: Row, columns: Columns, place: int | None, message: Message) -> None:
        heading = "" if place is None else shortened(columns.titles[place])
        self._row_problems.append(Problem(row.number, heading, message))


def as_words(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def meets(row: Row, found: Found) -> bool:
    """Whether a row has one of the words that the measure asks for."""
    assert found.measure.where is not None
    assert found.where is not None
    return spelling(as_words(row.cells[found.where])) in found.measure.where.values
