"""The port for macros over a document that is open in LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from office.calc import Calc
from workbooks.hand import Error, F, book, table


def workbook() -> bytes:
    """A table that computes a column, another table beside it, a remark below it, and what refers to it."""
    sheet = {
        "B2": "name", "C2": "count", "D2": "tenfold",
        "B3": "x", "C3": 1, "D3": F("C3*10"),
        "B4": "y", "C4": 2, "D4": F("C4*10"),
        "D5": F("C5*10"),
        "B20": "remark", "G3": "left alone", "G20": "as well",
        "F2": "other", "F3": 7, "F4": 8, "F5": F("1+1"),
        "H1": F("SUM(C3:C5)"), "H2": F("SUM(D3:D5)"), "H3": F("SUM(C$2:C$30)"), "H4": F("B20"),
        "H5": "=1+1", "H6": Error("#N/A"), "H7": True,
    }  # fmt: skip
    names = (
        "<definedName name='counts'>S!$C$3:$C$5</definedName>"
        "<definedName name='odd'>S!$H$5:$H$7</definedName>"
        "<definedName name='number'>1</definedName><definedName name='sum'>S!$H$1</definedName>"
    )
    tables = (
        table("Things", "B2:D5", ["name", "count", "tenfold"]),
        table("Others", "F2:F5", ["other"], number=2),
        table("Single", "J2:J3", ["alone"], number=3),
    )
    sheet |= {"J2": "alone", "J3": 1}
    return book({"S": sheet}, names=names, tables={"S": tables})


@pytest.fixture
def opened(tmp_path: Path, calc: Calc) -> Iterator[int]:
    path = tmp_path / "things.xlsx"
    path.write_bytes(workbook())
    number = calc.open(path)
    yield number
    calc.close(number)


def test_tables_and_names_are_read_with_their_values(opened: int, calc: Calc) -> None:
    headings, where, rows, calculated = calc.table(opened, "Things")
    assert headings == ["name", "count", "tenfold"]
    assert where == ["S", 3, 2]
    assert rows == [["x", 1, 10], ["y", 2, 20], [None, None, 0]]
    assert calculated == [2]
    assert calc.named(opened, "counts") == [[1], [2], [None]]
    assert calc.named(opened, "odd") == [["=1+1"], ["#N/A"], [1]]
    assert calc.has(opened, "Things")
    assert calc.has(opened, "counts")
    assert not calc.has(opened, "nothing")


def test_what_is_written_is_there_and_what_is_calculated_stays(opened: int, calc: Calc) -> None:
    rows = [["a", 5, "lost"], ["=cmd()", None, None]]
    assert calc.write(opened, [["table", "Things", rows], ["cells", "odd", [[1.5], [None], ["'t"]]]]) == ""
    assert calc.get(opened, "S", "B3:D5") == [["a", 5, 50], ["=cmd()", "", 0], ["", "", 0]]
    assert calc.get_formulas(opened, "S", "D3:D5") == [["=C3*10"], ["=C4*10"], ["=C5*10"]]
    assert calc.get(opened, "S", "H5:H7") == [[1.5], [""], ["'t"]]
    assert calc.get(opened, "S", "H1") == [[5]]


def test_a_table_grows_with_its_formulas_and_with_what_refers_to_the_whole_of_it(
    opened: int, calc: Calc
) -> None:
    rows = [[f"n{number}", number, None] for number in range(1, 7)]
    assert calc.write(opened, [["table", "Things", rows]]) == ""
    _, where, found, calculated = calc.table(opened, "Things")
    assert where == ["S", 3, 2]
    assert found == [[name, number, number * 10] for name, number, _ in rows]
    assert calculated == [2]
    assert calc.get_formulas(opened, "S", "H1:H4") == [
        ["=SUM(C3:C8)"], ["=SUM(D3:D8)"], ["=SUM(C$2:C$30)"], ["=B20"],
    ]  # fmt: skip
    assert calc.get(opened, "S", "H1:H2") == [[21], [210]]
    assert len(calc.named(opened, "counts")) == 6
    # nothing else has moved
    assert calc.get(opened, "S", "B20") == [["remark"]]
    assert calc.get(opened, "S", "G3") == [["left alone"]]
    assert calc.get(opened, "S", "G20") == [["as well"]]
    assert calc.table(opened, "Others")[1:3] == [["S", 3, 6], [[7], [8], [2]]]

    assert calc.undo_titles(opened) == ["write"]
    calc.undo(opened)
    assert calc.table(opened, "Things")[2] == [["x", 1, 10], ["y", 2, 20], [None, None, 0]]
    assert calc.get_formulas(opened, "S", "H1") == [["=SUM(C3:C5)"]]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ([["table", "None", []]], "workbook.no_table"),
        ([["cells", "none", [[1]]]], "workbook.no_name"),
        ([["cells", "number", [[1]]]], "workbook.name_is_no_area"),
        ([["cells", "sum", [[1]]]], "workbook.formula_there"),
        ([["table", "Things", [["x" * 32768, 1, 1]]]], "workbook.value_too_long"),
        ([["table", "Things", [["x", float("inf"), 1]]]], "workbook.value_no_number"),
        ([["table", "Things", [["x", 1, 1]] * 18]], "workbook.no_room"),
        ([["table", "Things", [["x", 1, 1]] * 1048576]], "workbook.sheet_full"),
        ([["table", "Single", [[1], [2]]]], "office.port.one_row"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_cannot_be_written_is_refused_before_anything_is(
    changes: list[object], refusal: str, opened: int, calc: Calc
) -> None:
    before = calc.formulas(opened)
    fine = ["table", "Others", [[100]]]
    assert calc.write(opened, [fine, *changes]) == refusal
    assert calc.formulas(opened) == before
    assert calc.undo_titles(opened) == []


def test_a_table_that_only_gets_shorter_empties_its_rows(opened: int, calc: Calc) -> None:
    assert calc.write(opened, [["table", "Things", []]]) == ""
    assert calc.table(opened, "Things")[2] == [[None, None, 0]] * 3
