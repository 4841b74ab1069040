"""The planner as a report reads it: every name may be missing, empty, or hold what does not belong there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpixl.errors import WorkbookError
from kpixl.macros.contract import TABLES
from kpixl.macros.planner_cells import (
    as_day,
    as_number,
    as_words,
    at,
    cells_of,
    is_blank_row,
    is_error,
    padded,
    table_of,
)
from kpixl.macros.port import Row, Value, WorkbookPort

LARGEST = 1e15  # beyond it a cell no longer tells whole numbers apart
LONGEST = 300  # characters of one cell that a report shows

REQUIRED = ("stage_names", "alert_levels", "month_plan", "as_of")
"""Names without which a workbook is no planner."""


@dataclass(frozen=True)
class Planner:
    """A workbook's names and tables as plain numbers, words and days; None or "" for what is not there."""

    port: WorkbookPort

    def __post_init__(self) -> None:
        if not all(self.port.has(name) for name in REQUIRED):
            raise WorkbookError("report.no_planner", file=self.port.file)

    def grid(self, name: str) -> tuple[Row, ...]:
        cells = cells_of(self.port, name)
        return () if cells is None else cells.rows

    def numbers(self, name: str, size: int, column: int = 0) -> tuple[float | None, ...]:
        """The first `size` numbers of a column, None where there is none."""
        found = [_as_number(at(row, column)) for row in self.grid(name)[:size]]
        return (*found, *[None] * (size - len(found)))

    def words(self, name: str, size: int) -> tuple[str, ...]:
        found = [as_line(row[0]) for row in self.grid(name)[:size]]
        return (*found, *[""] * (size - len(found)))

    def days(self, name: str, size: int) -> tuple[date | None, ...]:
        return tuple(as_day(value) for value in self.numbers(name, size))

    def number(self, name: str) -> float | None:
        return self.numbers(name, 1)[0]

    def word(self, name: str) -> str:
        return self.words(name, 1)[0]

    def day(self, name: str) -> date | None:
        return as_day(self.number(name))

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of a table that hold anything, none shorter than a planner's; () without such a table."""
        table = table_of(self.port, name)
        rows = () if table is None else table.data.rows
        return tuple(padded(row, len(TABLES[name])) for row in rows if not is_blank_row(row))


def as_line(value: Value) -> str:
    """The words in a cell on one line, no longer than a page can bear; a page shows no errors."""
    words = "" if is_error(value) else as_words(value if isinstance(value, str) else _as_number(value))
    line = " ".join("".join(each if each.isprintable() else " " for each in words[: 2 * LONGEST]).split())
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def _as_number(value: Value) -> float | None:
    """A number that can be shown; an absurdly large one is none."""
    number = as_number(value)
    return number if number is not None and abs(number) < LARGEST else None
