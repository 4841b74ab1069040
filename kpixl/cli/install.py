"""`kpixl install` and `kpixl uninstall`: kpixl as part of a spreadsheet program."""

from __future__ import annotations

from pathlib import Path

import click

from kpixl.cli import localised
from kpixl.i18n import Language, Message, text

HOSTS = ("libreoffice",)


def command(language: Language) -> click.Command:
    @localised.command(language, "install")
    @click.argument("host", metavar="HOST", type=click.Choice(HOSTS))
    @click.option("--build-only", is_flag=True, help=text("cli.install.build_only", language))
    @click.option(
        "--out",
        metavar="DIR",
        type=click.Path(path_type=Path),
        default=Path(),
        help=text("cli.install.out", language),
    )
    @click.option(
        "--profile",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help=text("cli.install.profile", language),
    )
    def install(host: str, build_only: bool, out: Path, profile: Path | None) -> None:
        from kpixl.hosts.libreoffice import extension, installation

        if build_only:
            from kpixl.ooxml.files import write_file

            file = out / extension.FILE_NAME
            write_file(file, extension.extension())
            _say(Message.of("cli.install.built", file=str(file)), language)
        else:
            installation.install(profile)
            _say(Message.of("cli.install.done"), language)

    return install


def removal(language: Language) -> click.Command:
    @localised.command(language, "uninstall")
    @click.argument("host", metavar="HOST", type=click.Choice(HOSTS))
    @click.option(
        "--profile",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help=text("cli.install.profile", language),
    )
    def uninstall(host: str, profile: Path | None) -> None:
        from kpixl.hosts.libreoffice import installation

        removed = installation.uninstall(profile)
        _say(Message.of("cli.uninstall.done" if removed else "cli.uninstall.missing"), language)

    return uninstall


def _say(message: Message, language: Language) -> None:
    click.echo(message.text(language))
