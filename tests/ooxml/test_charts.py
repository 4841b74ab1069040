"""The values a chart keeps of its cells: renewed where cells changed, untouched everywhere else."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from workbooks import chart_caches
from workbooks.compare import cached, sheet_parts
from workbooks.corpus import corpus_files
from workbooks.hand import Error, unzipped, zipped

import kpixl
from kpixl.ooxml.address import parse_cell
from kpixl.ooxml.chart_references import References
from kpixl.ooxml.charts import refreshed
from kpixl.ooxml.package import Package
from kpixl.ooxml.sheet import SheetXml, Stored

NUMBERS = """\
<c:val><c:numRef><c:f>'売 上'!$B$2:$B$5</c:f><c:numCache><c:formatCode>0.0</c:formatCode>\
<c:ptCount val="4"/><c:pt idx="0" formatCode="0%"><c:v>1</c:v></c:pt>\
<c:pt idx="2"><c:v>3</c:v></c:pt></c:numCache></c:numRef></c:val>""".encode()


def points(chart: bytes) -> dict[int, str]:
    found = re.findall(rb'<c:pt idx="(\d+)"[^>]*><c:v>([^<]*)</c:v></c:pt>', chart)
    return {int(index): text.decode() for index, text in found}


def renewed(values: dict[tuple[int, int], Stored | None], chart: bytes = NUMBERS) -> dict[int, str]:
    return points(refreshed(chart, {"売 上": values}))


def test_a_changed_cell_renews_its_point_and_keeps_its_format() -> None:
    result = refreshed(NUMBERS, {"売 上": {(2, 2): Stored(None, "7.5")}})
    assert result == NUMBERS.replace(b"<c:v>1</c:v>", b"<c:v>7.5</c:v>")


def test_a_cell_without_a_point_gets_one_in_its_place() -> None:
    values: dict[tuple[int, int], Stored | None] = {(3, 2): Stored(None, "2"), (5, 2): Stored(None, "4")}
    assert list(renewed(values).items()) == [(0, "1"), (1, "2"), (2, "3"), (3, "4")]


def test_an_empty_cache_gets_its_points() -> None:
    empty = re.sub(rb"<c:pt .*</c:pt>", b"", NUMBERS)
    assert renewed({(4, 2): Stored(None, "9")}, empty) == {2: "9"}


@pytest.mark.parametrize("value", [Stored("e", "#N/A"), None], ids=str)
def test_an_error_and_an_empty_cell_have_no_point(value: Stored | None) -> None:
    assert renewed({(4, 2): value}) == {0: "1"}


def test_a_text_among_numbers_is_zero_as_excel_draws_it() -> None:
    assert renewed({(4, 2): Stored("str", "件")}) == {0: "1", 2: "0"}


def test_texts_are_renewed_among_texts() -> None:
    texts = NUMBERS.replace(b"num", b"str").replace(b"<c:formatCode>0.0</c:formatCode>", b"")
    assert renewed({(2, 2): Stored("str", "A<B"), (4, 2): Stored(None, "5")}, texts) == {0: "A&lt;B", 2: "5"}


@pytest.mark.parametrize(
    "chart",
    [
        NUMBERS.replace(b'ptCount val="4"', b'ptCount val="3"'),  # a row that is not hidden has no point
        NUMBERS.replace(b"$B$2:$B$5", b"$B$2:$C$5"),  # several rows and columns
        NUMBERS.replace(b"'\xe5\xa3\xb2 \xe4\xb8\x8a'!$B$2:$B$5", b"[1]Sheet1!$B$2:$B$5"),
        NUMBERS.replace(b"$B$2:$B$5", b"Named"),
        NUMBERS.replace(b"!$B$2:$B$5", b"!$D$2:$D$5"),
        NUMBERS.replace(b"numCache", b"otherCache"),
        b"<c:chartSpace/>",
    ],
)
def test_a_cache_that_is_not_surely_of_these_cells_stays(chart: bytes) -> None:
    assert refreshed(chart, {"売 上": {(2, 2): Stored(None, "7")}}) == chart


# unions, names, hidden cells

HERE = References({
    (None, "rates"): "'売 上'!$B$2:$B$5",
    (None, "again"): "Rates",
    ("売 上", "own"): "('売 上'!$B$2:$B$3,'売 上'!$B$4,'売 上'!$B$5)",
    (None, "moving"): "OFFSET('売 上'!$B$2,0,0,4)",
    (None, "round"): "Round",
    (None, "_xlchart.v1.3"): "'売 上'!$B$2:$B$5",
})  # fmt: skip


def _referring(reference: str) -> bytes:
    return NUMBERS.replace("'売 上'!$B$2:$B$5".encode(), reference.encode())


@pytest.mark.parametrize(
    "reference",
    [
        "('売 上'!$B$2:$B$3,'売 上'!$B$4:$B$5)",
        "Rates",
        "[0]!Rates",
        "'計画 1.xlsx'!Rates",
        "Again",
        "'売 上'!Own",
        "_xlchart.v1.3",
    ],
)
def test_unions_and_names_lead_to_their_cells(reference: str) -> None:
    changes = {"売 上": {(2, 2): Stored(None, "7"), (5, 2): Stored(None, "9")}}
    assert points(refreshed(_referring(reference), changes, HERE)) == {0: "7", 2: "3", 3: "9"}


@pytest.mark.parametrize("reference", ["Moving", "Round", "Nothing", "Own", "(Rates,Nothing)"])
def test_a_name_that_leads_nowhere_leaves_the_cache(reference: str) -> None:
    chart = _referring(reference)
    assert refreshed(chart, {"売 上": {(2, 2): Stored(None, "7")}}, HERE) == chart


def test_hidden_cells_have_no_place_in_a_cache_without_them() -> None:
    shorter = NUMBERS.replace(b'ptCount val="4"', b'ptCount val="3"')
    hidden = References(is_hidden=lambda cell: cell == ("売 上", 3, 2))
    changes = {"売 上": {(3, 2): Stored(None, "6"), (4, 2): Stored(None, "7")}}
    assert points(refreshed(shorter, changes, hidden)) == {0: "1", 1: "7", 2: "3"}
    assert points(refreshed(NUMBERS, changes, hidden)) == {0: "1", 1: "6", 2: "7"}


@pytest.mark.parametrize("path", corpus_files())
def test_the_caches_of_a_strangers_charts_are_what_we_would_write(path: Path) -> None:
    """Given the values that the cells have already, every point stays what the other program made it."""
    content = path.read_bytes()
    package, parts = Package(content, path.name), unzipped(content)
    values = {
        sheet: {parse_cell(name): _stored(value) for name, value in cached(content, sheet).items()}
        for sheet in sheet_parts(content)
    }
    sheets = {entry.name: SheetXml(package.read(entry.part), "", "") for entry in package.sheets}
    references = References(
        {(name.sheet, name.name.lower()): name.formula for name in package.defined_names},
        lambda cell: cell[0] in sheets and sheets[cell[0]].is_hidden(cell[1:]),
    )
    renewed = {name: refreshed(parts[name], values, references) for name in package.chart_parts}
    before = chart_caches.points(content)
    after = chart_caches.points(zipped({**parts, **renewed}))
    assert [point._replace(text=None) for point in after] == [point._replace(text=None) for point in before]
    for old, new in zip(before, after):
        assert old == new or float(old.text or "nan") == pytest.approx(float(new.text or "nan"), rel=1e-14)


def _stored(value: object) -> Stored:
    if isinstance(value, Error):
        return Stored("e", value.code)
    if isinstance(value, bool):
        return Stored("b", str(int(value)))
    return Stored("str", value) if isinstance(value, str) else Stored(None, repr(value))


# several levels

GROUPS = """\
<c:cat><c:multiLvlStrRef><c:f>S!$A$1:$B$3</c:f><c:multiLvlStrCache><c:ptCount val="3"/>\
<c:lvl><c:pt idx="0"><c:v>Q1</c:v></c:pt><c:pt idx="2"><c:v>Q3</c:v></c:pt></c:lvl>\
<c:lvl><c:pt idx="0"><c:v>2025</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:multiLvlStrRef></c:cat>"""


def test_the_levels_of_grouped_categories_are_renewed_the_innermost_first() -> None:
    changes = {"S": {(1, 1): Stored(None, "2026"), (2, 2): Stored("str", "Q2"), (3, 2): None}}
    result = refreshed(GROUPS.encode(), changes).decode()
    inner, outer = result.split("</c:lvl>")[:2]
    assert points(inner.encode()) == {0: "Q1", 1: "Q2"}
    assert points(outer.encode()) == {0: "2026"}


def test_levels_may_lie_in_rows() -> None:
    rows = GROUPS.replace("$A$1:$B$3", "$A$1:$C$2")
    result = refreshed(
        rows.encode(), {"S": {(1, 3): Stored(None, "2027"), (2, 1): Stored("str", "Q9")}}
    ).decode()
    inner, outer = result.split("</c:lvl>")[:2]
    assert points(inner.encode()) == {0: "Q9", 2: "Q3"}
    assert points(outer.encode()) == {0: "2025", 2: "2027"}


@pytest.mark.parametrize(
    "chart",
    [
        GROUPS.replace("$A$1:$B$3", "$A$1:$C$3"),  # three levels of which two are kept
        GROUPS.replace("$A$1:$B$3", "$A$1:$B$2").replace(
            'ptCount val="3"', 'ptCount val="2"'
        ),  # rows or columns
        GROUPS.replace("$A$1:$B$3", "$A$1:$B$4"),
    ],
)
def test_levels_that_cannot_be_told_stay(chart: str) -> None:
    assert refreshed(chart.encode(), {"S": {(1, 1): Stored(None, "2026")}}) == chart.encode()


def test_labels_from_cells_are_renewed() -> None:
    chart = (
        "<c15:datalabelsRange><c15:f>S!$A$1:$A$2</c15:f><c15:dlblRangeCache>"
        '<c:ptCount val="2"/><c:pt idx="0"><c:v>a</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange>'
    )
    changes = {"S": {(1, 1): Stored("str", "A"), (2, 1): Stored("str", "B")}}
    assert points(refreshed(chart.encode(), changes)) == {0: "A", 1: "B"}


# newer charts

WATERFALL = """\
<cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:f>S!$A$2:$A$4</cx:f><cx:lvl ptCount="3">\
<cx:pt idx="0">前年</cx:pt><cx:pt idx="1"/><cx:pt idx="2">今年</cx:pt></cx:lvl></cx:strDim>\
<cx:numDim type="val"><cx:f dir="row">_xlchart.v1.3</cx:f><cx:lvl ptCount="3" formatCode="G/標準">\
<cx:pt idx="0">1</cx:pt><cx:pt idx="2">3</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData>\
<cx:series><cx:tx><cx:txData><cx:f>S!$B$1</cx:f><cx:v>売上</cx:v></cx:txData></cx:tx></cx:series>"""


def test_a_newer_chart_is_renewed_in_its_own_way_of_writing() -> None:
    references = References({(None, "_xlchart.v1.3"): "S!$B$2:$D$2"})
    changes = {
        "S": {
            (1, 2): Stored("str", "粗利 & 他"),
            (3, 1): Stored("str", "増"),
            (4, 1): None,
            (2, 2): Stored("e", "#N/A"),
            (2, 3): Stored(None, "2.5"),
            (2, 4): Stored(None, "30"),
        }
    }
    expected = (
        WATERFALL.replace('<cx:pt idx="1"/>', '<cx:pt idx="1">増</cx:pt>')
        .replace('<cx:pt idx="2">今年</cx:pt>', "")
        .replace('<cx:pt idx="0">1</cx:pt>', "")
        .replace('<cx:pt idx="2">3</cx:pt>', '<cx:pt idx="1">2.5</cx:pt><cx:pt idx="2">30</cx:pt>')
        .replace("売上", "粗利 &amp; 他")
    )
    assert refreshed(WATERFALL.encode(), changes, references).decode() == expected


@pytest.mark.parametrize(("direction", "cells"), [("", [(1, 2), (2, 1)]), (' dir="row"', [(2, 1), (1, 2)])])
def test_the_levels_of_a_newer_chart_lie_as_it_says(direction: str, cells: list[tuple[int, int]]) -> None:
    chart = (
        f'<cx:strDim type="cat"><cx:f{direction}>S!$A$1:$B$2</cx:f>'
        '<cx:lvl ptCount="2"><cx:pt idx="0">a</cx:pt><cx:pt idx="1">b</cx:pt></cx:lvl>'
        '<cx:lvl ptCount="2"><cx:pt idx="0">c</cx:pt><cx:pt idx="1">d</cx:pt></cx:lvl></cx:strDim>'
    )
    changes = {"S": dict(zip(cells, [Stored("str", "inner"), Stored("str", "outer")]))}
    expected = chart.replace(">a<", ">inner<").replace(">d<", ">outer<")
    assert refreshed(chart.encode(), changes).decode() == expected


def test_a_newer_chart_without_values_stays() -> None:
    chart = re.sub("<cx:lvl.*?</cx:lvl>", "", WATERFALL).encode()
    assert refreshed(chart, {"S": {(2, 1): Stored("str", "x")}}) == chart


def test_cells_of_another_sheet_change_nothing() -> None:
    assert refreshed(NUMBERS, {"売上": {(2, 2): Stored(None, "7")}}) == NUMBERS


def test_a_recalculated_workbook_shows_the_new_numbers_without_recalculation(tmp_path: Path) -> None:
    book, result = tmp_path / "book.xlsx", tmp_path / "result.xlsx"
    workbook = xlsxwriter.Workbook(book)
    sheet = workbook.add_worksheet("売 上")
    for row in range(3):
        sheet.write(row, 0, f"段階 {row}")
        sheet.write_formula(row, 1, f"=KPI_GOAL_COUNT({(row + 1) * 10},10)", None, 0)
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"categories": "='売 上'!$A$1:$A$3", "values": "='売 上'!$B$1:$B$3"})
    sheet.insert_chart("D2", chart)
    workbook.close()
    kpixl.recalculate(book, result)
    with zipfile.ZipFile(io.BytesIO(result.read_bytes())) as archive:
        content = archive.read("xl/charts/chart1.xml")
    assert points(content[content.index(b"<c:numCache>") :]) == {0: "1", 1: "2", 2: "3"}
    assert points(content[: content.index(b"<c:numCache>")]) == {0: "段階 0", 1: "段階 1", 2: "段階 2"}
