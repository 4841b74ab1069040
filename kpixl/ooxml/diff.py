"""How two workbooks differ: part by part as bytes, and cell by cell as formula and value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kpixl.ooxml.address import cell_name
from kpixl.ooxml.cells import shared_texts
from kpixl.ooxml.package import Package
from kpixl.ooxml.sheet import SheetXml, Stored

Change = Literal["added", "removed", "changed"]


@dataclass(frozen=True)
class PartDifference:
    part: str
    change: Change


@dataclass(frozen=True)
class CellDifference:
    """`before` and `after` show the formula, if there is one, and the value."""

    sheet: str
    cell: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    parts: tuple[PartDifference, ...]
    cells: tuple[CellDifference, ...]

    def __bool__(self) -> bool:
        return bool(self.parts or self.cells)


def compare(before: Package, after: Package) -> Difference:
    """Everything in which the second workbook differs from the first."""
    return Difference(tuple(_parts(before, after)), tuple(_cells(before, after)))


def _parts(before: Package, after: Package) -> Iterator[PartDifference]:
    for part in before.archive.names():
        if not after.has(part):
            yield PartDifference(part, "removed")
        elif before.read(part) != after.read(part):
            yield PartDifference(part, "changed")
    for part in after.archive.names():
        if not before.has(part):
            yield PartDifference(part, "added")


def _cells(before: Package, after: Package) -> Iterator[CellDifference]:
    old_sheets = {sheet.name: sheet.part for sheet in before.sheets}
    new_sheets = {sheet.name: sheet.part for sheet in after.sheets}
    old_strings, new_strings = shared_texts(before), shared_texts(after)
    for name in dict.fromkeys([*old_sheets, *new_sheets]):
        old = _shown_cells(before, old_sheets.get(name), old_strings)
        new = _shown_cells(after, new_sheets.get(name), new_strings)
        for position in sorted(old.keys() | new.keys()):
            old_shown, new_shown = old.get(position, ""), new.get(position, "")
            if old_shown != new_shown:
                yield CellDifference(name, cell_name(*position), old_shown, new_shown)


def _shown_cells(package: Package, part: str | None, strings: list[str]) -> dict[tuple[int, int], str]:
    if part is None:
        return {}
    xml = SheetXml(package.read(part), package.file, part)
    shown = {position: _shown(stored, strings) for position, stored in xml.all_stored_values().items()}
    for cell in xml.formula_cells:
        formula = cell.formula or (f"(shared {cell.shared})" if cell.shared is not None else "")
        shown[cell.position] = f"={formula} → {_shown(cell.stored, strings) if cell.stored else ''}"
    return shown


def _shown(stored: Stored, strings: list[str]) -> str:
    if (
        stored.type == "s"
        and stored.text.isdecimal()
        and len(stored.text) < 10
        and int(stored.text) < len(strings)
    ):
        return strings[int(stored.text)]
    if stored.type == "b":
        return "TRUE" if stored.text == "1" else "FALSE"
    return stored.text
