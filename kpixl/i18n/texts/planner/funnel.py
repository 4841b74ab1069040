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
    "template.name.revenue_goal": Text("年間の売上目標（円）", "Revenue goal for the year, in yen"),
    "template.name.unit_price": Text("1 件あたりの平均単価（円）", "Average price of a deal, in yen"),
    "template.name.goal_deals": Text("受注の目標（件・年間）", "Deals to win in the year"),
    "template.name.stage_names": Text("段階の名前（上の段階から）", "Names of the stages, top first"),
    "template.name.step_rates": Text("段階間の目標の転換率", "Target rate of each step between stages"),
    "template.name.required_counts": Text(
        "各段階の年間の必要件数（整数）", "Whole count each stage needs in the year"
    ),
    "template.name.exact_counts": Text(
        "各段階の年間の必要件数（端数のまま）", "Exact count each stage needs in the year"
    ),
}
