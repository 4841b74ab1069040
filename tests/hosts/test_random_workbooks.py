"""The laws over workbooks that nobody thought of; and that the default mode finds whatever is missing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks.compare import cached, sheet_parts
from workbooks.corpus import corpus_files
from workbooks.hand import Content, F, book
from workbooks.laws import assert_freezing_law, assert_laws
from workbooks.runs import recalculated

from kpixl.ooxml.package import Package
from kpixl.ooxml.sheet import SheetXml

CELLS = [f"{column}{row}" for column in "ABCDE" for row in range(1, 8)]
PLACES = st.sampled_from(CELLS)
SHEETS = ("計画", "S 2")
NAMES = (
    '<definedName name="goals">計画!$A$1:$A$4</definedName>'
    '<definedName name="one" localSheetId="1">\'S 2\'!$B$2</definedName>'
    '<definedName name="counted">KPI_GOAL_COUNT(1000,10,0.2)</definedName>'
)
REFERENCES = st.sampled_from(
    [*CELLS, "$A$1", "B$2", "A1:A4", "B2:D3", "C:C", "3:3", "計画!A1", "'S 2'!B1:C5", "goals", "one"]
)
PATTERNS = st.sampled_from(
    [
        "{0}+1",
        "SUM({0},{1})",
        'IF(COUNT({0})>1,{1},"x")',
        "IFERROR({0}/{1},0)",
        "KPI_GOAL_COUNT({0},10,0.2)",
        "KPI_ACHIEVEMENT({0},100)",
        "INDEX(KPI_BACKCALC(20,{{0.1,0.5}}),2)+{0}",
        '{0}&"_"',
        "MAX({0})-MIN({1})",
        "TODAY()-{0}",
        "counted*2",
        "PHONETIC({0})",
    ]
)
CACHED = st.one_of(st.none(), st.integers(-5, 5).map(float), st.sampled_from(["x", ""]))


@st.composite
def formulas(draw: st.DrawFn) -> F:
    text = draw(PATTERNS).format(draw(REFERENCES), draw(REFERENCES))
    return F(text, draw(CACHED))


VALUES: st.SearchStrategy[Content] = st.one_of(
    st.integers(-9, 999).map(float), st.sampled_from(["text", "5"]), st.booleans(), formulas(), formulas()
)
WORKBOOKS = st.fixed_dictionaries({name: st.dictionaries(PLACES, VALUES, max_size=14) for name in SHEETS})


@settings(max_examples=60, deadline=None)
@given(WORKBOOKS)
def test_the_laws_hold_in_every_mode(cells: dict[str, dict[str, Content]]) -> None:
    content = book(cells, names=NAMES)
    assert_laws(content, full=False)
    assert_laws(content, full=True)
    assert_freezing_law(content)


@settings(max_examples=60, deadline=None)
@given(WORKBOOKS, st.integers(0, 999))
def test_values_that_were_forgotten_are_found_again(cells: dict[str, dict[str, Content]], seed: int) -> None:
    _assert_found_again(recalculated(book(cells, names=NAMES), full=True).content, seed)


@pytest.mark.parametrize("path", corpus_files())
def test_values_that_were_forgotten_are_found_again_in_a_strangers_workbook(path: Path) -> None:
    _assert_found_again(recalculated(path.read_bytes(), full=True).content, 1)


def _assert_found_again(right: bytes, seed: int) -> None:
    """The default mode gives every value back that is taken from a workbook whose values are right."""
    package = Package(right, "right.xlsx")
    frozen = {(note.sheet, note.cell) for note in recalculated(right, full=True).frozen}
    choose = random.Random(seed).random
    parts = {}
    for entry in package.sheets:
        xml = SheetXml(package.read(entry.part), "right.xlsx", entry.part)
        forgotten = [
            cell.position
            for cell in xml.formula_cells
            if (cell.formula or cell.shared)  # else a mark in a cell that an array fills
            and (entry.name, cell.name) not in frozen
            and choose() < 0.1
        ]
        parts[entry.part] = xml.written(dict.fromkeys(forgotten))
    found = recalculated(package.replaced(parts)).content
    for sheet in sheet_parts(right):
        assert cached(found, sheet) == cached(right, sheet)
