"""What the references in a chart mean: which cells, in which order, a cache has points for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kpixl.ooxml.address import Area

Cell = tuple[str, int, int]
"""Sheet, row, column."""

_SHEET = r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!:,()]+))!"
_AREA = re.compile(_SHEET + r"(?P<area>\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)")
_NAME = re.compile(f"(?:{_SHEET})?" + r"(?P<name>[^\s'!:,()\[\]$]+)")
_PIECE = re.compile(r"((?:'(?:[^']|'')*'|[^',])+)(?:,|$)")
_DEEPEST = 5  # names that stand for names
_MOST_CELLS = 200_000


@dataclass(frozen=True)
class References:
    """The workbook around its charts."""

    # formulas of the defined names, by the sheet they are local to (None: the book) and lower-case name
    names: Mapping[tuple[str | None, str], str] = field(default_factory=dict)
    is_hidden: Callable[[Cell], bool] = lambda _: False

    def areas(self, reference: str, depth: int = 0) -> list[tuple[str, Area]]:
        """The areas that a reference, a union of them or a name stands for; none if that cannot be told."""
        inner = reference.strip()
        if inner.startswith("(") and inner.endswith(")"):
            inner = inner[1:-1]
        found: list[tuple[str, Area]] = []
        for piece in _PIECE.findall(inner):
            one = self._areas_of_piece(piece.strip(), depth)
            if not one:
                return []
            found += one
        return found

    def cells(self, reference: str, count: int) -> list[Cell]:
        """The cells behind a cache of so many points in a row; none if that cannot be told.

        Cells in hidden rows and columns are in the cache or not, as the chart shows them or not.
        """
        areas = self.areas(reference)
        if any((area.height > 1 and area.width > 1) or area.size > _MOST_CELLS for _, area in areas):
            return []
        return self._matching([(sheet, *cell) for sheet, area in areas for cell in area.cells()], count)

    def levels(
        self, reference: str, count: int, levels: int, *, in_rows: bool | None = None
    ) -> list[list[Cell]]:
        """The cells behind each level of a cache, the innermost level first; none if that cannot be told.

        `in_rows` says whether a level is a row; where nothing says it, the number of points has to.
        """
        areas = self.areas(reference)
        if len(areas) != 1 or areas[0][1].size > _MOST_CELLS:
            return []
        ((sheet, area),) = areas
        if in_rows is None:
            if area.height == area.width:
                return []
            in_rows = area.height == levels and area.height != count
        rows, columns = range(area.top, area.bottom + 1), range(area.left, area.right + 1)
        if in_rows:
            lines = [[(sheet, row, column) for column in columns] for row in rows]
        else:
            lines = [[(sheet, row, column) for row in rows] for column in columns]
        found = [self._matching(line, count) for line in reversed(lines)]
        return found if len(found) == levels and all(found) else []

    def _areas_of_piece(self, piece: str, depth: int) -> list[tuple[str, Area]]:
        found = _AREA.fullmatch(piece)
        if found:
            try:
                return [(_sheet(found), Area.parse(found["area"]))]
            except ValueError:
                return []
        # a name may be written behind its sheet, the workbook's file name or [0]
        name = _NAME.fullmatch(piece.replace("[0]!", "", 1))
        if not name or depth == _DEEPEST:
            return []
        key = name["name"].lower()
        formula = self.names.get((_sheet(name), key)) or self.names.get((None, key))
        return self.areas(formula, depth + 1) if formula else []

    def _matching(self, cells: list[Cell], count: int) -> list[Cell]:
        if len(cells) != count:
            cells = [cell for cell in cells if not self.is_hidden(cell)]
        return cells if len(cells) == count else []


def _sheet(found: re.Match[str]) -> str:
    return (found["quoted"] or "").replace("''", "'") or found["plain"] or ""
