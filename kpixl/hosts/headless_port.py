"""The workbook that macros work on where no spreadsheet program is: its bytes, patched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kpixl.hosts.headless import recalculated
from kpixl.i18n import Message
from kpixl.macros.port import Cells, Change, SetTable, Table
from kpixl.ooxml.address import Area
from kpixl.ooxml.cell_grid import Grid
from kpixl.ooxml.dates import from_1900
from kpixl.ooxml.opened import OpenedWorkbook
from kpixl.ooxml.table_rows import calculated_columns, with_named_cells, with_table_rows
from kpixl.recalc.options import DEFAULT_OPTIONS, Options
from kpixl.recalc.report import Outcome


class HeadlessWorkbook:
    """A `WorkbookPort` over a workbook's bytes; `content` is what they are now.

    `file` is what the workbook is called in messages.  `warnings` are what people should be told of what was
    written, `outcome` is what the last recalculation did.  Raises `WorkbookError` or `UnsafeWorkbook`, and
    is then as it was.
    """

    def __init__(self, content: bytes, file: str, options: Options = DEFAULT_OPTIONS) -> None:
        self._options = options
        self._book = OpenedWorkbook(content, file, options.limits)
        self.warnings: tuple[Message, ...] = ()
        self.outcome: Outcome | None = None
        self._written: tuple[tuple[str, Area], ...] = ()  # since then

    @property
    def file(self) -> str:
        return self._book.file

    @property
    def content(self) -> bytes:
        return self._book.content

    def has(self, name: str) -> bool:
        return self._book.has(name)

    def table(self, name: str) -> Table:
        _, table = self._book.table(name)
        grid = self._book.grid(table.sheet, table.data)
        return Table(table.name, table.columns, _cells(table.sheet, grid), calculated_columns(table, grid))

    def cells(self, name: str) -> Cells:
        sheet, area = self._book.named_area(name)
        return _cells(sheet, self._book.grid(sheet, area))

    def write(self, changes: Sequence[Change]) -> None:
        book, written = self._book, list(self._written)
        for change in changes:
            if isinstance(change, SetTable):
                parts = with_table_rows(book, change.table, change.rows)
            else:
                parts = with_named_cells(book, change.name, change.rows)
            if parts:
                book = self._opened(book.package.replaced(parts))
                written.append(_place(book, change))
        if book is not self._book and book.package.is_signed:
            self.warnings = (Message.of("recalc.warning.signature"),)
        self._book, self._written = book, tuple(written)

    def recalculate(self) -> None:
        """What depends on the cells written since the last time is computed, and what is due anyway."""
        options = replace(self._options, written=self._written)
        outcome = recalculated(self.content, self.file, options)
        if outcome.content != self.content:
            self._book = self._opened(outcome.content)
        self.outcome, self._written = outcome, ()

    def _opened(self, content: bytes) -> OpenedWorkbook:
        return OpenedWorkbook(content, self.file, self._options.limits)


def _cells(sheet: str, grid: Grid) -> Cells:
    rows = tuple(map(tuple, from_1900(grid)))
    return Cells(sheet, grid.area.top, grid.area.left, rows)


def _place(book: OpenedWorkbook, change: Change) -> tuple[str, Area]:
    """The cells that a change is about."""
    if isinstance(change, SetTable):
        _, table = book.table(change.table)
        return table.sheet, table.data
    return book.named_area(change.name)
