"""Monitoring: where the actuals stand against the plan to date."""

from __future__ import annotations

from kpixl.domain import alerts, intervals, pacing
from kpixl.domain.alerts import DEFAULT_THRESHOLDS
from kpixl.errors import NotEnoughData
from kpixl.functions.declare import function
from kpixl.functions.kinds import (
    Amount,
    Confidence,
    Count,
    Direction,
    LabelLanguage,
    Level,
    Periods,
    Rate,
    Ratio,
    Row,
    Target,
    Threshold,
    Vector,
    Words,
)
from kpixl.functions.spec import Example
from kpixl.i18n import text


@function(
    category="monitor",
    examples=(
        Example("=KPI_ACHIEVEMENT(45, 60)", 0.75),
        Example('=KPI_ACHIEVEMENT(12000, 10000, "lower")', 0.8333333333333334),
    ),
    source="Definition: actual / target, turned round where less is better",
    since="0.1",
)
def KPI_ACHIEVEMENT(actual: Amount, target: Target, direction: Direction = "higher") -> Ratio:
    return pacing.achievement(actual, target, direction)


@function(
    category="monitor",
    examples=(Example("=KPI_PACE(45, 100, 0.5)", 0.9), Example("=KPI_PACE(60, 100, 0.5)", 1.2)),
    source="Pacing by elapsed business days",
    since="0.1",
)
def KPI_PACE(actual: Amount, target: Target, elapsed: Rate) -> Ratio:
    return pacing.pacing_index(actual, target, elapsed)


@function(
    category="monitor",
    examples=(
        Example("=KPI_RUN_RATE(400, 1000, 6)", 100.0),
        Example("=KPI_RUN_RATE(1050, 1000, 6)", 0.0),
    ),
    source="Definition: (target − actual) / what remains",
    since="0.1",
)
def KPI_RUN_RATE(actual: Amount, target: Target, remaining: Periods) -> Amount:
    return pacing.run_rate(actual, target, remaining)


@function(
    category="monitor",
    examples=(Example("=KPI_LANDING(45, 0.5)", 90.0), Example("=KPI_LANDING(12, 0.4)", 30.0)),
    source="Definition: actual / elapsed share",
    since="0.1",
)
def KPI_LANDING(actual: Amount, elapsed: Rate) -> Amount:
    return pacing.landing(actual, elapsed)


@function(
    category="monitor",
    examples=(
        Example("=KPI_LEVEL(45, 100, 0.5)", 1.0),
        Example('=KPI_LEVEL(12000, 10000, 1, "lower", {1,0.9,0.85})', 3.0),
    ),
    source="Four-level alert practice (100, 80, 70 %) on the pace to date",
    since="0.1",
)
def KPI_LEVEL(
    actual: Amount,
    target: Target,
    elapsed: Rate = 1.0,
    direction: Direction = "higher",
    thresholds: Vector[Threshold] = DEFAULT_THRESHOLDS,
) -> Level:
    return float(alerts.alert_level(actual, target, elapsed, direction, thresholds))


@function(
    category="monitor",
    examples=(
        Example("=KPI_ALERT(45, 100, 0.5)", "注意"),
        Example('=KPI_ALERT(60, 100, 1, "higher", {1,0.8,0.7}, "en")', "Critical"),
    ),
    source="Four-level alert practice (100, 80, 70 %) on the pace to date",
    since="0.1",
)
def KPI_ALERT(
    actual: Amount | None,
    target: Target,
    elapsed: Rate = 1.0,
    direction: Direction = "higher",
    thresholds: Vector[Threshold] = DEFAULT_THRESHOLDS,
    lang: LabelLanguage = "ja",
) -> Words:
    try:
        if actual is None:
            raise NotEnoughData("function.no_data")
        level = alerts.alert_level(actual, target, elapsed, direction, thresholds)
    except NotEnoughData:
        return text("level.NO_DATA", lang)
    return text(f"level.{level.name}", lang)


@function(
    category="monitor",
    examples=(
        Example("=KPI_INTERVAL(12, 40)", [[0.18074845229746528, 0.45430018818144935]]),
        Example("=KPI_INTERVAL(0, 15)", [[0.0, 0.20388330103584862]]),
    ),
    source="Wilson 1927, score interval without continuity correction",
    since="0.1",
)
def KPI_INTERVAL(successes: Count, trials: Count, confidence: Confidence = 0.95) -> Row[Rate]:
    return intervals.wilson(successes, trials, confidence)
