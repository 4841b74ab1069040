"""Dates as people and programs write them."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from kpixl.data.grid import Cell
from kpixl.domain.calendar import date_of
from kpixl.errors import OutOfDomain
from kpixl.functions.wording import shortened
from kpixl.i18n import Message

Order = Literal["", "month_first", "day_first"]
"""What 05/01/2026 means; empty: nobody knows."""

ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988}  # the year before its first
SERIALS = (36526, 73050)  # 2000-01-01 to 2099-12-31; other numbers are hardly meant as dates
MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"),
        1,
    )
    for name in names.split()
}  # fmt: skip

_TIME = re.compile(r"(?:(?<=\d)t|\s+|(?<=日))(?:午前|午後)?\s*\d{1,2}[:時]\d{2}.*$")
_WEEKDAY = re.compile(
    r"\s*\((?:[月火水木金土日]|mon|tue|wed|thu|fri|sat|sun)\)|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+"
)
_ERA = re.compile(r"(令和|平成|[rh])\s*(\d{1,2}|元)(?:年|[./-])(.*)")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[/.年-]\s*(\d{1,2})(?:\s*(?:[/.-]|月)\s*(?:(\d{1,2})日?)?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})")


@dataclass(frozen=True)
class Written:
    """A day, or a month where no day is written."""

    first: date
    last: date

    @property
    def is_month(self) -> bool:
        return self.first != self.last


def read_date(cell: Cell, order: Order = "") -> Written | Message:
    """The day or month that a cell names, or the sentence that says why it names none.

    A time of day does not matter. A number is a serial of the 1900 system, or 20260501.
    """
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return Written(cell, cell)
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return Message.of("import.problem.blank_date")
    if isinstance(cell, bool):
        return Message.of("import.problem.no_date", value=cell)
    return _read(f"{cell:.0f}" if isinstance(cell, float | int) else cell, order)


@lru_cache(maxsize=10_000)
def _read(words: str, order: Order) -> Written | Message:
    plain = unicodedata.normalize("NFKC", words).strip().lower()
    plain = _WEEKDAY.sub("", _TIME.sub("", plain)).strip()
    unclear = Message.of("import.problem.no_date", value=shortened(words.strip()))
    try:
        if plain.isdecimal() and len(plain) in (5, 8):
            return _number(plain) or unclear
        if era := _ERA.fullmatch(plain):
            year = ERAS[era[1]] + (1 if era[2] == "元" else int(era[2]))
            plain = f"{year}/{era[3]}"
        if found := _YEAR_FIRST.fullmatch(plain):
            return _made(int(found[1]), int(found[2]), found[3])
        if found := _YEAR_LAST.fullmatch(plain):
            if not order:
                return Message.of("import.problem.which_is_day", value=shortened(words.strip()))
            month, day = (found[1], found[2]) if order == "month_first" else (found[2], found[1])
            return _made(int(found[3]), int(month), day)
        found = _WORDS.fullmatch(plain)
        if found and found[2] in MONTHS and not (found[1] and found[3]):
            return _made(int(found[4]), MONTHS[found[2]], found[1] or found[3])
    except (ValueError, OverflowError):
        return Message.of("import.problem.no_such_day", value=shortened(words.strip()))
    return unclear


def _number(digits: str) -> Written | None:
    if found := _COMPACT.fullmatch(digits):
        return _made(int(found[1]), int(found[2]), found[3])
    if not SERIALS[0] <= int(digits) <= SERIALS[1]:
        return None
    try:
        day = date_of(float(digits))
    except OutOfDomain:
        return None
    return Written(day, day)


def _made(year: int, month: int, day: str | None) -> Written:
    if day:
        return Written(date(year, month, int(day)), date(year, month, int(day)))
    return Written(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
