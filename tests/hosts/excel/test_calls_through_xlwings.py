"""Calls as a cell of Excel makes them: xlwings' own server, values as COM hands them over, and back."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office.excel_calls import unmarked
from office.pywin32 import xlwings_for_windows

import kpixl
from kpixl.functions.values import ERROR_CODES, Cell, CellError
from kpixl.hosts.excel.value2 import ERROR_HRESULT, MARK, NUMBER_OF, answer_of, argument_of

OMITTED = -2147352572  # what COM hands over for an argument that was left out
DIVISION_BY_ZERO = -2146826281  # what a cell with #DIV/0! holds, as Python sees it


@pytest.fixture(scope="module")
def windows() -> Iterator[SimpleNamespace]:
    with xlwings_for_windows() as started:
        yield started


def asked(windows: SimpleNamespace, name: str, *values: object) -> Any:
    """What VBA gets for a question, before it looks for marks."""
    return windows.python.CallUDF("kpixl.hosts.excel.udf", "answer", (name, *values))


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


def test_kpixl_names_only_the_part_of_xlwings_under_the_bsd_licence() -> None:
    named = {
        found
        for path in Path(kpixl.__file__).parent.rglob("*.py")
        for found in re.findall(
            r"^\s*(?:from|import) (xlwings[\w.]*)", path.read_text(encoding="utf-8"), re.M
        )
    }
    assert named == {"xlwings", "xlwings.com_server"}


def test_no_part_of_xlwings_that_needs_a_paid_licence_is_loaded(windows: SimpleNamespace) -> None:
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
