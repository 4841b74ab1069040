"""The last dates on which a stage can still count for a goal with a due date."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from kpixl.domain.noise import ceil_count
from kpixl.errors import OutOfDomain

DAYS_A_WEEK = 7
BUSINESS_DAYS_A_WEEK = 5


def deadlines(
    due: float,
    lead_days: Sequence[float],
    holidays: Sequence[float | None],
    unit: Literal["business", "calendar"],
) -> tuple[float, ...]:
    """Last date (serial number) of each stage, the top first; as many as there are lead times.

    A lead time is the number of days from its stage to the next, the last one to the due date; they are
    added up from the end, and a part of a day counts as a day. "business" counts Monday to Friday without the
    holidays: the deadline is the last business day after which that many business days remain up to and
    including the due date. "calendar" counts every day. Raises `OutOfDomain` for a deadline before 1900.
    """
    whole_due = due // 1
    known = [day // 1 for day in holidays if day is not None] if unit == "business" else []
    closed = sorted({day for day in known if not _is_weekend(day)})
    # business days that lie before each holiday, in the same ascending order
    before = [_weekdays_to(day) - 1 - place for place, day in enumerate(closed)]
    due_rank = _weekdays_to(whole_due) - bisect_right(closed, whole_due)
    found = []
    for days in accumulate(reversed(lead_days)):
        lead = ceil_count(days) if days < whole_due else whole_due
        if unit == "calendar":
            deadline = whole_due - lead
        else:
            rank = due_rank - lead
            deadline = _nth_weekday(rank + bisect_left(before, rank)) if rank >= 1 else 0
        if deadline < 1:
            raise OutOfDomain("function.deadline_before_1900", days=days)
        found.append(deadline)
    return tuple(reversed(found))


def _is_weekend(serial: float) -> bool:
    """By the 1900 system a serial number divided by 7 leaves 0 on Saturdays and 1 on Sundays."""
    return serial % DAYS_A_WEEK < 2


def _weekdays_to(serial: float) -> float:
    """Mondays to Fridays from day 1 to the serial number."""
    weeks, days = divmod(serial, DAYS_A_WEEK)
    return weeks * BUSINESS_DAYS_A_WEEK + max(0.0, days - 1)


def _nth_weekday(rank: float) -> float:
    """The serial number with `_weekdays_to` equal to the rank, from 1, that is no weekend."""
    weeks, days = divmod(rank - 1, BUSINESS_DAYS_A_WEEK)
    return weeks * DAYS_A_WEEK + days + 2
