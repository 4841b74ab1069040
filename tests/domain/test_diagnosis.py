"""The rules of the diagnosis: each fires somewhere, and what tells two causes apart does so."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpixl.domain import diagnosis
from kpixl.domain.alerts import AlertLevel
from kpixl.domain.diagnosis import ALIKE, RULES, Rule, likely_causes, treated_alike
from kpixl.domain.metrics import METRICS
from kpixl.i18n import has_text

LEVELS = st.dictionaries(st.sampled_from(sorted(METRICS)), st.sampled_from(AlertLevel), max_size=12)
ON_TRACK, CAUTION, CRITICAL = AlertLevel.ON_TRACK, AlertLevel.CAUTION, AlertLevel.CRITICAL


def causes(levels: Mapping[str, AlertLevel]) -> list[str]:
    return [rule.id for rule in likely_causes(levels)]


WORKED = [
    ({"leads": 0, "meeting_rate_per_mql": 3, "mql_rate_per_lead": 2}, ["lead_quality"]),
    ({"leads": 0, "meeting_rate_per_mql": 3}, ["lead_quality", "left_without_nurturing"]),
    ({"meeting_rate_per_lead": 1, "mql_rate_per_lead": 0}, ["left_without_nurturing"]),
    ({"meetings": 0, "deals": 2}, ["offer_or_sales_process", "handed_over_too_early"]),
    ({"meetings": 0, "deals": 2, "unready_loss_rate": 1}, ["handed_over_too_early"]),
    ({"meetings": 0, "deals": 2, "sql_quality_score": 0}, ["offer_or_sales_process"]),
    ({"email_open_rate": 1}, ["subject_or_timing"]),
    ({"email_click_rate": 1}, ["content_or_call_to_action"]),
    ({"document_requests": 3}, ["content_or_call_to_action"]),
    ({"webinar_attendance_rate": 2}, ["webinar_topic", "webinar_reminders"]),
    ({"webinar_attendance_rate": 2, "webinar_registrations": 0}, ["webinar_reminders"]),
    ({"webinar_attendance_rate": 2, "webinar_registrations": 1}, ["webinar_topic"]),
    ({"document_requests": 0, "meetings": 2, "mql_rate_per_lead": 0, "first_response_hours": 0},
     ["handover_criteria"]),
    ({"mqls": 2}, ["weak_channels", "weak_landing_page"]),
    ({"mqls": 2, "visits": 1, "conversion_rate_per_lp_visit": 0}, ["weak_channels"]),
    ({"mqls": 2, "visits": 0, "conversion_rate_per_lp_visit": 0}, []),
    ({"meetings": 1}, ["fewer_good_leads", "slow_follow_up"]),
    ({"meetings": 1, "first_response_hours": 2, "mql_rate_per_lead": 0}, ["slow_follow_up"]),
    ({"leads": 0, "new_appointments": 2}, ["field_says_otherwise"]),
    ({"visits": 0, "conversion_rate_per_visit": 2}, ["new_visitors_do_not_fit"]),
    ({"visits": 0, "conversion_rate_per_visit": 0, "cost_per_conversion": 2}, ["dear_channels"]),
    ({"conversion_rate_per_visit": 0, "bounce_rate": 0, "time_on_site": 2}, ["found_sooner"]),
    ({"conversions": 0, "ad_click_rate": 2, "bounce_rate": 2}, ["side_metrics_distract"]),
    ({"visits": 0, "downloads": 0, "mqls": 0, "meeting_rate_per_mql": 0, "deals": 2},
     ["offer_or_sales_process", "handed_over_too_early", "kpis_without_the_goal"]),
    ({"page_views": 0, "leads": 2}, ["audience_off_target"]),
    ({"page_views": 0, "leads": 2, "target_audience_rate": 0}, []),
    ({"visits": 0, "leads": 0, "mqls": 0, "meetings": 0, "deals": 0}, []),
    ({}, []),
]  # fmt: skip


@pytest.mark.parametrize(("levels", "expected"), WORKED)
def test_levels_point_to_their_likely_causes(levels: dict[str, int], expected: list[str]) -> None:
    assert causes({metric: AlertLevel(level) for metric, level in levels.items()}) == expected


def test_the_worked_examples_show_every_rule() -> None:
    assert {rule for _, expected in WORKED for rule in expected} == {rule.id for rule in RULES}


@given(LEVELS)
def test_nothing_is_wrong_where_everything_is_on_track(levels: dict[str, AlertLevel]) -> None:
    assert causes(dict.fromkeys(levels, ON_TRACK)) == []


@given(LEVELS)
def test_how_grave_a_shortfall_is_does_not_change_its_causes(levels: dict[str, AlertLevel]) -> None:
    flattened = {metric: min(level, CAUTION) for metric, level in levels.items()}
    assert causes(flattened) == causes(levels)


@given(LEVELS)
def test_of_two_causes_of_one_symptom_at_least_one_stays(levels: dict[str, AlertLevel]) -> None:
    for first, second in (
        ("webinar_topic", "webinar_reminders"),
        ("offer_or_sales_process", "handed_over_too_early"),
    ):
        separators = next(rule.separators for rule in RULES if rule.id == first)
        without = {metric: level for metric, level in levels.items() if metric not in separators}
        if first in causes(without):
            assert second in causes(without)
            assert len({first, second} & set(causes(levels))) >= 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_its_words_and_names_real_metrics(rule: Rule) -> None:
    assert has_text(f"diagnosis.symptom.{rule.symptom}")
    assert has_text(f"diagnosis.{rule.id}.cause")
    assert has_text(f"diagnosis.{rule.id}.hint")
    assert METRICS.keys() >= set(rule.separators)


def test_the_groups_hold_real_metrics_only() -> None:
    for name in ("TRAFFIC", "CONVERSIONS", "LEADS", "RESULTS", "LEAD_QUALITY", "MEETING_QUALITY", "COSTS"):
        assert METRICS.keys() >= set(getattr(diagnosis, name)), name
    assert all(METRICS.keys() >= group for group in ALIKE)


def test_rule_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@given(LEVELS, st.sampled_from(sorted(map(sorted, ALIKE))), st.sampled_from(AlertLevel))
def test_metrics_that_are_treated_alike_change_nothing_when_one_stands_for_all(
    levels: dict[str, AlertLevel], group: list[str], level: AlertLevel
) -> None:
    others = {metric: known for metric, known in levels.items() if metric not in group}
    alone = causes({**others, group[0]: level})
    assert causes({**others, **dict.fromkeys(group, level)}) == alone
    assert all(causes({**others, metric: level}) == alone for metric in group)


def test_metrics_of_different_groups_are_told_apart() -> None:
    assert not treated_alike(("email_click_rate", "ad_click_rate"))
    assert not treated_alike(("meeting_rate_per_lead", "win_rate_per_meeting"))


def test_a_level_beyond_on_track_is_short_whatever_its_name() -> None:
    assert diagnosis.short({"leads": CRITICAL}, ("leads", "deals")) is True
    assert diagnosis.short({"leads": ON_TRACK}, ("leads", "deals")) is False
    assert diagnosis.short({}, ("leads", "deals")) is None
