"""Planners as files, and the comparison of one that LibreOffice shows with one that headless computed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.formula import ArrayFormula

from kpixl.functions.values import Cell, CellError
from kpixl.i18n import Language
from kpixl.template.planner.build import build_planner
from kpixl.template.planner.case import Case

Values = dict[str, list[list[Cell]]]


def written(folder: Path, case: Case, language: Language) -> Path:
    book = folder / "計画.xlsx"
    book.write_bytes(build_planner(case, language))
    return book


def place(reference: str) -> tuple[str, str]:
    """Sheet and cell of a reference such as `'A b'!$B$3`."""
    sheet, _, cell = reference.rpartition("!")
    return sheet.strip("'"), cell.replace("$", "")


def stored_formulas(book: Path) -> Iterator[tuple[str, str]]:
    for sheet in load_workbook(book).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" and not isinstance(cell, MergedCell):
                    text = cell.value.text if isinstance(cell.value, ArrayFormula) else cell.value
                    yield f"{sheet.title}!{cell.coordinate}", text


def compare(book: Path, theirs: Values) -> tuple[int, list[tuple[object, ...]]]:
    """How many cells the file has a value for, and those of which LibreOffice shows another."""
    compared, differing = 0, []
    for sheet in load_workbook(book, data_only=True).worksheets:
        rows = theirs[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, MergedCell) or cell.value is None:
                    continue
                compared += 1
                inside = cell.row <= len(rows) and cell.column <= len(rows[0])
                found = rows[cell.row - 1][cell.column - 1] if inside else ""
                if not same(value(cell), found):
                    differing.append((sheet.title, cell.coordinate, cell.value, found))
    return compared, differing


def value(cell: Any) -> Cell:
    if cell.is_date:
        return float(to_excel(cell.value))
    if cell.data_type == "e":
        return CellError(cell.value)
    return float(cell.value) if isinstance(cell.value, (bool, int)) else cell.value


def same(ours: Cell, theirs: Cell) -> bool:
    if isinstance(ours, float):
        return isinstance(theirs, float) and theirs == pytest.approx(ours, rel=1e-9, abs=1e-12)
    return ours == theirs
