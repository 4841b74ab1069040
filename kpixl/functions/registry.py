"""All declared functions by name, gathered from the catalog once, never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType, ModuleType

from kpixl.errors import DeclarationError
from kpixl.functions.call import call as call_spec
from kpixl.functions.catalog import calendar, design, diagnose, leads, money, monitor, plan, rules, series
from kpixl.functions.declare import declared_spec
from kpixl.functions.spec import FunctionSpec
from kpixl.functions.values import Argument, CellError, Result
from kpixl.i18n import Message


def gathered(modules: Iterable[ModuleType]) -> Mapping[str, FunctionSpec]:
    """The functions declared in these modules, in their order.

    Raises `DeclarationError` for two functions of one name.
    """
    registry: dict[str, FunctionSpec] = {}
    for module in modules:
        for candidate in vars(module).values():
            spec = declared_spec(candidate)
            if spec is None or spec.function.__module__ != module.__name__:
                continue
            if spec.name in registry:
                raise DeclarationError("declaration.duplicate", function=spec.name)
            registry[spec.name] = spec
    return MappingProxyType(registry)


REGISTRY = gathered((plan, monitor, calendar, rules, series, diagnose, leads, money, design))


def call(name: str, *cells: Argument) -> Result:
    """Call a function by name with cells: scalars, or lists of rows for ranges; `None` is a blank.

    The result comes the same way, or is a `CellError`; nothing is ever raised.
    """
    spec = REGISTRY.get(name.upper())
    if spec is None:
        return CellError("#NAME?", Message.of("function.unknown", function=name))
    return call_spec(spec, cells)
