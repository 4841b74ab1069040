"""What people agreed on: actions on a miss, owners, due dates, and what of it is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kpixl.macros.check_inputs import meaning
from kpixl.macros.check_rules import PlannerRule, Where, at, note, those, warning
from kpixl.macros.planner_cells import as_number, is_blank
from kpixl.macros.reading import Planner, shown
from kpixl.macros.to_dos import ALERTS, MEASURES, REVIEWS, ToDos


def _overdue(items: ToDos, planner: Planner) -> Iterator[Where]:
    table, as_of = planner.table(items.table), planner.number("as_of")
    if table is None or as_of is None:
        return
    for line in planner.lines(items.table):
        due = as_number(line.values[items.due])
        if due is not None and due < int(as_of) and items.is_open(line.values):
            place = (line.row, table.data.left + items.due)
            gaps = {"what": shown(line.values[items.what]), "days": int(as_of) - int(due)}
            yield from at(table.data, [place], **gaps)


def _unowned(items: ToDos, planner: Planner) -> Iterator[Where]:
    table = planner.table(items.table)
    if table is None:
        return
    lines = [line for line in planner.lines(items.table) if items.is_open(line.values)]
    for column in (items.owner, items.due):
        places = [(line.row, table.data.left + column) for line in lines if is_blank(line.values[column])]
        yield from at(table.data, places, what=table.headings[column])


def _no_action(planner: Planner) -> Iterator[Where]:
    for name in ("agreed_actions", "gate_actions"):
        cells = planner.cells(name)
        if cells is not None:
            yield from those(cells, is_blank, what=meaning(name))


def _no_focus(planner: Planner) -> Iterator[Where]:
    """Nothing in the tree has a score, so nothing can be the focus."""
    cells, focus = planner.cells("csf_scores"), planner.cells("focus_kpi")
    if cells is not None and focus is not None:
        scored = any((as_number(value) or 0) > 0 for value in cells.column)
        if not scored:
            yield from at(focus, [(focus.top, focus.left)])


AGREEMENTS: tuple[PlannerRule, ...] = (
    warning("overdue_review", partial(_overdue, REVIEWS)),
    warning("overdue_alarm", partial(_overdue, ALERTS)),
    warning("overdue_measure", partial(_overdue, MEASURES)),
    warning("no_agreed_action", _no_action),
    warning("no_focus", _no_focus),
    note("unowned_review", partial(_unowned, REVIEWS)),
    note("unowned_measure", partial(_unowned, MEASURES)),
)
