"""Moving a formula by another way than `formula_references`: by the pieces that the engine's parser finds."""

from __future__ import annotations

import re

from kpixl.ooxml.address import LAST_COLUMN, LAST_ROW, column_letters, column_number
from kpixl.recalc.engine import TokenKind, tokens

CORNER = re.compile(r"(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)([0-9]{1,7}))?")  # A1, or one side of A:A or 1:1


def moved_by_tokens(formula: str, rows: int, columns: int) -> str:
    """The formula as it reads this many rows and columns further on; raises `NotAFormula`."""
    return "".join(
        _moved_reference(token.text, rows, columns) if token.kind is TokenKind.REFERENCE else token.text
        for token in tokens(formula)
    )


def _moved_reference(reference: str, rows: int, columns: int) -> str:
    sheet, mark, cells = reference.rpartition("!")
    if not cells or cells.isalpha() or not all(CORNER.fullmatch(corner) for corner in cells.split(":")):
        return reference  # a name, or a reference lost already
    corners = [_moved_corner(corner, rows, columns) for corner in cells.split(":")]
    return sheet + mark + (":".join(corners) if all(corners) else "#REF!")


def _moved_corner(corner: str, rows: int, columns: int) -> str:
    """A cell, column or row moved; an empty text beyond the sheet's edge."""
    fixed_column, letters, fixed_row, digits = CORNER.fullmatch(corner).groups()  # type: ignore[union-attr]
    column = column_number(letters or "A") + (0 if fixed_column or not letters else columns)
    row = int(digits or 1) + (0 if fixed_row or not digits else rows)
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        return ""
    return f"{fixed_column}{column_letters(column)}" * bool(letters) + f"{fixed_row}{row}" * bool(digits)
