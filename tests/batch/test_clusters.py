"""A batch on a Dask cluster of two worker processes on this machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster
from shelf import computed, dying, filled, tree, workbook

from kpixl.batch import How, cluster, plan, run
from kpixl.batch.cluster import on_cluster
from kpixl.batch.files import find_jobs
from kpixl.errors import KpixlError, UsageError
from kpixl.i18n import LANGUAGES


def local_cluster(workers: int) -> LocalCluster:
    return LocalCluster(
        n_workers=workers,
        processes=True,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        worker_dashboard_address="127.0.0.1:0",
    )


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    quick = {"distributed.scheduler.allowed-failures": 1, "distributed.comm.timeouts.connect": "3s"}
    with dask.config.set(quick), local_cluster(2) as started:
        yield started.scheduler_address


def never() -> bool:
    return False


def test_the_workers_of_a_cluster_give_what_this_process_gives(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the workers stand elsewhere
    filled(Path("books/deep"), 20)
    Path("books/bad.xlsx").write_bytes(b"no workbook")
    how = How(picks=("件数", "S!A2"))
    batch = plan(["books"], out="out", how=how, cluster=scheduler)
    results = sorted(run(batch, cluster=scheduler), key=lambda result: result.number)
    here = list(run(plan(["books"], out="here", how=how)))
    assert [(result.state, result.picked, result.hashes) for result in results] == [
        (result.state, result.picked, result.hashes) for result in here
    ]
    assert [result.state for result in results].count("recalculated") == 20
    assert tree(Path("out")) == tree(Path("here"))


def test_urls_of_files_are_read_and_written_by_the_workers(scheduler: str, tmp_path: Path) -> None:
    filled(tmp_path / "books", 3)
    batch = plan([(tmp_path / "books").as_uri()], out=(tmp_path / "out").as_uri(), cluster=scheduler)
    assert {result.state for result in run(batch, cluster=scheduler)} == {"recalculated"}
    assert list(tree(tmp_path / "out").values()) == [computed(workbook(number)) for number in range(3)]


def test_a_worker_that_dies_costs_no_file(scheduler: str, tmp_path: Path) -> None:
    filled(tmp_path / "books", 10)
    (tmp_path / "notes").mkdir()
    work = partial(dying, how=How(), name="004.xlsx", times=1, notes=tmp_path / "notes")
    jobs = find_jobs([str(tmp_path / "books")], None)
    results = list(on_cluster(jobs, work, never, scheduler))
    assert len(list((tmp_path / "notes").iterdir())) == 1
    assert sorted(result.number for result in results) == list(range(10))
    assert {result.state for result in results} == {"recalculated"}
    assert list(tree(tmp_path / "books").values()) == [computed(workbook(number)) for number in range(10)]


def test_a_file_that_kills_every_worker_has_failed_and_the_others_go_on(
    scheduler: str, tmp_path: Path
) -> None:
    filled(tmp_path / "books", 6)
    (tmp_path / "notes").mkdir()
    work = partial(dying, how=How(), name="002.xlsx", times=99, notes=tmp_path / "notes")
    jobs = find_jobs([str(tmp_path / "books")], None)
    results = {result.number: result for result in on_cluster(jobs, work, never, scheduler)}
    assert sorted(results) == list(range(6))
    (failed,) = [result for result in results.values() if result.error]
    assert failed.number == 2
    assert failed.error is not None
    assert failed.error.message.id == "batch.worker_died"


def test_nothing_new_is_begun_once_the_batch_is_stopped(scheduler: str, tmp_path: Path) -> None:
    filled(tmp_path / "books", 400)
    done = []
    batch = plan([str(tmp_path / "books")], out=str(tmp_path / "out"), cluster=scheduler)
    for result in run(batch, cluster=scheduler, stopped=lambda: bool(done)):
        done.append(result)
    assert 1 <= len(done) < 400


def test_a_scheduler_that_goes_away_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    filled(tmp_path / "books", 400)
    with local_cluster(1) as started:
        address = started.scheduler_address
        results = run(plan([str(tmp_path / "books")], cluster=address), cluster=address)
        assert next(results).state == "recalculated"
    with pytest.raises(KpixlError) as caught:
        list(results)
    assert caught.value.message.id == "batch.scheduler_gone"
    assert set(tree(tmp_path / "books").values()) <= {
        content for number in range(400) for content in (workbook(number), computed(workbook(number)))
    }


def test_an_address_where_nobody_answers_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 0.1)
    filled(tmp_path, 1)
    for address in ("tcp://127.0.0.1:1", "nonsense://x", "no address"):
        with pytest.raises(UsageError) as caught:
            list(run(plan([str(tmp_path)]), cluster=address))
        assert address in caught.value.text("ja")
        assert all("\n" not in caught.value.text(language) for language in LANGUAGES)
    assert tree(tmp_path) == {"000.xlsx": workbook()}


def test_without_the_extra_one_sentence_tells_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path, 1)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError) as caught:
        list(run(plan([str(tmp_path)]), cluster="tcp://127.0.0.1:1"))
    assert all("pip install 'kpixl[cluster]'" in caught.value.text(language) for language in LANGUAGES)
