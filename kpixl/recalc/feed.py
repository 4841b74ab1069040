"""The workbook that the engine loads: sheets with prepared formulas, shared strings and names, no more."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from kpixl.ooxml.address import Area
from kpixl.ooxml.sheet import SheetXml

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EMPTY_SHEET = f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'.encode()


@dataclass(frozen=True)
class FeedName:
    """A defined name; `sheet` is the place of the sheet it is local to."""

    name: str
    formula: str
    sheet: int | None


def feed_sheet(
    sheet: SheetXml,
    formulas: Mapping[tuple[int, int], str | None],
    emptied: Sequence[Area],
    alone: Collection[tuple[int, int]],
) -> bytes:
    """The sheet's cells with these formulas and no cached value behind them.

    A cell with None keeps its cached value as a constant; the cells of `emptied` areas, which computed
    arrays will fill, hold nothing. The formulas of the cells of `alone` are written as their own.
    """
    prefix = sheet.prefix.decode()
    space = f' xmlns:{prefix[:-1]}="{MAIN}"' if prefix else f' xmlns="{MAIN}"'
    data = sheet.data_with_formulas(formulas, emptied, alone)
    return f"<{prefix}worksheet{space}>".encode() + data + f"</{prefix}worksheet>".encode()


def feed_workbook(
    sheets: Sequence[tuple[str, bytes]],
    shared_strings: bytes | None,
    names: Iterable[FeedName],
    *,
    uses_1904_dates: bool,
) -> bytes:
    """An uncompressed .xlsx with these sheets, for the engine only."""
    numbers = range(1, len(sheets) + 1)
    parts: list[tuple[str, bytes]] = [
        ("[Content_Types].xml", _content_types(numbers, shared_strings is not None)),
        ("_rels/.rels", _relationships([("r1", "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", _workbook([name for name, _ in sheets], names, uses_1904_dates)),
        (
            "xl/_rels/workbook.xml.rels",
            _relationships(
                [(f"s{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
                + ([("strings", "sharedStrings", "sharedStrings.xml")] if shared_strings else [])
            ),
        ),
    ]
    if shared_strings:
        parts.append(("xl/sharedStrings.xml", shared_strings))
    parts += [(f"xl/worksheets/sheet{number}.xml", xml) for number, (_, xml) in zip(numbers, sheets)]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return buffer.getvalue()


def _content_types(numbers: Iterable[int], has_strings: bool) -> bytes:
    overrides = [
        ("/xl/workbook.xml", "sheet.main"),
        *((f"/xl/worksheets/sheet{n}.xml", "worksheet") for n in numbers),
    ]
    if has_strings:
        overrides.append(("/xl/sharedStrings.xml", "sharedStrings"))
    return (
        f'{HEAD}<Types xmlns="{TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="{part}" ContentType="{SHEET_ML}.{kind}+xml"/>' for part, kind in overrides
        )
        + "</Types>"
    ).encode()


def _relationships(relations: Iterable[tuple[str, str, str]]) -> bytes:
    rows = "".join(
        f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for identifier, kind, target in relations
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'.encode()


def _workbook(sheets: Sequence[str], names: Iterable[FeedName], uses_1904_dates: bool) -> bytes:
    tabs = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="s{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    defined = "".join(
        f"<definedName name={quoteattr(name.name)}"
        + (f' localSheetId="{name.sheet}"' if name.sheet is not None else "")
        + f">{escape(name.formula)}</definedName>"
        for name in names
    )
    dates = ' date1904="1"' if uses_1904_dates else ""
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr{dates}/><sheets>{tabs}</sheets>'
        + (f"<definedNames>{defined}</definedNames>" if defined else "")
        + "</workbook>"
    ).encode()
