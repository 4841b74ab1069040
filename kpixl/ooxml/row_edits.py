"""Cells put into rows of a sheet, between the bytes of what is there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kpixl.ooxml.address import cell_name
from kpixl.ooxml.markup import Edit, joined, typed

if TYPE_CHECKING:
    from kpixl.ooxml.sheet import Row, SheetXml

Rendering = Callable[[bytes], bytes]
"""A cell's new bytes, given the attributes it has, or only its position; empty where it needs no cell."""

_SPANS = re.compile(rb"""\s+spans\s*=\s*(?:"[^"]*"|'[^']*')""")


def edits_of_rows(
    sheet: SheetXml,
    numbers: Sequence[int],
    renderings: Callable[[int], Mapping[int, Rendering]],
    new_rows: Callable[[Sequence[int]], bytes],
) -> Iterator[Edit]:
    """What writes cells into these rows, which are in ascending order.

    Of a row that is in the file `renderings` tells the cells by column; the bytes of rows that are not come
    from `new_rows`, as many at a time as lie between two rows of the file.
    """
    done, end = 0, sheet.data_start
    for row in sheet.rows():
        place = bisect_left(numbers, row.number, done)
        if place > done:
            yield Edit(row.start, row.start, new_rows(numbers[done:place]))
        done, end = place, row.end
        if done < len(numbers) and numbers[done] == row.number:
            yield from joined(_edits_of_row(sheet, row, renderings(row.number)))
            done += 1
        if done == len(numbers):
            return
    if done < len(numbers):
        yield Edit(end, end, new_rows(numbers[done:]))


def _edits_of_row(sheet: SheetXml, row: Row, renderings: Mapping[int, Rendering]) -> Iterator[Edit]:
    wanted = sorted(renderings)
    done, added = 0, False
    cells = list(sheet.cells(row)) if wanted else []
    for place, (column, attributes, _, start, end) in enumerate(cells):
        while done < len(wanted) and wanted[done] < column:
            new = _new_cell(row.number, wanted[done], renderings)
            yield Edit(start, start, new)
            added |= bool(new)
            done += 1
        if done < len(wanted) and wanted[done] == column:
            new = renderings[column](attributes)
            if not new and place + 1 < len(cells) and not cells[place + 1].is_placed:
                new = b"<%sc%s/>" % (sheet.prefix, typed(attributes, None))
            yield Edit(start, end, new)
            done += 1
    new_cells = b"".join([_new_cell(row.number, column, renderings) for column in wanted[done:]])
    if not (added or new_cells):
        return
    # spans is a hint on the row's first and last column, which may now be wrong
    tag = _SPANS.sub(b"", sheet.content[row.start : row.tag_end])
    if row.end == row.tag_end:  # <row/>
        yield Edit(row.start, row.end, _opened(tag) + new_cells + b"</" + sheet.prefix + b"row>")
        return
    yield Edit(row.start, row.tag_end, tag)
    if new_cells:
        yield Edit(row.body_end, row.body_end, new_cells)


def _new_cell(row: int, column: int, renderings: Mapping[int, Rendering]) -> bytes:
    return renderings[column](f' r="{cell_name(row, column)}"'.encode())


def _opened(tag: bytes) -> bytes:
    return tag[: tag.rindex(b"/")].rstrip() + b">" if tag.endswith(b"/>") else tag
