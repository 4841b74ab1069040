"""Growth written in words: 前年比120%, 30%増, up 30%, 1.5倍.

A comparison (前年比, 対前年, "of last year") states the ratio of the new to the old; a change (増, 減, +, −)
states what is added to the old. 前年比120% is 1.2 times, 120%増 is 2.2 times. A phrase that says both at
once, 前月比120%増加, is read either way by somebody, so it is refused with both readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from unicodedata import normalize

from kpixl.errors import OutOfDomain, WrongArgument

SHOWN_CHARACTERS = 40

_PERIOD = r"(?:前々|先々|一昨|前|先|昨|去)(?:年度|四半期|年|期|月|週|日|回)(?:同(?:四半期|期|月|週|日))?"
_SAME = r"(?:the )?(?:same (?:month|quarter|period|week) )?(?:of )?(?:the )?"
_LAST = _SAME + r"(?:last|previous|prior|preceding) (?:year|month|quarter|period|week|day)(?:'s)?"
_THAN = r"(?:from|than|over|on|vs\.?|versus|against|compared (?:with|to))"
_KANJI_DIGITS = {digit: str(value) for value, digit in enumerate("一二三四五六七八九十", 1)}
_KANJI = "".join(_KANJI_DIGITS)

# the first that fits is taken, so the longer and the more special come first
_TOKEN_PATTERNS = {
    "ratio": (rf"対{_PERIOD}(?:対?比)?", rf"{_PERIOD}対?比", rf"{_PERIOD}の", "昨対比?", f"of {_LAST}"),
    "against": (
        rf"{_PERIOD}(?:より|から|に比べて?|に対して)",
        rf"{_THAN} {_LAST}",
        r"\b(?:yoy|mom|qoq|wow|y/y|m/m|q/q)\b",
        r"(?:year|month|quarter|week)[- ](?:over|on)[- ](?:year|month|quarter|week)",
    ),
    "number": (r"\d{1,3}(?:,\d{3})+(?:\.\d{1,12})?", r"\d{1,12}(?:\.\d{1,12})?", rf"[{_KANJI}](?=倍|割)"),
    "points": (r"%?ポイント", r"(?:%|percentage )points?\b", r"pts?\b", r"pp\b"),
    "percent": ("%", "パーセント", r"percent\b", r"per cent\b"),
    "tenths": ("割",),
    "halved": ("半減", r"\bhalved\b"),
    "doubled": (rf"(?<![0-9{_KANJI}])倍増", r"\b(?:doubled|double|twice)\b"),
    "tripled": (r"\b(?:tripled|triple)\b",),
    "times": ("倍", r"times\b", r"-?fold\b", r"x(?![a-z])", "×"),
    "to": (r"(?:に|へと?)(?=増|減|アップ|ダウン|上昇|低下|拡大|縮小|成長|伸)", r"\bto\b"),
    "growth": ("成長率?", "伸び率?", "伸長率?"),
    "up": (
        "増加率?|増|アップ|上昇|拡大",
        r"プラス|\+|\bplus\b",
        r"\b(?:up|increased?|growth|grew|more|higher|rise|rose)\b",
    ),
    "down": (
        "減少率?|減|ダウン|低下|下落|縮小",
        r"マイナス|[-−–▲△]|\bminus\b",
        r"\b(?:down|decreased?|declined?|less|fewer|lower|fall|fell|drop|dropped)\b",
    ),
    "filler": (
        r"[\s、。,.「」『』()\"'・:]+",
        r"\b(?:by|a|an|of|about)\b",
        "[のはでを約]",
        "月次|年次|月率|年率",
    ),
}
_TOKENS = re.compile("|".join(f"(?P<{kind}>{'|'.join(forms)})" for kind, forms in _TOKEN_PATTERNS.items()))
_UNREAD = re.compile(r"[a-z]+|[^\sa-z0-9]+|.", re.DOTALL)
_SIGNS = re.compile(r"\+|プラス|\bplus\b|[-−–▲△]|マイナス|\bminus\b")

_TIMES_SIGNS = ("x", "×")
_DIRECTIONS = {"up": 1, "down": -1}
_AMOUNTS = {"halved": Fraction(1, 2), "doubled": Fraction(2), "tripled": Fraction(3)}
_UNIT_SIZES = {
    "percent": Fraction(1, 100),
    "tenths": Fraction(1, 10),
    "times": Fraction(1),
    "points": Fraction(1, 100),
}


@dataclass(frozen=True)
class _Phrase:
    """What a phrase was found to say."""

    amount: Fraction | None = None
    unit: str = ""
    sign: int = 0  # written before the number: +30%, −10%, ▲10%
    change: int = 0  # said in words: 増 is 1, 減 is −1
    is_ratio: bool = False
    is_growth: bool = False  # 成長: people say 120%成長 of a ratio as well as of an increase
    is_aim: bool = False  # 120%に増加: the amount is what it grew to


@lru_cache(maxsize=256)  # a sheet asks for the same few phrases again and again
def growth_factor(text: str) -> float:
    """The ratio of new to old that a Japanese or English phrase states: 前年比120% is 1.2, 120%増 is 2.2.

    Width of the characters and letter case do not count. Raises `WrongArgument` for a word that is not
    understood, for a number without % or 倍, and for phrases with two readings, naming both: a comparison
    together with a change that fits either way (前月比120%増加), a percentage alone (120%), 2倍増, 120%成長.
    A change with a comparison is read where only one reading is possible: 前年比30%増 is no ratio of 0.3.
    Raises `OutOfDomain` for a fall by more than everything. Source: usage of 前年比 and 増減率.
    """
    phrase = _parsed(text)
    amount = phrase.amount
    if amount is None or not phrase.unit:
        raise _refusal("function.growth_unit", text)
    if phrase.unit == "points":
        raise _refusal("function.growth_points", text)
    factors = _readings(phrase, amount)
    if not factors:
        raise _refusal("function.growth_contradiction", text)
    if len(factors) == 2:
        first, second = float(factors[0]), float(factors[1])
        raise _refusal("function.growth_two_readings", text, first=first, second=second)
    if factors[0] < 0:
        raise OutOfDomain("function.growth_below_nothing", text=_shown(text))
    return float(factors[0])


def _readings(phrase: _Phrase, amount: Fraction) -> tuple[Fraction, ...]:
    """The factors that the phrase can mean; none for a contradiction."""
    direction = phrase.change or phrase.sign
    if phrase.sign and phrase.change and (phrase.sign != phrase.change or phrase.sign < 0):
        return () if phrase.sign != phrase.change else _two(1 - amount, 1 + amount)
    changed = 1 + direction * amount
    if phrase.is_aim:
        return (amount,) if not direction or _goes(direction, amount) else ()
    if phrase.unit == "times":
        if not direction:
            return (amount,)
        return _two(amount, 1 + amount) if direction > 0 else ()
    if not direction:
        return (amount,) if phrase.is_ratio else _two(amount, 1 + amount)
    loose = (phrase.is_ratio or phrase.is_growth) and not phrase.sign
    return _two(amount, changed) if loose and _goes(direction, amount) and changed >= 0 else (changed,)


def _goes(direction: int, ratio: Fraction) -> bool:
    """Whether a ratio is a change in that direction at all."""
    return ratio > 1 if direction > 0 else ratio < 1


def _two(first: Fraction, second: Fraction) -> tuple[Fraction, ...]:
    return (first,) if first == second else (first, second)


def _parsed(text: str) -> _Phrase:
    """Read the phrase word by word; `WrongArgument` for what is no word of growth, and for two numbers."""
    line = normalize("NFKC", text).casefold().strip()
    phrase = _Phrase()
    position = 0
    while position < len(line):
        token = _TOKENS.match(line, position)
        if token is None:
            unread = _UNREAD.match(line, position)
            raise _refusal("function.growth_word", text, word=unread.group() if unread else line[position])
        phrase = _understood(phrase, str(token.lastgroup), token.group(), text)
        position = token.end()
    return phrase


def _understood(phrase: _Phrase, kind: str, word: str, text: str) -> _Phrase:
    """The phrase with one more word."""
    if kind in _AMOUNTS or kind == "number":
        if phrase.amount is not None:
            raise _refusal("function.growth_two_numbers", text)
        if kind in _AMOUNTS:
            return replace(phrase, amount=_AMOUNTS[kind], unit="times")
        return replace(phrase, amount=Fraction(_KANJI_DIGITS.get(word, word.replace(",", ""))))
    if kind in _UNIT_SIZES:
        stands_before = kind == "times" and phrase.amount is None and word in _TIMES_SIGNS
        if phrase.unit or (phrase.amount is None and not stands_before):
            raise _refusal("function.growth_word", text, word=word)
        amount = None if phrase.amount is None else phrase.amount * _UNIT_SIZES[kind]
        return replace(phrase, amount=amount, unit=kind)
    if kind in _DIRECTIONS:
        direction = _DIRECTIONS[kind]
        is_sign = phrase.amount is None and _SIGNS.fullmatch(word) is not None
        if (phrase.sign if is_sign else phrase.change) == -direction:
            raise _refusal("function.growth_contradiction", text)
        return replace(phrase, sign=direction) if is_sign else replace(phrase, change=direction)
    if kind == "ratio":
        return replace(phrase, is_ratio=True)
    if kind == "growth":
        return replace(phrase, is_growth=True, change=phrase.change or 1)
    return replace(phrase, is_aim=True) if kind == "to" else phrase


def _refusal(text_id: str, text: str, **values: object) -> WrongArgument:
    return WrongArgument(text_id, text=_shown(text), **values)


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"
