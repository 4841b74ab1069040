"""`--limit KEY=VALUE`: the bounds on a workbook, raised or lowered one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, replace

from kpixl.errors import UsageError
from kpixl.ooxml.limits import DEFAULT_LIMITS, Limits

KEYS = tuple(field.name for field in fields(Limits))
MOST_SECONDS = 7 * 24 * 60 * 60
UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
_SETTING = re.compile(r"\s*(?P<key>\w+)\s*=\s*(?P<number>[0-9]{1,15})\s*(?P<unit>[KMG]?)\s*", re.IGNORECASE)


def seconds(written: str) -> float | None:
    """A time limit as it is written on the command line; none for 0. Raises `ValueError`."""
    given = float(written)
    if not 0 <= given <= MOST_SECONDS:
        raise ValueError(written)
    return given or None


def parse_limits(settings: Iterable[str]) -> Limits:
    """The default limits with these settings, `parts=20000` or `part_bytes=1G`. Raises `UsageError`."""
    changes: dict[str, int] = {}
    for setting in settings:
        found = _SETTING.fullmatch(setting)
        if not found or found["key"] not in KEYS:
            raise UsageError("cli.recalc.bad_limit", setting=setting, keys=", ".join(KEYS))
        changes[found["key"]] = int(found["number"]) * UNITS[found["unit"].upper()]
    return replace(DEFAULT_LIMITS, **changes)
