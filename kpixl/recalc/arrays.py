"""Functions that only the engine sees.

They give a formula the size that the file says it has, and an error where something the engine does not know
of is in the way of a spill.
"""

from __future__ import annotations

from kpixl.functions.values import Argument, Cell, CellError, Result, Rows, is_range

NOT_AVAILABLE = CellError("#N/A")
SPILL = CellError("#SPILL!")


def first(arguments: tuple[Argument, ...]) -> Result:
    """The first value of an array: what a plain formula shows of it."""
    (given,) = arguments
    rows = _rows(given)
    return rows[0][0]


def fit(arguments: tuple[Argument, ...]) -> Result:
    """An array cut or filled to a number of rows and columns, as a fixed array formula shows it.

    One row or one column repeats; beyond any other edge there is #N/A.
    """
    given, height, width = arguments
    assert isinstance(height, float)
    assert isinstance(width, float)
    rows = _rows(given)
    return [[_at(rows, row, column) for column in range(int(width))] for row in range(int(height))]


def blocked(_: tuple[Argument, ...]) -> Result:
    """What a formula shows whose result has no room."""
    return SPILL


def _rows(given: Argument) -> Rows:
    return given if is_range(given) else [[given]]  # type: ignore[list-item]


def _at(rows: Rows, row: int, column: int) -> Cell:
    row = 0 if len(rows) == 1 else row
    column = 0 if len(rows[0]) == 1 else column
    if row < len(rows) and column < len(rows[0]):
        return rows[row][column]
    return NOT_AVAILABLE
