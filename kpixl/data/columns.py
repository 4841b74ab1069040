"""Finding a map's columns by their headings, wherever in the file the row of headings is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kpixl.data.grid import Cell, Row
from kpixl.data.mapping import Headings, Measure, SourceMap
from kpixl.data.spelling import spelling
from kpixl.errors import SourceError
from kpixl.functions.wording import folded, shortened
from kpixl.i18n import Message


@dataclass(frozen=True)
class Found:
    """A measure with the places of its columns, from 0; None: it has none."""

    measure: Measure
    place: int | None
    where: int | None


@dataclass(frozen=True)
class Columns:
    """The places of the columns that a map names, from 0, in a table with these headings."""

    headings: tuple[str, ...]  # as they are compared
    titles: tuple[str, ...]  # as they stand in the file
    date: int | None
    metric: int | None
    channel: int | None
    lead: int | None
    score: int | None
    measures: tuple[Found, ...]

    @cached_property
    def last(self) -> int:
        """The place of the last column that matters."""
        places = [self.date, self.metric, self.channel, self.lead, self.score]
        places += [place for found in self.measures for place in (found.place, found.where)]
        return max((place for place in places if place is not None), default=0)

    def is_headings(self, row: Row) -> bool:
        """Whether a row repeats the headings."""
        first = row.cells[0] if row.cells else None
        if isinstance(first, str) and spelling(first) != self.headings[0]:
            return False  # as nearly every row
        return headings_of(row.cells)[: len(self.headings)] == self.headings


def headings_of(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The cells as headings are compared; blank ones at the end do not count."""
    words = [spelling(cell) if isinstance(cell, str) else "" for cell in cells]
    while words and not words[-1]:
        words.pop()
    return tuple(words)


def find_columns(row: Row, map_: SourceMap, file: str) -> Columns | None:
    """The columns, if this is the row of headings. Raises `SourceError` where a heading is there twice."""
    headings = headings_of(row.cells)
    if len(headings) - headings.count("") < len(_needed(map_)):
        return None

    def place(accepted: Headings) -> int | None:
        for heading in map(folded, accepted):
            if headings.count(heading) > 1:
                raise SourceError(
                    "import.heading_twice", file=file, row=row.number, heading=shortened(heading)
                )
            if heading in headings:
                return headings.index(heading)
        return None

    if any(place(accepted) is None for _, accepted in _needed(map_)):
        return None
    measures = tuple(
        Found(measure, place(measure.columns), place(measure.where.columns) if measure.where else None)
        for measure in map_.measures
    )
    present = tuple(
        found
        for found in measures
        if (not found.measure.columns or found.place is not None)
        and (not found.measure.where or found.where is not None)
    )
    if not present:
        return None
    return Columns(
        headings,
        tuple(str(cell or "").strip() for cell in row.cells[: len(headings)]),
        place(map_.date.columns),
        place(map_.metric.columns) if map_.metric else None,
        place(map_.channel.columns),
        place(map_.lead),
        place(map_.score),
        present,
    )


def no_columns(row: Row | None, map_: SourceMap, file: str) -> SourceError:
    """Why a file without a row of headings is refused: the first thing that is missing in its fullest row."""
    if row is None:
        return SourceError("import.empty", file=file)
    headings = headings_of(row.cells)
    wanted = [*_needed(map_), ("measures", tuple(word for each in map_.measures for word in each.columns))]
    role, accepted = next(
        ((role, words) for role, words in wanted if not any(folded(word) in headings for word in words)),
        wanted[-1],
    )
    shown = [shortened(str(cell)) for cell in row.cells if cell not in (None, "")]
    return SourceError(
        "import.no_column",
        file=file,
        row=row.number,
        role=Message.of(f"import.role.{role}"),
        accepted=" / ".join(accepted),
        found=" / ".join(shown[:20]),
    )


def _needed(map_: SourceMap) -> list[tuple[str, Headings]]:
    """The columns without which no row means anything, each with what it is for."""
    needed = [
        ("date", () if map_.date.last_comment else map_.date.columns),
        ("metric", map_.metric.columns if map_.metric else ()),
        ("channel", map_.channel.columns),
        ("lead", map_.lead),
    ]
    return [(role, headings) for role, headings in needed if headings]
