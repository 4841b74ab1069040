"""The records of a planner: which rows its sums leave out, count twice, or cannot read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import partial
from itertools import pairwise

from kpixl.domain.findings import Position
from kpixl.i18n import Message
from kpixl.macros.check_inputs import folded
from kpixl.macros.check_rules import Where, at, error, those, warning
from kpixl.macros.planner_cells import as_day, as_number, is_blank, is_error
from kpixl.macros.port import Table, Value
from kpixl.macros.reading import Line, Planner, positions, shown

DAY, METRIC, CHANNEL, VALUE = range(4)
"""Places of the columns of `Actuals`."""

CHANNEL_COLUMNS = {"Actuals": CHANNEL, "Leads": 1, "Measures": 1}
LEAD_DATES = (2, 11, 12, 13)
STALE_DAYS = 7
"""As on the sheet Start: what is older than a week is no longer looked at every week."""

LONGEST_WORD = 60
"""Longer ones are compared with no known word: that takes time and finds nothing."""


def _unknown_metric(planner: Planner) -> Iterator[Where]:
    known = planner.words("metric_names")
    return _unknown(planner, "Actuals", METRIC, known) if known else iter(())


def _unknown_channel(planner: Planner) -> Iterator[Where]:
    known = planner.words("channel_names")
    for table, column in CHANNEL_COLUMNS.items():
        if known:
            yield from _unknown(planner, table, column, known)


def _unknown(planner: Planner, name: str, column: int, known: tuple[str, ...]) -> Iterator[Where]:
    """The words in a column that are not known, each with its rows and the known word it may have meant."""
    table = planner.table(name)
    if table is None:
        return
    plain = {word.casefold() for word in known}  # as spreadsheets compare: letter case does not matter
    rows: dict[str, list[Position]] = {}
    for line in planner.lines(name):
        word = line.values[column]
        if not is_blank(word) and not is_error(word) and str(word).casefold() not in plain:
            rows.setdefault(str(word), []).append((line.row, table.data.left + column))
    for word, places in rows.items():
        yield from at(table.data, places, word=shown(word), table=name, guess=_guess(word, known))


def _guess(word: str, known: tuple[str, ...]) -> Message | str:
    by_folded = {folded(each): each for each in known}
    near = get_close_matches(folded(word), by_folded, 1) if len(word) <= LONGEST_WORD else []
    return Message.of("finding.guess", word=by_folded[near[0]]) if near else ""


def _rows(planner: Planner, column: int, wrong: Callable[[Line], bool], **gaps: object) -> Iterator[Where]:
    """One finding for the cells in a column of all records that are wrong."""
    table = planner.table("Actuals")
    if table is not None:
        left = table.data.left
        lines = (line for line in planner.lines("Actuals") if wrong(line))
        yield from at(table.data, ((line.row, left + column) for line in lines), **gaps)


def _incomplete_record(planner: Planner) -> Iterator[Where]:
    table = planner.table("Actuals")
    for column in (DAY, METRIC, VALUE):
        if table is not None:
            lacking = partial(_lacks, column)
            yield from _rows(planner, column, lacking, what=table.headings[column])


def _lacks(column: int, line: Line) -> bool:
    return is_blank(line.values[column])


def _outside_year(planner: Planner) -> Iterator[Where]:
    year = planner.fiscal_year()
    if year is not None:
        first, beyond = year
        yield from _rows(planner, DAY, lambda line: not _within(line.values[DAY], first, beyond, True))


def _within(value: Value, first: float, beyond: float, otherwise: bool) -> bool:
    """Whether a date is from the first day on and before the day beyond."""
    number = as_number(value)
    return otherwise if number is None else first <= number < beyond


def _later_record(planner: Planner) -> Iterator[Where]:
    year, as_of = planner.fiscal_year(), planner.number("as_of")
    if year is not None and as_of is not None:
        eve = int(as_of) + 1
        yield from _rows(planner, DAY, lambda line: _within(line.values[DAY], eve, year[1], False))


def _doubled_record(planner: Planner) -> Iterator[Where]:
    table = planner.table("Actuals")
    if table is None:
        return
    seen: set[tuple[object, ...]] = set()
    again: list[Line] = []
    for line in planner.lines("Actuals"):
        day, metric = as_number(line.values[DAY]), line.values[METRIC]
        if day is None or is_blank(metric):
            continue
        key = (int(day), folded(str(metric)), folded(str(line.values[CHANNEL] or "")))
        if key in seen:
            again.append(line)
        seen.add(key)
    if again:
        values = again[0].values
        example = [shown(values[METRIC]), *([] if is_blank(values[CHANNEL]) else [shown(values[CHANNEL])])]
        places = ((line.row, table.data.left) for line in again)
        yield from at(table.data, places, day=_written(values[DAY]), example=" / ".join(example))


def _written(value: Value) -> str:
    day = as_day(value)
    return day.isoformat() if day else shown(value)


def _newest(planner: Planner, metric: str | None = None) -> float | None:
    """Date of the newest record up to the as-of date, of one metric or of any."""
    as_of = planner.number("as_of")
    if as_of is None:
        return None
    days = (
        as_number(line.values[DAY])
        for line in planner.lines("Actuals")
        if metric is None or str(line.values[METRIC]).casefold() == metric
    )
    return max((day for day in days if day is not None and day < int(as_of) + 1), default=None)


def _no_records(planner: Planner) -> Iterator[Where]:
    table = planner.table("Actuals")
    if table is not None and next(planner.lines("Actuals"), None) is None:
        yield from at(table.data, [(table.data.top, table.data.left)])


def _stale_records(planner: Planner) -> Iterator[Where]:
    cells, as_of, newest = planner.cells("as_of"), planner.number("as_of"), _newest(planner)
    if cells is not None and as_of is not None and newest is not None:
        days = int(as_of) - int(newest)
        if days > STALE_DAYS:
            yield from at(cells, [(cells.top, cells.left)], day=_written(newest), days=days)


def _silent_stage(planner: Planner) -> Iterator[Where]:
    """Stages of which nothing is recorded in the year to date, while others are."""
    cells, as_of, year = planner.cells("stage_names"), planner.number("as_of"), planner.fiscal_year()
    if cells is None or as_of is None or year is None:
        return
    recorded = {
        str(line.values[METRIC]).casefold()
        for line in planner.lines("Actuals")
        if _within(line.values[DAY], year[0], int(as_of) + 1, False)
    }
    if recorded:
        yield from those(cells, lambda name: not is_blank(name) and str(name).casefold() not in recorded)


def _stage_exceeds_previous(planner: Planner) -> Iterator[Where]:
    """More can have passed a stage than reached it only where something is missing or counted twice."""
    cells, names = planner.cells("year_results"), planner.cells("stage_names")
    if cells is None or names is None:
        return
    pairs = list(zip(positions(cells), names.column))
    for ((_, before), earlier), ((place, value), later) in pairwise(pairs):
        many, most = as_number(value), as_number(before)
        if many is not None and most is not None and many > most:
            yield from at(cells, [place], later=shown(later), earlier=shown(earlier))


def _lead_dates(planner: Planner) -> Iterator[Where]:
    table: Table | None = planner.table("Leads")
    if table is None:
        return
    places = []
    for line in planner.lines("Leads"):
        days = [(column, as_number(line.values[column])) for column in LEAD_DATES]
        known = [(column, day) for column, day in days if day is not None]
        for (_, before), (column, after) in pairwise(known):
            if after < before:
                places.append((line.row, table.data.left + column))
    yield from at(table.data, places)


RECORDS = (
    error("unknown_metric", _unknown_metric),
    error("incomplete_record", _incomplete_record),
    warning("unknown_channel", _unknown_channel),
    warning("outside_year", _outside_year),
    warning("later_record", _later_record),
    warning("doubled_record", _doubled_record),
    warning("no_records", _no_records),
    warning("stale_records", _stale_records),
    warning("silent_stage", _silent_stage),
    warning("stage_exceeds_previous", _stage_exceeds_previous),
    warning("lead_dates", _lead_dates),
)
