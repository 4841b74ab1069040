"""What a formula refers to: columns as they stand in it, row numbers filled in cell by cell.

Formulas that were filled down differ in their row numbers only.  The text of a reference therefore holds a
row number between two marks, or a sign for the row of the cell itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kpixl.ooxml.address import LAST_COLUMN, LAST_ROW, Area, column_number

MARK = "\ue001"  # before and after a row number
OWN_ROW = "\ue002"
# a row number in a cell reference, not in a name, a function, a sheet's name or a text
ROW_NUMBER = re.compile(r"""(?<![\w.$'"\\\[\]])(\$?[A-Za-z]{1,3}\$?)([0-9]{1,7})(?![\w.(!\[\]\\'"])""")
_CORNER = re.compile(rf"(\$?)([A-Za-z]{{0,3}})(\$?)(?:{MARK}([0-9]+){MARK}|([0-9]{{0,7}})|({OWN_ROW}))")


class Row(NamedTuple):
    """One row of a reference."""

    slot: int | None  # its place among the formula's row numbers; None: the same for every cell
    number: int  # the same for every cell; 0: the row of the cell itself
    fixed: bool  # does not move with a shared formula


class Reference(NamedTuple):
    """A cell or a range."""

    sheet: str | None  # None: the formula's own
    left: int
    right: int
    left_fixed: bool
    right_fixed: bool
    top: Row
    bottom: Row

    def columns(self, across: int = 0) -> tuple[int, int]:
        """Its first and last column, for a formula moved this far to the right."""
        left = self.left if self.left_fixed else self.left + across
        right = self.right if self.right_fixed else self.right + across
        return (left, right) if left <= right else (right, left)

    def area(self, rows: Sequence[str], own_row: int, down: int = 0, across: int = 0) -> Area:
        """The cells it means in a formula with these row numbers that was moved this far."""
        left, right = self.columns(across)
        top = _row(self.top, rows, own_row, down)
        if self.bottom is self.top:
            return Area(top, left, top, right)
        bottom = _row(self.bottom, rows, own_row, down)
        return Area(top, left, bottom, right) if top <= bottom else Area(bottom, left, top, right)

    @property
    def is_fixed(self) -> bool:
        """Whether it means the same cells wherever its formula stands."""
        return self.left_fixed and self.right_fixed and self.top.fixed and self.bottom.fixed


def marked(reference: str) -> str:
    """A reference with its row numbers marked."""
    return ROW_NUMBER.sub(rf"\1{MARK}\2{MARK}", reference)


def parsed(text: str, slots: Iterator[int]) -> Reference | None:
    """The reference that a marked text is, None for a name; `slots` numbers the marked rows."""
    sheet, mark, cells = text.rpartition("!")
    corners = [_CORNER.fullmatch(corner) for corner in cells.split(":")]
    first, last = corners[0], corners[-1]
    if len(corners) > 2 or first is None or last is None or not cells:
        return None
    if len(corners) == 1 and not (first[2] and (first[4] or first[5] or first[6])):
        return None
    top = _parsed_row(first, slots, 1)
    bottom = top if last is first else _parsed_row(last, slots, LAST_ROW)
    left = column_number(first[2]) if first[2] else 1
    right = column_number(last[2]) if last[2] else LAST_COLUMN
    return Reference(
        unquoted(sheet) if mark else None,
        left,
        right,
        bool(first[1]) or not first[2],
        bool(last[1]) or not last[2],
        top,
        bottom,
    )


def unquoted(sheet: str) -> str:
    """A sheet's name without the quotes that a reference needs."""
    return sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet


def _parsed_row(corner: re.Match[str], slots: Iterator[int], otherwise: int) -> Row:
    fixed = bool(corner[3])
    if corner[4]:
        return Row(next(slots), 0, fixed)
    if corner[6]:
        return Row(None, 0, False)
    return Row(None, int(corner[5] or otherwise), fixed or not corner[5])


def _row(row: Row, rows: Sequence[str], own_row: int, down: int) -> int:
    slot, number, fixed = row
    if slot is not None:
        number = int(rows[slot])
    elif not number:
        return own_row
    return number if fixed else number + down
