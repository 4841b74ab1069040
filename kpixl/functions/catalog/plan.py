"""Planning: from the goal to what each stage and each month must bring."""

from __future__ import annotations

from typing import Literal

from kpixl.domain import funnel, targets
from kpixl.functions.declare import function
from kpixl.functions.kinds import (
    AnyCount,
    Count,
    Money,
    Periods,
    PositiveRate,
    Price,
    Rate,
    Row,
    Vector,
    Weight,
)
from kpixl.functions.spec import Example
from kpixl.functions.values import CellError
from kpixl.i18n import Message


@function(
    category="plan",
    examples=(
        Example("=KPI_GOAL_COUNT(1000000000, 10000000, 0.2)", 20.0),
        Example('=KPI_GOAL_COUNT(50000000, 1200000, 1, "exact")', 41.666666666666664),
    ),
    source="Definition: revenue = deals × revenue of one deal",
    since="0.1",
)
def KPI_GOAL_COUNT(
    revenue: Money, unit_price: Price, share: Rate = 1.0, rounding: Literal["ceil", "exact"] = "ceil"
) -> Count:
    return funnel.goal_count(revenue, unit_price, share, rounding)


@function(
    category="plan",
    examples=(
        Example("=KPI_BACKCALC(20, {0.1,0.5,0.5,0.5})", [[1600.0, 160.0, 80.0, 40.0, 20.0]]),
        Example("=KPI_BACKCALC(7, {0.12,0.35,0.3,0.22})", [[2550.0, 306.0, 107.0, 32.0, 7.0]]),
    ),
    source="Funnel arithmetic backwards: N(k) = N(k+1) / rate(k)",
    since="0.1",
)
def KPI_BACKCALC(
    goal: Count, rates: Vector[PositiveRate], rounding: Literal["ceil", "exact"] = "ceil"
) -> Vector[Count]:
    return funnel.backcalc(goal, rates, rounding)


@function(
    category="plan",
    examples=(
        Example("=KPI_FORWARD(1600, {0.1,0.5,0.5,0.5})", [[1600.0, 160.0, 80.0, 40.0, 20.0]]),
        Example('=KPI_FORWARD(1000, {0.123,0.4}, "floor")', [[1000.0, 123.0, 49.0]]),
    ),
    source="Funnel arithmetic: N(k+1) = N(k) × rate(k)",
    since="0.1",
)
def KPI_FORWARD(
    top: Count, rates: Vector[Rate], rounding: Literal["exact", "floor"] = "exact"
) -> Vector[Count]:
    return funnel.forward(top, rates, rounding)


@function(
    category="plan",
    examples=(
        Example("=KPI_RATES({1600,160,80,40,20})", [[0.1, 0.5, 0.5, 0.5]]),
        Example('=KPI_RATES({1600,160,80,40,20}, "cumulative")', [[1.0, 0.1, 0.05, 0.025, 0.0125]]),
    ),
    source="Definition: rate = volume / volume of the stage before",
    since="0.1",
)
def KPI_RATES(volumes: Vector[Count], kind: Literal["step", "cumulative"] = "step") -> Vector[Rate]:
    return funnel.step_rates(volumes) if kind == "step" else funnel.cumulative_rates(volumes)


@function(
    category="plan",
    examples=(
        Example("=KPI_GAP(1000, 50, 12)", [[600.0, 400.0, 83.33333333333333, 0.6666666666666665]]),
        Example("=KPI_GAP(1000, 50, 12, 6, 400)", [[700.0, 300.0, 100.0, 1.0]]),
    ),
    source="Run-rate extrapolation",
    since="0.1",
)
def KPI_GAP(
    goal: Count, current_per_period: Count, periods: Periods, elapsed: Periods = 0.0, achieved: Count = 0.0
) -> Row[AnyCount]:
    gap = funnel.gap(goal, current_per_period, periods, elapsed, achieved)
    no_uplift = CellError(
        "#DIV/0!", Message.of("function.division_by_nothing", argument="current_per_period")
    )
    uplift = no_uplift if gap.uplift is None else gap.uplift
    return gap.landing, gap.gap, gap.required_per_period, uplift  # type: ignore[return-value]


@function(
    category="plan",
    examples=(
        Example(
            "=KPI_SPLIT(100, {21,18,22,22,20,19,21,19,23,19,18,22})",
            [[9.0, 7.0, 9.0, 9.0, 8.0, 8.0, 9.0, 8.0, 9.0, 8.0, 7.0, 9.0]],
        ),
        Example('=KPI_SPLIT(10, {1,1,2}, "exact")', [[2.5, 2.5, 5.0]]),
    ),
    source="Method of largest remainders (Hamilton)",
    since="0.1",
)
def KPI_SPLIT(
    total: Count, weights: Vector[Weight], rounding: Literal["whole", "exact"] = "whole"
) -> Vector[Count]:
    return targets.split(total, weights, rounding)
