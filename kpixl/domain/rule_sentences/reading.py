"""From a sentence to the rule it states."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeVar

from kpixl.domain.rule_sentences import english, japanese
from kpixl.domain.rule_sentences.phrases import (
    Action,
    Change,
    Checkpoint,
    Earlier,
    Filler,
    Limit,
    Miss,
    Phrase,
    PhrasePattern,
    Running,
)
from kpixl.domain.rules import (
    AT_ALL,
    MISSED,
    ONCE,
    Band,
    ChangeRule,
    CheckpointRule,
    LevelRule,
    Move,
    Rule,
)
from kpixl.errors import WrongArgument

SHOWN_CHARACTERS = 40

P = TypeVar("P", Change, Checkpoint, Miss, Running, Earlier)


def read_rule(sentence: str, language: Literal["ja", "en"]) -> Rule:
    """The rule that the sentence states, in Japanese or English; in doubt it is read in `language`.

    Full-width characters, spaces and letter case do not matter. What follows 「なら」, 「の場合」, a colon or
    "then" is the agreed action and no part of the rule. Raises `WrongArgument`, naming the word, for what
    cannot be read.
    """
    plain = unicodedata.normalize("NFKC", sentence).lower()
    scans = [
        _scanned("".join(plain.split()), japanese.PHRASES, japanese.UNREAD),
        _scanned(" ".join(plain.split()), english.PHRASES, english.UNREAD),
    ]
    if language == "en" or plain.isascii():
        scans.reverse()
    furthest = max(scans, key=lambda scan: scan.progress)  # the first of two that got equally far
    if furthest.unread:
        raise WrongArgument("function.rule_word", word=furthest.unread)
    return _assembled(furthest.said)


@dataclass(frozen=True)
class Said:
    """A phrase that was found, and the words it was found in."""

    phrase: Phrase
    words: str


@dataclass(frozen=True)
class Scan:
    said: tuple[Said, ...]
    unread: str  # the first words that no phrase begins with, or empty
    progress: float  # characters read, spaces aside


def _scanned(text: str, patterns: Sequence[PhrasePattern], unread: re.Pattern[str]) -> Scan:
    """The phrases of the text from its beginning, to its end or to a word that cannot be read."""
    said: list[Said] = []
    place = 0
    while place < len(text):
        found = _phrase_at(text, place, patterns)
        if found is None or (isinstance(found.phrase, Action) and not said):
            word = unread.match(text, place)
            shown = (word.group() if word else text[place])[:SHOWN_CHARACTERS]
            return Scan(tuple(said), shown, len(text[:place].replace(" ", "")))
        if isinstance(found.phrase, Action):
            break
        if not isinstance(found.phrase, Filler):
            said.append(found)
        place += len(found.words)
    return Scan(tuple(said), "", float("inf"))


def _phrase_at(text: str, place: int, patterns: Sequence[PhrasePattern]) -> Said | None:
    for pattern in patterns:
        found = pattern.pattern.match(text, place)
        if found:
            return Said(pattern.meaning(found), found.group())
    return None


def _assembled(said: Sequence[Said]) -> Rule:
    change, checkpoint, miss = _only(said, Change), _only(said, Checkpoint), _only(said, Miss)
    running, earlier = _only(said, Running), _only(said, Earlier)
    bounds = [bound for one in said if isinstance(one.phrase, Limit) for bound in one.phrase.bounds]
    bounds.sort(key=lambda bound: not bound.comparison.from_below)
    if _apart(said):
        raise _surplus(said, Limit)
    if miss and bounds:
        raise _surplus(said, Miss)
    if earlier and not change:
        raise _surplus(said, Earlier)
    if change and (miss or checkpoint):
        raise _surplus(said, Miss if miss else Checkpoint)
    if checkpoint and running:
        raise _surplus(said, Running)
    succession = running.running if running else ONCE
    if change and not bounds and change.move is not Move.EITHER:
        return ChangeRule(change.move, AT_ALL, succession)
    if not bounds and not miss:
        raise WrongArgument("function.rule_no_limit")
    band = MISSED if miss else Band(tuple(bounds))
    if change:
        return ChangeRule(change.move, band, succession)
    if checkpoint:
        return CheckpointRule(band, checkpoint.place, checkpoint.part, checkpoint.whole)
    return LevelRule(band, succession)


def _apart(said: Sequence[Said]) -> bool:
    """Whether something stands between the limits: then they do not limit the same thing."""
    places = [place for place, one in enumerate(said) if isinstance(one.phrase, Limit)]
    return any(after - before > 1 for before, after in pairwise(places))


def _only(said: Sequence[Said], kind: type[P]) -> P | None:
    """The one phrase of this kind; two of a kind are refused."""
    phrases = [one.phrase for one in said if isinstance(one.phrase, kind)]
    if len(phrases) > 1:
        raise _surplus(said, kind)
    return phrases[0] if phrases else None


def _surplus(said: Sequence[Said], kind: type[Phrase]) -> WrongArgument:
    """The refusal of the last phrase of this kind."""
    words = [one.words for one in said if isinstance(one.phrase, kind)]
    return WrongArgument("function.rule_surplus", word=words[-1].strip())
