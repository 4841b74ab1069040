"""A glance at the bytes never says that a workbook is up to date where a close look finds something due."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbooks import traps
from workbooks.corpus import corpus_files
from workbooks.hand import F, book, cells, parts, sheet, zipped
from workbooks.made import made

from kpixl.functions.registry import REGISTRY
from kpixl.ooxml.package import Package
from kpixl.recalc.book import read_sheets
from kpixl.recalc.glance import PREFIX, formulas_up_to_date


def _closely(package: Package) -> int | None:
    """The number of formulas where none is due."""
    formulas = [formula for sheet in read_sheets(package) for formula in sheet.formulas]
    return None if any(formula.is_due(full=False) for formula in formulas) else len(formulas)


def _assert_agrees(content: bytes, name: str) -> None:
    seen = formulas_up_to_date(Package(content, name))
    if seen is not None:
        assert seen == _closely(Package(content, name))


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
    assert formulas_up_to_date(Package(made(name), name)) is None


def test_it_counts_the_formulas_of_a_workbook_that_is_up_to_date() -> None:
    content = book({"S": {"A1": 1, "B1": F("A1+1", 99), "C1": F("B1&A1", "old")}, "T": {"A1": F("S!A1", 3)}})
    assert formulas_up_to_date(Package(content, "S.xlsx")) == 3
    assert formulas_up_to_date(Package(book({"S": {"A1": 1}}), "S.xlsx")) == 0


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
    assert formulas_up_to_date(Package(content, "S.xlsx")) is None


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
    assert formulas_up_to_date(Package(content, "S.xlsx")) is None


def test_a_name_that_calls_a_function_of_ours_is_looked_at_closely() -> None:
    content = book(
        {"S": {"A1": F("GOAL", 1)}}, names='<definedName name="GOAL">KPI_GOAL_COUNT(1,1,1)</definedName>'
    )
    assert formulas_up_to_date(Package(content, "S.xlsx")) is None


def test_every_function_of_ours_begins_with_the_prefix_that_is_looked_for() -> None:
    assert all(name.startswith(PREFIX) for name in REGISTRY)
