"""Cells of a planner are taken the same way by everybody who reads one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from macros.memory import MemoryWorkbook
from macros.sample_planner import sound

from kpixl.i18n import LANGUAGES, Language
from kpixl.macros.planner_cells import address, as_day, as_number, as_words, is_blank, language_of
from kpixl.macros.port import Cells, Table, Value

NOTHING = Cells("S", 2, 1, ((None,),))


@pytest.mark.parametrize(
    ("value", "number", "words", "day", "blank"),
    [
        (None, None, "", None, True),
        ("", None, "", None, True),
        (" \u3000", None, "", None, True),
        (" 商談 ", None, "商談", None, False),
        ("12", None, "12", None, False),
        (12.0, 12.0, "12", date(1900, 1, 12), False),
        (46114.75, 46114.75, "46114.75", date(2026, 4, 2), False),
        (60.0, 60.0, "60", None, False),  # 1900-02-29, which never was
        (0.0, 0.0, "0", None, False),
        (2958465.5, 2958465.5, "2958465.5", date(9999, 12, 31), False),
        (2958466.0, 2958466.0, "2958466", None, False),
        (True, None, "", None, False),
        (float("inf"), None, "", None, False),
        (float("nan"), None, "", None, False),
        ("#N/A", None, "#N/A", None, False),
    ],
)
def test_a_cell_is_a_number_words_or_a_day(
    value: Value, number: float | None, words: str, day: date | None, blank: bool
) -> None:
    assert (as_number(value), as_words(value), as_day(value), is_blank(value)) == (number, words, day, blank)


@pytest.mark.parametrize(
    ("sheet", "written"),
    [
        ("はじめに", "はじめに!AA4"),
        ("The plan", "'The plan'!AA4"),
        ("Bob's", "'Bob''s'!AA4"),
        ("Q1", "'Q1'!AA4"),
    ],
)
def test_an_address_is_written_as_a_spreadsheet_program_does(sheet: str, written: str) -> None:
    assert address(Cells(sheet, 3, 26, ((None,),)), 1, 1) == written


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (("日付", "指標", "チャネル", "値"), "ja"),
        (("Date", "Metric", "Channel", "Value"), "en"),
        (("Date", "Our metric", "Channel", "円"), "en"),
        (("a", "b"), "ja"),
    ],
)
def test_most_headings_tell_the_language(headings: tuple[str, ...], language: Language) -> None:
    workbook = MemoryWorkbook(tables={"Actuals": Table("Actuals", headings, NOTHING, frozenset())})
    assert language_of(workbook) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_alert_list_tells_the_language_where_records_do_not(language: Language) -> None:
    book = sound(language)
    book.tables["Actuals"] = replace(book.tables["Actuals"], headings=("",) * 4)
    assert language_of(book) == language


def test_without_any_list_it_is_japanese() -> None:
    assert language_of(MemoryWorkbook()) == "ja"
