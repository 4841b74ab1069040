"""Money: what leads and customers cost, and what they bring."""

from __future__ import annotations

from kpixl.domain import economics
from kpixl.functions.declare import function
from kpixl.functions.kinds import (
    Amount,
    Count,
    Days,
    DiscountRate,
    Money,
    Periods,
    Rate,
    SurveyScore,
    Vector,
)
from kpixl.functions.spec import Example


@function(
    category="money",
    examples=(Example("=KPI_CPL(80000, 16)", 5000.0), Example("=KPI_CPL(0, 16)", 0.0)),
    source="Definition: cost / leads",
    since="0.1",
)
def KPI_CPL(cost: Money, leads: Count) -> Money:
    return economics.cost_per(cost, leads, "leads")


@function(
    category="money",
    examples=(
        Example("=KPI_CPA(80000, 3)", 26666.666666666668),
        Example("=KPI_CPA(80000, 1)", 80000.0),
    ),
    source="Definition: cost / conversions",
    since="0.1",
)
def KPI_CPA(cost: Money, conversions: Count) -> Money:
    return economics.cost_per(cost, conversions, "conversions")


@function(
    category="money",
    examples=(
        Example("=KPI_CAC(3000000, 2000000, 10)", 500000.0),
        Example("=KPI_CAC(80000, 0, 3)", 26666.666666666668),
    ),
    source="Definition: (marketing + sales cost) / new customers",
    since="0.1",
)
def KPI_CAC(marketing: Money, sales: Money, customers: Count) -> Money:
    return economics.cost_per(marketing + sales, customers, "customers")


@function(
    category="money",
    examples=(Example("=KPI_ROI(150, 100)", 0.5), Example("=KPI_ROI(60000, 80000)", -0.25)),
    source="Definition: (gain − cost) / cost",
    since="0.1",
)
def KPI_ROI(gain: Amount, cost: Money) -> Amount:
    return economics.roi(gain, cost)


@function(
    category="money",
    examples=(Example("=KPI_ROAS(400000, 100000)", 4.0), Example("=KPI_ROAS(0, 100000)", 0.0)),
    source="Definition: revenue / advertising cost",
    since="0.1",
)
def KPI_ROAS(revenue: Money, cost: Money) -> Amount:
    return economics.roas(revenue, cost)


@function(
    category="money",
    examples=(
        Example("=KPI_LTV(10000, 0.8, 0.05)", 160000.0),
        Example("=KPI_LTV(10000, 0.8, 0.05, 0, 2)", 15600.0),
    ),
    source="Gupta and Lehmann 2003, with the first period added",
    since="0.1",
)
def KPI_LTV(
    arpa: Money,
    margin: Rate,
    churn: Rate,
    discount: DiscountRate = 0.0,
    periods: Periods | None = None,
) -> Money:
    return economics.ltv(arpa, margin, churn, discount, periods)


@function(
    category="money",
    examples=(
        Example("=KPI_PAYBACK(120000, 10000, 0.8)", 15.0),
        Example("=KPI_PAYBACK(0, 10000, 0.8)", 0.0),
    ),
    source="Definition: CAC / (revenue of one account in a period × gross margin)",
    since="0.1",
)
def KPI_PAYBACK(cac: Money, arpa: Money, margin: Rate) -> Periods:
    return economics.payback(cac, arpa, margin)


@function(
    category="money",
    examples=(
        Example("=KPI_VELOCITY(50, 10000, 0.2, 30)", 3333.3333333333335),
        Example("=KPI_VELOCITY(20, 1000000, 0.25, 100)", 50000.0),
    ),
    source="Sales velocity: opportunities × deal size × win rate / cycle length",
    since="0.1",
)
def KPI_VELOCITY(opportunities: Count, deal_size: Money, win_rate: Rate, cycle_days: Days) -> Money:
    return economics.velocity(opportunities, deal_size, win_rate, cycle_days)


@function(
    category="money",
    examples=(
        Example("=KPI_NPS({10,9,8,7,6,0,9,10,5,9})", 20.0),
        Example("=KPI_NPS({0,3,6})", -100.0),
    ),
    source="Reichheld 2003",
    since="0.1",
)
def KPI_NPS(scores: Vector[SurveyScore | None]) -> Amount:
    return economics.net_promoter_score(scores)
