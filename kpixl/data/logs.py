"""Rows of a lead log: one a lead with a date for each stage it reached, or one each time it reached one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from kpixl.data.columns import Columns, Found
from kpixl.data.grid import Row
from kpixl.data.mapping import SourceMap
from kpixl.data.numbers import read_number
from kpixl.data.taking import Span, Taking, as_words, meets
from kpixl.data.words import Words
from kpixl.domain.records import Coverage, Record
from kpixl.i18n import Message

if TYPE_CHECKING:
    from kpixl.data.lead_log import Event


class Logging(Taking):
    """Takes the rows of a log."""

    def __init__(self, map_: SourceMap, words: Words, today: date) -> None:
        from kpixl.data.lead_log import Event  # loads a database, which other maps do not need

        super().__init__(map_, words, today)
        self._event = Event
        self._rows: dict[str, int] = {}  # where a lead stood first
        self._stages: dict[str, None] = {}  # that the log can tell of, in the order of the map
        self._channels: set[str] = set()
        self.events: list[Event] = []

    def take(self, row: Row, columns: Columns, span: Span | None) -> None:
        """Take a row; a log has a date in every row, so `span` says nothing."""
        self._row_problems = []
        lead = self._lead(row, columns)
        channel = self._channel(row, columns)
        score = self._score(row, columns)
        reached = [each for found in columns.measures for each in self._reached(row, columns, found)]
        if self._row_problems or lead is None or channel is None:
            self.problems += self._row_problems
            return
        self._words.took(None if columns.channel is None else as_words(row.cells[columns.channel]))
        self._channels.add(channel)
        for stage, day in reached:
            moment = datetime.combine(day, time())
            self.events.append(self._event(lead, stage, moment, channel or None, score))
        self.taken += 1

    def result(self) -> tuple[list[Record], list[Coverage]]:
        """Counts of the leads that came to each stage, by the day they first did; the log speaks for all its
        stages from its first event to its last."""
        from kpixl.data.lead_log import log_rows, records, stage_counts

        if not self.events:
            return [], []
        stages = sorted(self._stages, key=self._words.stages.index)
        with log_rows(self.events) as log:
            counts = records(stage_counts(log, stages))
        days = [event.moment.date() for event in self.events if event.moment]
        channels = None
        if not self._map.channel.speaks_for_all:
            channels = frozenset({*self._words.spoken_for(), *self._channels})
        return counts, [Coverage(stage, min(days), max(days), channels) for stage in stages]

    def _lead(self, row: Row, columns: Columns) -> str | None:
        assert columns.lead is not None
        lead = as_words(row.cells[columns.lead]).strip()
        if not lead:
            self._complain(row, columns, columns.lead, Message.of("import.problem.no_lead"))
            return None
        if self._map.metric is None:
            before = self._rows.setdefault(lead, row.number)
            if before != row.number:
                self._complain(
                    row, columns, columns.lead, Message.of("import.problem.lead_twice", row=before)
                )
        return lead

    def _score(self, row: Row, columns: Columns) -> float | None:
        if columns.score is None:
            return None
        found = read_number(row.cells[columns.score])
        if isinstance(found, Message):
            self._complain(row, columns, columns.score, found)
            return None
        return found

    def _reached(self, row: Row, columns: Columns, found: Found) -> Iterator[tuple[str, date]]:
        """The stage that the row says was reached, and when; nothing for an empty date of a wide log."""
        stage = self._stage(row, columns, found)
        if stage is None:
            return
        self._stages.setdefault(stage)
        place = columns.date if found.place is None else found.place
        assert place is not None
        if as_words(row.cells[place]).strip() == "" and found.place is not None:
            return
        if found.measure.where and not meets(row, found):
            return
        span = self._span(row, columns, place)
        if span is not None:
            yield stage, span[2]

    def _stage(self, row: Row, columns: Columns, found: Found) -> str | None:
        if found.measure.metric is not None:
            return self._words.metric(found.measure.metric)
        assert columns.metric is not None
        stage = self._words.metric_in(as_words(row.cells[columns.metric]))
        if isinstance(stage, str) and stage not in self._words.stages:
            stage = Message.of("import.problem.no_stage", value=stage)
        if isinstance(stage, Message):
            self._complain(row, columns, columns.metric, stage)
            return None
        return stage
