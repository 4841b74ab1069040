"""The one call path: cells in, cells out, never an exception but a `MemoryError`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import isfinite
from typing import Any

from kpixl.errors import (
    DivisionByNothing,
    FunctionError,
    NotEnoughData,
    OutOfDomain,
    WrongArgument,
)
from kpixl.functions import coerce
from kpixl.functions.spec import FunctionSpec, Shape
from kpixl.functions.values import Argument, Cell, CellError, Result, is_range
from kpixl.i18n import Message

CODE_OF: dict[type[FunctionError], str] = {
    WrongArgument: "#VALUE!",
    OutOfDomain: "#NUM!",
    DivisionByNothing: "#DIV/0!",
    NotEnoughData: "#N/A",
}


def call(spec: FunctionSpec, arguments: Sequence[Argument]) -> Result:
    """The function's result for these cells: a cell, or a list of rows.

    An omitted argument is `None`, as a blank cell is. An error cell among the arguments comes back
    unchanged; whatever else goes wrong comes back as a `CellError` with its reason.
    """
    try:
        values = _bound(spec, arguments)
        return _laid_out(spec, spec.function(*values), arguments)
    except FunctionError as refusal:  # an error cell is refused by every kind of argument
        return _first_error(arguments) or CellError(CODE_OF[type(refusal)], refusal.message)
    except OverflowError:
        return CellError("#NUM!", Message.of("function.not_finite"))
    except ZeroDivisionError:
        return CellError("#DIV/0!", Message.of("function.divisor_vanishes"))
    except MemoryError:  # no mistake of ours, and no answer
        raise
    except Exception as fault:  # a host must survive our mistakes; the tests look for this reason
        return CellError("#VALUE!", Message.of("function.fault", detail=f"{type(fault).__name__}: {fault}"))


def _first_error(arguments: Sequence[Argument]) -> CellError | None:
    for argument in arguments:
        if isinstance(argument, CellError):
            return argument
        if is_range(argument):
            ragged = not set(map(type, argument)) <= {list, tuple}
            rows = [row if is_range(row) else (row,) for row in argument] if ragged else argument
            if CellError in set(map(type, chain.from_iterable(rows))):
                return next(cell for cell in chain.from_iterable(rows) if isinstance(cell, CellError))
    return None


def _bound(spec: FunctionSpec, arguments: Sequence[Argument]) -> list[Any]:
    parameters = spec.parameters
    given = len(arguments)
    last = parameters[-1] if parameters else None
    repeats = max(0, given - len(parameters)) if last and last.repeating else 0
    if given > len(parameters) + repeats:
        raise WrongArgument("argument.surplus", function=spec.name, most=len(parameters), given=given)
    values = []
    for position, parameter in enumerate(parameters):
        if position < given:
            values.append(coerce.argument(parameter, arguments[position]))
        elif parameter.required:
            raise WrongArgument("argument.missing", argument=parameter.name)
        elif not parameter.repeating:
            values.append(parameter.default)
    if repeats and last:
        values += [coerce.argument(last, argument) for argument in arguments[len(parameters) :]]
    return values


def _laid_out(spec: FunctionSpec, result: Any, arguments: Sequence[Argument]) -> Result:
    shape = spec.result.shape
    if shape is Shape.SCALAR:
        return _cell(result)
    if shape is Shape.TABLE:
        return [[_cell(item) for item in row] for row in result]
    upright = shape is Shape.COLUMN or (shape is Shape.VECTOR and _upright(spec, arguments))
    cells = _cells(result)
    return [[cell] for cell in cells] if upright else [cells]


def _upright(spec: FunctionSpec, arguments: Sequence[Argument]) -> bool:
    for parameter, argument in zip(spec.parameters, arguments):
        if parameter.shape is Shape.VECTOR:
            return coerce.lies_in_column(argument)
    return False


def _cells(items: Sequence[Any]) -> list[Cell]:
    if set(map(type, items)) == {float} and isfinite(sum(items)) and 0.0 not in items:
        return list(items)  # nothing to mend, which is quick to see
    return [_cell(item) for item in items]


def _cell(item: Any) -> Cell:
    if isinstance(item, bool) or not isinstance(item, (int, float)):
        if item is None or isinstance(item, (bool, str, CellError)):
            return item
        raise TypeError(f"no cell can hold {type(item).__name__}")
    number = float(item)
    if not isfinite(number):
        return CellError("#NUM!", Message.of("function.not_finite"))
    return number + 0.0  # -0.0 shows as 0
