"""Formula cells are found in whatever XML a sheet is written, and values are spliced in between its bytes."""

from __future__ import annotations

import io
import random
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from workbooks.compare import cached, formula_cells, sheet_parts, without_values
from workbooks.corpus import corpus_files
from workbooks.hand import Error, F, book, cells, sheet, unzipped
from workbooks.made import MAKERS, made
from workbooks.traps import SHEETS

from kpixl.errors import UnsafeWorkbook, WorkbookError
from kpixl.ooxml.address import Area
from kpixl.ooxml.sheet import SheetXml, Stored
from kpixl.ooxml.xml import decoded, escaped, unescaped

TRAP = pytest.mark.parametrize("name", SHEETS)
SOME = Stored(None, "12.5")

CHARACTERS = st.one_of(
    st.characters(blacklist_categories=["Cs"]),
    st.sampled_from("\x00\x07\x1f\r\n\t \ufffe\uffff_xX0041AaFf<>&\"']😀表計\u3000\xa0\x85\u2028"),
)
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=30),
    st.lists(st.sampled_from(["_x0041_", "_x005F_", "_", "x0042_", "\r", "\x07", " ", "]]>", "a"])).map(
        "".join
    ),
)
ERRORS = st.sampled_from(
    ["#N/A", "#VALUE!", "#DIV/0!", "#NUM!", "#REF!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!"]
)
STORED = st.one_of(
    TEXTS.map(lambda text: Stored("str", text)),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda number: Stored(None, repr(number))),
    st.booleans().map(lambda flag: Stored("b", str(int(flag)))),
    ERRORS.map(lambda code: Stored("e", code)),
)


def _sheet(part: bytes) -> SheetXml:
    return SheetXml(part, "made.xlsx", "xl/worksheets/sheet1.xml")


def _rows(rows: str) -> SheetXml:
    return _sheet(sheet(rows).encode())


def _without_formulas_cached(part: bytes, strings: list[str] | None = None) -> dict[str, object]:
    return dict(cached(book({"S": part}, strings=strings or ["x", "x1"]), "S"))


def _expected(stored: Stored) -> float | str | bool | Error:
    if stored.type == "str":
        return stored.text
    if stored.type == "b":
        return stored.text == "1"
    return Error(stored.text) if stored.type == "e" else float(stored.text)


# finding


@TRAP
def test_formula_cells_are_found_with_their_formulas_in_the_order_of_the_sheet(name: str) -> None:
    found = _sheet(SHEETS[name].part).formula_cells
    assert {cell.name: cell.formula for cell in found} == SHEETS[name].formulas
    assert [cell.position for cell in found] == sorted(cell.position for cell in found)


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("a prefix", {"B1": Stored(None, "1"), "C1": None}),
        ("preserved space", {"B1": Stored(None, "1"), "C1": Stored("str", " x1")}),
        ("empty values", {"B1": None, "C1": Stored("str", ""), "D1": None}),
        ("pretty printing", {"B1": Stored(None, "1"), "C1": None}),
        (
            "inline strings in formula cells",
            {"B1": None, "C1": Stored("str", "x1"), "D1": Stored("str", "y20")},
        ),
        ("single quotes", {"B1": Stored(None, "1"), "C1": Stored("str", "x1")}),
        ("comments between the elements", {"B1": Stored(None, "1"), "C1": None}),
        ("comments in the texts", {"B1": Stored(None, "1"), "C1": None}),
        (
            "character data sections",
            {"B1": Stored(None, "1"), "C1": Stored("str", '</v></c><c r="B1"><f>1</f>')},
        ),
        ("formula cells of the type shared string", {"B1": None, "C1": Stored("s", "1")}),
        ("UTF-16", {"B1": Stored(None, "1"), "C1": Stored("str", "x1")}),
        ("Shift_JIS", {"B1": Stored(None, "1"), "C1": Stored("str", "表1")}),
    ],
)
def test_the_cached_values_of_formula_cells_are_found(name: str, stored: dict[str, Stored | None]) -> None:
    assert {cell.name: cell.stored for cell in _sheet(SHEETS[name].part).formula_cells} == stored


def test_the_attributes_of_a_formula_are_found() -> None:
    found = _rows(
        '<row r="2"><c r="B2" s="3" cm="1" t="e"><f ca="1" t="array" aca="1" ref="B2:C4">A1:B3</f>'
        '<v>#N/A</v></c><c r="D2"><f t="shared" ref="D2:D3" si="7">A1</f></c>'
        '<c r="E2"><f t="array" ref="E2">A1</f></c></row>'
        '<row r="3"><c r="D3"><f si="7" t="shared"/></c>'
        '<c r="E3"><f t="dataTable" ref="E3:F4" dt2D="1" dtr="1" r1="A1" r2="A2"/></c></row>'
    ).formula_cells
    facts = [(cell.name, cell.kind, str(cell.area), cell.shared, cell.dynamic) for cell in found]
    assert facts == [
        ("B2", "array", "B2:C4", None, True),
        ("D2", "shared", "D2:D3", "7", False),
        ("E2", "array", "E2", None, False),
        ("D3", "shared", "None", "7", False),
        ("E3", "dataTable", "E3:F4", None, False),
    ]
    assert found[0].stored == Stored("e", "#N/A")


def test_a_sheet_without_formulas_has_no_formula_cells() -> None:
    assert _rows('<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;f&gt;</t></is></c></row>').formula_cells == ()
    assert _rows("").formula_cells == ()
    assert _sheet(sheet("").replace("<sheetData></sheetData>", "<sheetData/>").encode()).formula_cells == ()
    assert _sheet(sheet("").replace("<sheetData></sheetData>", "").encode()).formula_cells == ()


def test_formulas_outside_the_cells_are_not_formula_cells() -> None:
    after = '<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>A1</formula></cfRule>'
    after += '</conditionalFormatting><extLst><ext><x14:f xmlns:x14="urn:x">A1</x14:f></ext></extLst>'
    part = sheet(cells({"A1": F("B1", 1)}), after=after)
    assert [cell.name for cell in _sheet(part.encode()).formula_cells] == ["A1"]


@pytest.mark.parametrize("path", corpus_files())
def test_the_formula_cells_of_a_strangers_workbook_are_those_that_a_parser_finds(path: Path) -> None:
    for part in _worksheets(path.read_bytes()):
        assert [cell.name for cell in _sheet(part).formula_cells] == formula_cells(part)


@pytest.mark.parametrize("path", corpus_files())
def test_the_sheets_of_a_strangers_workbook_can_be_spliced(path: Path) -> None:
    for part in _worksheets(path.read_bytes()):
        _assert_splicing_laws(part)


def _worksheets(content: bytes) -> list[bytes]:
    parts = unzipped(content)
    return [parts[part] for part in sheet_parts(content).values()]


# writing


@TRAP
def test_a_sheet_written_with_its_own_values_is_the_same_bytes(name: str) -> None:
    part = SHEETS[name].part
    found = _sheet(part)
    assert found.written({}) == part
    assert found.written({cell.position: cell.stored for cell in found.formula_cells}) == part


@TRAP
@pytest.mark.parametrize(
    "value",
    [SOME, Stored("str", " 目標 <&> "), Stored("b", "1"), Stored("e", "#N/A"), Stored("str", "")],
    ids=str,
)
def test_values_written_into_formula_cells_are_read_back_and_nothing_else_changes(
    name: str, value: Stored
) -> None:
    trap = SHEETS[name]
    before = _sheet(trap.part)
    written = before.written({cell.position: value for cell in before.formula_cells})
    after = _sheet(written)
    assert {cell.stored for cell in after.formula_cells} == {value}
    assert {cell.name: cell.formula for cell in after.formula_cells} == trap.formulas
    assert without_values(written) == without_values(trap.part)
    values = _without_formulas_cached(written)
    assert {values[name] for name in trap.formulas} == {_expected(value)}


@TRAP
def test_a_value_taken_away_leaves_a_formula_without_one(name: str) -> None:
    before = _sheet(SHEETS[name].part)
    written = before.written(dict.fromkeys([cell.position for cell in before.formula_cells]))
    assert {cell.stored for cell in _sheet(written).formula_cells} == {None}
    assert without_values(written) == without_values(SHEETS[name].part)


PLAIN = sheet(
    cells({"A1": 1, "B2": F("A1", 2), "C2": "x", "D2": F("C2&A1", "x1"), "B4": F("1/0", Error("#N/A"))})
)


@settings(max_examples=200)
@given(STORED, STORED)
@example(Stored("str", "_x0041_x0042_"), Stored("str", "_x0041\x07"))
@example(Stored("str", "\r\n"), Stored("str", "a\r"))
@example(Stored("str", "😀 _x005F_x0041_"), Stored("str", "\u3000表 "))
def test_whatever_is_written_is_read_back(first: Stored, second: Stored) -> None:
    part = PLAIN.encode()
    written = _sheet(part).written({(2, 2): first, (2, 4): second, (4, 2): first})
    assert [cell.stored for cell in _sheet(written).formula_cells] == [first, second, first]
    assert without_values(written) == without_values(part)
    values = _without_formulas_cached(written)
    assert (values["B2"], values["D2"], values["B4"]) == (
        _expected(first),
        _expected(second),
        _expected(first),
    )
    assert (values["A1"], values["C2"]) == (1.0, "x")
    again = _sheet(written)
    assert again.written({cell.position: cell.stored for cell in again.formula_cells}) == written


@settings(max_examples=60)
@given(STORED)
def test_openpyxl_reads_what_was_written(value: Stored) -> None:
    written = _sheet(PLAIN.encode()).written({(2, 2): value})
    workbook = openpyxl.load_workbook(io.BytesIO(book({"S": written})), data_only=True)
    seen, expected = workbook["S"]["B2"].value, _expected(value)
    if isinstance(expected, Error):
        assert seen == expected.code
    elif isinstance(expected, str):
        # openpyxl leaves the `_x0007_` escapes of formula results as they are, and an empty text is none
        assert decoded(seen or "") == expected
    else:
        assert seen == pytest.approx(expected, rel=1e-15, abs=0)
        assert isinstance(seen, bool) == isinstance(expected, bool)


@given(TEXTS)
def test_escaping_a_text_can_be_undone(text: str) -> None:
    assert decoded(unescaped(escaped(text))) == text


@settings(max_examples=100)
@given(
    st.dictionaries(st.tuples(st.integers(1, 12), st.integers(1, 8)), st.booleans(), max_size=12),
    st.dictionaries(st.tuples(st.integers(1, 14), st.integers(1, 9)), STORED, min_size=1, max_size=6),
)
def test_values_may_go_into_any_cell_and_the_sheet_stays_in_order(
    present: dict[tuple[int, int], bool], values: dict[tuple[int, int], Stored]
) -> None:
    contents = {
        f"{'ABCDEFGH'[column - 1]}{row}": F("1+1", 2) if is_formula else 7.0
        for (row, column), is_formula in present.items()
    }
    contents["H13"] = 7.0
    part = sheet(cells(contents)).encode()
    written = _sheet(part).written(values)
    expected: dict[str, object] = {
        name: 2.0 if isinstance(held, F) else held for name, held in contents.items()
    }
    expected |= {
        f"{'ABCDEFGHI'[column - 1]}{row}": _expected(value) for (row, column), value in values.items()
    }
    assert _without_formulas_cached(written) == expected
    reread = openpyxl.load_workbook(io.BytesIO(book({"S": written})))["S"]
    assert list(reread._cells) == sorted(reread._cells)
    assert {cell.name for cell in _sheet(written).formula_cells} == {
        name for name, held in contents.items() if isinstance(held, F)
    }


@TRAP
def test_cells_added_in_missing_rows_and_columns_leave_every_other_byte(name: str) -> None:
    part = SHEETS[name].part
    before = _sheet(part)
    added = {(2, 9): SOME, (40, 3): SOME, (1, 20): SOME}
    written = before.written(added)
    values = _without_formulas_cached(written)
    assert {cell: values.pop(cell) for cell in ("I2", "C40", "T1")} == {"I2": 12.5, "C40": 12.5, "T1": 12.5}
    assert values == _without_formulas_cached(part)
    reduced = _sheet(written).content
    prefix = before.prefix.decode()
    for row, column in (("2", "I2"), ("40", "C40"), ("1", "T1")):
        cell = f'<{prefix}c r="{column}"><{prefix}v>12.5</{prefix}v></{prefix}c>'
        whole_row = f'<{prefix}row r="{row}">{cell}</{prefix}row>'
        assert reduced.count(cell.encode()) == 1
        reduced = reduced.replace(whole_row.encode(), b"").replace(cell.encode(), b"")
    assert reduced == before.content.replace(b' spans="1:1"', b"")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('<row r="3"/>', '<row r="3"><c r="B3"><v>12.5</v></c></row>'),
        ('<row r="3" ht="9" />', '<row r="3" ht="9"><c r="B3"><v>12.5</v></c></row>'),
        ('<row r="3" spans="3:4"></row>', '<row r="3"><c r="B3"><v>12.5</v></c></row>'),
        ('<row r="3"><c r="B3" s="4"/></row>', '<row r="3"><c r="B3" s="4"><v>12.5</v></c></row>'),
        (
            '<row r="3"><c r="B3" t="s" s="4"><v>1</v></c></row>',
            '<row r="3"><c r="B3" s="4"><v>12.5</v></c></row>',
        ),
        (
            '<row r="3"><c r="C3"/></row>',
            '<row r="3"><c r="B3"><v>12.5</v></c><c r="C3"/></row>',
        ),
        (
            '<row r="1"/><row r="9"/>',
            '<row r="1"/><row r="3"><c r="B3"><v>12.5</v></c></row><row r="9"/>',
        ),
        ("", '<row r="3"><c r="B3"><v>12.5</v></c></row>'),
    ],
)
def test_a_value_finds_its_place(rows: str, expected: str) -> None:
    assert _rows(rows).written({(3, 2): SOME}) == sheet(expected).encode()


def test_a_value_finds_its_place_in_a_sheet_without_rows() -> None:
    part = sheet("").replace("<sheetData></sheetData>", "<sheetData/>").encode()
    assert (
        _sheet(part).written({(3, 2): SOME}) == sheet('<row r="3"><c r="B3"><v>12.5</v></c></row>').encode()
    )


def test_taking_the_value_of_a_cell_that_is_not_there_changes_nothing() -> None:
    part = PLAIN.encode()
    assert _sheet(part).written({(9, 9): None, (2, 7): None}) == part


def test_the_stored_values_of_an_area_are_found() -> None:
    part = sheet(cells({"A1": 1, "B1": "x", "C1": True, "B2": F("1", Error("#N/A")), "A3": 4}))
    assert _sheet(part.encode()).stored_values(Area.parse("A1:B2")) == {
        (1, 1): Stored(None, "1"),
        (1, 2): Stored("str", "x"),
        (2, 2): Stored("e", "#N/A"),
    }


def _assert_splicing_laws(part: bytes) -> None:
    found = _sheet(part)
    positions = [cell.position for cell in found.formula_cells]
    assert found.written({cell.position: cell.stored for cell in found.formula_cells}) == part
    chosen = random.Random(7).sample(positions, min(len(positions), 25))
    written = found.written(dict.fromkeys(chosen, SOME))
    assert {
        cell.position: cell.stored for cell in _sheet(written).formula_cells if cell.position in chosen
    } == (dict.fromkeys(chosen, SOME))
    assert without_values(written) == without_values(part)


@pytest.mark.parametrize("name", MAKERS)
def test_the_sheets_of_a_made_workbook_can_be_spliced(name: str) -> None:
    for part in _worksheets(made(name)):
        _assert_splicing_laws(part)


# refusals


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="x"><c><f>1</f></c></row>',
        '<row r="0"><c><f>1</f></c></row>',
        '<row r="-1"><c><f>1</f></c></row>',
        '<row r="1048577"><c><f>1</f></c></row>',
        '<row r="1"><c r="x"/><c><f>1</f></c></row>',
        '<row r="1"><c r="A0"><f>1</f></c></row>',
        '<row r="1"><c r="XFE1"><f>1</f></c></row>',
        '<row r="1"><c r="A1"><f t="array" ref="nowhere">1</f></c></row>',
        '<row r="1"><c r="A1"><v>1</v><f>1</f></c></row>',
        '<row r="1"><c r="A1"><f>1</f><f>2</f></c></row>',
        '<row r="1"><c r="A1"><f>1<b/></f></c></row>',
        '<row r="1"><c r="A1"><f>1</f></row>',
        '<row r="1"><c r="A1"><f>&nbsp;</f></c></row>',
        '<row r="1"><c r="A1"><f>\x07</f></c></row>',
    ],
)
def test_a_sheet_that_cannot_be_understood_is_refused_as_a_whole(rows: str) -> None:
    with pytest.raises(WorkbookError) as caught:
        _rows(rows).formula_cells  # noqa: B018
    assert caught.value.message.id == "workbook.part_invalid"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_a_document_type_declaration_is_refused_wherever_it_hides(encoding: str) -> None:
    hidden = "<!--" + "-=" * 3000 + "-->" + '<!DOCTYPE x [<!ENTITY a "b">]>'
    part = PLAIN.replace("UTF-8", "UTF-16" if "16" in encoding else "UTF-8").replace(
        "<worksheet", hidden + "<worksheet"
    )
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    with pytest.raises(UnsafeWorkbook) as caught:
        _sheet(mark + part.encode(encoding))
    assert caught.value.message.id == "workbook.doctype"


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"<",
        b"<workbook/>",
        b'<?xml version="1.0" encoding="no-such"?><worksheet/>',
        b'<?xml version="1.0" encoding="base64"?><worksheet/>',
        b"\xff\xfe<",
        b"\xff\xfe\x00\xd8",
        "<worksheet>表</worksheet>".encode("cp932"),
    ],
)
def test_what_is_no_sheet_is_refused(part: bytes) -> None:
    with pytest.raises(WorkbookError) as caught:
        _sheet(part)
    assert caught.value.message.id == "workbook.part_invalid"
