"""The sheet Funnel: the articles' examples, certainty, capacity, what-if, channels, half-filled states."""

from __future__ import annotations

import io
from dataclasses import replace
from math import ceil

import numpy as np
import pytest
from books import built, edited, errors, filled, value, values
from openpyxl import load_workbook

from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template.planner import funnel, start, targets
from kpixl.template.planner.case import BLANK

SHEETS = (start.SHEET, funnel.SHEET, targets.SHEET)

PLAN = replace(
    BLANK,
    revenue_goal=1_000_000_000,
    unit_price=10_000_000,
    channel_share=0.2,
    step_rates=(0.1, 0.5, 0.5, 0.5),
    evidence=((160, 1600), (80, 160), (40, 80), (20, 40)),
    capacities=(5000, 200, 60, None, 25),
    what_if_rates=(0.09, 0.5, 0.6, 0.5),
    channel_shares=(0.35, 0.25, 0.15, 0.15, 0.1),
)
"""The article's company (2000 million yen through the web), and last year as planned."""

OUTPUTS = (
    "required_counts", "exact_counts", "assured_counts", "what_if_counts", "channel_leads", "goal_deals",
    "plan_chance", "capacity_share", "binding_stage",
)  # fmt: skip


def reading(content: bytes, language: Language = "ja") -> list[str]:
    """The sentences beside the goal."""
    sheet = load_workbook(io.BytesIO(content), data_only=True)[text("planner.funnel.sheet", language)]
    return [str(sheet[f"G{row}"].value or "") for row in range(5, 9)]


def test_ten_oku_yen_at_ten_million_and_a_fifth_through_the_web_are_20_deals_and_1600_visits() -> None:
    content = filled(PLAN, "ja", SHEETS)
    assert value(content, "goal_deals") == 20
    assert values(content, "required_counts") == [1600, 160, 80, 40, 20]
    assert values(content, "exact_counts") == pytest.approx([1600, 160, 80, 40, 20], rel=1e-9)


def test_each_stage_is_rounded_up_beside_its_exact_count() -> None:
    content = edited(
        built(PLAN, "ja", SHEETS),
        {"revenue_goal": 70_000_000, "channel_share": 1, "step_rates": (0.12, 0.35, 0.3, 0.22)},
    )
    exact = [7 / 0.22 / 0.3 / 0.35 / 0.12, 7 / 0.22 / 0.3 / 0.35, 7 / 0.22 / 0.3, 7 / 0.22, 7]
    whole = [7]
    for rate in (0.22, 0.3, 0.35, 0.12):
        whole.insert(0, ceil(whole[0] / rate - 1e-9))
    assert values(content, "exact_counts") == pytest.approx(exact, rel=1e-9)
    assert values(content, "required_counts") == whole == [2550, 306, 107, 32, 7]


def test_ten_deals_at_ten_per_cent_twice_need_100_meetings_and_1000_hot_leads() -> None:
    content = edited(
        built(PLAN, "ja", SHEETS),
        {"revenue_goal": 100_000_000, "channel_share": 1, "step_rates": (1, 1, 0.1, 0.1)},
    )
    assert values(content, "required_counts") == [1000, 1000, 1000, 100, 10]


def test_the_chance_of_the_plan_is_that_of_a_simulation_with_uncertain_rates() -> None:
    content = filled(PLAN, "ja", SHEETS)
    draw = np.random.default_rng(1)
    count = np.full(200_000, 1600)
    for passed, entered in PLAN.evidence:
        count = draw.binomial(count, draw.beta(passed + 0.5, entered - passed + 0.5, count.size))
    assert value(content, "plan_chance") == pytest.approx((count >= 20).mean(), abs=0.01)


def test_the_assured_counts_reach_the_goal_in_four_of_five_simulations() -> None:
    content = filled(PLAN, "ja", SHEETS)
    assured = values(content, "assured_counts")
    draw = np.random.default_rng(2)
    for stage in range(4):
        count = np.full(200_000, assured[stage])
        for passed, entered in PLAN.evidence[stage:]:
            count = draw.binomial(count, draw.beta(passed + 0.5, entered - passed + 0.5, count.size))
        assert 0.79 < (count >= 20).mean() < 0.83
    assert assured[4] == 20


def test_the_tightest_limit_says_how_much_of_the_plan_fits() -> None:
    content = filled(PLAN, "ja", SHEETS)
    assert value(content, "capacity_share") == pytest.approx(60 / 80)
    assert value(content, "binding_stage") == text("planner.stage.nurtured", "ja")
    assert "75%" in reading(content)[2]
    roomy = edited(built(PLAN, "ja", SHEETS), {"capacities": (None, None, 80, None, None)})
    assert (value(roomy, "capacity_share"), value(roomy, "binding_stage")) == (1, None)


def test_other_rates_lead_to_other_counts_and_a_blank_one_is_the_planned_one() -> None:
    content = edited(built(PLAN, "ja", SHEETS), {"what_if_rates": (0.09, None, 0.6, None)})
    expected = [1600, 1600 * 0.09, 1600 * 0.045, 1600 * 0.027, 1600 * 0.0135]
    assert values(content, "what_if_counts") == pytest.approx(expected)
    assert "21.6" in reading(content)[3]
    assert "108%" in reading(content)[3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rate_that_would_do_alone_is_told_or_said_to_be_out_of_reach(language: Language) -> None:
    content = edited(built(PLAN, language, SHEETS), {"what_if_rates": (0.05, 0.5, 0.2, 0.5)})
    sheet = load_workbook(io.BytesIO(content), data_only=True)[text("planner.funnel.sheet", language)]
    alone = [sheet[f"J{row}"].value for row in range(22, 26)]
    out_of_reach = text("planner.funnel.out_of_reach", language)
    assert alone[0] == pytest.approx(20 / (1600 * 0.5 * 0.2 * 0.5))
    assert alone[2] == pytest.approx(20 / (1600 * 0.05 * 0.5 * 0.5))
    assert alone[1] == alone[3] == out_of_reach


def test_the_leads_are_split_over_the_channels_without_loss() -> None:
    assert values(filled(PLAN, "ja", SHEETS), "channel_leads") == [56, 40, 24, 24, 16, None]
    thirds = edited(built(PLAN, "ja", SHEETS), {"channel_shares": (0.2, None, 0.2, 0.2, None, None)})
    assert values(thirds, "channel_leads") == [54, None, 53, 53, None, None]


def test_a_blank_planner_says_what_to_enter_and_shows_no_number_yet() -> None:
    content = filled(BLANK, "ja", SHEETS)
    assert errors(content) == []
    for name in OUTPUTS:
        assert set(values(content, name)) == {None}, name
    assert reading(content) == [text("planner.funnel.reading.goal_missing", "ja"), "", "", ""]


@pytest.mark.parametrize(
    ("inputs", "known"),
    [
        ({"revenue_goal": 10**9}, set()),
        ({"revenue_goal": 10**9, "unit_price": 10**7, "channel_share": 1}, {"goal_deals"}),
        ({"step_rates": (0.1, 0.5, None, 0.5)}, set()),
        (
            {
                "revenue_goal": 10**9,
                "unit_price": 10**7,
                "channel_share": 1,
                "step_rates": (0.1, 0.5, 0.5, 0.5),
                "evidence_entered": (100, None, 80, 40),
                "evidence_passed": (10, 5, 4, 3),
            },
            {"goal_deals", "required_counts", "exact_counts", "what_if_counts"},
        ),
        (
            {
                "capacities": (None, 5, None, None, 0),
                "channel_shares": (0.5, None, None, None, None, 0.5),
                "what_if_rates": (None, 0.5, None, None),
            },
            set(),
        ),
    ],
)
def test_a_half_filled_planner_shows_what_can_be_known_and_no_error(
    inputs: dict[str, object], known: set[str]
) -> None:
    content = edited(built(BLANK, "ja", SHEETS), inputs)
    assert errors(content) == []
    assert {name for name in OUTPUTS if values(content, name)[0] is not None} == known


def test_impossible_evidence_is_named_and_impossible_certainty_is_left_out() -> None:
    impossible = edited(built(PLAN, "ja", SHEETS), {"evidence_passed": (160, 80, 90, 20)})
    assert errors(impossible) == []
    assert reading(impossible)[1] == text("planner.funnel.reading.evidence_wrong", "ja")
    hopeless = edited(built(PLAN, "ja", SHEETS), {"evidence_passed": (0, 0, 0, 0)})
    assert errors(hopeless) == []
    assert value(hopeless, "plan_chance") == pytest.approx(0, abs=1e-3)
