"""What the guard and its worker say to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kpixl.recalc.options import Options

if TYPE_CHECKING:  # both load the engine, which the guard does not need
    from kpixl.recalc.engine import Place
    from kpixl.recalc.report import Outcome


@dataclass(frozen=True)
class Request:
    """A workbook to recalculate; after a first attempt that did not end, with a trial of its formulas."""

    content: bytes
    file: str
    options: Options
    seconds: float
    trial: TrialRequest | None = None


@dataclass(frozen=True)
class TrialRequest:
    hopeless: frozenset[Place]  # formulas that did not come to an end
    seconds: float  # left for trying the others


@dataclass(frozen=True)
class Trying:
    """Said before a formula is tried; None when all have been."""

    place: Place | None


@dataclass(frozen=True)
class Finished:
    result: Outcome | Exception
    leaving: bool  # the worker has grown large and ends
