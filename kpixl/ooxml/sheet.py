"""A worksheet part as bytes: find the formula cells, and put values into cells without touching the rest.

The part is checked by a real XML parser first; on well-formed XML the patterns below are exact.  They work
on UTF-8; a part in another encoding is converted for the time and converted back afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from types import MappingProxyType
from typing import NamedTuple
from xml.parsers import expat

from kpixl.errors import UnsafeWorkbook, WorkbookError
from kpixl.ooxml.address import LAST_COLUMN, LAST_ROW, Area, cell_name, column_number, parse_cell
from kpixl.ooxml.encoding import Encoding
from kpixl.ooxml.markup import ATTRIBUTES, ONLY_POSITION, Edit, spliced, typed
from kpixl.ooxml.markup import attributes_of as _attributes
from kpixl.ooxml.row_edits import Rendering, edits_of_rows
from kpixl.ooxml.xml import decoded, escaped, unescaped

MISC = rb"<!--.*?-->|<\?.*?\?>"
SECTION = rb"<!\[CDATA\[.*?\]\]>"
# atomic: each ends at its first end mark, however the pattern around it would like to go on
PASSED_OVER = rb"(?>" + MISC + rb")"
TEXT = rb"(?:[^<]++|(?>" + SECTION + rb")|" + PASSED_OVER + rb")*"
COMMENT = re.compile(rb"(" + SECTION + rb")|" + MISC, re.DOTALL)
GAP = rb"(?:\s++|" + PASSED_OVER + rb")*"
EVERYTHING = Area(1, 1, LAST_ROW, LAST_COLUMN)
ROOT = re.compile(rb"<(?:([\w.-]+):)?worksheet(?=[\s>/])")
CELL_METADATA_ATTRIBUTE = re.compile(rb"""\s+cm\s*=\s*(?:"[^"]*"|'[^']*')""")
REFERENCE_ATTRIBUTE = re.compile(rb"""(?<=\s)ref\s*=\s*(?:"[^"]*"|'[^']*')""")
ROW_NUMBER = COLUMN_NUMBER = re.compile("[0-9]{1,7}")
ANY_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s>/]")
UNCOMMON = (b"<!", b"<?", b":f")
"""What keeps a sheet from being read the quick way: comments and the like, formulas with a prefix."""
COMMON_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="[0-9]+")?(?: t="(n|b|e|str)")?( cm="[0-9]+")?>'
    rb"(<f(" + ATTRIBUTES + rb")(?:/>|>([^<]*)</f>))(?:<v>([^<]*)</v>)?</c>"
)
COMMON_POSITION = re.compile(rb' r="([A-Z]{1,3})[1-9][0-9]{0,5}"')
FORMULA_ELEMENT = re.compile(rb"<f(?: [^>]*)?(?:/>|>[^<]*</f>)")
COMMON_END = re.compile(rb"(?:<v>[^<]*</v>)?</c>")

NO_AREAS: Mapping[tuple[int, int], Area] = MappingProxyType({})
OLDER_ERRORS = {b"#NULL!", b"#DIV/0!", b"#VALUE!", b"#REF!", b"#NAME?", b"#NUM!", b"#N/A"}


class Stored(NamedTuple):
    """A cell's value as the file holds it: its `t` attribute and the text of its `v` element."""

    type: str | None
    text: str


class FormulaCell(NamedTuple):
    """A cell with a formula, as it stands in the file."""

    row: int
    column: int
    formula: str  # empty for a follower of a shared formula
    kind: str  # the formula's t: "normal", "shared", "array", "dataTable"
    area: Area | None  # what an array, shared formula or data table covers
    shared: str | None  # the index that a shared formula's cells have in common
    dynamic: bool  # an array formula that spills (it has cell metadata)
    stored: Stored | None  # the cached value
    start: int
    end: int
    formula_start: int
    formula_end: int

    @property
    def position(self) -> tuple[int, int]:
        return self.row, self.column

    @property
    def name(self) -> str:
        return cell_name(self.row, self.column)


class SheetXml:
    """One worksheet part. Raises `WorkbookError` or `UnsafeWorkbook` for XML that cannot be trusted."""

    def __init__(self, content: bytes, file: str, part: str) -> None:
        self._file, self._part = file, part
        self._original = content
        self._encoding = Encoding.of(content)
        self.content = self._as_utf8(content)
        self._check_well_formed()
        root = ROOT.search(self.content)
        if not root:
            raise self._invalid("worksheet")
        self.prefix = root[1] + b":" if root[1] else b""
        self._patterns = _patterns(self.prefix)
        self.data_start, self.data_end = self._data_bounds()

    @cached_property
    def formula_cells(self) -> tuple[FormulaCell, ...]:
        """Every cell with a formula, in the order of the file."""
        if not ANY_FORMULA.search(self.content, self.data_start, self.data_end):
            return ()
        common = self._common_formula_cells()
        if common is not None:
            return common
        cells = []
        for found in self._patterns.formula_cell.finditer(self.content, self.data_start, self.data_end):
            if found["cell"] is not None:
                cells.append(self._formula_cell(found))
        marks = self._patterns.formula_or_misc.finditer(self.content, self.data_start, self.data_end)
        if len(cells) != sum(found["formula"] is not None for found in marks):
            raise self._invalid("<f>")
        return tuple(cells)

    @cached_property
    def is_uncommon(self) -> bool:
        """Whether there is more between the cells than Excel writes there."""
        start, end = self.data_start, self.data_end
        return bool(self.prefix) or any(self.content.find(mark, start, end) >= 0 for mark in UNCOMMON)

    def _common_formula_cells(self) -> tuple[FormulaCell, ...] | None:
        """As `formula_cells`, for a sheet written as Excel does; None for any other.

        Without comments and the like, what looks like a cell in well-formed XML is one, and where as many
        cells are found as there are formulas, none was missed.
        """
        content, start, end = self.content, self.data_start, self.data_end
        if self.is_uncommon:
            return None
        cells = tuple(map(self._common_formula_cell, COMMON_CELL.finditer(content, start, end)))
        return cells if len(cells) == content.count(b"<f", start, end) else None

    def _common_formula_cell(self, found: re.Match[bytes]) -> FormulaCell:
        letters, digits, kind, metadata, element, attributes, formula, value = found.groups()
        row, column = int(digits), _column(letters)
        if row > LAST_ROW or column > LAST_COLUMN or not row:
            raise self._invalid(f"{letters.decode()}{row}")
        stored = _stored_text(kind.decode() if kind else None, value) if value is not None else None
        text = _text(formula) if formula else ""
        formula_kind, area, shared = "normal", None, None
        if attributes:
            more = _attributes(attributes)
            formula_kind = more.get("t", "normal")
            shared = more.get("si") if formula_kind == "shared" else None
            area = self._covered(more["ref"], row, column) if more.get("ref") else None
        dynamic = formula_kind == "array" and metadata is not None
        start, end = found.span()
        formula_start = found.start(5)
        formula_end = formula_start + len(element)
        return FormulaCell(
            row, column, text, formula_kind, area, shared, dynamic, stored,
            start, end, formula_start, formula_end,
        )  # fmt: skip

    def stored_values(self, area: Area) -> dict[tuple[int, int], Stored]:
        """The stored values of the cells of an area that have one (texts in shared strings as indices)."""
        values = {}
        for row in self.rows():
            if area.top <= row.number <= area.bottom:
                for cell in self.cells(row):
                    if area.holds((row.number, cell.column)):
                        value = self.stored_of(cell)
                        if value:
                            values[row.number, cell.column] = value
        return values

    def all_stored_values(self) -> dict[tuple[int, int], Stored]:
        """The stored values of all cells that have one (texts in shared strings as indices)."""
        return self.stored_values(EVERYTHING)

    def formatted_values(self) -> Iterator[tuple[tuple[int, int], str, Stored]]:
        """Every cell that has a value: its position, the index of its format, and the stored value."""
        for row in self.rows():
            for cell in self.cells(row):
                value = self._stored(cell.attributes, cell.body)
                if value:
                    style = _attributes(cell.attributes).get("s", "0")
                    yield (row.number, cell.column), style, value

    @cached_property
    def merged_areas(self) -> tuple[Area, ...]:
        """The areas of merged cells."""
        found = self._patterns.merged.finditer(self.content, self.data_end)
        references = [_attributes(merged["cell"]).get("ref", "") for merged in found if merged["cell"]]
        try:
            return tuple(Area.parse(reference) for reference in references)
        except ValueError:
            raise self._invalid("<mergeCell>") from None

    def is_hidden(self, position: tuple[int, int]) -> bool:
        """Whether a cell lies in a hidden row or column."""
        rows, columns = self._hidden
        return position[0] in rows or any(position[1] in span for span in columns)

    def style_of_column(self, number: int) -> str | None:
        """The style of cells that are not in the file."""
        for found in self._patterns.column.finditer(self.content, 0, self.data_start):
            column = _attributes(found["cell"] or b"")
            first, last = column.get("min", ""), column.get("max", "")
            if not (COLUMN_NUMBER.fullmatch(first) and COLUMN_NUMBER.fullmatch(last)):
                continue
            if int(first) <= number <= int(last):
                return column.get("style")
        return None

    @cached_property
    def _hidden(self) -> tuple[frozenset[int], tuple[range, ...]]:
        def hides(attributes: Mapping[str, str]) -> bool:
            return attributes.get("hidden") in ("1", "true")

        tags = ((row.number, self.content[row.start : row.tag_end]) for row in self.rows())
        rows = frozenset(number for number, tag in tags if b"hidden" in tag and hides(_attributes(tag)))
        found = self._patterns.column.finditer(self.content, 0, self.data_start)
        columns = [_attributes(column["cell"]) for column in found if column["cell"] is not None]
        spans = [(column.get("min", ""), column.get("max", "")) for column in columns if hides(column)]
        return rows, tuple(
            range(int(first), int(last) + 1)
            for first, last in spans
            if COLUMN_NUMBER.fullmatch(first) and COLUMN_NUMBER.fullmatch(last)
        )

    def written(
        self,
        values: Mapping[tuple[int, int], Stored | None],
        areas: Mapping[tuple[int, int], Area] = NO_AREAS,
    ) -> bytes:
        """The part with these cells holding these values (None: no value), everything else as it was.

        A cell that is not in the file is added in its place, in a new row where there is none; one without
        a value that has nothing but its position goes.  `areas` is what the array formulas of these cells
        cover now.
        """
        formula_cells = {cell.position: cell for cell in self.formula_cells}
        edits: list[Edit] = []
        rest: dict[tuple[int, int], Stored | None] = {}
        for position, value in values.items():
            cell = formula_cells.get(position)
            if cell is None:
                rest[position] = value
            elif value != cell.stored:
                edits += self._edits_of_formula_cell(cell, value)
        if rest:
            edits += self._edits_of_plain_cells(rest)
        for position, area in areas.items():
            edits.append(self._edit_of_area(formula_cells[position], area))
        edits += self.edits_of_dimension([position for position, value in rest.items() if value])
        return self.patched(edits)

    def without_formulas(self, positions: Collection[tuple[int, int]]) -> bytes:
        """The part with these formula cells as plain cells that hold their stored values.

        A text keeps its type `str`: Excel itself writes it into cells that have no formula, those an array
        fills. The cell metadata that marks a dynamic array goes with the formula.
        """
        edits = []
        for cell in self.formula_cells:
            if cell.position in positions:
                found = self._patterns.formula_cell.match(self.content, cell.start, cell.end)
                assert found is not None  # it was found by this pattern
                edits.append(Edit(cell.formula_start, cell.formula_end, b""))
                edits.append(Edit(*found.span("cell"), CELL_METADATA_ATTRIBUTE.sub(b"", found["cell"])))
        return self.patched(edits)

    def patched(self, edits: Collection[Edit]) -> bytes:
        """The part with these edits of its `content`, in its own encoding."""
        if not edits:
            return self._original
        return self._encoding.as_original(spliced(self.content, edits))

    def data_with_formulas(
        self,
        formulas: Mapping[tuple[int, int], str | None],
        emptied: Sequence[Area],
        alone: Collection[tuple[int, int]] = (),
    ) -> bytes:
        """The `sheetData` element with these formulas instead of those in the file, without their values.

        A cell with None loses its formula and keeps its value; cells in `emptied` areas lose their value.
        A shared formula stays shared, except in the cells of `alone`.
        An error that only newer programs know becomes #VALUE!.
        """
        if not formulas and not emptied and not self.is_uncommon:
            data = FORMULA_ELEMENT.sub(b"", self.content[self.data_start : self.data_end])
            return b"<sheetData>" + self._with_older_errors(data) + b"</sheetData>"
        blanks = {position for area in emptied for position in area.cells()}
        blanks -= {position for position, formula in formulas.items() if formula is not None}
        edits = list(self._edits_of_plain_cells(dict.fromkeys(blanks)))
        for cell in self.formula_cells:
            formula = formulas.get(cell.position)
            if cell.position in blanks:
                continue
            if formula is None:
                edits.append(Edit(cell.formula_start, cell.formula_end, b""))
            else:
                edits.append(
                    Edit(cell.start, cell.end, self._formula_only(cell, formula, cell.position in alone))
                )
        data = spliced(self.content[: self.data_end], edits)[self.data_start :]
        data = self._with_older_errors(data)
        return b"<%ssheetData>%s</%ssheetData>" % (self.prefix, data, self.prefix)

    def _with_older_errors(self, data: bytes) -> bytes:
        if b'"e"' in data or b"'e'" in data:
            return self._patterns.error_cell.sub(_older_error, data)
        return data

    def _formula_only(self, cell: FormulaCell, formula: str, alone: bool) -> bytes:
        shared = f' t="shared" si="{cell.shared}"' if cell.shared is not None and not alone else ""
        if shared and cell.formula:
            shared += f' ref="{cell.area}"'
        prefix = self.prefix.decode()
        return (
            f'<{prefix}c r="{cell.name}"><{prefix}f{shared}>{escaped(formula)}</{prefix}f></{prefix}c>'
        ).encode()

    def _edits_of_plain_cells(self, values: Mapping[tuple[int, int], Stored | None]) -> Iterator[Edit]:
        wanted: dict[int, dict[int, Rendering]] = {}
        for (number, column), value in values.items():
            wanted.setdefault(number, {})[column] = partial(self._cell_bytes, value)

        def new_rows(numbers: Sequence[int]) -> bytes:
            return b"".join(self._new_row(number, wanted[number]) for number in numbers)

        return edits_of_rows(self, sorted(wanted), wanted.__getitem__, new_rows)

    def _formula_cell(self, found: re.Match[bytes]) -> FormulaCell:
        attributes = _attributes(found["cell"])
        formula_attributes = _attributes(found["formula_attributes"])
        row, column = self._position(attributes, found.start())
        area = formula_attributes.get("ref")
        kind = formula_attributes.get("t", "normal")
        return FormulaCell(
            row,
            column,
            unescaped((found["formula"] or b"").decode()),
            kind,
            self._covered(area, row, column) if area else None,
            formula_attributes.get("si") if kind == "shared" else None,
            kind == "array" and "cm" in attributes,
            self._stored(found["cell"], found["values"]),
            found.start(),
            found.end(),
            found.start("formula_element"),
            found.end("formula_element"),
        )

    def stored_of(self, cell: PlainCell) -> Stored | None:
        """The stored value of a cell."""
        return self._stored(cell.attributes, cell.body)

    def _stored(self, attributes: bytes, body: bytes) -> Stored | None:
        kind = _attributes(attributes).get("t")
        if b"<!--" in body or b"<?" in body:
            body = COMMENT.sub(_kept_section, body)
        found = self._patterns.value.search(body)
        if found:
            return _stored_text(kind, found["text"] or b"")
        if kind == "inlineStr":
            texts = (found["text"] or b"" for found in self._patterns.inline_text.finditer(body))
            return Stored("str", "".join(decoded(unescaped(text.decode())) for text in texts))
        return None

    def _covered(self, area: str, row: int, column: int) -> Area:
        try:
            return Area.parse(area)
        except ValueError:
            raise self._invalid(cell_name(row, column)) from None

    def _position(self, attributes: Mapping[str, str], start: int) -> tuple[int, int]:
        name = attributes.get("r")
        if name is None:  # positions may be left out; then they count on from the cell before
            return self._implied_positions[start]
        return self._parsed_cell(name)

    def _parsed_cell(self, name: str) -> tuple[int, int]:
        try:
            return parse_cell(name)
        except ValueError:
            raise self._invalid(name) from None

    def _row_number(self, stated: str) -> int:
        if not (ROW_NUMBER.fullmatch(stated) and 1 <= int(stated) <= LAST_ROW):
            raise self._invalid(f'r="{stated}"')
        return int(stated)

    @cached_property
    def _implied_positions(self) -> dict[int, tuple[int, int]]:
        return {cell.start: (row.number, cell.column) for row in self.rows() for cell in self.cells(row)}

    def row(self, number: int) -> Row | None:
        """The row with this number, if it is in the file."""
        start = (
            -1
            if self.is_uncommon
            else self.content.find(b'<row r="%d"' % number, self.data_start, self.data_end)
        )
        found = self._patterns.row.match(self.content, start, self.data_end) if start >= 0 else None
        if found:
            return self._row(number, found)
        return next((row for row in self.rows() if row.number == number), None)

    def rows(self) -> Iterator[Row]:
        """The rows that are in the file."""
        number = 0
        for found in self._patterns.row.finditer(self.content, self.data_start, self.data_end):
            if found["row"] is None:
                continue
            stated = _attributes(found["row"]).get("r")
            number = self._row_number(stated) if stated else number + 1
            yield self._row(number, found)

    def _row(self, number: int, found: re.Match[bytes]) -> Row:
        body_end = found.end() if found["body"] is None else found.end("body")
        return Row(number, found.start(), found.end("tag"), body_end, found.end())

    def cells(self, row: Row) -> Iterator[PlainCell]:
        """The cells of a row that are in the file, those with formulas too."""
        column = 0
        for found in self._patterns.cell.finditer(self.content, row.tag_end, row.body_end):
            if found["cell"] is None:
                continue
            attributes, body = found["cell"], found["body"]
            column = self._column_of(attributes) or column + 1
            yield PlainCell(column, attributes, body or b"", found.start(), found.end())

    def _column_of(self, attributes: bytes) -> int | None:
        """The column that a cell says it is in."""
        common = COMMON_POSITION.match(attributes)
        if common and _column(common[1]) <= LAST_COLUMN:
            return _column(common[1])
        stated = _attributes(attributes).get("r")
        return self._parsed_cell(stated)[1] if stated else None

    def _edits_of_formula_cell(self, cell: FormulaCell, value: Stored | None) -> Iterator[Edit]:
        kind = value.type if value else None
        head = self.content[cell.start : cell.formula_start]
        if head.count(b"<") == 1 and COMMON_END.fullmatch(self.content, cell.formula_end, cell.end):
            if cell.stored is None or cell.stored.type != kind:
                yield Edit(cell.start, cell.formula_start, typed(head[: head.rindex(b">")], kind) + b">")
            yield Edit(cell.formula_end, cell.end, self._value_bytes(value) + b"</c>")
            return
        found = self._patterns.formula_cell.match(self.content, cell.start, cell.end)
        assert found is not None  # it was found by this pattern
        yield Edit(*found.span("cell"), typed(found["cell"], kind))
        value_bytes = self._value_bytes(value)
        for old in self._patterns.value_element.finditer(
            self.content, found.start("values"), found.end("values")
        ):
            if old["name"] is not None:
                yield Edit(old.start(), old.end(), value_bytes)
                value_bytes = b""
        if value_bytes:
            yield Edit(cell.formula_end, cell.formula_end, value_bytes)

    def _edit_of_area(self, cell: FormulaCell, area: Area) -> Edit:
        reference = REFERENCE_ATTRIBUTE.search(self.content, cell.formula_start, cell.formula_end)
        assert reference is not None  # the area was read from it
        return Edit(*reference.span(), f'ref="{area}"'.encode())

    def edits_of_dimension(self, positions: Collection[tuple[int, int]]) -> Iterator[Edit]:
        """The area that the sheet says it uses, made larger where it does not hold these cells."""
        for found in self._patterns.dimension.finditer(self.content, 0, self.data_start):
            if found["cell"] is None or not positions:
                continue
            reference = REFERENCE_ATTRIBUTE.search(self.content, *found.span("cell"))
            stated = _attributes(found["cell"]).get("ref", "")
            try:
                area = Area.parse(stated)
            except ValueError:
                return  # nobody can rely on it
            larger = area.joined(Area.around(positions))
            if reference and larger != area:
                yield Edit(*reference.span(), f'ref="{larger}"'.encode())

    def _new_row(self, number: int, renderings: Mapping[int, Rendering]) -> bytes:
        cells = b"".join(
            renderings[column](f' r="{cell_name(number, column)}"'.encode()) for column in sorted(renderings)
        )
        return b'<%srow r="%d">%s</%srow>' % (self.prefix, number, cells, self.prefix) if cells else b""

    def _cell_bytes(self, value: Stored | None, attributes: bytes) -> bytes:
        """A cell without a formula; nothing if it would say nothing but where it is."""
        if value is None:
            attributes = typed(attributes, None)
            return b"" if ONLY_POSITION.fullmatch(attributes) else b"<%sc%s/>" % (self.prefix, attributes)
        attributes = typed(attributes, value.type)
        return b"<%sc%s>%s</%sc>" % (self.prefix, attributes, self._value_bytes(value), self.prefix)

    def _value_bytes(self, value: Stored | None) -> bytes:
        if value is None:
            return b""
        space = b' xml:space="preserve"' if value.text != value.text.strip() else b""
        if not value.text:
            return b"<%sv/>" % self.prefix
        return b"<%sv%s>%s</%sv>" % (self.prefix, space, escaped(value.text).encode(), self.prefix)

    def _data_bounds(self) -> tuple[int, int]:
        for found in self._patterns.data.finditer(self.content):
            if found["empty"] is not None:
                if found["empty"] == b"/":  # rows may be put between two tags, so it gets them
                    end = found.end()
                    tags = b"></" + self.prefix + b"sheetData>"
                    self.content = self.content[: end - 2] + tags + self.content[end:]
                    return end - 1, end - 1
                end = self.content.rfind(b"</" + self.prefix + b"sheetData")
                return found.end(), end
        return len(self.content), len(self.content)

    def _check_well_formed(self) -> None:
        def refuse(*_: object) -> None:
            raise UnsafeWorkbook("workbook.doctype", file=self._file, part=self._part)

        parser = expat.ParserCreate("UTF-8")
        parser.StartDoctypeDeclHandler = refuse
        try:
            parser.Parse(self.content, True)
        except expat.ExpatError as fault:
            raise self._invalid(str(fault)) from None

    def _as_utf8(self, content: bytes) -> bytes:
        try:
            return self._encoding.as_utf8(content)
        except (UnicodeError, LookupError) as fault:
            raise self._invalid(str(fault)) from None

    def _invalid(self, detail: str) -> WorkbookError:
        return WorkbookError("workbook.part_invalid", file=self._file, part=self._part, detail=detail)


class Row(NamedTuple):
    number: int
    start: int
    tag_end: int
    body_end: int
    end: int


class PlainCell(NamedTuple):
    column: int
    attributes: bytes
    body: bytes
    start: int
    end: int

    @property
    def is_placed(self) -> bool:
        """Whether it says where it is, and does not just follow the cell before."""
        return "r" in _attributes(self.attributes)


@dataclass(frozen=True)
class _Patterns:
    """The patterns of one namespace prefix."""

    data: re.Pattern[bytes]
    dimension: re.Pattern[bytes]
    column: re.Pattern[bytes]
    merged: re.Pattern[bytes]
    row: re.Pattern[bytes]
    cell: re.Pattern[bytes]
    formula_cell: re.Pattern[bytes]
    formula_or_misc: re.Pattern[bytes]
    value: re.Pattern[bytes]
    value_element: re.Pattern[bytes]
    inline_text: re.Pattern[bytes]
    error_cell: re.Pattern[bytes]


@lru_cache(maxsize=16)
def _patterns(prefix: bytes) -> _Patterns:
    def pattern(source: bytes) -> re.Pattern[bytes]:
        filled = source.replace(b"P:", re.escape(prefix)).replace(b"ATTRIBUTES", ATTRIBUTES)
        filled = filled.replace(b"TEXT", TEXT).replace(b"GAP", GAP).replace(b"MISC", MISC)
        filled = filled.replace(b"SECTION", SECTION)
        return re.compile(filled, re.DOTALL)

    return _Patterns(
        data=pattern(rb"MISC|<P:sheetData\b(?:ATTRIBUTES)\s*(?P<empty>/?)>"),
        dimension=pattern(rb"MISC|<P:dimension(?P<cell>ATTRIBUTES)\s*/?>"),
        column=pattern(rb"MISC|<P:col(?P<cell>ATTRIBUTES)\s*/?>"),
        merged=pattern(rb"MISC|<P:mergeCell(?P<cell>ATTRIBUTES)\s*/?>"),
        row=pattern(
            rb"MISC|(?P<tag><P:row(?P<row>ATTRIBUTES)\s*(?:/>|>))"
            rb"(?:(?<=/>)|(?P<body>(?:[^<]++|MISC|SECTION|<(?!/P:row\s*>))*+)</P:row\s*>)"
        ),
        cell=pattern(
            rb"MISC|<P:c(?P<cell>ATTRIBUTES)\s*(?:/>|>(?P<body>(?:[^<]++|MISC|SECTION|<(?!/P:c\s*>))*+)</P:c\s*>)"
        ),
        formula_cell=pattern(
            rb"MISC|<P:c(?P<cell>ATTRIBUTES)\s*>GAP"
            rb"(?P<formula_element><P:f(?P<formula_attributes>ATTRIBUTES)\s*"
            rb"(?:/>|>(?P<formula>TEXT)</P:f\s*>))"
            rb"(?P<values>GAP(?:<P:v(?:ATTRIBUTES)\s*(?:/>|>TEXT</P:v\s*>))?GAP"
            rb"(?:<P:is(?:ATTRIBUTES)\s*(?:/>|>(?:[^<]++|MISC|SECTION|<(?!/P:is\s*>))*+</P:is\s*>))?GAP)</P:c\s*>"
        ),
        formula_or_misc=pattern(rb"MISC|SECTION|(?P<formula><(?:[\w.-]+:)?f(?=[\s>/]))"),
        value=pattern(rb"<P:v(?:ATTRIBUTES)\s*(?:/>|>(?P<text>TEXT)</P:v\s*>)"),
        value_element=pattern(
            rb"MISC|<P:(?P<name>v|is)(?:ATTRIBUTES)\s*"
            rb"(?:/>|>(?:[^<]++|MISC|SECTION|<(?!/P:(?P=name)\s*>))*+</P:(?P=name)\s*>)"
        ),
        inline_text=pattern(rb"<P:t(?:ATTRIBUTES)\s*(?:/>|>(?P<text>TEXT)</P:t\s*>)"),
        error_cell=pattern(
            rb"(?P<before><P:c(?P<cell>ATTRIBUTES)\s*>GAP<P:v(?:ATTRIBUTES)\s*>)(?P<code>[^<]*)"
        ),
    )


def _stored_text(kind: str | None, text: bytes) -> Stored | None:
    """The value that a `v` element holds in a cell of this type."""
    value = _text(text)
    if kind == "str":
        return Stored(kind, decoded(value))
    return Stored(kind, value) if value else None


def _text(content: bytes) -> str:
    """The string that element content stands for."""
    text = content.decode()
    return unescaped(text) if "&" in text or "<" in text or "\r" in text else text


@cache
def _column(letters: bytes) -> int:
    return column_number(letters.decode())


def _kept_section(found: re.Match[bytes]) -> bytes:
    return found[1] or b""


def _older_error(found: re.Match[bytes]) -> bytes:
    if _attributes(found["cell"]).get("t") != "e" or found["code"] in OLDER_ERRORS:
        return found[0]
    return found["before"] + b"#VALUE!"
