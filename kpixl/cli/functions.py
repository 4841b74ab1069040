"""`kpixl functions`: the function reference in the terminal."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from kpixl.cli import localised
from kpixl.cli.tables import print_table
from kpixl.errors import UsageError
from kpixl.functions.reference import Page, page
from kpixl.functions.registry import REGISTRY
from kpixl.functions.spec import CATEGORIES, FunctionSpec
from kpixl.i18n import Language, text


def command(language: Language) -> click.Command:
    @localised.command(language, "functions")
    @click.argument("name", required=False, metavar="[NAME]")
    @localised.json_option(language)
    def functions(name: str | None, as_json: bool) -> None:
        specs = list(REGISTRY.values()) if name is None else [_found(name)]
        if as_json:
            pages = [{**asdict(page(spec, language)), "category": spec.category} for spec in specs]
            click.echo(json.dumps(pages, ensure_ascii=False))
        elif name is None:
            _print_list(language)
        else:
            _print_page(page(specs[0], language), language)

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


def _print_page(shown: Page, language: Language) -> None:
    def heading(part: str) -> str:
        return text(f"reference.{part}", language)

    click.echo(f"{shown.signature}\n\n{shown.summary}\n")
    columns = [heading(part) for part in ("argument", "meaning", "unit", "allowed", "default")]
    rows = [(row.name, row.meaning, row.unit, row.allowed, row.default) for row in shown.arguments]
    print_table(columns, rows, title=heading("arguments"))
    click.echo(f"{heading('result')}: {shown.result}\n")
    click.echo(f"{heading('errors')}: {shown.errors}\n")
    click.echo(heading("examples"))
    for formula, result in shown.examples:
        click.echo(f"  {formula}\n    → {result}")
    click.echo(f"\n{heading('source')}: {shown.source}   {heading('since')}: {shown.since}")
