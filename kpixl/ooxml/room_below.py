"""Whether a table can have more rows: what is in the way below it."""

from __future__ import annotations

from kpixl.ooxml.address import Area, cell_name
from kpixl.ooxml.opened import OpenedWorkbook
from kpixl.ooxml.range_extension import Extension
from kpixl.ooxml.sheet import ANY_FORMULA, SheetXml

FILLED_BY_FORMULAS = (b"array", b"dataTable")


def obstacle(book: OpenedWorkbook, extension: Extension) -> str | None:
    """The first cell in the way of a table's new rows, by row and column; None if there is none.

    In the way is what has a value or a formula, and whatever merged cells, another table or an array begin
    with that reach into the new rows.
    """
    sheet, rows = book.sheet(extension.table.sheet), extension.new_rows
    areas = [
        *(table.area for table in book.package.tables if extension.is_on(table.sheet)),
        *sheet.merged_areas,
        *areas_filled_by_formulas(sheet),
    ]
    cells = [(area.top, area.left) for area in areas if area.meets(rows)]
    first = min([*_filled(sheet, rows), *cells], default=None)
    return cell_name(*first) if first else None


def areas_filled_by_formulas(sheet: SheetXml) -> list[Area]:
    """What the array formulas and the data tables of a sheet fill."""
    if not any(mark in sheet.content for mark in FILLED_BY_FORMULAS):
        return []
    return [cell.area for cell in sheet.formula_cells if cell.area and cell.kind in ("array", "dataTable")]


def _filled(sheet: SheetXml, rows: Area) -> list[tuple[int, int]]:
    for row in sheet.rows():
        if rows.top <= row.number <= rows.bottom:
            found = [
                (row.number, cell.column)
                for cell in sheet.cells(row)
                if rows.left <= cell.column <= rows.right
                and (sheet.stored_of(cell) or ANY_FORMULA.search(cell.body))
            ]
            if found:
                return found
    return []
