"""`kpixl doctor`: whether everything between Excel and this Python is as it must be."""

from __future__ import annotations

import click

from kpixl.cli import localised
from kpixl.cli.exit_codes import FINE, SOME_FAILED
from kpixl.i18n import Language, text


def command(language: Language) -> click.Command:
    @localised.command(language, "doctor")
    def doctor() -> int:
        from kpixl.hosts.excel.doctor import State, examined
        from kpixl.hosts.excel.installation import this_computer

        marks = {State.FINE: "green", State.NOTE: "blue", State.WRONG: "red"}
        code = FINE
        for look in examined(this_computer()):
            mark = text(f"doctor.state.{look.state.value}", language)
            click.echo(f"{click.style(mark, fg=marks[look.state], bold=True)} {look.found.text(language)}")
            if look.advice is not None:
                click.echo(f"    → {look.advice.text(language)}")
            if look.state is State.WRONG:
                code = SOME_FAILED
        return code

    return doctor
