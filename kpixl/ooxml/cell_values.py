"""Plain values and the cells that hold them: numbers (dates as serial numbers), texts, truth values.

A new text is written into its cell (`inlineStr`), not into the shared strings: so the sheet stays the only
part that changes, and every program reads it.  It has no formula beside it, so `=1+1` remains a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from kpixl.ooxml.markup import ONLY_POSITION, typed
from kpixl.ooxml.sheet import Stored
from kpixl.ooxml.xml import escaped

Value = float | str | bool | None
"""What a cell holds; an error is its code as text, an empty cell is None."""

LONGEST_TEXT = 32_767
"""What a cell of Excel holds, in UTF-16 code units."""
LARGEST_EXACT_INTEGER = 1e15


def plain(found: Stored, texts: Sequence[str]) -> Value:
    """The value of a stored one; `texts` are the shared strings."""
    if found.type == "s":
        index = found.text.strip()
        return texts[int(index)] if index.isdecimal() and int(index) < len(texts) else ""
    if found.type == "b":
        return found.text.strip().lower() in ("1", "true")
    if found.type in (None, "n"):
        try:
            number = float(found.text)
        except ValueError:
            return found.text
        return number if isfinite(number) else found.text
    return found.text


def number_text(number: float) -> str:
    """A finite number as a file holds it."""
    whole = int(number)
    if number == whole and -LARGEST_EXACT_INTEGER < number < LARGEST_EXACT_INTEGER:
        return str(whole)
    return repr(number)


def is_same(one: Value, other: Value) -> bool:
    """Whether two values are the same for whoever reads the cell: an empty text is as good as no value."""
    if one == "":
        one = None
    if other == "":
        other = None
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def fault_of(value: Value) -> str | None:
    """Why no cell can hold this value, as the end of a text id; None if one can."""
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT // 2 and len(value.encode("utf-16-le", "replace")) // 2 > LONGEST_TEXT:
            return "too_long"
        return "no_text" if not value.isprintable() and _has_half_characters(value) else None
    try:
        return None if value is None or isfinite(value) else "no_number"
    except OverflowError:  # an integer beyond all floats
        return "no_number"


def typed_content(value: Value, prefix: bytes) -> tuple[str | None, bytes]:
    """The type of a cell with this value, and what stands in it."""
    if isinstance(value, str) and value:
        space = b' xml:space="preserve"' if value != value.strip() else b""
        text = escaped(value).encode()
        return "inlineStr", b"<%sis><%st%s>%s</%st></%sis>" % (prefix, prefix, space, text, prefix, prefix)
    if isinstance(value, bool):
        return "b", b"<%sv>%d</%sv>" % (prefix, value, prefix)
    if isinstance(value, str) or value is None:
        return None, b""
    return None, b"<%sv>%s</%sv>" % (prefix, number_text(float(value)).encode(), prefix)


def stored(value: Value) -> Stored | None:
    """The value as a cell stores it; None for no value."""
    if isinstance(value, str):
        return Stored("str", value) if value else None
    if isinstance(value, bool):
        return Stored("b", str(int(value)))
    return None if value is None else Stored(None, number_text(float(value)))


def cell(prefix: bytes, value: Value, attributes: bytes) -> bytes:
    """A cell without a formula; nothing if it would say nothing but where it is."""
    kind, content = typed_content(value, prefix)
    attributes = typed(attributes, kind)
    if content:
        return b"<%sc%s>%s</%sc>" % (prefix, attributes, content, prefix)
    return b"" if ONLY_POSITION.fullmatch(attributes) else b"<%sc%s/>" % (prefix, attributes)


def _has_half_characters(text: str) -> bool:
    """Whether there are surrogates, which no file can hold."""
    return any("\ud800" <= character <= "\udfff" for character in text)
