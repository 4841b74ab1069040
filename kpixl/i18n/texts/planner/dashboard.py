"""Words of the planner's sheet Dashboard."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.dashboard.sheet": Text("ダッシュボード", "Dashboard"),
    "planner.dashboard.title": Text("ダッシュボード：今日の状況", "Dashboard: where we stand today"),
    "planner.dashboard.guidance": Text(
        "入力は不要です。基準日時点の達成状況・警報・ボトルネックを 1 ページで確認できます。",
        "Nothing to fill in: progress, alerts and the bottleneck on the as-of date, on one page.",
    ),
}
