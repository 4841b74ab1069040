"""Click commands whose every word is in the chosen language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from kpixl.errors import UsageError
from kpixl.i18n import LANGUAGES, Language, text

F = TypeVar("F", bound=Callable[..., Any])

DEBUG = "kpixl.debug"
Section = tuple[str, list[tuple[str, str]]]
"""A heading of a help text and what stands below it: terms with their meanings."""

Appendix = Callable[[Language], Iterable[Section]]

SENTENCE = re.compile(r".+?(?:。|\.(?=\s)|$)", re.DOTALL)

HEADINGS = {"Options": "cli.options", "Commands": "cli.commands"}


def command(
    language: Language, name: str, *, appendix: Appendix | None = None, **settings: Any
) -> Callable[[F], click.Command]:
    """A command called `name` with the help text `cli.name.help` and the options every command has.

    The sections of the appendix end its help; they are asked for only when the help is shown.
    """

    def decorate(function: F) -> click.Command:
        decorated = _common_options(language)(function)
        help_text = text(f"cli.{name}.help", language)
        return click.command(
            name,
            cls=_command_class(language, appendix),
            help=help_text,
            short_help=_first_sentence(help_text),
            add_help_option=False,
            **settings,
        )(decorated)

    return decorate


def _first_sentence(words: str) -> str:
    """What a list of commands shows; click would cut it at a space, which Japanese does not have."""
    return SENTENCE.match(words)[0].strip()  # type: ignore[index]


def group(language: Language, name: str, version: str) -> click.Group:
    def nothing() -> None:
        """The group itself does nothing."""

    decorated = _common_options(language)(nothing)
    decorated = click.version_option(
        version, prog_name=name, message="%(prog)s %(version)s", help=text("cli.help.version", language)
    )(decorated)
    return click.group(
        name, cls=_group_class(language), help=text("cli.about", language), add_help_option=False
    )(decorated)


def json_option(language: Language) -> Callable[[F], F]:
    return click.option("--json", "as_json", is_flag=True, help=text("cli.help.json", language))


def is_debugging() -> bool:
    """Whether a developer wants to see the tracebacks of faults."""
    return DEBUG in click.get_current_context().meta


def _remember_debug(context: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked:
        context.meta[DEBUG] = True


def _common_options(language: Language) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        function = click.option(
            "--debug",
            is_flag=True,
            expose_value=False,
            callback=_remember_debug,
            help=text("cli.help.debug", language),
        )(function)
        # read before parsing, by `chosen_language`; declared here for the help
        function = click.option(
            "--lang",
            type=click.Choice(LANGUAGES, case_sensitive=False),
            expose_value=False,
            help=text("cli.help.lang", language),
        )(function)
        return click.help_option("--help", help=text("cli.help.help", language))(function)

    return decorate


def _command_class(language: Language, appendix: Appendix | None) -> type[click.Command]:
    class Command(click.Command):
        context_class = _context_class(language)

        def format_epilog(self, context: click.Context, formatter: click.HelpFormatter) -> None:
            for heading, rows in appendix(language) if appendix else ():
                with formatter.section(heading):
                    formatter.write_dl(rows)

    return Command


def _group_class(language: Language) -> type[click.Group]:
    class Group(click.Group):
        context_class = _context_class(language)

        def resolve_command(
            self, context: click.Context, arguments: list[str]
        ) -> tuple[str | None, click.Command | None, list[str]]:
            if self.get_command(context, arguments[0]) is None:
                raise UsageError("cli.error.no_command", name=arguments[0], command=context.command_path)
            return super().resolve_command(context, arguments)

    return Group


def _context_class(language: Language) -> type[click.Context]:
    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, text("cli.usage", language) if prefix is None else prefix)

        def write_heading(self, heading: str) -> None:
            super().write_heading(text(HEADINGS[heading], language) if heading in HEADINGS else heading)

    class Context(click.Context):
        formatter_class = Formatter

    return Context
