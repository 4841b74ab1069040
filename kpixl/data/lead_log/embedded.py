"""DuckDB in this process, shut in: it sees the files it is given, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow
from ibis.backends.duckdb import Backend

from kpixl.data import shut_in
from kpixl.errors import SourceError

MEMORY = "2GB"  # beyond it, DuckDB goes on in a temporary folder
DISK = "50GB"
DELIMITERS = {".csv": ",", ".tsv": "\t"}
PARQUET = ".parquet"


class Event(NamedTuple):
    """One row of a log that is already in memory."""

    lead: str | None
    stage: str | None
    moment: datetime | None
    channel: str | None = None
    score: float | None = None


SCHEMA = pyarrow.schema(
    {
        "lead": pyarrow.string(),
        "stage": pyarrow.string(),
        "moment": pyarrow.timestamp("us"),
        "channel": pyarrow.string(),
        "score": pyarrow.float64(),
    }
)


@contextmanager
def embedded(
    files: Sequence[Path] = (), *, memory: str = MEMORY, threads: int | None = None
) -> Iterator[Backend]:
    """An Ibis connection to an empty DuckDB that may read these files; it ends with the block.

    No extension is loaded or fetched, nothing outside is read or written but a temporary folder of its own,
    and what runs in it cannot change that.
    """
    with TemporaryDirectory(prefix="kpixl-") as folder:
        settings = {
            **shut_in.SETTINGS,
            "preserve_insertion_order": False,
            "memory_limit": memory,
            "temp_directory": folder,
            "max_temp_directory_size": DISK,
        }
        if threads is not None:
            settings["threads"] = threads
        connection = ibis.duckdb.connect(":memory:", **settings)
        try:
            connection.raw_sql("SET enable_progress_bar = false")
            allowed = sorted({name for file in files for name in (_literal(file), str(file.resolve()))})
            for statement in shut_in.shutting_in(allowed):
                connection.raw_sql(statement)
            yield connection
        finally:
            connection.disconnect()


@contextmanager
def log_file(path: Path, *, memory: str = MEMORY, threads: int | None = None) -> Iterator[ir.Table]:
    """The table in a Parquet, CSV or TSV file, for as long as the block lasts.

    Text files are UTF-8 with a line of headings; all their columns are text, so that lead 007 stays 007.

    Raises `SourceError` where the file is none of these or cannot be read, also while the block computes.
    """
    kind = path.suffix.lower()
    if kind not in (PARQUET, *DELIMITERS):
        raise SourceError("lead_log.kind_of_file", file=path.name)
    if not path.is_file():
        raise SourceError("lead_log.no_file", file=path.name)
    with embedded([path], memory=memory, threads=threads) as connection, _refusals(path):
        if kind == PARQUET:
            yield connection.read_parquet(_literal(path))
        else:
            yield connection.read_csv(_literal(path), header=True, all_varchar=True, delim=DELIMITERS[kind])


@contextmanager
def log_rows(
    rows: Iterable[Event], *, memory: str = MEMORY, threads: int | None = None
) -> Iterator[ir.Table]:
    """A log that is already in memory, as a table for as long as the block lasts."""
    columns = dict(zip(SCHEMA.names, zip(*rows))) or dict.fromkeys(SCHEMA.names, ())
    with embedded(memory=memory, threads=threads) as connection:
        connection.con.register("log", pyarrow.table(columns, schema=SCHEMA))
        yield connection.table("log")


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """What DuckDB cannot do with the file, as one sentence."""
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise SourceError("lead_log.too_large", file=path.name) from None
    except duckdb.Error as fault:
        detail = str(fault).partition("\n")[0]
        raise SourceError("lead_log.unreadable", file=path.name, detail=detail) from None


def _literal(path: Path) -> str:
    return shut_in.literal(path.resolve())
