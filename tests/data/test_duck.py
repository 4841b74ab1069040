"""Parquet and SQL through DuckDB, and statements that try to do more than select."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from kpixl.data.duck import read_parquet, read_sql
from kpixl.data.grid import Row
from kpixl.errors import SourceError
from kpixl.i18n import LANGUAGES
from tests.data.maps import read

QUERY = """
SELECT DATE '2026-05-01' + n::INTEGER AS 日付, 'リード' AS 指標, 'メール' AS チャネル, n::DECIMAL(9,2) AS 値,
    TIMESTAMP '2026-05-01 10:00' AS t, [n] AS list
FROM range(3) numbers(n)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "it's [1] sql"
    (home / "deep").mkdir(parents=True)
    (home / "a.csv").write_text("日付,指標,チャネル,値\n2026-05-01,リード,メール,3\n", encoding="utf-8")
    (home / "deep" / "b.csv").write_text("x,y\n1,2\n")
    (tmp_path / "secret.csv").write_text("x,y\n1,2\n")
    (home / ".hidden.csv").write_text("x,y\n1,2\n")
    return home


def select(folder: Path, statement: str) -> list[Row]:
    return list(read_sql(folder / "x.sql", statement, "x.sql"))


@pytest.mark.parametrize("name", ["may.parquet", "may[1].parquet", "ma*.parquet", "ma'y.parquet"])
def test_a_parquet_file_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    made = tmp_path / "made.parquet"
    duckdb.sql(f"COPY ({QUERY}) TO '{made}'")
    duckdb.sql(f"COPY (SELECT 1 AS other) TO '{tmp_path / 'may1.parquet'}'")
    path = made.rename(tmp_path / name)
    reading = read(path)
    assert reading.problems == ()
    assert [(record.day, record.value) for record in reading.records] == [
        (date(2026, 5, 1), 0), (date(2026, 5, 2), 1), (date(2026, 5, 3), 2),
    ]  # fmt: skip


def test_what_is_no_parquet_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    path.write_bytes(b"PAR1 no parquet PAR1")
    with pytest.raises(SourceError, match=r"^x\.parquet: DuckDB cannot read it"):
        list(read_parquet(path, "x.parquet"))


def test_a_select_over_the_files_of_its_folder_gives_records(folder: Path) -> None:
    path = folder / "leads.sql"
    path.write_text("-- May\nSELECT * FROM 'a.csv' WHERE 値 > 1;\n", encoding="utf-8")
    assert [record.value for record in read(path).records] == [3]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM 'deep/b.csv'",
        "SELECT * FROM read_csv('deep/b.csv', header = true)",
        "FROM 'deep/b.csv'",
        "WITH t AS (SELECT 1 AS x, 2 AS y) SELECT * FROM t",
        "VALUES (1, 2)",
    ],
)
def test_every_kind_of_select_runs(folder: Path, statement: str) -> None:
    assert select(folder, statement)[1].cells == (1, 2)


@pytest.mark.parametrize(
    "statement",
    [
        "", "-- nothing", "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE t", "COPY (SELECT 1) TO 'out.csv'",
        "INSTALL httpfs", "LOAD httpfs", "ATTACH 'x.db'", "SET threads = 1", "RESET enable_external_access",
        "PRAGMA version", "CREATE TABLE t AS SELECT 1", "INSERT INTO t VALUES (1)", "EXPORT DATABASE 'x'",
        "CALL pragma_version()", "EXPLAIN SELECT 1", "CHECKPOINT", "CREATE SECRET s (TYPE s3)",
    ],
)  # fmt: skip
def test_nothing_but_one_select_runs(folder: Path, statement: str) -> None:
    before = sorted(folder.rglob("*"))
    with pytest.raises(SourceError, match="one SELECT statement and nothing else"):
        select(folder, statement)
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM '../secret.csv'",
        "SELECT * FROM read_csv('{outside}/secret.csv')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/hostname')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM 'http://127.0.0.1:9/x.csv'",
        "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
        "SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')",
        "SELECT * FROM '.hidden.csv'",
    ],
)
def test_nothing_outside_the_folder_is_read(folder: Path, statement: str) -> None:
    with pytest.raises(SourceError) as refusal:
        select(folder, statement.replace("{outside}", str(folder.parent)))
    assert refusal.value.message.id == "import.outside"
    assert all(refusal.value.text(language).startswith("x.sql: ") for language in LANGUAGES)


def test_a_link_out_of_the_folder_is_not_read(folder: Path) -> None:
    try:
        (folder / "link.csv").symlink_to(folder.parent / "secret.csv")
    except OSError:
        pytest.skip("no symbolic links here")
    with pytest.raises(SourceError) as refusal:
        select(folder, "SELECT * FROM 'link.csv'")
    assert refusal.value.message.id == "import.outside"


def test_a_file_of_the_same_name_where_the_program_runs_is_not_read_instead(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_text("x\n99\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError) as refusal:
        select(folder, "SELECT * FROM 'a.csv'")
    assert refusal.value.message.id == "import.outside"
    assert select(folder, f"SELECT 値 FROM '{str(folder / 'deep').replace(chr(39), chr(39) * 2)}/../a.csv'")


@pytest.mark.parametrize(
    ("statement", "detail"), [("SELECT x FROM", "Parser Error"), ("SELECT nothing", "Binder Error")]
)
def test_a_mistake_in_the_statement_is_told_in_one_line(folder: Path, statement: str, detail: str) -> None:
    with pytest.raises(SourceError, match=detail) as refusal:
        select(folder, statement)
    assert "\n" not in str(refusal.value)


def test_a_variable_of_the_program_is_no_table(folder: Path) -> None:
    import pandas as pd

    numbers = pd.DataFrame({"x": [1]})
    assert len(numbers) == 1
    with pytest.raises(SourceError, match="Catalog Error"):
        select(folder, "SELECT * FROM numbers")


def test_a_query_that_does_not_end_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kpixl.data.duck.SECONDS", 0.2)
    endless = "SELECT count(*) FROM range(1000000000) a(x), range(1000000000) b(y) WHERE x * y = 7"
    with pytest.raises(SourceError, match="longer than"):
        select(folder, endless)
