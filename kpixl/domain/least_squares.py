"""Non-negative inputs whose delayed effect comes closest to what is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from math import fsum, hypot, inf

from kpixl.errors import OutOfDomain

FITTED = 1e-12
"""What counts as 0 among effects of at most 1: far above rounding, far below anything that matters."""

DESCENT = 1e-14
"""Slower than this the distance does not fall beyond rounding."""

MOST_WORK = 80_000_000
"""Bound on the rotations of all solutions together; a few seconds."""


def convolved(inputs: Sequence[float], lags: Sequence[float]) -> list[float]:
    """Effects in each period: effect(t) = Σ inputs(t − k) × lags(k), as many as there are inputs."""
    effects = [0.0] * len(inputs)
    for delay, share in enumerate(lags[: len(inputs)]):
        if share:
            late = islice(effects, delay, None)
            effects[delay:] = [effect + share * given for effect, given in zip(late, inputs)]
    return effects


def closest_inputs(effects: Sequence[float], lags: Sequence[float]) -> list[float]:
    """The inputs, none below 0, whose convolution with the lags has the least squared distance to `effects`.

    As many inputs as there are effects. The effects are at most about 1 and the first lag is above 0, so
    that every input has an effect in its own period. Raises `OutOfDomain` when so many periods are not
    solved within a bounded effort. Source: Lawson & Hanson 1974, chapter 23, started from all inputs instead
    of none, several at a time let in where they are too far apart to touch; each solution by Givens
    rotations of the narrow band that the lags leave, so that the squared condition of normal equations
    never arises.
    """
    size, width = len(effects), min(len(lags), len(effects))
    lags = lags[:width]
    inputs = [0.0] * size
    free = list(range(size))
    distance = inf
    one_at_a_time = False
    work = 0
    while True:
        solved = False
        while not solved:
            work += (len(free) + size) * width * (width + 25) // 2
            if work > MOST_WORK:
                raise OutOfDomain("function.plan_too_long", periods=size)
            inputs, free, solved = _towards(_solved(free, lags, effects), inputs, free)
        missing = [effect - reached for effect, reached in zip(effects, convolved(inputs, lags))]
        last_distance, distance = distance, fsum(gap * gap for gap in missing)
        let_in = _worth_letting_in(_descents(missing, lags), free, width)
        stuck = distance >= last_distance
        if not let_in or (stuck and one_at_a_time):
            return inputs
        one_at_a_time = stuck
        free = sorted(free + (let_in[:1] if one_at_a_time else let_in))


def _towards(
    solution: Sequence[float], inputs: Sequence[float], free: Sequence[int]
) -> tuple[list[float], list[int], bool]:
    """As far towards the unbounded solution as no input falls below 0; what reaches 0 is fixed there."""
    wanted = [0.0] * len(inputs)
    for place, value in zip(free, solution):
        wanted[place] = value
    falling = [place for place in free if wanted[place] < -FITTED]
    if not falling:
        return [max(0.0, value) for value in wanted], list(free), True
    share = min(inputs[place] / (inputs[place] - wanted[place]) for place in falling)
    moved = [given + share * (value - given) for given, value in zip(inputs, wanted)]
    fixed = {place for place in falling if moved[place] <= FITTED}
    moved = [0.0 if place in fixed else max(0.0, value) for place, value in enumerate(moved)]
    return moved, [place for place in free if place not in fixed], False


def _descents(missing: Sequence[float], lags: Sequence[float]) -> list[float]:
    """How fast the squared distance (halved) falls as each input grows."""
    return convolved(missing[::-1], lags)[::-1]


def _worth_letting_in(descents: Sequence[float], free: Sequence[int], width: int) -> list[int]:
    """Fixed inputs that would help, the best first, none within reach of another."""
    barred = bytearray(len(descents))
    for place in free:
        barred[place] = 1
    helpful = [place for place, descent in enumerate(descents) if descent > DESCENT and not barred[place]]
    helpful.sort(key=lambda place: -descents[place])
    chosen: list[int] = []
    reached = bytearray(len(descents))
    for place in helpful:
        if not reached[place]:
            chosen.append(place)
            start, end = max(0, place - 2 * width), min(len(descents), place + 2 * width + 1)
            reached[start:end] = b"\x01" * (end - start)
    return chosen


def _solved(free: Sequence[int], lags: Sequence[float], effects: Sequence[float]) -> list[float]:
    """Least squares for the free inputs alone, of either sign; an input that hardly counts is left at 0."""
    width = len(lags)
    rows: list[list[float]] = [[] for _ in free]
    sides = [0.0] * len(free)
    first = last = 0
    for period, effect in enumerate(effects):
        while first < len(free) and free[first] <= period - width:
            first += 1
        while last < len(free) and free[last] <= period:
            last += 1
        _rotate_in([lags[period - place] for place in free[first:last]], effect, rows, sides, first)
    values = [0.0] * len(free)
    for place in reversed(range(len(free))):
        row = rows[place]
        if row and abs(row[0]) > FITTED:
            later = fsum(factor * value for factor, value in zip(row[1:], values[place + 1 :]))
            values[place] = (sides[place] - later) / row[0]
    return values


def _rotate_in(
    row: list[float], side: float, rows: list[list[float]], sides: list[float], first: int
) -> None:
    """Bring one more equation into the triangle by Givens rotations."""
    for place in range(first, first + len(row)):
        above = rows[place]
        if not above:
            rows[place], sides[place] = row, side
            return
        if row[0]:
            length = hypot(above[0], row[0])
            cosine, sine = above[0] / length, row[0] / length
            above += [0.0] * (len(row) - len(above))
            row += [0.0] * (len(above) - len(row))
            rows[place] = [cosine * upper + sine * lower for upper, lower in zip(above, row)]
            row = [cosine * lower - sine * upper for upper, lower in zip(above, row)]
            sides[place], side = cosine * sides[place] + sine * side, cosine * side - sine * sides[place]
        row = row[1:]
