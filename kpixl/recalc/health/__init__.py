"""The health of a workbook's file: what is broken, overwritten, hidden or cannot be computed.

Every rule is a line of a subject's table; its function looks at the parts of the file, which nobody changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from kpixl.domain.findings import Finding, Rule
from kpixl.recalc.health.looked_at import Check, Health
from kpixl.recalc.health.lost_references import LOST_REFERENCES
from kpixl.recalc.health.out_of_sight import OUT_OF_SIGHT
from kpixl.recalc.health.results import RESULTS
from kpixl.recalc.health.settings import SETTINGS
from kpixl.recalc.health.tables import TABLES
from kpixl.recalc.health.typed_over import TYPED_OVER

CHECKS: tuple[Check, ...] = (
    *LOST_REFERENCES,
    *TYPED_OVER,
    *TABLES,
    *RESULTS,
    *OUT_OF_SIGHT,
    *SETTINGS,
)

RULES: tuple[Rule, ...] = tuple(told for told, _ in CHECKS)
"""Everything that is looked at in a workbook's file."""


def examine(health: Health) -> Iterator[tuple[Rule, list[Finding]]]:
    """Each rule with everything it finds."""
    for told, find in CHECKS:
        yield told, list(find(health))
