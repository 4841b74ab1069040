"""Monitoring: what a series and a comparison say once chance is taken into account."""

from __future__ import annotations

from kpixl.domain import anomalies, comparisons, forecast
from kpixl.functions.declare import function
from kpixl.functions.kinds import Amount, Confidence, Count, Horizon, Periods, Row, Season, Table, Vector
from kpixl.functions.spec import Example
from kpixl.functions.values import CellError
from kpixl.i18n import Message


@function(
    category="monitor",
    examples=(
        Example("=KPI_ANOMALY({10,12,11,13,30})", [[-1.349, 0.0, -0.6745, 0.6745, 12.141]]),
        Example("=KPI_ANOMALY({5,5,5,9})", [[0.0, 0.0, 0.0, 3.1915385928825497]]),
    ),
    source="Iglewicz and Hoaglin 1993, modified z score",
    since="0.1",
)
def KPI_ANOMALY(series: Vector[Amount], season: Periods = 0.0) -> Vector[Amount]:
    nothing_before = CellError("#N/A", Message.of("function.series_no_season_before"))
    scores = anomalies.modified_z_scores(series, season)
    return tuple(nothing_before if score is None else score for score in scores)  # type: ignore[misc]


@function(
    category="monitor",
    examples=(
        Example(
            "=KPI_AB(30, 100, 45, 100)",
            [[0.15, 0.015852195068122715, 0.2768308539196249, 0.02845973691631057]],
        ),
        Example("=KPI_AB(0, 50, 0, 40)", [[0.0, -0.07134759913335872, 0.08762160119728664, 1.0]]),
    ),
    source="Newcombe 1998, method 10; z test with the pooled rate",
    since="0.1",
)
def KPI_AB(
    successes_a: Count, trials_a: Count, successes_b: Count, trials_b: Count, confidence: Confidence = 0.95
) -> Row[Amount]:
    found = comparisons.compare_rates(successes_a, trials_a, successes_b, trials_b, confidence)
    return found.difference, found.lower, found.upper, found.p_value


@function(
    category="monitor",
    examples=(
        Example(
            "=KPI_FORECAST({10,12,14,16,18}, 2)",
            [[20.0, 20.0, 20.0], [22.0, 22.0, 22.0]],
        ),
        Example("=KPI_FORECAST({1,2,3,4,2,3,4,6}, 1, 4)", [[3.25, 2.5335908956927486, 3.9664091043072514]]),
    ),
    source="Hyndman and Athanasopoulos, Forecasting: Principles and Practice, seasonal naive with drift",
    since="0.1",
)
def KPI_FORECAST(series: Vector[Amount], periods: Horizon, season: Season = 12.0) -> Table[Amount]:
    return forecast.seasonal_forecast(series, periods, season)
