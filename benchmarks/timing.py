"""Timing by turns: what is compared runs in the same minutes on the same machine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping
from statistics import median
from time import perf_counter
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def interleaved(
    actions: Mapping[Name, Callable[[], object]], rounds: int, once: Collection[Name] = ()
) -> dict[Name, float]:
    """Median seconds of each action; those in `once` are too slow to be repeated.

    They take turns, so that a slow moment of the machine meets them all; a first round is for warming up.
    """
    spent: dict[Name, list[float]] = defaultdict(list)
    for number in range(rounds + 1):
        for name, action in actions.items():
            if name in once and number != 1:
                continue
            start = perf_counter()
            action()
            if number > 0:
                spent[name].append(perf_counter() - start)
    return {name: median(times) for name, times in spent.items()}
