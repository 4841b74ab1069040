"""What leads, conversions and customers cost, and what they bring."""

from __future__ import annotations

from collections.abc import Sequence
from math import expm1, log1p

from kpixl.errors import DivisionByNothing, OutOfDomain


def cost_per(cost: float, count: float, counted: str) -> float:
    """Cost of one lead, conversion or customer. Raises `DivisionByNothing`, naming what was counted, at 0."""
    if count == 0:
        raise DivisionByNothing("function.division_by_nothing", argument=counted)
    return cost / count


def roi(gain: float, cost: float) -> float:
    """(gain − cost) / cost: 0.5 means that 100 spent came back as 150."""
    if cost == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="cost")
    return (gain - cost) / cost


def roas(revenue: float, cost: float) -> float:
    """Revenue / advertising cost: 4 means that 100 spent brought revenue of 400."""
    if cost == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="cost")
    return revenue / cost


def ltv(arpa: float, margin: float, churn: float, discount: float, periods: float | None) -> float:
    """Lifetime value of a customer: the margin of every period, times the chance that it is still there.

    m = arpa × margin is earned at the start of each period, the first in full: Σ m × (r / (1 + d))^t from
    t = 0, with retention r = 1 − churn and discount d a period. Without an end that is
    m + m × r / (1 + d − r), and m / churn without a discount; with `periods` the sum stops after that many.
    Money; all rates are those of one period.

    Raises `OutOfDomain` for a churn of 0 without periods (the customer never leaves), or periods that are
    not whole. Source: Gupta and Lehmann 2003, with the first period added.
    """
    gain = arpa * margin
    if periods is not None and periods != int(periods):
        raise OutOfDomain("function.lifetime_not_whole", value=periods)
    if periods is None:
        if churn == 0:
            raise OutOfDomain("function.never_churns")
        return gain / ((churn + discount) / (1 + discount))
    if periods == 0 or churn == 1:
        return gain * min(1.0, periods)
    decay = log1p(-churn) - log1p(discount)
    if decay == 0:
        return gain * periods
    return gain * expm1(periods * decay) / expm1(decay)


def payback(cac: float, arpa: float, margin: float) -> float:
    """Periods until a customer has earned the cost of winning it: cac / (arpa × margin)."""
    for name, value in (("arpa", arpa), ("margin", margin)):
        if value == 0:
            raise DivisionByNothing("function.division_by_nothing", argument=name)
    return cac / arpa / margin


def velocity(opportunities: float, deal_size: float, win_rate: float, cycle_days: float) -> float:
    """Revenue a day from the pipeline: opportunities × deal size × win rate / days of a sales cycle."""
    if cycle_days == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="cycle_days")
    return opportunities * deal_size * win_rate / cycle_days


def net_promoter_score(scores: Sequence[float | None]) -> float:
    """Percentage of promoters (9, 10) minus percentage of detractors (0 to 6), −100 to 100.

    Scores are whole, 0 to 10; None is no answer and left out. Raises `OutOfDomain` for a fraction.
    Source: Reichheld 2003.
    """
    answers = [score for score in scores if score is not None]
    for score in answers:
        if score != int(score):
            raise OutOfDomain("function.answer_not_whole", value=score)
    promoters = sum(score >= 9 for score in answers)
    detractors = sum(score <= 6 for score in answers)
    return 100 * (promoters - detractors) / len(answers)
