"""Whole files in, whole files out: a file on disk is never seen half written."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from kpixl.errors import OutputError, WorkbookError


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
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=".kpixl-", suffix=".tmp", dir=path.parent)
    except OSError as fault:
        raise OutputError("workbook.cannot_write", file=str(path), detail=fault.strerror) from None
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(_permissions(path))
        beside.replace(path)
    except BaseException as fault:  # also when interrupted: nothing half written stays behind
        beside.unlink(missing_ok=True)
        if isinstance(fault, OSError):
            raise OutputError("workbook.cannot_write", file=str(path), detail=fault.strerror) from None
        raise


def _permissions(path: Path) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
