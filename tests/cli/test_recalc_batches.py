"""`kpixl recalc` over many workbooks: what it prints, its summary, its progress bar, its refusals."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from workbooks import traps
from workbooks.compare import cached
from workbooks.hand import F, book

from kpixl.cli.exit_codes import FINE, SOME_FAILED, UNREADABLE, WRONG_USAGE
from kpixl.cli.main import main

OLD = book(
    {"計画": {"A1": F(traps.OURS, 1), "A2": "=1+1"}},
    names='<definedName name="目標件数">計画!$A$1</definedName>',
)
UNCHANGED = book({"計画": {"A1": F("1+1", 2)}})


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """A folder with a workbook that is out of date, one that is not, and something else."""
    folder = tmp_path / "books"
    for name, content in (("b.xlsx", OLD), ("sub/a.xlsx", UNCHANGED), ("c.xlsx", b"no workbook")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def csv_rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_a_folder_is_recalculated_and_its_structure_kept(
    books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("recalc", books, "--out", tmp_path / "out", "--lang", "en") == SOME_FAILED
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        f"{books / 'b.xlsx'}: 1 formulas computed, 1 cells updated",
        f"{books / 'sub' / 'a.xlsx'}: nothing to update (1 formulas)",
        "2 of 3 files done, 1 failed.",
        f"The finished files are recorded in {tmp_path / 'out' / '.kpixl-journal.jsonl'}; "
        "with --resume only the rest is done.",
    ]
    assert captured.err.count("\n") == 1
    assert "c.xlsx" in captured.err
    assert cached((tmp_path / "out" / "b.xlsx").read_bytes(), "計画") == {"A1": 20.0, "A2": "=1+1"}
    assert (tmp_path / "out" / "sub" / "a.xlsx").read_bytes() == UNCHANGED


def test_a_run_that_finished_leaves_no_journal_and_one_that_failed_is_resumed(
    books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("recalc", books, "--in-place") == SOME_FAILED
    assert (books / ".kpixl-journal.jsonl").exists()
    (books / "c.xlsx").write_bytes(OLD)
    capsys.readouterr()
    assert (
        run("recalc", books, "--in-place", "--resume", "--lang", "en", "--summary", tmp_path / "s.csv")
        == FINE
    )
    out = capsys.readouterr().out
    assert out.count("already done by an earlier run") == 2
    assert [row[1] for row in csv_rows(tmp_path / "s.csv")[1:]] == [
        "already done",
        "recalculated",
        "already done",
    ]
    assert sorted(path.name for path in books.iterdir()) == ["b.xlsx", "c.xlsx", "sub"]


def test_patterns_are_expanded(books: Path, tmp_path: Path) -> None:
    assert run("recalc", books / "**" / "[ab].xlsx", "--out", tmp_path / "out") == FINE
    found = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*"))
    assert found == ["b.xlsx", "sub/a.xlsx"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_summary_of_500_files_has_a_row_for_each_in_their_order(
    tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "books"
    folder.mkdir()
    for number in range(500):
        (folder / f"{number:03}.xlsx").write_bytes(OLD if number % 10 == 0 else UNCHANGED)
    (folder / "007.xlsx").write_bytes(b"")
    for name in ("s.csv", "s.xlsx"):
        picks = ("--pick", "目標件数", "--pick", "計画!A1")
        arguments = ("--out", tmp_path / name, "--summary", tmp_path / name / name, "--lang", language)
        assert run("recalc", folder, *arguments, *picks) == SOME_FAILED
    told = csv_rows(tmp_path / "s.csv" / "s.csv")
    sheet = openpyxl.load_workbook(tmp_path / "s.xlsx" / "s.xlsx").worksheets[0]
    values = [[cell.value for cell in cells] for cells in sheet.iter_rows()]
    assert len(told) == len(values) == 501
    assert told[0] == values[0]
    assert [row[0] for row in told[1:]] == [str(folder / f"{number:03}.xlsx") for number in range(500)]
    assert [row[0] for row in values] == [row[0] for row in told]
    assert [row[1] for row in values] == [row[1] for row in told]
    assert told[1][11:] == ["20", "20"]
    assert values[1][11:] == [20, 20]
    assert told[2][11:] == ["", "2"]
    assert values[2][7:9] == [1, told[2][8]]
    assert "目標件数" in told[2][8]
    assert "007.xlsx" in values[8][10]
    assert "007.xlsx" in capsys.readouterr().err


def test_hostile_file_names_and_values_become_no_formulas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("=1+1.xlsx", "-x.xlsx", "@x.xlsx", "+x.xlsx"):
        Path(name).write_bytes(OLD)
    paths = sorted(path.name for path in tmp_path.iterdir())
    assert run("recalc", "--in-place", "--summary", "s.csv", "--pick", "計画!A2", "--", *paths) == FINE
    told = csv_rows(Path("s.csv"))
    assert sorted(row[0] for row in told[1:]) == ["'+x.xlsx", "'-x.xlsx", "'=1+1.xlsx", "'@x.xlsx"]
    assert {row[-1] for row in told[1:]} == {"'=1+1"}


def test_picked_values_are_printed_and_given_to_programs(
    books: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = (
        "recalc",
        books / "b.xlsx",
        "--in-place",
        "--pick",
        "目標件数",
        "--pick",
        "none",
        "--lang",
        "en",
    )
    assert run(*arguments) == FINE
    out = capsys.readouterr().out
    assert "  目標件数 = 20\n" in out
    assert "  Note: There is no cell none " in out
    assert run(*arguments, "--json") == FINE
    (told,) = json.loads(capsys.readouterr().out)
    assert told["picked"] == {"目標件数": 20.0, "none": None}
    assert len(told["warnings"]) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_json_is_one_list_in_the_order_of_the_files(
    tmp_path: Path, jobs: int, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.xlsx").write_bytes(OLD)
    assert run("recalc", tmp_path, "--in-place", "--json", "--jobs", jobs) == FINE
    told = json.loads(capsys.readouterr().out)
    assert [Path(entry["source"]).name for entry in told] == [f"{number:02}.xlsx" for number in range(12)]
    assert run("recalc", tmp_path, "--in-place", "--json", "--jobs", jobs, "--resume") == FINE
    assert {entry["state"] for entry in json.loads(capsys.readouterr().out)} == {"recalculated"}


def test_backups_are_kept_beside_the_files_that_change(books: Path) -> None:
    assert run("recalc", books / "b.xlsx", books / "sub", "--in-place", "--backup") == FINE
    assert (books / "b.kpixl-backup.xlsx").read_bytes() == OLD
    assert [path.name for path in (books / "sub").iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize(
    ("moment", "now"), [("2026-05-07", 46149.0), ("2026-05-07T18:00", 46149.75), ("1999-12-31", 36525.0)]
)
def test_as_of_fixes_what_today_and_now_are(tmp_path: Path, moment: str, now: float) -> None:
    assert (date(2026, 5, 7) - date(1899, 12, 30)).days == 46149
    path = tmp_path / "a.xlsx"
    path.write_bytes(book({"S": {"A1": F("TODAY()", 1), "A2": F("NOW()", 1)}}))
    assert run("recalc", path, "--in-place", "--as-of", moment) == FINE
    assert cached(path.read_bytes(), "S") == {"A1": float(int(now)), "A2": pytest.approx(now)}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["books", "--out", "o", "--summary", "s.txt"],
        ["books", "--out", "o", "--summary", "books/b.xlsx"],
        ["books", "--out", "o", "--summary", "o/sub/a.xlsx"],
        ["books", "--out", "o", "--backup"],
        ["books", "--out", "o", "--jobs", "0"],
        ["books", "--out", "o", "--jobs", "many"],
        ["books", "--out", "o", "--jobs", "2", "--cluster", "tcp://127.0.0.1:1"],
        ["books", "--out", "books"],
        ["books/*.csv", "--in-place"],
        ["empty", "--in-place"],
        ["nowhere://books/*.xlsx", "--in-place"],
    ],
    ids=" ".join,
)
def test_wrong_usage_gets_one_sentence_and_touches_nothing(
    books: Path,
    arguments: list[str],
    language: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(books.parent)
    Path("empty").mkdir()
    before = {path: path.read_bytes() for path in Path().rglob("*.*")}
    assert run("recalc", *arguments, "--lang", language) == WRONG_USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert any("\u3040" <= character <= "\u9fff" for character in captured.err) == (language == "ja")
    assert {path: path.read_bytes() for path in Path().rglob("*.*")} == before


def test_files_that_are_all_unreadable_give_exit_code_3_and_no_journal(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.xlsx").write_bytes(b"")
    assert run("recalc", tmp_path, "--in-place") == UNREADABLE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx"]


def test_a_journal_that_cannot_be_written_is_told(books: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (books / "c.xlsx").unlink()
    (books / ".kpixl-journal.jsonl").mkdir()
    assert run("recalc", books, "--in-place", "--lang", "en") == FINE
    assert "--resume will have nothing to go on from" in capsys.readouterr().err


# the progress bar


def on_a_terminal(*arguments: str) -> tuple[str, str]:
    """What a run prints to its standard output, a pipe, and to its standard error, a terminal."""
    import pty

    terminal, end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "kpixl.cli.main", *arguments],
        stdout=subprocess.PIPE,
        stderr=end,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"},
    )
    os.close(end)
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # how a terminal says that nobody writes to it any more
            break
        if not piece:
            break
        shown += piece
    os.close(terminal)
    out, _ = process.communicate()
    assert process.returncode == FINE
    return out.decode(), shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
@pytest.mark.parametrize(
    ("language", "rate", "done"),
    [("ja", "件/秒", "12 件のうち 12 件を処理しました"), ("en", "files/s", "12 of 12 files done, 0 failed.")],
)
def test_a_terminal_sees_a_bar_and_the_output_nothing_of_it(
    tmp_path: Path, language: str, rate: str, done: str
) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.xlsx").write_bytes(OLD)
    out, shown = on_a_terminal("recalc", str(tmp_path), "--in-place", "--lang", language, "--jobs", "2")
    assert "12/12" in shown
    assert re.search(rf"[\d.]+ {rate}", shown)
    assert re.search(r"\d:\d\d:\d\d", shown)
    assert out.count(".xlsx") == 12
    assert done in out
    assert "\x1b" not in out
    assert "\r" not in out
    assert rate not in out
    assert len(out.splitlines()) == 13


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_one_file_needs_no_bar(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(OLD)
    out, shown = on_a_terminal("recalc", str(tmp_path), "--in-place", "--lang", "en")
    assert shown == ""
    assert out.startswith(str(tmp_path / "a.xlsx"))
