"""Values that were typed where formulas belong, and formulas that are nothing but text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpixl.domain.findings import Finding, Severity, rule
from kpixl.ooxml.sheet import Stored
from kpixl.recalc.health.looked_at import Check, Health

OVERWRITTEN = rule("overwritten", Severity.ERROR)
OVERWRITTEN_COLUMN = rule("overwritten_column", Severity.WARNING)
FORMULA_AS_TEXT = rule("formula_as_text", Severity.WARNING)

_FORMULA_AS_TEXT = re.compile(r"=[A-Za-z_(\"'$+-]")
_NUMBER = re.compile(r"[+-]?(?:[0-9]|\.[0-9])")


def _overwritten(health: Health) -> Iterator[Finding]:
    """Typed-in numbers in cells that look like results, and anything typed into the cells of output names."""
    for sheet in health.sheets:
        outputs = health.outputs.get(sheet.entry.name.casefold(), ())
        if not outputs and not set(health.output_styles) & set(sheet.styles.values()):
            continue
        cells = tuple(
            position
            for position, (style, stored) in sheet.constants.items()
            if (style in health.output_styles and _is_number(stored))
            or any(area.holds(position) for area in outputs)
        )
        if cells:
            yield Finding(OVERWRITTEN, sheet.entry.name, cells, {"count": len(cells)})


def _is_number(stored: Stored) -> bool:
    return stored.type in (None, "n", "d") and bool(_NUMBER.match(stored.text.strip()))


def _overwritten_column(health: Health) -> Iterator[Finding]:
    for table in health.package.tables:
        sheet = health.by_name[table.sheet.casefold()]
        for column in (place for place, formula in enumerate(table.formulas) if formula):
            cells = tuple(
                position
                for position in sheet.by_column.get(table.area.left + column, ())
                if table.first_row <= position[0] <= table.last_row
                and sheet.constants[position][0] not in health.input_styles
            )
            if cells:
                gaps = {"table": table.name, "column": table.columns[column], "count": len(cells)}
                yield Finding(OVERWRITTEN_COLUMN, table.sheet, cells, gaps)


def _formula_as_text(health: Health) -> Iterator[Finding]:
    for sheet in health.sheets:
        found = [
            (position, text)
            for position, (_, stored) in sheet.constants.items()
            if stored.type in ("s", "str") and _FORMULA_AS_TEXT.match(text := health.text(stored))
        ]
        if found:
            gaps = {"count": len(found), "example": found[0][1]}
            yield Finding(FORMULA_AS_TEXT, sheet.entry.name, tuple(place for place, _ in found), gaps)


TYPED_OVER: tuple[Check, ...] = (
    (OVERWRITTEN, _overwritten),
    (OVERWRITTEN_COLUMN, _overwritten_column),
    (FORMULA_AS_TEXT, _formula_as_text),
)
