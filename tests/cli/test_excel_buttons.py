"""The buttons of Excel's ribbon, on a model of Excel's objects, through xlwings where VBA calls it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest
from data.exports import ga4
from office import excel_model as model
from office.pywin32 import xlwings_for_windows
from workbooks.macro_rules import faults
from workbooks.ready_made import template

from kpixl.cli.excel_buttons import BUTTONS, LONGEST, OpenBook, Said, pressed
from kpixl.hosts.excel import ribbon
from kpixl.i18n import LANGUAGES

TODAY = date(2026, 10, 20)


@pytest.fixture(scope="module")
def windows() -> Iterator[SimpleNamespace]:
    with xlwings_for_windows() as started:
        yield started


@pytest.fixture(scope="module")
def planner() -> model.Book:
    """The planner for buttons that do not write into it."""
    return model.opened(template("planner.web.ja"), "plan.xlsm")


@pytest.fixture
def book(tmp_path: Path) -> model.Book:
    return model.opened(template("planner.web.ja"), str(tmp_path / "plan.xlsm"))


def opened(windows: SimpleNamespace, book: model.Book) -> OpenBook:
    from kpixl.cli.excel import ActiveBook

    return ActiveBook(windows.xlwings.Book(impl=windows.windows.Book(xl=book)))


def press(
    windows: SimpleNamespace, book: model.Book, button: str, file: str = "", language: str = "ja"
) -> Said:
    return pressed(button, partial(opened, windows, book), file, language, TODAY)  # type: ignore[arg-type]


def test_every_button_but_that_of_the_language_has_something_to_do() -> None:
    assert {button.id for button in ribbon.BUTTONS} - {"language"} == set(BUTTONS)


def test_refresh_brings_the_open_workbook_up_to_date(windows: SimpleNamespace, book: model.Book) -> None:
    said = press(windows, book, "refresh")
    assert said.kind == "done"
    assert said.words.startswith("基準日を 2026-10-20 にして更新しました。警報は ")
    assert said.words.count("\n- ") > 3
    assert any(row[0] for row in book.sheets["更新"].tables["History"].area.Value2[1:])
    assert book.Application.ScreenUpdating is True


def test_refresh_refuses_what_is_no_planner_in_one_sentence(windows: SimpleNamespace) -> None:
    said = press(windows, model.Book(), "refresh", language="en")
    assert said.kind == "refused"
    assert "\n" not in said.words


def test_a_workbook_that_lies_in_no_folder_cannot_be_refreshed(
    windows: SimpleNamespace, planner: model.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planner, "Path", "")
    assert "save it" in press(windows, planner, "refresh", language="en").words
    monkeypatch.setattr(planner, "Path", "https://example.sharepoint.com/sites/kpi")
    monkeypatch.setattr(planner, "FullName", "https://example.sharepoint.com/sites/kpi/plan.xlsm")
    assert "OneDrive" in press(windows, planner, "refresh", language="en").words


def test_import_finds_the_map_of_an_export_and_remembers_it(
    windows: SimpleNamespace, book: model.Book, tmp_path: Path
) -> None:
    export = tmp_path / "ga4.csv"
    export.write_bytes(ga4())
    first = press(windows, book, "import", str(export))
    assert first.kind == "done", first.words
    assert "ga4.csv を取り込みました" in first.words
    assert book.sheets["更新"].tables["Sources"].area.Value2[1][:2] == ("ga4.csv", "ga4")
    again = press(windows, book, "import", str(export))
    assert "追加 0 行、変更 0 行、削除 0 行" in again.words


def test_import_says_which_files_it_knows_when_it_knows_none(
    windows: SimpleNamespace, book: model.Book, tmp_path: Path
) -> None:
    export = tmp_path / "strange.csv"
    export.write_text("a,b\n1,2\n", encoding="utf-8")
    said = press(windows, book, "import", str(export))
    assert said.kind == "refused"
    assert all(name in said.words for name in ("ga4", "hubspot", "salesforce", "kpixl import --map"))


def test_check_looks_at_a_copy_of_the_open_workbook(windows: SimpleNamespace, planner: model.Book) -> None:
    said = press(windows, planner, "check", language="en")
    assert said.kind == "done"
    assert said.words


def test_report_writes_the_page_that_the_file_name_asks_for(
    windows: SimpleNamespace, planner: model.Book, tmp_path: Path
) -> None:
    said = press(windows, planner, "report", str(tmp_path / "report.html"))
    assert said.kind == "done"
    assert "株式会社サンプル" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert press(windows, planner, "report", str(tmp_path / "report.doc")).kind == "refused"


def test_a_new_period_is_a_new_planner_that_excel_opens(
    windows: SimpleNamespace, planner: model.Book, tmp_path: Path
) -> None:
    file = tmp_path / "next.xlsm"
    said = press(windows, planner, "period", str(file), "en")
    assert (said.kind, said.file) == ("open", str(file))
    assert faults(file.read_bytes()) == []
    assert press(windows, planner, "period", str(tmp_path / "next.xlsx")).kind == "refused"


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_says_which_python_answers(windows: SimpleNamespace, planner: model.Book, language: str) -> None:
    assert "kpixl doctor" in press(windows, planner, "help", language=language).words


def test_a_fault_of_ours_is_a_sentence_too(windows: SimpleNamespace, book: model.Book) -> None:
    book.names.clear()
    del book.sheets["更新"]
    for button in BUTTONS:
        said = press(windows, book, button, "file")
        assert said.kind in ("done", "refused")
        assert 0 < len(said.words) <= LONGEST


def test_vba_gets_one_row_of_texts_from_xlwings(windows: SimpleNamespace, planner: model.Book) -> None:
    row = windows.python.CallUDF("kpixl.cli.excel", "pressed", ("help", "en", ""), planner)
    assert row[0] == "done"
    assert row[1].startswith("kpixl ")
    assert row[2] == ""
    refused = windows.python.CallUDF("kpixl.cli.excel", "pressed", ("refresh", "en", ""), model.Book())
    assert refused[0] == "refused"


def test_new_writes_a_macro_enabled_planner(tmp_path: Path) -> None:
    from kpixl.cli.main import main

    file = tmp_path / "plan.xlsm"
    assert main(["new", "planner", str(file), "--sample", "web"]) == 0
    assert faults(file.read_bytes()) == []
    with ZipFile(file) as archive:
        assert b"<v>" in archive.read("xl/worksheets/sheet3.xml")


@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_other_systems_than_windows_are_told_so(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    import sys

    from kpixl.cli.main import main

    if sys.platform == "win32":
        pytest.skip("this is Windows")
    assert main([command, "excel", "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1


def test_the_add_in_can_be_built_on_every_system(tmp_path: Path) -> None:
    from kpixl.cli.main import main

    assert main(["install", "excel", "--build-only", "--out", str(tmp_path)]) == 0
    assert faults((tmp_path / "kpixl.xlam").read_bytes()) == []
