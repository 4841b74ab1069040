"""A batch from its files to their results."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate

from kpixl.batch.executors import Stopped, in_processes, one_by_one
from kpixl.batch.files import Job, find_jobs, is_url
from kpixl.batch.journal import Journal, journal_path
from kpixl.batch.work import FileResult, How, recalculated
from kpixl.ooxml.files import UNFINISHED_PREFIX, UNFINISHED_SUFFIX, LocalFile

BYTES_A_PROCESS = 256 * 1024
"""Workbooks, of about this size together, that take as long as starting a process for them."""

DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Batch:
    """Many workbooks, and what is done to each; without `out`, in place."""

    jobs: tuple[Job, ...]
    out: str | None
    how: How

    def journal(self, *, resume: bool = False) -> Journal:
        """Its journal: the one that an earlier run left where it is resumed, else a new one."""
        return Journal(journal_path(self.jobs, self.out), self.how.options, resume=resume)


def plan(paths: Sequence[str], *, out: str | None = None, how: How | None = None, cluster: str = "") -> Batch:
    """The batch that these files, folders and patterns make; see `find_jobs` for what is refused.

    For a cluster, paths are made absolute: its workers stand in other folders.
    """
    if cluster:
        paths, out = [_absolute(path) for path in paths], out and _absolute(out)
    return Batch(find_jobs(paths, out), out, how or How())


def run(
    batch: Batch,
    *,
    journal: Journal | None = None,
    processes: int | None = 1,
    cluster: str = "",
    stopped: Stopped = lambda: False,
) -> Iterator[FileResult]:
    """Recalculate every file and give the results as they are finished, which may be in any order.

    `processes` None is as many as are worth it. More than one are started anew, so a script that asks for
    them must protect its main part with `if __name__ == "__main__":`. Once `stopped()` is true nothing new
    is begun. Raises `UsageError` where a cluster is asked for that is not there.
    """
    _remove_unfinished(batch.jobs)
    jobs: Iterator[Job] = iter(batch.jobs)
    if journal:
        jobs = (replace(job, recorded=journal.recorded(job)) for job in jobs)
    work = partial(recalculated, how=batch.how)
    count = _worthwhile_processes(batch.jobs) if processes is None else min(processes, len(batch.jobs))
    if cluster:
        from kpixl.batch.cluster import on_cluster

        results = on_cluster(jobs, work, stopped, cluster)
    elif count > 1:
        results = in_processes(jobs, work, stopped, count)
    else:
        results = one_by_one(jobs, work, stopped)
    for result in results:
        if journal:
            journal.record(batch.jobs[result.number], result)
        yield result


def _absolute(path: str) -> str:
    return path if is_url(path) else os.path.abspath(path)


def _worthwhile_processes(jobs: Sequence[Job]) -> int:
    """One a core, but no more than the files' sizes are worth."""
    most = os.cpu_count() or 1
    enough = most * BYTES_A_PROCESS
    total = 0
    for total in accumulate(map(_size, jobs)):
        if total >= enough:
            break
    return max(1, min(most, len(jobs), total // BYTES_A_PROCESS))


def _size(job: Job) -> int:
    if not isinstance(job.source, LocalFile):
        return BYTES_A_PROCESS // 8  # not worth asking
    try:
        return job.source.path.stat().st_size
    except OSError:
        return 0


def _remove_unfinished(jobs: Sequence[Job]) -> None:
    """Remove what killed runs left half written where this batch writes.

    Only what has lain there for a day: a file that another process is writing is seconds old.
    """
    written = (job.target or job.source for job in jobs)
    for folder in {file.path.parent for file in written if isinstance(file, LocalFile)}:
        for path in folder.glob(f"{UNFINISHED_PREFIX}*{UNFINISHED_SUFFIX}"):
            with suppress(OSError):
                if path.stat().st_mtime < time.time() - DAY:
                    path.unlink()
