"""The same expressions on PySpark, running here, say the same as on DuckDB."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from lead_logs import AS_OF, STAGES, RandomLog, assert_same_rows, rows
from pyarrow import parquet

from kpixl.data.lead_log import (
    Columns,
    cohort_rates,
    doubts,
    events,
    events_of_leads,
    lead_times,
    log_file,
    quality_counts,
    records,
    stage_counts,
)
from kpixl.data.lead_log.embedded import SCHEMA

COLUMNS = Columns(channel="channel", score="score")
DATES = {"first": "MQL", "second": "SQL"}
WIDE = [
    {"lead": "1", "first": date(2026, 4, 1), "second": date(2026, 4, 9), "channel": "Ads"},
    {"lead": "2", "first": None, "second": date(2026, 4, 2), "channel": None},
    {"lead": None, "first": date(2026, 4, 1), "second": None, "channel": "Web"},
]
TEXTS = [
    "2026-04-01 23:59:59.5", "2026-04-02T00:00", "2026-04-03", "2026-02-30", "2026/04/01",
    "2026-04-01 10:00:00+09:00", "today", "", " 2026-04-05 ",
]  # fmt: skip

# PySpark 4.0 and Ibis 12 use pandas in ways that pandas 3 deprecates
pytestmark = [
    pytest.mark.filterwarnings("ignore:The copy keyword is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The 'future.infer_string' option is deprecated:DeprecationWarning"),
    # PySpark leaves it to the collector to close what it fetched results through
    pytest.mark.filterwarnings("ignore:unclosed <socket.*127\\.0\\.0\\.1:ResourceWarning"),
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """An Ibis connection to a Spark of two threads that listens to this machine alone."""
    missing = None if shutil.which("java") or os.environ.get("JAVA_HOME") else "Java is not installed"
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        missing = "PySpark is not installed: pip install 'kpixl[warehouse]'"
    if missing and os.environ.get("KPIXL_REQUIRE_HOSTS"):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    import ibis

    session = (
        SparkSession.builder.master("local[2]")
        .appName("kpixl")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        # queries over a few thousand rows: what costs time is compiling them
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1")
        .config("spark.sql.codegen.wholeStage", "false")
        .getOrCreate()
    )
    yield ibis.pyspark.connect(session)
    session.stop()


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("log"), pyarrow.Table.from_pylist(
        [event._asdict() for event in RandomLog(4000, seed=6)], schema=SCHEMA
    ))  # fmt: skip


def written(folder: Path, table: pyarrow.Table) -> Path:
    path = folder / "log.parquet"
    parquet.write_table(table, path)
    return path


Measure = Callable[[Any], Any]

MEASURES: dict[str, Measure] = {
    "counts by day": lambda told: stage_counts(told, STAGES),
    "counts by week, skips filled": lambda told: stage_counts(told, STAGES, "week", skips="filled"),
    "quality by month": lambda told: quality_counts(told, STAGES, "month"),
    "rates": lambda told: cohort_rates(told, STAGES, (7, 14, 30), AS_OF),
    "rates by month and channel": lambda told: cohort_rates(
        told, STAGES, 14, AS_OF, by="month", by_channel=True, skips="filled"
    ),
    "lead times": lambda told: lead_times(told, STAGES),
    "lead times by channel": lambda told: lead_times(told, STAGES, by_channel=True, skips="filled"),
    "doubts": lambda told: doubts(told, STAGES),
}


@pytest.mark.parametrize("name", MEASURES)
def test_spark_says_what_duckdb_says(spark: Any, log: Path, name: str) -> None:
    with log_file(log) as table:
        expected = rows(MEASURES[name](events(table, COLUMNS)))
    found = rows(MEASURES[name](events(spark.read_parquet(log), COLUMNS)))
    assert expected
    assert_same_rows(found, expected)


def test_spark_renames_and_records_as_duckdb_does(spark: Any, log: Path) -> None:
    words = {"MQL": "有望", "SQL": "商談", "Deal": "商談"}

    def recorded(table: Any) -> object:
        told = events(table, COLUMNS, words, {"Ads": "広告"})
        return records(stage_counts(told, ["有望", "商談"], "month"), metrics={"商談": "月の商談"})

    with log_file(log) as table:
        expected = recorded(table)
    assert expected
    assert recorded(spark.read_parquet(log)) == expected


def test_spark_reads_texts_as_moments_as_duckdb_does(spark: Any, tmp_path: Path) -> None:
    path = written(tmp_path, pyarrow.table({"lead": TEXTS, "stage": TEXTS, "moment": TEXTS}))
    with log_file(path) as table:
        expected = events(table).select("lead", "moment").order_by("lead").to_pyarrow().to_pylist()
    found = events(spark.read_parquet(path)).select("lead", "moment").order_by("lead")
    days = [str(row["moment"])[:19] for row in expected if row["moment"]]
    assert sorted(days) == [
        "2026-04-01 23:59:59", "2026-04-02 00:00:00", "2026-04-03 00:00:00", "2026-04-05 00:00:00"
    ]  # fmt: skip
    assert_same_rows(
        sorted(rows(found), key=lambda row: row["lead"] or ""),
        sorted(expected, key=lambda row: row["lead"] or ""),
    )


def test_spark_reads_a_date_for_each_stage_as_duckdb_does(spark: Any, tmp_path: Path) -> None:
    path = written(tmp_path, pyarrow.Table.from_pylist(WIDE))

    def counted(table: Any) -> list[dict[str, Any]]:
        return rows(stage_counts(events_of_leads(table, DATES, channel="channel"), ["MQL", "SQL"]))

    with log_file(path) as table:
        expected = counted(table)
    assert len(expected) == 3
    assert_same_rows(counted(spark.read_parquet(path)), expected)
