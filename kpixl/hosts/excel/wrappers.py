"""The VBA functions that cells call, written from the declarations: one short wrapper each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kpixl.functions.registry import REGISTRY
from kpixl.functions.spec import CATEGORIES, FunctionSpec, Parameter
from kpixl.hosts.excel.basic import in_ascii, parameter_name, quoted, spelled
from kpixl.hosts.excel.vba.model import Module
from kpixl.i18n import Language

FUNCTIONS = "KpixlFunctions"
HELP = "KpixlHelp"
FIRST_OWN_GROUP = 20
"""The number of the first function group of a workbook's own; Excel's own come before it."""


def function_module(specs: Iterable[FunctionSpec] = REGISTRY.values()) -> Module:
    """All wrappers. What a function does stands in the source as far as ASCII can say it."""
    return Module(FUNCTIONS, "Option Explicit\n" + "".join(_wrapper(spec) for spec in specs))


def help_module(language: Language, specs: Iterable[FunctionSpec] = REGISTRY.values()) -> Module:
    """Tells Excel what the functions do when the workbook opens, in languages that a source cannot hold."""
    lines = ["Option Explicit", "", "Public Sub KpixlDescribeAll()"]
    lines += [f"    KpixlDescribe {quoted(spec.name)}, {spelled(spec.summary(language))}" for spec in specs]
    return Module(HELP, "\n".join([*lines, "End Sub", ""]))


def _wrapper(spec: FunctionSpec) -> str:
    return "\n".join(["", *_wrapper_lines(spec), ""])


def _wrapper_lines(spec: FunctionSpec) -> Iterator[str]:
    parameters = ", ".join(_declared(parameter) for parameter in spec.parameters)
    yield f"Public Function {spec.name}({parameters}) As Variant"
    description = in_ascii(spec.summary("en"))
    if description is not None:
        yield f"Attribute {spec.name}.VB_Description = {quoted(description)}"
    group = FIRST_OWN_GROUP + CATEGORIES.index(spec.category)
    yield f'Attribute {spec.name}.VB_ProcData.VB_Invoke_Func = " \\n{group}"'
    given = [f"KpixlCells({parameter_name(parameter.name)})" for parameter in spec.parameters]
    yield f"    {spec.name} = KpixlAnswer(Array({', '.join([quoted(spec.name), *given])}))"
    yield "End Function"


def _declared(parameter: Parameter) -> str:
    name = parameter_name(parameter.name)
    if parameter.repeating:
        raise ValueError(f"{parameter.name}: no wrapper is written for a repeating parameter yet")
    return f"{name} As Variant" if parameter.required else f"Optional {name} As Variant"
