"""The rows that come to a table: each cell as the last row of data has it, with another value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from xml.sax.saxutils import escape

from kpixl.ooxml.address import column_letters
from kpixl.ooxml.cell_grid import Grid
from kpixl.ooxml.cell_values import Value, number_text, typed_content
from kpixl.ooxml.formula_references import moved
from kpixl.ooxml.markup import Edit, attributes_of
from kpixl.ooxml.range_extension import Extension
from kpixl.ooxml.row_edits import Rendering, edits_of_rows
from kpixl.ooxml.sheet import FormulaCell, SheetXml
from kpixl.ooxml.tables import Table

AT_A_TIME = 2000
"""Rows that are put together as text before they become bytes."""


@dataclass(frozen=True)
class Filling:
    """What stands in the cells of one column."""

    letters: str
    style: str  # the attribute, with a space before it; empty: none
    formula: str | None = None  # of the row `of`, None: values
    of: int = 0
    is_array: bool = False  # each cell has an array formula of its own
    metadata: str = ""  # the attribute that makes it a dynamic one

    def cell(self, prefix: str, number: int, value: Value) -> str:
        """The cell in a row; empty where it would say nothing but where it is."""
        name = f"{self.letters}{number}"
        if self.formula is not None:
            formula = escape(moved(self.formula, number - self.of))
            array = f' t="array" ref="{name}"' if self.is_array else ""
            return (
                f'<{prefix}c r="{name}"{self.style}{self.metadata}>'
                f"<{prefix}f{array}>{formula}</{prefix}f></{prefix}c>"
            )
        if type(value) is float:
            text = number_text(value)
            return f'<{prefix}c r="{name}"{self.style}><{prefix}v>{text}</{prefix}v></{prefix}c>'
        kind, content = _content(value, prefix)
        if content:
            return f'<{prefix}c r="{name}"{self.style}{kind}>{content}</{prefix}c>'
        return f'<{prefix}c r="{name}"{self.style}/>' if self.style else ""


@lru_cache(maxsize=65_536, typed=True)
def _content(value: Value, prefix: str) -> tuple[str, str]:
    """The type attribute and the content of a cell; texts repeat in the columns of a table."""
    kind, content = typed_content(value, prefix.encode())
    return f' t="{kind}"' if kind else "", content.decode()


def fillings(sheet: SheetXml, extension: Extension, grid: Grid, calculated: frozenset[int]) -> list[Filling]:
    """How the new cells of each column are to be."""
    table = extension.table
    styles = _styles_of_row(sheet, table.last_row)
    sources = _sources(sheet, table, grid, calculated)
    found = []
    for place, column in enumerate(range(table.area.left, table.area.right + 1)):
        style = styles[column] if column in styles else sheet.style_of_column(column)
        attribute = f' s="{style}"' if style and style.isdecimal() and int(style) else ""
        letters = column_letters(column)
        source = sources.get(column)
        if source is not None:
            metadata = _metadata(sheet, source) if source.dynamic else ""
            is_array = source.kind == "array"
            formula = extension.formula(source.formula, table.sheet, only_fixed=True)
            found.append(Filling(letters, attribute, formula, source.row, is_array, metadata))
        else:
            stated = table.formulas[place] if place in calculated else None
            found.append(Filling(letters, attribute, stated, table.last_row))
    return found


def edits_of_new_rows(
    sheet: SheetXml, table: Table, rows: Sequence[Sequence[Value]], columns: Sequence[Filling]
) -> Iterator[Edit]:
    """What writes these rows below a table's data; rows that are in the file already get cells more."""
    prefix, left, first = sheet.prefix.decode(), table.area.left, table.last_row + 1
    height = _own_height(sheet, table.last_row)

    def renderings(number: int) -> dict[int, Rendering]:
        cells = [
            filling.cell(prefix, number, value).encode()
            for filling, value in zip(columns, rows[number - first])
        ]
        return {column: lambda _, new=new: new for column, new in enumerate(cells, left)}  # type: ignore[misc]

    def row(number: int) -> str:
        cells = "".join(
            [filling.cell(prefix, number, value) for filling, value in zip(columns, rows[number - first])]
        )
        return f'<{prefix}row r="{number}"{height}>{cells}</{prefix}row>' if cells else ""

    def new_rows(numbers: Sequence[int]) -> bytes:
        remaining = iter(numbers)
        pieces = []
        while some := list(islice(remaining, AT_A_TIME)):
            pieces.append("".join(map(row, some)).encode())
        return b"".join(pieces)

    return edits_of_rows(sheet, range(first, first + len(rows)), renderings, new_rows)


def _metadata(sheet: SheetXml, cell: FormulaCell) -> str:
    """The attribute by which an array formula is a dynamic one."""
    tag = sheet.content[cell.start : cell.formula_start]
    return f' cm="{escape(attributes_of(tag).get("cm", ""))}"'


def _own_height(sheet: SheetXml, number: int) -> str:
    """The attributes of a row that was given its height by hand."""
    row = sheet.row(number)
    attributes = attributes_of(sheet.content[row.start : row.tag_end]) if row else {}
    if attributes.get("customHeight") in ("1", "true") and "ht" in attributes:
        return f' ht="{escape(attributes["ht"])}" customHeight="1"'
    return ""


def _styles_of_row(sheet: SheetXml, number: int) -> dict[int, str | None]:
    """The styles of a row's cells by column."""
    row = sheet.row(number)
    cells = sheet.cells(row) if row else ()
    return {cell.column: attributes_of(cell.attributes).get("s") for cell in cells}


def _sources(sheet: SheetXml, table: Table, grid: Grid, calculated: frozenset[int]) -> dict[int, FormulaCell]:
    """The last cell with a formula in each calculated column, with that formula also where it is shared."""
    rows: dict[int, int] = {}
    for row, column in grid.formulas:
        if column - table.area.left in calculated:
            rows[column] = max(row, rows.get(column, 0))
    wanted = {(row, column) for column, row in rows.items()}
    if not wanted:
        return {}
    masters: dict[str, FormulaCell] = {}
    found = {}
    for cell in sheet.formula_cells:
        if cell.shared is not None and cell.formula and (cell.area or cell.shared not in masters):
            masters[cell.shared] = cell
        if cell.position in wanted:
            found[cell.column] = cell
    return {column: _with_own_formula(cell, masters) for column, cell in found.items()}


def _with_own_formula(cell: FormulaCell, masters: dict[str, FormulaCell]) -> FormulaCell:
    master = masters.get(cell.shared or "")
    if cell.formula or master is None:
        return cell
    formula = moved(master.formula, cell.row - master.row, cell.column - master.column)
    return cell._replace(formula=formula)
