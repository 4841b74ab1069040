"""The shape of one entry in the text modules."""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    ja: str
    en: str
