"""Which workbooks a batch is about, and where each result goes."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path, PurePath
from typing import NamedTuple, Protocol

from kpixl.errors import UsageError, WorkbookError
from kpixl.ooxml.files import BACKUP, File, LocalFile

SUFFIXES = {".xlsx", ".xlsm", ".xltx", ".xltm"}
EXCEL_LOCK = "~$"


class Hashes(NamedTuple):
    """What a finished file's content was before and is after (SHA-256)."""

    before: str
    after: str


@dataclass(frozen=True)
class Job:
    """One workbook to recalculate; without a target, in place."""

    number: int
    source: File
    target: File | None
    recorded: Hashes | None = None  # when an earlier run finished it


class Store(Protocol):
    """Where files are kept, as far as they are looked for there."""

    def file(self, path: str) -> File: ...

    def is_folder(self, path: str) -> bool: ...

    def exists(self, path: str) -> bool: ...

    def below(self, folder: str) -> Iterable[str]:
        """Every file below a folder, at any depth."""
        ...

    def matching(self, pattern: str) -> Iterable[str]:
        """Every file that matches."""
        ...


class LocalStore:
    """The disks of this machine."""

    def file(self, path: str) -> File:
        return LocalFile(Path(path))

    def is_folder(self, path: str) -> bool:
        return os.path.isdir(path)

    def exists(self, path: str) -> bool:
        return os.path.lexists(path)

    def below(self, folder: str) -> Iterator[str]:
        for place, _, names in os.walk(folder, onerror=_refuse_folder):
            yield from filter(os.path.isfile, (os.path.join(place, name) for name in names))

    def matching(self, pattern: str) -> Iterable[str]:
        return filter(os.path.isfile, glob.glob(pattern, recursive=True))


def is_url(path: str) -> bool:
    return "://" in path


def store_of(path: str) -> tuple[Store, str]:
    """The store that a path or URL leads to, and the path there."""
    if not is_url(path):
        return LocalStore(), path
    from kpixl.batch.remote import opened

    return opened(path)


def file_at(path: str) -> File:
    """The file at a path or URL."""
    store, place = store_of(path)
    return store.file(place)


def find_jobs(given: Sequence[str], out: str | None) -> tuple[Job, ...]:
    """The workbooks that files, folders and patterns stand for, each once, with what lies below a given
    folder kept as it is below `out`.

    Raises `UsageError` where a folder or a pattern holds no workbook, and where results would meet each
    other or a source; `WorkbookError` where a folder cannot be read.
    """
    found: dict[str, tuple[File, PurePath]] = {}
    for path in given:
        for file, below in _found(path, out):
            # two names of one file are one file in place, but two results elsewhere
            found.setdefault(whereabouts(file, follow=out is None), (file, below))
    if out is None:
        return tuple(Job(number, file, None) for number, (file, _) in enumerate(found.values()))
    store, folder = store_of(out)
    jobs = tuple(
        Job(number, file, store.file(str(PurePath(folder) / below)))
        for number, (file, below) in enumerate(found.values())
    )
    _refuse_meetings(jobs)
    return jobs


def whereabouts(file: File, *, follow: bool = True) -> str:
    """One and the same string for a file however its path is written; with `follow`, also through links."""
    if not isinstance(file, LocalFile):
        return str(file)
    return os.path.realpath(file.path) if follow else os.path.abspath(file.path)


def _found(given: str, out: str | None) -> list[tuple[File, PurePath]]:
    store, path = store_of(given)
    if store.is_folder(path):
        base, paths = PurePath(path), store.below(path)
    elif glob.has_magic(path) and not store.exists(path):
        fixed = takewhile(lambda part: not glob.has_magic(part), PurePath(path).parts)
        base, paths = PurePath(*fixed), store.matching(path)
    else:
        return [(store.file(path), PurePath(PurePath(path).name))]
    inner = _out_below(base, store, out)
    below = sorted(PurePath(place).relative_to(base) for place in paths)
    found = [
        (store.file(str(base / place)), place)
        for place in below
        if _is_workbook(place) and not (inner and place.is_relative_to(inner))
    ]
    if not found:
        raise UsageError("batch.nothing_found", path=given)
    return found


def _is_workbook(place: PurePath) -> bool:
    """Whether a file is one that a person would mean: neither hidden, nor a lock or a backup of one."""
    if place.suffix.lower() not in SUFFIXES or place.name.startswith(EXCEL_LOCK):
        return False
    return BACKUP not in place.stem and not any(part.startswith(".") for part in place.parts)


def _out_below(base: PurePath, store: Store, out: str | None) -> PurePath | None:
    """Where the output folder lies below the folder that is searched: results are no sources."""
    if out is None:
        return None
    folder, target = (whereabouts(store.file(str(base))), whereabouts(file_at(out)))
    inner = PurePath(target).relative_to(folder) if PurePath(target).is_relative_to(folder) else None
    return inner if inner and inner.parts else None


def _refuse_meetings(jobs: Sequence[Job]) -> None:
    sources = {whereabouts(job.source): job for job in jobs}
    taken: dict[str, Job] = {}
    for job in jobs:
        assert job.target is not None  # there is an output folder
        same = taken.setdefault(str(job.target).casefold(), job)
        if same is not job:
            raise UsageError("batch.same_name", first=str(same.source), second=str(job.source))
        if (met := sources.get(whereabouts(job.target))) is not None:
            raise UsageError("workbook.target_is_source", file=str(met.source))


def _refuse_folder(fault: OSError) -> None:
    raise WorkbookError("workbook.cannot_read", file=fault.filename, detail=fault.strerror)
