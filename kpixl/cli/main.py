"""The command `kpixl`; its exit codes stand in `exit_codes`."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

import click

from kpixl import __version__
from kpixl.cli import (
    check,
    demo,
    diff,
    doctor,
    functions,
    import_,
    install,
    localised,
    new,
    recalc,
    refresh,
    report,
)
from kpixl.cli.exit_codes import FINE, INTERRUPTED, SOME_FAILED, WRONG_USAGE, exit_code
from kpixl.cli.language import DEFAULT, chosen_language
from kpixl.errors import KpixlError
from kpixl.i18n import Language, Message

PROGRAM = "kpixl"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; whatever fails is one sentence on standard error."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old console may not know every character
    language = DEFAULT
    try:
        language = chosen_language(arguments)
        result = program(language).main(arguments or ["--help"], PROGRAM, standalone_mode=False)
        return result if isinstance(result, int) else FINE
    except click.ClickException as fault:
        return _failed(_usage_message(fault), language, WRONG_USAGE)
    except (KeyboardInterrupt, click.Abort):
        return _failed(Message.of("cli.error.interrupted"), language, INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; say nothing more
        return FINE
    except Exception as fault:
        if "--debug" in arguments:
            traceback.print_exc()
        if isinstance(fault, KpixlError):
            return _failed(fault.message, language, exit_code(fault))
        detail = f"{type(fault).__name__}: {fault}"
        return _failed(Message.of("cli.error.fault", detail=detail), language, SOME_FAILED)


def program(language: Language) -> click.Group:
    group = localised.group(language, PROGRAM, __version__)
    for module in (demo, new, import_, refresh, report, check, recalc, diff, functions, doctor):
        group.add_command(module.command(language))
    group.add_command(install.command(language))
    group.add_command(install.removal(language))
    return group


def _failed(message: Message, language: Language, code: int) -> int:
    click.echo(message.text(language), err=True)
    return code


def _usage_message(fault: click.ClickException) -> Message:
    context = getattr(fault, "ctx", None)
    command = context.command_path if context else PROGRAM
    if isinstance(fault, click.NoSuchOption):
        return Message.of("cli.error.no_option", name=fault.option_name, command=command)
    if isinstance(fault, click.MissingParameter) and fault.param is not None:
        name = fault.param.make_metavar(context) if context else fault.param.name
        return Message.of("cli.error.missing", name=name, command=command)
    if isinstance(fault, click.BadOptionUsage):
        return Message.of("cli.error.bad_value", name=fault.option_name, command=command)
    if isinstance(fault, click.BadParameter) and fault.param is not None:
        return Message.of("cli.error.bad_value", name=fault.param.opts[0], command=command)
    return Message.of("cli.error.usage", command=command)


if __name__ == "__main__":
    sys.exit(main())
