"""The planner as a report reads it: every name may be missing, empty, or hold what does not belong there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import isfinite

from kpixl.errors import WorkbookError
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.macros.port import Row, Value, WorkbookPort
from kpixl.ooxml.address import cell_name

EPOCH = date(1899, 12, 30)  # day 0 of serial dates from March 1900 on
FIRST_SERIAL, LAST_SERIAL = 61, 2_958_465
LARGEST = 1e15  # beyond it a cell no longer tells whole numbers apart
LONGEST = 300  # characters of one cell that a report shows
ERRORS = {
    "#NULL!",
    "#DIV/0!",
    "#VALUE!",
    "#REF!",
    "#NAME?",
    "#NUM!",
    "#N/A",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
}

REQUIRED = ("stage_names", "alert_levels", "month_plan", "as_of")
"""Names without which a workbook is no planner."""


@dataclass(frozen=True)
class Planner:
    """A workbook's names and tables as plain numbers, words and days; None or "" for what is not there."""

    port: WorkbookPort

    def __post_init__(self) -> None:
        if not all(self.port.has(name) for name in REQUIRED):
            raise WorkbookError("report.no_planner", file=self.port.file)

    @cached_property
    def language(self) -> Language:
        """The language the workbook was made in: the heading of its records tells."""
        headings = self.port.table("Actuals").headings if self.port.has("Actuals") else ()
        for language in LANGUAGES:
            if text("planner.actuals.date", language) in headings[:1]:
                return language
        return "ja"

    def grid(self, name: str) -> tuple[Row, ...]:
        return self.port.cells(name).rows if self.port.has(name) else ()

    def numbers(self, name: str, size: int, column: int = 0) -> tuple[float | None, ...]:
        """The first `size` numbers of a column, None where there is none."""
        found = [as_number(row[column]) if column < len(row) else None for row in self.grid(name)[:size]]
        return (*found, *[None] * (size - len(found)))

    def words(self, name: str, size: int) -> tuple[str, ...]:
        found = [as_words(row[0]) for row in self.grid(name)[:size]]
        return (*found, *[""] * (size - len(found)))

    def days(self, name: str, size: int) -> tuple[date | None, ...]:
        return tuple(as_day(value) for value in self.numbers(name, size))

    def number(self, name: str) -> float | None:
        return self.numbers(name, 1)[0]

    def word(self, name: str) -> str:
        return self.words(name, 1)[0]

    def day(self, name: str) -> date | None:
        return as_day(self.number(name))

    def place(self, name: str, row: int = 0) -> str:
        """Where a row of a name stands, as people write it: はじめに!D18; empty if there is no such name."""
        if not self.port.has(name):
            return ""
        cells = self.port.cells(name)
        return f"{cells.sheet}!{cell_name(cells.top + row, cells.left)}"

    def rows(self, table: str, width: int) -> tuple[Row, ...]:
        """The rows of a table that hold anything, each of this width at least; () without such a table."""
        if not self.port.has(table):
            return ()
        return tuple(
            (*row, *[None] * (width - len(row)))
            for row in self.port.table(table).data.rows
            if any(value is not None and value != "" for value in row)
        )


def as_words(value: Value) -> str:
    """A cell as one line of text; an error is no text."""
    if isinstance(value, str):
        line = " ".join("".join(each if each.isprintable() else " " for each in value[: 2 * LONGEST]).split())
        if line in ERRORS:
            return ""
        return line if len(line) <= LONGEST else line[:LONGEST] + "…"
    number = as_number(value)
    return "" if number is None else f"{number:.15g}"


def as_number(value: Value) -> float | None:
    """A number that can be shown; anything else, infinite or absurdly large ones too, is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if isfinite(value) and abs(value) < LARGEST else None


def as_day(value: Value) -> date | None:
    serial = as_number(value)
    if serial is None or not FIRST_SERIAL <= serial <= LAST_SERIAL:
        return None
    return EPOCH + timedelta(days=int(serial))
