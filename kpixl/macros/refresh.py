"""Refresh a planner: its as-of date, the snapshot in its history, its alert list, and what changed.

Nothing here knows a clock or a file; whoever calls decides the date and keeps the workbook.  What a refresh
would list can be asked without one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kpixl.domain.calendar import serial_of
from kpixl.errors import WorkbookError
from kpixl.i18n import Language
from kpixl.macros.planner_cells import as_day, as_number, as_words
from kpixl.macros.port import Change, Rows, SetCells, SetTable, Table, WorkbookPort
from kpixl.macros.refreshing import alert_list, history
from kpixl.macros.refreshing.alert_list import Alert, Listed, alerts_of, rows_of
from kpixl.macros.refreshing.changes import Difference, differences
from kpixl.macros.refreshing.history import last_snapshot, with_snapshot
from kpixl.macros.refreshing.state import State, read_state

TABLES = {"Alerts": alert_list.COLUMNS, "History": history.COLUMNS, "Sources": 5, "Tree": 25}
NAMES = (
    "company", "fiscal_start", "as_of", "next_step", "last_record", "holidays", "alert_thresholds",
    "agreed_actions",
    "stage_names", "targets_to_date", "month_actuals", "pace", "alert_levels", "landings", "escalations",
    "month_targets", "focus_stage", "gate_days", "gate_shares", "gate_counts", "gate_results", "gate_actions",
    "management_names", "latest_scores", "management_alerts", "alert_owner", "due_days",
)  # fmt: skip


@dataclass(frozen=True)
class Refreshed:
    """What a refresh found; the workbook holds the rest."""

    language: Language  # of the workbook
    company: str
    as_of: date
    before: date | None  # the last snapshot's as-of date
    last_record: date | None  # day of the newest record
    differences: tuple[Difference, ...]
    alerts: tuple[Alert, ...]


def fiscal_year(book: WorkbookPort) -> tuple[date, date]:
    """First and last day of the planner's fiscal year.

    Raises `WorkbookError` for a workbook that is no planner, and for one that does not say its year.
    """
    check_planner(book)
    start = as_day(book.cells("fiscal_start").value)
    if start is None or start.year > 9000:
        raise WorkbookError("refresh.no_year", file=book.file)
    first = start.replace(day=1)
    return first, first.replace(year=first.year + 1) - timedelta(1)


def as_of_for(today: date, first: date, last: date) -> date:
    """Today, or the fiscal year's nearest day where today lies outside of it."""
    return min(max(today, first), last)


def refresh(book: WorkbookPort, as_of: date) -> Refreshed:
    """Bring the planner to this date and write its history and alert list.

    A second refresh as of the same date changes nothing. Raises `WorkbookError` for a workbook that is no
    planner, a date outside its fiscal year, and a planner that cannot judge anything yet.
    """
    _check_date(book, as_of)
    dated_before, dated = book.cells("as_of").rows, ((serial_of(as_of),),)
    if dated_before != dated:
        book.write([SetCells("as_of", dated)])
    book.recalculate()
    try:
        state = _judged(book, as_of)
    except WorkbookError:
        book.write([SetCells("as_of", dated_before)])
        raise
    table, alerts_table = book.table("History"), book.table("Alerts")
    before, listed = last_snapshot(table, as_of), Listed.of(alerts_table, state)
    alerts = alerts_of(state, listed, before)
    changes = [
        *_changed(table, with_snapshot(table, state)),
        *_changed(alerts_table, rows_of(alerts, listed, len(alerts_table.headings))),
    ]
    if changes:
        book.write(changes)
        book.recalculate()
    found = differences(state, [alert.alarm for alert in alerts], listed, before)
    company = as_words(book.cells("company").value)
    last_record = as_day(book.cells("last_record").value)
    return Refreshed(
        state.language, company, as_of, before.as_of if before else None, last_record, found, alerts
    )


def alerts_to_come(book: WorkbookPort, as_of: date, language: Language) -> tuple[Alert, ...]:
    """What a refresh as of this date would list, told in this language; nothing is written.

    The planner must be recalculated as of that date. Raises `WorkbookError` where `refresh` would.
    """
    _check_date(book, as_of)
    state = replace(_judged(book, as_of), language=language)
    return alerts_of(
        state, Listed.of(book.table("Alerts"), state), last_snapshot(book.table("History"), as_of)
    )


def check_planner(book: WorkbookPort) -> None:
    """Raises `WorkbookError` for a workbook without the names and tables that a refresh stands on."""
    for name in (*TABLES, *NAMES):
        if not book.has(name):
            raise WorkbookError("refresh.no_planner", file=book.file, name=name)
    for name, width in TABLES.items():
        if len(book.table(name).headings) < width:
            raise WorkbookError("refresh.narrow_table", file=book.file, table=name, columns=width)


def _check_date(book: WorkbookPort, as_of: date) -> None:
    first, last = fiscal_year(book)
    if not first <= as_of <= last:
        raise WorkbookError(
            "refresh.outside_year", file=book.file, day=f"{as_of}", first=f"{first}", last=f"{last}"
        )


def _judged(book: WorkbookPort, as_of: date) -> State:
    """The state of a recalculated planner; nothing is judged without targets and records."""
    targets = [as_number(value) for value in book.cells("month_targets").column]
    if not any(targets) or as_number(book.cells("last_record").value) is None:
        step = as_words(book.cells("next_step").value)
        raise WorkbookError("refresh.incomplete", file=book.file, step=step)
    return read_state(book, serial_of(as_of))


def _changed(table: Table, rows: Rows) -> list[Change]:
    """The change that brings the table to these rows; none where they stand there already."""
    blank = (None,) * len(table.headings)
    missing = len(table.data.rows) - len(rows)
    wanted = rows + (blank,) * missing
    return [] if wanted == table.data.rows else [SetTable(table.name, rows)]
