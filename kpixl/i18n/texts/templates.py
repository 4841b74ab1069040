"""What the templates and the samples of the smaller ones are called in lists of them."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "template.planner": Text(
        "KPI プランナー: 目標の設計から計画、監視、診断、見直しまで",
        "KPI planner: design, plan, monitor, diagnose and review",
    ),
    "template.weekly_pacing": Text(
        "週次ペース管理: 1 つの KPI を 1 か月、日々追う",
        "Weekly pacing: one KPI in one month, day by day",
    ),
    "template.weekly_pacing.mql": Text(
        "6月の MQL 獲得数: 第 2 週の関門に届いていない", "MQLs in June: short of the second week's gate"
    ),
    "template.branding": Text(
        "ブランド KPI: 認知と信頼を四半期ごとに前年と比べる",
        "Brand KPIs: awareness and trust by quarter, against last year",
    ),
    "template.branding.survey": Text(
        "3 四半期分: 認知は上がり、価格への評価は下がった",
        "Three quarters: more people recall us, fewer find us worth the price",
    ),
}
