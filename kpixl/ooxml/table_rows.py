"""The rows of a table, replaced and added to, as changes of the parts that know of them."""

from __future__ import annotations

from collections.abc import Sequence

from kpixl.errors import WorkbookError
from kpixl.ooxml.address import LAST_ROW
from kpixl.ooxml.cell_grid import Grid
from kpixl.ooxml.cell_values import Value
from kpixl.ooxml.cell_writing import edits_of_values, refuse_unwritable
from kpixl.ooxml.chart_growth import extended_chart
from kpixl.ooxml.charts import refreshed
from kpixl.ooxml.dates import from_1904
from kpixl.ooxml.extended_parts import edits_of_sheet, may_extend, pivot_cache_part, table_part, workbook_part
from kpixl.ooxml.formula_references import moved
from kpixl.ooxml.markup import Edit
from kpixl.ooxml.new_rows import edits_of_new_rows, fillings
from kpixl.ooxml.opened import OpenedWorkbook
from kpixl.ooxml.range_extension import Extension
from kpixl.ooxml.room_below import obstacle
from kpixl.ooxml.tables import Table
from kpixl.ooxml.written_cells import WrittenCells

Rows = Sequence[Sequence[Value]]


def calculated_columns(table: Table, grid: Grid) -> frozenset[int]:
    """The places of the columns that formulas fill: one stands in the last row, or the table says one."""
    left = table.area.left
    in_cells = {column - left for _, column in grid.formulas}
    in_last_row = {column - left for row, column in grid.formulas if row == table.last_row}
    stated = {
        place
        for place, formula in enumerate(table.formulas)
        # nowhere is said from which row the relative references of a formula count that no cell has
        if formula and (place in in_cells or moved(formula, 1) == formula)
    }
    return frozenset(in_last_row | stated)


def with_table_rows(book: OpenedWorkbook, name: str, rows: Rows) -> dict[str, bytes]:
    """The parts that change when these are a table's rows of data; rows that are left over are emptied.

    Raises `WorkbookError` for what cannot be done without loss.
    """
    part, table = book.table(name)
    if any(len(row) != table.area.width for row in rows):
        raise ValueError(f"{table.name} has {table.area.width} columns")
    grid = book.grid(table.sheet, table.data)
    calculated = calculated_columns(table, grid)
    count, blank = grid.area.height, (None,) * grid.area.width
    rows = [*from_1904(rows, grid), *[blank] * (count - len(rows))]
    edits = edits_of_values(book, table.sheet, grid, rows, calculated)
    written = WrittenCells(grid, rows, calculated)
    if len(rows) == count:
        return _changed_parts(book, table.sheet, edits, written)
    extension = _growth(book, table, len(rows))
    edits += _edits_of_new_rows(book, extension, grid, rows[count:], calculated)
    parts = _changed_parts(book, table.sheet, edits, written, extension)
    parts[part] = table_part(book.package.read(part), extension)
    return parts


def with_named_cells(book: OpenedWorkbook, name: str, rows: Rows) -> dict[str, bytes]:
    """The parts that change when these are the values of the cells that a name stands for."""
    sheet, area = book.named_area(name)
    if len(rows) != area.height or any(len(row) != area.width for row in rows):
        raise ValueError(f"{name} has {area.height} rows and {area.width} columns")
    grid = book.grid(sheet, area)
    rows = from_1904(rows, grid)
    return _changed_parts(book, sheet, edits_of_values(book, sheet, grid, rows), WrittenCells(grid, rows))


def _growth(book: OpenedWorkbook, table: Table, count: int) -> Extension:
    """The table with this many rows of data, where there is room for it."""
    last_row = table.first_row + count - 1
    if table.total_rows:
        raise WorkbookError("workbook.totals_row", file=book.file, table=table.name, sheet=table.sheet)
    if last_row > LAST_ROW:
        raise WorkbookError(
            "workbook.sheet_full",
            file=book.file,
            table=table.name,
            rows=count,
            most=LAST_ROW - table.first_row + 1,
        )
    extension = Extension(table, last_row)
    cell = obstacle(book, extension)
    if cell:
        raise WorkbookError(
            "workbook.no_room", file=book.file, table=table.name, sheet=table.sheet, rows=count, cell=cell
        )
    return extension


def _edits_of_new_rows(
    book: OpenedWorkbook, extension: Extension, grid: Grid, rows: Rows, calculated: frozenset[int]
) -> list[Edit]:
    table = extension.table
    sheet, area = book.sheet(table.sheet), table.area
    places = [place for place in range(area.width) if place not in calculated]
    known: set[Value] = set()
    for number, row in enumerate(rows, table.last_row + 1):
        for place in places:
            value = row[place]
            if value not in known:
                refuse_unwritable(book, table.sheet, number, area.left + place, value)
                known.add(value)
    corners = [(table.last_row + 1, area.left), (table.last_row + len(rows), area.right)]
    columns = fillings(sheet, extension, grid, calculated)
    return [
        *edits_of_new_rows(sheet, table, rows, columns),
        *sheet.edits_of_dimension(corners),
    ]


def _changed_parts(
    book: OpenedWorkbook,
    sheet: str,
    edits: list[Edit],
    written: WrittenCells,
    extension: Extension | None = None,
) -> dict[str, bytes]:
    """The sheet with its edits, the charts that show its cells, and what a grown table leads to."""
    if not edits:
        return {}
    package = book.package
    changed = {}
    edits_of = {sheet: edits}
    names, charts = book.names, {part: package.read(part) for part in package.chart_parts}
    if extension:
        for entry in package.sheets:
            if entry.name == sheet or may_extend(package.read(entry.part), extension):
                more = edits_of_sheet(book.sheet(entry.name), entry.name, extension)
                edits_of[entry.name] = [*edits_of.get(entry.name, ()), *more]
        changed[package.workbook_part] = workbook_part(package.read(package.workbook_part), extension)
        for part in package.pivot_cache_parts:
            changed[part] = pivot_cache_part(package.read(part), extension)
        names = {key: extension.formula(formula) for key, formula in names.items()}
        before, after = book.references(book.names), book.references(names)
        charts = {part: extended_chart(content, extension, before, after) for part, content in charts.items()}
    references = book.references(names)
    for part, content in charts.items():
        changed[part] = refreshed(content, {sheet: written}, references)
    for name, found in edits_of.items():
        if found:
            changed[book.part_of(name)] = book.sheet(name).patched(found)
    for part, content in changed.items():
        package.refuse_large(part, content)
    return {part: content for part, content in changed.items() if content != package.read(part)}
