"""Planners for tests of macros, read into memory: their formulas do nothing there."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from functools import cache

from memory import MemoryWorkbook
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.cell_range import CellRange

from kpixl.macros.port import Cells, Row, Table, Value


def in_memory(content: bytes) -> MemoryWorkbook:
    """The names and tables of a recalculated workbook."""
    read = _read(content)
    return replace(read, tables=dict(read.tables), names=dict(read.names))


@cache
def _read(content: bytes) -> MemoryWorkbook:
    workbook = load_workbook(io.BytesIO(content), data_only=True)
    book = MemoryWorkbook(file="planner.xlsx")

    def cells(sheet: str, area: str) -> Cells:
        rows = tuple(tuple(_value(cell.value) for cell in row) for row in _rows(workbook[sheet], area))
        return Cells(sheet, CellRange(area).min_row, CellRange(area).min_col, rows)

    for name, defined in workbook.defined_names.items():
        ((sheet, area),) = defined.destinations
        book.names[name] = cells(sheet, area.replace("$", ""))
    for sheet in workbook.worksheets:
        for table in sheet.tables.values():
            whole = cells(sheet.title, table.ref)
            data = replace(whole, top=whole.top + 1, rows=whole.rows[1:])
            headings = tuple(str(heading) for heading in whole.rows[0])
            book.tables[table.name] = Table(table.name, headings, data, frozenset())
    return book


def set_column(book: MemoryWorkbook, name: str, *values: Value) -> None:
    """Other values in a column of named cells, as if a formula gave them."""
    cells = book.names[name]
    assert len(values) == len(cells.rows)
    book.names[name] = replace(cells, rows=tuple((value, *row[1:]) for value, row in zip(values, cells.rows)))


def filled_rows(book: MemoryWorkbook, table: str) -> list[Row]:
    return [row for row in book.tables[table].data.rows if any(value is not None for value in row)]


def _rows(sheet, area):  # type: ignore[no-untyped-def]
    found = sheet[area]
    return found if isinstance(found, tuple) else ((found,),)


def _value(value: object) -> Value:
    if isinstance(value, datetime):
        return to_excel(value)
    return value or None if isinstance(value, str) else value  # type: ignore[return-value]
