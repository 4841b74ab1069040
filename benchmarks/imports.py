"""Importing a large CSV into the planner, step by step."""

from __future__ import annotations

import csv
import resource
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.tables import Table
from kpixl.data.map_file import parse_map
from kpixl.data.reading import read_source
from kpixl.domain.records import Vocabulary
from kpixl.hosts.headless import recalculate_content
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.macros.import_actuals import Source, import_actuals, vocabulary_of
from kpixl.template.planner.build import build_planner
from kpixl.template.planner.case import BLANK

SIZES = (2_000, 20_000, 200_000)
LAST = date(2026, 10, 20)
STEPS = ("read", "compare", "write", "recalculate", "again")
MAP = b"""
[date]
columns = "date"
[metric]
columns = "metric"
[channel]
columns = "channel"
[[measures]]
columns = "value"
"""


@dataclass(frozen=True)
class Measured:
    seconds: dict[str, float]
    peak: int  # bytes


def tables() -> Iterator[Table]:
    content = recalculate_content(build_planner(BLANK, "en"), "planner.xlsx").content
    rows = []
    for size in SIZES:
        # a process of its own, so that the peak is of this import alone
        with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
            measured = fresh.submit(imported, content, size).result()
        seconds = [f"{measured.seconds[step]:.2f}" for step in STEPS]
        total = sum(measured.seconds[step] for step in STEPS if step != "again")
        rows.append((f"{size:,}", *seconds[:-1], f"{total:.2f}", seconds[-1], f"{measured.peak / 1e6:,.0f}"))
    yield Table(
        "Imports",
        ("rows of CSV", *STEPS[:-1], "all", "again", "MB at most"),
        rows,
        [
            "Seconds to import a CSV into a blank planner, where every row becomes a record of its own: "
            "reading it by its map, comparing it with the table, writing the rows into the file, "
            "recalculating. "
            "*Again* is the same import once more, which changes nothing."
        ],
    )


def imported(content: bytes, size: int) -> Measured:
    workbook = HeadlessWorkbook(content, "planner.xlsx")
    vocabulary = vocabulary_of(workbook)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "records.csv"
        _write(path, vocabulary, size)
        marks = [perf_counter()]
        reading = read_source(path, parse_map(MAP, "map.toml", "map"), vocabulary, LAST)
    assert not reading.problems
    assert len(reading.records) == size
    source = Source("records.csv", "map", reading.records, reading.coverage)
    marks.append(perf_counter())
    changes = import_actuals(workbook, [source]).changes
    marks.append(perf_counter())
    workbook.write(changes)
    marks.append(perf_counter())
    workbook.recalculate()
    marks.append(perf_counter())
    assert import_actuals(workbook, [source]).changes == ()
    marks.append(perf_counter())
    seconds = {step: after - before for step, before, after in zip(STEPS, marks, marks[1:])}
    return Measured(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def _write(path: Path, vocabulary: Vocabulary, size: int) -> None:
    """A CSV of figures day by day backwards, of every stage and channel."""
    rows = (
        (LAST - timedelta(day), stage, channel, (day + place) % 7)
        for day in range((LAST - date(2000, 1, 1)).days)
        for stage in vocabulary.stages
        for place, channel in enumerate(vocabulary.channels)
    )
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("date", "metric", "channel", "value"))
        writer.writerows(islice(rows, size))
