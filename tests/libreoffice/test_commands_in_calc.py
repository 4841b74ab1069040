"""The commands that need kpixl outside of LibreOffice, arrays, and what is said when something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from data import exports
from libreoffice.planners import written
from office.calc import Calc

from kpixl.data.maps import ready_made
from kpixl.data.reading import read_source
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.hosts.libreoffice.commands import AS_ARRAY, CHECK, IMPORT, NEW, REFRESH, REPORT
from kpixl.macros.import_actuals import Source, import_actuals, vocabulary_of
from kpixl.template.planner.case import BLANK
from kpixl.template.planner.cases.web import WEB


@pytest.fixture
def empty(calc: Calc) -> Iterator[int]:
    number = calc.open(None, True)
    yield number
    calc.close(number)


def test_a_new_planner_is_made_where_it_is_asked_for_and_opened(
    empty: int, tmp_path: Path, calc: Calc
) -> None:
    file = tmp_path / "新しい計画.xlsx"
    calc.dispatch(empty, NEW.url, {"File": str(file)})
    number, url = calc.newest()
    assert url == file.as_uri()
    assert "KPI_" in str(calc.formulas(number))
    calc.close(number)
    assert HeadlessWorkbook(file.read_bytes(), file.name).has("goal_deals")


def test_an_existing_file_is_not_replaced_by_a_new_planner(empty: int, tmp_path: Path, calc: Calc) -> None:
    file = tmp_path / "mine.xlsx"
    file.write_bytes(b"mine")
    calc.dispatch(empty, NEW.url, {"File": str(file)})
    assert file.read_bytes() == b"mine"
    assert "mine.xlsx exists already" in calc.log


@pytest.mark.parametrize("command", [REFRESH, CHECK, IMPORT, REPORT], ids=lambda command: command.id)
def test_what_is_no_planner_is_left_alone(command: object, empty: int, calc: Calc) -> None:
    calc.set(empty, "Sheet1", "A1", [["mine"]])
    before, log = calc.formulas(empty), calc.log
    calc.dispatch(empty, command.url)  # type: ignore[attr-defined]
    assert calc.formulas(empty) == before
    said = calc.log[len(log) :]
    assert "planner" in said
    assert "Traceback" not in said


def test_a_refresh_of_a_blank_planner_says_what_is_missing_and_changes_nothing(
    tmp_path: Path, calc: Calc
) -> None:
    number = calc.open(written(tmp_path, BLANK, "ja"), True)
    before, log = calc.values(number, False), calc.log
    calc.dispatch(number, REFRESH.url)
    assert calc.values(number, False) == before
    assert calc.undo_titles(number) == []
    assert "Traceback" not in calc.log[len(log) :]
    calc.close(number)


def test_an_array_formula_takes_the_size_of_its_result(empty: int, calc: Calc) -> None:
    calc.set(empty, "Sheet1", "A1:C1", [[0.5, 0.5, 0.25]])
    calc.set_formula(empty, "Sheet1", "B3", "=KPI_BACKCALC(10;A1:C1)")
    calc.select(empty, "Sheet1", "B3")
    titles = calc.undo_titles(empty)
    calc.dispatch(empty, AS_ARRAY.url)
    assert calc.get(empty, "Sheet1", "B3:F3") == [[160, 80, 40, 10, ""]]
    (formulas,) = calc.get_formulas(empty, "Sheet1", "B3:E3")
    assert all(formula.startswith("{=") for formula in formulas)
    assert len(calc.undo_titles(empty)) == len(titles) + 1
    calc.undo(empty)
    assert calc.get_formulas(empty, "Sheet1", "B3:C3") == [
        ["=ORG.KPIXL.KPIXLADDIN.KPI_BACKCALC(10;A1:C1)", ""]
    ]


@pytest.mark.parametrize(
    ("cell", "formula", "said"),
    [
        ("B3", "=KPI_BACKCALC(10;A1:C1)", "in the way"),
        ("XFD3", "=KPI_BACKCALC(10;A1:C1)", "no room"),
        ("B5", "=KPI_BACKCALC(10;A9:C9)", "gives an error"),
        ("B5", "5", "Select the one cell"),
    ],
)
def test_an_array_that_cannot_be_put_there_is_refused(
    cell: str, formula: str, said: str, empty: int, calc: Calc
) -> None:
    calc.set(empty, "Sheet1", "A1:C1", [[0.5, 0.5, 0.25]])
    calc.set(empty, "Sheet1", "C3", [["mine"]])
    calc.set_formula(empty, "Sheet1", cell, formula)
    calc.select(empty, "Sheet1", cell)
    before, log = calc.formulas(empty), calc.log
    calc.dispatch(empty, AS_ARRAY.url)
    assert calc.formulas(empty) == before
    assert said in calc.log[len(log) :]


def test_what_is_imported_is_what_an_import_without_libreoffice_brings(tmp_path: Path, calc: Calc) -> None:
    source = tmp_path / "visits.csv"
    source.write_bytes(exports.ga4("ja", date(2025, 12, 31)))
    book = written(tmp_path, WEB, "ja")
    headless = HeadlessWorkbook(book.read_bytes(), book.name)
    today = date(2026, 12, 31)
    reading = read_source(source, ready_made("ga4"), vocabulary_of(headless), today)
    told = [Source(source.name, reading.map, reading.records, reading.coverage)]
    headless.write(import_actuals(headless, told).changes)

    number = calc.open(book, True)
    calc.dispatch(number, IMPORT.url, {"Files": [str(source)], "Map": "ga4"})
    assert "import: done" in calc.log
    for name in ("Actuals", "Sources"):
        theirs, ours = calc.table(number, name)[2], headless.table(name).data.rows
        assert [tuple(row) for row in theirs if any(row)] == [row for row in ours if any(row)]
    assert len(calc.undo_titles(number)) == 1
    calc.close(number)


def test_a_source_that_cannot_be_read_is_refused_and_nothing_is_imported(tmp_path: Path, calc: Calc) -> None:
    source = tmp_path / "nothing.csv"
    source.write_text("no,such,export\n1,2,3\n", encoding="utf-8")
    number = calc.open(written(tmp_path, WEB, "ja"), True)
    before, log = calc.table(number, "Actuals"), calc.log
    calc.dispatch(number, IMPORT.url, {"Files": [str(source)], "Map": "ga4"})
    assert calc.table(number, "Actuals") == before
    said = calc.log[len(log) :]
    assert "nothing.csv" in said
    assert "Traceback" not in said
    calc.close(number)


def test_the_report_is_written_of_the_planner_as_it_is_now(tmp_path: Path, calc: Calc) -> None:
    number = calc.open(written(tmp_path, WEB, "ja"), True)
    assert calc.write(number, [["cells", "company", [["株式会社いま変えた"]]]]) == ""
    report = tmp_path / "report.html"
    calc.dispatch(number, REPORT.url, {"File": str(report)})
    assert "株式会社いま変えた" in report.read_text(encoding="utf-8")
    calc.close(number)
