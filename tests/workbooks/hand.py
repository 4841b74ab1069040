"""Workbooks written by hand, cell by cell and part by part, so that a test shows the very XML it is about."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WHEN = (2024, 2, 29, 12, 34, 56)
"""The time stamp of every entry."""


@dataclass(frozen=True)
class F:
    """A formula cell; `cached` is what the file says its value is, None where it says nothing."""

    formula: str
    cached: float | str | bool | Error | None = None
    kind: str = ""  # the formula's t
    ref: str = ""
    si: str = ""
    cm: bool = False


@dataclass(frozen=True)
class Error:
    """An error value."""

    code: str


Content = float | str | bool | Error | F


def cells(contents: Mapping[str, Content]) -> str:
    """Rows with these cells, in the order of the sheet."""
    placed = sorted((_row(name), _column(name), name) for name in contents)
    return "".join(
        f'<row r="{number}">' + "".join(cell(name, contents[name]) for _, _, name in row) + "</row>"
        for number, row in groupby(placed, key=lambda place: place[0])
    )


def cell(name: str, content: Content) -> str:
    """One cell."""
    if not isinstance(content, F):
        kind, value = _stored(content)
        return f'<c r="{name}"{kind}>{value}</c>'
    kind, value = _stored(content.cached) if content.cached is not None else ("", "")
    attributes = "".join(
        f' {key}="{text}"'
        for key, text in (("t", content.kind), ("ref", content.ref), ("si", content.si))
        if text
    )
    meta = ' cm="1"' if content.cm else ""
    formula = f"<f{attributes}>{escape(content.formula)}</f>" if content.formula else f"<f{attributes}/>"
    return f'<c r="{name}"{kind}{meta}>{formula}{value}</c>'


def sheet(rows: str, *, before: str = "", after: str = "") -> str:
    """A worksheet part around these rows."""
    space = f'xmlns="{MAIN}" xmlns:r="{OFFICE}"'
    return f"{HEAD}<worksheet {space}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def parts(
    sheets: Mapping[str, str | bytes | Mapping[str, Content]],
    *,
    names: str = "",
    strings: list[str] | None = None,
    tables: Mapping[str, tuple[str, ...]] | None = None,
    properties: str = "",
    calculation: str = "",
) -> dict[str, bytes]:
    """The parts of a workbook: by sheet name a whole worksheet part, or its cells.

    `tables` holds table parts by sheet name; `names` the inside of `definedNames`.
    """
    tables = tables or {}
    relations = [
        (f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)
    ]
    if strings is not None:
        relations.append(("rIdS", "sharedStrings", "sharedStrings.xml"))
    tabs = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    named = f"<definedNames>{names}</definedNames>" if names else ""
    written = {
        "[Content_Types].xml": content_types(len(sheets), strings is not None),
        "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr{properties}/>'
            f"<sheets>{tabs}</sheets>{named}{calculation}</workbook>"
        ),
        "xl/_rels/workbook.xml.rels": relationships(*relations),
    }
    if strings is not None:
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
        written["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{MAIN}">{items}</sst>'
    made: dict[str, str | bytes] = dict(written)
    table_number = 0
    for number, (name, content) in enumerate(sheets.items(), 1):
        body = content if isinstance(content, (str, bytes)) else sheet(cells(content))
        made[f"xl/worksheets/sheet{number}.xml"] = body
        sheet_relations = []
        for table_part in tables.get(name, ()):
            table_number += 1
            made[f"xl/tables/table{table_number}.xml"] = table_part
            sheet_relations.append((f"rId{table_number}", "table", f"../tables/table{table_number}.xml"))
        if sheet_relations:
            made[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = relationships(*sheet_relations)
    return {name: text.encode() if isinstance(text, str) else text for name, text in made.items()}


def book(sheets: Mapping[str, str | bytes | Mapping[str, Content]], **options: object) -> bytes:
    """A workbook file; for the options see `parts`."""
    return zipped(parts(sheets, **options))  # type: ignore[arg-type]


def table(
    name: str, ref: str, columns: list[str], *, number: int = 1, header: bool = True, totals: bool = False
) -> str:
    """A table part."""
    inner = "".join(
        f'<tableColumn id="{place}" name={quoteattr(column)}/>' for place, column in enumerate(columns, 1)
    )
    flags = ("" if header else ' headerRowCount="0"') + (' totalsRowCount="1"' if totals else "")
    return (
        f'{HEAD}<table xmlns="{MAIN}" id="{number}" name="{name}" displayName="{name}" ref="{ref}"{flags}>'
        f'<tableColumns count="{len(columns)}">{inner}</tableColumns></table>'
    )


def with_chain(parts: Mapping[str, bytes], links: str) -> dict[str, bytes]:
    """The parts of a workbook with a calculation chain that has these links."""
    chain = f'{HEAD}<calcChain xmlns="{MAIN}">{links}</calcChain>'
    relation = f'<Relationship Id="rIdC" Type="{OFFICE}/calcChain" Target="calcChain.xml"/></Relationships>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    override = f'<Override PartName="/xl/calcChain.xml" ContentType="{kind}"/></Types>'
    relations, types = parts["xl/_rels/workbook.xml.rels"], parts["[Content_Types].xml"]
    return {
        **parts,
        "[Content_Types].xml": types.replace(b"</Types>", override.encode()),
        "xl/_rels/workbook.xml.rels": relations.replace(b"</Relationships>", relation.encode()),
        "xl/calcChain.xml": chain.encode(),
    }


def relationships(*relations: tuple[str, str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for identifier, kind, target in relations
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def content_types(sheets: int, has_strings: bool) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{kind}.worksheet+xml"/>'
        for number in range(1, sheets + 1)
    )
    if has_strings:
        overrides += f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>'
    return (
        f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f"{overrides}</Types>"
    )


def zipped(
    contents: Mapping[str, bytes],
    *,
    stored: bool = False,
    zip64: bool = False,
    streamed: bool = False,
    comment: bytes = b"",
    prefix: bytes = b"",
    extra: bytes = b"",
) -> bytes:
    """The parts as a zip file, in this order.

    `zip64` gives every local header wide sizes, `streamed` puts the sizes behind the content.
    """
    target = io.BytesIO() if not streamed else _OneWay()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, WHEN)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o640 << 16
            entry.extra = extra
            with archive.open(entry, "w", force_zip64=zip64) as stream:
                stream.write(content)
        archive.comment = comment
    return prefix + target.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class _OneWay(io.RawIOBase):
    """A stream that cannot go back, as a pipe: `zipfile` then writes data descriptors."""

    def __init__(self) -> None:
        self._written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: object) -> int:
        data = bytes(content)  # type: ignore[call-overload]
        self._written += data
        return len(data)

    def getvalue(self) -> bytes:
        return bytes(self._written)


def _stored(content: float | str | bool | Error) -> tuple[str, str]:
    if isinstance(content, bool):
        return ' t="b"', f"<v>{int(content)}</v>"
    if isinstance(content, str):
        return ' t="str"', f"<v>{escape(content)}</v>"
    if isinstance(content, Error):
        return ' t="e"', f"<v>{content.code}</v>"
    return "", f"<v>{content!r}</v>"


def _row(name: str) -> int:
    return int(re.sub("[A-Z]", "", name))


def _column(name: str) -> int:
    number = 0
    for letter in re.sub("[0-9]", "", name):
        number = number * 26 + ord(letter) - 64
    return number


def with_wide_directory(content: bytes) -> bytes:
    """A zip file whose end record points to a zip64 one, as if the directory were very large."""
    end = content.rindex(b"PK\x05\x06")
    count, size, offset = struct.unpack_from("<HLL", content, end + 10)
    start = end - size  # where the directory starts; `offset` does not count what precedes the archive
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, offset + size, 1)
    tail = bytearray(content[end:])
    struct.pack_into("<HHLL", tail, 8, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    return content[:start] + content[start:end] + wide + locator + bytes(tail)


def with_wide_offsets(content: bytes) -> bytes:
    """The archive with every local header's place in a zip64 extra field of its record."""
    end = content.rindex(b"PK\x05\x06")
    size, offset = struct.unpack_from("<2L", content, end + 12)
    records, position = [], offset
    while position < offset + size:
        name_size, extra_size = struct.unpack_from("<2H", content, position + 28)
        record = bytearray(content[position : position + 46 + name_size])
        extra = content[position + 46 + name_size : position + 46 + name_size + extra_size]
        wide = struct.pack("<2HQ", 1, 8, *struct.unpack_from("<L", record, 42))
        struct.pack_into("<H", record, 30, extra_size + len(wide))
        struct.pack_into("<L", record, 42, 0xFFFFFFFF)
        records.append(bytes(record) + extra + wide)
        position += 46 + name_size + extra_size
    directory = b"".join(records)
    tail = bytearray(content[end:])
    struct.pack_into("<L", tail, 12, len(directory))
    return content[:offset] + directory + bytes(tail)
