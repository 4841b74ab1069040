"""The texts themselves, one module a subject; `TEXTS` is all of them by id."""

from __future__ import annotations

from kpixl.i18n.texts import (
    batch,
    check,
    cli,
    diagnosis,
    errors,
    excel,
    excel_install,
    functions,
    importing,
    labels,
    lead_log,
    metrics,
    notify,
    office,
    planner,
    recalc,
    refresh,
    report,
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
    excel.TEXTS,
    excel_install.TEXTS,
    functions.TEXTS,
    importing.TEXTS,
    labels.TEXTS,
    lead_log.TEXTS,
    metrics.TEXTS,
    notify.TEXTS,
    office.TEXTS,
    planner.TEXTS,
    recalc.TEXTS,
    refresh.TEXTS,
    report.TEXTS,
    rows.TEXTS,
    templates.TEXTS,
)
