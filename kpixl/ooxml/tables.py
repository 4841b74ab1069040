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
    formulas: tuple[str | None, ...] = ()  # what fills new rows of each column

    @property
    def data(self) -> Area:
        """The rows of data."""
        return self.area._replace(top=self.first_row, bottom=self.last_row)

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
    formulas = tuple(_formula(element) for element in elements)
    header_rows = int(attribute(root, "headerRowCount") or 1)
    total_rows = int(attribute(root, "totalsRowCount") or 0)
    return Table(name, sheet, Area.parse(reference), columns, header_rows, total_rows, formulas)


def _formula(column: Element) -> str | None:
    """The formula of a calculated column."""
    formulas = (child.text for child in column if local_name(child) == "calculatedColumnFormula")
    return next(formulas, None)


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
