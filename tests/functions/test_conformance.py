"""Every function, argument by argument: whatever a sheet can hand over is answered with a value or an error.

The arguments of a function's own example are taken, and one of them at a time is replaced.
"""

from __future__ import annotations

from math import inf, nan
from typing import Any

import formualizer
import pytest

import kpixl
from kpixl.functions.spec import Choice, FunctionSpec, Mixed, Number, Parameter, Shape
from kpixl.functions.values import ERROR_CODES, CellError, Result

LONG = 10_000
ARGUMENTS = [
    pytest.param(spec, place, id=f"{spec.name}-{parameter.name}")
    for spec in kpixl.REGISTRY.values()
    for place, parameter in enumerate(spec.parameters)
]
VECTORS = [
    pytest.param(spec, place, id=f"{spec.name}-{parameter.name}")
    for spec in kpixl.REGISTRY.values()
    for place, parameter in enumerate(spec.parameters)
    if parameter.shape is Shape.VECTOR
]


def example_arguments(spec: FunctionSpec) -> list[Any]:
    """The cells that the function's first example hands over, as the engine reads them from its formula."""
    seen: list[list[Any]] = []

    def callback(*arguments: Any) -> float:
        seen.append(list(arguments))
        return 0.0

    workbook = formualizer.Workbook()
    workbook.add_sheet("S")
    workbook.register_function(spec.name, callback)
    workbook.set_formula("S", 1, 1, spec.examples[0].formula)
    workbook.evaluate_all()
    return seen[0]


def answered(spec: FunctionSpec, place: int, replacement: Any) -> Result:
    """The function's answer with one argument of its example replaced; it is proper, or the test fails."""
    arguments = example_arguments(spec)
    arguments += [None] * (place + 1 - len(arguments))
    arguments[place] = replacement
    result = kpixl.call(spec.name, *arguments)
    for cell in [cell for row in result for cell in row] if isinstance(result, list) else [result]:
        assert isinstance(cell, (float, str, bool, CellError)), cell
        if isinstance(cell, CellError):
            assert cell.code in ERROR_CODES
            assert cell.reason is None or cell.reason.id != "function.fault", cell.explanation("en")
    return result


def parameter_at(spec: FunctionSpec, place: int) -> Parameter:
    return spec.parameters[place]


@pytest.mark.parametrize(("spec", "place"), ARGUMENTS)
@pytest.mark.parametrize("error", [CellError("#REF!"), [[1.0, CellError("#REF!")]]], ids=["cell", "range"])
def test_an_error_cell_goes_out_unchanged(spec: FunctionSpec, place: int, error: Any) -> None:
    assert answered(spec, place, error) == CellError("#REF!")


@pytest.mark.parametrize(("spec", "place"), ARGUMENTS)
def test_a_text_in_place_of_a_number_is_refused(spec: FunctionSpec, place: int) -> None:
    result = answered(spec, place, "売上")
    if isinstance(parameter_at(spec, place).kind, (Number, Choice)):
        assert result == CellError("#VALUE!")


@pytest.mark.parametrize(("spec", "place"), ARGUMENTS)
@pytest.mark.parametrize("number", [nan, inf, -inf, 1e308, -1e308, 1e-320], ids=str)
def test_numbers_at_the_ends_of_the_range_are_answered(spec: FunctionSpec, place: int, number: float) -> None:
    parameter = parameter_at(spec, place)
    result = answered(spec, place, number)
    if isinstance(parameter.kind, Number) and number in (inf, -inf):
        assert isinstance(result, CellError)


@pytest.mark.parametrize(("spec", "place"), ARGUMENTS)
@pytest.mark.parametrize("empty", [None, "", [], [[]], [[None]], [[None, None]], [[None], [""]]], ids=repr)
def test_an_empty_argument_is_answered(spec: FunctionSpec, place: int, empty: Any) -> None:
    parameter = parameter_at(spec, place)
    result = answered(spec, place, empty)
    if parameter.required and not parameter.may_be_blank:
        assert isinstance(result, CellError)


@pytest.mark.parametrize(("spec", "place"), ARGUMENTS)
def test_a_range_of_one_cell_is_as_good_as_the_cell(spec: FunctionSpec, place: int) -> None:
    arguments = example_arguments(spec)
    if place >= len(arguments) or isinstance(arguments[place], list):
        answered(spec, place, [[1.0]])
        return
    assert answered(spec, place, [[arguments[place]]]) == kpixl.call(spec.name, *arguments)


@pytest.mark.parametrize(("spec", "place"), VECTORS)
def test_a_column_gives_the_same_values_as_the_row(spec: FunctionSpec, place: int) -> None:
    arguments = example_arguments(spec)
    if place >= len(arguments) or not isinstance(arguments[place], list):
        answered(spec, place, [[1.0], [2.0]])
        return
    flat = [cell for row in arguments[place] for cell in row]
    as_row, as_column = answered(spec, place, [flat]), answered(spec, place, [[cell] for cell in flat])
    assert _flat(as_row) == _flat(as_column)


@pytest.mark.parametrize(("spec", "place"), VECTORS)
@pytest.mark.parametrize("cell", [0.5, 0.0, 45000.0, "文字"], ids=str)
def test_ten_thousand_rows_are_answered(spec: FunctionSpec, place: int, cell: Any) -> None:
    result = answered(spec, place, [[cell]] * LONG)
    if isinstance(cell, str) and not isinstance(parameter_at(spec, place).kind, (Mixed,)):
        is_number = isinstance(parameter_at(spec, place).kind, (Number, Choice))
        assert result == CellError("#VALUE!") or not is_number


@pytest.mark.parametrize("spec", kpixl.REGISTRY.values(), ids=kpixl.REGISTRY)
def test_all_vectors_may_have_ten_thousand_rows_at_once(spec: FunctionSpec) -> None:
    arguments = example_arguments(spec)
    for place, parameter in enumerate(spec.parameters[: len(arguments)]):
        if parameter.shape is Shape.VECTOR and isinstance(arguments[place], list):
            flat = [cell for row in arguments[place] for cell in row]
            arguments[place] = [[flat[row % len(flat)]] for row in range(LONG)]
    result = kpixl.call(spec.name, *arguments)
    for cell in _flat(result):
        assert not (isinstance(cell, CellError) and cell.reason and cell.reason.id == "function.fault")


@pytest.mark.parametrize("spec", kpixl.REGISTRY.values(), ids=kpixl.REGISTRY)
def test_a_function_without_arguments_or_with_too_many_is_refused(spec: FunctionSpec) -> None:
    if any(parameter.required for parameter in spec.parameters):
        assert kpixl.call(spec.name) == CellError("#VALUE!")
    if not any(parameter.repeating for parameter in spec.parameters):
        assert kpixl.call(spec.name, *[1.0] * (len(spec.parameters) + 1)) == CellError("#VALUE!")


def _flat(result: Result) -> list[Any]:
    return [cell for row in result for cell in row] if isinstance(result, list) else [result]
