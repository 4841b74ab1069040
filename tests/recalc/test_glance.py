"""A glance at the bytes never says that a workbook is up to date where a close look finds something due."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbooks import traps
from workbooks.corpus import corpus_files
from workbooks.hand import F, book, cells, parts, sheet, table, zipped
from workbooks.made import made

from kpixl.functions.registry import REGISTRY
from kpixl.ooxml.package import Package
from kpixl.recalc.book import read_sheets
from kpixl.recalc.dirty import dirty
from kpixl.recalc.glance import PREFIX, everything, glance_at


def _dirty_places(package: Package) -> tuple[int, set[str]]:
    """The number of all formulas, and the sheets with some that may be out of date, by reading everything."""
    sheets = read_sheets(package, everything(package).close)
    formulas = [formula for sheet in sheets for formula in sheet.formulas]
    due = [formula for formula in formulas if formula.is_due(full=False)]
    found = dirty(formulas, due) if due else set()
    return len(formulas), {formula.sheet for formula in found if formula.reads is not None}


def _assert_agrees(content: bytes, name: str) -> None:
    package = Package(content, name)
    glance = glance_at(package)
    count, sheets = _dirty_places(Package(content, name))
    assert sheets <= glance.close
    closely = [sheet for sheet in read_sheets(package, glance.close) if sheet.name in glance.close]
    assert glance.others + sum(len(sheet.formulas) for sheet in closely) == count


def _up_to_date(content: bytes) -> int | None:
    glance = glance_at(Package(content, "S.xlsx"))
    return None if glance.close else glance.others


@pytest.mark.parametrize("path", corpus_files())
def test_it_agrees_with_a_close_look_at_a_strangers_workbook(path: Path) -> None:
    _assert_agrees(path.read_bytes(), path.name)


@pytest.mark.parametrize("name", traps.SHEETS)
def test_it_agrees_with_a_close_look_at_strange_sheets(name: str) -> None:
    _assert_agrees(traps.trap_book(name), name)


@pytest.mark.parametrize("name", traps.BOOKS)
def test_it_agrees_with_a_close_look_at_strange_packages(name: str) -> None:
    _assert_agrees(traps.BOOKS[name](), name)


@pytest.mark.parametrize("name", ["by_xlsxwriter", "by_xlsxwriter_1904", "by_openpyxl", "by_hand"])
def test_it_sees_that_made_workbooks_are_due(name: str) -> None:
    assert _up_to_date(made(name)) is None


def test_it_counts_the_formulas_of_a_workbook_that_is_up_to_date() -> None:
    content = book({"S": {"A1": 1, "B1": F("A1+1", 99), "C1": F("B1&A1", "old")}, "T": {"A1": F("S!A1", 3)}})
    assert _up_to_date(content) == 3
    assert _up_to_date(book({"S": {"A1": 1}})) == 0


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><f>kpi_goal_count(1,1,1)</f><v>1</v></c>',
        '<c r="A1"><f>IF(today()&gt;1,1,2)</f><v>1</v></c>',
        '<c r="A1"><f>SUM(B1:B2)</f></c>',
        '<c r="A1"><f>SUM(B1:B2)</f><v></v></c>',
        '<c r="A1"><f>SUM(B1:B2)</f><v/></c>',
        '<c r="A1"><f t="shared" si="0"/></c>',
        '<c r="A1"><f><!-- KPI -->SUM(B1)</f><v>1</v></c>',
        '<c r="A1"><f><![CDATA[TODAY()]]></f><v>1</v></c>',
        '<c r="A1"><!-- <f>1</f><v>1</v> --><f>SUM(B1:B2)</f></c>',
        '<c r="A1"><f>B1\n</f>\n<v>1</v></c>',
    ],
)
def test_what_may_be_due_is_looked_at_closely(cell: str) -> None:
    content = book({"S": sheet(f'<row r="1">{cell}</row>')})
    assert _up_to_date(content) is None


@pytest.mark.parametrize(
    "part",
    [
        sheet(cells({"A1": F("B1", 1)}))[:-12],  # cut off
        '<!DOCTYPE worksheet [<!ENTITY x "1">]>' + sheet(cells({"A1": F("B1", 1)})).partition("?>")[2],
        sheet(cells({"A1": F("B1", 1)})).encode("utf-16"),
        traps.SHEETS["a prefix"].part,
    ],
)
def test_a_sheet_in_another_form_is_looked_at_closely(part: str | bytes) -> None:
    content = zipped(parts({"S": part}))
    assert _up_to_date(content) is None


def test_a_name_that_calls_a_function_of_ours_is_looked_at_closely() -> None:
    content = book(
        {"S": {"A1": F("GOAL", 1)}}, names='<definedName name="GOAL">KPI_GOAL_COUNT(1,1,1)</definedName>'
    )
    assert _up_to_date(content) is None


def test_every_function_of_ours_begins_with_the_prefix_that_is_looked_for() -> None:
    assert all(name.startswith(PREFIX) for name in REGISTRY)


def test_only_sheets_that_may_depend_on_a_due_one_are_read_closely() -> None:
    content = book(
        {
            "Due": {"A1": F("KPI_PACE(1,1)", 1)},
            "Direct": {"A1": F("due!A1+1", 2)},
            "It's": {"A1": F("Direct!A1", 2)},
            "Quoted": {"A1": F("'It''s'!A1", 2)},
            "By name": {"A1": F("goal*2", 2)},
            "By a name of a name": {"A1": F("twice", 2)},
            "By table": {"A1": F("SUM(Sales[a])", 2), "B1": F("A1", 2)},
            "Table": {"A1": "a", "A2": F("Due!A1", 1)},
            "Apart": {"A1": F("Other!A1", 2), "A2": F("A1", 2)},
            "Other": {"A1": F("1+1", 2)},
        },
        names='<definedName name="Goal">Due!$A$1</definedName><definedName name="Twice">2*goal</definedName>',
        tables={"Table": (table("Sales", "A1:A2", ["a"]),)},
    )
    glance = glance_at(Package(content, "S.xlsx"))
    assert glance.close == {
        "Due", "Direct", "It's", "Quoted", "By name", "By a name of a name", "By table", "Table",
    }  # fmt: skip
    assert glance.others == 3


def test_a_sheet_whose_name_could_be_written_in_other_capitals_is_on_every_way() -> None:
    content = book(
        {"Größe": {"A1": F("KPI_PACE(1,1)", 1)}, "S": {"A1": F("GRÖSSE!A1", 1)}, "T": {"A1": F("1", 1)}}
    )
    assert glance_at(Package(content, "S.xlsx")).close == {"Größe", "S", "T"}
