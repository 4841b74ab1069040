"""A rule as a sentence."""

from __future__ import annotations

from typing import Literal

from kpixl.domain.rule_sentences import english, japanese
from kpixl.domain.rules import Rule


def write_rule(rule: Rule, language: Literal["ja", "en"]) -> str:
    """A sentence that reads back as this very rule."""
    return japanese.written(rule) if language == "ja" else english.written(rule)
