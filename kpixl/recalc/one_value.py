"""Which arguments of which built-in functions take one value.

A plain formula that hands a range to such an argument means the cell in its own row or column.  Functions
that are not listed take ranges as they are.
"""

from __future__ import annotations

# every argument takes one value
SCALAR_FUNCTIONS = frozenset({
    "ABS", "ACOS", "ACOSH", "ASIN", "ASINH", "ATAN", "ATAN2", "ATANH",
    "BASE", "BIN2DEC", "BIN2HEX", "BIN2OCT", "BITAND", "BITOR", "BITXOR", "CEILING",
    "CEILING.MATH", "CHAR", "CLEAN", "CODE", "COMBIN", "COMBINA", "COS", "COSH",
    "DATE", "DATEDIF", "DATEVALUE", "DAY", "DAYS", "DAYS360", "DEC2BIN", "DEC2HEX",
    "DEC2OCT", "DECIMAL", "DEGREES", "DOLLAR", "EDATE", "EOMONTH", "EVEN", "EXACT",
    "EXP", "FACT", "FIND", "FIXED", "FLOOR", "FLOOR.MATH", "HEX2DEC", "HOUR",
    "INT", "ISBLANK", "ISERR", "ISERROR", "ISEVEN", "ISLOGICAL", "ISNA", "ISNONTEXT",
    "ISNUMBER", "ISODD", "ISOWEEKNUM", "ISTEXT", "LEFT", "LEN", "LN", "LOG",
    "LOG10", "LOWER", "MID", "MINUTE", "MOD", "MONTH", "MROUND", "NOT",
    "NUMBERVALUE", "OCT2DEC", "ODD", "PERMUT", "PI", "POWER", "PROPER", "QUOTIENT",
    "RADIANS", "REPLACE", "REPT", "RIGHT", "ROMAN", "ROUND", "ROUNDDOWN", "ROUNDUP",
    "SEARCH", "SECOND", "SIGN", "SIN", "SINH", "SQRT", "SUBSTITUTE", "TAN",
    "TANH", "TEXT", "TIME", "TIMEVALUE", "TRIM", "TRUNC", "UNICHAR", "UNICODE",
    "UPPER", "VALUE", "WEEKDAY", "WEEKNUM", "YEAR", "YEARFRAC", "PMT", "PV",
    "FV", "NPER", "RATE", "IPMT", "PPMT", "NORM.DIST", "NORM.INV", "NORM.S.DIST",
    "NORM.S.INV", "POISSON.DIST", "BINOM.DIST",
})  # fmt: skip
# the places (from 0) of the arguments that take one value
ONE_VALUE_AT = {
    "IF": {0},
    "CHOOSE": {0},
    "VLOOKUP": {0, 2, 3},
    "HLOOKUP": {0, 2, 3},
    "MATCH": {0, 2},
    "INDEX": {1, 2, 3},
    "OFFSET": {1, 2, 3, 4},
    "SUMIF": {1},
    "COUNTIF": {1},
    "AVERAGEIF": {1},
    "LARGE": {1},
    "SMALL": {1},
    "PERCENTILE": {1},
    "RANK": {0, 2},
    "NETWORKDAYS": {0, 1},
    "WORKDAY": {0, 1},
}
# pairs of a range and its condition, behind this many arguments of another kind
CONDITIONS_AFTER = {"COUNTIFS": 0, "SUMIFS": 1, "AVERAGEIFS": 1, "MAXIFS": 1, "MINIFS": 1}


def takes_one_value(function: str, argument: int) -> bool:
    """Whether this argument (from 0) of a built-in function, named in capitals, takes one value."""
    if function in SCALAR_FUNCTIONS or argument in ONE_VALUE_AT.get(function, ()):
        return True
    first = CONDITIONS_AFTER.get(function)
    return first is not None and argument >= first and (argument - first) % 2 == 1
