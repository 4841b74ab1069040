"""How a report writes numbers and days: rounded as a spreadsheet rounds, with units, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from kpixl.domain.yen import in_yen
from kpixl.i18n import Language, Message, text

NOTHING = "—"
MINUS = "\N{MINUS SIGN}"
TEN_THOUSAND = 10_000
MOST_YEN = 1e16  # what `in_yen` writes, and more than any company earns
WHOLE_FROM = 100  # a decimal of a count this large says nothing

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def rounded(value: float, decimals: int) -> Decimal:
    """Half away from zero, on the digits that a person would type: 0.15 is 0.2, as in a cell."""
    return _quantized(Decimal(repr(float(value))), decimals)


def rounded_to_sum(values: Sequence[float], decimals: int) -> tuple[tuple[Decimal, ...], Decimal]:
    """Each value and their sum, rounded so that the shown parts add up to the shown sum.

    All parts are rounded down first; the units then missing go to those that lost most. No part is off by
    as much as one unit of the last digit.
    """
    exact = [Decimal(repr(float(value))) for value in values]
    total = _quantized(sum(exact, Decimal(0)), decimals)
    unit = Decimal(1).scaleb(-decimals)
    parts = [value.quantize(unit, ROUND_FLOOR) for value in exact]
    missing = int((total - sum(parts, Decimal(0))) / unit)
    most_lost = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in most_lost[:missing]:
        parts[place] += unit
    return tuple(part + 0 for part in parts), total


def number(value: float | Decimal | None, decimals: int | None = None, *, signed: bool = False) -> str:
    """1,551 or 1.9; without a number of decimals, one where the value is not whole and not large."""
    if value is None:
        return NOTHING
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    if decimals is None:
        decimals = 0 if exact == exact.to_integral_value() or abs(exact) >= WHOLE_FROM else 1
    return _written(_quantized(exact, decimals), decimals, signed)


def count(
    value: float | Decimal | None, language: Language, decimals: int | None = None, *, signed: bool = False
) -> str:
    """A count with its unit: 1.9件, or 1.9 in English."""
    if value is None:
        return NOTHING
    return Message.of("report.unit.count", number=number(value, decimals, signed=signed)).text(language)


def percent(value: float | None, decimals: int = 1) -> str:
    """A share as 53.8%."""
    return NOTHING if value is None else f"{_written(rounded(value * 100, decimals), decimals, False)}%"


def interval(lower: float | None, upper: float | None, language: Language) -> str:
    """Two shares as 8.8〜13.0%, 8.8–13.0%."""
    if lower is None or upper is None:
        return NOTHING
    return Message.of("report.range", low=percent(lower).rstrip("%"), high=percent(upper)).text(language)


def points(value: float | None, language: Language) -> str:
    """A difference of shares: −7.8ポイント, −7.8 points."""
    if value is None:
        return NOTHING
    shown = _written(rounded(value * 100, 1), 1, True)
    return Message.of("report.unit.points", number=shown).text(language)


def yen(value: float | None, language: Language) -> str:
    """An amount at a glance, four digits or so: 1,842万円, 1億8,074万円; ¥18.42 million."""
    if value is None:
        return NOTHING
    if language == "ja":
        return _yen_in_japanese(value)
    sign = MINUS if value < 0 else ""
    for size, unit in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            shown = f"{rounded(abs(value) / size, 2):,}".rstrip("0").rstrip(".")
            return sign + Message.of(f"report.yen.{unit}", number=shown).text(language)
    return f"{sign}¥{rounded(abs(value), 0):,}"


def _yen_in_japanese(value: float) -> str:
    if abs(value) >= MOST_YEN:
        return f"{number(value / 1e12, 0)}兆円"
    if abs(value) >= TEN_THOUSAND:
        value = float(rounded(value / TEN_THOUSAND, 0)) * TEN_THOUSAND
    return in_yen(value, "auto").replace("-", MINUS)


def long_day(day: date | None, language: Language) -> str:
    """2026年10月20日（火）, Tue 20 Oct 2026."""
    if day is None:
        return NOTHING
    weekday = text(f"report.weekday.{WEEKDAYS[day.weekday()]}", language)
    return _day("report.day.long", day, language, weekday=weekday)


def short_day(day: date | None, language: Language) -> str:
    """10/20, 20 Oct."""
    return NOTHING if day is None else _day("report.day.short", day, language)


def month(day: date | None, language: Language) -> str:
    """2026年10月, Oct 2026."""
    return NOTHING if day is None else _day("report.day.month", day, language)


def _day(text_id: str, day: date, language: Language, **more: object) -> str:
    """Written by hand: the system's locale has no say in a report."""
    name = text(f"report.month.{MONTHS[day.month - 1]}", language)
    return text(text_id, language).format(year=day.year, month=name, day=day.day, **more)


def _quantized(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _written(value: Decimal, decimals: int, signed: bool) -> str:
    shown = f"{abs(value):,.{decimals}f}"
    if value == 0:
        return shown
    sign = MINUS if value < 0 else "+" if signed else ""
    return sign + shown
