"""What several slides say alike: titles, dates, what is missing, how much more there is."""

from __future__ import annotations

from typing import Any

from kpixl.i18n import Message
from kpixl.report.deck.canvas import FULL, HEIGHT, MARGIN, Canvas
from kpixl.report.look import PALETTE
from kpixl.report.numbers import long_day, month, number, percent
from kpixl.report.story import Story

HALF = (FULL - 0.5) / 2
RIGHT = MARGIN + HALF + 0.5


def said(story: Story, text_id: str, **values: object) -> str:
    return Message.of(text_id, **values).text(story.language)


def titled(canvas: Canvas, story: Story, title_id: str, caption: str) -> Any:
    slide = canvas.slide(said(story, title_id))
    if caption:
        canvas.text(slide, caption, MARGIN, 1.14, FULL, 0.3, 12, colour=PALETTE.quiet)
    return slide


def untold(canvas: Canvas, story: Story, title_id: str, why: str) -> None:
    """A slide that says what is missing for it."""
    slide = canvas.slide(said(story, title_id))
    canvas.text(slide, why, MARGIN, HEIGHT / 2 - 0.6, FULL, 1.2, 18, colour=PALETTE.quiet)


def say_more(canvas: Canvas, story: Story, slide: Any, left_out: int, width: float, y: float) -> None:
    """Above the right end of a table of this width: how many rows found no room in it."""
    if left_out:
        more = said(story, "report.more", count=left_out)
        canvas.text(slide, more, MARGIN + width - 2, y, 2, 0.25, 11, colour=PALETTE.quiet, right=True)


def as_of(story: Story) -> str:
    if story.as_of is None:
        return said(story, "report.as_of.missing")
    return said(story, "report.as_of", day=long_day(story.as_of, story.language))


def when(story: Story) -> str:
    if story.month is None or story.elapsed is None or story.days_left is None:
        return as_of(story)
    elapsed = said(
        story,
        "report.elapsed",
        month=month(story.month, story.language),
        share=percent(story.elapsed, 0),
        days=number(story.days_left, 0),
    )
    return f"{as_of(story)}　{elapsed}"
