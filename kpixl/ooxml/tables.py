"""Tables (ListObjects): their name, place and columns, which structured references are resolved against."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kpixl.ooxml.address import Area
from kpixl.ooxml.encoding import Encoding
from kpixl.ooxml.markup import ATTRIBUTES
from kpixl.ooxml.xml import attribute, decoded, local_name, unescaped

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_COLUMN = re.compile(
    rb"<(?P<name>(?:[\w.-]+:)?tableColumn)(?P<attributes>" + ATTRIBUTES + rb")\s*>.*?</(?P=name)\s*>",
    re.DOTALL,
)
_FORMULA = re.compile(
    rb"<(?P<name>(?:[\w.-]+:)?(?P<kind>calculatedColumnFormula|totalsRowFormula))(?:" + ATTRIBUTES + rb")\s*>"
    rb"(?P<formula>.*?)</(?P=name)\s*>",
    re.DOTALL,
)
_TOTALS_FUNCTION = re.compile(rb"""\s+totalsRowFunction\s*=\s*(?:"custom"|'custom')""")


@dataclass(frozen=True)
class Table:
    name: str
    sheet: str
    area: Area
    columns: tuple[str, ...]
    header_rows: int
    total_rows: int
    calculated: frozenset[int] = frozenset()  # places of the columns that Excel fills by a formula, from 0

    @property
    def first_row(self) -> int:
        """The first row of data."""
        return self.area.top + self.header_rows

    @property
    def last_row(self) -> int:
        """The last row of data."""
        return self.area.bottom - self.total_rows


def read_table(root: Element, sheet: str) -> Table | None:
    """The table of a table part, or None where the part holds none that could be referred to."""
    name, reference = attribute(root, "displayName"), attribute(root, "ref")
    if not name or not reference:
        return None
    elements = [element for element in root.iter() if local_name(element) == "tableColumn"]
    columns = tuple(decoded(attribute(element, "name") or "") for element in elements)
    calculated = frozenset(
        place
        for place, element in enumerate(elements)
        if any(local_name(child) == "calculatedColumnFormula" for child in element)
    )
    header_rows = int(attribute(root, "headerRowCount") or 1)
    total_rows = int(attribute(root, "totalsRowCount") or 0)
    return Table(name, sheet, Area.parse(reference), columns, header_rows, total_rows, calculated)


def without_column_formulas(content: bytes, unwanted: Callable[[str], bool]) -> bytes:
    """The table part without the formulas that fill new rows, or the totals row, and are unwanted."""
    encoding = Encoding.of(content)

    def column(found: re.Match[bytes]) -> bytes:
        kept = found[0]
        for formula in _FORMULA.finditer(found[0]):
            if unwanted(unescaped(formula["formula"].decode())):
                kept = kept.replace(formula[0], b"", 1)
                if formula["kind"] == b"totalsRowFormula":  # a custom total without its formula is not valid
                    kept = kept.replace(
                        found["attributes"], _TOTALS_FUNCTION.sub(b"", found["attributes"]), 1
                    )
        return kept

    return encoding.as_original(_COLUMN.sub(column, encoding.as_utf8(content)))
