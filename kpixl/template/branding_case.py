"""What a user types into the branding sheet, as data. Words are text ids: `planner.branding.metric.ID`."""

from __future__ import annotations

from dataclasses import dataclass

QUARTERS = 4
COUNTS = 4
"""So many of the metrics, the first ones, are counts; the others are shares."""


@dataclass(frozen=True)
class Metric:
    """A metric with its purpose, horizon and the marketing KPI it should move; `id` ends text ids."""

    id: str
    purpose: str
    horizon: str


@dataclass(frozen=True)
class BrandingCase:
    """One fiscal year's brand metrics, a row a metric, up to four quarters in a row."""

    last_year: tuple[tuple[float, ...], ...] = ()
    this_year: tuple[tuple[float, ...], ...] = ()
    asked: tuple[tuple[int, ...], ...] = ()
    yes: tuple[tuple[int, ...], ...] = ()
    nps: tuple[tuple[int, ...], ...] = ()  # promoters, passives, detractors


METRICS = (
    Metric("searches", "awareness", "short"),
    Metric("media", "awareness", "short"),
    Metric("articles", "trust", "short"),
    Metric("referrals", "trust", "middle"),
    Metric("direct", "leads", "middle"),
    Metric("mentions", "trust", "middle"),
    Metric("repeat", "trust", "long"),
    Metric("first_choice", "premium", "long"),
)

SURVEYS = (
    Metric("recall", "awareness", "middle"),
    Metric("trusted", "trust", "middle"),
    Metric("recommend", "leads", "long"),
    Metric("price", "premium", "long"),
)

BLANK = BrandingCase()
"""The metrics' names are there to start from, their values are not."""

SAMPLE = BrandingCase(
    last_year=(
        (1180, 1240, 1210, 1330),
        (6, 8, 7, 9),
        (3, 2, 4, 3),
        (9, 11, 10, 12),
        (0.18, 0.19, 0.19, 0.20),
        (0.24, 0.25, 0.27, 0.26),
        (0.81, 0.80, 0.82, 0.82),
        (0.15, 0.16, 0.15, 0.17),
    ),
    this_year=(
        (1310, 1420, 1630),
        (8, 7, 11),
        (4, 5, 5),
        (10, 12, 13),
        (0.20, 0.22, 0.24),
        (0.27, 0.28, 0.31),
        (0.82, 0.81, 0.80),
        (0.16, 0.18, 0.17),
    ),
    asked=((200, 210, 205),) * 4,
    yes=((44, 50, 76), (96, 104, 108), (82, 86, 84), (70, 72, 48)),
    nps=((58, 63, 71), (92, 95, 90), (50, 52, 44)),
)
"""Three quarters: recall rose, the answers about the price fell, the rest may be chance."""
