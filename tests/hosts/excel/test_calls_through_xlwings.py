"""Calls as a cell of Excel makes them: xlwings' own server, values as COM hands them over, and back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime, timezone
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from functions.case_files import every_case, same
from hypothesis import given
from hypothesis import strategies as st
from office.pywin32 import xlwings_for_windows

from kpixl.functions.registry import REGISTRY
from kpixl.functions.values import ERROR_CODES, Cell, CellError, Result
from kpixl.hosts.excel.value2 import ERROR_HRESULT, MARK, NUMBER_OF, answer_of, argument_of

CASES = every_case()
OMITTED = -2147352572  # what COM hands over for an argument that was left out
DIVISION_BY_ZERO = -2146826281  # what a cell with #DIV/0! holds, as Python sees it


@pytest.fixture(scope="module")
def windows() -> Iterator[SimpleNamespace]:
    with xlwings_for_windows() as started:
        yield started


def asked(windows: SimpleNamespace, name: str, *values: object) -> Any:
    """What VBA gets for a question, before it looks for marks."""
    return windows.python.CallUDF("kpixl.hosts.excel.udf", "answer", (name, *values))


@pytest.mark.parametrize("function", REGISTRY)
def test_a_function_gives_what_its_cases_say(windows: SimpleNamespace, function: str) -> None:
    for case in CASES:
        if case.function == function:
            answer = asked(windows, function, *map(as_value2, case.arguments))
            assert same(as_result(answer, case.result), blanks_as_texts(case.result)), case.name


def test_an_argument_that_is_left_out_counts_as_blank(windows: SimpleNamespace) -> None:
    assert asked(windows, "KPI_GOAL_COUNT", 1000.0, 100.0, OMITTED, "exact") == 10.0
    assert asked(windows, "KPI_GOAL_COUNT", 1000.0, 100.0, None, "exact") == 10.0


def test_an_error_cell_goes_out_unchanged_alone_and_within_a_range(windows: SimpleNamespace) -> None:
    assert asked(windows, "KPI_ROAS", DIVISION_BY_ZERO, 1.0) == f"{MARK}2007"
    assert asked(windows, "KPI_RATES", ((1.0, DIVISION_BY_ZERO),)) == f"{MARK}2007"


def test_a_constant_array_of_one_row_is_a_row(windows: SimpleNamespace) -> None:
    assert asked(windows, "KPI_RATES", (100.0, 50.0, 10.0)) == [0.5, 0.2]


def test_a_name_that_is_no_function_is_answered(windows: SimpleNamespace) -> None:
    assert asked(windows, "KPI_NOTHING", 1.0) == f"{MARK}2029"


def test_no_part_of_xlwings_that_needs_a_paid_licence_is_imported_by_kpixl(windows: SimpleNamespace) -> None:
    asked(windows, "KPI_ROAS", 1.0, 1.0)
    assert "kpixl.hosts.excel.udf" in sys.modules
    for module in (
        "xlwings.server",
        "xlwings.pro.reports",
        "xlwings.pro._xlremote",
        "xlwings.pro._xlofficejs",
    ):
        assert module not in sys.modules


# values one by one


@pytest.mark.parametrize("code", ERROR_CODES)
def test_every_error_comes_in_and_goes_out(code: str) -> None:
    assert argument_of(ERROR_HRESULT + NUMBER_OF[code]) == CellError(code)
    assert answer_of(CellError(code)) == [[f"{MARK}{NUMBER_OF[code]}"]]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        ("", ""),
        ("受注", "受注"),
        (True, True),
        (46113.0, 46113.0),
        (3, 3.0),
        (ERROR_HRESULT + 2051, CellError("#VALUE!")),  # #BLOCKED! and the like, which kpixl does not know
        (Decimal("1.5"), 1.5),
        (datetime(2026, 4, 1, 12, tzinfo=timezone.utc), 46113.5),
        (object(), CellError("#VALUE!")),
    ],
)
def test_a_value_of_com_is_this_cell(value: object, cell: Cell) -> None:
    assert argument_of(value) == cell
    assert type(argument_of(value)) is type(cell)


def test_a_blank_result_is_an_empty_text() -> None:
    assert answer_of([[1.0, None]]) == [[1.0, ""]]


@given(st.text(max_size=5).map(lambda text: MARK + text) | st.text())
def test_no_text_is_taken_for_an_error(text: str) -> None:
    (answer,) = answer_of(text)[0]
    assert unmarked(answer) == text


def as_value2(argument: Any) -> Any:
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


def blanks_as_texts(result: Result) -> Result:
    if isinstance(result, list):
        return [["" if cell is None else cell for cell in row] for row in result]
    return "" if result is None else result
