"""Workbooks on a remote store, here one in memory: found, recalculated and written by URL."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from shelf import computed, filled, tree, workbook

from kpixl.batch import How, plan, run
from kpixl.batch.files import file_at, find_jobs
from kpixl.batch.journal import NAME, journal_path
from kpixl.errors import OutputError, UsageError, WorkbookError
from kpixl.i18n import LANGUAGES

STORE = "memory://shop"


@pytest.fixture(autouse=True)
def store() -> Iterator[fsspec.AbstractFileSystem]:
    system = fsspec.filesystem("memory")
    for number, name in enumerate(("a.xlsx", "east/a.xlsx", "east/b.xlsm", "~$a.xlsx", "notes.txt")):
        system.pipe_file(f"/shop/{name}", workbook(number))
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def contents(system: fsspec.AbstractFileSystem, folder: str) -> dict[str, bytes]:
    return {path.removeprefix(f"{folder}/"): system.cat_file(path) for path in sorted(system.find(folder))}


@pytest.mark.parametrize("given", [STORE, f"{STORE}/", f"{STORE}/**/*.xls?"])
def test_a_remote_folder_is_recalculated_into_another(store: fsspec.AbstractFileSystem, given: str) -> None:
    before = contents(store, "/shop")
    results = list(run(plan([given], out="memory://out/new")))
    assert [result.source for result in results] == [
        "memory:///shop/a.xlsx",
        "memory:///shop/east/a.xlsx",
        "memory:///shop/east/b.xlsm",
    ]
    assert contents(store, "/out/new") == {
        "a.xlsx": computed(workbook(0)),
        "east/a.xlsx": computed(workbook(1)),
        "east/b.xlsm": computed(workbook(2)),
    }
    assert contents(store, "/shop") == before


def test_remote_files_are_recalculated_in_place_with_backups(store: fsspec.AbstractFileSystem) -> None:
    for _ in range(2):
        store.pipe_file("/shop/east/a.xlsx", workbook(1))
        list(run(plan([f"{STORE}/east"], how=How(backup=True))))
    assert contents(store, "/shop/east") == {
        "a.kpixl-backup-2.xlsx": workbook(1),
        "a.kpixl-backup.xlsx": workbook(1),
        "a.xlsx": computed(workbook(1)),
        "b.kpixl-backup.xlsm": workbook(2),
        "b.xlsm": computed(workbook(2)),
    }


def test_files_go_from_a_disk_to_a_store_and_back(store: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    filled(tmp_path / "books", 2)
    list(run(plan([str(tmp_path / "books")], out="memory://out")))
    assert contents(store, "/out") == {f"00{number}.xlsx": computed(workbook(number)) for number in (0, 1)}
    list(run(plan(["memory://out"], out=str(tmp_path / "back"))))
    assert tree(tmp_path / "back") == contents(store, "/out")


def test_a_file_url_is_the_file_on_this_disk(tmp_path: Path) -> None:
    (path,) = filled(tmp_path / "books", 1)
    (job,) = find_jobs([path.as_uri()], None)
    assert job.source == file_at(str(path))


def test_a_remote_file_that_is_missing_fails_alone(store: fsspec.AbstractFileSystem) -> None:
    missing, done = run(plan([f"{STORE}/none.xlsx", f"{STORE}/a.xlsx"]))
    assert isinstance(missing.error, WorkbookError)
    assert missing.error.message.id == "workbook.missing"
    assert done.state == "recalculated"


@pytest.mark.parametrize("given", [f"{STORE}/*.csv", "memory://nowhere/*.xlsx"])
def test_a_remote_pattern_without_a_match_is_refused(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        plan([given])
    assert caught.value.message.id == "batch.nothing_found"


def test_a_remote_result_that_would_replace_its_source_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        plan([STORE], out=STORE)
    assert caught.value.message.id == "workbook.target_is_source"


def test_remote_results_below_the_searched_folder_are_no_sources(store: fsspec.AbstractFileSystem) -> None:
    for _ in range(2):
        assert len(list(run(plan([STORE], out=f"{STORE}/out")))) == 3


@pytest.mark.parametrize("step", ["pipe_file", "mv"])
def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    store: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = contents(store, "/shop")

    def refusing(*_: object, **__: object) -> None:
        raise RuntimeError("the store is\nread only")

    monkeypatch.setattr(type(store), step, refusing)
    with pytest.raises(OutputError) as caught:
        file_at(f"{STORE}/a.xlsx").write(b"new")
    assert all("\n" not in caught.value.text(language) for language in LANGUAGES)
    assert contents(store, "/shop") == before


def test_a_store_that_fails_to_read_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("fsspec.implementations.memory.MemoryFileSystem.cat_file", refusing)
    with pytest.raises(WorkbookError, match="RuntimeError"):
        file_at(f"{STORE}/a.xlsx").read()


def test_the_journal_of_remote_results_lies_in_the_current_folder(tmp_path: Path) -> None:
    assert journal_path((), "memory://out") == Path(NAME)
    assert journal_path(plan([STORE]).jobs, None) == Path(NAME)


def test_remote_files_are_left_out_when_a_run_is_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    batch = plan([STORE], out="memory://out")
    for resume, states in ((False, {"recalculated"}), (True, {"already_done"})):
        journal = batch.journal(resume=resume)
        assert {result.state for result in run(batch, journal=journal)} == states
        journal.close()


def test_without_the_extra_a_url_gets_one_sentence_that_tells_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(UsageError) as caught:
        plan([STORE])
    assert all("pip install 'kpixl[cluster]'" in caught.value.text(language) for language in LANGUAGES)
