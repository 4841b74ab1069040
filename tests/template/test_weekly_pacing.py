"""The workbook Weekly pacing: pace, gates, escalation, blank and half-filled states, its bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from math import exp, factorial

import pytest
from template.planner.books import edited, errors, shown, value, values

from kpixl.hosts.headless import recalculate_content
from kpixl.i18n import LANGUAGES, Language
from kpixl.template.weekly_pacing import NAMES, build_weekly_pacing
from kpixl.template.weekly_pacing_case import BLANK, SAMPLE, PacingCase

MONDAYS_TO_FRIDAYS = [day for day in range(1, 31) if date(2026, 6, day).weekday() < 5]
ENTRIES = list(SAMPLE.entries) + [None] * (23 - len(SAMPLE.entries))

LANGUAGES_ONCE_EACH = pytest.mark.parametrize("language", LANGUAGES)


@cache
def filled(case: PacingCase, language: Language = "ja") -> bytes:
    return recalculate_content(build_weekly_pacing(case, language), "pacing.xlsx").content


def headline(content: bytes) -> object:
    return shown(content).worksheets[0]["B3"].value


def call_to_act(content: bytes) -> object:
    return shown(content).worksheets[0]["B4"].value


def below(count: int, expected: float) -> float:
    """The chance of fewer than this many where so many are expected (Poisson)."""
    return sum(exp(-expected) * expected**k / factorial(k) for k in range(count))


def test_june_2026_has_22_business_days() -> None:
    days = [datetime(2026, 6, day) for day in MONDAYS_TO_FRIDAYS]
    assert values(filled(SAMPLE), "pacing_dates") == [*days, None]
    assert value(filled(SAMPLE), "pacing_days") == 22


def test_a_day_off_moves_the_month_s_last_business_days() -> None:
    content = edited(filled(SAMPLE), {"holidays": [date(2026, 6, 1)] + [None] * 23})
    assert value(content, "pacing_days") == 21
    assert values(content, "pacing_dates")[0] == datetime(2026, 6, 2)


def test_twelve_of_22_days_are_gone_and_36_of_80_are_there() -> None:
    content = filled(SAMPLE)
    due = 80 * 12 / 22
    assert value(content, "pacing_actual") == sum(SAMPLE.entries) == 36
    assert value(content, "pacing_due") == pytest.approx(due)
    assert value(content, "pacing_pace") == pytest.approx(36 / due)
    assert value(content, "pacing_level") == 1
    assert value(content, "pacing_achievement") == pytest.approx(0.45)
    assert value(content, "days_left") == 10
    assert value(content, "pacing_needed") == pytest.approx(4.4)
    assert value(content, "pacing_landing") == pytest.approx(66)
    assert value(content, "pacing_gap") == pytest.approx(-14)


@pytest.mark.parametrize(("language", "label"), [("ja", "注意"), ("en", "Caution")])
def test_the_level_is_said_in_words(language: Language, label: str) -> None:
    content = filled(SAMPLE, language)
    assert value(content, "pacing_label") == label
    assert label in str(headline(content))


def test_the_first_gate_is_passed_the_second_missed_and_the_third_still_to_come() -> None:
    content = filled(SAMPLE)
    assert values(content, "gate_days") == [datetime(2026, 6, day) for day in (7, 14, 21)]
    assert values(content, "pacing_gate_counts") == [16, 32, 48]
    assert values(content, "pacing_gate_actuals") == [17, 30, None]
    assert values(content, "pacing_gate_results") == ["通過", "未達", "—"]
    assert "予備費" in str(call_to_act(content))


def test_a_gate_that_is_just_reached_is_passed() -> None:
    entries = [*ENTRIES]
    entries[0] = 6  # 32 instead of 30 at the end of the second week
    content = edited(filled(SAMPLE), {"daily_entries": entries})
    assert values(content, "pacing_gate_results") == ["通過", "通過", "—"]
    assert call_to_act(content) is None


def test_a_false_alarm_is_as_likely_as_poisson_says() -> None:
    gone = [sum(day <= end for day in MONDAYS_TO_FRIDAYS) / 22 for end in (7, 14, 21)]
    expected = [below(need, 80 * share) for need, share in zip((16, 32, 48), gone)]
    assert values(filled(SAMPLE), "pacing_false_alarms") == pytest.approx(expected)


def test_the_agreed_action_can_be_rewritten() -> None:
    content = edited(filled(SAMPLE), {"gate_actions": ["A", "BB", "C"]})
    assert "BB" in str(call_to_act(content))


@pytest.mark.parametrize(
    ("achievements", "streak", "escalation"),
    [
        ((1.05, 0.98, 1.02, 0.92, 0.68, 0.65), 3, "部門長へ報告し、対策会議を開催"),
        ((0.6, 0.6, 1.0, 1.0, 1.0, 0.65), 1, "なし"),
        ((1.0, 1.0, 1.0, 1.0, 0.7, 0.69), 2, "施策を見直す(施策の変更、またはKPIの再設計を検討)"),
        ((None, None, 0.69, None, None, 0.6), 2, "部門長へ報告し、対策会議を開催"),
        ((None, None, None, None, None, 1.2), 0, "なし"),
    ],
)
def test_two_months_running_call_for_escalation(
    achievements: tuple[float | None, ...], streak: int, escalation: str
) -> None:
    content = edited(filled(SAMPLE), {"past_achievements": achievements})
    assert value(content, "pacing_streak") == streak
    assert value(content, "pacing_escalation") == escalation


def test_business_days_without_an_entry_are_told() -> None:
    entries = [*ENTRIES]
    entries[3] = None
    content = edited(filled(SAMPLE), {"daily_entries": entries})
    assert value(content, "pacing_actual") == 34
    assert "未入力の営業日が 1 日" in str(call_to_act(content))


@LANGUAGES_ONCE_EACH
def test_a_blank_workbook_shows_no_error_and_asks_for_the_month(language: Language) -> None:
    content = filled(BLANK, language)
    assert errors(content) == []
    assert {"ja": "対象月", "en": "month"}[language] in str(headline(content))


HALF_FILLED = {
    "month only": replace(BLANK, month=date(2026, 5, 20)),
    "no as-of date": replace(SAMPLE, as_of=None),
    "no target": replace(SAMPLE, target=None),
    "no month": replace(SAMPLE, month=None),
    "no entries": replace(SAMPLE, entries=()),
    "nothing reached": replace(SAMPLE, entries=(0,)),
    "before the month": replace(SAMPLE, as_of=date(2026, 5, 29)),
    "after the month": replace(SAMPLE, as_of=date(2026, 7, 10)),
    "one past month": replace(SAMPLE, achievements=(0.5,)),
    "entries only": replace(BLANK, entries=(3, 4)),
    "as-of date only": replace(BLANK, as_of=date(2026, 6, 16)),
}


@pytest.mark.parametrize("case", HALF_FILLED.values(), ids=HALF_FILLED)
def test_a_half_filled_workbook_shows_no_error(case: PacingCase) -> None:
    content = filled(case)
    assert errors(content) == []
    assert headline(content)


def test_before_the_first_business_day_nothing_is_judged() -> None:
    content = filled(HALF_FILLED["before the month"])
    assert value(content, "pacing_label") == "開始前"
    assert value(content, "pacing_pace") is None


def test_after_the_month_the_landing_is_the_actual_and_every_gate_is_judged() -> None:
    content = filled(HALF_FILLED["after the month"])
    assert value(content, "pacing_landing") == 36
    assert value(content, "days_left") == 0
    assert value(content, "pacing_needed") is None
    assert values(content, "pacing_gate_results") == ["通過", "未達", "未達"]


def test_any_day_of_the_month_may_stand_for_it() -> None:
    assert value(filled(HALF_FILLED["month only"]), "month_start") == datetime(2026, 5, 1)
    assert value(filled(HALF_FILLED["month only"]), "pacing_days") == 18


@LANGUAGES_ONCE_EACH
@pytest.mark.parametrize("case", [BLANK, SAMPLE], ids=["blank", "sample"])
def test_it_is_built_alike_every_time(case: PacingCase, language: Language) -> None:
    assert build_weekly_pacing(case, language) == build_weekly_pacing(case, language)


@LANGUAGES_ONCE_EACH
def test_the_names_mean_the_same_in_both_languages(language: Language) -> None:
    numbers = [
        [one for one in values(filled(SAMPLE, each), named.name) if isinstance(one, (int, float))]
        for each in ("ja", language)
        for named in NAMES
    ]
    assert numbers[: len(NAMES)] == numbers[len(NAMES) :]
