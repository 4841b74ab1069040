"""What commands tell of the sources that they read, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from kpixl.i18n import Language, Message

if TYPE_CHECKING:
    from kpixl.data.problems import Problem
    from kpixl.data.reading import Reading

SHOWN_PROBLEMS = 20
SHOWN_NOTES = 5


def problems_of(readings: Sequence[Reading]) -> list[tuple[str, Problem]]:
    """Every problem with its file."""
    return [(reading.file, problem) for reading in readings for problem in reading.problems]


def show_readings(readings: Sequence[Reading], language: Language) -> None:
    """For people: what was read on standard output, problems on standard error before it."""
    for message in problem_lines(readings):
        click.echo(message.text(language), err=True)
    for reading in readings:
        for message in _reading_lines(reading):
            click.echo(message.text(language))


def reading_as_dict(reading: Reading, language: Language) -> dict[str, object]:
    """For programs: everything, with every problem."""
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


def problem_lines(readings: Sequence[Reading]) -> Iterator[Message]:
    """The first problems, and how many more there are."""
    problems = problems_of(readings)
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


def _reading_lines(reading: Reading) -> Iterator[Message]:
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
