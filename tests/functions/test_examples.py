"""The examples that stand in the help are right, as formulas in a workbook."""

from __future__ import annotations

from typing import Any

import formualizer
import pytest
from case_files import same

import kpixl
from kpixl.functions.spec import Example, FunctionSpec
from kpixl.functions.values import CellError, Result

EXAMPLES = [
    pytest.param(spec, example, id=example.formula)
    for spec in kpixl.REGISTRY.values()
    for example in spec.examples
]


@pytest.mark.parametrize(("spec", "example"), EXAMPLES)
def test_a_declared_example_gives_the_result_it_states(spec: FunctionSpec, example: Example) -> None:
    assert f"{spec.name}(" in example.formula
    assert same(_evaluated(spec.name, example.formula), _as_rows(example.result))


def _evaluated(name: str, formula: str) -> list[list[Any]]:
    """The cells that the formula fills, from A1 to the last cell that is not blank."""

    def callback(*arguments: Any) -> Any:
        result = kpixl.call(name, *arguments)
        return str(result) if isinstance(result, CellError) else result

    workbook = formualizer.Workbook()
    workbook.add_sheet("S")
    workbook.register_function(name, callback)
    workbook.set_formula("S", 1, 1, formula)
    workbook.evaluate_all()
    # a row and a column more than any example, so that a result that is too large is seen
    block = [[workbook.get_value("S", row, column) for column in range(1, 41)] for row in range(1, 41)]
    height = max(row for row, cells in enumerate(block, 1) if any(cell is not None for cell in cells))
    width = max(column for column in range(1, 41) if any(cells[column - 1] is not None for cells in block))
    return [cells[:width] for cells in block[:height]]


def _as_rows(result: Result) -> list[list[Any]]:
    return result if isinstance(result, list) else [[result]]
