"""The laws of the lossless side for rows of tables, over our templates and strangers' workbooks.

1. Setting the rows that are there gives the very same bytes.
2. Only the sheet, the table's part, and parts that refer to the whole table differ.
3. Outside the table's cells a sheet is the same, but for the ranges that have all rows of the table.
4. Setting the same rows twice changes nothing the second time.
5. Where a table cannot grow without loss, the workbook stays as it is.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from workbooks.compare import assert_sound, cached, differing, raw_entries, sheet_parts, without_cells
from workbooks.corpus import corpus_files
from workbooks.growing import growing
from workbooks.hand import Error, unzipped
from workbooks.runs import recalculated

from kpixl.errors import WorkbookError
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.macros.port import Row, SetTable, Table
from kpixl.ooxml.address import cell_name
from kpixl.ooxml.package import Package
from kpixl.template.catalogue import TEMPLATES

ADDED = 3


@cache
def _planner() -> bytes:
    return recalculated(TEMPLATES["planner"].build("ja")).content


def _tables(content: bytes) -> list[str]:
    return [table.name for table in Package(content, "book").tables]


def _area(table: Table, rows: int) -> str:
    """The table's data with so many rows."""
    data = table.data
    last = cell_name(data.top + rows - 1, data.left + len(table.headings) - 1)
    return f"{cell_name(data.top, data.left)}:{last}"


def _like_the_first(table: Table) -> Row:
    """A row to add: the values of the first one, with numbers that are not there yet."""
    return tuple(value + 0.5 if type(value) is float else value for value in table.data.rows[0])


def _without_extents(part: bytes, rows: set[int]) -> bytes:
    """A part without the last row of ranges that end in one of these rows."""
    ends = "|".join(map(str, sorted(rows)))
    pattern = rf"(:\$?[A-Z]{{1,3}}\$?)(?:{ends})(?![0-9])".encode()
    return re.sub(pattern, rb"\1", part)


def _without_points(part: bytes) -> bytes:
    part = re.sub(rb"<((?:[\w.-]+:)?)pt\s(?:[^>]*/>|.*?</\1pt>)", b"", part, flags=re.DOTALL)
    return re.sub(rb"ptCount\s+val=\"\d+\"", b"", part)


def _refusal(workbook: HeadlessWorkbook, change: SetTable) -> str | None:
    try:
        workbook.write([change])
    except WorkbookError as refusal:
        return refusal.message.id
    return None


def _assert_laws(content: bytes, name: str) -> bool:
    """The laws for one table; whether it could grow."""
    workbook = HeadlessWorkbook(content, "book")
    table = workbook.table(name)
    workbook.write([SetTable(name, table.data.rows)])
    assert workbook.content is content
    count = len(table.data.rows)
    rows = (*table.data.rows, *[_like_the_first(table)] * ADDED)
    refusal = _refusal(workbook, SetTable(name, rows))
    if refusal:
        assert refusal in ("workbook.no_room", "workbook.totals_row")
        assert workbook.content is content
        return False
    after = workbook.content
    assert_sound(after)
    _assert_only_what_knows_the_table_differs(content, after, table, count)
    found = workbook.table(name).data.rows
    kept = [place for place in range(len(table.headings)) if place not in table.calculated]
    assert [[row[place] or None for place in kept] for row in found] == [
        [row[place] or None for place in kept] for row in rows
    ]
    workbook.write([SetTable(name, rows)])
    assert workbook.content is after
    return True


def _assert_only_what_knows_the_table_differs(before: bytes, after: bytes, table: Table, count: int) -> None:
    old, new = unzipped(before), unzipped(after)
    last = table.data.top + count - 1
    extents = {last, last + ADDED}
    sheets = {part: name for name, part in sheet_parts(before).items()}
    for part in differing(before, after):
        one, other = old[part], new[part]
        if sheets.get(part) == table.data.sheet:
            area = _area(table, count + ADDED)
            one, other = without_cells(one, area), without_cells(other, area)
        elif "/charts/" in part:
            one, other = _without_points(one), _without_points(other)
        assert _without_extents(one, extents) == _without_extents(other, extents), part


@pytest.mark.parametrize("name", ["Tree", "Actuals", "Leads", "Measures", "Reviews", "Metrics"])
def test_the_planners_tables_keep_the_laws(name: str) -> None:
    assert _assert_laws(_planner(), name)


def test_a_table_with_everything_around_it_keeps_the_laws() -> None:
    assert _assert_laws(growing(), "Log")


@pytest.mark.parametrize("path", corpus_files())
def test_strangers_tables_keep_the_laws(path: Path) -> None:
    content = path.read_bytes()
    try:
        names = _tables(content)
    except WorkbookError:
        return
    for name in names:
        _assert_laws(content, name)


def test_what_has_nothing_to_do_with_a_table_keeps_its_bytes_order_and_time() -> None:
    workbook = HeadlessWorkbook(_planner(), "book")
    workbook.write([SetTable("Actuals", ((46113.0, "x", None, 1.0),) * 40)])
    assert differing(_planner(), workbook.content) == {"xl/worksheets/sheet5.xml", "xl/tables/table2.xml"}
    old, new = raw_entries(_planner()), raw_entries(workbook.content)
    for one, other in zip(old, new):
        if one.name not in ("xl/worksheets/sheet5.xml", "xl/tables/table2.xml"):
            assert one == other


def test_the_planner_counts_what_was_written_below_its_first_rows() -> None:
    workbook = HeadlessWorkbook(_planner(), "book")
    stage = workbook.cells("stage_names").column[1]
    start = workbook.cells("fiscal_start").value
    assert isinstance(start, float)
    workbook.write([SetTable("Actuals", ((start, stage, None, 2.0),) * 50)])
    workbook.recalculate()
    assert workbook.cells("month_results").rows[0][1] == 100.0
    assert not any(isinstance(value, Error) for value in cached(workbook.content, "ダッシュボード").values())
