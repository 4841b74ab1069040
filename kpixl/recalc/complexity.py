"""Formulas that ask for too much, told before they are computed or from what the engine answered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kpixl.ooxml.address import Area

# Excel's own bounds; what lies beyond them was not written by a spreadsheet
LONGEST_FORMULA = 8192
DEEPEST_FORMULA = 64
# a file names newer functions and those of add-ins longer than the program shows them
_PREFIXES = re.compile(r"_xl(?:fn|ws|udf|pm|l)[._](?:_xlws\.)?")
LARGEST_ENGINE_ARRAY = 1 << 24
"""Values of an array beyond which the engine answers #NUM!, as it does to arithmetic without an answer."""
_SIZED = re.compile(r"\b(?:SEQUENCE|RANDARRAY)\(", re.IGNORECASE)
_RANGE = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]{1,7}:\$?[A-Z]{1,3}\$?[0-9]{1,7}", re.IGNORECASE)
_BRACKET = re.compile(r"""[({]|[)}]|"[^"]*"|'[^']*'""")


def exceeds_excel(formula: str) -> bool:
    """Whether a formula is longer, or nested deeper, than Excel allows."""
    if len(formula) > LONGEST_FORMULA and len(_PREFIXES.sub("", formula)) > LONGEST_FORMULA:
        return True
    if formula.count("(") + formula.count("{") <= DEEPEST_FORMULA:
        return False
    depth = 0
    for found in _BRACKET.finditer(formula):
        if found[0] in "({":
            depth += 1
            if depth > DEEPEST_FORMULA:
                return True
        elif found[0] in ")}":
            depth -= 1
    return False


def may_be_too_large_an_array(formula: str) -> bool:
    """Whether an answer of #NUM! may only mean that the engine makes no array as large as this."""
    return bool(_SIZED.search(formula)) or any(
        _size(text) > LARGEST_ENGINE_ARRAY for text in _RANGE.findall(formula)
    )


def _size(reference: str) -> int:
    try:
        return Area.parse(reference).size
    except ValueError:
        return 0


@dataclass
class ArrayRoom:
    """How many more cells the array formulas of a workbook may fill."""

    cells: int

    def takes(self, area: Area) -> bool:
        """Whether there is room for this area, which is then taken."""
        if area.size > self.cells:
            return False
        self.cells -= area.size
        return True
