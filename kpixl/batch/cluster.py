"""Doing the work on a Dask cluster: its scheduler hands the files to its workers and replaces dead ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from kpixl.batch.executors import Stopped, Work, bounded, worker_died
from kpixl.batch.files import Job
from kpixl.batch.work import FileResult
from kpixl.errors import KpixlError, UsageError

CONNECT_SECONDS = 10
"""How long a scheduler may take to answer."""

UNDER_WAY = 256
"""Jobs that the scheduler knows of at any time, enough for as many workers."""


def on_cluster(jobs: Iterable[Job], work: Work, stopped: Stopped, address: str) -> Iterator[FileResult]:
    """On the workers of the scheduler at this address (`tcp://host:port`).

    A file whose worker dies is given to another one; the one that kills several has failed. Raises
    `UsageError` where no scheduler answers, `KpixlError` where it goes away in the midst of the work.
    """
    try:
        from distributed import Client, KilledWorker
        from distributed.client import ClosedClientError
    except ImportError:
        raise UsageError("batch.no_extra") from None
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as fault:  # nobody there, or no address
        detail = " ".join(str(fault).split())
        raise UsageError("batch.no_scheduler", address=address, detail=detail) from None
    remaining = iter(jobs)

    def gone() -> bool:
        """Whether the connection was lost; what was under way is cancelled then, or never heard of again."""
        return bool(client.status != "running")

    with client:
        # not "pure": the same job may rightly be done twice
        executor = client.get_executor(pure=False)
        with suppress(ClosedClientError):
            while lost := (
                yield from bounded(executor, remaining, work, stopped, UNDER_WAY, KilledWorker, gone)
            ):
                yield from map(worker_died, lost)
        if gone():
            raise KpixlError("batch.scheduler_gone", address=address)
