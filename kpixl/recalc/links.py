"""How formulas depend on one another: which follow from others, and which go in circles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from kpixl.ooxml.address import Area

Key = TypeVar("Key", bound=Hashable)
WIDE = 64
SheetArea = tuple[str, Area]


class Links(NamedTuple, Generic[Key]):
    """What one formula fills with its result, and what it reads; None where that cannot be told."""

    key: Key
    fills: SheetArea
    reads: tuple[SheetArea, ...] | None


def downstream(formulas: Iterable[Links[Key]], due: Iterable[Key]) -> set[Key]:
    """The due formulas and every formula that depends on one of them, through whatever chain.

    A formula that reads nobody knows what counts as due. Each formula is looked at once when it is reached,
    so a long chain and a wide range both cost no more than their formulas.
    """
    by_key = {links.key: links for links in formulas}
    readers = _Readers(by_key)
    reached = set(due) | {links.key for links in by_key.values() if links.reads is None}
    waiting = list(reached)
    while waiting:
        sheet, area = by_key[waiting.pop()].fills
        new = readers.taken(sheet, area) - reached
        reached |= new
        waiting += new
    return reached


def circular(formulas: Iterable[Links[Key]]) -> set[Key]:
    """The formulas that depend on themselves, and those that lie between one such cycle and another."""
    by_key = {links.key: links for links in formulas}
    readers = _Readers(by_key)
    leads_to = {key: readers.of(*links.fills) for key, links in by_key.items()}
    led_from: dict[Key, set[Key]] = {key: set() for key in by_key}
    for key, others in leads_to.items():
        for other in others:
            led_from[other].add(key)
    for ahead, behind in ((leads_to, led_from), (led_from, leads_to)):
        ends = [key for key, others in ahead.items() if not others]
        while ends:  # what leads nowhere, or comes from nowhere, is in no cycle
            end = ends.pop()
            for other in behind[end]:
                ahead[other].discard(end)
                if not ahead[other]:
                    ends.append(other)
            del ahead[end]
        for key in behind.keys() - ahead.keys():
            del behind[key]
        for key in behind:
            behind[key] &= behind.keys()
    return set(leads_to)


class _Readers(Generic[Key]):
    """The formulas by what they read."""

    def __init__(self, formulas: Mapping[Key, Links[Key]]) -> None:
        self._of_cell: dict[tuple[str, int, int], list[Key]] = defaultdict(list)
        ranges: dict[SheetArea, list[Key]] = defaultdict(list)
        for links in formulas.values():
            for sheet, area in links.reads or ():
                top, left, bottom, right = area
                if top == bottom and left == right:
                    self._of_cell[sheet, top, left].append(links.key)
                else:
                    ranges[sheet, area].append(links.key)
        self._of_range = ranges
        # a range lies in the list of each of its columns, a very wide one in the list of column 0
        self._in_column: dict[tuple[str, int], list[Area]] = defaultdict(list)
        for sheet, area in ranges:
            columns = range(area.left, area.right + 1) if area.width <= WIDE else (0,)
            for column in columns:
                self._in_column[sheet, column].append(area)

    def of(self, sheet: str, area: Area) -> set[Key]:
        """The formulas that read one of these cells."""
        found: set[Key] = set()
        if area.size <= len(self._of_cell):
            for row, column in area.cells():
                found.update(self._of_cell.get((sheet, row, column), ()))
        else:
            for (at, row, column), keys in self._of_cell.items():
                if at == sheet and area.holds((row, column)):
                    found.update(keys)
        for met in self._met(sheet, area):
            found.update(self._of_range[sheet, met])
        return found

    def taken(self, sheet: str, area: Area) -> set[Key]:
        """The formulas that read one of these cells, which are then found by no other cell of their range."""
        found = self.of(sheet, area)
        for column in (0, *range(area.left, area.right + 1)):
            ranges = self._in_column.get((sheet, column))
            if ranges:
                self._in_column[sheet, column] = [other for other in ranges if not other.meets(area)]
        return found

    def _met(self, sheet: str, area: Area) -> set[Area]:
        return {
            other
            for column in (0, *range(area.left, area.right + 1))
            for other in self._in_column.get((sheet, column), ())
            if other.meets(area)
        }
