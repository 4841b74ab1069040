"""Words of the planner's sample cases, one module a case."""

from __future__ import annotations

from kpixl.i18n.texts.entry import united
from kpixl.i18n.texts.planner.cases import hr, manufacturing, nurturing, saas, web

TEXTS = united(hr.TEXTS, manufacturing.TEXTS, nurturing.TEXTS, saas.TEXTS, web.TEXTS)
