"""What Excel hands to Python as a range's `Value2`, as cells; and results, as VBA takes them apart again.

Through COM an error arrives as an integer and a number as a float, so that the two are never mistaken. An
error cannot go back as one: it goes as a text that begins with `MARK`, and a text that begins like that by
itself gets a mark of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Union

from kpixl.functions.values import Argument, Cell, CellError, Result

MARK = "\x1a"
TEXT = "T"
NUMBER_OF = {
    "#NULL!": 2000,
    "#DIV/0!": 2007,
    "#VALUE!": 2015,
    "#REF!": 2023,
    "#NAME?": 2029,
    "#NUM!": 2036,
    "#N/A": 2042,
    "#SPILL!": 2045,
    "#CALC!": 2050,
}
"""Excel's errors by the number that VBA's `CVErr` gives them."""

ERROR_HRESULT = -0x7FF60000  # 0x800A0000, to which the number is added
CODE_OF = {ERROR_HRESULT + number: code for code, number in NUMBER_OF.items()}
OTHER_ERRORS = range(ERROR_HRESULT + 2043, ERROR_HRESULT + 2060)  # of new kinds of cells, such as #BUSY!
OMITTED = -2147352572  # an argument that was left out
EPOCH = datetime(1899, 12, 30)

Answered = Union[float, bool, str]


def argument_of(value: object) -> Argument:
    """One argument of a call: a cell, or rows of cells. An array of one dimension is a row."""
    if not isinstance(value, (tuple, list)):
        return _cell(value)
    if any(isinstance(row, (tuple, list)) for row in value):
        return [[_cell(cell) for cell in row] for row in value]
    return [[_cell(cell) for cell in value]]


def answer_of(result: Result) -> list[list[Answered]]:
    """Rows of what COM can carry. A blank is an empty text: Excel would show a missing value as an error."""
    rows: Sequence[Sequence[Cell]] = result if isinstance(result, list) else [[result]]
    return [[_answered(cell) for cell in row] for row in rows]


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, (str, bool, float)):
        return value
    if isinstance(value, int):
        if value == OMITTED:
            return None
        if value in OTHER_ERRORS and value not in CODE_OF:
            return CellError("#VALUE!")
        return CellError(CODE_OF[value]) if value in CODE_OF else float(value)
    if isinstance(value, Decimal):  # money, when VBA code calls a function by itself
        return float(value)
    if isinstance(value, datetime):  # likewise a date
        return (value.replace(tzinfo=None) - EPOCH) / timedelta(days=1)
    return CellError("#VALUE!")


def _answered(cell: Cell) -> Answered:
    if cell is None:
        return ""
    if isinstance(cell, CellError):
        return f"{MARK}{NUMBER_OF[cell.code]}"
    if isinstance(cell, str) and cell.startswith(MARK):
        return MARK + TEXT + cell
    return cell
