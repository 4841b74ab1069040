"""The alarms of a report are those that a refresh as of the same date lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from macros.memory import MemoryWorkbook
from report.planners import PLANNERS, fill, in_memory

from kpixl.domain.calendar import serial_of
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.macros.refresh import NAMES, TABLES, refresh
from kpixl.macros.refreshing.alert_list import OWNER
from kpixl.report.reading import REQUIRED
from kpixl.report.tell import tell

NOW, LATER = date(2026, 10, 20), date(2026, 10, 23)
FILLED = pytest.mark.parametrize(("sample", "language"), [each for each in PLANNERS if each[0]])


def shortened(workbook: MemoryWorkbook, name: str) -> None:
    cells = workbook.names[name]
    workbook.names[name] = replace(cells, rows=cells.rows[:1])


@FILLED
def test_without_a_refresh_the_report_tells_what_one_would_list(sample: str, language: Language) -> None:
    workbook = in_memory(sample, language)
    told = tell(workbook)
    assert told.as_of
    alerts = refresh(workbook, told.as_of).alerts
    assert sorted(
        (alarm.subject, alarm.rule, alarm.place, alarm.owner, alarm.due) for alarm in told.alarms
    ) == (
        sorted(
            (each.alarm.metric, each.alarm.rule, each.alarm.agreed.where, each.owner, each.due)
            for each in alerts
        )
    )
    assert tell(workbook).alarms == told.alarms


def test_the_owner_that_somebody_wrote_into_the_last_list_is_told_at_the_next_date() -> None:
    workbook = in_memory("web", "ja")
    refresh(workbook, NOW)
    table = workbook.tables["Alerts"]
    first, *others = table.data.rows
    mine = (*first[:OWNER], "山田", *first[OWNER + 1 :])
    workbook.tables["Alerts"] = replace(table, data=replace(table.data, rows=(mine, *others)))
    fill(workbook, "as_of", serial_of(LATER))
    alarms = tell(workbook).alarms
    assert next(alarm.owner for alarm in alarms if alarm.subject == first[1]) == "山田"
    refresh(workbook, LATER)
    assert tell(workbook).alarms == alarms


def test_the_report_changes_nothing() -> None:
    workbook = in_memory("web", "ja")
    before = dict(workbook.tables), dict(workbook.names)
    tell(workbook)
    assert (workbook.tables, workbook.names, workbook.recalculations) == (*before, 0)


@pytest.mark.parametrize(("spoken", "language"), [("ja", "en"), ("en", "ja")])
def test_our_sentences_are_in_the_language_of_the_report(spoken: Language, language: Language) -> None:
    told = tell(in_memory("web", spoken), language).alarms
    like = tell(in_memory("web", language)).alarms
    assert [(alarm.rule, alarm.label, alarm.place.partition("!")[2]) for alarm in told] == [
        (alarm.rule, alarm.label, alarm.place.partition("!")[2]) for alarm in like
    ]
    calls = {text(f"escalation.{id_}", language) for id_ in ("report_to_head", "reconsider_measure")}
    assert calls & {alarm.action for alarm in told}


@pytest.mark.parametrize("name", sorted({*NAMES, *TABLES} - {*REQUIRED}))
def test_where_a_refresh_would_refuse_the_planner_no_alarm_is_told(name: str) -> None:
    workbook = in_memory("web", "ja")
    workbook.names.pop(name, None)
    workbook.tables.pop(name, None)
    story = tell(workbook)
    assert (story.alarms, story.judged) == ((), False)


@pytest.mark.parametrize("as_of", [None, "October", 46000.0, 46483.0, 60.0])
def test_without_a_date_in_the_fiscal_year_no_alarm_is_told(as_of: float | str | None) -> None:
    workbook = in_memory("web", "ja")
    fill(workbook, "as_of", as_of)
    story = tell(workbook)
    assert (story.alarms, story.judged) == ((), False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted({*NAMES} - {"stage_names"}))
def test_names_that_lost_rows_harm_nothing(name: str, language: Language) -> None:
    workbook = in_memory("web", language)
    shortened(workbook, name)
    assert tell(workbook).alarms


def test_an_action_that_nobody_agreed_on_is_said_to_be_undecided() -> None:
    workbook = in_memory("web", "ja")
    fill(workbook, "agreed_actions", None, None, None, None)
    assert "まだ決めていません" in {alarm.action for alarm in tell(workbook).alarms}
