"""What Calc's function wizard shows of our functions: `CalcAddIns.xcu`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from xml.etree.ElementTree import Element

from kpixl.functions.spec import FunctionSpec, Parameter
from kpixl.hosts.libreoffice.configuration import component, new_node, node, value, words, written
from kpixl.hosts.libreoffice.names import SERVICE
from kpixl.i18n import Language

CATEGORY = "Add-In"
"""Of Calc's own categories, the one for extensions; it knows no others."""


def function_help(specs: Iterable[FunctionSpec]) -> bytes:
    root = component("CalcAddIns", "org.openoffice.Office")
    functions = node(new_node(node(root, "AddInInfo"), SERVICE), "AddInFunctions")
    for spec in specs:
        _describe(new_node(functions, spec.name), spec)
    return written(root)


def _describe(entry: Element, spec: FunctionSpec) -> None:
    value(entry, "Category", CATEGORY)
    words(entry, "DisplayName", lambda _: spec.name)
    words(entry, "CompatibilityName", lambda _: spec.name)
    words(entry, "Description", spec.summary)
    parameters = node(entry, "Parameters")
    for parameter in spec.parameters:
        described = new_node(parameters, parameter.name)
        words(described, "DisplayName", partial(_name, parameter))
        words(described, "Description", partial(spec.parameter_help, parameter))


def _name(parameter: Parameter, language: Language) -> str:
    return parameter.name
