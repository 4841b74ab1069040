"""The same slides give the same bytes, whenever they are saved."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX = 3
MADE = b"2026-04-01T00:00:00Z"  # of the charts' data sheets, which say when they were written
CORE_PROPERTIES = "docProps/core.xml"

_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def timeless(content: bytes) -> bytes:
    """A package with fixed times in its directory, and in the workbooks within it."""
    repacked = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(repacked, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith(".xlsx"):
                part = timeless(_undated(part))
            entry = ZipInfo(name, ZIP_EPOCH)
            entry.create_system = UNIX  # else it tells the platform
            target.writestr(entry, part, ZIP_DEFLATED, 9)
    return repacked.getvalue()


def _undated(workbook: bytes) -> bytes:
    """The library that writes the data behind a chart stamps the current time."""
    rewritten = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(rewritten, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == CORE_PROPERTIES:
                part = _MOMENT.sub(rb"\g<1>" + MADE + rb"\g<2>", part)
            target.writestr(name, part)
    return rewritten.getvalue()
