"""What people are told after a refresh, and when there is nothing to tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kpixl.domain.alerts import AlertLevel
from kpixl.i18n import Message
from kpixl.macros.refresh import Refreshed
from kpixl.macros.refreshing.alarms import Alarm
from kpixl.macros.refreshing.alert_list import Alert
from kpixl.macros.refreshing.changes import Difference
from kpixl.macros.refreshing.state import Agreed, AlarmKind
from kpixl.notify.message import notice


def difference(kind: AlarmKind, metric: str, worse: bool) -> Difference:
    return Difference(kind, metric, worse, Message.of("refresh.change.escalation_gone", metric=metric))


ALARM = Alarm(
    "level", "Meetings", AlertLevel.CRITICAL, "Pace 50% is below 70%", Agreed("Call them", "Start!D18")
)
ALERT = Alert(ALARM, "new", "Sales", date(2026, 10, 21), False, ())
NOTHING = Refreshed("en", "Sample Inc.", date(2026, 10, 20), None, None, (), ())


def test_the_title_counts_and_the_text_says_what_to_do() -> None:
    refreshed = replace(
        NOTHING,
        differences=(difference("level", "Meetings", True), difference("gate", "Deals", False)),
        alerts=(ALERT,),
    )
    told = notice(refreshed)
    assert told is not None
    assert told.title == "KPI update Sample Inc. 2026-10-20: 1 worse, 1 better"
    assert told.body.split("\n") == [
        "▼ Meetings: escalation no longer called for",
        "▲ Deals: escalation no longer called for",
        "",
        "What was agreed",
        "- Meetings: Call them (owner: Sales, due: 2026-10-21)",
    ]


@pytest.mark.parametrize("alert", [replace(ALERT, is_done=True), replace(ALERT, since="same")])
def test_what_is_done_or_known_is_not_told_again(alert: Alert) -> None:
    told = notice(replace(NOTHING, differences=(difference("level", "A", True),), alerts=(alert,)))
    assert told is not None
    assert "Meetings" not in told.body


def test_what_is_missing_is_said() -> None:
    bare = replace(ALERT, alarm=replace(ALARM, agreed=Agreed("", "Start!D18")), owner="", due=None)
    told = notice(replace(NOTHING, differences=(difference("level", "A", True),), alerts=(bare,)))
    assert told is not None
    assert told.body.endswith("- Meetings: no action agreed (owner: —, due: —)")


@pytest.mark.parametrize("kind", ["level", "gate", "escalation"])
def test_a_level_a_gate_or_an_escalation_is_worth_a_message(kind: AlarmKind) -> None:
    assert notice(replace(NOTHING, differences=(difference(kind, "A", False),))) is not None


def test_no_change_or_an_anomaly_alone_is_not() -> None:
    assert notice(replace(NOTHING, alerts=(ALERT,))) is None
    assert notice(replace(NOTHING, differences=(difference("anomaly", "A", True),))) is None


def test_names_out_of_the_workbook_cannot_break_the_message_into_lines() -> None:
    told = notice(replace(NOTHING, company="A\nB", differences=(difference("level", "C\r\nD", True),)))
    assert told is not None
    assert "\n" not in told.title
    assert len(told.body.splitlines()) == 1
