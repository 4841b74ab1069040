"""Which workbooks a batch is about, and where their results go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from shelf import filled, workbook

from kpixl.batch.files import find_jobs
from kpixl.errors import UsageError, WorkbookError


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "books/b.xlsx", "books/a.XLSM", "books/east/a.xlsx", "books/east/deep/t.xltx", "books/west/a.xlsx",
        "books/west/m.xltm", "books/[1].xlsx",
        # none of a person's workbooks
        "books/notes.txt", "books/old.xls", "books/~$b.xlsx", "books/.hidden.xlsx", "books/.git/x.xlsx",
        "books/.kpixl-ab12.tmp", "books/b.kpixl-backup.xlsx", "books/b.kpixl-backup-2.xlsx",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(workbook())
    (tmp_path / "books" / "folder.xlsx").mkdir()
    return Path("books")


def found(*given: object, out: object = None) -> dict[str, str | None]:
    jobs = find_jobs([str(path) for path in given], None if out is None else str(out))
    assert [job.number for job in jobs] == list(range(len(jobs)))
    return {_posix(job.source): job.target and _posix(job.target) for job in jobs}


def _posix(file: object) -> str:
    return str(file).replace(os.sep, "/")


def test_a_folder_stands_for_all_workbooks_below_it_in_order(books: Path) -> None:
    assert list(found(books)) == [
        "books/[1].xlsx",
        "books/a.XLSM",
        "books/b.xlsx",
        "books/east/a.xlsx",
        "books/east/deep/t.xltx",
        "books/west/a.xlsx",
        "books/west/m.xltm",
    ]


def test_the_structure_below_a_folder_is_kept(books: Path) -> None:
    targets = found(books, out="out")
    assert targets["books/east/a.xlsx"] == "out/east/a.xlsx"
    assert targets["books/west/a.xlsx"] == "out/west/a.xlsx"
    assert targets["books/b.xlsx"] == "out/b.xlsx"


def test_the_current_folder_can_be_given(books: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(books)
    assert found(".", out="../out")["east/a.xlsx"] == "../out/east/a.xlsx"


@pytest.mark.parametrize(
    ("pattern", "targets"),
    [
        ("books/*/a.xlsx", {"books/east/a.xlsx": "out/east/a.xlsx", "books/west/a.xlsx": "out/west/a.xlsx"}),
        ("books/**/t.*", {"books/east/deep/t.xltx": "out/east/deep/t.xltx"}),
        ("books/we?t/m*", {"books/west/m.xltm": "out/west/m.xltm"}),
        ("*/b.xls*", {"books/b.xlsx": "out/books/b.xlsx"}),
        ("books/east/[ab].xlsx", {"books/east/a.xlsx": "out/a.xlsx"}),
    ],
)
def test_a_pattern_is_expanded_by_us(books: Path, pattern: str, targets: dict[str, str]) -> None:
    assert found(pattern, out="out") == targets


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(books: Path) -> None:
    assert found(books / "[1].xlsx", out="out") == {"books/[1].xlsx": "out/[1].xlsx"}


def test_a_file_that_is_named_is_taken_whatever_it_is_called(books: Path) -> None:
    named = ["books/~$b.xlsx", "books/old.xls", "books/b.kpixl-backup.xlsx", "books/missing.xlsx"]
    assert list(found(*named)) == named


def test_a_file_that_is_found_twice_is_recalculated_once(books: Path, tmp_path: Path) -> None:
    (books / "link.xlsx").symlink_to("b.xlsx")
    again = found(books / "b.xlsx", books, "books/*.xlsx", tmp_path / "books" / "b.xlsx", books / "link.xlsx")
    assert len(again) == 7


def test_a_link_among_files_has_a_result_of_its_own_elsewhere(books: Path) -> None:
    (books / "link.xlsx").symlink_to("b.xlsx")
    assert found(books, out="out")["books/link.xlsx"] == "out/link.xlsx"


def test_results_below_the_searched_folder_are_no_sources(books: Path) -> None:
    filled(books / "out" / "east", 2)
    assert not any("out" in source for source in found(books, out=books / "out"))
    assert not any("out" in source for source in found("books/**/*.xlsx", out=books / "out"))
    assert "books/out/east/000.xlsx" in found(books)


@pytest.mark.parametrize("given", ["empty", "books/*.csv", "nowhere/*.xlsx", "books/east/deep/*/*.xlsx"])
def test_nothing_found_is_refused(books: Path, given: str) -> None:
    Path("empty").mkdir()
    with pytest.raises(UsageError) as caught:
        found(books, given)
    assert caught.value.message.id == "batch.nothing_found"
    assert given in caught.value.text("ja")


def test_results_that_would_meet_are_refused(books: Path) -> None:
    with pytest.raises(UsageError) as caught:
        found(books / "east", books / "west", out="out")
    assert caught.value.message.id == "batch.same_name"


@pytest.mark.parametrize("out", ["books", "books/../books"])
def test_results_that_would_replace_a_source_are_refused(books: Path, out: str) -> None:
    with pytest.raises(UsageError) as caught:
        found(books, out=out)
    assert caught.value.message.id == "workbook.target_is_source"


def test_a_result_that_would_replace_another_source_is_refused(books: Path) -> None:
    filled(books / "out" / "deep", 1)[0].rename(books / "out" / "deep" / "t.xltx")
    with pytest.raises(UsageError) as caught:
        found(books / "east", books / "out" / "deep" / "t.xltx", out=books / "out")
    assert caught.value.message.id == "workbook.target_is_source"


def test_a_folder_that_cannot_be_read_is_not_passed_over(
    books: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("west"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(WorkbookError) as caught:
        found(books)
    assert "west" in caught.value.text("ja")


def test_a_url_that_nothing_can_open_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        find_jobs(["nowhere://books/*.xlsx"], None)
    assert caught.value.message.id == "batch.no_store"
