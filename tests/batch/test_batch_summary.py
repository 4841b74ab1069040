"""The summary of a batch: CSV, an Excel table, a data frame; file names and values come from strangers."""

from __future__ import annotations

import csv
import io
import zipfile

import openpyxl
import pytest

from kpixl.batch import FileResult, frame
from kpixl.batch.files import Hashes
from kpixl.batch.summary import COLUMNS, MOST_ROWS, check_summary, row, summary
from kpixl.errors import UsageError, WorkbookError
from kpixl.i18n import LANGUAGES, Language, Message
from kpixl.ooxml.cell_values import Value
from kpixl.recalc.report import CellNote, RecalcReport

NOTE = CellNote("S", "A1", "X()", Message.of("recalc.frozen.empty"))
REPORT = RecalcReport(
    "a.xlsx",
    "out/a.xlsx",
    "recalculated",
    9,
    4,
    3,
    (NOTE,),
    (NOTE, NOTE),
    (Message.of("recalc.warning.signature"),),
)
PICKS = ("目標売上", "S!B3")
RESULTS = [
    FileResult(2, "c.xlsx", error=WorkbookError("workbook.empty", file="c.xlsx"), seconds=0.5),
    FileResult(
        0,
        "計画/a.xlsx",
        REPORT,
        picked=(1200.0, "文字"),
        pick_warnings=(Message.of("batch.no_cell", name="x"),),
        seconds=1.23456,
    ),
    FileResult(1, "b.xlsx", hashes=Hashes("", ""), picked=(True, None)),
]


def rows(results: list[FileResult], picks: tuple[str, ...], language: Language) -> list[tuple[Value, ...]]:
    return [row(result, picks, language) for result in sorted(results, key=lambda result: result.number)]


def as_csv(
    results: list[FileResult], picks: tuple[str, ...] = (), language: Language = "en"
) -> list[list[str]]:
    content = summary("x.csv", rows(results, picks, language), picks, language)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def as_sheet(
    results: list[FileResult], picks: tuple[str, ...] = (), language: Language = "en"
) -> openpyxl.worksheet.worksheet.Worksheet:
    content = summary("x.XLSX", rows(results, picks, language), picks, language)
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


HEADINGS: dict[Language, list[str]] = {
    "ja": [
        "ファイル", "状態", "数式", "計算した数式", "変わったセル", "値を残した数式", "エラー", "注意",
        "最初の注意", "秒", "失敗の理由",
    ],
    "en": [
        "File", "State", "Formulas", "Computed", "Changed cells", "Kept formulas", "Errors", "Notes",
        "First note", "Seconds", "Why it failed",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "state"), [("ja", "再計算"), ("en", "recalculated")])
def test_csv_has_one_row_a_file_in_the_chosen_language(language: Language, state: str) -> None:
    told = as_csv(RESULTS, PICKS, language)
    assert told[0] == [*HEADINGS[language], *PICKS]
    first = Message.of("recalc.warning.signature").text(language)
    assert told[1] == [
        "計画/a.xlsx", state, "9", "4", "3", "1", "2", "2", first, "1.235", "", "1200", "文字"
    ]  # fmt: skip
    assert told[2][0] == "b.xlsx"
    assert told[2][2:] == ["", "", "", "", "", "0", "", "0", "", "TRUE", ""]
    assert told[3][10] == WorkbookError("workbook.empty", file="c.xlsx").text(language)
    assert len(told) == 4


def test_the_excel_summary_is_a_table_with_numbers_and_texts() -> None:
    sheet = as_sheet(RESULTS, PICKS)
    values = [[cell.value for cell in cells] for cells in sheet.iter_rows()]
    assert values[1][:8] == ["計画/a.xlsx", "recalculated", 9, 4, 3, 1, 2, 2]
    assert values[1][9:] == [1.235, None, 1200, "文字"]
    assert values[2][11] is True
    table = sheet.tables["Summary"]
    assert table.ref == "A1:M4"
    assert [column.name for column in table.tableColumns] == values[0]
    assert sheet.freeze_panes == "B2"
    assert sheet["A1"].font.bold
    assert sheet["A1"].fill.fgColor.rgb.endswith("1F4E78")
    assert sheet.column_dimensions["A"].width > len("計画/a.xlsx")


def test_the_excel_summary_of_nothing_is_headings_alone() -> None:
    sheet = as_sheet([])
    assert sheet.max_row == 1
    assert not sheet.tables


HOSTILE = [
    "=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "=cmd|' /C calc'!A0",
    "＝1+1", "＋1", "－1", "＠x",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_like_a_formula_is_no_formula_in_csv(text: str) -> None:
    told = as_csv([FileResult(0, text, REPORT, picked=(text,))], ("p",))
    assert told[1][0] == told[1][-1] == "'" + text


@pytest.mark.parametrize("text", [*HOSTILE, "#N/A", "#REF!", "TRUE", "12"])
def test_a_text_stays_a_text_in_excel(text: str) -> None:
    sheet = as_sheet([FileResult(0, text, REPORT, picked=(text,))], ("p",))
    for cell in (sheet["A2"], sheet["L2"]):
        assert cell.data_type == "s"
        assert cell.value == text.replace("\r", "\n") or cell.value == text
        assert cell.quotePrefix == (text in HOSTILE)


def test_names_of_picks_are_texts_too_and_differ_from_all_headings() -> None:
    picks = ("=1+1", "State", "STATE", "state (2)")
    told = as_csv([FileResult(0, "a.xlsx", REPORT, picked=(1.0, 2.0, 3.0, 4.0))], picks)
    assert told[0][11:] == ["'=1+1", "State (2)", "STATE (3)", "state (2) (2)"]
    sheet = as_sheet([FileResult(0, "a.xlsx", REPORT, picked=(1.0, 2.0, 3.0, 4.0))], picks)
    assert [column.name for column in sheet.tables["Summary"].tableColumns][11] == "=1+1"
    assert sheet["L1"].data_type == "s"


def test_a_name_that_no_xml_and_no_encoding_can_hold_is_shown_as_far_as_it_can() -> None:
    name = "a\x07\udcff\x1b[31mb.xlsx"
    assert as_csv([FileResult(0, name, REPORT)])[1][0] == "a\ufffd\ufffd\ufffd[31mb.xlsx"
    assert as_sheet([FileResult(0, name, REPORT)])["A2"].value == "a\ufffd\ufffd\ufffd[31mb.xlsx"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.1, "0.1"),
        (1 / 3, repr(1 / 3)),
        (1e300, "1e+300"),
        (-5.0, "-5"),
        (12000.0, "12000"),
        (False, "FALSE"),
    ],
)
def test_a_number_is_written_as_the_same_number(value: float, written: str) -> None:
    assert as_csv([FileResult(0, "a.xlsx", REPORT, picked=(value,))], ("p",))[1][-1] == written


def test_a_comma_a_quote_and_a_line_break_stay_in_their_cell() -> None:
    name = 'a,"b"\nc.xlsx'
    assert as_csv([FileResult(0, name, REPORT)])[1][0] == name


def test_the_data_frame_has_numbers_texts_and_truth_values_in_the_order_of_the_files() -> None:
    table = frame(RESULTS, PICKS)
    assert list(table.columns) == [*COLUMNS, *PICKS]
    assert list(table["path"]) == ["計画/a.xlsx", "b.xlsx", "c.xlsx"]
    assert list(table["state"]) == ["recalculated", "already_done", "failed"]
    assert table["formulas"].sum() == 9
    assert table.loc[0, "目標売上"] == 1200.0
    assert table.loc[0, "S!B3"] == "文字"
    assert table.loc[1, "目標売上"] is True


def test_the_data_frame_of_nothing_has_its_columns() -> None:
    assert list(frame([]).columns) == list(COLUMNS)


@pytest.mark.parametrize("path", ["a.txt", "a", "a.xls", ".csv", "csv"])
def test_another_format_is_refused(path: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_summary(path, 1)
    assert all(path in caught.value.text(language) for language in LANGUAGES)


def test_more_files_than_a_sheet_has_rows_are_refused_for_excel_only() -> None:
    check_summary("a.xlsx", MOST_ROWS)
    check_summary("a.csv", MOST_ROWS + 1)
    with pytest.raises(UsageError):
        check_summary("a.xlsx", MOST_ROWS + 1)


def test_the_excel_summary_holds_no_formula_at_all() -> None:
    results = [FileResult(number, text, REPORT, picked=(text,)) for number, text in enumerate(HOSTILE)]
    content = summary("x.xlsx", rows(results, ("p",), "ja"), ("p",), "ja")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
