"""Planners for tests: filled with a case, edited as a user would, recalculated, and read by defined names."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import cache

from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import CellRange

from kpixl.hosts.headless import recalculate_content
from kpixl.i18n import Language
from kpixl.template.planner.build import build_planner
from kpixl.template.planner.case import BLANK, Case
from kpixl.template.values import named_values


@cache
def built(case: Case = BLANK, language: Language = "ja") -> bytes:
    """The planner of a case as it is built: its formulas have no values yet."""
    return build_planner(case, language)


@cache
def filled(case: Case = BLANK, language: Language = "ja") -> bytes:
    """The planner of a case, recalculated."""
    return recalculate_content(built(case, language), "planner.xlsx").content


def edited(content: bytes, inputs: Mapping[str, object]) -> bytes:
    """The workbook with other values in these named cells (one value, or one for each cell), recalculated."""
    workbook = load_workbook(io.BytesIO(content))
    for name, value in inputs.items():
        ((sheet, reference),) = workbook.defined_names[name].destinations
        places = list(CellRange(reference).cells)
        given = list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]
        assert len(given) == len(places), f"{name} has {len(places)} cells"
        for at, one in zip(places, given):
            cell = workbook[sheet].cell(*at)
            assert cell.data_type != "f", f"{name} is computed"
            cell.value = one
    stream = io.BytesIO()
    workbook.save(stream)
    return recalculate_content(stream.getvalue(), "planner.xlsx").content


def values(content: bytes, name: str) -> list[object]:
    """The values of a defined name, row by row; what shows nothing is None."""
    return [None if value == "" else value for value in named_values(content, (name,))[name]]


def value(content: bytes, name: str) -> object:
    """The value of a defined name of one cell."""
    (only,) = values(content, name)
    return only


def errors(content: bytes) -> list[str]:
    """The cells that show an error value."""
    workbook = load_workbook(io.BytesIO(content), data_only=True)
    return [
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e"
    ]
