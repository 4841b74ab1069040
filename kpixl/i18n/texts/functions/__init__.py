"""What each function does and what each of its arguments means, one module for each of the catalog.

Ids: `KPI_X` is the one-sentence summary, `KPI_X.argument` an argument, `KPI_X.result` the result,
`KPI_X.errors` the errors it gives and when; `function.x` is the reason of an error.
"""

from __future__ import annotations

from kpixl.i18n.texts.entry import united
from kpixl.i18n.texts.functions import calendar, design, diagnose, leads, money, monitor, plan, rules, series

TEXTS = united(
    plan.TEXTS,
    monitor.TEXTS,
    calendar.TEXTS,
    rules.TEXTS,
    series.TEXTS,
    diagnose.TEXTS,
    leads.TEXTS,
    money.TEXTS,
    design.TEXTS,
)
