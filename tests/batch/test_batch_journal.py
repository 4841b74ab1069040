"""What is finished is written down, and a resumed run leaves out what is still as it became then."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from shelf import computed, filled, tree, workbook

import kpixl
from kpixl.batch import Batch, FileResult, How, plan, run
from kpixl.batch.journal import NAME, journal_path
from kpixl.recalc.options import Options


def started(batch: Batch, *, finish: int, resume: bool = False) -> list[FileResult]:
    """A run that ends after so many files, as if it had been killed."""
    journal = batch.journal(resume=resume)
    results: list[FileResult] = []
    for result in run(batch, journal=journal, stopped=lambda: len(results) >= finish):
        results.append(result)
    journal.close()
    return results


def states(results: list[FileResult]) -> str:
    """The first letter of each state."""
    return "".join(result.state[0] for result in results)


@pytest.fixture
def books(tmp_path: Path) -> Path:
    filled(tmp_path / "books", 6)
    return tmp_path / "books"


@pytest.fixture(params=["in place", "elsewhere"])
def batch(request: pytest.FixtureRequest, books: Path, tmp_path: Path) -> Batch:
    return plan([str(books)], out=None if request.param == "in place" else str(tmp_path / "out"))


def results_of(batch: Batch) -> Path:
    return journal_path(batch.jobs, batch.out).parent


def test_a_resumed_run_does_the_rest(batch: Batch) -> None:
    assert states(started(batch, finish=4)) == "rrrr"
    assert states(started(batch, finish=99, resume=True)) == "aaaarr"
    assert states(started(batch, finish=99, resume=True)) == "aaaaaa"
    contents = tree(results_of(batch))
    contents.pop(NAME)
    assert list(contents.values()) == [computed(workbook(number)) for number in range(6)]


def test_without_resuming_everything_is_done_anew_in_a_new_journal(batch: Batch) -> None:
    started(batch, finish=4)
    assert states(started(batch, finish=2)) == "rr"
    assert len((results_of(batch) / NAME).read_text().splitlines()) == 2


def test_a_journal_tells_what_each_file_was_and_became(batch: Batch, books: Path) -> None:
    (result,) = started(batch, finish=1)
    (line,) = (results_of(batch) / NAME).read_text(encoding="utf-8").splitlines()
    assert result.hashes is not None
    assert json.loads(line) == {
        "source": str(books / "000.xlsx"),
        "before": result.hashes.before,
        "after": result.hashes.after,
        "how": {"kpixl": kpixl.__version__, "full": False, "as_of": None},
    }


def test_a_file_that_changed_since_is_done_again(batch: Batch, books: Path) -> None:
    started(batch, finish=99)
    (books / "001.xlsx").write_bytes(workbook(77))
    assert states(started(batch, finish=99, resume=True)) == "araaaa"


def test_a_result_that_changed_or_went_since_is_made_again(books: Path, tmp_path: Path) -> None:
    batch = plan([str(books)], out=str(tmp_path / "out"))
    started(batch, finish=99)
    (tmp_path / "out" / "001.xlsx").write_bytes(b"changed by its user")
    (tmp_path / "out" / "003.xlsx").unlink()
    assert states(started(batch, finish=99, resume=True)) == "araraa"
    assert (tmp_path / "out" / "001.xlsx").read_bytes() == computed(workbook(1))


@pytest.mark.parametrize(
    "other", [Options(full=True), Options(as_of=datetime(2026, 5, 7))], ids=["in full", "at another time"]
)
def test_what_was_done_otherwise_is_done_again(batch: Batch, books: Path, other: Options) -> None:
    started(batch, finish=3)
    again = Batch(batch.jobs, batch.out, How(other))
    assert states(started(again, finish=99, resume=True)) == "rrrrrr"


def test_what_another_version_did_is_done_again(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    started(batch, finish=3)
    monkeypatch.setattr(kpixl, "__version__", "99.0")
    assert "a" not in states(started(batch, finish=99, resume=True))


@pytest.mark.parametrize(
    "torn", ['{"source": "', "not json", "[]", '{"source": 1}', "\x00\x00", "\udcff"], ids=ascii
)
def test_a_line_that_was_cut_off_costs_nothing_but_itself(batch: Batch, torn: str) -> None:
    started(batch, finish=3)
    journal = results_of(batch) / NAME
    with journal.open("a", encoding="utf-8", errors="surrogateescape") as stream:
        stream.write(torn)
    assert states(started(batch, finish=5, resume=True)) == "aaarr"
    assert states(started(batch, finish=99, resume=True)) == "aaaaar"


def test_a_failed_file_is_tried_again(batch: Batch, books: Path) -> None:
    (books / "002.xlsx").write_bytes(b"no workbook")
    assert states(started(batch, finish=99)) == "rrfrrr"
    (books / "002.xlsx").write_bytes(workbook(2))
    assert states(started(batch, finish=99, resume=True)) == "aaraaa"


def test_a_file_that_was_up_to_date_counts_as_done(books: Path) -> None:
    (books / "000.xlsx").write_bytes(computed(workbook(0)))
    batch = plan([str(books)])
    started(batch, finish=99)
    assert states(started(batch, finish=99, resume=True)) == "aaaaaa"


def test_resuming_without_a_journal_is_an_ordinary_run(batch: Batch) -> None:
    assert states(started(batch, finish=99, resume=True)) == "rrrrrr"


def test_picked_values_of_finished_files_are_told_again(books: Path) -> None:
    batch = plan([str(books)], how=How(picks=("件数", "Number", "none")))
    started(batch, finish=3)
    resumed = started(batch, finish=99, resume=True)
    assert [result.picked for result in resumed] == [(20.0, float(number), None) for number in range(6)]
    assert all(len(result.warnings) == 1 for result in resumed)


def test_a_journal_that_cannot_be_written_stops_nothing(batch: Batch) -> None:
    (results_of(batch) / NAME).mkdir(parents=True)
    journal = batch.journal()
    assert states(list(run(batch, journal=journal))) == "rrrrrr"
    assert journal.problem is not None
    assert journal.problem.id == "batch.no_journal"
    journal.remove()


def test_the_journal_in_place_lies_in_the_folder_that_all_files_are_below(tmp_path: Path) -> None:
    first, second = filled(tmp_path / "a" / "b", 1), filled(tmp_path / "a" / "c", 1)
    assert journal_path(plan([str(first[0]), str(second[0])]).jobs, None) == tmp_path / "a" / NAME
    assert journal_path(plan([str(first[0])]).jobs, None) == tmp_path / "a" / "b" / NAME
