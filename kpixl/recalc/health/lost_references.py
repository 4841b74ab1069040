"""Names and formulas that refer to what is not there any more."""

from __future__ import annotations

from collections.abc import Iterator

from kpixl.domain.findings import Finding, Severity, rule
from kpixl.recalc.health.looked_at import Check, Health, without_texts

BROKEN = "#REF!"
BUILT_IN = "_xlnm."
"""How the names begin that Excel keeps print areas and the like under."""

BROKEN_NAME = rule("broken_name", Severity.ERROR)
BROKEN_SETTING = rule("broken_setting", Severity.NOTE)
BROKEN_FORMULA = rule("broken_formula", Severity.ERROR)


def _is_broken(formula: str) -> bool:
    return BROKEN in formula and BROKEN in without_texts(formula)


def _broken_name(health: Health) -> Iterator[Finding]:
    for name in health.package.defined_names:
        if _is_broken(name.formula) and not name.name.startswith(BUILT_IN):
            yield Finding(BROKEN_NAME, name.sheet or "", (), {"name": name.name, "formula": name.formula})


def _broken_setting(health: Health) -> Iterator[Finding]:
    for name in health.package.defined_names:
        if _is_broken(name.formula) and name.name.startswith(BUILT_IN):
            gaps = {"name": name.name.removeprefix(BUILT_IN), "formula": name.formula}
            yield Finding(BROKEN_SETTING, name.sheet or "", (), gaps)


def _broken_formula(health: Health) -> Iterator[Finding]:
    for sheet in health.sheets:
        cells = [cell for cell in sheet.xml.formula_cells if _is_broken(cell.formula)]
        if cells:
            gaps = {"count": len(cells), "formula": f"={cells[0].formula}"}
            health.told.update((sheet.entry.name, cell.position) for cell in cells)
            yield Finding(BROKEN_FORMULA, sheet.entry.name, tuple(cell.position for cell in cells), gaps)


LOST_REFERENCES: tuple[Check, ...] = (
    (BROKEN_NAME, _broken_name),
    (BROKEN_FORMULA, _broken_formula),
    (BROKEN_SETTING, _broken_setting),
)
