"""How wide text is, roughly: enough to cut what would not fit, before any font is known."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

WIDE, BROAD, CAPITAL, NARROW, SPACE = 1.0, 0.92, 0.68, 0.54, 0.28
ELLIPSIS = "…"
ARROW = " → "


def width(text: str) -> float:
    """In units of the type's size (em)."""
    return sum(_width(character) for character in text)


def fitted(text: str, ems: float) -> str:
    """The text, or as much of it as fits before an ellipsis."""
    if width(text) <= ems:
        return text
    room = ems - WIDE
    kept = ""
    for character in text:
        room -= _width(character)
        if room < 0:
            break
        kept += character
    return kept.rstrip() + ELLIPSIS


def fitted_step(name: str, ems: float) -> str:
    """As `fitted`; but of "stage → stage" each side is cut, so that both can be told."""
    sides = name.split(ARROW)
    if len(sides) != 2 or width(name) <= ems:
        return fitted(name, ems)
    room = ems - width(ARROW)
    first, second = (width(side) for side in sides)
    half = room / 2
    left = max(half, room - second) if first > half else first
    return ARROW.join((fitted(sides[0], left), fitted(sides[1], room - min(first, left))))


def lines(text: str, ems: float) -> int:
    """How many lines this wide it takes at most, if it can break anywhere but loses a word a line."""
    total = 0
    for paragraph in text.split("\n"):
        wide = width(paragraph)
        # a line of words ends before the edge; one of ideographs does not
        lost = 0.0 if wide <= ems or wide >= 0.8 * len(paragraph) else min(3.0, ems / 8)
        total += max(1, -int(-wide // (ems - lost)))
    return total


def _width(character: str) -> float:
    if combining(character):
        return 0.0
    if east_asian_width(character) in "WFA":
        return WIDE
    if character == " ":
        return SPACE
    if character in "MWmw%@—":
        return BROAD
    return CAPITAL if character.isupper() else NARROW
