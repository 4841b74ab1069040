"""Who owns a metric, and what was agreed for a miss of it, in the tree on the sheet Design."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kpixl.functions.metric_words import SPELLINGS
from kpixl.functions.wording import folded
from kpixl.macros.planner_cells import address, as_words, at
from kpixl.macros.port import Cells, WorkbookPort

NAME, METRIC, OWNER, ACTION = 3, 16, 21, 24  # places of columns in the table Tree
COUNTED = ("", "数", "件数")
"""Endings of the words for a count: 商談, 商談数 and 商談件数 are the same to a reader."""


@dataclass(frozen=True)
class Tree:
    """The rows of the tree, with what each row's names may mean."""

    cells: Cells
    meanings: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, book: WorkbookPort) -> Tree:
        cells = book.table("Tree").data
        return cls(
            cells,
            tuple(
                frozenset().union(*(meanings(as_words(at(row, place))) for place in (NAME, METRIC)))
                for row in cells.rows
            ),
        )

    def owner(self, metric: str) -> str:
        """The first owner that the tree names for the metric; empty if it names none."""
        return next((as_words(at(self.cells.rows[row], OWNER)) for row in self._rows(metric, OWNER)), "")

    def action(self, metric: str) -> tuple[str, str] | None:
        """What was agreed for a miss of the metric, and the cell where it stands."""
        for row in self._rows(metric, ACTION):
            return as_words(at(self.cells.rows[row], ACTION)), address(self.cells, row, ACTION)
        return None

    def _rows(self, metric: str, column: int) -> Iterator[int]:
        """Rows of the metric in which this column is filled in."""
        wanted = meanings(metric)
        for row, meant in enumerate(self.meanings):
            if meant & wanted and as_words(at(self.cells.rows[row], column)):
                yield row


def meanings(name: str) -> frozenset[str]:
    """What a name may mean: the metrics of the catalogue that go by it, and its own spelling."""
    spelling = folded(name)
    if not spelling:
        return frozenset()
    stems = {spelling.removesuffix(ending) for ending in COUNTED} - {""}
    known = (metric for stem in stems for ending in COUNTED for metric in SPELLINGS.get(stem + ending, ()))
    return frozenset([*known, *(f"={stem}" for stem in stems)])  # no metric's id begins like that
