"""Names, tables and inputs of a planner: is everything there, and is it what it should be?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import normalize

from kpixl.domain.findings import Position
from kpixl.i18n import Message
from kpixl.macros.check_rules import Where, at, column_of, error, those, warning
from kpixl.macros.contract import NAMES, TABLES, Holds
from kpixl.macros.planner_cells import as_number, is_blank, is_error
from kpixl.macros.port import Cells, Value
from kpixl.macros.reading import Planner, positions, shown

REQUIRED = ("company", "fiscal_start", "as_of", "revenue_goal", "unit_price", "channel_share")
SHARES = ("channel_share", "step_rates", "what_if_rates", "channel_shares", "gate_shares")
UNIQUE = ("metric_names", "channel_names", "scoring_rules")
MONTHS = 12


def meaning(name: str) -> Message:
    """What a defined name stands for, in words."""
    return Message.of(f"template.name.{name}")


def _ranges(planner: Planner, holds: Iterable[Holds]) -> Iterator[tuple[Cells, object]]:
    """The names and the columns of tables that hold such values, and what each is called."""
    wanted = frozenset(holds)
    for name in NAMES:
        cells = planner.cells(name.name) if name.holds in wanted else None
        if cells is not None:
            yield cells, Message.of(name.meaning_id)
    for name_of_table, columns in TABLES.items():
        table = planner.table(name_of_table)
        for place, held in enumerate(columns):
            if table is not None and held in wanted:
                yield column_of(table, place), table.headings[place]


def _missing_name(planner: Planner) -> Iterator[Where]:
    for name in NAMES:
        if planner.cells(name.name) is None:
            yield "", (), {"name": name.name, "what": Message.of(name.meaning_id)}


def _missing_table(planner: Planner) -> Iterator[Where]:
    for table in TABLES:
        if planner.table(table) is None:
            yield "", (), {"table": table, "columns": len(TABLES[table])}


def _changed_shape(planner: Planner) -> Iterator[Where]:
    for name in NAMES:
        cells = planner.cells(name.name)
        if cells is not None:
            rows, columns = len(cells.rows), len(cells.rows[0])
            right_rows = rows >= name.rows if name.grows else rows == name.rows
            if not right_rows or columns != name.columns:
                gaps = {"name": name.name, "rows": rows, "columns": columns}
                right = {"right_rows": name.rows, "right_columns": name.columns}
                yield cells.sheet, ((cells.top, cells.left),), {**gaps, **right}


def _error_values(planner: Planner) -> Iterator[Where]:
    """An error in a range that two names share is told once."""
    told: set[tuple[str, Position]] = set()
    for cells, what in _ranges(planner, Holds):
        by_code: dict[str, list[Position]] = {}
        for place, value in positions(cells):
            if is_error(value) and (cells.sheet, place) not in told:
                by_code.setdefault(str(value), []).append(place)
        for code, places in by_code.items():
            told.update((cells.sheet, place) for place in places)
            yield from at(cells, places, what=what, code=code)


def _missing_input(planner: Planner) -> Iterator[Where]:
    for name in REQUIRED:
        cells = planner.cells(name)
        if cells is not None and is_blank(cells.value):
            yield from at(cells, [(cells.top, cells.left)], what=meaning(name))


def _text_number(planner: Planner) -> Iterator[Where]:
    for cells, what in _ranges(planner, [Holds.NUMBERS]):
        yield from those(cells, _no_number, what=what)


def _text_date(planner: Planner) -> Iterator[Where]:
    for cells, what in _ranges(planner, [Holds.DATES]):
        yield from those(cells, _no_number, what=what)


def _no_number(value: Value) -> bool:
    return not is_blank(value) and as_number(value) is None and not is_error(value)


def _missing_rate(planner: Planner) -> Iterator[Where]:
    cells = planner.cells("step_rates")
    if cells is not None:
        yield from those(cells, is_blank, what=meaning("step_rates"))


def _no_share(planner: Planner) -> Iterator[Where]:
    for name in SHARES:
        cells = planner.cells(name)
        if cells is not None:
            yield from those(cells, _outside_0_to_1, what=meaning(name))


def _outside_0_to_1(value: Value) -> bool:
    number = as_number(value)
    return number is not None and not 0 <= number <= 1


def _negative_input(planner: Planner) -> Iterator[Where]:
    points = planner.cells("scoring_points")  # may be taken off
    for cells, what in _ranges(planner, [Holds.NUMBERS]):
        if cells is points:
            continue
        yield from those(cells, lambda value: (as_number(value) or 0) < 0, what=what)


def _zero_goal(planner: Planner) -> Iterator[Where]:
    for name in ("revenue_goal", "unit_price", "channel_share", "step_rates"):
        cells = planner.cells(name)
        if cells is not None:
            yield from those(cells, lambda value: as_number(value) == 0, what=meaning(name))


def _passed_exceeds_entered(planner: Planner) -> Iterator[Where]:
    entered, passed = planner.cells("evidence_entered"), planner.cells("evidence_passed")
    if entered is not None and passed is not None:
        pairs = zip(positions(passed), entered.column)
        yield from at(passed, (place for (place, many), all_ in pairs if _exceeds(many, all_)))


def _exceeds(value: Value, limit: Value) -> bool:
    number, most = as_number(value), as_number(limit)
    return number is not None and most is not None and number > most


def _thresholds_order(planner: Planner) -> Iterator[Where]:
    cells = planner.cells("alert_thresholds")
    if cells is not None:
        numbers = [as_number(value) for value in cells.column]
        known = [number for number in numbers if number is not None]
        if len(known) < len(numbers) or any(low >= high for high, low in pairwise(known)):
            yield from at(cells, (place for place, _ in positions(cells)))


def _blank_stage(planner: Planner) -> Iterator[Where]:
    cells = planner.cells("stage_names")
    if cells is not None:
        yield from those(cells, is_blank)


def _repeated_name(planner: Planner) -> Iterator[Where]:
    for name in UNIQUE:
        cells = planner.cells(name)
        if cells is None:
            continue
        places: dict[str, list[Position]] = {}
        for place, value in positions(cells):
            if not is_blank(value) and not is_error(value):
                places.setdefault(folded(str(value)), []).append(place)
        for found in places.values():
            if len(found) > 1:
                first = cells.rows[found[0][0] - cells.top][0]
                yield from at(cells, found, word=shown(first), what=meaning(name))


def folded(word: str) -> str:
    """The word without differences of width, letter case and outer spaces."""
    return normalize("NFKC", word).casefold().strip()


def _as_of_outside(planner: Planner) -> Iterator[Where]:
    cells, year = planner.cells("as_of"), planner.fiscal_year()
    number = planner.number("as_of")
    if cells is not None and year is not None and number is not None and not year[0] <= number < year[1]:
        yield from at(cells, [(cells.top, cells.left)])


def _weights_incomplete(planner: Planner) -> Iterator[Where]:
    cells = planner.cells("month_weights_by_hand")
    if cells is not None:
        blank = [place for place, value in positions(cells) if is_blank(value)]
        if 0 < len(blank) < len(cells.rows):
            yield from at(cells, blank)


def _month_without_target(planner: Planner) -> Iterator[Where]:
    """Months in which no stage has a target, where other months have one."""
    cells = planner.cells("month_plan")
    if cells is None:
        return
    empty = [
        (row, cells.left)
        for row, values in enumerate(cells.rows, cells.top)
        if not any((as_number(value) or 0) > 0 for value in values)
    ]
    if len(empty) < len(cells.rows):
        yield from at(cells, empty)


def _no_holidays(planner: Planner) -> Iterator[Where]:
    cells, year = planner.cells("holidays"), planner.fiscal_year()
    if cells is not None and year is not None:
        days = (as_number(value) for value in cells.column)
        if not any(day is not None and year[0] <= day < year[1] for day in days):
            yield from at(cells, [(cells.top, cells.left)])


INPUTS = (
    error("missing_name", _missing_name),
    error("missing_table", _missing_table),
    error("changed_shape", _changed_shape),
    error("error_value", _error_values),
    error("missing_input", _missing_input),
    error("missing_rate", _missing_rate),
    error("text_number", _text_number),
    error("text_date", _text_date),
    error("no_share", _no_share),
    error("negative_number", _negative_input),
    error("zero_goal", _zero_goal),
    error("as_of_outside", _as_of_outside),
    error("thresholds_order", _thresholds_order),
    error("blank_stage", _blank_stage),
    error("repeated_name", _repeated_name),
    error("passed_exceeds_entered", _passed_exceeds_entered),
    warning("weights_incomplete", _weights_incomplete),
    warning("month_without_target", _month_without_target),
    warning("no_holidays", _no_holidays),
)
