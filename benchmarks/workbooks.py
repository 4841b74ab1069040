"""The benchmark workbook, our modes against each other, and where their time goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from cProfile import Profile
from functools import partial
from io import BytesIO
from pathlib import Path
from pstats import Stats
from zipfile import ZipFile

import kpixl
from benchmarks.cells import formulas
from benchmarks.tables import Table
from benchmarks.timing import interleaved
from benchmarks.workbook import MADE_ON, SHEETS, Recipe, current_workbook, stale_workbook
from kpixl.hosts.headless import recalculate_content
from kpixl.recalc.options import Options

ROUNDS = 15
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
    actions = {
        "dirty: what is out of date": partial(recalculated, stale),
        "full: every formula": partial(recalculated, stale, FULL),
        "unchanged: without our functions": partial(recalculated, ordinary),
        "inflating the same workbook's sheets": partial(sheets_inflated, ordinary),
    }
    seconds = interleaved(actions, ROUNDS)
    rows = [(name, f"{1 / cost:,.1f}", f"{1e3 * cost:,.2f}") for name, cost in seconds.items()]
    return Table(
        "Our modes",
        ("mode", "workbooks/s", "ms"),
        rows,
        [f"Bytes in memory to bytes in memory; medians of {ROUNDS} rounds by turns, after a first one."],
    )


def _profile(name: str, options: Options) -> Table:
    content = stale_workbook()
    recalculated(content, options)
    with Profile() as profile:
        recalculated(content, options)
    seen = Stats(profile).stats.items()
    whole = max(below for _, (_, _, _, below, _) in seen)
    rows = []
    for (file, _, function), (_, calls, own, below, _) in seen:
        place = _place(file, function)
        if place:
            rows.append((below, (place, f"{calls:,}", f"{own / whole:.1%}", f"{below / whole:.1%}")))
    rows.sort(key=lambda row: -row[0])
    return Table(
        f"Where the time of one {name} run goes",
        ("function", "calls", "by itself", "with what it calls"),
        [row for _, row in rows[:LISTED]],
        ["Shares as the profiler sees them, which makes small functions look dearer than they are."],
    )


def _place(file: str, function: str) -> str | None:
    """What to call a function in the table; nothing if it is neither ours nor native."""
    if Path(file).is_relative_to(PACKAGE) and not function.startswith("<"):
        module = ".".join(Path(file).relative_to(PACKAGE).with_suffix("").parts)
        return f"`{module}: {function}`"
    native = re.search(r"(?:method '?|function )(\w+)(?:' of '(?:\w+\.)*(\w+))?", function)
    return f"`native: {'.'.join(filter(None, (native[2], native[1])))}`" if native else None
