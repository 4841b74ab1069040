"""How a report looks: the planner's colours, and type that every system has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class LevelLook(NamedTuple):
    """Colours of a level's badge; its word always stands on it."""

    fill: str
    ink: str


@dataclass(frozen=True)
class Palette:
    """The colours of the planner, as `theme` has them; they differ in lightness, so grey print works too."""

    ink: str = "1F2937"
    quiet: str = "5B6472"  # a little darker than in the planner: small type on white
    accent: str = "1F4E79"
    line: str = "D5DAE1"
    strong_line: str = "8FA3B8"
    pale: str = "E9EEF4"
    actual: str = "7FA8CF"
    loss: str = "B4530F"
    paper: str = "FFFFFF"


PALETTE = Palette()
LEVEL_LOOKS = (
    LevelLook("E3F0FA", "1F4E79"),
    LevelLook("FFE699", "4A3B00"),
    LevelLook("F0A04B", "3B1D00"),
    LevelLook("9C1C28", "FFFFFF"),
)
NO_LEVEL_LOOK = LevelLook("E9EEF4", "4B5563")

GATE_COLOURS = {"missed": PALETTE.loss, "passed": PALETTE.accent, "ahead": PALETTE.quiet}

JAPANESE_FONT = "Yu Gothic"
LATIN_FONT = "Segoe UI"
_CJK = (
    "Yu Gothic",
    "YuGothic",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Meiryo",
)
_LATIN = ("Segoe UI", "Helvetica Neue", "Helvetica", "Arial")
FONTS = {"ja": (*_CJK, *_LATIN, "sans-serif"), "en": (*_LATIN, *_CJK, "sans-serif")}


def font_list(language: str) -> str:
    """As CSS and SVG write it."""
    return ", ".join(FONTS[language])


def level_look(level: int | None) -> LevelLook:
    return NO_LEVEL_LOOK if level is None else LEVEL_LOOKS[level]
