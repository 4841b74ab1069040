"""Excel exports, and files that pretend to be some."""

from __future__ import annotations

import io
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from workbooks import hostile

from kpixl.data.excel import read_excel
from kpixl.data.grid import Row
from kpixl.errors import KpixlError, SourceError
from kpixl.i18n import LANGUAGES
from tests.data.maps import read

INVALID = ("workbook.part_invalid", "workbook.too_deep", "workbook.engine")  # XML that a reader may forgive
HOSTILE = {name: file for name, file in hostile.REFUSED.items() if not file.arguments}


def saved(workbook: Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


@pytest.fixture
def content() -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "月次"
    for row in (
        ["レポート"],
        [],
        [None, "日付", "指標", "チャネル", "値"],
        [None, date(2026, 5, 1), "リード", "メール", 12],
        [None, datetime(2026, 5, 2, 9, 30), "リード", "メール", 13.0],
        [None, 46145, "リード", "メール", "１，２３４"],
        [None, "2026/5/4", "リード", "メール", True],
        [None, None, "合計", None, "=SUM(E4:E6)"],
    ):
        sheet.append(row)
    workbook.create_sheet("別").append(["別のシート", 1.5])
    return saved(workbook)


def test_a_sheet_is_read_with_its_dates_and_the_numbers_of_its_rows(content: bytes) -> None:
    rows = list(read_excel(content, "x.xlsx", ""))
    assert rows[2] == Row(3, (None, "日付", "指標", "チャネル", "値"))
    assert rows[4].cells == (None, date(2026, 5, 2), "リード", "メール", 13.0)


def test_an_excel_export_gives_records_and_problems_as_a_text_file_does(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    reading = read(path)
    assert [(record.day.day, record.value) for record in reading.records] == [(1, 12), (2, 13), (3, 1234)]
    assert [(each.row, each.column, each.message.id) for each in reading.problems] == [
        (7, "値", "import.problem.no_number")
    ]


def test_a_sheet_is_chosen_by_name_and_a_missing_one_refused_with_those_that_are_there(
    content: bytes,
) -> None:
    assert [row.cells for row in read_excel(content, "x.xlsx", "別")] == [("別のシート", 1.5)]
    with pytest.raises(SourceError, match="no sheet '週次'; there are 月次, 別"):
        list(read_excel(content, "x.xlsx", "週次"))


def test_a_few_cells_far_apart_are_refused_before_the_area_between_them_is_filled() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = 1
    sheet["XFD1048576"] = 1
    with pytest.raises(SourceError, match="used area"):
        list(read_excel(saved(workbook), "x.xlsx", ""))


@pytest.mark.parametrize("name", [name for name in HOSTILE if HOSTILE[name].reason not in INVALID])
def test_a_hostile_workbook_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(KpixlError) as refusal:
        list(read_excel(HOSTILE[name].make(), "x.xlsx", ""))
    for language in LANGUAGES:
        assert refusal.value.text(language).startswith("x.xlsx: ")


@pytest.mark.parametrize("name", [name for name in HOSTILE if HOSTILE[name].reason in INVALID])
def test_a_broken_workbook_is_refused_or_gives_a_few_rows(name: str) -> None:
    rows = []
    with suppress(KpixlError):
        rows = list(read_excel(HOSTILE[name].make(), "x.xlsx", ""))
    assert len(rows) < 20


@pytest.mark.parametrize("name", hostile.ENDURED)
def test_a_workbook_with_terrible_formulas_is_read_by_its_stored_values(name: str) -> None:
    assert any(row.cells for row in read_excel(hostile.ENDURED[name].make(), "x.xlsx", "S"))
