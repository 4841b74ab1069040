"""What macros expect of a planner is what the template builds."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.cell_range import CellRange

from kpixl.i18n import LANGUAGES, Language, has_text
from kpixl.macros.contract import INPUT_STYLES, NAMES, OUTPUT_NAMES, OUTPUT_STYLES, TABLES, Holds
from kpixl.template import theme
from kpixl.template.catalogue import TEMPLATES
from kpixl.template.planner.build import NAMES as BUILT


@pytest.fixture(scope="module", params=LANGUAGES)
def workbook(request: pytest.FixtureRequest) -> Workbook:
    language: Language = request.param
    return load_workbook(BytesIO(TEMPLATES["planner"].build(language)))


def test_the_names_are_those_of_the_template_in_the_same_shape() -> None:
    shapes = {named.name: CellRange(named.cells).size for named in BUILT}
    assert {name.name: {"rows": name.rows, "columns": name.columns} for name in NAMES} == shapes
    assert all(has_text(name.meaning_id) for name in NAMES)


def test_the_names_that_grow_are_columns_of_tables(workbook: Workbook) -> None:
    columns = set()
    for sheet in workbook:
        for table in sheet.tables.values():
            area = CellRange(table.ref)
            columns |= {
                (sheet.title, area.min_row + 1, area.max_row, place)
                for place in range(area.min_col, area.max_col + 1)
            }
    growing = set()
    for name in NAMES:
        ((sheet_name, cells),) = workbook.defined_names[name.name].destinations
        area = CellRange(cells)
        if area.size["columns"] == 1 and (sheet_name, area.min_row, area.max_row, area.min_col) in columns:
            growing.add(name.name)
    assert growing == {name.name for name in NAMES if name.grows}


def test_what_is_said_to_hold_formulas_does(workbook: Workbook) -> None:
    full = set()
    for name in NAMES:
        ((sheet, cells),) = workbook.defined_names[name.name].destinations
        values = [cell for row in CellRange(cells).rows for cell in row]
        if all(workbook[sheet].cell(*place).data_type == "f" for place in values):
            full.add(name.name)
    assert full == OUTPUT_NAMES


def test_the_tables_have_as_many_columns(workbook: Workbook) -> None:
    columns = {table.name: len(table.tableColumns) for sheet in workbook for table in sheet.tables.values()}
    assert columns == {name: len(held) for name, held in TABLES.items()}


def test_the_styles_of_inputs_and_outputs_are_styles_of_the_templates() -> None:
    styles = {value for value in vars(theme).values() if isinstance(value, str)}
    assert styles >= OUTPUT_STYLES
    assert {style for style in styles if style.startswith("kpixl input")} == INPUT_STYLES


def test_calculated_columns_are_those_that_hold_formulas_and_inputs_with_a_default(
    workbook: Workbook,
) -> None:
    for sheet in workbook:
        for table in sheet.tables.values():
            area = CellRange(table.ref)
            for place, (column, held) in enumerate(zip(table.tableColumns, TABLES[table.name])):
                cell = sheet.cell(area.min_row + 1, area.min_col + place)
                stated = column.calculatedColumnFormula is not None
                assert stated == (held is Holds.FORMULAS or cell.data_type == "f"), column.name
                assert held is Holds.FORMULAS or not stated or cell.style in INPUT_STYLES, column.name
