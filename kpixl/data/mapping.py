"""What a map says of a tool's export: which column is what, and how its words are those of the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kpixl.data.dates import Order
from kpixl.i18n import Language

Kind = Literal["counts", "log"]
Period = Literal["day", "month"]
Repeated = Literal["problem", "sum"]
Headings = tuple[str, ...]
"""The headings that a column may have; the first one that the file has is taken."""

Metric = int | str
"""A stage by its place, 1 at the top, or a metric by its name in the workbook."""


@dataclass(frozen=True)
class Condition:
    """Only rows with one of these words in the column count."""

    columns: Headings
    values: frozenset[str]  # folded


@dataclass(frozen=True)
class Measure:
    """Where a metric's figures stand, or its dates in a log; without columns the rows are counted."""

    metric: Metric | None  # None: the metric column says it
    columns: Headings = ()
    unit: str = ""
    where: Condition | None = None


@dataclass(frozen=True)
class DateRule:
    """The day of a row, or of all rows where the file says it in a comment."""

    columns: Headings = ()
    order: Order = ""
    period: Period = "day"  # a month's figures are recorded on its last day
    first_comment: Headings = ()
    last_comment: Headings = ()


@dataclass(frozen=True)
class MetricRule:
    """The metric by a word in a column."""

    columns: Headings
    values: Mapping[str, Metric]  # by folded word
    skip_others: bool = False


@dataclass(frozen=True)
class ChannelRule:
    """The channel by a word in a column, or one for all rows.

    A channel is a list of names: the first one that the workbook has is taken.
    """

    columns: Headings = ()
    fixed: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by folded word
    other: tuple[str, ...] = ()
    strict: bool = False
    speaks_for_all: bool = False


@dataclass(frozen=True)
class SourceMap:
    """A whole map; `name` is what the workbook remembers it by."""

    name: str
    title: Mapping[Language, str]
    kind: Kind
    sheet: str  # of an Excel file; empty: the first
    comment: str  # what a line begins with that is no row; empty: nothing
    blank_is_total: bool
    repeated: Repeated
    date: DateRule
    metric: MetricRule | None
    channel: ChannelRule
    measures: tuple[Measure, ...]
    lead: Headings  # of a log: what tells one lead from another
    score: Headings
