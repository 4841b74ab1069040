"""What holds for every sheet of the planner: its values, names, words, inputs, looks and bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZipFile

import pytest
from books import built, errors, filled, shown
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from kpixl.i18n import LANGUAGES, Language, text
from kpixl.i18n.texts import TEXTS
from kpixl.template import theme
from kpixl.template.planner.build import NAMES, SHEETS, build_planner
from kpixl.template.planner.case import BLANK, Case
from kpixl.template.planner.cases import CASES

INPUTS = (theme.INPUT, theme.INPUT_TEXT, theme.INPUT_WRAPPED, theme.INPUT_CENTRED)
CODE = re.compile(r"[A-Z]\d+|\W+")  # an id, an operator, a mark: no words
NEVER_COMPUTED = re.compile(r'<c (?![^>]*t="str")[^>]*><f>[^<]*</f>(<v ?/>)?</c>')
VOLATILE = re.compile(r"\b(TODAY|NOW|RAND|RANDBETWEEN|OFFSET|INDIRECT)\(")
NEWER_THAN_2016 = re.compile(
    r"\b(XLOOKUP|LET|LAMBDA|FILTER|SORT|UNIQUE|SEQUENCE|IFS|SWITCH|TEXTJOIN|CONCAT|MAXIFS|MINIFS)\("
)


@dataclass(frozen=True)
class Book:
    """A planner as built (with formulas) and as recalculated (with values)."""

    case: Case
    language: Language
    formulas: Workbook

    @property
    def values(self) -> Workbook:
        return shown(filled(self.case, self.language))

    def cells(self) -> Iterator[tuple[Worksheet, Cell]]:
        for sheet in self.formulas.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    yield sheet, cell


@pytest.fixture(
    scope="module",
    params=[(case, language) for case in (BLANK, CASES["web"]) for language in LANGUAGES],
    ids=lambda parameters: f"{parameters[0].id}-{parameters[1]}",
)
def book(request: pytest.FixtureRequest) -> Book:
    case, language = request.param
    return Book(case, language, load_workbook(io.BytesIO(built(case, language))))


def at(sheet: Worksheet, cell: Cell) -> str:
    return f"{sheet.title}!{cell.coordinate}"


# formulas and values


def test_no_cell_shows_an_error(book: Book) -> None:
    assert errors(filled(book.case, book.language)) == []


def test_every_formula_is_plain_and_computed(book: Book) -> None:
    """A program without our functions keeps the stored value of plain formulas only."""
    formulas = [(sheet, cell) for sheet, cell in book.cells() if cell.data_type == "f"]
    assert len(formulas) > 1000
    for sheet, cell in formulas:
        assert isinstance(cell.value, str), at(sheet, cell)
        assert not VOLATILE.search(cell.value), at(sheet, cell)
        assert not NEWER_THAN_2016.search(cell.value), at(sheet, cell)
    with ZipFile(io.BytesIO(filled(book.case, book.language))) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert not NEVER_COMPUTED.search(package.read(name).decode()), name


def test_no_formula_of_a_format_or_a_check_uses_our_functions(book: Book) -> None:
    for sheet in book.formulas.worksheets:
        formulas = [
            formula
            for area in sheet.conditional_formatting
            for rule in area.rules
            for formula in rule.formula
        ]
        for validation in sheet.data_validations.dataValidation:
            formulas += [validation.formula1 or "", validation.formula2 or ""]
        assert not [formula for formula in formulas if "KPI_" in formula]


# names


def test_the_documented_names_are_the_defined_names(book: Book) -> None:
    assert [named.name for named in NAMES] == list(book.formulas.defined_names)
    for named in NAMES:
        defined = book.formulas.defined_names[named.name]
        assert defined.comment == text(named.meaning_id, book.language)
        assert len(defined.comment) <= 255, named.name  # what Excel allows


def test_every_name_a_formula_uses_is_defined(book: Book) -> None:
    known = {*book.formulas.defined_names, "IF", "TRUE", "FALSE"}
    tables = {name for sheet in book.formulas.worksheets for name in sheet.tables}
    for sheet, cell in book.cells():
        if cell.data_type == "f":
            code = re.sub(r'"[^"]*"|\'[^\']*\'!|\[[^\]]*\]', "", cell.value)
            used = set(re.findall(r"(?<![\w!$.])[A-Za-z_][A-Za-z_0-9]*_[A-Za-z_0-9]*\b(?!\()", code))
            assert used <= known | tables, at(sheet, cell)


# words


def test_every_word_comes_from_the_texts(book: Book) -> None:
    known = {entry.ja if book.language == "ja" else entry.en for entry in TEXTS.values()}
    unknown = []
    for sheet, cell in book.cells():
        if cell.data_type == "s" and cell.value not in known and not CODE.fullmatch(cell.value):
            unknown.append(f"{at(sheet, cell)} {cell.value}")
    assert unknown == []
    assert set(book.formulas.sheetnames) < known


def test_each_sheet_begins_with_a_title_and_one_sentence(book: Book) -> None:
    for sheet in book.formulas.worksheets:
        assert (sheet["B1"].style, sheet["B2"].style) == (theme.TITLE, theme.GUIDANCE)
        sentence = sheet["B2"].value
        assert sentence.endswith("。" if book.language == "ja" else "."), sentence


# inputs


def test_each_input_is_checked_and_says_what_belongs_there(book: Book) -> None:
    for sheet in book.formulas.worksheets:
        checked = {
            sheet.cell(*place).coordinate
            for validation in sheet.data_validations.dataValidation
            for area in validation.sqref.ranges
            for place in area.cells
        }
        inputs = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.style in INPUTS}
        assert inputs == checked, sheet.title
        for validation in sheet.data_validations.dataValidation:
            # the lengths Excel allows
            assert 0 < len(validation.promptTitle) <= 32
            assert 0 < len(validation.errorTitle) <= 32
            assert 0 < len(validation.prompt) <= 255
            assert 0 < len(validation.error) <= 225


def test_no_input_is_a_formula_but_what_the_tree_takes_from_other_sheets(book: Book) -> None:
    for sheet, cell in book.cells():
        if cell.style in INPUTS and cell.data_type == "f":
            assert (cell.row, cell.column) in CellRange(sheet.tables["Tree"].ref).cells, at(sheet, cell)


# looks


def test_each_sheet_prints_on_landscape_pages_without_gridlines(book: Book) -> None:
    for sheet in book.formulas.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == "9"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (1, 2)
        assert sheet.print_area
        assert sheet.freeze_panes
        assert not sheet.sheet_view.showGridLines
        assert not sheet.merged_cells.ranges


def test_every_cell_has_the_one_font(book: Book) -> None:
    fonts = {cell.font.name for _, cell in book.cells() if cell.value is not None}
    assert fonts == {theme.FONT}


def test_the_levels_differ_in_lightness_so_that_grey_print_tells_them_apart() -> None:
    def lightness(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
        return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255

    fills = [lightness(look.fill) for look in theme.LEVEL_LOOKS]
    assert fills == sorted(fills, reverse=True)
    for look in theme.LEVEL_LOOKS:
        assert abs(lightness(look.fill) - lightness(look.ink)) > 0.4


def test_the_charts_are_native_and_bound_to_cells(book: Book) -> None:
    with ZipFile(io.BytesIO(built(book.case, book.language))) as package:
        charts = [
            package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/chart")
        ]
        assert not [name for name in package.namelist() if name.startswith("xl/media/")]
    assert len(charts) >= 5
    for chart in charts:
        bound = re.findall(r"<(?:c:)?f>'([^']+)'!", chart)
        assert bound
        assert set(bound) <= set(book.formulas.sheetnames)


# the file


def test_the_same_workbook_gives_the_same_bytes(book: Book) -> None:
    assert build_planner(book.case, book.language) == built(book.case, book.language)


def test_no_clock_shows_in_the_file(book: Book) -> None:
    with ZipFile(io.BytesIO(built(book.case, book.language))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert re.findall(r">(\d{4}-[^<]*)<", core) == ["2026-04-01T00:00:00Z"] * 2


def test_a_program_without_the_functions_keeps_the_values(book: Book) -> None:
    assert not book.formulas.calculation.fullCalcOnLoad
    with ZipFile(io.BytesIO(built(book.case, book.language))) as package:
        assert not [name for name in package.namelist() if "vba" in name.lower()]


def test_names_sheets_and_styles_are_the_same_in_both_languages() -> None:
    japanese, english = (load_workbook(io.BytesIO(built(BLANK, language))) for language in LANGUAGES)
    assert list(japanese.defined_names) == list(english.defined_names)
    assert len(japanese.worksheets) == len(SHEETS)
    for ours, theirs in zip(japanese.worksheets, english.worksheets):
        assert ours.dimensions == theirs.dimensions
        assert list(ours.tables) == list(theirs.tables)
