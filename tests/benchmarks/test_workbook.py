"""The benchmark workbook is what the measurements say it is."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

import pytest
from workbooks.runs import recalculated

from benchmarks.cells import cell_values, formulas
from benchmarks.workbook import (
    KPI_SHEET,
    SHEETS,
    USUAL,
    Recipe,
    current_workbook,
    formula_count,
    our_count,
    stale_workbook,
    units_for,
)

WITHOUT_OURS = Recipe(ours=False)
WITHOUT_STRUCTURE = Recipe(structured=False)


@cache
def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(stale_workbook())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheet(name: str) -> bytes:
    return parts()[f"xl/worksheets/sheet{SHEETS.index(name) + 1}.xml"]


def our_formulas(content: bytes) -> dict[tuple[str, int, int], str]:
    return {place: text for place, text in formulas(content).items() if "KPI_" in text}


def test_the_same_recipe_gives_the_same_bytes() -> None:
    made_again = stale_workbook.__wrapped__(USUAL)
    assert made_again == stale_workbook()
    assert stale_workbook(Recipe(seed=2)) != stale_workbook()


def test_no_moment_of_its_making_is_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(stale_workbook())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert set(re.findall(rb"20\d\d-\d\d-\d\dT[\d:]+Z", parts()["docProps/core.xml"])) == {
        b"2026-04-01T00:00:00Z"
    }


def test_it_has_so_many_formulas_of_which_120_are_ours() -> None:
    assert len(formulas(stale_workbook())) == formula_count(USUAL) == 1480
    ours = our_formulas(stale_workbook())
    assert len(ours) == 120
    assert ours[KPI_SHEET, 1, 6] == "=KPI_BACKCALC(B2,C2:F2)"


def test_it_has_everything_that_is_easily_lost() -> None:
    names = list(parts())
    assert len([name for name in names if name.startswith("xl/worksheets/sheet")]) == len(SHEETS) == 8
    assert len([name for name in names if name.startswith("xl/tables/")]) == 3
    assert len([name for name in names if name.startswith("xl/charts/chart")]) == 4
    assert len([name for name in names if name.startswith("xl/media/")]) == 1
    assert len([name for name in names if name.startswith("xl/comments")]) == 3
    assert sheet("ダッシュボード").count(b"<x14:sparkline>") == 8
    assert sheet("実績").count(b"tbl") == 3 * 240
    every_sheet = b"".join(map(sheet, SHEETS))
    for rule in (b"dataBar", b"colorScale", b"iconSet", b"cellIs"):
        assert b'<cfRule type="' + rule in every_sheet
    assert every_sheet.count(b"<dataValidation ") == 2
    assert every_sheet.count(b"<pane ") == 3
    assert parts()["xl/workbook.xml"].count(b"<definedName ") == 6
    assert b"<r>" in parts()["xl/sharedStrings.xml"]


@pytest.mark.parametrize("recipe", [USUAL, WITHOUT_OURS, WITHOUT_STRUCTURE], ids=str)
def test_every_value_was_right_before_the_goals_changed(recipe: Recipe) -> None:
    assert recalculated(current_workbook(recipe), full=True).changed == 0


@pytest.mark.parametrize("recipe", [USUAL, WITHOUT_STRUCTURE], ids=str)
def test_the_new_goals_leave_our_results_and_what_follows_out_of_date(recipe: Recipe) -> None:
    before, outcome = stale_workbook(recipe), recalculated(stale_workbook(recipe))
    assert (outcome.frozen, outcome.errors, outcome.warnings) == ((), (), ())
    assert outcome.content == recalculated(before, full=True).content
    assert 120 < outcome.computed < 400
    old, new = cell_values(before), cell_values(outcome.content)
    changed = [place for place in our_formulas(before) if old[place] != new[place]]
    assert len(changed) > 110  # by chance a goal stays the same
    assert all(new[place] > 20 for place in our_formulas(before))


def test_without_our_functions_nothing_is_out_of_date() -> None:
    content = current_workbook(WITHOUT_OURS)
    assert our_formulas(content) == {}
    assert len(formulas(content)) == formula_count(WITHOUT_OURS)
    outcome = recalculated(content)
    assert (outcome.computed, outcome.content) == (0, content)


@pytest.mark.parametrize("wanted", [1_000, 10_000, 100_000])
def test_a_size_comes_near_to_what_is_wanted(wanted: int) -> None:
    assert formula_count(Recipe(units=units_for(wanted))) == pytest.approx(wanted, rel=0.01)


def test_a_size_has_as_many_formulas_as_it_says() -> None:
    small = Recipe(units=3)
    assert len(formulas(stale_workbook(small))) == formula_count(small)
    assert len(our_formulas(stale_workbook(small))) == our_count(small) == 6
