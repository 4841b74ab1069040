"""Other programs read a grown table: its new values, its formulas, and the rules for its new cells."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from office.calc import Calc
from workbooks.corpus import FILES
from workbooks.growing import ROWS, SHEET, TABLE, growing
from workbooks.runs import recalculated

from kpixl.errors import WorkbookError
from kpixl.functions.values import Cell
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.macros.port import Row, SetTable
from kpixl.ooxml.package import Package
from kpixl.template.catalogue import TEMPLATES

NEW: tuple[Row, ...] = ((46116.0, "=1+1", 4.0, 1000.0, None), (46117.0, " 検索\n", 2.0, 70.0, None))
OLD: tuple[Row, ...] = tuple((*row, None) for row in ROWS)


def _grown() -> bytes:
    workbook = HeadlessWorkbook(growing(), "book")
    workbook.write([SetTable(TABLE, (*OLD, *NEW))])
    return workbook.content


def _planner() -> bytes:
    """The planner with 100 rows of actuals, not recalculated since."""
    workbook = HeadlessWorkbook(recalculated(TEMPLATES["planner"].build("ja")).content, "book")
    stage, start = workbook.cells("stage_names").column[0], workbook.cells("fiscal_start").value
    workbook.write([SetTable("Actuals", ((start, stage, None, 3.0),) * 100)])
    return workbook.content


def _strangers() -> list[tuple[Path, bytes]]:
    """Strangers' workbooks with a row more in every table that can have one."""
    found = []
    for path in FILES:
        try:
            workbook = HeadlessWorkbook(path.read_bytes(), path.name)
            names = [table.name for table in Package(workbook.content, path.name).tables]
        except WorkbookError:
            continue
        before = workbook.content
        for name in names:
            rows = workbook.table(name).data.rows
            try:
                workbook.write([SetTable(name, (*rows, rows[0]))])
            except WorkbookError:
                continue
        if workbook.content is not before:
            found.append((path, workbook.content))
    return found


@pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")
def test_openpyxl_reads_the_grown_table_and_the_rules_for_its_new_cells() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(_grown()))[SHEET]
    table = sheet.tables[TABLE]
    assert table.ref == table.autoFilter.ref == "B5:F10"
    values = [[cell.value for cell in row] for row in sheet["C9:E10"]]
    assert values == [["=1+1", 4, 1000], [" 検索\n", 2, 70]]
    assert [sheet[cell].data_type for cell in ("C9", "F9")] == ["s", "f"]
    assert sheet["B9"].number_format == sheet["B8"].number_format == "yyyy-mm-dd"
    validated = {str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    assert validated == {"C6:C10", "D6:D10", "E6:E7"}
    assert {str(rule.sqref) for rule in sheet.conditional_formatting} >= {"B6:F10", "E6:E10", "D6:D10"}


def test_calamine_reads_the_grown_table() -> None:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(_grown()))
    rows = book.get_sheet_by_name(SHEET).to_python(skip_empty_area=False)
    assert [row[2:5] for row in rows[8:10]] == [["=1+1", 4.0, 1000.0], [" 検索\n", 2.0, 70.0]]


def test_libreoffice_reads_grown_tables_and_computes_what_depends_on_them(tmp_path: Path, calc: Calc) -> None:
    strangers = _strangers()
    books = []
    for number, content in enumerate([_grown(), _planner(), *(content for _, content in strangers)]):
        books.append(tmp_path / f"{number}.xlsx")
        books[-1].write_bytes(content)
    grown, planner, *others = map(calc.values_of, books)
    assert [row[2:6] for row in grown[SHEET][8:10]] == [["=1+1", 4, 1000, 250], [" 検索\n", 2, 70, 35]]
    sums = [row[0] for row in grown["Sums"][:6]]
    assert sums[:4] == [1770, 300, 11, 1770]
    assert sums[5] == 1770
    assert planner["実績"][105 - 1][4] == 3
    for (path, content), values in zip(strangers, others, strict=True):
        _assert_values(path, content, values)


def _assert_values(path: Path, content: bytes, values: dict[str, list[list[Cell]]]) -> None:
    """LibreOffice has what the port reads in the columns that no formula fills."""
    workbook = HeadlessWorkbook(content, path.name)
    for table in Package(content, path.name).tables:
        found = workbook.table(table.name)
        for number, row in enumerate(found.data.rows, found.data.top - 1):
            for place, value in enumerate(row):
                if place in found.calculated or value is None:
                    continue
                shown = values[found.data.sheet][number][found.data.left - 1 + place]
                if isinstance(value, str):
                    assert str(shown) == value, (path.name, table.name, number)
                else:
                    assert shown == pytest.approx(value), (path.name, table.name, number)
