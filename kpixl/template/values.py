"""Reading the values that stand in a workbook's named cells."""

from __future__ import annotations

import io
from collections.abc import Iterable

from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import CellRange


def named_values(content: bytes, names: Iterable[str]) -> dict[str, list[object]]:
    """The stored values of these defined names, row by row; a single cell is a list of one."""
    workbook = load_workbook(io.BytesIO(content), data_only=True)
    return {
        name: [
            workbook[sheet].cell(*at).value
            for sheet, reference in workbook.defined_names[name].destinations
            for at in CellRange(reference).cells
        ]
        for name in names
    }
