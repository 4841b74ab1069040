"""The phrases of English rule sentences, and how a rule is written in English."""

from __future__ import annotations

import re

from kpixl.domain.rule_sentences.phrases import (
    COMPARISON_SIGNS,
    PERCENT,
    RANGE_SIGN,
    Action,
    Change,
    Checkpoint,
    Earlier,
    Filler,
    Miss,
    Subject,
    from_to,
    in_succession,
    limit_patterns,
    number_of,
    one_of,
    says,
)
from kpixl.domain.rules import (
    AT_ALL,
    MISSED,
    ONCE,
    Band,
    CheckpointRule,
    Comparison,
    InSuccession,
    LevelRule,
    Move,
    Part,
    Rule,
    Unit,
)

COUNT_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINAL_WORDS = ("first", "second", "third", "fourth", "fifth")
ORDINAL_SIGNS = ("1st", "2nd", "3rd", "4th", "5th")

NUMBERS = {word: number for number, word in enumerate(COUNT_WORDS, 1)}
COUNT = f"[0-9]{{1,3}}|{one_of(NUMBERS)}"
ORDINALS = {word: place for words in (ORDINAL_WORDS, ORDINAL_SIGNS) for place, word in enumerate(words, 1)}
UNITS = {unit.value: unit for unit in Unit}
PER_CENT = rf"({PERCENT}) ?(?:%|percent\b|per cent\b)"

COMPARISONS_BEFORE = {
    Comparison.BELOW: "below|under|(?:less|lower|fewer|smaller) than",
    Comparison.AT_MOST: "at most|(?:no|not) (?:more|higher|greater) than|not above|up to",
    Comparison.AT_LEAST: "at least|(?:no|not) (?:less|lower|fewer) than|not below",
    Comparison.ABOVE: "above|over|(?:more|higher|greater) than|exceed(?:s|ed|ing)?",
}
COMPARISONS_AFTER = {
    Comparison.AT_MOST: "(?:or|and) (?:less|lower|fewer|below|under)",
    Comparison.AT_LEAST: "(?:or|and) (?:more|higher|greater|above|over)",
}
MOVES = {
    Move.EITHER: "change[sd]?|swings?|swung|mov(?:es?|ed)",
    Move.RISE: "rises?|rose|risen|increase[sd]?|grow(?:s|n|th)?|grew|up|higher",
    Move.FALL: "falls?|fell|fallen|decrease[sd]?|decline[sd]?|drop(?:s|ped)?|down|lower",
}

PHRASES = (
    *(
        says(pattern, lambda found: from_to(found[1], found[2]))
        for pattern in (
            f"(?:from )?({PERCENT}) ?%?(?: ?{RANGE_SIGN} ?| to ){PER_CENT}",
            f"between ({PERCENT}) ?%? and {PER_CENT}",
        )
    ),
    *limit_patterns(rf"{PER_CENT} WORDS\b", COMPARISONS_AFTER),
    *limit_patterns(f"WORDS {PER_CENT}", COMPARISONS_BEFORE),
    *limit_patterns(f"WORDS ?{PER_CENT}", COMPARISON_SIGNS),
    says(
        rf"(?:at |by |after )?(?:the )?(?:end of )?(?:week ({COUNT})|(?:the )?({one_of(ORDINALS)}) week)\b"
        r"(?: of (?:the|a|each|every) (month|quarter)\b)?",
        lambda found: Checkpoint(
            number_of(found[1], NUMBERS) if found[1] else ORDINALS[found[2]],
            Part.WEEK,
            UNITS[found[3] or "month"],
        ),
    ),
    says(
        r"(?:in |at |by |after |during )?(?:the )?(?:end of )?(?:the )?(first|second|1st|2nd) half"
        r" of (?:the |a |each |every )?(month|quarter|half-year|year|period)\b",
        lambda found: Checkpoint(ORDINALS[found[1]], Part.HALF, UNITS[found[2]]),
    ),
    says(
        rf"(?:for )?(?:the |at least )?(?:last |past )?({COUNT}) "
        rf"(?:consecutive |straight |successive )?({one_of(UNITS)})s?\b"
        r"(?: (?:running|in a row|straight|consecutively|in succession)\b)?",
        lambda found: in_succession(number_of(found[1], NUMBERS), UNITS[found[2]]),
    ),
    says(
        r"(?:target )?(?:(?:is |was )?(?:missed|not (?:met|reached))|misses)\b(?: (?:the )?target\b)?", Miss()
    ),
    says(
        r"(?:than|from|against|versus|vs\.?|compared (?:with|to)) (?:in )?(?:the )?(?:last|previous|prior) "
        r"(?:day|week|month|quarter|year|period)\b",
        Earlier(),
    ),
    *(says(rf"(?:{words})\b(?: (?:of|by)\b)?", Change(move)) for move, words in MOVES.items()),
    says(r"(?:kpi )?(?:achievement|attainment|progress)(?: rate)?\b|(?:the )?(?:actual|kpi)\b", Subject()),
    says(r"of (?:the )?(?:(?:monthly|quarterly|weekly|yearly) )?target\b", Subject()),
    says(r":|→|⇒|->|=>|,? ?then\b", Action()),
    says(r"(?:if|when|is|are|was|were|has been|and|a|an|the)\b|[ ,.]", Filler()),
)

LEADS = "for|in|over|at|by|of|the|last|past|below|under|above|least|most|more|less|lower|higher|than"
UNREAD = re.compile(rf"(?:(?:{LEADS}) )*(?:[0-9.]+%?(?: (?!(?:{LEADS})\b)[a-z'-]+)?|\S+)")
"""What to name where no phrase begins: the word, with the small words and the number before it."""


def written(rule: Rule) -> str:
    if isinstance(rule, CheckpointRule):
        if rule.part is Part.HALF:
            half = ("first", "second")[rule.place - 1]
            return f"{_level(rule.band)} in the {half} half of the {rule.whole.value}"
        of_whole = "" if rule.whole is Unit.MONTH else f" of the {rule.whole.value}"
        return f"{_level(rule.band)} at the end of week {rule.place}{of_whole}"
    if isinstance(rule, LevelRule):
        return _level(rule.band) + _running(rule.running)
    if rule.move is not Move.EITHER and rule.band == AT_ALL:
        word = "higher" if rule.move is Move.RISE else "lower"
        return f"{word} than in the previous period{_running(rule.running)}"
    return f"{rule.move.value} of {_sizes(rule.band)}{_running(rule.running)}"


def _running(running: InSuccession) -> str:
    return "" if running == ONCE else f" for {running.periods} {running.unit.value}s"


LEVELS = {
    Comparison.BELOW: "below {}%",
    Comparison.AT_MOST: "at most {}%",
    Comparison.AT_LEAST: "at least {}%",
    Comparison.ABOVE: "above {}%",
}
SIZES = {
    Comparison.BELOW: "less than {}%",
    Comparison.AT_MOST: "{}% or less",
    Comparison.AT_LEAST: "{}% or more",
    Comparison.ABOVE: "more than {}%",
}


def _level(band: Band) -> str:
    if band == MISSED:
        return "missed"
    return " and ".join(LEVELS[bound.comparison].format(f"{bound.percent:f}") for bound in band.bounds)


def _sizes(band: Band) -> str:
    return " and ".join(SIZES[bound.comparison].format(f"{bound.percent:f}") for bound in band.bounds)
