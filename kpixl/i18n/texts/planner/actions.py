"""Words of the planner's sheet Actions."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.actions.sheet": Text("施策", "Actions"),
    "planner.actions.title": Text("施策：行動と費用対効果", "Actions: work done and what it returned"),
    "planner.actions.guidance": Text(
        "施策ごとの行動量・費用・成果を書くと、達成度と CPL・CPA・ROI が施策別・チャネル別に分かります。",
        "Record work, cost and yield of each measure to see progress, CPL, CPA and ROI by measure and channel.",
    ),
    "planner.actions.headline.none": Text(
        "施策の表に、施策名・期限・回数・費用を入力してください。",
        "Enter each measure with its due date, its count and its cost.",
    ),
    "planner.actions.headline.late": Text(
        "期限切れの施策が {overdue} 件、遅れている施策が {behind} 件です。",
        "Measures overdue: {overdue}, behind schedule: {behind}.",
    ),
    "planner.actions.headline.fine": Text(
        "期限切れや遅れている施策はありません。", "No measure is overdue or behind schedule."
    ),
    "planner.actions.headline.money": Text(
        "ROI が最も高いのは{best}（{roi}）、CPA が最も高いのは{dearest}（{cpa}円）です。",
        "{best} returns the most (ROI {roi}); a deal costs the most through {dearest} (¥{cpa}).",
    ),
    "planner.actions.channels": Text("チャネル別の費用対効果", "Return by channel"),
    "planner.actions.chart.cpa": Text("CPA（受注1件の費用・万円）", "CPA: cost of a deal, ¥1,000"),
    "planner.actions.chart.roi": Text("ROI（売上対比・%）", "ROI on revenue, %"),
    "planner.actions.bar.cpa": Text("{channel}  {value}万円", "{channel}  ¥{value}k"),
    "planner.actions.bar.roi": Text("{channel}  {value}", "{channel}  {value}"),
    "planner.actions.other": Text("チャネルの記入なし・一覧外", "No channel of the list"),
    "planner.actions.total": Text("合計", "Total"),
    "planner.actions.note": Text(
        "CPL＝費用÷リード、CPA＝費用÷受注、ROI＝(売上－費用)÷費用。",
        "CPL = cost / leads, CPA = cost / deals, ROI = (revenue − cost) / cost.",
    ),
    "planner.actions.measures": Text("施策の記録", "Measures"),
    "planner.actions.measure": Text("施策", "Measure"),
    "planner.actions.channel": Text("チャネル", "Channel"),
    "planner.actions.owner": Text("担当", "Owner"),
    "planner.actions.start": Text("開始", "Start"),
    "planner.actions.due": Text("期限", "Due"),
    "planner.actions.planned": Text("計画回数", "Planned"),
    "planner.actions.done": Text("実施回数", "Done"),
    "planner.actions.achievement": Text("達成度", "Share"),
    "planner.actions.cost": Text("費用", "Cost"),
    "planner.actions.leads": Text("リード", "Leads"),
    "planner.actions.deals": Text("受注", "Deals"),
    "planner.actions.revenue": Text("売上", "Revenue"),
    "planner.actions.cpl": Text("CPL", "CPL"),
    "planner.actions.cpa": Text("CPA", "CPA"),
    "planner.actions.roi": Text("ROI", "ROI"),
    "planner.actions.state": Text("状態", "State"),
    "planner.actions.state.finished": Text("完了", "Done"),
    "planner.actions.state.overdue": Text("期限切れ", "Overdue"),
    "planner.actions.state.ahead": Text("開始前", "Not begun"),
    "planner.actions.state.behind": Text("遅れ", "Behind"),
    "planner.actions.state.running": Text("進行中", "Running"),
    "template.name.channel_costs": Text("チャネル別の費用", "Cost by channel"),
    "template.name.channel_cpl": Text("チャネル別の CPL", "CPL by channel"),
    "template.name.channel_cpa": Text("チャネル別の CPA", "CPA by channel"),
    "template.name.channel_roi": Text("チャネル別の ROI", "ROI by channel"),
    "template.name.total_cost": Text("施策の費用の合計", "Cost of all measures"),
    "template.name.measure_states": Text("施策の状態", "States of the measures"),
    "template.rule.measure_cost.prompt": Text(
        "今日までの金額を円で入力します（0 でもかまいません）。", "The amount so far in yen; 0 is fine."
    ),
    "template.rule.measure_cost.error": Text(
        "0 以上の数値を入力してください（「円」などの文字は付けません）。",
        "Enter a number of 0 or more, without letters.",
    ),
    "template.rule.measure_channel.prompt": Text(
        "「逆算」シートのチャネルから選びます。", "Choose a channel of the sheet Funnel."
    ),
    "template.rule.measure_channel.error": Text(
        "一覧から選んでください。増やすときは「逆算」シートに加えます。",
        "Choose from the list; new channels are added on the sheet Funnel.",
    ),
}
