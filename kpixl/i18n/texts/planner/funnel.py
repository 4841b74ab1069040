"""Words of the planner's sheet Funnel."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.funnel.sheet": Text("逆算", "Funnel"),
    "planner.funnel.title": Text("逆算：目標に何件必要か", "Funnel: how many do we need?"),
    "planner.funnel.guidance": Text(
        "黄色のセルに売上目標・単価・転換率を入れると、段階別の必要件数と余裕が分かります。",
        "Fill in the goal, the price and the rates (yellow) to see how many each stage needs, and with what margin.",
    ),
    "template.name.revenue_goal": Text("年間の売上目標（円）", "Revenue goal for the year, in yen"),
    "template.name.unit_price": Text("1 件あたりの平均単価（円）", "Average price of a deal, in yen"),
    "template.name.goal_deals": Text("受注の目標（件・年間）", "Deals to win in the year"),
    "template.name.stage_names": Text("段階の名前（上の段階から）", "Names of the stages, top first"),
    "template.name.step_rates": Text("段階間の目標の転換率", "Target rate of each step between stages"),
    "template.name.required_counts": Text(
        "各段階の年間の必要件数（整数）", "Whole count each stage needs in the year"
    ),
    "template.name.exact_counts": Text(
        "各段階の年間の必要件数（端数のまま）", "Exact count each stage needs in the year"
    ),
    "planner.funnel.goal": Text("目標", "Goal"),
    "planner.funnel.revenue_goal": Text(
        "年間の売上目標（会社または事業全体）", "Revenue goal (whole company, a year)"
    ),
    "planner.funnel.unit_price": Text(
        "1 件あたりの平均単価（過去の受注）", "Average price of a deal (past deals)"
    ),
    "planner.funnel.channel_share": Text("このファネルが担う割合", "Share this funnel must bring"),
    "planner.funnel.goal_deals": Text(
        "{stage}の目標（売上 ÷ 単価 × 割合）", "{stage} (revenue ÷ price × share)"
    ),
    "planner.funnel.reading": Text("この計画から分かること", "What this plan says"),
    "planner.funnel.reading.goal_missing": Text(
        "売上目標・単価・割合を入れると、必要な件数が分かります。",
        "Enter revenue goal, price and share to see the counts you need.",
    ),
    "planner.funnel.reading.rates_missing": Text(
        "転換率を 4 つとも入れると、必要な件数が分かります。",
        "Enter all four rates to see the counts you need.",
    ),
    "planner.funnel.reading.needs": Text(
        "{last} {goal} 件には、{first} {top} 件が必要です。", "{goal} {last} need {top} {first}."
    ),
    "planner.funnel.reading.evidence_missing": Text(
        "確実さ：昨年の件数を入れると、目標に届く確率が分かります。",
        "Certainty: enter last year’s counts to see the chance of reaching the goal.",
    ),
    "planner.funnel.reading.evidence_wrong": Text(
        "確実さ：昨年の件数を確かめてください（進んだ件数が元の件数を超えています）。",
        "Certainty: check last year’s counts (more went on than were there).",
    ),
    "planner.funnel.reading.chance": Text(
        "確実さ：昨年の率なら、この件数で目標に届く確率は {chance} です。",
        "Certainty: at last year’s rates, these counts reach the goal with a chance of {chance}.",
    ),
    "planner.funnel.reading.assured": Text(
        "確実さ：昨年の率なら、この件数で目標に届く確率は {chance} です。80% にするには{first} {assured} 件が必要です。",
        "Certainty: at last year’s rates the chance of reaching the goal is {chance}; for 80% plan {assured} {first}.",
    ),
    "planner.funnel.reading.capacity_missing": Text(
        "体制：対応できる上限を入れると、計画が収まるかどうかが分かります。",
        "Capacity: enter limits to see whether the plan fits.",
    ),
    "planner.funnel.reading.fits": Text(
        "体制：どの段階も上限に収まります。", "Capacity: every stage stays within its limit."
    ),
    "planner.funnel.reading.binding": Text(
        "体制：{stage}の上限が足りず、計画の {share} までしか実行できません。",
        "Capacity: {stage} is the tightest stage; only {share} of the plan fits.",
    ),
    "planner.funnel.reading.nothing_tried": Text(
        "試算：「試す率」を入れると、率が変わったときの件数が分かります。",
        "What if: enter rates to try and see the counts they lead to.",
    ),
    "planner.funnel.reading.tried": Text(
        "試算：試した率では{last}が {count} 件になり、目標の {share} です。",
        "What if: the rates tried lead to {count} {last}, {share} of the goal.",
    ),
    "planner.funnel.plan": Text("逆算ファネル（年間）", "Funnel, worked out backwards (year)"),
    "planner.funnel.stage": Text("段階", "Stage"),
    "planner.funnel.step_rate": Text("前段階からの\n転換率", "Rate from\nstage above"),
    "planner.funnel.required": Text("必要件数", "Required"),
    "planner.funnel.exact": Text("端数のまま", "Exact"),
    "planner.funnel.evidence": Text("昨年の実績で確かめる", "Checked against last year"),
    "planner.funnel.entered": Text("昨年、前段階に\nいた件数", "Were at the stage\nabove last year"),
    "planner.funnel.passed": Text("うち、ここへ\n進んだ件数", "Of these,\nwent on"),
    "planner.funnel.last_rate": Text("昨年の\n転換率", "Rate\nlast year"),
    "planner.funnel.assured": Text("80% の確率で\n目標に届く件数", "Count for an\n80% chance"),
    "planner.funnel.plan_chance": Text(
        "必要件数どおりで目標に届く確率", "Chance that the required counts suffice"
    ),
    "planner.funnel.capacity": Text("対応できる上限", "Capacity"),
    "planner.funnel.limit": Text("年間の上限\n空白 = なし", "Limit a year\nblank = none"),
    "planner.funnel.used": Text("必要件数 ÷\n上限", "Required ÷\nlimit"),
    "planner.funnel.left": Text("余裕\n− = 不足", "Left over\n− = short"),
    "planner.funnel.capacity_share": Text("実行できる割合", "Share that fits"),
    "planner.funnel.chart": Text("必要件数のファネル", "The funnel the goal requires"),
    "planner.funnel.chart.note": Text(
        "小さな段階も見えるように、棒の幅は件数の平方根に比例させています。",
        "Bars are as wide as the square root of the count, so that small stages stay visible.",
    ),
    "planner.funnel.label.first": Text("{stage}  {count}件", "{stage}  {count}"),
    "planner.funnel.label": Text(
        "{stage}  {count}件（{above}の {rate}）", "{stage}  {count} ({rate} of {above})"
    ),
    "planner.funnel.what_if": Text(
        "率を変えて試す（最初の段階は計画どおり）", "Try other rates (first stage as planned)"
    ),
    "planner.funnel.tried_rate": Text("試す率\n空白 = 計画", "Rate to try\nblank = plan"),
    "planner.funnel.tried_count": Text("そのときの\n件数", "Count it\nleads to"),
    "planner.funnel.needed_rate": Text(
        "この率だけで目標に\n届くには", "To reach the goal\nby this rate alone"
    ),
    "planner.funnel.out_of_reach": Text("届きません", "Out of reach"),
    "planner.funnel.what_if.note": Text(
        "右端は、ほかの率を試した値のままにしたときに必要な率です。",
        "The last column keeps the other rates as tried.",
    ),
    "planner.funnel.channels": Text("{stage}をチャネルに割り振る", "{stage} by channel"),
    "planner.funnel.channel": Text("チャネル", "Channel"),
    "planner.funnel.share": Text("割合", "Share"),
    "planner.funnel.sum": Text("計", "Total"),
    "planner.funnel.channels.missing": Text(
        "割合を入れると、必要件数を配分します。", "Enter shares to split the required count."
    ),
    "planner.funnel.channels.uneven": Text(
        "合計が 100% ではないため、比率として配分しています。", "Not 100% in total, so taken as proportions."
    ),
    "planner.funnel.feed.binding": Text("足りない段階の番号", "Number of the binding stage"),
    "planner.funnel.feed.evidence": Text("昨年の件数の状態", "State of last year’s counts"),
    "planner.funnel.feed.label": Text("グラフの表示", "Chart label"),
    "planner.funnel.feed.padding": Text("余白", "Padding"),
    "planner.funnel.feed.width": Text("幅", "Width"),
    "planner.funnel.feed.tried": Text("試す率", "Rate tried"),
    "planner.funnel.feed.weight": Text("重み", "Weight"),
    "template.rule.capacity.prompt": Text(
        "人員や予算で 1 年間に対応できる件数を整数で入力します。上限がなければ空白のままにします。",
        "The count that people or budget can handle in a year, as a whole number; blank if there is no limit.",
    ),
    "template.rule.capacity.error": Text(
        "0 以上の整数を入力してください。", "Enter a whole number, 0 or more."
    ),
    "template.rule.entered.prompt": Text(
        "昨年、ひとつ上の段階にいた件数を整数で入力します。",
        "How many were at the stage above last year, as a whole number.",
    ),
    "template.rule.entered.error": Text(
        "0 以上の整数を入力してください。", "Enter a whole number, 0 or more."
    ),
    "template.rule.passed.prompt": Text(
        "そのうち、この段階へ進んだ件数を整数で入力します。",
        "How many of these went on to this stage, as a whole number.",
    ),
    "template.rule.passed.error": Text(
        "0 以上、左の件数以下の整数を入力してください。",
        "Enter a whole number from 0 up to the count on its left.",
    ),
    "template.rule.what_if.prompt": Text(
        "試してみたい転換率を入力します（例：12%）。空白なら計画の率で計算します。",
        "A rate to try, such as 12%; blank takes the planned rate.",
    ),
    "template.rule.what_if.error": Text(
        "0% から 100% で入力してください。12 ではなく 12% と入力します。",
        "Enter a rate from 0% to 100%; type 12%, not 12.",
    ),
    "template.rule.channel_share.prompt": Text(
        "このチャネルが担う割合を入力します（例：30%）。使わないチャネルは空白のままにします。",
        "The share this channel is to bring, such as 30%; leave channels you do not use blank.",
    ),
    "template.rule.channel_share.error": Text(
        "0% から 100% で入力してください。30 ではなく 30% と入力します。",
        "Enter a share from 0% to 100%; type 30%, not 30.",
    ),
    "template.name.channel_share": Text(
        "このファネルが担う割合", "Share of the goal that this funnel must bring"
    ),
    "template.name.evidence_entered": Text(
        "昨年、各区間の前の段階にいた件数", "Last year: count at the stage above each step"
    ),
    "template.name.evidence_passed": Text("昨年、各区間を進んだ件数", "Last year: how many of them went on"),
    "template.name.assured_counts": Text(
        "80% の確率で目標に届く各段階の件数", "Count of each stage that reaches the goal with an 80% chance"
    ),
    "template.name.plan_chance": Text(
        "必要件数どおりで目標に届く確率", "Chance that the required counts reach the goal"
    ),
    "template.name.capacities": Text(
        "各段階の年間の上限（空白 = なし）", "Limit of each stage in the year; blank is none"
    ),
    "template.name.capacity_share": Text(
        "計画のうち上限に収まる割合", "Share of the plan that fits the limits"
    ),
    "template.name.binding_stage": Text(
        "上限が足りない段階（なければ空）", "Stage whose limit is too low; empty if the plan fits"
    ),
    "template.name.what_if_rates": Text(
        "試す転換率（空白 = 計画の率）", "Rates to try; blank takes the planned rate"
    ),
    "template.name.what_if_counts": Text(
        "試した率での各段階の件数", "Count of each stage at the rates tried"
    ),
    "template.name.channel_names": Text("チャネルの名前", "Names of the channels"),
    "template.name.channel_shares": Text("各チャネルが担う割合", "Share of each channel"),
    "template.name.channel_leads": Text(
        "第 2 段階の必要件数のチャネル別の配分", "Second stage's required count, split over the channels"
    ),
}
