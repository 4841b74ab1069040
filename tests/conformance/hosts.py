"""The hosts, each with the one thing the suite asks of it: the results of all cases.

Another host is one more function in `HOSTS`; what it cannot do is declared in `gaps`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from conformance.case_book import LAST_COLUMN, RESULTS, case_book
from functions.case_files import Case
from office.calc import as_cells
from office.excel_calls import called_from_excel
from office.pywin32 import xlwings_for_windows
from workbooks.compare import cached
from workbooks.hand import Error
from workbooks.runs import recalculated

import kpixl
from kpixl.functions.values import Cell, CellError, Result
from kpixl.ooxml.address import cell_name

Results = Mapping[str, Result]
"""By what the case is called."""

Host = Callable[[Sequence[Case], pytest.FixtureRequest], Results]


def direct(cases: Sequence[Case], request: pytest.FixtureRequest) -> Results:
    return {str(case): kpixl.call(case.function, *case.arguments) for case in cases}


def headless(cases: Sequence[Case], request: pytest.FixtureRequest) -> Results:
    laid_out = case_book(cases)
    values = cached(recalculated(laid_out.content, full=True).content, RESULTS)
    last_row = max(laid_out.rows.values()) + laid_out.height
    grid = [
        [_cell(values.get(cell_name(row, column))) for column in range(1, LAST_COLUMN + 1)]
        for row in range(1, last_row + 1)
    ]
    return {str(case): laid_out.result(case, grid) for case in cases}


def libreoffice(cases: Sequence[Case], request: pytest.FixtureRequest) -> Results:
    calc = request.getfixturevalue("calc")
    laid_out = case_book(cases)
    path: Path = request.getfixturevalue("tmp_path_factory").mktemp("cases") / "cases.xlsx"
    path.write_bytes(laid_out.content)
    opened = calc.open(path)
    grid = as_cells(calc.values(opened, False)[RESULTS])
    calc.close(opened)
    return {str(case): laid_out.result(case, grid) for case in cases}


def excel(cases: Sequence[Case], request: pytest.FixtureRequest) -> Results:
    """A cell's call as Excel makes it, from where the VBA of a workbook hands it over, through xlwings."""
    with xlwings_for_windows() as windows:
        return {str(case): called_from_excel(windows.python, case) for case in cases}


HOSTS: Mapping[str, Host] = {
    "Python": direct,
    "headless": headless,
    "LibreOffice": libreoffice,
    "Excel": excel,
}


def _cell(value: float | str | bool | Error | None) -> Cell:
    return CellError(value.code) if isinstance(value, Error) else value
