"""What stays in memory after many workbooks in one process."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.tables import Table
from benchmarks.workbook import Recipe, stale_workbook
from benchmarks.workbooks import recalculated

STATUS = Path("/proc/self/status")
AFTER = (1, 100, 300, 1000)  # workbooks
SEEDS = range(4)


def tables() -> Iterator[Table]:
    contents = [stale_workbook(Recipe(seed=seed)) for seed in SEEDS]
    if STATUS.exists():
        # a process of its own has seen nothing but these workbooks
        with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
            sizes = fresh.submit(sizes_after, contents).result()
    else:
        sizes = []
    yield Table(
        "Memory",
        ("workbooks recalculated", "MB in memory"),
        [(f"{count:,}", f"{size / 1e6:,.1f}") for count, size in zip(AFTER, sizes)],
        [f"Resident memory of one fresh process; {len(SEEDS)} different workbooks in turn, dirty mode."]
        if sizes
        else ["Not measured: this system has no /proc/self/status."],
    )


def sizes_after(contents: list[bytes]) -> list[int]:
    """Resident bytes of this process each time that so many workbooks are done."""
    sizes = []
    for number in range(1, max(AFTER) + 1):
        recalculated(contents[number % len(contents)])
        if number in AFTER:
            sizes.append(_resident())
    return sizes


def _resident() -> int:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024
