"""The parts of a workbook in which ranges stand, with those extended that have all rows of a table."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from kpixl.ooxml.address import Area
from kpixl.ooxml.encoding import Encoding
from kpixl.ooxml.formula_references import moved
from kpixl.ooxml.markup import ATTRIBUTES, Edit, attributes_of, spliced
from kpixl.ooxml.range_extension import Extension
from kpixl.ooxml.sheet import FormulaCell, SheetXml

_TAG = rb"<(?P<name>(?:[\w.-]+:)?%s)(?P<attributes>" + ATTRIBUTES + rb")\s*"
_BLOCK = _TAG + rb"(?:/>|>(?P<body>.*?)</(?P=name)\s*>)"


def _pattern(source: bytes, names: bytes) -> re.Pattern[bytes]:
    return re.compile(source % names, re.DOTALL)


_TEXT_OF_NAME = _pattern(_BLOCK, rb"definedName")
_PIVOT_SOURCE = _pattern(_TAG, rb"worksheetSource")
_VALIDATION = _pattern(_BLOCK, rb"dataValidation")
_SPARKLINE = _pattern(_BLOCK, rb"sparkline")
_FORMULA = _pattern(_BLOCK, rb"(?:formula[12]?|f)")
CHART_FORMULA = _pattern(_BLOCK, rb"(?:f|sqref)")
_COLUMN_FORMULA = _pattern(_BLOCK, rb"calculatedColumnFormula")
_CELLS = _pattern(_BLOCK, rb"sqref")
_OTHER_RULE = _pattern(_TAG, rb"(?:conditionalFormatting|protectedRange|ignoredError)")
_CELLS_ATTRIBUTE = re.compile(rb"""(?<=\s)sqref\s*=\s*(?P<quote>["'])(?P<body>[^"']*)(?P=quote)""")
_REFERENCE = re.compile(rb"""(?<=\s)ref\s*=\s*(?P<quote>["'])(?P<body>[^"']*)(?P=quote)""")
_INSERT_ROW = re.compile(rb"""\s+insertRow(?:Shift)?\s*=\s*(?:"[^"]*"|'[^']*')""")
_OWN_ATTRIBUTES = re.compile(rb"""\s+(?:t|ref|si)\s*=\s*(?:"[^"]*"|'[^']*')""")
_FORMULA_CELL = _pattern(_BLOCK, rb"f")
_FORMULA_TAG = re.compile(rb"<(?P<name>[\w.:-]+)(?P<attributes>" + ATTRIBUTES + rb")\s*/?>")


class _Spans:
    """Elements that do not lie within one another, in their order."""

    def __init__(self, found: Iterable[re.Match[bytes]]) -> None:
        self._spans = [match.span() for match in found]

    def hold(self, found: re.Match[bytes]) -> bool:
        """Whether something lies in one of them."""
        place = bisect_right(self._spans, (found.start(), len(found.string)))
        return place > 0 and found.start() < self._spans[place - 1][1]


def table_part(content: bytes, extension: Extension) -> bytes:
    """The table's part: its area, what is filtered and sorted, and the formulas of its columns.

    It is no longer a table without rows.
    """
    encoding = Encoding.of(content)
    table = encoding.as_utf8(content)
    edits = [edit for found in _REFERENCE.finditer(table) for edit in _edit_of_areas(found, extension)]
    edits += [Edit(*found.span(), b"") for found in _INSERT_ROW.finditer(table)]
    for found in _COLUMN_FORMULA.finditer(table):
        edits += edit_of_formula(found, extension, extension.table.sheet, only_fixed=True)
    return encoding.as_original(spliced(table, edits))


def workbook_part(content: bytes, extension: Extension) -> bytes:
    """The workbook part with its defined names extended."""
    encoding = Encoding.of(content)
    workbook = encoding.as_utf8(content)
    edits = [edit for found in _TEXT_OF_NAME.finditer(workbook) for edit in edit_of_formula(found, extension)]
    return encoding.as_original(spliced(workbook, edits))


def pivot_cache_part(content: bytes, extension: Extension) -> bytes:
    """The definition of a pivot cache with its source extended; its values follow when it is refreshed."""
    encoding = Encoding.of(content)
    definition = encoding.as_utf8(content)
    edits = [
        edit
        for source in _PIVOT_SOURCE.finditer(definition)
        if extension.is_on(attributes_of(source["attributes"]).get("sheet", ""))
        for found in _REFERENCE.finditer(definition, *source.span("attributes"))
        for edit in _edit_of_areas(found, extension)
    ]
    return encoding.as_original(spliced(definition, edits))


def may_extend(content: bytes, extension: Extension) -> bool:
    """Whether a sheet may hold a range that ends in a table's last row."""
    if b"\0" in content[:64] or b"shared" in content:  # wide characters; formulas that stand for others
        return True
    return re.search(rb":\$?[A-Za-z]{1,3}\$?%d(?![0-9])" % extension.table.last_row, content) is not None


def edits_of_sheet(sheet: SheetXml, name: str, extension: Extension) -> Iterator[Edit]:
    """What extends the ranges in a sheet's formulas and its rules, and the cells that the rules are for."""
    yield from _edits_of_formula_cells(sheet, name, extension)
    content, start = sheet.content, sheet.data_end
    sparklines = _Spans(_SPARKLINE.finditer(content, start))
    for found in _FORMULA.finditer(content, start):
        # a relative reference of a rule means other rows in other cells, one of a sparkline does not
        yield from edit_of_formula(found, extension, name, only_fixed=not sparklines.hold(found))
    if not extension.is_on(name):
        return
    validations = list(_VALIDATION.finditer(content, start))
    yield from _edits_of_validations(validations, extension)
    validated = _Spans(validations)
    for found in _CELLS.finditer(content, start):
        if not sparklines.hold(found) and not validated.hold(found):
            yield from _edit_of_areas(found, extension)
    for rule in _OTHER_RULE.finditer(content, start):
        for found in _CELLS_ATTRIBUTE.finditer(content, *rule.span("attributes")):
            yield from _edit_of_areas(found, extension)


def _edits_of_validations(validations: list[re.Match[bytes]], extension: Extension) -> Iterator[Edit]:
    """A cell has one validation, so none is extended over cells that have another."""
    table = extension.table.area
    cells = [found for validation in validations for found in _cells_of(validation)]
    taken = {
        column
        for found in cells
        for area in _areas(found["body"])
        if area.meets(extension.new_rows)
        for column in range(max(area.left, table.left), min(area.right, table.right) + 1)
    }
    for found in cells:
        wanted = (area for area in _areas(found["body"]) if extension.area(area))
        if not any(column in taken for area in wanted for column in range(area.left, area.right + 1)):
            yield from _edit_of_areas(found, extension)


def _cells_of(validation: re.Match[bytes]) -> Iterator[re.Match[bytes]]:
    yield from _CELLS_ATTRIBUTE.finditer(validation.string, *validation.span("attributes"))
    if validation["body"] is not None:
        yield from _CELLS.finditer(validation.string, *validation.span("body"))


def _areas(names: bytes | None) -> Iterator[Area]:
    for name in (names or b"").decode().split():
        try:
            yield Area.parse(name)
        except ValueError:
            continue  # whole columns, which need no extension


def _edits_of_formula_cells(sheet: SheetXml, name: str, extension: Extension) -> Iterator[Edit]:
    last_row = str(extension.table.last_row)
    shared: dict[str, list[FormulaCell]] = {}
    for cell in sheet.formula_cells:
        if cell.shared is not None and (cell.area or not cell.formula):
            shared.setdefault(cell.shared, []).append(cell)
        elif last_row in cell.formula:
            found = _FORMULA_CELL.match(sheet.content, cell.formula_start, cell.formula_end)
            if found:
                yield from edit_of_formula(
                    found, extension, name, only_fixed=_is_beside(cell, name, extension)
                )
    for cells in shared.values():
        yield from _edits_of_shared(sheet, name, cells, extension)


def _edits_of_shared(
    sheet: SheetXml, name: str, cells: list[FormulaCell], extension: Extension
) -> Iterator[Edit]:
    """Cells that share a formula no longer do where a range of one of them is extended."""
    master = next((cell for cell in cells if cell.formula), None)
    if master is None or ":" not in master.formula:
        return
    own = [moved(master.formula, cell.row - master.row, cell.column - master.column) for cell in cells]
    extended = [
        extension.formula(formula, name, only_fixed=_is_beside(cell, name, extension))
        for cell, formula in zip(cells, own)
    ]
    if extended == own:
        return
    for cell, formula in zip(cells, extended):
        tag = _FORMULA_TAG.match(sheet.content, cell.formula_start)
        assert tag is not None  # the cell was found by it
        attributes = _OWN_ATTRIBUTES.sub(b"", tag["attributes"])
        element = b"<%s%s>%s</%s>" % (tag["name"], attributes, escape(formula).encode(), tag["name"])
        yield Edit(cell.formula_start, cell.formula_end, element)


def _is_beside(cell: FormulaCell, name: str, extension: Extension) -> bool:
    """Whether a formula stands in a row of the table's: a running total there ends in its own row."""
    data = extension.table.data
    return extension.is_on(name) and data.top <= cell.row <= data.bottom


def edit_of_formula(
    found: re.Match[bytes], extension: Extension, sheet: str = "", *, only_fixed: bool = False
) -> Iterator[Edit]:
    """What extends the formula that stands in an element's body."""
    body = found["body"] or b""
    extended = extension.spelled(body, sheet, only_fixed=only_fixed)
    if extended != body:
        yield Edit(*found.span("body"), extended)


def _edit_of_areas(found: re.Match[bytes], extension: Extension) -> Iterator[Edit]:
    areas = (found["body"] or b"").decode()
    extended = extension.areas(areas)
    if extended.split() != areas.split():
        yield Edit(*found.span("body"), extended.encode())
