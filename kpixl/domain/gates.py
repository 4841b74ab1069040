"""Weekly gates on a monthly target, and how often such a gate fires by chance."""

from __future__ import annotations

from kpixl.domain.noise import ceil_count, reaches
from kpixl.domain.poisson import chance_below
from kpixl.errors import DivisionByNothing, OutOfDomain

WEEKLY_GATES = (0.2, 0.4, 0.6)
"""Share of the month's target at the ends of weeks 1, 2 and 3: 0.8 of an even pace over four weeks."""


def passes_gate(week: float, actual: float, target: float) -> bool:
    """Whether the actual to date is at or above the gate of this week (1 to 3) of the month's target.

    Raises `OutOfDomain` for a week with a fraction, `DivisionByNothing` for a target of 0.
    """
    if week != int(week):
        raise OutOfDomain("function.monitor_not_whole", argument="week", value=week)
    if target == 0:
        raise DivisionByNothing("function.division_by_nothing", argument="target")
    return reaches(actual / target, WEEKLY_GATES[int(week) - 1])


def false_alarm_chance(target: float, planned_share: float, gate_share: float) -> float:
    """Chance that a month exactly on plan falls below the gate, its deals coming by chance one by one.

    P(X < gate share × target), X a Poisson count with the mean planned share × target. The count that
    just meets the gate passes it.
    """
    return chance_below(ceil_count(gate_share * target), planned_share * target)
