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
        "当月の営業日のうち経過した割合", "Share of the month’s business days gone"
    ),
    "template.name.elapsed_months": Text("年度の経過月数", "Months of the fiscal year gone"),
    "template.name.month_start": Text("対象月の初日", "First day of the running month"),
    "planner.month": Text("{year}年{month}", "{month} {year}"),
    "planner.months": Text(
        "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ),
    "planner.targets.now": Text("今月の目標", "This month’s targets"),
    "planner.targets.now.plan": Text(
        "{month}：{stage_1}、{stage_2}、{stage_3}、{stage_4}、{stage_5}（件）",
        "{month}: {stage_1}, {stage_2}, {stage_3}, {stage_4}, {stage_5}",
    ),
    "planner.targets.now.missing": Text(
        "逆算シートに目標と転換率を入れると、月別の目標が出ます。",
        "Enter goal and rates on the Funnel sheet to get the targets by month.",
    ),
    "planner.targets.weights.by_days": Text(
        "配分：営業日数で割り振っています。繁忙期があれば、黄色のセルに 12 か月分の重みを入れます。",
        "Weights: business days. For seasons, enter weights for all twelve months in the yellow cells.",
    ),
    "planner.targets.weights.some": Text(
        "配分：重みがまだ {entered} か月分なので、営業日数で割り振っています。12 か月分そろうと使われます。",
        "Weights: {entered} of 12 months entered; business days are used until all are there.",
    ),
    "planner.targets.weights.by_hand": Text(
        "配分：入力した重みで割り振っています。空白に戻すと営業日数で割り振ります。",
        "Weights: as entered by hand; clear them to go back to business days.",
    ),
    "planner.targets.months": Text("月別の目標（件）", "Targets by month"),
    "planner.targets.month": Text("月", "Month"),
    "planner.targets.by_hand": Text("重み\n（任意）", "Weight\n(optional)"),
    "planner.targets.business_days": Text("営業日", "Business\ndays"),
    "planner.targets.weight": Text("使う重み", "Weight\nused"),
    "planner.targets.year": Text("年度計", "Year"),
    "planner.targets.Q1": Text("第1四半期", "Q1"),
    "planner.targets.Q2": Text("第2四半期", "Q2"),
    "planner.targets.Q3": Text("第3四半期", "Q3"),
    "planner.targets.Q4": Text("第4四半期", "Q4"),
    "planner.targets.H1": Text("上期", "First half"),
    "planner.targets.H2": Text("下期", "Second half"),
    "planner.targets.gates": Text(
        "今月の関門（週の終わりに確かめる）", "This month’s gates, checked at each week’s end"
    ),
    "planner.targets.week": Text("時点", "When"),
    "planner.targets.week_1": Text("第1週の終わり", "End of week 1"),
    "planner.targets.week_2": Text("第2週の終わり", "End of week 2"),
    "planner.targets.week_3": Text("第3週の終わり", "End of week 3"),
    "planner.targets.week_4": Text("月末", "End of month"),
    "planner.targets.gate_day": Text("期日", "Day"),
    "planner.targets.gate": Text("関門", "Gate"),
    "planner.targets.planned": Text("計画の進み\n（営業日）", "Planned by\nthen"),
    "planner.targets.scaled": Text("営業日に\n合わせた関門", "Gate by\nbus. days"),
    "planner.targets.gate_action": Text("下回ったときの対応", "What to do below the gate"),
    "planner.targets.action_1": Text(
        "確認会議を週2回に、追加施策を検討", "Meet twice a week; plan extra measures"
    ),
    "planner.targets.action_2": Text(
        "部門長と会議、予備費の投入を検討", "Meet the head; consider reserve budget"
    ),
    "planner.targets.action_3": Text(
        "緊急対策チームで広告追加などを即実行", "Emergency team: act at once, e.g. more ads"
    ),
    "planner.targets.whole_month": Text("月の目標", "The month’s target"),
    "planner.targets.gates.note": Text(
        "関門は 4 週が均等な月の目安です。連休などで営業日が偏る月は、右の関門（注意の下限 × 計画の進み）も見て判断します。",
        "The gates suit four equal weeks; where holidays shift the month, look also at the gate by business days (caution limit × planned).",
    ),
    "planner.targets.gate_counts": Text(
        "関門の件数（今月・累計）", "Counts at the gates (this month, cumulative)"
    ),
    "planner.targets.stage": Text("段階", "Stage"),
    "planner.targets.time": Text("基準日までの経過", "Time gone"),
    "planner.targets.month_index": Text("年度の何か月目か", "Number of the month in the fiscal year"),
    "planner.targets.month_start": Text("今月の初日", "First day of the month"),
    "planner.targets.month_end": Text("今月の末日", "Last day of the month"),
    "planner.targets.elapsed_share": Text("今月の経過（営業日）", "Share of the month gone (business days)"),
    "planner.targets.year_elapsed_share": Text(
        "年度の経過（営業日）", "Share of the year gone (business days)"
    ),
    "planner.targets.elapsed_months": Text("経過した月数", "Months gone"),
    "planner.targets.chart": Text("年度の目標の積み上がり", "How the year’s target adds up"),
    "planner.targets.plan_stage": Text("表示する段階", "Stage to show"),
    "planner.targets.chart.count": Text("件", "Count"),
    "planner.targets.feed.stage": Text("段階の番号", "Stage number"),
    "planner.targets.feed.month": Text("{stage}：月の目標", "{stage}: month"),
    "planner.targets.feed.sum": Text("{stage}：累計", "{stage}: cumulative"),
    "template.format.short_day": Text('m"月"d"日"', "[$-409]d mmm"),
    "template.rule.month_weight.prompt": Text(
        "繁忙期などを表す重みを 0 以上で入力します。12 か月分そろうと営業日数の代わりに使われます。",
        "A weight, 0 or more, for busy and quiet months; used instead of business days once all twelve are there.",
    ),
    "template.rule.month_weight.error": Text(
        "0 以上の数値を入力してください。", "Enter a number, 0 or more."
    ),
    "template.rule.gate.prompt": Text(
        "この時点で月の目標の何 % に届いているべきかを入力します（例：20%）。",
        "The share of the month’s target to be reached by then, such as 20%.",
    ),
    "template.rule.gate.error": Text(
        "0% から 100% で入力してください。20 ではなく 20% と入力します。",
        "Enter a share from 0% to 100%; type 20%, not 20.",
    ),
    "template.name.month_weights_by_hand": Text(
        "月の重み（12 か月分そろうと使う）", "Weights by hand, used once all twelve are there"
    ),
    "template.name.gate_days": Text(
        "今月の第 1〜3 週の終わりと月末", "Ends of weeks 1 to 3 of the running month, and its end"
    ),
    "template.name.gate_shares": Text(
        "週ごとの関門（月の目標に対する割合）", "Gates as shares of the month’s target"
    ),
    "template.name.gate_actions": Text("関門を下回ったときの対応", "What to do below each gate"),
    "template.name.month_index": Text(
        "今月が年度の何か月目か", "Number of the running month in the fiscal year"
    ),
    "template.name.month_end": Text("今月の末日", "Last day of the running month"),
    "template.name.year_elapsed_share": Text(
        "年度の営業日のうち経過した割合", "Share of the year’s business days gone"
    ),
    "template.name.plan_stage": Text("年度のグラフに表示する段階", "Stage the chart of the year shows"),
}
