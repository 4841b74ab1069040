"""Amounts of yen in the units people speak of: 1億2,000万円."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

YenUnit = Literal["auto", "円", "千円", "万円", "百万円", "億円"]

UNIT_SIZES = {"円": 1, "千円": 1_000, "万円": 10_000, "百万円": 1_000_000, "億円": 100_000_000}
GROUPS = ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, ""))


def in_yen(value: float, unit: YenUnit) -> str:
    """The amount as Japanese text, rounded half away from zero; below 10¹⁶ yen either way.

    "auto" writes the two highest of 兆, 億, 万 and single yen that the amount needs, the lower left out when
    it is 0, so that four digits at least are kept: 120,000,000 is 1億2,000万円, 12,345 is 1万2,345円,
    99,999,999 is 9,999万9,999円 and 123,456,789 is 1億2,346万円. What rounds up to the next group is written
    in it: 999,999,999,999 is 1兆円. A fixed unit gives whole units; 億円 up to two decimals.
    """
    amount = Fraction(repr(value))  # as typed: 0.5 is a half, not a little less
    written = _grouped(abs(amount)) if unit == "auto" else _in_unit(abs(amount), unit)
    nothing = all(character not in "123456789" for character in written)
    return written if amount >= 0 or nothing else f"-{written}"


def _grouped(amount: Fraction) -> str:
    place = next((place for place, (size, _) in enumerate(GROUPS) if amount >= size), len(GROUPS) - 1)
    lower = min(place + 1, len(GROUPS) - 1)
    smallest = GROUPS[lower][0]
    rounded = _rounded(amount / smallest) * smallest
    if place and rounded >= GROUPS[place - 1][0]:
        place -= 1  # carried over: 9,999億9,999.9万 is 1兆
    parts = []
    for size, name in GROUPS[place : place + 2]:
        count, rounded = divmod(rounded, size)
        if count:
            parts.append(f"{count:,}{name}")
    return f"{''.join(parts) or '0'}円"


def _in_unit(amount: Fraction, unit: str) -> str:
    if unit != "億円":
        return f"{_rounded(amount / UNIT_SIZES[unit]):,}{unit}"
    hundredths = _rounded(amount * 100 / UNIT_SIZES[unit])
    whole, part = divmod(hundredths, 100)
    decimals = f".{part:02}".rstrip("0").rstrip(".")
    return f"{whole:,}{decimals}{unit}"


def _rounded(amount: Fraction) -> int:
    return int(amount + Fraction(1, 2))
