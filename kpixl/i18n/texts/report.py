"""The report for the review meeting: its sentences, headings and refusals."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

NUMBERS = {
    "report.unit.count": Text("{number}件", "{number}"),
    "report.unit.points": Text("{number}ポイント", "{number} points"),
    "report.yen.million": Text("{number}百万円", "¥{number} million"),
    "report.yen.billion": Text("{number}十億円", "¥{number} billion"),
    "report.day.long": Text("{year}年{month}月{day}日（{weekday}）", "{weekday} {day} {month} {year}"),
    "report.day.short": Text("{month}/{day}", "{day} {month}"),
    "report.day.month": Text("{year}年{month}月", "{month} {year}"),
    "report.weekday.mon": Text("月", "Mon"),
    "report.weekday.tue": Text("火", "Tue"),
    "report.weekday.wed": Text("水", "Wed"),
    "report.weekday.thu": Text("木", "Thu"),
    "report.weekday.fri": Text("金", "Fri"),
    "report.weekday.sat": Text("土", "Sat"),
    "report.weekday.sun": Text("日", "Sun"),
    "report.month.jan": Text("1", "Jan"),
    "report.month.feb": Text("2", "Feb"),
    "report.month.mar": Text("3", "Mar"),
    "report.month.apr": Text("4", "Apr"),
    "report.month.may": Text("5", "May"),
    "report.month.jun": Text("6", "Jun"),
    "report.month.jul": Text("7", "Jul"),
    "report.month.aug": Text("8", "Aug"),
    "report.month.sep": Text("9", "Sep"),
    "report.month.oct": Text("10", "Oct"),
    "report.month.nov": Text("11", "Nov"),
    "report.month.dec": Text("12", "Dec"),
    "report.range": Text("{low}〜{high}", "{low}–{high}"),
    "report.comma": Text("、", ", "),
}

SENTENCES = {
    "report.stage": Text("段階 {number}", "Stage {number}"),
    "report.headline.late": Text(
        "{stage}が最も遅れています（ペース {pace}）", "Furthest behind: {stage} (pace {pace})"
    ),
    "report.headline.good": Text("今月はすべての段階が計画どおりです", "Every stage is on plan this month"),
    "report.headline.missing": Text("まだ判定できません", "Nothing can be judged yet"),
    "report.headline.next": Text("次にすること：{next}", "Next step: {next}"),
    "report.headline.action": Text("合意した対応：{action}。", "Agreed action: {action}."),
    "report.landing": Text(
        "{stage}の着地見込みは {landing}で、年間に必要な {required}の {share}です。",
        "{stage} will land at {landing}, {share} of the {required} that the year needs.",
    ),
    "report.landing.revenue": Text(
        "売上では {revenue}（目標 {goal}）。", " That is {revenue} in revenue (goal: {goal})."
    ),
    "report.pace.sentence": Text(
        "{actual}で、ここまでの目標 {due}に対して {pace}。月の目標 {target}まで、残り {days} 営業日であと {missing}です。",
        "{actual} against {due} due by now ({pace}). {missing} more in {days} business days make the month’s {target}.",
    ),
    "report.pace.reached": Text(
        "{actual}で、ここまでの目標 {due}に対して {pace}。月の目標 {target}に届いています。",
        "{actual} against {due} due by now ({pace}). The month’s target of {target} is reached.",
    ),
    "report.pace.early": Text(
        "ここまで {actual}、月の目標は {target}です。", "{actual} so far; the month’s target is {target}."
    ),
    "report.pace.no_target": Text(
        "月の目標がまだありません。逆算シートで目標と転換率を入力すると表示されます。",
        "There is no target for the month yet; enter the goal and the rates on the sheet Funnel.",
    ),
    "report.pace.no_records": Text(
        "実績がまだありません。実績シートに記録すると表示されます。",
        "Nothing has been recorded yet; enter counts on the sheet Actuals.",
    ),
    "report.compared.plan": Text("計画と比べて", "Against the plan"),
    "report.compared.month": Text("前月と比べて", "Against the month before"),
    "report.compared.quarter": Text("前の 3 か月と比べて", "Against the three months before"),
    "report.compared.halves": Text("前半の月と比べて", "Against the first half of the months"),
    "report.compared.other": Text("「{comparison}」と比べて", "Against “{comparison}”"),
    "report.factor.volume": Text("{stage}の件数", "{stage} (count)"),
    "report.change.up": Text("{compared}、{last}は {size}増えました。", "{compared}, {last} rose by {size}."),
    "report.change.down": Text(
        "{compared}、{last}は {size}減りました。", "{compared}, {last} fell by {size}."
    ),
    "report.change.same": Text(
        "{compared}、{last}は変わっていません。", "{compared}, {last} did not change."
    ),
    "report.change.ups": Text("増やした要因は、{parts}です。", "Raised by: {parts}."),
    "report.change.downs": Text("減らした要因は、{parts}です。", "Lowered by: {parts}."),
    "report.change.part": Text("{factor}（{effect}）", "{factor} ({effect})"),
    "report.change.missing": Text(
        "比べるだけの実績がまだありません（診断シートで「計画」を選べば、最初の月から比べられます）。",
        "There are not enough results to compare yet (“Plan” on the sheet Diagnosis works from the first month).",
    ),
    "report.fix.sentence": Text(
        "最も効くのは「{step}」の改善です。{rate} を目標の {target} に戻せていれば、ここまでの{last}は {gain}{worth}増えていました。",
        "{step} is the step to fix: at its target of {target} instead of {rate}, {last} would be {gain} higher by now{worth}.",
    ),
    "report.fix.worth": Text("（約 {yen}）", " (about {yen})"),
    "report.fix.chance": Text(
        "ただし、この差はまだ偶然の範囲です。", " This difference may still be chance."
    ),
}

NOTES = {
    "report.note.none": Text(
        "記録・率・関門に、数字の読み方に関わる注意はありません。",
        "Nothing in records, rates or gates limits how the numbers may be read.",
    ),
    "report.note.missing": Text(
        "未入力の必須項目が {count} 個あります。{next}", "Required entries missing: {count}. {next}"
    ),
    "report.note.design": Text(
        "KPI の設計の点検で指摘が {count} 件あります（設計シート）。",
        "The check of the KPI design has findings: {count} (sheet Design).",
    ),
    "report.note.no_records": Text("実績がまだ記録されていません。", "Nothing has been recorded yet."),
    "report.note.newest": Text(
        "最新の記録は {day} です。基準日 {as_of} までの分がまだ入っていない可能性があります。",
        "The newest record is of {day}; what happened until {as_of} may not be in yet.",
    ),
    "report.note.later": Text(
        "基準日より後の記録 {rows} 行は、まだ集計していません。",
        "Records after the as-of date are not counted yet: {rows} rows.",
    ),
    "report.note.unknown": Text(
        "指標の名前が登録と異なる記録 {rows} 行は、集計に入っていません。",
        "Records of metrics that are not listed are left out: {rows} rows.",
    ),
    "report.note.undated": Text(
        "日付か値が読めない、または年度前の記録 {rows} 行は、集計に入っていません。",
        "Records without a usable date or value, or from before the year, are left out: {rows} rows.",
    ),
    "report.note.too_many": Text(
        "{steps}は前の段階より件数が多く、100% を超えています。記録を確かめてください。",
        "{steps}: more below than above, so the rate exceeds 100%; check the records.",
    ),
    "report.note.chance": Text(
        "転換率と目標の差がまだ偶然でも起こりうる区間（95% 区間）：{steps}。",
        "Rates that may differ from their target by chance (95% intervals): {steps}.",
    ),
    "report.note.lag": Text(
        "受注までの日数の中央値は {days} 日です。新しい件数はまだ次の段階に進んでいないため、直近の率は低めに出ます。",
        "Half of the deals take {days} days or more; newer leads have not had their time, so recent rates look low.",
    ),
    "report.note.matured": Text(
        "MQL → SQL 率は、猶予を過ぎた分だけなら {matured}、全体では {raw} です。",
        "SQL rate of MQLs that have had their time: {matured}; of all MQLs: {raw}.",
    ),
    "report.note.gates": Text(
        "{stage}は件数が少なく、計画どおりの月でも関門を {low}〜{high} の確率で下回ります。",
        "{stage}: counts are so few that a month on plan misses a gate with a chance of {low} to {high}.",
    ),
}

LAYOUT = {
    "report.title": Text("KPI レポート", "KPI report"),
    "report.untitled": Text("（会社・事業の名前が未入力）", "(name of the company missing)"),
    "report.as_of": Text("基準日 {day}", "As of {day}"),
    "report.as_of.missing": Text("基準日が未入力です", "The as-of date is missing"),
    "report.elapsed": Text(
        "{month}の営業日の {share} が経過・残り {days} 営業日",
        "{share} of the business days of {month} gone, {days} left",
    ),
    "report.where": Text("現在地", "Where we stand"),
    "report.card.due": Text("目標 {due}", "of {due} due"),
    "report.card.pace": Text("ペース", "Pace"),
    "report.card.landing": Text("年度着地", "Year end"),
    "report.card.landing.value": Text("{landing} ({share})", "{landing} ({share})"),
    "report.card.trend": Text(
        "{stage}：終わった月の実績（線は月の目標）", "{stage}: months that are over (line: target)"
    ),
    "report.funnel": Text("ファネル：年度累計", "Funnel: year to date"),
    "report.funnel.caption": Text(
        "棒：必要件数に対する実績　右：率の 95% 区間（線は目標）",
        "Bars: share of what is due. Right: 95% interval (line: target)",
    ),
    "report.funnel.target": Text("目標 {target}", "target {target}"),
    "report.funnel.none": Text("率なし", "no rate yet"),
    "report.pace": Text("ペース：{stage}", "Pace: {stage}"),
    "report.pace.caption": Text("{month}の累計と週の関門", "{month}, cumulative, with weekly gates"),
    "report.legend.actual": Text("実績", "Actual"),
    "report.legend.target": Text("目標", "Target"),
    "report.legend.gate": Text("関門", "Gate"),
    "report.legend.gate.missed": Text("関門（未達）", "Gate, missed"),
    "report.legend.gate.passed": Text("関門（通過）", "Gate, passed"),
    "report.legend.gate.ahead": Text("関門（これから）", "Gate to come"),
    "report.legend.missed": Text("未達", "missed"),
    "report.legend.passed": Text("通過", "passed"),
    "report.legend.ahead": Text("これから", "to come"),
    "report.moved": Text("増減の理由", "What moved, and why"),
    "report.moved.caption": Text("{last}の増減への寄与", "Effect on {last}"),
    "report.moved.total": Text("合計", "Total"),
    "report.fix": Text("ボトルネックと改善の効果", "The bottleneck, and what fixing it is worth"),
    "report.fix.cause": Text("考えられる原因", "Likely cause"),
    "report.fix.hint": Text("打ち手", "What to do"),
    "report.fix.target": Text("目標 {target}（{points}）", "target {target} ({points})"),
    "report.alarms": Text("警報と合意した対応", "Alarms and agreed actions"),
    "report.alarms.none": Text("警報はありません。", "No alarm."),
    "report.alarms.not_yet": Text("まだ判定できません。", "Nothing can be judged yet."),
    "report.alarm.subject": Text("対象", "What"),
    "report.alarm.label": Text("判定", "Level"),
    "report.alarm.rule": Text("該当した規則", "Rule that fired"),
    "report.alarm.action": Text("合意した対応", "Agreed action"),
    "report.alarm.owner": Text("担当", "Owner"),
    "report.alarm.due": Text("期限", "Due"),
    "report.alarm.place": Text("合意したセル", "Agreed in"),
    "report.alarm.done": Text("済", "done"),
    "report.more": Text("ほか {count} 件", "and {count} more"),
    "report.tasks": Text("持ち越しと遅れ", "Carried over, and late"),
    "report.tasks.count": Text(
        "未完了の決定 {open} 件・うち期限切れ {overdue} 件", "decisions open: {open}, overdue: {overdue}"
    ),
    "report.tasks.none": Text(
        "持ち越した決定も、遅れている施策もありません。", "Nothing is carried over, and no measure is late."
    ),
    "report.task.what": Text("次の行動", "Next action"),
    "report.task.state": Text("状態", "State"),
    "report.measure": Text("施策「{measure}」", "Measure: {measure}"),
    "report.notes": Text("数字を読むときの注意", "How far to trust the numbers"),
    "report.source": Text(
        "{file} のセルの値をそのまま示しています。", "Every number is a value of the cells of {file}."
    ),
}

COMMAND = {
    "cli.report.help": Text(
        "プランナーから、週次会議の 1 ページ(HTML・PDF)や月次のスライド(PowerPoint)を作ります。数字はブックのセルの値のままです。",
        "Make one page for the weekly meeting (HTML, PDF) or slides for the monthly one (PowerPoint) from a planner. The numbers are those of its cells.",
    ),
    "cli.report.to": Text(
        "形式(省略すると --out の拡張子で決まります)。", "Format (default: what the name of --out says)."
    ),
    "cli.report.out": Text("書き出すファイル(.html、.pdf、.pptx)。", "File to write (.html, .pdf, .pptx)."),
    "cli.report.force": Text("同じ名前のファイルがあれば置き換えます。", "Replace a file of that name."),
    "cli.report.exists": Text(
        "{file} はすでにあります。別の名前にするか、--force を付けて置き換えてください。",
        "{file} exists already; choose another name, or add --force to replace it.",
    ),
    "cli.report.is_book": Text(
        "{file} はプランナーそのものです。--out には別のファイルを指定してください。",
        "{file} is the planner itself; give another file as --out.",
    ),
    "cli.report.which": Text(
        "{file} の拡張子からは形式が分かりません。{formats} のどれかの拡張子にしてください。",
        "The name {file} does not say which format; let it end in one of {formats}.",
    ),
    "cli.report.extension": Text(
        "{file} の拡張子が形式 {format} と合っていません。.{format} で終わる名前にしてください。",
        "The name {file} does not match the format {format}; let it end in .{format}.",
    ),
    "cli.report.written": Text("{file} を作りました。", "{file} written."),
}

DECK = {
    "report.column.stage": Text("段階", "Stage"),
    "report.column.label": Text("判定", "Level"),
    "report.column.actual": Text("実績", "Actual"),
    "report.column.due": Text("ここまでの目標", "Due by now"),
    "report.column.pace": Text("ペース", "Pace"),
    "report.column.target": Text("月の目標", "Full month"),
    "report.column.landing": Text("年度着地", "Year end"),
    "report.column.required": Text("年間の必要", "Year’s need"),
    "report.column.share": Text("着地の達成", "Share"),
    "report.column.goal": Text("目標", "Target"),
    "report.column.step": Text("区間", "Step"),
    "report.column.rate": Text("実績", "Actual"),
    "report.column.interval": Text("95% 区間", "95%"),
    "report.column.reading": Text("読み方", "Reading"),
    "report.column.gate": Text("関門", "Gate"),
    "report.column.week": Text("第 {week} 週", "Week {week}"),
    "report.column.day": Text("期日", "Day"),
    "report.column.need": Text("関門の件数", "Needed"),
    "report.column.result": Text("結果", "Result"),
    "report.column.action": Text("下回ったときの対応", "Below it"),
    "report.column.symptom": Text("症状", "Symptom"),
    "report.column.cause": Text("考えられる原因", "Likely cause"),
    "report.column.hint": Text("打ち手", "What to do"),
    "report.funnel.slide": Text(
        "ここまでに必要な件数に対する実績と、区間ごとの転換率",
        "Actual as a share of what is due by now, and the rate of each step",
    ),
    "report.waterfall.base": Text("土台", "Base"),
    "report.waterfall.up": Text("増やした要因", "Raised it"),
    "report.waterfall.down": Text("減らした要因", "Lowered it"),
    "report.waterfall.total": Text("合計", "Total"),
    "report.review": Text(
        "PDCA の持ち越しと、数字を読むときの注意", "PDCA carry-over, and how far to trust the numbers"
    ),
}

REFUSALS = {
    "report.needs_extra": Text(
        "レポートには {library} が必要です。pip install 'kpixl[report]' でインストールしてください。",
        "A report needs {library}; install it with pip install 'kpixl[report]'.",
    ),
    "report.needs_pango": Text(
        "PDF には Pango が必要です（Debian・Ubuntu では apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0）。または --to html で書き出し、ブラウザーで印刷してください。",
        "A PDF needs Pango (on Debian or Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0); or write --to html and print it from a browser.",
    ),
    "report.no_planner": Text(
        "{file} は kpixl のプランナーではありません（名前 stage_names などがありません）。kpixl new planner で作ったブックを指定してください。",
        "{file} is no planner of kpixl (it lacks names such as stage_names); give a workbook made by kpixl new planner.",
    ),
}

TEXTS = {**NUMBERS, **SENTENCES, **NOTES, **LAYOUT, **COMMAND, **DECK, **REFUSALS}
