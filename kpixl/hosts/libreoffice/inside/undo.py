"""Whatever a command changes is undone in one step, and is undone at once when the command fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def one_step(document: Any, title: str) -> Iterator[None]:
    undo = document.getUndoManager()
    document.lockControllers()
    before = undo.getAllUndoActionTitles()
    undo.enterUndoContext(title)
    failed = True
    try:
        yield
        failed = False
    finally:
        undo.leaveUndoContext()
        if failed and undo.getAllUndoActionTitles() != before:  # something was changed
            undo.undo()
        document.unlockControllers()
