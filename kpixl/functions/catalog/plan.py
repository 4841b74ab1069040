"""Planning: from the goal to what each stage and each month must bring."""

from __future__ import annotations

from typing import Literal

from kpixl.domain import assurance, capacity, deadlines, funnel, targets
from kpixl.domain.growth import growth_factor
from kpixl.domain.lags import lag_forward, lag_plan
from kpixl.functions.declare import function
from kpixl.functions.kinds import (
    AnyCount,
    Cases,
    Confidence,
    Count,
    Date,
    Days,
    GrowthFactor,
    Money,
    Periods,
    PositiveRate,
    Price,
    Rate,
    Ratio,
    Row,
    Serial,
    Step,
    Target,
    Vector,
    Weight,
    Words,
    WordsOrNumber,
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
def KPI_RATES(volumes: Vector[Count], kind: Literal["step", "cumulative"] = "step") -> Vector[Ratio]:
    return funnel.step_rates(volumes) if kind == "step" else funnel.cumulative_rates(volumes)


@function(
    category="plan",
    examples=(
        Example("=KPI_REQUIRED_RATE(20, 1600, {0.08,0.5,0.5,0.5}, 1)", 0.1),
        Example("=KPI_REQUIRED_RATE(24, 1600, {0.1,0.5,0.5,0.5}, 4)", 0.6),
    ),
    source="Funnel arithmetic solved for one rate: rate(k) = goal / (top × the other rates)",
    since="0.1",
)
def KPI_REQUIRED_RATE(goal: Count, top: Count, rates: Vector[Rate], step: Step) -> Rate:
    return funnel.required_rate(goal, top, rates, step)


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


@function(
    category="plan",
    examples=(
        Example("=KPI_TARGET(1000, 1.2, 1100, 1300)", [[1200.0, 1100.0, 1300.0, 1200.0]]),
        Example("=KPI_TARGET(0.15, 1.2, 0.2)", [[0.18, 0.2, "", 0.2]]),
    ),
    source="Three bases of a target: past, benchmark, and what people and budget can do",
    since="0.1",
)
def KPI_TARGET(
    past: Target, growth: GrowthFactor, benchmark: Target | None = None, ceiling: Target | None = None
) -> Row[WordsOrNumber]:
    basis = targets.recommendation(past, growth, benchmark, ceiling)
    return (
        basis.grown,
        "" if basis.benchmark is None else basis.benchmark,
        "" if basis.ceiling is None else basis.ceiling,
        basis.recommended,
    )


@function(
    category="plan",
    examples=(
        Example('=KPI_GROWTH_FACTOR("前年比120%")', 1.2),
        Example('=KPI_GROWTH_FACTOR("120%増")', 2.2),
    ),
    source="Usage: 前年比 is new / old, 増減率 is new / old − 1",
    since="0.1",
)
def KPI_GROWTH_FACTOR(text: Words) -> GrowthFactor:
    return growth_factor(text)


@function(
    category="plan",
    examples=(
        Example("=KPI_CAPACITY({1600,160,80,40,20}, {5000,200,60,40,25})", [[0.75, 3.0]]),
        Example("=KPI_CAPACITY({80,40}, {100,40})", [[1.0, 0.0]]),
    ),
    source="Definition: the least capacity / volume of all stages",
    since="0.1",
)
def KPI_CAPACITY(volumes: Vector[Count], capacities: Vector[Count | None]) -> Row[Count]:
    fit = capacity.fit(volumes, capacities)
    return fit.share, 0.0 if fit.binding is None else float(fit.binding + 1)


@function(
    category="plan",
    examples=(
        Example("=KPI_LAG_FORWARD({40,40,40,40,40}, 0.5, {0.1,0.3,0.4,0.2})", [[2.0, 8.0, 16.0, 20.0, 20.0]]),
        Example("=KPI_LAG_FORWARD({100;0;0}, 0.2, {0;0.5;0.5})", [[0.0], [10.0], [10.0]]),
    ),
    source="Discrete convolution: result(t) = rate × Σ input(t − k) × lag(k)",
    since="0.1",
)
def KPI_LAG_FORWARD(inputs: Vector[Count], rate: Rate, lags: Vector[Rate]) -> Vector[Count]:
    return lag_forward(inputs, rate, lags)


@function(
    category="plan",
    examples=(
        Example("=KPI_LAG_PLAN({2,8,16,20,20}, 0.5, {0.1,0.3,0.4,0.2})", [[40.0, 40.0, 40.0, 40.0, 40.0]]),
        Example("=KPI_LAG_PLAN({0;10;20;10}, 0.2, {0;0.5;0.5})", [[100.0], [100.0], [0.0], [0.0]]),
    ),
    source="Lawson & Hanson 1974, non-negative least squares",
    since="0.1",
)
def KPI_LAG_PLAN(goals: Vector[Count], rate: PositiveRate, lags: Vector[Rate]) -> Vector[Count]:
    return lag_plan(goals, rate, lags)


@function(
    category="plan",
    examples=(
        Example("=KPI_DEADLINE(46112, {10,20,5})", [[46063.0, 46077.0, 46105.0]]),
        Example('=KPI_DEADLINE(46112, {10;20;5}, , "calendar")', [[46077.0], [46087.0], [46107.0]]),
    ),
    source="Counting back by business days, Monday to Friday without the holidays",
    since="0.1",
)
def KPI_DEADLINE(
    due: Date,
    lead_days: Vector[Days],
    holidays: Vector[Date | None] | None = None,
    unit: Literal["business", "calendar"] = "business",
) -> Vector[Serial]:
    return deadlines.deadlines(due, lead_days, holidays or (), unit)


@function(
    category="plan",
    examples=(
        Example(
            "=KPI_ASSURED(10, {160,80,40,20}, {1600,160,80,40}, 0.8)", [[1081.0, 106.0, 52.0, 25.0, 10.0]]
        ),
        Example("=KPI_ASSURED(20, {40}, {100})", [[59.0, 20.0]]),
    ),
    source="Beta-binomial stages with Jeffreys' prior Beta(successes + ½, failures + ½)",
    since="0.1",
)
def KPI_ASSURED(
    goal: Cases, successes: Vector[Cases], trials: Vector[Cases], confidence: Confidence = 0.8
) -> Vector[Count]:
    return assurance.assured(goal, successes, trials, confidence)


@function(
    category="plan",
    examples=(
        Example("=KPI_CHANCE(20, 1600, {160,80,40,20}, {1600,160,80,40})", 0.5042548517777006),
        Example("=KPI_CHANCE(1, 1, {5}, {5})", 11 / 12),
    ),
    source="Beta-binomial stages with Jeffreys' prior Beta(successes + ½, failures + ½)",
    since="0.1",
)
def KPI_CHANCE(goal: Cases, top: Cases, successes: Vector[Cases], trials: Vector[Cases]) -> Rate:
    return assurance.chance(goal, top, successes, trials)
