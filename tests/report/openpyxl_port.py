"""A workbook as openpyxl reads it, as a port: what the cells hold, by an independent reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import to_excel

from kpixl.errors import WorkbookError
from kpixl.macros.port import Cells, Change, Table, Value


class OpenpyxlWorkbook:
    """Fulfils `WorkbookPort` for reading."""

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        self.workbook = load_workbook(BytesIO(content), data_only=True)
        self.tables = {name: sheet for sheet in self.workbook for name in sheet.tables}

    def has(self, name: str) -> bool:
        return name in self.tables or name in self.workbook.defined_names

    def table(self, name: str) -> Table:
        if name not in self.tables:
            raise WorkbookError("workbook.no_table", file=self.file, table=name)
        sheet = self.tables[name]
        left, top, right, bottom = range_boundaries(sheet.tables[name].ref)
        headings, *rows = self._rows(sheet.title, left, top, right, bottom)
        data = Cells(sheet.title, top + 1, left, tuple(rows))
        return Table(name, tuple(str(heading) for heading in headings), data, frozenset())

    def cells(self, name: str) -> Cells:
        if name not in self.workbook.defined_names:
            raise WorkbookError("workbook.no_name", file=self.file, name=name)
        ((sheet, place),) = self.workbook.defined_names[name].destinations
        left, top, right, bottom = range_boundaries(place)
        return Cells(sheet, top, left, self._rows(sheet, left, top, right, bottom))

    def write(self, changes: Sequence[Change]) -> None:
        raise NotImplementedError

    def recalculate(self) -> None:
        raise NotImplementedError

    def _rows(
        self, sheet: str, left: int, top: int, right: int, bottom: int
    ) -> tuple[tuple[Value, ...], ...]:
        rows = self.workbook[sheet].iter_rows(top, bottom, left, right, values_only=True)
        return tuple(tuple(_value(value) for value in row) for row in rows)


def _value(value: object) -> Value:
    if isinstance(value, (datetime, date)):
        return to_excel(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value  # type: ignore[return-value]
