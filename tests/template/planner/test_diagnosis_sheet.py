"""The sheet Diagnosis: rates and their bottleneck, what moved the result, likely causes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import log, sqrt

import pytest
from books import built, edited, errors, filled, shown, value, values

from kpixl.domain.alerts import AlertLevel
from kpixl.domain.diagnosis import likely_causes
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template.planner import actuals, diagnosis, funnel, start, targets
from kpixl.template.planner.case import BLANK, Case
from kpixl.template.planner.symptoms import SHOWN, TITLE_ROW

SHEETS = (start.SHEET, funnel.SHEET, targets.SHEET, actuals.SHEET, diagnosis.SHEET)
SHEET = text("planner.diagnosis.sheet", "ja")

BEFORE = (8000, 800, 400, 200, 100)
AFTER = (9000, 810, 405, 162, 81)
COMPANY = replace(
    BLANK,
    as_of=date(2026, 5, 31),
    revenue_goal=12_000_000_000,
    unit_price=10_000_000,
    channel_share=1.0,
    step_rates=(0.1, 0.5, 0.5, 0.5),
    monthly=(BEFORE, AFTER),
)
"""Two months: more visits in the second, of whom fewer become leads, and fewer of the nurtured meetings."""

YEAR = tuple(sum(counts) for counts in zip(BEFORE, AFTER))
RATES = [below / above for above, below in pairwise(YEAR)]


def factors(counts: tuple[float, ...]) -> list[float]:
    return [counts[0], *(below / above for above, below in pairwise(counts))]


def by_logarithmic_mean(before: tuple[float, ...], after: tuple[float, ...]) -> list[float]:
    """LMDI-I as the textbook has it, for results that differ."""
    mean = (after[-1] - before[-1]) / log(after[-1] / before[-1])
    return [mean * log(new / old) for old, new in zip(factors(before), factors(after))]


def wilson(successes: int, trials: int) -> tuple[float, float]:
    z, rate = 1.959963984540054, successes / trials
    centre = rate + z * z / (2 * trials)
    half = z * sqrt(rate * (1 - rate) / trials + z * z / (4 * trials**2))
    return (centre - half) / (1 + z * z / trials), (centre + half) / (1 + z * z / trials)


def word(id_: str, language: Language = "ja") -> str:
    return text(f"planner.diagnosis.{id_}", language)


def steps(language: Language = "ja") -> list[str]:
    names = [text(f"planner.stage.{stage}", language) for stage in COMPANY.stages]
    return [f"{above} → {below}" for above, below in pairwise(names)]


def cells(content: bytes, letter: str, rows: range) -> list[object]:
    return [shown(content)[SHEET][f"{letter}{row}"].value or None for row in rows]


def compared(with_: str) -> bytes:
    return edited(built(COMPANY, "ja", SHEETS), {"comparison": word(f"comparison.{with_}")})


# the rates


def test_rates_carry_their_intervals_and_a_reading() -> None:
    content = filled(COMPANY, "ja", SHEETS)
    limits = [wilson(below, above) for above, below in pairwise(YEAR)]
    assert values(content, "actual_rates") == pytest.approx(RATES)
    assert values(content, "rate_lowers") == pytest.approx([low for low, _ in limits])
    assert values(content, "rate_uppers") == pytest.approx([high for _, high in limits])
    assert limits[0][1] < 0.1
    assert limits[2][1] < 0.5
    readings = [word("below"), word("chance"), word("below"), word("chance")]
    assert cells(content, "G", range(6, 10)) == readings


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bottleneck_and_what_fixing_it_is_worth(language: Language) -> None:
    content = filled(COMPANY, language, SHEETS)
    deals = YEAR[-1]
    gains = [max(0.0, deals * target / rate - deals) for rate, target in zip(RATES, COMPANY.step_rates)]
    assert values(content, "uplifts") == pytest.approx(gains, abs=1e-9)
    assert value(content, "bottleneck") == steps(language)[2]
    sentence = str(value(content, "best_fix"))
    assert gains[2] == pytest.approx((805 * 0.5 - 362) * 0.5)  # 20.25, which a spreadsheet rounds up
    for part in (steps(language)[2], "20.3", "45.0%", "50.0%"):
        assert part in sentence
    assert word("fix.chance", language) not in sentence


def test_a_shortfall_that_chance_explains_is_said_to_be_one() -> None:
    few = replace(COMPANY, monthly=((1600, 160, 80, 40, 20), (1600, 160, 80, 33, 17)))
    content = filled(few, "ja", SHEETS)
    assert value(content, "bottleneck") == steps()[2]
    assert str(value(content, "best_fix")).endswith(word("fix.chance"))


def test_with_all_rates_on_target_there_is_no_bottleneck() -> None:
    content = filled(replace(COMPANY, monthly=(BEFORE, BEFORE)), "ja", SHEETS)
    assert value(content, "bottleneck") is None
    assert value(content, "best_fix") == word("fix.none")
    assert values(content, "uplifts") == [0, 0, 0, 0]


# what moved the result


def test_last_month_against_the_one_before_splits_the_change_without_remainder() -> None:
    content = compared("month")
    found = values(content, "contributions")
    assert found == pytest.approx(by_logarithmic_mean(BEFORE, AFTER))
    assert found == pytest.approx([5 * share for share in (2.124, -1.900, 0, -4.024, 0)], abs=3e-3)
    assert cells(content, "E", range(22, 23)) == [pytest.approx(81 - 100)]
    assert cells(content, "F", range(17, 22)) == [
        word(effect) for effect in ("raised", "lowered", "unmoved", "lowered", "unmoved")
    ]


def test_against_the_plan_both_are_counted_from_the_start_of_the_year() -> None:
    content = compared("plan")
    plan = values(content, "month_plan")
    visits = plan[0] + plan[5]
    assert isinstance(visits, (int, float))
    before = (visits, visits * 0.1, visits * 0.05, visits * 0.025, visits * 0.0125)
    assert values(content, "contributions") == pytest.approx(by_logarithmic_mean(before, YEAR))
    assert cells(content, "C", range(22, 23)) == [pytest.approx(before[-1])]
    assert cells(content, "D", range(22, 23)) == [pytest.approx(YEAR[-1])]


def test_the_months_gone_are_halved_and_the_middle_one_of_five_is_left_out() -> None:
    months = tuple((1000 + 100 * month, 100 + 5 * month, 50 + month, 25, 12) for month in range(5))
    content = edited(
        built(replace(COMPANY, as_of=date(2026, 8, 31), monthly=months), "ja", SHEETS),
        {"comparison": word("comparison.halves")},
    )
    first, last = (tuple(map(sum, zip(*months[part]))) for part in (slice(2), slice(3, 5)))
    assert cells(content, "C", range(17, 18)) == [first[0]]
    assert cells(content, "D", range(17, 18)) == [last[0]]
    deals = cells(content, "C", range(22, 23)) + cells(content, "D", range(22, 23))
    assert deals == pytest.approx([first[-1], last[-1]])


def test_three_months_against_the_three_before_leave_the_running_month_out() -> None:
    months = tuple((1000 + 10 * month, 100, 50 - month, 25, 10 + month) for month in range(7))
    content = filled(replace(COMPANY, as_of=date(2026, 10, 20), monthly=months), "ja", SHEETS)
    before, after = (tuple(map(sum, zip(*months[part]))) for part in (slice(3), slice(3, 6)))
    assert value(content, "comparison") == word("comparison.quarter")
    assert values(content, "contributions") == pytest.approx(by_logarithmic_mean(before, after))


def test_a_comparison_that_needs_more_months_says_so() -> None:
    content = compared("quarter")
    assert values(content, "contributions") == [None] * 5
    assert cells(content, "D", range(15, 16)) == [word("periods.early")]
    assert errors(content) == []


def test_the_waterfall_begins_before_and_ends_after() -> None:
    content = compared("month")
    ends = cells(content, "S", range(31, 38))
    shares = by_logarithmic_mean(BEFORE, AFTER)
    running = [100 + sum(shares[:place]) for place in range(6)]
    assert ends == pytest.approx([*running, 81])


# likely causes


def causes(content: bytes) -> list[object]:
    return values(content, "symptoms")[1::3]


def test_causes_follow_from_the_levels_of_all_stages_and_steps() -> None:
    content = filled(COMPANY, "ja", SHEETS)
    levels = dict(
        zip(
            ("visits", "leads", "mqls", "meetings", "deals"),
            map(AlertLevel, (int(str(level)) for level in values(content, "diagnosed_levels")[:5])),
        )
    )
    assert levels["visits"] is AlertLevel.ON_TRACK
    assert levels["meetings"] > AlertLevel.ON_TRACK
    levels |= {
        "conversion_rate_per_visit": AlertLevel.CAUTION,
        "mql_rate_per_lead": AlertLevel.ON_TRACK,
        "meeting_rate_per_mql": AlertLevel.CAUTION,
        "win_rate_per_meeting": AlertLevel.ON_TRACK,
    }
    expected = [text(f"diagnosis.{rule.id}.cause", "ja") for rule in likely_causes(levels)]
    assert expected
    assert causes(content) == [*expected, *[None] * (SHOWN - len(expected))]


def test_a_metric_added_by_hand_rules_a_cause_out() -> None:
    slow = text("diagnosis.slow_follow_up.cause", "ja")
    content = filled(COMPANY, "ja", SHEETS)
    assert slow in causes(content)
    metrics = values(content, "diagnosed_metrics")
    metrics[-3] = text("metric.first_response_hours.name", "ja")
    on_track = text("level.ON_TRACK", "ja")
    answered = edited(
        built(COMPANY, "ja", SHEETS),
        {"diagnosed_metrics": metrics, "added_levels": [on_track, None, None]},
    )
    assert slow not in causes(answered)
    assert causes(answered)[0] is not None


def test_a_metric_the_catalogue_does_not_know_is_left_out() -> None:
    metrics: list[object] = ["自社だけの指標", *[None] * 11]
    content = edited(built(COMPANY, "ja", SHEETS), {"diagnosed_metrics": metrics})
    assert values(content, "symptoms") == [word("symptoms.nothing"), *[None] * 14]
    assert errors(content) == []


def test_each_finding_stands_with_its_hint_on_the_page() -> None:
    content = filled(COMPANY, "ja", SHEETS)
    symptom, cause, hint = values(content, "symptoms")[:3]
    sheet = shown(content)[SHEET]
    assert sheet[f"B{TITLE_ROW + 1}"].value == f"1. {symptom}"
    assert sheet[f"G{TITLE_ROW + 1}"].value == f"{word('cause')}{cause}"
    assert sheet[f"B{TITLE_ROW + 2}"].value == f"{word('hint')}{hint}"


# half-filled


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blank_sheet_says_what_to_do(language: Language) -> None:
    content = filled(BLANK, language, SHEETS)
    assert errors(content) == []
    assert value(content, "best_fix") == word("fix.nothing", language)
    assert value(content, "bottleneck") is None
    assert values(content, "symptoms")[0] == word("symptoms.nothing", language)


@pytest.mark.parametrize(
    ("case", "readings"),
    [
        (replace(COMPANY, monthly=()), ["no_data"] * 4),
        (replace(COMPANY, step_rates=()), ["no_target"] * 4),
        (
            replace(COMPANY, monthly=((100, 0, 0, 0, 0),)),
            ["below", "no_data", "no_data", "no_data"],
        ),
        (
            replace(COMPANY, monthly=((10, 20, 10, 5, 2),)),
            ["too_many", "chance", "chance", "chance"],
        ),
        (replace(COMPANY, revenue_goal=None), ["below", "chance", "below", "chance"]),
    ],
)
def test_no_half_filled_plan_shows_an_error_value(case: Case, readings: list[str]) -> None:
    content = filled(case, "ja", SHEETS)
    assert errors(content) == []
    assert cells(content, "G", range(6, 10)) == [word(reading) for reading in readings]


@pytest.mark.parametrize(
    "inputs",
    [
        {"step_rates": (0.1, None, 0.5, 0.5)},
        {"alert_thresholds": (1, None, 0.7)},
        {"alert_thresholds": (0.7, 0.8, 1)},
        {"comparison": None},
        {"as_of": None},
        {"stage_names": (None, None, None, None, None)},
    ],
)
def test_no_input_taken_away_shows_an_error_value(inputs: dict[str, object]) -> None:
    content = edited(built(COMPANY, "ja", SHEETS), inputs)
    assert [error for error in errors(content) if error.startswith(SHEET)] == []
