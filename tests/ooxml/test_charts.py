"""The values a chart keeps of its cells: renewed where cells changed, untouched everywhere else."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

import kpixl
from kpixl.ooxml.charts import refreshed
from kpixl.ooxml.sheet import Stored

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


@pytest.mark.parametrize("value", [Stored("str", "件"), Stored("e", "#N/A"), None], ids=str)
def test_what_is_no_number_has_no_point_among_numbers(value: Stored | None) -> None:
    assert renewed({(4, 2): value}) == {0: "1"}


def test_texts_are_renewed_among_texts() -> None:
    texts = NUMBERS.replace(b"num", b"str").replace(b"<c:formatCode>0.0</c:formatCode>", b"")
    assert renewed({(2, 2): Stored("str", "A<B"), (4, 2): Stored(None, "5")}, texts) == {0: "A&lt;B", 2: "5"}


@pytest.mark.parametrize(
    "chart",
    [
        NUMBERS.replace(b'ptCount val="4"', b'ptCount val="3"'),  # a hidden row has no point
        NUMBERS.replace(b"$B$2:$B$5", b"$B$2:$C$5"),  # several levels
        NUMBERS.replace(b"$B$2:$B$5", b"Named"),
        NUMBERS.replace(b"!$B$2:$B$5", b"!$D$2:$D$5"),
        NUMBERS.replace(b"numCache", b"otherCache"),
        b"<c:chartSpace/>",
    ],
)
def test_a_cache_that_is_not_surely_of_these_cells_stays(chart: bytes) -> None:
    assert refreshed(chart, {"売 上": {(2, 2): Stored(None, "7")}}) == chart


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
