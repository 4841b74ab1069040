"""Calls of functions as the VBA of a workbook makes them, and what it makes of the answers."""

from __future__ import annotations

from typing import Any

from functions.case_files import Case

from kpixl.functions.values import Cell, CellError, Result
from kpixl.hosts.excel.value2 import ERROR_HRESULT, MARK, NUMBER_OF


def called_from_excel(python: Any, case: Case) -> Result:
    """What a cell shows; `python` is the object that VBA has of xlwings. A blank shows as an empty text."""
    question = (case.function, *map(as_value2, case.arguments))
    answer = python.CallUDF("kpixl.hosts.excel.udf", "answer", question)
    return with_blanks(as_result(answer, case.result), case.result)


def as_value2(argument: Any) -> Any:
    """An argument as Excel hands it over."""
    if isinstance(argument, list):
        return tuple(tuple(map(as_value2, row)) for row in argument)
    return ERROR_HRESULT + NUMBER_OF[argument.code] if isinstance(argument, CellError) else argument


def as_result(answer: Any, expected: Result) -> Result:
    """An answer in the shape of what is expected: xlwings hands one cell and one row over by themselves."""
    rows = answer if isinstance(answer, list) else [answer]
    rows = rows if rows and isinstance(rows[0], list) else [rows]
    cells = [[unmarked(cell) for cell in row] for row in rows]
    return cells if isinstance(expected, list) else cells[0][0]


def unmarked(cell: Any) -> Cell:
    """A cell as the VBA of the workbook makes it from an answer."""
    if not isinstance(cell, str) or not cell.startswith(MARK):
        return cell  # type: ignore[no-any-return]
    if cell[1] == "T":
        return cell[2:]
    return next(CellError(code) for code, number in NUMBER_OF.items() if number == int(cell[1:]))


def with_blanks(shown: Result, expected: Result) -> Result:
    """The cells that are expected to be blank as blanks, where they show nothing."""
    if not isinstance(shown, list) or not isinstance(expected, list):
        return None if expected is None and shown == "" else shown
    return [
        [None if other is None and cell == "" else cell for cell, other in zip(row, others)]
        if len(row) == len(others)
        else row
        for row, others in zip(shown, expected)
    ] + shown[len(expected) :]
