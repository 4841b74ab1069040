"""`kpixl functions`: the function reference in the terminal."""

from __future__ import annotations

import json
from math import inf

import click

from kpixl.cli import localised
from kpixl.cli.tables import print_table
from kpixl.errors import UsageError
from kpixl.functions.registry import REGISTRY
from kpixl.functions.spec import CATEGORIES, Choice, FunctionSpec, Kind, Number, Parameter, Shape, written
from kpixl.functions.values import CellError, Result
from kpixl.i18n import Language, text


def command(language: Language) -> click.Command:
    @localised.command(language, "functions")
    @click.argument("name", required=False, metavar="[NAME]")
    @localised.json_option(language)
    def functions(name: str | None, as_json: bool) -> None:
        specs = list(REGISTRY.values()) if name is None else [_found(name)]
        if as_json:
            click.echo(json.dumps([_as_dict(spec, language) for spec in specs], ensure_ascii=False))
        elif name is None:
            _print_list(language)
        else:
            _print_page(specs[0], language)

    return functions


def _found(name: str) -> FunctionSpec:
    spec = REGISTRY.get(name.upper()) or REGISTRY.get(f"KPI_{name.upper()}")
    if spec is None:
        raise UsageError("cli.functions.unknown", function=name)
    return spec


def _print_list(language: Language) -> None:
    width = max(len(name) for name in REGISTRY)
    for category in CATEGORIES:
        specs = [spec for spec in REGISTRY.values() if spec.category == category]
        if specs:
            click.echo(text(f"category.{category}", language))
            for spec in specs:
                click.echo(f"  {spec.name:{width}}  {spec.summary(language)}")
            click.echo()


def _print_page(spec: FunctionSpec, language: Language) -> None:
    def heading(part: str) -> str:
        return text(f"cli.functions.{part}", language)

    click.echo(f"{spec.signature()}\n\n{spec.summary(language)}\n")
    rows = [
        (
            parameter.name,
            spec.parameter_help(parameter, language),
            _unit(parameter, language),
            allowed(parameter.kind),
            "" if parameter.required or parameter.default is None else written(parameter.default),
        )
        for parameter in spec.parameters
    ]
    columns = [heading(part) for part in ("argument", "meaning", "unit", "allowed", "default")]
    print_table(columns, rows, title=heading("arguments"))
    click.echo(f"{heading('result')}: {spec.result_help(language)}\n")
    click.echo(f"{heading('errors')}: {spec.errors_help(language)}\n")
    click.echo(heading("examples"))
    for example in spec.examples:
        click.echo(f"  {example.formula}\n    → {shown(example.result)}")
    click.echo(f"\n{heading('source')}: {spec.source}   {heading('since')}: {spec.since}")


def _unit(parameter: Parameter, language: Language) -> str:
    unit = text(f"unit.{parameter.kind.unit}", language)
    if parameter.shape is Shape.VECTOR:
        return f"{unit}, {text('cli.functions.vector', language)}"
    return unit


def allowed(kind: Kind) -> str:
    """The bounds or choices of a parameter: `0 < x ≤ 1`, `"ceil" / "exact"`."""
    if isinstance(kind, Choice):
        return " / ".join(f'"{choice}"' for choice in kind.choices)
    if not isinstance(kind, Number):
        return ""
    low = f"{kind.low:g} {'<' if kind.low_open else '≤'} " if kind.low != -inf else ""
    high = f" {'<' if kind.high_open else '≤'} {kind.high:g}" if kind.high != inf else ""
    return f"{low}x{high}" if low or high else ""


def shown(result: Result) -> str:
    """A result as it would stand in cells: columns by comma, rows by semicolon."""
    if isinstance(result, list):
        return "; ".join(", ".join(shown(cell) for cell in row) for row in result)
    if isinstance(result, bool):
        return str(result).upper()
    if isinstance(result, float):
        return f"{result:.10g}"
    return str(result) if isinstance(result, (str, CellError)) else ""


def _as_dict(spec: FunctionSpec, language: Language) -> dict[str, object]:
    return {
        "name": spec.name,
        "category": spec.category,
        "signature": spec.signature(),
        "summary": spec.summary(language),
        "arguments": [
            {
                "name": parameter.name,
                "help": spec.parameter_help(parameter, language),
                "unit": parameter.kind.unit,
                "shape": parameter.shape.value,
                "required": parameter.required,
            }
            for parameter in spec.parameters
        ],
        "result": spec.result_help(language),
        "errors": spec.errors_help(language),
        "examples": [{"formula": example.formula, "result": example.result} for example in spec.examples],
        "source": spec.source,
        "since": spec.since,
    }
