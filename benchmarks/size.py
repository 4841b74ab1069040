"""What a workbook costs against its size."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from benchmarks.tables import Table
from benchmarks.timing import interleaved
from benchmarks.workbook import Recipe, formula_count, stale_workbook, units_for
from benchmarks.workbooks import DIRTY, FULL, recalculated

ROUNDS = {1_000: 9, 10_000: 3, 100_000: 1}  # by number of formulas


def tables() -> Iterator[Table]:
    rows = []
    for formulas, rounds in ROUNDS.items():
        recipe = Recipe(units=units_for(formulas))
        content = stale_workbook(recipe)
        modes = {"dirty": DIRTY, "full": FULL}
        seconds = interleaved(
            {mode: partial(recalculated, content, options) for mode, options in modes.items()}, rounds
        )
        count = formula_count(recipe)
        for mode, cost in seconds.items():
            per_thousand = 1e6 * cost / count
            rows.append(
                (mode, f"{count:,}", f"{len(content):,}", f"{1e3 * cost:,.1f}", f"{per_thousand:.1f}")
            )
    yield Table(
        "Size",
        ("mode", "formulas", "bytes", "ms", "ms per 1,000 formulas"),
        rows,
        [
            "Eight in a hundred formulas call a function of ours, in every size. Medians of "
            + ", ".join(map(str, ROUNDS.values()))
            + " rounds, after a first one."
        ],
    )
