"""Throughput with one process and with two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.tables import Table
from benchmarks.timing import interleaved
from benchmarks.workbook import Recipe, stale_workbook
from kpixl.batch.files import Job
from kpixl.batch.work import How, recalculated
from kpixl.ooxml.files import LocalFile

WORKBOOKS = 400
ROUNDS = 4
SEEDS = range(4)
PROCESSES = (1, 2)

Run = Callable[[Sequence[Path]], None]


@contextmanager
def pool(processes: int) -> Iterator[Run]:
    """Processes that stay, each doing to a file what `kpixl recalc --out` does to it."""
    with ProcessPoolExecutor(processes, get_context("spawn")) as executor:

        def run(paths: Sequence[Path]) -> None:
            for _ in executor.map(_recalculated, paths):
                pass

        yield run


def _recalculated(path: Path) -> str:
    job = Job(0, LocalFile(path), LocalFile(path.with_suffix(".out")))
    return recalculated(job, How()).state


def tables() -> Iterator[Table]:
    with TemporaryDirectory(prefix="kpixl-benchmark-") as folder, ExitStack() as pools:
        paths = []
        for number in range(WORKBOOKS // ROUNDS):
            paths.append(Path(folder) / f"{number}.xlsx")
            paths[-1].write_bytes(stale_workbook(Recipe(seed=SEEDS[number % len(SEEDS)])))
        runs = {count: pools.enter_context(pool(count)) for count in PROCESSES}
        seconds = interleaved({count: partial(run, paths) for count, run in runs.items()}, ROUNDS)
    rows = [
        (str(count), f"{len(paths) / cost:,.1f}", f"{seconds[PROCESSES[0]] / cost:.2f}×")
        for count, cost in seconds.items()
    ]
    yield Table(
        "Processes",
        ("processes", "workbooks/s", "against one"),
        rows,
        [
            f"{WORKBOOKS} workbooks in {ROUNDS} rounds by turns, dirty mode, from files to new files, each "
            "computed by a process that can be ended. The processes had been started, and had each worked, "
            "before the clock ran."
        ],
    )
