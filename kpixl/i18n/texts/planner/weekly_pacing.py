"""Words of the workbook Weekly pacing."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

SHEET = {
    "planner.weekly_pacing.sheet": Text("週次ペース", "Weekly pacing"),
    "planner.weekly_pacing.title": Text(
        "週次ペース管理：今月の目標に間に合うか", "Weekly pacing: will we make this month’s target?"
    ),
    "planner.weekly_pacing.guidance": Text(
        "黄色の欄に目標と日々の件数を入力すると、ペース・判定・週の関門・着地見込みが分かります。",
        "Enter the target and the daily counts in the yellow cells: pace, level, weekly gates and landing follow.",
    ),
    "planner.weekly_pacing.state": Text(
        "{day} 時点：{kpi}は {actual} / {target} {unit}、ペース {pace}（{label}）。着地見込みは {landing} {unit}です。",
        "As of {day}: {kpi} {actual} of {target} {unit}, pace {pace} ({label}); landing about {landing} {unit}.",
    ),
    "planner.weekly_pacing.the_kpi": Text("実績", "the KPI at"),
    "planner.weekly_pacing.missing.month": Text(
        "まず「対象月」を入力してください。営業日の一覧が表示されます。",
        "Start with the month: its business days will be listed.",
    ),
    "planner.weekly_pacing.missing.target": Text(
        "次に「月間目標」を入力してください。", "Next, enter the target of the month."
    ),
    "planner.weekly_pacing.missing.as_of": Text(
        "次に「基準日」を入力してください。この日までの実績で判定します。",
        "Next, enter the as-of date: the level follows from the counts up to that day.",
    ),
    "planner.weekly_pacing.missing.not_begun": Text(
        "基準日までに営業日がまだありません。基準日を確認してください。",
        "No business day has passed yet: check the as-of date.",
    ),
    "planner.weekly_pacing.missing.entries": Text(
        "「日々の実績」に件数を入力してください。", "Enter the counts under “Day by day”."
    ),
    "planner.weekly_pacing.do_gate": Text(
        "第 {week} 週の関門を下回りました。合意した対応：{action}　",
        "The gate of week {week} was missed. Agreed action: {action}   ",
    ),
    "planner.weekly_pacing.forgotten": Text(
        "基準日までに未入力の営業日が {days} 日あります（0 として集計）。",
        "Business days without an entry so far: {days} (counted as 0).",
    ),
    "planner.weekly_pacing.inputs": Text("入力", "Inputs"),
    "planner.weekly_pacing.kpi": Text("KPI の名前", "Name of the KPI"),
    "planner.weekly_pacing.unit": Text("単位", "Unit"),
    "planner.weekly_pacing.month": Text("対象月", "Month"),
    "planner.weekly_pacing.target": Text("月間目標", "Target of the month"),
    "planner.weekly_pacing.as_of": Text("基準日（この日まで集計）", "As-of date (included)"),
    "planner.weekly_pacing.results": Text("基準日時点の結果", "Result on the as-of date"),
    "planner.weekly_pacing.not_begun": Text("開始前", "Not begun"),
    "planner.weekly_pacing.result.label": Text("判定", "Level"),
    "planner.weekly_pacing.result.pace": Text("ペース（100% = 計画）", "Pace (100% = plan)"),
    "planner.weekly_pacing.result.actual": Text("累計実績", "Actual to date"),
    "planner.weekly_pacing.result.due": Text("基準日までの目標", "Target to date"),
    "planner.weekly_pacing.result.achievement": Text("月間目標の達成率", "Share of the target"),
    "planner.weekly_pacing.result.days_left": Text("残り営業日", "Business days left"),
    "planner.weekly_pacing.result.needed": Text("必要な 1 日あたり件数", "Needed per day left"),
    "planner.weekly_pacing.result.landing": Text("着地見込み", "Landing"),
    "planner.weekly_pacing.result.gap": Text("見込み − 目標", "Landing − target"),
    "planner.weekly_pacing.holidays": Text("休業日", "Days off"),
    "planner.weekly_pacing.holidays.note": Text(
        "祝日は入力済みです。自社の休日を追加できます。", "Japan’s holidays; add your own."
    ),
    "planner.weekly_pacing.days": Text("日々の実績", "Day by day"),
    "planner.weekly_pacing.number": Text("日数", "No."),
    "planner.weekly_pacing.date": Text("営業日", "Date"),
    "planner.weekly_pacing.entry": Text("件数\n（入力）", "Count\n(enter)"),
    "planner.weekly_pacing.cumulative": Text("累計実績", "Actual\nto date"),
    "planner.weekly_pacing.to_date": Text("累計目標", "Target\nto date"),
    "planner.weekly_pacing.days.weekends": Text(
        "休日の件数は次の営業日に加えてください。", "Add weekend counts to the next business day."
    ),
    "planner.weekly_pacing.days.shift": Text(
        "件数を消すと、新しい月に使えます。", "For a new month, clear the counts."
    ),
    "planner.weekly_pacing.gates": Text("週の関門と合意した対応", "Weekly gates, and what we agreed to do"),
    "planner.weekly_pacing.week": Text("週末", "Week"),
    "planner.weekly_pacing.week_1": Text("第 1 週の終わり", "End of week 1"),
    "planner.weekly_pacing.week_2": Text("第 2 週の終わり", "End of week 2"),
    "planner.weekly_pacing.week_3": Text("第 3 週の終わり", "End of week 3"),
    "planner.weekly_pacing.gate_day": Text("期日", "Last day"),
    "planner.weekly_pacing.gate": Text("関門", "Gate"),
    "planner.weekly_pacing.gate_need": Text("必要な\n累計", "Needed\nby then"),
    "planner.weekly_pacing.gate_actual": Text("累計実績", "Actual\nby then"),
    "planner.weekly_pacing.gate_planned": Text("営業日の\n経過", "Business\ndays gone"),
    "planner.weekly_pacing.gate_chance": Text("誤警報の\n確率", "False\nalarm"),
    "planner.weekly_pacing.gate_result": Text("結果", "Result"),
    "planner.weekly_pacing.gate.missed": Text("未達", "Missed"),
    "planner.weekly_pacing.gate_action": Text("下回ったときの対応", "What to do below the gate"),
    "planner.weekly_pacing.action_1": Text(
        "確認会議を週 2 回に、追加のリード施策を検討", "Meet twice a week; plan extra lead measures"
    ),
    "planner.weekly_pacing.action_2": Text(
        "マーケ部長と対策会議、予備費の投入を検討", "Meet the marketing head; use reserve budget"
    ),
    "planner.weekly_pacing.action_3": Text(
        "緊急対策チームで短期施策を即実行", "Emergency team: immediate measures"
    ),
    "planner.weekly_pacing.gates.note": Text(
        "誤警報の確率：計画どおりの月でも偶然だけで関門を下回る確率です。営業日の経過が関門に近い週ほど高くなります。",
        "False alarm: how often a month on plan misses the gate by chance; high where the days gone are near the gate.",
    ),
    "planner.weekly_pacing.past": Text(
        "過去 6 か月の達成率とエスカレーション", "The last six months, and escalation"
    ),
    "planner.weekly_pacing.past.note": Text(
        "2 か月連続で 70% 未満なら部門長へ報告、2 か月連続の未達なら施策を見直します。",
        "Two months below 70%: report to the head. Two months missed: reconsider the measure.",
    ),
    "planner.weekly_pacing.streak": Text("連続未達", "Missed in a row"),
    "planner.weekly_pacing.escalation": Text("エスカレーション", "Escalation"),
    "planner.weekly_pacing.escalation.none": Text("なし", "None"),
    "planner.weekly_pacing.chart": Text("累計の目標と実績{unit}", "Target and actual, cumulative{unit}"),
    "planner.weekly_pacing.chart.unit": Text("（{unit}）", " ({unit})"),
    "planner.weekly_pacing.chart.label": Text("営業日", "Day"),
    "planner.weekly_pacing.chart.actual": Text("累計実績", "Actual"),
    "planner.weekly_pacing.chart.gate": Text("週の関門", "Weekly gate"),
    "planner.weekly_pacing.chart.target": Text("累計目標", "Target"),
    "planner.weekly_pacing.axis.count": Text("累計", "Cumulative"),
    "planner.weekly_pacing.axis.days": Text("日", "Day of the month"),
    "planner.weekly_pacing.feed": Text("計算用", "Used by formulas"),
    "planner.weekly_pacing.feed.month_start": Text("初日", "First day"),
    "planner.weekly_pacing.feed.days": Text("営業日数", "Business days"),
    "planner.weekly_pacing.feed.elapsed": Text("経過割合", "Share gone"),
    "planner.weekly_pacing.feed.level": Text("レベル", "Level"),
    "planner.weekly_pacing.feed.forgotten": Text("未入力の日数", "Days not entered"),
    "planner.weekly_pacing.sample.kpi": Text("MQL 獲得数", "MQLs gained"),
    "planner.weekly_pacing.sample.unit": Text("件", "leads"),
}

FORMATS = {
    "template.format.pacing_date": Text("yyyy/m/d", "yyyy-mm-dd"),
    "template.format.pacing_day": Text('m"月"d"日"', "[$-409]d mmm"),
    "template.format.pacing_month": Text('yyyy"/"m', "[$-409]mmm yyyy"),
    "template.format.pacing_months": Text('0"か月"', '0" months"'),
}

RULES = {
    "template.rule.pacing_month.prompt": Text(
        "対象月の日付を入力します（例：2026/6/1）。", "A day of the month, such as 2026-06-01."
    ),
    "template.rule.pacing_month.error": Text(
        "日付として入力してください（例：2026/6/1）。", "Enter a date, such as 2026-06-01."
    ),
    "template.rule.pacing_target.prompt": Text(
        "この月に達成したい件数を 1 以上の整数で入力します。",
        "The count to reach this month: a whole number, 1 or more.",
    ),
    "template.rule.pacing_target.error": Text(
        "1 以上の整数を入力してください。", "Enter a whole number, 1 or more."
    ),
    "template.rule.pacing_entry.prompt": Text(
        "その日の件数を入力します。0 件の日は 0 と入力します。",
        "The count of that day; enter 0 for a day without any.",
    ),
    "template.rule.pacing_entry.error": Text(
        "0 以上の整数を入力してください。", "Enter a whole number, 0 or more."
    ),
    "template.rule.pacing_achieved.prompt": Text(
        "その月の達成率（実績 ÷ 目標）を入力します（例：95%）。",
        "Actual over target of that month, such as 95%.",
    ),
    "template.rule.pacing_achieved.error": Text(
        "0% から 1000% の割合を入力してください。", "Enter a share from 0% to 1000%."
    ),
}

NAMES = {
    "template.name.pacing_kpi": Text("管理する KPI の名前", "Name of the KPI that is paced"),
    "template.name.pacing_unit": Text("KPI の単位", "Unit of the KPI"),
    "template.name.pacing_month": Text("対象月（月内の日付）", "The month, as any day in it"),
    "template.name.pacing_target": Text("月間目標", "Target of the month"),
    "template.name.pacing_label": Text("判定（達成・注意・警戒・危機）", "Level in words"),
    "template.name.pacing_level": Text("判定の数値（0〜3）", "Level as a number, 0 to 3"),
    "template.name.pacing_pace": Text("ペース（1 = 計画どおり）", "Pace; 1 is on plan"),
    "template.name.pacing_actual": Text("基準日までの累計実績", "Actual up to the as-of date"),
    "template.name.pacing_due": Text("基準日までの目標", "Target up to the as-of date"),
    "template.name.pacing_achievement": Text("月間目標の達成率", "Share of the month’s target achieved"),
    "template.name.pacing_needed": Text(
        "残り 1 営業日あたりに必要な件数", "Count needed per business day left"
    ),
    "template.name.pacing_landing": Text("月末の着地見込み", "Landing at the end of the month"),
    "template.name.pacing_gap": Text("着地見込みと目標の差", "Landing less target"),
    "template.name.pacing_dates": Text("対象月の営業日", "Business days of the month"),
    "template.name.daily_entries": Text("営業日ごとの件数", "Count of each business day"),
    "template.name.pacing_cumulative": Text("営業日ごとの累計実績", "Cumulative actual of each business day"),
    "template.name.pacing_gate_counts": Text("関門ごとに必要な累計", "Count needed at each gate"),
    "template.name.pacing_gate_actuals": Text("関門の日までの累計実績", "Actual up to each gate’s day"),
    "template.name.pacing_false_alarms": Text(
        "計画どおりでも関門を下回る確率", "Chance that a month on plan misses each gate"
    ),
    "template.name.pacing_gate_results": Text("関門ごとの結果", "Result at each gate"),
    "template.name.past_achievements": Text(
        "過去 6 か月の達成率（古い順）", "Achievement of the last six months, oldest first"
    ),
    "template.name.pacing_streak": Text(
        "連続して未達の月数（過去 6 か月）", "Months missed in a row, of the last six"
    ),
    "template.name.pacing_escalation": Text("連続未達に対する対応", "What months missed in a row call for"),
    "template.name.pacing_days": Text("対象月の営業日数", "Business days in the month"),
    "template.name.pacing_elapsed": Text("経過した営業日の割合", "Share of the month’s business days gone"),
}

TEXTS: dict[str, Text] = {**SHEET, **FORMATS, **RULES, **NAMES}
