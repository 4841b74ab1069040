"""Reading again the sources that a workbook remembers, from places that its user may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kpixl.errors import SourceError

if TYPE_CHECKING:
    from kpixl.data.mapping import SourceMap
    from kpixl.data.reading import Reading
    from kpixl.macros.import_actuals import Source
    from kpixl.macros.port import WorkbookPort

MOST_SOURCES = 200
FILE, MAP = 0, 1  # columns of the table Sources


def read_again(
    workbook: WorkbookPort, folder: Path, named: Path | None, today: date
) -> list[tuple[str, Reading]]:
    """What each remembered source says now, with the place it is remembered by.

    A place is looked for in the named folder first, then in the workbook's. Raises `SourceError` for one
    that lies elsewhere, is not there or cannot be understood.
    """
    from kpixl.data.reading import read_source
    from kpixl.macros.import_actuals import vocabulary_of

    places = list(dict.fromkeys(_remembered(workbook)))
    if len(places) > MOST_SOURCES:
        raise SourceError("cli.refresh.too_many_sources", file=workbook.file, limit=MOST_SOURCES)
    vocabulary = vocabulary_of(workbook)
    roots = [folder] if named is None else [named, folder]
    return [
        (file, read_source(_found(file, roots), _map(map_, roots), vocabulary, today, file))
        for file, map_ in places
    ]


def as_sources(readings: Sequence[tuple[str, Reading]]) -> list[Source]:
    from kpixl.macros.import_actuals import Source

    return [Source(file, reading.map, reading.records, reading.coverage) for file, reading in readings]


def _remembered(workbook: WorkbookPort) -> Iterator[tuple[str, str]]:
    for row in workbook.table("Sources").data.rows:
        file, map_ = row[FILE], row[MAP]
        if isinstance(file, str) and isinstance(map_, str) and file.strip() and map_.strip():
            yield file, map_


def _found(written: str, roots: Sequence[Path]) -> Path:
    from kpixl.data.places import remembered_place

    paths = [remembered_place(written, root, roots) for root in roots]
    return next((path for path in paths if path.exists()), paths[-1])


def _map(name: str, roots: Sequence[Path]) -> SourceMap:
    from kpixl.data import maps

    if name in maps.names():
        return maps.ready_made(name)
    return maps.read_map(_found(name, roots), name)
