"""`kpixl check`: what it prints, for people and for programs, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from workbooks.hand import F, book

from kpixl.cli.exit_codes import FINE, SOME_FAILED, UNREADABLE, WRONG_USAGE
from kpixl.cli.main import main
from kpixl.cli.wrapping import width_of, wrapped

BROKEN = {"S": {"A1": 1, "B1": F("A1+#REF!", 2)}}
HOLLOW = {"S": {"A1": 1, "B1": F("1/A2", 2), "C1": "=A1"}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sound.xlsx").write_bytes(book({"S": {"A1": 1, "B1": F("A1*2", 2)}}))
    (tmp_path / "broken.xlsx").write_bytes(book(BROKEN))
    (tmp_path / "hollow.xlsx").write_bytes(book(HOLLOW))
    (tmp_path / "no.xlsx").write_bytes(b"no workbook")
    return tmp_path


def run(*arguments: object) -> int:
    return main(["check", *map(str, arguments)])


def test_a_sound_workbook_is_fine_and_only_its_file_was_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "sound.xlsx"
    assert run(file, "--lang", "en") == FINE
    assert capsys.readouterr().out.splitlines() == [
        "Nothing to report.",
        "This is not a planner, so only the state of the file was checked.",
        f"{file}: errors 0, warnings 0, notes 0",
    ]


def test_findings_stand_under_their_severity_with_place_and_hint(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder / "broken.xlsx", "--lang", "ja") == SOME_FAILED
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "エラー(1 件)",
        "  S!B1",
        "    参照先のなくなった数式(#REF!)が 1 セルにあります。例: =A1+#REF!",
    ]
    assert lines[3].startswith("    → ")
    assert lines[-1].endswith("broken.xlsx: エラー 1 件、警告 0 件、参考 0 件")
    assert all(width_of(line) <= 100 for line in lines[:-1])


def test_warnings_alone_are_no_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder / "hollow.xlsx", "--lang", "en") == FINE
    assert "Warning (" in capsys.readouterr().out


def test_for_programs_there_is_one_object_a_finding(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "broken.xlsx"
    assert run(file, folder / "sound.xlsx", "--json", "--lang", "en") == SOME_FAILED
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert told.pop("hint").startswith("Undo the deletion")
    assert told == {
        "file": str(file),
        "severity": "error",
        "rule": "broken_formula",
        "sheet": "S",
        "cells": ["B1"],
        "message": "Formulas whose reference is gone (#REF!): 1, such as =A1+#REF!",
    }


def test_an_unreadable_file_has_a_code_of_its_own_and_stops_no_other(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder / "no.xlsx", "--lang", "en") == UNREADABLE
    assert capsys.readouterr().out == ""
    assert run(folder / "no.xlsx", folder / "gone.xlsx", folder / "broken.xlsx", "--lang", "en") == UNREADABLE
    told = capsys.readouterr()
    assert "broken.xlsx: errors 1" in told.out
    assert len(told.err.splitlines()) == 2


def test_without_a_workbook_the_command_is_called_wrongly() -> None:
    assert run("--lang", "en") == WRONG_USAGE


def test_the_workbook_stays_as_it_is(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    run(folder / "hollow.xlsx")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


# wrapping

JAPANESE = "「重点 KPI」を選べません。設計の木のどの行にも点数がありません(CSF score を参照)。"
ENGLISH = "No focus KPI can be chosen: no row of the design tree has a score."


@pytest.mark.parametrize("width", range(12, 60, 7))
@pytest.mark.parametrize("words", [JAPANESE, ENGLISH, JAPANESE + ENGLISH, "x" * 200, "。" * 90, ""])
def test_lines_fit_and_nothing_is_lost(words: str, width: int) -> None:
    lines = list(wrapped(words, width, "- ", "  "))
    assert all(width_of(line) <= width for line in lines)
    kept = "".join(line[2:] for line in lines)
    assert kept.replace(" ", "") == words.replace(" ", "")


@pytest.mark.parametrize("width", range(20, 60, 3))
def test_words_stay_whole_and_no_line_begins_with_a_full_stop(width: int) -> None:
    english = list(wrapped(ENGLISH, width))
    assert " ".join(english) == ENGLISH
    for line in wrapped(JAPANESE, width):
        assert line[0] not in "。、)」"
        assert line[-1] not in "「("
