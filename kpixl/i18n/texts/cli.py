"""The command line: help, tables, progress and messages."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS: dict[str, Text] = {}
