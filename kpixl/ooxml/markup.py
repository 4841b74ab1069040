"""Tags as bytes, in parts that a real XML parser has found well-formed or that are only searched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from kpixl.ooxml.xml import unescaped

ATTRIBUTES = rb"""(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*"""
"""The pattern of a tag's attributes."""
ONLY_POSITION = re.compile(rb"""\s*r\s*=\s*(?:"[^"]*"|'[^']*')\s*""")
_TYPE = re.compile(rb"""\s+t\s*=\s*(?:"[^"]*"|'[^']*')""")
_VALUE_METADATA = re.compile(rb"""\s+vm\s*=\s*(?:"[^"]*"|'[^']*')""")
_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def attributes_of(source: bytes) -> dict[str, str]:
    """The attributes that a tag's bytes hold."""
    return {
        found[1].decode(): unescaped((found[2] if found[2] is not None else found[3]).decode())
        for found in _ATTRIBUTE.finditer(source)
    }


def typed(attributes: bytes, kind: str | None) -> bytes:
    """A cell's attributes with its type set, in the place where the old type stood.

    Value metadata goes: it says what newer programs show instead of the value that was there.
    """
    if b"vm" in attributes:
        attributes = _VALUE_METADATA.sub(b"", attributes)
    new = f' t="{kind}"'.encode() if kind else b""
    changed, places = _TYPE.subn(new, attributes)
    return changed if places else attributes + new


class Edit(NamedTuple):
    """Bytes of the part to be replaced; nothing is replaced, only inserted, where start equals end."""

    start: int
    end: int
    replacement: bytes


def joined(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The same edits, those as one that touch each other."""
    start = end = -1
    pieces: list[bytes] = []
    for first, last, replacement in edits:
        if first != end:
            if pieces:
                yield Edit(start, end, b"".join(pieces))
            start, pieces = first, []
        pieces.append(replacement)
        end = last
    if pieces:
        yield Edit(start, end, b"".join(pieces))


def spliced(content: bytes, edits: Iterable[Edit]) -> bytes:
    """The content with every edit made; edits do not overlap."""
    pieces, position = [], 0
    for start, end, replacement in sorted(edits, key=itemgetter(0, 1)):
        pieces += [content[position:start], replacement]
        position = end
    return b"".join([*pieces, content[position:]])
