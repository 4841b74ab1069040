"""Words of the planner's sheet Design."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.design.sheet": Text("設計", "Design"),
    "planner.design.title": Text(
        "設計：目標と KPI のつながりを決める", "Design: connect the goal with its KPIs"
    ),
    "planner.design.guidance": Text(
        "下の表に目標（KGI）から行動（KAI）までのつながりを書くと、注力すべき要因と、設計の問題点が分かります。",
        "Write the tree from the goal (KGI) down to the actions (KAI) below to see which factor to focus on and what is wrong with the design.",
    ),
    # the factor to focus on
    "planner.design.focus": Text("おすすめの注力先", "Where to focus"),
    "planner.design.focus_kpi": Text("注力 KPI", "Focus KPI"),
    "planner.design.focus.none": Text(
        "KPI の目標・現状・影響を入力してください", "Fill in targets, actuals and impact of the KPIs"
    ),
    "planner.design.rank": Text("順位", "Rank"),
    "planner.design.factor": Text("要因（KPI・中間KPI のうち変数）", "Factor (KPIs that are variables)"),
    "planner.design.goal": Text("KGI の見通し", "The goal"),
    "planner.design.goal.target": Text("目標", "Target"),
    "planner.design.goal.from_targets": Text(
        "要因がすべて目標に届いた場合", "If all factors reach their targets"
    ),
    "planner.design.goal.as_is": Text("要因が現状のままの場合", "If all factors stay as they are"),
    "planner.design.goal.note": Text(
        "KGI と要因の行に演算（× + − ÷）と値を入れると、見通しが計算されます。",
        "Enter operators (× + − ÷) and the values of the factors to compute the goal.",
    ),
    # what is wrong
    "planner.design.checks": Text("設計の点検", "Check of the design"),
    "planner.design.problems": Text("見つかった問題", "Problems found"),
    "template.format.problems": Text('0"件"', "0"),
    "planner.design.problems.empty": Text(
        "表に書き始めると、ここに点検の結果が表示されます", "Findings show here once the table is begun"
    ),
    "planner.design.problems.none": Text("問題は見つかりません", "Nothing is wrong"),
    "planner.design.problems.more": Text(
        "重いものから 10 件を表示しています（ほかに {count} 件）",
        "The ten gravest are shown ({count} more)",
    ),
    "planner.design.severity": Text("重さ", "Severity"),
    "planner.design.row": Text("行", "Row"),
    "planner.design.message": Text("内容と直し方", "What is wrong, and what to do"),
    # the tree
    "planner.design.tree": Text(
        "KPI ツリー（1 行に 1 つの指標。親の ID で上の行につなぎます）",
        "KPI tree: a metric a row, tied to the row above it by the parent's ID",
    ),
    "planner.design.tree.more": Text(
        "KPI ツリーの続き（定義・責任者・対応）", "KPI tree continued: definitions, owners, actions"
    ),
    "planner.design.id": Text("ID", "ID"),
    "planner.design.parent": Text("親", "Parent"),
    "planner.design.kind": Text("種別", "Kind"),
    "planner.design.name": Text("名称", "Name"),
    "planner.design.metric": Text("辞典の指標", "Catalogue metric"),
    "planner.design.operator": Text("演算", "Operator"),
    "planner.design.name_again": Text("名称（再掲）", "Name (again)"),
    "planner.design.unit": Text("単位", "Unit"),
    "planner.design.direction": Text("方向", "Direction"),
    "planner.design.variability": Text("変数・定数", "Variable or constant"),
    "planner.design.impact": Text("KGI影響度", "Impact on KGI"),
    "planner.design.influence": Text("影響力", "Influence"),
    "planner.design.target": Text("目標", "Target"),
    "planner.design.actual": Text("現状", "Actual"),
    "planner.design.due": Text("期限", "Due"),
    "planner.design.owner": Text("責任者", "Owner"),
    "planner.design.cadence": Text("頻度", "Cadence"),
    "planner.design.numerator": Text("分子", "Numerator"),
    "planner.design.denominator": Text("分母", "Denominator"),
    "planner.design.version": Text("定義版", "Definition version"),
    "planner.design.action": Text("未達時の対応", "Agreed action on a miss"),
    "planner.design.target_value": Text("目標計算値", "Target computed"),
    "planner.design.actual_value": Text("現状計算値", "Actual computed"),
    "planner.design.headroom": Text("伸びしろ", "Head-room"),
    "planner.design.score": Text("CSF スコア", "CSF score"),
    "planner.design.variable": Text("変数", "variable"),
    "planner.design.constant": Text("定数", "constant"),
    "planner.design.feed.id": Text("計算用ID", "Unique ID"),
    "planner.design.feed.parent": Text("計算用の親", "Computing parent"),
    "planner.design.feed.candidate": Text("候補", "Candidate"),
    # what the inputs accept
    "template.rule.node_id.prompt": Text(
        "この行だけの番号か記号を入力します（例：1、2、2-1）。",
        "A number or sign of this row alone: 1, 2, 2a.",
    ),
    "template.rule.node_id.error": Text("12 文字までで入力してください。", "Enter 12 characters at most."),
    "template.rule.parent.prompt": Text(
        "1 つ上の指標の ID を選びます。いちばん上の KGI は空白にします。",
        "The ID of the metric above; leave it blank for the KGI at the top.",
    ),
    "template.rule.parent.error": Text(
        "表にある ID を選んでください。", "Choose an ID that stands in the table."
    ),
    "template.rule.tree_kind.prompt": Text(
        "KGI＝最終目標、KSF＝成功要因、KPI＝注力する指標（1〜2 個）、管理指標＝異常だけを見る指標、KAI＝行動の量です。",
        "KGI = final goal, KSF = success factor, KPI = focus (one or two), management metric = watched for anomalies, KAI = action.",
    ),
    "template.rule.tree_kind.error": Text("一覧から選んでください。", "Choose one in the list."),
    "template.rule.tree_operator.prompt": Text(
        "下の行の値からこの行の値を計算する方法です。下に行がなければ空白にします。",
        "How this row follows from the rows below it; leave it blank where there are none.",
    ),
    "template.rule.tree_operator.error": Text("+、−、×、÷ から選んでください。", "Choose +, −, × or ÷."),
    "template.rule.tree_unit.prompt": Text(
        "数え方の単位を選びます。率は % です（25% は 0.25 と同じ）。",
        "What it is counted in; % for rates (25% is 0.25).",
    ),
    "template.rule.tree_unit.error": Text("一覧から選んでください。", "Choose one in the list."),
    "template.rule.tree_direction.prompt": Text(
        "↑ は大きいほど良い指標、↓ は小さいほど良い指標（単価、直帰率など）です。",
        "↑ where more is better, ↓ where less is better (costs, bounce rate).",
    ),
    "template.rule.tree_direction.error": Text("↑ か ↓ を選んでください。", "Choose ↑ or ↓."),
    "template.rule.tree_variability.prompt": Text(
        "自社の活動で動かせるなら「変数」、ほぼ動かせないなら「定数」を選びます。",
        "Variable if your own work moves it, constant if hardly anything does.",
    ),
    "template.rule.tree_variability.error": Text(
        "「変数」か「定数」を選んでください。", "Choose variable or constant."
    ),
    "template.rule.weight.prompt": Text(
        "0 から 1 で入力します（0 = ない、0.5 = ふつう、1 = 非常に大きい）。",
        "From 0 to 1: 0 = none, 0.5 = medium, 1 = very strong.",
    ),
    "template.rule.weight.error": Text("0 から 1 の数値を入力してください。", "Enter a number from 0 to 1."),
    "template.rule.amount.prompt": Text(
        "0 以上の数値を入力します。率は 25% のように入力します。", "A number, 0 or more; rates as 25%."
    ),
    "template.rule.amount.error": Text("0 以上の数値を入力してください。", "Enter a number, 0 or more."),
    "template.rule.tree_cadence.prompt": Text("数値を確認する頻度を選びます。", "How often it is looked at."),
    "template.rule.tree_cadence.error": Text("一覧から選んでください。", "Choose one in the list."),
    "template.rule.definition.prompt": Text(
        "指標を選ぶと辞典の定義が入ります。自社の定義があれば上書きします。",
        "Comes from the catalogue; type over it with your own definition.",
    ),
    "template.rule.definition.error": Text("60 文字までで入力してください。", "Enter 60 characters at most."),
    "template.rule.version.prompt": Text(
        "定義を変えたら版を上げます（例：1、2）。版が違う実績は比べません。",
        "Raise it when the definition changes; results of different versions are not compared.",
    ),
    "template.rule.version.error": Text("12 文字までで入力してください。", "Enter 12 characters at most."),
    "template.rule.agreed.prompt": Text(
        "目標に届かないときに誰が何をするかを、100 文字までで書きます。",
        "Who does what on a miss, up to 100 characters.",
    ),
    "template.rule.agreed.error": Text("100 文字までで入力してください。", "Enter 100 characters at most."),
    # names
    "template.name.focus_kpi": Text(
        "注力をすすめる KPI（スコアが最も高い要因）", "KPI recommended as focus: the highest score"
    ),
    "template.name.csf_scores": Text(
        "ツリーの各行の CSF スコア（伸びしろ × 影響）", "CSF score of each row of the tree"
    ),
    "template.name.design_problems": Text(
        "設計の点検で見つかった問題の数", "Number of findings of the design check"
    ),
    "template.name.design_checks": Text(
        "設計の点検の結果（重さ・行・内容、10 行）", "Findings of the design check: severity, row, message"
    ),
}
