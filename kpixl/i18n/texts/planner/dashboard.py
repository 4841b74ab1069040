"""Words of the planner's sheet Dashboard."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

SHEET = {
    "planner.dashboard.sheet": Text("ダッシュボード", "Dashboard"),
    "planner.dashboard.title": Text("ダッシュボード：今日の状況", "Dashboard: where we stand today"),
    "planner.dashboard.guidance": Text(
        "入力は不要です。基準日時点の達成状況・警報・ボトルネックを 1 ページで確認できます。",
        "Nothing to fill in: progress, alerts and the bottleneck on the as-of date, on one page.",
    ),
    "planner.dashboard.when": Text("{company}　基準日：{day}", "{company}   As of {day}"),
    "planner.dashboard.headline.late": Text(
        "{stage}が最も遅れています（{label}・ペース {pace}）。合意した対応：{action}",
        "{stage} lag most ({label}, pace {pace}). Agreed action: {action}",
    ),
    "planner.dashboard.headline.good": Text(
        "今月はすべての段階が計画どおりです。合意した対応：{action}",
        "Every stage is on plan this month. Agreed action: {action}",
    ),
    "planner.dashboard.headline.undecided": Text("まだ決めていません", "not decided yet"),
    "planner.dashboard.headline.missing": Text(
        "まだ判定できません。はじめにシートの次の手順：{next}",
        "Nothing to judge yet. Next step on the sheet Start: {next}",
    ),
    "planner.dashboard.headline.not_yet": Text(
        "今月はまだ判定できません。実績・営業日・判定の基準を確認してください。",
        "This month cannot be judged yet: check records, business days and limits.",
    ),
    "planner.dashboard.further.grave": Text(
        "エスカレーション対象が {count} 段階あります（{stage}：{text}）。",
        "Escalation for {count} of the stages ({stage}: {text}). ",
    ),
    "planner.dashboard.further.anomaly": Text(
        "異常値の管理指標が {count} 件あります（{metric}）。",
        "Anomalies in {count} of the management metrics ({metric}). ",
    ),
    "planner.dashboard.further.overdue": Text(
        "期限を過ぎた決定が {count} 件あります。", "Decisions overdue: {count}."
    ),
    "planner.dashboard.further.none": Text(
        "連続未達・異常値・期限を過ぎた決定はありません。",
        "No misses in a row, no anomalies, nothing overdue.",
    ),
    "planner.dashboard.card.landing": Text("年度の着地見込み：{stage}", "Year’s landing: {stage}"),
    "planner.dashboard.card.landing.note": Text(
        "目標 {goal} 件に対して {share}", "{share} of the goal of {goal}"
    ),
    "planner.dashboard.card.pace": Text("今月のペース：{stage}", "Pace this month: {stage}"),
    "planner.dashboard.card.pace.note": Text(
        "{label}・{actual} 件（ここまでの目標 {target}）", "{label}: {actual} of {target} due by now"
    ),
    "planner.dashboard.card.bottleneck": Text("ボトルネック", "Bottleneck"),
    "planner.dashboard.card.bottleneck.none": Text("なし", "None"),
    "planner.dashboard.card.bottleneck.note": Text(
        "実績 {actual}／目標 {target}。目標に届けば{stage} {gain} 件",
        "{actual} against {target}; worth {gain} {stage} once on target",
    ),
    "planner.dashboard.card.cost": Text("{stage} 1 件の費用（CPA）", "CPA (cost / {stage})"),
    "planner.dashboard.card.cost.note": Text(
        "ホットリード {hot} 件（質で換算 {quality} 件）", "Hot leads: {hot} (quality-weighted {quality})"
    ),
    "planner.dashboard.card.days": Text("当月の残り営業日", "Business days left this month"),
    "planner.dashboard.card.days.value": Text("{days} 日", "{days} days"),
    "planner.dashboard.card.days.note": Text("年度の {share} が経過しました", "{share} of the year is gone"),
    "planner.dashboard.count": Text("{count} 件", "{count}"),
    "planner.dashboard.money": Text("{amount} 万円", "¥{amount} thousand"),
    "planner.dashboard.funnel": Text(
        "年度累計：実績 / ここまでの必要件数（薄い部分が不足）",
        "Year so far: actual / required (pale: missing)",
    ),
    "planner.dashboard.daily": Text("{stage}：当月の累計と週の関門", "{stage}: this month and its gates"),
    "planner.dashboard.gap": Text(
        "年度末の過不足：着地見込み − 必要（必要件数比）", "Landing against required, by stage"
    ),
    "planner.dashboard.channels": Text("チャネル別の CPA（{unit}）と ROI", "CPA ({unit}) and ROI by channel"),
    "planner.dashboard.channels.unit": Text("万円", "¥ thousand"),
    "planner.dashboard.channels.label": Text("{channel}（ROI {roi}）", "{channel} (ROI {roi})"),
    "planner.dashboard.waterfall": Text(
        "{stage}の増減の要因（{comparison}との差・件）", "What moved {stage} (against: {comparison})"
    ),
    "planner.dashboard.waterfall.total": Text("合計", "Total"),
    "planner.dashboard.trend": Text("管理指標：{metric}{unit}", "{metric}{unit}"),
    "planner.dashboard.trend.percent": Text("（%）", " (%)"),
    "planner.dashboard.trend.none": Text("管理指標の推移", "Management metric"),
    "planner.dashboard.axis.count": Text("件", "Count"),
    "planner.dashboard.axis.value": Text("値", "Value"),
    "planner.dashboard.axis.days": Text("営業日", "Business day"),
    "planner.dashboard.feed.label": Text("表示", "Label"),
    "planner.dashboard.feed.margin": Text("余白", "Margin"),
    "planner.dashboard.feed.short": Text("不足", "Missing"),
    "planner.dashboard.feed.over": Text("超過", "Surplus"),
    "planner.dashboard.feed.core": Text("実績", "Actual"),
    "planner.dashboard.feed.target": Text("目標", "Target"),
    "planner.dashboard.feed.gate": Text("週の関門", "Gate"),
    "planner.dashboard.feed.gap": Text("過不足", "Landing − required"),
    "planner.dashboard.feed.cost": Text("CPA", "CPA"),
    "planner.dashboard.feed.from": Text("始点", "From"),
    "planner.dashboard.feed.to": Text("終点", "To"),
    "planner.dashboard.feed.base": Text("土台", "Base"),
    "planner.dashboard.feed.up": Text("増やした要因", "Raised it"),
    "planner.dashboard.feed.down": Text("減らした要因", "Lowered it"),
    "planner.dashboard.feed.sum": Text("合計", "Total"),
    "planner.dashboard.feed.usual": Text("通常の値", "Usual"),
    "planner.dashboard.feed.anomaly": Text("異常値", "Anomaly"),
    "planner.dashboard.feed.further": Text("補足の文", "Further"),
    "planner.dashboard.feed.metric": Text("表示する管理指標の番号", "Metric shown"),
}

NAMES = {
    "template.name.dashboard_headline": Text(
        "最も遅れている段階と合意した対応", "The stage furthest behind, and the agreed action"
    ),
}

TEXTS = {**SHEET, **NAMES}
