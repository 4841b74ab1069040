"""The calculation chain without some cells: the others stay, in their order and on their sheets."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks.corpus import corpus_files
from workbooks.hand import HEAD, MAIN

from kpixl.ooxml.address import cell_name, parse_cell
from kpixl.ooxml.calculation_chain import without_links

CHAIN = "xl/calcChain.xml"
Link = tuple[str, tuple[int, int]]
LINKS = st.lists(
    st.tuples(
        st.sampled_from([None, "1", "2", "7"]), st.sampled_from([(1, 1), (2, 1), (1, 27)]), st.booleans()
    ),
    min_size=1,
    max_size=12,
)


def chain(links: list[tuple[str | None, tuple[int, int], bool]]) -> bytes:
    rows = "".join(
        f'<c r="{cell_name(*cell)}"'
        + (f' i="{sheet}"' if sheet else "")
        + (' l="1"></c>' if new_level else "/>")
        for sheet, cell, new_level in links
    )
    return f'{HEAD}<calcChain xmlns="{MAIN}">{rows}</calcChain>'.encode()


def links_of(content: bytes) -> list[Link]:
    """Sheet id and position of every link, as an independent reader sees them."""
    found: list[Link] = []
    sheet = ""
    for element in ElementTree.fromstring(content):
        sheet = element.get("i", sheet)
        found.append((sheet, parse_cell(element.attrib["r"])))
    return found


@given(LINKS, st.sets(st.tuples(st.sampled_from(["", "1", "2", "7"]), st.sampled_from([(1, 1), (2, 1)]))))
def test_the_other_links_stay(links: list[tuple[str | None, tuple[int, int], bool]], gone: set[Link]) -> None:
    before = chain(links)
    after = without_links(before, lambda sheet, cell: (sheet, cell) in gone)
    expected = [link for link in links_of(before) if link not in gone]
    assert (links_of(after) if after else []) == expected
    if len(expected) == len(links):
        assert after == before


@pytest.mark.parametrize("path", corpus_files())
def test_a_strangers_chain_loses_one_cell(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        content = archive.read(CHAIN) if CHAIN in archive.namelist() else chain([("1", (1, 1), True)])
    first, *_ = links = links_of(content)
    after = without_links(content, lambda *link: link == first)
    assert (links_of(after) if after else []) == [link for link in links if link != first]


def test_prefixes_and_wide_characters_are_read() -> None:
    wide = (
        '<?xml version="1.0" encoding="UTF-16"?>'
        f'<x:calcChain xmlns:x="{MAIN}"><x:c i="1" r="A1"/><x:c r="B1"></x:c></x:calcChain>'
    ).encode("utf-16")
    after = without_links(wide, lambda _, cell: cell == (1, 1))
    assert after is not None
    assert after.decode("utf-16").endswith('<x:c r="B1" i="1"></x:c></x:calcChain>')
