"""Plain values written into cells that are there or not, where these do not hold them already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from kpixl.errors import WorkbookError
from kpixl.ooxml.address import cell_name
from kpixl.ooxml.cell_grid import Grid
from kpixl.ooxml.cell_values import Value, cell, fault_of, is_same
from kpixl.ooxml.markup import ONLY_POSITION, Edit
from kpixl.ooxml.opened import OpenedWorkbook
from kpixl.ooxml.room_below import areas_filled_by_formulas
from kpixl.ooxml.row_edits import Rendering, edits_of_rows


def edits_of_values(
    book: OpenedWorkbook,
    sheet: str,
    grid: Grid,
    rows: Sequence[Sequence[Value]],
    kept: Collection[int] = (),
) -> list[Edit]:
    """What puts these rows of values into the cells of a grid, from its first row on.

    The columns at the places of `kept` stay as they are.  A formula is never overwritten.
    """
    top, left, bottom, right = grid.area
    places = [place for place in range(grid.area.width) if place not in kept]

    def changed(number: int) -> dict[int, Value]:
        old, new = grid.rows[number - top], rows[number - top]
        return {left + place: new[place] for place in places if not is_same(old[place], new[place])}

    numbers = [number for number in range(top, bottom + 1) if changed(number)]
    if not numbers:
        return []
    xml = book.sheet(sheet)
    arrays = [area for area in areas_filled_by_formulas(xml) if area.meets(grid.area)]
    for number in numbers:
        for column, value in changed(number).items():
            refuse_unwritable(book, sheet, number, column, value)
            if (number, column) in grid.formulas or any(area.holds((number, column)) for area in arrays):
                raise WorkbookError(
                    "workbook.formula_there", file=book.file, sheet=sheet, cell=cell_name(number, column)
                )
    styles = {left + place: xml.style_of_column(left + place) for place in places}

    def renderings(number: int) -> dict[int, Rendering]:
        return {
            column: partial(_cell, xml.prefix, styles[column], value)
            for column, value in changed(number).items()
        }

    def new_rows(numbers: Sequence[int]) -> bytes:
        return b"".join(map(new_row, numbers))

    def new_row(number: int) -> bytes:
        cells = b"".join(
            rendering(f' r="{cell_name(number, column)}"'.encode())
            for column, rendering in renderings(number).items()
        )
        return b'<%srow r="%d">%s</%srow>' % (xml.prefix, number, cells, xml.prefix) if cells else b""

    corners = [(numbers[0], left), (numbers[-1], right)]
    return [*edits_of_rows(xml, numbers, renderings, new_rows), *xml.edits_of_dimension(corners)]


def refuse_unwritable(book: OpenedWorkbook, sheet: str, row: int, column: int, value: Value) -> None:
    """Refuse a value that no cell can hold."""
    fault = fault_of(value)
    if fault:
        raise WorkbookError(
            f"workbook.value_{fault}", file=book.file, sheet=sheet, cell=cell_name(row, column)
        )


def _cell(prefix: bytes, style: str | None, value: Value, attributes: bytes) -> bytes:
    """A cell that holds the value; one that was not there has the style of its column."""
    if style and value is not None and ONLY_POSITION.fullmatch(attributes):
        attributes += f' s="{style}"'.encode()
    return cell(prefix, value, attributes)
