"""Which metric or alert level a word in a cell means, and what the catalogue says of a metric."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Literal

from kpixl.domain.alerts import AlertLevel
from kpixl.domain.metrics import METRICS, Metric
from kpixl.errors import OutOfDomain, WrongArgument
from kpixl.functions.wording import folded, shortened
from kpixl.i18n import LANGUAGES, Language, has_text, text
from kpixl.i18n.texts.metrics import ALIASES

MOST_SUGGESTIONS = 3
Field = Literal[
    "id",
    "name",
    "definition",
    "numerator",
    "denominator",
    "unit",
    "direction",
    "phase",
    "purpose",
    "horizon",
    "nature",
    "look_at",
    "hint",
    "caution",
    "note",
    "source",
]
WORDED_FIELDS = ("unit", "phase", "purpose", "horizon", "nature", "source")


def _spellings() -> Mapping[str, tuple[str, ...]]:
    """The ids that each spelling may mean: ids, names in every language, other words in use."""
    found: dict[str, set[str]] = {}
    for metric in METRICS:
        for words in (metric, *(text(f"metric.{metric}.name", language) for language in LANGUAGES)):
            found.setdefault(folded(words), set()).add(metric)
    for words, metrics in ALIASES.items():
        found.setdefault(folded(words), set()).update(metrics)
    return MappingProxyType(
        {words: tuple(metric for metric in METRICS if metric in ids) for words, ids in found.items()}
    )


SPELLINGS = _spellings()
LEVELS: Mapping[str, AlertLevel | None] = MappingProxyType(
    {folded(text(f"level.{level.name}", language)): level for level in AlertLevel for language in LANGUAGES}
    | {folded(text("level.NO_DATA", language)): None for language in LANGUAGES}
)


def metrics_called(words: str) -> tuple[str, ...]:
    """The ids of the metrics that go by this id, name or other word, in the order of the catalogue.

    Raises `WrongArgument` with the nearest names for a word that means none.
    """
    spelling = folded(words)
    found = SPELLINGS.get(spelling)
    if found:
        return found
    near = get_close_matches(spelling, SPELLINGS, n=MOST_SUGGESTIONS)
    if not near:
        raise WrongArgument("function.metric_unknown", metric=shortened(words))
    ids = dict.fromkeys(metric for match in near for metric in SPELLINGS[match])
    raise WrongArgument("function.metric_unknown_near", metric=shortened(words), near=", ".join(ids))


def metric_called(words: str) -> Metric:
    """The one metric of this id or name. Raises `WrongArgument` for none, or for several, with their ids."""
    found = metrics_called(words)
    if len(found) > 1:
        raise ambiguous(words, found)
    return METRICS[found[0]]


def ambiguous(words: str, metrics: tuple[str, ...]) -> WrongArgument:
    return WrongArgument("function.metric_ambiguous", metric=shortened(words), ids=", ".join(metrics))


def level_called(cell: object, position: int) -> AlertLevel | None:
    """The level of a number from 0 to 3 or a label in either language; None for "no data".

    Raises `WrongArgument` for another word, `OutOfDomain` for another number.
    """
    if isinstance(cell, str):
        if folded(cell) in LEVELS:
            return LEVELS[folded(cell)]
    elif isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if cell not in tuple(AlertLevel):
            raise OutOfDomain("function.level_out_of_range", position=position, value=float(cell))
        return AlertLevel(int(cell))
    raise WrongArgument("function.level_unknown", position=position, value=shortened(str(cell)))


def described(metric: Metric, field: Field, language: Language) -> str:
    """What the catalogue says of the metric; id and direction are the words that formulas use."""
    if field in ("id", "direction"):
        return str(getattr(metric, field))
    if field in WORDED_FIELDS:
        return text(f"metric_{field}.{getattr(metric, field)}", language)
    text_id = f"metric.{metric.id}.{field}"
    if field == "note" and not has_text(text_id):
        return text("metric.no_note", language)
    return text(text_id, language)
