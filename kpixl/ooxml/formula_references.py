"""References in A1 form within a formula: found, moved, and made to reach further down.

What stands in texts and in square brackets is no such reference, nor is a name or a function that looks like
one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kpixl.ooxml.address import LAST_COLUMN, LAST_ROW, Area, column_letters, column_number

_IN_SHEET = r"""[^\s'"!:,;()\[\]{}&<>=+\-*/^%@#$]"""
"""A character of a sheet's name that needs no quotes."""
_CORNER = r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}"
_PIECE = re.compile(
    r'"(?:[^"]|"")*+"'  # a text
    r"|\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*+\])*+\]"  # columns of a table, or another workbook
    rf"|(?<!{_IN_SHEET})(?<![#$!'\]])(?P<sheet>(?<!:)(?:'(?:[^']|'')++'|{_IN_SHEET}++)!)?"
    rf"(?P<cells>{_CORNER}(?::{_CORNER})?|\$?[0-9]{{1,7}}:\$?[0-9]{{1,7}}|\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}})"
    rf"(?!{_IN_SHEET}|[(!\['$]|:{_IN_SHEET}*+!)"
    r"|'(?:[^']|'')*+'",  # the sheets of a reference through several
    re.DOTALL,
)
_SIDES = re.compile(r"(\$?)([A-Za-z]{0,3})(\$?)([0-9]{0,7})")


class Corner(NamedTuple):
    """One end of a reference; column 0 or row 0 where it has none, as in 5:5 or A:A."""

    column: int
    row: int
    column_fixed: bool
    row_fixed: bool

    @classmethod
    def parse(cls, text: str) -> Corner:
        found = _SIDES.fullmatch(text)
        assert found is not None  # the pattern of a piece holds no other
        mark, letters, second_mark, digits = found.groups()
        if not letters:  # in $5 the first mark is the row's
            mark, second_mark = "", mark or second_mark
        return cls(column_number(letters) if letters else 0, int(digits or 0), bool(mark), bool(second_mark))

    def moved(self, rows: int, columns: int) -> Corner:
        column = self.column + (0 if self.column_fixed or not self.column else columns)
        row = self.row + (0 if self.row_fixed or not self.row else rows)
        return self._replace(row=row, column=column)

    def is_beside(self, other: Corner) -> bool:
        """Whether a sheet has such a cell, row or column, as the other one is."""
        return self.is_on_sheet and (not self.row, not self.column) == (not other.row, not other.column)

    @property
    def is_on_sheet(self) -> bool:
        return 0 <= self.row <= LAST_ROW and 0 <= self.column <= LAST_COLUMN and bool(self.row or self.column)

    def __str__(self) -> str:
        letters = "$" * self.column_fixed + column_letters(self.column) if self.column else ""
        return letters + ("$" * self.row_fixed + str(self.row) if self.row else "")


class Reference(NamedTuple):
    """A reference to cells of one sheet."""

    sheet: str  # with its quotes and exclamation mark; empty: the formula's own
    corners: tuple[Corner, ...]  # one or two

    @property
    def sheet_name(self) -> str:
        """The sheet's name; empty for the formula's own."""
        name = self.sheet[:-1]
        return name[1:-1].replace("''", "'") if name.startswith("'") else name

    @property
    def area(self) -> Area | None:
        """The cells it names; None for whole rows or columns, and for what is no cell."""
        first, last = self.corners[0], self.corners[-1]
        if not (first.row and first.column and first.is_on_sheet and last.is_on_sheet):
            return None
        return Area.around([(first.row, first.column), (last.row, last.column)])

    @property
    def rows_are_fixed(self) -> bool:
        return all(corner.row_fixed for corner in self.corners)

    def with_bottom(self, row: int) -> Reference:
        """The reference with another last row."""
        first, last = self.corners[0], self.corners[-1]
        if first.row > last.row:
            return self._replace(corners=(first._replace(row=row), last))
        return self._replace(corners=(first, last._replace(row=row)))

    def __str__(self) -> str:
        return self.sheet + ":".join(map(str, self.corners))


class Change(NamedTuple):
    """Characters of a formula, and what is to stand there instead."""

    start: int
    end: int
    text: str


def changes(formula: str, change: Callable[[Reference], Reference | str | None]) -> Iterator[Change]:
    """Where each reference is to be what `change` gives for it; None leaves it as it is written."""
    for found in _PIECE.finditer(formula):
        if found["cells"] is None:
            continue
        old = Reference(found["sheet"] or "", tuple(map(Corner.parse, found["cells"].split(":"))))
        new = change(old)
        if isinstance(new, Reference) and new.sheet == old.sheet:
            yield Change(*found.span("cells"), str(new._replace(sheet="")))
        elif new is not None:
            yield Change(*found.span(), str(new))


def replaced(formula: str, change: Callable[[Reference], Reference | str | None]) -> str:
    """The formula with these changes made."""
    pieces, position = [], 0
    for start, end, text in changes(formula, change):
        pieces += [formula[position:start], text]
        position = end
    return "".join([*pieces, formula[position:]])


def moved(formula: str, rows: int, columns: int = 0) -> str:
    """The formula as it reads this many rows and columns further on."""

    def change(reference: Reference) -> Reference | str | None:
        corners = tuple(corner.moved(rows, columns) for corner in reference.corners)
        if corners == reference.corners or not all(corner.is_on_sheet for corner in reference.corners):
            return None  # a name, where a sheet has no such cell
        if all(new.is_beside(old) for new, old in zip(corners, reference.corners)):
            return reference._replace(corners=corners)
        return reference.sheet + "#REF!"

    return replaced(formula, change)
