"""The report as slides for the monthly review: native charts and tables that can be edited."""

from __future__ import annotations

from kpixl.errors import UsageError
from kpixl.report.story import Story


def deck(story: Story) -> bytes:
    """The .pptx file, the same bytes for the same story. Raises `UsageError` without python-pptx."""
    try:
        from kpixl.report.deck.slides import presented
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] != "pptx":
            raise
        raise UsageError("report.needs_extra", library="python-pptx") from None
    return presented(story)
