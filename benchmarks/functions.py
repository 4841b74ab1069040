"""What the call path costs: a scalar call in microseconds, a vector call against the bare arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from statistics import median
from timeit import repeat

import kpixl

ROUNDS = 7
ROWS = 10_000


def main() -> None:
    print("scalar call through kpixl.call, median of rounds")
    for name, arguments in SCALAR_CALLS.items():
        print(f"  {name:16} {1e6 * seconds(lambda: kpixl.call(name, *arguments), 2000):7.2f} µs")  # noqa: B023
    print(f"vector of {ROWS:,} rows against the bare loop that does the same arithmetic")
    for name, (call, bare) in vector_calls().items():
        ratio = seconds(call, 5) / seconds(bare, 5)
        print(f"  {name:16} {1e3 * seconds(call, 5):7.2f} ms, {ratio:4.1f} times the bare loop")


def seconds(action: Callable[[], object], times: int) -> float:
    """Median time of one call."""
    return median(repeat(action, number=times, repeat=ROUNDS)) / times


SCALAR_CALLS: dict[str, tuple[object, ...]] = {
    "KPI_GOAL_COUNT": (1e9, 1e7, 0.2),
    "KPI_ACHIEVEMENT": (45.0, 60.0),
    "KPI_PACE": (45.0, 100.0, 0.5),
    "KPI_LEVEL": (45.0, 100.0, 0.5),
    "KPI_ALERT": (45.0, 100.0, 0.5),
}


def vector_calls() -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
    """Each function with its bare loop over the same column of cells."""
    column = [[1e6 - row] for row in range(ROWS)]
    rates = [[0.999 + row % 2 * 0.0005] for row in range(ROWS)]

    def bare_rates() -> list[list[float]]:
        values = [row[0] for row in column]
        result = []
        for before, after in pairwise(values):
            result.append([after / before])
        return result

    def bare_forward() -> list[list[float]]:
        volume = 1e9
        result = [[volume]]
        for row in rates:
            volume = volume * row[0]
            result.append([volume])
        return result

    return {
        "KPI_RATES": (lambda: kpixl.call("KPI_RATES", column), bare_rates),
        "KPI_FORWARD": (lambda: kpixl.call("KPI_FORWARD", 1e9, rates), bare_forward),
    }
