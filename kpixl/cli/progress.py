"""A progress bar on a terminal, nothing elsewhere; it is drawn on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from kpixl.i18n import Language, Message

T = TypeVar("T")


def tracked(items: Sequence[T], label: Message, language: Language) -> Iterator[T]:
    """The items one by one, with a bar where there are several and somebody watches."""
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, description=label.text(language))
