"""The sheet Leads: scores, states, and what the list says about quality and speed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from statistics import mean, median, quantiles

import pytest
from books import edited, errors, filled, shown, typed, value, values

from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template.planner import funnel, leads, start
from kpixl.template.planner.case import BLANK, Case, Lead
from kpixl.template.planner.cases.web import WEB
from kpixl.template.planner.leads import FIRST

SHEETS = (start.SHEET, funnel.SHEET, leads.SHEET)
SHEET = text("planner.leads.sheet", "ja")
POINTS = (20, 10, 15, 25, 20, 15, 10, -50)
RESULTS = (
    "hot_leads",
    "leads_to_hand_over",
    "quality_count",
    "lead_time_median",
    "lead_time_p90",
    "matured_rate",
    "matured_base",
    "raw_rate",
)


def book(case: Case, language: Language = "ja") -> bytes:
    return filled(case, language, SHEETS)


def score(lead: Lead) -> int:
    present = sum(points for points, has in zip(POINTS, lead.attributes) if has)
    return max(0, min(100, present))


def results(content: bytes) -> list[object]:
    return [value(content, name) for name in RESULTS]


def state(id_: str, language: Language = "ja") -> str:
    return text(f"planner.leads.state.{id_}", language)


def states(content: bytes, count: int) -> list[object]:
    return values(content, "lead_states")[:count]


def headline(content: bytes) -> object:
    return shown(content)[SHEET]["B3"].value


def lead(attributes: str, *days: date | None, channel: int = 0) -> Lead:
    entered, *steps = days
    assert entered is not None
    return Lead(entered, channel, tuple(mark == "o" for mark in attributes), *steps)


# a filled list


def test_a_lead_scores_the_points_of_what_applies_to_it_but_never_below_0() -> None:
    scores = values(book(WEB), "lead_scores")
    assert scores[: len(WEB.leads)] == [score(lead) for lead in WEB.leads]
    assert 0 in scores
    assert set(scores[len(WEB.leads) :]) == {None}


def test_a_lead_of_every_good_attribute_scores_100_at_most() -> None:
    case = replace(WEB, leads=(lead("ooooooo.", date(2026, 4, 1)),))
    assert values(book(case), "lead_scores")[0] == 100


def test_the_state_is_the_last_step_or_whether_the_lead_is_hot() -> None:
    expected = [
        state("won" if each.won else "sql" if each.accepted else "mql")
        if each.qualified
        else state("hand_over" if score(each) >= 50 else "nurturing")
        for each in WEB.leads
    ]
    assert states(book(WEB), len(WEB.leads)) == expected


def test_results_agree_with_the_list_counted_by_hand() -> None:
    content = book(WEB)
    scores = [score(each) for each in WEB.leads]
    days = [(each.won - each.entered).days for each in WEB.leads if each.won]
    qualified = [each for each in WEB.leads if each.qualified]
    mature = [
        each for each in qualified if each.qualified and each.qualified <= WEB.as_of - timedelta(days=45)
    ]
    in_time = [
        each
        for each in mature
        if each.qualified and each.accepted and (each.accepted - each.qualified).days <= 45
    ]
    assert results(content) == pytest.approx(
        [
            sum(each >= 50 for each in scores),
            1,
            sum(scores) / 100,
            median(days),
            quantiles(days, n=10, method="inclusive")[8],
            len(in_time) / len(mature),
            len(mature),
            sum(each.accepted is not None for each in qualified) / len(qualified),
        ]
    )


def test_the_mean_score_of_a_channel_is_that_of_its_leads() -> None:
    means = values(book(WEB), "channel_scores")
    expected = [mean(score(each) for each in WEB.leads if each.channel == place) for place in range(5)]
    assert means[:5] == pytest.approx(expected)
    assert means[5] is None


def test_the_headline_names_the_hot_leads_that_wait() -> None:
    assert headline(book(WEB)) == text("planner.leads.headline.hand_over", "ja").format(count=1)


def test_a_rate_waits_until_a_lead_is_mature_and_counts_only_its_own_window() -> None:
    entered = date(2026, 4, 1)
    known = (
        lead("o.......", entered, entered, date(2026, 5, 16)),  # on day 45, just in time
        lead("o.......", entered, entered, date(2026, 5, 17)),  # too late
        lead("o.......", date(2026, 9, 1), date(2026, 9, 5), date(2026, 9, 6)),  # mature today
        lead("o.......", date(2026, 9, 1), date(2026, 9, 6)),  # tomorrow
    )
    content = book(replace(WEB, leads=known))
    assert value(content, "matured_base") == 3
    assert value(content, "matured_rate") == pytest.approx(2 / 3)


# inputs


def test_scores_follow_the_points_and_states_the_threshold() -> None:
    content = edited(book(WEB), {"scoring_points": [1] * 8, "lead_threshold": 3, "maturity_days": 1})
    marks = [sum(each.attributes) for each in WEB.leads]
    assert values(content, "lead_scores")[: len(marks)] == marks
    assert value(content, "hot_leads") == sum(count >= 3 for count in marks)
    assert value(content, "matured_base") == sum(
        each.qualified is not None and each.qualified < WEB.as_of for each in WEB.leads
    )


# blank and half-filled lists


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_list_shows_dashes_and_what_to_enter(language: Language) -> None:
    content = book(BLANK, language)
    assert errors(content) == []
    assert results(content) == ["—"] * len(RESULTS)
    tab = text("planner.leads.sheet", language)
    assert shown(content)[tab]["B3"].value == text("planner.leads.headline.none", language)


def test_rows_that_are_not_whole_are_marked_and_break_nothing() -> None:
    day = date(2026, 5, 11)
    rows: tuple[dict[str, object], ...] = (
        {"C": "自然検索"},  # no date
        {"D": day},
        {"D": day, "M": date(2026, 5, 8)},  # MQL before it came
        {"D": day, "M": day, "N": date(2026, 5, 8)},
        {"D": day, "O": date(2026, 5, 8)},
        {"D": day, "M": "来週"},
        {"D": "5月"},
        {"D": day, "O": date(2026, 6, 10)},  # won without the steps between
        {"H": "○"},
    )
    cells = {
        f"{column}{FIRST + 2 * row}": one for row, each in enumerate(rows) for column, one in each.items()
    }
    content = typed(book(BLANK), SHEET, cells)
    assert errors(content) == []
    marked = [state("check") if place not in (1, 7) else None for place in range(len(rows))]
    marked[1], marked[7] = state("nurturing"), state("won")
    assert states(content, 2 * len(rows))[::2] == marked
    assert headline(content) == text("planner.leads.headline.check", "ja").format(count=7)
    assert value(content, "lead_time_median") == state("check")
    assert value(content, "quality_count") == 0


def test_missing_settings_break_nothing() -> None:
    bare = edited(
        book(WEB),
        {
            "scoring_rules": [None, "同じ", "同じ", None, "残り", None, None, None],
            "scoring_points": [None, 10, 10, None, 30, None, None, "?"],
            "lead_threshold": None,
            "maturity_days": None,
            "as_of": None,
        },
    )
    assert [error for error in errors(bare) if error.startswith(SHEET)] == []
    expected = [
        10 * (each.attributes[1] + each.attributes[2]) + 30 * each.attributes[4] for each in WEB.leads
    ]
    assert values(bare, "lead_scores")[: len(expected)] == expected
    assert value(bare, "hot_leads") == value(bare, "matured_rate") == value(bare, "matured_base") == "—"
    assert headline(bare) == text("planner.leads.headline.no_threshold", "ja")
