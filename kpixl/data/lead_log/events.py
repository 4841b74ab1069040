"""Any log as one table of events: lead, stage, moment, channel, score, in the workbook's words.

Nothing is thrown away here: a row without a lead, a readable moment or a known stage stays, so that `doubts`
can count it and a channel it names is known. Whoever counts leads leaves such rows out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from kpixl.errors import SourceError, UsageError

# a moment in text, without an offset: "+09:00" would silently become another local time
LOCAL_TIME = r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?$"


@dataclass(frozen=True)
class Columns:
    """What the columns of a log are called; a log may lack a channel or a score."""

    lead: str = "lead"
    stage: str = "stage"
    moment: str = "moment"
    channel: str | None = None
    score: str | None = None


def events(
    log: ir.Table,
    columns: Columns = Columns(),
    stages: Mapping[str, str] | None = None,
    channels: Mapping[str, str] | None = None,
) -> ir.Table:
    """The log's rows as events.

    `stages` and `channels` say what the log's words are called in the workbook; several words may mean the
    same. A stage that is not among them is none of ours; a channel that is not among them keeps its word.
    Words are compared without spaces around them.

    Raises `SourceError` where a column is missing, or cannot be what it is said to be.
    """
    stage, channel = _text(_column(log, columns.stage)), _channel(log, columns.channel)
    return log.select(
        lead=_text(_column(log, columns.lead)),
        stage=stage if stages is None else _renamed(stage, stages, ibis.null("string")),
        moment=_moment(log, columns.moment),
        channel=_renamed(channel, channels, channel) if channels else channel,
        score=_score(log, columns.score),
    )


def events_of_leads(
    leads: ir.Table,
    dates: Mapping[str, str],
    lead: str = "lead",
    channel: str | None = None,
    score: str | None = None,
    channels: Mapping[str, str] | None = None,
) -> ir.Table:
    """Events from a table that has one row a lead, and a date column for each stage.

    `dates` maps each such column to the workbook's stage. An empty date: the lead has not come there.

    Raises as `events` does, and `UsageError` where no date column is named.
    """
    if not dates:
        raise UsageError("lead_log.no_dates")
    rows = leads.mutate(
        **{f"kpixl_{place}": _moment(leads, name) for place, name in enumerate(dates)},
        **{f"kpixl_{place}_there": _text(leads[name]).notnull() for place, name in enumerate(dates)},
        kpixl_place=ibis.array(list(range(len(dates)))).unnest(),
    )
    found = _text(_column(rows, channel)) if channel else ibis.null("string")
    told = rows.select(
        lead=_text(_column(rows, lead)),
        stage=rows.kpixl_place.cases(*enumerate(dates.values())),
        moment=rows.kpixl_place.cases(*((place, rows[f"kpixl_{place}"]) for place in range(len(dates)))),
        channel=_renamed(found, channels, found) if channels else found,
        score=_score(rows, score),
        there=rows.kpixl_place.cases(*((place, rows[f"kpixl_{place}_there"]) for place in range(len(dates)))),
    )
    return told.filter(told.there).drop("there")


def _column(log: ir.Table, name: str) -> ir.Column:
    if name not in log.columns:
        raise SourceError("lead_log.no_column", column=name, columns=", ".join(log.columns))
    return log[name]


def _text(column: ir.Column) -> ir.StringColumn:
    """Without the spaces around it; null if nothing is left.

    Stripping takes most of the time of a query, so that it is done only where there is something to strip.
    """
    text = column.cast("string")
    padded = text.startswith(" ") | text.endswith(" ")
    return padded.ifelse(text.strip(), text).nullif("")


def _channel(log: ir.Table, name: str | None) -> ir.StringValue:
    return ibis.null("string") if name is None else _text(_column(log, name))


def _renamed(words: ir.StringValue, names: Mapping[str, str], otherwise: ir.StringValue) -> ir.StringValue:
    return words.cases(*names.items(), else_=otherwise)


def _moment(log: ir.Table, name: str) -> ir.TimestampColumn:
    """Local time as the log tells it; null where a text is none."""
    column = _column(log, name)
    kind = column.type()
    if kind.is_date() or (kind.is_timestamp() and kind.timezone is None):
        return column.cast("timestamp")
    if kind.is_timestamp():
        raise SourceError("lead_log.time_zone", column=name)
    if not kind.is_string():
        raise SourceError("lead_log.not_a_moment", column=name, kind=str(kind))
    words = column.strip()
    return words.re_search(LOCAL_TIME).ifelse(words, ibis.null("string")).try_cast("timestamp")


def _score(log: ir.Table, name: str | None) -> ir.FloatingValue:
    if name is None:
        return ibis.null("float64")
    column = _column(log, name)
    if column.type().is_string():
        return column.strip().try_cast("float64")
    if not column.type().is_numeric():
        raise SourceError("lead_log.not_a_score", column=name, kind=str(column.type()))
    return column.cast("float64")
