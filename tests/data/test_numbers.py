"""Numbers in every form that people write, and what is none."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpixl.data.numbers import MOST, UNITS, read_number
from kpixl.i18n import LANGUAGES, Message


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1234", 1234), ("1,234", 1234), ("12,345,678", 12345678), ("１２３", 123),
        ("１，２３４", 1234), (" 12 ", 12),
        ("12.50", 12.5), (".5", 0.5), ("12件", 12), ("12 社", 12), ("¥1,200", 1200), ("￥１，２００", 1200),
        ("1,200円", 1200), ("120千円", 120_000), ("1.2万円", 12_000), ("3百万円", 3_000_000),
        ("1億円", 100_000_000),
        ("3万", 30_000), ("12.5%", 0.125), ("１２．５％", 0.125), ("▲5", -5), ("△5", -5), ("(5)", -5),
        ("（5）", -5),
        ("-5", -5), ("−5", -5), ("－５", -5), ("+5", 5), ("¥-5", -5), ("-¥5", -5), ("1e3", 1000), ("0", 0),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(words: str, number: float) -> None:
    assert read_number(words) == pytest.approx(number, abs=0)


@pytest.mark.parametrize("cell", [None, "", " ", "　", "-", "－", "—", "ー", "n/a"])
def test_an_empty_cell_is_no_number_and_no_problem(cell: str | None) -> None:
    assert read_number(cell) is None


@pytest.mark.parametrize(
    ("cell", "text_id"),
    [
        ("abc", "no_number"), ("1 234", "no_number"), ("12,34", "no_number"), ("1.2.3", "no_number"),
        ("(5", "no_number"), ("5)", "no_number"), ("nan", "no_number"), ("inf", "no_number"),
        ("#N/A", "no_number"), ("1e400", "no_number"), (True, "no_number"),
        (math.nan, "no_number"), (math.inf, "no_number"), ("5/1", "no_number"), ("12個", "no_number"),
        ("=1+1", "formula"), ("＝1+1", "formula"), ("@SUM(A1)", "formula"), ("+cmd|' /C calc'!A0", "formula"),
        ("-A1", "formula"), ("=HYPERLINK(\"http://x\")", "formula"),
        ("9" * 20, "too_large"), (1e13, "too_large"), ("1,000,000億円", "too_large"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_told_in_a_sentence(cell: str | float, text_id: str) -> None:
    said = read_number(cell)
    assert isinstance(said, Message)
    assert said.id == f"import.problem.{text_id}"
    assert all(said.text(language) for language in LANGUAGES)


def test_the_units_of_a_map_multiply_and_a_unit_in_the_cell_goes_before_them() -> None:
    assert read_number("12", "千円") == 12_000
    assert read_number(12.0, "万円") == 120_000
    assert read_number("12.5", "%") == 0.125
    assert read_number("12万円", "千円") == 120_000


@given(st.integers(0, int(MOST)))
def test_every_whole_number_comes_back_with_and_without_separators(number: int) -> None:
    assert read_number(str(number)) == number
    assert read_number(f"{number:,}") == number
    assert read_number(f"▲{number:,}") == -number


@given(st.text() | st.floats() | st.booleans() | st.none(), st.sampled_from(list(UNITS)))
def test_no_cell_whatever_makes_it_stumble_or_gives_what_is_not_finite(
    cell: str | float | None, unit: str
) -> None:
    found = read_number(cell, unit)
    if isinstance(found, float):
        assert math.isfinite(found)
        assert abs(found) <= MOST
    else:
        assert found is None or isinstance(found, Message)
