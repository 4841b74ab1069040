"""Cells as Calc hands them over and takes them back.

Calc's own ways: an empty cell is 0.0, but an empty text within a range; TRUE is 1.0; an omitted argument is
None. An error is a number that is none, with the error's code in its low half.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isfinite
from struct import pack, unpack
from typing import Any

from kpixl.functions.spec import Choice, Parameter, Truth
from kpixl.functions.values import Argument, Cell, CellError, Result


def _not_a_number(code: int) -> float:
    number: float = unpack("<d", pack("<II", code, 0x7FF80000))[0]
    return number


ERROR_NUMBERS = {
    "#NULL!": 521,
    "#DIV/0!": 532,
    "#VALUE!": 519,
    "#REF!": 524,
    "#NAME?": 525,
    "#NUM!": 503,
    "#N/A": 32767,
}
"""Calc's numbers of the errors that it shows as Excel does."""

ERRORS = {code: _not_a_number(number) for code, number in ERROR_NUMBERS.items()}


Mending = Callable[[Any], Argument]


def mending(parameter: Parameter) -> Mending | None:
    """What makes of an argument of Calc's a cell or rows of cells, where it is not one as it is."""
    if isinstance(parameter.kind, Truth):
        return _truths
    if isinstance(parameter.kind, Choice):
        return _choice
    return None


def handed_back(result: Result) -> Any:
    """A result as Calc takes it; an empty text for a blank cell, because Calc shows #N/A for nothing."""
    if isinstance(result, list):
        return tuple([tuple([_handed_back(cell) for cell in row]) for row in result])
    return _handed_back(result)


def as_rows(value: Any) -> tuple[Sequence[Any], ...]:
    return value if isinstance(value, tuple) else ((value,),)


def _truths(given: Any) -> Argument:
    return [[bool(cell) if cell in (0.0, 1.0) else cell for cell in row] for row in as_rows(given)]


def _choice(given: Any) -> Argument:
    return None if given == 0.0 else given  # no choice is a number, so the cell is empty


def _handed_back(cell: Cell) -> float | str:
    if isinstance(cell, float) and isfinite(cell):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, CellError):
        return ERRORS.get(cell.code, ERRORS["#VALUE!"])
    return cell if isinstance(cell, str) else float(cell)
