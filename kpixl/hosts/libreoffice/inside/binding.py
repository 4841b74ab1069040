"""Binds the calls of our functions in a workbook that LibreOffice has read from a file of Excel's.

LibreOffice 7.4 takes `KPI_X(` in such a file for an unknown name, and no version knows the spellings that
add-ins leave there. A call is bound when its formula holds the name under which LibreOffice knows us.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import uno

from kpixl.hosts.libreoffice.inside.calls import bound, waits_for_compiling

FORMULAS = 16  # com.sun.star.sheet.CellFlags.FORMULA
UNUSED_NAME = "kpixl_unused_name_"


def bind(document: Any) -> int:
    """Bind every call in the workbook; gives the number of formulas that had to be written anew."""
    undo = document.getUndoManager()
    undo.lock()
    document.lockControllers()
    was_modified, was_automatic = document.isModified(), document.isAutomaticCalculationEnabled()
    document.enableAutomaticCalculation(False)
    try:
        written = sum(_bind_names(owner.NamedRanges) for owner in (document, *document.Sheets))
        waiting = False
        for sheet in document.Sheets:
            for cell, formula in _foreign_calls(sheet):
                if waits_for_compiling(formula):
                    waiting = True
                    continue
                _write(sheet, cell, bound(formula))
                written += 1
        if waiting:
            _compile_anew(document)
    finally:
        document.enableAutomaticCalculation(was_automatic)
        document.unlockControllers()
        undo.unlock()
        document.setModified(was_modified)
    return written


def _foreign_calls(sheet: Any) -> Iterator[tuple[Any, str]]:
    """Cells whose calls are not bound, with their formulas; of an array formula its first cell."""
    for cells in sheet.queryContentCells(FORMULAS):
        formulas = cells.getFormulaArray()
        arrays: set[tuple[int, int]] = set()
        for row, line in enumerate(formulas):
            for column, formula in enumerate(line):
                if "KPI_" not in formula.upper() or bound(formula) == formula or (row, column) in arrays:
                    continue
                cell = cells.getCellByPosition(column, row)
                if formula.startswith("{"):
                    arrays |= _members(sheet, cells, cell)
                yield cell, formula


def _members(sheet: Any, cells: Any, cell: Any) -> set[tuple[int, int]]:
    """Rows and columns, within these cells, of the array that the cell belongs to."""
    origin, array = cells.getRangeAddress(), _array(sheet, cell).getRangeAddress()
    rows = range(array.StartRow - origin.StartRow, array.EndRow - origin.StartRow + 1)
    columns = range(array.StartColumn - origin.StartColumn, array.EndColumn - origin.StartColumn + 1)
    return {(row, column) for row in rows for column in columns}


def _array(sheet: Any, cell: Any) -> Any:
    cursor = sheet.createCursorByRange(cell)
    cursor.collapseToCurrentArray()
    return cursor


def _write(sheet: Any, cell: Any, formula: str) -> None:
    if formula.startswith("{"):
        _array(sheet, cell).setArrayFormula(formula[1:-1])
    else:
        cell.setFormula(formula)


def _bind_names(names: Any) -> int:
    written = 0
    for name in names.getElementNames():
        named = names.getByName(name)
        content = named.getContent()
        if "KPI_" in content.upper() and bound(content) != content:
            named.setContent(bound(content))
            written += 1
    return written


def _compile_anew(document: Any) -> None:
    """Calc compiles every formula with unknown names anew when the defined names change: all in one go."""
    names = document.NamedRanges
    names.addNewByName(UNUSED_NAME, "1", uno.createUnoStruct("com.sun.star.table.CellAddress"), 0)
    names.removeByName(UNUSED_NAME)
