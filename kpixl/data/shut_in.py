"""What shuts a DuckDB in: it reads the files that it is given, and nothing else."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

SETTINGS: Mapping[str, bool] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,  # no variable of ours is a table
}
"""To start it with."""


def shutting_in(names: Iterable[str]) -> Iterator[str]:
    """The statements by which it may read what is called so; they can only be made once it runs.

    The last one cannot be undone, and lets nobody change a setting any more.
    """
    yield f"SET allowed_paths = [{', '.join(map(quoted, names))}]"
    yield "SET enable_external_access = false"
    yield "SET lock_configuration = true"


def literal(path: Path) -> str:
    """The path in DuckDB's spelling, which would take "log[1].csv" for a pattern and read log1.csv."""
    return glob.escape(str(path))


def quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
