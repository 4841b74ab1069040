"""A planner as checks read it: what is not there, or cannot be used, is simply None."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kpixl.domain.calendar import serial_of
from kpixl.domain.findings import Position
from kpixl.errors import KpixlError
from kpixl.macros.contract import NAMES, TABLES
from kpixl.macros.planner_cells import as_day, as_number, cells_of, is_blank, is_blank_row, table_of
from kpixl.macros.port import Cells, Row, Table, Value, WorkbookPort

LONGEST = 60
"""Characters of a value that a sentence quotes."""


class Line(NamedTuple):
    """A row of a table that is not blank, and its number on the sheet."""

    row: int
    values: Row


class Planner:
    """Reads each name and each table of a workbook once."""

    def __init__(self, workbook: WorkbookPort) -> None:
        self._workbook = workbook
        self._cells: dict[str, Cells | None] = {}
        self._tables: dict[str, Table | None] = {}

    def cells(self, name: str) -> Cells | None:
        if name not in self._cells:
            self._cells[name] = self._read_cells(name)
        return self._cells[name]

    def table(self, name: str) -> Table | None:
        """The table, if it has as many columns as the contract says, or more."""
        if name not in self._tables:
            self._tables[name] = self._read_table(name)
        return self._tables[name]

    def number(self, name: str) -> float | None:
        cells = self.cells(name)
        return None if cells is None else as_number(cells.value)

    def lines(self, name: str) -> Iterator[Line]:
        """The rows of a table that are not blank."""
        table = self.table(name)
        if table is not None:
            for row, values in enumerate(table.data.rows, table.data.top):
                if not is_blank_row(values):
                    yield Line(row, values)

    def words(self, name: str) -> tuple[str, ...]:
        """The texts of a name's first column, blank ones left out."""
        cells = self.cells(name)
        return () if cells is None else tuple(str(value) for value in cells.column if not is_blank(value))

    def fiscal_year(self) -> tuple[float, float] | None:
        """Its first day and the day after its last, as serial numbers."""
        start = self.cells("fiscal_start")
        day = None if start is None else as_day(start.value)
        if day is None or day.year == date.max.year:
            return None
        last_of_february = (day.month, day.day) == (2, 29)
        return serial_of(day), serial_of(day.replace(day.year + 1, day=28 if last_of_february else day.day))

    def _read_cells(self, name: str) -> Cells | None:
        try:
            return cells_of(self._workbook, name)
        except KpixlError:
            return None

    def _read_table(self, name: str) -> Table | None:
        try:
            table = table_of(self._workbook, name)
        except KpixlError:
            return None
        return None if table is None or len(table.headings) < len(TABLES.get(name, ())) else table


def is_planner(workbook: WorkbookPort) -> bool:
    """Whether the workbook is a planner, perhaps a damaged one: it has most of a planner's names."""
    return 2 * sum(workbook.has(name.name) for name in NAMES) > len(NAMES)


def positions(cells: Cells) -> Iterator[tuple[Position, Value]]:
    """Every cell with its value."""
    for row, values in enumerate(cells.rows, cells.top):
        for column, value in enumerate(values, cells.left):
            yield (row, column), value


def shown(value: Value) -> str:
    """A value as a sentence quotes it, cut where it is long."""
    words = f"{value:.15g}" if isinstance(value, float) else str(value)
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"
