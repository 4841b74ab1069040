"""The funnel forwards and backwards: from a goal to the volume each stage needs, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import mul, truediv
from typing import Literal

from kpixl.domain.noise import ceil_count, floor_count, reaches
from kpixl.errors import DivisionByNothing, OutOfDomain, WrongArgument


def goal_count(revenue: float, unit_price: float, share: float, rounding: Literal["ceil", "exact"]) -> float:
    """Deals needed: revenue / unit price × share of them that comes through this funnel.

    10 oku yen at 10 million yen a deal, 20 % through the web: 20 deals.
    """
    count = revenue / unit_price * share
    return ceil_count(count) if rounding == "ceil" else count


def backcalc(
    goal: float, step_rates: Sequence[float], rounding: Literal["ceil", "exact"]
) -> tuple[float, ...]:
    """Volumes each stage needs for the goal, the top of the funnel first; one more than there are rates.

    Works backwards, N(k) = N(k+1) / rate(k). With "ceil" each stage is rounded up before the next is
    computed, because a stage holds whole people. Rates are above 0.
    """
    volumes = [ceil_count(goal) if rounding == "ceil" else goal]
    for rate in reversed(step_rates):
        volume = volumes[-1] / rate
        volumes.append(ceil_count(volume) if rounding == "ceil" else volume)
    return tuple(reversed(volumes))


def forward(
    top: float, step_rates: Sequence[float], rounding: Literal["exact", "floor"]
) -> tuple[float, ...]:
    """Volumes that follow from the top of the funnel; one more than there are rates.

    With "floor" each stage is rounded down before the next is computed.
    """
    if rounding == "exact":
        return tuple(accumulate(step_rates, mul, initial=top))
    return tuple(
        accumulate(step_rates, lambda volume, rate: floor_count(volume * rate), initial=floor_count(top))
    )


def step_rates(volumes: Sequence[float]) -> tuple[float, ...]:
    """Rate of each step; one fewer than there are volumes. Raises `DivisionByNothing` after a volume of 0."""
    if len(volumes) < 2:
        raise WrongArgument("function.too_few_volumes")
    try:
        return tuple(map(truediv, volumes[1:], volumes))
    except ZeroDivisionError:
        position = list(volumes).index(0) + 1
        raise DivisionByNothing("function.volume_zero", position=position) from None


def cumulative_rates(volumes: Sequence[float]) -> tuple[float, ...]:
    """Share of the top that reaches each stage; as many as there are volumes, the first is 1."""
    if volumes[0] == 0:
        raise DivisionByNothing("function.volume_zero", position=1)
    return tuple(volume / volumes[0] for volume in volumes)


def required_rate(goal: float, top: float, step_rates: Sequence[float], step: float) -> float:
    """Rate (0 to 1) that step number `step` (1 is the top one) needs when the other rates stay as they are.

    rate = goal / (top × the other rates). Raises `OutOfDomain` for a step that is not there, and when even
    a rate of 1 would not reach the goal.
    """
    if step != int(step) or step > len(step_rates):
        raise OutOfDomain("function.no_such_step", step=step, steps=len(step_rates))
    if goal == 0:
        return 0.0
    others = [rate for place, rate in enumerate(step_rates, 1) if place != step]
    if top == 0 or 0 in others:
        raise OutOfDomain("function.nothing_arrives", step=step)
    required = goal / top
    for rate in others:
        required /= rate
    if not reaches(1.0, required):
        raise OutOfDomain("function.required_rate_above_one", step=step, rate=required)
    return min(1.0, required)


@dataclass(frozen=True)
class Gap:
    """What today's rate leads to. `uplift` is None where today's rate is 0."""

    landing: float
    gap: float
    required_per_period: float
    uplift: float | None


def gap(goal: float, per_period: float, periods: float, elapsed: float, achieved: float) -> Gap:
    """Landing at today's rate, what it lacks, and the rate the remaining periods need.

    landing = achieved + per period × remaining; gap = goal − landing (negative when the goal is
    exceeded); required = (goal − achieved) / remaining, never below 0; uplift = required / per period − 1.
    """
    if elapsed > periods:
        raise OutOfDomain("function.elapsed_exceeds_periods", elapsed=elapsed, periods=periods)
    remaining = periods - elapsed
    if remaining == 0:
        raise DivisionByNothing("function.no_period_left")
    landing = achieved + per_period * remaining
    required = max(0.0, goal - achieved) / remaining
    uplift = None if per_period == 0 else required / per_period - 1
    return Gap(landing, goal - landing, required, uplift)
