"""The laws of the lossless side, as assertions about one workbook."""

from __future__ import annotations

import re

from workbooks import chart_caches
from workbooks.compare import (
    array_areas,
    assert_sound,
    cached,
    differing,
    formula_cells,
    sheet_parts,
    without_formulas,
    without_points,
    without_values,
)
from workbooks.hand import Error, unzipped
from workbooks.runs import recalculated

from kpixl.i18n import LANGUAGES
from kpixl.recalc.report import Outcome


def assert_laws(before: bytes, *, full: bool) -> Outcome:
    """Laws 1 to 5 of a recalculation: nothing but values changes, and nothing at all the second time."""
    outcome = recalculated(before, full=full)
    after = outcome.content
    assert_sound(after)
    changed = differing(before, after)
    sheets = sheet_parts(before)
    charts = {name for name in changed if "/charts/chart" in name}
    assert {name.lower() for name in changed - charts} <= {part.lower() for part in sheets.values()}
    assert bool(changed) == bool(outcome.changed)
    if not outcome.changed:
        assert after == before
    old_parts, new_parts = unzipped(before), unzipped(after)
    for part in charts:
        assert without_points(new_parts[part]) == without_points(old_parts[part])
    for part in changed - charts:
        arrays = array_areas(old_parts[part]) + array_areas(new_parts[part])
        assert without_values(new_parts[part], arrays) == without_values(old_parts[part], arrays)
    assert_charts_show_changed_cells(before, after)
    _assert_frozen_values_stay(before, outcome)
    again = recalculated(after, full=full)
    assert again.content == after
    assert again.changed == 0
    return outcome


def assert_charts_show_changed_cells(before: bytes, after: bytes) -> int:
    """Every cached point of a cell whose value changed is that value now; how many there were."""
    shown = 0
    values: dict[str, tuple[dict[str, object], dict[str, object]]] = {}
    for point in chart_caches.points(after):
        if point.sheet not in values:
            values[point.sheet] = dict(cached(before, point.sheet)), dict(cached(after, point.sheet))
        old, new = (cells.get(point.cell) for cells in values[point.sheet])
        if old == new:
            continue
        shown += 1
        if new is None or isinstance(new, Error):
            assert point.text is None, point
        elif isinstance(new, str) and point.kind == "num":
            assert point.text == (None if "chartEx" in point.part else "0"), point
        elif isinstance(new, str):
            assert point.text == new, point
        else:
            assert point.text is not None, point
            assert float(point.text) == new, point
    return shown


def _assert_frozen_values_stay(before: bytes, outcome: Outcome) -> None:
    for name in {note.sheet for note in outcome.frozen}:
        old, new = cached(before, name), cached(outcome.content, name)
        for note in outcome.frozen:
            if note.sheet == name:
                assert new.get(note.cell) == old.get(note.cell), note.cell
    for note in outcome.frozen:
        assert all(note.message.text(language) for language in LANGUAGES)


def assert_freezing_law(content: bytes) -> int:
    """Only formulas of ours go, and everything else stays; how many went."""
    kept, outcome = recalculated(content), recalculated(content, freeze=True)
    before, after = kept.content, outcome.content
    assert_sound(after)
    old, new = unzipped(before), unzipped(after)
    sheets = {part.lower() for part in sheet_parts(before).values()}
    changed = differing(before, after)
    assert all(name.lower() in sheets or "/tables/" in name for name in changed)
    for name in changed:
        if name.lower() in sheets:
            gone = set(formula_cells(old[name])) - set(formula_cells(new[name]))
            assert gone
            assert without_formulas(old[name], gone) == _as_utf8(new[name])
            assert b"KPI_" not in re.sub(rb"<(?:\w+:)?v>.*?</(?:\w+:)?v>", b"", _as_utf8(new[name]))
    for name in sheet_parts(before):
        assert cached(after, name) == cached(before, name)
    again = recalculated(after, freeze=True)
    assert again.content == after
    assert again.turned_into_values == 0
    return outcome.turned_into_values


def _as_utf8(part: bytes) -> bytes:
    return without_formulas(part, set())
