"""What the cells of a planner hold, as everybody who reads one takes it: people may type anything anywhere.

A boolean is neither a number nor words, and a number that is not finite is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite

from kpixl.domain.alerts import AlertLevel
from kpixl.domain.calendar import PHANTOM_DAY, date_of
from kpixl.domain.findings import cell_name, quoted
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.macros.port import Cells, Row, Table, Value, WorkbookPort

ERRORS = frozenset(
    {
        *("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"),
        *("#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BUSY!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!"),
    }
)
LAST_SERIAL = 2_958_465  # 9999-12-31

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "Actuals": tuple(f"planner.actuals.{id_}" for id_ in ("date", "metric", "channel", "value")),
    "Alerts": tuple(
        f"planner.updates.{id_}"
        for id_ in ("as_of", "metric", "level", "since", "rule", "where", "action", "owner", "due", "done")
    ),
}
"""What a planner's lists are headed with."""


def as_number(value: Value) -> float | None:
    """The number in a cell; None for everything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value):
        return None
    return float(value)


def as_words(value: Value) -> str:
    """The text in a cell, without spaces around it; a number as one would type it, an error as its code."""
    if isinstance(value, str):
        return value.strip()
    number = as_number(value)
    return "" if number is None else f"{number:.15g}"


def as_serial(value: Value) -> float | None:
    """The day in a cell as its serial number, without a time of day; None for what is no date."""
    number = as_number(value)
    if number is None or not 1 <= number < LAST_SERIAL + 1 or int(number) == PHANTOM_DAY:
        return None
    return float(int(number))


def as_day(value: Value) -> date | None:
    """The day in a cell; None for what is no date."""
    serial = as_serial(value)
    return None if serial is None else date_of(serial)


def as_level(value: Value) -> AlertLevel | None:
    """The alert level whose number is in a cell."""
    number = as_number(value)
    return AlertLevel(int(number)) if number in tuple(AlertLevel) else None


def is_error(value: Value) -> bool:
    return isinstance(value, str) and value in ERRORS


def is_blank(value: Value) -> bool:
    """Whether a cell holds nothing, or nothing but spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


def is_blank_row(row: Row) -> bool:
    return all(map(is_blank, row))


def at(values: Sequence[Value], place: int) -> Value:
    """One value of a row or column; None beyond its end."""
    return values[place] if place < len(values) else None


def padded(row: Row, width: int) -> Row:
    """The row with as many cells as that, or more."""
    return row + (None,) * (width - len(row))


def cells_of(book: WorkbookPort, name: str) -> Cells | None:
    """The cells of a name, None without it. Raises `WorkbookError` for a name that stands for no cells."""
    return book.cells(name) if book.has(name) else None


def table_of(book: WorkbookPort, name: str) -> Table | None:
    """The table of this name, None without it. Raises `WorkbookError` for one that cannot be read."""
    return book.table(name) if book.has(name) else None


def address(cells: Cells, row: int, column: int = 0) -> str:
    """Where a cell of these stands, as a person would write it: はじめに!D18."""
    return f"{quoted(cells.sheet)}!{cell_name(cells.top + row, cells.left + column)}"


def language_of(book: WorkbookPort) -> Language:
    """The language a planner was made in: the one more headings of its lists are in, else Japanese."""
    found = [(table_of(book, name), ids) for name, ids in HEADINGS.items()]
    told = [pair for table, ids in found if table is not None for pair in zip(table.headings, ids)]
    return max(LANGUAGES, key=lambda language: sum(heading == text(id_, language) for heading, id_ in told))
