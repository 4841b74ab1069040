"""What asks for attention: the alert list of the as-of date, or else what a refresh would list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kpixl.domain.alerts import AlertLevel
from kpixl.errors import WorkbookError
from kpixl.i18n import Language, text
from kpixl.macros.planner_cells import as_day
from kpixl.macros.port import Row
from kpixl.macros.refresh import alerts_to_come
from kpixl.macros.refreshing.alert_list import COLUMNS
from kpixl.report.reading import Planner, as_line
from kpixl.report.story import Alarm
from kpixl.report.words import ESCALATIONS, level_called, level_label, translated


def alarms_of(planner: Planner, language: Language) -> tuple[Alarm, ...] | None:
    """The gravest first, those that are done last; None where a refresh would refuse the planner."""
    as_of = planner.day("as_of")
    if as_of is None:
        return None
    found = _alarms(planner.rows("Alerts"), as_of, language)
    if not found:
        try:
            alerts = alerts_to_come(planner.port, as_of, language)
        except WorkbookError:
            return None
        found = _alarms([alert.row for alert in alerts], as_of, language)
    return tuple(sorted(found, key=lambda alarm: (alarm.done, -alarm.level)))


def _alarms(rows: Iterable[Row], as_of: date, language: Language) -> list[Alarm]:
    """The rows of an alert list that are of this date and tell of an alarm."""
    found = []
    for row in rows:
        day, metric, label, _, rule, place, action, owner, due, done = row[:COLUMNS]
        level = level_called(as_line(label))
        if as_day(day) != as_of or not as_line(metric) or level == AlertLevel.ON_TRACK:
            continue
        agreed = translated(as_line(action), ESCALATIONS, language)
        found.append(
            Alarm(
                subject=as_line(metric),
                level=AlertLevel.WARNING if level is None else level,
                label=as_line(label) if level is None else level_label(level, language),
                rule=as_line(rule),
                place=as_line(place),
                action=agreed or text("planner.dashboard.headline.undecided", language),
                owner=as_line(owner),
                due=as_day(due),
                done=bool(as_line(done)),
            )
        )
    return found
