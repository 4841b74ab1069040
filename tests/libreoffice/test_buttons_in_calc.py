"""The toolbar's buttons do what the command line does, in the workbook that is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from libreoffice.planners import compare, place, written
from office.calc import Calc, as_cells
from openpyxl import load_workbook

from kpixl.domain.calendar import date_of
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.hosts.libreoffice.commands import CHECK, COMMANDS, REFRESH
from kpixl.hosts.libreoffice.names import TOOLBAR
from kpixl.i18n import text
from kpixl.macros.check import check, sentence
from kpixl.macros.refresh import fiscal_year, refresh
from kpixl.template.planner.cases.web import WEB


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return written(tmp_path, WEB, "ja")


@pytest.fixture
def opened(book: Path, calc: Calc) -> Iterator[int]:
    number = calc.open(book, True)
    yield number
    calc.close(number)


def test_the_toolbar_has_a_button_for_each_command(opened: int, calc: Calc) -> None:
    assert calc.buttons(opened, TOOLBAR) == [one.title("en") for one in COMMANDS if one.on_toolbar]


def test_refresh_writes_what_a_refresh_without_libreoffice_writes(
    opened: int, book: Path, calc: Calc
) -> None:
    headless = HeadlessWorkbook(book.read_bytes(), book.name)
    before = calc.values(opened, False)
    first, last = fiscal_year(headless)
    days = {min(max(date.today(), first), last)}
    calc.press(opened, TOOLBAR, REFRESH)
    days.add(min(max(date.today(), first), last))

    as_of = load_workbook(book).defined_names["as_of"].attr_text
    day = date_of(calc.get(opened, *place(as_of))[0][0])
    assert day in days
    refresh(headless, day)
    book.write_bytes(headless.content)
    shown = calc.values(opened, False)
    assert shown != before
    compared, differing = compare(book, {sheet: as_cells(rows) for sheet, rows in shown.items()})
    assert compared > 5000
    assert differing == []

    assert calc.undo_titles(opened) == [REFRESH.title("en")]
    calc.undo(opened)
    assert calc.values(opened, False) == before


def test_check_lists_what_a_check_without_libreoffice_finds(opened: int, book: Path, calc: Calc) -> None:
    sheets = set(calc.values(opened, False))
    calc.press(opened, TOOLBAR, CHECK)
    results = text("office.check.sheet", "en")
    assert set(calc.values(opened, False)) == sheets | {results}
    headless = HeadlessWorkbook(book.read_bytes(), book.name)
    headless.recalculate()
    expected = [(found.place(6), sentence(found, "en")) for found in check(headless)]
    rows = calc.values(opened, False)[results]
    assert len(expected) > 0
    assert [(row[1], row[2]) for row in rows[3:]] == expected

    calc.press(opened, TOOLBAR, CHECK)  # the same sheet is written anew
    assert set(calc.values(opened, False)) == sheets | {results}
    calc.undo(opened)
    calc.undo(opened)
    assert set(calc.values(opened, False)) == sheets
