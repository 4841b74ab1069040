"""The built sample planner as a workbook in memory, and ways to damage it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from macros.memory import MemoryWorkbook

from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.i18n import Language
from kpixl.macros.contract import NAMES, TABLES
from kpixl.macros.port import Cells, Row, Value

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@cache
def _read(language: Language) -> MemoryWorkbook:
    file = f"planner.web.{language}.xlsx"
    workbook = HeadlessWorkbook((TEMPLATES / file).read_bytes(), file)
    names = {name.name: workbook.cells(name.name) for name in NAMES}
    return MemoryWorkbook({name: workbook.table(name) for name in TABLES}, names, file=file)


def sound(language: Language = "en") -> MemoryWorkbook:
    """The planner, and what is overdue in the sample marked as done."""
    read = _read(language)
    workbook = replace(read, tables=dict(read.tables), names=dict(read.names))
    for row in range(len(workbook.tables["Reviews"].data.rows)):
        set_row(workbook, "Reviews", row, done="○")
    for row, values in enumerate(workbook.tables["Measures"].data.rows):
        set_row(workbook, "Measures", row, done_count=values[5])
    return workbook


PLACES = {"done": 7, "done_count": 6}


def set_row(workbook: MemoryWorkbook, table: str, row: int, **values: Value) -> None:
    for column, value in values.items():
        set_table(workbook, table, row, PLACES[column], value)


def set_table(workbook: MemoryWorkbook, table: str, row: int, column: int, value: Value) -> None:
    """Row and column count from 0 within the table's data."""
    old = workbook.tables[table]
    workbook.tables[table] = replace(old, data=_changed(old.data, row, column, value))


def add_row(workbook: MemoryWorkbook, table: str, values: Row) -> None:
    old = workbook.tables[table]
    workbook.tables[table] = replace(old, data=replace(old.data, rows=(*old.data.rows, values)))


def clear(workbook: MemoryWorkbook, table: str) -> None:
    old = workbook.tables[table]
    empty = tuple((None,) * len(row) for row in old.data.rows)
    workbook.tables[table] = replace(old, data=replace(old.data, rows=empty))


def set_name(workbook: MemoryWorkbook, name: str, value: Value, row: int = 0, column: int = 0) -> None:
    workbook.names[name] = _changed(workbook.names[name], row, column, value)


def set_all(workbook: MemoryWorkbook, name: str, value: Value) -> None:
    old = workbook.names[name]
    workbook.names[name] = replace(old, rows=tuple((value,) * len(row) for row in old.rows))


def _changed(cells: Cells, row: int, column: int, value: Value) -> Cells:
    rows = [list(values) for values in cells.rows]
    rows[row][column] = value
    return replace(cells, rows=tuple(map(tuple, rows)))
