"""Monthly series without their gaps, for functions that take a blank between two months for a mistake."""

from __future__ import annotations

from kpixl.template import theme
from kpixl.template.layout import Page, names_of, put


def put_gapless(page: Page, series: str, counts: str, results: str) -> None:
    """How many cells of a row hold a number up to each of them, and those numbers moved together.

    Cells are given as "$C5:$N5", so that the formulas can be filled down.
    """
    first = series.partition(":")[0]
    for place, (cell, count, result) in enumerate(
        zip(names_of(series), names_of(counts), names_of(results)), 1
    ):
        put(page, count, f"=COUNT({first}:{cell})", theme.CHART_FEED)
        moved = f'=IF({place}>COUNT({series}),"",INDEX({series},MATCH({place},{counts},0)))'
        put(page, result, moved, theme.CHART_FEED, "General")
