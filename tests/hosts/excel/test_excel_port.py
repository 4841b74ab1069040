"""Macros on a workbook that is open in Excel: through xlwings, on a model of Excel's objects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from office import excel_model as model
from office.pywin32 import xlwings_for_windows
from workbooks.ready_made import template

from kpixl.domain.calendar import serial_of
from kpixl.errors import WorkbookError
from kpixl.hosts.excel.port import ExcelWorkbook
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.macros.port import SetCells, SetTable, WorkbookPort
from kpixl.macros.refresh import refresh

AS_OF = date(2026, 10, 20)


@pytest.fixture(scope="module")
def windows() -> Iterator[SimpleNamespace]:
    with xlwings_for_windows() as started:
        yield started


def small_book() -> model.Book:
    """A sheet with a table of two rows, whose third column is calculated, a name, and a note below."""
    book = model.Book()
    sheet = book.sheets["実績"] = model.Sheet(book, "実績")
    for row, cells in enumerate((("Day", "Count", "Double"), (46113.0, 5.0, 10.0), (46114.0, 7.0, 14.0)), 4):
        for column, value in enumerate(cells, 2):
            sheet.cells[row, column] = model.Cell(value, "=[@Count]*2" if column == 4 and row > 4 else None)
    sheet.cells[9, 2] = model.Cell("note")
    sheet.tables["Actuals"] = model.ListObject("Actuals", model.Range(sheet, 4, 2, 3, 3), {2: "=[@Count]*2"})
    sheet.cells[1, 1] = model.Cell(46113.0)
    book.names["as_of"] = model.Name("as_of", model.Range(sheet, 1, 1))
    book.names["rate"] = model.Name("rate", None)
    book.names["parts"] = model.Name("parts", model.Range(sheet, 1, 1, areas=2))
    return book


def port_of(windows: SimpleNamespace, book: model.Book) -> ExcelWorkbook:
    return ExcelWorkbook(windows.xlwings.Book(impl=windows.windows.Book(xl=book)))


def body(book: model.Book, sheet: str, table: str) -> Any:
    return book.sheets[sheet].tables[table].DataBodyRange.Value2


# reading


def test_a_table_is_read_with_its_headings_place_and_calculated_columns(windows: SimpleNamespace) -> None:
    table = port_of(windows, small_book()).table("actuals")
    assert table.name == "Actuals"
    assert table.headings == ("Day", "Count", "Double")
    assert (table.data.sheet, table.data.top, table.data.left) == ("実績", 5, 2)
    assert table.data.rows == ((46113.0, 5.0, 10.0), (46114.0, 7.0, 14.0))
    assert table.calculated == {2}


def test_a_named_cell_is_read_and_an_error_is_its_code(windows: SimpleNamespace) -> None:
    book = small_book()
    assert port_of(windows, book).cells("as_of").value == 46113.0
    book.sheets["実績"].cells[1, 1].value = model.as_value2("#DIV/0!")
    assert port_of(windows, book).cells("AS_OF").value == "#DIV/0!"


@pytest.mark.parametrize(
    ("name", "there"), [("Actuals", True), ("as_of", True), ("rate", False), ("x", False)]
)
def test_a_workbook_has_its_tables_and_named_cells(windows: SimpleNamespace, name: str, there: bool) -> None:
    assert port_of(windows, small_book()).has(name) is there


@pytest.mark.parametrize("name", ["rate", "parts", "nothing"])
def test_what_is_no_rectangle_of_cells_is_refused(windows: SimpleNamespace, name: str) -> None:
    port = port_of(windows, small_book())
    with pytest.raises(WorkbookError, match=f"has no defined name {name}"):
        port.cells(name)
    with pytest.raises(WorkbookError, match=f"has no table {name}"):
        port.table(name)


def test_a_workbook_that_counts_from_1904_is_refused(windows: SimpleNamespace) -> None:
    book = small_book()
    book.Date1904 = True
    with pytest.raises(WorkbookError, match="1904"):
        port_of(windows, book)


# writing


@pytest.mark.parametrize("count", [2, 3, 40])
def test_a_table_grows_with_its_formulas_and_what_is_below_moves(
    windows: SimpleNamespace, count: int
) -> None:
    book = small_book()
    rows = tuple((46113.0 + row, float(row), None) for row in range(count))
    port_of(windows, book).write([SetTable("Actuals", rows)])
    table, sheet = book.sheets["実績"].tables["Actuals"], book.sheets["実績"]
    assert table.DataBodyRange is not None
    assert table.DataBodyRange.height == count
    assert [row[:2] for row in table.DataBodyRange.Value2] == [row[:2] for row in rows]
    assert [sheet.cells[row, 4].formula for row in range(5, 5 + count)] == ["=[@Count]*2"] * count
    assert sheet.cells[7 + count, 2].value == "note"


def test_a_table_without_rows_and_with_one_grow_too(windows: SimpleNamespace) -> None:
    for height in (1, 2):
        book = small_book()
        book.sheets["実績"].tables["Actuals"].area.height = height
        port_of(windows, book).write([SetTable("Actuals", ((1.0, 2.0, None),) * 5)])
        assert [row[:2] for row in body(book, "実績", "Actuals")] == [(1.0, 2.0)] * 5


def test_rows_that_are_left_over_are_emptied(windows: SimpleNamespace) -> None:
    book = small_book()
    port_of(windows, book).write([SetTable("Actuals", ((1.0, 2.0, None),))])
    assert [row[:2] for row in body(book, "実績", "Actuals")] == [(1.0, 2.0), (None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+81",
        "-5",
        "@SUM(A1)",
        "4/1",
        "007",
        "1e5",
        "TRUE",
        "'quoted",
        "０１２",
        "受注",
        "リード 3 件",
        "第2週",
    ],
)
def test_a_text_stays_this_text(windows: SimpleNamespace, text: str) -> None:
    book = small_book()
    port_of(windows, book).write([SetCells("as_of", ((text,),))])
    cell = book.sheets["実績"].cells[1, 1]
    assert (cell.value, cell.formula) == (text, None)


@pytest.mark.parametrize("value", [1.5, True, None])
def test_a_number_a_truth_value_and_a_blank_stay_what_they_are(windows: SimpleNamespace, value: Any) -> None:
    book = small_book()
    port_of(windows, book).write([SetCells("as_of", ((value,),))])
    assert port_of(windows, book).cells("as_of").value == value


def test_an_error_that_was_read_is_written_as_an_error(windows: SimpleNamespace) -> None:
    book = small_book()
    port_of(windows, book).write([SetCells("as_of", (("#N/A",),))])
    assert book.sheets["実績"].cells[1, 1].value == model.as_value2("#N/A")


def test_nothing_is_drawn_or_computed_meanwhile_and_all_is_as_before_afterwards(
    windows: SimpleNamespace,
) -> None:
    book = small_book()
    app = book.Application
    seen: list[tuple[bool, bool, int]] = []
    assign = model.Range._assign

    def watched(area: model.Range, values: Any) -> None:
        seen.append((app.ScreenUpdating, app.EnableEvents, app.Calculation))
        assign(area, values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model.Range, "_assign", watched)
        port_of(windows, book).write([SetCells("as_of", ((1.0,),))])
    assert seen == [(False, False, -4135)]
    assert (app.ScreenUpdating, app.EnableEvents, app.Calculation) == (True, True, -4105)


# refusing


def test_when_excel_refuses_in_the_middle_the_old_values_are_put_back(windows: SimpleNamespace) -> None:
    book = small_book()
    other = book.sheets["他"] = model.Sheet(book, "他")
    book.names["note"] = model.Name("note", model.Range(other, 1, 1))
    book.sheets["実績"].cells[5, 2].value = "007"
    other.refuses = True
    before = body(book, "実績", "Actuals")
    changes = [SetTable("Actuals", ((1.0, 2.0, None),) * 2), SetCells("note", ((1.0,),))]
    with pytest.raises(WorkbookError, match="a cell is being edited"):
        port_of(windows, book).write(changes)
    assert body(book, "実績", "Actuals") == before
    assert book.Application.ScreenUpdating is True


def test_when_excel_is_gone_in_the_middle_one_is_told_not_to_save(windows: SimpleNamespace) -> None:
    book = small_book()
    other = book.sheets["他"] = model.Sheet(book, "他")
    book.names["note"] = model.Name("note", model.Range(other, 1, 1))
    changes = [SetCells("as_of", ((1.0,),)), SetCells("note", ((1.0,),))]
    assign = model.Range._assign

    def gone(area: model.Range, values: Any) -> None:
        assign(area, values)
        area.Worksheet.refuses = other.refuses = True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model.Range, "_assign", gone)
        with pytest.raises(WorkbookError, match="close it without saving"):
            port_of(windows, book).write(changes)


def test_a_protected_sheet_is_refused_before_anything_is_written(windows: SimpleNamespace) -> None:
    book = small_book()
    book.sheets["実績"].ProtectContents = True
    with pytest.raises(WorkbookError, match="実績 is protected"):
        port_of(windows, book).write([SetCells("as_of", ((1.0,),))])
    assert book.sheets["実績"].cells[1, 1].value == 46113.0


@pytest.mark.parametrize(
    ("value", "reason"),
    [(float("nan"), "finite number"), (float("inf"), "finite number"), ("x" * 32768, "too long")],
)
def test_what_no_cell_can_hold_is_refused_with_its_cell(
    windows: SimpleNamespace, value: Any, reason: str
) -> None:
    book = small_book()
    rows = ((1.0, 2.0, None), (3.0, value, None))
    with pytest.raises(WorkbookError, match=f"C6 on sheet 実績.*{reason}"):
        port_of(windows, book).write([SetTable("Actuals", rows)])
    assert book.sheets["実績"].cells[5, 2].value == 46113.0


def test_a_formula_is_not_written_over(windows: SimpleNamespace) -> None:
    book = small_book()
    book.sheets["実績"].cells[5, 3].formula = "=B5"
    with pytest.raises(WorkbookError, match="C5 on sheet 実績 holds a formula"):
        port_of(windows, book).write([SetTable("Actuals", ((1.0, 2.0, None),))])


def test_a_table_with_a_total_row_is_not_grown(windows: SimpleNamespace) -> None:
    book = small_book()
    book.sheets["実績"].tables["Actuals"].ShowTotals = True
    with pytest.raises(WorkbookError, match="total row"):
        port_of(windows, book).write([SetTable("Actuals", ((1.0, 2.0, None),) * 3)])


@pytest.mark.parametrize("change", [SetTable("Actuals", ((1.0,),)), SetCells("as_of", ((1.0, 2.0),))])
def test_rows_of_another_width_are_a_mistake_of_the_macro(windows: SimpleNamespace, change: Any) -> None:
    with pytest.raises(ValueError, match="column"):
        port_of(windows, small_book()).write([change])


# a macro's body, the same as without Excel


def test_a_refresh_in_excel_writes_what_a_headless_refresh_writes(windows: SimpleNamespace) -> None:
    content = template("planner.web.ja")
    headless = HeadlessWorkbook(content, "plan.xlsm")
    in_excel = port_of(windows, model.opened(content, "plan.xlsm"))
    found = [refresh(port, AS_OF) for port in (in_excel, headless)]
    assert found[0] == found[1]
    assert found[0].alerts
    for table in ("History", "Alerts"):
        assert filled(in_excel, table) == filled(headless, table)
        assert filled(in_excel, table)
    assert in_excel.cells("as_of").value == serial_of(AS_OF)
    before = [in_excel.table(table) for table in ("History", "Alerts")]
    refresh(in_excel, AS_OF)
    assert [in_excel.table(table) for table in ("History", "Alerts")] == before


def filled(port: WorkbookPort, table: str) -> list[Any]:
    return [row for row in port.table(table).data.rows if any(value is not None for value in row)]
