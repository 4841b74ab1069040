"""Numbers as people write them: full width, separated, with units, with a triangle for less than nothing."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

from kpixl.data.grid import Cell
from kpixl.functions.wording import shortened
from kpixl.i18n import Message

UNITS = {
    "": 1.0,
    "%": 0.01,
    "円": 1.0,
    "千円": 1e3,
    "万円": 1e4,
    "百万円": 1e6,
    "億円": 1e8,
    "千": 1e3,
    "万": 1e4,
    "億": 1e8,
    "件": 1.0,
    "人": 1.0,
    "社": 1.0,
    "名": 1.0,
    "回": 1.0,
    "pt": 1.0,
    "jpy": 1.0,
}
NOTHING = frozenset({"", "-", "--", "―", "—", "–", "ー", "n/a"})
"""What stands in a cell that has no number."""

MOST = 1e12
"""More than any count or amount of a planner; beyond it a figure is a mistake."""

_NUMBER = re.compile(
    r"(?P<open>\()?(?P<minus>[▲△−‐-]|\+)?\s*[¥$€]?\s*(?P<minus2>[▲△−-])?\s*"
    r"(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?P<exponent>e[+-]?\d{1,3})?"
    r"\s*(?P<unit>%|円|千円|万円|百万円|億円|千|万|億|件|人|社|名|回|pt|jpy)?(?P<close>\))?"
)


def read_number(cell: Cell, unit: str = "") -> float | Message | None:
    """The number in a cell, None for an empty one, or the sentence that says what is wrong with it.

    `unit` is what the figures are counted in; a unit that stands in the cell itself goes before it.
    """
    if cell is None:
        return None
    if isinstance(cell, bool):
        return Message.of("import.problem.no_number", value=cell)
    if isinstance(cell, float | int):
        return _checked(float(cell) * UNITS[unit], str(cell))
    if isinstance(cell, str):
        return _read(cell, unit)
    return Message.of("import.problem.no_number", value=cell)


@lru_cache(maxsize=10_000)
def _read(words: str, unit: str) -> float | Message | None:
    plain = unicodedata.normalize("NFKC", words).strip().lower()
    if plain in NOTHING:
        return None
    if plain.startswith(("=", "@")) or (plain[0] in "+-" and not plain[1:].strip(" ¥$€▲△")[:1].isdecimal()):
        return Message.of("import.problem.formula", value=shortened(words.strip()))
    found = _NUMBER.fullmatch(plain)
    if not found or bool(found["open"]) != bool(found["close"]):
        return Message.of("import.problem.no_number", value=shortened(words.strip()))
    number = float(found["digits"].replace(",", "") + (found["exponent"] or ""))
    signs = (found["minus"] not in (None, "+"), found["minus2"] is not None, found["open"] is not None)
    own = found["unit"] or ""
    size = UNITS[own or unit]
    return _checked(-number * size if any(signs) else number * size, words.strip())


def _checked(number: float, words: str) -> float | Message:
    if not math.isfinite(number):
        return Message.of("import.problem.no_number", value=shortened(words))
    if abs(number) > MOST:
        return Message.of("import.problem.too_large", value=shortened(words))
    return round(number, 12) if number != int(number) else number
