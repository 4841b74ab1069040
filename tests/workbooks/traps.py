"""Small workbooks whose XML is legal but unlike what most programs write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbooks import hand
from workbooks.hand import HEAD, MAIN, OFFICE, RELATIONS, F, book, cells, sheet

OURS = "KPI_GOAL_COUNT(1000,10,0.2)"
"""Gives 20."""


@dataclass(frozen=True)
class Trap:
    """A sheet `S`: its part, and what it holds."""

    part: bytes
    formulas: Mapping[str, str]  # what the formula cells hold, by name
    values: Mapping[str, object]  # their values after a recalculation


def _trap(part: str | bytes, formulas: Mapping[str, str], values: Mapping[str, object]) -> Trap:
    return Trap(part.encode() if isinstance(part, str) else part, formulas, values)


def _in_rows(rows: str, formulas: Mapping[str, str], values: Mapping[str, object]) -> Trap:
    return _trap(sheet(rows), formulas, values)


PLAIN = sheet(
    f'<row r="1"><c r="A1"><v>3</v></c><c r="B1"><f>{OURS}</f><v>1</v></c>'
    '<c r="C1" t="str"><f>"x"&amp;B1</f><v>x1</v></c></row>'
)
PLAIN_FORMULAS = {"B1": OURS, "C1": '"x"&B1'}
PLAIN_VALUES = {"B1": 20.0, "C1": "x20"}

SHEETS: Mapping[str, Trap] = {
    "a prefix": _trap(
        f'{HEAD}<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>3</x:v></x:c>'
        f'<x:c r="B1"><x:f>{OURS}</x:f><x:v>1</x:v></x:c><x:c r="C1" t="str"><x:f>"x"&amp;B1</x:f></x:c>'
        "</x:row></x:sheetData></x:worksheet>",
        PLAIN_FORMULAS,
        PLAIN_VALUES,
    ),
    "preserved space": _in_rows(
        f'<row r="1"><c r="B1"><f>{OURS}</f><v xml:space="preserve">1</v></c>'
        '<c r="C1" t="str"><f>" x"&amp;B1</f><v xml:space="preserve"> x1</v></c></row>',
        {"B1": OURS, "C1": '" x"&B1'},
        {"B1": 20.0, "C1": " x20"},
    ),
    "empty values": _in_rows(
        f'<row r="1"><c r="B1"><f>{OURS}</f><v/></c><c r="C1" t="str"><f>"x"&amp;B1</f><v></v></c>'
        '<c r="D1"><f>B1</f><v /></c></row>',
        {"B1": OURS, "C1": '"x"&B1', "D1": "B1"},
        {"B1": 20.0, "C1": "x20", "D1": 20.0},
    ),
    "pretty printing": _in_rows(
        f'\n  <row\n    r="1"\n  >\n    <c r="A1">\n      <v>3</v>\n    </c>\n    <c\n      r = "B1" >\n'
        f'      <f>{OURS}</f>\n      <v>1</v>\n    </c>\n    <c r="C1"\tt="str">\n      <f>"x"&amp;B1</f>\n'
        "    </c>\n  </row>\n",
        PLAIN_FORMULAS,
        PLAIN_VALUES,
    ),
    "inline strings in formula cells": _in_rows(
        f'<row r="1"><c r="B1"><f>{OURS}</f></c>'
        '<c r="C1" t="inlineStr"><f>"x"&amp;B1</f><is><t>x1</t></is></c>'
        '<c r="D1" t="inlineStr"><f>"y"&amp;B1</f><is><r><t>y</t></r><r><t>20</t></r></is></c></row>',
        {"B1": OURS, "C1": '"x"&B1', "D1": '"y"&B1'},
        {"B1": 20.0, "C1": "x20", "D1": "y20"},
    ),
    "an empty formula": _in_rows(
        '<row r="1"><c r="A1"><f/><v>3</v></c>'
        f'<c r="B1"><f>{OURS}</f></c><c r="C1"><f></f><v>4</v></c></row>',
        {"A1": "", "B1": OURS, "C1": ""},
        {"A1": 3.0, "B1": 20.0, "C1": 4.0},
    ),
    "shared formulas whose followers say nothing": _in_rows(
        f'<row r="1"><c r="A1"><f>{OURS}</f></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1+1</f></c></row>'
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" si="0"/></c></row>'
        '<row r="3"><c r="A3"><v>2</v></c><c r="B3"><f t="shared" si="0"></f><v>3</v></c></row>',
        {"A1": OURS, "B1": "A1+1", "B2": "", "B3": ""},
        {"A1": 20.0, "B1": 21.0, "B2": 2.0, "B3": 3.0},
    ),
    "a shared formula whose first cell is up to date": _in_rows(
        '<row r="1"><c r="A1"><v>1</v></c>'
        '<c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2+$A$1</f><v>3</v></c></row>'
        f'<row r="2"><c r="A2"><f>{OURS}</f></c><c r="B2"><f t="shared" si="0"/><v>0</v></c></row>',
        {"B1": "A1*2+$A$1", "A2": OURS, "B2": ""},
        {"B1": 3.0, "A2": 20.0, "B2": 41.0},
    ),
    "a shared formula whose follower says its own": _in_rows(
        f'<row r="1"><c r="A1"><f>{OURS}</f></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f></c></row>'
        '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><f t="shared" si="0">A2*2</f></c></row>',
        {"A1": OURS, "B1": "A1*2", "B2": "A2*2"},
        {"A1": 20.0, "B1": 40.0, "B2": 8.0},
    ),
    "single quotes": _in_rows(
        f"<row r='1'><c r='A1'><v>3</v></c><c r='B1'><f>{OURS}</f><v>1</v></c>"
        "<c r='C1' t='str' s='0'><f>\"x\"&amp;B1</f><v>x1</v></c></row>",
        PLAIN_FORMULAS,
        PLAIN_VALUES,
    ),
    "a greater-than sign in an attribute": _in_rows(
        f'<row r="1" x=">"><c r="A1"><v>3</v></c><c y="/>" r="B1"><f>{OURS}</f><v>1</v></c>'
        '<c r="C1" t="str"><f>"x"&amp;B1</f></c></row>',
        PLAIN_FORMULAS,
        PLAIN_VALUES,
    ),
    "comments between the elements": _in_rows(
        '<!-- <row r="9"> --><row r="1"><c r="A1"><!-- x --><v>3</v></c><!-- <c r="Z1"><f>1</f></c> -->'
        f'<c r="B1"><!-- y --><f>{OURS}</f><!-- <v>20</v> --><v>1</v></c>'
        '<c r="C1" t="str"><?mark?><f>"x"&amp;B1</f></c></row>',
        PLAIN_FORMULAS,
        PLAIN_VALUES,
    ),
    "comments in the texts": _in_rows(
        '<row r="1"><c r="A1"><v>3</v></c>'
        '<c r="B1"><f>KPI_GOAL<!-- - > -->_COUNT(1000,10,0.2)</f><v>1<!-- 2 --></v></c>'
        '<c r="C1" t="str"><f>"x"&amp;B1</f></c></row>',
        PLAIN_FORMULAS,
        PLAIN_VALUES,
    ),
    "character data sections": _in_rows(
        '<row r="1"><c r="A1"><v><![CDATA[3]]></v></c>'
        f'<c r="B1"><f><![CDATA[{OURS}]]></f><v><![CDATA[1]]></v></c>'
        '<c r="C1" t="str"><f><![CDATA["x"&B1]]></f><v><![CDATA[</v></c><c r="B1"><f>1</f>]]></v></c></row>',
        PLAIN_FORMULAS,
        PLAIN_VALUES,
    ),
    "character references": _in_rows(
        '<row r="1"><c r="B1"><f>KPI&#95;GOAL_COUNT(1000,10,0.2)</f></c>'
        '<c r="C1" t="str"><f>&quot;x&#x22;&#38;B1&amp;&apos;S&apos;!B1</f></c></row>',
        {"B1": OURS, "C1": "\"x\"&B1&'S'!B1"},
        {"B1": 20.0, "C1": "x2020"},
    ),
    "cells without positions": _in_rows(
        f'<row><c><v>3</v></c><c><f>{OURS}</f><v>1</v></c><c t="str"><f>"x"&amp;B1</f></c></row>',
        PLAIN_FORMULAS,
        PLAIN_VALUES,
    ),
    "some cells without positions": _in_rows(
        f'<row r="4"><c r="C4"><v>3</v></c><c><f>{OURS}</f></c></row><row><c><f>D4</f></c></row>',
        {"D4": OURS, "A5": "D4"},
        {"D4": 20.0, "A5": 20.0},
    ),
    "formula cells of the type shared string": _in_rows(
        f'<row r="1"><c r="B1"><f>{OURS}</f></c><c r="C1" t="s"><f>"x"&amp;B1</f><v>1</v></c></row>',
        {"B1": OURS, "C1": '"x"&B1'},
        {"B1": 20.0, "C1": "x20"},
    ),
    "an array without cells for its values": _in_rows(
        '<row r="1" spans="1:1"><c r="A1"><f t="array" ref="A1:B3">KPI_BACKCALC(20,{0.5;0.5})</f></c></row>'
        '<row r="3" spans="4:4"><c r="D3"><v>1</v></c></row>',
        {"A1": "KPI_BACKCALC(20,{0.5;0.5})"},
        {"A1": 80.0, "A2": 40.0, "A3": 20.0, "B1": 80.0, "B3": 20.0},
    ),
    "an array whose cells hold empty formulas": _in_rows(
        '<row r="1"><c r="A1"><f t="array" ref="A1:B1">KPI_BACKCALC(20,0.5)</f></c>'
        '<c r="B1" s="0"><f/><v>7</v></c></row>',
        {"A1": "KPI_BACKCALC(20,0.5)", "B1": ""},
        {"A1": 40.0, "B1": 20.0},
    ),
    "a data table": _in_rows(
        f'<row r="1"><c r="A1"><f>{OURS}</f></c>'
        '<c r="B1"><f t="dataTable" ref="B1:B2" dt2D="0" dtr="0" r1="A1"/><v>5</v></c></row>'
        '<row r="2"><c r="B2"><v>6</v></c></row>',
        {"A1": OURS, "B1": ""},
        {"A1": 20.0, "B1": 5.0, "B2": 6.0},
    ),
    "UTF-16": _trap(PLAIN.replace("UTF-8", "UTF-16").encode("utf-16"), PLAIN_FORMULAS, PLAIN_VALUES),
    "UTF-16, the big end first": _trap(
        b"\xfe\xff" + PLAIN.replace("UTF-8", "UTF-16").encode("utf-16-be"), PLAIN_FORMULAS, PLAIN_VALUES
    ),
    "UTF-8 with a byte order mark": _trap(b"\xef\xbb\xbf" + PLAIN.encode(), PLAIN_FORMULAS, PLAIN_VALUES),
    "Shift_JIS": _trap(
        PLAIN.replace("UTF-8", "Shift_JIS")
        .replace("x1</v>", "表1</v>")
        .replace('"x"', '"表"')
        .encode("shift_jis"),
        {"B1": OURS, "C1": '"表"&B1'},
        {"B1": 20.0, "C1": "表20"},
    ),
}


def trap_book(name: str) -> bytes:
    """A workbook with the trap in its one sheet, `S`."""
    return book({"S": SHEETS[name].part}, strings=["x", "x1"])


def _elsewhere() -> bytes:
    parts = hand.parts({"S": PLAIN})
    moved = {
        "[Content_Types].xml": parts["[Content_Types].xml"],
        "_rels/.rels": hand.relationships(("rId1", "officeDocument", "/書類/Book%201.xml")).encode(),
        "書類/Book 1.xml": parts["xl/workbook.xml"],
        "書類/_rels/Book 1.xml.rels": hand.relationships(
            ("rId1", "worksheet", "../blaetter/./S.XML")
        ).encode(),
        "blaetter/s.xml": parts["xl/worksheets/sheet1.xml"],
    }
    return hand.zipped(moved)


def _with_a_sheet_without_relation() -> bytes:
    parts = hand.parts({"S": PLAIN})
    tabs = parts["xl/workbook.xml"].decode().replace("<sheets>", '<sheets><sheet name="Lost" sheetId="9"/>')
    return hand.zipped({**parts, "xl/workbook.xml": tabs.encode()})


def _with_chart_sheets() -> bytes:
    """A chart sheet before and between; names that are local count every tab."""
    chart = f'{HEAD}<chartsheet xmlns="{MAIN}"><sheetViews/></chartsheet>'
    parts = hand.parts(
        {"One": {"A1": 5}, "S": {"B1": F(OURS, 1), "C1": F("Own*B1", 0)}},
        names='<definedName name="Own" localSheetId="3">One!$A$1</definedName>'
        '<definedName name="Own" localSheetId="1">S!$B$1</definedName>',
    )
    relations = parts["xl/_rels/workbook.xml.rels"].decode()
    more = "".join(
        f'<Relationship Id="c{number}" Type="{OFFICE}/chartsheet" Target="chartsheets/sheet{number}.xml"/>'
        for number in (1, 2)
    )
    tabs = parts["xl/workbook.xml"].decode()
    tabs = tabs.replace("<sheets>", '<sheets><sheet name="C1" sheetId="8" r:id="c1"/>')
    tabs = tabs.replace('<sheet name="S"', '<sheet name="C2" sheetId="9" r:id="c2"/><sheet name="S"')
    return hand.zipped(
        {
            **parts,
            "xl/workbook.xml": tabs.encode(),
            "xl/_rels/workbook.xml.rels": relations.replace(
                "</Relationships>", more + "</Relationships>"
            ).encode(),
            "xl/chartsheets/sheet1.xml": chart.encode(),
            "xl/chartsheets/sheet2.xml": chart.encode(),
        }
    )


def _with_an_external_link() -> bytes:
    parts = hand.parts({"S": {"A1": F("[1]Plan!$A$1", 5), "B1": F(OURS, 1), "C1": F("A1+B1", 0)}})
    link = (
        f'{HEAD}<externalLink xmlns="{MAIN}" xmlns:r="{OFFICE}"><externalBook r:id="rId1"><sheetNames>'
        '<sheetName val="Plan"/></sheetNames></externalBook></externalLink>'
    )
    path = (
        f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/externalLinkPath" '
        'Target="other.xlsx" TargetMode="External"/></Relationships>'
    )
    relations = parts["xl/_rels/workbook.xml.rels"].decode()
    own = f'<Relationship Id="x1" Type="{OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>'
    tabs = (
        parts["xl/workbook.xml"]
        .decode()
        .replace(
            "</sheets>", '</sheets><externalReferences><externalReference r:id="x1"/></externalReferences>'
        )
    )
    return hand.zipped(
        {
            **parts,
            "xl/workbook.xml": tabs.encode(),
            "xl/_rels/workbook.xml.rels": relations.replace(
                "</Relationships>", own + "</Relationships>"
            ).encode(),
            "xl/externalLinks/externalLink1.xml": link.encode(),
            "xl/externalLinks/_rels/externalLink1.xml.rels": path.encode(),
        }
    )


def _with_prefixes_everywhere() -> bytes:
    parts = hand.parts({"S": SHEETS["a prefix"].part})
    workbook = (
        f'<w:workbook xmlns:w="{MAIN}" xmlns:q="{OFFICE}"><w:sheets>'
        '<w:sheet name="S" sheetId="1" q:id="rId1"/></w:sheets></w:workbook>'
    )
    relations = (
        f'<p:Relationships xmlns:p="{RELATIONS}"><p:Relationship Id="rId1" Type="{OFFICE}/worksheet" '
        'Target="/xl/worksheets/sheet1.xml"/></p:Relationships>'
    )
    return hand.zipped(
        {**parts, "xl/workbook.xml": workbook.encode(), "xl/_rels/workbook.xml.rels": relations.encode()}
    )


PARTS = hand.parts({"S": PLAIN, "Other": sheet(cells({"A1": 1, "A2": F("A1+1", 2)}))})

BOOKS: Mapping[str, Callable[[], bytes]] = {
    "a workbook in another folder": _elsewhere,
    "a sheet without a relation": _with_a_sheet_without_relation,
    "chart sheets between the sheets": _with_chart_sheets,
    "an external link": _with_an_external_link,
    "prefixes in every part": _with_prefixes_everywhere,
    "wide sizes": lambda: hand.zipped(PARTS, zip64=True),
    "a wide directory": lambda: hand.with_wide_directory(hand.zipped(PARTS)),
    "bytes before the archive": lambda: hand.zipped(PARTS, prefix=b"#!/bin/sh\nexit 0\n"),
    "bytes before a wide archive": lambda: hand.with_wide_directory(
        hand.zipped(PARTS, zip64=True, prefix=b"MZ" * 99)
    ),
    "data descriptors": lambda: hand.zipped(PARTS, streamed=True),
    "data descriptors and wide sizes": lambda: hand.zipped(PARTS, streamed=True, zip64=True),
    "stored entries": lambda: hand.zipped(PARTS, stored=True),
    "stored entries with descriptors": lambda: hand.zipped(PARTS, stored=True, streamed=True),
    "a comment": lambda: hand.zipped(PARTS, comment="備考 PK".encode()),
    "extra fields": lambda: hand.zipped(PARTS, extra=b"\xfe\xca\x04\x00abcd"),
}
