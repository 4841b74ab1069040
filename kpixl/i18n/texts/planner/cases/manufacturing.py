"""Words of the case manufacturing."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.case.manufacturing.company": Text("サンプル精機株式会社", "Sample Precision Co."),
    "planner.case.manufacturing.title": Text(
        "製造業：新規商談を前年比+30%", "Manufacturing: 30% more new meetings"
    ),
    "planner.case.manufacturing.story": Text(
        "有効リードは3か月目に月30件を超えました。年間目標の商談は、累計の前年同期比で確かめています。",
        "Qualified leads passed 30 a month in the third month. The year's goal is read as the sum so far against last year.",
    ),
    "planner.case.manufacturing.tree.G1": Text(
        "年間新規商談件数（前年比+30%）", "New meetings a year (+30%)"
    ),
    "planner.case.manufacturing.tree.S1": Text(
        "Web で探す技術者に見つけてもらうこと", "Being found by engineers who search the web"
    ),
    "planner.case.manufacturing.tree.K1": Text(
        "Web 経由の有効リード数（月30件）", "Qualified leads from the web (30 a month)"
    ),
    "planner.case.manufacturing.tree.M1": Text(
        "商談化率（有効リード対比）", "Meeting rate per qualified lead"
    ),
    "planner.case.manufacturing.tree.M2": Text("リード獲得数", "Leads won"),
    "planner.case.manufacturing.tree.M3": Text("有効リード率", "Qualified rate per lead"),
    "planner.case.manufacturing.tree.M4": Text("サイト訪問数", "Site visits"),
    "planner.case.manufacturing.tree.M5": Text("リード獲得率", "Lead rate per visit"),
    "planner.case.manufacturing.tree.A1": Text(
        "製品事例・技術コラムの公開数（月）", "Product cases and columns published (a month)"
    ),
    "planner.case.manufacturing.tree.A2": Text(
        "有効リードの基準を営業と確かめる会の開催数", "Talks held with sales on what qualifies"
    ),
    "planner.case.manufacturing.action.K1": Text(
        "記事の題材を営業の質問集から選び直し、広告の対象業種を絞る",
        "Choose topics from what sales are asked, and aim the ads at fewer industries",
    ),
    "planner.case.manufacturing.measure.articles": Text(
        "製品事例・技術コラム（月6本）", "Product cases and columns, 6 a month"
    ),
    "planner.case.manufacturing.measure.pages": Text("製品ページの作り直し", "New product pages"),
    "planner.case.manufacturing.measure.ads": Text("業種別の検索広告", "Search advertising by industry"),
    "planner.case.manufacturing.measure.papers": Text("業種別ホワイトペーパー", "White papers by industry"),
    "planner.case.manufacturing.measure.fairs": Text("展示会への出展", "Exhibitions"),
    "planner.case.manufacturing.measure.letters": Text(
        "名刺保有先へのメール", "Emails to collected contacts"
    ),
    "planner.case.manufacturing.review.april.plan": Text(
        "有効リードの条件を営業と決める", "Agree with sales on what qualifies"
    ),
    "planner.case.manufacturing.review.april.do": Text(
        "対象業種・製品分野・導入時期の3条件を決めた", "Agreed on industry, product category and timing"
    ),
    "planner.case.manufacturing.review.april.check": Text(
        "有効リード24件（目標31件）。条件の確認漏れが6件",
        "24 qualified leads (target 31); timing was not asked 6 times",
    ),
    "planner.case.manufacturing.review.april.act": Text(
        "フォームに導入時期の項目を加える", "Ask for the timing in the form"
    ),
    "planner.case.manufacturing.review.june.plan": Text("有効リード月30件", "30 qualified leads a month"),
    "planner.case.manufacturing.review.june.do": Text(
        "月6本の事例・コラムを続けた", "Kept publishing six pieces a month"
    ),
    "planner.case.manufacturing.review.june.check": Text(
        "6月は33件で KPI を超えた。ただし商談は4〜6月で35件、前年同期33件の+6%。年間目標を達成したとはまだ言えない",
        "June: 33, above the KPI. But 35 meetings from April to June are only 6% above last year's 33: the year's goal is not reached yet",
    ),
    "planner.case.manufacturing.review.june.act": Text(
        "KGI は毎月、累計の前年同期比で判断する",
        "Judge the goal every month by the sum against the same span of last year",
    ),
    "planner.case.manufacturing.review.september.plan": Text(
        "累計の商談を前年同期比+30%にする", "Meetings so far 30% above last year"
    ),
    "planner.case.manufacturing.review.september.do": Text(
        "有効リードに2営業日以内に連絡した", "Answered qualified leads within two business days"
    ),
    "planner.case.manufacturing.review.september.check": Text(
        "4〜9月の商談は79件、前年同期60件の+32%",
        "79 meetings from April to September, 32% above last year's 60",
    ),
    "planner.case.manufacturing.review.september.act": Text(
        "下期も同じ進め方を続け、受注率25%を営業と点検する",
        "Go on like this, and check the win rate of 25% with sales",
    ),
    "planner.case.manufacturing.review.october.plan": Text(
        "リード単価を2.6万円以下に保つ", "Keep a lead below ¥26,000"
    ),
    "planner.case.manufacturing.review.october.do": Text(
        "検索広告の対象語を広げた", "Widened the search terms of the ads"
    ),
    "planner.case.manufacturing.review.october.check": Text(
        "リード単価が3.5万円に上がった。増えた訪問の多くが対象外の業種",
        "A lead now costs ¥34,700; most of the new visitors are in other industries",
    ),
    "planner.case.manufacturing.review.october.act": Text(
        "対象語を9月の設定に戻し、除外語を加える", "Return to September's terms and exclude others"
    ),
}
