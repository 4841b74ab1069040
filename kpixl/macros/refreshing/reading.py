"""Values out of cells that may hold anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import isfinite

from kpixl.domain.alerts import AlertLevel
from kpixl.domain.calendar import PHANTOM_DAY, date_of
from kpixl.macros.port import Cells, Value

LAST_SERIAL = 2_958_465  # 9999-12-31


def number(value: Value) -> float | None:
    """The number in a cell; None for everything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value):
        return None
    return float(value)


def words(value: Value) -> str:
    """The text in a cell, without spaces around it; a number as one would type it."""
    if value is None or isinstance(value, bool):
        return ""
    return value.strip() if isinstance(value, str) else f"{value:.15g}"


def serial(value: Value) -> float | None:
    """The day in a cell as its serial number, without a time of day; None for what is no date."""
    found = number(value)
    if found is None or not 1 <= found < LAST_SERIAL + 1 or int(found) == PHANTOM_DAY:
        return None
    return float(int(found))


def day(value: Value) -> date | None:
    found = serial(value)
    return None if found is None else date_of(found)


def level(value: Value) -> AlertLevel | None:
    found = number(value)
    return AlertLevel(int(found)) if found in tuple(AlertLevel) else None


def at(values: Sequence[Value], place: int) -> Value:
    """One value of a row or column; None beyond its end."""
    return values[place] if place < len(values) else None


def address(cells: Cells, row: int, column: int = 0) -> str:
    """Where a cell of these stands, as a person would write it: はじめに!D18."""
    name = (
        cells.sheet if cells.sheet.replace("_", "").isalnum() else "'" + cells.sheet.replace("'", "''") + "'"
    )
    letters, left = "", cells.left + column
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{name}!{letters}{cells.top + row}"
