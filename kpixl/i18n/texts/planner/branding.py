"""Words of the workbook Branding."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

SHEET = {
    "planner.branding.sheet": Text("ブランド KPI", "Brand KPIs"),
    "planner.branding.title": Text(
        "ブランド KPI：認知と信頼は高まっているか", "Brand KPIs: are awareness and trust growing?"
    ),
    "planner.branding.guidance": Text(
        "四半期ごとに黄色の欄へ入力します。定量指標は前年同期と比べ、調査は差が偶然かどうかまで判定します。",
        "Fill in the yellow cells each quarter: metrics are compared with last year, surveys tested for chance.",
    ),
    "planner.branding.missing": Text(
        "まだ値がありません。定量指標か調査の回答数を入力してください。",
        "No values yet: enter the metrics of a quarter, or the answers of a survey.",
    ),
    "planner.branding.state.surveys": Text(
        "Q{quarter} の調査：前四半期と比べられる {known} 指標のうち、上昇 {rose}・低下 {fell}、ほかは偶然の範囲です。",
        "Surveys in Q{quarter}: of {known} shares compared with the quarter before, {rose} rose, {fell} fell; the rest may be chance.",
    ),
    "planner.branding.state.first_survey": Text(
        "調査は 2 四半期続けて入力すると、差が偶然かどうかを判定できます。",
        "With surveys of two quarters running, changes can be told from chance.",
    ),
    "planner.branding.state.metrics": Text(
        "Q{quarter} の定量指標：{known} 指標のうち {grown} 指標が前年同期以上です。",
        "Metrics in Q{quarter}: {grown} of {known} are at or above the same quarter last year.",
    ),
    "planner.branding.metrics": Text("定量指標（四半期ごと）", "Metrics, quarter by quarter"),
    "planner.branding.metrics.note": Text(
        "上の 4 行は件数、下の 4 行は割合です。名前は書き換えられます。大きいほど良い指標を選んでください。",
        "The first four rows are counts, the others shares. Rename them as you like; choose metrics that are better the larger.",
    ),
    "planner.branding.name": Text("指標", "Metric"),
    "planner.branding.purpose": Text("目的", "Purpose"),
    "planner.branding.horizon": Text("時間軸", "Horizon"),
    "planner.branding.link": Text("つながるマーケ KPI", "Marketing KPI it moves"),
    "planner.branding.last_year": Text("前年\nQ{quarter}", "Last year\nQ{quarter}"),
    "planner.branding.this_year": Text("当年\nQ{quarter}", "This year\nQ{quarter}"),
    "planner.branding.latest": Text("最新の\n四半期", "Latest\nquarter"),
    "planner.branding.yoy": Text("前年\n同期比", "Against\nlast year"),
    "planner.branding.purpose.awareness": Text("認知", "Awareness"),
    "planner.branding.purpose.trust": Text("信頼", "Trust"),
    "planner.branding.purpose.leads": Text("リードの質", "Lead quality"),
    "planner.branding.purpose.premium": Text("プレミアム", "Premium"),
    "planner.branding.horizon.short": Text("短期", "Short"),
    "planner.branding.horizon.middle": Text("中期", "Medium"),
    "planner.branding.horizon.long": Text("長期", "Long"),
    "planner.branding.surveys": Text("調査の回答（四半期ごと）", "Survey answers, quarter by quarter"),
    "planner.branding.surveys.note": Text(
        "毎回、同じ質問を同じような相手に尋ねてください。「はい」は回答数のうち当てはまると答えた人数です。",
        "Ask the same questions of similar people each time. “Yes” is how many of those asked agreed.",
    ),
    "planner.branding.asked": Text("回答数\nQ{quarter}", "Asked\nQ{quarter}"),
    "planner.branding.yes": Text("はい\nQ{quarter}", "Yes\nQ{quarter}"),
    "planner.branding.results": Text("調査の結果：差か、偶然か", "Survey results: a difference, or chance?"),
    "planner.branding.results.note": Text(
        "下限・上限は 95% 信頼区間（ウィルソン法）です。差は割合の引き算（ポイント）で、p 値が 0.05 未満なら「差あり」です。",
        "Low and high: 95% confidence interval (Wilson). A change is in percentage points; a p-value below 0.05 is taken for a difference.",
    ),
    "planner.branding.share": Text("最新の\n割合", "Latest\nshare"),
    "planner.branding.answers": Text("回答数", "Asked"),
    "planner.branding.judgement": Text("前四半期との差", "Against the quarter before"),
    "planner.branding.share_of": Text("割合\nQ{quarter}", "Share\nQ{quarter}"),
    "planner.branding.lower": Text("割合の\n下限", "Share,\nlow"),
    "planner.branding.upper": Text("割合の\n上限", "Share,\nhigh"),
    "planner.branding.change": Text("前四半期\nとの差", "Change"),
    "planner.branding.change_lower": Text("差の\n下限", "Change,\nlow"),
    "planner.branding.change_upper": Text("差の\n上限", "Change,\nhigh"),
    "planner.branding.p": Text("p 値", "p-value"),
    "planner.branding.judgement.rose": Text("差あり（上昇）", "Difference: rose"),
    "planner.branding.judgement.fell": Text("差あり（低下）", "Difference: fell"),
    "planner.branding.judgement.chance": Text("偶然の範囲", "May be chance"),
    "planner.branding.judgement.first": Text("前四半期の調査なし", "No survey before"),
    "planner.branding.judgement.none": Text("—", "—"),
    "planner.branding.nps": Text("推薦度（NPS）", "Recommendation (NPS)"),
    "planner.branding.nps.group": Text("回答者", "Who answered"),
    "planner.branding.nps.answers": Text(
        "「薦めたい度合い」（0〜10 点）", "How likely to recommend, 0 to 10"
    ),
    "planner.branding.nps.promoters": Text("推奨者（人）", "Promoters"),
    "planner.branding.nps.promoters.answers": Text("9〜10 点", "9 or 10"),
    "planner.branding.nps.passives": Text("中立者（人）", "Passives"),
    "planner.branding.nps.passives.answers": Text("7〜8 点", "7 or 8"),
    "planner.branding.nps.detractors": Text("批判者（人）", "Detractors"),
    "planner.branding.nps.detractors.answers": Text("0〜6 点", "0 to 6"),
    "planner.branding.nps.score": Text("NPS（−100〜100）", "NPS (−100 to 100)"),
    "planner.branding.nps.score.how": Text(
        "推奨者の割合 − 批判者の割合", "Share of promoters less detractors"
    ),
    "planner.branding.quarter": Text("第{quarter}四半期", "Q{quarter}"),
    "planner.branding.pitfalls": Text("よくある落とし穴", "Pitfalls"),
    "planner.branding.pitfall_1": Text(
        "PV・フォロワー数・インプレッションだけで評価しない：見られた量は、覚えられた量ではありません。",
        "Don’t judge by page views, followers or impressions alone: being seen is not being remembered.",
    ),
    "planner.branding.pitfall_2": Text(
        "マーケ KPI とのつながりを決める：つながりを説明できない指標は外します。",
        "Name the marketing KPI that each metric moves, and drop a metric that moves none.",
    ),
    "planner.branding.pitfall_3": Text(
        "短期の数字だけで打ち切らない：信頼や第一想起は中長期の指標で確かめます。",
        "Don’t stop for short-term numbers: trust and recall show in the medium and long term.",
    ),
    "planner.branding.pitfall_4": Text(
        "1 回の調査で喜びも落胆もしない：「偶然の範囲」なら次の四半期を待ちます。",
        "Don’t cheer or despair over one survey: where it may be chance, wait for the next quarter.",
    ),
    "planner.branding.yoy_chart": Text("前年同期比", "Ratio to the same quarter last year"),
    "planner.branding.chart": Text("調査の割合の推移", "Survey shares by quarter"),
    "planner.branding.axis.share": Text("割合", "Share"),
    "planner.branding.feed.brand_quarter": Text("定量指標の四半期", "Quarter of the metrics"),
    "planner.branding.feed.survey_quarter": Text("調査の四半期", "Quarter of the surveys"),
}

METRICS = {
    "planner.branding.metric.searches": Text("指名検索数", "Branded searches"),
    "planner.branding.metric.media": Text("業界メディア掲載数", "Mentions in trade media"),
    "planner.branding.metric.articles": Text("寄稿・登壇の回数", "Articles and talks"),
    "planner.branding.metric.referrals": Text("紹介からの商談数", "Meetings from referrals"),
    "planner.branding.metric.direct": Text("指名問い合わせの比率", "Share of direct enquiries"),
    "planner.branding.metric.mentions": Text("商談でのブランド言及率", "Meetings that mention the brand"),
    "planner.branding.metric.repeat": Text("既存顧客のリピート率", "Repeat rate of customers"),
    "planner.branding.metric.first_choice": Text("競合比較での第一候補率", "First choice among rivals"),
    "planner.branding.metric.recall": Text("第一想起率", "Top-of-mind recall"),
    "planner.branding.metric.trusted": Text("「信頼できる」の割合", "“I trust them”"),
    "planner.branding.metric.recommend": Text("「薦めたい」の割合", "“I would recommend them”"),
    "planner.branding.metric.price": Text("「価格に見合う」の割合", "“Worth the price”"),
    "planner.branding.link.searches": Text("サイト訪問数", "Site visits"),
    "planner.branding.link.media": Text("リード数", "Leads"),
    "planner.branding.link.articles": Text("MQL の件数", "MQLs"),
    "planner.branding.link.referrals": Text("商談数", "Meetings"),
    "planner.branding.link.direct": Text("商談化率", "Lead-to-meeting rate"),
    "planner.branding.link.mentions": Text("受注率", "Win rate"),
    "planner.branding.link.repeat": Text("顧客生涯価値（LTV）", "Lifetime value (LTV)"),
    "planner.branding.link.first_choice": Text("平均受注単価", "Average deal size"),
    "planner.branding.link.recall": Text("指名での問い合わせ数", "Direct enquiries"),
    "planner.branding.link.trusted": Text("商談化率", "Lead-to-meeting rate"),
    "planner.branding.link.recommend": Text("紹介からのリード数", "Leads from referrals"),
    "planner.branding.link.price": Text("平均受注単価", "Average deal size"),
}

RULES = {
    "template.rule.brand_purpose.prompt": Text(
        "この指標で確かめたいことを選びます。", "What this metric is to tell about."
    ),
    "template.rule.brand_purpose.error": Text("一覧から選んでください。", "Choose one in the list."),
    "template.rule.brand_horizon.prompt": Text(
        "効果が表れるまでの長さを選びます。", "How long it takes until an effect shows."
    ),
    "template.rule.brand_horizon.error": Text("一覧から選んでください。", "Choose one in the list."),
    "template.rule.brand_count.prompt": Text(
        "その四半期の合計を 0 以上の数値で入力します。", "The quarter’s total: a number, 0 or more."
    ),
    "template.rule.brand_count.error": Text("0 以上の数値を入力してください。", "Enter a number, 0 or more."),
    "template.rule.brand_share.prompt": Text(
        "その四半期の割合を入力します（例：24%）。", "The quarter’s share, such as 24%."
    ),
    "template.rule.brand_share.error": Text(
        "0% から 100% の割合を入力してください。24 ではなく 24% と入力します。",
        "Enter a share from 0% to 100%; type 24%, not 24.",
    ),
    "template.rule.survey_asked.prompt": Text(
        "質問に答えた人数を整数で入力します。", "How many people answered, as a whole number."
    ),
    "template.rule.survey_asked.error": Text(
        "0 以上の整数を入力してください。", "Enter a whole number, 0 or more."
    ),
    "template.rule.survey_yes.prompt": Text(
        "回答数のうち、当てはまると答えた人数を入力します。", "How many of those who answered agreed."
    ),
    "template.rule.survey_yes.error": Text(
        "0 以上、回答数以下の整数を入力してください。",
        "Enter a whole number, at most the number of people asked.",
    ),
    "template.rule.nps_count.prompt": Text(
        "この点数を付けた人数を整数で入力します。", "How many people gave such a score."
    ),
    "template.rule.nps_count.error": Text(
        "0 以上の整数を入力してください。", "Enter a whole number, 0 or more."
    ),
}

NAMES = {
    "template.name.brand_metrics": Text("定量指標の名前", "Names of the brand metrics"),
    "template.name.brand_last_year": Text(
        "前年の値（指標 × 四半期）", "Last year’s values, metric by quarter"
    ),
    "template.name.brand_this_year": Text(
        "当年の値（指標 × 四半期）", "This year’s values, metric by quarter"
    ),
    "template.name.brand_latest": Text("定量指標の最新の値", "Latest value of each brand metric"),
    "template.name.brand_yoy": Text("前年同期比（1 = 前年並み）", "Ratio to the same quarter last year"),
    "template.name.brand_quarter": Text("定量指標がある最後の四半期", "Last quarter with brand metrics"),
    "template.name.survey_metrics": Text("調査の指標の名前", "Names of the survey metrics"),
    "template.name.survey_asked": Text("回答数（指標 × 四半期）", "People asked, metric by quarter"),
    "template.name.survey_yes": Text(
        "「はい」の人数（指標 × 四半期）", "People who agreed, metric by quarter"
    ),
    "template.name.survey_shares": Text(
        "「はい」の割合（指標 × 四半期）", "Share that agreed, metric by quarter"
    ),
    "template.name.survey_latest": Text("「はい」の最新の割合", "Latest share that agreed"),
    "template.name.survey_lowers": Text("最新の割合の信頼区間の下限", "Lower bound of the latest share"),
    "template.name.survey_uppers": Text("最新の割合の信頼区間の上限", "Upper bound of the latest share"),
    "template.name.survey_changes": Text("前四半期との割合の差", "Change of the share in a quarter"),
    "template.name.survey_change_lowers": Text("割合の差の下限", "Lower bound of the change"),
    "template.name.survey_change_uppers": Text("割合の差の上限", "Upper bound of the change"),
    "template.name.survey_p_values": Text("割合の差の p 値", "p-value of the change"),
    "template.name.survey_judgements": Text("差か偶然かの判定", "Whether the change may be chance"),
    "template.name.survey_quarter": Text("調査がある最後の四半期", "Last quarter with a survey"),
    "template.name.nps_counts": Text(
        "推奨者・中立者・批判者の人数", "Promoters, passives and detractors by quarter"
    ),
    "template.name.nps": Text("四半期ごとの NPS", "NPS of each quarter"),
}

TEXTS: dict[str, Text] = {**SHEET, **METRICS, **RULES, **NAMES}
