"""The plain values of a rectangle of cells, read at once: tables may have hundreds of thousands of rows."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from kpixl.ooxml.address import Area, column_number
from kpixl.ooxml.cell_values import Value, plain
from kpixl.ooxml.markup import attributes_of
from kpixl.ooxml.sheet import ANY_FORMULA, SheetXml
from kpixl.ooxml.xml import decoded, unescaped

_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?(?: [cv]m="[0-9]+")*'
    rb"(?: ?/>|>(<f(?: [^>]*)?(?:/>|>[^<]*</f>))?(?:<v ?/>|<v(?: xml:space=\"preserve\")?>([^<]*)</v>"
    rb"|<is><t(?: xml:space=\"preserve\")?>([^<]*)</t></is>)?</c>)"
)
"""A cell as Excel and most programs write it."""
_TAGS = (b"<c ", b"<c>", b"<c/>")
NO_STYLES: Container[str] = frozenset()


@dataclass(frozen=True)
class Grid:
    """What the cells of an area hold, row by row, and which of them hold formulas."""

    area: Area
    rows: tuple[tuple[Value, ...], ...]
    formulas: frozenset[tuple[int, int]]
    dates: frozenset[tuple[int, int]]  # cells that show a date, with a value or without


def read_grid(
    sheet: SheetXml, area: Area, texts: Sequence[str], date_styles: Container[str] = NO_STYLES
) -> Grid:
    """The cells of an area; `texts` are the shared strings, cells with `date_styles` show dates."""
    reading = _Reading(sheet, area, texts, date_styles)
    if sheet.is_uncommon or not reading.common():
        reading = _Reading(sheet, area, texts, date_styles)
        reading.any()
    rows = tuple(map(tuple, reading.rows))
    return Grid(area, rows, frozenset(reading.formulas), frozenset(reading.dates))


class _Reading:
    def __init__(
        self, sheet: SheetXml, area: Area, texts: Sequence[str], date_styles: Container[str]
    ) -> None:
        self.sheet, self.area, self.texts, self.date_styles = sheet, area, texts, date_styles
        self.rows: list[list[Value]] = [[None] * area.width for _ in range(area.height)]
        self.formulas: set[tuple[int, int]] = set()
        self.dates: set[tuple[int, int]] = set()

    def common(self) -> bool:
        """Reads a sheet whose cells are all written as is common; False where some are not.

        As many cells as there are tags of cells means that none was missed.
        """
        content, texts, rows = self.sheet.content, self.texts, self.rows
        top, left, bottom, right = self.area
        start, end = self.sheet.data_start, self.sheet.data_end
        start = max(start, content.find(b'<row r="%d"' % top, start, end))
        count = 0
        known: dict[bytes, str] = {}
        columns: dict[bytes, int] = {}
        for found in _CELL.finditer(content, start, end):
            letters, digits, style, kind, formula, value, inline = found.groups()
            row = int(digits)
            if row > bottom:
                end = found.start()
                break
            count += 1
            column = columns.get(letters)
            if column is None:
                column = columns[letters] = column_number(letters.decode())
            if row < top or column < left or column > right:
                continue
            if formula is not None:
                self.formulas.add((row, column))
            if style is not None and style.decode() in self.date_styles:
                self.dates.add((row, column))
            text = inline if kind == b"inlineStr" else value
            if text is None:
                if kind == b"str" and b"<v" in found[0]:
                    rows[row - top][column - left] = ""
            elif kind is None or kind == b"n":
                if not text:
                    continue
                try:
                    number = float(text)
                except ValueError:
                    return False
                if number - number:  # not a finite one
                    return False
                rows[row - top][column - left] = number
            elif kind == b"inlineStr" or kind == b"str":
                string = known.get(text)
                if string is None:
                    string = known[text] = decoded(unescaped(text.decode()))
                rows[row - top][column - left] = string
            elif kind == b"s" and text.isdigit() and int(text) < len(texts):
                rows[row - top][column - left] = texts[int(text)]
            elif kind == b"b" and text in (b"0", b"1"):
                rows[row - top][column - left] = text == b"1"
            else:
                return False
        return count == sum(content.count(tag, start, end) for tag in _TAGS)

    def any(self) -> None:
        """Reads a sheet however it is written."""
        top, left, bottom, right = self.area
        for row in self.sheet.rows():
            if not top <= row.number <= bottom:
                continue
            for cell in self.sheet.cells(row):
                if not left <= cell.column <= right:
                    continue
                stored = self.sheet.stored_of(cell)
                if stored is not None:
                    self.rows[row.number - top][cell.column - left] = plain(stored, self.texts)
                if ANY_FORMULA.search(cell.body):
                    self.formulas.add((row.number, cell.column))
                if attributes_of(cell.attributes).get("s") in self.date_styles:
                    self.dates.add((row.number, cell.column))
