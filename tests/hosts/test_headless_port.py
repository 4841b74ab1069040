"""A workbook's bytes as macros see them: tables and names read, written, and refused."""

from __future__ import annotations

import io
import math
from datetime import date, datetime

import openpyxl
import pytest
import python_calamine
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks import hand
from workbooks.compare import cached, differing
from workbooks.growing import ROWS, SHEET, TABLE, growing
from workbooks.hand import Error, F, book, sheet, table, unzipped, zipped

from kpixl.errors import UnsafeWorkbook, WorkbookError
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.i18n import LANGUAGES
from kpixl.macros.port import Change, Row, SetCells, SetTable, Value, WorkbookPort
from kpixl.ooxml.limits import Limits
from kpixl.recalc.options import Options

FILE = "計画.xlsx"
EPOCH = datetime(1899, 12, 30)


def _open(content: bytes) -> HeadlessWorkbook:
    return HeadlessWorkbook(content, FILE)


def _log(*rows: tuple[Value, ...]) -> SetTable:
    """Rows for the table of `growing`, whose last column is calculated."""
    return SetTable(TABLE, tuple((*row, None) for row in rows))


def _plain(*values: Value, row: int = 1) -> bytes:
    """A workbook with the table T of one column, `a`."""
    cells = {"A1": "a", **{f"A{place}": value for place, value in enumerate(values, 2) if value is not None}}
    return book({"S": cells}, tables={"S": (table("T", f"A1:A{len(values) + 1}", ["a"]),)})


def _refusal(content: bytes, *changes: Change) -> str:
    """Why the changes are refused; the workbook is as it was."""
    workbook = _open(content)
    with pytest.raises(WorkbookError) as refusal:
        workbook.write(changes)
    assert workbook.content is content
    assert all(refusal.value.text(language) for language in LANGUAGES)
    return str(refusal.value)


# reading


def test_a_table_is_read_with_its_headings_values_and_calculated_columns() -> None:
    workbook: WorkbookPort = _open(growing())
    found = workbook.table("log")  # names are the same in small letters
    assert (found.name, found.headings) == (TABLE, ("日付", "チャネル", "件数", "金額", "単価"))
    assert (found.data.sheet, found.data.top, found.data.left) == (SHEET, 6, 2)
    assert [row[:4] for row in found.data.rows] == [row[:4] for row in ROWS]
    assert found.calculated == {4}
    assert workbook.file == FILE


def test_names_are_read_as_rectangles() -> None:
    workbook = _open(growing())
    assert workbook.cells("amounts").column == (100.0, 200.0, 400.0)
    assert workbook.cells("ONE").value == "広告"
    assert (workbook.cells("whole").top, workbook.cells("whole").left) == (5, 2)
    assert [workbook.has(name) for name in ("amounts", "LOG", "nothing")] == [True, True, False]


def test_every_kind_of_value_is_read() -> None:
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e">'
        "<v>#N/A</v></c></row>"
        '<row r="3"><c r="A3" t="inlineStr"><is><r><t>i</t></r><r><t>n_x000D_</t></r></is></c>'
        '<c r="B3" t="str"><f>A1</f><v/></c><c r="C3"><v>-1.5E3</v></c></row>'
    )
    content = book(
        {"S": sheet(rows)}, strings=["a", "<&>"], tables={"S": (table("T", "A1:C4", list("abc")),)}
    )
    found = _open(content).table("T")
    assert found.data.rows == (("<&>", True, "#N/A"), ("in\r", "", -1500.0), (None, None, None))


def test_dates_are_numbers_of_the_1900_system_also_where_the_file_counts_from_1904() -> None:
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target, {"in_memory": True, "date_1904": True})
    page = made.add_worksheet("S")
    day = made.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
    hour = made.add_format({"num_format": "[h]:mm"})
    data = [[datetime(2026, 4, 1), 46113, 0.5]]
    columns = [{"header": "a", "format": day}, {"header": "b"}, {"header": "c", "format": hour}]
    page.add_table("A1:C3", {"name": "T", "data": data, "columns": columns})
    page.write_blank("A3", None, day)
    made.close()
    content = target.getvalue()
    workbook = _open(content)
    first = (float((datetime(2026, 4, 1) - EPOCH).days), 46113.0, 0.5)
    assert workbook.table("T").data.rows[0] == first
    workbook.write([SetTable("T", (first,))])
    assert workbook.content is content
    second, third = (46144.0, 1.0, 0.25), (46145.0, 2.0, 0.75)
    workbook.write([SetTable("T", (first, second, third))])
    assert workbook.table("T").data.rows == (first, second, third)
    rows = openpyxl.load_workbook(io.BytesIO(workbook.content))["S"].iter_rows(min_row=2, values_only=True)
    assert [row[0].date() for row in rows] == [date(2026, 4, 1), date(2026, 5, 2), date(2026, 5, 3)]


# writing


@pytest.mark.parametrize("rows", [1, 3, 5])
def test_what_is_written_is_read_and_nothing_more_changes_the_second_time(rows: int) -> None:
    workbook = _open(growing())
    new: tuple[Row, ...] = tuple((46200.0 + row, f"経路{row}", float(row), row * 10.0) for row in range(rows))
    workbook.write([_log(*new)])
    after = workbook.content
    found = workbook.table(TABLE).data.rows
    assert [row[:4] for row in found] == [*new, *[(None,) * 4] * (3 - rows)]
    workbook.write([_log(*new)])
    assert workbook.content is after


def test_rows_that_are_left_over_keep_their_formats_and_formulas() -> None:
    workbook = _open(growing())
    workbook.write([_log(ROWS[0])])
    data = unzipped(workbook.content)["xl/worksheets/sheet1.xml"].decode()
    assert '<c r="B8" s="1"/>' in data
    assert data.count("<f>Log[[#This Row],[金額]]/Log[[#This Row],[件数]]</f>") == 3
    assert workbook.table(TABLE).data.rows[1][:4] == (None,) * 4
    assert differing(growing(), workbook.content) >= {"xl/worksheets/sheet1.xml", "xl/charts/chart1.xml"}


def test_several_changes_are_made_one_upon_the_other_or_none() -> None:
    workbook = _open(growing())
    workbook.write(
        [_log(*ROWS, (46116.0, "x", 1.0, 500.0)), SetCells("amounts", ((1.0,), (2.0,), (3.0,), (4.0,)))]
    )
    assert workbook.cells("amounts").column == (1.0, 2.0, 3.0, 4.0)
    assert "nothing" in _refusal(growing(), _log(ROWS[0]), SetCells("nothing", ((1.0,),)))


def test_cells_of_a_name_are_written_and_charts_show_them() -> None:
    workbook = _open(growing())
    workbook.write([SetCells("amounts", ((1.0,), (200.0,), ("x",)))])
    assert workbook.cells("amounts").column == (1.0, 200.0, "x")
    chart = unzipped(workbook.content)["xl/charts/chart1.xml"]
    assert chart.count(b"<c:v>1</c:v>") == 1
    assert differing(growing(), workbook.content) == {"xl/worksheets/sheet1.xml", "xl/charts/chart1.xml"}


def test_a_cell_that_was_not_there_has_the_style_of_its_column() -> None:
    columns = '<cols><col min="1" max="1" style="4"/></cols>'
    part = sheet('<row r="1"><c r="A1" t="str"><v>a</v></c></row>', before=columns)
    workbook = _open(book({"S": part}, tables={"S": (table("T", "A1:A2", ["a"]),)}))
    workbook.write([SetTable("T", ((1.0,), (2.0,)))])
    data = unzipped(workbook.content)["xl/worksheets/sheet1.xml"].decode()
    assert (
        '<row r="2"><c r="A2" s="4"><v>1</v></c></row><row r="3"><c r="A3" s="4"><v>2</v></c></row>' in data
    )


@pytest.mark.parametrize(
    ("old", "new"), [(1.0, True), (True, 1.0), ("1", 1.0), (0.0, None), (False, None), (None, False)]
)
def test_values_that_look_alike_are_told_apart(old: Value, new: Value) -> None:
    workbook = _open(_plain(old))
    workbook.write([SetTable("T", ((new,),))])
    (found,) = workbook.table("T").data.column
    assert found == new
    assert type(found) is type(new)


def test_an_empty_text_is_written_as_no_value() -> None:
    content = _plain(None, "x")
    workbook = _open(content)
    workbook.write([SetTable("T", (("",), ("x",)))])
    assert workbook.content is content
    workbook.write([SetTable("T", (("",), ("",), ("",)))])
    assert cached(workbook.content, "S") == {"A1": "a"}


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(
        [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "_x0041_",
            "_x005F_x0041_",
            " a ",
            "\ta\n",
            "]]>",
            "<!--",
            "\x00\x07\r",
        ]
    ),
)


@settings(max_examples=60)
@given(st.lists(VALUES, min_size=1, max_size=6), st.lists(VALUES, min_size=1, max_size=6))
def test_any_value_comes_back_as_it_was(before: list[Value], after: list[Value]) -> None:
    def as_read(values: list[Value]) -> list[Value]:
        return [None if value == "" else float(value) if type(value) is int else value for value in values]

    workbook = _open(_plain(None))
    for values in (before, after):
        workbook.write([SetTable("T", tuple((value,) for value in values))])
        content = workbook.content
        found = list(workbook.table("T").data.column)
        assert list(map(repr, found)) == list(
            map(repr, as_read(values) + [None] * (len(found) - len(values)))
        )
        workbook.write([SetTable("T", tuple((value,) for value in values))])
        assert workbook.content is content


HOSTILE = [
    "=1+1",
    "+SUM(A1)",
    "-2",
    "@x",
    "'=1",
    " 前後 ",
    "a\nb\tc",
    "<b>&amp;]]>",
    "😀",
]


def test_other_programs_read_texts_as_they_are_and_no_formulas() -> None:
    workbook = _open(_plain("old"))
    workbook.write([SetTable("T", tuple((text,) for text in HOSTILE))])
    cells = openpyxl.load_workbook(io.BytesIO(workbook.content))["S"]["A"][1:]
    assert [cell.value for cell in cells] == HOSTILE
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    rows = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook.content)).get_sheet_by_index(0)
    assert [row[0] for row in rows.to_python()][1:] == HOSTILE


def test_formulas_are_brought_up_to_date_with_what_was_written() -> None:
    workbook = _open(growing())
    workbook.write([_log(*ROWS, (46116.0, "検索", 4.0, 1000.0))])
    workbook.recalculate()
    sums = cached(workbook.content, "Sums")
    assert [sums[f"A{row}"] for row in (1, 2, 3, 4, 6)] == [1700.0, 300.0, 11.0, 1700.0, 1700.0]
    assert workbook.table(TABLE).data.rows[3] == (46116.0, "検索", 4.0, 1000.0, 250.0)
    assert workbook.outcome is not None
    assert not workbook.outcome.frozen
    after = workbook.content
    workbook.recalculate()
    assert workbook.content is after


def test_only_what_depends_on_the_cells_that_were_written_is_computed() -> None:
    cells = {
        "A1": "a", "A2": 1, "E1": 5,
        "C1": F("SUM(A2:A2)", 1), "C2": F("C1*2", 2), "C3": F("1+1", 99), "C4": F("SUM(T[a])", 1),
        "C5": F('INDIRECT("A3")', 98), "C6": F("N", 1), "C7": F("KPI_GOAL_COUNT(1000,10,0.2)", 97),
    }  # fmt: skip
    names = '<definedName name="N">SUM(S!$A$2:$A$9)</definedName><definedName name="E">S!$E$1</definedName>'
    workbook = _open(book({"S": cells}, tables={"S": (table("T", "A1:A2", ["a"]),)}, names=names))
    workbook.write([SetTable("T", ((1.0,), (10.0,))), SetCells("E", ((6.0,),))])
    workbook.recalculate()
    values = cached(workbook.content, "S")
    assert [values[f"C{row}"] for row in range(1, 8)] == [11.0, 22.0, 99.0, 11.0, 10.0, 11.0, 20.0]


# refusing


def test_what_is_not_there_is_named() -> None:
    workbook = _open(growing())
    for missing, words in (
        (lambda: workbook.table("Nope"), "no table Nope"),
        (lambda: workbook.cells("nope"), "no defined name nope"),
        (lambda: workbook.cells("no_area"), "not one rectangle"),
    ):
        with pytest.raises(WorkbookError, match=words):
            missing()


@pytest.mark.parametrize(
    ("cells", "after", "named"),
    [
        ({"A3": 0}, "", "A3"),
        ({"A4": F("1", 1)}, "", "A4"),
        ({"A4": F("", None)}, "", "A4"),
        ({}, '<mergeCells count="1"><mergeCell ref="A4:C4"/></mergeCells>', "A4"),
        ({"B4": 1}, "", ""),
        ({"A5": 1}, "", ""),
    ],
)
def test_what_lies_below_a_table_is_never_overwritten(
    cells: dict[str, hand.Content], after: str, named: str
) -> None:
    part = sheet(hand.cells({"A1": "a", "A2": 1, **cells}), after=after)
    content = book({"S": part}, tables={"S": (table("T", "A1:A2", ["a"]),)})
    change = SetTable("T", ((1.0,), (2.0,), (3.0,)))
    if named:
        assert f"{named} on sheet S is in the way" in _refusal(content, change)
    else:
        _open(content).write([change])


def test_another_table_and_an_array_below_are_in_the_way() -> None:
    two = book(
        {"S": {"A1": "a", "A2": 1}},
        tables={"S": (table("T", "A1:A2", ["a"]), table("U", "A4:A6", ["b"], number=2))},
    )
    assert "A4" in _refusal(two, SetTable("T", ((1.0,),) * 3))
    spill = book(
        {"S": {"B1": "a", "B2": 1, "A3": F("{1,2}", 1, "array", "A3:B3")}},
        tables={"S": (table("T", "B1:B2", ["a"]),)},
    )
    assert "A3" in _refusal(spill, SetTable("T", ((1.0,), (2.0,))))


def test_a_total_row_and_the_end_of_the_sheet_stop_a_table() -> None:
    totals = book(
        {"S": {"A1": "a", "A2": 1, "A3": 1}}, tables={"S": (table("T", "A1:A3", ["a"], totals=True),)}
    )
    assert "total row" in _refusal(totals, SetTable("T", ((1.0,), (2.0,))))
    _open(totals).write([SetTable("T", ((9.0,),))])
    last = book({"S": {"A1048575": "a"}}, tables={"S": (table("T", "A1048575:A1048576", ["a"]),)})
    assert "room for 1" in _refusal(last, SetTable("T", ((1.0,), (2.0,))))


def test_formulas_are_not_overwritten() -> None:
    cells = {"A1": "a", "A2": F("1+1", 2), "A3": 3, "C1": F("{1,2}", 1, "array", "C1:D1"), "D1": 2}
    names = '<definedName name="N">S!$D$1</definedName>'
    content = book({"S": cells}, tables={"S": (table("T", "A1:A3", ["a"]),)}, names=names)
    assert "A2 on sheet S holds a formula" in _refusal(content, SetTable("T", ((5.0,), (3.0,))))
    assert "D1 on sheet S holds a formula" in _refusal(content, SetCells("N", ((5.0,),)))
    workbook = _open(content)
    workbook.write([SetTable("T", ((2.0,), (4.0,))), SetCells("N", ((2.0,),))])
    assert cached(workbook.content, "S") == {"A1": "a", "A2": 2.0, "A3": 4.0, "C1": 1.0, "D1": 2.0}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("x" * 32_768, "too long"),
        ("😀" * 16_384, "too long"),
        ("\ud800", "no file can hold"),
        (math.nan, "not a finite number"),
        (-math.inf, "not a finite number"),
        (10**400, "not a finite number"),
    ],
)
@pytest.mark.parametrize("place", [0, 1])
def test_a_value_that_no_cell_can_hold_is_refused_with_its_cell(value: Value, words: str, place: int) -> None:
    refusal = _refusal(_plain(1.0), SetTable("T", ((None,),) * place + ((value,),)))
    assert words in refusal
    assert f"A{place + 2} on sheet S" in refusal


def test_the_longest_text_is_written() -> None:
    workbook = _open(_plain(1.0))
    workbook.write([SetTable("T", (("x" * 32_767,), ("😀" * 16_383,)))])
    assert [len(str(text)) for text in workbook.table("T").data.column] == [32_767, 16_383]


def test_a_table_too_large_to_be_read_again_is_refused() -> None:
    options = Options(limits=Limits(part_bytes=3000))
    workbook = HeadlessWorkbook(_plain(1.0), FILE, options)
    with pytest.raises(UnsafeWorkbook, match="limit of 3000 bytes"):
        workbook.write([SetTable("T", tuple((float(row),) for row in range(200)))])
    assert workbook.content == _plain(1.0)
    huge = book(
        {"S": {"A1": "a"}}, tables={"S": (table("T", "A1:XFD1048576", list(map(str, range(16384)))),)}
    )
    with pytest.raises(UnsafeWorkbook, match="cells"):
        _open(huge).table("T")


def test_an_error_among_values_stays_an_error() -> None:
    content = _plain(Error("#N/A"), 1)
    workbook = _open(content)
    workbook.write([SetTable("T", workbook.table("T").data.rows)])
    assert workbook.content is content


def test_a_signature_is_told_to_be_worthless_once_something_was_written() -> None:
    content = zipped({**unzipped(_plain(1.0)), "_xmlsignatures/sig1.xml": b"<x/>"})
    workbook = _open(content)
    workbook.write([SetTable("T", ((1.0,),))])
    assert not workbook.warnings
    workbook.write([SetTable("T", ((2.0,),))])
    assert [message.id for message in workbook.warnings] == ["recalc.warning.signature"]


def test_rows_of_another_width_are_a_mistake_of_the_macro() -> None:
    with pytest.raises(ValueError, match="5 columns"):
        _open(growing()).write([SetTable(TABLE, ((1.0,),))])
    with pytest.raises(ValueError, match="3 rows and 1 columns"):
        _open(growing()).write([SetCells("amounts", ((1.0,),))])
