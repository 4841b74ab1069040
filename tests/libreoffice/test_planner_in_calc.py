"""A planner lives in LibreOffice: the same values as headless, live, and unharmed from file to file."""

from __future__ import annotations

from pathlib import Path

import pytest
from libreoffice.planners import compare, place, stored_formulas, written
from office.calc import Calc, as_cells
from openpyxl import load_workbook

import kpixl
from kpixl.i18n import LANGUAGES, Language
from kpixl.template.planner.case import BLANK, Case
from kpixl.template.planner.cases import ALL
from kpixl.template.planner.cases.web import WEB

PLANNERS = [(case, language) for case in (WEB, BLANK) for language in LANGUAGES]
PLANNERS += [(case, "ja") for case in ALL if case is not WEB]


@pytest.mark.parametrize(("case", "language"), PLANNERS, ids=[f"{case.id}-{to}" for case, to in PLANNERS])
def test_a_planner_shows_the_same_values_as_headless_in_every_cell(
    case: Case, language: Language, tmp_path: Path, calc: Calc
) -> None:
    book = written(tmp_path, case, language)
    opened = calc.open(book)  # the file has no values yet: all are LibreOffice's own
    theirs = {sheet: as_cells(rows) for sheet, rows in calc.values(opened, False).items()}
    formulas = [cell for rows in calc.formulas(opened).values() for row in rows for cell in row]
    calc.close(opened)
    ours = sum("KPI_" in formula for _, formula in stored_formulas(book))
    assert sum("ORG.KPIXL.KPIXLADDIN.KPI_" in formula for formula in formulas) == ours > 400
    kpixl.recalculate(book)
    compared, differing = compare(book, theirs)
    assert compared > 2000
    assert differing == []


# LibreOffice writes a print area down to the sheet's end as whole columns, which openpyxl does not read
@pytest.mark.filterwarnings("ignore:Print area cannot be set:UserWarning:openpyxl")
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
    assert sorted(left.name for left in tmp_path.iterdir()) == ["saved.ods", "saved.xlsx", "計画.xlsx"]
