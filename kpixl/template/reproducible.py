"""Saving a workbook so that the same content gives the same bytes, whenever and wherever it is built."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

BUILT = datetime(2026, 4, 1)  # a workbook says when its content was made, not when it was packed
CORE_PROPERTIES = "docProps/core.xml"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX = 3

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def saved(workbook: Workbook) -> bytes:
    """The bytes of an .xlsx file with fixed times.

    The same for the same workbook, as long as openpyxl and zlib stay the same.
    """
    workbook.properties.created = BUILT
    written = BytesIO()
    workbook.save(written)
    repacked = BytesIO()
    with ZipFile(written) as source, ZipFile(repacked, "w") as target:
        for name in source.namelist():
            target.writestr(_entry(name), _timeless(name, source.read(name)), ZIP_DEFLATED, 9)
    return repacked.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, ZIP_EPOCH)
    entry.create_system = UNIX  # else it tells the platform the workbook was built on
    return entry


def _timeless(name: str, part: bytes) -> bytes:
    if name != CORE_PROPERTIES:
        return part
    # openpyxl stamps the current time while saving, whatever the properties say
    return _MODIFIED.sub(rb"\g<1>" + BUILT.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + rb"\g<2>", part)
