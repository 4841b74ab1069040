"""What is printed: tables in Markdown, readable as they are and ready for the documents."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from unicodedata import east_asian_width


@dataclass(frozen=True)
class Table:
    """One table; its first column is text, the others are figures. Notes say how it was measured."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()

    def __str__(self) -> str:
        widths = [max(map(_width, column)) for column in zip(self.header, *self.rows)]
        ruler = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
        lines = [_line(cells, widths) for cells in (self.header, ruler, *self.rows)]
        return "\n".join([f"### {self.title}", "", *lines, *(f"\n{note}" for note in self.notes)])


def machine() -> str:
    """Where and with what it was measured."""
    return (
        f"{platform.python_implementation()} {platform.python_version()}, formualizer {version('formualizer')}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores."
    )


def put_into(document: Path, name: str, tables: Iterable[Table]) -> None:
    """Replace what stands between the markers of the measurement `name`."""
    begin, end = f"<!-- measured: {name} -->\n", f"<!-- end of {name} -->"
    shown = "\n\n".join(map(str, tables))
    text = document.read_text(encoding="utf-8")
    between = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    new, found = between.subn(lambda _: f"{begin}\n{shown}\n\n{machine()}\n\n{end}", text)
    if not found:
        raise ValueError(f"{document} has no place for '{name}': put '{begin.strip()}' and '{end}' into it")
    document.write_text(new, encoding="utf-8", newline="\n")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell + gap if place == 0 else gap + cell
        for place, (cell, width) in enumerate(zip(cells, widths))
        for gap in (" " * (width - _width(cell)),)
    ]
    return "| " + " | ".join(padded) + " |"


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
