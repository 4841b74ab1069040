"""Words of the planner's sheet Funnel."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.funnel.sheet": Text("逆算", "Funnel"),
    "planner.funnel.title": Text("逆算：目標に何件必要か", "Funnel: how many do we need?"),
    "planner.funnel.guidance": Text(
        "黄色のセルに売上目標・単価・転換率を入れると、段階別の必要件数と余裕が分かります。",
        "Fill in the goal, the price and the rates (yellow) to see how many each stage needs, and with what margin.",
    ),
}
