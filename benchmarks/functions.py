"""What the call path costs: scalar calls in microseconds, vector calls against the bare arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from statistics import median
from timeit import repeat
from typing import Any

import formualizer

import kpixl
from benchmarks.tables import Table
from kpixl.functions.spec import FunctionSpec, Shape

ROUNDS = 7
ROWS = 10_000


def tables() -> Iterator[Table]:
    scalars = []
    for spec in kpixl.REGISTRY.values():
        if spec.result.shape is Shape.SCALAR:
            arguments = example_arguments(spec)
            if not any(isinstance(argument, list) for argument in arguments):
                cost = seconds(partial(kpixl.call, spec.name, *arguments), 500)
                scalars.append((f"`{spec.name}`", f"{1e6 * cost:.2f}"))
    yield Table(
        "Scalar functions",
        ("function", "µs"),
        scalars,
        ["Through `kpixl.call`, with the arguments of the function's first example."],
    )
    vectors = []
    for name, (call, bare) in vector_calls().items():
        ours, theirs = seconds(call, 5), seconds(bare, 5)
        vectors.append((f"`{name}`", f"{1e3 * ours:.2f}", f"{ours / theirs:.1f}×"))
    yield Table(
        f"Vectors of {ROWS:,} rows",
        ("function", "ms", "bare loop"),
        vectors,
        ["The bare loop does the same arithmetic on the same cells without any checks."],
    )


def seconds(action: Callable[[], object], times: int) -> float:
    """Median time of one call."""
    return median(repeat(action, number=times, repeat=ROUNDS)) / times


def example_arguments(spec: FunctionSpec) -> list[Any]:
    """What the first example's formula hands over."""
    seen: list[list[Any]] = []
    workbook = formualizer.Workbook()
    workbook.add_sheet("S")
    workbook.register_function(spec.name, lambda *arguments: seen.append(list(arguments)) or 0.0)
    workbook.set_formula("S", 1, 1, spec.examples[0].formula)
    workbook.evaluate_all()
    return seen[0]


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
        "KPI_RATES": (partial(kpixl.call, "KPI_RATES", column), bare_rates),
        "KPI_FORWARD": (partial(kpixl.call, "KPI_FORWARD", 1e9, rates), bare_forward),
    }
