"""`kpixl diff`: how two workbooks differ."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kpixl.cli import localised
from kpixl.cli.exit_codes import FINE, SOME_FAILED
from kpixl.cli.tables import print_table
from kpixl.i18n import Language, text

if TYPE_CHECKING:
    from kpixl.ooxml.diff import Difference

SHOWN_CELLS = 50


def command(language: Language) -> click.Command:
    @localised.command(language, "diff")
    @click.argument("before", metavar="A", type=click.Path(path_type=Path))
    @click.argument("after", metavar="B", type=click.Path(path_type=Path))
    @localised.json_option(language)
    def diff(before: Path, after: Path, as_json: bool) -> int:
        from kpixl.ooxml.diff import compare
        from kpixl.ooxml.files import read_file
        from kpixl.ooxml.package import Package

        first, second = (Package(read_file(path), str(path)) for path in (before, after))
        difference = compare(first, second)
        if as_json:
            click.echo(json.dumps(asdict(difference), ensure_ascii=False))
        else:
            _show(difference, language)
        return SOME_FAILED if difference else FINE

    return diff


def _show(difference: Difference, language: Language) -> None:
    def t(name: str) -> str:
        return text(f"cli.diff.{name}", language)

    if not difference:
        click.echo(t("same"))
        return
    if difference.parts:
        rows = [(found.part, t(found.change)) for found in difference.parts]
        print_table([t("part"), t("change")], rows, title=t("parts"))
    if not difference.cells:
        click.echo(t("same_cells"))
        return
    shown = difference.cells[:SHOWN_CELLS]
    cell_rows = [(f"{found.sheet}!{found.cell}", found.before, found.after) for found in shown]
    print_table([t("cell"), t("before"), t("after")], cell_rows, title=t("cells"))
    if len(difference.cells) > SHOWN_CELLS:
        click.echo(t("more").format(count=len(difference.cells) - SHOWN_CELLS))
