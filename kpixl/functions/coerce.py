"""The one place where cells become the values that a function's parameters ask for.

Nothing is guessed: the text "20" is not the number 20, and TRUE is not 1.
"""

from __future__ import annotations

from math import isfinite
from typing import Any

from kpixl.errors import FunctionError, NotEnoughData, OutOfDomain, WrongArgument
from kpixl.functions.spec import Choice, FreeText, Kind, Number, Parameter, Shape
from kpixl.functions.values import Argument, CellError, Rows, is_blank, is_range

SHOWN_CHARACTERS = 40


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
    return is_range(given) and len(given) > 1  # type: ignore[arg-type]


def _scalar(parameter: Parameter, given: Argument) -> Any:
    if is_range(given):
        rows, columns = _size(parameter, given)  # type: ignore[arg-type]
        if (rows, columns) != (1, 1):
            raise WrongArgument("argument.not_scalar", argument=parameter.name, rows=rows, columns=columns)
        given = given[0][0]  # type: ignore[index]
    if is_blank(given):
        if parameter.may_be_blank:
            return None
        if parameter.required:
            raise NotEnoughData("argument.blank", argument=parameter.name)
        return parameter.default
    return _value(parameter.name, parameter.kind, given)


def _vector(parameter: Parameter, given: Argument) -> Any:
    cells = list(_line(parameter, given))
    while cells and is_blank(cells[-1]):
        cells.pop()
    if not cells:
        if parameter.may_be_blank:
            return None
        if parameter.required:
            raise NotEnoughData("argument.blank", argument=parameter.name)
        return parameter.default
    if parameter.items_may_be_blank:
        kind = parameter.kind
        return tuple([None if is_blank(cell) else _value(parameter.name, kind, cell) for cell in cells])
    for position, cell in enumerate(cells, 1):
        if is_blank(cell):
            raise WrongArgument("argument.inner_blank", argument=parameter.name, position=position)
    try:
        return tuple([_value(parameter.name, parameter.kind, cell) for cell in cells])
    except FunctionError:
        if len(cells) == 1:
            raise
        for position, cell in enumerate(cells, 1):  # once more, to name the item at fault
            _value(f"{parameter.name}[{position}]", parameter.kind, cell)
        raise


def _table(parameter: Parameter, given: Argument) -> Any:
    """Rows of cells without the blank rows at the end; blanks are None."""
    if is_range(given):
        _size(parameter, given)  # type: ignore[arg-type]
        rows = [tuple(None if is_blank(cell) else cell for cell in row) for row in given]  # type: ignore[union-attr]
    else:
        rows = [(None if is_blank(given) else given,)]
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise NotEnoughData("argument.blank", argument=parameter.name)
    return tuple(rows)


def _line(parameter: Parameter, given: Argument) -> Any:
    if not is_range(given):
        return (given,)
    rows, columns = _size(parameter, given)  # type: ignore[arg-type]
    if rows == 1:
        return given[0]  # type: ignore[index]
    if columns == 1:
        return (row[0] for row in given)  # type: ignore[union-attr]
    if rows == 0 or columns == 0:
        return ()
    raise WrongArgument("argument.not_vector", argument=parameter.name, rows=rows, columns=columns)


def _size(parameter: Parameter, given: Rows) -> tuple[int, int]:
    rows = len(given)
    if rows == 0:
        return 0, 0
    columns = len(given[0]) if is_range(given[0]) else 0
    for row in given:
        if not is_range(row) or len(row) != columns:
            raise WrongArgument("argument.ragged", argument=parameter.name)
    return rows, columns


def _value(name: str, kind: Kind, cell: Any) -> Any:
    if isinstance(kind, Number):
        return _number(name, kind, cell)
    if isinstance(kind, Choice):
        return _choice(name, kind, cell)
    return _text(name, cell) if isinstance(kind, FreeText) else cell


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
        return f"{cell:.15g}"
    raise WrongArgument("argument.not_text", argument=name, value=_shown(cell))


def _shown(cell: Any) -> str:
    if isinstance(cell, bool):
        return str(cell).upper()
    shown = cell.code if isinstance(cell, CellError) else str(cell)
    return shown if len(shown) <= SHOWN_CHARACTERS else shown[:SHOWN_CHARACTERS] + "…"
