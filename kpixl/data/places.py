"""Where sources and maps lie: as a workbook remembers them, and whether it may be believed.

A workbook may come from a stranger, so the places that it names are followed only below its own folder and
below folders that its user has named.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from kpixl.errors import SourceError

_ELSEWHERE = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+:|^[\\/]{2}")  # a URL, or a UNC path or device of Windows
_DRIVE = re.compile(r"^[A-Za-z]:")
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$", re.IGNORECASE)  # devices of Windows


def written_place(path: Path, folder: Path) -> str:
    """How a workbook in this folder remembers a file: from the folder on where it lies below, else whole."""
    whole = path.resolve()
    try:
        return whole.relative_to(folder.resolve()).as_posix()
    except ValueError:
        return str(whole)


def remembered_place(written: str, folder: Path, allowed: Sequence[Path] = ()) -> Path:
    """The file that a workbook in this folder remembers. Raises `SourceError`.

    It lies below the workbook's folder or below one of the allowed folders, also once every link on the way
    is followed, and is a file: never a URL, a share, a device or a pipe.
    """
    if _ELSEWHERE.match(written) or any(mark in written for mark in "\0\n\r") or not written.strip():
        raise SourceError("import.place.elsewhere", file=written)
    if _DRIVE.match(written) and os.name != "nt":
        raise SourceError("import.place.elsewhere", file=written)
    parts = written.replace("\\", "/").split("/")
    if any(_RESERVED.match(part.strip(" .")) for part in parts):
        raise SourceError("import.place.elsewhere", file=written)
    try:
        path = (folder / written).resolve()
        below = any(path.is_relative_to(root.resolve()) for root in (folder, *allowed))
    except (OSError, ValueError, RuntimeError):
        raise SourceError("import.place.elsewhere", file=written) from None
    if not below:
        raise SourceError("import.place.not_below", file=written)
    if path.exists() and not path.is_file():
        raise SourceError("import.no_file", file=written)
    return path
