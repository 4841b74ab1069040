"""Words of the planner's sheet Monitor."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

SHEET = {
    "planner.monitor.sheet": Text("監視", "Monitor"),
    "planner.monitor.title": Text("監視：計画どおりに進んでいるか", "Monitor: are we on plan?"),
    "planner.monitor.guidance": Text(
        "基準日までのペース・判定・必要なペース・着地見込みと、合意した対応が段階別に分かります。",
        "Shows pace, level, needed run rate, landing and the agreed action for every stage up to the as-of date.",
    ),
    "planner.monitor.note.plan": Text(
        "目標が未入力です。逆算シートで目標と転換率を入力すると判定が始まります。",
        "No targets yet: enter the goal and the rates on the sheet Funnel, and judging begins.",
    ),
    "planner.monitor.note.records": Text(
        "実績がまだありません。実績シートに記録すると判定が始まります。",
        "No records yet: enter them on the sheet Actuals, and judging begins.",
    ),
    "planner.monitor.note.state": Text(
        "{day} 時点（当月の営業日の {share} が経過）：達成 {on_track}・注意 {caution}・警戒 {warning}・危機 {critical}（段階の数）",
        "As of {day}, {share} of the month's business days gone. Stages on track: {on_track}, caution: {caution}, warning: {warning}, critical: {critical}",
    ),
    "planner.monitor.month": Text("当月の進みと合意した対応", "This month, and what we agreed to do"),
    "planner.monitor.stage": Text("段階", "Stage"),
    "planner.monitor.alert": Text("判定", "Level"),
    "planner.monitor.pace": Text("ペース\n100% = 計画", "Pace\n100% = plan"),
    "planner.monitor.achievement": Text("当月目標の\n達成率", "Achieved\nof the month"),
    "planner.monitor.actual": Text("実績", "Actual"),
    "planner.monitor.to_date": Text("基準日までの\n目標", "Target\nto date"),
    "planner.monitor.target": Text("当月の\n目標", "Target of\nthe month"),
    "planner.monitor.needed": Text("残り 1 営業日あたり\nに必要な件数", "Needed per business\nday left"),
    "planner.monitor.action": Text("合意した対応", "Agreed action"),
    "planner.monitor.pace_short": Text("ペース", "Pace"),
    "planner.monitor.to_date_short": Text("ここまでの目標", "Target to date"),
    "planner.monitor.landing_share_short": Text("年度末の達成", "Year’s landing"),
    "planner.monitor.escalation_short": Text("2 か月連続の未達", "Two months missed"),
    "planner.monitor.no_target": Text("目標なし", "No target"),
    "planner.monitor.not_begun": Text("開始前", "Not begun"),
    "planner.monitor.thresholds": Text("基準を確認", "See limits"),
    "planner.monitor.year": Text("年度の着地見込みとエスカレーション", "Landing of the year, and escalation"),
    "planner.monitor.streak": Text("連続未達\n（か月）", "Missed in\na row (months)"),
    "planner.monitor.landing": Text("着地\n見込み", "Landing"),
    "planner.monitor.gap": Text("過不足\n見込み − 必要", "Over (+) or\nshort (−)"),
    "planner.monitor.year_actual": Text("年度累計の\n実績", "Actual\nyear to date"),
    "planner.monitor.required": Text("年間の\n必要件数", "Required\nin the year"),
    "planner.monitor.landing_share": Text("見込みの\n達成率", "Landing of\nrequired"),
    "planner.monitor.needed_month": Text("残り 1 か月あたり\nに必要な件数", "Needed per\nmonth left"),
    "planner.monitor.escalation": Text(
        "エスカレーション（終わった月で 2 か月連続のとき）",
        "Escalation (after two months running that are over)",
    ),
    "planner.monitor.history": Text("終わった月の達成率", "Achievement of the months that are over"),
    "planner.monitor.gates": Text("週の関門（重点の段階）", "Weekly gates of the focus stage"),
    "planner.monitor.focus": Text("重点の段階（選択）", "Focus stage (choose)"),
    "planner.monitor.gate": Text("週末", "Week"),
    "planner.monitor.gate_need": Text("関門の件数", "Gate"),
    "planner.monitor.gate_actual": Text("実績", "Actual"),
    "planner.monitor.gate_chance": Text("誤警報の確率", "False alarm"),
    "planner.monitor.gate_result": Text("結果", "Result"),
    "planner.monitor.gate_week": Text("第 {week} 週（{day}）", "Week {week} ({day})"),
    "planner.monitor.gate_note": Text(
        "誤警報の確率：計画どおりの月でも、偶然だけで関門を下回る確率です。件数が少ないほど高くなります。",
        "False alarm: how often a month that is on plan misses the gate by chance alone; the fewer the counts, the oftener.",
    ),
    "planner.monitor.management": Text(
        "管理指標（異常値だけを知らせる）", "Management metrics (anomalies only)"
    ),
    "planner.monitor.metric": Text("指標", "Metric"),
    "planner.monitor.latest": Text("直近の値", "Latest"),
    "planner.monitor.usual": Text("中央値", "Median"),
    "planner.monitor.score": Text("外れ度", "Score"),
    "planner.monitor.judgement": Text("判定（外れ度が ±3.5 を超えたら異常値）", "Judgement (beyond ±3.5)"),
    "planner.monitor.management_note": Text(
        "管理指標は実績シートで 3 つまで決められます。目標は持たず、ふだんの値から大きく外れたときだけ知らせます。",
        "Up to three metrics are chosen on the sheet Actuals; they have no target and speak up only when far off.",
    ),
    "planner.monitor.normal": Text("正常", "Normal"),
    "planner.monitor.anomaly": Text(
        "異常値：{value}（ふだんは {usual} 前後）", "Anomaly: {value} (usually about {usual})"
    ),
    "planner.monitor.too_few": Text(
        "3 か月分の記録がそろうと判定します", "Judged once three months are recorded"
    ),
    "planner.monitor.feed.level": Text("レベル", "Level"),
    "planner.monitor.feed.days_left": Text("当月の残り営業日", "Business days left"),
    "planner.monitor.feed.limits": Text("判定の基準が有効か", "Limits are valid"),
    "planner.monitor.feed.place": Text("重点の段階の番号", "Focus stage number"),
    "planner.monitor.feed.counted": Text("目標のある月の通し番号", "Months with a target so far"),
    "planner.monitor.feed.gapless": Text("目標のある月の達成率", "Achievement without gaps"),
    "planner.monitor.feed.series": Text("管理指標の月別の値", "Management metrics by month"),
    "planner.monitor.feed.recorded": Text("記録のある月の通し番号", "Months recorded so far"),
    "planner.monitor.feed.values": Text("記録のある月の値", "Values without gaps"),
    "planner.monitor.feed.scores": Text("月別の外れ度", "Score of each month"),
}

RULES = {
    "template.format.change": Text('+#,##0"件";-#,##0"件";0"件"', "+#,##0;-#,##0;0"),
    "template.format.score": Text("0.0", "0.0"),
    "template.rule.focus_stage.prompt": Text(
        "週の関門とダッシュボードで追う段階を一覧から選びます。",
        "Choose the stage that the weekly gates and the dashboard follow.",
    ),
    "template.rule.focus_stage.error": Text(
        "一覧にある段階から選んでください。", "Choose one of the stages in the list."
    ),
}

NAMES = {
    "template.name.month_targets": Text("各段階の当月の目標（件）", "Target of each stage for the month"),
    "template.name.targets_to_date": Text(
        "各段階の基準日までの目標（件）", "Target of each stage up to the as-of date"
    ),
    "template.name.month_actuals": Text(
        "各段階の当月の実績（件・基準日まで）", "Actual of each stage in the month to date"
    ),
    "template.name.achievement": Text("当月の目標に対する達成率", "Share of the month's target achieved"),
    "template.name.pace": Text(
        "基準日までの目標に対するペース（1 = 計画どおり）", "Actual against target to date; 1 is on plan"
    ),
    "template.name.alert_levels": Text(
        "警報レベル（0 = 達成 … 3 = 危機）", "Alert level, 0 on track to 3 critical"
    ),
    "template.name.alert_labels": Text("判定（達成・注意・警戒・危機）", "Alert in words"),
    "template.name.alert_actions": Text(
        "各段階の判定に応じて合意した対応", "Action agreed for each stage's level"
    ),
    "template.name.escalations": Text(
        "2 か月連続の未達で行うこと（なければ空）", "What two months running call for; empty if nothing"
    ),
    "template.name.streaks": Text("連続して未達の月数", "Months missed in a row"),
    "template.name.needed_run_rates": Text(
        "残り 1 営業日あたりに必要な件数", "Count needed on each business day left"
    ),
    "template.name.landings": Text(
        "各段階の年度の着地見込み（件）", "Count each stage will land at in the year"
    ),
    "template.name.landing_gaps": Text(
        "着地見込みの過不足（見込み − 必要）", "Landing less required; negative is short"
    ),
    "template.name.landing_shares": Text(
        "年間の必要件数に対する着地見込み", "Landing as a share of what the year requires"
    ),
    "template.name.days_left": Text("当月の残り営業日数", "Business days left in the month"),
    "template.name.gate_counts": Text("週の関門を通過する件数", "Count that passes each weekly gate"),
    "template.name.latest_scores": Text(
        "管理指標の直近の月の外れ度", "Anomaly score of each metric's latest month"
    ),
    "template.name.gate_results": Text(
        "重点の段階の週の関門の結果", "Results of the focus stage's weekly gates"
    ),
    "template.name.false_alarm_chances": Text(
        "計画どおりでも関門を下回る確率", "Chance that a month on plan misses the gate"
    ),
    "template.name.management_alerts": Text(
        "管理指標の判定（正常・異常値）", "Judgement of each management metric"
    ),
    "template.name.management_scores": Text(
        "管理指標の月別の外れ度（行は指標、列は月）",
        "Anomaly scores: a row a metric, a column a month",
    ),
    "template.name.focus_stage": Text("重点の段階の名前", "Name of the focus stage"),
    "template.name.focus_place": Text("重点の段階の番号（1〜5）", "Place of the focus stage, 1 to 5"),
}

TEXTS = {**SHEET, **RULES, **NAMES}
