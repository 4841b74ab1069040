"""The values that a chart part keeps of the cells it shows, brought in line with changed cells.

A viewer that does not recalculate draws a chart from these caches.  Only points of changed cells are
touched; number formats and everything else in the part stay as they are.  There are two kinds of parts:
charts as in ECMA-376, and the newer ones (waterfall, treemap, histogram, …) of [MS-ODRAWXML] 2.24.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kpixl.ooxml.chart_references import Cell, References
from kpixl.ooxml.markup import Edit, spliced
from kpixl.ooxml.sheet import Stored
from kpixl.ooxml.xml import escaped, unescaped

Changes = Mapping[str, Mapping[tuple[int, int], Stored | None]]
"""New values by sheet name and position."""
NO_NAMES = References()

_P = rb"(?P<p>(?:[\w.-]+:)?)"
CACHED = re.compile(
    rb"<" + _P + rb"f>(?P<formula>[^<]*)</(?P=p)f>\s*"
    rb"<(?P=p)(?P<kind>num|str|multiLvlStr|dlblRange)Cache>(?P<body>.*?)</(?P=p)(?P=kind)Cache>",
    re.DOTALL,
)
COUNT = re.compile(rb"<" + _P + rb"ptCount\s+val=\"(?P<count>\d{1,7})\"\s*(?:/>|>\s*</(?P=p)ptCount>)")
_LEVEL = re.compile(rb"<" + _P + rb"lvl>(?P<body>.*?)</(?P=p)lvl>", re.DOTALL)
_POINT = re.compile(
    rb"<" + _P + rb"pt\s[^>]*?\bidx=\"(?P<index>\d{1,7})\"[^>]*>\s*"
    rb"<(?P=p)v>(?P<text>[^<]*)</(?P=p)v>\s*</(?P=p)pt>",
    re.DOTALL,
)
DIMENSION = re.compile(
    rb"<" + _P + rb"(?P<kind>num|str)Dim\b[^>]*>\s*<(?P=p)f(?P<attributes>[^>]*)>(?P<formula>[^<]*)</(?P=p)f>"
    rb"(?P<levels>.*?)</(?P=p)(?P=kind)Dim>",
    re.DOTALL,
)
NEW_LEVEL = re.compile(
    rb"<" + _P + rb"lvl\s(?:[^>]*?\s)?ptCount=\"(?P<count>\d{1,7})\"[^>]*(?<!/)>(?P<body>.*?)</(?P=p)lvl>",
    re.DOTALL,
)
_NEW_POINT = re.compile(
    rb"<" + _P + rb"pt\s[^>]*?\bidx=\"(?P<index>\d{1,7})\"\s*(?:/>|>(?P<text>[^<]*)</(?P=p)pt>)", re.DOTALL
)
_IN_ROWS = re.compile(rb"\bdir=\"row\"")
_NEW_TITLE = re.compile(
    rb"<" + _P + rb"txData>\s*<(?P=p)f[^>]*>(?P<formula>[^<]*)</(?P=p)f>\s*<(?P=p)v>(?P<text>[^<]*)</(?P=p)v>"
)


def refreshed(content: bytes, changes: Changes, references: References = NO_NAMES) -> bytes:
    """The chart part with the cached points of changed cells renewed; the same bytes if there are none."""
    refreshing = _Refreshing(changes, references)
    edits: list[Edit] = []
    for found in CACHED.finditer(content):
        edits += refreshing.cache(found)
    for found in DIMENSION.finditer(content):
        edits += refreshing.dimension(found)
    for found in _NEW_TITLE.finditer(content):
        edits += refreshing.title(found)
    return spliced(content, edits) if edits else content


@dataclass(frozen=True)
class _Dialect:
    """How a kind of part writes the points of a level."""

    pattern: re.Pattern[bytes]
    before: bytes  # the text of a point; P: stands for the prefix
    after: bytes
    numbers_only: bool
    instead_of_text: bytes | None  # what a text is among numbers

    def point(self, prefix: bytes, index: int, text: bytes) -> bytes:
        before, after = self.before.replace(b"P:", prefix), self.after.replace(b"P:", prefix)
        return b'<%spt idx="%d">%s%s%s</%spt>' % (prefix, index, before, text, after, prefix)

    def shown(self, value: Stored | None) -> bytes | None:
        """A value as a cache holds it; an error has no point."""
        if value is None or value.type == "e":
            return None
        if self.numbers_only and value.type not in (None, "n", "b"):
            return self.instead_of_text
        return escaped(value.text).encode()


def _points(*, numbers_only: bool) -> _Dialect:
    return _Dialect(_POINT, b"<P:v>", b"</P:v>", numbers_only, b"0")  # Excel draws a text as zero


def _new_points(*, numbers_only: bool) -> _Dialect:
    return _Dialect(_NEW_POINT, b"", b"", numbers_only, None)


@dataclass(frozen=True)
class _Refreshing:
    changes: Changes
    references: References

    def cache(self, found: re.Match[bytes]) -> Iterator[Edit]:
        """A cache of one level, or of several for categories in groups."""
        count = COUNT.search(found["body"])
        if count is None:
            return
        reference, points = reference_of(found), int(count["count"])
        dialect = _points(numbers_only=found["kind"] == b"num")
        if found["kind"] != b"multiLvlStr":
            cells = self.references.cells(reference, points)
            yield from self._level(found, dialect, cells, count["p"], count.end())
            return
        levels = list(_LEVEL.finditer(found.string, *found.span("body")))
        for level, cells in zip(levels, self.references.levels(reference, points, len(levels))):
            yield from self._level(level, dialect, cells, level["p"])

    def dimension(self, found: re.Match[bytes]) -> Iterator[Edit]:
        """The data of one dimension of a newer chart."""
        reference = reference_of(found)
        dialect = _new_points(numbers_only=found["kind"] == b"num")
        levels = list(NEW_LEVEL.finditer(found.string, *found.span("levels")))
        if not levels:
            return
        count = int(levels[0]["count"])
        one = self.references.cells(reference, count) if len(levels) == 1 else []
        in_rows = _IN_ROWS.search(found["attributes"]) is not None
        places = [one] if one else self.references.levels(reference, count, len(levels), in_rows=in_rows)
        for level, cells in zip(levels, places):
            yield from self._level(level, dialect, cells, level["p"])

    def title(self, found: re.Match[bytes]) -> Iterator[Edit]:
        """The name of a series of a newer chart."""
        for cell in self.references.cells(reference_of(found), 1):
            if self._is_changed(cell):
                shown = _new_points(numbers_only=False).shown(self._value(cell))
                yield Edit(*found.span("text"), shown or b"")

    def _level(
        self, level: re.Match[bytes], dialect: _Dialect, cells: list[Cell], prefix: bytes, head: int = 0
    ) -> Iterator[Edit]:
        """The points of a level, of which the first stands behind `head` bytes of something else."""
        pending = {
            index: dialect.shown(self._value(cell))
            for index, cell in enumerate(cells)
            if self._is_changed(cell)
        }
        start, end = level.span("body")
        last = start + head
        for point in dialect.pattern.finditer(level.string, last, end):
            index = int(point["index"])
            for earlier in sorted(number for number in pending if number < index):
                text = pending.pop(earlier)
                if text is not None:
                    yield Edit(point.start(), point.start(), dialect.point(prefix, earlier, text))
            if index in pending:
                text = pending.pop(index)
                if text is None:
                    yield Edit(point.start(), point.end(), b"")
                elif point["text"] is None:
                    yield Edit(point.start(), point.end(), dialect.point(prefix, index, text))
                else:
                    yield Edit(*point.span("text"), text)
            last = point.end()
        rest = [
            dialect.point(prefix, index, text) for index, text in sorted(pending.items()) if text is not None
        ]
        if rest:
            yield Edit(last, last, b"".join(rest))

    def _is_changed(self, cell: Cell) -> bool:
        return cell[1:] in self.changes.get(cell[0], {})

    def _value(self, cell: Cell) -> Stored | None:
        return self.changes[cell[0]][cell[1:]]


def reference_of(found: re.Match[bytes]) -> str:
    """The reference that a cache or a dimension is of."""
    try:
        return unescaped(found["formula"].decode())
    except (ValueError, OverflowError):  # no text, or no character: the part is not checked otherwise
        return ""
