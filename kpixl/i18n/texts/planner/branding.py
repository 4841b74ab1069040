"""Words of the planner: branding."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS: dict[str, Text] = {}
