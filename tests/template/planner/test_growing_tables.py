"""The planner's tables stay right when they grow, in a macro's hands and in Excel's."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

import pytest
from books import built, errors, filled, shown, values
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from kpixl.domain.checks import check
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.i18n import LANGUAGES, Language
from kpixl.macros.contract import NAMES, OUTPUT_NAMES
from kpixl.macros.port import SetTable
from kpixl.ooxml.address import LAST_ROW, Area
from kpixl.ooxml.formula_references import Reference, replaced
from kpixl.template.planner.cases.web import WEB

LISTS = {
    "Leads": {"lead_scores", "lead_states"},
    "Reviews": {"review_states"},
    "Measures": {"measure_states"},
    "Tree": {"csf_scores"},
    "Actuals": set(),
}
"""The lists that people make longer, with the names that grow with them."""

FINDINGS = {"design_checks", "design_problems"}
"""They name rows, and the definitions that a sample writes over formulas stay in theirs."""


@cache
def grown(table: str, language: Language) -> bytes:
    """The sample planner, with as many blank rows before the rows of this table as it had."""
    workbook = HeadlessWorkbook(filled(WEB, language), "planner.xlsx")
    rows = workbook.table(table).data.rows
    workbook.write([SetTable(table, ((None,) * len(rows[0]),) * len(rows) + rows)])
    workbook.recalculate()
    return workbook.content


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", LISTS)
def test_rows_give_the_same_results_wherever_they_stand_in_a_longer_table(
    table: str, language: Language
) -> None:
    before, after = filled(WEB, language), grown(table, language)
    assert errors(after) == []
    growing = LISTS[table]
    assert growing <= {name.name for name in NAMES if name.grows}
    fixed = OUTPUT_NAMES - growing - (FINDINGS if table == "Tree" else set())
    assert {name: values(after, name) for name in fixed} == {name: values(before, name) for name in fixed}
    for name in growing:
        assert values(after, name) == [None] * len(values(before, name)) + values(before, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_design_check_sees_the_rows_that_came_to_the_tree(language: Language) -> None:
    content = grown("Tree", language)
    (sheet,) = (sheet for sheet in shown(content).worksheets if "Tree" in sheet.tables)
    table = [[cell.value for cell in row] for row in sheet[sheet.tables["Tree"].ref]]
    found = check(table).findings
    headings = CellRange(sheet.tables["Tree"].ref).min_row
    rows = [finding.row + headings - 1 for finding in found[:10]]
    assert rows
    assert values(content, "design_problems") == [len(found)]
    assert [row for row in values(content, "design_checks")[1::3] if row is not None] == rows


# what Excel needs to fill and to follow new rows


@pytest.fixture(scope="module", params=LANGUAGES)
def workbook(request: pytest.FixtureRequest) -> Workbook:
    return load_workbook(io.BytesIO(built(WEB, request.param)))


def tables(workbook: Workbook) -> Iterator[tuple[Worksheet, Table, Area]]:
    for sheet in workbook.worksheets:
        for table in sheet.tables.values():
            area = Area.parse(table.ref)
            yield sheet, table, area._replace(top=area.top + 1)


def test_a_table_states_the_formulas_of_its_columns_and_they_are_the_same_in_every_row(
    workbook: Workbook,
) -> None:
    stated = 0
    for sheet, table, data in tables(workbook):
        for column, letter in zip(table.tableColumns, range(data.left, data.right + 1)):
            formulas = {
                cell.value
                for row in sheet.iter_rows(data.top, data.bottom, letter, letter)
                for cell in row
                if cell.data_type == "f"
            }
            formula = column.calculatedColumnFormula
            assert formulas == ({f"={formula.attr_text}"} if formula else set()), (table.name, column.name)
            stated += formula is not None
    assert stated == 3 + 5 + 2 + 10


def test_formulas_refer_to_whole_columns_of_tables_or_to_their_own_row(workbook: Workbook) -> None:
    """So that none of them forgets a row, or reads cells beside a table that do not grow with it."""
    wrong = []
    for sheet, table, data in tables(workbook):
        for other in workbook.worksheets:
            for cell in (cell for row in other.iter_rows() for cell in row if cell.data_type == "f"):
                inside = other is sheet and data.holds((cell.row, cell.column))
                for reference in references(cell.value):
                    area = reference.area
                    if area is None or (reference.sheet_name or other.title) != sheet.title:
                        continue
                    beside = inside and data.top <= area.top and area.bottom <= data.bottom
                    below = area.top == data.top and area.bottom == LAST_ROW  # and whatever stands there
                    if beside or (area.meets(data) and not below):
                        wrong.append((table.name, other.title, cell.coordinate, str(reference)))
    assert wrong == []


def references(formula: str) -> list[Reference]:
    found: list[Reference] = []
    replaced(formula, found.append)  # type: ignore[arg-type]  # it changes nothing
    return found


def test_rules_are_for_whole_columns_of_tables(workbook: Workbook) -> None:
    for sheet, _, data in tables(workbook):
        rules = [
            *sheet.data_validations.dataValidation,
            *sheet.conditional_formatting,
        ]
        for rule in rules:
            for cells in str(rule.sqref).split():
                area = Area.parse(cells)
                assert not area.meets(data) or (area.top, area.bottom) == (data.top, data.bottom), cells


def test_what_is_printed_of_a_list_ends_with_the_list(workbook: Workbook) -> None:
    for sheet, table, data in tables(workbook):
        if table.name in LISTS and table.name != "Actuals":  # nobody reads a year of records on paper
            assert CellRange(sheet.print_area.split("!")[-1].replace("$", "")).max_row == LAST_ROW
            assert sheet.page_setup.fitToHeight == 0
            assert sheet.print_title_rows == f"${data.top - 1}:${data.top - 1}"
