"""What each function does and what each of its arguments means, one module a category.

Ids: `KPI_X` is the one-sentence summary, `KPI_X.argument` an argument, `KPI_X.result` the result,
`KPI_X.errors` the errors it gives and when; `function.x` is the reason of an error.
"""

from __future__ import annotations

from kpixl.i18n.texts.functions import design, diagnose, monitor, plan

TEXTS = {**plan.TEXTS, **monitor.TEXTS, **diagnose.TEXTS, **design.TEXTS}
