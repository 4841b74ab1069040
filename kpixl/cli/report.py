"""`kpixl report`: one page for the weekly meeting, or slides for the monthly one, from a planner."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from kpixl.cli import localised
from kpixl.errors import OutputError, UsageError
from kpixl.i18n import Language, Message, text

if TYPE_CHECKING:
    from kpixl.report.story import Story

FORMATS = ("html", "pdf", "pptx")


def command(language: Language) -> click.Command:
    @localised.command(language, "report")
    @click.argument("book", metavar="BOOK", type=click.Path(path_type=Path))
    @click.option(
        "--to",
        "asked",
        type=click.Choice(FORMATS, case_sensitive=False),
        help=text("cli.report.to", language),
    )
    @click.option(
        "--out",
        metavar="FILE",
        required=True,
        type=click.Path(path_type=Path),
        help=text("cli.report.out", language),
    )
    @click.option("--force", is_flag=True, help=text("cli.report.force", language))
    def report(book: Path, asked: str | None, out: Path, force: bool) -> None:
        kind = format_of(asked, out)
        if not force and (out.exists() or out.is_symlink()):
            raise OutputError("cli.report.exists", file=str(out))
        if out.exists() and book.exists() and out.samefile(book):
            raise UsageError("cli.report.is_book", file=str(out))

        from kpixl.hosts.headless_port import HeadlessWorkbook
        from kpixl.ooxml.files import read_file, write_file
        from kpixl.report.tell import tell

        workbook = HeadlessWorkbook(read_file(book), book.name)
        story = tell(workbook, language if _asked_for_language() else None)
        write_file(out, writer(kind)(story))
        click.echo(Message.of("cli.report.written", file=str(out)).text(language))

    return report


def format_of(asked: str | None, out: Path) -> str:
    """What is asked for, or what the file's name says; they must not contradict each other."""
    named = out.suffix.lower().removeprefix(".")
    named = "html" if named == "htm" else named
    if asked is None and named not in FORMATS:
        raise UsageError("cli.report.which", file=str(out), formats=", ".join(FORMATS))
    if asked is not None and named != asked:
        raise UsageError("cli.report.extension", file=str(out), format=asked)
    return named


def _asked_for_language() -> bool:
    """Whether --lang was typed; the report then speaks that language, else the workbook's."""
    context: click.Context | None = click.get_current_context()
    while context is not None:
        if context.get_parameter_source("lang") is ParameterSource.COMMANDLINE:
            return True
        context = context.parent
    return False


def writer(kind: str) -> Callable[[Story], bytes]:
    if kind == "html":
        from kpixl.report.page import page

        return page
    if kind == "pdf":
        from kpixl.report.paper import paper

        return paper
    from kpixl.report.deck import deck

    return deck
