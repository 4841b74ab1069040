"""The sheet Monitor: pace and level, landing, misses in a row, weekly gates, anomalies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from math import exp, factorial
from statistics import median

import pytest

from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template.planner.case import BLANK, MONTHS, STAGES
from kpixl.template.planner.cases.web import WEB
from tests.template.planner.books import built, edited, errors, filled, recorded, shown, value, values

MONTH = len(WEB.monthly)  # the running one, from 1
THRESHOLDS = (1.0, 0.8, 0.7)
LEVEL_NAMES = ("ON_TRACK", "CAUTION", "WARNING", "CRITICAL")
SLIM = replace(WEB, tree=(), leads=(), measures=(), reviews=())

# its second stage misses by far two months running; the last stage has months without a target
SLOW = replace(
    SLIM,
    as_of=date(2026, 6, 30),
    revenue_goal=250_000_000,  # 5 deals a year
    monthly=((36, 4, 2, 1, 1), (30, 1, 2, 1, 0), (40, 1, 2, 1, 0)),
    management=(),
)


def plan_of(content: bytes) -> list[list[float]]:
    flat = values(content, "month_plan")
    return [
        [float(str(one)) for one in flat[start : start + STAGES]] for start in range(0, len(flat), STAGES)
    ]


def level_of(pace: float) -> int:
    return sum(pace < threshold for threshold in THRESHOLDS)


# this month


def test_pace_and_level_follow_from_counts_targets_and_business_days() -> None:
    content = filled(WEB)
    targets = plan_of(content)[MONTH - 1]
    # October 2026 has 22 weekdays less one holiday, 14 weekdays until the 20th less the same
    elapsed = 13 / 21
    assert value(content, "elapsed_share") == pytest.approx(elapsed)
    expected = [actual / (target * elapsed) for actual, target in zip(WEB.monthly[-1], targets)]
    assert values(content, "month_targets") == targets
    assert values(content, "targets_to_date") == pytest.approx([target * elapsed for target in targets])
    assert values(content, "month_actuals") == list(WEB.monthly[-1])
    assert values(content, "pace") == pytest.approx(expected)
    assert values(content, "achievement") == pytest.approx(
        [actual / target for actual, target in zip(WEB.monthly[-1], targets)]
    )
    assert values(content, "alert_levels") == [level_of(pace) for pace in expected]
    needed = [max(0, target - actual) / 8 for actual, target in zip(WEB.monthly[-1], targets)]
    assert value(content, "days_left") == 8
    assert values(content, "needed_run_rates") == pytest.approx(needed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_level_is_said_in_words_beside_the_agreed_action(language: Language) -> None:
    content = filled(WEB, language)
    levels = [int(str(level)) for level in values(content, "alert_levels")]
    words = [text(f"level.{LEVEL_NAMES[level]}", language) for level in levels]
    assert values(content, "alert_labels") == words
    actions = values(content, "agreed_actions")
    assert values(content, "alert_actions") == [actions[level] for level in levels]
    assert errors(content) == []


# the year


def test_the_year_lands_where_the_counts_so_far_lead() -> None:
    content = filled(WEB)
    gone = float(str(value(content, "year_elapsed_share")))
    landings = [sum(counts) / gone for counts in zip(*WEB.monthly)]
    required = [1600, 160, 80, 40, 20]
    assert values(content, "landings") == pytest.approx(landings)
    gaps = [landing - count for landing, count in zip(landings, required)]
    assert values(content, "landing_gaps") == pytest.approx(gaps)
    assert values(content, "landing_shares") == pytest.approx(
        [landing / count for landing, count in zip(landings, required)]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_months_far_below_target_are_reported_to_the_head(language: Language) -> None:
    content = filled(SLOW, language)
    plan = plan_of(content)
    achieved = [
        [counts[stage] / targets[stage] for counts, targets in zip(SLOW.monthly, plan) if targets[stage]]
        for stage in range(STAGES)
    ]
    assert achieved[1][-1] < 0.7  # what the case is made for
    assert achieved[1][-2] < 0.7
    report = text("escalation.report_to_head", language)
    reconsider = text("escalation.reconsider_measure", language)
    for months, said, streak in zip(achieved, values(content, "escalations"), values(content, "streaks")):
        missed = next((place for place, one in enumerate(reversed(months)) if one >= 1), len(months))
        assert streak == missed
        grave = missed >= 2 and max(months[-2:]) < 0.7
        assert said == (report if grave else reconsider if missed >= 2 else None)
    assert values(content, "escalations")[1] == report


def test_a_month_without_a_target_neither_ends_nor_lengthens_a_row_of_misses() -> None:
    content = filled(SLOW)
    deals = [targets[-1] for targets in plan_of(content)[:3]]
    assert 0 in deals  # five deals do not fill twelve months
    with_target = [counts[-1] / target for counts, target in zip(SLOW.monthly, deals) if target]
    missed = next((place for place, one in enumerate(reversed(with_target)) if one >= 1), len(with_target))
    assert values(content, "streaks")[-1] == missed
    assert errors(content) == []


def test_a_running_month_is_no_miss_until_it_is_over() -> None:
    almost = filled(replace(SLOW, as_of=date(2026, 6, 29)))
    assert values(almost, "streaks")[1] == 1
    assert values(filled(SLOW), "streaks")[1] == 2


# gates


def test_a_week_that_is_over_is_judged_by_the_count_of_its_last_day() -> None:
    content = filled(WEB)
    target = plan_of(content)[MONTH - 1][3]
    gates = [-(-target * share // 1) for share in (0.2, 0.4, 0.6)]
    assert values(content, "gate_counts") == gates
    days = values(content, "chart_days")
    meetings = values(content, "daily_cumulative")[3::STAGES]
    actions = values(content, "gate_actions")
    passed = text("gate.passed", "ja")
    for week, result in enumerate(values(content, "gate_results")):
        last_day = datetime(2026, 10, 7 * (week + 1))
        if last_day.date() > WEB.as_of:
            assert result == "—"
            continue
        open_days = sum(isinstance(day, datetime) and day <= last_day for day in days)
        reached = float(str(meetings[open_days - 1]))
        assert result == (actions[week] if reached < gates[week] else passed)


def test_the_chance_of_a_false_alarm_is_that_of_a_poisson_count() -> None:
    content = filled(WEB)
    target = plan_of(content)[MONTH - 1][3]
    planned = [5 / 21, 9 / 21, 14 / 21]  # business days until 7, 14 and 21 October, the 12th being a holiday
    for share, due, chance in zip((0.2, 0.4, 0.6), planned, values(content, "false_alarm_chances")):
        mean = target * due
        below = [count for count in range(100) if count < round(share * target, 9)]
        assert chance == pytest.approx(sum(exp(-mean) * mean**count / factorial(count) for count in below))


def test_another_focus_stage_brings_its_own_gates() -> None:
    visits = text("planner.stage.visits", "ja")
    content = edited(built(SLIM), {"focus_stage": visits})
    target = plan_of(content)[MONTH - 1][0]
    assert value(content, "focus_place") == 1
    assert values(content, "gate_counts") == [-(-target * share // 1) for share in (0.2, 0.4, 0.6)]
    renamed = edited(built(SLIM), {"stage_names": ["A", "B", "C", "D", "E"]})
    assert value(renamed, "focus_place") == STAGES - 1  # the chosen name is gone: the default again
    assert errors(renamed) == []


# anomalies


def test_only_a_value_far_from_the_usual_is_an_anomaly() -> None:
    content = filled(WEB)
    alerts = values(content, "management_alerts")
    scores = values(content, "latest_scores")
    for metric, alert, score in zip(WEB.management, alerts, scores):
        usual = median(metric.values)
        deviation = median(abs(one - usual) for one in metric.values)
        expected = 0.6745 * (metric.values[-1] - usual) / deviation
        assert score == pytest.approx(expected)
        normal = text("planner.monitor.normal", "ja")
        assert (alert == normal) == (abs(expected) <= 3.5)
    assert "18.9" in str(alerts[0])


def test_a_month_without_a_value_does_not_disturb_the_others() -> None:
    name = text("metric.bounce_rate.name", "ja")
    rows = [(date(2026, month, 25), name, None, share) for month, share in ((4, 0.5), (5, 0.52), (7, 0.51))]
    blank = edited(built(BLANK), {"management_names": [name, None, None], "as_of": date(2026, 8, 3)})
    two = recorded(blank, rows[:2])
    assert values(two, "management_alerts") == [text("planner.monitor.too_few", "ja"), None, None]
    three = recorded(blank, rows)
    assert values(three, "management_alerts")[0] == text("planner.monitor.normal", "ja")
    scores = values(three, "management_scores")[:MONTHS]
    assert [one is None for one in scores[:5]] == [False, False, True, False, True]
    assert errors(three) == []


# blank and half filled


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_planner_says_what_to_fill_in(language: Language) -> None:
    content = filled(BLANK, language)
    assert errors(content) == []
    sheet = shown(content)[text("planner.monitor.sheet", language)]
    assert sheet["B3"].value == text("planner.monitor.note.plan", language)
    assert values(content, "alert_labels") == [text("level.NO_DATA", language)] * STAGES


def test_a_plan_without_records_is_not_judged() -> None:
    content = filled(replace(SLIM, monthly=(), management=()))
    assert errors(content) == []
    assert values(content, "alert_levels") == [None] * STAGES
    assert values(content, "streaks") == [None] * STAGES
    sheet = shown(content)[text("planner.monitor.sheet", "ja")]
    assert sheet["B3"].value == text("planner.monitor.note.records", "ja")


def test_records_without_a_plan_are_not_judged() -> None:
    visits = text("planner.stage.visits", "ja")
    content = recorded(built(BLANK), [(date(2026, 4, 1), visits, None, 10.0)])
    assert errors(content) == []
    assert values(content, "month_actuals") == [10, 0, 0, 0, 0]
    assert values(content, "alert_labels") == [text("planner.monitor.no_target", "ja")] * STAGES


def test_limits_that_do_not_descend_are_pointed_out() -> None:
    content = edited(built(SLIM), {"alert_thresholds": [0.8, 0.8, 0.7]})
    assert values(content, "alert_labels") == [text("planner.monitor.thresholds", "ja")] * STAGES
    assert errors(content) == []
