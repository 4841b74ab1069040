"""The report of a recalculation."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS: dict[str, Text] = {}
