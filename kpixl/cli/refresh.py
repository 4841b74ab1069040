"""`kpixl refresh`: the sources are read again, the history is kept, alarms are listed, people are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kpixl.cli import localised
from kpixl.cli.book_file import BookFile
from kpixl.cli.exit_codes import FINE, SOME_FAILED
from kpixl.errors import UsageError
from kpixl.i18n import Language, Message, text

if TYPE_CHECKING:
    from kpixl.data.reading import Reading
    from kpixl.macros.import_actuals import Import
    from kpixl.macros.refresh import Refreshed
    from kpixl.notify.addresses import Address
    from kpixl.notify.message import Notice

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

        file = BookFile(book, out, backup)
        if send and not notify:
            raise UsageError("cli.refresh.send_to_nobody")
        addresses = _addresses(notify, notify_config)
        asked = as_of.date() if as_of else None
        outcome = _refreshed(file, asked, folders, skip_bad=skip_bad, dry_run=dry_run)
        outcome = _notified(outcome, addresses, send=send and not dry_run)
        if as_json:
            click.echo(told_as_json(outcome, language))
        else:
            show(outcome, language)
        failed = any(each.sent is False for each in outcome.deliveries)
        return SOME_FAILED if failed or any(each.problems for each in outcome.readings) else FINE

    return refresh


def _dated(as_of: date, asked: date | None, today: date) -> Message:
    if asked is not None:
        return Message.of("cli.refresh.dated", day=as_of)
    text_id = "cli.refresh.dated_today" if as_of == today else "cli.refresh.dated_nearest"
    return Message.of(text_id, day=as_of, today=today)


def _refreshed(
    file: BookFile, asked: date | None, named: Sequence[Path], *, skip_bad: bool, dry_run: bool
) -> Outcome:
    from kpixl.cli.remembered import bring_up_to_date

    workbook, today = file.open(), date.today()
    now = bring_up_to_date(workbook, file.book.parent, today, asked, named, skip_bad=skip_bad)
    dated = _dated(now.as_of, asked, today)
    written = now.refreshed is not None and not dry_run and file.save(workbook)
    return Outcome(file.target, now.readings, now.imported, now.refreshed, dated, written, dry_run)


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
