"""Comparing workbook files, written without the code that is under test.

Zip entries are compared as raw bytes; a sheet is read with expat, whose byte offsets allow cutting the values
of formula cells out of it exactly; cached values are read with ElementTree.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.parsers import expat

from workbooks.hand import Error

FACTS = (
    "date_time", "external_attr", "internal_attr", "comment", "create_system", "create_version",
    "extract_version", "flag_bits", "compress_type", "CRC", "file_size", "compress_size",
)  # fmt: skip
TAG = re.compile(rb"""<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
TYPE = re.compile(rb"""\s+t\s*=\s*(?:"[^"]*"|'[^']*')""")
CELL_METADATA = re.compile(rb"""\s+cm\s*=\s*(?:"[^"]*"|'[^']*')""")
VALUE_METADATA = re.compile(rb"""\s+vm\s*=\s*(?:"[^"]*"|'[^']*')""")
REF = re.compile(rb"""\s+ref\s*=\s*(?:"[^"]*"|'[^']*')""")
DIMENSION = re.compile(rb"<(?:[\w.-]+:)?dimension\s[^>]*>")
SPANS = re.compile(rb"""\s+spans\s*=\s*(?:"[^"]*"|'[^']*')""")
DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
ONLY_POSITION = re.compile(rb"""<[^\s/>]+(?:\s+r\s*=\s*(?:"[^"]*"|'[^']*'))?\s*/?>""")


@dataclass(frozen=True)
class RawEntry:
    """One zip entry with everything that a faithful copy keeps."""

    name: str
    compressed: bytes
    header: bytes  # the local header with its name and extra field
    facts: tuple[object, ...]  # from the central directory


def raw_entries(content: bytes) -> list[RawEntry]:
    """The entries in the order of the directory."""
    entries = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            name_size, extra_size = (
                int.from_bytes(content[info.header_offset + at : info.header_offset + at + 2], "little")
                for at in (26, 28)
            )
            start = info.header_offset + 30 + name_size + extra_size
            facts = (*(getattr(info, fact) for fact in FACTS), _without_offset(info.extra))
            header = content[info.header_offset : start]
            entries.append(
                RawEntry(info.filename, content[start : start + info.compress_size], header, facts)
            )
    return entries


def _without_offset(extra: bytes) -> bytes:
    """An extra field block without zip64 fields: where an entry lies is no property of it."""
    kept, position = b"", 0
    while position + 4 <= len(extra):
        end = position + 4 + int.from_bytes(extra[position + 2 : position + 4], "little")
        kept += b"" if extra[position : position + 2] == b"\1\0" else extra[position:end]
        position = end
    return kept


def differing(before: bytes, after: bytes) -> set[str]:
    """The entries that differ in any way. Fails if one came, went or moved."""
    old, new = raw_entries(before), raw_entries(after)
    assert [entry.name for entry in new] == [entry.name for entry in old]
    by_offset_before, by_offset_after = (
        [info.filename for info in sorted(_infos(content), key=lambda info: info.header_offset)]
        for content in (before, after)
    )
    assert by_offset_after == by_offset_before
    return {one.name for one, other in zip(old, new) if one != other}


def assert_sound(content: bytes) -> None:
    """Whether an independent reader can read every entry."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None


@dataclass
class _Cell:
    start: int
    name: str
    formula: bool = False
    ref: str = ""
    parts: list[tuple[int, int]] = field(default_factory=list)
    formula_element: tuple[int, int] = (0, 0)
    end: int = 0


def array_areas(part: bytes) -> list[str]:
    """What the array formulas of a sheet cover, those that spill too."""
    return [cell.ref for cell in _scanned(_as_utf8(part))[0] if cell.ref]


def without_values(part: bytes, arrays: list[str] | None = None) -> bytes:
    """The sheet's bytes without what a recalculation may change, in UTF-8.

    Cut are `v`, `is`, and the `t` and `vm` of formula cells, and the `ref` of formulas that spill.  The cells
    of `arrays` (else those that the sheet's array formulas cover) are reduced to their other attributes, and
    vanish, with their row, if there are none.  `spans` of rows, a hint, and the sheet's `dimension` may
    change then.
    """
    content = _as_utf8(part)
    found, rows = _scanned(content)
    areas = [_area(ref) for ref in (array_areas(part) if arrays is None else arrays)]
    edits: list[tuple[int, int, bytes]] = []
    for cell in found:
        tag = _tag(content, cell.start)
        if cell.formula:
            edits.append((cell.start, cell.start + len(tag), VALUE_METADATA.sub(b"", TYPE.sub(b"", tag))))
            edits += [(start, end, b"") for start, end in cell.parts]
            if cell.ref and CELL_METADATA.search(tag):
                start = cell.formula_element[0]
                formula_tag = _tag(content, start)
                edits.append((start, start + len(formula_tag), REF.sub(b"", formula_tag)))
        elif any(_within(cell.name, area) for area in areas):
            rest = VALUE_METADATA.sub(b"", TYPE.sub(b"", tag))
            reduced = b"" if ONLY_POSITION.fullmatch(rest) else rest.rstrip(b"/> ") + b"/>"
            edits.append((cell.start, cell.end, reduced))
    if areas:
        for start, _, _ in rows:
            tag = _tag(content, start)
            edits.append((start, start + len(tag), SPANS.sub(b"", tag)))
        dimension = DIMENSION.search(content)
        if dimension:
            edits.append((*dimension.span(), REF.sub(b"", dimension[0])))
    reduced = _cut(content, edits)
    if areas:
        reduced = _without_empty_rows(reduced)
    return reduced


def without_formulas(part: bytes, names: set[str]) -> bytes:
    """The sheet's bytes without the formulas of these cells and what marks them as dynamic arrays."""
    content = _as_utf8(part)
    edits: list[tuple[int, int, bytes]] = []
    for cell in _scanned(content)[0]:
        if cell.name in names and cell.formula:
            tag = _tag(content, cell.start)
            edits.append((cell.start, cell.start + len(tag), CELL_METADATA.sub(b"", tag)))
            edits.append((*cell.formula_element, b""))
    return _cut(content, edits)


def formula_cells(part: bytes) -> list[str]:
    """The names of the cells with a formula, in the order of the sheet."""
    found, _ = _scanned(_as_utf8(part))
    return [cell.name for cell in found if cell.formula]


def _without_empty_rows(content: bytes) -> bytes:
    _, rows = _scanned(content)
    edits = [
        (start, end, b"")
        for start, end, occupied in rows
        if not occupied and ONLY_POSITION.fullmatch(_tag(content, start))
    ]
    return _cut(content, edits)


def _scanned(content: bytes) -> tuple[list[_Cell], list[tuple[int, int, bool]]]:
    """Cells and rows (start, end, whether it holds a cell) with their byte offsets."""
    parser = expat.ParserCreate("UTF-8")
    found: list[_Cell] = []
    rows: list[tuple[int, int, bool]] = []
    stack: list[tuple[str, int]] = []
    occupied = False
    inside_data = False
    row = column = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal occupied, inside_data, row, column
        kind = name.rpartition(":")[2]
        stack.append((kind, parser.CurrentByteIndex))
        inside_data |= kind == "sheetData"
        if not inside_data:
            return
        if kind == "row":
            occupied = False
            row, column = int(attributes.get("r", row + 1)), 0
        elif kind == "c":
            occupied = True
            column = _numbered(attributes["r"])[1] if "r" in attributes else column + 1
            found.append(_Cell(parser.CurrentByteIndex, _named(row, column)))
        elif kind == "f":
            found[-1].formula = True
            if attributes.get("t") == "array":
                found[-1].ref = attributes.get("ref", "")

    def closed(_: str) -> None:
        nonlocal inside_data
        kind, start = stack.pop()
        tag = _tag(content, start)
        is_empty = tag.endswith(b"/>")
        end = start + len(tag) if is_empty else content.index(b">", parser.CurrentByteIndex) + 1
        if not inside_data:
            return
        if kind == "sheetData":
            inside_data = False
        elif kind == "row":
            rows.append((start, end, occupied))
        elif kind == "c":
            found[-1].end = end
        elif kind == "f":
            found[-1].formula_element = start, end
        elif kind in ("v", "is") and stack[-1][0] == "c":
            found[-1].parts.append((start, end))

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.Parse(content, True)
    return found, rows


def cached(content: bytes, sheet: str) -> dict[str, float | str | bool | Error]:
    """The values of a sheet's cells as the file holds them, by cell name; cells without one are left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        strings = _shared_strings(archive)
        part = _as_utf8(archive.read(sheet_parts(content)[sheet]))
    root = ElementTree.fromstring(part, ElementTree.XMLParser(encoding="utf-8"))
    values: dict[str, float | str | bool | Error] = {}
    for name, element in _placed(root):
        value = _value(element, strings)
        if value is not None:
            values[name] = value
    return values


def sheet_parts(content: bytes) -> dict[str, str]:
    """The worksheet parts by sheet name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        targets = _relations(archive, "_rels/.rels", "")
        main = next(target for kind, target in targets.values() if kind == "officeDocument")
        folder = posixpath.dirname(main)
        relations = _relations(archive, f"{folder}/_rels/{posixpath.basename(main)}.rels".lstrip("/"), folder)
        sheets = {}
        for element in ElementTree.fromstring(archive.read(main)).iter():
            if _local(element.tag) != "sheet":
                continue
            identifier = next((text for key, text in element.attrib.items() if _local(key) == "id"), "")
            kind, target = relations.get(identifier, ("", ""))
            if kind == "worksheet":
                sheets[element.attrib["name"]] = target
        return sheets


def _relations(archive: zipfile.ZipFile, part: str, folder: str) -> dict[str, tuple[str, str]]:
    relations = {}
    for element in ElementTree.fromstring(archive.read(part)):
        target = element.attrib["Target"]
        place = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if place not in archive.namelist():
            place = next((n for n in archive.namelist() if n.lower() == unquote(place).lower()), place)
        relations[element.attrib["Id"]] = (element.attrib["Type"].rpartition("/")[2], place)
    return relations


def _shared_strings(archive: zipfile.ZipFile) -> list[str]:
    part = next((name for name in archive.namelist() if name.endswith("sharedStrings.xml")), None)
    if part is None:
        return []
    return [
        _text(element)
        for element in ElementTree.fromstring(archive.read(part))
        if _local(element.tag) == "si"
    ]


def _placed(root: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element]]:
    row = 0
    for element in root.iter():
        if _local(element.tag) == "row":
            row = int(element.get("r", row + 1))
            column = 0
            for inner in element:
                if _local(inner.tag) == "c":
                    name = inner.get("r")
                    column = _numbered(name)[1] if name else column + 1
                    yield _named(row, column), inner


def _value(element: ElementTree.Element, strings: list[str]) -> float | str | bool | Error | None:
    kind = element.get("t", "n")
    held = {_local(inner.tag): inner for inner in element}
    if kind == "inlineStr":
        return _text(held["is"]) if "is" in held else None
    text = held["v"].text or "" if "v" in held else None
    if text is None or (not text and kind != "str"):
        return None
    if kind == "s":
        return strings[int(text)]
    if kind == "str":
        return re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), text)
    if kind == "b":
        return text == "1"
    return Error(text) if kind == "e" else float(text)


def _text(element: ElementTree.Element) -> str:
    return "".join(inner.text or "" for inner in element.iter() if _local(inner.tag) == "t")


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _infos(content: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.infolist()


def _as_utf8(part: bytes) -> bytes:
    if part.startswith((b"\xff\xfe", b"\xfe\xff")):
        return part.decode("utf-16").encode()
    if part.startswith(b"<\0"):
        return part.decode("utf-16-le").encode()
    declared = DECLARED.match(part)
    return part.decode(declared[1].decode()).encode() if declared else part


def _tag(content: bytes, start: int) -> bytes:
    found = TAG.match(content, start)
    assert found
    return found[0]


def _cut(content: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    pieces, position = [], 0
    for start, end, replacement in sorted(edits):
        pieces += [content[position:start], replacement]
        position = end
    return b"".join([*pieces, content[position:]])


def _numbered(name: str) -> tuple[int, int]:
    column = 0
    for letter in re.sub("[^A-Z]", "", name):
        column = column * 26 + ord(letter) - 64
    return int(re.sub("[^0-9]", "", name)), column


def _named(row: int, column: int) -> str:
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(65 + digit) + letters
    return f"{letters}{row}"


def _area(ref: str) -> tuple[tuple[int, int], tuple[int, int]]:
    first, _, last = ref.partition(":")
    return _numbered(first), _numbered(last or first)


def _within(name: str, area: tuple[tuple[int, int], tuple[int, int]]) -> bool:
    row, column = _numbered(name)
    (top, left), (bottom, right) = area
    return top <= row <= bottom and left <= column <= right


def without_points(chart: bytes) -> bytes:
    """A chart part without the points of its caches and the names of series."""
    chart = re.sub(rb"<((?:[\w.-]+:)?)pt\s(?:[^>]*/>|.*?</\1pt>)", b"", chart, flags=re.DOTALL)
    return re.sub(rb"(</((?:[\w.-]+:)?)f>)<\2v>[^<]*</\2v>", rb"\1", chart)


def without_cells(part: bytes, area: str) -> bytes:
    """The sheet's bytes without the cells of an area, and without the rows that have no others.

    `spans` of rows, a hint, and the sheet's `dimension` are left out.
    """
    content = _as_utf8(part)
    found, _ = _scanned(content)
    inside = _area(area)
    reduced = _cut(content, [(cell.start, cell.end, b"") for cell in found if _within(cell.name, inside)])
    _, rows = _scanned(reduced)
    edits = [(start, end, b"") for start, end, occupied in rows if not occupied]
    tags = [(start, _tag(reduced, start)) for start, _, occupied in rows if occupied]
    edits += [(start, start + len(tag), SPANS.sub(b"", tag)) for start, tag in tags]
    dimension = DIMENSION.search(reduced)
    if dimension:
        edits.append((*dimension.span(), b""))
    return _cut(reduced, edits)
