"""The shape of a rule over a planner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kpixl.domain.findings import Position, Rule, Severity, rule
from kpixl.macros.port import Cells, Table, Value
from kpixl.macros.reading import Planner, positions, shown

Where = tuple[str, tuple[Position, ...], Mapping[str, object]]
"""Sheet, cells, and the values for the gaps of the rule's sentence."""

Find = Callable[[Planner], Iterator[Where]]


@dataclass(frozen=True)
class PlannerRule:
    """A rule, and the function that finds where it fires."""

    rule: Rule
    find: Find


def error(id_: str, find: Find) -> PlannerRule:
    return PlannerRule(rule(id_, Severity.ERROR), find)


def warning(id_: str, find: Find) -> PlannerRule:
    return PlannerRule(rule(id_, Severity.WARNING), find)


def note(id_: str, find: Find) -> PlannerRule:
    return PlannerRule(rule(id_, Severity.NOTE), find)


def at(cells: Cells, found: Iterable[Position], **gaps: object) -> Iterator[Where]:
    """One finding for all of these cells; none where there are none."""
    places = tuple(found)
    if places:
        yield cells.sheet, places, {"count": len(places), **gaps}


def those(cells: Cells, wrong: Callable[[Value], bool], **gaps: object) -> Iterator[Where]:
    """One finding for all cells of a range whose value is wrong; `example` is the first of them."""
    found = [(place, value) for place, value in positions(cells) if wrong(value)]
    if found:
        yield from at(cells, (place for place, _ in found), example=shown(found[0][1]), **gaps)


def column_of(table: Table, place: int) -> Cells:
    """One column of a table's data."""
    data = table.data
    return Cells(data.sheet, data.top, data.left + place, tuple((row[place],) for row in data.rows))
