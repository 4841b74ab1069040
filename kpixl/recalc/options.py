"""How a workbook is to be recalculated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kpixl.ooxml.address import Area
from kpixl.ooxml.limits import DEFAULT_LIMITS, Limits


@dataclass(frozen=True)
class Options:
    """`as_of` is the moment that TODAY and NOW tell, this one if None; without a zone it is local time.

    `full` computes every formula, not only what may be out of date. `freeze` leaves values in the place of
    the formulas that call our functions, for readers without kpixl. `seconds` is how long a workbook may
    take before the formulas that do not come to an end are frozen; None: as long as it takes. `written` are
    the cells, by sheet, that were given other values and whose dependants are out of date.
    """

    full: bool = False
    as_of: datetime | None = None
    freeze: bool = False
    limits: Limits = DEFAULT_LIMITS
    seconds: float | None = 60.0
    written: tuple[tuple[str, Area], ...] = ()

    @property
    def now(self) -> datetime:
        moment = self.as_of or datetime.now()
        return moment if moment.tzinfo else moment.astimezone()


DEFAULT_OPTIONS = Options()
