"""Words of the planner's sheet Design."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.design.sheet": Text("設計", "Design"),
    "planner.design.title": Text(
        "設計：目標と KPI のつながりを決める", "Design: connect the goal with its KPIs"
    ),
    "planner.design.guidance": Text(
        "目標から行動指標までのつながりを表に書くと、注力すべき要因と設計上の問題点が分かります。",
        "Write the tree from the goal down to actions to see which factor to focus on and what is wrong with the design.",
    ),
}
