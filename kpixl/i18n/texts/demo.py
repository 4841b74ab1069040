"""What stands in the demo workbook.

`template.name.…` says what a defined name means, `template.rule.…` what an input accepts, `template.format.…` is a
number format. Texts that begin with a space or end a formula's text are joined to a stage's name.
"""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

WORKBOOK = {
    "demo.workbook": Text("KPI プランナー（見本）", "KPI planner (sample)"),
    "demo.stage.visits": Text("訪問", "Visits"),
    "demo.stage.leads": Text("リード", "Leads"),
    "demo.stage.nurtured": Text("育成", "Nurtured"),
    "demo.stage.meetings": Text("商談", "Meetings"),
    "demo.stage.deals": Text("受注", "Deals"),
    "demo.counted.visits": Text("サイト訪問", "Website visits"),
    "demo.counted.leads": Text("資料DL・メルマガ登録", "Downloads, newsletter sign-ups"),
    "demo.counted.nurtured": Text("見積依頼・セミナー参加", "Quote requests, seminars attended"),
    "demo.counted.meetings": Text("商談の設定", "Sales meetings arranged"),
    "demo.counted.deals": Text("受注", "Deals won"),
    "demo.action.ON_TRACK": Text("計画どおり続ける", "Carry on as planned"),
    "demo.action.CAUTION": Text(
        "原因を確かめ、週次の会議で見る", "Find the cause; watch it in the weekly meeting"
    ),
    "demo.action.WARNING": Text(
        "対策を決め、翌週に効果を確かめる", "Decide a measure; check its effect next week"
    ),
    "demo.action.CRITICAL": Text(
        "部門長に報告し、対策会議を開く", "Report to the head; hold a recovery meeting"
    ),
}

PLAN = {
    "demo.plan.sheet": Text("計画", "Plan"),
    "demo.plan.title": Text("計画：目標から逆算する", "Plan: work back from the goal"),
    "demo.plan.guidance": Text(
        "黄色のセルに売上目標・単価・転換率を入れると、目標の達成に必要な件数が段階別・月別に分かります。",
        "Fill in the yellow cells (revenue goal, price, rates) to see how many each stage and each month must bring.",
    ),
    "demo.plan.inputs": Text("前提", "Assumptions"),
    "demo.plan.revenue_goal": Text("年間の売上目標", "Revenue goal for the year"),
    "demo.plan.revenue_goal.note": Text("会社または事業全体の目標", "The whole company or business"),
    "demo.plan.unit_price": Text("1 件あたりの平均単価", "Average price of a deal"),
    "demo.plan.unit_price.note": Text("過去の受注の平均", "The average of past deals"),
    "demo.plan.web_share": Text("Web 経由の割合", "Share through the web"),
    "demo.plan.web_share.note": Text(
        "受注件数のうち Web が担う分", "The part of all deals the web must bring"
    ),
    "demo.plan.fiscal_start": Text("年度の開始日", "First day of the fiscal year"),
    "demo.plan.fiscal_start.note": Text("ここから 12 か月の目標を立てる", "The twelve months start here"),
    "demo.plan.forecast_visits": Text("見込める年間訪問数", "Visits to be expected in the year"),
    "demo.plan.forecast_visits.note": Text("「見込み」の列の試算に使う", "Used for the column “Forecast”"),
    "demo.plan.goal_deals": Text("受注の目標（Web 経由・年間）", "Deals to win through the web"),
    "demo.plan.goal_deals.note": Text("売上目標 ÷ 単価 × 割合", "Revenue goal ÷ price × share"),
    "demo.plan.funnel": Text("逆算ファネル（年間）", "Funnel, worked out backwards (year)"),
    "demo.plan.stage": Text("段階", "Stage"),
    "demo.plan.counted": Text("数えるもの", "What counts"),
    "demo.plan.step_rate": Text("前段階からの転換率", "Rate from stage above"),
    "demo.plan.required": Text("必要件数", "Required"),
    "demo.plan.exact": Text("端数のまま", "Exact"),
    "demo.plan.forecast": Text("見込み", "Forecast"),
    "demo.plan.months": Text(
        "月別の目標（営業日数で配分）", "Targets by month, in proportion to business days"
    ),
    "demo.plan.month": Text("月", "Month"),
    "demo.plan.business_days": Text("営業日", "Days"),
    "demo.plan.year": Text("年度計", "Year"),
    "demo.plan.chart": Text("必要件数のファネル", "The funnel the goal requires"),
    "demo.plan.chart.note": Text(
        "数字は年間の必要件数です。小さな段階も見えるように、棒の幅は件数の平方根に比例させています。",
        "Figures are required counts for the year; bars are as wide as the square root of the count, so that small stages stay visible.",
    ),
    "demo.plan.feed.label": Text("グラフの表示", "Chart label"),
    "demo.plan.feed.padding": Text("余白", "Padding"),
    "demo.plan.feed.width": Text("幅", "Width"),
}

MONITOR = {
    "demo.monitor.sheet": Text("監視", "Monitor"),
    "demo.monitor.title": Text("監視：計画どおりに進んでいるか", "Monitor: are we on plan?"),
    "demo.monitor.guidance": Text(
        "基準日を入れると、どの段階が遅れ、次に何をし、年度末にどこへ着地しそうかが分かります（件数は実績シートに入力）。",
        "Enter the as-of date to see which stage lags, what to do next and where the year will land (counts go into the Actuals sheet).",
    ),
    "demo.monitor.time": Text("基準日とボトルネック", "Date and bottleneck"),
    "demo.monitor.as_of": Text("基準日（この日まで集計）", "As-of date (included)"),
    "demo.monitor.elapsed_days": Text("当月の経過営業日", "Business days gone this month"),
    "demo.monitor.month_business_days": Text("当月の営業日", "Business days this month"),
    "demo.monitor.elapsed_share": Text("当月の経過割合", "Share of the month gone"),
    "demo.monitor.elapsed_months": Text("年度の経過月数", "Months of the year gone"),
    "demo.monitor.bottleneck": Text("ボトルネック", "Bottleneck"),
    "demo.monitor.levels": Text("判定の基準と、決めた対応", "Levels, and what we agreed to do"),
    "demo.monitor.threshold": Text("ペース", "Pace"),
    "demo.monitor.level": Text("レベル", "Level"),
    "demo.monitor.label": Text("判定", "Alert"),
    "demo.monitor.action": Text("決めた対応", "Agreed action"),
    "demo.monitor.progress": Text("当月の進み", "This month"),
    "demo.monitor.stage": Text("段階", "Stage"),
    "demo.monitor.target": Text("当月の目標", "Target of\nthe month"),
    "demo.monitor.to_date": Text("基準日までの\n目標", "Target\nto date"),
    "demo.monitor.actual": Text("基準日までの\n実績", "Actual\nto date"),
    "demo.monitor.achievement": Text("当月目標の\n達成率", "Achieved\nof the month"),
    "demo.monitor.pace": Text("ペース\n100% = 計画", "Pace\n100% = plan"),
    "demo.monitor.no_target": Text("目標なし", "No target"),
    "demo.monitor.rates": Text("転換率（年度の累計）", "Conversion rates (year to date)"),
    "demo.monitor.step": Text("区間", "Step"),
    "demo.monitor.target_rate": Text("目標", "Target"),
    "demo.monitor.actual_rate": Text("実績", "Actual"),
    "demo.monitor.lower": Text("95%下限", "95% lower"),
    "demo.monitor.upper": Text("95%上限", "95% upper"),
    "demo.monitor.reading": Text("目標との差", "Against target"),
    "demo.monitor.rates.note": Text(
        "95% 区間に目標が入っていれば、目標との差はまだ偶然でも起こりうる大きさです。",
        "While the 95% interval contains the target, the difference may still be chance.",
    ),
    "demo.reading.above": Text("目標を上回る", "Above target"),
    "demo.reading.below": Text("目標を下回る", "Below target"),
    "demo.reading.chance": Text("偶然の範囲内", "Within chance"),
    "demo.monitor.year": Text("年度の着地見込み", "Where the year will land"),
    "demo.monitor.required": Text("年間の\n必要件数", "Required\nin the year"),
    "demo.monitor.year_actual": Text("年度累計の\n実績", "Actual\nyear to date"),
    "demo.monitor.landing": Text("着地見込み", "Landing at\ntoday's pace"),
    "demo.monitor.gap": Text("不足\n必要 − 見込み", "Short by\n− = surplus"),
    "demo.monitor.needed": Text("残り 1 か月\nあたりに必要", "Needed per\nmonth left"),
    "demo.monitor.uplift": Text("今のペースから\n必要な伸び", "Uplift over\ntoday's pace"),
    "demo.monitor.chart": Text("当月の累計：目標と実績", "This month, cumulative: target and actual"),
    "demo.monitor.chart_stage": Text("表示する段階", "Stage to show"),
    "demo.monitor.chart.days": Text("日（当月の営業日）", "Day of the month (business days)"),
    "demo.monitor.chart.count": Text("累計（件）", "Cumulative count"),
    "demo.monitor.feed.stage": Text("段階の番号", "Stage number"),
    "demo.monitor.feed.day": Text("営業日", "Day"),
    "demo.monitor.feed.target": Text("：目標の累計", ": target"),
    "demo.monitor.feed.actual": Text("：実績の累計", ": actual"),
}

ACTUALS = {
    "demo.actuals.sheet": Text("実績", "Actuals"),
    "demo.actuals.title": Text("実績：日々の件数を記録する", "Actuals: record each day's counts"),
    "demo.actuals.guidance": Text(
        "営業日ごとの件数を黄色のセルに入れると、累計と監視シートに反映されます（これからの日は空白のままにします）。",
        "Type each business day's counts into the yellow cells to update the totals and the Monitor sheet (leave days to come blank).",
    ),
    "demo.actuals.month": Text("対象月", "Month"),
    "demo.actuals.daily": Text("日別の実績（件）", "Counts by day"),
    "demo.actuals.cumulative": Text("当月の累計（件）", "Cumulative this month"),
    "demo.actuals.number": Text("日目", "No."),
    "demo.actuals.date": Text("日付", "Date"),
    "demo.actuals.to_date": Text("当月計（基準日まで）", "Month to date"),
    "demo.actuals.earlier": Text("前月までの年度累計", "Year before this month"),
    "demo.actuals.year": Text("年度累計", "Year to date"),
    "demo.actuals.holidays": Text("休業日（祝日と会社の休日）", "Days off (public and the company's own)"),
    "demo.actuals.holiday": Text("名称", "Name"),
}

RULES = {
    "template.rule.count.prompt": Text(
        "その日の件数を 0 以上の整数で入力します。まだ分からなければ空白のままにします。",
        "The count as a whole number, 0 or more; leave it blank while it is not known.",
    ),
    "template.rule.count.error": Text("0 以上の整数を入力してください。", "Enter a whole number, 0 or more."),
    "template.rule.forecast.prompt": Text(
        "1 年間に見込める訪問数を整数で入力します。",
        "The visits to be expected in a year, as a whole number.",
    ),
    "template.rule.forecast.error": Text(
        "0 以上の整数を入力してください。", "Enter a whole number, 0 or more."
    ),
    "template.rule.month.prompt": Text(
        "対象月の 1 日を入力します。この見本の表は 18 営業日の 2026 年 5 月に合わせてあります。",
        "The first day of the month; this sample's table is made for May 2026 with its 18 business days.",
    ),
    "template.rule.month.error": Text(
        "日付として入力してください（例：2026/5/1）。", "Enter a date, such as 2026-05-01."
    ),
    "template.rule.as_of.prompt": Text(
        "実績を集計する最後の日を、対象月の中から入力します。",
        "The last day to count, within the month of the Actuals sheet.",
    ),
    "template.rule.as_of.error": Text(
        "実績シートの対象月に含まれる日付を入力してください。",
        "Enter a date within the month of the Actuals sheet.",
    ),
}

NAMES = {
    "template.name.web_share": Text(
        "受注件数のうち Web が担う割合", "Share of the deals that the web must bring"
    ),
    "template.name.forecast_visits": Text("見込める年間訪問数", "Visits to be expected in the year"),
    "template.name.forecast_counts": Text(
        "見込める訪問数から見通した各段階の件数", "Count of each stage that the expected visits lead to"
    ),
    "template.name.elapsed_days": Text("当月の経過営業日", "Business days of the month gone"),
    "template.name.month_business_days": Text("当月の営業日数", "Business days of the month"),
    "template.name.step_names": Text("段階間の区間の名前", "Name of each step between stages"),
    "template.name.year_actuals": Text("各段階の年度累計の実績（件）", "Actual of each stage, year to date"),
    "template.name.chart_stage": Text("グラフに表示する段階", "Stage the chart shows"),
    "template.name.actual_dates": Text("当月の営業日", "Business days of the running month"),
    "template.name.daily_actuals": Text(
        "日別の実績（行は営業日、列は段階）", "Counts: a row a business day, a column a stage"
    ),
    "template.name.cumulative_actuals": Text(
        "当月の累計（行は営業日、列は段階）", "Cumulative counts: a row a business day, a column a stage"
    ),
    "template.name.earlier_actuals": Text(
        "前月までの年度累計（列は段階）", "Year before this month, a column a stage"
    ),
    "template.name.year_to_date": Text("年度累計（列は段階）", "Year to date, a column a stage"),
}

TEXTS: dict[str, Text] = {**WORKBOOK, **PLAN, **MONITOR, **ACTUALS, **RULES, **NAMES}
