"""Reading maps from TOML, strictly: a key that nobody knows is a mistake that would go unnoticed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast, get_args

import tomllib

from kpixl.data.dates import Order
from kpixl.data.mapping import (
    ChannelRule,
    Condition,
    DateRule,
    Headings,
    Kind,
    Measure,
    Metric,
    MetricRule,
    Period,
    Repeated,
    SourceMap,
)
from kpixl.data.numbers import UNITS
from kpixl.errors import SourceError
from kpixl.functions.wording import folded
from kpixl.i18n import LANGUAGES

T = TypeVar("T")
MOST_BYTES = 1 << 20
STAGES = 5


def parse_map(content: bytes, file: str, name: str) -> SourceMap:
    """The map in a TOML file; `name` is what it is remembered by. Raises `SourceError`."""
    if len(content) > MOST_BYTES:
        raise SourceError("import.map.too_large", file=file, limit=MOST_BYTES)
    try:
        text = content.decode("utf-8-sig")
        found = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as fault:
        raise SourceError("import.map.no_toml", file=file, detail=str(fault)) from None
    table = _Table(found, file, text, "")
    result = _map(table, name)
    table.end()
    return result


def _map(table: _Table, name: str) -> SourceMap:
    kind: Kind = table.choice("kind", Kind, "counts")
    title = table.table("title")
    found = SourceMap(
        name=name,
        title=MappingProxyType({language: title.text(language, Path(name).stem) for language in LANGUAGES}),
        kind=kind,
        sheet=table.text("sheet", ""),
        comment=table.text("comment", ""),
        blank_is_total=table.truth("blank_is_total"),
        repeated=table.choice("repeated", Repeated, "problem"),
        date=_date(table.table("date")),
        metric=_metric_rule(table.table("metric")) if "metric" in table else None,
        channel=_channel(table.table("channel")),
        measures=tuple(_measure(each) for each in table.tables("measures")),
        lead=table.table("lead").words("columns"),
        score=table.table("score").words("columns"),
    )
    title.end()
    _check(found, table)
    return found


def _check(found: SourceMap, table: _Table) -> None:
    """Refuse a map from which no row could be understood."""
    if not found.measures:
        raise table.fault("import.map.missing", "measures")
    in_a_column = any(measure.metric is None for measure in found.measures)
    if in_a_column != (found.metric is not None):
        raise table.fault("import.map.which_metric", "metric")
    if found.kind == "log":
        if not found.lead:
            raise table.fault("import.map.missing", "lead")
        if not in_a_column and not all(measure.columns for measure in found.measures):
            raise table.fault("import.map.stage_dates", "measures")
        return
    if not found.date.columns and not found.date.last_comment:
        raise table.fault("import.map.missing", "date")
    if found.date.last_comment and not found.comment:
        raise table.fault("import.map.missing", "comment")


def _date(table: _Table) -> DateRule:
    rule = DateRule(
        table.words("columns"),
        table.choice("order", Order, ""),
        table.choice("period", Period, "day"),
        table.words("first_comment"),
        table.words("last_comment"),
    )
    table.end()
    return rule


def _metric_rule(table: _Table) -> MetricRule:
    values = table.table("values")
    rule = MetricRule(
        table.words("columns", needed=True),
        MappingProxyType({folded(word): values.metric(word) for word in values}),
        table.truth("skip_others"),
    )
    values.end()
    table.end()
    return rule


def _channel(table: _Table) -> ChannelRule:
    values = table.table("values")
    rule = ChannelRule(
        table.words("columns"),
        table.words("fixed"),
        MappingProxyType({folded(word): values.words(word, needed=True) for word in values}),
        table.words("other"),
        table.truth("strict"),
        table.truth("speaks_for_all"),
    )
    values.end()
    table.end()
    return rule


def _measure(table: _Table) -> Measure:
    metric: Metric | None = None
    if "stage" in table:
        metric = table.metric("stage")
    elif "name" in table:
        metric = table.text("name", "")
    where = table.table("where")
    condition = None
    if "where" in table:
        condition = Condition(
            where.words("columns", needed=True), frozenset(map(folded, where.words("values", needed=True)))
        )
    unit = table.text("unit", "")
    if unit not in UNITS:
        raise table.fault("import.map.choice", "unit", choices=", ".join(filter(None, UNITS)))
    measure = Measure(metric, table.words("columns"), unit, condition)
    where.end()
    table.end()
    return measure


class _Table:
    """A table of the file that knows which of its keys were asked for."""

    def __init__(self, found: Mapping[str, Any], file: str, text: str, place: str) -> None:
        self._found = found
        self._file = file
        self._text = text
        self._place = place
        self._asked: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def fault(self, text_id: str, key: str, **values: object) -> SourceError:
        """A refusal that names the key and the line on which it stands, as far as that can be told."""
        return SourceError(text_id, file=self._file, row=self._line(key), key=self._place + key, **values)

    def end(self) -> None:
        for key in self._found:
            if key not in self._asked:
                raise self.fault("import.map.unknown_key", key, keys=", ".join(sorted(self._asked)))

    def text(self, key: str, default: str) -> str:
        return cast(str, self._value(key, str, default))

    def truth(self, key: str) -> bool:
        return cast(bool, self._value(key, bool, False))

    def choice(self, key: str, choices: object, default: T) -> T:
        found = self._value(key, str, default)
        if found not in get_args(choices):
            raise self.fault("import.map.choice", key, choices=", ".join(filter(None, get_args(choices))))
        return cast(T, found)

    def words(self, key: str, *, needed: bool = False) -> Headings:
        """A word, or a list of words."""
        found = self._value(key, (str, list), [])
        words = [found] if isinstance(found, str) else found
        if not all(isinstance(word, str) and word.strip() for word in words) or (needed and not words):
            raise self.fault("import.map.words", key)
        return tuple(words)

    def metric(self, key: str) -> Metric:
        """A stage's place or a metric's name."""
        found = self._value(key, (int, str), 0)
        if isinstance(found, int) and (isinstance(found, bool) or not 1 <= found <= STAGES):
            raise self.fault("import.map.stage", key, stages=STAGES)
        return cast(Metric, found)

    def table(self, key: str) -> _Table:
        return _Table(self._value(key, dict, {}), self._file, self._text, f"{self._place}{key}.")

    def tables(self, key: str) -> list[_Table]:
        found = self._value(key, list, [])
        if not all(isinstance(each, dict) for each in found):
            raise self.fault("import.map.tables", key)
        return [_Table(each, self._file, self._text, f"{self._place}{key}.") for each in found]

    def _value(self, key: str, kind: type | tuple[type, ...], default: object) -> Any:
        self._asked.add(key)
        found = self._found.get(key, default)
        if not isinstance(found, kind):
            raise self.fault("import.map.kind", key)
        return found

    def _line(self, key: str) -> int:
        """The first line that gives the key a value or opens a table of its name; 1 if there is none."""
        name = re.escape(key)
        pattern = rf"""^\s*\[+[^\]\n]*\b{name}\s*\]|(?:^|[{{,.])\s*["']?{name}["']?\s*="""
        found = re.search(pattern, self._text, re.MULTILINE)
        return self._text.count("\n", 0, found.start() + len(found[0])) + 1 if found else 1
