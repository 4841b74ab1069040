"""A workbook whose tables and named cells are looked up, read, and written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from kpixl.errors import UnsafeWorkbook, WorkbookError
from kpixl.ooxml.address import Area
from kpixl.ooxml.cell_grid import Grid, read_grid
from kpixl.ooxml.cells import shared_texts
from kpixl.ooxml.chart_references import Cell, References
from kpixl.ooxml.dates import styles_of_1904_dates
from kpixl.ooxml.limits import DEFAULT_LIMITS, Limits
from kpixl.ooxml.package import Package
from kpixl.ooxml.sheet import SheetXml
from kpixl.ooxml.tables import Table

Names = Mapping[tuple[str | None, str], str]


class OpenedWorkbook:
    """A workbook's bytes, of which each part is read once.  Raises `WorkbookError` or `UnsafeWorkbook`."""

    def __init__(self, content: bytes, file: str, limits: Limits = DEFAULT_LIMITS) -> None:
        self.content, self.file = content, file
        self.package = Package(content, file, limits)
        self._sheets: dict[str, SheetXml] = {}

    def part_of(self, sheet: str) -> str:
        """The part of a sheet."""
        return next(entry.part for entry in self.package.sheets if entry.name == sheet)

    def sheet(self, name: str) -> SheetXml:
        """A worksheet by its name."""
        if name not in self._sheets:
            part = self.part_of(name)
            self._sheets[name] = SheetXml(self.package.read_sheet(part), self.file, part)
        return self._sheets[name]

    def has(self, name: str) -> bool:
        """Whether there is a table or a name of the workbook like that."""
        return name.casefold() in self._tables or (None, name.lower()) in self.names

    def table(self, name: str) -> tuple[str, Table]:
        """A table with its part."""
        found = self._tables.get(name.casefold())
        if found is None:
            raise WorkbookError("workbook.no_table", file=self.file, table=name)
        part, table = found
        if table.data.height < 1 or len(table.columns) != table.area.width:
            raise WorkbookError("workbook.part_invalid", file=self.file, part=part, detail=str(table.area))
        return found

    def named_area(self, name: str) -> tuple[str, Area]:
        """The sheet and the cells that a name of the workbook stands for."""
        formula = self.names.get((None, name.lower()))
        if formula is None:
            raise WorkbookError("workbook.no_name", file=self.file, name=name)
        areas = self.references(self.names).areas(formula)
        sheets = {entry.name.casefold(): entry.name for entry in self.package.sheets}
        if len(areas) != 1 or areas[0][0].casefold() not in sheets:
            raise WorkbookError("workbook.name_is_no_area", file=self.file, name=name, formula=formula)
        ((sheet, area),) = areas
        return sheets[sheet.casefold()], area

    def grid(self, sheet: str, area: Area) -> Grid:
        """What the cells of an area hold."""
        limit = self.package.archive.limits.cells
        if area.size > limit:
            raise UnsafeWorkbook("workbook.too_many_cells", file=self.file, limit=limit)
        return read_grid(self.sheet(sheet), area, self.texts, self.dates_1904)

    @cached_property
    def texts(self) -> Sequence[str]:
        return shared_texts(self.package)

    @cached_property
    def dates_1904(self) -> frozenset[str]:
        return styles_of_1904_dates(self.package)

    @cached_property
    def names(self) -> Names:
        """The formulas of the names, by the sheet they are local to and in lower case."""
        return {(name.sheet, name.name.lower()): name.formula for name in self.package.defined_names}

    def references(self, names: Names) -> References:
        """How charts are to be read, with names that mean this."""
        sheets = {entry.name for entry in self.package.sheets}

        def is_hidden(cell: Cell) -> bool:
            return cell[0] in sheets and self.sheet(cell[0]).is_hidden(cell[1:])

        return References(names, is_hidden)

    @cached_property
    def _tables(self) -> Mapping[str, tuple[str, Table]]:
        return {table.name.casefold(): (part, table) for part, table in self.package.parts_of_tables}
