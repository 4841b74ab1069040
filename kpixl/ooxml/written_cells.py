"""The cells of an area that were given other values, looked up without a list of them all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from kpixl.ooxml.cell_grid import Grid
from kpixl.ooxml.cell_values import Value, is_same, stored
from kpixl.ooxml.sheet import Stored


class WrittenCells(Mapping[tuple[int, int], Stored | None]):
    """The new values of cells that had others, by row and column.

    `rows` begin where the grid does and may go on below it; the columns at the places of `kept` are as they
    were.
    """

    def __init__(self, grid: Grid, rows: Sequence[Sequence[Value]], kept: Collection[int] = ()) -> None:
        self._grid, self._rows, self._kept = grid, rows, kept

    def __getitem__(self, position: tuple[int, int]) -> Stored | None:
        row, place = position[0] - self._grid.area.top, position[1] - self._grid.area.left
        if not (0 <= row < len(self._rows) and 0 <= place < self._grid.area.width) or place in self._kept:
            raise KeyError(position)
        value = self._rows[row][place]
        if row < len(self._grid.rows) and is_same(self._grid.rows[row][place], value):
            raise KeyError(position)
        return stored(value)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        area = self._grid.area._replace(bottom=self._grid.area.top + len(self._rows) - 1)
        return (cell for cell in area.cells() if cell in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
