"""What charts keep of the cells they show, for viewers that draw them without reading the cells.

Texts that stand in cells are kept at once; what formulas give comes with the first recalculation.
"""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.chart.data_source import NumData, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.series import Series
from openpyxl.worksheet.cell_range import CellRange


def keep_what_charts_show(workbook: Workbook) -> None:
    """Give every reference of every chart its cache, with a place for each cell."""
    for sheet in workbook.worksheets:
        for chart in getattr(sheet, "_charts", ()):  # openpyxl offers no other way to them
            for part in chart._charts:
                for series in part.series:
                    for reference in _references(series):
                        _keep(workbook, reference)


def _references(series: Series) -> Iterator[NumRef | StrRef]:
    bars = series.errBars
    sources = (series.tx, series.cat, series.val, bars and bars.plus, bars and bars.minus)
    for source in sources:
        for kind in ("strRef", "numRef"):
            reference = getattr(source, kind, None)
            if reference is not None:
                yield reference


def _keep(workbook: Workbook, reference: NumRef | StrRef) -> None:
    title, _, cells = (reference.f or "").rpartition("!")
    sheet = workbook[title.strip("'").replace("''", "'")]
    held = [sheet.cell(*at) for at in CellRange(cells.replace("$", "")).cells]
    constant = [place for place, cell in enumerate(held) if cell.data_type in "sn" and cell.value is not None]
    texts = [(place, str(held[place].value)) for place in constant]
    if isinstance(reference, NumRef):
        numbers = [NumVal(idx=place, v=one) for place, one in texts]
        reference.numCache = NumData(formatCode="General", ptCount=len(held), pt=numbers)
    else:
        words = [StrVal(idx=place, v=one) for place, one in texts]
        reference.strCache = StrData(ptCount=len(held), pt=words)
