"""Monitoring: business days, holidays, and how much of a period has gone."""

from __future__ import annotations

from typing import Literal

from kpixl.domain import calendar
from kpixl.functions.declare import function
from kpixl.functions.kinds import Column, Date, Days, Rate, Vector, Year
from kpixl.functions.spec import Example
from kpixl.functions.values import Cell


def _column(*serials: int) -> list[list[Cell]]:
    return [[float(serial)] for serial in serials]


@function(
    category="monitor",
    examples=(
        Example("=KPI_ELAPSED(46149, 46143, 46173, {46145,46146,46147,46148})", 0.1111111111111111),
        Example('=KPI_ELAPSED(46149, 46143, 46173, {46145}, "calendar")', 0.22580645161290322),
    ),
    source="Definition: days gone / days of the period",
    since="0.1",
)
def KPI_ELAPSED(
    as_of: Date,
    start: Date,
    end: Date,
    holidays: Vector[Date] | None = None,
    basis: Literal["business", "calendar"] = "business",
) -> Rate:
    return calendar.elapsed_share(as_of, start, end, holidays or (), basis)


@function(
    category="monitor",
    examples=(
        Example("=KPI_BUSINESS_DAYS(46143, 46173, {46145,46146,46147,46148})", 18.0),
        Example("=KPI_BUSINESS_DAYS(46143, 46173)", 21.0),
    ),
    source="Definition: Mondays to Fridays that are no holidays",
    since="0.1",
)
def KPI_BUSINESS_DAYS(start: Date, end: Date, holidays: Vector[Date] | None = None) -> Days:
    return float(calendar.business_days(start, end, holidays or ()))


@function(
    category="monitor",
    examples=(
        Example(
            "=KPI_HOLIDAYS(2026)",
            _column(
                *(46023, 46034, 46064, 46076, 46101, 46141, 46145, 46146, 46147),
                *(46148, 46223, 46245, 46286, 46287, 46288, 46307, 46329, 46349),
            ),
        ),
        Example(
            '=KPI_HOLIDAYS(1990, "JP")',
            _column(
                *(32874, 32888, 32915, 32916, 32953, 32992, 32993, 32996, 32997),
                *(32998, 33131, 33139, 33140, 33156, 33180, 33189, 33200, 33230, 33231),
            ),
        ),
    ),
    source="Japanese Act on National Holidays, as kept by the package jpholiday",
    since="0.1",
)
def KPI_HOLIDAYS(year: Year, country: Literal["JP"] = "JP") -> Column[Date]:
    return calendar.japanese_holidays(year)
