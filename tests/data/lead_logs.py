"""Random logs of leads, and what they say, counted one lead after the other in plain Python."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from math import isclose
from typing import Any, NamedTuple

from hypothesis import strategies as st

from kpixl.data.lead_log import Event

STAGES = ("見込み顧客", "MQL", "SQL", "Deal")
FIRST = datetime(2026, 3, 28)
DAYS = 24
AS_OF = date(2026, 4, 15)
CLOCK = (0, 1, 23 * 3600 + 3599)  # seconds from midnight, the next day being a second away

WORDS = (*STAGES, "MQL", "Other", "", None)
CHANNELS = ("Ads", "Web", " Ads ", "展示会", "", None)
SCORES = (None, 0.0, 12.5, 50.0, 99.0, 100.0, 100.5, -1.0, float("nan"))


class RandomLog(list[Event]):
    """So many rows of leads that have four each on average, some in one moment, some lacking this or that."""

    def __init__(self, rows: int, seed: int) -> None:
        self.rows, self.seed = rows, seed
        chance = random.Random(seed)
        leads = [f"L{number}" for number in range(1 + rows // 4)]
        super().__init__(
            Event(
                chance.choice([chance.choice(leads)] * 18 + [" L0 ", "", None]),
                chance.choice(WORDS),
                FIRST + timedelta(chance.randrange(DAYS), chance.choice(CLOCK))
                if chance.random() < 0.95
                else None,
                chance.choice(CHANNELS),
                chance.choice(SCORES),
            )
            for _ in range(rows)
        )

    def __repr__(self) -> str:
        return f"RandomLog({self.rows}, {self.seed})"


# a query takes as long over hundreds of rows as over three, so that there are few examples, but rich ones
LOGS = st.builds(RandomLog, st.sampled_from((500, 400, 300, 60, 3, 0)), st.integers(0, 9999))


class Journey(NamedTuple):
    days: list[date | None]  # of each stage
    scores: list[float | None]  # of the event by which it was reached
    channel: str


def journeys(log: Iterable[Event], filled: bool = False) -> list[Journey]:
    by_lead: dict[str, list[Event]] = defaultdict(list)
    for event in log:
        lead = (event.lead or "").strip()
        if lead and event.moment:
            by_lead[lead].append(event._replace(channel=(event.channel or "").strip()))
    return [_journey(events, filled) for events in by_lead.values()]


def _journey(events: Sequence[Event], filled: bool) -> Journey:
    days: list[date | None] = []
    scores: list[float | None] = []
    for place, stage in enumerate(STAGES):
        accepted = STAGES[place:] if filled else (stage,)
        came = [event for event in events if event.stage in accepted]
        first = min((event.moment for event in came), default=None)
        days.append(first.date() if first else None)
        scores.append(max((e.score for e in came if e.moment == first and in_range(e.score)), default=None))
    named = [(event.moment, event.channel) for event in events if event.channel]
    return Journey(days, scores, min(named)[1] if named else "")


def in_range(score: float | None) -> bool:
    return score is not None and 0 <= score <= 100


def period(day: date, by: str) -> date:
    if by == "week":
        return day - timedelta(day.weekday())
    return day.replace(day=1) if by == "month" else day


def arrivals(log: Iterable[Event], by: str, filled: bool = False) -> Counter[tuple[date, str, str]]:
    return Counter(
        (period(day, by), stage, journey.channel)
        for journey in journeys(log, filled)
        for stage, day in zip(STAGES, journey.days)
        if day
    )


def serial(day: date | None) -> float | None:
    """A day as a cell holds it."""
    return None if day is None else float((day - date(1899, 12, 30)).days)


class Pair(NamedTuple):
    """A lead at a step, in order."""

    entered: date
    reached: date | None
    channel: str


def pairs(log: Iterable[Event], step: int, filled: bool = False) -> tuple[list[Pair], list[Pair]]:
    """Those who took or could take the step, and those who went backwards."""
    all_pairs = [
        Pair(entered, journey.days[step + 1], journey.channel)
        for journey in journeys(log, filled)
        if (entered := journey.days[step])
    ]
    backwards = [pair for pair in all_pairs if pair.reached and pair.reached < pair.entered]
    return [pair for pair in all_pairs if pair not in backwards], backwards


def rows(expression: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = expression.to_pyarrow().to_pylist()
    return found


def assert_same_rows(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> None:
    """Equal, numbers with a fraction to the last digits but few."""
    assert [list(row) for row in one] == [list(row) for row in other]
    for left, right in zip(_values(one), _values(other)):
        if isinstance(left, float) and isinstance(right, float):
            assert isclose(left, right, rel_tol=1e-12, abs_tol=1e-12)
        else:
            assert left == right


def _values(table: list[dict[str, Any]]) -> Iterator[Any]:
    return (value for row in table for value in row.values())
