"""What a source of records speaks for, as tests ask it."""

from __future__ import annotations

from collections.abc import Iterable

from kpixl.domain.records import Coverage, Record


def is_covered(record: Record, coverage: Iterable[Coverage]) -> bool:
    """Whether one of these speaks for the record."""
    return any(
        each.metric == record.metric
        and each.first <= record.day <= each.last
        and (each.channels is None or record.channel in each.channels)
        for each in coverage
    )
