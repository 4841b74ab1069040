"""The command "Insert as array": a formula in one cell becomes an array formula as large as its result.

Calc, unlike newer Excel, does not let results of functions in extensions flow over into other cells.
"""

from __future__ import annotations

from typing import Any

from kpixl.errors import WorkbookError
from kpixl.hosts.libreoffice.commands import AS_ARRAY
from kpixl.hosts.libreoffice.inside.areas import CONTENT
from kpixl.hosts.libreoffice.inside.desk import Desk
from kpixl.hosts.libreoffice.inside.undo import one_step

CELL = "com.sun.star.sheet.SheetCell"
LAST_ROW, LAST_COLUMN = 1048575, 16383
"""Counted from 0."""


def insert_as_array(desk: Desk) -> None:
    selected = desk.document.getCurrentSelection()
    if not selected.supportsService(CELL) or not selected.getFormula().startswith("="):
        raise WorkbookError("office.array.no_formula")
    if selected.getError():
        raise WorkbookError("office.array.error", value=selected.getString())
    with one_step(desk.document, AS_ARRAY.title(desk.language)):
        _insert(selected)


def _insert(cell: Any) -> None:
    formula = cell.getFormula()
    rows, columns = _asked(cell, f"=ROWS({formula[1:]})"), _asked(cell, f"=COLUMNS({formula[1:]})")
    cell.setFormula(formula)
    sheet, address = cell.getSpreadsheet(), cell.getCellAddress()
    right, bottom = address.Column + columns - 1, address.Row + rows - 1
    if right > LAST_COLUMN or bottom > LAST_ROW:
        raise WorkbookError("office.array.no_room", rows=rows, columns=columns)
    area = sheet.getCellRangeByPosition(address.Column, address.Row, right, bottom)
    cell.setFormula("")
    occupied = area.queryContentCells(CONTENT)
    if occupied.getCount():
        raise WorkbookError("office.array.occupied", cells=occupied.getRangeAddressesAsString())
    area.setArrayFormula(formula)


def _asked(cell: Any, formula: str) -> int:
    """The number that this formula gives in the cell."""
    cell.setFormula(formula)
    return int(cell.getValue())
