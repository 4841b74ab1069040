"""Leads: their score and quality, how long they take, and how many convert."""

from __future__ import annotations

from typing import Literal

from kpixl.domain import leads
from kpixl.functions.declare import function
from kpixl.functions.kinds import Amount, Count, Date, Days, Factor, Positive, Row, Vector, Words
from kpixl.functions.spec import Example
from kpixl.functions.wording import folded


@function(
    category="leads",
    examples=(
        Example('=KPI_SCORE({"部長","料金表DL"}, {"部長","料金表DL","メール開封"}, {30,25,5})', 55.0),
        Example('=KPI_SCORE({"CEO","Demo"}, {"CEO","Demo","Student"}, {60,70,-50})', 100.0),
    ),
    source="Additive lead scoring with a cap",
    since="0.1",
)
def KPI_SCORE(
    attributes: Vector[Words | None] | None,
    rules: Vector[Words],
    points: Vector[Amount],
    cap: Factor = 100.0,
) -> Amount:
    present = [folded(attribute) for attribute in attributes or () if attribute is not None]
    return leads.score(present, [folded(rule) for rule in rules], points, cap)


@function(
    category="leads",
    examples=(
        Example("=KPI_QUALITY({100,80,50,20})", 2.5),
        Example("=KPI_QUALITY({5,4,3}, 5)", 2.4),
    ),
    source="Definition: sum of score / full score",
    since="0.1",
)
def KPI_QUALITY(scores: Vector[Factor], full: Positive = 100.0) -> Count:
    return leads.quality_weighted_count(scores, full)


@function(
    category="leads",
    examples=(
        Example("=KPI_LEAD_TIME({46113,46115,46120}, {46123,46145,46180})", 30.0),
        Example('=KPI_LEAD_TIME({46113,46115,46120}, {46123,46145,46180}, "p90")', 54.0),
    ),
    source="Definition; percentiles by method 7 of Hyndman and Fan 1996 (PERCENTILE.INC)",
    since="0.1",
)
def KPI_LEAD_TIME(
    starts: Vector[Date | None],
    ends: Vector[Date | None],
    stat: Literal["median", "mean", "p90"] = "median",
) -> Days:
    return leads.lead_time(starts, ends, stat)


@function(
    category="leads",
    examples=(
        Example("=KPI_MATURE_RATE({46113,46114,46170}, {46130,46174,46172}, 46180, 30)", [[0.5, 2.0]]),
        Example("=KPI_MATURE_RATE({46113,46114,46170}, {46130,46174,46172}, 46200, 30)", [[2 / 3, 3.0]]),
    ),
    source="Conversion of entry cohorts that have had the whole window",
    since="0.1",
)
def KPI_MATURE_RATE(
    entered: Vector[Date | None], converted: Vector[Date | None] | None, as_of: Date, window: Days
) -> Row[Amount]:
    found = leads.mature_rate(entered, converted or (), as_of, window)
    return found.rate, float(found.mature)
