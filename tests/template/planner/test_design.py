"""The sheet Design: the tree that computes, the factor to focus on, and the check of the design."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log

import pytest
from books import built, errors, filled, shown, value, values
from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import CellRange

from kpixl.domain.checks import check
from kpixl.hosts.headless import recalculate_content
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template import theme
from kpixl.template.layout import Named, Page, Recipe, put
from kpixl.template.planner import design, metrics
from kpixl.template.planner.case import BLANK, Case
from kpixl.template.planner.cases.web import WEB
from kpixl.template.planner.tree_table import FIRST, HEADINGS, ROWS

RATE = "mql_rate_per_lead"


def _write_catalogue(page: Page, case: Case) -> None:
    for cell, field in zip(("B1", "C1", "D1"), ("name", "numerator", "denominator")):
        put(page, cell, page.text(f"metric.{RATE}.{field}"), theme.TEXT)


CATALOGUE = Recipe(
    "planner.metrics.sheet",
    (
        Named("catalogue_names", "B1:B2"),
        Named("catalogue_numerators", "C1:C2"),
        Named("catalogue_denominators", "D1:D2"),
    ),
    _write_catalogue,
)
"""A catalogue of one metric, which is quicker than the real one."""

SHEETS = (design.SHEET, metrics.SHEET)
SHEET = text("planner.design.sheet", "ja")
DEALS = [{"ID": 1, "種別": "KGI", "名称": "受注", "演算": "×", "目標": 20, "現状": 12}]
DIVIDED = [{"ID": 1, "種別": "KGI", "名称": "受注率", "演算": "÷", "目標": 0.5}]
FACTOR = {"種別": "KPI", "方向": "↑", "KGI影響度": 1, "影響力": 1}


def typed(rows: Sequence[Mapping[str, object]]) -> bytes:
    """The blank planner with these rows in the tree, by heading, recalculated."""
    workbook = load_workbook(io.BytesIO(built(BLANK, "ja", (design.SHEET, CATALOGUE))))
    sheet = workbook[SHEET]
    area = CellRange(sheet.tables["Tree"].ref)
    column_of = {
        sheet.cell(area.min_row, column).value: column for column in range(area.min_col, area.max_col + 1)
    }
    for number, row in enumerate(rows, area.min_row + 1):
        for heading, one in row.items():
            sheet.cell(number, column_of[heading]).value = one
    stream = io.BytesIO()
    workbook.save(stream)
    return recalculate_content(stream.getvalue(), "planner.xlsx").content


def column(content: bytes, letter: str, count: int) -> list[object]:
    """The first cells of a column of the tree; what shows nothing is None."""
    sheet = shown(content)[SHEET]
    return [sheet[f"{letter}{row}"].value or None for row in range(FIRST, FIRST + count)]


def outlook(content: bytes) -> list[object]:
    """The goal: its target, from the factors' targets, from the factors as they are, and the note below."""
    sheet = shown(content)[SHEET]
    return [sheet[cell].value or None for cell in ("F14", "F15", "F16", "B17")]


def findings(content: bytes) -> list[tuple[object, object, object]]:
    """Severity, row and message of what the check shows."""
    flat = values(content, "design_checks")
    rows = zip(flat[::3], flat[1::3], flat[2::3])
    return [row for row in rows if row[0] is not None]


# the tree of the sample


def test_the_sample_reaches_its_goal_if_all_factors_do_and_falls_short_as_it_is() -> None:
    content = filled(WEB, "ja", SHEETS)
    target, from_targets, as_is, note = outlook(content)
    assert target == 20
    assert from_targets == pytest.approx(1600 * 0.1 * 0.5 * 0.5 * 0.5)
    assert as_is == pytest.approx(1520 * 0.104 * 0.487 * 0.43 * 0.49)
    assert note is None


def test_scores_are_headroom_times_impact_times_influence_and_the_highest_kpi_is_the_focus() -> None:
    content = filled(WEB, "ja", SHEETS)
    expected = [
        max(0.0, log(node.target / node.actual)) * node.impact * node.influence
        if node.target and node.actual and node.impact and node.influence
        else None
        for node in WEB.tree
    ]
    assert values(content, "csf_scores") == [
        *(score if score is None else pytest.approx(score) for score in expected),
        *[None] * (ROWS - len(WEB.tree)),
    ]
    best = max(
        (node for node in WEB.tree if node.kind in ("KPI", "INTERMEDIATE")),
        key=lambda node: expected[WEB.tree.index(node)] or 0.0,
    )
    assert value(content, "focus_kpi") == text(f"planner.case.web.tree.{best.id}", "ja")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_on_the_sheet_finds_what_the_function_finds_in_the_table(language: Language) -> None:
    spoiled = replace(WEB, tree=tuple(replace(node, owner="", cadence="") for node in WEB.tree))
    content = filled(spoiled, language, SHEETS)
    sheet = shown(content)[text("planner.design.sheet", language)]
    table = [[cell.value for cell in row] for row in sheet[sheet.tables["Tree"].ref]]
    review = check(table)
    assert value(content, "design_problems") == len(review.findings) > 10
    assert [row for _, row, _ in findings(content)] == [
        finding.row + HEADINGS - 1 for finding in review.findings[:10]
    ]
    names = [finding.gaps.get("name") for finding in review.findings[:10]]
    for (severity, _, words), finding, name in zip(findings(content), review.findings, names):
        assert severity == text(f"check.severity.{finding.rule.severity.name}", language)
        assert str(name) in str(words)
    assert str(len(review.findings) - 10) in str(sheet["L5"].value)


def test_the_sample_has_no_problem_and_the_sheet_says_so() -> None:
    content = filled(WEB, "ja", SHEETS)
    assert value(content, "design_problems") == 0
    assert findings(content) == []
    assert shown(content)[SHEET]["L5"].value == text("planner.design.problems.none", "ja")


# what a user types


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blank_sheet_says_what_to_do(language: Language) -> None:
    content = filled(BLANK, language, SHEETS)
    assert errors(content) == []
    assert value(content, "focus_kpi") == text("planner.design.focus.none", language)
    assert value(content, "design_problems") == 0
    sheet = shown(content)[text("planner.design.sheet", language)]
    assert sheet["L5"].value == text("planner.design.problems.empty", language)


def test_where_less_is_better_the_headroom_turns_around() -> None:
    factor = FACTOR | {"ID": 2, "親": 1, "名称": "直帰率", "方向": "↓", "目標": 0.4, "現状": 0.5}
    content = typed([*DEALS, factor])
    assert values(content, "csf_scores")[1] == pytest.approx(log(0.5 / 0.4))
    assert column(content, "P", 2)[1] == pytest.approx(0.5 / 0.4 - 1)
    assert value(content, "focus_kpi") == "直帰率"


def test_only_what_one_can_move_and_called_kpi_may_be_the_focus() -> None:
    rows = [
        FACTOR | {"ID": 2, "親": 1, "名称": "市場規模", "変数・定数": "定数", "目標": 9, "現状": 1},
        FACTOR | {"ID": 3, "親": 1, "名称": "訪問", "種別": "管理指標", "目標": 8, "現状": 1},
        FACTOR | {"ID": 4, "親": 1, "名称": "商談", "目標": 2, "現状": 1},
        FACTOR | {"ID": 5, "親": 1, "名称": "MQL", "種別": "中間KPI", "目標": 3, "現状": 1},
        FACTOR | {"ID": 6, "親": 1, "名称": "SQL", "種別": "中間KPI", "目標": 3, "現状": 1},
    ]
    content = typed([*DEALS, *rows])
    assert value(content, "focus_kpi") == "MQL"
    assert [shown(content)[SHEET][f"C{row}"].value for row in range(7, 10)] == ["MQL", "SQL", "商談"]


def test_actions_and_success_factors_in_words_are_no_part_of_the_product() -> None:
    rows = [
        {"ID": 2, "親": 1, "種別": "管理指標", "名称": "商談", "目標": 40, "現状": 30},
        {"ID": 3, "親": 1, "種別": "管理指標", "名称": "受注率", "目標": 0.5, "現状": 0.4},
        {"ID": 4, "親": 1, "種別": "KSF", "名称": "リードの質"},
        {"ID": 5, "親": 1, "種別": "KAI", "名称": "架電", "目標": 200, "現状": 100},
        {"ID": 6, "親": 2, "種別": "KPI", "名称": "SQL", "目標": 90, "現状": 80},
    ]
    assert outlook(typed([*DEALS, *rows]))[:3] == [20, 20, pytest.approx(12)]


def test_a_chosen_metric_brings_its_definition() -> None:
    name = text(f"metric.{RATE}.name", "ja")
    content = typed([{"ID": 1, "種別": "KPI", "名称": "MQL 率", "辞典の指標": name}])
    assert column(content, "T", 1) == [text(f"metric.{RATE}.numerator", "ja")]
    assert column(content, "U", 1) == [text(f"metric.{RATE}.denominator", "ja")]


def test_an_activity_called_kpi_is_reported_with_the_row_of_the_sheet() -> None:
    content = typed([*DEALS, FACTOR | {"ID": 2, "親": 1, "名称": "メルマガ配信数"}])
    serious = [row for severity, row, words in findings(content) if "メルマガ配信数" in str(words)]
    assert serious[0] == FIRST + 1


@pytest.mark.parametrize(
    "rows",
    [
        [{"ID": 1}],
        [{"名称": "受注"}],
        [{"目標": 20}],
        [{"種別": "KGI", "名称": "受注", "目標": 20}],
        DEALS,
        [*DEALS, {"ID": 2, "親": 1, "種別": "KPI", "名称": "商談"}],
        [*DEALS, {"ID": 2, "親": 9, "種別": "KPI", "名称": "商談", "目標": 40}],
        [*DEALS, {"ID": 1, "親": 1, "種別": "KPI", "名称": "商談", "目標": 40}],
        [*DEALS, {}, {"ID": 3, "親": 1, "種別": "KPI", "名称": "商談", "目標": 40, "現状": 30}],
        [{"ID": 1, "親": 2, "種別": "KGI", "演算": "×"}, {"ID": 2, "親": 1, "種別": "KPI", "演算": "×"}],
        [{"ID": 1, "親": 1, "種別": "KGI", "演算": "×", "目標": 2}],
        [*DEALS, FACTOR | {"ID": 2, "親": 1, "名称": "商談", "目標": 0, "現状": 0}],
        [*DEALS, FACTOR | {"ID": 2, "親": 1, "名称": "商談", "目標": 40, "現状": 0}],
        [*DIVIDED, {"ID": 2, "親": 1, "目標": 0}, {"ID": 3, "親": 1, "目標": 0}],
        [*DEALS, FACTOR | {"ID": 2, "親": 1, "目標": "四十", "現状": 30}],
    ],
)  # fmt: skip
def test_no_half_filled_tree_shows_an_error_value(rows: list[dict[str, object]]) -> None:
    content = typed(rows)
    assert errors(content) == []
    assert isinstance(value(content, "design_problems"), (int, float))


def test_while_a_value_is_missing_the_outlook_is_empty_and_says_what_it_needs() -> None:
    content = typed([*DEALS, {"ID": 2, "親": 1, "種別": "KPI", "名称": "商談"}])
    assert outlook(content) == [20, None, None, text("planner.design.goal.note", "ja")]
