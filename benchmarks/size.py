"""What a workbook costs against its size."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from benchmarks.tables import Table
from benchmarks.timing import interleaved
from benchmarks.workbook import Recipe, formula_count, our_count, stale_workbook, units_for
from benchmarks.workbooks import FULL, recalculated

ROUNDS = {1_000: 9, 10_000: 3, 100_000: 1}  # by number of formulas


def tables() -> Iterator[Table]:
    rows = []
    for wanted, rounds in ROUNDS.items():
        recipe = Recipe(units=units_for(wanted))
        content = stale_workbook(recipe)
        formulas = formula_count(recipe)
        modes = {"dirty": partial(recalculated, content), "full": partial(recalculated, content, FULL)}
        for mode, cost in interleaved(modes, rounds).items():
            counts = (f"{count:,}" for count in (formulas, our_count(recipe), len(content)))
            rows.append((mode, *counts, f"{1e3 * cost:,.1f}", f"{1e6 * cost / formulas:.1f}"))
    yield Table(
        "Size",
        ("mode", "formulas", "of these ours", "bytes", "ms", "ms per 1,000 formulas"),
        rows,
        [f"Medians of {', '.join(map(str, ROUNDS.values()))} rounds by turns, after a first one."],
    )
