"""Words of the planner's sheet Actuals."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

SHEET = {
    "planner.actuals.sheet": Text("実績", "Actuals"),
    "planner.actuals.title": Text("実績：日々の件数を記録する", "Actuals: record the counts"),
    "planner.actuals.guidance": Text(
        "表の末尾に日付・指標・チャネル・値を書き足すと、すべてのシートの集計が更新されます（Ctrl + ↓ で末尾へ移動）。",
        "Append date, metric, channel and value to the table (Ctrl + ↓ leads to its end), and every sheet follows.",
    ),
    "planner.actuals.date": Text("日付", "Date"),
    "planner.actuals.metric": Text("指標", "Metric"),
    "planner.actuals.channel": Text("チャネル", "Channel"),
    "planner.actuals.value": Text("値", "Value"),
    "planner.actuals.records": Text("実績の表", "The records"),
    "planner.actuals.months": Text("月別の集計（基準日まで）", "By month, up to the as-of date"),
    "planner.actuals.month": Text("月", "Month"),
    "planner.actuals.year": Text("年度累計", "Year so far"),
    "planner.actuals.metrics": Text(
        "指標：下の 3 つの管理指標は自由に決められます",
        "Metrics: the three management metrics are yours to choose",
    ),
    "planner.actuals.rows": Text("記録の行数", "Records"),
    "planner.actuals.month_to_date": Text("当月", "Month"),
    "planner.actuals.channels": Text("チャネル別の年度累計（件）", "By channel, year to date"),
    "planner.actuals.other": Text("その他・未記入", "Other or none"),
    "planner.actuals.all": Text("合計", "All"),
    "planner.actuals.check": Text("記録の点検", "Check of the records"),
    "planner.actuals.newest": Text("最新の記録日", "Date of the newest record"),
    "planner.actuals.outside": Text("日付がない、または年度外の行", "Rows without a date of this year"),
    "planner.actuals.unknown": Text("指標の名前が登録と異なる行", "Rows whose metric is not listed"),
    "planner.actuals.later": Text(
        "基準日より後の行（まだ集計しない）", "Rows after the as-of date (not yet)"
    ),
    "planner.actuals.below": Text("表の外に書かれた行", "Rows typed outside the table"),
    "planner.actuals.daily": Text("当月の日別累計（グラフ用）", "This month by day, cumulative (for charts)"),
    "planner.actuals.day": Text("営業日", "Day"),
    "planner.actuals.note.none": Text(
        "まだ記録がありません。黄色の表に、日付・指標・チャネル・値を 1 行ずつ入力してください。",
        "No records yet: type date, metric, channel and value into the yellow table, a row a record.",
    ),
    "planner.actuals.note.good": Text(
        "最新の記録は {day} です。すべての行を集計しています。",
        "The newest record is of {day}. Every row is counted.",
    ),
    "planner.actuals.note.some": Text(
        "最新の記録は {day} です。集計に入らない行が {rows} 行あります（右の「記録の点検」を確認してください）。",
        "The newest record is of {day}. {rows} rows are not counted (see “Check of the records” on the right).",
    ),
    "planner.actuals.how": Text("書き足すとき", "Adding records"),
    "planner.actuals.how.metric": Text(
        "指標は段階の名前か管理指標の名前です（一覧から選べます）。",
        "A metric is a stage or a management metric; the cell offers the list.",
    ),
    "planner.actuals.how.sum": Text(
        "段階の件数は、同じ日・同じ指標の行が複数あれば合計します。",
        "Counts of a stage add up, however many rows a day has.",
    ),
    "planner.actuals.how.mean": Text(
        "管理指標（率や単価）は月ごとに 1 行入力します（複数あれば平均）。",
        "A management metric (a rate, a cost) takes a row a month; several are averaged.",
    ),
    "planner.actuals.how.blank": Text(
        "チャネルが分からない行は空白のままにします。", "Leave the channel blank where it is not known."
    ),
}

RULES = {
    "template.format.day_in_text": Text("yyyy/m/d", "yyyy-mm-dd"),
    "template.format.date": Text('yyyy"/"mm"/"dd', "yyyy-mm-dd"),
    "template.rule.record_day.prompt": Text(
        "実績があった日を入力します（例：2026/4/1）。", "The day it happened, such as 2026-04-01."
    ),
    "template.rule.record_day.error": Text(
        "日付として入力してください（例：2026/4/1）。", "Enter a date, such as 2026-04-01."
    ),
    "template.rule.record_metric.prompt": Text(
        "段階または管理指標を一覧から選びます。", "Choose a stage or a management metric from the list."
    ),
    "template.rule.record_metric.error": Text(
        "一覧にある指標から選んでください。", "Choose one of the metrics in the list."
    ),
    "template.rule.record_channel.prompt": Text(
        "チャネルを一覧から選びます。分からなければ空白のままにします。",
        "Choose a channel from the list, or leave it blank.",
    ),
    "template.rule.record_channel.error": Text(
        "一覧にあるチャネルから選んでください。", "Choose one of the channels in the list."
    ),
    "template.rule.record_value.prompt": Text(
        "件数や金額を 0 以上の数値で入力します。率は 20% のように入力します。",
        "A count or an amount, 0 or more; a rate such as 20%.",
    ),
    "template.rule.record_value.error": Text(
        "0 以上の数値を入力してください。", "Enter a number, 0 or more."
    ),
    "template.rule.management_name.prompt": Text(
        "異常だけを見張る指標の名前を 30 文字までで入力します（使わなければ空白）。",
        "A metric to be watched for anomalies only, up to 30 characters; blank for none.",
    ),
    "template.rule.management_name.error": Text(
        "30 文字までで入力してください。", "Enter 30 characters at most."
    ),
}

NAMES = {
    "template.name.month_results": Text(
        "月別の実績（行は月、列は段階）", "Counts by month: a row a month, a column a stage"
    ),
    "template.name.year_results": Text(
        "各段階の年度累計の実績（件）", "Count of each stage in the year to date"
    ),
    "template.name.month_to_date": Text(
        "各段階の当月の実績（件・基準日まで）", "Count of each stage in the running month to date"
    ),
    "template.name.chart_days": Text(
        "当月の営業日（足りない行は空）", "Business days of the running month; empty beyond"
    ),
    "template.name.daily_cumulative": Text(
        "当月の日別累計（行は営業日、列は段階）", "Cumulative counts: a row a business day, a column a stage"
    ),
    "template.name.channel_results": Text(
        "チャネル別の年度累計（行はチャネル、列は段階）",
        "Counts in the year to date: a row a channel, a column a stage",
    ),
    "template.name.metric_names": Text(
        "記録できる指標の名前（段階と管理指標）", "Metrics that can be recorded: stages, management metrics"
    ),
    "template.name.management_names": Text(
        "管理指標の名前（異常だけを見張る）", "Management metrics, watched for anomalies only"
    ),
    "template.name.management_series": Text(
        "管理指標の月別の値（行は月、列は指標）", "Management metrics: a row a month, a column a metric"
    ),
    "template.name.last_record": Text(
        "最新の記録日（なければ空）", "Date of the newest record; empty if none"
    ),
}

TEXTS = {**SHEET, **RULES, **NAMES}
