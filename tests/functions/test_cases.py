"""Every function against its case file, and every case file against the functions."""

from __future__ import annotations

import pytest
from case_files import CASE_FILES, Case, cases, every_case, reason_ids, same

import kpixl
from kpixl.functions.spec import FunctionSpec, Shape
from kpixl.functions.values import Argument, CellError

FUNCTIONS = pytest.mark.parametrize("spec", kpixl.REGISTRY.values(), ids=lambda spec: spec.name)


@pytest.mark.parametrize("case", every_case(), ids=str)
def test_a_function_gives_what_its_case_says(case: Case) -> None:
    result = kpixl.call(case.function, *case.arguments)
    assert "function.fault" not in reason_ids(result)
    assert same(result, case.result), f"{result} instead of {case.result}"


def test_every_function_has_a_case_file_and_every_case_file_a_function() -> None:
    assert {path.stem for path in CASE_FILES} == set(kpixl.REGISTRY)
    assert [case.function for path in CASE_FILES for case in cases(path)] == [
        path.stem for path in CASE_FILES for _ in cases(path)
    ]


@FUNCTIONS
def test_the_cases_of_a_function_show_answers_and_errors(spec: FunctionSpec) -> None:
    results = [case.result for case in every_case() if case.function == spec.name]
    assert any(not isinstance(result, CellError) for result in results)
    assert any(isinstance(result, CellError) for result in results)


@FUNCTIONS
def test_the_cases_of_a_function_answer_rows_and_columns_alike(spec: FunctionSpec) -> None:
    answered = [
        case for case in every_case() if case.function == spec.name and not isinstance(case.result, CellError)
    ]
    for place, parameter in enumerate(spec.parameters):
        if parameter.shape is Shape.VECTOR:
            given = [case.arguments[place] for case in answered if place < len(case.arguments)]
            assert any(_is_row(argument) for argument in given), parameter.name
            assert any(_is_column(argument) for argument in given), parameter.name


def _is_row(argument: Argument) -> bool:
    return isinstance(argument, list) and len(argument) == 1 and len(argument[0]) > 1


def _is_column(argument: Argument) -> bool:
    return isinstance(argument, list) and len(argument) > 1 and all(len(row) == 1 for row in argument)
