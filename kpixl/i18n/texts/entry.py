"""The shape of one entry in the text modules, and how modules are put together."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Text(NamedTuple):
    ja: str
    en: str


def united(*subjects: Mapping[str, Text]) -> Mapping[str, Text]:
    """All texts of several modules by id; `ValueError` for an id that two of them define."""
    together: dict[str, Text] = {}
    for subject in subjects:
        twice = together.keys() & subject.keys()
        if twice:
            raise ValueError(f"text ids defined twice: {sorted(twice)}")
        together.update(subject)
    return MappingProxyType(together)
