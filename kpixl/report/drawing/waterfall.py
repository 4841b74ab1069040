"""What moved the final count: one bar a factor, each beginning where the one above ends, and their sum."""

from __future__ import annotations

from kpixl.i18n import Language, text
from kpixl.report.drawing.svg import bar, line, picture, words
from kpixl.report.look import PALETTE
from kpixl.report.numbers import count
from kpixl.report.story import Change
from kpixl.report.widths import fitted_step

WIDTH = 340
LEFT, RIGHT = 136, 278
ROW = 17
NAME_EMS = 13.0


def waterfall(change: Change, language: Language) -> str:
    ends = change.ends
    low, high = min(ends), max(ends)
    span = (high - low) or 1.0

    def x(value: float) -> float:
        return LEFT + (RIGHT - LEFT) * (value - low) / span

    rows = len(change.factors) + 1
    drawn = [line(x(0), 0, x(0), ROW * rows, PALETTE.strong_line)]
    for place, factor in enumerate(change.factors):
        top, start, end = ROW * place, ends[place], ends[place + 1]
        colour = PALETTE.loss if factor.shown < 0 else PALETTE.actual
        drawn.append(bar(x(min(start, end)), top + 3.5, max(abs(x(end) - x(start)), 0.75), 11, colour))
        drawn.append(line(x(end), top + 14.5, x(end), top + ROW + 3.5, PALETTE.strong_line))
        drawn += _labels(factor.name, count(factor.shown, language, 1, signed=True), top, bold=False)
    top = ROW * (rows - 1)
    drawn.append(line(0, top + 1, WIDTH, top + 1, PALETTE.line))
    drawn.append(bar(min(x(0), x(ends[-1])), top + 3.5, max(abs(x(ends[-1]) - x(0)), 0.75), 11, PALETTE.ink))
    total = count(change.shown, language, 1, signed=True)
    drawn += _labels(text("report.moved.total", language), total, top, bold=True)
    return picture(WIDTH, ROW * rows, language, " ".join(change.sentences), *drawn)


def _labels(name: str, effect: str, top: float, *, bold: bool) -> list[str]:
    return [
        words(0, top + 13, fitted_step(name, NAME_EMS), size=10, bold=bold),
        words(WIDTH, top + 13, effect, size=10, anchor="end", bold=bold),
    ]
