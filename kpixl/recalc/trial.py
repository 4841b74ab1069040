"""Finding the formulas that do not come to an end, after a computation of the whole workbook did not.

The engine cannot be interrupted within a formula.  So somebody outside watches this process, hears of each
formula before it is tried, and ends the process when one takes too long; the next trial leaves that one out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from operator import itemgetter
from time import monotonic

from kpixl.i18n import Message
from kpixl.ooxml.address import Area
from kpixl.recalc.book import Formula
from kpixl.recalc.engine import Engine, Place
from kpixl.recalc.feed import FeedName
from kpixl.recalc.links import SheetArea

MOST_LINKS = 1_000_000
_WORD = re.compile(r"[\w.\\?]+")
TIME = Message.of("recalc.frozen.time")


@dataclass(frozen=True)
class Trial:
    """What is known from earlier trials, and who watches this one."""

    hopeless: frozenset[Place]  # formulas that did not come to an end
    seconds: float  # formulas that are not tried by then are frozen
    trying: Callable[[Place | None], None]  # told before a formula is tried, and None when all are

    def freeze_hopeless(self, formulas: Iterable[Formula]) -> None:
        for formula in formulas:
            if formula.place in self.hopeless:
                formula.frozen = TIME

    def try_each(self, engine: Engine, formulas: Iterable[Formula]) -> None:
        """Compute the formulas one after the other and freeze those for which no time is left."""
        end = monotonic() + self.seconds
        for formula in in_order([formula for formula in formulas if formula.computable]):
            if monotonic() >= end:
                formula.frozen = TIME
            else:
                self.trying(formula.place)
                engine.compute_cell(formula.place)
        self.trying(None)


def needed(names: Sequence[FeedName], formulas: Iterable[Formula]) -> Sequence[FeedName]:
    """The names that these formulas use, for the engine computes every name, used or not."""
    texts = {formula.text for formula in formulas if formula.computable}
    if any("INDIRECT" in text.upper() for text in texts):
        return names  # a text may become a name
    by_word: dict[str, list[FeedName]] = defaultdict(list)
    for name in names:
        by_word[name.name.lower()].append(name)
    found: dict[str, list[FeedName]] = {}
    waiting = [word for text in texts for word in _WORD.findall(text.lower())]
    while waiting:
        word = waiting.pop()
        if word in by_word and word not in found:
            found[word] = by_word[word]
            waiting += [other for name in by_word[word] for other in _WORD.findall(name.formula.lower())]
    return [name for named in found.values() for name in named]


def in_order(formulas: Sequence[Formula]) -> list[Formula]:
    """The formulas, each behind those whose results it reads; those in cycles come last.

    In a workbook with very many links some are left out. A formula may then be tried before one that it
    reads, and be frozen for that one's sake.
    """
    results = _ResultCells(formulas)
    sorter: TopologicalSorter[Place | SheetArea] = TopologicalSorter()
    known: set[SheetArea] = set()
    links = 0
    for formula in formulas:
        areas = formula.reads or ()
        sorter.add(formula.place, *areas)
        for area in areas:
            if area not in known and links < MOST_LINKS:
                known.add(area)
                places = results.within(*area)
                links += len(places)
                sorter.add(area, *places)
    by_place = {formula.place: formula for formula in formulas}
    ordered: dict[Place, Formula] = {}
    with suppress(CycleError):  # the sorter still gives what is in no cycle
        sorter.prepare()
    while ready := sorter.get_ready():
        ordered.update((node, by_place[node]) for node in ready if len(node) == 3)
        sorter.done(*ready)
    return list((ordered | by_place).values())


class _ResultCells:
    """The cells that formulas fill, found by area."""

    def __init__(self, formulas: Iterable[Formula]) -> None:
        self._columns: dict[str, dict[int, list[tuple[int, Place]]]] = defaultdict(lambda: defaultdict(list))
        for formula in formulas:
            for row, column in formula.area.cells():
                self._columns[formula.sheet][column].append((row, formula.place))
        for columns in self._columns.values():
            for cells in columns.values():
                cells.sort()

    def within(self, sheet: str, area: Area) -> list[Place]:
        """The places of the formulas that fill a cell of the area."""
        places = []
        for column, cells in self._columns[sheet].items():
            if area.left <= column <= area.right:
                first = bisect_left(cells, area.top, key=itemgetter(0))
                last = bisect_right(cells, area.bottom, key=itemgetter(0))
                places += [place for _, place in cells[first:last]]
        return places
