"""Tables that are broken, meet, or have rows below them that are none of theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kpixl.domain.findings import Finding, Severity, rule
from kpixl.ooxml.address import Area
from kpixl.ooxml.tables import Table
from kpixl.recalc.health.looked_at import Check, Health

BROKEN_TABLE = rule("broken_table", Severity.ERROR)
TABLES_MEET = rule("tables_meet", Severity.ERROR)
BELOW_TABLE = rule("below_table", Severity.WARNING)


def _broken_table(health: Health) -> Iterator[Finding]:
    """Excel calls a file damaged whose table has other headings than its cells say."""
    for table in health.package.tables:
        right = len(table.columns) == table.area.width and table.first_row <= table.last_row
        if not right or (table.header_rows and _headings(health, table) != _plain(table.columns)):
            place = (table.area.top, table.area.left)
            gaps = {"table": table.name, "cells": str(table.area)}
            yield Finding(BROKEN_TABLE, table.sheet, (place,), gaps)


def _headings(health: Health, table: Table) -> list[str]:
    sheet = health.by_name[table.sheet.casefold()]
    top = Area(table.area.top, table.area.left, table.area.top, table.area.right)
    stored = sheet.xml.stored_values(top)
    cells = (stored.get((top.top, column)) for column in range(top.left, top.right + 1))
    return _plain([health.text(cell) or cell.text if cell else "" for cell in cells])


def _plain(words: Collection[str]) -> list[str]:
    return [" ".join(word.split()).casefold() for word in words]


def _tables_meet(health: Health) -> Iterator[Finding]:
    in_order = sorted(health.package.tables, key=lambda table: (table.sheet, table.area))
    for place, first in enumerate(in_order):
        for second in in_order[place + 1 :]:
            if second.sheet != first.sheet or second.area.top > first.area.bottom:
                break
            if first.area.meets(second.area):
                cell = (second.area.top, second.area.left)
                gaps = {"first": first.name, "second": second.name}
                yield Finding(TABLES_MEET, second.sheet, (cell,), gaps)


def _below_table(health: Health) -> Iterator[Finding]:
    """A row with two or more values right below a table looks like one of its rows, and is none."""
    for table in health.package.tables:
        sheet, row = health.by_name[table.sheet.casefold()], table.area.bottom + 1
        columns = range(table.area.left, table.area.right + 1)
        cells = tuple((row, column) for column in columns if (row, column) in sheet.constants)
        if not table.total_rows and len(cells) > 1:
            yield Finding(BELOW_TABLE, table.sheet, cells, {"table": table.name})


TABLES: tuple[Check, ...] = (
    (BROKEN_TABLE, _broken_table),
    (TABLES_MEET, _tables_meet),
    (BELOW_TABLE, _below_table),
)
