"""Reading again the sources that a workbook remembers, from places that its user may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kpixl.errors import SourceError

if TYPE_CHECKING:
    from kpixl.data.mapping import SourceMap
    from kpixl.data.reading import Reading
    from kpixl.macros.import_actuals import Import, Source
    from kpixl.macros.port import WorkbookPort
    from kpixl.macros.refresh import Refreshed

MOST_SOURCES = 200
FILE, MAP = 0, 1  # columns of the table Sources


@dataclass(frozen=True)
class UpToDate:
    """What came of bringing a planner up to date: nothing was done to it where a source has problems."""

    as_of: date
    readings: Sequence[Reading]
    imported: Import | None
    refreshed: Refreshed | None


def bring_up_to_date(
    workbook: WorkbookPort,
    folder: Path,
    today: date,
    asked: date | None = None,
    named: Sequence[Path] = (),
    *,
    skip_bad: bool = False,
) -> UpToDate:
    """Import what the remembered sources say now, and refresh as of the date asked for or of today.

    Raises `WorkbookError` and `SourceError`, as `read_again` and `refresh` do.
    """
    from kpixl.macros.import_actuals import import_actuals
    from kpixl.macros.refresh import as_of_for, fiscal_year, refresh

    as_of = asked or as_of_for(today, *fiscal_year(workbook))
    again = read_again(workbook, folder, named, max(today, as_of))
    readings = [reading for _, reading in again]
    if any(reading.problems for reading in readings) and not skip_bad:
        return UpToDate(as_of, readings, None, None)
    imported = import_actuals(workbook, as_sources(again), later_wins=True)
    if imported.changes:
        workbook.write(imported.changes)
    return UpToDate(as_of, readings, imported, refresh(workbook, as_of))


def read_again(
    workbook: WorkbookPort, folder: Path, named: Sequence[Path], today: date
) -> list[tuple[str, Reading]]:
    """What each remembered source says now, with the place it is remembered by.

    A place is looked for in the named folders first, then in the workbook's. Raises `SourceError` for one
    that lies elsewhere, is not there or cannot be understood.
    """
    from kpixl.data.reading import read_source
    from kpixl.macros.import_actuals import vocabulary_of

    places = list(dict.fromkeys(_remembered(workbook)))
    if len(places) > MOST_SOURCES:
        raise SourceError("cli.refresh.too_many_sources", file=workbook.file, limit=MOST_SOURCES)
    vocabulary = vocabulary_of(workbook)
    return [
        (
            file,
            read_source(_found(file, folder, named), _map(map_, folder, named), vocabulary, today, file),
        )
        for file, map_ in places
    ]


def as_sources(readings: Sequence[tuple[str, Reading]]) -> list[Source]:
    """What each says, under the place it is remembered by."""
    from kpixl.macros.import_actuals import Source

    return [Source(file, reading.map, reading.records, reading.coverage) for file, reading in readings]


def _remembered(workbook: WorkbookPort) -> Iterator[tuple[str, str]]:
    for row in workbook.table("Sources").data.rows:
        file, map_ = row[FILE], row[MAP]
        if isinstance(file, str) and isinstance(map_, str) and file.strip() and map_.strip():
            yield file, map_


def _found(written: str, folder: Path, named: Sequence[Path]) -> Path:
    """Where a remembered file is now: in a named folder, there also by its name alone, or where it was."""
    from kpixl.data.places import remembered_place

    for root in named:
        for place in (written, re.split(r"[\\/]", written)[-1]):
            with suppress(SourceError):
                path = remembered_place(place, root)
                if path.exists():
                    return path
    return remembered_place(written, folder, named)


def _map(name: str, folder: Path, named: Sequence[Path]) -> SourceMap:
    from kpixl.data import maps

    if name in maps.names():
        return maps.ready_made(name)
    return maps.read_map(_found(name, folder, named), name)
