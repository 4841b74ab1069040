"""Dates in every form that people and tools write, and what is none."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpixl.data.dates import Written, read_date
from kpixl.domain.calendar import serial_of
from kpixl.i18n import LANGUAGES, Message

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
FIRST_OF_MAY = Written(date(2026, 5, 1), date(2026, 5, 1))


@pytest.mark.parametrize(
    "words",
    [
        "2026/5/1", "2026/05/01", "2026-05-01", "2026.5.1", "2026年5月1日", "2026年05月01日", "令和8年5月1日",
        "令和８年５月１日", "R8.5.1", "r8/5/1", "２０２６／５／１", "20260501", " 2026/5/1 ", "2026/5/1(金)",
        "2026/5/1（金）", "2026-05-01 09:30", "2026-05-01T09:30:00+09:00", "2026-05-01T09:30:00Z",
        "2026/05/01 午前9:30", "2026年5月1日 9時30分", "May 1, 2026", "1 May 2026",
        "Fri, 1 May 2026", "46143",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(words: str) -> None:
    assert read_date(words) == FIRST_OF_MAY


@pytest.mark.parametrize("cell", [46143.0, 46143, 20260501.0, date(2026, 5, 1), datetime(2026, 5, 1, 9, 30)])
def test_a_day_is_read_from_what_a_sheet_knows_as_a_number_or_date(cell: float | date) -> None:
    assert read_date(cell) == FIRST_OF_MAY


@pytest.mark.parametrize(
    "words", ["2026-05", "2026/5", "2026年5月", "令和8年5月", "May 2026", "２０２６年５月"]
)
def test_a_month_is_all_of_its_days(words: str) -> None:
    read = read_date(words)
    assert read == Written(date(2026, 5, 1), date(2026, 5, 31))
    assert isinstance(read, Written)
    assert read.is_month


def test_the_first_year_of_an_era_may_be_written_in_words() -> None:
    for words in ("令和元年5月1日", "令和1年5月1日"):
        assert read_date(words) == Written(date(2019, 5, 1), date(2019, 5, 1))
    assert read_date("平成31年4月30日") == Written(date(2019, 4, 30), date(2019, 4, 30))


def test_a_year_at_the_end_needs_to_know_which_is_the_day() -> None:
    assert read_date("05/01/2026", "month_first") == FIRST_OF_MAY
    assert read_date("01/05/2026", "day_first") == FIRST_OF_MAY
    assert read_date("13/01/2026", "month_first") == Message.of(
        "import.problem.no_such_day", value="13/01/2026"
    )
    assert read_date("05/01/2026") == Message.of("import.problem.which_is_day", value="05/01/2026")


@pytest.mark.parametrize(
    ("cell", "text_id"),
    [
        (None, "blank_date"), ("", "blank_date"), ("　", "blank_date"),
        ("2026/2/30", "no_such_day"), ("2026/13/1", "no_such_day"), ("令和8年0月1日", "no_such_day"),
        ("5/1", "no_date"), ("来週", "no_date"), ("1900", "no_date"), ("12", "no_date"), ("99999", "no_date"),
        ("=TODAY()", "no_date"), (True, "no_date"), (0.0, "no_date"), (-5.0, "no_date"), (1e300, "no_date"),
        (float("nan"), "no_date"), (float("inf"), "no_date"), ("1 May 2 2026", "no_date"),
        ("Foo 1, 2026", "no_date"),
        ("2026/5/1/2", "no_date"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_told_in_a_sentence(cell: str | float | None, text_id: str) -> None:
    said = read_date(cell)
    assert isinstance(said, Message)
    assert said.id == f"import.problem.{text_id}"
    assert all(said.text(language) for language in LANGUAGES)


@given(DAYS, st.sampled_from(["{:%Y-%m-%d}", "{:%Y/%m/%d}", "{:%Y%m%d}", "{:%Y年%m月%d日}", "{:%d %B %Y}"]))
def test_every_day_comes_back_from_every_form(day: date, form: str) -> None:
    assert read_date(form.format(day)) == Written(day, day)


@given(DAYS)
def test_every_day_comes_back_from_its_serial_number(day: date) -> None:
    assert read_date(serial_of(day)) == Written(day, day)


@given(st.text())
def test_no_text_whatever_makes_it_stumble(words: str) -> None:
    assert isinstance(read_date(words), Written | Message)
