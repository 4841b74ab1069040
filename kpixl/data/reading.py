"""From a source's rows to records, by a map: what is clean is taken, what is not is named line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kpixl.data.columns import Columns, find_columns, no_columns
from kpixl.data.counting import Counting
from kpixl.data.dates import Written, read_date
from kpixl.data.grid import Row
from kpixl.data.logs import Logging
from kpixl.data.mapping import SourceMap
from kpixl.data.problems import Problem
from kpixl.data.sources import open_source
from kpixl.data.spelling import spelling
from kpixl.data.words import Words
from kpixl.domain.records import Coverage, Record, Vocabulary
from kpixl.errors import SourceError
from kpixl.i18n import Message

if TYPE_CHECKING:
    from kpixl.data.lead_log import Event

HEADINGS_WITHIN = 200  # rows from the top, or from where the last table ended
TOTALS = frozenset({"合計", "総計", "小計", "計", "総合計", "total", "totals", "grandtotal", "subtotal"})


@dataclass(frozen=True)
class Reading:
    """What a source says, in the workbook's words."""

    file: str
    map: str
    records: tuple[Record, ...]  # one a day, metric and channel, in this order
    coverage: tuple[Coverage, ...]  # one a metric
    events: tuple[Event, ...]  # of a log
    problems: tuple[Problem, ...]
    notes: tuple[Message, ...]  # what was passed over or changed on the way
    rows: int  # that were taken

    @property
    def first(self) -> date | None:
        return min((each.first for each in self.coverage), default=None)

    @property
    def last(self) -> date | None:
        return max((each.last for each in self.coverage), default=None)


def read_source(path: Path, map_: SourceMap, vocabulary: Vocabulary, today: date, file: str = "") -> Reading:
    """Read a source by a map; a day after `today` is a mistake. `file` is what messages call the source.

    Raises `SourceError`, or `WorkbookError` for an Excel file, where nothing of it can be understood.
    """
    file = file or str(path)
    words = Words(map_, vocabulary, file)
    taking = Logging(map_, words, today) if map_.kind == "log" else Counting(map_, words, today)
    tables = _Tables(map_, file)
    with open_source(path, file, map_.sheet) as rows:
        for columns, row in tables.rows(rows):
            taking.take(
                row,
                columns,
                tables.period(today) if map_.date.last_comment and columns.date is None else None,
            )
    records, coverage = taking.result()
    places = {name: place for place, name in enumerate((*vocabulary.metrics, *vocabulary.channels))}
    return Reading(
        file,
        map_.name,
        tuple(
            sorted(
                records,
                key=lambda each: (each.day, places.get(each.metric, -1), places.get(each.channel, -1)),
            )
        ),
        tuple(tables.widened(each, today) for each in coverage),
        tuple(taking.events) if isinstance(taking, Logging) else (),
        tuple(sorted((*tables.problems, *taking.problems), key=lambda problem: problem.row)),
        (*tables.notes(), *words.notes()),
        taking.taken,
    )


class _Tables:
    """The rows of data between what else stands in an export: comments, headings, totals, blank lines."""

    def __init__(self, map_: SourceMap, file: str) -> None:
        self._map = map_
        self._file = file
        self._comments: dict[str, str] = {}
        self._passed: Counter[str] = Counter()
        self.problems: list[Problem] = []

    def rows(self, rows: Iterator[Row]) -> Iterator[tuple[Columns, Row]]:
        columns: Columns | None = None
        fullest: Row | None = None
        found = False
        before = 0  # rows since the top or since a table ended
        for row in rows:
            if self._is_comment(row):
                columns = None
            elif _is_blank(row):
                self._passed["blank"] += columns is not None
            elif columns is None:
                columns = find_columns(row, self._map, self._file)
                if columns is None:
                    before += 1
                    fullest = max(fullest or row, row, key=lambda each: len(each.cells))
                    if not found and before > HEADINGS_WITHIN:
                        break
                else:
                    found = True
            elif columns.is_headings(row):
                self._passed["headings"] += 1
            elif self._is_total(row, columns):
                self._passed["total"] += 1
            elif self._fits(row, columns):
                yield columns, row
        if not found:
            raise no_columns(fullest, self._map, self._file)

    def period(self, today: date) -> tuple[date, date, date]:
        """First and last day that the comments name, and the day of the figures: the last one up to today."""
        last = self._commented(self._map.date.last_comment)
        if last is None:
            labels = " / ".join(self._map.date.last_comment)
            raise SourceError("import.no_period", file=self._file, labels=labels)
        first = self._commented(self._map.date.first_comment) or last
        if (first.year, first.month) != (last.year, last.month) or first > last:
            raise SourceError("import.long_period", file=self._file, first=first, last=last)
        if first > today:
            raise SourceError("import.future_period", file=self._file, first=first, today=today)
        return first, last, min(last, today)

    def widened(self, coverage: Coverage, today: date) -> Coverage:
        """What the rows speak for, and what of the period in the comments is past."""
        days = [coverage.first, coverage.last]
        for labels in (self._map.date.first_comment, self._map.date.last_comment):
            if day := self._commented(labels):
                days.append(min(day, today))
        return replace(coverage, first=min(days), last=max(days))

    def notes(self) -> Iterator[Message]:
        for what in ("blank", "headings", "total"):
            if self._passed[what]:
                yield Message.of(f"import.note.{what}", count=self._passed[what])

    def _is_comment(self, row: Row) -> bool:
        mark = self._map.comment
        first = row.cells[0] if row.cells else None
        if not mark or not isinstance(first, str) or not first.startswith(mark):
            return False
        line = first.removeprefix(mark).replace("：", ":")
        label, colon, value = line.partition(":")
        if colon:
            self._comments[spelling(label)] = value
        return True

    def _commented(self, labels: tuple[str, ...]) -> date | None:
        for label in map(spelling, labels):
            if label in self._comments:
                day = read_date(self._comments[label], self._map.date.order)
                return day.last if isinstance(day, Written) else None
        return None

    def _is_total(self, row: Row, columns: Columns) -> bool:
        first = next((cell for cell in row.cells if cell not in (None, "")), None)
        keys = [row.cells[place] for place in (columns.date, columns.metric, columns.channel)
                if place is not None and place < len(row.cells)]  # fmt: skip
        if self._map.blank_is_total and keys and all(cell in (None, "") for cell in keys):
            return True
        return any(isinstance(cell, str) and spelling(cell) in TOTALS for cell in (first, *keys))

    def _fits(self, row: Row, columns: Columns) -> bool:
        """Whether a row is as wide as the headings, blank cells at its end left out of account."""
        if len(row.cells) <= columns.last:
            key = "import.problem.short_row"
        elif any(cell not in (None, "") for cell in row.cells[len(columns.headings) :]):
            key = "import.problem.long_row"
        else:
            return True
        message = Message.of(key, count=len(row.cells), columns=len(columns.headings))
        self.problems.append(Problem(row.number, "", message))
        return False


def _is_blank(row: Row) -> bool:
    return not any(cell is not None and (not isinstance(cell, str) or cell.strip()) for cell in row.cells)
