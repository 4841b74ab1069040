"""What stands in the workbooks that kpixl builds, one module a sheet."""

from __future__ import annotations

from kpixl.i18n.texts.entry import united
from kpixl.i18n.texts.planner import (
    actions,
    actuals,
    branding,
    cases,
    dashboard,
    design,
    diagnosis,
    funnel,
    leads,
    metrics,
    monitor,
    review,
    shared,
    start,
    targets,
    updates,
    weekly_pacing,
)

TEXTS = united(
    actions.TEXTS,
    actuals.TEXTS,
    branding.TEXTS,
    cases.TEXTS,
    dashboard.TEXTS,
    design.TEXTS,
    diagnosis.TEXTS,
    funnel.TEXTS,
    leads.TEXTS,
    metrics.TEXTS,
    monitor.TEXTS,
    review.TEXTS,
    shared.TEXTS,
    start.TEXTS,
    targets.TEXTS,
    updates.TEXTS,
    weekly_pacing.TEXTS,
)
