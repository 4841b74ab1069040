"""The work on one file of a batch; everything here travels between processes and machines."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from hashlib import sha256
from time import perf_counter
from typing import Literal

from kpixl.batch.files import Hashes, Job
from kpixl.errors import KpixlError, WorkbookError
from kpixl.i18n import Message
from kpixl.ooxml.cell_values import Value
from kpixl.ooxml.cells import CellReader, NoSingleCell
from kpixl.ooxml.package import Package
from kpixl.recalc.options import DEFAULT_OPTIONS, Options
from kpixl.recalc.report import RecalcReport

State = Literal["recalculated", "unchanged", "failed", "already_done"]


@dataclass(frozen=True)
class How:
    """What is done to every file. `picks` are cells whose values are wanted: names, or `Sheet!B3`."""

    options: Options = DEFAULT_OPTIONS
    picks: tuple[str, ...] = ()
    backup: bool = False  # a file that is replaced in place is kept beside the new one


@dataclass(frozen=True)
class FileResult:
    """What became of one file; `report` is there if it was recalculated, `error` if that failed."""

    number: int  # the job's
    source: str
    report: RecalcReport | None = None
    error: KpixlError | None = None
    traceback: str = ""  # of a fault of ours, for its developers
    hashes: Hashes | None = None
    picked: tuple[Value, ...] = ()
    pick_warnings: tuple[Message, ...] = ()
    seconds: float = 0.0

    @property
    def state(self) -> State:
        if self.error:
            return "failed"
        return self.report.state if self.report else "already_done"

    @property
    def warnings(self) -> tuple[Message, ...]:
        return (*(self.report.warnings if self.report else ()), *self.pick_warnings)


def recalculated(job: Job, how: How) -> FileResult:
    """Recalculate one file. Nothing is raised: what goes wrong is in the result."""
    started = perf_counter()
    try:
        result = _already_done(job, how) or _recalculated(job, how)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # a panic of the engine is no `Exception`
        result = failure(job, fault)
    return replace(result, seconds=perf_counter() - started)


def failure(job: Job, fault: BaseException) -> FileResult:
    """The result of a job that came to nothing; what is no refusal is a fault of ours."""
    file = str(job.source)
    if isinstance(fault, KpixlError):
        return FileResult(job.number, file, error=fault)
    if isinstance(fault, MemoryError):
        return FileResult(job.number, file, error=WorkbookError("batch.out_of_memory", file=file))
    detail = " ".join(f"{type(fault).__name__}: {fault}".split())
    error = KpixlError("batch.fault", file=file, detail=detail)
    return FileResult(job.number, file, error=error, traceback="".join(traceback.format_exception(fault)))


def _recalculated(job: Job, how: How) -> FileResult:
    from kpixl.hosts.headless import recalculate_file  # loads the engine, where it is needed

    done = recalculate_file(job.source, job.target, how.options, backup=how.backup)
    picked, warnings = _picked(done.after, how, job)
    return FileResult(
        job.number,
        str(job.source),
        report=done.report,
        hashes=Hashes(_hash(done.before), _hash(done.after)),
        picked=picked,
        pick_warnings=warnings,
    )


def _already_done(job: Job, how: How) -> FileResult | None:
    """The result of a job that an earlier run finished, if its files are still what they became then."""
    if job.recorded is None:
        return None
    try:
        if job.target is not None and _hash(job.source.read()) != job.recorded.before:
            return None
        result = (job.target or job.source).read()
    except WorkbookError:  # then it is work like any other, which says what is wrong
        return None
    if _hash(result) != job.recorded.after:
        return None
    picked, warnings = _picked(result, how, job)
    return FileResult(job.number, str(job.source), hashes=job.recorded, picked=picked, pick_warnings=warnings)


def _picked(content: bytes, how: How, job: Job) -> tuple[tuple[Value, ...], tuple[Message, ...]]:
    """The values of the cells that are wanted; an empty one and a warning where there is no such cell."""
    if not how.picks:
        return (), ()
    reader = CellReader(Package(content, str(job.source), how.options.limits))
    values: list[Value] = []
    warnings = []
    for pick in how.picks:
        try:
            values.append(reader.value(pick))
        except NoSingleCell:
            values.append(None)
            warnings.append(Message.of("batch.no_cell", name=pick))
    return tuple(values), tuple(warnings)


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()
