"""The catalogue of metrics is complete in both languages, and every name finds its metric."""

from __future__ import annotations

import unicodedata
from typing import get_args

import pytest

import kpixl
from kpixl.domain.metrics import METRICS, Metric
from kpixl.functions.metric_words import Field, metrics_called
from kpixl.functions.values import CellError
from kpixl.functions.wording import folded
from kpixl.i18n import LANGUAGES, has_text, text
from kpixl.i18n.texts.metrics import ALIASES
from kpixl.i18n.texts.metrics import METRICS as WORDED

EVERY_METRIC = pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.id)
WRITTEN = ("name", "definition", "numerator", "denominator", "look_at", "hint", "caution")


def reason(word: str) -> CellError:
    found = kpixl.call("KPI_METRIC", word)
    assert isinstance(found, CellError)
    return found


@EVERY_METRIC
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_metric_answers_in_words(metric: Metric, language: str) -> None:
    for field in get_args(Field):
        answer = kpixl.call("KPI_METRIC", metric.id, field, language)
        assert isinstance(answer, str), (field, answer)
        assert answer.strip()


@EVERY_METRIC
def test_a_metric_is_written_out_in_both_languages(metric: Metric) -> None:
    assert set(WRITTEN) <= WORDED[metric.id].keys() <= {*WRITTEN, "note"}
    for field in WORDED[metric.id]:
        assert has_text(f"metric.{metric.id}.{field}")


def test_texts_and_records_are_of_the_same_metrics() -> None:
    assert WORDED.keys() == METRICS.keys()
    assert len(METRICS) >= 45


@EVERY_METRIC
def test_id_and_names_find_the_metric_in_any_case_and_width(metric: Metric) -> None:
    for words in (metric.id, *(text(f"metric.{metric.id}.name", language) for language in LANGUAGES)):
        full_width = "".join(
            chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in words.upper()
        )
        assert folded(unicodedata.normalize("NFKC", full_width)) == folded(words)
        for spelling in (words, words.upper(), f" {words} ", full_width):
            assert kpixl.call("KPI_METRIC", spelling, "id") == metric.id


def test_no_two_metrics_share_a_name() -> None:
    for language in LANGUAGES:
        names = [folded(text(f"metric.{metric}.name", language)) for metric in METRICS]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("words", ALIASES)
def test_another_word_means_the_metrics_it_is_listed_with_and_no_others(words: str) -> None:
    assert set(metrics_called(words)) == set(ALIASES[words])


@pytest.mark.parametrize("words", [words for words, metrics in ALIASES.items() if len(metrics) > 1])
def test_an_ambiguous_word_is_refused_with_the_ids_it_may_mean(words: str) -> None:
    refused = reason(words)
    assert refused.code == "#VALUE!"
    for language in LANGUAGES:
        assert all(metric in refused.explanation(language) for metric in ALIASES[words])


def test_the_meeting_rate_and_cpa_are_among_the_ambiguous() -> None:
    assert "meeting_rate_per_mql" in reason("商談化率").explanation("ja")
    assert "customer_acquisition_cost" in reason("cpa").explanation("en")


def test_a_misspelt_metric_is_refused_with_what_is_close() -> None:
    assert "email_open_rate" in reason("email_open_rte").explanation("en")
    assert "webinar_attendance_rate" in reason("ウェビナー出席率").explanation("ja")


def test_a_refusal_of_a_very_long_word_stays_short() -> None:
    assert len(reason("長" * 30_000).explanation("ja")) < 200


@EVERY_METRIC
def test_a_rate_has_something_to_divide_by_and_a_count_has_not(metric: Metric) -> None:
    shown = text(f"metric.{metric.id}.denominator", "en")
    if metric.unit == "rate":
        assert not shown.startswith("None")
    if metric.unit == "count":
        assert shown.startswith("None")


@EVERY_METRIC
def test_an_id_with_per_names_its_denominator(metric: Metric) -> None:
    if "_rate_per_" in metric.id:
        twins = [other for other in METRICS if other.startswith(metric.id.split("_per_")[0] + "_per_")]
        denominators = {text(f"metric.{twin}.denominator", "en") for twin in twins}
        assert len(denominators) == len(twins)


@pytest.mark.parametrize(
    ("metric", "phase"),
    [
        ("email_open_rate", "認知・関心"),
        ("email_click_rate", "認知・関心"),
        ("downloads", "情報収集"),
        ("document_requests", "検討"),
        ("webinar_attendance_rate", "検討"),
        ("survey_response_rate", "検討"),
        ("meeting_rate_per_lead", "比較・行動"),
        ("win_rate_per_meeting", "成果・受注"),
    ],
)
def test_the_eight_nurturing_metrics_stand_in_their_phases(metric: str, phase: str) -> None:
    assert kpixl.call("KPI_METRIC", metric, "phase") == phase


@pytest.mark.parametrize(
    "metric",
    [
        "cost_per_lead",
        "cost_per_conversion",
        "bounce_rate",
        "churn_rate",
        "lead_time_days",
        "price_negotiations",
    ],
)
def test_of_costs_losses_and_delays_less_is_better(metric: str) -> None:
    assert kpixl.call("KPI_METRIC", metric, "direction", "en") == "lower"


def test_branding_metrics_cover_every_purpose_and_horizon_and_both_natures() -> None:
    branding = [metric for metric in METRICS.values() if metric.purpose.startswith("brand_")]
    assert {metric.horizon for metric in branding} == {"short", "mid", "long"}
    assert {metric.nature for metric in branding} == {"quantitative", "qualitative"}
    assert len({metric.purpose for metric in branding}) == 5
