"""Gives our functions their plain names in an .xlsx file: LibreOffice 7.4 saves names of its own."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from kpixl.hosts.libreoffice.names import STORED_PREFIX

_PREFIX = re.compile(re.escape(STORED_PREFIX).encode(), re.IGNORECASE)
_FORMULA = re.compile(rb"<(f|formula|formula1|formula2|definedName|xm:f)(?:\s[^>]*)?>([^<]*)</\1>")


def with_plain_names(part: bytes) -> bytes:
    """The XML with plain names in its formulas; texts that only look like formulas stay."""
    return _FORMULA.sub(lambda found: _PREFIX.sub(b"", found[0]), part)


def give_plain_names(path: Path) -> bool:
    """Rewrite the workbook, whole or not at all; gives whether there was anything to do.

    The file keeps its permissions and the time of its last change, by which LibreOffice tells whether
    somebody else has written it. What is no zip archive, such as an encrypted workbook, is left alone.
    """
    path = path.resolve()  # not the link to it
    try:
        with ZipFile(path) as source:
            changed = _changed_parts(source)
            if not changed:
                return False
            with NamedTemporaryFile(prefix=".kpixl-", suffix=".tmp", dir=path.parent, delete=False) as beside:
                try:
                    _copy(source, beside.name, changed)
                    shutil.copymode(path, beside.name)
                    seen = path.stat()
                    os.utime(beside.name, ns=(seen.st_atime_ns, seen.st_mtime_ns))
                except BaseException:
                    with suppress(OSError):
                        os.unlink(beside.name)
                    raise
    except BadZipFile:
        return False
    os.replace(beside.name, path)
    return True


def _changed_parts(source: ZipFile) -> dict[str, bytes]:
    changed = {}
    for entry in source.infolist():
        if entry.filename.startswith("xl/") and entry.filename.endswith(".xml"):
            old = source.read(entry)
            new = with_plain_names(old)
            if new != old:
                changed[entry.filename] = new
    return changed


def _copy(source: ZipFile, target: str, changed: dict[str, bytes]) -> None:
    with ZipFile(target, "w", ZIP_DEFLATED) as written:
        for entry in source.infolist():
            written.writestr(entry, changed.get(entry.filename) or source.read(entry), ZIP_DEFLATED)
    with open(target, "rb+") as stream:
        os.fsync(stream.fileno())
