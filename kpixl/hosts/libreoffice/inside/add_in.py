"""The add-in: every declared function as a method that Calc calls."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, repeat
from typing import Any

import uno
from com.sun.star.lang import XServiceName

from kpixl.functions.call import call
from kpixl.functions.registry import REGISTRY
from kpixl.functions.spec import FunctionSpec, Shape
from kpixl.functions.values import CellError
from kpixl.hosts.libreoffice import names
from kpixl.hosts.libreoffice.inside.cells import argument, as_rows, handed_back
from kpixl.hosts.libreoffice.inside.component import Component
from kpixl.hosts.libreoffice.inside.log import log

FAULT = "function.fault"


def _method(spec: FunctionSpec) -> Callable[..., Any]:
    parameters = spec.parameters
    repeating = bool(parameters) and parameters[-1].repeating
    is_rows = spec.result.shape is not Shape.SCALAR

    def method(self: Any, *given: Any) -> Any:
        if repeating:
            given = (*given[:-1], *given[-1])
        while given and given[-1] is None:  # Calc always hands over as many as there could be
            given = given[:-1]
        kinds = chain(parameters, repeat(parameters[-1])) if repeating else parameters
        result = call(spec, [argument(kind, one) for kind, one in zip(kinds, given)])
        if isinstance(result, CellError) and result.reason and result.reason.id == FAULT:
            log().error("%s%r: %s", spec.name, given, result.explanation("en"))
        returned = handed_back(result)
        return as_rows(returned) if is_rows else returned

    method.__name__ = spec.name
    return method


class _Named(Component, XServiceName):
    implementation = names.ADD_IN
    service = names.SERVICE

    def __init__(self, context: Any, *arguments: Any) -> None:
        """LibreOffice hands its context over."""

    def getServiceName(self) -> str:
        return self.service


AddIn = type(
    "AddIn",
    (_Named, uno.getClass(names.INTERFACE)),
    {name: _method(spec) for name, spec in REGISTRY.items()},
)
