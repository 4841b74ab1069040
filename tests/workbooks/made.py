"""Workbooks with everything that is easily lost, written by XlsxWriter, openpyxl and by hand.

Each holds functions of ours whose cached values are missing or wrong, so that a recalculation has to change
it.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import IconSetRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from workbooks import hand
from workbooks.hand import Error, F

MADE_ON = datetime(2026, 1, 5, 9, 0, 0)
JAPANESE = "計画 '26 年"
"""A sheet name that must be quoted, with an apostrophe inside."""


def tiny_png() -> bytes:
    """A picture of one red dot."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))

    header = struct.pack(">2L5B", 1, 1, 8, 2, 0, 0, 0)
    dot = zlib.compress(b"\0\xff\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")


def by_xlsxwriter() -> bytes:
    """Charts, sparklines, pictures, text boxes, tables, formats, validations, names, dynamic arrays."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": "計画", "created": MADE_ON})
    bold, percent = book.add_format({"bold": True}), book.add_format({"num_format": "0.0%"})
    plan, hidden = book.add_worksheet(JAPANESE), book.add_worksheet("Hidden")
    book.add_chartsheet("Chart").set_chart(_line_chart(book))
    data = book.add_worksheet("Data")
    hidden.hide()
    hidden.write_number("A1", 20)
    plan.write_rich_string("A1", bold, "目標", " と ", bold, "実績")
    plan.write_row("A2", ["段階", "率", "件数"])
    for row, (stage, rate) in enumerate([("訪問", 0.1), ("相談", 0.5), ("提案", 0.5), ("受注", 0.5)], 3):
        plan.write(f"A{row}", stage)
        plan.write(f"B{row}", rate, percent)
    plan.write_array_formula("C3:C7", "{=KPI_BACKCALC(Hidden!A1,B3:B6)}", None, 0)
    plan.write_dynamic_array_formula("E3:E7", "=KPI_FORWARD(C3,B3:B6)", None, 0)
    plan.write_formula("C8", "=SUM(C3:C7)", bold, 0)
    plan.write_formula("C9", "=Goal*2", None, 0)
    plan.write_comment("C3", "ここから逆算", {"author": "計画"})
    plan.insert_image("K2", "dot.png", {"image_data": io.BytesIO(tiny_png())})
    plan.insert_textbox("K8", "注: 率は前年", {"width": 120, "height": 40})
    plan.conditional_format("B3:B6", {"type": "data_bar"})
    plan.conditional_format("C3:C7", {"type": "icon_set", "icon_style": "3_traffic_lights"})
    plan.data_validation("B3:B6", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1})
    plan.add_sparkline("J3", {"range": f"'{JAPANESE.replace(chr(39), chr(39) * 2)}'!B3:B6"})
    plan.insert_chart("K14", _line_chart(book))
    book.define_name("Goal", "=Hidden!$A$1")
    book.define_name("Data!Local", "=Data!$B$2")
    data.add_table(
        "A1:C4",
        {
            "name": "Sales",
            "columns": [
                {"header": "月"},
                {"header": "実績"},
                {"header": "比", "formula": "=KPI_ACHIEVEMENT(Sales[[#This Row],[実績]],100)"},
            ],
            "data": [["4月", 80], ["5月", 100], ["6月", 120]],
        },
    )
    data.write_formula("E1", "=SUM(Sales[比])", None, 0)
    data.write_url("E3", "https://example.com/")
    data.write_datetime("E4", MADE_ON, book.add_format({"num_format": "yyyy/m/d"}))
    data.autofilter("A6:B8")
    data.freeze_panes(1, 0)
    book.close()
    return target.getvalue()


def by_xlsxwriter_1904() -> bytes:
    """The other date system."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "date_1904": True})
    book.set_properties({"created": MADE_ON})
    sheet = book.add_worksheet("日付")
    sheet.write_datetime("A1", datetime(2026, 4, 1), book.add_format({"num_format": "yyyy/m/d"}))
    sheet.write_formula("B1", "=KPI_GOAL_COUNT(A1,1,1)", None, 0)
    sheet.write_formula("C1", "=B1-A1", None, 7)
    book.close()
    return target.getvalue()


def by_xlsxwriter_with_macros() -> bytes:
    """A macro workbook; its VBA project is a dummy that only has to survive."""
    parts = hand.unzipped(by_xlsxwriter())
    parts["xl/vbaProject.bin"] = bytes(range(256)) * 8
    relations = parts["xl/_rels/workbook.xml.rels"].decode()
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    macro = f'<Relationship Id="rIdMacro" Type="{kind}" Target="vbaProject.bin"/></Relationships>'
    parts["xl/_rels/workbook.xml.rels"] = relations.replace("</Relationships>", macro).encode()
    types = parts["[Content_Types].xml"].decode()
    types = types.replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    binary = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override'
    parts["[Content_Types].xml"] = types.replace("<Override", binary, 1).encode()
    return hand.zipped(parts)


def by_openpyxl() -> bytes:
    """A workbook without any cached value."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plan A"
    sheet["A1"], sheet["A2"] = 10, 0.5
    sheet["B1"] = "=KPI_BACKCALC(A1,A2)"
    sheet["B2"] = "=B1+1"
    sheet["B3"] = "=Target*2"
    sheet["C1"] = ArrayFormula("C1:D1", "=KPI_BACKCALC(A1,A2)")
    sheet["A1"].comment = Comment("目標", "計画")
    sheet.merge_cells("A10:B11")
    sheet.conditional_formatting.add("A1:A2", IconSetRule("3Arrows", "percent", [0, 33, 67]))
    validation = DataValidation(type="list", formula1='"ceil,exact"')
    validation.add("E1")
    sheet.add_data_validation(validation)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=2))
    sheet.add_chart(chart, "G2")
    book.defined_names["Target"] = DefinedName("Target", attr_text="'Plan A'!$A$1")
    sheet.defined_names["Own"] = DefinedName("Own", attr_text="'Plan A'!$A$2")
    other = book.create_sheet("Other")
    other.sheet_state = "veryHidden"
    other["A1"] = "='Plan A'!B1"
    book.properties.created = book.properties.modified = MADE_ON
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def by_hand() -> bytes:
    """Shared formulas, frozen formulas, a chain over sheets, names, errors; some values are up to date."""
    return hand.book(
        {
            "入力": {"A1": 20, "A2": 0.1, "A3": 0.5, "A4": Error("#REF!"), "A5": "文字"},
            "S 2": {
                "A1": F("KPI_GOAL_COUNT(入力!A1,1,1)", 1),
                "A2": F("A1*2", 2, "shared", "A2:A4", "0"),
                "A3": F("", 4, "shared", "", "0"),
                "A4": F("", 8, "shared", "", "0"),
                "B1": F("[1]Sheet1!$A$1", 5),
                "B2": F("B1+A1", 0),
                "B3": F("SUM('入力:S 2'!A1)", 6),
                "B4": F('CELL("filename")', "old"),
                "C1": F("IFERROR(KPI_BACKCALC(入力!A1,0),-1)", 0),
                "C2": F("KPI_ACHIEVEMENT(入力!A4,1)", 1),
                "C3": F("KPI_ACHIEVEMENT(入力!A5,1)", 1),
                "C4": F('入力!A5&"!"', "old text"),
                "D1": F("D2+KPI_GOAL_COUNT(1,1,1)", 3),
                "D2": F("D1", 3),
                "D3": F("D1*10", 0),
            },
        },
        names='<definedName name="Goal">入力!$A$1</definedName>',
    )


def by_hand_with_charts() -> bytes:
    """Charts of either kind with groups, unions, names, hidden rows and series names; all out of date."""
    cells = {
        "A1": F('"年"&KPI_GOAL_COUNT(2026,1)', "?"),
        "A3": F('"年"&KPI_GOAL_COUNT(2027,1)', "?"),
        **{f"B{row}": F(f'"Q"&KPI_GOAL_COUNT({row},1)', "?") for row in range(1, 5)},
        **{f"C{row}": F(f"KPI_GOAL_COUNT({row * 10},1)", 0) for row in range(1, 5)},
        "D1": F("KPI_GOAL_COUNT(-1,1)", 5),
        "D2": 7,
        "E1": F("KPI_BACKCALC(80,{0.5,0.5})", 0, "array", "E1:G1"),
    }
    rows = hand.cells(cells).replace('<row r="2"', '<row r="2" hidden="1"')
    names = (
        "<definedName name=\"Amounts\">'S 1'!$C$1:$C$4</definedName>"
        '<definedName name="_xlchart.v1.0" hidden="1">\'S 1\'!$A$1:$B$4</definedName>'
    )
    parts = hand.parts({"S 1": hand.sheet(rows)}, names=names)
    overrides = "".join(
        f'<Override PartName="/xl/charts/{name}.xml" ContentType="application/vnd.{kind}+xml"/>'
        for name, kind in (
            ("chart1", "openxmlformats-officedocument.drawingml.chart"),
            ("chartEx1", "ms-office.chartex"),
        )
    )
    types = parts["[Content_Types].xml"].decode().replace("</Types>", overrides + "</Types>")
    return hand.zipped(
        {
            **parts,
            "[Content_Types].xml": types.encode(),
            "xl/charts/chart1.xml": _chart_part().encode(),
            "xl/charts/chartEx1.xml": _newer_chart_part().encode(),
        }
    )


def _chart_part() -> str:
    def cache(reference: str, kind: str, count: int) -> str:
        head = "<c:formatCode>#,##0</c:formatCode>" if kind == "num" else ""
        points = "".join(f'<c:pt idx="{index}"><c:v>0</c:v></c:pt>' for index in range(count))
        return (
            f"<c:{kind}Ref><c:f>{reference}</c:f><c:{kind}Cache>{head}"
            f'<c:ptCount val="{count}"/>{points}</c:{kind}Cache></c:{kind}Ref>'
        )

    groups = (
        "<c:multiLvlStrRef><c:f>'S 1'!$A$1:$B$4</c:f><c:multiLvlStrCache><c:ptCount val=\"4\"/>"
        '<c:lvl><c:pt idx="1"><c:v>?</c:v></c:pt></c:lvl><c:lvl><c:pt idx="0"><c:v>?</c:v></c:pt></c:lvl>'
        "</c:multiLvlStrCache></c:multiLvlStrRef>"
    )
    series = [
        f"<c:tx>{cache(chr(39) + 'S 1' + chr(39) + '!$B$1', 'str', 1)}</c:tx><c:cat>{groups}</c:cat>"
        f"<c:val>{cache('[0]!Amounts', 'num', 4)}</c:val>",
        f"<c:val>{cache(chr(39) + 'S 1' + chr(39) + '!$C$1:$C$4', 'num', 3)}</c:val>",  # row 2 is hidden
        f"<c:val>{cache('(&apos;S 1&apos;!$D$1:$D$2,&apos;S 1&apos;!$E$1:$G$1)', 'num', 5)}</c:val>",
    ]
    space = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    inner = "".join(f"<c:ser>{one}</c:ser>" for one in series)
    return f"{hand.HEAD}<c:chartSpace {space}><c:chart>{inner}</c:chart></c:chartSpace>"


def _newer_chart_part() -> str:
    space = 'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'
    return (
        f'{hand.HEAD}<cx:chartSpace {space}><cx:chartData><cx:data id="0"><cx:strDim type="cat">'
        '<cx:f>_xlchart.v1.0</cx:f><cx:lvl ptCount="4"><cx:pt idx="0">?</cx:pt><cx:pt idx="1"/></cx:lvl>'
        '<cx:lvl ptCount="4"><cx:pt idx="0">?</cx:pt></cx:lvl></cx:strDim><cx:numDim type="val">'
        '<cx:f>\'S 1\'!$C$1:$C$4</cx:f><cx:lvl ptCount="4" formatCode="G/標準"><cx:pt idx="3">0</cx:pt>'
        "</cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:series><cx:tx><cx:txData>"
        "<cx:f>'S 1'!$A$3</cx:f><cx:v>?</cx:v></cx:txData></cx:tx></cx:series></cx:chart></cx:chartSpace>"
    )


def _line_chart(book: xlsxwriter.Workbook) -> object:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": [JAPANESE, 2, 1, 5, 1], "name": "率"})
    return chart


MAKERS: Mapping[str, Callable[[], bytes]] = {
    maker.__name__: maker
    for maker in (
        by_xlsxwriter,
        by_xlsxwriter_1904,
        by_xlsxwriter_with_macros,
        by_openpyxl,
        by_hand,
        by_hand_with_charts,
    )
}


@cache
def made(name: str) -> bytes:
    return MAKERS[name]()
