"""Dates in workbooks that count days from 1904: which cells hold some, by their number formats."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpixl.ooxml.cell_grid import Grid
from kpixl.ooxml.cell_values import Value
from kpixl.ooxml.package import Package
from kpixl.ooxml.xml import attribute, local_name, parse

Rows = Sequence[Sequence[Value]]
DAYS_BETWEEN = 1462
"""By how much one day's number is larger in the 1900 system."""
# ECMA-376 18.8.30: the formats that need not be in the file; those of Asian languages included
_BUILT_IN = {*range(14, 18), 22, *range(27, 32), 34, 35, 36, *range(50, 59)}
_NO_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|[eE][+-]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DAY = re.compile(r"[yde]|g+e|m{3}", re.IGNORECASE)
_MONTH = re.compile(r"m", re.IGNORECASE)
_TIME = re.compile(r"[hs]", re.IGNORECASE)


def from_1900(grid: Grid) -> Rows:
    """The values of a grid whose dates count from 1904, as if they did from 1900."""
    return _moved(grid.rows, grid, DAYS_BETWEEN)


def from_1904(rows: Rows, grid: Grid) -> Rows:
    """Rows for a grid as its workbook counts dates; what comes below the grid is as its last row."""
    return _moved(rows, grid, -DAYS_BETWEEN)


def _moved(rows: Rows, grid: Grid, days: int) -> Rows:
    if not grid.dates:
        return rows
    top, left, bottom, _ = grid.area
    return [
        [
            value + days
            if isinstance(value, (int, float))
            and not isinstance(value, bool)
            and (min(number, bottom), column) in grid.dates
            else value
            for column, value in enumerate(row, left)
        ]
        for number, row in enumerate(rows, top)
    ]


def is_date_format(code: str) -> bool:
    """Whether a number format shows a day; hours and minutes alone are no date."""
    letters = _NO_LETTERS.sub("", code.split(";")[0])
    if _ELAPSED.search(code):
        return False
    return bool(_DAY.search(letters)) or bool(_MONTH.search(letters) and not _TIME.search(letters))


def styles_of_1904_dates(package: Package) -> frozenset[str]:
    """The cell styles whose numbers are days from 1904, as cells name them; none in a 1900 workbook."""
    part = package.styles_part
    if not package.uses_1904_dates or part is None:
        return frozenset()
    root = parse(package.read(part), package.file, part)
    dates = {str(number) for number in _BUILT_IN}
    for element in root.iter():
        if local_name(element) == "numFmt" and is_date_format(attribute(element, "formatCode") or ""):
            dates.add(attribute(element, "numFmtId") or "")
    formats = next((element for element in root if local_name(element) == "cellXfs"), ())
    return frozenset(
        str(place) for place, element in enumerate(formats) if attribute(element, "numFmtId") in dates
    )
