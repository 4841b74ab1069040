"""`kpixl recalc`: recalculate workbooks without a spreadsheet program."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

import click

from kpixl.cli import localised
from kpixl.cli.exit_codes import FINE, INTERRUPTED, SOME_FAILED, exit_code
from kpixl.cli.interrupt import finishing_first
from kpixl.cli.limits import KEYS, parse_limits, seconds
from kpixl.cli.progress import tracked
from kpixl.errors import UsageError
from kpixl.i18n import Language, Message, text
from kpixl.recalc.options import Options
from kpixl.recalc.report import CellNote

if TYPE_CHECKING:
    from kpixl.batch.journal import Journal
    from kpixl.batch.run import Batch
    from kpixl.batch.summary import Row
    from kpixl.batch.work import FileResult

SHOWN_NOTES = 10
MOMENT = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"])


def command(language: Language) -> click.Command:
    def help_of(option: str) -> str:
        return text(f"cli.recalc.{option}", language)

    @localised.command(language, "recalc")
    @click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    @click.option("--out", metavar="DIR", help=help_of("out"))
    @click.option("--in-place", is_flag=True, help=help_of("in_place"))
    @click.option("--backup", is_flag=True, help=help_of("backup"))
    @click.option("--full", is_flag=True, help=help_of("full"))
    @click.option("--freeze", is_flag=True, help=help_of("freeze"))
    @click.option("--as-of", type=MOMENT, metavar="YYYY-MM-DD", help=help_of("as_of"))
    @click.option("--summary", metavar="FILE", help=help_of("summary_file"))
    @click.option("--pick", "picks", multiple=True, metavar="NAME", help=help_of("pick"))
    @click.option("--resume", is_flag=True, help=help_of("resume"))
    @click.option("--jobs", type=click.IntRange(min=1), metavar="N", help=help_of("jobs"))
    @click.option("--cluster", metavar="tcp://HOST:PORT", help=help_of("cluster"))
    @click.option("--seconds", type=seconds, default="60", metavar="N", help=help_of("seconds"))
    @click.option(
        "--limit",
        "limit_settings",
        multiple=True,
        metavar="KEY=NUMBER",
        help=Message.of("cli.recalc.limit", keys=", ".join(KEYS)).text(language),
    )
    @localised.json_option(language)
    def recalc(
        paths: tuple[str, ...],
        out: str | None,
        in_place: bool,
        backup: bool,
        full: bool,
        freeze: bool,
        as_of: datetime | None,
        summary: str | None,
        picks: tuple[str, ...],
        resume: bool,
        jobs: int | None,
        cluster: str | None,
        seconds: float | None,
        limit_settings: tuple[str, ...],
        as_json: bool,
    ) -> int:
        from kpixl.batch.run import plan, run
        from kpixl.batch.work import How

        if (out is None) == (not in_place):
            raise UsageError("cli.recalc.choose_output")
        if backup and not in_place:
            raise UsageError("cli.recalc.backup_in_place")
        if jobs and cluster:
            raise UsageError("cli.recalc.one_executor")
        limits = parse_limits(limit_settings)
        options = Options(full, as_of, freeze, limits, seconds)
        how = How(options, tuple(dict.fromkeys(picks)), backup)
        batch = plan(paths, out=out, how=how, cluster=cluster or "")
        if summary is not None:
            _check_summary(summary, batch)
        journal = batch.journal(resume=resume) if len(batch.jobs) > 1 else None
        outcome = _Outcome()
        show: _Lines | _Json = (_Json if as_json else _Lines)(picks, language)
        label = Message.of("cli.recalc.progress")
        with _quiet_libraries(), finishing_first(Message.of("cli.recalc.stopping"), language) as stopped:
            results = run(batch, journal=journal, processes=jobs, cluster=cluster or "", stopped=stopped)
            try:
                for result in tracked(results, len(batch.jobs), label, language):
                    outcome.add(result)
                    show.result(result)
                    if summary is not None:
                        outcome.keep_row(result, picks, language)
            finally:
                show.end()
                if journal:
                    journal.close()
            if summary is not None:
                _write_summary(summary, outcome, picks, language)
        return _conclusion(batch, journal, outcome, language, quiet=as_json)

    return recalc


@contextmanager
def _quiet_libraries() -> Iterator[None]:
    """What goes wrong is told in our own words; a developer may see a cluster's own log."""
    logging.disable(logging.NOTSET if localised.is_debugging() else logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


@dataclass
class _Outcome:
    """What is known of the batch when it ends; the results themselves are let go."""

    finished: int = 0
    failed: int = 0
    failure_codes: set[int] = field(default_factory=set)
    rows: dict[int, Row] = field(default_factory=dict)

    def add(self, result: FileResult) -> None:
        if result.error:
            self.failed += 1
            self.failure_codes.add(exit_code(result.error))
        else:
            self.finished += 1

    def keep_row(self, result: FileResult, picks: Sequence[str], language: Language) -> None:
        from kpixl.batch.summary import row

        self.rows[result.number] = row(result, picks, language)


@dataclass
class _Lines:
    """What each file came to, for people."""

    picks: Sequence[str]
    language: Language

    def result(self, result: FileResult) -> None:
        if result.error:
            if result.traceback and localised.is_debugging():
                click.echo(result.traceback, err=True, nl=False)
            click.echo(result.error.text(self.language), err=True)
            return
        for line in _lines(result, self.picks):
            click.echo(line.text(self.language))

    def end(self) -> None:
        """Nothing more is to be said."""


@dataclass
class _Json:
    """What each file came to, for programs: a list in the order of the files, written piece by piece."""

    picks: Sequence[str]
    language: Language
    written: int = 0
    held_back: dict[int, str] = field(default_factory=dict)

    def result(self, result: FileResult) -> None:
        entry = _as_dict(result, self.picks, self.language)
        self.held_back[result.number] = json.dumps(entry, ensure_ascii=False)
        while self.written in self.held_back:
            self._write(self.held_back.pop(self.written))

    def end(self) -> None:
        for number in sorted(self.held_back):  # those behind a file that was not finished
            self._write(self.held_back.pop(number))
        click.echo("]" if self.written else "[]")

    def _write(self, entry: str) -> None:
        click.echo(", " if self.written else "[", nl=False)
        click.echo(entry, nl=False)
        self.written += 1


def _check_summary(path: str, batch: Batch) -> None:
    from kpixl.batch.files import file_at, whereabouts
    from kpixl.batch.summary import check_summary

    check_summary(path, len(batch.jobs))
    place = whereabouts(file_at(path))
    for job in batch.jobs:
        if place in (whereabouts(job.source), job.target and whereabouts(job.target)):
            raise UsageError("batch.summary_is_workbook", file=path)


def _write_summary(path: str, outcome: _Outcome, picks: Sequence[str], language: Language) -> None:
    from kpixl.batch.files import file_at
    from kpixl.batch.summary import summary

    rows = [row for _, row in sorted(outcome.rows.items())]
    file_at(path).write(summary(path, rows, picks, language))


def _lines(result: FileResult, picks: Sequence[str]) -> Iterator[Message]:
    report = result.report
    if report is None:
        yield Message.of("cli.recalc.already_done", source=result.source)
    elif report.state == "unchanged":
        yield Message.of("cli.recalc.unchanged", source=report.source, formulas=report.formulas)
    else:
        yield Message.of(
            "cli.recalc.recalculated", source=report.source, computed=report.computed, changed=report.changed
        )
    if report:
        if report.turned_into_values:
            yield Message.of("cli.recalc.turned_into_values", count=report.turned_into_values)
        yield from _notes("cli.recalc.left", report.left)
        yield from _notes("cli.recalc.errors", report.errors)
        yield from _notes("cli.recalc.frozen", report.frozen)
    for warning in result.warnings:
        yield Message.of("cli.recalc.warning", message=warning)
    for name, value in zip(picks, result.picked):
        if value is not None:
            yield Message.of("cli.recalc.picked", name=name, value=value)


def _notes(heading: str, notes: Sequence[CellNote]) -> Iterator[Message]:
    if not notes:
        return
    yield Message.of(heading, count=len(notes))
    for note in notes[:SHOWN_NOTES]:
        yield Message.of("cli.recalc.note", sheet=note.sheet, cell=note.cell, message=note.message)
    if len(notes) > SHOWN_NOTES:
        yield Message.of("cli.recalc.more_notes", count=len(notes) - SHOWN_NOTES)


def _as_dict(result: FileResult, picks: Sequence[str], language: Language) -> dict[str, object]:
    if result.error:
        return {"source": result.source, "state": "failed", "error": result.error.text(language)}
    told: dict[str, object] = {"source": result.source, "state": result.state}
    if result.report:
        told = result.report.to_dict(language)
    if picks:
        told["picked"] = dict(zip(picks, result.picked))
    return told | {"warnings": [warning.text(language) for warning in result.warnings]}


def _conclusion(
    batch: Batch, journal: Journal | None, outcome: _Outcome, language: Language, *, quiet: bool
) -> int:
    """What remains to be said, and the exit code: the failure's own where every file failed alike, 1 where
    only some did."""
    files, done, failed = len(batch.jobs), outcome.finished, outcome.failed

    def say(message: Message, *, err: bool = False) -> None:
        click.echo(message.text(language), err=err)

    if journal and journal.problem:
        say(journal.problem, err=True)
    if done + failed < files:
        say(Message.of("cli.recalc.interrupted", files=files, done=done), err=True)
        return INTERRUPTED
    if files > 1 and not quiet:
        say(Message.of("cli.recalc.summary", files=files, done=done, failed=failed))
    if not failed:
        if journal:
            journal.remove()
        return FINE
    if done and journal and not journal.problem and not quiet:
        say(Message.of("cli.recalc.journal_kept", file=str(journal.path)))
    codes = outcome.failure_codes
    return codes.copy().pop() if not done and len(codes) == 1 else SOME_FAILED
