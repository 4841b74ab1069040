"""Reading what cells hold, as plain values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from kpixl.ooxml.address import Area
from kpixl.ooxml.cell_values import Value, plain
from kpixl.ooxml.package import Package
from kpixl.ooxml.sheet import SheetXml
from kpixl.ooxml.xml import decoded, local_name, parse

_ON_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([^!]+))!(.+)", re.DOTALL)


class NoSingleCell(LookupError):
    """What was asked for is no cell of this workbook, or more than one."""


class CellReader:
    """Reads single cells of a workbook, each sheet that is asked for once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts = {sheet.name.casefold(): sheet.part for sheet in package.sheets}
        self._sheets: dict[str, SheetXml] = {}

    def value(self, reference: str) -> Value:
        """The value of the cell that `Sheet!B3`, a defined name, or `Sheet!name` (one local to the sheet)
        stands for. Raises `NoSingleCell`."""
        for part, position in self._places(reference):
            sheet = self._sheets.get(part)
            if sheet is None:
                sheet = self._sheets[part] = SheetXml(self._package.read(part), self._package.file, part)
            stored = sheet.stored_values(Area(*position, *position)).get(position)
            return None if stored is None else plain(stored, self._texts if stored.type == "s" else ())
        raise NoSingleCell(reference)

    def _places(self, reference: str) -> Iterator[tuple[str, tuple[int, int]]]:
        """Where the reference leads to: the cell itself, else the cell of the name."""
        yield from self._cell(reference)
        sheet, name = _split(reference)
        for defined in self._package.defined_names:
            local_to = None if defined.sheet is None else defined.sheet.casefold()
            if defined.name.casefold() == name.casefold() and local_to == sheet:
                yield from self._cell(defined.formula)

    def _cell(self, reference: str) -> Iterator[tuple[str, tuple[int, int]]]:
        sheet, cell = _split(reference)
        part = None if sheet is None else self._parts.get(sheet)
        try:
            area = Area.parse(cell)
        except ValueError:
            return
        if part is not None and area.size == 1:
            yield part, (area.top, area.left)

    @cached_property
    def _texts(self) -> Sequence[str]:
        return shared_texts(self._package)


def shared_texts(package: Package) -> list[str]:
    """The shared strings without their phonetic guides."""
    part = package.shared_strings_part
    if part is None:
        return []
    texts = []
    for item in parse(package.read(part), package.file, part):
        runs = [item, *(child for child in item if local_name(child) == "r")]
        pieces = (child.text or "" for run in runs for child in run if local_name(child) == "t")
        texts.append(decoded("".join(pieces)))
    return texts


def _split(reference: str) -> tuple[str | None, str]:
    """The sheet, in lower case, and what comes behind it; no sheet where none is named."""
    found = _ON_SHEET.fullmatch(reference.strip().removeprefix("="))
    if not found:
        return None, reference.strip()
    sheet = found[1].replace("''", "'") if found[1] else found[2]
    return sheet.casefold(), found[3]
