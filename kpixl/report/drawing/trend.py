"""A sparkline: the months that are over, and their targets as a dashed line."""

from __future__ import annotations

from kpixl.i18n import Language, Message
from kpixl.report.drawing.svg import dot, path, picture
from kpixl.report.look import PALETTE
from kpixl.report.story import Stage

WIDTH, HEIGHT, EDGE = 120, 26, 4
FEWEST = 2


def trend(stage: Stage, language: Language) -> str:
    """Empty while fewer than two months are over."""
    months = [(place, value) for place, value in enumerate(stage.months) if value is not None]
    targets = [(place, value) for place, value in enumerate(stage.month_targets) if value is not None]
    if len(months) < FEWEST:
        return ""
    values = [value for _, value in (*months, *targets)]
    low, span = min(values), (max(values) - min(values)) or 1.0
    last = max(1, len(stage.months) - 1)

    def points(series: list[tuple[int, float]]) -> list[tuple[float, float]]:
        return [
            (
                EDGE + (WIDTH - 2 * EDGE) * place / last,
                HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value - low) / span,
            )
            for place, value in series
        ]

    drawn = [path(points(targets), PALETTE.strong_line, 1, dashed=True)] if len(targets) >= FEWEST else []
    line = points(months)
    drawn += [path(line, PALETTE.accent, 1.5), dot(*line[-1], 2.2, PALETTE.accent)]
    label = Message.of("report.card.trend", stage=stage.name).text(language)
    return picture(WIDTH, HEIGHT, language, label, *drawn)
