"""Words of the planner's sheet Review."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.review.sheet": Text("振り返り", "Review"),
    "planner.review.title": Text("振り返り：次の計画につなげる", "Review: carry it into the next plan"),
    "planner.review.guidance": Text(
        "会議で決めたことを PDCA の表に残すと、期限切れと次期への持ち越しが分かります。",
        "Keep decisions in the PDCA log to see what is overdue and what carries over.",
    ),
    "planner.review.headline.none": Text(
        "会議で決めたことを、担当と期限を付けて下の表に残してください。",
        "Write down what the meeting decides, with its owner and due date.",
    ),
    "planner.review.headline.overdue": Text(
        "期限切れの決定が {overdue} 件あります（未完了 {open} 件）。次の会議で最初に扱いましょう。",
        "Overdue decisions: {overdue} (open: {open}). Take them up first in the next meeting.",
    ),
    "planner.review.headline.open": Text(
        "未完了の決定は {open} 件です。期限切れはありません。",
        "Open decisions: {open}, none of them overdue.",
    ),
    "planner.review.headline.clear": Text(
        "決めたことはすべて完了しています。", "Everything that was decided is done."
    ),
    "planner.review.open": Text("未完了の決定", "Open decisions"),
    "planner.review.open.count": Text("未完了", "Open"),
    "planner.review.overdue.count": Text("うち期限切れ", "of them overdue"),
    "planner.review.carry_over": Text(
        "次の計画に持ち越すこと（期限の早い順）", "Carry over, soonest due first"
    ),
    "planner.review.who": Text("／{owner}", " / {owner}"),
    "planner.review.until": Text("／{day}まで", " / by {day}"),
    "template.format.day_within_text": Text("m/d", "yyyy-mm-dd"),
    "planner.review.agenda": Text("週次会議の15分", "The weekly 15 minutes"),
    "planner.review.minutes.look": Text("0〜2分", "Minutes 0–2"),
    "planner.review.minutes.levels": Text("2〜5分", "Minutes 2–5"),
    "planner.review.minutes.decide": Text("5〜12分", "Minutes 5–12"),
    "planner.review.minutes.record": Text("12〜15分", "Minutes 12–15"),
    "planner.review.agenda.look": Text("ダッシュボードで全体をつかむ", "Look at the dashboard"),
    "planner.review.agenda.levels": Text("警戒・危機の原因を診断で見る", "Causes of warnings: Diagnosis"),
    "planner.review.agenda.decide": Text("決めてある対応を選ぶ", "Choose among the agreed actions"),
    "planner.review.agenda.record": Text("担当と期限を下の表に書く", "Note owner and due date below"),
    "planner.review.note": Text(
        "数字の読み上げはしません。前回の持ち越しから始めます。",
        "Read no numbers aloud; begin with what was carried over.",
    ),
    "planner.review.log": Text("PDCA の記録", "PDCA log"),
    "planner.review.day": Text("日付", "Date"),
    "planner.review.plan": Text("計画 (Plan)", "Plan"),
    "planner.review.do": Text("実行 (Do)", "Do"),
    "planner.review.check": Text("確認 (Check)", "Check"),
    "planner.review.act": Text("次の行動 (Act)", "Act: what we do next"),
    "planner.review.owner": Text("担当", "Owner"),
    "planner.review.due": Text("期限", "Due"),
    "planner.review.closed": Text("完了", "Done"),
    "planner.review.state": Text("状態", "State"),
    "planner.review.state.closed": Text("完了", "Done"),
    "planner.review.state.overdue": Text("期限切れ", "Overdue"),
    "planner.review.state.open": Text("未完了", "Open"),
    "planner.review.order": Text("順序", "Order"),
    "planner.review.feed.row": Text("行", "Row"),
    "template.name.open_reviews": Text("未完了の決定の件数", "Open decisions"),
    "template.name.overdue_reviews": Text("期限切れの決定の件数", "Overdue decisions"),
    "template.name.carry_over": Text("次の計画に持ち越すこと", "What carries over to the next plan"),
    "template.name.review_states": Text("決定の状態", "States of the decisions"),
    "template.rule.review_words.prompt": Text("200 文字までで入力します。", "Up to 200 characters."),
    "template.rule.review_words.error": Text(
        "200 文字までで入力してください。", "Enter 200 characters at most."
    ),
    "template.rule.review_closed.prompt": Text("済んだら ○ を選びます。", "Choose ○ once it is done."),
    "template.rule.review_closed.error": Text(
        "○ を選ぶか、空白にしてください。", "Choose ○ or leave it blank."
    ),
}
