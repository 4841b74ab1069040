"""What every reader of sources gives: rows of cells with the numbers by which a person finds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kpixl.errors import SourceError

Cell = str | float | bool | date | None
"""Text as it stands in the file, or a value that the file itself knows as a number, a truth or a date."""

MEBIBYTE = 1 << 20
MOST_BYTES = 256 * MEBIBYTE  # of a source file
MOST_ROWS = 2_000_000
MOST_COLUMNS = 2_000
MOST_CELLS = 20_000_000  # of a sheet, the empty ones within its used area included


class Row(NamedTuple):
    """One row of a source; a CSV record of several lines has the number of its first line."""

    number: int
    cells: tuple[Cell, ...]


def checked(rows: Iterator[Row], file: str) -> Iterator[Row]:
    """The rows, as long as they are not absurdly many or wide. Raises `SourceError`."""
    for place, row in enumerate(rows, 1):
        if place > MOST_ROWS:
            raise SourceError("import.too_many_rows", file=file, limit=MOST_ROWS)
        if len(row.cells) > MOST_COLUMNS:
            raise SourceError("import.too_many_columns", file=file, row=row.number, limit=MOST_COLUMNS)
        yield row
