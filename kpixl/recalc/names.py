"""What the references of a workbook's formulas can mean: sheets, tables and defined names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kpixl.ooxml.package import DefinedName
from kpixl.ooxml.tables import Table
from kpixl.recalc.references import unquoted


@dataclass(frozen=True)
class Names:
    """What the references of a workbook's formulas can mean: its sheets, tables and defined names."""

    sheet_names: tuple[str, ...] = ()
    all_tables: tuple[Table, ...] = ()
    defined_names: tuple[DefinedName, ...] = ()

    @cached_property
    def sheets(self) -> Mapping[str, str]:
        """By lower-case name."""
        return {name.lower(): name for name in self.sheet_names}

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """By lower-case name."""
        return {table.name.lower(): table for table in self.all_tables}

    @cached_property
    def _formulas(self) -> Mapping[tuple[str | None, str], str]:
        return {(name.sheet, name.name.lower()): name.formula for name in self.defined_names}

    @cached_property
    def _tables_on(self) -> Mapping[str, Sequence[Table]]:
        sheets: dict[str, list[Table]] = defaultdict(list)
        for table in self.tables.values():
            sheets[table.sheet].append(table)
        return sheets

    @cached_property
    def _rows_of_tables(self) -> dict[int, tuple[bool, ...]]:
        return {}

    @cached_property
    def are_local(self) -> bool:
        """Whether a name can mean something else on another sheet."""
        return any(name.sheet is not None for name in self.defined_names)

    def formula(self, name: str, sheet: str) -> str | None:
        """The formula of a name, which may be written with its sheet, as used on a sheet."""
        stated, _, plain = name.rpartition("!")
        at = self.sheets.get(unquoted(stated).lower()) if stated else sheet
        return self._formulas.get((at, plain.lower()), self._formulas.get((None, plain.lower())))

    def surroundings(self, sheet: str, row: int, column: int) -> Hashable:
        """What decides the meaning of a structured reference at a place, but for the row itself."""
        rows = self._rows_of_tables.get(row)
        if rows is None:
            rows = self._rows_of_tables[row] = tuple(
                table.first_row <= row <= table.last_row for table in self.tables.values()
            )
        for table in self._tables_on.get(sheet, ()):
            if table.area.holds((row, column)):
                return sheet, rows, table.name
        return sheet, rows
