"""Words of a refresh: rules that fire, what changed, and what stops it."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "refresh.rule.level": Text(
        "ペース {pace} が {limit} 未満なら{level}", "Pace {pace} is below {limit}: {level}"
    ),
    "refresh.rule.gate": Text(
        "第 {week} 週（{day} まで）の関門、当月目標の {share}（{count} 件）に届かない",
        "Gate of week {week} (by {day}) missed: {count} needed, {share} of the month's target",
    ),
    "refresh.rule.escalation": Text("終わった月が {rule}", "Months that are over: {rule}"),
    "refresh.rule.anomaly": Text(
        "{judgement}。外れ度 {score} が ±{limit} の外", "{judgement}; score {score} is beyond ±{limit}"
    ),
    "refresh.change.first": Text("{metric}：{level}（ペース {pace}）", "{metric}: {level} (pace {pace})"),
    "refresh.change.worse": Text(
        "{metric}：{before}から{level}に悪化（ペース {pace}）",
        "{metric}: worse, from {before} to {level} (pace {pace})",
    ),
    "refresh.change.better": Text(
        "{metric}：{before}から{level}に改善（ペース {pace}）",
        "{metric}: better, from {before} to {level} (pace {pace})",
    ),
    "refresh.change.gate_passed": Text(
        "{metric}：第 {week} 週の関門（{count} 件）を通過", "{metric}: gate of week {week} ({count}) passed"
    ),
    "refresh.change.gate_missed": Text(
        "{metric}：第 {week} 週の関門（{count} 件）に届かず", "{metric}: gate of week {week} ({count}) missed"
    ),
    "refresh.change.escalation": Text(
        "{metric}：エスカレーション「{detail}」", "{metric}: escalation, {detail}"
    ),
    "refresh.change.escalation_gone": Text(
        "{metric}：エスカレーションが解消", "{metric}: escalation no longer called for"
    ),
    "refresh.change.anomaly": Text("{metric}：{detail}", "{metric}: {detail}"),
    "refresh.change.anomaly_gone": Text("{metric}：異常値が解消", "{metric}: back to normal"),
    "cli.refresh.help": Text(
        "プランナーを更新します。取り込み元を読み直し、基準日を進めて再計算し、履歴と警報の一覧を書き、前回から変わったことを知らせます。同じ基準日で何度実行しても結果は同じです。",
        "Refresh a planner: read its sources again, move the as-of date, recalculate, write the history and the list of alarms, and tell what changed since last time. Running it again as of the same date changes nothing.",
    ),
    "cli.refresh.as_of": Text(
        "基準日（既定は今日。今日が年度の外なら、年度の最初か最後の日）。",
        "The as-of date (default: today, or the fiscal year's nearest day if today is outside of it).",
    ),
    "cli.refresh.from": Text(
        "取り込み元を先に探すフォルダー。ブックのフォルダーの外にあるファイルは、ここで指定したときだけ読みます（何度でも指定可）。",
        "Folder to look for the sources first; files outside the workbook's folder are read only from here; may be repeated.",
    ),
    "cli.refresh.skip_bad": Text(
        "取り込み元の問題のある行を飛ばします。", "Leave rows of the sources with problems out."
    ),
    "cli.refresh.dry_run": Text(
        "確かめるだけで、何も書き込まず、何も送りません。", "Only check; write nothing and send nothing."
    ),
    "cli.refresh.out": Text(
        "結果を書き出すファイル（元のブックは変えません）。",
        "File for the result (the workbook itself stays as it is).",
    ),
    "cli.refresh.backup": Text(
        "書き換える前のブックを隣に残します。", "Keep the workbook as it was beside the new one."
    ),
    "cli.refresh.notify": Text(
        "変わったことを知らせる宛先。設定ファイルか環境変数 KPIXL_NOTIFY_URLS の名前、または apprise の URL（何度でも指定可）。--send がなければ下書きを表示するだけです。",
        "Whom to tell what changed: a name from the file of addresses or the variable KPIXL_NOTIFY_URLS, or an apprise URL; may be repeated. Without --send the message is only shown.",
    ),
    "cli.refresh.notify_config": Text(
        "宛先の設定ファイル（既定は ~/.config/kpixl/notify.toml）。",
        "File of addresses (default: ~/.config/kpixl/notify.toml).",
    ),
    "cli.refresh.send": Text("通知を本当に送ります。", "Really send the message."),
    "cli.refresh.send_to_nobody": Text(
        "--send には宛先が要ります。--notify で指定してください。",
        "--send needs somebody to send to; name them with --notify.",
    ),
    "cli.refresh.too_many_sources": Text(
        "{file}: 取り込み元が上限（{limit} 件）を超えています。表「取り込んだファイル」の不要な行を消してください。",
        "{file}: it remembers more than {limit} sources; clear rows you do not need in the table of files.",
    ),
    "cli.refresh.problems": Text(
        "取り込み元に {count} 件の問題があるため、更新しませんでした。直すか、--skip-bad でその行を飛ばしてください。",
        "Not refreshed, because of {count} problems in the sources; correct them, or leave those rows out with --skip-bad.",
    ),
    "cli.refresh.imported": Text(
        "取り込み：追加 {added} 行、変更 {changed} 行、削除 {removed} 行",
        "Imported: {added} rows added, {changed} changed, {removed} removed",
    ),
    "cli.refresh.dated": Text("基準日：{day}", "As of: {day}"),
    "cli.refresh.dated_today": Text("基準日：{day}（今日）", "As of: {day} (today)"),
    "cli.refresh.dated_nearest": Text(
        "基準日：{day}（今日 {today} は年度の外なので、最も近い日）",
        "As of: {day}, the fiscal year's nearest day, for today, {today}, is outside of it",
    ),
    "cli.refresh.last_record": Text(
        "実績は {day} までです。それより後の日は 0 件として判定しています。",
        "The records end on {day}; the days after it are judged as if nothing had happened.",
    ),
    "cli.refresh.first_time": Text(
        "前の記録がないので、今の状態をすべて挙げます。",
        "There is no earlier snapshot, so all that is on is listed.",
    ),
    "cli.refresh.no_change": Text(
        "前回（{before}）から変わったことはありません。", "Nothing changed since last time, {before}."
    ),
    "cli.refresh.changes": Text("前回（{before}）から変わったこと", "Changed since last time, {before}:"),
    "cli.refresh.change": Text("  {change}", "  {change}"),
    "cli.refresh.alarms": Text("鳴っている警報：{count} 件", "Alarms that are on: {count}"),
    "cli.refresh.alarm": Text(
        "  {level} {metric}（{since}）：{rule} [{where}]", "  {level}: {metric} ({since}). {rule} [{where}]"
    ),
    "cli.refresh.action": Text(
        "    → {action}（担当 {owner}、期限 {due}）", "    -> {action} (owner: {owner}, due: {due})"
    ),
    "cli.refresh.action_done": Text(
        "    ○ {action}（担当 {owner}、期限 {due}、済）", "    ○ {action} (owner: {owner}, due: {due}, done)"
    ),
    "cli.refresh.written": Text("{file} を更新しました。", "{file} was refreshed."),
    "refresh.no_planner": Text(
        "{file}: 更新に必要な「{name}」がありません。kpixl new planner で作ったプランナー（シート「更新」のある版）を指定してください。",
        "{file}: '{name}', which a refresh needs, is not there; give a planner made by kpixl new planner that has the sheet Updates.",
    ),
    "refresh.narrow_table": Text(
        "{file}: 表「{table}」の列が {columns} 列より少なくなっています。消した列を元に戻してください。",
        "{file}: the table {table} has fewer than its {columns} columns; bring back the ones that were deleted.",
    ),
    "refresh.no_year": Text(
        "{file}: 年度の開始日が入っていません。シート「はじめに」に日付を入力してください。",
        "{file}: the first day of the fiscal year is missing; enter it on the sheet Start.",
    ),
    "refresh.outside_year": Text(
        "{file}: 基準日 {day} は年度（{first} から {last}）の外です。年度内の日付を --as-of に指定してください。",
        "{file}: the as-of date {day} is outside the fiscal year, {first} to {last}; give --as-of a date within it.",
    ),
    "refresh.incomplete": Text(
        "{file}: まだ判定できないので更新しません。次にすること：{step}",
        "{file}: nothing can be judged yet, so it is not refreshed. What to do next: {step}",
    ),
}
