"""What a workbook's cells hold, read by a program that is not ours."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

Position = tuple[str, int, int]
"""Sheet, row and column, counted from 0 as XlsxWriter does."""
Values = Mapping[Position, Any]


def cell_values(content: bytes) -> Values:
    """The value of every cell as the file holds it; empty cells are left out."""
    return _cells(content, data_only=True)


def formulas(content: bytes) -> Mapping[Position, str]:
    """The formula of every formula cell."""
    cells = _cells(content, data_only=False)
    return {place: text for place, text in cells.items() if isinstance(text, str) and text.startswith("=")}


def _cells(content: bytes, data_only: bool) -> Values:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # about what is lost on saving, but nothing is saved
        book = load_workbook(BytesIO(content), read_only=True, data_only=data_only)
        return {
            (sheet.title, row, column): value
            for sheet in book
            for row, cells in enumerate(sheet.iter_rows(values_only=True))
            for column, value in enumerate(cells)
            if value is not None
        }
