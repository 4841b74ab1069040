"""Words of the workbook in the report's language: those that kpixl itself put there."""

from __future__ import annotations

from collections.abc import Iterable

from kpixl.domain.alerts import AlertLevel
from kpixl.domain.streaks import Escalation
from kpixl.i18n import LANGUAGES, Language, text

LEVELS = tuple(level.name for level in AlertLevel)
NOT_JUDGED = (
    "level.NO_DATA",
    "planner.monitor.no_target",
    "planner.monitor.not_begun",
    "planner.monitor.thresholds",
)
ESCALATIONS = tuple(f"escalation.{each.value}" for each in Escalation)
COMPARISONS = tuple(f"planner.diagnosis.comparison.{id_}" for id_ in ("plan", "month", "quarter", "halves"))


def level_label(level: int, language: Language) -> str:
    return text(f"level.{LEVELS[level]}", language)


def level_called(label: str) -> int | None:
    """The level that is called so in any language."""
    found = known(label, [f"level.{level}" for level in LEVELS])
    return None if found is None else LEVELS.index(found.removeprefix("level."))


def known(words: str, text_ids: Iterable[str]) -> str | None:
    """The id of the text that says this, in whichever language the workbook is."""
    return next(
        (id_ for id_ in text_ids if any(text(id_, language) == words for language in LANGUAGES)), None
    )


def translated(words: str, text_ids: Iterable[str], language: Language) -> str:
    """As `known`, said in this language; words that are not ours stay as they are."""
    found = known(words, text_ids)
    return words if found is None else text(found, language)
