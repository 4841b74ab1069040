"""A look at a workbook's bytes that tells which of its sheets are worth reading closely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kpixl.ooxml.package import Package
from kpixl.ooxml.xml import DOCTYPE, escaped
from kpixl.recalc.formulas import VOLATILE

PREFIX = "KPI_"
"""How the name of every function of ours begins."""
NAMES = {PREFIX, *VOLATILE}
SUSPECT = tuple(
    name.encode()
    for name in sorted(NAMES)
    if not any(other != name and name.startswith(other) for other in NAMES)
)
"""What stands in formulas that are always due, in capitals."""
FORMULA = re.compile(rb"<f(?:>| [^>]*>)([^<]*)(?:</f>)?(<v>[^<])?")
"""A formula and, where it has a value, the beginning of that."""
NAMESPACES = (b"/spreadsheetml/2006/main", b"/ooxml/spreadsheetml/main")
"""How the namespace of cells ends, in transitional and in strict files."""


@dataclass(frozen=True)
class Glance:
    """The sheets to be read closely; the others are up to date and stay so."""

    close: frozenset[str]
    others: int  # formulas of the other sheets


def everything(package: Package) -> Glance:
    """For reading every sheet closely."""
    return Glance(frozenset(sheet.name for sheet in package.sheets), 0)


def glance_at(package: Package) -> Glance:
    """Which sheets hold something that is due, or a formula that may depend on a sheet which does.

    Due are functions of ours, volatile ones, and formulas without a value.  A formula interrupted by a
    comment or the like seems to have no value, so such sheets are read closely, too.
    """
    names = [sheet.name for sheet in package.sheets]
    if _is_suspect(package.read(package.workbook_part).upper()):
        return everything(package)  # a name may be due, and stand anywhere
    texts: dict[str, bytes] = {}  # the formulas of each sheet that is not due, in capitals
    formulas: dict[str, int] = {}
    for sheet in package.sheets:
        found = _formulas(package.read_sheet(sheet.part))
        if found is not None:
            capitals = b"\n".join([text for text, _ in found]).upper()
            if not _is_suspect(capitals):
                texts[sheet.name], formulas[sheet.name] = capitals, len(found)
    close = [name for name in names if name not in texts]
    for reached in close:  # grows while it is walked through
        ways = _ways_to(package, reached)
        for name in [name for name, text in texts.items() if any(way in text for way in ways)]:
            del texts[name], formulas[name]
            close.append(name)
    return Glance(frozenset(close), sum(formulas.values()))


def _formulas(content: bytes) -> Sequence[tuple[bytes, bytes]] | None:
    """The formulas of a sheet, if they can be found this way and all have values."""
    start, end = content.find(b"<sheetData"), content.rfind(b"</sheetData>")
    if start < 0 or sum(content.count(name, 0, start) for name in NAMESPACES) != 1:
        return None  # another encoding, or a prefix before the names of elements
    if DOCTYPE.encode() in content[:start] or not content.endswith(b"</worksheet>"):
        return None  # not safe, or cut off
    found = FORMULA.findall(content, start, max(start, end))
    return found if all(value for _, value in found) else None


def _ways_to(package: Package, sheet: str) -> Sequence[bytes]:
    """What stands, in capitals, in each formula that refers to a sheet: its name, a table, a defined name."""
    if any(ord(letter) > 127 and letter.upper() != letter.lower() for letter in sheet):
        return [b""]  # capitals of other alphabets are not looked at: it may be written either way
    ways = {sheet, sheet.replace("'", "''")} | {
        table.name for table in package.tables if table.sheet == sheet
    }
    found = {_capital(way) for way in ways}
    names = {name.name: _capital(name.formula) for name in package.defined_names}
    while True:
        more = {_capital(name) for name, formula in names.items() if any(way in formula for way in found)}
        if more <= found:
            return sorted(found)
        found |= more


def _capital(words: str) -> bytes:
    return escaped(words).encode().upper()


def _is_suspect(capitals: bytes) -> bool:
    return any(name in capitals for name in SUSPECT)
