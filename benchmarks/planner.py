"""The planner after five years: daily records of twenty metrics in six channels."""

from __future__ import annotations

import io
import resource
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import get_context
from time import perf_counter

from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.cell_range import CellRange

from benchmarks.tables import Table
from kpixl.hosts.headless import recalculate_content
from kpixl.ooxml.package import Package
from kpixl.recalc.options import Options
from kpixl.template.planner.build import build_planner
from kpixl.template.planner.case import CHANNELS, STAGES
from kpixl.template.planner.cases.web import WEB

YEARS = 5
METRICS = 20
ROUNDS = 3


@dataclass(frozen=True)
class Measured:
    seconds: float
    computed: int
    peak: int  # bytes


def tables() -> Iterator[Table]:
    rows = []
    for years in (0, 1, YEARS):
        records, content = long_planner(years)
        for name, full in (("dirty", False), ("full", True)):
            # a process of its own, so that the peak is of this recalculation alone
            with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
                measured = fresh.submit(recalculated, content, full).result()
            rows.append(
                (
                    f"{records:,}",
                    name,
                    f"{measured.computed:,}",
                    f"{measured.seconds:.2f}",
                    f"{measured.peak / 1e6:,.0f}",
                )
            )
    yield Table(
        "Planner",
        ("records", "mode", "formulas computed", "seconds", "MB at most"),
        rows,
        [
            f"The sample planner, then with one and {YEARS} years of daily records of {METRICS} metrics "
            f"in {CHANNELS} channels in its table. Best of {ROUNDS} recalculations in one process, and its "
            "peak memory."
        ],
    )


def recalculated(content: bytes, full: bool) -> Measured:
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        outcome = recalculate_content(content, "planner.xlsx", Options(full=full))
        times.append(perf_counter() - start)
    return Measured(min(times), outcome.computed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def long_planner(years: int) -> tuple[int, bytes]:
    """How many records, and the sample planner with them, its values computed; none of it by openpyxl, which
    would take longer than what is measured."""
    content = recalculate_content(build_planner(WEB, "en"), "planner.xlsx").content
    workbook = load_workbook(io.BytesIO(content), data_only=True)
    (sheet,) = (sheet for sheet in workbook.worksheets if "Actuals" in sheet.tables)
    area = CellRange(sheet.tables["Actuals"].ref)
    if not years:
        return area.max_row - area.min_row, content
    stages = [cell.value for row in workbook["Funnel"]["B12:B16"] for cell in row]
    channels = [cell.value for row in workbook["Funnel"]["L21:L25"] for cell in row] + ["Telephone"]
    metrics = stages + [f"Metric {number}" for number in range(STAGES + 1, METRICS + 1)]
    assert len(channels) == CHANNELS
    first = date(WEB.as_of.year - years, WEB.as_of.month, WEB.as_of.day) + timedelta(1)
    days = (WEB.as_of - first).days + 1
    records = [
        (to_excel(first + timedelta(day)), metric, channel)
        for day in range(days)
        for metric in metrics
        for channel in channels
    ]
    rows = "".join(
        f'<row r="{row}"><c r="B{row}"><v>{day:.0f}</v></c>{_text("C", row, metric)}'
        f'{_text("D", row, channel)}<c r="E{row}"><v>{row % 7}</v></c></row>'
        for row, (day, metric, channel) in enumerate(records, area.max_row + 1)
    )
    longer = CellRange(area.coord)
    longer.expand(down=len(records))
    package = Package(content, "planner.xlsx")
    sheet_part = next(each.part for each in package.sheets if each.name == sheet.title)
    table_part = next(part for part, where in package.table_parts if where == sheet.title)
    changed = {
        sheet_part: package.read(sheet_part).replace(b"</sheetData>", rows.encode() + b"</sheetData>"),
        table_part: package.read(table_part).replace(area.coord.encode(), longer.coord.encode()),
    }
    everything = Options(full=True)  # the values are those of the short table
    longer_content = recalculate_content(package.replaced(changed), "planner.xlsx", everything).content
    return longer.max_row - longer.min_row, longer_content


def _text(column: str, row: int, text: str) -> str:
    return f'<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>'
