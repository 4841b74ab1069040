"""What a user types into the planner, as data; a blank planner is filled with `BLANK`.

Words are text ids: `planner.case.ID.…` in both languages.  Stages are five, top first; steps are the four
rates between them.  Amounts are yen, shares and rates fractions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

STAGES = 5
MONTHS = 12
CHANNELS = 6
Kind = Literal["KGI", "KSF", "KPI", "INTERMEDIATE", "METRIC", "KAI"]


@dataclass(frozen=True)
class Node:
    """One row of the KPI tree; the texts are `planner.case.CASE.tree.ID` and `…action.ID`."""

    id: str
    parent: str
    kind: Kind
    metric: str  # its id in the metric catalogue, or nothing
    operator: str = ""  # how its children give its value: + - * /
    unit: str = ""  # ends a text id: planner.unit.…
    direction: Literal["higher", "lower"] = "higher"
    variable: bool = True
    impact: float | None = None  # 0 to 1
    influence: float | None = None  # 0 to 1
    actual: float | None = None
    target: float | None = None
    due: date | None = None
    owner: str = ""  # ends a text id: planner.owner.…
    cadence: str = ""  # ends a text id: planner.cadence.…
    numerator: str = ""  # end text ids: planner.case.CASE.…; where empty, the catalogue's metric has them
    denominator: str = ""
    version: str = "1"


@dataclass(frozen=True)
class ScoringRule:
    """An attribute that tells how promising a lead is; the text is `planner.attribute.ID`."""

    id: str
    points: int


@dataclass(frozen=True)
class Lead:
    """One lead: when it came, how far it got, and which scoring attributes it has (one per rule)."""

    entered: date
    channel: int  # place among the case's channels, from 0
    attributes: tuple[bool, ...]
    qualified: date | None = None  # became an MQL
    accepted: date | None = None  # became an SQL
    won: date | None = None


@dataclass(frozen=True)
class Measure:
    """One measure with its work count, cost and yield; the text is `planner.case.CASE.measure.ID`."""

    id: str
    channel: int
    owner: str
    start: date
    due: date
    planned: int  # times it was to be done
    done: int
    cost: int
    leads: int
    deals: int
    revenue: int


@dataclass(frozen=True)
class Review:
    """One entry of the PDCA log; its texts are `planner.case.CASE.review.ID.…`: plan, do, check, act."""

    id: str
    day: date
    owner: str
    due: date | None
    closed: bool


@dataclass(frozen=True)
class ManagementMetric:
    """A metric that is watched for anomalies only: its values month by month so far."""

    metric: str  # id in the metric catalogue
    values: tuple[float, ...]


@dataclass(frozen=True)
class Case:
    """One company's fiscal year so far."""

    id: str
    fiscal_start: date
    as_of: date
    revenue_goal: int | None = None
    unit_price: int | None = None
    channel_share: float | None = None  # of the goal, that this funnel must bring
    stages: tuple[str, ...] = ()  # end text ids: planner.stage.…
    focus: int = STAGES - 2  # place of the stage whose count is the KPI, from 0
    step_rates: tuple[float, ...] = ()
    evidence: tuple[tuple[int, int], ...] = ()  # per step: how many of how many went on, last year
    capacities: tuple[int | None, ...] = ()  # per stage, a year
    what_if_rates: tuple[float, ...] = ()
    channels: tuple[str, ...] = ()  # up to six; end text ids: planner.channel.…
    channel_shares: tuple[float, ...] = ()
    month_weights: tuple[float, ...] = ()  # by hand; empty: by business days
    monthly: tuple[tuple[int, ...], ...] = ()  # counts per stage of each month so far, the last one partly
    management: tuple[ManagementMetric, ...] = ()
    tree: tuple[Node, ...] = ()
    scoring: tuple[ScoringRule, ...] = ()  # up to eight
    lead_threshold: int | None = None  # the score from which a lead is hot
    maturity_days: int | None = None  # how long an MQL is given to become an SQL
    leads: tuple[Lead, ...] = ()
    measures: tuple[Measure, ...] = ()
    reviews: tuple[Review, ...] = ()

    def text_id(self, end: str) -> str:
        """The id of one of the case's own texts."""
        return f"planner.case.{self.id}.{end}"


BLANK = Case(
    "blank",
    fiscal_start=date(2026, 4, 1),
    as_of=date(2026, 4, 1),
    stages=("visits", "leads", "nurtured", "meetings", "deals"),
    channels=("search", "advertising", "email", "webinar", "exhibition", "referral"),
    scoring=(
        ScoringRule("head", 20),
        ScoringRule("size", 10),
        ScoringRule("industry", 15),
        ScoringRule("inquiry", 25),
        ScoringRule("price_list", 20),
        ScoringRule("webinar", 15),
        ScoringRule("clicked", 10),
        ScoringRule("outside", -50),
    ),
    lead_threshold=50,
    maturity_days=30,
)
"""Only what nearly everybody keeps is filled in: stages, channels, and rules of scoring to start from."""
