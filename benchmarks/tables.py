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
    """One table; columns of figures are set to the right. Notes say how it was measured."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()

    def __str__(self) -> str:
        columns = [_Column(cells) for cells in zip(self.header, *self.rows)]
        ruler = [column.ruler for column in columns]
        lines = [
            "| " + " | ".join(column.padded(cell) for column, cell in zip(columns, cells)) + " |"
            for cells in (self.header, ruler, *self.rows)
        ]
        return "\n".join([f"### {self.title}", "", *lines, *(f"\n{note}" for note in self.notes)])


def machine() -> str:
    """Where and with what it was measured."""
    return (
        f"{platform.python_implementation()} {platform.python_version()}, "
        f"formualizer {version('formualizer')}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores."
    )


def has_place(document: Path, name: str) -> bool:
    """Whether a document has the markers of the measurement `name`."""
    return bool(_place(name).search(document.read_text(encoding="utf-8")))


def put_into(document: Path, name: str, tables: Iterable[Table]) -> None:
    """Replace what stands between the markers of the measurement `name`."""
    shown = "\n\n".join([*map(str, tables), f"Measured with {machine()}"])
    text = document.read_text(encoding="utf-8")
    new = _place(name).sub(lambda place: f"{place[1]}\n\n{shown}\n\n{place[2]}", text)
    document.write_text(new, encoding="utf-8", newline="\n")


def _place(name: str) -> re.Pattern[str]:
    return re.compile(f"(<!-- measured: {name} -->).*?(<!-- end of {name} -->)", re.DOTALL)


class _Column:
    def __init__(self, cells: Sequence[str]) -> None:
        self.width = max(3, *map(_width, cells))
        self.has_figures = all(not cell or cell[0].isdigit() for cell in cells[1:])

    @property
    def ruler(self) -> str:
        return "-" * (self.width - 1) + (":" if self.has_figures else "-")

    def padded(self, cell: str) -> str:
        gap = " " * (self.width - _width(cell))
        return gap + cell if self.has_figures else cell + gap


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
