"""The headless host: workbooks are recalculated without any spreadsheet program."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from kpixl.errors import UsageError
from kpixl.i18n import Message
from kpixl.ooxml.files import File, LocalFile
from kpixl.recalc.options import DEFAULT_OPTIONS, Options
from kpixl.recalc.report import Outcome, RecalcReport


def recalculate_content(content: bytes, file: str, options: Options = DEFAULT_OPTIONS) -> Outcome:
    """As `recalculate`, in memory and in this process; `file` is what the workbook is called in messages."""
    from kpixl.hosts.computing import FUNCTIONS  # loads the engine, which a guarded recalculation does not
    from kpixl.recalc.recalculate import recalculate_bytes

    return recalculate_bytes(content, file, FUNCTIONS, options)


@dataclass(frozen=True)
class Recalculation:
    """A workbook's bytes before and after, and the report of what happened in between."""

    before: bytes
    after: bytes
    report: RecalcReport


def recalculate(
    source: str | PathLike[str],
    target: str | PathLike[str] | None = None,
    options: Options = DEFAULT_OPTIONS,
) -> RecalcReport:
    """Recalculate the workbook at `source` and write it to `target`; without a target, in place.

    It is computed in a process of its own, unless `options.seconds` is None. Only values of formula cells
    change; every other byte of the file stays. Unless in full, a workbook in which nothing can be out of
    date is left as it is. The target appears whole or not at all; a source that is recalculated in place
    is not written when nothing changed.

    Raises `WorkbookError` (unreadable, unsafe), `OutputError` (cannot be written), `UsageError` (the target
    is the source).
    """
    written_to = None if target is None else LocalFile(Path(target))
    return recalculate_file(LocalFile(Path(source)), written_to, options).report


def recalculate_file(
    source: File, target: File | None, options: Options = DEFAULT_OPTIONS, *, backup: bool = False
) -> Recalculation:
    """As `recalculate`, for files wherever they are kept; with `backup`, a source that is about to be
    replaced is kept beside the new one."""
    before = source.read()
    if target is not None and target.is_same(source):
        raise UsageError("workbook.target_is_source", file=str(source))
    outcome = recalculated(before, str(source), options)
    changed = outcome.content != before
    warnings = outcome.warnings
    written_to = None
    if target is not None:
        written_to = target
    elif changed:
        written_to = source.followed()
        if written_to != source:
            link = Message.of("recalc.warning.link", file=str(source), target=str(written_to))
            warnings = (*warnings, link)
        if backup:
            written_to.keep_backup(before)
    if written_to is not None:
        written_to.write(outcome.content)
    report = RecalcReport(
        source=str(source),
        target=None if written_to is None else str(written_to),
        state="recalculated" if outcome.computed or outcome.turned_into_values else "unchanged",
        formulas=outcome.formulas,
        computed=outcome.computed,
        changed=outcome.changed,
        frozen=outcome.frozen,
        errors=outcome.errors,
        warnings=warnings,
        turned_into_values=outcome.turned_into_values,
        left=outcome.left,
    )
    return Recalculation(before, outcome.content, report)


def recalculated(content: bytes, file: str, options: Options) -> Outcome:
    """The workbook with its formulas computed, in a process of its own unless `options.seconds` is None."""
    if options.seconds is None:
        return recalculate_content(content, file, options)
    from kpixl.hosts.guarded import GUARD

    return GUARD.recalculate(content, file, options, options.seconds)
