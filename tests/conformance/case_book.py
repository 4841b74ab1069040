"""One workbook that holds every case: its arguments in cells, its function's call beside them.

The sheet `Arguments` has the arguments of a case side by side; `Results` has, from the same row on, the
result; where that is an array, as an array formula, and with the number of its rows and columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from functions.case_files import Case
from workbooks.hand import Content, Error, F, book

from kpixl.functions.values import Argument, Cell, CellError, Result
from kpixl.ooxml.address import cell_name

ARGUMENTS, RESULTS = "Arguments", "Results"
ROWS, COLUMNS, FIRST, LAST_COLUMN = 1, 2, 3, 40
"""Columns of `Results`, from 1."""

Grid = Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class CaseBook:
    content: bytes
    rows: Mapping[str, int]  # where each case begins, from 1; by what the case is called
    height: int  # of the tallest case

    def result(self, case: Case, grid: Grid) -> Result:
        """The case's result as it stands in the values of `Results`."""
        row = self.rows[str(case)] - 1
        first, height, width = (grid[row][column - 1] for column in (FIRST, ROWS, COLUMNS))
        if not isinstance(case.result, list) or isinstance(height, CellError):
            return first
        assert isinstance(height, float)
        assert isinstance(width, float)
        return [list(cells[FIRST - 1 : FIRST - 1 + int(width)]) for cells in grid[row : row + int(height)]]


def case_book(cases: Sequence[Case]) -> CaseBook:
    arguments: dict[str, Content] = {}
    results: dict[str, Content] = {}
    rows: dict[str, int] = {}
    row, tallest = 1, 0
    for case in cases:
        rows[str(case)] = row
        called, height = _with_arguments(case, arguments, row)
        expected = case.result
        if isinstance(expected, list):
            results[cell_name(row, ROWS)] = F(f"ROWS({called})")
            results[cell_name(row, COLUMNS)] = F(f"COLUMNS({called})")
            last = cell_name(row + len(expected) - 1, FIRST + len(expected[0]) - 1)
            results[cell_name(row, FIRST)] = F(called, kind="array", ref=f"{cell_name(row, FIRST)}:{last}")
            height = max(height, len(expected))
        else:
            results[cell_name(row, FIRST)] = F(called)
        row += height + 1
        tallest = max(tallest, height)
    results[cell_name(row, LAST_COLUMN)] = "end"  # so that all values make one rectangle
    return CaseBook(book({ARGUMENTS: arguments, RESULTS: results}), rows, tallest)


def _with_arguments(case: Case, cells: dict[str, Content], row: int) -> tuple[str, int]:
    """Put the case's arguments into cells; gives the call, and how many rows the arguments take."""
    column, height, references = 1, 1, []
    for argument in case.arguments:
        lines = _lines(argument)
        for down, line in enumerate(lines):
            for right, cell in enumerate(line):
                if cell is not None:
                    cells[cell_name(row + down, column + right)] = _content(cell)
        first, last = cell_name(row, column), cell_name(row + len(lines) - 1, column + len(lines[0]) - 1)
        reference = f"{first}:{last}" if isinstance(argument, list) else first
        references.append(f"{ARGUMENTS}!{reference}")
        column += len(lines[0]) + 1
        height = max(height, len(lines))
    return f"{case.function}({','.join(references)})", height


def _lines(argument: Argument) -> Sequence[Sequence[Cell]]:
    return argument if isinstance(argument, (list, tuple)) else [[argument]]


def _content(cell: Cell) -> Content:
    if isinstance(cell, CellError):
        return Error(cell.code)
    if cell == "":
        return F('""', "")  # only a formula can give a text without characters
    assert cell is not None
    return cell
