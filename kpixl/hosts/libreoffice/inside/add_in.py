"""The add-in: every declared function as a method that Calc calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import uno
from com.sun.star.lang import XServiceName

from kpixl.functions.call import call
from kpixl.functions.registry import REGISTRY
from kpixl.functions.spec import FunctionSpec, Shape
from kpixl.functions.values import CellError
from kpixl.hosts.libreoffice import names
from kpixl.hosts.libreoffice.inside.cells import as_rows, handed_back, mending
from kpixl.hosts.libreoffice.inside.component import Component
from kpixl.hosts.libreoffice.inside.log import log

FAULT = "function.fault"


def _method(spec: FunctionSpec) -> Callable[..., Any]:
    repeating = bool(spec.parameters) and spec.parameters[-1].repeating
    mended = [(place, mend) for place, mend in enumerate(map(mending, spec.parameters)) if mend]
    is_rows = spec.result.shape is not Shape.SCALAR

    def method(self: Any, *given: Any) -> Any:
        arguments = [*given[:-1], *given[-1]] if repeating else list(given)
        while arguments and arguments[-1] is None:  # Calc always hands over as many as there could be
            arguments.pop()
        for place, mend in mended:
            if place < len(arguments):
                arguments[place] = mend(arguments[place])
        result = call(spec, arguments)
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
