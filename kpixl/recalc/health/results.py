"""Formulas that give errors, cannot be computed, or whose values in the file are out of date."""

from __future__ import annotations

from collections.abc import Iterator

from kpixl.domain.findings import Finding, Position, Severity, rule
from kpixl.ooxml.address import parse_cell
from kpixl.recalc.health.looked_at import Check, Health

FUNCTION_ERROR = rule("function_error", Severity.WARNING)
FROZEN = rule("frozen", Severity.WARNING)
ERROR_RESULT = rule("error_result", Severity.WARNING)
STALE_VALUES = rule("stale_values", Severity.WARNING)


def _function_error(health: Health) -> Iterator[Finding]:
    for note in health.outcome.errors:
        place = parse_cell(note.cell)
        health.told.add((note.sheet, place))
        yield Finding(FUNCTION_ERROR, note.sheet, (place,), {"code": note.code, "reason": note.message})


def _frozen(health: Health) -> Iterator[Finding]:
    grouped: dict[tuple[str, object], list[Position]] = {}
    for note in health.outcome.frozen:
        grouped.setdefault((note.sheet, note.message), []).append(parse_cell(note.cell))
    for (sheet, reason), cells in grouped.items():
        yield Finding(FROZEN, sheet, tuple(cells), {"count": len(cells), "reason": reason})


def _error_result(health: Health) -> Iterator[Finding]:
    for sheet in health.sheets:
        name = sheet.entry.name
        by_code: dict[str, list[Position]] = {}
        for cell in sheet.xml.formula_cells:
            if cell.stored and cell.stored.type == "e" and (name, cell.position) not in health.told:
                by_code.setdefault(cell.stored.text, []).append(cell.position)
        for code, cells in by_code.items():
            yield Finding(ERROR_RESULT, name, tuple(cells), {"code": code, "count": len(cells)})


def _stale_values(health: Health) -> Iterator[Finding]:
    if health.outcome.changed:
        yield Finding(STALE_VALUES, gaps={"count": health.outcome.changed})


RESULTS: tuple[Check, ...] = (
    (FUNCTION_ERROR, _function_error),
    (FROZEN, _frozen),
    (ERROR_RESULT, _error_result),  # after all that explain an error
    (STALE_VALUES, _stale_values),
)
