"""Ctrl-C as a request: what is being written is finished first."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from kpixl.i18n import Language, Message


@contextmanager
def finishing_first(notice: Message, language: Language) -> Iterator[Callable[[], bool]]:
    """Gives a function that tells whether Ctrl-C was pressed; the first time says so on standard error,
    a second time interrupts at once."""
    asked = False

    def ask(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True
        # not through sys.stderr, in the midst of whose own work the signal may have come
        os.write(2, f"\n{notice.text(language)}\n".encode(sys.stderr.encoding or "utf-8", "replace"))

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)
