"""What `kpixl import` tells of what it did, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from kpixl.cli.tables import print_table
from kpixl.i18n import Language, Message, text

if TYPE_CHECKING:
    from kpixl.cli.import_ import Outcome
    from kpixl.data.problems import Problem
    from kpixl.data.reading import Reading
    from kpixl.macros.import_actuals import Import

SHOWN_PROBLEMS = 20
SHOWN_NOTES = 5
COLUMNS = ("metric", "records", "sum", "added", "changed", "removed", "untouched")


def show(outcome: Outcome, language: Language) -> None:
    """For people: results on standard output, problems on standard error."""
    problems = [(reading.file, problem) for reading in outcome.readings for problem in reading.problems]
    for message in problem_lines(problems):
        click.echo(message.text(language), err=True)
    for reading in outcome.readings:
        for message in reading_lines(reading):
            click.echo(message.text(language))
    if outcome.imported is None:
        click.echo(Message.of("cli.import.nothing_imported", count=len(problems)).text(language), err=True)
        return
    if problems:
        rows = len({(file, problem.row) for file, problem in problems})
        click.echo(Message.of("cli.import.skipped", count=rows).text(language))
    if outcome.imported.metrics:
        _show_metrics(outcome.imported, outcome.stages, language)
    for message in _conclusion(outcome, outcome.imported):
        click.echo(message.text(language))


def as_json(outcome: Outcome, language: Language) -> str:
    """For programs: everything, with every problem."""
    imported = outcome.imported
    told = {
        "book": str(outcome.book),
        "target": str(outcome.target),
        "imported": imported is not None,
        "written": outcome.written,
        "dry_run": outcome.dry_run,
        "sources": [reading_as_dict(reading, language) for reading in outcome.readings],
        "metrics": [vars(change) for change in imported.metrics] if imported else [],
        "warnings": [warning.text(language) for warning in outcome.warnings],
    }
    return json.dumps(told, ensure_ascii=False)


def reading_as_dict(reading: Reading, language: Language) -> dict[str, object]:
    return {
        "file": reading.file,
        "map": reading.map,
        "rows": reading.rows,
        "records": len(reading.records),
        "first": reading.first.isoformat() if reading.first else None,
        "last": reading.last.isoformat() if reading.last else None,
        "problems": [
            {"row": problem.row, "column": problem.column, "message": problem.message.text(language)}
            for problem in reading.problems
        ],
        "notes": [note.text(language) for note in reading.notes],
    }


def problem_lines(problems: Sequence[tuple[str, Problem]]) -> Iterator[Message]:
    for file, problem in problems[:SHOWN_PROBLEMS]:
        if problem.column:
            yield Message.of(
                "cli.import.problem_in",
                file=file,
                row=problem.row,
                column=problem.column,
                message=problem.message,
            )
        else:
            yield Message.of("cli.import.problem", file=file, row=problem.row, message=problem.message)
    if len(problems) > SHOWN_PROBLEMS:
        yield Message.of("cli.import.more_problems", count=len(problems) - SHOWN_PROBLEMS)


def reading_lines(reading: Reading) -> Iterator[Message]:
    if reading.coverage:
        yield Message.of(
            "cli.import.read", file=reading.file, rows=reading.rows, first=reading.first, last=reading.last
        )
    else:
        yield Message.of("cli.import.read_none", file=reading.file)
    for note in reading.notes[:SHOWN_NOTES]:
        yield Message.of("cli.import.note", message=note)
    if len(reading.notes) > SHOWN_NOTES:
        yield Message.of("cli.import.more_notes", count=len(reading.notes) - SHOWN_NOTES)


def _show_metrics(imported: Import, stages: frozenset[str], language: Language) -> None:
    rows = []
    for change in imported.metrics:
        adds_up = change.metric in stages
        total = f"{change.total:,.10g}" if adds_up else ""
        figures = (change.records, change.added, change.changed, change.removed, change.untouched)
        records, *others = (f"{figure:,}" for figure in figures)
        rows.append((change.metric, records, total, *others))
    headings = [text(f"cli.import.{column}", language) for column in COLUMNS]
    print_table(headings, rows, numbers=range(1, len(COLUMNS)))


def _conclusion(outcome: Outcome, imported: Import) -> Iterator[Message]:
    for change in imported.metrics:
        if change.others:
            yield Message.of("cli.import.others", metric=change.metric, count=change.others)
    for warning in outcome.warnings:
        yield Message.of("cli.recalc.warning", message=warning)
    if outcome.dry_run:
        yield Message.of("cli.import.checked")
    elif outcome.written:
        yield Message.of("cli.import.written", file=str(outcome.target))
    elif imported.metrics:
        yield Message.of("cli.import.unchanged", file=str(outcome.target))
    else:
        yield Message.of("cli.import.nothing_found", file=str(outcome.target))
