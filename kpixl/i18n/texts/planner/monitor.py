"""Words of the planner's sheet Monitor."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.monitor.sheet": Text("監視", "Monitor"),
    "planner.monitor.title": Text("監視：計画どおりに進んでいるか", "Monitor: are we on plan?"),
    "planner.monitor.guidance": Text(
        "基準日までのペース・判定・必要なペース・着地見込みと、合意した対応が段階別に分かります。",
        "Shows pace, level, needed run rate, landing and the agreed action for every stage up to the as-of date.",
    ),
}
