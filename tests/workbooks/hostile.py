"""Files that attack whoever opens them: broken, lying, endless. Each is made when it is asked for."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from workbooks import hand, traps
from workbooks.hand import HEAD, OFFICE, F, book, parts, sheet, zipped

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PLAIN = {"S": {"A1": "x", "B1": F(traps.OURS, 1)}}
PARTS = parts(PLAIN, strings=["x"])
BOOK = zipped(PARTS)
SHEET, BOOK_PART, STRINGS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"
DTD = '<!DOCTYPE x [<!ENTITY a "b">]>'
_TABLE = hand.table("T", "A1:B2", ["a", "b"])
BOMB = '<!DOCTYPE x [<!ENTITY a "' + "lol" * 99 + '">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 9}">' for before, name in zip("abcdefgh", "bcdefghi")
) + "]>"  # fmt: skip
OUTER = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETERS = '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]>'


@dataclass(frozen=True)
class Refused:
    """A file that is refused, and the id of the sentence."""

    make: Callable[[], bytes]
    reason: str
    arguments: tuple[str, ...] = ()  # for the command line


@dataclass(frozen=True)
class Endured:
    """A workbook in which `B1` of `S` is computed and these cells are frozen for these reasons."""

    make: Callable[[], bytes]
    frozen: Mapping[str, str]
    guarded: bool = False  # nothing but another process can stop it


def with_part(part: str, content: bytes | None) -> bytes:
    changed = {**PARTS, part: content}
    return zipped({name: body for name, body in changed.items() if body is not None})


def with_text(part: str, old: str, new: str) -> bytes:
    assert old.encode() in PARTS[part]
    return with_part(part, PARTS[part].replace(old.encode(), new.encode(), 1))


def with_prolog(part: str, prolog: str, encoding: str = "utf-8") -> bytes:
    text = PARTS[part].decode()
    at = text.index("?>") + 2
    text = text[:at] + prolog + text[at:]
    return with_part(part, text.replace("UTF-8", encoding.upper()).encode(encoding))


def with_formulas(cells: Mapping[str, hand.Content], **options: object) -> bytes:
    """A sheet with a formula of ours in B1 and these cells."""
    return book({"S": {"B1": F(traps.OURS, 1), **cells}}, **options)


@cache
def inflating(part: str, size: int) -> bytes:
    return with_part(part, PARTS[part] + b" " * size)


def patched(content: bytes, part: str, offset: int, value: bytes, *, local: bool = False) -> bytes:
    """The file with some bytes of a part's record in the directory, or of its local header, replaced."""
    damaged = bytearray(content)
    start = damaged.index(part.encode()) - 30 if local else damaged.rindex(part.encode()) - 46
    damaged[start + offset : start + offset + len(value)] = value
    return bytes(damaged)


def packed(entries: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file with these entries, also with names that `zipfile` would not write twice."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for number, (name, content) in enumerate(entries):
            entry = zipfile.ZipInfo(f"{number:09}".ljust(len(name.encode()), "x"), hand.WHEN)
            entry.compress_type = method
            archive.writestr(entry, content)
    packed_bytes = target.getvalue()
    for number, (name, _) in enumerate(entries):
        placeholder = f"{number:09}".ljust(len(name.encode()), "x").encode()
        assert packed_bytes.count(placeholder) == 2
        packed_bytes = packed_bytes.replace(placeholder, name.encode())
    return packed_bytes


def _document() -> bytes:
    relations = hand.relationships(("rId1", "officeDocument", "word/document.xml"))
    document = f"{HEAD}<document><body/></document>"
    return zipped({"_rels/.rels": relations.encode(), "word/document.xml": document.encode()})


def _with_entry(name: str) -> bytes:
    return packed([*PARTS.items(), (name, b"evil")])


def _overlapping() -> bytes:
    """One stored entry whose content is another entry with its header."""
    inner = zipped({"inner.bin": b"0" * 50}, stored=True)
    local = inner[: inner.index(b"PK\x01\x02")]
    content = zipped({**PARTS, "outer.bin": local, "inner.bin": b"0" * 50}, stored=True)
    return patched(content, "inner.bin", 42, struct.pack("<L", content.index(local)))


def _two_ends() -> bytes:
    """An archive whose comment is the end of another directory."""
    end = BOOK[BOOK.rindex(b"PK\x05\x06") :]
    return zipped(PARTS, comment=end)


def _with_tab(name: str, relation: str) -> bytes:
    return with_text(BOOK_PART, "</sheets>", f'<sheet name="{name}" sheetId="9" r:id="{relation}"/></sheets>')


def _two_sheets_of_one_name() -> bytes:
    contents = parts({"S": PLAIN["S"], "T": PLAIN["S"]})
    return zipped({**contents, BOOK_PART: contents[BOOK_PART].replace(b'name="T"', b'name="s"')})


def _relation(target: str, mode: str = "") -> bytes:
    relations = (
        f'{HEAD}<Relationships xmlns="{hand.RELATIONS}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="{target}"{mode}/></Relationships>'
    )
    return with_part("_rels/.rels", relations.encode())


def _names(rest: str, count: int, first: str = "S!$A$1") -> str:
    """Defined names, each made of the one before."""
    return f'<definedName name="N_0">{first}</definedName>' + "".join(
        f'<definedName name="N_{number}">{rest.format(f"N_{number - 1}")}</definedName>'
        for number in range(1, count)
    )


REFUSED: dict[str, Refused] = {
    "empty": Refused(lambda: b"", "workbook.empty"),
    "a text": Refused(lambda: "月,実績\n4月,80\n".encode(), "workbook.not_workbook"),
    "zeros": Refused(lambda: bytes(5000), "workbook.not_workbook"),
    "a web page": Refused(lambda: b"<!DOCTYPE html><html></html>", "workbook.not_workbook"),
    "an encrypted workbook": Refused(
        lambda: COMPOUND + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
        "workbook.encrypted",
    ),
    "an old workbook": Refused(
        lambda: COMPOUND + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600), "workbook.old_format"
    ),
    # the archive
    "cut in half": Refused(lambda: BOOK[: len(BOOK) // 2], "workbook.damaged"),
    "one byte short": Refused(lambda: BOOK[:-1], "workbook.damaged"),
    "only the first four bytes": Refused(lambda: b"PK\x03\x04", "workbook.damaged"),
    "an archive without entries": Refused(lambda: zipped({}), "workbook.not_workbook"),
    "some archive": Refused(lambda: zipped({"a.txt": b"a"}), "workbook.not_workbook"),
    "a wrong checksum": Refused(lambda: patched(BOOK, SHEET, 16, b"\0\0\0\0"), "workbook.damaged"),
    "an encrypted entry": Refused(lambda: patched(BOOK, SHEET, 8, b"\x01\0"), "workbook.encrypted"),
    "entries with one name": Refused(lambda: _with_entry(SHEET), "workbook.duplicate_part"),
    "entries with names that differ in case": Refused(
        lambda: _with_entry(SHEET.upper()), "workbook.duplicate_part"
    ),
    "a name that leads upwards": Refused(lambda: _with_entry("../../evil.sh"), "workbook.unsafe_name"),
    "a name that leads upwards further on": Refused(
        lambda: _with_entry("xl/../../evil.sh"), "workbook.unsafe_name"
    ),
    "a name that leads upwards on Windows": Refused(
        lambda: _with_entry("xl\\..\\..\\evil.exe"), "workbook.unsafe_name"
    ),
    "an absolute name": Refused(lambda: _with_entry("/etc/evil.conf"), "workbook.unsafe_name"),
    "a name with a drive": Refused(lambda: _with_entry("C:/evil.exe"), "workbook.unsafe_name"),
    "a name with a line break": Refused(lambda: _with_entry("xl/a\n\x1b[2J"), "workbook.unsafe_name"),
    "a name with a zero byte": Refused(lambda: _with_entry("xl/a.xml\0.exe"), "workbook.unsafe_name"),
    "a local header with another name": Refused(
        lambda: patched(BOOK, SHEET, 30, b"xl/worksheets/other1.xml", local=True), "workbook.damaged"
    ),
    "overlapping entries": Refused(_overlapping, "workbook.damaged"),
    "two ends": Refused(_two_ends, "workbook.damaged"),
    "a directory with more entries than there are": Refused(
        lambda: BOOK[:-12] + struct.pack("<H", 99) + BOOK[-10:], "workbook.damaged"
    ),
    "a directory beyond the file": Refused(
        lambda: BOOK[:-6] + struct.pack("<L", 1 << 30) + BOOK[-2:], "workbook.damaged"
    ),
    "a header beyond the file": Refused(
        lambda: patched(BOOK, SHEET, 42, struct.pack("<L", 1 << 30)), "workbook.damaged"
    ),
    "bzip2": Refused(lambda: packed(list(PARTS.items()), zipfile.ZIP_BZIP2), "workbook.compression"),
    "lzma": Refused(lambda: packed(list(PARTS.items()), zipfile.ZIP_LZMA), "workbook.compression"),
    "a zip bomb": Refused(lambda: inflating(SHEET, 257 << 20), "workbook.too_large"),
    "a part that grows a thousand times": Refused(
        lambda: inflating(SHEET, 32 << 20), "workbook.too_compressed"
    ),
    "a zip bomb that lies": Refused(
        lambda: patched(inflating(SHEET, 32 << 20), SHEET, 24, struct.pack("<L", 10)), "workbook.damaged"
    ),
    "a size that lies upwards": Refused(
        lambda: patched(BOOK, SHEET, 24, struct.pack("<L", 0x7FFFFFFF)), "workbook.too_large"
    ),
    "a bomb of many parts": Refused(
        lambda: book({f"S{number}": sheet(" " * 99_000) for number in range(20)}),
        "workbook.too_large",
        ("--limit", "total_bytes=1M"),
    ),
    "too many parts": Refused(
        lambda: zipped({**PARTS, **{f"x/{n}": b"" for n in range(10_000)}}), "workbook.too_many_parts"
    ),
    # the package
    "a document": Refused(_document, "workbook.not_workbook"),
    "no relations": Refused(lambda: with_part("_rels/.rels", None), "workbook.not_workbook"),
    "no workbook part": Refused(lambda: with_part(BOOK_PART, None), "workbook.not_workbook"),
    "a table as the workbook": Refused(
        lambda: with_part(BOOK_PART, hand.table("T", "A1:B2", ["a", "b"]).encode()), "workbook.not_workbook"
    ),
    "a workbook outside": Refused(lambda: _relation("../../../../etc/passwd"), "workbook.not_workbook"),
    "a workbook elsewhere": Refused(
        lambda: _relation("http://127.0.0.1:9/workbook.xml", ' TargetMode="External"'),
        "workbook.not_workbook",
    ),
    "relations that lead to themselves": Refused(lambda: _relation("_rels/.rels"), "workbook.not_workbook"),
    "two sheets of one name": Refused(_two_sheets_of_one_name, "workbook.duplicate_sheet"),
    "two sheets with one part": Refused(lambda: _with_tab("T", "rId1"), "workbook.duplicate_sheet"),
    "too many names": Refused(
        lambda: with_formulas({}, names=_names("{}", 50)), "workbook.too_many_names", ("--limit", "names=49")
    ),
    "too many cells": Refused(
        lambda: book({"S": sheet('<row r="1">' + "<c/>" * 500 + "</row>")}),
        "workbook.too_many_cells",
        ("--limit", "cells=499"),
    ),
    # the XML
    "a DTD in the sheet": Refused(lambda: with_prolog(SHEET, DTD), "workbook.doctype"),
    "a DTD in the workbook": Refused(lambda: with_prolog(BOOK_PART, DTD), "workbook.doctype"),
    "a DTD in the strings": Refused(lambda: with_prolog(STRINGS, DTD), "workbook.doctype"),
    "a DTD in the relations": Refused(
        lambda: with_prolog("xl/_rels/workbook.xml.rels", DTD), "workbook.doctype"
    ),
    "a DTD in UTF-16 in the sheet": Refused(lambda: with_prolog(SHEET, DTD, "utf-16"), "workbook.doctype"),
    "a DTD in UTF-16 in the workbook": Refused(
        lambda: with_prolog(BOOK_PART, DTD, "utf-16"), "workbook.doctype"
    ),
    "a DTD in UTF-16 in the strings": Refused(
        lambda: with_prolog(STRINGS, DTD, "utf-16"), "workbook.doctype"
    ),
    **{
        f"a DTD behind a long comment in {part}": Refused(
            lambda part=part: with_prolog(part, f"<!--{'x' * 9999}-->{DTD}"),  # type: ignore[misc]
            "workbook.doctype",
        )
        for part in (SHEET, BOOK_PART, STRINGS)
    },
    "an entity bomb in the sheet": Refused(lambda: with_prolog(SHEET, BOMB), "workbook.doctype"),
    "an entity bomb in the strings": Refused(lambda: with_prolog(STRINGS, BOMB), "workbook.doctype"),
    "an entity from a file": Refused(lambda: with_prolog(BOOK_PART, OUTER), "workbook.doctype"),
    "a parameter entity from elsewhere": Refused(lambda: with_prolog(SHEET, PARAMETERS), "workbook.doctype"),
    "a sheet that breaks off": Refused(lambda: with_part(SHEET, PARTS[SHEET][:-30]), "workbook.part_invalid"),
    "an empty sheet part": Refused(lambda: with_part(SHEET, b""), "workbook.part_invalid"),
    "a workbook that breaks off": Refused(
        lambda: with_part(BOOK_PART, PARTS[BOOK_PART][:-30]), "workbook.part_invalid"
    ),
    "strings that break off": Refused(lambda: with_part(STRINGS, PARTS[STRINGS][:-30]), "workbook.engine"),
    "a sheet with a wrong character": Refused(
        lambda: with_text(SHEET, "<v>1", "<v>\x07"), "workbook.part_invalid"
    ),
    "a sheet with a zero byte": Refused(lambda: with_text(SHEET, "<v>1", "<v>\0"), "workbook.part_invalid"),
    "a sheet that is not UTF-8": Refused(
        lambda: with_part(SHEET, PARTS[SHEET].replace(b"<v>1", b"<v>\xff\xfe")), "workbook.part_invalid"
    ),
    "a workbook that is not UTF-8": Refused(
        lambda: with_part(BOOK_PART, PARTS[BOOK_PART].replace(b'"S"', b'"\xc0\x80"')), "workbook.part_invalid"
    ),
    "a sheet in an unknown encoding": Refused(
        lambda: with_text(SHEET, "UTF-8", "x-evil"), "workbook.part_invalid"
    ),
    "an unknown entity": Refused(lambda: with_text(SHEET, "<v>1", "<v>&x;"), "workbook.part_invalid"),
    "an attribute twice": Refused(
        lambda: with_text(SHEET, "<sheetData", '<sheetData a="" a=""'), "workbook.part_invalid"
    ),
    "elements nested without end in the workbook": Refused(
        lambda: with_text(BOOK_PART, "</sheets>", "</sheets>" + "<x>" * 90_000 + "</x>" * 90_000),
        "workbook.too_deep",
    ),
    "elements nested without end in a row": Refused(
        lambda: with_text(SHEET, "</row>", "<x>" * 90_000 + "</x>" * 90_000 + "</row>"), "workbook.engine"
    ),
    "elements nested without end in the strings": Refused(
        lambda: with_text(STRINGS, "</t>", "</t>" + "<x>" * 90_000 + "</x>" * 90_000), "workbook.engine"
    ),
    "a row without a number": Refused(
        lambda: with_part(SHEET, sheet('<row r="x"><c><f>1</f></c></row>').encode()), "workbook.part_invalid"
    ),
    "a row number of five thousand digits": Refused(
        lambda: with_part(SHEET, sheet(f'<row r="{"9" * 5000}"><c><f>1</f></c></row>').encode()),
        "workbook.part_invalid",
    ),
    "a cell beyond the sheet": Refused(
        lambda: with_text(SHEET, 'r="B1"', 'r="XFE1"'), "workbook.part_invalid"
    ),
    "a table with a header of five thousand digits": Refused(
        lambda: with_formulas(
            {},
            tables={"S": [_TABLE.replace(" ref=", f' headerRowCount="{"9" * 5000}" ref=')]},
        ),
        "workbook.part_invalid",
    ),
}

TIME = "recalc.frozen.time"
ENDLESS = "+".join(["SUM(LET(a,SEQUENCE(2000),b,SEQUENCE(1,2000),a*b))"] * 90)

ENDURED: dict[str, Endured] = {
    # formulas that do not come to an end, or take all memory
    "arithmetic without end": Endured(lambda: with_formulas({"C1": F(ENDLESS)}), {"C1": TIME}, True),
    "a text of a gigabyte": Endured(
        lambda: with_formulas({"C1": F('LEN(SUBSTITUTE(REPT("a",32767),"a",REPT("b",32767)))')}),
        {"C1": TIME},
        True,
    ),
    "a text that doubles from name to name": Endured(
        lambda: with_formulas({"A1": "x" * 99, "C1": F("LEN(N_39)")}, names=_names("{0}&amp;{0}", 40)),
        {"C1": TIME},
        True,
    ),
    "a text that doubles from cell to cell": Endured(
        lambda: with_formulas(
            {"A1": "x" * 999, **{f"A{row}": F(f"A{row - 1}&A{row - 1}") for row in range(2, 42)}}
        ),
        {"A7": "recalc.frozen.text_too_long"},
        True,
    ),
    # formulas that are frozen before they are computed
    "a thousand parentheses": Endured(
        lambda: with_formulas({"C1": F("(" * 1000 + "1" + ")" * 1000)}), {"C1": "recalc.frozen.too_complex"}
    ),
    "a thousand functions": Endured(
        lambda: with_formulas({"C1": F("ABS(" * 1000 + "1" + ")" * 1000)}),
        {"C1": "recalc.frozen.too_complex"},
    ),
    "a million signs": Endured(
        lambda: with_formulas({"C1": F("-" * 1_000_000 + "1")}), {"C1": "recalc.frozen.too_complex"}
    ),
    "a formula of ours that doubles from name to name": Endured(
        lambda: with_formulas({"C1": F("N_30")}, names=_names(f"{{0}}+{{0}}+{traps.OURS}", 31, traps.OURS)),
        {"C1": "recalc.frozen.too_complex"},
    ),
    "a formula of ours behind a thousand names": Endured(
        lambda: with_formulas({"C1": F("N_999")}, names=_names(f"{{0}}+{traps.OURS}", 1000, traps.OURS)),
        {"C1": "recalc.frozen.too_complex"},
    ),
    "an array that fills the sheet": Endured(
        lambda: with_formulas({"C1": F("A1*2", kind="array", ref="C1:XFD1048576")}),
        {"C1": "recalc.frozen.too_large"},
    ),
    "arrays that fill the sheet together": Endured(
        lambda: with_formulas(
            {f"{column}2": F("1", kind="array", ref=f"{column}2:{column}1000000") for column in "CDEFGH"}
        ),
        {f"{column}2": "recalc.frozen.too_large" for column in "CDEFGH"},
    ),
    "a sequence that fills the sheet": Endured(
        lambda: with_formulas(
            {"C1": F("SUM(SEQUENCE(1048576,16384))"), "C2": F("SUM(RANDARRAY(9999,9999))")}
        ),
        {"C1": "recalc.frozen.array", "C2": "recalc.frozen.array"},
    ),
    "an array of functions": Endured(
        lambda: with_formulas({"C1": F("MAKEARRAY(9999,9999,LAMBDA(r,c,r*c))")}),
        {"C1": "recalc.frozen.function"},
    ),
    "a name that means itself": Endured(
        lambda: with_formulas(
            {"C1": F("N_A"), "C2": F("N_C+1")},
            names=f'<definedName name="N_A">N_B+{traps.OURS}</definedName>'
            f'<definedName name="N_B">N_A+{traps.OURS}</definedName>'
            '<definedName name="N_C">N_C</definedName>',
        ),
        {"C1": "recalc.frozen.name", "C2": "recalc.frozen.name"},
    ),
    "a formula that reads itself": Endured(
        lambda: with_formulas({"C1": F("C2+1"), "C2": F("C1+1")}),
        {"C1": "recalc.frozen.cycle", "C2": "recalc.frozen.cycle"},
    ),
    # formulas that reach out
    "commands for other programs": Endured(
        lambda: with_formulas(
            {
                "C1": F("cmd|'/c calc'!A0"),
                "C2": F("MSEXCEL|'\\..\\..\\calc.exe'!_xlbgnm.A1"),
                "C3": F('CALL("Kernel32","WinExec","JCJ","calc",0)'),
                "C4": F('REGISTER.ID("Kernel32","WinExec")'),
            }
        ),
        {
            "C1": "recalc.frozen.unreadable",
            "C2": "recalc.frozen.unreadable",
            "C3": "recalc.frozen.function",
            "C4": "recalc.frozen.function",
        },
    ),
    "calls over the network": Endured(
        lambda: with_formulas(
            {
                "C1": F('WEBSERVICE("http://127.0.0.1:9/")'),
                "C2": F("'\\\\127.0.0.1\\share\\[evil.xlsx]S'!A1"),
                "C3": F('RTD("evil","","x")'),
            }
        ),
        {
            "C1": "recalc.frozen.function",
            "C2": "recalc.frozen.external",
            "C3": "recalc.frozen.function",
        },
    ),
    # what looks like an attack and is none
    "a text that would be longer than a cell": Endured(lambda: with_formulas({"C1": F('REPT("x",1E9)')}), {}),
    "a reference to the whole sheet": Endured(
        lambda: with_formulas({"C1": F('SUM(INDIRECT("D1:XFD1048576"))'), "C2": F("COUNTIF(D:XFD,1)")}), {}
    ),
    "a shared formula for the whole sheet": Endured(
        lambda: with_formulas(
            {"C1": F("1+1", kind="shared", si="0", ref="C1:XFD1048576"), "C2": F("", kind="shared", si="0")}
        ),
        {},
    ),
    "a merged area as large as the sheet": Endured(
        lambda: book(
            {
                "S": sheet(
                    hand.cells({"B1": F(traps.OURS, 1)}),
                    after='<mergeCells count="999999999"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
                )
            }
        ),
        {},
    ),
    "a table as large as the sheet": Endured(
        lambda: with_formulas(
            {"Z1": F("ROWS(T[a])")}, tables={"S": [hand.table("T", "A2:B1048576", ["a", "b"])]}
        ),
        {},
    ),
    "a sheet that includes a file": Endured(
        lambda: with_text(
            SHEET,
            "</sheetData>",
            '</sheetData><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
        ),
        {},
    ),
    "a sheet with instructions": Endured(
        lambda: with_prolog(SHEET, '<?xml-stylesheet href="file:///etc/passwd"?><?php evil(); ?>'), {}
    ),
    "an attribute of ten megabytes": Endured(
        lambda: with_text(SHEET, "<sheetData", f'<sheetData a="{"x" * 10_000_000}"'), {}
    ),
    "a hundred thousand attributes": Endured(
        lambda: with_text(
            SHEET, "<sheetData", "<sheetData" + "".join(f' a{number}=""' for number in range(100_000))
        ),
        {},
    ),
    "a chart with absurd counts": Endured(
        lambda: zipped(
            {
                **PARTS,
                "[Content_Types].xml": PARTS["[Content_Types].xml"].replace(
                    b"</Types>",
                    b'<Override PartName="/xl/charts/chart1.xml" ContentType="application/'
                    b'vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>',
                ),
                "xl/charts/chart1.xml": b'<chartSpace xmlns="http://schemas.openxmlformats.org/drawingml/2006/'
                b'chart">'
                + b"".join(
                    b'<numRef><f>%s</f><numCache><ptCount val="%s"/><pt idx="%s"><v>1</v></pt></numCache>'
                    b"</numRef>" % reference
                    for reference in (
                        (b"S!$B$1:$B$2", b"9" * 5000, b"0"),
                        (b"S!$B$1:$B$2", b"2", b"9" * 5000),
                        (b"S!$B$1:$B$99999999", b"2", b"0"),
                        (b"S!$B$1&#99999999999;", b"1", b"0"),
                        (b"\xff\xfe", b"1", b"0"),
                    )
                )
                + b"</chartSpace>",
            }
        ),
        {},
    ),
}
