"""Words of the planner's sheet Updates."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.updates.sheet": Text("更新", "Updates"),
    "planner.updates.title": Text("更新：警報と履歴", "Updates: alarms and history"),
    "planner.updates.guidance": Text(
        "kpixl refresh が警報・履歴・取り込み元を書き込みます。担当・期限・済だけを、黄色のセルで直します。",
        "kpixl refresh writes the alarms, the history and the sources here; change owner, due and done in the yellow cells.",
    ),
    "planner.updates.headline.none": Text(
        "まだ更新していません。コマンド kpixl refresh にこのブックを渡すと、警報と履歴がここに入ります。",
        "Not refreshed yet: run the command kpixl refresh on this workbook, and alarms and history appear here.",
    ),
    "planner.updates.headline.clear": Text(
        "{day} 時点で、鳴っている警報はありません。", "As of {day} no alarm is on."
    ),
    "planner.updates.headline.some": Text(
        "{day} 時点の警報は {count} 件（新規 {new}・悪化 {worse}）。まだ済んでいないものは {open} 件、うち期限切れ {late} 件です。",
        "Alarms as of {day}: {count} (new: {new}, worse: {worse}). Not done yet: {open}, of which overdue: {late}.",
    ),
    "planner.updates.rules": Text("期限と担当の決め方", "How due dates and owners are set"),
    "planner.updates.due_days": Text("期限（営業日後）", "Due (business days)"),
    "planner.updates.alert_owner": Text(
        "担当が決まっていない警報の担当", "Owner of an alarm that nobody owns"
    ),
    "planner.updates.owner_note": Text(
        "設計シートのツリーに担当がいれば、その人が優先されます。",
        "An owner in the tree on the sheet Design comes first.",
    ),
    "planner.updates.due_note": Text(
        "期限は、警報が初めて鳴った基準日から数えます。",
        "Days are counted from the date an alarm first goes off.",
    ),
    "planner.updates.how": Text("この表の見方", "How to read the list"),
    "planner.updates.how.alerts": Text(
        "今鳴っている警報だけが並び、止まった警報は一覧から消えます。",
        "Only alarms that are on now; one that stops leaves the list.",
    ),
    "planner.updates.how.levels": Text(
        "週の関門・異常値は「警戒」、部門長への報告は「危機」として扱います。",
        "Gates and anomalies count as warnings, a report to the head as critical.",
    ),
    "planner.updates.how.edit": Text(
        "直した担当・期限・済は、警報が鳴り続けるかぎり残ります。",
        "Your owner, due date and done mark stay as long as the alarm is on.",
    ),
    "planner.updates.how.history": Text(
        "同じ基準日で更新し直すと、その日の履歴は置き換わります。",
        "Refreshing again as of the same date replaces that date's history.",
    ),
    "planner.updates.alerts": Text("警報の一覧", "Alarms that are on"),
    "planner.updates.history": Text("履歴（基準日ごとの各段階）", "History: every stage at each as-of date"),
    "planner.updates.sources": Text("取り込んだファイル", "Files the records came from"),
    "planner.updates.as_of": Text("基準日", "As of"),
    "planner.updates.metric": Text("指標", "Metric"),
    "planner.updates.level": Text("判定", "Level"),
    "planner.updates.since": Text("前回から", "Since last"),
    "planner.updates.rule": Text("該当した規則", "Rule that fired"),
    "planner.updates.where": Text("決めた場所", "Agreed at"),
    "planner.updates.action": Text("決めた対応", "Agreed action"),
    "planner.updates.owner": Text("担当", "Owner"),
    "planner.updates.due": Text("期限", "Due"),
    "planner.updates.done": Text("済", "Done"),
    "planner.updates.to_date": Text("ここまでの目標", "Target to date"),
    "planner.updates.actual": Text("実績", "Actual"),
    "planner.updates.pace": Text("ペース", "Pace"),
    "planner.updates.level_number": Text("レベル", "Level"),
    "planner.updates.landing": Text("着地見込み", "Landing"),
    "planner.updates.file": Text("ファイル", "File"),
    "planner.updates.map": Text("読み方（map）", "Map"),
    "planner.updates.rows": Text("行数", "Rows"),
    "planner.updates.first_day": Text("最初の日", "First day"),
    "planner.updates.last_day": Text("最後の日", "Last day"),
    "planner.updates.since.new": Text("新規", "New"),
    "planner.updates.since.worse": Text("悪化", "Worse"),
    "planner.updates.since.better": Text("改善", "Better"),
    "planner.updates.since.same": Text("継続", "Same"),
    "template.name.alert_owner": Text("担当が決まっていない警報の担当", "Who owns an alert that nobody owns"),
    "template.name.due_days": Text(
        "レベルごとの期限（営業日後）", "Business days until an alert of each level is due"
    ),
    "template.rule.due_days.prompt": Text(
        "何営業日後を期限にするかを 0 から 60 の整数で入力します。",
        "Business days until an alarm is due: a whole number from 0 to 60.",
    ),
    "template.rule.due_days.error": Text(
        "0 から 60 の整数を入力してください。", "Enter a whole number from 0 to 60."
    ),
    "template.rule.alert_done.prompt": Text(
        "対応が済んだら ○ を選びます。", "Choose ○ once the action is done."
    ),
    "template.rule.alert_done.error": Text("○ を選ぶか、空白にしてください。", "Choose ○ or leave it blank."),
}
