"""Cells are counted exactly where a limit is in doubt, in whatever way they are written."""

from __future__ import annotations

import pytest

from kpixl.ooxml.cell_count import CellCount


@pytest.mark.parametrize(
    "cell",
    [b"<c/>", b"<c r='A1'/>", b"<c\n/>", b"<c><v>1</v></c>", b"<x:c/>", b"<a-b.c:c></a-b.c:c>"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_every_cell_counts_however_it_is_written(cell: bytes, encoding: str) -> None:
    content = (cell * 10).decode().encode(encoding)
    assert not CellCount().exceeds(10, content)
    assert CellCount().exceeds(9, content)


def test_what_only_looks_like_a_cell_does_not_count() -> None:
    assert not CellCount().exceeds(0, b"<row><col/><cell/><xc/></row></c>")


def test_the_cells_of_all_parts_count_together() -> None:
    count = CellCount()
    assert not count.exceeds(10, b"<c><v/></c>" * 4)
    assert not count.exceeds(10, b"<c><v/></c>" * 6)
    assert count.exceeds(10, b"<c/>")
