"""Makes a table longer, with its formulas and formats, and with all that refers to the whole of it."""

from __future__ import annotations

from typing import Any

import uno

from kpixl.errors import WorkbookError
from kpixl.hosts.libreoffice.inside.areas import CONTENT, cell_name

LAST_ROW = 1048575  # counted from 0


def refuse_growth(document: Any, name: str, data: Any, more: int, file: str) -> None:
    """Raises `WorkbookError` unless the data of this table can have so many rows more."""
    sheet, address = data.getSpreadsheet(), data.getRangeAddress()
    rows = address.EndRow - address.StartRow + 1 + more
    if document.DatabaseRanges.getByName(name).TotalsRow:
        raise WorkbookError("workbook.totals_row", file=file, table=name, sheet=sheet.getName())
    if rows == more + 1:
        raise WorkbookError("office.port.one_row", file=file, table=name, sheet=sheet.getName())
    if address.EndRow + more > LAST_ROW:
        most = LAST_ROW - address.StartRow + 1
        raise WorkbookError("workbook.sheet_full", file=file, table=name, rows=rows, most=most)
    occupied = _below(data, more).queryContentCells(CONTENT)
    if occupied.getCount():
        cell = cell_name(occupied.getByIndex(0).getCellByPosition(0, 0))
        raise WorkbookError(
            "workbook.no_room", file=file, table=name, rows=rows, sheet=sheet.getName(), cell=cell
        )


def grow(data: Any, more: int) -> None:
    """Insert rows before the last one, filled as that is, and take as many empty ones away below the table.

    References to the whole of the table then reach over the new rows, and nothing else has moved.
    """
    sheet, address = data.getSpreadsheet(), data.getRangeAddress()
    left, right, last = address.StartColumn, address.EndColumn, address.EndRow
    down = uno.Enum("com.sun.star.sheet.CellInsertMode", "DOWN")
    sheet.insertCells(
        sheet.getCellRangeByPosition(left, last, right, last + more - 1).getRangeAddress(), down
    )
    filled = sheet.getCellRangeByPosition(left, last, right, last + more)
    filled.fillAuto(uno.Enum("com.sun.star.sheet.FillDirection", "TO_TOP"), 1)
    up = uno.Enum("com.sun.star.sheet.CellDeleteMode", "UP")
    below = sheet.getCellRangeByPosition(left, last + more + 1, right, last + 2 * more)
    sheet.removeRange(below.getRangeAddress(), up)


def _below(data: Any, rows: int) -> Any:
    """The cells below the data, as wide as it is."""
    address = data.getRangeAddress()
    return data.getSpreadsheet().getCellRangeByPosition(
        address.StartColumn, address.EndRow + 1, address.EndColumn, address.EndRow + rows
    )
