"""Cells are read the quick way where they are written as is common, and hold the same either way."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbooks.corpus import corpus_files

from kpixl.ooxml.address import Area
from kpixl.ooxml.cell_grid import _Reading
from kpixl.ooxml.cells import shared_texts
from kpixl.ooxml.limits import DEFAULT_LIMITS
from kpixl.ooxml.opened import OpenedWorkbook
from kpixl.ooxml.package import Package

TEMPLATES = sorted((Path(__file__).resolve().parents[2] / "templates").glob("*.xlsx"))
AREA = Area(1, 1, 400, 60)


def readings(path: Path) -> list[tuple[bool, _Reading, _Reading]]:
    content = path.read_bytes()
    book = OpenedWorkbook(content, path.name, DEFAULT_LIMITS)
    texts = shared_texts(Package(content, path.name))
    found = []
    for entry in book.package.sheets:
        sheet = book.sheet(entry.name)
        quick, slow = (_Reading(sheet, AREA, texts, {"1", "2", "3"}) for _ in range(2))
        was_common = not sheet.is_uncommon and quick.common()
        slow.any()
        found.append((was_common, quick, slow))
    return found


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_kpixl_builds_is_read_the_quick_way(path: Path) -> None:
    for was_common, quick, slow in readings(path):
        assert was_common
        assert (quick.rows, quick.formulas, quick.dates) == (slow.rows, slow.formulas, slow.dates)


@pytest.mark.parametrize("path", corpus_files())
def test_a_strangers_cells_hold_the_same_either_way(path: Path) -> None:
    for was_common, quick, slow in readings(path):
        if was_common:
            assert (quick.rows, quick.formulas, quick.dates) == (slow.rows, slow.formulas, slow.dates)
