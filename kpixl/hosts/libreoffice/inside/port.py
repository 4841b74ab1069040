"""The workbook that is open in LibreOffice, as macros see it.

Calc makes a database range of each table in a file of Excel's, with the same name; it does not keep which
columns the table computes, so that is told from the formulas in its last row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kpixl.errors import WorkbookError
from kpixl.hosts.libreoffice.inside.areas import formula_places, put, read, refuse_unwritable
from kpixl.hosts.libreoffice.inside.growth import grow, refuse_growth
from kpixl.macros.port import Cells, Change, SetCells, SetTable, Table

DAY_ZERO = (1899, 12, 30)


class CalcWorkbook:
    """A `WorkbookPort` over a Calc document; what it changes can be undone as what a person does can be.

    Raises `WorkbookError` for a workbook that counts its days from another one, as old ones from the Mac do.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        zero = document.NullDate
        if (zero.Year, zero.Month, zero.Day) != DAY_ZERO:
            raise WorkbookError("office.port.other_dates", file=self.file)

    @property
    def file(self) -> str:
        return str(self._document.getTitle())

    def has(self, name: str) -> bool:
        document = self._document
        return bool(document.DatabaseRanges.hasByName(name) or document.NamedRanges.hasByName(name))

    def table(self, name: str) -> Table:
        headings, data = self._parts(name)
        return Table(name, headings, read(data), _calculated(data))

    def cells(self, name: str) -> Cells:
        return read(self._named(name))

    def write(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self._refuse(change)
        for change in changes:
            if isinstance(change, SetTable):
                self._set_table(change)
            else:
                put(self._named(change.name), change.rows, frozenset())

    def recalculate(self) -> None:
        self._document.calculate()

    def _refuse(self, change: Change) -> None:
        """Whatever cannot be written is refused before anything is."""
        if isinstance(change, SetCells):
            area = self._named(change.name)
            if _size(area) != (len(change.rows), len(change.rows[0])):
                raise ValueError(f"{change.name} has other rows and columns")
            refuse_unwritable(area, change.rows, frozenset(), self.file)
            return
        headings, data = self._parts(change.table)
        if any(len(row) != len(headings) for row in change.rows):
            raise ValueError(f"{change.table} has {len(headings)} columns")
        refuse_unwritable(data, change.rows, _calculated(data), self.file)
        more = len(change.rows) - _size(data)[0]
        if more > 0:
            refuse_growth(self._document, change.table, data, more, self.file)

    def _set_table(self, change: SetTable) -> None:
        _, data = self._parts(change.table)
        calculated, more = _calculated(data), len(change.rows) - _size(data)[0]
        if more > 0:
            grow(data, more)
            _, data = self._parts(change.table)
        blank = (None,) * _size(data)[1]
        put(data, (*change.rows, *[blank] * -more), calculated)

    def _parts(self, name: str) -> tuple[tuple[str, ...], Any]:
        """A table's headings and the cells of its data."""
        ranges = self._document.DatabaseRanges
        if not ranges.hasByName(name):
            raise WorkbookError("workbook.no_table", file=self.file, table=name)
        table = ranges.getByName(name)
        address = table.getDataArea()
        sheet = self._document.Sheets.getByIndex(address.Sheet)
        top, bottom = address.StartRow, address.EndRow
        heading = sheet.getCellRangeByPosition(address.StartColumn, top, address.EndColumn, top)
        data = sheet.getCellRangeByPosition(
            address.StartColumn, top + 1, address.EndColumn, bottom - 1 if table.TotalsRow else bottom
        )
        return tuple(map(str, heading.getDataArray()[0])), data

    def _named(self, name: str) -> Any:
        """The cells that a name stands for."""
        names = self._document.NamedRanges
        if not names.hasByName(name):
            raise WorkbookError("workbook.no_name", file=self.file, name=name)
        named = names.getByName(name)
        area = named.getReferredCells()
        if area is None:
            raise WorkbookError(
                "workbook.name_is_no_area", file=self.file, name=name, formula=named.getContent()
            )
        return area


def _calculated(data: Any) -> frozenset[int]:
    last = _size(data)[0] - 1
    return frozenset(column for row, column in formula_places(data) if row == last)


def _size(area: Any) -> tuple[int, int]:
    address = area.getRangeAddress()
    return address.EndRow - address.StartRow + 1, address.EndColumn - address.StartColumn + 1
