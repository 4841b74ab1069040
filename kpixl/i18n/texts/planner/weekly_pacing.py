"""Words of the planner: weekly_pacing."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS: dict[str, Text] = {}
