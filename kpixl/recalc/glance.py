"""A look at a workbook's bytes that tells whether it is worth reading at all."""

from __future__ import annotations

import re

from kpixl.ooxml.package import Package
from kpixl.ooxml.xml import DOCTYPE
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


def formulas_up_to_date(package: Package) -> int | None:
    """How many formulas a workbook holds that is plainly up to date; None where it must be read closely.

    It is if no function of ours and no volatile one is named anywhere, and every formula has a value.  A
    formula interrupted by a comment or the like seems to have none, so such sheets are read closely, too.
    """
    if _is_suspect(package.read(package.workbook_part)):
        return None
    total = 0
    for sheet in package.sheets:
        content = package.read(sheet.part)
        start, end = content.find(b"<sheetData"), content.rfind(b"</sheetData>")
        if start < 0 or sum(content.count(name, 0, start) for name in NAMESPACES) != 1:
            return None  # another encoding, or a prefix before the names of elements
        if DOCTYPE.encode() in content[:start] or not content.endswith(b"</worksheet>"):
            return None  # not safe, or cut off
        found = FORMULA.findall(content, start, max(start, end))
        if not all(value for _, value in found) or _is_suspect(b"\n".join([text for text, _ in found])):
            return None
        total += len(found)
    return total


def _is_suspect(content: bytes) -> bool:
    capitals = content.upper()
    return any(name in capitals for name in SUSPECT)
