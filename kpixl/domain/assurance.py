"""How likely a plan is to reach its goal, and how much it takes to be sure enough.

Two things can go wrong with a plan that multiplies rates: the true rates are not quite those observed, and
even with the true rates chance decides about each case. Both are counted here. After s successes in n trials
a rate has the distribution Beta(s + ½, n − s + ½) (Jeffreys' prior); every case then passes every step by
chance of its own, so that every stage is beta-binomial given the stage before.

The probability is exact, neither simulated nor approximated by a bell curve: N cases that pass with the rate
P reach the goal g exactly when the g-th smallest of N random numbers between 0 and 1 lies at or below P, and
that number has the distribution Beta(g, N + 1 − g). So the chance is P(log B ≤ log P₁ + … + log Pₙ) with
independent beta variables, whose moment generating functions are quotients of gamma functions; the inversion
integral near the saddle point gives it to better than 10⁻⁷ (Daniels 1987, Lugannani & Rice 1980).
"""

from __future__ import annotations

import cmath
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, inf, log, pi, sqrt

from kpixl.domain.gamma import digamma, log_gamma_ratio, trigamma
from kpixl.domain.lengths import refuse_different_lengths
from kpixl.domain.noise import ceil_count, floor_count, reaches
from kpixl.errors import OutOfDomain, WrongArgument

MOST_CASES = 1e15
"""Above this a count of single cases means nothing (and floats soon stop counting in ones)."""

MOST_STAGES = 30
"""No funnel is longer; thousands of steps would take minutes."""

STEP = 1 / 16
FINEST_STEP = 1 / 256
FARTHEST = 60.0
"""sinh(60) is about 10²⁶: nothing with a bearing on the probability lies beyond."""

TILT = 0.5
VANISHED = 1e-16
REGROWTH = 100.0
LARGEST_LOG = 700.0
UPRIGHT_AGREEMENT = 1e-10


def chance(goal: float, top: float, successes: Sequence[float], trials: Sequence[float]) -> float:
    """Probability (0 to 1) that the last stage reaches the goal when the first stage has `top` cases.

    `successes` and `trials` hold one pair a step, the top step first. Counts are whole: the goal is rounded
    up, the top down. Raises `WrongArgument` when the two differ in length and beyond 30 steps, `OutOfDomain`
    for more successes than trials. Source: the beta-binomial model with Jeffreys' prior, see the module.
    """
    return _chance(ceil_count(goal), floor_count(top), _posteriors(successes, trials))


def assured(
    goal: float, successes: Sequence[float], trials: Sequence[float], confidence: float
) -> tuple[float, ...]:
    """Smallest whole count of each stage, the top first, that reaches the goal with the confidence.

    Each count is what suffices standing at that stage, given the steps that still follow; the last is the
    goal itself. One more than there are steps. Raises `WrongArgument` as `chance` does,
    `OutOfDomain` for more successes than trials and where no count below 10¹⁵ is enough.
    """
    wanted = ceil_count(goal)
    steps = _posteriors(successes, trials)
    counts = [wanted]
    for first in reversed(range(len(steps))):
        counts.append(_smallest_count(wanted, steps[first:], confidence, counts[-1]))
    return tuple(reversed(counts))


@dataclass(frozen=True)
class _Beta:
    """A beta distribution; its `pull` is the derivative of log E[X^s], its `bend` the second."""

    successes: float
    failures: float

    @property
    def total(self) -> float:
        return self.successes + self.failures

    def log_moment(self, power: complex) -> complex:
        return log_gamma_ratio(self.successes, power) - log_gamma_ratio(self.total, power)

    def pull(self, power: float) -> float:
        return digamma(self.successes + power) - digamma(self.total + power)

    def bend(self, power: float) -> float:
        return trigamma(self.successes + power) - trigamma(self.total + power)


def _posteriors(successes: Sequence[float], trials: Sequence[float]) -> tuple[_Beta, ...]:
    refuse_different_lengths(successes=successes, trials=trials)
    if len(trials) > MOST_STAGES:
        raise WrongArgument("function.too_many_stages", given=len(trials), most=MOST_STAGES)
    for success, trial in zip(successes, trials):
        if success > trial:
            raise OutOfDomain("function.successes_exceed_trials", successes=success, trials=trial)
    return tuple(_Beta(success + 0.5, trial - success + 0.5) for success, trial in zip(successes, trials))


@lru_cache(maxsize=128)  # a workbook has one cell for each stage, and every cell asks for all of them
def _smallest_count(goal: float, steps: Sequence[_Beta], confidence: float, below: float) -> float:
    """The smallest whole count that is enough; the chance grows with the count. It is at least `below`.

    Doubles until it is enough, then closes in on the odds, which are nearly straight in the logarithm of
    the count.
    """
    if goal == 0:
        return 0.0
    too_few, enough = goal - 1, max(below, goal)
    odds_too_few, odds_enough = -40.0, 40.0
    while True:
        probability = _chance(goal, enough, steps)
        if reaches(probability, confidence):
            odds_enough = _odds(probability)
            break
        too_few, odds_too_few = enough, _odds(probability)
        enough *= 2
        if enough > MOST_CASES:
            raise OutOfDomain("function.cannot_be_assured", confidence=confidence)
    asked = _odds(confidence)
    tries = 0
    while enough - too_few > 1:
        tries += 1
        middle = (too_few + enough) // 2
        if tries % 3 and too_few > 0 and odds_enough > odds_too_few:
            share = (asked - odds_too_few) / (odds_enough - odds_too_few)
            middle = too_few * (enough / too_few) ** min(1.0, max(0.0, share))
            nudge = -1 if tries % 3 == 1 else 1
            middle = min(enough - 1, max(too_few + 1, middle // 1 + nudge))
        probability = _chance(goal, middle, steps)
        if reaches(probability, confidence):
            enough, odds_enough = middle, _odds(probability)
        else:
            too_few, odds_too_few = middle, _odds(probability)
    return enough


def _odds(probability: float) -> float:
    tiny = 1e-15
    inside = min(1 - tiny, max(tiny, probability))
    return log(inside / (1 - inside))


def _chance(goal: float, top: float, steps: Sequence[_Beta]) -> float:
    if goal == 0:
        return 1.0
    if top < goal:
        return 0.0
    order = _Beta(goal, top + 1 - goal)
    # the side of the smaller probability keeps the more digits
    if sum(step.pull(0.0) for step in steps) > order.pull(0.0):
        return 1 - _tail(steps, order, -min(step.successes for step in steps))
    return _tail(steps, order, goal)


def _tail(steps: Sequence[_Beta], order: _Beta, bound: float) -> float:
    """P(log P₁ + … − log B ≥ 0) for a bound above 0, P(… < 0) for one below: the inversion integral.

    (1/2πi) ∫ E[exp(sZ)] ds/s along a line from −i∞ to i∞ between the pole at 0 and the pole at `bound`, near
    the saddle point on the real axis. The line is the hyperbola s = centre + i width sinh(u + i tilt), on
    which the trapezoid rule converges exponentially whether the integrand falls like a bell curve or like a
    power. It leans to the side of the broader distribution, where the sharper one makes the integrand
    vanish instead of oscillate; all poles lie on the real axis, so that leaning crosses none. Should the
    integrand grow again on that side it leans to the other; on the upright line it never grows, but takes
    finer steps.
    """
    centre = _saddle(steps, order, bound)
    rates_bend, order_bend = sum(step.bend(centre) for step in steps), order.bend(-centre)
    line = _Line(steps, order, centre, 1 / sqrt(rates_bend + order_bend + 1 / (centre * centre)))
    tilt = TILT if rates_bend > order_bend else -TILT
    for leaning in (tilt, -tilt):
        probability = line.integral(leaning, STEP)
        if probability is not None:
            return min(1.0, max(0.0, probability))
    coarse, fine, size = inf, line.upright(STEP), STEP
    while abs(fine - coarse) > UPRIGHT_AGREEMENT and size > FINEST_STEP:
        size /= 2
        coarse, fine = fine, line.upright(size)
    return min(1.0, max(0.0, fine))


@dataclass(frozen=True)
class _Line:
    """The line of integration and the integrand on it."""

    steps: Sequence[_Beta]
    order: _Beta
    centre: float
    width: float

    def value(self, place: complex) -> complex:
        power = self.centre + 1j * self.width * cmath.sinh(place)
        log_moment = self.order.log_moment(-power)
        for step in self.steps:
            log_moment += step.log_moment(power)
        if log_moment.real > LARGEST_LOG:
            return complex(inf)
        return cmath.exp(log_moment) / power * cmath.cosh(place)

    def integral(self, tilt: float, size: float) -> float | None:
        """The integral by the trapezoid rule; None where the integrand does not vanish, but grows again."""
        value = self.value(complex(0, tilt))
        total, lowest = value.real / 2, abs(value)
        for place in range(1, int(FARTHEST / size)):
            value = self.value(complex(place * size, tilt))
            if tilt and abs(value) > REGROWTH * lowest:
                return None
            total += value.real
            lowest = min(lowest, abs(value))
            if abs(value) < VANISHED * abs(total):
                break
        return abs(total) * size * self.width / pi

    def upright(self, size: float) -> float:
        return self.integral(0.0, size) or 0.0


def _saddle(steps: Sequence[_Beta], order: _Beta, bound: float) -> float:
    """Where E[exp(sZ)] / s is smallest between 0 and the bound; its logarithm is convex there."""
    low, high = -40.0, 40.0  # the place as log-odds of its share of the way, so that both ends are seen
    centre = bound / 2
    for _ in range(60):
        middle = (low + high) / 2
        centre = bound / (1 + exp(-middle))
        slope = sum(step.pull(centre) for step in steps) - order.pull(-centre) - 1 / centre
        if (slope < 0) == (bound > 0):
            low = middle
        else:
            high = middle
    return centre
