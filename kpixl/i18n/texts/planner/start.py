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
    "planner.start.next": Text("次にすること", "What to do next"),
    "planner.start.next.stale": Text(
        "実績シートに、前回の記録から今日までの件数を書き足します。",
        "Append the counts since the last record to the Actuals sheet.",
    ),
    "planner.start.next.overdue": Text(
        "期限を過ぎた決定が {count} 件あります。振り返りシートで片づけます。",
        "Decisions overdue: {count}. Settle them on the Review sheet.",
    ),
    "planner.start.next.alerts": Text(
        "注意以上の段階が {count} つあります。監視シートで決めた対応を実行します。",
        "Stages that need attention: {count}. Do what was agreed (see the Monitor sheet).",
    ),
    "planner.start.next.well": Text(
        "計画どおりです。ダッシュボードを共有し、今週の学びを振り返りシートに残します。",
        "On plan: share the dashboard and note this week’s lesson on the Review sheet.",
    ),
    "planner.start.settings": Text("設定", "Settings"),
    "planner.start.company": Text("会社・事業の名前", "Company or business"),
    "planner.start.fiscal_start": Text("年度の開始日", "First day of the fiscal year"),
    "planner.start.as_of": Text("基準日（この日まで集計）", "As-of date (counts up to this day)"),
    "planner.start.period": Text("今月", "Running month"),
    "planner.start.levels": Text("判定の基準と、決めた対応", "Levels, and what we agreed to do"),
    "planner.start.threshold": Text("ペース", "Pace"),
    "planner.start.level": Text("判定", "Level"),
    "planner.start.action": Text("決めた対応", "Agreed action"),
    "planner.start.action.ON_TRACK": Text("計画どおり続ける", "Carry on as planned"),
    "planner.start.action.CAUTION": Text(
        "原因を確かめ、週次の会議で見る", "Find the cause; watch it in the weekly meeting"
    ),
    "planner.start.action.WARNING": Text(
        "対策を決め、翌週に効果を確かめる", "Decide a measure; check it next week"
    ),
    "planner.start.action.CRITICAL": Text(
        "部門長に報告し、対策会議を開く", "Report to the head; hold a recovery meeting"
    ),
    "planner.start.holidays": Text("休業日（祝日と会社の休日）", "Days off (public and the company’s own)"),
    "planner.start.holiday": Text("日付", "Date"),
    "planner.start.holiday_name": Text("名称", "Name"),
    "planner.start.holidays.note": Text(
        "会社の休日は一覧の下に書き足します（60 日まで）。",
        "Add the company’s own days off below (up to 60).",
    ),
    "planner.start.holidays.note_2": Text("土日は入れなくてもかまいません。", "Weekends need not be listed."),
    "planner.start.steps": Text("5 つの手順", "Five steps"),
    "planner.start.step": Text("手順（クリックで移動）", "Step (click to go there)"),
    "planner.start.state": Text("状態", "State"),
    "planner.start.detail": Text("今の様子", "How it stands"),
    "planner.start.step.settings": Text("会社・期間・判定の基準を決める", "Settle company, year and levels"),
    "planner.start.step.goal": Text("目標から必要件数を逆算する", "Work back from the goal"),
    "planner.start.step.focus": Text("追う KPI を 1 つに絞る", "Choose the one KPI to focus on"),
    "planner.start.step.records": Text("実績を記録する", "Record the counts"),
    "planner.start.step.watch": Text("遅れを見つけ、手を打つ", "Spot delays and act"),
    "planner.start.state.done": Text("済", "Done"),
    "planner.start.state.partly.settings": Text("途中", "Incomplete"),
    "planner.start.state.partly.goal": Text("途中", "Incomplete"),
    "planner.start.state.partly.focus": Text("途中", "Incomplete"),
    "planner.start.state.partly.records": Text("要更新", "Update"),
    "planner.start.state.partly.watch": Text("要対応", "Act"),
    "planner.start.state.open": Text("未入力", "Not yet"),
    "planner.start.state.later": Text("これから", "Later"),
    "planner.start.detail.left": Text(
        "あと {count} 項目の入力が必要です。", "Entries still missing: {count}"
    ),
    "planner.start.detail.settings": Text("{company}、{period}", "{company}, {period}"),
    "planner.start.detail.goal": Text(
        "{last} {goal} 件に、{first} {top} 件が必要です。", "{goal} {last} need {top} {first}."
    ),
    "planner.start.detail.focus": Text("重点 KPI：{kpi}", "Focus KPI: {kpi}"),
    "planner.start.detail.focus.open": Text(
        "設計シートのツリーから、重点 KPI を決めます。", "Choose it from the tree on the Design sheet."
    ),
    "planner.start.detail.records": Text("最後の記録：{day}", "Last record: {day}"),
    "planner.start.detail.records.open": Text("まだ記録がありません。", "Nothing recorded yet."),
    "planner.start.detail.watch": Text(
        "注意以上の段階 {alerts} つ、期限を過ぎた決定 {overdue} 件",
        "Stages that need attention: {alerts}, decisions overdue: {overdue}",
    ),
    "planner.start.detail.watch.open": Text(
        "上の手順が終わると、判定が出ます。", "Levels appear once the steps above are done."
    ),
    "template.format.last_record": Text("yyyy/m/d", "yyyy-mm-dd"),
    "planner.start.missing": Text("まだ足りないもの", "What is still missing"),
    "planner.start.missing_count": Text("未入力の項目", "Entries missing"),
    "planner.start.complete": Text("すべて入力済みです。", "Everything is filled in."),
    "planner.start.missing.company": Text(
        "会社・事業の名前が未入力です（{sheet}）。", "The company’s name is missing ({sheet})."
    ),
    "planner.start.missing.fiscal_start": Text(
        "年度の開始日が未入力です（{sheet}）。", "The first day of the fiscal year is missing ({sheet})."
    ),
    "planner.start.missing.as_of": Text(
        "基準日が未入力か、年度の外です（{sheet}）。",
        "The as-of date is missing or outside the fiscal year ({sheet}).",
    ),
    "planner.start.missing.revenue_goal": Text(
        "売上目標が未入力です（{sheet}）。", "The revenue goal is missing ({sheet})."
    ),
    "planner.start.missing.unit_price": Text(
        "平均単価が未入力です（{sheet}）。", "The average price is missing ({sheet})."
    ),
    "planner.start.missing.channel_share": Text(
        "このファネルが担う割合が未入力です（{sheet}）。", "The share of this funnel is missing ({sheet})."
    ),
    "planner.start.missing.step_rates": Text(
        "転換率が 4 つのうち {count} つ未入力です（{sheet}）。",
        "Conversion rates missing: {count} of 4 ({sheet}).",
    ),
    "planner.start.missing.focus_kpi": Text(
        "重点 KPI が決まっていません（{sheet}）。", "No focus KPI yet ({sheet})."
    ),
    "planner.start.missing.records": Text(
        "実績がまだ 1 件も記録されていません（{sheet}）。", "Nothing has been recorded yet ({sheet})."
    ),
    "planner.start.do.company": Text(
        "下の黄色のセルに、会社・事業の名前を入れます。", "Enter the company’s name in the yellow cell below."
    ),
    "planner.start.do.fiscal_start": Text(
        "下の設定に、年度の開始日を入れます。",
        "Enter the first day of the fiscal year in the settings below.",
    ),
    "planner.start.do.as_of": Text(
        "下の設定の基準日を、年度の中の日付にします。",
        "Set the as-of date below to a day of the fiscal year.",
    ),
    "planner.start.do.revenue_goal": Text(
        "{sheet}シートに、年間の売上目標を入れます。", "Enter the year’s revenue goal on the {sheet} sheet."
    ),
    "planner.start.do.unit_price": Text(
        "{sheet}シートに、1 件あたりの平均単価を入れます。",
        "Enter the average price of a deal on the {sheet} sheet.",
    ),
    "planner.start.do.channel_share": Text(
        "{sheet}シートに、このファネルが担う割合を入れます（全部なら 100%）。",
        "Enter the share this funnel must bring on the {sheet} sheet (100% for all).",
    ),
    "planner.start.do.step_rates": Text(
        "{sheet}シートに、段階ごとの転換率を入れます。", "Enter the conversion rates on the {sheet} sheet."
    ),
    "planner.start.do.focus_kpi": Text(
        "{sheet}シートのツリーに目標・現状・影響を入れ、追う KPI を決めます。",
        "Fill in the tree on the {sheet} sheet to find the KPI to focus on.",
    ),
    "planner.start.do.records": Text(
        "{sheet}シートの表に、最初の件数を記録します。",
        "Record the first counts in the table on the {sheet} sheet.",
    ),
    "planner.start.sheets": Text("シートの一覧（クリックで移動）", "Sheets (click to go there)"),
    "planner.start.purpose.start": Text("設定と、次にすること", "Settings, and what to do next"),
    "planner.start.purpose.design": Text(
        "KGI から行動までのツリーと、追う KPI の点検", "The tree from goal to action, and a check of the KPI"
    ),
    "planner.start.purpose.funnel": Text(
        "目標から逆算した段階別の必要件数、確実さ、上限",
        "Counts each stage needs, how sure they are, and limits",
    ),
    "planner.start.purpose.targets": Text(
        "月・四半期・半期の目標と、週ごとの関門", "Targets by month, quarter and half-year, weekly gates"
    ),
    "planner.start.purpose.actuals": Text(
        "日付・指標・チャネル・値の記録", "The record: date, metric, channel, value"
    ),
    "planner.start.purpose.monitor": Text(
        "ペース、判定、連続未達、着地見込み", "Pace, level, misses in a row, landing"
    ),
    "planner.start.purpose.updates": Text("鳴っている警報・履歴・取り込み元", "Alarms, history and sources"),
    "planner.start.purpose.diagnosis": Text(
        "ボトルネックと、増減の原因", "The bottleneck, and why the figures moved"
    ),
    "planner.start.purpose.leads": Text(
        "リードの点数、質、成約までの日数", "Scores of leads, their quality, days to a deal"
    ),
    "planner.start.purpose.actions": Text(
        "施策の実行状況と、チャネル別の費用対効果", "Measures done, and what each channel yields for its cost"
    ),
    "planner.start.purpose.review": Text("振り返りと、持ち越した決定", "Reviews, and decisions carried over"),
    "planner.start.purpose.dashboard": Text("会議で配る 1 枚", "One page for the meeting"),
    "planner.start.purpose.metrics": Text(
        "指標の定義と、悪いときのヒント", "What each metric means, and hints when it is poor"
    ),
    "planner.start.feed.state": Text("状態の番号", "State number"),
    "planner.start.feed.missing": Text("未入力", "Missing"),
    "planner.start.feed.running": Text("累計", "Running"),
    "planner.start.feed.action": Text("すること", "To do"),
    "planner.start.feed.words": Text("文", "Words"),
    "planner.holiday.national": Text("祝日", "National holiday"),
    "template.format.items": Text('0"項目"', "0"),
    "template.rule.company.prompt": Text(
        "会社や事業の名前を 60 文字までで入力します。",
        "The name of the company or business, up to 60 characters.",
    ),
    "template.rule.company.error": Text("60 文字までで入力してください。", "Enter 60 characters at most."),
    "template.rule.fiscal_start.prompt": Text(
        "年度が始まる月の 1 日を入力します（例：2026/4/1）。",
        "The first day of the month the fiscal year starts with, such as 2026-04-01.",
    ),
    "template.rule.fiscal_start.error": Text(
        "月の 1 日の日付を入力してください（例：2026/4/1）。",
        "Enter the first day of a month, such as 2026-04-01.",
    ),
    "template.rule.in_year.prompt": Text(
        "集計する最後の日を、年度の中から入力します。毎朝ここを更新します。",
        "The last day to count, within the fiscal year; bring it up to date every morning.",
    ),
    "template.rule.in_year.error": Text(
        "年度の開始日から 1 年以内の日付を入力してください。",
        "Enter a date within a year from the first day of the fiscal year.",
    ),
    "template.rule.day_off.prompt": Text(
        "休業日の日付を入力します（例：2026/12/29）。", "A day off, such as 2026-12-29."
    ),
    "template.rule.day_off.error": Text(
        "日付として入力してください（例：2026/12/29）。", "Enter a date, such as 2026-12-29."
    ),
    "template.name.company": Text("会社・事業の名前", "Name of the company or business"),
    "template.name.missing_count": Text("未入力の必須項目の数", "Number of required entries that are empty"),
    "template.name.next_step": Text("次にすること", "What to do next"),
}
