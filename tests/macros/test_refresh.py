"""A refresh on a planner in memory: its history, its alarms, and what it says has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from memory import MemoryWorkbook
from planners import filled_rows, in_memory, set_column
from workbooks.ready_made import template

from kpixl.domain.calendar import business_days, serial_of
from kpixl.errors import WorkbookError
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.macros.port import Row
from kpixl.macros.refresh import NAMES, TABLES, Refreshed, fiscal_year, refresh
from kpixl.macros.refreshing.alert_list import DONE, DUE, LEVEL, METRIC, OWNER, SINCE, WHERE

NOW, LATER = date(2026, 10, 20), date(2026, 10, 23)
VISITS, LEADS, NURTURED, MEETINGS, DEALS = range(5)


def planner(language: Language = "ja") -> MemoryWorkbook:
    return in_memory(template(f"planner.web.{language}"))


def word(id_: str) -> str:
    return text(id_, "ja")


def judged(book: MemoryWorkbook, *levels: float | None) -> None:
    """Other levels, with a pace that has them."""
    paces = {None: None, 0: 1.2, 1: 0.9, 2: 0.75, 3: 0.5}
    set_column(book, "alert_levels", *levels)
    set_column(book, "pace", *(paces[level] for level in levels))


def told(refreshed: Refreshed, kind: str) -> list[str]:
    return [each.message.text("ja") for each in refreshed.differences if each.kind == kind]


def alert(book: MemoryWorkbook, metric: str, where: str) -> Row:
    (found,) = (row for row in filled_rows(book, "Alerts") if (row[METRIC], row[WHERE]) == (metric, where))
    return found


def edit_alert(book: MemoryWorkbook, row: Row, **values: object) -> None:
    places = {"owner": OWNER, "due": DUE, "done": DONE}
    changed = list(row)
    for name, value in values.items():
        changed[places[name]] = value  # type: ignore[call-overload]
    table = book.tables["Alerts"]
    rows = tuple(tuple(changed) if each == row else each for each in table.data.rows)
    book.tables["Alerts"] = replace(table, data=replace(table.data, rows=rows))


# the history


def test_the_first_refresh_writes_one_snapshot_with_a_row_a_stage() -> None:
    book = planner()
    refreshed = refresh(book, NOW)
    rows = filled_rows(book, "History")
    assert [row[1] for row in rows] == list(book.cells("stage_names").column)
    assert {row[0] for row in rows} == {serial_of(NOW)}
    for place, name in ((2, "targets_to_date"), (3, "month_actuals"), (4, "pace"), (5, "alert_levels")):
        assert [row[place] for row in rows] == list(book.cells(name).column)
    assert [row[6] for row in rows] == list(book.cells("landings").column)
    assert refreshed.before is None


def test_the_same_date_replaces_its_snapshot_and_a_later_one_is_appended() -> None:
    book = planner()
    refresh(book, NOW)
    judged(book, 0, 0, 0, 0, 0)
    refresh(book, NOW)
    assert [row[5] for row in filled_rows(book, "History")] == [0] * 5
    judged(book, 1, 1, 1, 1, 1)
    refreshed = refresh(book, LATER)
    assert [row[5] for row in filled_rows(book, "History")] == [0] * 5 + [1] * 5
    assert refreshed.before == NOW


def test_an_earlier_date_stands_before_the_later_ones_and_is_compared_with_what_was_before_it() -> None:
    book = planner()
    judged(book, 2, 0, 0, 0, 0)
    refresh(book, date(2026, 9, 30))
    judged(book, 3, 0, 0, 0, 0)
    refresh(book, LATER)
    judged(book, 1, 0, 0, 0, 0)
    refreshed = refresh(book, NOW)
    days = [row[0] for row in filled_rows(book, "History")][::5]
    assert days == [serial_of(day) for day in (date(2026, 9, 30), NOW, LATER)]
    assert refreshed.before == date(2026, 9, 30)
    assert told(refreshed, "level") == ["訪問：警戒から注意に改善（ペース 90.0%）"]


def test_a_second_refresh_as_of_the_same_date_writes_nothing() -> None:
    book = planner()
    first = refresh(book, NOW)
    tables, recalculations = dict(book.tables), book.recalculations
    again = refresh(book, NOW)
    assert book.tables == tables
    assert book.recalculations == recalculations + 1
    assert again == first


def test_stages_without_plan_or_name_leave_no_trace_of_an_error() -> None:
    book = planner()
    set_column(book, "stage_names", "訪問", None, "育成", "#NAME?", "受注")
    judged(book, 1, 1, None, None, 2)
    set_column(book, "targets_to_date", 10, 5, None, "#DIV/0!", 3)
    set_column(book, "landings", None, None, "", "#N/A", 12)
    refresh(book, NOW)
    rows = filled_rows(book, "History")
    assert [row[1] for row in rows] == ["訪問", "育成", "#NAME?", "受注"]
    assert [row[2] for row in rows] == [10, None, None, 3]
    assert [row[5] for row in rows] == [1, None, None, 2]
    levels = [row for row in filled_rows(book, "Alerts") if row[WHERE] in ("はじめに!D16", "はじめに!D17")]
    assert [(row[METRIC], row[LEVEL]) for row in levels if row[METRIC] != "初回対応時間"] == [
        ("受注", "警戒"),
        ("訪問", "注意"),
    ]


# the alarms


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_alarm_names_its_rule_and_the_cell_where_its_action_was_agreed(language: Language) -> None:
    book = planner(language)
    refreshed = refresh(book, NOW)
    assert {each.alarm.kind for each in refreshed.alerts} == {"level", "gate", "escalation", "anomaly"}
    cells = {
        f"{area.sheet}!{column}{area.top + row}": value
        for area, column in (
            (book.cells("agreed_actions"), "D"),
            (book.cells("gate_actions"), "Q"),
            (book.cells("escalations"), "J"),
        )
        for row, value in enumerate(area.column)
    }
    for row in filled_rows(book, "Alerts"):
        _, metric, level, _, rule, where, action, owner, due, _ = row
        assert all((metric, level, rule, owner, due)), row
        assert cells[str(where)] == action


def test_an_anomaly_takes_the_action_that_the_tree_has_for_the_metric() -> None:
    book = planner()
    tree = book.tables["Tree"]
    blank = next(place for place, row in enumerate(tree.data.rows) if row[0] is None)
    row = list(tree.data.rows[blank])
    row[3], row[21], row[24] = "初回対応時間", "山田", "担当を 1 人増やす"
    rows = (*tree.data.rows[:blank], tuple(row), *tree.data.rows[blank + 1 :])
    book.tables["Tree"] = replace(tree, data=replace(tree.data, rows=rows))
    refresh(book, NOW)
    found = alert(book, "初回対応時間", f"設計!Z{tree.data.top + blank}")
    assert (found[6], found[OWNER]) == ("担当を 1 人増やす", "山田")


def test_levels_follow_the_limits_of_the_planner_and_the_gravest_comes_first() -> None:
    book = planner()
    set_column(book, "alert_thresholds", 0.95, 0.85, 0.6)
    judged(book, 1, 2, 3, 0, 0)
    refreshed = refresh(book, NOW)
    rules = [each.alarm.rule for each in refreshed.alerts if each.alarm.kind == "level"]
    assert rules == [
        "ペース 50.0% が 60% 未満なら危機",
        "ペース 75.0% が 85% 未満なら警戒",
        "ペース 90.0% が 95% 未満なら注意",
    ]
    levels = [each.alarm.level for each in refreshed.alerts]
    assert levels == sorted(levels, reverse=True)


def test_an_alarm_is_due_after_the_business_days_of_its_level_and_holidays_do_not_count() -> None:
    book = planner()
    as_of = date(2026, 10, 30)  # a Friday; Tuesday, November 3 is a holiday
    refreshed = refresh(book, as_of)
    holidays = [day for day in book.cells("holidays").column if isinstance(day, float)]
    for each in refreshed.alerts:
        assert each.due is not None
        days = business_days(serial_of(as_of), serial_of(each.due), holidays) - 1
        assert days == {1: 5, 2: 3, 3: 1}[each.alarm.level]
    assert {each.due for each in refreshed.alerts if each.alarm.level == 2} == {date(2026, 11, 5)}


@pytest.mark.parametrize("days", [None, -1, 1e9, "soon", True])
def test_without_usable_days_an_alarm_has_no_due_date(days: object) -> None:
    book = planner()
    set_column(book, "due_days", None, days, days, days)  # type: ignore[arg-type]
    assert {each.due for each in refresh(book, NOW).alerts} == {None}


def test_the_owner_is_the_one_in_the_tree_by_name_or_by_metric_else_the_usual_one() -> None:
    book = planner()
    set_column(book, "alert_owner", "佐藤")
    owners = {each.alarm.metric: each.owner for each in refresh(book, NOW).alerts}
    # the tree calls them 商談設定数 and 年間受注件数; their metrics in the catalogue tell what they are
    assert owners["商談"] == word("planner.owner.inside_sales")
    assert owners["受注"] == word("planner.owner.head")
    assert owners["訪問"] == owners["初回対応時間"] == "佐藤"


def test_what_people_wrote_stays_as_long_as_the_alarm_goes_on() -> None:
    book = planner()
    refresh(book, NOW)
    row = alert(book, "育成", "はじめに!D16")
    edit_alert(book, row, owner="山田", due=serial_of(date(2026, 12, 1)), done="○")
    refresh(book, LATER)
    kept = alert(book, "育成", "はじめに!D16")
    assert (kept[OWNER], kept[DUE], kept[DONE]) == ("山田", serial_of(date(2026, 12, 1)), "○")
    assert (kept[0], kept[SINCE]) == (serial_of(LATER), "継続")


def test_an_alarm_that_gets_worse_is_due_anew_with_its_new_action_and_keeps_its_owner() -> None:
    book = planner()
    refresh(book, NOW)
    edit_alert(book, alert(book, "育成", "はじめに!D16"), owner="山田", due=50000.0, done="○")
    judged(book, 1, 0, 3, 3, 1)
    refresh(book, LATER)
    row = alert(book, "育成", "はじめに!D18")
    assert (row[SINCE], row[OWNER], row[DONE]) == ("悪化", "山田", None)
    assert row[DUE] == serial_of(date(2026, 10, 26))


def test_an_alarm_that_stops_leaves_the_list_and_the_rows_after_it_are_blank() -> None:
    book = planner()
    refresh(book, NOW)
    count = len(filled_rows(book, "Alerts"))
    judged(book, 0, 0, 0, 3, 0)
    refresh(book, LATER)
    rows = filled_rows(book, "Alerts")
    assert len(rows) == count - 3
    assert list(book.tables["Alerts"].data.rows[: len(rows)]) == rows
    assert [row[METRIC] for row in rows if row[WHERE] == "はじめに!D16"] == []


def test_a_note_without_a_date_is_people_s_own_and_stays_below_the_alarms() -> None:
    book = planner()
    note: Row = (None, "来週の会議で確認", *(None,) * 8)
    table = book.tables["Alerts"]
    rows = (note, *table.data.rows[1:])
    book.tables["Alerts"] = replace(table, data=replace(table.data, rows=rows))
    refresh(book, NOW)
    assert filled_rows(book, "Alerts")[-1] == note


def test_a_gate_missed_in_another_month_is_another_alarm() -> None:
    book = planner()
    refresh(book, NOW)
    edit_alert(book, alert(book, "商談", "目標!Q10"), done="○")
    refresh(book, LATER)
    assert alert(book, "商談", "目標!Q10")[DONE] == "○"
    november = [serial_of(date(2026, 11, day)) for day in (7, 14, 21, 30)]
    set_column(book, "gate_days", *november)
    refresh(book, date(2026, 11, 10))
    found = alert(book, "商談", "目標!Q10")
    assert (found[DONE], found[SINCE]) == (None, "新規")


def test_columns_that_people_added_on_the_right_are_kept() -> None:
    book = planner()
    refresh(book, NOW)
    for name in ("Alerts", "History"):
        table = book.tables[name]
        rows = tuple((*row, "メモ" if row[0] else None) for row in table.data.rows)
        data = replace(table.data, rows=rows)
        book.tables[name] = replace(table, headings=(*table.headings, "メモ"), data=data)
    refresh(book, LATER)
    assert {row[-1] for row in filled_rows(book, "Alerts") if row[SINCE] == "継続"} == {"メモ"}
    assert [row[-1] for row in filled_rows(book, "History")] == ["メモ"] * 5 + [None] * 5


# what has changed


def test_levels_that_moved_are_told_up_and_down_and_those_that_stayed_are_not() -> None:
    book = planner()
    judged(book, 2, 1, 0, None, 0)
    refresh(book, NOW)
    judged(book, 3, 0, 0, 1, 1)
    refreshed = refresh(book, LATER)
    levels = [each for each in refreshed.differences if each.kind == "level"]
    assert [each.message.text("ja") for each in levels] == [
        "訪問：警戒から危機に悪化（ペース 50.0%）",
        "リード：注意から達成に改善（ペース 120.0%）",
        "商談：注意（ペース 90.0%）",
        "受注：達成から注意に悪化（ペース 90.0%）",
    ]
    assert [each.is_worse for each in levels] == [True, False, True, True]
    since = {row[METRIC]: row[SINCE] for row in filled_rows(book, "Alerts") if row[WHERE] == "はじめに!D16"}
    assert since == {"商談": "新規", "受注": "新規"}


def test_a_gate_is_told_once_passed_or_missed() -> None:
    book = planner()
    assert told(refresh(book, date(2026, 10, 8)), "gate") == ["商談：第 1 週の関門（1 件）に届かず"]
    set_column(book, "gate_results", word("planner.targets.action_1"), word("gate.passed"), "—")
    assert told(refresh(book, NOW), "gate") == ["商談：第 2 週の関門（2 件）を通過"]
    assert told(refresh(book, date(2026, 10, 20)), "gate") == ["商談：第 2 週の関門（2 件）を通過"]
    assert told(refresh(book, date(2026, 10, 21)), "gate") == []


def test_escalations_and_anomalies_are_told_when_they_come_and_when_they_go() -> None:
    book = planner()
    first = refresh(book, NOW)
    assert len(told(first, "escalation")) == 3
    assert told(first, "anomaly") == [
        "初回対応時間：異常値：18.9（ふだんは 5.5 前後）。外れ度 +12.9 が ±3.5 の外"
    ]
    assert told(refresh(book, LATER), "escalation") == []
    set_column(book, "escalations", *[None] * 5)
    set_column(book, "latest_scores", 1.0, 0.2, -3.5)
    last = refresh(book, date(2026, 10, 26))
    assert sorted(told(last, "escalation")) == [
        f"{one}：エスカレーションが解消" for one in ("受注", "商談", "訪問")
    ]
    assert told(last, "anomaly") == ["初回対応時間：異常値が解消"]
    assert not any(each.is_worse for each in last.differences)


# what cannot be refreshed


@pytest.mark.parametrize("name", sorted({*NAMES, *TABLES}))
def test_a_workbook_without_one_of_the_names_is_refused_by_that_name(name: str) -> None:
    book = planner()
    book.names.pop(name, None)
    book.tables.pop(name, None)
    with pytest.raises(WorkbookError, match=f"'{name}'"):
        refresh(book, NOW)


def test_a_table_that_lost_a_column_is_refused() -> None:
    book = planner()
    table = book.tables["History"]
    book.tables["History"] = replace(table, headings=table.headings[:-1])
    with pytest.raises(WorkbookError, match="table History has fewer than its 7 columns"):
        refresh(book, NOW)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_planner_is_refused_with_what_to_do_next_and_left_as_it_was(language: Language) -> None:
    book = in_memory(template(f"planner.{language}"))
    before = dict(book.tables), dict(book.names)
    with pytest.raises(WorkbookError) as refusal:
        refresh(book, date(2026, 4, 20))
    assert str(book.cells("next_step").value) in refusal.value.text(language)
    assert (book.tables, book.names) == before


@pytest.mark.parametrize("as_of", [date(2026, 3, 31), date(2027, 4, 1)])
def test_a_date_outside_the_fiscal_year_is_refused(as_of: date) -> None:
    book = planner()
    with pytest.raises(WorkbookError, match="outside the fiscal year, 2026-04-01 to 2027-03-31"):
        refresh(book, as_of)
    assert book.cells("as_of").value == serial_of(NOW)


def test_the_fiscal_year_is_twelve_months_from_the_first_of_its_month() -> None:
    book = planner()
    assert fiscal_year(book) == (date(2026, 4, 1), date(2027, 3, 31))
    set_column(book, "fiscal_start", serial_of(date(2024, 3, 15)))
    assert fiscal_year(book) == (date(2024, 3, 1), date(2025, 2, 28))


@pytest.mark.parametrize("start", [None, "April", 0.0, 60.0, 2_958_465.0])
def test_a_planner_that_does_not_say_its_year_is_refused(start: object) -> None:
    book = planner()
    set_column(book, "fiscal_start", start)  # type: ignore[arg-type]
    with pytest.raises(WorkbookError, match="first day of the fiscal year is missing"):
        refresh(book, NOW)
