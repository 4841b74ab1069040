"""A log of ten million rows: counts, matured rates and lead times, against pandas doing the same work."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from itertools import pairwise
from math import isclose
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import pandas

from benchmarks.tables import Table
from kpixl.data.lead_log import (
    Columns,
    cohort_rates,
    embedded,
    events,
    lead_times,
    log_file,
    records,
    stage_counts,
)
from kpixl.data.lead_log.embedded import MEMORY

ROWS = 10_000_000
LEADS = 4_200_000
ROUNDS = 2
STAGES = ("Lead", "MQL", "SQL", "Meeting", "Deal")
WINDOWS = (30, 30, 45, 90)
AS_OF = date(2026, 3, 31)
COUNTS, RATES, TIMES = "stage counts by day and channel", "matured rates", "lead times"

# Every draw is a hash of the lead's number, so that the log is the same every time. Half of the leads go on
# from a stage to the next, some rows are missing, and three in ten are told again later.
LOG = """
WITH leads AS (
    SELECT range AS lead, hash(range, 'depth') % 1000 AS depth, hash(range, 'start') % (720 * 86400) AS start
    FROM range({leads})
), steps AS (
    SELECT lead, stage, place, start + sum(
        CASE WHEN place = 0 THEN 0 ELSE ((hash(lead, place) % 1000) / 1000) ** 2 * 60 * 86400 END
    ) OVER (PARTITION BY lead ORDER BY place) AS second
    FROM leads, (VALUES (0, 'Lead', 1000), (1, 'MQL', 500), (2, 'SQL', 250), (3, 'Meeting', 120),
        (4, 'Deal', 30)) AS stages(place, stage, share)
    WHERE depth < share
), told AS (
    SELECT lead, stage, second + again * 86400 * (1 + hash(lead, place, 'again') % 40) AS second,
        hash(lead, place, again) AS draw
    FROM steps, (VALUES (0), (1)) AS twice(again)
    WHERE CASE again WHEN 0 THEN hash(lead, place, 'missing') % 100 >= 2
        ELSE hash(lead, place, 'twice') % 10 < 3 END
)
SELECT 'L' || lpad(lead::VARCHAR, 8, '0') AS lead, stage,
    TIMESTAMP '2024-04-01' + to_seconds(second::BIGINT) AS moment,
    ['Search', 'Event', 'Webinar', 'Referral', 'Advertising', 'Telephone', NULL][1 + (draw % 7)::INTEGER]
        AS channel
FROM told ORDER BY moment, lead, stage, channel LIMIT {rows}
"""


@dataclass(frozen=True)
class Measured:
    seconds: dict[str, float]  # of each measure, and of what comes before them
    processor: float  # seconds of all threads
    peak: int  # bytes
    found: tuple[dict[Any, Any], ...]


def tables() -> Iterator[Table]:
    with TemporaryDirectory(prefix="kpixl-benchmark-") as folder:
        path = Path(folder) / "log.parquet"
        write_log(path)
        size = path.stat().st_size
        runs: dict[str, list[Measured]] = {"kpixl on DuckDB": [], "pandas": []}
        for _ in range(ROUNDS):
            for (name, measured), run in zip(runs.items(), (by_kpixl, by_pandas)):
                measured.append(in_a_fresh_process(run, path))
                print(f"{name}: {sum(measured[-1].seconds.values()):.1f} s", flush=True)
    best = {name: min(measured, key=_total) for name, measured in runs.items()}
    ours, other = best.values()
    agree = all(map(same, ours.found, other.found))
    yield Table(
        "Log of leads",
        ("by", "seconds", "against kpixl", "processor seconds", "against kpixl", "MB at most", "its results"),
        [
            (
                name,
                f"{_total(one):,.1f}",
                f"{_total(one) / _total(ours):.2f}×",
                f"{one.processor:,.1f}",
                f"{one.processor / ours.processor:.2f}×",
                f"{one.peak / 1e6:,.0f}",
                "" if one is ours else "the same" if agree else "differ",
            )
            for name, one in best.items()
        ],
        [
            f"{ROWS:,} rows of about {LEADS / 1e6:,.1f} million leads in a Parquet file of "
            f"{size / 1e6:,.0f} MB; {COUNTS}, {RATES} and {TIMES} of {len(STAGES)} stages. "
            f"The better of {ROUNDS} runs by turns, each from the file in a fresh process, whose peak memory "
            "is shown; its start and imports are not timed. Processor seconds are those of all its threads. "
            f"DuckDB {version('duckdb')} within {MEMORY}, pandas {version('pandas')}."
        ],
    )
    yield Table(
        "Where the time goes",
        ("", *best),
        [
            (what, *(f"{one.seconds.get(what, 0):,.1f}" for one in best.values()))
            for what in dict.fromkeys(key for one in best.values() for key in one.seconds)
        ],
        [
            "Seconds. Each measure of kpixl is a query of its own and reads the file again; pandas reads "
            "once and finds the first arrivals of all leads once."
        ],
    )


def write_log(path: Path, rows: int = ROWS, leads: int = LEADS) -> None:
    query = LOG.format(rows=rows, leads=leads)
    with embedded([path], memory="4GB") as connection:
        connection.raw_sql(f"COPY ({query}) TO '{path}' (FORMAT parquet)")


def in_a_fresh_process(run: Callable[[Path], Measured], path: Path) -> Measured:
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
        return fresh.submit(run, path).result()


def by_kpixl(path: Path) -> Measured:
    clock = _Clock()
    with log_file(path) as log:
        told = events(log, Columns(channel="channel"))
        clock.lap("opening")
        counts = {record[:3]: record.value for record in records(stage_counts(told, STAGES))}
        clock.lap(COUNTS)
        rates = _by_stage(
            cohort_rates(told, STAGES, WINDOWS, AS_OF), "entered", "mature", "rate", "backwards"
        )
        clock.lap(RATES)
        times = _by_stage(lead_times(told, STAGES), "finished", "mean", "median", "p90")
        clock.lap(TIMES)
    return clock.measured(counts, rates, times)


def _by_stage(expression: Any, *columns: str) -> dict[str, tuple[float, ...]]:
    rows = expression.to_pyarrow().to_pylist()
    return {row["stage"]: tuple(float(row[column]) for column in columns) for row in rows}


def by_pandas(path: Path) -> Measured:
    """The same rules, as one would write them with pandas."""
    clock = _Clock()
    log = pandas.read_parquet(path)
    clock.lap("reading")
    days = log.groupby(["lead", "stage"], sort=False).moment.min().dt.normalize().unstack("stage")
    days = days[list(STAGES)]
    clock.lap("first arrivals")
    named = log.dropna(subset=["channel"]).sort_values(["moment", "channel"]).drop_duplicates("lead")
    channel = named.set_index("lead").channel.reindex(days.index).fillna("")
    counts = {}
    for stage in STAGES:
        found = days[stage].groupby([days[stage], channel]).size()
        counts |= {(day.date(), stage, name): float(count) for (day, name), count in found.items()}
    clock.lap(COUNTS)
    as_of = pandas.Timestamp(AS_OF)
    rates = {}
    for stage, following, window in zip(STAGES, STAGES[1:], WINDOWS):
        step = days[days[stage] <= as_of]
        lasting = (step[following] - step[stage]).dt.days
        in_order = ~(lasting < 0)
        mature = in_order & (step[stage] <= as_of - pandas.Timedelta(days=window))
        converted = mature & (lasting <= window)
        rates[stage] = (
            float(in_order.sum()),
            float(mature.sum()),
            float(converted.sum() / mature.sum()),
            float((~in_order).sum()),
        )
    clock.lap(RATES)
    times = {}
    for stage, following in pairwise(STAGES):
        lasting = (days[following] - days[stage]).dt.days
        finished = lasting[lasting >= 0]
        times[stage] = (
            float(len(finished)),
            float(finished.mean()),
            float(finished.median()),
            float(finished.quantile(0.9)),
        )
    clock.lap(TIMES)
    return clock.measured(counts, rates, times)


class _Clock:
    """Seconds between one lap and the next."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.last = perf_counter()
        self.processor = process_time()

    def lap(self, what: str) -> None:
        now = perf_counter()
        self.seconds[what] = now - self.last
        self.last = now

    def measured(self, *found: dict[Any, Any]) -> Measured:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        return Measured(self.seconds, process_time() - self.processor, peak, found)


def _total(measured: Measured) -> float:
    return sum(measured.seconds.values())


def same(one: dict[Any, Any], other: dict[Any, Any]) -> bool:
    """Equal, numbers to the last digits but few."""
    return one.keys() == other.keys() and all(
        isclose(left, right, rel_tol=1e-9)
        for key in one
        for left, right in zip(_numbers(one[key]), _numbers(other[key]))
    )


def _numbers(value: float | tuple[float, ...]) -> Sequence[float]:
    return value if isinstance(value, tuple) else (value,)
