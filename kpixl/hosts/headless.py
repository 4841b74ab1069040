"""The headless host: workbooks are recalculated without any spreadsheet program."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from os import PathLike
from pathlib import Path
from types import MappingProxyType

from kpixl.errors import UsageError
from kpixl.functions.call import call
from kpixl.functions.registry import REGISTRY
from kpixl.i18n import Message
from kpixl.ooxml.files import read_file, write_file
from kpixl.recalc import arrays
from kpixl.recalc.engine import CustomFunction
from kpixl.recalc.formulas import BLOCKED, FIRST, FIT
from kpixl.recalc.options import DEFAULT_OPTIONS, Options
from kpixl.recalc.recalculate import Outcome, recalculate_bytes
from kpixl.recalc.report import RecalcReport

FUNCTIONS: Mapping[str, CustomFunction] = MappingProxyType(
    {
        **{name: partial(call, spec) for name, spec in REGISTRY.items()},
        FIRST: arrays.first,
        FIT: arrays.fit,
        BLOCKED: arrays.blocked,
    }
)


def recalculate_content(content: bytes, file: str, options: Options = DEFAULT_OPTIONS) -> Outcome:
    """As `recalculate`, in memory; `file` is what the workbook is called in messages."""
    return recalculate_bytes(content, file, FUNCTIONS, options)


def recalculate(
    source: str | PathLike[str],
    target: str | PathLike[str] | None = None,
    options: Options = DEFAULT_OPTIONS,
) -> RecalcReport:
    """Recalculate the workbook at `source` and write it to `target`; without a target, in place.

    Only values of formula cells change; every other byte of the file stays. Unless in full, a workbook
    in which nothing can be out of date is left as it is. The target appears whole or not at all; a source
    that is recalculated in place is not written when nothing changed.

    Raises `WorkbookError` (unreadable, unsafe), `OutputError` (cannot be written), `UsageError` (the target
    is the source).
    """
    source_path = Path(source)
    content = read_file(source_path)
    warnings: list[Message] = []
    if target is None:
        target_path = source_path.resolve()
    else:
        target_path = Path(target)
        if target_path.exists() and target_path.samefile(source_path):
            raise UsageError("workbook.target_is_source", file=str(source_path))
    outcome = recalculate_content(content, str(source_path), options)
    changed = outcome.content != content
    if changed or target is not None:
        write_file(target_path, outcome.content)
    if changed and target is None and source_path.is_symlink():
        warnings.append(Message.of("recalc.warning.link", file=str(source_path), target=str(target_path)))
    return RecalcReport(
        source=str(source_path),
        target=str(target_path) if changed or target is not None else None,
        state="recalculated" if outcome.computed or outcome.turned_into_values else "unchanged",
        formulas=outcome.formulas,
        computed=outcome.computed,
        changed=outcome.changed,
        frozen=outcome.frozen,
        errors=outcome.errors,
        warnings=(*outcome.warnings, *warnings),
        turned_into_values=outcome.turned_into_values,
        left=outcome.left,
    )
