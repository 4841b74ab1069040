"""Tables on the terminal; full-width characters are counted as two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST = 100
"""Columns of output that is not a terminal."""


def console() -> Console:
    """Where tables are printed: as wide as the terminal, plain text elsewhere."""
    import sys

    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else NARROWEST, highlight=False, markup=False)


def print_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, title: str = "", numbers: Sequence[int] = ()
) -> None:
    """A table whose `numbers` columns are set to the right."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD)
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="right" if place in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    out = console()
    if title:
        out.print(title, style="bold")
    out.print(table)
