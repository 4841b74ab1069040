"""LibreOffice runs the VBA of a built planner and add-in, with kpixl's real functions behind `CreateObject`.

What it cannot show stands here too: it hands no errors over to Python, and a cell shows a single error of VBA
as the text `Error 2042`, which IFERROR does not catch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from math import isclose
from typing import Any

import pytest
from functions.case_files import Case, every_case
from office.vba_in_libreoffice import for_libreoffice
from office.vba_runner import run_vba
from openpyxl import load_workbook
from workbooks.ready_made import template

from kpixl.functions.registry import REGISTRY
from kpixl.functions.values import CellError, is_range
from kpixl.hosts.excel.package import addin, with_macros
from kpixl.hosts.excel.source import addin_project, planner_project
from kpixl.hosts.excel.value2 import NUMBER_OF
from kpixl.hosts.excel.vba.model import Module, Project
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.i18n import text
from kpixl.macros.refresh import refresh
from kpixl.ooxml.package import Package

FILLED = template("planner.web.ja")
SHEETS = tuple(f"Sheet{number}" for number, _ in enumerate(Package(FILLED, "planner.xlsx").sheets, 1))
BROKEN = Module("Broken", "Public Sub Go()\n    If x = Then\nEnd Sub\n")

ASKED: dict[str, Any] = {"procedure": "Showing.Show_KPI_ROAS", "arguments": [[300.0, 100.0]]}
GONE_ONCE, GONE, STILL_GONE = {**ASKED, "failures": 1}, {**ASKED, "failures": 2}, ASKED
WORDS = [{"procedure": "KpixlTexts.KpixlWords", "arguments": [key]} for key in ("refresh.label", "no_python")]
TIP = {"procedure": "KpixlTexts.KpixlWords", "arguments": ["import.tip"]}
TABLES = ["History", "Alerts"]
PRESSED = {"procedure": "Showing.Pressed", "arguments": ["refresh", "2026-10-20"]}

CAUGHT_ERRORS = {"診断": {"Q50", "Q51", "Q52"}}
"""Cells that catch an error with IFERROR; what depends on them is wrong in LibreOffice."""
DEPENDENT = {"診断": {"B26", "G26", "B27", "U41", "V41", "W41"}}


def holds_an_error(case: Case) -> bool:
    """Whether the case hands an error over."""
    rows = [row for argument in case.arguments for row in (argument if is_range(argument) else [[argument]])]
    return any(isinstance(cell, CellError) for row in rows for cell in row)


def can_be_written(case: Case) -> bool:
    """Whether a formula could say it: neither Excel nor LibreOffice takes too few arguments or too many."""
    parameters = REGISTRY[case.function].parameters
    return sum(parameter.required for parameter in parameters) <= len(case.arguments) <= len(parameters)


CASES = [case for case in every_case() if can_be_written(case) and not holds_an_error(case)]
PLANNER, ADDIN = planner_project("ja", SHEETS), addin_project("en")


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Everything LibreOffice has to do, done in one go: it takes seconds to start."""
    folder = tmp_path_factory.mktemp("vba")
    works = {
        "planner": (with_macros(FILLED, "planner.xlsx", "ja"), PLANNER, "planner.xlsm", calls(CASES)),
        "refreshed": (
            with_macros(FILLED, "planner.xlsx", "ja"),
            PLANNER,
            "refreshed.xlsm",
            [*WORDS, PRESSED],
        ),
        "broken": (addin("en"), replace(ADDIN, modules=(*ADDIN.modules, BROKEN)), "broken.xlam", []),
        "addin": (addin("en"), ADDIN, "kpixl.xlam", [TIP, ASKED, GONE_ONCE, GONE, STILL_GONE]),
    }
    books = []
    for name, (content, project, file, asked) in works.items():
        path = folder / file
        path.write_bytes(for_libreoffice(content, project))
        book = {"file": str(path), "calls": [*compilations(project), *asked], "cells": name == "planner"}
        books.append({**book, "tables": TABLES if name == "refreshed" else []})
    return dict(zip(works, run_vba(books, folder)))


def test_every_module_of_the_planner_and_of_the_add_in_compiles(ran: dict[str, Any]) -> None:
    for book, project in (("planner", PLANNER), ("addin", ADDIN)):
        assert {module.name for module in project.modules} | {"Showing"} == set(ran[book]["modules"])
        results = ran[book]["results"][: len(project.modules)]
        assert [result["result"] for result in results] == ["compiled"] * len(project.modules)


def test_a_syntax_error_in_one_module_would_be_seen_in_all(ran: dict[str, Any]) -> None:
    assert len(ran["broken"]["results"]) == len(ADDIN.modules) + 1
    assert "compiled" not in [result.get("result") for result in ran["broken"]["results"]]


@pytest.mark.parametrize("function", REGISTRY)
def test_a_function_gives_through_vba_what_its_cases_say(ran: dict[str, Any], function: str) -> None:
    results = ran["planner"]["results"][len(PLANNER.modules) :]
    outcomes = [(case, result) for case, result in zip(CASES, results) if case.function == function]
    assert len(outcomes) > 2
    for case, outcome in outcomes:
        assert "fault" not in outcome, (case.name, outcome)
        assert alike(outcome["result"], case.result), (case.name, outcome["result"], case.result)


def test_the_buttons_have_their_words_in_the_language_of_the_file(ran: dict[str, Any]) -> None:
    said, missing = (ran["refreshed"]["results"][place]["result"] for place in (-3, -2))
    assert said == text("excel.ribbon.refresh.label", "ja")
    assert missing == text("excel.no_python", "ja")
    assert ran["addin"]["results"][len(ADDIN.modules)]["result"] == text("excel.ribbon.import.tip", "en")


def test_a_python_that_is_gone_is_started_again_and_left_alone_when_it_does_not_start(
    ran: dict[str, Any],
) -> None:
    asked, gone_once, gone, still_gone = ran["addin"]["results"][-4:]
    assert (asked["result"], asked["started"]) == (3.0, 1)
    assert (gone_once["result"], gone_once["started"]) == (3.0, 2)
    assert (gone["result"], gone["started"]) == ("error Error 2029", 3)
    assert (still_gone["result"], still_gone["started"]) == ("error Error 2029", 3)
    assert ran["addin"]["times_asked"] == 1 + 2 + 2  # the last one is not even tried


def test_the_refresh_of_the_ribbon_writes_what_a_headless_refresh_writes(ran: dict[str, Any]) -> None:
    headless = HeadlessWorkbook(FILLED, "planner.xlsx")
    found = refresh(headless, date(2026, 10, 20))
    assert ran["refreshed"]["results"][-1]["result"] == f"done {len(found.alerts)}"
    for table in TABLES:
        rows = headless.table(table).data.rows
        shown = ran["refreshed"]["tables"][table]
        assert any(any(row) for row in rows)
        assert len(shown) == len(rows)
        assert all(alike(cell, other) for row, others in zip(shown, rows) for cell, other in zip(row, others))


def test_the_planner_shows_the_values_of_the_headless_host_in_every_cell(ran: dict[str, Any]) -> None:
    workbook = load_workbook(BytesIO(FILLED), data_only=True)
    different: dict[str, set[str]] = {}
    compared = 0
    for sheet in workbook.worksheets:
        found = ran["planner"]["cells"][sheet.title]
        for cell in (cell for row in sheet.iter_rows() for cell in row if not cell.is_date):
            row = found[cell.row - 1] if cell.row <= len(found) else []
            shown = row[cell.column - 1] if cell.column <= len(row) else ""
            compared += 1
            if not alike(shown, cell.value):
                different.setdefault(sheet.title, set()).add(cell.coordinate)
    assert compared > 30_000
    assert ran["planner"]["times_asked"] == len(CASES)
    assert ran["planner"]["times_asked_by_cells"] > 500
    assert different == {sheet: CAUGHT_ERRORS[sheet] | DEPENDENT[sheet] for sheet in CAUGHT_ERRORS}


def calls(cases: list[Case]) -> list[dict[str, Any]]:
    return [
        {
            "procedure": f"Showing.Show_{case.function}",
            "arguments": [[given(argument) for argument in case.arguments]],
        }
        for case in cases
    ]


def compilations(project: Project) -> Iterator[dict[str, Any]]:
    for module in project.modules:
        yield {"procedure": f"{module.name}.Compiled_{module.name}", "arguments": []}


def given(argument: Any) -> Any:
    return [list(row) for row in argument] if is_range(argument) else argument


def alike(shown: Any, expected: Any) -> bool:
    """Whether LibreOffice shows what is expected; blanks are empty texts."""
    if isinstance(expected, list):
        rows = shown if isinstance(shown, list) else [[shown]]
        rows = rows if rows and isinstance(rows[0], list) else [rows]
        return [len(row) for row in rows] == [len(row) for row in expected] and all(
            alike(cell, other) for row, others in zip(rows, expected) for cell, other in zip(row, others)
        )
    if isinstance(expected, CellError):
        shown = shown[0][0] if isinstance(shown, list) else shown
        return bool(shown == f"error Error {NUMBER_OF[expected.code]}")
    if isinstance(expected, (int, float)):
        if not isinstance(shown, (int, float)):
            return False
        return isclose(shown, expected, rel_tol=1e-9, abs_tol=0.0 if expected else 1e-9)
    return bool((shown or "") == (expected or ""))
