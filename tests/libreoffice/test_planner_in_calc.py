"""A planner lives in LibreOffice: the same values as headless, live, and unharmed from file to file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from office.calc import Calc, as_cells
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.formula import ArrayFormula

import kpixl
from kpixl.functions.values import Cell, CellError
from kpixl.i18n import LANGUAGES, Language
from kpixl.template.planner.build import build_planner
from kpixl.template.planner.case import BLANK, Case
from kpixl.template.planner.cases import ALL
from kpixl.template.planner.cases.web import WEB

PLANNERS = [(case, language) for case in (WEB, BLANK) for language in LANGUAGES]
PLANNERS += [(case, "ja") for case in ALL if case is not WEB]
Values = dict[str, list[list[Cell]]]


@pytest.mark.parametrize(("case", "language"), PLANNERS, ids=[f"{case.id}-{to}" for case, to in PLANNERS])
def test_a_planner_shows_the_same_values_as_headless_in_every_cell(
    case: Case, language: Language, tmp_path: Path, calc: Calc
) -> None:
    book = written(tmp_path, case, language)
    opened = calc.open(book)  # the file has no values yet: all are LibreOffice's own
    theirs = {sheet: as_cells(rows) for sheet, rows in calc.values(opened, False).items()}
    formulas = [cell for rows in calc.formulas(opened).values() for row in rows for cell in row]
    calc.close(opened)
    assert sum("ORG.KPIXL.KPIXLADDIN.KPI_" in formula for formula in formulas) > 500
    kpixl.recalculate(book)
    compared, differing = compare(book, theirs)
    assert compared > 2000
    assert differing == []


def test_edits_recalculate_live_and_survive_files_of_both_formats(tmp_path: Path, calc: Calc) -> None:
    """One planner edited in LibreOffice, saved as .xlsx and .ods, read by headless, opened again."""
    book = written(tmp_path, WEB, "ja")
    opened = calc.open(book)
    goal = load_workbook(book).defined_names["revenue_goal"].attr_text
    deals = load_workbook(book).defined_names["goal_deals"].attr_text
    first_goal, before = calc.get(opened, *place(goal)), calc.get(opened, *place(deals))
    calc.set(opened, *place(goal), [[2_000_000_000]])
    after = calc.get(opened, *place(deals))
    assert before != after

    saved = tmp_path / "saved.xlsx"
    calc.save(opened, saved)
    calc.save_again(opened)
    stored = dict(stored_formulas(saved))
    ours = [formula for formula in stored.values() if "KPI_" in formula]
    assert len(ours) == len([1 for _, formula in stored_formulas(book) if "KPI_" in formula])
    assert not [formula for formula in ours if "ORG.KPIXL" in formula.upper()]
    shown = {sheet: as_cells(rows) for sheet, rows in calc.values(opened, False).items()}
    report = kpixl.recalculate(saved)
    assert report.frozen == ()
    compared, differing = compare(saved, shown)
    assert compared > 5000
    assert differing == []

    other = tmp_path / "saved.ods"
    calc.save(opened, other)
    calc.close(opened)
    opened = calc.open(other)
    assert calc.get(opened, *place(deals)) == after
    calc.set(opened, *place(goal), first_goal)
    assert calc.get(opened, *place(deals)) == before
    calc.close(opened)


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
