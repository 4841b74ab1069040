"""Whole files in, whole files out: a file on disk is never seen half written."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Protocol

from kpixl.errors import OutputError, WorkbookError

UNFINISHED_PREFIX, UNFINISHED_SUFFIX = ".kpixl-", ".tmp"
"""How a file is called while it is being written."""

BACKUP = ".kpixl-backup"


def read_file(path: Path) -> bytes:
    """The file's bytes. Raises `WorkbookError` in one sentence for whatever stops it."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise WorkbookError("workbook.missing", file=str(path)) from None
    except IsADirectoryError:
        raise WorkbookError("workbook.is_folder", file=str(path)) from None
    except OSError as fault:
        raise WorkbookError("workbook.cannot_read", file=str(path), detail=fault.strerror) from None


def write_file(path: Path, content: bytes) -> None:
    """Write beside, flush to the disk, then replace: the file is either the old one or the new one.

    An existing file keeps its permissions. Raises `OutputError`.
    """
    with refusing_to_write(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(
            prefix=UNFINISHED_PREFIX, suffix=UNFINISHED_SUFFIX, dir=path.parent
        )
        beside = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            beside.chmod(_permissions(path))
            beside.replace(path)
        except BaseException:  # also when interrupted: nothing half written stays behind
            beside.unlink(missing_ok=True)
            raise


@contextmanager
def refusing_to_write(file: object) -> Iterator[None]:
    """What the system has against writing, as an `OutputError` about this file."""
    try:
        yield
    except OSError as fault:
        detail = fault.strerror or str(fault)
        raise OutputError("workbook.cannot_write", file=str(file), detail=detail) from None


class File(Protocol):
    """A file wherever it is kept, on this disk or on a remote store; `str()` is what messages call it."""

    def read(self) -> bytes:
        """Its content. Raises `WorkbookError`."""
        ...

    def write(self, content: bytes) -> None:
        """Replace it whole or not at all. Raises `OutputError`."""
        ...

    def is_same(self, other: File) -> bool:
        """Whether both are one file under two names; two that do not exist are none."""
        ...

    def followed(self) -> File:
        """The file that a link points to; this one if it is no link."""
        ...

    def keep_backup(self, content: bytes) -> None:
        """Keep this old content beside it, under a name that is not taken. Raises `OutputError`."""
        ...


@dataclass(frozen=True)
class LocalFile:
    """A file on a disk of this machine."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    def read(self) -> bytes:
        return read_file(self.path)

    def write(self, content: bytes) -> None:
        write_file(self.path, content)

    def is_same(self, other: File) -> bool:
        if not (isinstance(other, LocalFile) and self.path.exists() and other.path.exists()):
            return False
        return self.path.samefile(other.path)

    def followed(self) -> LocalFile:
        return LocalFile(self.path.resolve()) if self.path.is_symlink() else self

    def keep_backup(self, content: bytes) -> None:
        with refusing_to_write(self):
            backup = self._reserved_backup()
            try:
                write_file(backup, content)
                shutil.copystat(self.path, backup)
            except BaseException:
                backup.unlink(missing_ok=True)
                raise

    def _reserved_backup(self) -> Path:
        """A new empty file: nobody else can take its name any more, nor read what comes into it."""
        for name in backup_names(self.path.name):
            path = self.path.with_name(name)
            with suppress(FileExistsError):
                os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
                return path
        raise AssertionError("there is always a next number")


def backup_names(name: str) -> Iterator[str]:
    """`plan.kpixl-backup.xlsx`, `plan.kpixl-backup-2.xlsx` and so on: what backups of a file are called."""
    place = PurePosixPath(name)
    for number in count(1):
        yield f"{place.stem}{BACKUP}{f'-{number}' if number > 1 else ''}{place.suffix}"


def _permissions(path: Path) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
