"""What was decided and is not done yet: the PDCA log, and measures that are late."""

from __future__ import annotations

from datetime import date

from kpixl.i18n import Language, Message, text
from kpixl.macros.planner_cells import as_day
from kpixl.report.reading import Planner, as_line
from kpixl.report.story import Task
from kpixl.report.words import known

REVIEWS_WIDTH = 9
MEASURES_WIDTH = 16
LATE_STATES = ("planner.actions.state.overdue", "planner.actions.state.behind")


def carried_over(planner: Planner, language: Language) -> tuple[Task, ...]:
    """Open decisions of the log, the soonest due first, those without a date last."""
    as_of = planner.day("as_of")
    tasks = []
    for row in planner.rows("Reviews", REVIEWS_WIDTH):
        what, owner, closed = (as_line(row[place]) for place in (4, 5, 7))
        due = as_day(row[6])
        if what and not closed:
            late = due is not None and as_of is not None and due < as_of
            label = text(f"planner.review.state.{'overdue' if late else 'open'}", language)
            tasks.append(Task(what, owner, due, label, late))
    return tuple(sorted(tasks, key=lambda task: task.due or date.max))


def late_measures(planner: Planner, language: Language) -> tuple[Task, ...]:
    """Measures past their due date, then those behind their plan."""
    tasks = []
    for row in planner.rows("Measures", MEASURES_WIDTH):
        state = known(as_line(row[15]), LATE_STATES)
        if state is not None and as_line(row[0]):
            late = state == LATE_STATES[0]
            what = Message.of("report.measure", measure=as_line(row[0])).text(language)
            tasks.append(Task(what, as_line(row[2]), as_day(row[4]), text(state, language), late))
    return tuple(sorted(tasks, key=lambda task: (not task.late, task.due or date.max)))
