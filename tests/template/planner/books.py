"""Planners for tests: filled with a case, edited as a user would, recalculated, and read by defined names."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.cell_range import CellRange

from kpixl.hosts.headless import recalculate_content
from kpixl.i18n import Language
from kpixl.ooxml.address import parse_cell
from kpixl.ooxml.package import Package
from kpixl.ooxml.sheet import SheetXml, Stored
from kpixl.recalc.options import Options
from kpixl.template.layout import Recipe
from kpixl.template.planner.build import SHEETS, build_planner
from kpixl.template.planner.case import BLANK, Case


@cache
def built(case: Case = BLANK, language: Language = "ja", sheets: tuple[Recipe[Case], ...] = SHEETS) -> bytes:
    """The planner of a case as it is built: its formulas have no values yet. Fewer sheets are quicker."""
    return build_planner(case, language, sheets)


@cache
def filled(case: Case = BLANK, language: Language = "ja", sheets: tuple[Recipe[Case], ...] = SHEETS) -> bytes:
    """The planner of a case, recalculated."""
    return recalculate_content(built(case, language, sheets), "planner.xlsx").content


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
            cell.value = one  # type: ignore[assignment]  # what a cell takes is for the test to know
    stream = io.BytesIO()
    workbook.save(stream)
    return recalculate_content(stream.getvalue(), "planner.xlsx").content


def typed(content: bytes, sheet: str, inputs: Mapping[str, object]) -> bytes:
    """The workbook with other values in these cells of the sheet, by address, recalculated."""
    workbook = load_workbook(io.BytesIO(content))
    for address, one in inputs.items():
        cell = workbook[sheet][address]
        assert cell.data_type != "f", f"{address} is computed"
        cell.value = one  # what a cell takes is for the test to know
    stream = io.BytesIO()
    workbook.save(stream)
    return recalculate_content(stream.getvalue(), "planner.xlsx").content


def recorded(content: bytes, records: Sequence[tuple[date, str, str | None, float]]) -> bytes:
    """The workbook with these rows (date, metric, channel, value) below the records it has, recalculated."""
    workbook = load_workbook(io.BytesIO(content))
    (sheet,) = (sheet for sheet in workbook.worksheets if "Actuals" in sheet.tables)
    table = sheet.tables["Actuals"]
    area = CellRange(table.ref)
    row = 1 + max(row for row, column in area.cells if sheet.cell(row, column).value is not None)
    for record in records:
        for column, one in enumerate(record, area.min_col):
            sheet.cell(row, column).value = one
        row += 1
    area.max_row = max(area.max_row, row - 1)
    table.ref = area.coord
    if table.autoFilter is not None:
        table.autoFilter.ref = area.coord
    stream = io.BytesIO()
    workbook.save(stream)
    return recalculate_content(stream.getvalue(), "planner.xlsx").content


def edited_in_place(content: bytes, inputs: Mapping[tuple[str, str], object]) -> bytes:
    """The workbook with other values in these cells (sheet, address) and every other byte kept, the charts'
    caches with them; recalculated in full, as a spreadsheet program does after typing."""
    package = Package(content, "planner.xlsx")
    parts = {sheet.name: sheet.part for sheet in package.sheets}
    typed_in: dict[str, dict[tuple[int, int], Stored | None]] = {}
    for (sheet, address), one in inputs.items():
        typed_in.setdefault(parts[sheet], {})[parse_cell(address)] = _stored(one)
    changed = {}
    for part, cells in typed_in.items():
        xml = SheetXml(package.read(part), "planner.xlsx", part)
        assert not {cell.position for cell in xml.formula_cells} & cells.keys(), "a cell is computed"
        changed[part] = xml.written(cells)
    return recalculate_content(package.replaced(changed), "planner.xlsx", Options(full=True)).content


def _stored(one: object) -> Stored | None:
    if one is None:
        return None
    if isinstance(one, str):
        return Stored("str", one)
    return Stored(None, repr(to_excel(one) if isinstance(one, date) else one))


def place(content: bytes, name: str, number: int = 0) -> tuple[str, str]:
    """Sheet and address of one cell of a defined name, counted from 0 row by row."""
    ((sheet, reference),) = shown(content).defined_names[name].destinations
    return sheet, shown(content)[sheet].cell(*list(CellRange(reference).cells)[number]).coordinate


@cache
def shown(content: bytes) -> Workbook:
    """The workbook with the values that stand in its cells; to be read only."""
    return load_workbook(io.BytesIO(content), data_only=True)


def values(content: bytes, name: str) -> list[object]:
    """The values of a defined name, row by row; what shows nothing is None."""
    workbook = shown(content)
    cells = [
        workbook[sheet].cell(*at).value
        for sheet, reference in workbook.defined_names[name].destinations
        for at in CellRange(reference).cells
    ]
    return [None if one == "" else one for one in cells]


def value(content: bytes, name: str) -> object:
    """The value of a defined name of one cell."""
    (only,) = values(content, name)
    return only


def errors(content: bytes) -> list[str]:
    """The cells that show an error value."""
    return [
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in shown(content).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e"
    ]
