"""Doing the work to many files: one after the other, or in processes of this machine.

Results come as they are finished. At any time only a few jobs are under way, however many there are. Once
`stopped` says so nothing new is begun, and what is under way is finished.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process

from kpixl.batch.files import Job
from kpixl.batch.work import FileResult, failure
from kpixl.errors import WorkbookError

Work = Callable[[Job], FileResult]
Stopped = Callable[[], bool]

QUEUED = 2
"""Jobs under way for each process: one in work, one waiting so that no process idles."""

LISTENING_SECONDS = 1
"""How long at most to wait for a result before looking whether there will be one at all."""

MOST_PROCESSES = 61 if sys.platform == "win32" else 1024
"""Windows cannot wait for more than 63 handles at once."""


def one_by_one(jobs: Iterable[Job], work: Work, stopped: Stopped) -> Iterator[FileResult]:
    """In this process."""
    for job in jobs:
        if stopped():
            return
        yield work(job)


def in_processes(jobs: Iterable[Job], work: Work, stopped: Stopped, processes: int) -> Iterator[FileResult]:
    """In several processes of this machine.

    When one dies, each file that was under way is tried again in a process of its own; the one that kills
    that process too has failed.
    """
    processes = min(processes, MOST_PROCESSES)
    remaining = iter(jobs)
    while True:
        with _pool(processes) as pool:
            lost = yield from bounded(pool, remaining, work, stopped, processes * QUEUED, BrokenProcessPool)
        if not lost:
            return
        for job in lost:
            if stopped():
                return
            with _pool(1) as pool:
                lost_again = yield from bounded(pool, iter([job]), work, stopped, 1, BrokenProcessPool)
            if lost_again:
                yield worker_died(job)


def bounded(
    executor: Executor,
    jobs: Iterator[Job],
    work: Work,
    stopped: Stopped,
    most: int,
    death: type[Exception],
    gone: Callable[[], bool] = lambda: False,
) -> Generator[FileResult, None, list[Job]]:
    """Keep `most` jobs under way until there are no more, one is lost to the `death` of its worker, or the
    executor is `gone` with all it had.

    Returns the jobs that were lost to a death.
    """
    running: dict[Future[FileResult], Job] = {}
    lost: list[Job] = []
    while True:
        while len(running) < most and not lost and not stopped():
            job = next(jobs, None)
            if job is None:
                break
            try:
                with _interrupts_held_back():
                    running[executor.submit(work, job)] = job
            except death:
                lost.append(job)
        if stopped():
            for future in running:
                future.cancel()
        if not running or gone():
            return lost
        done, _ = wait(running, LISTENING_SECONDS, return_when=FIRST_COMPLETED)
        for future in done:
            job = running.pop(future)
            if future.cancelled():
                continue
            fault = future.exception()
            if fault is None:
                yield future.result()
            elif isinstance(fault, death):
                lost.append(job)
            else:
                yield failure(job, fault)


def worker_died(job: Job) -> FileResult:
    """The result of a job that no worker survives."""
    return failure(job, WorkbookError("batch.worker_died", file=str(job.source)))


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    """New interpreters: a copy of this one could hold a lock that nobody ever opens."""
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_as_worker)
    try:
        yield pool
    except KeyboardInterrupt:  # asked for a second time: what is under way is given up
        for process in active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _as_worker() -> None:
    """Ctrl-C goes to every process of a terminal, but it is for the parent to say what happens then."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    """A parent that is killed cannot end its workers; they would wait for work for ever."""
    parent = parent_process()
    assert parent is not None  # this runs in workers only
    parent.join()
    os._exit(1)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """A process that is started meanwhile ignores Ctrl-C from its very first moment, where systems can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
