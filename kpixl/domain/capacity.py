"""How much of a plan the people and the budget can carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kpixl.domain.lengths import refuse_longer
from kpixl.domain.noise import reaches


@dataclass(frozen=True)
class Fit:
    """The largest share of the plan that fits (0 to 1), and the place from 0 of the stage that limits it."""

    share: float
    binding: int | None


def fit(volumes: Sequence[float], capacities: Sequence[float | None]) -> Fit:
    """How much of the planned volumes fits when no stage may exceed its capacity.

    Share = the least capacity / volume of all stages, 1 when all fit; `binding` is the stage with the least,
    the earlier in a tie. A capacity of None has no limit; stages without a capacity at the end have none
    either. Raises `WrongArgument` for more capacities than volumes.
    """
    refuse_longer(volumes=volumes, capacities=capacities)
    share, binding = 1.0, None
    for place, (volume, capacity) in enumerate(zip(volumes, capacities)):
        if capacity is None or volume == 0:
            continue
        fitting = capacity / volume
        if fitting < share and not reaches(fitting, 1.0):
            share, binding = fitting, place
    return Fit(share, binding)
