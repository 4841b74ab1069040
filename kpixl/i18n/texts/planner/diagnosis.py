"""Words of the planner's sheet Diagnosis."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.diagnosis.sheet": Text("診断", "Diagnosis"),
    "planner.diagnosis.title": Text(
        "診断：どこで、なぜ止まっているか", "Diagnosis: where and why does it stall?"
    ),
    "planner.diagnosis.guidance": Text(
        "転換率を目標と比べ、ボトルネックと改善の効果、増減の要因、考えられる原因が分かります。",
        "Compares the rates with their targets: the bottleneck, what fixing it is worth, why the result moved, and likely causes.",
    ),
    # the rates
    "planner.diagnosis.rates": Text(
        "転換率（年度累計）と目標の差", "Conversion rates (year to date) against target"
    ),
    "planner.diagnosis.rates.chart": Text(
        "区間ごとの転換率（線は 95% 区間）", "Rate of each step (lines: 95% interval)"
    ),
    "planner.diagnosis.step": Text("区間", "Step"),
    "planner.diagnosis.target": Text("目標", "Target"),
    "planner.diagnosis.actual": Text("実績", "Actual"),
    "planner.diagnosis.lower": Text("95%下限", "95% lower"),
    "planner.diagnosis.upper": Text("95%上限", "95% upper"),
    "planner.diagnosis.reading": Text("読み方", "Reading"),
    "planner.diagnosis.uplift": Text("目標どおり\nなら（件）", "Gain if\non target"),
    "planner.diagnosis.no_data": Text("実績なし", "No data"),
    "planner.diagnosis.no_target": Text("目標なし", "No target"),
    "planner.diagnosis.too_many": Text("前段階より多い（要確認）", "Above 100%: check counts"),
    "planner.diagnosis.below": Text("目標を下回る", "Below target"),
    "planner.diagnosis.above": Text("目標を上回る", "Above target"),
    "planner.diagnosis.chance": Text("偶然の範囲内", "Within chance"),
    "planner.diagnosis.bottleneck": Text("ボトルネック", "Bottleneck"),
    "planner.diagnosis.interval.note": Text(
        "95% 区間に目標が入っていれば、差はまだ偶然でも起こりうる大きさです。",
        "While the 95% interval contains the target, the difference may still be chance.",
    ),
    "planner.diagnosis.lag": Text(
        "受注までの中央値は {days} 日です。それより新しい件数はまだ次の段階に進んでいないため、直近の率は低めに出ます。",
        "Half of the deals take {days} days or more: newer leads have not had their time, so recent rates look low.",
    ),
    "planner.diagnosis.lag.unknown": Text(
        "新しい件数はまだ次の段階に進んでいないため、直近の率は低めに出ます（リードシートで所要日数が分かります）。",
        "The newest leads have not had their time, so recent rates look low (the sheet Leads gives the lead time).",
    ),
    "planner.diagnosis.fix": Text(
        "最も効くのは「{step}」です。{actual} を目標の {target} に戻せば、ここまでの{last}は {count} 件増えていました。",
        "The step to fix is {step}: at its target of {target} instead of {actual} there would be {count} more in “{last}” by now.",
    ),
    "planner.diagnosis.fix.chance": Text(
        "（ただし、差はまだ偶然の範囲です）", " (The difference may still be chance.)"
    ),
    "planner.diagnosis.fix.nothing": Text(
        "転換率の目標（逆算シート）と実績がそろうと、ここに診断が表示されます。",
        "The diagnosis shows here once there are target rates (sheet Funnel) and results.",
    ),
    "planner.diagnosis.fix.none": Text(
        "目標を下回る区間はありません。件数が足りない場合は、最初の段階を増やします。",
        "No step is below its target; if counts are short, bring more into the first stage.",
    ),
    # what moved the result
    "planner.diagnosis.change": Text("件数が増減した要因", "What moved the result"),
    "planner.diagnosis.waterfall": Text("増減の内訳", "From before to after"),
    "planner.diagnosis.comparison": Text("何と比べるか", "Compare with"),
    "planner.diagnosis.comparison.plan": Text("計画", "Plan"),
    "planner.diagnosis.comparison.month": Text("前月", "Last month"),
    "planner.diagnosis.comparison.quarter": Text("前の3か月", "3 months"),
    "planner.diagnosis.comparison.halves": Text("前半の月", "First half"),
    "planner.diagnosis.periods.plan": Text(
        "年度の初めから基準日までの計画（前）と実績（後）を比べています。",
        "The plan from the start of the year to the as-of date (before) and the actuals (after).",
    ),
    "planner.diagnosis.periods.single": Text(
        "{a}（前）と {c}（後）を比べています。", "{a} (before) and {c} (after)."
    ),
    "planner.diagnosis.periods.several": Text(
        "{a}〜{b}（前）と {c}〜{d}（後）を比べています。", "{a} to {b} (before) and {c} to {d} (after)."
    ),
    "planner.diagnosis.periods.early": Text(
        "この比較には実績がまだ足りません（「計画」なら最初の月から比べられます）。",
        "Not enough results for this yet; “Plan” works from the first month.",
    ),
    "planner.diagnosis.factor": Text("要因", "Factor"),
    "planner.diagnosis.before": Text("前", "Before"),
    "planner.diagnosis.after": Text("後", "After"),
    "planner.diagnosis.contribution": Text("寄与（件）", "Effect"),
    "planner.diagnosis.effect": Text("結果への影響", "What it did"),
    "planner.diagnosis.raised": Text("押し上げた", "Raised it"),
    "planner.diagnosis.lowered": Text("押し下げた", "Lowered it"),
    "planner.diagnosis.unmoved": Text("ほぼ影響なし", "Hardly any effect"),
    "planner.diagnosis.main_reason": Text(
        "最も影響したのは「{factor}」で、{last}を {count} 件動かしました（対数平均による分解で、合計は増減と一致します）。",
        "The strongest factor is “{factor}”: {count} in “{last}” (split by the logarithmic mean; the parts add up).",
    ),
    "planner.diagnosis.axis.rate": Text("転換率（%）", "Rate (%)"),
    "planner.diagnosis.axis.count": Text("件", "Count"),
    # what the symptoms point to
    "planner.diagnosis.symptoms": Text("考えられる原因と打ち手", "Likely causes, and what to do"),
    "planner.diagnosis.symptoms.nothing": Text(
        "実績を記録すると、ここに考えられる原因が表示されます。",
        "Likely causes show here once there are results.",
    ),
    "planner.diagnosis.cause": Text("原因：", "Cause: "),
    "planner.diagnosis.hint": Text("打ち手：", "What to do: "),
    "planner.diagnosis.map": Text(
        "診断に使う指標（印刷されません）", "Metrics of the diagnosis (not printed)"
    ),
    "planner.diagnosis.map.note": Text(
        "各段階が辞典のどの指標に当たるかを選びます。「見分ける指標」が分かっていれば、下の 3 行に指標と判定を加えると原因が絞られます。",
        "Choose which metric of the catalogue each stage is. Add the metrics that tell two causes apart, with their level, in the last rows.",
    ),
    "planner.diagnosis.map.what": Text("段階・区間", "Stage or step"),
    "planner.diagnosis.map.target": Text("基準日までの\n目標", "Target\nto date"),
    "planner.diagnosis.map.actual": Text("実績", "Actual"),
    "planner.diagnosis.map.ratio": Text("達成率", "Achieved"),
    "planner.diagnosis.map.metric": Text("辞典の指標", "Catalogue metric"),
    "planner.diagnosis.map.level": Text("判定", "Level"),
    "planner.diagnosis.map.by_hand": Text("加える指標 {place}", "Metric to add {place}"),
    # feeds
    "planner.diagnosis.feed.step": Text("区間", "Step"),
    "planner.diagnosis.feed.above": Text("前の件数", "Above"),
    "planner.diagnosis.feed.below": Text("後の件数", "Below"),
    "planner.diagnosis.feed.rate": Text("率", "Rate"),
    "planner.diagnosis.feed.shown": Text("実績", "Actual"),
    "planner.diagnosis.feed.minus": Text("下側", "Minus"),
    "planner.diagnosis.feed.plus": Text("上側", "Plus"),
    "planner.diagnosis.feed.top": Text("上限", "Upper"),
    "planner.diagnosis.feed.ready": Text("診断できる", "Ready"),
    "planner.diagnosis.feed.choice": Text("比べ方", "Choice"),
    "planner.diagnosis.feed.gone": Text("終わった月", "Months gone"),
    "planner.diagnosis.feed.length": Text("月数", "Months"),
    "planner.diagnosis.feed.before_first": Text("前の最初の月", "Before: first"),
    "planner.diagnosis.feed.before_last": Text("前の最後の月", "Before: last"),
    "planner.diagnosis.feed.after_first": Text("後の最初の月", "After: first"),
    "planner.diagnosis.feed.after_last": Text("後の最後の月", "After: last"),
    "planner.diagnosis.feed.strongest": Text("最大の要因", "Strongest"),
    "planner.diagnosis.feed.stage": Text("段階", "Stage"),
    "planner.diagnosis.feed.plan": Text("計画", "Plan"),
    "planner.diagnosis.feed.before": Text("前", "Before"),
    "planner.diagnosis.feed.after": Text("後", "After"),
    "planner.diagnosis.feed.size": Text("大きさ", "Size"),
    "planner.diagnosis.feed.bar": Text("棒", "Bar"),
    "planner.diagnosis.feed.from": Text("始点", "From"),
    "planner.diagnosis.feed.to": Text("終点", "To"),
    "planner.diagnosis.feed.base": Text("余白", "Base"),
    "planner.diagnosis.feed.total": Text("合計", "Total"),
    "planner.diagnosis.feed.up": Text("増加", "Up"),
    "planner.diagnosis.feed.up_below": Text("増加（負側）", "Up, below 0"),
    "planner.diagnosis.feed.down": Text("減少", "Down"),
    "planner.diagnosis.feed.down_below": Text("減少（負側）", "Down, below 0"),
    "planner.diagnosis.feed.metric": Text("指標", "Metric"),
    "planner.diagnosis.feed.level": Text("判定", "Level"),
    "planner.diagnosis.feed.known": Text("使う判定", "Level used"),
    "planner.diagnosis.feed.limits": Text("基準が使える", "Limits usable"),
    "planner.diagnosis.feed.findings": Text("症状の数", "Findings"),
    # what the inputs accept
    "template.rule.comparison.prompt": Text(
        "計画＝年度累計の計画と実績、前月＝直近の月と前の月、前の3か月＝直近3か月とその前、前半の月＝年度の終わった月を前後に分けて比べます。",
        "Plan = year to date, Last month = the two latest months, 3 months = the latest three and those before, First half = the months gone, halved.",
    ),
    "template.rule.comparison.error": Text(
        "一覧から比べ方を選んでください。", "Choose one of the comparisons in the list."
    ),
    "template.rule.level.prompt": Text(
        "加えた指標が目標どおりか、どの程度足りないかを選びます。",
        "Whether the metric is on track, or how far it is short.",
    ),
    "template.rule.level.error": Text(
        "一覧から判定を選んでください。", "Choose one of the levels in the list."
    ),
    # names
    "template.name.bottleneck": Text(
        "目標から最も落ち込んでいる区間（なければ空）", "Step furthest below its target; empty if none"
    ),
    "template.name.actual_rates": Text("年度累計の実績の転換率", "Actual rate of each step, year to date"),
    "template.name.best_fix": Text("最も効く改善を 1 文で", "The most rewarding fix in one sentence"),
    "template.name.rate_lowers": Text("実績の転換率の 95% 下限", "Lower 95% limit of each actual rate"),
    "template.name.rate_uppers": Text("実績の転換率の 95% 上限", "Upper 95% limit of each actual rate"),
    "template.name.uplifts": Text(
        "各区間が目標どおりなら増えていた最終件数", "Final count each step would add at its target"
    ),
    "template.name.comparison": Text("要因分解で比べる相手", "What the change is compared with"),
    "template.name.contributions": Text(
        "最終件数の増減への各要因の寄与（最初の件数と 4 つの率）",
        "Effect of each factor on the final count: first volume and four rates",
    ),
    "template.name.symptoms": Text(
        "症状・原因・打ち手（5 行）", "Symptom, likely cause and hint of each finding"
    ),
    "template.name.diagnosed_levels": Text(
        "診断に使う判定（0 = 達成 … 3 = 危機）", "Levels of the diagnosis, 0 on track to 3 critical"
    ),
    "template.name.added_levels": Text("加えた指標の判定", "Levels of the metrics added by hand"),
    "template.name.diagnosed_metrics": Text(
        "診断に使う指標（段階・区間・追加）", "Metrics of the diagnosis: stages, steps, added ones"
    ),
}
