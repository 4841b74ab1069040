"""`kpixl refresh`: the sources are read again, the history is kept, alarms are listed, people are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kpixl.cli import localised
from kpixl.cli.exit_codes import FINE, SOME_FAILED
from kpixl.errors import UsageError
from kpixl.i18n import Language, Message, text

if TYPE_CHECKING:
    from kpixl.data.reading import Reading
    from kpixl.macros.import_actuals import Import
    from kpixl.macros.refresh import Refreshed
    from kpixl.notify.addresses import Address
    from kpixl.notify.message import Notice
    from kpixl.ooxml.files import LocalFile

DAY = click.DateTime(["%Y-%m-%d"])


@dataclass(frozen=True)
class Delivery:
    """A message's way to one address."""

    address: Message  # its name and its kind of service
    sent: bool | None  # None: not tried


@dataclass(frozen=True)
class Outcome:
    """What came of it all, for people and for programs to be told."""

    target: Path
    readings: Sequence[Reading]
    imported: Import | None
    refreshed: Refreshed | None  # None: nothing, because of problems in a source
    dated: Message  # the as-of date, and why it is this one
    written: bool
    dry_run: bool
    notice: Notice | None = None
    deliveries: Sequence[Delivery] = ()
    asked_to_notify: bool = False


def command(language: Language) -> click.Command:
    def help_of(option: str) -> str:
        return text(f"cli.refresh.{option}", language)

    @localised.command(language, "refresh")
    @click.argument("book", metavar="BOOK", type=click.Path(path_type=Path))
    @click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help=help_of("as_of"))
    @click.option(
        "--from",
        "folders",
        multiple=True,
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        help=help_of("from"),
    )
    @click.option("--skip-bad", is_flag=True, help=help_of("skip_bad"))
    @click.option("--dry-run", is_flag=True, help=help_of("dry_run"))
    @click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help=help_of("out"))
    @click.option("--backup", is_flag=True, help=help_of("backup"))
    @click.option("--notify", multiple=True, metavar="NAME|URL", help=help_of("notify"))
    @click.option(
        "--notify-config", type=click.Path(path_type=Path), metavar="FILE", help=help_of("notify_config")
    )
    @click.option("--send", is_flag=True, help=help_of("send"))
    @localised.json_option(language)
    def refresh(
        book: Path,
        as_of: datetime | None,
        folders: tuple[Path, ...],
        skip_bad: bool,
        dry_run: bool,
        out: Path | None,
        backup: bool,
        notify: tuple[str, ...],
        notify_config: Path | None,
        send: bool,
        as_json: bool,
    ) -> int:
        from kpixl.cli.refresh_report import as_json as told_as_json
        from kpixl.cli.refresh_report import show

        _check_usage(book, out, backup, send, notify)
        addresses = _addresses(notify, notify_config)
        outcome = _refreshed(
            book,
            as_of.date() if as_of else None,
            folders,
            out,
            skip_bad=skip_bad,
            dry_run=dry_run,
            backup=backup,
        )
        outcome = _notified(outcome, addresses, send=send and not dry_run)
        if as_json:
            click.echo(told_as_json(outcome, language))
        else:
            show(outcome, language)
        failed = any(each.sent is False for each in outcome.deliveries)
        return SOME_FAILED if failed or any(each.problems for each in outcome.readings) else FINE

    return refresh


def as_of_for(today: date, first: date, last: date) -> date:
    """Today, or the fiscal year's nearest day where today lies outside of it."""
    return min(max(today, first), last)


def _dated(as_of: date, asked: date | None, today: date) -> Message:
    if asked is not None:
        return Message.of("cli.refresh.dated", day=as_of)
    text_id = "cli.refresh.dated_today" if as_of == today else "cli.refresh.dated_nearest"
    return Message.of(text_id, day=as_of, today=today)


def _refreshed(
    book: Path,
    asked: date | None,
    named: Sequence[Path],
    out: Path | None,
    *,
    skip_bad: bool,
    dry_run: bool,
    backup: bool,
) -> Outcome:
    from kpixl.cli.remembered import as_sources, read_again
    from kpixl.hosts.headless_port import HeadlessWorkbook
    from kpixl.macros.import_actuals import import_actuals
    from kpixl.macros.refresh import fiscal_year, refresh
    from kpixl.ooxml.files import LocalFile

    file = LocalFile(book).followed()
    content = file.read()
    workbook = HeadlessWorkbook(content, str(book))
    first, last = fiscal_year(workbook)
    today = date.today()
    as_of = asked or as_of_for(today, first, last)
    dated = _dated(as_of, asked, today)
    again = read_again(workbook, book.parent, named, max(today, as_of))
    readings = [reading for _, reading in again]
    target = out or book
    if any(reading.problems for reading in readings) and not skip_bad:
        return Outcome(target, readings, None, None, dated, False, dry_run)
    imported = import_actuals(workbook, as_sources(again), later_wins=True)
    if imported.changes:
        workbook.write(imported.changes)
    refreshed = refresh(workbook, as_of)
    written = not dry_run and (workbook.content != content or out is not None)
    if written:
        _write(workbook.content, content, file, out, backup=backup)
    return Outcome(target, readings, imported, refreshed, dated, written, dry_run)


def _write(content: bytes, before: bytes, file: LocalFile, out: Path | None, *, backup: bool) -> None:
    from kpixl.ooxml.files import LocalFile

    if backup:
        file.keep_backup(before)
    (LocalFile(out) if out else file).write(content)


def _addresses(asked: Sequence[str], file: Path | None) -> list[tuple[Address, Message]]:
    """The addresses with what they are called; found before anything else is done."""
    if not asked:
        return []
    from kpixl.notify.addresses import addresses
    from kpixl.notify.sending import service

    return [
        (address, Message.of("notify.address", name=address.name, service=service(address)))
        for address in addresses(asked, file)
    ]


def _notified(outcome: Outcome, addresses: Sequence[tuple[Address, Message]], *, send: bool) -> Outcome:
    from dataclasses import replace

    if not addresses or outcome.refreshed is None:
        return outcome
    from kpixl.notify.message import notice
    from kpixl.notify.sending import send as sent

    told = notice(outcome.refreshed)
    deliveries = []
    if told is not None:
        for address, name in addresses:
            deliveries.append(Delivery(name, sent(address, told.title, told.body) if send else None))
    return replace(outcome, notice=told, deliveries=deliveries, asked_to_notify=True)


def _check_usage(book: Path, out: Path | None, backup: bool, send: bool, notify: Sequence[str]) -> None:
    if backup and out:
        raise UsageError("cli.import.backup_in_place")
    if out and out.resolve() == book.resolve():
        raise UsageError("cli.import.out_is_book", file=str(out))
    if send and not notify:
        raise UsageError("cli.refresh.send_to_nobody")
