"""The deck, one question a slide: where we stand, how the funnel runs, what moved, what to do."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from kpixl.report.deck.acting import alarms, change, fix, tasks
from kpixl.report.deck.canvas import FULL, MARGIN, Canvas
from kpixl.report.deck.saying import as_of, said, when
from kpixl.report.deck.standing import funnel, pace, where
from kpixl.report.deck.timeless import timeless
from kpixl.report.look import PALETTE
from kpixl.report.story import Story
from kpixl.report.words import level_label

UNDATED = datetime(2026, 4, 1)  # what a deck without an as-of date is dated


def presented(story: Story) -> bytes:
    """The deck's bytes; it is dated by the workbook's as-of date."""
    footer = "　".join(part for part in (story.company, as_of(story)) if part)
    canvas = Canvas(story.language, footer)
    for put in (_cover, where, funnel, pace, change, fix, alarms, tasks):
        put(canvas, story)
    properties = canvas.presentation.core_properties
    day = story.as_of
    moment = UNDATED if day is None else datetime(day.year, day.month, day.day)
    properties.created = properties.modified = moment
    properties.author, properties.last_modified_by = "kpixl", "kpixl"
    properties.title = said(story, "report.title")
    properties.language = story.language
    written = BytesIO()
    canvas.presentation.save(written)
    return timeless(written.getvalue())


def _cover(canvas: Canvas, story: Story) -> None:
    slide = canvas.cover(story.headline)
    canvas.block(slide, MARGIN, 1.75, 0.07, 3.9, PALETTE.accent)
    x = MARGIN + 0.35
    who = story.company or said(story, "report.untitled")
    canvas.text(
        slide,
        f"{who}　{said(story, 'report.title')}",
        x,
        1.75,
        FULL - 0.7,
        0.5,
        18,
        bold=True,
        colour=PALETTE.accent,
    )
    if story.level is not None:
        canvas.badge(slide, level_label(story.level, story.language), story.level, x, 2.35, 14)
    canvas.text(slide, "\n".join(story.lead), x, 4.4, FULL - 0.7, 1.2, 16)
    canvas.text(slide, when(story), x, 6.55, FULL - 0.7, 0.35, 12, colour=PALETTE.quiet)
