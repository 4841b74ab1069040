"""Diagnosis: where the plan leaks, and what moved the result."""

from __future__ import annotations

from kpixl.domain import drivers
from kpixl.errors import WrongArgument
from kpixl.functions.declare import function
from kpixl.functions.kinds import PositiveRate, Rate, Vector, Words, WordsOrNumber
from kpixl.functions.spec import Example


@function(
    category="diagnose",
    examples=(
        Example('=KPI_BOTTLENECK({0.1,0.4,0.45}, {0.1,0.5,0.5}, {"獲得","育成","商談"})', "育成"),
        Example("=KPI_BOTTLENECK({0.09,0.5,0.5}, {0.1,0.5,0.5})", 1.0),
    ),
    source="Logarithmic headroom ln(target / rate), cf. Ang 2005 on LMDI",
    since="0.1",
)
def KPI_BOTTLENECK(
    rates: Vector[Rate], targets: Vector[PositiveRate], names: Vector[Words] | None = None
) -> WordsOrNumber:
    place = drivers.bottleneck(rates, targets)
    if names is None:
        return 0.0 if place is None else float(place + 1)
    if len(names) != len(rates):
        raise WrongArgument(
            "function.lengths_differ",
            first="rates",
            first_length=len(rates),
            second="names",
            second_length=len(names),
        )
    return "" if place is None else names[place]
