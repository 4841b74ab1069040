"""What a phrase of a rule sentence can say, in whatever language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Union

from kpixl.domain.rules import Bound, Comparison, InSuccession, Move, Part, Unit

PERCENT = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
RANGE_SIGN = "[-~〜‐–—−]"
COMPARISON_SIGNS = {
    Comparison.AT_MOST: "<=|≤|≦",
    Comparison.AT_LEAST: ">=|≥|≧",
    Comparison.BELOW: "<",
    Comparison.ABOVE: ">",
}


@dataclass(frozen=True)
class Limit:
    bounds: tuple[Bound, ...]


@dataclass(frozen=True)
class Running:
    running: InSuccession


@dataclass(frozen=True)
class Checkpoint:
    place: int
    part: Part
    whole: Unit


@dataclass(frozen=True)
class Change:
    move: Move


@dataclass(frozen=True)
class Miss:
    pass


@dataclass(frozen=True)
class Earlier:
    """The period before, named as what a change is measured against."""


@dataclass(frozen=True)
class Subject:
    """What is measured. It says nothing of its own, but limits on both sides of it are two conditions."""


@dataclass(frozen=True)
class Filler:
    """A word that says nothing: a particle, an article."""


@dataclass(frozen=True)
class Action:
    """The rule is over: what follows is the agreed action."""


Phrase = Union[Limit, Running, Checkpoint, Change, Miss, Earlier, Subject, Filler, Action]


@dataclass(frozen=True)
class PhrasePattern:
    pattern: re.Pattern[str]
    meaning: Callable[[re.Match[str]], Phrase]


def says(pattern: str, meaning: Phrase | Callable[[re.Match[str]], Phrase]) -> PhrasePattern:
    """A pattern and what it says; a meaning that depends on the match is a function of it."""
    return PhrasePattern(re.compile(pattern), meaning if callable(meaning) else lambda _: meaning)


def limit_patterns(
    pattern: str, words: Mapping[Comparison, str], zeros: str = ""
) -> tuple[PhrasePattern, ...]:
    """One pattern for each comparison: `WORDS` stands for its words, the first group is the percentage.

    `zeros` are written behind the number found, to make per cent of tenths (割).
    """

    def meaning(comparison: Comparison) -> Callable[[re.Match[str]], Phrase]:
        return lambda found: Limit((Bound(comparison, Decimal(found[1] + zeros)),))

    return tuple(
        says(pattern.replace("WORDS", f"(?:{alternatives})"), meaning(comparison))
        for comparison, alternatives in words.items()
    )


def from_to(low: str, high: str) -> Limit:
    """From 70 to 80 % means 70 % or more and below 80 %, so that bands side by side do not overlap."""
    return Limit((Bound(Comparison.AT_LEAST, Decimal(low)), Bound(Comparison.BELOW, Decimal(high))))


def in_succession(periods: int, unit: Unit) -> Running:
    return Running(InSuccession(periods, Unit.PERIOD if periods == 1 else unit))


def number_of(word: str, words: Mapping[str, int]) -> int:
    return words[word] if word in words else int(word)


def one_of(words: Mapping[str, object]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
