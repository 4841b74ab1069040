"""A workbook that is open in Excel, as macros see it: whole tables at once, through xlwings.

What Excel itself keeps right when a table gets rows is left to Excel: formulas, formats, names and charts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kpixl.errors import WorkbookError
from kpixl.functions.values import CellError
from kpixl.hosts.excel.assigning import for_excel, written
from kpixl.hosts.excel.value2 import argument_of
from kpixl.macros.port import Cells, Change, Rows, SetTable, Table, Value, unwritable
from kpixl.ooxml.address import cell_name

if TYPE_CHECKING:
    import xlwings as xw

SHIFT_DOWN = -4121
FORMAT_FROM_ABOVE = 0
MANUAL = -4135


class ExcelWorkbook:
    """A `WorkbookPort` over a workbook in Excel.

    Raises `WorkbookError` for one that counts its days from 1904.
    """

    def __init__(self, book: xw.Book) -> None:
        self._book = book
        if book.api.Date1904:
            raise WorkbookError("excel.date_1904", file=self.file)

    @property
    def file(self) -> str:
        return str(self._book.api.FullName)

    def has(self, name: str) -> bool:
        return self._list_object(name) is not None or self._named_area(name) is not None

    def table(self, name: str) -> Table:
        table = self._table(name)
        headings = _rows_of(table.HeaderRowRange)[0]
        body = table.DataBodyRange
        if body is None:  # a table without a row shows a blank one, in which people may type
            header = table.HeaderRowRange
            body = _rectangle(table.Parent, header.Row + 1, header.Column, 1, header.Columns.Count)
        calculated = frozenset(
            place
            for place in range(len(headings))
            if body.Cells(body.Rows.Count, place + 1).HasFormula is True
        )
        return Table(table.Name, tuple(str(heading) for heading in headings), _cells(body), calculated)

    def cells(self, name: str) -> Cells:
        return _cells(self._area(name))

    def write(self, changes: Sequence[Change]) -> None:
        """All is looked at before anything is written; where Excel refuses then, values are put back."""
        for change in changes:
            self._refuse_impossible(change)
        done: list[tuple[Any, Any]] = []
        with self._undisturbed():
            try:
                for change in changes:
                    for area, rows in self._blocks(change):
                        before = _as_it_is(area)
                        area.Value2 = rows
                        done.append((area, before))
            except Exception as fault:
                put_back = _put_back(done)
                text_id = "excel.refused" if put_back else "excel.half_written"
                raise WorkbookError(text_id, file=self.file, detail=_detail(fault)) from None

    def recalculate(self) -> None:
        self._book.app.api.Calculate()

    def _blocks(self, change: Change) -> Iterator[tuple[Any, tuple[tuple[Any, ...], ...]]]:
        """Rectangles of cells and what goes into them; a table gets its rows first."""
        if not isinstance(change, SetTable):
            yield self._area(change.name), written(change.rows)
            return
        table = self.table(change.table)
        body = _with_rows(self._table(change.table), len(change.rows))
        blank = (None,) * len(table.headings)
        rows = change.rows + (blank,) * (body.Rows.Count - len(change.rows))
        for area in _inputs(body, table):
            first = area.Column - body.Column
            yield area, written(tuple(row[first : first + area.Columns.Count] for row in rows))

    def _refuse_impossible(self, change: Change) -> None:
        if isinstance(change, SetTable):
            table = self._table(change.table)
            width, sheet = table.ListColumns.Count, table.Parent
            if any(len(row) != width for row in change.rows):
                raise ValueError(f"{change.table} has {width} columns")
            body = table.DataBodyRange
            if table.ShowTotals and len(change.rows) > (0 if body is None else body.Rows.Count):
                raise WorkbookError(
                    "workbook.totals_row", file=self.file, sheet=sheet.Name, table=change.table
                )
            areas = [] if body is None else list(_inputs(body, self.table(change.table)))
            top, left = table.HeaderRowRange.Row + 1, table.HeaderRowRange.Column
        else:
            area = self._area(change.name)
            sheet = area.Worksheet
            size = (area.Rows.Count, area.Columns.Count)
            if size != (len(change.rows), len(change.rows[0])):
                raise ValueError(f"{change.name} has {size[0]} rows and {size[1]} columns")
            areas, top, left = [area], area.Row, area.Column
        if sheet.ProtectContents:
            raise WorkbookError("excel.protected", file=self.file, sheet=sheet.Name)
        for area in areas:
            self._refuse_formulas(area)
        for row, values in enumerate(change.rows, top):
            for column, value in enumerate(values, left):
                text_id = unwritable(value)
                if text_id:
                    place = cell_name(row, column)
                    raise WorkbookError(text_id, file=self.file, sheet=sheet.Name, cell=place)

    def _refuse_formulas(self, area: Any) -> None:
        """Formulas are not written over; Excel says at once whether there are any."""
        if area.HasFormula is False:
            return
        for row in range(1, area.Rows.Count + 1):
            for column in range(1, area.Columns.Count + 1):
                cell = area.Cells(row, column)
                if cell.HasFormula:
                    raise WorkbookError(
                        "workbook.formula_there",
                        file=self.file,
                        sheet=area.Worksheet.Name,
                        cell=cell_name(cell.Row, cell.Column),
                    )

    def _table(self, name: str) -> Any:
        found = self._list_object(name)
        if found is None:
            raise WorkbookError("workbook.no_table", file=self.file, table=name)
        return found

    def _list_object(self, name: str) -> Any:
        for sheet in self._book.sheets:
            for table in sheet.tables:
                if table.name.lower() == name.lower():
                    return table.api
        return None

    def _area(self, name: str) -> Any:
        found = self._named_area(name)
        if found is None:
            raise WorkbookError("workbook.no_name", file=self.file, name=name)
        return found

    def _named_area(self, name: str) -> Any:
        """The cells of a name of the whole workbook; nothing for one that is not there or means no area."""
        if name not in self._book.names:
            return None
        try:
            area = self._book.names[name].api.RefersToRange
        except Exception:  # a constant or a formula
            return None
        return area if area.Areas.Count == 1 else None

    @contextmanager
    def _undisturbed(self) -> Iterator[None]:
        """Nothing is drawn, computed or reacted to meanwhile; afterwards all is as the user had it."""
        app = self._book.app.api
        before = {name: getattr(app, name) for name in ("ScreenUpdating", "EnableEvents", "Calculation")}
        app.ScreenUpdating, app.EnableEvents, app.Calculation = False, False, MANUAL
        try:
            yield
        finally:
            for name, value in before.items():
                setattr(app, name, value)


def _rectangle(sheet: Any, top: int, left: int, height: int, width: int) -> Any:
    """Cells of a sheet. `Offset` and `Resize` would do, but pywin32 calls them otherwise than Excel does."""
    return sheet.Range(sheet.Cells(top, left), sheet.Cells(top + height - 1, left + width - 1))


def _cells(area: Any) -> Cells:
    return Cells(area.Worksheet.Name, area.Row, area.Column, _rows_of(area))


def _rows_of(area: Any) -> Rows:
    values = area.Value2
    rows = values if isinstance(values, tuple) else ((values,),)
    return tuple(tuple(_value(cell) for cell in row) for row in rows)


def _value(cell: object) -> Value:
    value = argument_of(cell)
    if isinstance(value, CellError):
        return value.code
    return None if value == "" else value  # type: ignore[return-value] # one cell, never rows


def _with_rows(table: Any, count: int) -> Any:
    """The table's body with at least so many rows.

    New ones come in before the last one: then whatever refers to the body refers to them too, and Excel fills
    calculated columns and formats. Where there is but one row, one is added behind it first.
    """
    body = table.DataBodyRange
    while body is None or (body.Rows.Count == 1 and count > 1):
        table.ListRows.Add()
        body = table.DataBodyRange
    missing = count - body.Rows.Count
    if missing > 0:
        last = body.Row + body.Rows.Count - 1
        new = _rectangle(table.Parent, last, body.Column, missing, body.Columns.Count)
        new.Insert(SHIFT_DOWN, FORMAT_FROM_ABOVE)
        body = table.DataBodyRange
    return body


def _inputs(body: Any, table: Table) -> Iterator[Any]:
    """The columns of a table's body that no formula fills, in runs of neighbours."""
    for first, last in _runs(len(table.headings), table.calculated):
        yield _rectangle(body.Worksheet, body.Row, body.Column + first, body.Rows.Count, last - first + 1)


def _runs(width: int, without: frozenset[int]) -> Iterator[tuple[int, int]]:
    """First and last place of each run of columns, leaving some out."""
    first = None
    for place in range(width + 1):
        inside = place < width and place not in without
        if inside and first is None:
            first = place
        elif not inside and first is not None:
            yield first, place - 1
            first = None


def _put_back(done: list[tuple[Any, Any]]) -> bool:
    """Whether the cells hold again what they held."""
    try:
        for area, before in reversed(done):
            area.Formula = before
    except Exception:
        return False
    return True


def _as_it_is(area: Any) -> tuple[tuple[Any, ...], ...]:
    """What assigning to `Formula` brings back: formulas, and values as themselves."""
    formulas = area.Formula
    formulas = formulas if isinstance(formulas, tuple) else ((formulas,),)
    return tuple(
        tuple(
            formula if str(formula).startswith("=") and formula != value else for_excel(value)
            for formula, value in zip(of_row, values)
        )
        for of_row, values in zip(formulas, _rows_of(area))
    )


def _detail(fault: Exception) -> str:
    """What Excel said: the last text among the parts of a COM error, else the error itself."""
    details = [part for part in getattr(fault, "excepinfo", None) or () if isinstance(part, str)]
    return details[-1] if details else str(fault)
