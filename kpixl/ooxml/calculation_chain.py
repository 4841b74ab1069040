"""The calculation chain: the list of formula cells in the order in which Excel last computed them.

Excel takes a file for damaged in which the chain names a cell that has no formula; a formula that the chain
leaves out does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kpixl.ooxml.address import parse_cell
from kpixl.ooxml.encoding import Encoding
from kpixl.ooxml.markup import ATTRIBUTES, Edit, attributes_of, spliced

_LINK = re.compile(
    rb"<(?P<name>(?:[\w.-]+:)?c)(?P<attributes>" + ATTRIBUTES + rb")\s*(?:/>|>\s*</(?P=name)\s*>)"
)


def without_links(content: bytes, gone: Callable[[str, tuple[int, int]], bool]) -> bytes | None:
    """The chain without the cells of which `gone`, asked with sheet id and position, says so.

    None where no cell is left: an empty chain is not valid.  A link without a sheet id is on the sheet of
    the link before it, so a link is given its id where the one before it goes.
    """
    encoding = Encoding.of(content)
    chain = encoding.as_utf8(content)
    edits: list[Edit] = []
    sheet = sheet_before = ""
    links_left = 0
    for link in _LINK.finditer(chain):
        attributes = attributes_of(link["attributes"])
        sheet = attributes.get("i", sheet)
        try:
            position = parse_cell(attributes.get("r", ""))
        except ValueError:
            position = (0, 0)
        if gone(sheet, position):
            edits.append(Edit(link.start(), link.end(), b""))
            continue
        if "i" not in attributes and sheet != sheet_before:
            end = link.end("attributes")
            edits.append(Edit(end, end, f' i="{sheet}"'.encode()))
        sheet_before = sheet
        links_left += 1
    if not links_left:
        return None
    return encoding.as_original(spliced(chain, edits))
