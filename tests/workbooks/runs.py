"""Recalculating a workbook in memory at a moment that the test fixes."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from kpixl.hosts.computing import FUNCTIONS
from kpixl.recalc.options import Options
from kpixl.recalc.recalculate import recalculate_bytes
from kpixl.recalc.report import Outcome

NOW = datetime(2026, 5, 7, 18, 0, tzinfo=timezone(timedelta(hours=9)))


def recalculated(
    content: bytes,
    *,
    full: bool = False,
    freeze: bool = False,
    now: datetime = NOW,
    file: str = "made.xlsx",
) -> Outcome:
    return recalculate_bytes(content, file, FUNCTIONS, Options(full=full, as_of=now, freeze=freeze))
