"""A progress bar on a terminal, nothing elsewhere; it is drawn on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from kpixl.i18n import Language, Message

T = TypeVar("T")


def tracked(items: Iterable[T], total: int, label: Message, language: Language) -> Iterator[T]:
    """The items as they come, with a bar where there are several and somebody watches."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class RateColumn(ProgressColumn):
        def render(self, task: Task) -> Text:
            rate = f"{task.completed / task.elapsed:.1f}" if task.completed and task.elapsed else "-"
            return Text(Message.of("cli.recalc.rate", rate=rate).text(language))

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(),
    )
    # what is printed meanwhile goes above the bar where both are on the terminal, else straight to its file
    with Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty()
    ) as progress:
        yield from progress.track(items, total, description=label.text(language))
