"""What the buttons of Excel's ribbon do, each in one go and with one thing to say at the end."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from kpixl import __version__
from kpixl.errors import KpixlError, SourceError, UsageError
from kpixl.i18n import Language, Message

if TYPE_CHECKING:
    from kpixl.data.reading import Reading
    from kpixl.macros.port import WorkbookPort

SHOWN = 8
"""How many lines of a list are told; Excel's message box has room for some more."""
LONGEST = 1000  # characters that a message box of VBA shows


class OpenBook(Protocol):
    """The workbook that was active when a button was pressed."""

    @property
    def port(self) -> WorkbookPort: ...

    @property
    def folder(self) -> Path:
        """Where it is kept, for what it remembers beside itself."""
        ...

    def content(self) -> bytes:
        """Its file as it would be saved now."""
        ...


@dataclass(frozen=True)
class Said:
    """What VBA shows in the end; an `open` one comes with a workbook that it opens first."""

    kind: Literal["done", "refused", "open"]
    words: str
    file: str = ""


def pressed(button: str, opened: Callable[[], OpenBook], file: str, language: Language, today: date) -> Said:
    """Do what the button is for; whatever fails is a sentence."""
    try:
        return BUTTONS[button](opened(), file, language, today)
    except KpixlError as refusal:
        return Said("refused", refusal.text(language)[:LONGEST])
    except Exception as fault:  # Excel could not show it
        detail = f"{type(fault).__name__}: {fault}"
        return Said("refused", Message.of("cli.error.fault", detail=detail).text(language)[:LONGEST])


def _refresh(book: OpenBook, file: str, language: Language, today: date) -> Said:
    from kpixl.cli.readings_report import problem_lines
    from kpixl.cli.remembered import bring_up_to_date

    now = bring_up_to_date(book.port, book.folder, today)
    if now.refreshed is None:
        problems = list(problem_lines(now.readings))
        return _list("refused", Message.of("excel.said.bad_source", count=len(problems)), problems, language)
    changes = [each.message for each in now.refreshed.differences]
    heading = Message.of("excel.said.refreshed", day=now.as_of, alerts=len(now.refreshed.alerts))
    return _list("done", heading, changes, language)


def _import(book: OpenBook, file: str, language: Language, today: date) -> Said:
    from kpixl.cli.readings_report import problem_lines
    from kpixl.cli.remembered import as_sources
    from kpixl.data.places import written_place
    from kpixl.macros.import_actuals import import_actuals

    path = Path(file)
    reading = _understood(path, book, today)
    if reading.problems:
        problems = list(problem_lines([reading]))
        return _list("refused", Message.of("excel.said.bad_source", count=len(problems)), problems, language)
    place = written_place(path, book.folder)
    imported = import_actuals(book.port, as_sources([(place, reading)]))
    if imported.changes:
        book.port.write(imported.changes)
        book.port.recalculate()
    return Said("done", Message.of("excel.said.imported", file=path.name, **imported.rows).text(language))


def _understood(path: Path, book: OpenBook, today: date) -> Reading:
    """The file as the map remembered for it reads it, or else the one ready-made map that can.

    Raises `SourceError` where no map can read it, or several can.
    """
    from kpixl.cli.remembered import read_again
    from kpixl.data import maps
    from kpixl.data.places import written_place
    from kpixl.data.reading import read_source
    from kpixl.macros.import_actuals import vocabulary_of

    place = written_place(path, book.folder)
    if any(row[0] == place for row in book.port.table("Sources").data.rows):
        return dict(read_again(book.port, book.folder, (), today))[place]
    vocabulary = vocabulary_of(book.port)
    readings = []
    for name in maps.names():
        try:
            reading = read_source(path, maps.ready_made(name), vocabulary, today, place)
        except KpixlError:
            continue
        if reading.records:
            readings.append(reading)
    if len(readings) != 1:
        text_id = "excel.said.which_map" if readings else "excel.said.no_map"
        names = [reading.map for reading in readings] or maps.names()
        raise SourceError(text_id, file=path.name, maps=", ".join(names))
    return readings[0]


def _check(book: OpenBook, file: str, language: Language, today: date) -> Said:
    from kpixl.hosts.checking import check_content
    from kpixl.macros.check import sentence

    checked = check_content(book.content(), book.port.file)
    if not checked.findings:
        return Said("done", Message.of("cli.check.fine").text(language))
    found = [
        Message.of("excel.said.finding", place=finding.place(1), what=sentence(finding, language))
        for finding in checked.findings
    ]
    return _list("done", Message.of("excel.said.checked", count=len(found)), found, language)


def _report(book: OpenBook, file: str, language: Language, today: date) -> Said:
    from kpixl.cli.report import format_of, writer
    from kpixl.ooxml.files import write_file
    from kpixl.report.tell import tell

    path = Path(file)
    content = writer(format_of(None, path))(tell(book.port, language))
    write_file(path, content)
    return Said("done", Message.of("cli.report.written", file=file).text(language))


def _new_period(book: OpenBook, file: str, language: Language, today: date) -> Said:
    from kpixl.cli.new import MACRO_EXTENSION, new_workbook
    from kpixl.ooxml.files import write_file

    path = Path(file)
    if path.suffix.lower() != MACRO_EXTENSION:
        raise UsageError("excel.said.name_xlsm", file=file)
    write_file(path, new_workbook("planner", None, path.name, language))
    return Said("open", Message.of("excel.said.new_period", file=path.name).text(language), file)


def _help(book: OpenBook, file: str, language: Language, today: date) -> Said:
    told = Message.of(
        "excel.said.help", version=__version__, python=platform.python_version(), file=sys.executable
    )
    return Said("done", told.text(language))


BUTTONS: Mapping[str, Callable[[OpenBook, str, Language, date], Said]] = {
    "refresh": _refresh,
    "import": _import,
    "check": _check,
    "report": _report,
    "period": _new_period,
    "help": _help,
}


def _list(
    kind: Literal["done", "refused"], heading: Message, items: list[Message], language: Language
) -> Said:
    """A heading and the first items, as far as a message box has room."""
    lines = [heading.text(language)]
    if items:
        lines += ["", *(f"- {item.text(language)}" for item in items[:SHOWN])]
    if len(items) > SHOWN:
        lines.append(Message.of("excel.said.more", count=len(items) - SHOWN).text(language))
    return Said(kind, "\n".join(lines)[:LONGEST])
