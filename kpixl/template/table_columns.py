"""A table's columns as formulas refer to them, and the columns that formulas fill.

Formulas name columns by their headings and take the cells of their own row from there: so Excel fills them in
where a row is typed below the last one, and whatever looks at a column sees its new rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.utils import range_boundaries
from openpyxl.worksheet.table import Table, TableFormula

from kpixl.template.layout import Page, put


@dataclass(frozen=True)
class Columns:
    """The columns of one table in the page's language; `ids` maps each column's letter to its text id."""

    page: Page
    table: str
    ids: Mapping[str, str]

    def all(self, first: str, last: str | None = None) -> str:
        """Every row of the column with this letter, or of the columns from the first to the last."""
        named = self._named(first, last)
        heading = named[1:-1]
        return f"{self.table}{named}" if heading.isalnum() else f"{self.table}[{named}]"

    def here(self, first: str, last: str | None = None) -> str:
        """The same in the formula's own row."""
        return f"{self.table}[[#This Row],{self._named(first, last)}]"

    def with_headings(self, first: str, last: str) -> str:
        return f"{self.table}[[#All],{self._named(first, last)}]"

    @property
    def place(self) -> str:
        """The number of the formula's own row among the rows of data."""
        return f"ROW()-ROW({self.table}[[#Headers],{self._named(next(iter(self.ids)), None)}])"

    def headings(self) -> list[str]:
        return [self.page.text(text_id) for text_id in self.ids.values()]

    def fill(self, letter: str, formula: str, style: str, number_format: str | None = None) -> None:
        """Write a formula (without equals sign) into every row of a column, and into those to come."""
        sheet = self.page.sheet
        table: Table = sheet.tables[self.table]
        _, headings, _, last = range_boundaries(table.ref)
        assert headings is not None
        assert last is not None
        for row in range(headings + 1, last + 1):
            put(self.page, f"{letter}{row}", f"={formula}", style, number_format)
        column = table.tableColumns[list(self.ids).index(letter)]
        column.calculatedColumnFormula = TableFormula(attr_text=formula)

    def _named(self, first: str, last: str | None) -> str:
        names = (f"[{self.page.text(self.ids[letter])}]" for letter in (first, last) if letter)
        return ":".join(names)
