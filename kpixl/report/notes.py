"""How far the numbers can be trusted: what is missing, not counted, not mature, or too few to tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kpixl.i18n import Language, Message, text
from kpixl.macros.planner_cells import as_day, as_number
from kpixl.report.numbers import interval, percent, short_day
from kpixl.report.reading import Planner, as_line
from kpixl.report.story import Missing, Pace, Step

METRICS = 8
LIKELY_FALSE = 0.2  # a gate that a month on plan misses more often than this says little


def notes(
    planner: Planner, steps: tuple[Step, ...], pace: Pace | Missing, language: Language
) -> tuple[str, ...]:
    """One sentence each, what weighs most first."""
    messages = [
        *_inputs(planner),
        *_records(planner, language),
        *_rates(steps, language),
        *_cohorts(planner),
        *_gates(pace, language),
    ]
    said = tuple(message.text(language) for message in messages)
    return said or (text("report.note.none", language),)


def _inputs(planner: Planner) -> Iterator[Message]:
    missing, problems = planner.number("missing_count"), planner.number("design_problems")
    if missing:
        yield Message.of("report.note.missing", count=f"{missing:.0f}", next=planner.word("next_step"))
    if problems:
        yield Message.of("report.note.design", count=f"{problems:.0f}")


def _records(planner: Planner, language: Language) -> Iterator[Message]:
    newest, as_of = planner.day("last_record"), planner.day("as_of")
    if newest is None:
        yield Message.of("report.note.no_records")
    elif as_of is not None and newest < as_of:
        yield Message.of(
            "report.note.newest", day=short_day(newest, language), as_of=short_day(as_of, language)
        )
    left_out = _left_out(planner)
    for id_, rows in (
        ("later", left_out.later),
        ("unknown", left_out.unknown),
        ("undated", left_out.undated),
    ):
        if rows:
            yield Message.of(f"report.note.{id_}", rows=f"{rows:,}")


@dataclass(frozen=True)
class LeftOut:
    """Rows of the records that no total holds, by why."""

    later: int
    unknown: int
    undated: int


def _left_out(planner: Planner) -> LeftOut:
    metrics = {name.casefold() for name in planner.words("metric_names", METRICS) if name}
    first, as_of = planner.day("fiscal_start"), planner.day("as_of")
    later = unknown = undated = 0
    for row in planner.rows("Actuals"):
        day = as_day(row[0])
        if day is None or (first is not None and day < first) or as_number(row[3]) is None:
            undated += 1
        elif as_line(row[1]).casefold() not in metrics:
            unknown += 1
        elif as_of is not None and day > as_of:
            later += 1
    return LeftOut(later, unknown, undated)


def _rates(steps: tuple[Step, ...], language: Language) -> Iterator[Message]:
    comma = text("report.comma", language)
    for reading in ("too_many", "chance"):
        names = [
            f"{step.name} {interval(step.lower, step.upper, language)}" if reading == "chance" else step.name
            for step in steps
            if step.reading == reading
        ]
        if names:
            yield Message.of(f"report.note.{reading}", steps=comma.join(names))


def _cohorts(planner: Planner) -> Iterator[Message]:
    median, matured = planner.number("lead_time_median"), planner.number("matured_rate")
    if median is not None and median > 0:
        yield Message.of("report.note.lag", days=f"{median:.0f}")
    raw = planner.number("raw_rate")
    if matured is not None and raw is not None and matured != raw:
        yield Message.of("report.note.matured", matured=percent(matured), raw=percent(raw))


def _gates(pace: Pace | Missing, language: Language) -> Iterator[Message]:
    if isinstance(pace, Missing):
        return
    doubtful = [gate for gate in pace.gates if gate.chance is not None and gate.chance > LIKELY_FALSE]
    if doubtful:
        chances = [gate.chance or 0.0 for gate in doubtful]
        yield Message.of(
            "report.note.gates",
            stage=pace.stage.name,
            low=percent(min(chances), 0),
            high=percent(max(chances), 0),
        )
