"""What a log says: counts, quality, matured rates, lead times and doubts, each as one Ibis expression.

Nothing is computed here: the database in which the events lie does that, when the expression is executed.
Stages are named top first. The rules stand in docs/lead-logs.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import ibis
import ibis.expr.types as ir

from kpixl.data.lead_log.arguments import refuse_other, refuse_wrong_full, refuse_wrong_stages, windows_of
from kpixl.data.lead_log.journeys import Skips, arrivals, counted, first_channels, journeys, passages

Period = Literal["day", "week", "month"]


def stage_counts(
    events: ir.Table, stages: Sequence[str], by: Period = "day", *, skips: Skips = "left"
) -> ir.Table:
    """How many `leads` first came to each `stage` in each `period` (its first day) through each `channel`."""
    refuse_wrong_stages(stages)
    came = arrivals(journeys(events, stages, skips, with_channel=True), stages)
    counts = came.group_by(period=_period(came.day, by), stage=came.stage, channel=came.channel)
    return counts.aggregate(leads=came.count()).order_by("period", "stage", "channel")


def quality_counts(
    events: ir.Table, stages: Sequence[str], by: Period = "day", *, full: float = 100.0
) -> ir.Table:
    """`stage_counts` with `quality`, the sum of score / full, and how many `scored` leads that sum is of.

    The score is that of the event by which the lead first came to the stage; of several in the same moment,
    the highest. Scores outside 0 to `full` count as none; `doubts` tells how many there are.
    """
    refuse_wrong_stages(stages)
    refuse_wrong_full(full)
    told = counted(events)
    staged = told.filter(told.stage.isin(list(stages)))
    staged = staged.mutate(score=staged.score.between(0.0, full).ifelse(staged.score, ibis.null("float64")))
    place = ibis.row_number().over(
        group_by=[staged.lead, staged.stage],
        order_by=[staged.moment, staged.score.isnull(), staged.score.desc()],
    )
    firsts = staged.mutate(place=place).filter(lambda row: row.place == 0).drop("channel", "place")
    came = firsts.inner_join(first_channels(told), "lead")
    came = came.mutate(period=_period(came.moment.date(), by))
    counts = came.group_by("period", "stage", "channel").aggregate(
        leads=came.count(), scored=came.score.count(), quality=(came.score / full).sum().fill_null(0.0)
    )
    return counts.order_by("period", "stage", "channel")


def cohort_rates(
    events: ir.Table,
    stages: Sequence[str],
    windows: int | Sequence[int],
    as_of: date,
    *,
    by: Period | None = None,
    by_channel: bool = False,
    skips: Skips = "left",
) -> ir.Table:
    """For each step: of the leads that entered its stage, the share that reached the next within its window.

    Columns: `step` (1, 2, …), `stage` and `next_stage`; `cohort`, the first day of the period of entry, with
    `by`; `channel` with `by_channel`; then
    - `entered`: entries up to `as_of`,
    - `mature`: those that have had their whole window at the end of `as_of`,
    - `converted`: those of the mature that reached the next stage within the window,
    - `rate`: converted / mature, as KPI_MATURE_RATE; null where nothing is mature,
    - `complete`: whether all that entered are mature, so that the rate will not change any more,
    - `backwards`: leads left out of all these, because they reached the next stage on an earlier day.
    """
    refuse_wrong_stages(stages, fewest=2)
    each = windows_of(windows, len(stages) - 1)
    taken = passages(journeys(events, stages, skips, by_channel), stages)
    taken = taken.filter(taken.entered <= ibis.date(as_of))
    last_mature = [ibis.date(as_of - timedelta(window)) for window in each]
    taken = taken.mutate(
        in_order=taken.reached.isnull() | (taken.reached >= taken.entered),
        mature=taken.entered <= taken.step.cases(*enumerate(last_mature)),
        within=taken.reached.delta(taken.entered, unit="day") <= taken.step.cases(*enumerate(each)),
    )
    keys = {"step": taken.step}
    if by:
        keys["cohort"] = _period(taken.entered, by)
    if by_channel:
        keys["channel"] = taken.channel
    rates = taken.group_by(**keys).aggregate(
        entered=taken.count(where=taken.in_order),
        mature=taken.count(where=taken.in_order & taken.mature),
        converted=taken.count(where=taken.in_order & taken.mature & taken.within),
        backwards=taken.count(where=~taken.in_order),
    )
    rates = rates.mutate(
        rate=rates.converted.cast("float64") / rates.mature.nullif(0),
        complete=rates.mature == rates.entered,
        **_step_names(rates, stages),
    ).order_by(*keys)
    return rates.mutate(step=rates.step + 1).select(
        "step", "stage", "next_stage", *list(keys)[1:],
        "entered", "mature", "converted", "rate", "complete", "backwards",
    )  # fmt: skip


def lead_times(
    events: ir.Table, stages: Sequence[str], *, by_channel: bool = False, skips: Skips = "left"
) -> ir.Table:
    """For each step the `mean`, `median` and `p90` of the days it took, and how many leads `finished` it.

    As KPI_LEAD_TIME, percentiles interpolate between the neighbouring ranks. Leads that reached the next
    stage on an earlier day are left out; `cohort_rates` counts them.

    Databases differ in their percentiles, and some only have approximate ones. Days are whole numbers, so
    leads are counted by days first, and the ranks are looked up in the running count of that short list.
    """
    refuse_wrong_stages(stages, fewest=2)
    taken = passages(journeys(events, stages, skips, by_channel), stages)
    taken = taken.filter(taken.reached >= taken.entered)
    keys = ["step", "channel"] if by_channel else ["step"]
    lasting = taken.group_by(*keys, days=taken.reached.delta(taken.entered, unit="day"))
    lasting = lasting.aggregate(leads=taken.count())
    running = ibis.cumulative_window(group_by=keys, order_by="days")
    lasting = lasting.mutate(
        up_to=lasting.leads.sum().over(running), all=lasting.leads.sum().over(group_by=keys)
    )
    times = lasting.group_by(*keys).aggregate(
        finished=lasting.leads.sum(),
        mean=(lasting.days * lasting.leads).sum().cast("float64") / lasting.leads.sum(),
        median=_percentile(lasting, 0.5),
        p90=_percentile(lasting, 0.9),
    )
    times = times.mutate(**_step_names(times, stages)).order_by(*keys)
    return times.mutate(step=times.step + 1).select(
        "step", "stage", "next_stage", *keys[1:], "finished", "mean", "median", "p90"
    )


def doubts(events: ir.Table, stages: Sequence[str], *, full: float = 100.0) -> ir.Table:
    """One row: how many `rows` there are, and how many lack what counting needs: none is lost in silence.

    Rows `without_lead`, `without_moment` or `without_stage` (none of the stages) are counted nowhere. Rows
    `without_channel` only tell nothing of it; `scores_outside` 0 to the full score count as not scored.
    """
    refuse_wrong_stages(stages)
    refuse_wrong_full(full)
    return events.aggregate(
        rows=events.count(),
        without_lead=events.count(where=events.lead.isnull()),
        without_moment=events.count(where=events.moment.isnull()),
        without_stage=events.count(where=events.stage.isnull() | events.stage.notin(list(stages))),
        without_channel=events.count(where=events.channel.isnull()),
        scores_outside=events.count(where=~events.score.between(0.0, full)),
    )


def _period(day: ir.DateValue, by: Period) -> ir.DateValue:
    """The first day of the period; weeks begin on Monday."""
    refuse_other("by", by, ("day", "week", "month"))
    return day if by == "day" else day.truncate("W" if by == "week" else "M")


def _step_names(rows: ir.Table, stages: Sequence[str]) -> dict[str, ir.StringValue]:
    return {
        "stage": rows.step.cases(*enumerate(stages[:-1])),
        "next_stage": rows.step.cases(*enumerate(stages[1:])),
    }


def _percentile(lasting: ir.Table, share: float) -> ir.FloatingScalar:
    """Linear between the two ranks around 1 + share × (n − 1), see `kpixl.domain.leads.percentile`."""
    # with a whole number, 0.9 would be a decimal to some databases, and the last digit another than ours
    rank = (lasting["all"] - 1).cast("float64") * share
    below = lasting.days.min(where=lasting.up_to > rank.floor())
    above = lasting.days.min(where=lasting.up_to > rank.floor() + 1).coalesce(below)
    exact = (lasting["all"].max() - 1).cast("float64") * share
    return below + (exact - exact.floor()) * (above - below)
