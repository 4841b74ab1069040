"""The story of a planner: the numbers of its cells, sentences that add up, and what is missing said so."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal

import pytest
from report.planners import PLANNERS, fill, fill_table, in_memory, overfull, planner

from kpixl.errors import WorkbookError
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.report.numbers import MINUS
from kpixl.report.story import Change, Fix, Missing, Pace, Story
from kpixl.report.tell import tell

EVERY_PLANNER = pytest.mark.parametrize(("sample", "language"), PLANNERS)
FILLED = pytest.mark.parametrize(("sample", "language"), [each for each in PLANNERS if each[0]])
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
SIGNED = re.compile(rf"[(（]([+{MINUS}][\d,.]+)件?[)）]")


def column(sample: str | None, language: Language, name: str) -> tuple[object, ...]:
    return tuple(None if value == "" else value for value in planner(sample, language).cells(name).column)


def texts(told: object) -> list[str]:
    """Every text anywhere in the story."""
    if isinstance(told, str):
        return [told]
    if isinstance(told, tuple):
        return [found for each in told for found in texts(each)]
    if is_dataclass(told):
        return [found for field in fields(told) for found in texts(getattr(told, field.name))]
    return []


def signed(sentence: str) -> list[Decimal]:
    return [Decimal(found.replace(MINUS, "-").replace(",", "")) for found in SIGNED.findall(sentence)]


# numbers


@FILLED
def test_the_numbers_are_those_of_the_cells(sample: str, language: Language) -> None:
    story = tell(planner(sample, language))
    for attribute, name in (
        ("level", "alert_levels"),
        ("actual", "month_actuals"),
        ("to_date", "targets_to_date"),
        ("target", "month_targets"),
        ("pace", "pace"),
        ("needed", "needed_run_rates"),
        ("year_actual", "year_results"),
        ("required", "required_counts"),
        ("landing", "landings"),
        ("landing_share", "landing_shares"),
    ):
        assert tuple(getattr(stage, attribute) for stage in story.stages) == column(sample, language, name), (
            name
        )
    for attribute, name in (
        ("target", "step_rates"),
        ("rate", "actual_rates"),
        ("lower", "rate_lowers"),
        ("upper", "rate_uppers"),
        ("uplift", "uplifts"),
    ):
        assert tuple(getattr(step, attribute) for step in story.steps) == column(sample, language, name), name
    assert isinstance(story.change, Change)
    effects = tuple(factor.effect for factor in story.change.factors)
    assert effects == column(sample, language, "contributions")


@FILLED
def test_what_is_due_in_the_year_by_now_is_what_the_sheet_diagnosis_compares_with(
    sample: str, language: Language
) -> None:
    port = planner(sample, language)
    sheet = port.workbook[port.cells("contributions").sheet]
    due = [sheet[f"R{row}"].value for row in range(25, 30)]  # beside the waterfall, for its plan
    story = tell(port)
    assert [stage.year_to_date for stage in story.stages] == pytest.approx(due)


@EVERY_LANGUAGE
def test_the_headline_is_about_the_stage_that_the_dashboard_names(language: Language) -> None:
    port = planner("web", language)
    dashboard = str(port.cells("dashboard_headline").value)
    story = tell(port)
    worst = min(story.stages, key=lambda stage: stage.pace or 0)
    assert worst.name in story.headline
    assert worst.name in dashboard
    assert "53.8%" in story.headline
    assert story.level == 3
    assert worst.action in story.lead[0]
    assert worst.action in dashboard


def test_the_gates_are_those_of_the_sheet_monitor() -> None:
    port = planner("web", "ja")
    pace = tell(port).pace
    assert isinstance(pace, Pace)
    sheet = port.workbook[port.cells("gate_counts").sheet]
    shown = [(sheet[f"C{row}"].value, sheet[f"D{row}"].value, sheet[f"E{row}"].value) for row in (31, 32, 33)]
    assert [(gate.need, gate.actual, gate.chance) for gate in pace.gates] == shown
    assert [gate.state for gate in pace.gates] == ["missed", "missed", "ahead"]
    assert pace.targets[-1] == pace.stage.target
    assert pace.targets[len(pace.days) - 9] == pytest.approx(pace.stage.to_date)  # 8 business days are left


# sentences


@FILLED
def test_the_contributions_in_the_sentences_add_up_to_the_change_they_explain(
    sample: str, language: Language
) -> None:
    change = tell(planner(sample, language)).change
    assert isinstance(change, Change)
    first, *rest = change.sentences
    (size,) = (Decimal(found) for found in re.findall(r"\d+\.\d", first.replace(",", "")))
    parts = [part for sentence in rest for part in signed(sentence)]
    assert parts
    assert sum(parts) == change.shown
    assert abs(change.shown) == size
    assert change.ends[-1] == float(change.shown)
    total = sum(value for value in column(sample, language, "contributions") if isinstance(value, float))
    assert abs(change.shown - Decimal(total)) <= Decimal("0.05000001")


def test_parts_that_would_be_lost_in_rounding_are_given_to_those_that_lost_most() -> None:
    workbook = in_memory("web", "ja")
    fill(workbook, "contributions", 0.04, 0.04, 0.04, 0.04, 0.04)
    change = tell(workbook).change
    assert isinstance(change, Change)
    assert change.shown == Decimal("0.2")
    assert [factor.shown for factor in change.factors] == [
        Decimal(n) for n in ("0.1", "0.1", "0.0", "0.0", "0.0")
    ]


@FILLED
def test_the_bottleneck_is_the_planners_and_its_worth_is_price_times_uplift(
    sample: str, language: Language
) -> None:
    port = planner(sample, language)
    fix = tell(port).fix
    assert isinstance(fix, Fix)
    bottleneck = port.cells("bottleneck").value
    assert (fix.step.name if fix.step else None) == (bottleneck or None)
    if fix.step:
        place = [stage.name for stage in tell(port).steps].index(fix.step.name)
        uplift, price = port.cells("uplifts").column[place], port.cells("unit_price").value
        assert isinstance(uplift, float)
        assert isinstance(price, float)
        assert fix.worth == uplift * price
        assert f"{fix.step.rate:.1%}" in fix.sentence


# alarms


@FILLED
def test_every_alarm_names_its_rule_its_action_and_a_cell_that_is_there(
    sample: str, language: Language
) -> None:
    port = planner(sample, language)
    story = tell(port)
    assert story.alarms
    for alarm in story.alarms:
        assert alarm.rule
        assert alarm.action
        sheet, _, cell = alarm.place.rpartition("!")
        assert port.workbook[sheet][cell].value
    assert [alarm.level for alarm in story.alarms] == sorted(
        (alarm.level for alarm in story.alarms), reverse=True
    )


def test_the_cell_of_a_pace_alarm_holds_the_action_agreed_for_its_level() -> None:
    port = planner("web", "ja")
    alarm = tell(port).alarms[0]
    sheet, _, cell = alarm.place.partition("!")
    assert alarm.rule == "ペース 53.8% が 70% 未満なら危機"
    assert alarm.owner == "インサイドセールス"
    assert port.workbook[sheet][cell].value == alarm.action


def test_the_list_of_alerts_of_the_same_day_goes_first() -> None:
    workbook = in_memory("web", "ja")
    row = (46315.0, "商談", "警戒", "悪化", "規則", "はじめに!D17", "対策", "営業", 46318.0, None)
    table = replace(workbook.tables["Reviews"], name="Alerts", headings=("",) * 10)
    workbook.tables["Alerts"] = replace(table, data=replace(table.data, rows=(row, (None,) * 10)))
    (alarm,) = tell(workbook, "en").alarms
    assert (alarm.subject, alarm.level, alarm.label, alarm.owner) == ("商談", 2, "Warning", "営業")
    assert alarm.due == date(2026, 10, 23)
    fill(workbook, "as_of", 46316.0)
    assert len(tell(workbook).alarms) > 1  # the list is of another day


# what carries over


@FILLED
def test_the_open_decisions_are_those_that_the_planner_carries_over(sample: str, language: Language) -> None:
    port = planner(sample, language)
    story = tell(port)
    carried = [str(value) for value in port.cells("carry_over").column if value]
    assert len(story.tasks) == story.open_tasks
    assert sum(task.late for task in story.tasks) == story.overdue_tasks
    for task, line in zip(story.tasks, carried):
        assert line.startswith(task.what)
        assert task.owner in line


# notes


def test_records_that_no_total_holds_are_counted() -> None:
    workbook = in_memory("web", "ja")
    good = (46300.0, "訪問", "自然検索", 1.0)
    bad = (
        (46400.0, "訪問", None, 1.0),
        (46300.0, "訪間", None, 1.0),
        (46300.0, "訪間", None, 1.0),
        ("10/3", "訪問", None, 1.0),
        (46300.0, "訪問", None, "三"),
        (40000.0, "訪問", None, 1.0),
    )
    fill_table(workbook, "Actuals", good, *bad, (None,) * 4)
    notes = "\n".join(tell(workbook).notes)
    assert "基準日より後の記録 1 行" in notes
    assert "指標の名前が登録と異なる記録 2 行" in notes
    assert "日付か値が読めない、または年度前の記録 3 行" in notes
    fill_table(workbook, "Actuals", good)
    assert "記録" not in "\n".join(tell(workbook).notes)


def test_a_record_older_than_the_as_of_date_is_told() -> None:
    workbook = in_memory("web", "en")
    assert not any("newest record" in note for note in tell(workbook).notes)
    fill(workbook, "last_record", 46300.0)
    assert any("newest record is of 5 Oct" in note for note in tell(workbook).notes)


# whatever the planner holds


@EVERY_PLANNER
def test_a_story_holds_no_trace_of_what_is_not_there(sample: str | None, language: Language) -> None:
    for spoken in LANGUAGES:
        for told in texts(tell(planner(sample, language), spoken)):
            assert not re.search(r"\b(nan|inf|None|NaN)\b|#[A-Z]+[!?]|\{|\}", told), told
    assert tell(planner(sample, language)).language == language


@EVERY_LANGUAGE
def test_a_blank_planner_says_what_is_missing(language: Language) -> None:
    story = tell(planner(None, language))
    assert story.headline == text("report.headline.missing", language)
    assert str(planner(None, language).cells("next_step").value) in story.lead[0]
    assert isinstance(story.pace, Missing)
    assert isinstance(story.change, Missing)
    assert isinstance(story.fix, Missing)
    assert story.alarms == ()
    assert not story.judged
    assert all(stage.level is None and stage.label for stage in story.stages)


def test_names_that_are_not_there_any_more_are_taken_for_empty() -> None:
    workbook = in_memory("web", "ja")
    for name in list(workbook.names):
        if name not in ("stage_names", "alert_levels", "month_plan", "as_of"):
            del workbook.names[name]
    workbook.tables.clear()
    story = tell(workbook)
    assert [stage.name for stage in story.stages][3] == "商談"
    assert story.stages[3].actual is None


@pytest.mark.parametrize(
    "value", ["#DIV/0!", True, float("nan"), float("inf"), 1e300, -1e300, "", None, "x" * 99999]
)
def test_a_cell_with_nonsense_harms_nothing(value: float | str | bool | None) -> None:
    workbook = in_memory("web", "en")
    for name, cells in workbook.names.items():
        if name != "stage_names":
            rows = tuple((value,) * len(row) for row in cells.rows)
            workbook.names[name] = replace(cells, rows=rows)
    for name, table in workbook.tables.items():
        rows = tuple((value,) * len(row) for row in table.data.rows[:9])
        workbook.tables[name] = replace(table, data=replace(table.data, rows=rows))
    story = tell(workbook)
    assert isinstance(story, Story)
    assert not any(re.search(r"\b(nan|inf)\b|e\+", told) for told in texts(story))


def test_texts_of_any_length_are_cut() -> None:
    assert max(len(told) for told in texts(tell(overfull("ja", "長" * 5000)))) < 1500


def test_a_workbook_that_is_no_planner_is_refused() -> None:
    workbook = in_memory("web", "ja")
    del workbook.names["alert_levels"]
    with pytest.raises(WorkbookError, match="no planner"):
        tell(workbook)
