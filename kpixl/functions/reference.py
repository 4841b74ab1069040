"""One function's reference page, the same in the terminal and in the documents."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from kpixl.functions.spec import Choice, FunctionSpec, Kind, Number, Parameter, Shape, written
from kpixl.functions.values import CellError, Result
from kpixl.i18n import Language, text


@dataclass(frozen=True)
class Argument:
    """One row of the table of arguments, in one language."""

    name: str
    meaning: str
    unit: str
    allowed: str  # `0 < x ≤ 1`, `"ceil" / "exact"`
    default: str


@dataclass(frozen=True)
class Page:
    """Everything to be said about a function, in one language."""

    name: str
    signature: str
    summary: str
    arguments: tuple[Argument, ...]
    result: str
    errors: str
    examples: tuple[tuple[str, str], ...]  # formula, result
    source: str
    since: str


def page(spec: FunctionSpec, language: Language) -> Page:
    return Page(
        spec.name,
        spec.signature(),
        spec.summary(language),
        tuple(_argument(spec, parameter, language) for parameter in spec.parameters),
        spec.result_help(language),
        spec.errors_help(language),
        tuple((example.formula, shown(example.result)) for example in spec.examples),
        spec.source,
        spec.since,
    )


def shown(result: Result) -> str:
    """A result as it would stand in cells: columns by comma, rows by semicolon."""
    if isinstance(result, list):
        return "; ".join(", ".join(shown(cell) for cell in row) for row in result)
    if isinstance(result, bool):
        return str(result).upper()
    if isinstance(result, (int, float)):
        return f"{result:.10g}"
    return str(result) if isinstance(result, (str, CellError)) else ""


def _argument(spec: FunctionSpec, parameter: Parameter, language: Language) -> Argument:
    unit = text(f"unit.{parameter.kind.unit}", language)
    if parameter.shape in (Shape.VECTOR, Shape.TABLE):
        unit = f"{unit} ({text(f'shape.{parameter.shape.value}', language)})"
    has_default = not parameter.required and parameter.default is not None and not parameter.repeating
    return Argument(
        parameter.name,
        spec.parameter_help(parameter, language),
        unit,
        _allowed(parameter.kind),
        written(parameter.default) if has_default else "",
    )


def _allowed(kind: Kind) -> str:
    if isinstance(kind, Choice):
        return " / ".join(f'"{choice}"' for choice in kind.choices)
    if not isinstance(kind, Number):
        return ""
    low = f"{kind.low:.10g} {'<' if kind.low_open else '≤'} " if kind.low != -inf else ""
    high = f" {'<' if kind.high_open else '≤'} {kind.high:.10g}" if kind.high != inf else ""
    return f"{low}x{high}" if low or high else ""
