"""Rectangles of Calc cells, read and written."""

from __future__ import annotations

from typing import Any

from kpixl.errors import WorkbookError
from kpixl.hosts.libreoffice.inside.cells import ERROR_NUMBERS
from kpixl.macros.port import Cells, Rows, unwritable

CONTENT = 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags: values, dates, texts, formulas
FORMULAS = 16  # the last of them
ERROR_RESULTS = 4  # com.sun.star.sheet.FormulaResult.ERROR
CONSTANTS = ("=TRUE()", "=FALSE()", "=#")
CODES = {number: code for code, number in ERROR_NUMBERS.items()}


def read(area: Any) -> Cells:
    """The values of the cells; of what Calc shows as `Err:504` or the like, that."""
    rows = [[None if value == "" else value for value in row] for row in area.getDataArray()]
    start = area.getRangeAddress()
    for cells in area.queryFormulaCells(ERROR_RESULTS):
        wrong = cells.getRangeAddress()
        for row in range(wrong.StartRow, wrong.EndRow + 1):
            for column in range(wrong.StartColumn, wrong.EndColumn + 1):
                down, right = row - start.StartRow, column - start.StartColumn
                number = area.getCellByPosition(right, down).getError()
                rows[down][right] = CODES.get(number, f"Err:{number}")
    sheet = area.getSpreadsheet().getName()
    return Cells(sheet, start.StartRow + 1, start.StartColumn + 1, tuple(map(tuple, rows)))


def cell_name(cell: Any) -> str:
    return str(cell.AbsoluteName).rpartition(".")[2].replace("$", "")


def formula_places(area: Any) -> set[tuple[int, int]]:
    """Row and column, within the area, of each cell with a formula; a text such as "=1+1" is none.

    Nor is a truth value or an error value, of which Calc makes a formula when it reads a file.
    """
    start, formulas = area.getRangeAddress(), area.getFormulaArray()
    places = {
        (row - start.StartRow, column - start.StartColumn)
        for found in area.queryContentCells(FORMULAS).getRangeAddresses()
        for row in range(found.StartRow, found.EndRow + 1)
        for column in range(found.StartColumn, found.EndColumn + 1)
    }
    return {(row, column) for row, column in places if not formulas[row][column].startswith(CONSTANTS)}


def refuse_unwritable(area: Any, rows: Rows, besides: frozenset[int], file: str) -> None:
    """Refuse values that no cell can hold, and to write over formulas; columns `besides` are not written.

    Raises `WorkbookError`.
    """
    formulas = formula_places(area)
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            if right in besides:
                continue
            reason = unwritable(value)
            if (down, right) in formulas:
                reason = "workbook.formula_there"
            if reason:
                sheet, start = area.getSpreadsheet(), area.getRangeAddress()
                cell = sheet.getCellByPosition(start.StartColumn + right, start.StartRow + down)
                raise WorkbookError(reason, file=file, sheet=sheet.getName(), cell=cell_name(cell))


def put(area: Any, rows: Rows, besides: frozenset[int]) -> None:
    """Write the rows into the area, which is as large as they are; columns `besides` stay as they are.

    Cell by cell, and only where something changes: what is written in bulk cannot be undone in Calc.
    """
    for down, (old, new) in enumerate(zip(read(area).rows, rows)):
        for right, (before, value) in enumerate(zip(old, new)):
            if right in besides or before == value or (before is None and value == ""):
                continue
            cell = area.getCellByPosition(right, down)
            if value is None or value == "":
                cell.clearContents(CONTENT)
            elif isinstance(value, str):
                cell.setString(value)
            else:
                cell.setValue(float(value))
