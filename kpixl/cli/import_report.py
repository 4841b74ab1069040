"""What `kpixl import` tells of what it did, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kpixl.cli.readings_report import problems_of, reading_as_dict, show_readings
from kpixl.cli.tables import print_table
from kpixl.i18n import Language, Message, text

if TYPE_CHECKING:
    from kpixl.cli.import_ import Outcome
    from kpixl.macros.import_actuals import Import

COLUMNS = ("metric", "records", "sum", "added", "changed", "removed", "untouched")


def show(outcome: Outcome, language: Language) -> None:
    """For people: results on standard output, problems on standard error."""
    show_readings(outcome.readings, language)
    problems = problems_of(outcome.readings)
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
