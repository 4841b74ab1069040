"""How far each lead has come, and when: one row a lead, one day a stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import ibis
import ibis.expr.types as ir

from kpixl.data.lead_log.arguments import refuse_other

Skips = Literal["left", "filled"]


def journeys(events: ir.Table, stages: Sequence[str], skips: Skips, with_channel: bool) -> ir.Table:
    """One row a lead: `lead`, the days `day_0`, `day_1`… it first came to each stage, perhaps `channel`.

    Skips that are left: a stage without an event has no day. Skips that are filled: a lead has come to a
    stage at the latest when it comes to a later one.
    """
    refuse_other("skips", skips, ("left", "filled"))
    told = counted(events)
    days = {
        f"day_{place}": told.moment.min(
            where=told.stage.isin(list(stages[place:]) if skips == "filled" else [stage])
        ).date()
        for place, stage in enumerate(stages)
    }
    if with_channel:
        return _by_first_channel(told, days)
    return told.group_by("lead").aggregate(**days)


def counted(events: ir.Table) -> ir.Table:
    """The events that can be counted: somebody's, and at a moment that is known."""
    return events.filter(events.lead.notnull(), events.moment.notnull())


def first_channels(told: ir.Table) -> ir.Table:
    """The `channel` of each `lead`: the first that is known, "" if none is."""
    return _by_first_channel(told, {})


def _by_first_channel(told: ir.Table, days: Mapping[str, ir.DateScalar]) -> ir.Table:
    """One row a lead with these days and its channel.

    That is the channel of the earliest event that names one; of several in the same moment, the first by its
    letters. Grouped by lead and channel at first: what is left to put in order is less than the log, and
    minima of minima are minima.
    """
    visits = told.group_by("lead", "channel").aggregate(seen=told.moment.min(), **days)
    first = ibis.row_number().over(
        group_by=visits.lead, order_by=[visits.channel.isnull(), visits.seen, visits.channel]
    )
    ranked = visits.mutate(place=first)
    return ranked.group_by("lead").aggregate(
        channel=ranked.channel.max(where=ranked.place == 0).fill_null(""),
        **{day: ranked[day].min() for day in days},
    )


def arrivals(leads: ir.Table, stages: Sequence[str]) -> ir.Table:
    """One row for each stage that a lead came to: `lead`, `channel`, `stage`, `day`."""
    rows = leads.mutate(place=_places(len(stages)))
    rows = rows.mutate(stage=rows.place.cases(*enumerate(stages)), day=_day(rows, range(len(stages))))
    return rows.filter(rows.day.notnull())


def passages(leads: ir.Table, stages: Sequence[str]) -> ir.Table:
    """One row for each step a lead could take: the `step`'s place, days `entered` and `reached`."""
    steps = len(stages) - 1
    rows = leads.mutate(step=_places(steps))
    rows = rows.mutate(
        entered=_day(rows, range(steps), "step"), reached=_day(rows, range(1, steps + 1), "step")
    )
    return rows.filter(rows.entered.notnull())


def _places(many: int) -> ir.IntegerValue:
    """Every row once for each place."""
    return ibis.array(list(range(many))).unnest()


def _day(rows: ir.Table, days: range, by: str = "place") -> ir.DateValue:
    return rows[by].cases(*((place, rows[f"day_{day}"]) for place, day in enumerate(days)))
