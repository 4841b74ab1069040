"""The maps that come with kpixl, by name: one TOML file each, beside this module."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from kpixl.data.map_file import MOST_BYTES, parse_map
from kpixl.data.mapping import SourceMap
from kpixl.data.sources import read_bounded

SUFFIX = ".toml"


def names() -> list[str]:
    """What the ready-made maps are called."""
    entries = [entry.name for entry in files(__name__).iterdir()]
    return sorted(name.removesuffix(SUFFIX) for name in entries if name.endswith(SUFFIX))


def ready_made(name: str) -> SourceMap:
    """The ready-made map of this name."""
    entry = files(__name__).joinpath(name + SUFFIX)
    return parse_map(entry.read_bytes(), entry.name, name)


def read_map(path: Path, name: str) -> SourceMap:
    """The map in a file; `name` is what it is remembered by. Raises `SourceError`."""
    return parse_map(read_bounded(path, str(path), MOST_BYTES), str(path), name)
