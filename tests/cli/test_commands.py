"""The command line as a user meets it: what it prints, its exit codes, its refusals."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from kpixl.cli.exit_codes import FINE, SOME_FAILED, UNREADABLE, WRONG_USAGE
from kpixl.cli.language import chosen_language
from kpixl.cli.main import main
from kpixl.errors import UsageError
from kpixl.functions.registry import REGISTRY


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook that holds our function, an error of it, and a formula nobody knows; never computed."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "計画"
    for column, rate in enumerate((0.1, 0.5, 0.5, 0.5), 3):
        sheet.cell(7, column, rate)
    sheet["B4"] = 20
    sheet["C10"] = ArrayFormula("C10:G10", "=KPI_BACKCALC(B4,C7:F7)")
    sheet["A1"] = "=KPI_BACKCALC(B4,2)"
    sheet["A2"] = "=NOSUCHFUNCTION(1)"
    path = tmp_path / "計画.xlsx"
    workbook.save(path)
    return path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_recalc_writes_the_result_beside_and_leaves_the_source(book: Path, tmp_path: Path) -> None:
    before = book.read_bytes()
    assert run("recalc", book, "--out", tmp_path / "out") == FINE
    result = load_workbook(tmp_path / "out" / "計画.xlsx", data_only=True)["計画"]
    assert [result.cell(10, column).value for column in range(3, 8)] == [1600, 160, 80, 40, 20]
    assert book.read_bytes() == before


def test_recalc_in_place_rewrites_the_file(book: Path) -> None:
    assert run("recalc", book, "--in-place") == FINE
    assert load_workbook(book, data_only=True)["計画"]["C10"].value == 1600
    assert [path.name for path in book.parent.iterdir()] == [book.name]


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("ja", "引数「rates」は 1 以下でなければなりませんが、2 です。"),
        ("en", "must be at most 1, but it is 2."),
    ],
)
def test_recalc_names_each_error_and_each_frozen_cell(
    book: Path, capsys: pytest.CaptureFixture[str], language: str, reason: str
) -> None:
    run("recalc", book, "--in-place", "--lang", language)
    out = capsys.readouterr().out
    assert "計画!A1" in out
    assert reason in out
    assert "計画!A2" in out
    assert "NOSUCHFUNCTION" in out


def test_recalc_prints_json_for_programs(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("recalc", book, book.with_name("missing.xlsx"), "--in-place", "--json") == SOME_FAILED
    done, failed = json.loads(capsys.readouterr().out)
    assert done["state"] == "recalculated"
    assert done["errors"][0] | {"message": ""} == {
        "sheet": "計画",
        "cell": "A1",
        "formula": "KPI_BACKCALC(B4,2)",
        "message": "",
        "code": "#NUM!",
    }
    assert failed["state"] == "failed"


@pytest.mark.parametrize(("language", "told"), [("ja", "値に置き換え"), ("en", "turned into values: 2")])
def test_recalc_can_leave_values_for_readers_without_kpixl(
    book: Path, capsys: pytest.CaptureFixture[str], language: str, told: str
) -> None:
    assert run("recalc", book, "--in-place", "--freeze", "--lang", language) == FINE
    assert told in capsys.readouterr().out
    sheet = load_workbook(book)["計画"]
    assert [sheet.cell(10, column).value for column in range(3, 8)] == [1600, 160, 80, 40, 20]
    assert sheet["A1"].value == "#NUM!"
    assert sheet["A2"].value == "=NOSUCHFUNCTION(1)"


def test_one_bad_file_does_not_stop_the_others(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_text("no workbook")
    assert run("recalc", bad, book, "--out", tmp_path / "out", "--lang", "en") == SOME_FAILED
    captured = capsys.readouterr()
    assert "1 of 2 files done, 1 failed." in captured.out
    assert captured.err.count("\n") == 1
    assert "bad.xlsx" in captured.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [".kpixl-journal.jsonl", book.name]


def test_files_that_are_all_unreadable_give_exit_code_3(tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_text("no workbook")
    assert run("recalc", bad, tmp_path / "none.xlsx", "--out", tmp_path / "out") == UNREADABLE
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["recalc", "a.xlsx"],
        ["recalc", "a.xlsx", "--out", "x", "--in-place"],
        ["recalc"],
        ["recalc", "x/a.xlsx", "y/a.xlsx", "--out", "z"],
        ["recalc", "a.xlsx", "--out"],
        ["recalc", "a.xlsx", "--nonsense"],
        ["nonsense"],
        ["functions", "KPI_NONSENSE"],
        ["functions", "A", "B"],
        ["diff", "a.xlsx"],
    ],
    ids=" ".join,
)
def test_wrong_usage_gets_one_sentence_and_exit_code_2(
    arguments: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", language, *arguments]) == WRONG_USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    japanese = any("\u3040" <= character <= "\u9fff" for character in captured.err)
    assert japanese == (language == "ja")


def test_a_language_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "fr", "functions"]) == WRONG_USAGE
    assert "fr" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "ja"),
        ([], {"LANG": "C.UTF-8"}, "ja"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ([], {"LANG": "ja_JP.UTF-8", "KPIXL_LANG": "en"}, "en"),
        (["demo", "--lang", "EN"], {"KPIXL_LANG": "ja"}, "en"),
        (["--lang=ja", "demo"], {"KPIXL_LANG": "en"}, "ja"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_environments_else_japanese(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert chosen_language(arguments, environment) == language


def test_an_unknown_language_in_the_environment_is_refused() -> None:
    with pytest.raises(UsageError):
        chosen_language([], {"KPIXL_LANG": "klingon"})


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("command", [[], ["recalc"], ["functions"], ["diff"], ["demo"]], ids=str)
def test_help_is_wholly_in_the_chosen_language(
    command: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--help", "--lang", language]) == FINE
    out = capsys.readouterr().out
    words = ("Usage", "Show", "Options") if language == "en" else ("使い方", "表示", "オプション")
    assert all(word in out for word in words)
    foreign = ("使い方", "オプション") if language == "en" else ("Usage", "Options:", "Commands:", "Show")
    assert not any(word in out for word in foreign)


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == FINE
    assert "recalc" in capsys.readouterr().out


def test_functions_lists_every_function_with_its_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("functions", "--lang", "en") == FINE
    out = capsys.readouterr().out
    for spec in REGISTRY.values():
        assert f"{spec.name} " in out
        assert spec.summary("en") in out


@pytest.mark.parametrize("name", REGISTRY)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_functions_explains_each_function(
    name: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("functions", name.lower(), "--lang", language) == FINE
    out = capsys.readouterr().out
    spec = REGISTRY[name]
    assert spec.signature() in out
    assert spec.summary(language) in out  # type: ignore[arg-type]
    assert all(parameter.name in out for parameter in spec.parameters)
    assert all(example.formula in out for example in spec.examples)


def test_functions_prints_json_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("functions", "--json") == FINE
    assert [entry["name"] for entry in json.loads(capsys.readouterr().out)] == list(REGISTRY)


def test_diff_of_a_file_with_itself_is_empty(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", book, book, "--lang", "en") == FINE
    assert capsys.readouterr().out == "The two workbooks are the same.\n"


def test_diff_shows_changed_parts_and_cells(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("recalc", book, "--out", tmp_path / "out")
    capsys.readouterr()
    assert run("diff", book, tmp_path / "out" / book.name, "--json") == SOME_FAILED
    found = json.loads(capsys.readouterr().out)
    assert found["parts"] == [{"part": "xl/worksheets/sheet1.xml", "change": "changed"}]
    assert {
        "sheet": "計画",
        "cell": "D10",
        "before": "",
        "after": "160",
    } in found["cells"]


def test_diff_of_an_unreadable_file_is_refused(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", book, book.with_name("none.xlsx")) == UNREADABLE
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("language", ["ja", "en"])
def test_demo_prints_the_worked_example_and_writes_the_workbook(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("demo", "--out", tmp_path, "--lang", language) == FINE
    out = capsys.readouterr().out
    assert re.search(r" 1600 .*\n.* 160 .*\n.* 80 .*\n.* 40 .*\n.* 20 ", out)
    labels = {"ja": ("達成", "注意", "危機"), "en": ("On track", "Caution", "Critical")}
    assert all(label in out for label in labels[language])
    (path,) = tmp_path.iterdir()
    assert str(path) in out
    assert load_workbook(path, data_only=True).defined_names["required_counts"] is not None


def test_demo_never_overwrites_a_workbook_that_was_changed(tmp_path: Path) -> None:
    assert run("demo", "--out", tmp_path) == FINE
    assert run("demo", "--out", tmp_path) == FINE
    (first,) = tmp_path.iterdir()
    first.write_bytes(b"changed by its user")
    assert run("demo", "--out", tmp_path) == FINE
    assert first.read_bytes() == b"changed by its user"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kpixl-demo.ja-2.xlsx", "kpixl-demo.ja.xlsx"]


def test_a_folder_that_cannot_be_written_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert run("demo", "--out", tmp_path / "file" / "folder") != FINE
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err


def test_a_fault_of_ours_is_one_sentence_and_a_traceback_only_with_debug(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("kpixl.hosts.headless.recalculate_file", broken)
    assert run("recalc", book, "--in-place") == SOME_FAILED
    assert capsys.readouterr().err.count("\n") == 1
    assert run("recalc", book, "--in-place", "--debug") == SOME_FAILED
    assert "Traceback" in capsys.readouterr().err
