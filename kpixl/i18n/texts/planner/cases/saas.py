"""Words of the case saas."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.case.saas.company": Text("株式会社クラウドサンプル", "Cloud Sample Inc."),
    "planner.case.saas.title": Text("SaaS：月間受注を20%増やす", "Cloud service: 20% more orders a month"),
    "planner.case.saas.story": Text(
        "7月に MQL を定義し直してから、MQL→SQL 率は1.7倍、受注は3か月で20%増えました。",
        "Since the MQL was defined anew in July, its SQL rate is 1.7 times as high, and orders rose by 20% in three months.",
    ),
    "planner.case.saas.tree.G1": Text("年間受注件数（月12件）", "Orders a year (12 a month)"),
    "planner.case.saas.tree.S1": Text("受注実績にもとづく MQL の質", "MQLs that resemble past customers"),
    "planner.case.saas.tree.K1": Text("MQL 数（月50件）", "MQLs (50 a month)"),
    "planner.case.saas.tree.M1": Text("SQL 率（MQL 対比）", "SQL rate per MQL"),
    "planner.case.saas.tree.M2": Text("受注率（SQL 対比）", "Win rate per SQL"),
    "planner.case.saas.tree.M3": Text("リード獲得数", "Leads won"),
    "planner.case.saas.tree.M4": Text("MQL 率（リード対比）", "MQL rate per lead"),
    "planner.case.saas.tree.M5": Text("サイト訪問数", "Site visits"),
    "planner.case.saas.tree.M6": Text("リード獲得率", "Lead rate per visit"),
    "planner.case.saas.tree.A1": Text(
        "対象業種×役職別ホワイトペーパーの公開数（月）", "White papers published for target roles (a month)"
    ),
    "planner.case.saas.tree.A2": Text("採点ルールの見直しの実施数（月）", "Scoring reviews held (a month)"),
    "planner.case.saas.part.sql": Text("SQL 数", "SQLs"),
    "planner.case.saas.action.K1": Text(
        "配信先を対象業種に絞り、次の資料を1週間早く公開する",
        "Aim at the target industries and publish the next paper a week earlier",
    ),
    "planner.case.saas.measure.articles": Text("業務改善の解説記事", "Articles on better workflows"),
    "planner.case.saas.measure.ads": Text("検索・SNS 広告", "Search and social advertising"),
    "planner.case.saas.measure.form": Text("問い合わせフォームの改善", "Better inquiry form"),
    "planner.case.saas.measure.papers": Text(
        "業種×役職別ホワイトペーパー", "White papers by industry and role"
    ),
    "planner.case.saas.measure.webinars": Text("製品ウェビナー", "Product webinars"),
    "planner.case.saas.measure.referrals": Text("契約企業への紹介依頼", "Asking customers for referrals"),
    "planner.case.saas.review.june.plan": Text(
        "問い合わせ件数を増やして受注を月12件にする", "More inquiries for 12 orders a month"
    ),
    "planner.case.saas.review.june.do": Text(
        "4〜6月に広告とフォーム改善を進めた", "Advertised and improved the form from April to June"
    ),
    "planner.case.saas.review.june.check": Text(
        "MQL 210件のうち SQL は50件（24%）。受注は30件で増えていない",
        "50 SQLs of 210 MQLs (24%). 30 orders, no more than before",
    ),
    "planner.case.saas.review.june.act": Text(
        "受注データから役職・企業規模・業種で MQL を定義し直す（定義版2）",
        "Define the MQL anew by role, size and industry of past customers (version 2)",
    ),
    "planner.case.saas.review.july.plan": Text("新しい定義で MQL を月50件", "50 MQLs by the new definition"),
    "planner.case.saas.review.july.do": Text(
        "業種×役職別のホワイトペーパーを4本公開した", "Published four white papers by industry and role"
    ),
    "planner.case.saas.review.july.check": Text("MQL 52件、SQL 20件（38%）", "52 MQLs, 20 SQLs (38%)"),
    "planner.case.saas.review.july.act": Text(
        "6月以前の率とは直接比べず、グラフに定義変更の印を付ける",
        "Do not compare with rates before July; mark the change in every chart",
    ),
    "planner.case.saas.review.september.plan": Text(
        "3か月で受注を20%増やす", "20% more orders in three months"
    ),
    "planner.case.saas.review.september.do": Text(
        "ホワイトペーパーを計12本公開し、月次で採点を見直した",
        "Published twelve papers and reviewed the scoring every month",
    ),
    "planner.case.saas.review.september.check": Text(
        "受注36件（4〜6月は30件、+20%）。SQL 率は24%→41%（62/153件）で1.7倍",
        "36 orders (30 in April to June, +20%). SQL rate 24% → 41% (62 of 153), 1.7 times",
    ),
    "planner.case.saas.review.september.act": Text(
        "反応の良い3業種で事例を作り、第4四半期の資料に使う",
        "Write case studies for the three best industries for next quarter's papers",
    ),
    "planner.case.saas.review.october.plan": Text("解約率を1%台前半に保つ", "Keep churn near 1%"),
    "planner.case.saas.review.october.do": Text(
        "解約12社のうち8社に理由を聞いた", "Asked 8 of the 12 customers who left"
    ),
    "planner.case.saas.review.october.check": Text(
        "解約率が1.1%から1.9%に上がった。初期設定でのつまずきが5社",
        "Churn rose from 1.1% to 1.9%; 5 of them got stuck in the set-up",
    ),
    "planner.case.saas.review.october.act": Text(
        "初期設定の案内を作り直し、導入30日目に全社へ電話する",
        "Rewrite the set-up guide and call every customer on day 30",
    ),
}
