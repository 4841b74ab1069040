"""The page as a PDF of one sheet of A4, drawn by WeasyPrint; nothing is fetched while drawing."""

from __future__ import annotations

import logging

from kpixl.errors import UsageError
from kpixl.report.page import page
from kpixl.report.story import Story


def paper(story: Story) -> bytes:
    """The PDF. Raises `UsageError` where WeasyPrint, or the system library it draws text with, is missing."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except ImportError:
        raise UsageError("report.needs_extra", library="WeasyPrint") from None
    except OSError:  # it is there, but not Pango, which it draws text with
        raise UsageError("report.needs_pango") from None
    html = page(story).decode()
    # it would name the rules that are for screens only
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    drawing = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=()))
    drawn: bytes = drawing.write_pdf(pdf_tags=True)  # tags let it be read aloud
    return drawn
