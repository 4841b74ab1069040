"""The sample cases: their numbers tell the stories they are meant to tell."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from itertools import accumulate
from typing import get_args

import pytest

from kpixl.domain.anomalies import modified_z_scores
from kpixl.domain.checks import Severity, check
from kpixl.domain.funnel import backcalc
from kpixl.domain.metrics import METRICS
from kpixl.domain.tree import tree_values
from kpixl.i18n import LANGUAGES, Language, has_text, text
from kpixl.template.planner.case import BLANK, CHANNELS, STAGES, Case, Kind, Node
from kpixl.template.planner.cases import CASES
from kpixl.template.planner.cases.pattern import leads_from

ALL = pytest.mark.parametrize("case", CASES.values(), ids=CASES)
MONTHS_GONE = 6  # April to September; October is running

REQUIRED = {
    "web": [1600, 160, 80, 40, 20],
    "saas": [120_000, 2400, 600, 240, 144],
    "manufacturing": [60_000, 1200, 360, 156, 39],
    "hr": [300_000, 30_000, 12_000, 6000, 600],
    "nurturing": [100_000, 20_000, 1000, 100, 10],
}


def total(case: Case, stage: int, first: int = 0, last: int = 6) -> int:
    return sum(counts[stage] for counts in case.monthly[first : last + 1])


# every case


def test_there_are_five_cases_by_their_ids() -> None:
    assert list(CASES) == ["web", "saas", "manufacturing", "hr", "nurturing"]
    assert all(case.id == id_ for id_, case in CASES.items())


def test_the_cases_need_no_spreadsheet_library() -> None:
    asked = "import sys, kpixl.template.planner.cases as c; print(len(c.CASES), 'openpyxl' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["5", "False"]


@ALL
def test_a_case_fills_every_part_of_the_planner(case: Case) -> None:
    assert (case.fiscal_start, case.as_of) == (date(2026, 4, 1), date(2026, 10, 20))
    assert len(case.stages) == STAGES == len(case.capacities)
    assert len(case.step_rates) == len(case.evidence) == len(case.what_if_rates) == STAGES - 1
    assert len(case.channels) == len(case.channel_shares) <= CHANNELS
    assert sum(case.channel_shares) == pytest.approx(1)
    assert [len(counts) for counts in case.monthly] == [STAGES] * 7
    assert all(0 < passed < entered for passed, entered in case.evidence)
    assert 8 <= len(case.tree) <= 14
    assert 20 <= len(case.leads) <= 30
    assert 5 <= len(case.measures) <= 7
    assert 4 <= len(case.reviews) <= 5


@ALL
def test_the_goal_asks_for_the_counts_of_the_story(case: Case) -> None:
    assert case.revenue_goal is not None
    assert case.unit_price is not None
    assert case.channel_share is not None
    goal = case.revenue_goal / case.unit_price * case.channel_share
    assert list(backcalc(goal, case.step_rates, "ceil")) == REQUIRED[case.id]


@ALL
def test_counts_shrink_from_stage_to_stage(case: Case) -> None:
    for counts in (*case.monthly, *zip(*case.monthly)):
        assert all(isinstance(count, int) for count in counts)
    for upper, lower in zip(range(STAGES), range(1, STAGES)):
        assert all(counts[upper] >= counts[lower] for counts in case.monthly)


@ALL
def test_the_evidence_is_one_year_seen_step_by_step(case: Case) -> None:
    passed, entered = zip(*case.evidence)
    assert passed[:-1] == entered[1:]
    assert all(
        0.75 <= passed_ / entered_ / rate <= 1.1
        for (passed_, entered_), rate in zip(case.evidence, case.step_rates)
    )


@ALL
def test_one_of_three_management_metrics_stands_out_this_month(case: Case) -> None:
    assert len(case.management) == 3
    assert all(metric.metric in METRICS and len(metric.values) == 7 for metric in case.management)
    scores = [modified_z_scores(metric.values, 0) for metric in case.management]
    assert [abs(series[-1] or 0) > 3.5 for series in scores].count(True) == 1


@ALL
def test_leads_step_forward_in_time_and_by_the_as_of_day(case: Case) -> None:
    assert len(case.scoring) == 8
    for lead in case.leads:
        assert len(lead.attributes) == len(case.scoring)
        assert lead.channel < len(case.channels)
        steps = (lead.qualified, lead.accepted, lead.won)
        taken = [day for day in steps if day is not None]
        assert steps[: len(taken)] == tuple(taken), "no step is left out"
        days = [lead.entered, *taken]
        assert days == sorted(days)
        assert days[-1] <= case.as_of
        assert all(day.weekday() < 5 for day in taken)
    assert any(lead.won for lead in case.leads)
    assert any(lead.qualified is None for lead in case.leads)


@ALL
def test_measures_add_up_to_the_second_stage_and_the_deals_so_far(case: Case) -> None:
    assert sum(measure.deals for measure in case.measures) == total(case, 4)
    if case.stages[1] == "leads":
        assert sum(measure.leads for measure in case.measures) == total(case, 1)
    assert all(measure.revenue == measure.deals * (case.unit_price or 0) for measure in case.measures)
    assert all(measure.start <= measure.due for measure in case.measures)


@ALL
def test_every_case_has_decisions_done_open_and_overdue(case: Case) -> None:
    overdue = [r for r in case.reviews if not r.closed and r.due is not None and r.due < case.as_of]
    still_open = [r for r in case.reviews if not r.closed and r not in overdue]
    assert any(review.closed for review in case.reviews)
    assert overdue
    assert still_open
    assert [review.day for review in case.reviews] == sorted(review.day for review in case.reviews)


@ALL
def test_every_word_of_a_case_is_there_in_both_languages(case: Case) -> None:
    ids = [case.text_id(end) for end in ("company", "title", "story")]
    ids += [case.text_id(f"tree.{node.id}") for node in case.tree]
    ids += [case.text_id(f"measure.{measure.id}") for measure in case.measures]
    ids += [
        case.text_id(f"review.{r.id}.{part}") for r in case.reviews for part in ("plan", "do", "check", "act")
    ]
    ids += [case.text_id(part) for node in case.tree for part in (node.numerator, node.denominator) if part]
    ids += [case.text_id(f"action.{node.id}") for node in case.tree if node.kind in ("KPI", "INTERMEDIATE")]
    ids += [f"planner.stage.{stage}" for stage in case.stages]
    ids += [f"planner.channel.{channel}" for channel in case.channels]
    ids += [f"planner.attribute.{rule.id}" for rule in case.scoring]
    ids += [f"planner.owner.{review.owner}" for review in case.reviews]
    ids += [f"planner.owner.{measure.owner}" for measure in case.measures]
    assert [text_id for text_id in ids if not has_text(text_id)] == []


def test_no_text_of_a_case_is_left_unused() -> None:
    from kpixl.i18n.texts.planner.cases import TEXTS

    used = set()
    for case in CASES.values():
        parts = [*(f"tree.{node.id}" for node in case.tree), *(f"action.{node.id}" for node in case.tree)]
        parts += [part for node in case.tree for part in (node.numerator, node.denominator)]
        parts += ["company", "title", "story", *(f"measure.{measure.id}" for measure in case.measures)]
        parts += [f"review.{r.id}.{step}" for r in case.reviews for step in ("plan", "do", "check", "act")]
        used |= {case.text_id(part) for part in parts}
    assert TEXTS.keys() - used == set()


# the trees


def table_of(case: Case, language: Language) -> list[list[str | float | None]]:
    """The tree as the sheet Design lays it out, as far as the check reads it."""
    headings = {
        "ja": "ID 親 種別 名称 演算子 単位 方向 変数・定数 影響力 目標 期限 責任者 頻度 分子 分母 定義版"
        " 未達時の対応",
        "en": "id parent kind name operator unit direction variable influence target due owner cadence"
        " numerator denominator definition-version agreed-action-on-a-miss",
    }

    def words(text_id: str) -> str:
        return text(text_id, language) if has_text(text_id) else ""

    def part(node: Node, which: str, own: str) -> str:
        if own:
            return words(case.text_id(own))
        return words(f"metric.{node.metric}.{which}")

    rows: list[list[str | float | None]] = [list(headings[language].split())]
    for node in case.tree:
        rows.append(
            [
                node.id,
                node.parent,
                words(f"planner.kind.{node.kind}"),
                words(case.text_id(f"tree.{node.id}")),
                node.operator,
                words(f"planner.unit.{node.unit}"),
                words(f"planner.direction.{node.direction}"),
                "",
                node.influence,
                node.target,
                None if node.due is None else float(node.due.toordinal()),
                words(f"planner.owner.{node.owner}"),
                words(f"planner.cadence.{node.cadence}"),
                part(node, "numerator", node.numerator),
                part(node, "denominator", node.denominator),
                node.version,
                words(case.text_id(f"action.{node.id}")),
            ]
        )
    return rows


@ALL
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tree_is_sound_but_for_one_note_in_the_case_saas(case: Case, language: Language) -> None:
    review = check(table_of(case, language))
    assert review.missing == ()
    found = [(finding.rule.id, finding.rule.severity) for finding in review.findings]
    assert found == ([("kai_seldom_seen", Severity.NOTE)] if case.id == "saas" else [])


@ALL
def test_the_targets_of_a_tree_make_its_goal(case: Case) -> None:
    nodes = [node for node in case.tree if node.kind != "KAI"]
    assert case.tree[: len(nodes)] == tuple(nodes), "actions come last"
    assert {node.kind for node in case.tree} <= set(get_args(Kind))
    targets = tree_values(
        [node.id for node in nodes],
        [node.parent or None for node in nodes],
        [node.operator or None for node in nodes],
        [node.target for node in nodes],
    )
    assert targets[0] == pytest.approx(nodes[0].target, rel=0.01)


@ALL
def test_a_tree_has_one_kpi_which_is_the_stage_in_focus(case: Case) -> None:
    (kpi,) = [node for node in case.tree if node.kind == "KPI"]
    assert kpi.target == REQUIRED[case.id][case.focus]


# the stories


def test_web_has_too_few_meetings_since_august() -> None:
    web = CASES["web"]
    planned = [3, 3, 4, 4, 3, 3]  # 40 meetings by business days
    reached = [counts[3] / plan for counts, plan in zip(web.monthly, planned)]
    assert [share < 0.7 for share in reached] == [False] * 4 + [True] * 2
    rates = [total(web, step + 1) / total(web, step) for step in range(4)]
    shares = [rate / target for rate, target in zip(rates, web.step_rates)]
    assert shares.index(min(shares)) == 2


def test_saas_has_more_orders_of_fewer_mqls() -> None:
    saas = CASES["saas"]
    before, after = ([total(saas, stage, first, first + 2) for stage in range(5)] for first in (0, 3))
    assert (before[4], after[4]) == (30, 36)
    assert after[2] < before[2]
    assert (after[3] / after[2]) / (before[3] / before[2]) == pytest.approx(1.7, abs=0.02)
    assert all(counts[2] >= 50 for counts in saas.monthly[3:MONTHS_GONE])


def test_manufacturing_exceeds_its_kpi_in_the_third_month_but_the_goal_only_over_the_year() -> None:
    case = CASES["manufacturing"]
    assert [counts[2] > 30 for counts in case.monthly[:MONTHS_GONE]] == [False, False, True, True, True, True]
    sums = list(accumulate(counts[3] for counts in case.monthly))
    assert (sums[2], sums[5]) == (35, 79)
    assert sums[2] / 33 < 1.3 < sums[5] / 60


def test_hr_meets_its_kpi_and_misses_compound_growth() -> None:
    hr = CASES["hr"]
    assert all(counts[3] >= 500 for counts in hr.monthly[:MONTHS_GONE])
    april, july = (hr.monthly[month][4] / hr.monthly[month][3] for month in (0, 3))
    assert july / april - 1 == pytest.approx(0.13, abs=0.001)
    assert july / april < 1.1**3


def test_nurturing_opens_fall_in_july_and_come_back() -> None:
    nurturing = CASES["nurturing"]
    rates = [round(opened / delivered, 3) for delivered, opened, *_ in nurturing.monthly]
    assert rates == [0.202, 0.2, 0.19, 0.181, 0.205, 0.212, 0.213]


# the pattern


def test_a_step_that_falls_on_a_weekend_is_taken_on_monday() -> None:
    (lead,) = leads_from(date(2026, 4, 1), "1 2 o. 2 3 -")
    assert lead.entered == date(2026, 4, 2)
    assert (lead.qualified, lead.accepted, lead.won) == (date(2026, 4, 6), date(2026, 4, 6), None)
    assert (lead.channel, lead.attributes) == (2, (True, False))


def test_a_blank_planner_has_rules_of_scoring_but_no_leads() -> None:
    assert len(BLANK.scoring) == 8
    assert [BLANK.leads, BLANK.measures, BLANK.reviews, BLANK.tree] == [()] * 4
