"""Logs in files, read by a DuckDB that can reach nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import duckdb
import pyarrow
import pytest
from ibis.backends.duckdb import Backend
from pyarrow import parquet

from kpixl.data.lead_log import (
    Columns,
    Event,
    embedded,
    events,
    log_file,
    log_rows,
    records,
    stage_counts,
)
from kpixl.domain.records import Record
from kpixl.errors import SourceError

LOG = {
    "lead": ["007", "8"],
    "stage": ["MQL", "MQL"],
    "moment": [datetime(2026, 4, 1, 23, 59), datetime(2026, 4, 2)],
}
COUNTED = [Record(date(2026, 4, 1), "MQL", "", 1.0), Record(date(2026, 4, 2), "MQL", "", 1.0)]
CSV = "lead,stage,moment\n007,MQL,2026-04-01 23:59\n8,MQL,2026-04-02\n"


def counted(path: Path) -> list[Record]:
    with log_file(path) as log:
        return records(stage_counts(events(log), ["MQL"]))


def written(path: Path) -> Path:
    parquet.write_table(pyarrow.table(LOG), path)
    return path


def test_a_parquet_file_is_counted(tmp_path: Path) -> None:
    assert counted(written(tmp_path / "log.parquet")) == COUNTED


@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["UTF-8", "UTF-8 with BOM"])
@pytest.mark.parametrize(("name", "delimiter"), [("log.csv", ","), ("log.TSV", "\t")])
def test_a_text_file_is_counted(tmp_path: Path, start: str, name: str, delimiter: str) -> None:
    path = tmp_path / name
    path.write_text(start + CSV.replace(",", delimiter), encoding="utf-8")
    assert counted(path) == COUNTED


def test_a_lead_whose_number_begins_with_zeros_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("lead,stage,moment\n007,MQL,2026-04-01\n7,MQL,2026-04-01\n", encoding="utf-8")
    assert [record.value for record in counted(path)] == [2.0]


@pytest.mark.parametrize("name", ["log[1].parquet", "l'og.parquet", "ログ *.parquet", "log 50%.parquet"])
def test_a_file_is_read_by_its_name_and_no_other_that_the_name_could_mean(tmp_path: Path, name: str) -> None:
    parquet.write_table(pyarrow.table({**LOG, "stage": ["SQL", "SQL"]}), tmp_path / "log1.parquet")
    assert counted(written(tmp_path / name)) == COUNTED


def test_types_of_columns_may_be_those_of_a_database(tmp_path: Path) -> None:
    path = tmp_path / "log.parquet"
    days = [date(2026, 4, 1), date(2026, 4, 2)]
    scores = pyarrow.array([1, 2], pyarrow.int8())
    parquet.write_table(pyarrow.table({**LOG, "lead": [7, 8], "moment": days, "score": scores}), path)
    with log_file(path) as log:
        assert records(stage_counts(events(log, Columns(score="score")), ["MQL"])) == COUNTED


# refusals


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("log.parquet", b"no parquet", "log.parquet cannot be read"),
        ("log.csv", CSV.replace("8,MQL", "8,失注").encode("cp932"), "log.csv cannot be read.*not UTF-8"),
        ("log.xlsx", b"", "log.xlsx is of a kind that cannot be read"),
        ("log", b"", "log is of a kind"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=sentence):
        counted(tmp_path / name)


def test_a_file_that_is_damaged_behind_its_beginning_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "log.parquet")
    content = bytearray(path.read_bytes())
    content[4:60] = b"\xff" * 56  # the pages; what the file holds is told at its end
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"log\.parquet cannot be read"):
        counted(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.parquet").mkdir()
    for name in ("folder.parquet", "none.parquet"):
        with pytest.raises(SourceError, match="does not exist or is no regular file"):
            counted(tmp_path / name)


def test_what_takes_more_memory_than_is_allowed_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "log.parquet")
    with pytest.raises(SourceError, match="more memory than is allowed"), log_file(path, memory="1MB") as log:
        records(stage_counts(events(log), ["MQL"]))


# what runs inside reaches nothing outside


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Backend]:
    written(tmp_path / "other.parquet")
    with embedded([written(tmp_path / "log.parquet")]) as connected:
        yield connected


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_parquet('{folder}/other.parquet')",
        "SELECT * FROM read_parquet('{folder}/*.parquet')",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM read_csv('http://127.0.0.1:9/log.csv')",
        "COPY (SELECT 1) TO '{folder}/out.csv'",
        "ATTACH '{folder}/other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "SET allowed_paths = ['/etc/hostname']",
    ],
)
def test_nothing_outside_can_be_reached(tmp_path: Path, connection: Backend, statement: str) -> None:
    connection.raw_sql(f"SELECT * FROM read_parquet('{tmp_path}/log.parquet')").fetchall()
    with pytest.raises(duckdb.Error, match=r"disabled|locked|not allowed|Cannot|cannot"):
        connection.raw_sql(statement.format(folder=tmp_path)).fetchall()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["log.parquet", "other.parquet"]


def test_variables_of_the_program_are_no_tables(connection: Backend) -> None:
    secret = pyarrow.table({"lead": [1]})
    assert len(secret) == 1
    with pytest.raises(duckdb.CatalogException, match="secret"):
        connection.raw_sql("SELECT * FROM secret").fetchall()


def test_what_does_not_fit_into_memory_goes_on_in_a_folder_that_is_gone_afterwards() -> None:
    with embedded(memory="64MB", threads=1) as connection:
        (folder,) = connection.raw_sql("SELECT current_setting('temp_directory')").fetchone()
        query = "SELECT count(*) FROM (SELECT range AS x, hash(range) AS y FROM range(6000000) ORDER BY y)"
        connection.raw_sql("CREATE TEMP TABLE sorted AS " + query.replace("count(*)", "*")).fetchall()
        assert connection.raw_sql("SELECT count(*) FROM sorted").fetchone() == (6_000_000,)
        assert any(Path(folder).iterdir())
    assert not Path(folder).exists()


def test_rows_in_memory_are_counted_and_there_may_be_none() -> None:
    rows = [Event("007", "MQL", datetime(2026, 4, 1, 23, 59)), Event("8", "MQL", datetime(2026, 4, 2))]
    for given, expected in ((rows, COUNTED), ([], [])):
        with log_rows(given) as log:
            assert records(stage_counts(events(log), ["MQL"])) == expected
