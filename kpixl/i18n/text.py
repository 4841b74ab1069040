"""A text in both languages, and a message: a text id with the values that fill its gaps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kpixl.i18n.texts import TEXTS, Text

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")

LONGEST_VALUE = 1000
"""Characters of a value that a sentence shows: enough for a path, not for what a hostile file can hold."""

# what could break a sentence in two, reorder it, or command a terminal
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

__all__ = ["LANGUAGES", "Language", "Message", "Text", "has_text", "text"]


@dataclass(frozen=True)
class Message:
    """A sentence that is not yet in a language: a text id and the values of its `{gaps}`.

    A value may be a number, a string, or another `Message`.
    """

    id: str
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, text_id: str, /, **values: object) -> Message:
        return cls(text_id, tuple(values.items()))

    def text(self, language: Language) -> str:
        filled = {name: _written(value, language) for name, value in self.values}
        return text(self.id, language).format(**filled)


def text(text_id: str, language: Language) -> str:
    """The text with this id; `KeyError` for an unknown id (a programming mistake, never bad input)."""
    entry = TEXTS[text_id]
    return entry.ja if language == "ja" else entry.en


def has_text(text_id: str) -> bool:
    """Whether the id has a text that is not empty in every language."""
    entry = TEXTS.get(text_id)
    return entry is not None and bool(entry.ja.strip()) and bool(entry.en.strip())


def _written(value: object, language: Language) -> str:
    if isinstance(value, Message):
        return value.text(language)
    if isinstance(value, float):
        return f"{value:.15g}"
    shown = str(value)
    if len(shown) > LONGEST_VALUE:
        shown = shown[:LONGEST_VALUE] + "…"
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", shown)
