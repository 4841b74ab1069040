"""What a macro sees of a workbook, whatever program holds it: tables and named cells to read, and changes.

Dates are serial numbers of the 1900 system, an error is its code as text, an empty cell is None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Protocol

Value = float | str | bool | None
Row = tuple[Value, ...]
Rows = tuple[Row, ...]


@dataclass(frozen=True)
class Cells:
    """A rectangle of cells with their values."""

    sheet: str
    top: int  # row of the first cell, from 1
    left: int  # column of the first cell, from 1
    rows: Rows

    @property
    def value(self) -> Value:
        """The first cell's value."""
        return self.rows[0][0]

    @property
    def column(self) -> Row:
        """The values of the first column."""
        return tuple(row[0] for row in self.rows)


@dataclass(frozen=True)
class Table:
    """A table's headings and its rows of data, blank ones included."""

    name: str
    headings: tuple[str, ...]
    data: Cells
    calculated: frozenset[int]  # places of the columns that the workbook fills by formulas, from 0


@dataclass(frozen=True)
class SetTable:
    """These are the table's rows of data from now on, in its columns' order.

    A table grows with its formulas, formats and what refers to the whole of it; it never gets shorter: rows
    that are left over are emptied.  What stands here for calculated columns does not matter.
    """

    table: str
    rows: Rows


@dataclass(frozen=True)
class SetCells:
    """The cells of a defined name hold these values from now on: as many rows and columns as it has."""

    name: str
    rows: Rows


Change = SetTable | SetCells

LONGEST_TEXT = 32_767
"""Characters that a cell of Excel holds."""


def unwritable(value: Value) -> str | None:
    """The text id of why no cell of a spreadsheet program could hold the value; None if one could."""
    if isinstance(value, float) and not isfinite(value):
        return "workbook.value_no_number"
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        return "workbook.value_too_long"
    return None


class WorkbookPort(Protocol):
    """A workbook in a host.  Every method raises `WorkbookError` for what is not there or cannot be done."""

    @property
    def file(self) -> str:
        """What messages call the workbook."""
        ...

    def has(self, name: str) -> bool:
        """Whether there is a table or a defined name like that."""
        ...

    def table(self, name: str) -> Table:
        """The table with this name."""
        ...

    def cells(self, name: str) -> Cells:
        """The cells that a defined name of the workbook stands for."""
        ...

    def write(self, changes: Sequence[Change]) -> None:
        """Make all of these changes, or none of them."""
        ...

    def recalculate(self) -> None:
        """Bring every formula up to date with what was written."""
        ...
