"""The funnel: each stage against what is due by now, between them the rates with their intervals."""

from __future__ import annotations

from kpixl.i18n import Language, Message, text
from kpixl.report.drawing.svg import bar, dot, line, picture, words
from kpixl.report.look import PALETTE
from kpixl.report.numbers import NOTHING, count, number, percent
from kpixl.report.story import Stage, Step
from kpixl.report.widths import fitted

WIDTH = 340
NAME_EMS = 8.8
LEFT, FULL, MOST = 98, 136, 1.12  # where bars begin, how long 100 % is, and the longest bar in such lengths
INTERVAL_MIDDLE, INTERVAL_HALF = 290, 46
STAGE_HEIGHT, STEP_HEIGHT = 18, 16


def funnel(stages: tuple[Stage, ...], steps: tuple[Step, ...], language: Language) -> str:
    height = STAGE_HEIGHT * len(stages) + STEP_HEIGHT * len(steps)
    drawn = [line(LEFT + FULL, 0, LEFT + FULL, height, PALETTE.strong_line, 1, dashed=True)]
    top = 0.0
    for place, stage in enumerate(stages):
        drawn += _stage(stage, top, language)
        top += STAGE_HEIGHT
        if place < len(steps):
            drawn += _step(steps[place], top, language)
            top += STEP_HEIGHT
    return picture(WIDTH, height, language, _label(stages, language), *drawn)


def _stage(stage: Stage, top: float, language: Language) -> list[str]:
    base = top + 13
    drawn = [words(0, base, fitted(stage.name, NAME_EMS), size=10.5, bold=True)]
    drawn.append(bar(LEFT, top + 3.5, FULL, 11, PALETTE.pale))
    if stage.year_actual is not None and stage.year_to_date:
        share = max(0.0, min(MOST, stage.year_actual / stage.year_to_date))
        drawn.append(bar(LEFT, top + 3.5, FULL * share, 11, PALETTE.actual))
    drawn.append(words(WIDTH, base, _counts(stage, language), size=10, anchor="end"))
    return drawn


def _counts(stage: Stage, language: Language) -> str:
    if stage.year_actual is None:
        return NOTHING
    if stage.year_to_date is None:
        return count(stage.year_actual, language)
    return f"{number(stage.year_actual)} / {count(stage.year_to_date, language)}"


def _step(step: Step, top: float, language: Language) -> list[str]:
    base = top + 12
    drawn = [words(LEFT + 2, base, "↓", size=9, colour=PALETTE.quiet)]
    if step.rate is None:
        return [
            *drawn,
            words(LEFT + 16, base, text("report.funnel.none", language), size=9, colour=PALETTE.quiet),
        ]
    drawn.append(words(LEFT + 16, base, percent(step.rate), size=9.5, bold=True))
    target = Message.of("report.funnel.target", target=percent(step.target)).text(language)
    drawn.append(words(LEFT + 56, base, target, size=9, colour=PALETTE.quiet))
    return drawn + _interval(step, top + 8.5)


def _interval(step: Step, middle: float) -> list[str]:
    """The interval about the target, which is always at the same place; twice the target is the right end."""
    if not step.target or step.lower is None or step.upper is None or step.rate is None:
        return []

    def x(value: float) -> float:
        off = value / (step.target or 1.0) - 1
        return INTERVAL_MIDDLE + INTERVAL_HALF * max(-1.0, min(1.0, off))

    colour = PALETTE.loss if step.reading == "below" else PALETTE.accent
    return [
        line(x(step.lower), middle, x(step.upper), middle, colour, 1.5),
        line(INTERVAL_MIDDLE, middle - 6, INTERVAL_MIDDLE, middle + 6, PALETTE.ink, 1),
        dot(x(step.rate), middle, 2.6, colour),
    ]


def _label(stages: tuple[Stage, ...], language: Language) -> str:
    told = text("report.comma", language).join(f"{stage.name} {_counts(stage, language)}" for stage in stages)
    return f"{text('report.funnel', language)}: {told}"
