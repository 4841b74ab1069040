"""A workbook that is nothing but tables and named cells, for tests of macros."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kpixl.errors import WorkbookError
from kpixl.macros.port import Cells, Change, SetCells, SetTable, Table


@dataclass
class MemoryWorkbook:
    """Fulfils `WorkbookPort`; `formulas` is what happens when it is recalculated."""

    tables: dict[str, Table] = field(default_factory=dict)
    names: dict[str, Cells] = field(default_factory=dict)
    formulas: Callable[[MemoryWorkbook], None] = lambda workbook: None
    file: str = "memory.xlsx"
    recalculations: int = 0

    def has(self, name: str) -> bool:
        return name in self.tables or name in self.names

    def table(self, name: str) -> Table:
        if name not in self.tables:
            raise WorkbookError("workbook.no_table", file=self.file, table=name)
        return self.tables[name]

    def cells(self, name: str) -> Cells:
        if name not in self.names:
            raise WorkbookError("workbook.no_name", file=self.file, name=name)
        return self.names[name]

    def write(self, changes: Sequence[Change]) -> None:
        for change in changes:
            if isinstance(change, SetTable):
                self._set_table(change)
            else:
                self._set_cells(change)

    def recalculate(self) -> None:
        self.recalculations += 1
        self.formulas(self)

    def _set_table(self, change: SetTable) -> None:
        table = self.table(change.table)
        width = len(table.headings)
        assert all(len(row) == width for row in change.rows)
        old = table.data.rows
        rows = [
            tuple(
                (old[place][column] if place < len(old) else None) if column in table.calculated else value
                for column, value in enumerate(row)
            )
            for place, row in enumerate(change.rows)
        ]
        rows += [(None,) * width] * (len(old) - len(rows))
        self.tables[change.table] = replace(table, data=replace(table.data, rows=tuple(rows)))

    def _set_cells(self, change: SetCells) -> None:
        cells = self.cells(change.name)
        assert [len(row) for row in change.rows] == [len(row) for row in cells.rows]
        self.names[change.name] = replace(cells, rows=change.rows)
