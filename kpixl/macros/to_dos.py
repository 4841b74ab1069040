"""The planner's lists of things to do: decisions, alarms and measures, and which of them are open."""

from __future__ import annotations

from dataclasses import dataclass

from kpixl.macros.planner_cells import as_number, is_blank
from kpixl.macros.port import Row
from kpixl.macros.refreshing.alert_list import ACTION, DONE, DUE, OWNER


@dataclass(frozen=True)
class ToDos:
    """A table of things to do: the places of its columns."""

    table: str
    what: int
    owner: int
    due: int
    done: int
    planned: int | None = None  # done is a count, and this is how many are to be done

    def is_open(self, row: Row) -> bool:
        if is_blank(row[self.what]):
            return False
        if self.planned is None:
            return is_blank(row[self.done])
        planned, done = as_number(row[self.planned]), as_number(row[self.done])
        return planned is not None and (done or 0) < planned


REVIEWS = ToDos("Reviews", what=4, owner=5, due=6, done=7)
ALERTS = ToDos("Alerts", what=ACTION, owner=OWNER, due=DUE, done=DONE)
MEASURES = ToDos("Measures", what=0, owner=2, due=4, done=6, planned=5)
MEASURE_STATE = 15
"""The column of `Measures` where the planner says how each one goes."""
