"""How long a metric has been beyond a limit, and what was agreed to do about misses in succession."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from itertools import takewhile
from typing import Literal

from kpixl.domain.noise import reaches
from kpixl.domain.rules import MISSED, Band, Bound, Comparison, InSuccession, LevelRule, Unit, fires


def streak(values: Sequence[float], limit: float, side: Literal["below", "above"]) -> int:
    """How many values at the end of the series lie beyond the limit; a value on the limit does not."""
    if side == "below":
        beyond = takewhile(lambda value: not reaches(value, limit), reversed(values))
    else:
        beyond = takewhile(lambda value: not reaches(limit, value), reversed(values))
    return sum(1 for _ in beyond)


class Escalation(Enum):
    """What is to be done when a target is missed period after period."""

    REPORT_TO_HEAD = "report_to_head"
    RECONSIDER_MEASURE = "reconsider_measure"


TWO_PERIODS = InSuccession(2, Unit.PERIOD)
BELOW_SEVENTY = Band((Bound(Comparison.BELOW, Decimal(70)),))

ESCALATION_RULES = (
    (LevelRule(BELOW_SEVENTY, TWO_PERIODS), Escalation.REPORT_TO_HEAD),
    (LevelRule(MISSED, TWO_PERIODS), Escalation.RECONSIDER_MEASURE),
)
"""Each rule with what it calls for, the gravest first; they are judged apart from one another."""


def gravest_escalation(achievements: Sequence[float]) -> Escalation | None:
    """What the gravest rule that fires on the latest achievements calls for; None if none does."""
    for rule, escalation in ESCALATION_RULES:
        if fires(rule, achievements):
            return escalation
    return None
