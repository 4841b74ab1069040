"""Importing records into the table of actuals: what a source covers is replaced, all else stays where it is.

A source speaks for its metrics, its channels and the days from its first to its last.  Rows within that take
its values in place, rows that it does not have any more go, rows that are new come at the end.  Importing the
same again therefore changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kpixl.domain.calendar import serial_of
from kpixl.domain.records import Coverage, Record, Vocabulary
from kpixl.errors import UsageError, WorkbookError
from kpixl.macros.planner_cells import as_serial, as_words, is_blank_row
from kpixl.macros.port import Change, Row, SetTable, Table, Value, WorkbookPort

ACTUALS, SOURCES = "Actuals", "Sources"
DAY, METRIC, CHANNEL, VALUE = range(4)  # columns of Actuals
SOURCE_COLUMNS = 5  # file, map, rows, first day, last day

Key = tuple[int, str, str]
"""Serial number of the day, metric and channel; letter case does not count, as it does not in formulas."""

Span = tuple[int, int, frozenset[str] | None]
"""First and last day that a source speaks for, and through which channels; None: through every one."""


@dataclass(frozen=True)
class Source:
    """What was read from one file by one map, and how the workbook remembers both."""

    file: str
    map: str
    records: tuple[Record, ...]
    coverage: tuple[Coverage, ...]

    @property
    def first(self) -> date:
        return min(each.first for each in self.coverage)

    @property
    def last(self) -> date:
        return max(each.last for each in self.coverage)


@dataclass(frozen=True)
class MetricChange:
    """What an import does to the rows of a metric."""

    metric: str
    records: int  # that the sources have
    total: float  # of their values
    added: int
    changed: int
    removed: int
    untouched: int
    others: int  # rows in the same days, of channels that no source speaks for; they stay


@dataclass(frozen=True)
class Import:
    """The changes that bring the sources into the workbook, none if it says all this already."""

    changes: tuple[Change, ...]
    metrics: tuple[MetricChange, ...]

    @property
    def rows(self) -> dict[str, int]:
        """How many rows are added, changed and removed, all metrics together."""
        return {
            what: sum(getattr(metric, what) for metric in self.metrics)
            for what in ("added", "changed", "removed")
        }


def vocabulary_of(workbook: WorkbookPort) -> Vocabulary:
    """The words that the workbook's records may use. Raises `WorkbookError` for one that is no planner."""
    stages, metrics, channels = (
        _names(workbook, name) for name in ("stage_names", "metric_names", "channel_names")
    )
    others = tuple(name for name in metrics if name and name not in stages)
    return Vocabulary(stages, (*stages, *others), channels)


def import_actuals(workbook: WorkbookPort, sources: Sequence[Source], *, later_wins: bool = False) -> Import:
    """What the sources change in the table of actuals, and in that of sources where there is one.

    Where a later one wins, the sources together say what they would if they were imported one after the
    other, as when a workbook's remembered sources are read again.

    Raises `UsageError` where two sources have the same figure, `WorkbookError` where a table is missing.
    """
    told = [source for source in sources if source.coverage]
    table = workbook.table(ACTUALS)
    _refuse_narrow(workbook, table, VALUE + 1)
    wanted = _united(told, later_wins=later_wins)
    spans = _spans(told)
    tally = {metric.casefold(): _Tally(metric) for source in told for metric in _metrics(source)}
    rows = tuple(_merged(table, wanted, spans, tally))
    changes: list[Change] = []
    if any(each.added or each.changed or each.removed for each in tally.values()):
        changes.append(SetTable(ACTUALS, rows))
    changes += _remembered(workbook, told)
    return Import(tuple(changes), tuple(each.told() for each in tally.values()))


@dataclass
class _Tally:
    """What happens to the rows of a metric, counted."""

    metric: str
    records: int = 0
    total: float = 0.0
    added: int = 0
    changed: int = 0
    removed: int = 0
    untouched: int = 0
    others: int = 0

    def told(self) -> MetricChange:
        return MetricChange(**vars(self))


def _names(workbook: WorkbookPort, name: str) -> tuple[str, ...]:
    """The texts of a name's cells; a number is no text: a formula that takes over an empty cell gives 0."""
    return tuple(as_words(value) if isinstance(value, str) else "" for value in workbook.cells(name).column)


def _metrics(source: Source) -> Iterator[str]:
    return (each.metric for each in source.coverage)


def _united(sources: Sequence[Source], *, later_wins: bool) -> dict[Key, Record]:
    """The record of each figure. Raises `UsageError` where two sources both have it and none of them wins."""
    wanted: dict[Key, Record] = {}
    owner: dict[Key, str] = {}
    for source in sources:
        if later_wins and wanted:
            spans = _spans([source])
            wanted = {key: record for key, record in wanted.items() if not _is_spoken_for(key, spans)}
        for record in source.records:
            key = (int(serial_of(record.day)), record.metric.casefold(), record.channel.casefold())
            if key in wanted:
                day = record.day.isoformat()
                raise UsageError(
                    "import.overlap", first=owner[key], second=source.file, day=day, metric=record.metric
                )
            wanted[key] = record
            owner[key] = source.file
    return wanted


def _spans(sources: Sequence[Source]) -> dict[str, list[Span]]:
    """What the sources speak for, by metric."""
    spans: dict[str, list[Span]] = {}
    for each in (each for source in sources for each in source.coverage):
        channels = None if each.channels is None else frozenset(name.casefold() for name in each.channels)
        span = (int(serial_of(each.first)), int(serial_of(each.last)), channels)
        spans.setdefault(each.metric.casefold(), []).append(span)
    return spans


def _is_spoken_for(key: Key, spans: Mapping[str, Sequence[Span]]) -> bool:
    return any(
        first <= key[0] <= last and (channels is None or key[2] in channels)
        for first, last, channels in spans.get(key[1], ())
    )


def _merged(
    table: Table,
    wanted: Mapping[Key, Record],
    spans: Mapping[str, Sequence[Span]],
    tally: Mapping[str, _Tally],
) -> Iterator[Row]:
    """The table's rows from now on, without the blank ones at the end."""
    left = dict(wanted)
    for row in _used(table):
        key = _key(row)
        within = [span for span in spans.get(key[1], ()) if span[0] <= key[0] <= span[1]] if key else []
        if key is None or not within:
            yield row
            continue
        told = tally[key[1]]
        if key in left:
            record = left.pop(key)
            told.records += 1
            told.total += record.value
            same = row[VALUE] == record.value and not isinstance(row[VALUE], bool)
            told.untouched += same
            told.changed += not same
            yield row if same else (*row[:VALUE], record.value, *row[VALUE + 1 :])
        elif _is_spoken_for(key, spans):
            told.removed += 1
        else:
            told.others += 1
            yield row
    for (serial, metric, _), record in left.items():
        told = tally[metric]
        told.records += 1
        told.total += record.value
        told.added += 1
        beyond = (None,) * (len(table.headings) - VALUE - 1)
        yield (float(serial), record.metric, record.channel or None, record.value, *beyond)


def _used(table: Table) -> Sequence[Row]:
    """The rows down to the last one that is not blank."""
    rows = table.data.rows
    used = len(rows)
    while used and is_blank_row(rows[used - 1]):
        used -= 1
    return rows[:used]


def _key(row: Row) -> Key | None:
    """What a row is the figure of; None for one that is not complete yet."""
    day, metric, channel = as_serial(row[DAY]), as_words(row[METRIC]), as_words(row[CHANNEL])
    return (int(day), metric.casefold(), channel.casefold()) if day and metric else None


def _remembered(workbook: WorkbookPort, sources: Sequence[Source]) -> Iterator[Change]:
    """The table of sources with these in it: in their old rows, or below the last one.

    The order tells which of two sources spoke later about the same days, so one that comes again goes below
    the others of its days, unless they come again too.
    """
    if not workbook.has(SOURCES) or not sources:
        return
    table = workbook.table(SOURCES)
    _refuse_narrow(workbook, table, SOURCE_COLUMNS)
    rows = list(_used(table))
    before = list(rows)
    coming = {(source.file, source.map) for source in sources}
    beyond = (None,) * (len(table.headings) - SOURCE_COLUMNS)
    for source in sources:
        told: tuple[Value, ...] = (
            source.file,
            source.map,
            float(len(source.records)),
            serial_of(source.first),
            serial_of(source.last),
        )
        place = next((place for place, row in enumerate(rows) if row[:2] == told[:2]), None)
        if place is None:
            rows.append((*told, *beyond))
            continue
        row = (*told, *rows[place][SOURCE_COLUMNS:])
        if any(other[:2] not in coming and _overlap(other, told) for other in rows[place + 1 :]):
            del rows[place]
            rows.append(row)
        else:
            rows[place] = row
    if rows != before:
        yield SetTable(SOURCES, tuple(rows))


def _overlap(one: Row, other: Row) -> bool:
    """Whether two rows of the table of sources have a day in common."""
    days = [as_serial(day) for row in (one, other) for day in row[3:SOURCE_COLUMNS]]
    first, last, other_first, other_last = (day or 0.0 for day in days)
    return None not in days and first <= other_last and other_first <= last


def _refuse_narrow(workbook: WorkbookPort, table: Table, fewest: int) -> None:
    count = len(table.headings)
    if count < fewest:
        raise WorkbookError("import.too_few_columns", file=workbook.file, table=table.name, count=count)
