"""Values as they are assigned to cells of Excel, which reads texts as if somebody typed them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kpixl.functions.values import ERROR_CODES
from kpixl.macros.port import Row, Value

TEXT_MARK = "'"
TRUTH_WORDS = {"TRUE", "FALSE"}


def written(rows: Sequence[Row]) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(for_excel(value) for value in row) for row in rows)


def for_excel(value: Value) -> Value:
    """A value as Excel keeps it when it is assigned: a blank as an empty text, a text as a text.

    Excel reads an assigned text as if somebody typed it: `=1+1` would be a formula, `4/1` a date, `007` a
    number. The apostrophe of typed texts prevents that; words that nobody could mistake do without it.
    """
    if value is None:
        return ""
    if not isinstance(value, str) or value in ERROR_CODES or _mere_words(value):
        return value
    return TEXT_MARK + value


def _mere_words(text: str) -> bool:
    """Whether a text begins with a letter, has no digit anywhere, and is no truth value."""
    return (
        text[:1].isalpha()
        and not any(character.isnumeric() for character in text)
        and text.upper() not in TRUTH_WORDS
    )
