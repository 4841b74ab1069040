"""How reports write numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpixl.i18n import Language
from kpixl.report.numbers import (
    count,
    interval,
    long_day,
    month,
    number,
    percent,
    points,
    rounded_to_sum,
    short_day,
    yen,
)
from kpixl.report.widths import ARROW, fitted, fitted_step, lines, width

NAMES = st.text(st.characters(exclude_characters=ARROW.strip()), max_size=30)
EFFECTS = st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=8)


@given(EFFECTS, st.integers(0, 3))
def test_rounded_parts_add_up_and_none_is_off_by_a_unit(values: list[float], decimals: int) -> None:
    parts, total = rounded_to_sum(values, decimals)
    unit = Decimal(1).scaleb(-decimals)
    assert sum(parts) == total
    assert abs(total - sum(Decimal(repr(value)) for value in values)) <= unit / 2
    assert all(abs(part - Decimal(repr(value))) < unit for part, value in zip(parts, values))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "—"),
        (0.0, "0"),
        (-0.0, "0"),
        (12.0, "12"),
        (1.85, "1.9"),
        (-0.04, "0.0"),
        (885.43, "885"),
        (-1234567.0, "−1,234,567"),
    ],
)
def test_a_number_is_as_short_as_it_says_something(value: float | None, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [
        (None, "—", "—"),
        (0.0, "0円", "¥0"),
        (9500.0, "9,500円", "¥9,500"),
        (18_421_052.6, "1,842万円", "¥18.42 million"),
        (180_740_740.7, "1億8,074万円", "¥180.74 million"),
        (200_000_000.0, "2億円", "¥200 million"),
        (99_999_999.0, "1億円", "¥100 million"),
        (-1_500_000_000.0, "−15億円", "−¥1.5 billion"),
        (5e18, "5,000,000兆円", "¥5,000,000,000 billion"),
    ],
)
def test_an_amount_is_written_at_a_glance(value: float | None, ja: str, en: str) -> None:
    assert yen(value, "ja") == ja
    assert yen(value, "en") == en


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "ja",
            (
                "1.9件",
                "+2件",
                "53.8%",
                "−7.8ポイント",
                "8.8〜13.0%",
                "2026年10月20日（火）",
                "10/20",
                "2026年10月",
            ),
        ),
        (
            "en",
            ("1.9", "+2", "53.8%", "−7.8 points", "8.8–13.0%", "Tue 20 Oct 2026", "20 Oct", "Oct 2026"),
        ),
    ],
)
def test_units_and_days_are_those_of_the_language(language: Language, expected: tuple[str, ...]) -> None:
    day = date(2026, 10, 20)
    assert (
        count(1.857, language),
        count(2.0, language, signed=True),
        percent(0.53846),
        points(-0.0778, language),
        interval(0.0882, 0.1297, language),
        long_day(day, language),
        short_day(day, language),
        month(day, language),
    ) == expected


@given(st.text(max_size=80), st.floats(1, 60))
def test_a_cut_text_fits(text: str, ems: float) -> None:
    cut = fitted(text, ems)
    assert cut == text or (width(cut) <= ems + 1e-9 and cut.endswith("…"))


@given(NAMES, NAMES, st.floats(6, 40))
def test_a_cut_step_fits_and_tells_both_stages(first: str, second: str, ems: float) -> None:
    cut = fitted_step(f"{first}{ARROW}{second}", ems)
    assert width(cut) <= ems + 1e-9 or cut == f"{first}{ARROW}{second}"
    assert ARROW in cut


def test_lines_are_counted_by_width() -> None:
    assert lines("あ" * 20, 20) == 1
    assert lines("あ" * 21, 20) == 2
    assert lines("word " * 20, 20) >= 3
    assert lines("one\ntwo", 20) == 2
