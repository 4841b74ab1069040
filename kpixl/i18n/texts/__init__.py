"""The texts themselves, one module a subject; `TEXTS` is all of them by id."""

from __future__ import annotations

from kpixl.i18n.texts import (
    batch,
    cli,
    diagnosis,
    errors,
    functions,
    labels,
    metrics,
    office,
    planner,
    recalc,
    templates,
)
from kpixl.i18n.texts.entry import Text, united

__all__ = ["TEXTS", "Text"]


TEXTS = united(
    batch.TEXTS,
    cli.TEXTS,
    diagnosis.TEXTS,
    errors.TEXTS,
    functions.TEXTS,
    labels.TEXTS,
    metrics.TEXTS,
    office.TEXTS,
    planner.TEXTS,
    recalc.TEXTS,
    templates.TEXTS,
)
