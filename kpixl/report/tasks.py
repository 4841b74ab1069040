"""What was decided and is not done yet: the PDCA log, and measures that are late."""

from __future__ import annotations

from datetime import date

from kpixl.i18n import Language, Message, text
from kpixl.macros.planner_cells import as_day
from kpixl.macros.to_dos import MEASURE_STATE, MEASURES, REVIEWS
from kpixl.report.reading import Planner, as_line
from kpixl.report.story import Task
from kpixl.report.words import known

LATE_STATES = ("planner.actions.state.overdue", "planner.actions.state.behind")


def carried_over(planner: Planner, language: Language) -> tuple[Task, ...]:
    """Open decisions of the log, the soonest due first, those without a date last."""
    as_of = planner.day("as_of")
    tasks = []
    for row in filter(REVIEWS.is_open, planner.rows(REVIEWS.table)):
        due = as_day(row[REVIEWS.due])
        late = due is not None and as_of is not None and due < as_of
        label = text(f"planner.review.state.{'overdue' if late else 'open'}", language)
        tasks.append(Task(as_line(row[REVIEWS.what]), as_line(row[REVIEWS.owner]), due, label, late))
    return tuple(sorted((task for task in tasks if task.what), key=lambda task: task.due or date.max))


def late_measures(planner: Planner, language: Language) -> tuple[Task, ...]:
    """Measures past their due date, then those behind their plan."""
    tasks = []
    for row in planner.rows(MEASURES.table):
        name, state = as_line(row[MEASURES.what]), known(as_line(row[MEASURE_STATE]), LATE_STATES)
        if state is not None and name:
            late = state == LATE_STATES[0]
            what = Message.of("report.measure", measure=name).text(language)
            owner, due = as_line(row[MEASURES.owner]), as_day(row[MEASURES.due])
            tasks.append(Task(what, owner, due, text(state, language), late))
    return tuple(sorted(tasks, key=lambda task: (not task.late, task.due or date.max)))
