"""`kpixl recalc`: recalculate workbooks without a spreadsheet program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from kpixl.cli import localised
from kpixl.cli.exit_codes import FINE, SOME_FAILED, exit_code
from kpixl.cli.limits import KEYS, parse_limits, seconds
from kpixl.cli.progress import tracked
from kpixl.errors import KpixlError, UsageError
from kpixl.i18n import Language, Message, text
from kpixl.recalc.options import Options
from kpixl.recalc.report import CellNote, RecalcReport

SHOWN_NOTES = 10
MOMENT = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"])


@dataclass(frozen=True)
class Job:
    source: Path
    target: Path | None  # None: in place


@dataclass(frozen=True)
class Failure:
    source: Path
    error: KpixlError


def command(language: Language) -> click.Command:
    @localised.command(language, "recalc")
    @click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
    @click.option(
        "--out", type=click.Path(path_type=Path), metavar="DIR", help=text("cli.recalc.out", language)
    )
    @click.option("--in-place", is_flag=True, help=text("cli.recalc.in_place", language))
    @click.option("--full", is_flag=True, help=text("cli.recalc.full", language))
    @localised.json_option(language)
    @click.option("--as-of", type=MOMENT, metavar="YYYY-MM-DD", help=text("cli.recalc.as_of", language))
    @click.option(
        "--seconds", type=seconds, default="60", metavar="N", help=text("cli.recalc.seconds", language)
    )
    @click.option(
        "--limit",
        "limit_settings",
        multiple=True,
        metavar="KEY=NUMBER",
        help=Message.of("cli.recalc.limit", keys=", ".join(KEYS)).text(language),
    )
    def recalc(
        paths: tuple[Path, ...],
        out: Path | None,
        in_place: bool,
        full: bool,
        as_of: datetime | None,
        as_json: bool,
        seconds: float | None,
        limit_settings: tuple[str, ...],
    ) -> int:
        limits = parse_limits(limit_settings)
        options = Options(full=full, as_of=as_of, limits=limits, seconds=seconds)
        outcomes = []
        for outcome in _recalculated(_jobs(paths, out, in_place), options, language):
            outcomes.append(outcome)
            if not as_json:
                _show(outcome, language)
        if as_json:
            click.echo(json.dumps([_as_dict(outcome, language) for outcome in outcomes], ensure_ascii=False))
        return _conclusion(outcomes, language, quiet=as_json)

    return recalc


def _jobs(paths: Sequence[Path], out: Path | None, in_place: bool) -> list[Job]:
    if (out is None) == (not in_place):
        raise UsageError("cli.recalc.choose_output")
    if out is None:
        return [Job(path, None) for path in dict.fromkeys(paths)]
    jobs: dict[str, Job] = {}
    for path in dict.fromkeys(paths):
        same = jobs.setdefault(path.name.casefold(), Job(path, out / path.name))
        if same.source != path:
            raise UsageError("cli.recalc.same_name", first=str(same.source), second=str(path))
    return list(jobs.values())


def _recalculated(jobs: list[Job], options: Options, language: Language) -> Iterator[RecalcReport | Failure]:
    from kpixl.hosts.guarded import GUARD

    if options.seconds is not None:
        GUARD.prepare()  # while this process loads the engine, too
    from kpixl.hosts.headless import recalculate

    for job in tracked(jobs, Message.of("cli.recalc.progress"), language):
        try:
            yield recalculate(job.source, job.target, options)
        except KpixlError as error:  # one bad file never stops the others
            yield Failure(job.source, error)


def _show(outcome: RecalcReport | Failure, language: Language) -> None:
    if isinstance(outcome, Failure):
        click.echo(outcome.error.text(language), err=True)
        return
    for line in _lines(outcome):
        click.echo(line.text(language))


def _lines(report: RecalcReport) -> Iterator[Message]:
    if report.state == "unchanged":
        yield Message.of("cli.recalc.unchanged", source=report.source, formulas=report.formulas)
    else:
        yield Message.of(
            "cli.recalc.recalculated", source=report.source, computed=report.computed, changed=report.changed
        )
    yield from _notes("cli.recalc.errors", report.errors)
    yield from _notes("cli.recalc.frozen", report.frozen)
    for warning in report.warnings:
        yield Message.of("cli.recalc.warning", message=warning)


def _notes(heading: str, notes: Sequence[CellNote]) -> Iterator[Message]:
    if not notes:
        return
    yield Message.of(heading, count=len(notes))
    for note in notes[:SHOWN_NOTES]:
        yield Message.of("cli.recalc.note", sheet=note.sheet, cell=note.cell, message=note.message)
    if len(notes) > SHOWN_NOTES:
        yield Message.of("cli.recalc.more_notes", count=len(notes) - SHOWN_NOTES)


def _as_dict(outcome: RecalcReport | Failure, language: Language) -> dict[str, object]:
    if isinstance(outcome, Failure):
        return {"source": str(outcome.source), "state": "failed", "error": outcome.error.text(language)}
    return outcome.to_dict(language)


def _conclusion(outcomes: Sequence[RecalcReport | Failure], language: Language, *, quiet: bool) -> int:
    """The exit code: the failure's own where every file failed alike, 1 where only some did."""
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    if len(outcomes) > 1 and not quiet:
        done = len(outcomes) - len(failures)
        message = Message.of("cli.recalc.summary", files=len(outcomes), done=done, failed=len(failures))
        click.echo(message.text(language))
    codes = {exit_code(failure.error) for failure in failures}
    if not codes:
        return FINE
    return codes.pop() if len(failures) == len(outcomes) and len(codes) == 1 else SOME_FAILED
