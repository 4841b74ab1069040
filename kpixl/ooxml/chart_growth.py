"""Charts of a table that has more rows: their references, and how many points their caches count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpixl.ooxml.address import Area
from kpixl.ooxml.chart_references import References
from kpixl.ooxml.charts import CACHED, COUNT, DIMENSION, NEW_LEVEL, reference_of
from kpixl.ooxml.extended_parts import CHART_FORMULA, edit_of_formula
from kpixl.ooxml.markup import Edit, spliced
from kpixl.ooxml.range_extension import Extension


def extended_chart(content: bytes, extension: Extension, before: References, after: References) -> bytes:
    """The chart part with its references extended, and its caches with room for the new points.

    `before` and `after` tell what the workbook's names stand for.
    """
    edits = [edit for found in CHART_FORMULA.finditer(content) for edit in edit_of_formula(found, extension)]
    for cache in CACHED.finditer(content):
        counts = COUNT.finditer(content, *cache.span("body"))
        edits += _edits_of_counts(cache, counts, extension, before, after)
    for dimension in DIMENSION.finditer(content):
        counts = NEW_LEVEL.finditer(content, *dimension.span("levels"))
        edits += _edits_of_counts(dimension, counts, extension, before, after)
    return spliced(content, edits) if edits else content


def _edits_of_counts(
    cache: re.Match[bytes],
    counts: Iterator[re.Match[bytes]],
    extension: Extension,
    before: References,
    after: References,
) -> Iterator[Edit]:
    reference = reference_of(cache)
    old, new = before.areas(reference), after.areas(extension.formula(reference))
    if old == new or len(old) != len(new):
        return
    for found in counts:
        count = int(found["count"])
        if count == sum(area.height for _, area in old):
            yield Edit(*found.span("count"), b"%d" % sum(area.height for _, area in new))
        elif count == _shown(old, before):  # the cache leaves out what is hidden
            yield Edit(*found.span("count"), b"%d" % _shown(new, after))


def _shown(areas: list[tuple[str, Area]], references: References) -> int:
    """How many rows of the areas are not hidden."""
    return sum(
        not references.is_hidden((sheet, row, area.left))
        for sheet, area in areas
        for row in range(area.top, area.bottom + 1)
    )
