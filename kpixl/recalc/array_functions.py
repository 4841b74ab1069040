"""Which functions have to do with arrays, in a spreadsheet and in the engine."""

from __future__ import annotations

import re

from kpixl.recalc.one_value import takes_one_value

# functions that compute their arguments as arrays even in a plain formula
TAKES_ARRAYS = {"SUMPRODUCT", "MMULT", "MINVERSE", "MDETERM", "LOOKUP", "FREQUENCY", "TRANSPOSE", "XLOOKUP"}
GIVES_ARRAYS = {
    "CHOOSECOLS", "CHOOSEROWS", "DROP", "FILTER", "FREQUENCY", "HSTACK", "LINEST", "MMULT", "RANDARRAY",
    "SEQUENCE", "SORT", "SORTBY", "TAKE", "TEXTSPLIT", "TOCOL", "TOROW", "TRANSPOSE", "TREND", "UNIQUE",
    "VSTACK", "WRAPCOLS", "WRAPROWS",
}  # fmt: skip
# what a plain formula needs to compute arrays, but for functions of ours
COMPUTES_ARRAYS = re.compile("|".join([r"\{", *sorted(TAKES_ARRAYS)]), re.IGNORECASE)
SPILL_OF = "ANCHORARRAY"  # how a file stores the operator #
# the result is an array where an argument is one
PASSES_ARRAYS_ON = {"CHOOSE", "COLUMN", "IF", "IFERROR", "IFNA", "IFS", "ROW", "SWITCH"}
# the engine computes these value by value as a spreadsheet does
COMPUTED_VALUE_BY_VALUE = {"ATAN2", "COS", "IF", "SIN", "TAN"}
# further arguments that take one value, of functions whose ranges a plain formula does not cut to one cell
ALSO_ONE_VALUE_AT = {"LOOKUP": 0, "SWITCH": 0, "XLOOKUP": 0, "XMATCH": 0}
ALSO_SCALAR = {"CONCATENATE", "LENB", "TEXTAFTER", "TEXTBEFORE"}


def takes_the_first(function: str, argument: int) -> bool:
    """Whether the engine, given an array where a function takes one value, uses its first value or fails."""
    if function in COMPUTED_VALUE_BY_VALUE:
        return False
    return (
        takes_one_value(function, argument)
        or function in ALSO_SCALAR
        or ALSO_ONE_VALUE_AT.get(function) == argument
    )
