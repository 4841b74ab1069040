"""Laws of the design checks: any table is reviewed, whatever its order and size."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpixl.domain.checks import NO_KGI, RULES, Severity, check
from kpixl.domain.design_table import HEADINGS, Column
from kpixl.errors import NotEnoughData
from kpixl.i18n import LANGUAGES, Message, has_text

CELLS = st.one_of(
    st.none(),
    st.floats(allow_nan=False),
    st.booleans(),
    st.text(max_size=5),
    st.sampled_from(
        ["KGI", "KPI", "kai", "KSF", "管理指標", "a", "b", "c", "円", "%", "×", "+", "/", "受注率", "月次"]
    ),
)
HEADING_ROW = [headings[0] for headings in HEADINGS.values()]


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.lists(CELLS, min_size=len(HEADING_ROW), max_size=len(HEADING_ROW)), max_size=6), st.randoms()
)
def test_any_table_is_reviewed_and_every_finding_reads_in_both_languages(rows, shuffler) -> None:  # type: ignore[no-untyped-def]
    if not any(cell is not None and cell != "" for row in rows for cell in row):
        with pytest.raises(NotEnoughData):
            check([HEADING_ROW, *rows])
        return
    review = check([HEADING_ROW, *rows])
    assert review.missing == ()
    order = [(finding.rule.severity, finding.row) for finding in review.findings]
    assert order == sorted(order)
    for finding in review.findings:
        message = Message.of(f"check.{finding.rule.id}", **finding.gaps)
        assert len({message.text(language) for language in LANGUAGES}) == len(LANGUAGES)
    columns = list(range(len(HEADING_ROW)))
    shuffler.shuffle(columns)
    shuffled = [[row[column] for column in columns] for row in [HEADING_ROW, *rows]]
    assert check(shuffled).findings == review.findings


def test_every_rule_has_one_id_and_a_text_in_both_languages() -> None:
    ids = [rule.id for rule in (*RULES, NO_KGI)]
    assert len(set(ids)) == len(ids)
    assert all(has_text(f"check.{rule_id}") for rule_id in ids)
    assert all(has_text(f"check.severity.{severity.name}") for severity in Severity)
    needed = {column for rule in RULES for column in rule.columns}
    optional = {Column.OPERATOR, Column.VALUE, Column.DUE}
    assert all(has_text(f"check.column.{column.value}") for column in needed - optional)


def test_a_deep_tree_of_ten_thousand_nodes_is_reviewed() -> None:
    chain = [[str(row), str(row - 1) if row else None, "KSF" if row else "KGI", "x"] for row in range(10_000)]
    chain[-1][2] = "KPI"
    findings = check([["id", "parent", "kind", "name"], *chain]).findings
    assert [(finding.rule.id, finding.row) for finding in findings] == [("kpi_without_kai", 10_001)]


@pytest.mark.parametrize(
    "name",
    [
        "メール配信本数",
        "ブログ更新数",
        "セミナー開催回数",
        "ウェビナー開催数",
        "記事公開数",
        "訪問件数",
        "Webinars held",
        "Emails sent",
    ],
)
def test_counts_of_activity_are_known_by_their_names(name: str) -> None:
    assert "activity_as_kpi" in rules_broken_by(name)


@pytest.mark.parametrize(
    "name",
    [
        "ウェビナー経由MQL数",
        "コンテンツ経由の問い合わせ件数",
        "月間SQL数",
        "サイト訪問件数",
        "商談数",
        "Orders a year",
        "Webinar leads",
    ],
)
def test_outcomes_are_not_taken_for_activity(name: str) -> None:
    assert "activity_as_kpi" not in rules_broken_by(name)


def rules_broken_by(name: str) -> set[str]:
    table = [["id", "parent", "kind", "name"], ["1", None, "KGI", "受注件数"], ["2", "1", "KPI", name]]
    return {finding.rule.id for finding in check(table).findings}
