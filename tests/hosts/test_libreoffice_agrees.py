"""The planner's ordinary formulas have the same values in LibreOffice as in the headless host.

LibreOffice does not know our functions here, so their cells are handed to it as the values that we
computed; everything else it computes for itself.
"""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pytest
from office.libreoffice import libreoffice, recalculated_values
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.formula import ArrayFormula

import kpixl
from kpixl.i18n import LANGUAGES, Language
from kpixl.template.planner.build import build_planner
from kpixl.template.planner.case import BLANK, Case
from kpixl.template.planner.cases import ALL
from kpixl.template.planner.cases.web import WEB

PLANNERS = [(case, language) for case in (WEB, BLANK) for language in LANGUAGES]
PLANNERS += [(case, "ja") for case in ALL if case is not WEB]


@pytest.mark.parametrize(("case", "language"), PLANNERS, ids=[f"{case.id}-{to}" for case, to in PLANNERS])
def test_ordinary_formulas_have_the_same_values_in_libreoffice(
    case: Case, language: Language, tmp_path: Path
) -> None:
    libreoffice()
    book = tmp_path / "planner.xlsx"
    book.write_bytes(build_planner(case, language))
    kpixl.recalculate(book)
    ours = load_workbook(book, data_only=True)
    without_our_functions, ordinary = _without_our_functions(book)
    theirs = recalculated_values(without_our_functions, tmp_path)
    assert len(ordinary) > 1500
    differing = []
    for sheet, cell in ordinary:
        expected = ours[sheet][cell].value
        row, column = ours[sheet][cell].row, ours[sheet][cell].column
        if not _same(expected, theirs[sheet][row - 1][column - 1]):
            differing.append((sheet, cell, expected, theirs[sheet][row - 1][column - 1]))
    assert differing == []


def _without_our_functions(book: Path) -> tuple[Path, list[tuple[str, str]]]:
    """A copy with our functions' cells as values, and the cells whose formulas are left."""
    formulas = load_workbook(io.BytesIO(book.read_bytes()))
    values = load_workbook(io.BytesIO(book.read_bytes()), data_only=True)
    ordinary = []
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, MergedCell) or cell.data_type != "f":
                    continue
                array = isinstance(cell.value, ArrayFormula)
                text = cell.value.text if array else cell.value
                if "KPI_" not in text:
                    ordinary.append((sheet.title, cell.coordinate))
                    continue
                for covered in sheet[cell.value.ref] if array else [[cell]]:
                    for member in covered:
                        found = values[sheet.title][member.coordinate].value
                        member.value = '=""' if found is None else found  # an empty text is read as nothing
    copy = book.with_name("ordinary.xlsx")
    formulas.save(copy)
    return copy, ordinary


def _same(ours: object, theirs: object) -> bool:
    if isinstance(ours, datetime):
        ours = to_excel(ours)
    if isinstance(ours, (int, float)):
        return isinstance(theirs, (int, float)) and theirs == pytest.approx(float(ours), rel=1e-9, abs=1e-12)
    return (ours or "") == theirs
