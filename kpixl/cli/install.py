"""`kpixl install` and `kpixl uninstall`: kpixl as part of a spreadsheet program."""

from __future__ import annotations

from pathlib import Path

import click

from kpixl.cli import localised
from kpixl.i18n import Language, Message, text

HOSTS = ("excel", "libreoffice")


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
        if build_only:
            from kpixl.ooxml.files import write_file

            name, content = _built(host, language)
            write_file(out / name, content)
            _say(Message.of("cli.install.built", file=str(out / name)), language)
        elif host == "excel":
            from kpixl.hosts.excel import installation as excel

            excel.install(excel.this_computer(), language)
            _say(Message.of("excel.install.done"), language)
        else:
            from kpixl.hosts.libreoffice import installation

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
        if host == "excel":
            from kpixl.hosts.excel import installation as excel

            was_there = excel.uninstall(excel.this_computer())
            _say(Message.of("excel.install.removed" if was_there else "excel.install.nothing"), language)
            return

        from kpixl.hosts.libreoffice import installation

        removed = installation.uninstall(profile)
        _say(Message.of("cli.uninstall.done" if removed else "cli.uninstall.missing"), language)

    return uninstall


def _built(host: str, language: Language) -> tuple[str, bytes]:
    """The add-in or extension, with the name of its file."""
    if host == "excel":
        from kpixl.hosts.excel.installation import ADDIN
        from kpixl.hosts.excel.package import addin

        return ADDIN, addin(language)

    from kpixl.hosts.libreoffice import extension

    return extension.FILE_NAME, extension.extension()


def _say(message: Message, language: Language) -> None:
    click.echo(message.text(language))
