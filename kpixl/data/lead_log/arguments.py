"""Refusals of what a measure cannot be asked, each in one sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import isfinite

from kpixl.errors import UsageError


def refuse_wrong_stages(stages: Sequence[str], fewest: int = 1) -> None:
    """Stages are named once each, top first; a measure of steps needs two."""
    if len(stages) < fewest:
        raise UsageError("lead_log.too_few_stages", fewest=fewest)
    for place, stage in enumerate(stages):
        if stage in stages[:place]:
            raise UsageError("lead_log.stage_twice", stage=stage)


def refuse_other(argument: str, value: str, choices: Collection[str]) -> None:
    if value not in choices:
        raise UsageError("argument.not_choice", argument=argument, choices=", ".join(choices), value=value)


def refuse_wrong_full(full: float) -> None:
    if not (isfinite(full) and full > 0):
        raise UsageError("argument.not_above", argument="full", low=0, value=full)


def windows_of(windows: int | Sequence[int], steps: int) -> tuple[int, ...]:
    """A window of whole days for each step; a single one is that of every step."""
    each = (windows,) * steps if isinstance(windows, int) else tuple(windows)
    if len(each) != steps:
        raise UsageError("lead_log.windows", steps=steps, windows=len(each))
    for window in each:
        if window < 0:
            raise UsageError("argument.below", argument="windows", low=0, value=window)
    return each
