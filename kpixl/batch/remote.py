"""Files on remote stores, by URL (`s3://…`, `gs://…`, `memory://…`), through fsspec."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from uuid import uuid4

from kpixl.batch.files import LocalStore, Store
from kpixl.errors import OutputError, UsageError, WorkbookError
from kpixl.ooxml.files import UNFINISHED_PREFIX, UNFINISHED_SUFFIX, File, backup_names


def opened(url: str) -> tuple[Store, str]:
    """The store of a URL, and the path there. Raises `UsageError` for a URL that nothing here can read."""
    system, path = _system(url)
    if "file" in system.protocol:
        return LocalStore(), path
    return RemoteStore(system), path


class RemoteStore:
    """A file system of fsspec."""

    def __init__(self, system: Any) -> None:
        self._system = system

    def file(self, path: str) -> File:
        # a path of Windows may have come in between
        return RemoteFile(self._system.unstrip_protocol(path.replace("\\", "/")))

    def is_folder(self, path: str) -> bool:
        with _refusing_to_read(path):
            return bool(self._system.isdir(path))

    def exists(self, path: str) -> bool:
        with _refusing_to_read(path):
            return bool(self._system.exists(path))

    def below(self, folder: str) -> Iterable[str]:
        with _refusing_to_read(folder):
            return list(self._system.find(folder))

    def matching(self, pattern: str) -> Iterable[str]:
        with _refusing_to_read(pattern):
            found = self._system.glob(pattern, detail=True)
            return [path for path, facts in found.items() if facts["type"] == "file"]


@dataclass(frozen=True)
class RemoteFile:
    """A file by its URL.

    It is written under another name and then moved, so that a reader finds the old content or the new one.
    On an object store the move is a copy and a deletion: a run that is killed may leave the other name
    (`.kpixl-….tmp`) behind, never half a file under the right one.
    """

    url: str

    def __str__(self) -> str:
        return self.url

    def read(self) -> bytes:
        system, path = _system(self.url)
        with _refusing_to_read(self.url):
            return bytes(system.cat_file(path))

    def write(self, content: bytes) -> None:
        system, path = _system(self.url)
        place = PurePosixPath(path)
        beside = str(place.with_name(f"{UNFINISHED_PREFIX}{uuid4().hex}{UNFINISHED_SUFFIX}"))
        with _refusing_to_write(self.url):
            system.makedirs(str(place.parent), exist_ok=True)
            try:
                system.pipe_file(beside, content)
                system.mv(beside, path)
            except BaseException:
                with suppress(Exception):  # it may not be there, or the store be gone
                    system.rm(beside)
                raise

    def is_same(self, other: File) -> bool:
        return self == other

    def followed(self) -> RemoteFile:
        return self

    def keep_backup(self, content: bytes) -> None:
        system, path = _system(self.url)
        place = PurePosixPath(path)
        with _refusing_to_write(self.url):
            names = (str(place.with_name(name)) for name in backup_names(place.name))
            backup = next(name for name in names if not system.exists(name))
        RemoteFile(system.unstrip_protocol(backup)).write(content)


def _system(url: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise UsageError("batch.no_extra") from None
    try:
        system, path = url_to_fs(url)
    except (ImportError, ValueError) as fault:  # a store whose own library is missing, or an unknown one
        raise UsageError("batch.no_store", url=url, detail=str(fault)) from None
    return system, str(path)


@contextmanager
def _refusing_to_read(file: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise WorkbookError("workbook.missing", file=file) from None
    except Exception as fault:  # each store has errors of its own
        raise WorkbookError("workbook.cannot_read", file=file, detail=_told(fault)) from None


@contextmanager
def _refusing_to_write(file: str) -> Iterator[None]:
    try:
        yield
    except Exception as fault:
        raise OutputError("workbook.cannot_write", file=file, detail=_told(fault)) from None


def _told(fault: Exception) -> str:
    return " ".join(str(fault).split()) or type(fault).__name__
