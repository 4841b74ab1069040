"""Structured references become the plain references that the table's place gives them."""

from __future__ import annotations

import pytest

from kpixl.ooxml.address import Area
from kpixl.ooxml.tables import Table
from kpixl.recalc.references import OWN_ROW
from kpixl.recalc.structured_refs import Resolved, UnknownReference, is_structured, resolve

SALES = Table("Sales", "Data", Area.parse("B3:E8"), ("月", "実績 値", "a[b]#c'd", "Last"), 1, 1)
BARE = Table("Bare", "Plan 'A'", Area.parse("A1:B4"), ("x", "y"), 0, 0)
EMPTY = Table("Empty", "Data", Area.parse("H1:H1"), ("z",), 1, 0)
TABLES = {table.name.lower(): table for table in (SALES, BARE, EMPTY)}


def _text(reference: str, sheet: str = "Data", row: int = 5, column: int = 9) -> str:
    return resolve(reference, TABLES, sheet, row, column).text.replace(OWN_ROW, str(row))


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("Sales[月]", "$B$4:$B$7"),
        ("sales[LAST]", "$E$4:$E$7"),
        ("Sales[実績 値]", "$C$4:$C$7"),
        ("Sales[[実績 値]]", "$C$4:$C$7"),
        ("Sales[ [実績 値] ]", "$C$4:$C$7"),
        ("Sales[[月]:[Last]]", "$B$4:$E$7"),
        ("Sales[[Last]:[月]]", "$B$4:$E$7"),
        ("Sales[]", "$B$4:$E$7"),
        ("Sales[#Data]", "$B$4:$E$7"),
        ("Sales[#All]", "$B$3:$E$8"),
        ("Sales[#Headers]", "$B$3:$E$3"),
        ("Sales[#Totals]", "$B$8:$E$8"),
        ("Sales[[#Headers],[月]]", "$B$3"),
        ("Sales[[#HEADERS],[月]:[実績 値]]", "$B$3:$C$3"),
        ("Sales[[#Totals],[Last]]", "$E$8"),
        ("Sales[[#All],[月]]", "$B$3:$B$8"),
        ("Sales[[#Headers],[#Data],[月]]", "$B$3:$B$7"),
        ("Sales[[#Data],[#Totals],[月]]", "$B$4:$B$8"),
        ("Sales[[#Data], [月]]", "$B$4:$B$7"),
        ("Sales[a'[b']'#c''d]", "$D$4:$D$7"),
        ("Sales[[#Headers],[a'[b']'#c''d]]", "$D$3"),
        ("Bare[x]", "'Plan ''A'''!$A$1:$A$4"),
        ("Bare[]", "'Plan ''A'''!$A$1:$B$4"),
    ],
)
def test_a_reference_to_a_table_is_absolute(reference: str, expected: str) -> None:
    assert _text(reference) == expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("Sales[[#This Row],[月]]", "$B5"),
        ("Sales[[#this row],[月]:[Last]]", "$B5:$E5"),
        ("Sales[#This Row]", "$B5:$E5"),
        ("Sales[@月]", "$B5"),
        ("Sales[@[実績 値]]", "$C5"),
        ("Sales[@[月]:[Last]]", "$B5:$E5"),
        ("Sales[@]", "$B5:$E5"),
        ("Sales[[#This Row],[a'[b']'#c''d]]", "$D5"),
    ],
)
def test_a_reference_to_this_row_keeps_the_row_relative(reference: str, expected: str) -> None:
    assert _text(reference) == expected


@pytest.mark.parametrize(
    ("reference", "many"),
    [
        ("Sales[月]", True),
        ("Sales[[#Headers],[月]]", False),
        ("Sales[@月]", False),
        ("Sales[@[月]:[Last]]", True),
        ("Sales[#Totals]", True),
    ],
)
def test_it_is_told_whether_several_cells_are_meant(reference: str, many: bool) -> None:
    assert resolve(reference, TABLES, "Data", 5, 9).many_cells is many


def test_a_reference_from_another_sheet_names_the_table_s_sheet() -> None:
    assert _text("Sales[月]", sheet="Other") == "'Data'!$B$4:$B$7"
    assert _text("Sales[@月]", sheet="Other") == "'Data'!$B5"


@pytest.mark.parametrize(
    ("reference", "expected"), [("[@月]", "$B5"), ("[月]", "$B$4:$B$7"), ("[#Headers]", "$B$3:$E$3")]
)
def test_a_reference_without_a_table_means_the_table_around_the_cell(reference: str, expected: str) -> None:
    assert resolve(reference, TABLES, "Data", 5, 3).text.replace(OWN_ROW, "5") == expected


@pytest.mark.parametrize(
    ("reference", "sheet", "row", "column"),
    [
        ("Missing[月]", "Data", 5, 9),
        ("Sales[missing]", "Data", 5, 9),
        ("Sales[[月]:[missing]]", "Data", 5, 9),
        ("[@月]", "Data", 5, 9),  # not in a table
        ("[@月]", "Other", 5, 3),
        ("Sales[@月]", "Data", 3, 9),  # beside the headers
        ("Sales[@月]", "Data", 8, 9),  # beside the totals
        ("Sales[@月]", "Data", 9, 9),
        ("Bare[#Headers]", "Data", 5, 9),
        ("Bare[[#Totals],[x]]", "Data", 5, 9),
        ("Empty[z]", "Data", 5, 9),  # no row of data
    ],
)
def test_what_is_not_there_is_unknown(reference: str, sheet: str, row: int, column: int) -> None:
    with pytest.raises(UnknownReference):
        resolve(reference, TABLES, sheet, row, column)


def test_the_resolved_reference_carries_its_text_and_size() -> None:
    assert resolve("Sales[[#Totals],[月]]", TABLES, "Data", 1, 1) == Resolved("$B$8", False)


@pytest.mark.parametrize(
    ("reference", "structured"), [("A1", False), ("Sales[月]", True), ("[1]S!A1", False)]
)
def test_brackets_without_a_sheet_mark_a_structured_reference(reference: str, structured: bool) -> None:
    assert is_structured(reference) is structured
