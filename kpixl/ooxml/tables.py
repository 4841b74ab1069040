"""Tables (ListObjects): their name, place and columns, which structured references are resolved against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kpixl.ooxml.address import Area
from kpixl.ooxml.xml import attribute, decoded, local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@dataclass(frozen=True)
class Table:
    name: str
    sheet: str
    area: Area
    columns: tuple[str, ...]
    header_rows: int
    total_rows: int

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
    columns = tuple(
        decoded(attribute(element, "name") or "")
        for element in root.iter()
        if local_name(element) == "tableColumn"
    )
    header_rows = int(attribute(root, "headerRowCount") or 1)
    total_rows = int(attribute(root, "totalsRowCount") or 0)
    return Table(name, sheet, Area.parse(reference), columns, header_rows, total_rows)
