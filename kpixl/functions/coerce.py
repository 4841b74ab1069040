"""The one place where cells become the values that a function's parameters ask for.

Nothing is guessed: the text "20" is not the number 20, and TRUE is not 1.
"""

from __future__ import annotations

from itertools import chain
from math import isfinite
from typing import Any, cast

from kpixl.errors import FunctionError, NotEnoughData, OutOfDomain, WrongArgument
from kpixl.functions.spec import Choice, FreeText, Kind, Number, Parameter, Shape, Truth
from kpixl.functions.values import Argument, Cell, CellError, Rows, is_blank, is_range

SHOWN_CHARACTERS = 40
ANY_NUMBER = Number("number")


def argument(parameter: Parameter, given: Argument) -> Any:
    """The value of one parameter: a float, a text, a tuple of them, or None for an allowed blank.

    Raises `WrongArgument`, `OutOfDomain` or `NotEnoughData`.
    """
    if parameter.shape is Shape.VECTOR:
        return _vector(parameter, given)
    if parameter.shape is Shape.TABLE:
        return _table(parameter, given)
    return _scalar(parameter, given)


def lies_in_column(given: Argument) -> bool:
    """Whether a vector argument stands upright; a single cell counts as a row."""
    return is_range(given) and len(given) > 1


def _scalar(parameter: Parameter, given: Argument) -> Any:
    if is_range(given):
        rows, columns = _size(parameter, given)
        if (rows, columns) != (1, 1):
            raise WrongArgument("argument.not_scalar", argument=parameter.name, rows=rows, columns=columns)
        given = given[0][0]
    if is_blank(given):
        if parameter.may_be_blank:
            return None
        if parameter.required:
            raise NotEnoughData("argument.blank", argument=parameter.name)
        return parameter.default
    return _value(parameter.name, parameter.kind, given)


def _vector(parameter: Parameter, given: Argument) -> Any:
    cells = _line(parameter, given)
    if isinstance(parameter.kind, Number) and _all_within(parameter.kind, cells):
        return tuple(cells)
    while cells and is_blank(cells[-1]):
        cells.pop()
    if not cells:
        if parameter.may_be_blank:
            return None
        if parameter.required:
            raise NotEnoughData("argument.blank", argument=parameter.name)
        return parameter.default
    blanks = [position for position, cell in enumerate(cells, 1) if is_blank(cell)]
    if blanks and not parameter.items_may_be_blank:
        raise WrongArgument("argument.inner_blank", argument=parameter.name, position=blanks[0])
    return tuple(
        [None if is_blank(cell) else _item(parameter, cells, place) for place, cell in enumerate(cells)]
    )


def _item(parameter: Parameter, cells: list[Any], place: int) -> Any:
    try:
        return _value(parameter.name, parameter.kind, cells[place])
    except FunctionError:
        if len(cells) > 1:  # once more, to name the item at fault
            _value(f"{parameter.name}[{place + 1}]", parameter.kind, cells[place])
        raise


def _all_within(kind: Number, cells: list[Any]) -> bool:
    """Whether all cells are plain numbers well within the bounds, which is quick to see and nothing to do."""
    return (
        set(map(type, cells)) == {float}
        and isfinite(sum(cells))
        and kind.low < min(cells)
        and max(cells) < kind.high
    )


def _table(parameter: Parameter, given: Argument) -> Any:
    """Rows of cells without the blank rows at the end; blanks are None."""
    if is_range(given):
        _size(parameter, given)
        cells = given
    else:
        cells = [[cast(Cell, given)]]
    name, kind = parameter.name, parameter.kind
    rows = [tuple(None if is_blank(cell) else _value(name, kind, cell) for cell in row) for row in cells]
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise NotEnoughData("argument.blank", argument=parameter.name)
    return tuple(rows)


def _line(parameter: Parameter, given: Argument) -> list[Any]:
    if not is_range(given):
        return [given]
    rows, columns = _size(parameter, given)
    if rows == 1:
        return list(given[0])
    if columns == 1:
        return list(chain.from_iterable(given))
    if rows == 0 or columns == 0:
        return []
    raise WrongArgument("argument.not_vector", argument=parameter.name, rows=rows, columns=columns)


def _size(parameter: Parameter, given: Rows) -> tuple[int, int]:
    """Rows and columns of a range."""
    if not set(map(type, given)) <= {list, tuple}:
        raise WrongArgument("argument.ragged", argument=parameter.name)
    widths = set(map(len, given))
    if len(widths) > 1:
        raise WrongArgument("argument.ragged", argument=parameter.name)
    return len(given), widths.pop() if widths else 0


def _value(name: str, kind: Kind, cell: Any) -> Any:
    if isinstance(kind, Number):
        return _number(name, kind, cell)
    if isinstance(kind, Choice):
        return _choice(name, kind, cell)
    if isinstance(kind, FreeText):
        return _text(name, cell)
    if isinstance(cell, CellError):
        raise WrongArgument("argument.not_text", argument=name, value=cell.code)
    if isinstance(kind, Truth) and not isinstance(cell, bool):
        raise WrongArgument("argument.not_truth", argument=name, value=_shown(cell))
    return cell


def _number(name: str, kind: Number, cell: Any) -> float:
    if type(cell) is not float:
        if isinstance(cell, bool) or not isinstance(cell, (int, float)):
            raise WrongArgument("argument.not_number", argument=name, value=_shown(cell))
        try:
            cell = float(cell)
        except OverflowError:
            raise OutOfDomain("argument.not_finite", argument=name) from None
    if not isfinite(cell):
        raise OutOfDomain("argument.not_finite", argument=name)
    if cell < kind.low:
        raise OutOfDomain("argument.below", argument=name, low=kind.low, value=cell)
    if cell > kind.high:
        raise OutOfDomain("argument.above", argument=name, high=kind.high, value=cell)
    if cell == kind.low and kind.low_open:
        raise OutOfDomain("argument.not_above", argument=name, low=kind.low, value=cell)
    if cell == kind.high and kind.high_open:
        raise OutOfDomain("argument.not_below", argument=name, high=kind.high, value=cell)
    return float(cell)


def _choice(name: str, kind: Choice, cell: Any) -> str:
    word = cell.strip().lower() if isinstance(cell, str) else None
    for choice in kind.choices:
        if word == choice.lower():
            return choice
    raise WrongArgument(
        "argument.not_choice",
        argument=name,
        choices=", ".join(f'"{choice}"' for choice in kind.choices),
        value=_shown(cell),
    )


def _text(name: str, cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return f"{_number(name, ANY_NUMBER, cell):.15g}"
    raise WrongArgument("argument.not_text", argument=name, value=_shown(cell))


def _shown(cell: Any) -> str:
    if isinstance(cell, bool):
        return str(cell).upper()
    try:
        shown = str(cell)
    except ValueError:  # Python refuses to write out an integer of thousands of digits
        shown = "…"
    return shown if len(shown) <= SHOWN_CHARACTERS else shown[:SHOWN_CHARACTERS] + "…"
