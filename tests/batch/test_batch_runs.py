"""Running a batch in this process and in others: the same results, whatever becomes of a file or a worker."""

from __future__ import annotations

import os
import pickle
import stat
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from shelf import computed, dying, filled, tree, workbook
from workbooks import traps
from workbooks.hand import F, book

from kpixl.batch import FileResult, How, plan, run
from kpixl.batch.executors import in_processes
from kpixl.batch.files import Job, find_jobs
from kpixl.batch.run import BYTES_A_PROCESS, DAY, _worthwhile_processes
from kpixl.batch.work import recalculated
from kpixl.errors import WorkbookError
from kpixl.ooxml.files import LocalFile
from kpixl.recalc.options import Options


def never() -> bool:
    return False


def in_order(results: Iterator[FileResult]) -> list[FileResult]:
    return sorted(results, key=lambda result: result.number)


@pytest.mark.parametrize("processes", [1, 2])
def test_every_file_is_recalculated_in_place(tmp_path: Path, processes: int) -> None:
    paths = filled(tmp_path / "books", 12)
    results = in_order(run(plan([str(tmp_path / "books")]), processes=processes))
    assert [result.source for result in results] == [str(path) for path in paths]
    assert {result.state for result in results} == {"recalculated"}
    assert all(result.seconds > 0 for result in results)
    assert list(tree(tmp_path / "books").values()) == [computed(workbook(number)) for number in range(12)]


def test_several_processes_give_what_one_gives(tmp_path: Path) -> None:
    filled(tmp_path / "books" / "deep", 10)
    (tmp_path / "books" / "bad.xlsx").write_bytes(b"no workbook")
    told = []
    for out, processes in (("one", 1), ("two", 2)):
        how = How(Options(full=True), picks=("件数", "S!A2", "missing"))
        batch = plan([str(tmp_path / "books")], out=str(tmp_path / out), how=how)
        results = in_order(run(batch, processes=processes))
        told.append(
            [
                (
                    result.source,
                    result.state,
                    result.picked,
                    result.hashes,
                    result.warnings,
                    str(result.error),
                )
                for result in results
            ]
        )
    assert told[0] == told[1]
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert len(tree(tmp_path / "one")) == 10


@pytest.mark.parametrize("processes", [1, 2])
def test_a_failing_file_stops_no_other(tmp_path: Path, processes: int) -> None:
    paths = filled(tmp_path, 6)
    paths[2].write_bytes(b"no workbook")
    paths[4].unlink()
    batch = plan([str(path) for path in paths])
    results = in_order(run(batch, processes=processes))
    assert [result.state for result in results].count("recalculated") == 4
    failed = {result.number: result.error for result in results if result.error}
    assert {number: error.message.id for number, error in failed.items()} == {
        2: "workbook.not_workbook",
        4: "workbook.missing",
    }


class Panic(BaseException):
    """As the engine's own panics, which are no `Exception`."""


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (RuntimeError("broken\non purpose"), "batch.fault"),
        (Panic("broken on purpose"), "batch.fault"),
        (MemoryError(), "batch.out_of_memory"),
    ],
)
def test_a_fault_of_ours_fails_one_file_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, told: str
) -> None:
    filled(tmp_path, 3)

    def broken(content: bytes, file: str, options: Options) -> object:
        if file.endswith("001.xlsx"):
            raise fault
        return recalculate_content(content, file, options)

    from kpixl.hosts import headless

    recalculate_content = headless.recalculate_content
    monkeypatch.setattr(headless, "recalculate_content", broken)
    results = list(run(plan([str(tmp_path)], how=How(Options(seconds=None)))))
    assert [result.state for result in results] == ["recalculated", "failed", "recalculated"]
    error = results[1].error
    assert error is not None
    assert error.message.id == told
    assert "\n" not in error.text("ja")
    assert ("Traceback" in results[1].traceback) == (told == "batch.fault")


# workers that die


def jobs_and_notes(folder: Path, count: int) -> tuple[tuple[Job, ...], Path]:
    filled(folder / "books", count)
    (folder / "notes").mkdir()
    return find_jobs([str(folder / "books")], None), folder / "notes"


def test_a_worker_that_dies_costs_no_file(tmp_path: Path) -> None:
    jobs, notes = jobs_and_notes(tmp_path, 10)
    work = partial(dying, how=How(), name="004.xlsx", times=1, notes=notes)
    results = in_order(in_processes(jobs, work, never, 2))
    assert [result.number for result in results] == list(range(10))
    assert not any(result.error for result in results)
    # the pool ends the other worker too, maybe in the midst of writing beside a file
    assert [path.read_bytes() for path in sorted((tmp_path / "books").glob("*.xlsx"))] == [
        computed(workbook(number)) for number in range(10)
    ]


def test_a_file_that_kills_its_worker_twice_has_failed_and_the_others_go_on(tmp_path: Path) -> None:
    jobs, notes = jobs_and_notes(tmp_path, 10)
    work = partial(dying, how=How(), name="004.xlsx", times=99, notes=notes)
    results = in_order(in_processes(jobs, work, never, 2))
    assert len(list(notes.iterdir())) == 2
    assert [result.number for result in results] == list(range(10))
    (failed,) = [result for result in results if result.error]
    assert failed.source.endswith("004.xlsx")
    assert isinstance(failed.error, WorkbookError)
    assert failed.error.message.id == "batch.worker_died"


def test_a_file_may_kill_its_worker_when_it_is_the_only_one(tmp_path: Path) -> None:
    jobs, notes = jobs_and_notes(tmp_path, 1)
    work = partial(dying, how=How(), name="000.xlsx", times=99, notes=notes)
    (result,) = in_processes(jobs, work, never, 1)
    assert result.state == "failed"


# stopping


@pytest.mark.parametrize("processes", [1, 2])
def test_nothing_new_is_begun_once_the_batch_is_stopped(tmp_path: Path, processes: int) -> None:
    filled(tmp_path, 40)
    results: list[FileResult] = []
    batch = plan([str(tmp_path)])
    for result in run(batch, processes=processes, stopped=lambda: bool(results)):
        results.append(result)
    assert 1 <= len(results) <= 2 * processes + 1
    finished = {str(Path(result.source).name) for result in results}
    for number, (name, content) in enumerate(tree(tmp_path).items()):
        assert (content == computed(workbook(number))) == (name in finished)


# how many processes


def test_little_work_is_done_in_this_process_and_much_in_one_a_core(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    sizes = [BYTES_A_PROCESS // 4] * 3
    assert _worthwhile_processes(_jobs(tmp_path / "few", sizes)) == 1
    assert _worthwhile_processes(_jobs(tmp_path / "more", sizes * 3)) == 2
    assert _worthwhile_processes(_jobs(tmp_path / "many", sizes * 30)) == 4
    assert _worthwhile_processes(_jobs(tmp_path / "large", [BYTES_A_PROCESS * 9] * 2)) == 2
    assert _worthwhile_processes([Job(0, LocalFile(tmp_path / "missing.xlsx"), None)]) == 1


def _jobs(folder: Path, sizes: list[int]) -> list[Job]:
    folder.mkdir()
    for number, size in enumerate(sizes):
        (folder / f"{number}.xlsx").write_bytes(b"")
        os.truncate(folder / f"{number}.xlsx", size)
    return [Job(number, LocalFile(path), None) for number, path in enumerate(sorted(folder.iterdir()))]


# what travels


def test_jobs_work_and_results_travel_between_processes(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book({"S": {"A1": F("KPI_GOAL_COUNT(1,0,1)"), "A2": F("NOSUCH(1)")}}))
    (job,) = find_jobs([str(path)], str(tmp_path / "out"))
    how = How(Options(full=True, as_of=datetime(2026, 5, 7)), picks=("missing",), backup=True)
    work = partial(recalculated, how=how)
    result = pickle.loads(pickle.dumps(work))(pickle.loads(pickle.dumps(job)))
    assert pickle.loads(pickle.dumps(result)) == result
    assert result.report is not None
    assert (len(result.report.errors), len(result.report.frozen), len(result.warnings)) == (1, 1, 1)
    (failed,) = find_jobs([str(tmp_path / "missing.xlsx")], None)
    lost = work(failed)
    assert str(pickle.loads(pickle.dumps(lost)).error) == str(lost.error)


# backups


def test_a_backup_holds_what_was_replaced_and_never_replaces_another(tmp_path: Path) -> None:
    path = tmp_path / "計画.xlsx"
    contents = [workbook(number) for number in range(3)]
    for content in contents:
        path.write_bytes(content)
        path.chmod(0o640)
        os.utime(path, ns=(1_000_000_000, 2_000_000_000))
        (result,) = run(plan([str(path)], how=How(backup=True)))
        assert result.state == "recalculated"
    assert tree(tmp_path) == {
        "計画.kpixl-backup.xlsx": contents[0],
        "計画.kpixl-backup-2.xlsx": contents[1],
        "計画.kpixl-backup-3.xlsx": contents[2],
        "計画.xlsx": computed(contents[2]),
    }
    backup = (tmp_path / "計画.kpixl-backup.xlsx").stat()
    assert (stat.S_IMODE(backup.st_mode), backup.st_mtime_ns) == (0o640, 2_000_000_000)


def test_a_file_that_does_not_change_gets_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(computed(workbook()))
    list(run(plan([str(path)], how=How(backup=True))))
    assert list(tree(tmp_path)) == ["a.xlsx"]


def test_the_backup_is_there_before_the_file_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook())
    seen = []
    replace = os.replace

    def watched(beside: str, target: str, **_: object) -> None:
        if Path(target) == path:
            seen.append(tree(tmp_path)["a.kpixl-backup.xlsx"])
        replace(beside, target)

    monkeypatch.setattr(os, "replace", watched)
    list(run(plan([str(path)], how=How(backup=True))))
    assert seen == [workbook()]


def test_a_file_whose_backup_cannot_be_kept_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / f"{'計画' * 41}.xlsx"  # a name of 251 bytes, of 255 that it may have
    path.write_bytes(workbook())
    (result,) = run(plan([str(path)], how=How(backup=True)))
    assert result.error is not None
    assert result.error.message.id == "workbook.cannot_write"
    assert tree(tmp_path) == {path.name: workbook()}


def test_the_backup_of_a_link_lies_beside_the_file_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.xlsx").write_bytes(workbook())
    link = tmp_path / "link.xlsx"
    link.symlink_to("real/a.xlsx")
    (result,) = run(plan([str(link)], how=How(backup=True)))
    assert [warning.id for warning in result.warnings] == ["recalc.warning.link"]
    assert link.is_symlink()
    assert tree(tmp_path / "real") == {"a.kpixl-backup.xlsx": workbook(), "a.xlsx": computed(workbook())}


# picked values


def test_picked_values_come_from_the_recalculated_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book({"S": {"A1": F(traps.OURS, 1)}}))
    (result,) = run(plan([str(path)], out=str(tmp_path / "out"), how=How(picks=("S!A1", "none"))))
    assert result.picked == (20.0, None)
    assert [warning.id for warning in result.warnings] == ["batch.no_cell"]


# what killed runs left behind


def test_half_written_files_of_an_earlier_day_are_removed_and_fresh_ones_are_not(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    for name, age in (("old", 2 * DAY), ("fresh", 0)):
        path = tmp_path / f".kpixl-{name}.tmp"
        path.write_bytes(b"half")
        os.utime(path, (path.stat().st_mtime - age,) * 2)
    (tmp_path / ".other.tmp").write_bytes(b"")
    os.utime(tmp_path / ".other.tmp", (0, 0))
    list(run(plan([str(tmp_path)])))
    assert list(tree(tmp_path)) == [".kpixl-fresh.tmp", ".other.tmp", "000.xlsx"]
