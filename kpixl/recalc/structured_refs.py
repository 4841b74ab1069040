"""Structured references such as `Sales[[#This Row],[金額]]` written as plain cell references.

The engine's loader does not know tables.  Grammar: MS-XLSX / ECMA-376 18.17.2.6; inside brackets an
apostrophe quotes the next character.  The row of the cell itself is written as `OWN_ROW`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kpixl.ooxml.address import Area, column_letters
from kpixl.ooxml.tables import Table
from kpixl.recalc.references import OWN_ROW

_REFERENCE = re.compile(r"(?P<table>[^\[\]']*)\[(?P<body>.*)\]", re.DOTALL)
_ITEM = re.compile(r"\[((?:[^\[\]']|'.)*)\]", re.DOTALL)
_QUOTED = re.compile(r"'(.)", re.DOTALL)
THIS_ROW = "#this row"
ITEMS = {THIS_ROW, "#data", "#all", "#headers", "#totals"}


class UnknownReference(ValueError):
    """The table or the column that is referred to does not exist."""


@dataclass(frozen=True)
class Resolved:
    """A plain reference."""

    text: str
    many_cells: bool


def is_structured(reference: str) -> bool:
    return "[" in reference and "!" not in reference


def resolve(reference: str, tables: Mapping[str, Table], sheet: str, row: int, column: int) -> Resolved:
    """The plain reference for the cell at this place; `tables` is keyed by lower-case name.

    A reference to this row is relative, so that it stays right in a shared formula.
    Raises `UnknownReference`.
    """
    found = _REFERENCE.fullmatch(reference.strip())
    if not found:
        raise UnknownReference(reference)
    table = _table(found["table"], tables, sheet, row, column)
    items, columns = _parts(found["body"])
    first, last = _columns(table, columns)
    if THIS_ROW in items:
        return _this_row(table, sheet, row, first, last)
    top, bottom = _rows(table, items)
    if bottom < top:
        raise UnknownReference(reference)
    area = Area(top, table.area.left + first, bottom, table.area.left + last)
    return Resolved(_on_sheet(table, sheet) + _absolute(area), area.size > 1)


def _table(name: str, tables: Mapping[str, Table], sheet: str, row: int, column: int) -> Table:
    if name:
        try:
            return tables[name.lower()]
        except KeyError:
            raise UnknownReference(name) from None
    for table in tables.values():
        if table.sheet == sheet and table.area.holds((row, column)):
            return table
    raise UnknownReference(name)


def _parts(body: str) -> tuple[set[str], list[str]]:
    """The items (`#headers`, in lower case) and the columns named between the brackets."""
    items: set[str] = set()
    columns: list[str] = []
    inner = body.strip()
    if inner.startswith("@"):
        items.add(THIS_ROW)
        inner = inner[1:].strip()
    pieces = _ITEM.findall(inner) if inner.startswith("[") else [inner] if inner else []
    for piece in pieces:
        if piece.lower() in ITEMS:
            items.add(piece.lower())
        elif piece.startswith("@"):
            items.add(THIS_ROW)
            columns += [_QUOTED.sub(r"\1", piece[1:])] if piece[1:] else []
        else:
            columns.append(_QUOTED.sub(r"\1", piece))
    return items, columns


def _columns(table: Table, names: Sequence[str]) -> tuple[int, int]:
    """First and last column, counted from the table's left edge."""
    if not names:
        return 0, table.area.width - 1
    places = {name.lower(): place for place, name in enumerate(table.columns)}
    try:
        found = [places[name.lower()] for name in names]
    except KeyError as missing:
        raise UnknownReference(f"{table.name}[{missing.args[0]}]") from None
    return min(found), max(found)


def _rows(table: Table, items: set[str]) -> tuple[int, int]:
    """First and last row of the items together; the data where none is named."""
    spans = []
    if not items or "#data" in items:
        spans.append((table.first_row, table.last_row))
    if "#all" in items:
        spans.append((table.area.top, table.area.bottom))
    if "#headers" in items and table.header_rows:
        spans.append((table.area.top, table.first_row - 1))
    if "#totals" in items and table.total_rows:
        spans.append((table.last_row + 1, table.area.bottom))
    if not spans:
        raise UnknownReference(f"{table.name}[{', '.join(sorted(items))}]")
    return min(top for top, _ in spans), max(bottom for _, bottom in spans)


def _this_row(table: Table, sheet: str, row: int, first: int, last: int) -> Resolved:
    if not table.first_row <= row <= table.last_row:
        raise UnknownReference(f"{table.name}[#This Row]")
    left, right = (f"${column_letters(table.area.left + place)}{OWN_ROW}" for place in (first, last))
    text = left if first == last else f"{left}:{right}"
    return Resolved(_on_sheet(table, sheet) + text, first != last)


def _absolute(area: Area) -> str:
    first = f"${column_letters(area.left)}${area.top}"
    last = f"${column_letters(area.right)}${area.bottom}"
    return first if first == last else f"{first}:{last}"


def _on_sheet(table: Table, sheet: str) -> str:
    return "" if table.sheet == sheet else "'" + table.sheet.replace("'", "''") + "'!"
