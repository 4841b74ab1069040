"""The benchmark workbook, our modes against each other, and where their time goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from cProfile import Profile
from functools import partial
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter
from types import CodeType
from zipfile import ZipFile

from xlsxwriter import Workbook

import kpixl
from benchmarks.cells import formulas
from benchmarks.tables import Table
from benchmarks.timing import interleaved
from benchmarks.workbook import MADE_ON, SHEETS, Recipe, current_workbook, stale_workbook
from kpixl.hosts.headless import recalculate_content
from kpixl.recalc.options import Options

ROUNDS = 15
FRESH_ROUNDS = 5
LISTED = 15
PACKAGE = Path(kpixl.__file__).parent
DIRTY, FULL = Options(as_of=MADE_ON), Options(full=True, as_of=MADE_ON)


def recalculated(content: bytes, options: Options = DIRTY) -> bytes:
    """What the headless host makes of the workbook."""
    return recalculate_content(content, "benchmark.xlsx", options).content


def sheets_inflated(content: bytes) -> None:
    """The least that anything which looks at formulas must do."""
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                archive.read(name)


def tables() -> Iterator[Table]:
    yield _contents()
    yield _modes()
    for name, options in (("dirty", DIRTY), ("full", FULL)):
        yield _profile(name, options)


def _contents() -> Table:
    content = stale_workbook()
    texts = formulas(content).values()
    outcome = recalculate_content(content, "benchmark.xlsx", DIRTY)
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        inflated = sum(entry.file_size for entry in archive.infolist())
    counts = {
        "bytes": len(content),
        "bytes inflated": inflated,
        "parts": len(names),
        "sheets": len(SHEETS),
        "tables": sum("/tables/" in name for name in names),
        "charts": sum("/charts/chart" in name for name in names),
        "formulas": len(texts),
        "of these ours": sum("KPI_" in text for text in texts),
        "out of date by them": outcome.computed,
        "cells that change": outcome.changed,
    }
    return Table(
        "The workbook", ("it holds", "count"), [(name, f"{count:,}") for name, count in counts.items()]
    )


def _modes() -> Table:
    stale, ordinary = stale_workbook(), current_workbook(Recipe(ours=False))
    actions: dict[str, Callable[[], object]] = {
        "dirty: what is out of date": partial(recalculated, stale),
        "full: every formula": partial(recalculated, stale, FULL),
        "unchanged: without our functions": partial(recalculated, ordinary),
        "inflating the same workbook's sheets": partial(sheets_inflated, ordinary),
    }
    seconds = interleaved(actions, ROUNDS)
    seconds["dirty: the first such workbook of a process"] = median(
        _of_a_fresh_process(_first_seconds, stale) for _ in range(FRESH_ROUNDS)
    )
    rows = [(name, f"{1 / cost:,.1f}", f"{1e3 * cost:,.2f}") for name, cost in seconds.items()]
    return Table(
        "Our modes",
        ("mode", "workbooks/s", "ms"),
        rows,
        [
            f"Bytes in memory to bytes in memory; medians of {ROUNDS} rounds by turns, after a first one. "
            f"The last row: median of {FRESH_ROUNDS} processes which had recalculated one formula before."
        ],
    )


def _of_a_fresh_process(measure: Callable[[bytes], float], content: bytes) -> float:
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
        return fresh.submit(measure, content).result()


def _first_seconds(content: bytes) -> float:
    """Time of a workbook whose formulas this process has not met before; its libraries are loaded."""
    recalculated(_one_formula())
    start = perf_counter()
    recalculated(content)
    return perf_counter() - start


def _one_formula() -> bytes:
    target = BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        book.add_worksheet().write_formula("A1", "=KPI_GOAL_COUNT(1000,10,0.2)")
    return target.getvalue()


def _profile(name: str, options: Options) -> Table:
    content = stale_workbook()
    recalculated(content, options)
    with Profile() as profile:
        recalculated(content, options)
    seen = profile.getstats()
    whole = max(entry.totaltime for entry in seen)
    rows = []
    for entry in seen:
        place = _place(entry.code)
        if place:
            own, below = entry.inlinetime / whole, entry.totaltime / whole
            rows.append((below, (place, f"{entry.callcount:,}", f"{own:.1%}", f"{below:.1%}")))
    rows.sort(key=lambda row: -row[0])
    return Table(
        f"Where the time of one {name} run goes",
        ("function", "calls", "by itself", "with what it calls"),
        [row for _, row in rows[:LISTED]],
        ["Shares as the profiler sees them, which makes small functions look dearer than they are."],
    )


def _place(code: CodeType | str) -> str | None:
    """What to call a function in the table; nothing if it is neither ours nor native."""
    if isinstance(code, str):
        return f"`{code.strip('<>')}`"
    file = Path(code.co_filename)
    if not file.is_relative_to(PACKAGE) or code.co_name.startswith("<"):
        return None
    return f"`{'.'.join(file.relative_to(PACKAGE).with_suffix('').parts)}: {code.co_qualname}`"
