"""What numbers come from without being seen: other files, hidden sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote

from kpixl.domain.findings import Finding, Position, Severity, rule
from kpixl.recalc.health.looked_at import Check, Health, without_texts

EXTERNAL_LINK = rule("external_link", Severity.WARNING)
HIDDEN_SHEET = rule("hidden_sheet", Severity.NOTE)

_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([\w.]+))!")
_LINK = re.compile(r"\[([0-9]{1,5})\]")


def _external_link(health: Health) -> Iterator[Finding]:
    used: dict[str, dict[str, list[Position]]] = {}  # cells by the number of the link and the sheet
    for sheet in health.sheets:
        for cell in sheet.xml.formula_cells:
            if "[" in cell.formula:
                for number in set(_LINK.findall(without_texts(cell.formula))):
                    used.setdefault(number, {}).setdefault(sheet.entry.name, []).append(cell.position)
    for place, target in enumerate(health.package.external_links, 1):
        gaps = {"file": _file_name(target) or f"[{place}]"}
        for name, cells in used.get(str(place), {"": []}).items():
            yield Finding(EXTERNAL_LINK, name, tuple(cells), gaps)


def _file_name(target: str) -> str:
    """The last part of a path or an address: the rest says where somebody keeps his files."""
    return PureWindowsPath(PurePosixPath(unquote(target)).name).name


def _hidden_sheet(health: Health) -> Iterator[Finding]:
    """Hidden sheets that formulas of other sheets, or names, refer to."""
    if not any(sheet.entry.hidden for sheet in health.sheets):
        return
    names = [name.formula for name in health.package.defined_names if not name.name.startswith("_xl")]
    used = {sheet for formula in names for sheet in _sheets_in(formula)}
    for sheet in health.sheets:
        for cell in sheet.xml.formula_cells:
            if "!" in cell.formula:
                used |= _sheets_in(cell.formula) - {sheet.entry.name.casefold()}
    for sheet in health.sheets:
        if sheet.entry.hidden and sheet.entry.name.casefold() in used:
            yield Finding(HIDDEN_SHEET, sheet.entry.name, (), {"sheet": sheet.entry.name})


def _sheets_in(formula: str) -> set[str]:
    """The sheets that a formula names, in lower case."""
    found = _SHEET.findall(without_texts(formula))
    return {(quoted.replace("''", "'") or plain).casefold() for quoted, plain in found}


OUT_OF_SIGHT: tuple[Check, ...] = (
    (EXTERNAL_LINK, _external_link),
    (HIDDEN_SHEET, _hidden_sheet),
)
