"""The UNO interface of our functions: one method a function, with the types that Calc hands cells over in."""

from __future__ import annotations

from collections.abc import Iterable

from kpixl.functions.spec import FunctionSpec, Shape
from kpixl.hosts.libreoffice.type_library import Method

ANYTHING, ANY_NUMBER_OF_THEM, CELLS = "any", "[]any", "[][]any"


def methods(specs: Iterable[FunctionSpec]) -> list[Method]:
    return [_method(spec) for spec in specs]


def _method(spec: FunctionSpec) -> Method:
    # rows of cells that came back as `any` would be #VALUE!; of arguments, only `any` may be omitted
    result = ANYTHING if spec.result.shape is Shape.SCALAR else CELLS
    parameters = ((one.name, ANY_NUMBER_OF_THEM if one.repeating else ANYTHING) for one in spec.parameters)
    return Method(spec.name, result, tuple(parameters))
