"""Parquet files and SQL through DuckDB, which may read nothing but the folder it is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from kpixl.data import shut_in
from kpixl.data.grid import Cell, Row, checked
from kpixl.errors import SourceError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SECONDS = 120.0
MOST_FILES = 1_000  # below a .sql file's folder, that it may read
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    **shut_in.SETTINGS,
    "memory_limit": "1GB",
    "max_temp_directory_size": "0KiB",
    "threads": "2",
}


def read_parquet(path: Path, file: str) -> Iterator[Row]:
    """The rows of a Parquet file, its columns' names first. Raises `SourceError`."""
    with _connected(path.parent, [path], file) as connection:
        _execute(connection, "SELECT * FROM read_parquet(?)", [shut_in.literal(path)], file)
        yield from checked(_rows(connection, file), file)


def read_sql(path: Path, statement: str, file: str) -> Iterator[Row]:
    """The rows that the one SELECT of a .sql file gives, its columns' names first.

    It may read the files in its own folder and below, and nothing else. Raises `SourceError`.
    """
    folder = path.parent.resolve()
    with _connected(folder, _files_below(folder), file) as connection:
        _check_statement(connection, statement, file)
        _execute(connection, statement, [], file)
        yield from checked(_rows(connection, file), file)


@contextmanager
def _connected(folder: Path, files: list[Path], file: str) -> Iterator[DuckDBPyConnection]:
    """A database in memory that can reach these files, by their names within the folder too."""
    import duckdb

    with duckdb.connect(":memory:", config=SETTINGS) as connection:
        connection.execute(f"SET file_search_path = {shut_in.quoted(str(folder))}")
        for statement in shut_in.shutting_in(name for path in files for name in _names(path, folder)):
            connection.execute(statement)
        clock = Timer(SECONDS, connection.interrupt)
        clock.daemon = True
        clock.start()
        try:
            yield connection
        except duckdb.InterruptException:
            raise SourceError("import.too_slow", file=file, seconds=SECONDS) from None
        finally:
            clock.cancel()


def _files_below(folder: Path) -> list[Path]:
    """The files that a .sql file may read; a link could lead out of the folder and is none of them."""
    found = (
        Path(where, name)
        for where, _, names in os.walk(folder)
        for name in sorted(names)
        if not name.startswith(".") and not Path(where, name).is_symlink()
    )
    return list(islice(found, MOST_FILES))


def _names(path: Path, folder: Path) -> Iterator[str]:
    """How a file may be called: whole, and within the folder unless that means another file elsewhere."""
    yield str(path)
    yield shut_in.literal(path)
    if path.is_relative_to(folder):
        short = path.relative_to(folder)
        if not short.exists() or short.samefile(path):
            yield short.as_posix()


def _check_statement(connection: DuckDBPyConnection, statement: str, file: str) -> None:
    import duckdb

    try:
        types = [found.type for found in connection.extract_statements(statement)]
    except duckdb.Error as fault:
        raise SourceError("import.sql_fault", file=file, detail=_first_line(fault)) from None
    if types != [duckdb.StatementType.SELECT]:
        raise SourceError("import.not_select", file=file)


def _execute(connection: DuckDBPyConnection, statement: str, values: list[str], file: str) -> None:
    import duckdb

    try:
        connection.execute(statement, values)
    except duckdb.InterruptException:
        raise
    except duckdb.PermissionException:
        raise SourceError("import.outside", file=file) from None
    except duckdb.Error as fault:
        raise SourceError("import.sql_fault", file=file, detail=_first_line(fault)) from None


def _rows(connection: DuckDBPyConnection, file: str) -> Iterator[Row]:
    """A row's number is its place below the names, which are row 1 as they would be in a sheet."""
    import duckdb

    yield Row(1, tuple(column[0] for column in connection.description))
    try:
        batches = iter(lambda: connection.fetchmany(10_000), [])
        for number, values in enumerate(chain.from_iterable(batches), 2):
            yield Row(number, tuple(_cell(value) for value in values))
    except duckdb.InterruptException:
        raise
    except duckdb.Error as fault:
        raise SourceError("import.sql_fault", file=file, detail=_first_line(fault)) from None


def _cell(value: object) -> Cell:
    match value:
        case datetime():
            return value.date()
        case Decimal():
            return float(value)
        case None | str() | bool() | int() | float() | date():
            return value
    return str(value)


def _first_line(fault: Exception) -> str:
    return str(fault).strip().partition("\n")[0]
