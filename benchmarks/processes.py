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
from benchmarks.workbooks import recalculated

WORKBOOKS = 400
ROUNDS = 4
SEEDS = range(4)
PROCESSES = (1, 2)

Run = Callable[[Sequence[Path]], None]


@contextmanager
def pool(processes: int) -> Iterator[Run]:
    """The only place that knows how many workbooks are spread over processes: here is where to change it."""
    with ProcessPoolExecutor(processes, get_context("spawn")) as executor:

        def run(paths: Sequence[Path]) -> None:
            for _ in executor.map(_recalculated, paths):
                pass

        yield run


def _recalculated(path: Path) -> int:
    return len(recalculated(path.read_bytes()))


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
            f"{WORKBOOKS} workbooks in {ROUNDS} rounds by turns, dirty mode, read from files, results not "
            "written. The processes were started, and had each worked, before the clock ran."
        ],
    )
