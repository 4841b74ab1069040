"""Settings of a workbook that make its numbers other than one expects."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kpixl.domain.findings import Finding, Severity, rule
from kpixl.ooxml.package import Package
from kpixl.recalc.health.looked_at import Check, Health


def _flag(id_: str, severity: Severity, is_set: Callable[[Package], bool]) -> Check:
    told = rule(id_, severity)

    def find(health: Health) -> Iterator[Finding]:
        if is_set(health.package):
            yield Finding(told)

    return told, find


SETTINGS: tuple[Check, ...] = (
    _flag("manual_calculation", Severity.WARNING, lambda package: package.computes_by_hand),
    _flag("rounds_to_what_is_shown", Severity.WARNING, lambda package: package.rounds_to_what_is_shown),
    _flag("full_calculation", Severity.WARNING, lambda package: package.recalculates_on_load),
    _flag("iterates", Severity.NOTE, lambda package: package.iterates),
)
