"""What the charts of a workbook keep of its cells, read apart from the code that is under test."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple
from xml.etree import ElementTree

from workbooks.compare import _local, _named, _numbered, _placed, sheet_parts

REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!,()]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?")
CACHES = {"numCache": "num", "strCache": "str", "dlblRangeCache": "str"}


class Point(NamedTuple):
    """One place of a cache; `text` is None where the cache has no point for it."""

    part: str
    sheet: str
    cell: str
    kind: str  # "num" or "str"
    text: str | None


def points(content: bytes) -> list[Point]:
    """The places of all caches whose cells are known."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if re.search(r"charts/chart(Ex)?\d+\.xml$", name)]
        names = _names(archive) if parts else {}
        hidden = (
            {cell for sheet in sheet_parts(content) for cell in _hidden(content, sheet)} if parts else set()
        )
        roots = [(name, ElementTree.fromstring(archive.read(name))) for name in parts]
    found = []
    for part, root in roots:
        for reference, kind, levels, count, in_rows in _caches(root):
            lines = _lines(names.get(reference.rpartition("!")[2], reference), len(levels), count, in_rows)
            for line, level in zip(lines, levels):
                cells = line if len(line) == count else [cell for cell in line if cell not in hidden]
                if len(cells) == count:
                    found += [Point(part, *cell, kind, level.get(index)) for index, cell in enumerate(cells)]
    return found


def _caches(
    root: ElementTree.Element,
) -> Iterator[tuple[str, str, list[dict[int, str]], int, bool | None]]:
    for parent in root.iter():
        held = {_local(child.tag): child for child in parent}
        reference = (held["f"].text or "") if "f" in held else ""
        for name, kind in CACHES.items():
            if reference and name in held:
                yield reference, kind, [_texts(held[name])], _count(held[name]), None
        if reference and "multiLvlStrCache" in held:
            cache = held["multiLvlStrCache"]
            levels = [_texts(child) for child in cache if _local(child.tag) == "lvl"]
            yield reference, "str", levels, _count(cache), None
        if reference and _local(parent.tag) in ("numDim", "strDim"):
            new = [child for child in parent if _local(child.tag) == "lvl"]
            if new:
                texts = [{int(pt.get("idx", "")): pt.text or "" for pt in level} for level in new]
                in_rows = held["f"].get("dir") == "row"
                yield reference, _local(parent.tag)[:3], texts, int(new[0].get("ptCount", "")), in_rows
        if reference and _local(parent.tag) == "txData" and "v" in held:
            yield reference, "str", [{0: held["v"].text or ""}], 1, None


def _texts(cache: ElementTree.Element) -> dict[int, str]:
    return {int(child.get("idx", "")): child[0].text or "" for child in cache if _local(child.tag) == "pt"}


def _count(cache: ElementTree.Element) -> int:
    return next(int(child.get("val", "")) for child in cache if _local(child.tag) == "ptCount")


def _lines(reference: str, levels: int, count: int, in_rows: bool | None) -> list[list[tuple[str, str]]]:
    areas = [
        (
            (found[1] or found[2]).replace("''", "'"),
            range(int(found[4]), int(found[6] or found[4]) + 1),
            range(_column(found[3]), _column(found[5] or found[3]) + 1),
        )
        for found in REFERENCE.finditer(reference)
    ]
    if not areas:
        return []
    if levels == 1:
        return [
            [(sheet, _named(*place)) for sheet, rows, columns in areas for place in product(rows, columns)]
        ]
    ((sheet, rows, columns),) = areas
    if in_rows is None:
        in_rows = len(rows) == levels
    if in_rows:
        return [[(sheet, _named(row, column)) for column in columns] for row in reversed(rows)]
    return [[(sheet, _named(row, column)) for row in rows] for column in reversed(columns)]


def _column(letters: str) -> int:
    return _numbered(letters + "1")[1]


def _names(archive: zipfile.ZipFile) -> dict[str, str]:
    root = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    return {
        element.attrib["name"]: element.text or ""
        for element in root.iter()
        if _local(element.tag) == "definedName"
    }


def _hidden(content: bytes, sheet: str) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read(sheet_parts(content)[sheet]))
    hidden_rows = {
        element.get("r") for element in root.iter() if _local(element.tag) == "row" and element.get("hidden")
    }
    for name, _ in _placed(root):
        if str(_numbered(name)[0]) in hidden_rows:
            yield sheet, name
