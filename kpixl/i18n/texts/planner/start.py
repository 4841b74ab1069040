"""Words of the planner's sheet Start."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.start.sheet": Text("はじめに", "Start"),
    "planner.start.title": Text("はじめに：5 つの手順で使い始める", "Start: five steps to a running plan"),
    "planner.start.guidance": Text(
        "黄色のセルに会社と期間の設定を入れ、下の手順を上から進めると、何が足りないかが分かります。",
        "Fill in the yellow cells and follow the steps from the top; the sheet shows what is still missing.",
    ),
    "template.name.fiscal_start": Text("年度の開始日", "First day of the fiscal year"),
    "template.name.as_of": Text("基準日（この日まで集計）", "As-of date, included"),
    "template.name.alert_thresholds": Text(
        "達成・注意・警戒となるペースの下限", "Lowest pace that is still on track, caution, warning"
    ),
    "template.name.agreed_actions": Text("レベルごとに決めた対応", "Agreed action of each level"),
    "template.name.holidays": Text("休業日", "Days off"),
}
