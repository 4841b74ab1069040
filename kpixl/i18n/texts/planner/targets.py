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
    "template.name.months": Text("年度の各月の初日", "First day of each month of the fiscal year"),
    "template.name.business_days": Text("各月の営業日数", "Business days of each month"),
    "template.name.month_plan": Text(
        "月別の目標（行は月、列は段階）", "Targets by month: a row a month, a column a stage"
    ),
    "template.name.elapsed_share": Text(
        "当月の営業日のうち経過した割合", "Share of the month's business days gone"
    ),
    "template.name.elapsed_months": Text("年度の経過月数", "Months of the fiscal year gone"),
    "template.name.month_start": Text("対象月の初日", "First day of the running month"),
}
