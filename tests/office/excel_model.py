"""A model of as much of Excel's object model as macros use, with what Excel does to values that are assigned.

It says what kpixl expects of Excel. Whether Excel agrees, only Excel can tell: docs/excel.md lists the steps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path, PureWindowsPath
from typing import Any

from office.pywin32 import ComError
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.cell_range import CellRange

from kpixl.functions.values import ERROR_CODES
from kpixl.hosts.excel.value2 import ERROR_HRESULT, NUMBER_OF

NO_SUCH_ITEM = -2147352567
SHIFT_DOWN = -4121


class Refused(ComError):
    """What pywin32 raises when Excel refuses."""

    def __init__(self, description: str) -> None:
        super().__init__(
            NO_SUCH_ITEM, "Exception occurred.", (0, "Microsoft Excel", description, None, 0, -1)
        )
        self.hresult = NO_SUCH_ITEM
        self.excepinfo = self.args[2]


@dataclass
class Cell:
    value: Any = None
    formula: str | None = None


class Counted:
    """A collection of COM, which counts from 1 and takes names too."""

    def __init__(self, members: dict[str, Any]) -> None:
        self._members = members

    @property
    def Count(self) -> int:  # noqa: N802 (Excel's names, as all those below)
        return len(self._members)

    def __call__(self, key: int | str) -> Any:
        if isinstance(key, int):
            return list(self._members.values())[key - 1]
        for name, member in self._members.items():
            if name.lower() == key.lower():
                return member
        raise Refused("no such item")

    Item = __call__

    def __iter__(self) -> Iterator[Any]:
        return iter(self._members.values())


class Application:
    Hwnd, Version = 1, "16.0"

    def __init__(self) -> None:
        self.ScreenUpdating, self.EnableEvents, self.Calculation = True, True, -4105
        self.calculations = 0
        self.calculate: Callable[[], None] = lambda: None

    def Calculate(self) -> None:  # noqa: N802
        self.calculations += 1
        self.calculate()


class Book:
    Date1904 = False

    def __init__(self, file: str = "C:\\plan.xlsm") -> None:
        self.FullName, self.Name = file, PureWindowsPath(file).name
        self.content = b""  # of the file it was opened from
        self.Path = file[: -len(self.Name)]
        self.Application = Application()
        self.sheets: dict[str, Sheet] = {}
        self.names: dict[str, Name] = {}

    def SaveCopyAs(self, file: str) -> None:  # noqa: N802
        """The model changes no files: a copy is what was opened."""
        Path(file).write_bytes(self.content)

    @property
    def Worksheets(self) -> Counted:  # noqa: N802
        return Counted(self.sheets)

    Sheets = Worksheets

    @property
    def Names(self) -> Counted:  # noqa: N802
        return Counted(self.names)


@dataclass
class Name:
    Name: str
    area: Any

    @property
    def RefersToRange(self) -> Any:  # noqa: N802
        if self.area is None:
            raise Refused("a constant")
        return self.area


@dataclass
class Sheet:
    Parent: Book
    Name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    tables: dict[str, ListObject] = field(default_factory=dict)
    ProtectContents: bool = False
    refuses: bool = False  # whether the next assignments fail, as while a cell is edited

    @property
    def ListObjects(self) -> Counted:  # noqa: N802
        return Counted(self.tables)

    def Cells(self, row: int, column: int) -> Range:  # noqa: N802
        return Range(self, row, column)

    def Range(self, first: Range, last: Range) -> Range:  # noqa: N802
        return Range(self, first.Row, first.Column, last.Row - first.Row + 1, last.Column - first.Column + 1)

    def cell(self, row: int, column: int) -> Cell:
        return self.cells.setdefault((row, column), Cell())


@dataclass
class Range:
    """A rectangle of cells; what it is asked for and told, Excel's ranges are.

    It has neither `Offset` nor `Resize`: with pywin32, calling them means something else than in VBA.
    """

    Worksheet: Sheet
    Row: int
    Column: int
    height: int = 1
    width: int = 1
    areas: int = 1

    @property
    def Rows(self) -> Count:  # noqa: N802
        return Count(self.height)

    @property
    def Columns(self) -> Count:  # noqa: N802
        return Count(self.width)

    @property
    def Areas(self) -> Count:  # noqa: N802
        return Count(self.areas)

    def Cells(self, row: int, column: int) -> Range:  # noqa: N802
        return Range(self.Worksheet, self.Row + row - 1, self.Column + column - 1)

    def part(self, top: int, height: int) -> Range:
        """Some of its rows."""
        return Range(self.Worksheet, self.Row + top, self.Column, height, self.width)

    @property
    def HasFormula(self) -> bool | None:  # noqa: N802
        found = {cell.formula is not None for row in self._cells() for cell in row}
        return found.pop() if len(found) == 1 else None

    @property
    def Value2(self) -> Any:  # noqa: N802
        return self._told(lambda cell: cell.value)

    @Value2.setter
    def Value2(self, values: Any) -> None:  # noqa: N802
        self._assign(values)

    @property
    def Formula(self) -> Any:  # noqa: N802
        return self._told(lambda cell: cell.formula or ("" if cell.value is None else cell.value))

    @Formula.setter
    def Formula(self, values: Any) -> None:  # noqa: N802
        self._assign(values)

    def Insert(self, shift: int, origin: int) -> None:  # noqa: N802
        """Push what stands here and below downwards; a table around gets rows, its formulas and names too."""
        assert shift == SHIFT_DOWN
        sheet, last_column = self.Worksheet, self.Column + self.width - 1
        moving = [
            place for place in sheet.cells if place[0] >= self.Row and self.Column <= place[1] <= last_column
        ]
        for row, column in sorted(moving, reverse=True):
            sheet.cells[row + self.height, column] = sheet.cells.pop((row, column))
        areas = [table.area for table in sheet.tables.values()]
        areas += [
            name.area for name in sheet.Parent.names.values() if name.area and name.area.Worksheet is sheet
        ]
        for area in areas:
            if not (self.Column <= area.Column and area.Column + area.width - 1 <= last_column):
                continue
            if area.Row < self.Row < area.Row + area.height:
                area.height += self.height
            elif area.Row >= self.Row:
                area.Row += self.height
        for table in sheet.tables.values():
            table.fill(range(self.Row, self.Row + self.height))

    def _cells(self) -> list[list[Cell]]:
        return [
            [self.Worksheet.cell(self.Row + row, self.Column + column) for column in range(self.width)]
            for row in range(self.height)
        ]

    def _told(self, what: Callable[[Cell], Any]) -> Any:
        rows = tuple(tuple(map(what, row)) for row in self._cells())
        return rows[0][0] if self.height == self.width == 1 else rows

    def _assign(self, values: Any) -> None:
        if self.Worksheet.refuses:
            raise Refused("a cell is being edited")
        rows = values if isinstance(values, tuple) else ((values,),)
        assert [len(row) for row in rows] == [self.width] * self.height
        for of_row, row in zip(self._cells(), rows):
            for cell, value in zip(of_row, row):
                cell.value, cell.formula = as_typed(value)


@dataclass
class Count:
    Count: int


@dataclass
class ListObject:
    Name: str
    area: Range  # headings included
    calculated: dict[int, str] = field(default_factory=dict)  # formula by place
    ShowTotals: bool = False

    @property
    def Parent(self) -> Sheet:  # noqa: N802
        return self.area.Worksheet

    @property
    def HeaderRowRange(self) -> Range:  # noqa: N802
        return self.area.part(0, 1)

    @property
    def DataBodyRange(self) -> Range | None:  # noqa: N802
        return self.area.part(1, self.area.height - 1) if self.area.height > 1 else None

    @property
    def ListColumns(self) -> Count:  # noqa: N802
        return self.area.Columns

    @property
    def ListRows(self) -> ListObject:  # noqa: N802
        return self

    def Add(self) -> None:  # noqa: N802
        self.area.part(self.area.height, 1).Insert(SHIFT_DOWN, 0)
        self.area.height += 1
        self.fill(range(self.area.Row + self.area.height - 1, self.area.Row + self.area.height))

    def fill(self, rows: range) -> None:
        """What Excel does in rows that came into a table."""
        for row in rows:
            if self.area.Row < row < self.area.Row + self.area.height:
                for place, formula in self.calculated.items():
                    self.Parent.cell(row, self.area.Column + place).formula = formula


def as_typed(value: Any) -> tuple[Any, str | None]:
    """Value and formula of a cell to which this is assigned."""
    if value == "" or value is None:
        return None, None
    if not isinstance(value, str):
        return value, None
    if value.startswith("'"):
        return value[1:], None
    if value in ERROR_CODES:
        return ERROR_HRESULT + NUMBER_OF[value], None
    if value.startswith(("=", "+", "-", "@")):
        return None, value
    if value.upper() in ("TRUE", "FALSE"):
        return value.upper() == "TRUE", None
    if re.search(r"\d", value):
        return 0.0, None  # a number, a date, or something as unexpected
    return value, None


def opened(content: bytes, file: str) -> Book:
    """A workbook's tables, names and values, as Excel would have them after opening it."""
    book = Book(file)
    book.content = content
    sheets, names = _read(content)
    for title, cells, tables in sheets:
        sheet = book.sheets[title] = Sheet(book, title)
        sheet.cells = {place: Cell(value, formula) for place, value, formula in cells}
        for name, reference in tables:
            area = area_of(sheet, reference)
            last = area.Row + area.height - 1
            calculated = {
                place: found
                for place in range(area.width)
                if (found := sheet.cell(last, area.Column + place).formula) is not None
            }
            sheet.tables[name] = ListObject(name, area, calculated)
    for name, place in names:
        book.names[name] = Name(name, area_of(book.sheets[place[0]], place[1]) if place else None)
    return book


@cache
def _read(content: bytes) -> tuple[list[Any], list[Any]]:
    """The sheets (title; place, value and formula of each cell; tables) and the names with their places."""
    formulas, values = load_workbook(BytesIO(content)), load_workbook(BytesIO(content), data_only=True)
    sheets = []
    for worksheet in formulas.worksheets:
        shown = values[worksheet.title]
        cells = []
        for cell in (cell for row in worksheet.iter_rows() for cell in row if cell.value is not None):
            formula = cell.value if cell.data_type == "f" else None
            written = formula if isinstance(formula, str) or formula is None else formula.text
            value = as_value2(shown.cell(cell.row, cell.column).value)
            cells.append(((cell.row, cell.column), value, written))
        sheets.append(
            (worksheet.title, cells, [(table.name, table.ref) for table in worksheet.tables.values()])
        )
    names = [
        (name, next(iter(defined.destinations), None)) for name, defined in formulas.defined_names.items()
    ]
    return sheets, names


def area_of(sheet: Sheet, cells: str) -> Range:
    ranged = CellRange(cells.replace("$", ""))
    size = ranged.size
    return Range(sheet, ranged.min_row, ranged.min_col, size["rows"], size["columns"])


def as_value2(value: Any) -> Any:
    if hasattr(value, "year"):
        return float(to_excel(value))
    if isinstance(value, str) and value in ERROR_CODES:
        return ERROR_HRESULT + NUMBER_OF[value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
