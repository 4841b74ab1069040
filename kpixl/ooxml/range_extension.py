"""What refers to all rows of a table, made to refer to its new rows too.

Extended is a range that has exactly the table's rows of data, with or without its headings, in any of its
columns.  A range that has only some of the rows, or columns beside the table, stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from xml.sax.saxutils import escape

from kpixl.ooxml.address import Area
from kpixl.ooxml.formula_references import Reference, changes, replaced
from kpixl.ooxml.tables import Table
from kpixl.ooxml.xml import unescaped

_CHARACTER = re.compile(r"&[^;&]*;|<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|.", re.DOTALL)
"""A character as an element's content spells it; a section holds several, a comment none."""


@dataclass(frozen=True)
class Extension:
    """A table as it was, and the last row of its data from now on."""

    table: Table
    last_row: int

    @property
    def new_rows(self) -> Area:
        """The cells that come to the table."""
        area = self.table.area
        return Area(self.table.last_row + 1, area.left, self.last_row, area.right)

    def is_on(self, sheet: str) -> bool:
        """Whether the table is on this sheet."""
        return sheet.casefold() == self.table.sheet.casefold()

    def area(self, area: Area) -> Area | None:
        """The area with the new rows; None for one that does not have all rows of the table."""
        table = self.table
        within = table.area.left <= area.left and area.right <= table.area.right
        if within and area.top in (table.area.top, table.first_row) and area.bottom == table.last_row:
            return area._replace(bottom=self.last_row)
        return None

    def areas(self, areas: str) -> str:
        """A list of areas with spaces between them, extended."""
        return " ".join(self._area_named(area) for area in areas.split())

    def formula(self, formula: str, sheet: str = "", *, only_fixed: bool = False) -> str:
        """A formula that stands on a sheet (empty: on none), extended.

        A reference to one cell means that cell, also where a table has one row.  `only_fixed`: only ranges
        whose rows are the same wherever the formula is used.
        """
        return replaced(formula, partial(self._extended, sheet, only_fixed))

    def spelled(self, source: bytes, sheet: str = "", *, only_fixed: bool = False) -> bytes:
        """As `formula`, for the content of an element: what is not extended is spelled as it was."""
        text = source.decode()
        characters = _CHARACTER.findall(text)
        formula = "".join(map(unescaped, characters)) if "&" in text or "<" in text else text
        found = list(changes(formula, partial(self._extended, sheet, only_fixed)))
        if not found:
            return source
        if len(formula) != len(characters):  # sections or comments
            return escape(self.formula(formula, sheet, only_fixed=only_fixed)).encode()
        for start, end, new in reversed(found):
            characters[start:end] = [escape(new)]
        return "".join(characters).encode()

    def _extended(self, sheet: str, only_fixed: bool, reference: Reference) -> Reference | None:
        area = reference.area
        if area is None or len(reference.corners) == 1 or not self.is_on(reference.sheet_name or sheet):
            return None
        if self.area(area) is None or (only_fixed and not reference.rows_are_fixed):
            return None
        return reference.with_bottom(self.last_row)

    def _area_named(self, name: str) -> str:
        try:
            area = self.area(Area.parse(name))
        except ValueError:
            return name
        return str(area) if area else name
