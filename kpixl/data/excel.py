"""Sheets of Excel exports. The package is checked as strictly as a workbook of our own before it is read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kpixl.data.grid import MOST_CELLS, Cell, Row, checked
from kpixl.errors import SourceError, UnsafeWorkbook
from kpixl.ooxml.encoding import Encoding
from kpixl.ooxml.package import Package, SheetEntry
from kpixl.ooxml.xml import has_doctype

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,3})([0-9]{1,9})["']""")


def read_excel(content: bytes, file: str, sheet: str) -> Iterator[Row]:
    """The rows of a sheet by name, of the first one if there is no name.

    Raises `WorkbookError` or `UnsafeWorkbook` for a file that is none or must not be read, `SourceError` for
    a sheet that is missing or absurdly large.
    """
    package = Package(content, file)
    chosen = _chosen(package, file, sheet)
    _check_parts(package)
    content_of_sheet = package.read_sheet(chosen.part)
    _check_prolog(content_of_sheet, file, chosen.part)
    _check_area(content_of_sheet, file, chosen.name)
    return checked(_rows(_opened(content, file, chosen.name)), file)


def _chosen(package: Package, file: str, sheet: str) -> SheetEntry:
    for entry in package.sheets:
        if not sheet or entry.name == sheet:
            return entry
    if not package.sheets:
        raise SourceError("import.empty", file=file)
    names = ", ".join(entry.name for entry in package.sheets)
    raise SourceError("import.no_sheet", file=file, sheet=sheet, sheets=names)


def _check_parts(package: Package) -> None:
    """Inflate within the limits whatever the reader will inflate without any."""
    sheets = {entry.part.lower() for entry in package.sheets}
    for name in package.archive.names():
        if name.lower().endswith((".xml", ".rels")) and name.lower() not in sheets:
            _check_prolog(package.read(name), package.file, name)


def _check_prolog(content: bytes, file: str, part: str) -> None:
    if has_doctype(content):
        raise UnsafeWorkbook("workbook.doctype", file=file, part=part)


def _check_area(content: bytes, file: str, sheet: str) -> None:
    """Refuse a sheet whose few cells lie so far apart that the area between them would fill the memory."""
    rows = columns = 1
    try:
        readable = Encoding.of(content).as_utf8(content)
    except (UnicodeError, LookupError) as fault:
        raise SourceError("import.unreadable", file=file, detail=str(fault)) from None
    for found in _PLACE.finditer(readable):
        rows = max(rows, int(found[2]))
        columns = max(columns, _column(found[1].upper()))
    if rows * columns > MOST_CELLS:
        raise SourceError("import.sheet_too_large", file=file, sheet=sheet, limit=MOST_CELLS)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _opened(content: bytes, file: str, sheet: str) -> CalamineSheet:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet)
    except CalamineError as fault:
        raise SourceError("import.unreadable", file=file, detail=str(fault)) from None


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield Row(number, tuple(_cell(value) for value in cells))


def _cell(value: object) -> Cell:
    match value:
        case "" | None:
            return None
        case datetime():
            return value.date()
        case str() | bool() | float() | int() | date():
            return value
        case time() | timedelta():
            return str(value)
    return str(value)
