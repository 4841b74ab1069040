"""The planner's file keeps the rules of the format whose breach makes Excel offer a repair."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from python_calamine import CalamineWorkbook

from kpixl.i18n import LANGUAGES, Language
from kpixl.template.planner.build import NAMES, SHEETS
from kpixl.template.planner.case import BLANK, Case
from kpixl.template.planner.cases.hr import HR
from kpixl.template.planner.cases.manufacturing import MANUFACTURING
from kpixl.template.planner.cases.nurturing import NURTURING
from kpixl.template.planner.cases.saas import SAAS
from kpixl.template.planner.cases.web import WEB
from tests.template.planner.books import built, filled, shown

Element = ElementTree.Element
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
ELEMENTS = """
    sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
    scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr
    conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter
    rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing
    legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst
"""
ORDER = ELEMENTS.split()
"""What a worksheet may hold, in the only order in which Excel reads it."""

OLD_FUNCTIONS = """
    ABS AND AVERAGE AVERAGEIFS CHAR CHOOSE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DAY EDATE EOMONTH
    EXACT FALSE FIND HLOOKUP IF IFERROR INDEX INT ISBLANK ISERROR ISNA ISNUMBER ISTEXT LARGE LEFT LEN MATCH
    MAX MEDIAN MID MIN MOD MONTH N NETWORKDAYS NOT OR PRODUCT RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SIGN
    SMALL SQRT SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT TEXT TRIM TRUE VALUE VLOOKUP WEEKDAY WORKDAY YEAR
"""
OLD = set(OLD_FUNCTIONS.split())
"""Functions of Excel 2007: newer ones need a prefix in the file, and not every program has them."""

BOOKS = [(case, language) for case in (WEB, BLANK) for language in LANGUAGES]
BOOKS += [(case, "ja") for case in (HR, MANUFACTURING, NURTURING, SAAS)]
every_book = pytest.mark.parametrize(
    "book", BOOKS, ids=lambda book: f"{book[0].id}-{book[1]}" if isinstance(book, tuple) else None
)
Book = tuple[Case, Language]


@cache
def parts(book: Book) -> dict[str, bytes]:
    case, language = book
    content = filled(case, language) if case in (WEB, BLANK) else built(case, language)
    with ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert len({name.lower() for name in names}) == len(names)
        return {name: archive.read(name) for name in names}


@cache
def root(book: Book, part: str) -> Element:
    return ElementTree.fromstring(parts(book)[part])


@cache
def relations(book: Book, part: str) -> dict[str, str]:
    folder, name = posixpath.split(part)
    rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    if rels not in parts(book):
        return {}
    return {
        relation.attrib["Id"]: posixpath.normpath(posixpath.join("/", folder, relation.attrib["Target"]))[1:]
        for relation in root(book, rels)
        if relation.get("TargetMode") != "External"
    }


@cache
def sheets(book: Book) -> dict[str, Element]:
    targets = relations(book, "xl/workbook.xml")
    return {
        sheet.attrib["name"]: root(book, targets[sheet.attrib[f"{RELATION}id"]])
        for sheet in root(book, "xl/workbook.xml").iter(f"{MAIN}sheet")
    }


def part_of(book: Book, title: str) -> str:
    targets = relations(book, "xl/workbook.xml")
    (place,) = (
        sheet.attrib[f"{RELATION}id"]
        for sheet in root(book, "xl/workbook.xml").iter(f"{MAIN}sheet")
        if sheet.attrib["name"] == title
    )
    return targets[place]


def tables(book: Book, title: str) -> list[Element]:
    found = relations(book, part_of(book, title))
    return [
        root(book, found[one.attrib[f"{RELATION}id"]]) for one in sheets(book)[title].iter(f"{MAIN}tablePart")
    ]


def formulas(sheet: Element) -> Iterator[str]:
    for tag in ("f", "formula", "formula1", "formula2"):
        yield from (element.text for element in sheet.iter(f"{MAIN}{tag}") if element.text)


def bare(formula: str) -> str:
    """The formula without texts, sheet names and columns of tables."""
    return re.sub(r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'!|\[[^\]]*\]", "", formula)


def is_reference(book: Book, reference: str) -> bool:
    """Whether all of it are areas of cells on sheets that exist."""
    for one in re.split(r",(?=')", reference):
        found = re.fullmatch(r"'((?:[^']|'')+)'!(\$?[A-Z]+\$?\d+)(?::(\$?[A-Z]+\$?\d+))?", one)
        lines = re.fullmatch(r"'((?:[^']|'')+)'!\$(\d+|[A-Z]+):\$(\d+|[A-Z]+)", one)
        where = found or lines
        if not where or where[1].replace("''", "'") not in sheets(book):
            return False
        if found and not all(1 <= int(row) <= LAST_ROW for row in re.findall(r"\d+", one.split("!")[-1])):
            return False
    return True


@every_book
def test_every_part_is_well_formed_and_declared_and_every_relation_leads_somewhere(book: Book) -> None:
    types = root(book, "[Content_Types].xml")
    defaults = {one.get("Extension") for one in types if one.tag.endswith("Default")}
    overrides = {str(one.get("PartName"))[1:] for one in types if one.tag.endswith("Override")}
    assert overrides <= parts(book).keys()
    for part in parts(book):
        root(book, part)  # raises what is wrong
        if part != "[Content_Types].xml":
            assert part in overrides or part.rpartition(".")[2] in defaults
        if not part.endswith(".rels"):
            assert set(relations(book, part).values()) <= parts(book).keys()


@every_book
def test_names_are_unique_and_lead_to_cells(book: Book) -> None:
    defined = list(root(book, "xl/workbook.xml").iter(f"{MAIN}definedName"))
    keys = [(one.attrib["name"].lower(), one.get("localSheetId")) for one in defined]
    assert len(set(keys)) == len(keys)
    assert {named.name for named in NAMES} <= {one.get("name") for one in defined}
    taken = {table.attrib["name"].lower() for title in sheets(book) for table in tables(book, title)}
    for one in defined:
        name = one.attrib["name"]
        assert is_reference(book, one.text or ""), name
        assert re.fullmatch(r"(_xlnm\.)?[A-Za-z_]\w*", name)
        assert len(name) <= 255
        assert len(one.get("comment", "")) <= 255
        assert not re.fullmatch(r"[A-Za-z]{1,3}\d+|[rRcC]|[rR]\d*[cC]\d*", name), "looks like a cell"
        assert name.lower() not in taken
        if name.startswith("_xlnm."):
            ((title, _),) = (
                pair for pair in enumerate(sheets(book)) if str(pair[0]) == one.get("localSheetId")
            )
            assert f"'{list(sheets(book))[title]}'!" in (one.text or "")


@every_book
def test_sheets_are_named_as_sheets_may_be(book: Book) -> None:
    assert len(sheets(book)) == len(SHEETS) == len({title.lower() for title in sheets(book)})
    for title in sheets(book):
        assert 1 <= len(title) <= 31
        assert not set(title) & set("[]:*?/\\")
        assert not title.startswith("'")
        assert not title.endswith("'")


@every_book
def test_what_a_sheet_holds_stands_in_order(book: Book) -> None:
    styles = root(book, "xl/styles.xml")
    looks = len(list(styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf")))
    for sheet in sheets(book).values():
        order = [ORDER.index(child.tag.removeprefix(MAIN)) for child in sheet]
        assert order == sorted(order)
        once = [place for place in order if ORDER[place] != "conditionalFormatting"]
        assert len(set(once)) == len(once)
        rows = [int(row.attrib["r"]) for row in sheet.iter(f"{MAIN}row")]
        assert all(above < below for above, below in pairwise(rows))
        for row in sheet.iter(f"{MAIN}row"):
            assert float(row.get("ht", "15")) <= 409.5
            places = [CellRange(cell.attrib["r"]) for cell in row]
            assert all(left.min_col < right.min_col for left, right in pairwise(places))
            assert {place.min_row for place in places} <= {int(row.attrib["r"])}
        spans = [(int(one.attrib["min"]), int(one.attrib["max"])) for one in sheet.iter(f"{MAIN}col")]
        assert all(first <= last <= LAST_COLUMN for first, last in spans)
        assert all(left[1] < right[0] for left, right in pairwise(spans))
        assert all(0 < float(one.get("width", "9")) <= 255 for one in sheet.iter(f"{MAIN}col"))
        assert all(int(cell.get("s", "0")) < looks for cell in sheet.iter(f"{MAIN}c"))
        merged = [CellRange(one.attrib["ref"]) for one in sheet.iter(f"{MAIN}mergeCell")]
        assert all(one.isdisjoint(other) for one, other in combinations(merged, 2))
        for kind in ("rowBreaks", "colBreaks"):
            for breaks in sheet.iter(f"{MAIN}{kind}"):
                assert breaks.get("count") in (None, str(len(breaks)))


@every_book
def test_texts_and_formulas_are_no_longer_than_they_may_be(book: Book) -> None:
    for title, sheet in sheets(book).items():
        for element in sheet.iter():
            assert len(element.text or "") <= 32_767
        for formula in formulas(sheet):
            assert len(formula) <= 8_192
            texts = re.findall(r'"((?:[^"]|"")*)"', formula)
            assert all(len(text.replace('""', '"')) <= 255 for text in texts), (title, formula)
            depth = 0
            for character in re.findall("[()]", bare(formula)):
                depth += 1 if character == "(" else -1
                assert 0 <= depth <= 64
            assert depth == 0


@every_book
def test_formulas_call_only_functions_that_every_program_has_and_ours(book: Book) -> None:
    for sheet in sheets(book).values():
        for formula in sheet.iter(f"{MAIN}f"):
            called = set(re.findall(r"([A-Z][\w.]*)\(", bare(formula.text or "")))
            assert {name for name in called if not name.startswith("KPI_")} <= OLD
            assert formula.get("t") in (None, "normal"), "one value a cell"
        for tag in ("formula", "formula1", "formula2"):
            for rule in sheet.iter(f"{MAIN}{tag}"):
                assert "KPI_" not in (rule.text or "")
                assert "[" not in (rule.text or ""), "no columns of tables in rules"
                assert set(re.findall(r"([A-Z][\w.]*)\(", bare(rule.text or ""))) <= OLD


@every_book
def test_names_in_formulas_are_defined(book: Book) -> None:
    names = {one.attrib["name"] for one in root(book, "xl/workbook.xml").iter(f"{MAIN}definedName")}
    tabled = {table.attrib["name"] for title in sheets(book) for table in tables(book, title)}
    for sheet in sheets(book).values():
        for formula in formulas(sheet):
            words = set(re.findall(r"(?<![\w$!.])[A-Za-z_][A-Za-z_0-9]*(?![\w(.!$])", bare(formula)))
            cells = {word for word in words if re.fullmatch(r"[A-Z]{1,3}\d*", word)}
            assert words - cells - {"TRUE", "FALSE"} <= names | tabled, formula


@every_book
def test_table_headings_are_the_texts_of_their_cells(book: Book) -> None:
    ids, names = [], []
    for title in sheets(book):
        cells = {cell.attrib["r"]: cell for cell in sheets(book)[title].iter(f"{MAIN}c")}
        areas = []
        for table in tables(book, title):
            area = CellRange(table.attrib["ref"])
            areas.append(area)
            ids.append(table.attrib["id"])
            names.append(table.attrib["displayName"].lower())
            assert table.attrib["name"] == table.attrib["displayName"]
            assert area.max_row <= LAST_ROW
            assert area.max_row > area.min_row, "a table has at least one row"
            columns = [one.attrib["name"] for one in table.iter(f"{MAIN}tableColumn")]
            assert len(columns) == area.max_col - area.min_col + 1
            assert len({column.lower() for column in columns}) == len(columns)
            assert len({one.attrib["id"] for one in table.iter(f"{MAIN}tableColumn")}) == len(columns)
            for number, column in enumerate(columns, area.min_col):
                cell = cells[f"{get_column_letter(number)}{area.min_row}"]
                assert cell.get("t") == "inlineStr"
                assert "".join(one.text or "" for one in cell.iter(f"{MAIN}t")) == column
                assert cell.find(f"{MAIN}f") is None
            for own in table.iter(f"{MAIN}autoFilter"):
                assert own.attrib["ref"] == table.attrib["ref"]
        assert all(one.isdisjoint(other) for one, other in combinations(areas, 2))
        merged = [CellRange(one.attrib["ref"]) for one in sheets(book)[title].iter(f"{MAIN}mergeCell")]
        assert all(area.isdisjoint(one) for area in areas for one in merged)
    assert len(set(ids)) == len(ids) == 9
    assert len(set(names)) == len(names)


@every_book
def test_rules_of_inputs_are_within_their_limits(book: Book) -> None:
    for sheet in sheets(book).values():
        for rules in sheet.iter(f"{MAIN}dataValidations"):
            assert rules.get("count") in (None, str(len(rules)))
        for rule in sheet.iter(f"{MAIN}dataValidation"):
            assert len(rule.get("promptTitle", "")) <= 32
            assert len(rule.get("errorTitle", "")) <= 32
            assert 0 < len(rule.get("prompt", "")) <= 255
            assert 0 < len(rule.get("error", "")) <= 225, "Excel lets nobody type more"
            assert all(len(formula.text or "") <= 255 for formula in rule)
            given = {child.tag.removeprefix(MAIN) for child in rule}
            needed = (
                {"formula1", "formula2"} if rule.get("operator", "between") == "between" else {"formula1"}
            )
            if rule.attrib["type"] in ("list", "custom"):
                needed = {"formula1"}
            assert needed <= given
            assert all(CellRange(one) for one in rule.attrib["sqref"].split())
        areas = [
            CellRange(one)
            for rule in sheet.iter(f"{MAIN}dataValidation")
            for one in rule.attrib["sqref"].split()
        ]
        assert all(one.isdisjoint(other) for one, other in combinations(areas, 2)), "one rule a cell"


@every_book
def test_looks_refer_to_styles_that_exist(book: Book) -> None:
    styles = root(book, "xl/styles.xml")
    looks = len(list(styles.iterfind(f"{MAIN}dxfs/{MAIN}dxf")))
    for sheet in sheets(book).values():
        priorities = []
        for rule in sheet.iter(f"{MAIN}cfRule"):
            priorities.append(int(rule.attrib["priority"]))
            assert 0 <= int(rule.attrib["dxfId"]) < looks
        assert len(set(priorities)) == len(priorities)
        assert all(priority >= 1 for priority in priorities)
    codes = {one.attrib["numFmtId"]: one.attrib["formatCode"] for one in styles.iter(f"{MAIN}numFmt")}
    assert all(0 < len(code) < 255 for code in codes.values())
    fonts, fills, borders = (
        len(list(styles.iterfind(f"{MAIN}{kind}/*"))) for kind in ("fonts", "fills", "borders")
    )
    for look in styles.iter(f"{MAIN}xf"):
        assert int(look.get("fontId", "0")) < fonts
        assert int(look.get("fillId", "0")) < fills
        assert int(look.get("borderId", "0")) < borders
        number = look.get("numFmtId", "0")
        assert int(number) < 164 or number in codes


@every_book
def test_links_lead_to_sheets_of_the_workbook(book: Book) -> None:
    links = 0
    for sheet in sheets(book).values():
        for link in sheet.iter(f"{MAIN}hyperlink"):
            links += 1
            assert is_reference(book, link.attrib["location"])
            assert len(link.get("display", "")) <= 255
    assert links >= len(SHEETS)


@every_book
def test_charts_stand_on_the_sheet_and_show_cells(book: Book) -> None:
    charts = 0
    for title in sheets(book):
        found = relations(book, part_of(book, title))
        for drawing in sheets(book)[title].iter(f"{MAIN}drawing"):
            part = found[drawing.attrib[f"{RELATION}id"]]
            ids = []
            for anchor in root(book, part):
                assert anchor.tag == f"{DRAWING}twoCellAnchor"
                start, end = (corner(anchor, name) for name in ("from", "to"))
                assert 0 <= start[0] < end[0] < LAST_COLUMN
                assert 0 <= start[1] < end[1] < LAST_ROW
                ids += [one.attrib["id"] for one in anchor.iter(f"{DRAWING}cNvPr")]
                for chart in anchor.iter(f"{CHART}chart"):
                    charts += 1
                    shown_cells = root(book, relations(book, part)[chart.attrib[f"{RELATION}id"]])
                    references = [one.text or "" for one in shown_cells.iter(f"{CHART}f")]
                    assert references
                    assert all(is_reference(book, reference) for reference in references)
            assert len(set(ids)) == len(ids)
    assert charts == sum(part.startswith("xl/charts/chart") for part in parts(book))


def corner(anchor: Element, name: str) -> tuple[int, int]:
    place = anchor.find(f"{DRAWING}{name}")
    assert place is not None
    column, row = (place.find(f"{DRAWING}{part}") for part in ("col", "row"))
    assert column is not None
    assert row is not None
    return int(column.text or ""), int(row.text or "")


@pytest.mark.parametrize(("case", "language"), [(WEB, "ja"), (BLANK, "en")])
def test_other_readers_see_the_same_cells(case: Case, language: Language) -> None:
    content = filled(case, language)
    other = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert other.sheet_names == shown(content).sheetnames
    for sheet in shown(content).worksheets:
        rows = other.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False)
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, (int, float)):
                assert rows[cell.row - 1][cell.column - 1] == pytest.approx(cell.value), cell.coordinate
