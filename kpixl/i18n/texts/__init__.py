"""The texts themselves, one module a subject; `TEXTS` is all of them by id."""

from __future__ import annotations

from kpixl.i18n.texts import (
    batch,
    check,
    cli,
    diagnosis,
    errors,
    functions,
    labels,
    metrics,
    planner,
    recalc,
    rows,
    templates,
)
from kpixl.i18n.texts.entry import Text, united

__all__ = ["TEXTS", "Text"]


TEXTS = united(
    batch.TEXTS,
    check.TEXTS,
    cli.TEXTS,
    diagnosis.TEXTS,
    errors.TEXTS,
    functions.TEXTS,
    labels.TEXTS,
    metrics.TEXTS,
    planner.TEXTS,
    recalc.TEXTS,
    rows.TEXTS,
    templates.TEXTS,
)
