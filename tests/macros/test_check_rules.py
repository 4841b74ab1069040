"""Each rule over a planner fires where something is wrong, and is silent over a sound planner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from macros.memory import MemoryWorkbook
from macros.sample_planner import add_row, clear, set_all, set_name, set_row, set_table, sound

from kpixl.domain.findings import Finding, Severity
from kpixl.i18n import LANGUAGES, Language, has_text
from kpixl.macros.check import MOST, PLANNER_RULES, RULES, check, hint, sentence
from kpixl.macros.contract import NAMES, TABLES
from kpixl.macros.port import Cells
from kpixl.macros.reading import is_planner

AS_OF, FIRST_DAY = 46315.0, 46113.0
LAST_RECORD = 786


@dataclass(frozen=True)
class Case:
    """A damage, the rule that it breaks, and the only place where that shows."""

    rule: str
    place: str
    damage: Callable[[MemoryWorkbook], object]
    said: str = ""


def _without_name(workbook: MemoryWorkbook) -> None:
    del workbook.names["bottleneck"]


def _without_table(workbook: MemoryWorkbook) -> None:
    del workbook.tables["Leads"]


def _with_too_few_columns(workbook: MemoryWorkbook) -> None:
    leads = workbook.tables["Leads"]
    workbook.tables["Leads"] = replace(leads, headings=leads.headings[:5])


def _with_a_taller_name(workbook: MemoryWorkbook) -> None:
    rates = workbook.names["step_rates"]
    workbook.names["step_rates"] = replace(rates, rows=(*rates.rows, (0.5,)))


def _with_as_many_lead_scores(workbook: MemoryWorkbook, count: int) -> None:
    scores = workbook.names["lead_scores"]
    workbook.names["lead_scores"] = replace(scores, rows=(scores.rows * 2)[:count])


def _half_weighted(workbook: MemoryWorkbook) -> None:
    set_all(workbook, "month_weights_by_hand", 20.0)
    set_name(workbook, "month_weights_by_hand", None, 3)


def _without_targets_in_may(workbook: MemoryWorkbook) -> None:
    for column in range(5):
        set_name(workbook, "month_plan", 0.0, 1, column)


def _doubled(workbook: MemoryWorkbook) -> None:
    add_row(workbook, "Actuals", workbook.tables["Actuals"].data.rows[0])


def _stale(workbook: MemoryWorkbook) -> None:
    set_name(workbook, "as_of", AS_OF + 40)


def _without_deals(workbook: MemoryWorkbook) -> None:
    for row, values in enumerate(workbook.tables["Actuals"].data.rows):
        if values[1] == "Deals":
            set_table(workbook, "Actuals", row, 1, "Meetings")
            set_table(workbook, "Actuals", row, 0, FIRST_DAY + row / 10)  # no day twice


def _review(workbook: MemoryWorkbook, owner: str | None, due: float | None) -> None:
    for column, value in ((4, "Call back"), (5, owner), (6, due), (7, None)):
        set_table(workbook, "Reviews", 5, column, value)


def _measure(workbook: MemoryWorkbook, owner: str | None, due: float | None) -> None:
    values = (("Fair", 0), (owner, 2), (due, 4), (3.0, 5), (1.0, 6))
    for value, column in values:
        set_table(workbook, "Measures", 14, column, value)


def _alarm(workbook: MemoryWorkbook, due: float) -> None:
    for column, value in ((6, "Call a meeting"), (7, "Sales"), (8, due)):
        set_table(workbook, "Alerts", 0, column, value)


CASES = (
    Case("missing_name", "", _without_name, "'bottleneck'"),
    Case("missing_table", "", _without_table, "'Leads'"),
    Case("missing_table", "", _with_too_few_columns, "16"),
    Case("changed_shape", "Funnel!C13", _with_a_taller_name, "5 × 1 cells instead of 4 × 1"),
    Case("changed_shape", "Leads!P22", lambda book: _with_as_many_lead_scores(book, 39), "39 × 1"),
    Case("error_value", "Monitor!D15", lambda book: _error_in(book), "#DIV/0!"),
    Case("missing_input", "Funnel!D5", lambda book: set_name(book, "revenue_goal", None)),
    Case("missing_rate", "Funnel!C14", lambda book: set_name(book, "step_rates", " ", 1)),
    Case("text_number", "Actuals!E6", lambda book: set_table(book, "Actuals", 0, 3, "１２件"), "'１２件'"),
    Case("text_number", "Funnel!D6", lambda book: set_name(book, "unit_price", "5千万")),
    Case("text_date", "Actuals!B6", lambda book: set_table(book, "Actuals", 0, 0, "2026.4.1")),
    Case("text_date", "Start!B22", lambda book: set_name(book, "holidays", "29 Apr")),
    Case("no_share", "Funnel!C13", lambda book: set_name(book, "step_rates", 10.0), "10"),
    Case("negative_number", "Actuals!E6", lambda book: set_table(book, "Actuals", 0, 3, -2.0), "-2"),
    Case("zero_goal", "Funnel!D5", lambda book: set_name(book, "revenue_goal", 0.0)),
    Case("as_of_outside", "Start!D10", lambda book: set_name(book, "as_of", FIRST_DAY - 1)),
    Case("thresholds_order", "Start!B15:B17", lambda book: set_name(book, "alert_thresholds", 0.75, 0)),
    Case("thresholds_order", "Start!B15:B17", lambda book: set_name(book, "alert_thresholds", None, 2)),
    Case("blank_stage", "Funnel!B14", lambda book: set_name(book, "stage_names", "", 2)),
    Case(
        "repeated_name", "Funnel!L21,L26", lambda book: set_name(book, "channel_names", "ORGANIC search", 5)
    ),
    Case("passed_exceeds_entered", "Funnel!H13", lambda book: set_name(book, "evidence_passed", 1481.0)),
    Case("weights_incomplete", "Targets!C13", _half_weighted),
    Case("month_without_target", "Targets!F11", _without_targets_in_may),
    Case("no_holidays", "Start!B22", lambda book: set_all(book, "holidays", None)),
    Case(
        "unknown_metric", "Actuals!C6", lambda book: set_table(book, "Actuals", 0, 1, "Visit "), "'Visits'?"
    ),
    Case("unknown_metric", "Actuals!C6", lambda book: set_table(book, "Actuals", 0, 1, "zzz"), "(rows: 1)."),
    Case("incomplete_record", "Actuals!B6", lambda book: set_table(book, "Actuals", 0, 0, None), "'Date'"),
    Case("incomplete_record", "Actuals!C6", lambda book: set_table(book, "Actuals", 0, 1, None), "'Metric'"),
    Case("incomplete_record", "Actuals!E6", lambda book: set_table(book, "Actuals", 0, 3, None), "'Value'"),
    Case("unknown_channel", "Actuals!D6", lambda book: set_table(book, "Actuals", 0, 2, "Tiktok")),
    Case("unknown_channel", "Leads!C22", lambda book: set_table(book, "Leads", 0, 1, "Organic serch")),
    Case("unknown_channel", "Actions!C20", lambda book: set_table(book, "Measures", 0, 1, "TV")),
    Case("outside_year", "Actuals!B6", lambda book: set_table(book, "Actuals", 0, 0, FIRST_DAY - 1)),
    Case(
        "later_record",
        f"Actuals!B{6 + LAST_RECORD}",
        lambda book: set_table(book, "Actuals", LAST_RECORD, 0, AS_OF + 1),
    ),
    Case("doubled_record", f"Actuals!B{7 + LAST_RECORD}", _doubled, "2026-04-01 Visits / Organic search"),
    Case("no_records", "Actuals!B6", lambda book: clear(book, "Actuals")),
    Case("stale_records", "Start!D10", _stale, "40 days"),
    Case("silent_stage", "Funnel!B16", _without_deals, "'Deals'"),
    Case("stage_exceeds_previous", "Actuals!J23", lambda book: set_name(book, "year_results", 900.0, 1)),
    Case("lead_dates", "Leads!M22", lambda book: set_table(book, "Leads", 0, 11, FIRST_DAY)),
    Case("overdue_review", "Review!H22", lambda book: _review(book, "Sales", AS_OF - 3), "'Call back'"),
    Case("overdue_alarm", "Updates!J14", lambda book: _alarm(book, AS_OF - 3), "'Call a meeting'"),
    Case("overdue_measure", "Actions!F34", lambda book: _measure(book, "Sales", AS_OF - 3), "'Fair'"),
    Case("no_agreed_action", "Start!D18", lambda book: set_name(book, "agreed_actions", None, 3)),
    Case("no_agreed_action", "Targets!Q10", lambda book: set_name(book, "gate_actions", "")),
    Case("no_focus", "Design!D5", lambda book: set_all(book, "csf_scores", "")),
    Case("unowned_review", "Review!G22", lambda book: _review(book, None, AS_OF), "'Owner'"),
    Case("unowned_review", "Review!H22", lambda book: _review(book, "Sales", None), "'Due'"),
    Case("unowned_measure", "Actions!D34", lambda book: _measure(book, None, AS_OF), "'Owner'"),
    Case("empty_tree", "Design!B20", lambda book: clear(book, "Tree")),
    Case("unreadable_tree", "Design!B19", lambda book: _renamed_kind(book)),
    Case("design.no_owner", "Design!W22", lambda book: set_table(book, "Tree", 2, 21, None), "Meetings set"),
    Case("design.duplicate_id", "Design!B22", lambda book: set_table(book, "Tree", 2, 0, "G1")),
)


def _error_in(book: MemoryWorkbook) -> None:
    pace = book.names["pace"]
    book.names["pace"] = Cells("Monitor", 15, 4, ((1.0,), *pace.rows[1:]))
    set_name(book, "pace", "#DIV/0!")


def _renamed_kind(book: MemoryWorkbook) -> None:
    tree = book.tables["Tree"]
    book.tables["Tree"] = replace(tree, headings=(*tree.headings[:2], "Sort", *tree.headings[3:]))


def found(workbook: MemoryWorkbook, rule: str) -> list[Finding]:
    return [finding for finding in check(workbook) if finding.rule.id == rule]


@pytest.mark.parametrize("language", LANGUAGES)
def test_over_a_sound_planner_no_rule_fires(language: Language) -> None:
    assert [(finding.rule.id, finding.place()) for finding in check(sound(language))] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule} {case.place}")
def test_a_rule_fires_where_something_is_wrong(case: Case) -> None:
    workbook = sound()
    case.damage(workbook)
    assert [finding.place() for finding in found(workbook, case.rule)] == [case.place]
    (finding,) = found(workbook, case.rule)
    assert case.said in sentence(finding, "en")
    for language in LANGUAGES:
        assert "{" not in sentence(finding, language) + hint(finding, language)


def test_every_rule_has_a_case() -> None:
    assert {each.rule.id for each in PLANNER_RULES} | {"empty_tree", "unreadable_tree"} == {
        case.rule for case in CASES if not case.rule.startswith("design.")
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_its_sentence_and_its_hint_in_both_languages(rule: object) -> None:
    assert has_text(rule.text_id)  # type: ignore[attr-defined]
    assert has_text(rule.hint_id)  # type: ignore[attr-defined]


def test_the_rules_have_names_of_their_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_the_gravest_come_first() -> None:
    workbook = sound()
    _review(workbook, None, AS_OF - 3)
    set_name(workbook, "revenue_goal", None)
    assert [finding.severity for finding in check(workbook)] == [
        Severity.ERROR,
        Severity.WARNING,
        Severity.NOTE,
    ]


def test_the_rows_of_one_unknown_word_are_told_together() -> None:
    workbook = sound()
    for row in (0, 1, 2, 5):
        set_table(workbook, "Actuals", row, 1, "Page views")
    (finding,) = found(workbook, "unknown_metric")
    assert finding.place() == "Actuals!C6:C8,C11"
    assert "4 行" in sentence(finding, "ja")


def test_letter_case_does_not_make_a_metric_unknown() -> None:
    workbook = sound()
    set_table(workbook, "Actuals", 0, 1, "VISITS")
    assert found(workbook, "unknown_metric") == []


def test_of_many_findings_the_first_are_told_and_the_rest_counted() -> None:
    workbook = sound()
    for row in range(MOST + 5):
        set_table(workbook, "Actuals", row, 1, f"word {row} " + "x" * 10_000)
    assert len(found(workbook, "unknown_metric")) == MOST
    (rest,) = found(workbook, "more")
    assert rest.severity is Severity.ERROR
    assert sentence(rest, "en") == "More findings of this kind: 5."


def test_a_done_item_is_not_overdue() -> None:
    workbook = sound()
    _review(workbook, "Sales", AS_OF - 3)
    set_row(workbook, "Reviews", 5, done="○")
    assert found(workbook, "overdue_review") == []


@pytest.mark.parametrize("value", [1e300, -1e300, 0.0, 60.0, "x" * 100_000, True, "#REF!", 2958466.0])
@pytest.mark.parametrize("name", ["as_of", "fiscal_start", "last_record", "step_rates", "revenue_goal"])
def test_no_value_is_too_strange_to_be_checked(name: str, value: float | str | bool) -> None:
    workbook = sound()
    set_name(workbook, name, value)
    set_table(workbook, "Actuals", 0, 0, value)
    set_table(workbook, "Actuals", 1, 3, value)
    for finding in check(workbook):
        assert sentence(finding, "ja")


def test_a_workbook_is_a_planner_while_most_of_its_names_are_there() -> None:
    workbook = sound()
    assert is_planner(workbook)
    for name in NAMES[: len(NAMES) // 3]:
        del workbook.names[name.name]
    assert is_planner(workbook)
    assert not is_planner(MemoryWorkbook())


def test_without_any_name_or_table_only_those_are_missing() -> None:
    rules = {finding.rule.id for finding in check(MemoryWorkbook())}
    assert rules == {"missing_name", "missing_table", "more"}
    assert len(found(MemoryWorkbook(), "missing_table")) == len(TABLES)
