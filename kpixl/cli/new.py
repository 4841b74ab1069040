"""`kpixl new`: a workbook from a template, blank or filled with a sample, with its values in place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kpixl.cli import localised
from kpixl.errors import OutputError, UsageError
from kpixl.i18n import Language, Message, text

if TYPE_CHECKING:
    from kpixl.template.catalogue import Template

EXTENSION, MACRO_EXTENSION = ".xlsx", ".xlsm"


def command(language: Language) -> click.Command:
    @localised.command(language, "new", appendix=_appendix)
    @click.argument("template", metavar="TEMPLATE")
    @click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
    @click.option("--sample", metavar="SAMPLE", help=text("cli.new.sample", language))
    @click.option("--dll", is_flag=True, help=text("cli.new.dll", language))
    def new(template: str, file: Path, sample: str | None, dll: bool) -> None:
        chosen = _found(template)
        if sample is not None and sample not in chosen.samples:
            raise UsageError(
                "cli.new.no_sample", sample=sample, template=template, samples=", ".join(chosen.samples)
            )
        if file.suffix.lower() not in (EXTENSION, MACRO_EXTENSION):
            raise UsageError("cli.new.extension", file=str(file))
        if dll and file.suffix.lower() != MACRO_EXTENSION:
            raise UsageError("cli.new.dll_for_macros", file=str(file))
        if file.exists() or file.is_symlink():
            raise OutputError("cli.new.exists", file=str(file))

        from kpixl.ooxml.files import write_file

        write_file(file, new_workbook(template, sample, file.name, language, by_dll=dll))
        click.echo(Message.of("cli.new.written", file=str(file)).text(language))

    return new


def new_workbook(
    template: str, sample: str | None, file: str, language: Language, *, by_dll: bool = False
) -> bytes:
    """A workbook from a template with its values in place; with kpixl's macros if its name says so."""
    from kpixl.hosts.headless import recalculate_content

    dll = None
    if by_dll:
        from kpixl.hosts.excel.starting import dll_of_this_computer

        dll = dll_of_this_computer()
    content = recalculate_content(_found(template).build(language, sample), file).content
    if not file.lower().endswith(MACRO_EXTENSION):
        return content

    from kpixl.hosts.excel.package import with_macros

    return with_macros(content, file, language, dll)


def _found(name: str) -> Template[Any]:
    from kpixl.template.catalogue import TEMPLATES

    if name not in TEMPLATES:
        raise UsageError("cli.new.no_template", template=name, templates=", ".join(TEMPLATES))
    return TEMPLATES[name]


def _appendix(language: Language) -> Iterator[localised.Section]:
    """What there is to choose from, for the help."""
    from kpixl.template.catalogue import TEMPLATES

    templates = TEMPLATES.values()
    yield (
        text("cli.new.templates", language),
        [(template.id, text(template.title_id, language)) for template in templates],
    )
    for template in templates:
        if template.samples:
            yield (
                Message.of("cli.new.samples", template=template.id).text(language),
                [(id_, text(template.sample_title_id(id_), language)) for id_ in template.samples],
            )
