"""What refers to all rows of a table follows it, and what refers to some of them does not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import hand
from workbooks.corpus import corpus_files
from workbooks.growing import SHEET, TABLE, growing
from workbooks.hand import F, book, sheet, table, unzipped, zipped
from workbooks.moving import moved_by_tokens

from kpixl.errors import WorkbookError
from kpixl.ooxml.address import Area
from kpixl.ooxml.formula_references import moved
from kpixl.ooxml.opened import OpenedWorkbook
from kpixl.ooxml.package import Package
from kpixl.ooxml.range_extension import Extension
from kpixl.ooxml.sheet import SheetXml
from kpixl.ooxml.table_rows import with_table_rows
from kpixl.ooxml.tables import Table
from kpixl.recalc.engine import NotAFormula

NEW = (46116.0, "検索", 2.0, 50.0, None)
LOG = Table("T", "S 1", Area(5, 2, 8, 4), ("a", "b", "c"), 1, 0)


def _grown(
    content: bytes, name: str = TABLE, *, rows: int = 2, row: tuple[object, ...] = NEW
) -> dict[str, str]:
    """The parts after rows were added to a table."""
    opened = OpenedWorkbook(content, "book.xlsx")
    _, found = opened.table(name)
    old = opened.grid(found.sheet, found.data).rows
    parts = with_table_rows(opened, name, [*old, *[row] * rows])
    return {part: text.decode() for part, text in {**unzipped(content), **parts}.items() if b"\0" not in text}


def _all(pattern: str, text: str) -> list[str]:
    return re.findall(pattern, text)


@pytest.mark.parametrize(
    ("formula", "extended"),
    [
        ("SUM(B6:B8)", "SUM(B6:B9)"),
        ("SUM($B$6:B$8,C$6:$C8)", "SUM($B$6:B$9,C$6:$C9)"),
        ("'S 1'!B6:D8", "'S 1'!B6:D9"),
        ("'s 1'!$B$5:$D$8", "'s 1'!$B$5:$D$9"),
        ("B8:B6", "B9:B6"),
        ('INDEX(B6:B8,1)&"B6:B8"&Other!B6:B8&T[B6:B8]', 'INDEX(B6:B9,1)&"B6:B8"&Other!B6:B8&T[B6:B8]'),
        ("B6:B7+B7:B8+A6:A8+B6:E8+B5:E8+B4:B8+B8+B:B+6:8", "B6:B7+B7:B8+A6:A8+B6:E8+B5:E8+B4:B8+B8+B:B+6:8"),
        ("[1]S!B6:B8+'[Book]S 1'!B6:B8+A:'S 1'!B6:B8", "[1]S!B6:B8+'[Book]S 1'!B6:B8+A:'S 1'!B6:B8"),
        ("B6:B80+AB6:AB8+B6:B8x+xB6:B8+LOG6:B8(1)", "B6:B80+AB6:AB8+B6:B8x+xB6:B8+LOG6:B8(1)"),
    ],
)
def test_a_formula_follows_where_it_names_all_rows(formula: str, extended: str) -> None:
    assert Extension(LOG, 9).formula(formula, "S 1") == extended


@pytest.mark.parametrize(
    ("source", "extended"),
    [
        ("SUM(B6:B8)&amp;&quot;&#65;&quot;", "SUM(B6:B9)&amp;&quot;&#65;&quot;"),
        ("&#39;S 1&apos;!$B$6:$B$8&gt;1", "&#39;S 1&apos;!$B$6:$B$9&gt;1"),
        ("B6:B<!-- x -->8", "B6:B9"),
        ("<![CDATA[B6:B8<1]]>", "B6:B9&lt;1"),
        ("&#66;6:B7", "&#66;6:B7"),
    ],
)
def test_what_is_not_extended_is_spelled_as_it_was(source: str, extended: str) -> None:
    assert Extension(LOG, 9).spelled(source.encode(), "S 1").decode() == extended


def test_a_table_of_one_row_is_not_taken_for_each_reference_to_a_cell() -> None:
    extension = Extension(Table("T", "S", Area(5, 2, 6, 4), ("a", "b", "c"), 1, 0), 9)
    assert extension.formula("B6+B6:D6+B5:B6", "S") == "B6+B6:D9+B5:B9"
    assert extension.areas("B6 B7 C6:D6 A6:B6") == "B6:B9 B7 C6:D9 A6:B6"


@pytest.mark.parametrize(
    ("formula", "further_on"),
    [
        ("A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1"),
        ("A1:B2+'S''s'!A1+表!C3", "B3:C4+'S''s'!B3+表!D5"),
        ("5:5+$5:6+A:$A", "7:7+$5:8+B:$A"),
        ('"A1"&T[[#This Row],[A1]]&LOG10(A1)&あA1&A1_', '"A1"&T[[#This Row],[A1]]&LOG10(B3)&あA1&A1_'),
        ("A1:INDEX(B:B,2)+INDEX(A1,1):C3+A1#+@A1", "B3:INDEX(C:C,2)+INDEX(B3,1):D5+B3#+@B3"),
        ("A1048575+XFD1+XFE1", "#REF!+#REF!+XFE1"),
        ("[1]S!A1+Jan:Mar!A1+Q1:Q3!A1+#REF!A1", "[1]S!A1+Jan:Mar!A1+Q1:Q3!A1+#REF!A1"),
    ],
)
def test_a_formula_is_moved_as_a_shared_one_is(formula: str, further_on: str) -> None:
    assert moved(formula, 2, 1) == further_on


@pytest.mark.parametrize("path", corpus_files())
def test_strangers_formulas_move_as_the_engine_reads_them(path: object) -> None:
    try:
        package = Package(path.read_bytes(), "book")  # type: ignore[attr-defined]
        sheets = [SheetXml(package.read(entry.part), "book", entry.part) for entry in package.sheets]
    except WorkbookError:
        return
    for formula in {cell.formula for found in sheets for cell in found.formula_cells}:
        try:
            wanted = moved_by_tokens(formula, 3, 2)
        except NotAFormula:
            continue
        assert moved(formula, 3, 2) == wanted


@given(st.text(st.sampled_from("A1B$:!'\"[]()#@ ,あ.+"), max_size=30))
def test_moving_there_and_back_changes_no_formula(formula: str) -> None:
    there = moved(formula, 5, 3)
    if "#REF!" not in there:
        assert moved(moved(there, -5, -3), 5, 3) == there


def test_the_table_and_the_sheet_say_the_new_extent() -> None:
    parts = _grown(growing())
    assert _all(r' ref="(B5:[^"]*)"', parts["xl/tables/table1.xml"]) == ["B5:F10", "B5:F10"]
    assert '<dimension ref="B2:H14"/>' in parts["xl/worksheets/sheet1.xml"]


def test_rules_follow_their_cells_and_the_ranges_in_their_formulas() -> None:
    rules = _grown(growing())["xl/worksheets/sheet1.xml"].partition("</sheetData>")[2]
    assert _all('<conditionalFormatting sqref="([^"]*)"', rules) == ["E6:E10", "B6:F10", "D6:D10", "D6:H8"]
    assert _all('<dataValidation [^>]*sqref="([^"]*)"', rules) == ["D6:D10", "E6:E7", "C6:C10"]
    assert "<formula>$E6&gt;AVERAGE($E$6:$E$10)</formula>" in rules
    assert _all("<xm:sqref>([^<]*)<", rules) == ["D6:D10", "H6"]
    assert _all("<xm:f>([^<]*)<", rules) == [f"'{SHEET}'!D6:D10"]


def test_validations_do_not_overlap() -> None:
    two = (
        '<dataValidations count="2"><dataValidation type="whole" sqref="A2:A3"/>'
        '<dataValidation type="list" sqref="A4:A9 B2:B3"/></dataValidations>'
    )
    rows = hand.cells({"A1": "a", "B1": "b", "A2": 1, "A3": 2})
    content = book({"S": sheet(rows, after=two)}, tables={"S": (table("T", "A1:B3", ["a", "b"]),)})
    grown = _grown(content, "T", row=(3.0, 4.0))["xl/worksheets/sheet1.xml"]
    assert _all('sqref="([^"]*)"', grown) == ["A2:A3", "A4:A9 B2:B5"]


def test_the_rules_of_a_table_with_one_row_follow() -> None:
    rules = '<dataValidations count="1"><dataValidation type="whole" sqref="A2"/></dataValidations>'
    part = sheet(hand.cells({"A1": "a", "A2": 1}), after=rules)
    grown = _grown(book({"S": part}, tables={"S": (table("T", "A1:A2", ["a"]),)}), "T", row=(3.0,))
    assert _all('sqref="([^"]*)"', grown["xl/worksheets/sheet1.xml"]) == ["A2:A4"]


def test_names_follow_and_print_areas_too() -> None:
    names = dict(_all('<definedName name="([^"]*)"[^>]*>([^<]*)<', _grown(growing())["xl/workbook.xml"]))
    assert names["amounts"] == f"'{SHEET}'!$E$6:$E$10"
    assert names["whole"] == names["_xlnm.Print_Area"] == f"'{SHEET}'!$B$5:$F$10"
    assert names["first_two"] == f"'{SHEET}'!$E$6:$E$7"


def test_formulas_on_other_sheets_follow() -> None:
    formulas = _all("<f>([^<]*)</f>", _grown(growing())["xl/worksheets/sheet2.xml"])
    assert formulas == [
        f"SUM('{SHEET}'!$E$6:$E$10)",
        f"SUM('{SHEET}'!E6:E7)",
        f"SUMIF('{SHEET}'!C6:C10,D1,'{SHEET}'!D$6:D$10)",
        "SUM(Log[金額])",
        '"E6:E8"&amp;SUM(E6:E8)',
        "SUM(amounts)",
    ]


def test_a_shared_formula_is_taken_apart_where_one_of_its_cells_names_all_rows() -> None:
    rows = hand.cells(
        {
            "A1": "a", "A2": 1, "A3": 2,
            "C5": F("SUM(A2:A3)", 3, "shared", "C5:D5", "0"), "D5": F("", 0, "shared", "", "0"),
            "C6": F("SUM(A1:A3)", 3, "shared", "C6:C7", "1"), "C7": F("", 2, "shared", "", "1"),
            "C8": F("SUM(A1:A2)", 3, "shared", "C8:C9", "2"), "C9": F("", 2, "shared", "", "2"),
        }
    )  # fmt: skip
    content = book({"S": sheet(rows)}, tables={"S": (table("T", "A1:A3", ["a"]),)})
    grown = _grown(content, "T", rows=1, row=(5.0,))["xl/worksheets/sheet1.xml"]
    assert _all(r'<c r="(\w+)"><f([^>]*)>([^<]*)<', grown) == [
        ("C5", "", "SUM(A2:A4)"),
        ("D5", "", "SUM(B2:B3)"),
        ("C6", "", "SUM(A1:A4)"),
        ("C7", "", "SUM(A2:A4)"),
        ("C8", "", "SUM(A1:A2)"),
        ("C9", "", "SUM(A2:A4)"),
    ]


def test_a_running_total_ends_in_its_own_row_and_a_share_counts_all() -> None:
    cells = {"A1": "a", "B1": "b", "C1": "c"}
    for row in (2, 3):
        cells |= {
            f"A{row}": 1,
            f"B{row}": F(f"SUM(A$2:A{row})", 1),
            f"C{row}": F(f"A{row}/SUM($A$2:$A$3)", 1),
        }
    content = book({"S": cells}, tables={"S": (table("T", "A1:C3", ["a", "b", "c"]),)})
    grown = _grown(content, "T", row=(5.0, None, None))["xl/worksheets/sheet1.xml"]
    assert _all(r'<c r="(\w+)"><f>([^<]*)<', grown) == [
        (name.format(row), formula.format(row))
        for row in (2, 3, 4, 5)
        for name, formula in (("B{}", "SUM(A$2:A{})"), ("C{}", "A{}/SUM($A$2:$A$5)"))
    ]


def test_charts_follow_with_their_caches() -> None:
    chart = _grown(growing())["xl/charts/chart1.xml"]
    assert _all("<c:f>([^<]*)<", chart) == [
        f"'{SHEET}'!$B$6:$B$10",
        f"'{SHEET}'!$D$6:$D$10",
        f"'{SHEET}'!$E$6:$E$7",
    ]
    assert _all('<c:ptCount val="([0-9]*)"', chart) == ["5", "5", "2"]
    points = _all(r'<c:pt idx="(\d)"><c:v>([^<]*)<', chart)
    assert points == [
        *zip("01234", ["46113", "46114", "46115", "46116", "46116"]),
        *zip("01234", ["3", "5", "8", "2", "2"]),
        *zip("01", ["100", "200"]),
    ]


def test_new_cells_are_as_those_of_the_last_row() -> None:
    data = _grown(growing())["xl/worksheets/sheet1.xml"]
    ninth, tenth = (
        re.search(f'<row r="{number}".*?</row>', data)[0]  # type: ignore[index]
        for number in (9, 10)
    )
    styles = dict(_all(r'<c r="([B-F])8"(?: s="(\d+)")?', data))
    assert dict(_all(r'<c r="([B-F])10"(?: s="(\d+)")?', tenth)) == styles
    assert tenth.startswith('<row r="10" ht="30" customHeight="1">')
    assert "<f>Log[[#This Row],[金額]]/Log[[#This Row],[件数]]</f>" in tenth
    assert 'r="H9"' in ninth
    assert ninth.index('r="F9"') < ninth.index('r="H9"')


def test_the_source_of_a_pivot_table_follows() -> None:
    parts = hand.parts(
        {"S": {"A1": "a", "A2": 1}, "O": {"A1": 1}}, tables={"S": (table("T", "A1:A2", ["a"]),)}
    )
    definition = (
        f'<pivotCacheDefinition xmlns="{hand.MAIN}"><cacheSource type="worksheet">'
        '<worksheetSource ref="A1:A2" sheet="{}"/></cacheSource></pivotCacheDefinition>'
    )
    relations = parts["xl/_rels/workbook.xml.rels"].decode()
    for number, at in enumerate("SO"):
        relation = (
            f'<Relationship Id="p{number}" Type="{hand.OFFICE}/pivotCacheDefinition" Target="p{number}.xml"/>'
        )
        relations = relations.replace("</Relationships>", relation + "</Relationships>")
        parts[f"xl/p{number}.xml"] = definition.format(at).encode()
    parts["xl/_rels/workbook.xml.rels"] = relations.encode()
    grown = _grown(zipped(parts), "T", row=(2.0,))
    assert 'ref="A1:A4"' in grown["xl/p0.xml"]
    assert 'ref="A1:A2"' in grown["xl/p1.xml"]


def test_a_calculated_column_of_arrays_stays_one() -> None:
    cell = '<c r="B2" cm="3"><f t="array" ref="B2">SUM(A2*{1,2})</f><v>3</v></c>'
    rows = f'<row r="1"><c r="A1"/></row><row r="2"><c r="A2"><v>1</v></c>{cell}</row>'
    content = book({"S": sheet(rows)}, tables={"S": (table("T", "A1:B2", ["a", "b"]),)})
    grown = _grown(content, "T", rows=1, row=(5.0, None))["xl/worksheets/sheet1.xml"]
    assert '<c r="B3" cm="3"><f t="array" ref="B3">SUM(A3*{1,2})</f></c>' in grown


def test_a_column_formula_fills_new_rows_though_the_last_cell_holds_a_value() -> None:
    formula = "<calculatedColumnFormula>T[[#This Row],[a]]*2</calculatedColumnFormula>"
    part = table("T", "A1:B3", ["a", "b"]).replace('name="b"/>', f'name="b">{formula}</tableColumn>')
    content = book({"S": {"A1": "a", "B1": "b", "A2": 1, "A3": 2, "B3": 7}}, tables={"S": (part,)})
    grown = _grown(content, "T", rows=1, row=(5.0, 9.0))["xl/worksheets/sheet1.xml"]
    assert '<c r="B3"><v>7</v></c>' in grown
    assert '<c r="B4"><f>T[[#This Row],[a]]*2</f></c>' in grown


def test_a_table_that_had_no_rows_yet_has_some() -> None:
    part = table("T", "A1:A2", ["a"]).replace(' ref="A1:A2"', ' insertRow="1" ref="A1:A2"')
    parts = _grown(book({"S": {"A1": "a"}}, tables={"S": (part,)}), "T", row=(1.0,))
    assert "insertRow" not in parts["xl/tables/table1.xml"]
    assert 'ref="A1:A4"' in parts["xl/tables/table1.xml"]


def test_a_sheet_without_any_row_gets_some() -> None:
    empty = sheet("").replace("<sheetData></sheetData>", "<sheetData />")
    content = book({"S": empty}, tables={"S": (table("T", "A1:A2", ["a"], header=False),)})
    opened = OpenedWorkbook(content, "book.xlsx")
    parts = with_table_rows(opened, "T", [(1.0,), (2.0,), (3.0,)])
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in (1, 2, 3))
    assert f"<sheetData >{rows}</sheetData>" in parts["xl/worksheets/sheet1.xml"].decode()
