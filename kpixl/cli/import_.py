"""`kpixl import`: exports of other tools into a workbook's actuals, by a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    from kpixl.data.mapping import SourceMap
    from kpixl.data.reading import Reading
    from kpixl.macros.import_actuals import Import

DAY = click.DateTime(["%Y-%m-%d"])


@dataclass(frozen=True)
class Outcome:
    """What came of it all, for people and for programs to be told."""

    book: Path
    target: Path
    readings: Sequence[Reading]
    imported: Import | None  # None: nothing, because of problems
    written: bool
    dry_run: bool
    stages: frozenset[str]  # metrics whose values add up
    warnings: Sequence[Message] = ()  # about what writing did to the workbook


def command(language: Language) -> click.Command:
    def help_of(option: str) -> str:
        return text(f"cli.import.{option}", language)

    @localised.command(language, "import", appendix=_appendix)
    @click.argument("book", metavar="BOOK", type=click.Path(path_type=Path))
    @click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--map", "map_name", metavar="MAP", help=help_of("map"))
    @click.option("--skip-bad", is_flag=True, help=help_of("skip_bad"))
    @click.option("--dry-run", is_flag=True, help=help_of("dry_run"))
    @click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help=help_of("out"))
    @click.option("--backup", is_flag=True, help=help_of("backup"))
    @click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help=help_of("as_of"))
    @localised.json_option(language)
    def import_(
        book: Path,
        sources: tuple[Path, ...],
        map_name: str | None,
        skip_bad: bool,
        dry_run: bool,
        out: Path | None,
        backup: bool,
        as_of: datetime | None,
        as_json: bool,
    ) -> int:
        from kpixl.cli.import_report import as_json as told_as_json
        from kpixl.cli.import_report import show

        if map_name is None:
            raise UsageError("cli.error.missing", name="--map", command="kpixl import")
        file = BookFile(book, out, backup)
        _refuse_twins(sources)
        map_ = found_map(map_name, book.parent)
        today = as_of.date() if as_of else date.today()
        outcome = _imported(file, sources, map_, today, skip_bad=skip_bad, dry_run=dry_run)
        if as_json:
            click.echo(told_as_json(outcome, language))
        else:
            show(outcome, language)
        return SOME_FAILED if any(reading.problems for reading in outcome.readings) else FINE

    return import_


def found_map(name: str, folder: Path) -> SourceMap:
    """The ready-made map of this name, or the one in this file; remembered from the workbook's folder on.

    Raises `UsageError` for a name that is neither, `SourceError` for a map that cannot be read.
    """
    from kpixl.data import maps
    from kpixl.data.places import written_place

    if name in maps.names():
        return maps.ready_made(name)
    path = Path(name)
    if not path.is_file():
        raise UsageError("import.map.unknown", name=name, maps=", ".join(maps.names()))
    return maps.read_map(path, written_place(path, folder))


def _imported(
    file: BookFile, paths: Sequence[Path], map_: SourceMap, today: date, *, skip_bad: bool, dry_run: bool
) -> Outcome:
    from kpixl.cli.remembered import as_sources
    from kpixl.data.places import written_place
    from kpixl.data.reading import read_source
    from kpixl.macros.import_actuals import import_actuals, vocabulary_of

    workbook = file.open()
    vocabulary = vocabulary_of(workbook)
    readings = [read_source(path, map_, vocabulary, today) for path in paths]
    stages = frozenset(vocabulary.stages)
    if any(reading.problems for reading in readings) and not skip_bad:
        return Outcome(file.book, file.target, readings, None, False, dry_run, stages)
    places = (written_place(path, file.book.parent) for path in paths)
    imported = import_actuals(workbook, as_sources(list(zip(places, readings))))
    if imported.changes and not dry_run:
        workbook.write(imported.changes)
        workbook.recalculate()
    written = not dry_run and file.save(workbook)
    return Outcome(file.book, file.target, readings, imported, written, dry_run, stages, workbook.warnings)


def _refuse_twins(sources: Sequence[Path]) -> None:
    places = [source.resolve() for source in sources]
    for number, place in enumerate(places):
        if place in places[:number]:
            raise UsageError("cli.import.source_twice", file=str(sources[number]))


def _appendix(language: Language) -> Iterator[localised.Section]:
    """The ready-made maps, for the help."""
    from kpixl.data import maps

    yield (
        text("cli.import.maps", language),
        [(name, maps.ready_made(name).title[language]) for name in maps.names()],
    )
