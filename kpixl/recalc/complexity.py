"""The bounds that Excel itself puts on a formula; what lies beyond them was not written by a spreadsheet."""

from __future__ import annotations

import re

LONGEST_FORMULA = 8192
DEEPEST_FORMULA = 64
# a file names newer functions and those of add-ins longer than the program shows them
_PREFIXES = re.compile(r"_xl(?:fn|ws|udf|pm|l)[._](?:_xlws\.)?")
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
