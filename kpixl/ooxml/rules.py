"""Formulas that stand in no cell: those of conditional formats and data validations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kpixl.ooxml.xml import attribute, local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CONDITIONAL_FORMAT, VALIDATION = "conditionalFormatting", "dataValidation"
_FORMULAS = {"formula", "formula1", "formula2", "f"}


class RuleFormula(NamedTuple):
    kind: str  # "conditionalFormatting" or "dataValidation"
    cells: str  # the areas it applies to, as the file writes them
    formula: str


def rule_formulas(worksheet: Element) -> Iterator[RuleFormula]:
    """The formulas of the rules of a worksheet, those of Excel 2010's extensions too."""
    for rule in worksheet.iter():
        kind = local_name(rule)
        if kind not in (CONDITIONAL_FORMAT, VALIDATION):
            continue
        cells = attribute(rule, "sqref") or ""
        formulas = []
        for element in rule.iter():
            name = local_name(element)
            if name == "sqref":
                cells = (element.text or "").strip()
            elif name in _FORMULAS and (element.text or "").strip():
                formulas.append(element.text or "")
            elif name == "cfvo" and attribute(element, "type") == "formula":
                formulas.append(attribute(element, "val") or "")
        for formula in formulas:
            yield RuleFormula(kind, cells, formula)
