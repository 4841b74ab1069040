"""Words of the planner's sheet Leads."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.leads.sheet": Text("リード", "Leads"),
    "planner.leads.title": Text("リード：質と育成の進み", "Leads: quality and progress"),
    "planner.leads.guidance": Text(
        "採点ルールとリードの表から、質で重み付けした件数、リードタイム、成熟した転換率が分かります。",
        "From scoring rules and the list of leads: quality-weighted counts, lead time and matured rates.",
    ),
    "planner.leads.rules": Text("採点ルール", "Scoring rules"),
    "planner.leads.number": Text("番号", "No."),
    "planner.leads.attribute": Text("属性・行動", "Attribute or action"),
    "planner.leads.points": Text("点数", "Points"),
    "planner.leads.threshold": Text("ホットリードとする点数（以上）", "Hot from this score on"),
    "planner.leads.maturity": Text("MQL から SQL までの猶予", "Days allowed, MQL to SQL"),
    "planner.leads.results": Text("結果", "Results"),
    "planner.leads.result": Text("見るところ", "What to look at"),
    "planner.leads.value": Text("値", "Value"),
    "planner.leads.result.hot": Text("ホットリード", "Hot leads"),
    "planner.leads.result.hand_over": Text(
        "うち要引き渡し（MQL になる前）", "of them to hand over (no MQL yet)"
    ),
    "planner.leads.result.quality": Text("質で重み付けした件数", "Leads weighted by quality"),
    "planner.leads.result.median": Text("受注までの日数（中央値）", "Days to a deal (median)"),
    "planner.leads.result.p90": Text("受注までの日数（9割がこの日数以内）", "Days to a deal (nine in ten)"),
    "planner.leads.result.matured": Text("MQL → SQL 率（成熟分）", "MQL to SQL rate (matured)"),
    "planner.leads.result.base": Text("その対象（猶予を過ぎた MQL）", "of so many matured MQLs"),
    "planner.leads.result.raw": Text("参考：新しい MQL も含む率", "For comparison: rate of all MQLs"),
    "planner.leads.note.quality": Text(
        "重み付け：100点のリードを1件、50点を0.5件と数えます。",
        "Weighted: a lead of 100 points counts as one, of 50 points as half.",
    ),
    "planner.leads.note.matured": Text(
        "成熟分：猶予を過ぎた MQL だけで計算します。",
        "Matured: only MQLs that have had all their days.",
    ),
    "planner.leads.note.rows": Text(
        "行が足りないときは、表のすぐ下に続けて入力します（Excel）。ほかのソフトでは、最後の行全体をコピーして、その手前に挿入します。",
        "For more rows, type on right below the table (Excel); elsewhere, copy its whole last row and insert it above itself.",
    ),
    "planner.leads.headline.none": Text(
        "リードの表に登録日と当てはまる属性を入力してください。",
        "Enter each lead's date and mark what applies to it.",
    ),
    "planner.leads.headline.check": Text(
        "日付の抜けや前後の誤りが {count} 件あります。「要確認」の行を直してください。",
        "Leads with a date missing or out of order: {count}. Please correct the rows marked Check.",
    ),
    "planner.leads.headline.hand_over": Text(
        "ホットリード {count} 件が引き渡し待ちです。内容を確かめて MQL にしましょう。",
        "Hot leads to hand over: {count}. Review them and make them MQLs.",
    ),
    "planner.leads.headline.no_threshold": Text(
        "ホットリードとする点数を入力してください。", "Enter the score from which a lead is hot."
    ),
    "planner.leads.headline.hot": Text(
        "ホットリードは {count} 件です。引き渡し待ちはありません。",
        "Hot leads: {count}, none of them waiting to be handed over.",
    ),
    "planner.leads.channels": Text("チャネル別の平均点", "Mean score by channel"),
    "planner.leads.channel": Text("チャネル", "Channel"),
    "planner.leads.list": Text("リードの一覧", "List of leads"),
    "planner.leads.entered": Text("登録日", "Date"),
    "planner.leads.mql": Text("MQL 化", "MQL on"),
    "planner.leads.sql": Text("SQL 化", "SQL on"),
    "planner.leads.won": Text("受注日", "Won on"),
    "planner.leads.score": Text("得点", "Score"),
    "planner.leads.state": Text("状態", "State"),
    **{f"planner.leads.mark.{place}": Text(mark, mark) for place, mark in enumerate("①②③④⑤⑥⑦⑧", 1)},
    "planner.leads.state.won": Text("受注", "Won"),
    "planner.leads.state.sql": Text("商談中", "SQL"),
    "planner.leads.state.mql": Text("MQL", "MQL"),
    "planner.leads.state.hand_over": Text("要引き渡し", "Hand over"),
    "planner.leads.state.nurturing": Text("育成中", "Nurturing"),
    "planner.leads.state.check": Text("要確認", "Check"),
    "planner.leads.feed.mean": Text("平均点", "Mean score"),
    "planner.attribute.head": Text("部長以上の役職", "Head or above"),
    "planner.attribute.size": Text("従業員100人以上", "100+ staff"),
    "planner.attribute.industry": Text("対象業種", "Target industry"),
    "planner.attribute.inquiry": Text("問い合わせ", "Inquiry"),
    "planner.attribute.price_list": Text("料金表のDL", "Price list"),
    "planner.attribute.webinar": Text("ウェビナー参加", "Webinar attended"),
    "planner.attribute.clicked": Text("メールのクリック", "Clicked in email"),
    "planner.attribute.case_study": Text("導入事例のDL", "Case study"),
    "planner.attribute.catalogue": Text("カタログのDL", "Catalogue"),
    "planner.attribute.category": Text("対象の製品分野", "Product category"),
    "planner.attribute.checklist": Text("お役立ち資料のDL", "Checklist"),
    "planner.attribute.curriculum": Text("研修計画を作成", "Made a course plan"),
    "planner.attribute.invited": Text("同僚を5人以上招待", "Invited 5 or more"),
    "planner.attribute.login": Text("月3回以上ログイン", "3+ logins a month"),
    "planner.attribute.survey": Text("アンケート回答", "Survey answered"),
    "planner.attribute.timing": Text("1年以内に導入予定", "Buys within a year"),
    "planner.attribute.outside": Text("競合・学生", "Rival or student"),
    "template.format.points": Text('0"点"', '0" pt"'),
    "template.format.quality": Text('0.0"件"', "0.0"),
    "template.name.scoring_rules": Text("採点する属性・行動", "Attributes and actions that score"),
    "template.name.scoring_points": Text("属性・行動ごとの点数", "Points of each attribute or action"),
    "template.name.lead_threshold": Text("ホットリードとする点数", "Score from which a lead is hot"),
    "template.name.maturity_days": Text(
        "MQL が SQL になるまでの猶予", "Days an MQL is given to become an SQL"
    ),
    "template.name.hot_leads": Text("ホットリードの件数", "Hot leads"),
    "template.name.leads_to_hand_over": Text("引き渡し待ちのホットリード", "Hot leads to hand over"),
    "template.name.quality_count": Text("質で重み付けした件数", "Leads weighted by quality"),
    "template.name.lead_time_median": Text("受注までの日数の中央値", "Median of the days to a deal"),
    "template.name.lead_time_p90": Text("受注までの日数の90%点", "Days to a deal, nine in ten"),
    "template.name.matured_rate": Text("成熟した MQL の SQL 率", "SQL rate of matured MQLs"),
    "template.name.matured_base": Text("成熟した MQL の件数", "Matured MQLs"),
    "template.name.raw_rate": Text("新しい MQL も含む SQL 率", "SQL rate of all MQLs"),
    "template.name.lead_scores": Text("リードの得点", "Scores of the leads"),
    "template.name.lead_states": Text("リードの状態", "States of the leads"),
    "template.name.channel_scores": Text("チャネル別の平均点", "Mean score by channel"),
    "template.rule.scoring_points.prompt": Text(
        "-100〜100 の整数。減点はマイナスで入力します。",
        "A whole number from -100 to 100; below 0 takes away.",
    ),
    "template.rule.scoring_points.error": Text(
        "-100 から 100 までの整数を入力してください。", "Enter a whole number from -100 to 100."
    ),
    "template.rule.lead_threshold.prompt": Text(
        "1〜100 の整数。営業と合意した点数を入力します。", "A whole number from 1 to 100, agreed with sales."
    ),
    "template.rule.lead_threshold.error": Text(
        "1 から 100 までの整数を入力してください。", "Enter a whole number from 1 to 100."
    ),
    "template.rule.maturity_days.prompt": Text(
        "MQL が SQL になるのを待つ日数（1〜365）。", "Days to wait for an MQL to become an SQL (1 to 365)."
    ),
    "template.rule.maturity_days.error": Text(
        "1 から 365 までの整数を入力してください。", "Enter a whole number from 1 to 365."
    ),
    "template.rule.lead_channel.prompt": Text(
        "「逆算」シートのチャネルから選びます。", "Choose a channel of the sheet Funnel."
    ),
    "template.rule.lead_channel.error": Text(
        "一覧から選んでください。増やすときは「逆算」シートに加えます。",
        "Choose from the list; new channels are added on the sheet Funnel.",
    ),
    "template.rule.lead_mark.prompt": Text("当てはまるときに ○ を選びます。", "Choose ○ where this applies."),
    "template.rule.lead_mark.error": Text("○ を選ぶか、空白にしてください。", "Choose ○ or leave it blank."),
}
