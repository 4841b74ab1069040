"""Long texts broken into lines: Western words stay whole, Japanese breaks anywhere but at its marks."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from unicodedata import east_asian_width

NARROWEST, WIDEST = 40, 100
"""Columns of a page; output that is no terminal gets the widest."""

_NEVER_FIRST = "、。,.:;!?)」』】〕》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ・…"
_NEVER_LAST = "(「『【〔《"
_PIECE = re.compile(r" +|[^\s\u2e80-\u9fff\uff00-\uffef]+|.", re.DOTALL)


def page_width() -> int:
    if not sys.stdout.isatty():
        return WIDEST
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def width_of(words: str) -> int:
    """Columns on a terminal; a full-width character takes two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)


def wrapped(words: str, width: int, first: str = "", others: str = "") -> Iterator[str]:
    """The text in lines of at most this width, the first and the other lines each begun their way.

    A word that is wider than a whole line is cut.
    """
    line, room = first, width - width_of(first)
    begun = False
    for piece in _unbroken(words, width - max(width_of(first), width_of(others))):
        size = width_of(piece)
        if begun and size > room:
            yield line.rstrip()
            line, room, begun = others, width - width_of(others), False
        if not begun and piece.isspace():
            continue
        line, room, begun = line + piece, room - size, True
    yield line.rstrip()


def _unbroken(words: str, most: int) -> Iterator[str]:
    """What must not be torn apart: words, and Japanese characters with the marks that cling to them."""
    held = ""
    for found in _PIECE.findall(words):
        clings = found[0] in _NEVER_FIRST or held[-1:] in _NEVER_LAST
        if held and not (clings and not held.isspace()):
            yield from _cut(held, most)
            held = ""
        held += found
    yield from _cut(held, most)


def _cut(piece: str, most: int) -> Iterator[str]:
    """The piece, or parts of it that fit."""
    part, size = "", 0
    for character in piece:
        wide = width_of(character)
        if part and size + wide > most:
            yield part
            part, size = "", 0
        part, size = part + character, size + wide
    if part:
        yield part
