"""Words of the planner's sheet Targets."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.targets.sheet": Text("目標", "Targets"),
    "planner.targets.title": Text("目標：月と週に割り振る", "Targets: by month and by week"),
    "planner.targets.guidance": Text(
        "必要件数を営業日数か任意の重みで月に配分し、週ごとの関門と合意した対応を決めます。",
        "Splits the required counts over the months and sets weekly gates with the agreed actions.",
    ),
}
