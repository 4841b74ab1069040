"""What a formula refers to, and how row numbers are told from everything that looks like one."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpixl.ooxml.address import Area
from kpixl.ooxml.package import DefinedName
from kpixl.ooxml.sheet import FormulaCell
from kpixl.ooxml.tables import Table
from kpixl.recalc.book import Formula
from kpixl.recalc.formulas import Evaluation, Preparer
from kpixl.recalc.names import Names
from kpixl.recalc.references import ROW_NUMBER, marked, parsed

NAMES = Names(
    ("Data", "Other", "'24"),
    (Table("Sales", "Data", Area.parse("A1:C5"), ("月", "実績", "Q1"), 1, 0),),
    (
        DefinedName("Fixed", "Other!$A$1:$B$2", None, False),
        DefinedName("Local", "Other!$C$1", "Data", False),
        DefinedName("Local", "Other!$D$1", None, False),
        DefinedName("Relative", "Data!A1", None, False),
        DefinedName("Both", "SUM(Fixed,Local)", None, False),
        DefinedName("Loop", "Loop+1", None, False),
        DefinedName("Column", "Sales[実績]", None, False),
        DefinedName("Moving", "OFFSET(Data!$A$1,0,0,3)", None, False),
    ),
)


def _formula(text: str, row: int = 3, column: int = 9) -> Formula:
    cell = FormulaCell(row, column, text, "normal", None, None, False, None, 0, 0, 0, 0)
    prepared = Preparer(NAMES).prepare(text, "Data", row, column, Evaluation.PLAIN)
    return Formula("Data", cell, prepared, Evaluation.PLAIN)


def _reads(text: str) -> set[str] | None:
    reads = _formula(text).reads
    return None if reads is None else {f"{sheet}!{area}" for sheet, area in reads}


@pytest.mark.parametrize(
    ("formula", "reads"),
    [
        ("A1+$B$2*C$3", {"Data!A1", "Data!B2", "Data!C3"}),
        ("SUM(B9:A2)", {"Data!A2:B9"}),
        ("SUM(Other!A1:B2,'''24'!C3)", {"Other!A1:B2", "'24!C3"}),
        ("SUM(OTHER!A1)", {"Other!A1"}),
        ("SUM(A:B)", {"Data!A1:B1048576"}),
        ("SUM(2:3)", {"Data!A2:XFD3"}),
        ("Fixed+1", {"Other!A1:B2"}),
        ("Local", {"Other!C1"}),
        ("Other!Local", {"Other!D1"}),
        ("Both", {"Other!A1:B2", "Other!C1"}),
        ("Column", {"Data!B2:B5"}),
        ("SUM(Moving)", {"Data!A1"}),
        ("Relative", None),
        ("Nowhere", set()),
        ("SUM(Sales[Q1])", {"Data!C2:C5"}),
        ("Sales[[#This Row],[Q1]]*2", {"Data!C3"}),
        ('"A1"&LOG10(5)&"see B2"', set()),
        ("KPI_PACE(A1,B1)", {"Data!A1", "Data!B1"}),
        ("SUM(#REF!)", set()),
    ],
)
def test_what_a_formula_reads(formula: str, reads: set[str] | None) -> None:
    assert _reads(formula) == reads


def test_a_name_that_is_volatile_makes_its_formulas_volatile() -> None:
    shape = _formula("SUM(Moving)").shape
    assert shape.volatile
    assert shape.roams
    assert not _formula("SUM(Fixed)").shape.volatile


def test_a_name_that_leads_back_to_itself_cannot_be_followed() -> None:
    assert _reads("Loop") is None


@pytest.mark.parametrize(
    ("formula", "rows"),
    [
        ("A1+$B$22", ["1", "22"]),
        ("SUM(A1:A9)", ["1", "9"]),
        ("'Q1'!A5+Q2!A6", ["5", "6"]),
        ('"A1"', []),
        ("LOG10(A2)", ["2"]),
        ("Sales[Q1]", []),
        ("Rate2026+A_1+1E5+A1.5", []),
        ("年度A1", []),
    ],
)
def test_row_numbers_are_told_from_what_looks_like_one(formula: str, rows: list[str]) -> None:
    assert ROW_NUMBER.split(formula)[2::3] == rows


@given(
    st.lists(
        st.sampled_from(["A{}", "$B${}", "Other!C{}", "SUM(A{}:A{})", '"A{}"', "LOG10({})", "'Q{}'!A1"]),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.integers(1, 40), min_size=8, max_size=8),
    st.lists(st.integers(1, 40), min_size=8, max_size=8),
)
def test_a_formula_prepared_by_its_shape_is_the_one_prepared_by_itself(
    pieces: list[str], first: list[int], second: list[int]
) -> None:
    pattern = "+".join(pieces)
    remembering = Preparer(NAMES)
    for rows in (first, second):
        text = pattern.format(*rows)
        prepared = remembering.prepare(text, "Data", 3, 9, Evaluation.PLAIN)
        alone = Preparer(NAMES).prepare(text, "Data", 3, 9, Evaluation.PLAIN)
        assert prepared.text(3) == alone.text(3)
        cell = FormulaCell(3, 9, text, "normal", None, None, False, None, 0, 0, 0, 0)
        assert (
            Formula("Data", cell, prepared, Evaluation.PLAIN).reads
            == Formula("Data", cell, alone, Evaluation.PLAIN).reads
        )


@pytest.mark.parametrize(
    ("reference", "moved"),
    [
        ("A1", "C4"),
        ("$A1", "A4"),
        ("A$1", "C1"),
        ("$A$1:B2", "A1:D5"),
        ("A:A", "C1:C1048576"),
        ("1:1", "A4:XFD4"),
    ],
)
def test_a_reference_moves_as_a_shared_formula_does(reference: str, moved: str) -> None:
    text = marked(reference)
    found = parsed(text, count())
    assert found
    rows = ROW_NUMBER.split(reference)[2::3]
    assert found.area(rows, 1, down=3, across=2) == Area.parse(moved)
