"""A source's words for metrics and channels, as those of the workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kpixl.data.mapping import Metric, SourceMap
from kpixl.data.spelling import spelling
from kpixl.domain.records import Vocabulary
from kpixl.errors import SourceError
from kpixl.functions.wording import shortened
from kpixl.i18n import Message

MOST_NOTES = 20  # on channels


class Words:
    """Translates words and counts those that the workbook does not know."""

    def __init__(self, map_: SourceMap, vocabulary: Vocabulary, file: str) -> None:
        self._map = map_
        self._vocabulary = vocabulary
        self._file = file
        self._metrics = {spelling(name): name for name in vocabulary.metrics if name}
        self._channels = {spelling(name): name for name in vocabulary.channels if name}
        self._known: dict[str, str | None] = {}
        self._other = self._first(map_.channel.other)
        self._unknown: Counter[str] = Counter()

    @property
    def stages(self) -> tuple[str, ...]:
        return self._vocabulary.stages

    def metric(self, metric: Metric) -> str:
        """The workbook's name of a metric that a map names. Raises `SourceError` for one it does not have."""
        if isinstance(metric, int):
            name = self._vocabulary.stages[metric - 1] if metric <= len(self._vocabulary.stages) else ""
            if not name:
                raise SourceError("import.no_stage", file=self._map.name, stage=metric)
            return name
        found = self._metrics.get(spelling(metric))
        if found is None:
            names = " / ".join(self._metrics.values())
            raise SourceError("import.no_metric", file=self._map.name, metric=metric, metrics=names)
        return found

    def metric_in(self, word: str) -> str | Message | None:
        """The metric that a cell names; None for one that the map passes over."""
        rule = self._map.metric
        assert rule is not None
        folded = spelling(word)
        if folded in rule.values:
            return self.metric(rule.values[folded])
        if folded in self._metrics:
            return self._metrics[folded]
        if rule.skip_others:
            return None
        return Message.of("import.problem.metric", value=shortened(word.strip()))

    def channel_in(self, word: str) -> str | Message:
        """The channel that a cell names, empty for none."""
        folded = spelling(word)
        if folded not in self._known:
            self._known[folded] = self._channel(folded)
        found = self._known[folded]
        if found is not None:
            return found
        if self._map.channel.strict:
            return Message.of("import.problem.channel", value=shortened(word.strip()))
        return self._other

    @property
    def fixed_channel(self) -> str:
        """The channel of every row where no column names it."""
        return self._first(self._map.channel.fixed)

    def took(self, word: str | None) -> None:
        """A row was taken in which the channel's cell says this; None: no column names it."""
        fixed = self._map.channel.fixed
        if word is not None:
            if self._known[spelling(word)] is None:
                self._unknown[word.strip()] += 1
        elif fixed and not self.fixed_channel:
            self._unknown[fixed[0]] += 1

    def spoken_for(self) -> Iterator[str]:
        """The channels that the map's own table can give."""
        for names in self._map.channel.values.values():
            if found := self._first(names):
                yield found
        if self._other:
            yield self._other

    def notes(self) -> Iterator[Message]:
        """How many rows named which channel that the workbook does not have, the most frequent first."""
        for place, (word, count) in enumerate(self._unknown.most_common()):
            if place == MOST_NOTES:
                yield Message.of("import.note.more_channels", count=len(self._unknown) - MOST_NOTES)
                return
            told = {"count": count, "channel": shortened(word)}
            if self._other:
                yield Message.of("import.note.other_channel", **told, other=self._other)
            else:
                yield Message.of("import.note.no_channel", **told)

    def _channel(self, folded: str) -> str | None:
        if not folded:
            return ""
        names = self._map.channel.values.get(folded)
        if names is None:
            return self._channels.get(folded)
        return self._first(names) or None

    def _first(self, names: tuple[str, ...]) -> str:
        """The first of these names that the workbook has, in its own spelling."""
        return next(
            (self._channels[spelling(name)] for name in names if spelling(name) in self._channels), ""
        )
