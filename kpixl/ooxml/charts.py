"""The values that a chart part keeps of the cells it shows, brought in line with changed cells.

A viewer that does not recalculate draws a chart from these caches.  Only points of changed cells are
touched; number formats and everything else in the part stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kpixl.ooxml.address import Area
from kpixl.ooxml.sheet import Edit, Stored, spliced
from kpixl.ooxml.xml import escaped, unescaped

Changes = Mapping[str, Mapping[tuple[int, int], Stored | None]]
"""New values by sheet name and position."""

# a reference with the cache behind it; a cache of several levels is not a cache of one area
_CACHED = re.compile(
    rb"<(?P<p>(?:[\w.-]+:)?)f>(?P<formula>[^<]*)</(?P=p)f>\s*"
    rb"<(?P=p)(?P<kind>num|str)Cache>(?P<body>.*?)</(?P=p)(?P=kind)Cache>",
    re.DOTALL,
)
_COUNT = re.compile(rb"<(?:[\w.-]+:)?ptCount\s+val=\"(\d{1,7})\"")
_POINT = re.compile(
    rb"<(?P<p>(?:[\w.-]+:)?)pt\s[^>]*?\bidx=\"(?P<index>\d{1,7})\"[^>]*>\s*"
    rb"<(?P=p)v>(?P<text>[^<]*)</(?P=p)v>\s*</(?P=p)pt>",
    re.DOTALL,
)
_REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!:,()]+))!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)")


def refreshed(content: bytes, changes: Changes) -> bytes:
    """The chart part with the cached points of changed cells renewed; the same bytes if there are none."""
    edits: list[Edit] = []
    for found in _CACHED.finditer(content):
        place = _place(found["formula"])
        if place is None:
            continue
        sheet, area = place
        changed = {
            _index(area, position): value
            for position, value in changes.get(sheet, {}).items()
            if area.holds(position)
        }
        if changed and _covers(found["body"], area):
            edits.append(Edit(*found.span("body"), _renewed(found, changed)))
    return spliced(content, edits) if edits else content


def _place(reference: bytes) -> tuple[str, Area] | None:
    """The sheet and area of a reference to one row or one column; None for any other."""
    try:
        found = _REFERENCE.fullmatch(unescaped(reference.decode()))
        if not found:
            return None
        area = Area.parse(found[3])
    except (ValueError, OverflowError):  # no text, no character, no cell: the part is not checked otherwise
        return None
    if area.height > 1 and area.width > 1:
        return None
    return (found[1].replace("''", "'") if found[1] else found[2]), area


def _index(area: Area, position: tuple[int, int]) -> int:
    return position[0] - area.top + position[1] - area.left


def _covers(body: bytes, area: Area) -> bool:
    """Whether the cache has a place for every cell; cells of hidden rows have none, and shift the rest."""
    count = _COUNT.search(body)
    return count is not None and int(count[1]) == area.size


def _renewed(cache: re.Match[bytes], changed: Mapping[int, Stored | None]) -> bytes:
    body, prefix = cache["body"], cache["p"]
    pending = {index: _shown(value, numbers_only=cache["kind"] == b"num") for index, value in changed.items()}
    edits, end = [], _end_of_head(body)
    for point in _POINT.finditer(body):
        index = int(point["index"])
        for earlier in sorted(number for number in pending if number < index):
            edits.append(Edit(point.start(), point.start(), _point(prefix, earlier, pending.pop(earlier))))
        if index in pending:
            text = pending.pop(index)
            if text is None:
                edits.append(Edit(point.start(), point.end(), b""))
            else:
                edits.append(Edit(*point.span("text"), text))
        end = point.end()
    rest = b"".join(_point(prefix, index, text) for index, text in sorted(pending.items()))
    return spliced(body, [*edits, Edit(end, end, rest)])


def _end_of_head(body: bytes) -> int:
    """Where the first point belongs: behind the format and the count."""
    count = _COUNT.search(body)
    return body.index(b">", count.end()) + 1 if count else 0


def _point(prefix: bytes, index: int, text: bytes | None) -> bytes:
    if text is None:
        return b""
    return b'<%spt idx="%d"><%sv>%s</%sv></%spt>' % (prefix, index, prefix, text, prefix, prefix)


def _shown(value: Stored | None, *, numbers_only: bool) -> bytes | None:
    """A value as a cache holds it; a text has no point among numbers, nor has an error anywhere."""
    if value is None or value.type == "e" or (numbers_only and value.type not in (None, "n", "b")):
        return None
    return escaped(value.text).encode()
