"""Words of the case web."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.case.web.company": Text("株式会社サンプル", "Sample Inc."),
    "planner.case.web.title": Text("Web 経由で年間20件の受注", "20 deals a year from the website"),
    "planner.case.web.story": Text(
        "訪問とリードはほぼ計画どおりですが、8月から商談が足りません。初回対応が遅くなったためです。",
        "Visits and leads are nearly on plan, but meetings have been short since August, for inquiries wait too long.",
    ),
    "planner.case.web.tree.G1": Text("Web 経由の年間受注件数", "Deals a year from the website"),
    "planner.case.web.tree.S1": Text("育成リードへの素早い対応", "Answering nurtured leads quickly"),
    "planner.case.web.tree.K1": Text("商談設定数", "Meetings set"),
    "planner.case.web.tree.I1": Text("育成リード数（見積・参加）", "Nurtured leads (quote, webinar)"),
    "planner.case.web.tree.M1": Text("リード獲得数", "Leads won"),
    "planner.case.web.tree.M2": Text("サイト訪問数", "Site visits"),
    "planner.case.web.tree.M3": Text("リード獲得率", "Lead rate per visit"),
    "planner.case.web.tree.M4": Text("育成率", "Nurture rate per lead"),
    "planner.case.web.tree.M5": Text("商談化率（育成リード対比）", "Meeting rate per nurtured lead"),
    "planner.case.web.tree.M6": Text("受注率（商談対比）", "Win rate per meeting"),
    "planner.case.web.tree.A1": Text("24時間以内のフォロー架電数", "Follow-up calls made within 24 hours"),
    "planner.case.web.tree.A2": Text("事例紹介メールの配信数", "Case study emails sent"),
    "planner.case.web.tree.A3": Text("少人数ウェビナーの開催数", "Small webinars held"),
    "planner.case.web.action.K1": Text(
        "営業が初回電話を分担し、週次会議で未対応を確認する",
        "Sales share the first calls; the weekly meeting checks who still waits",
    ),
    "planner.case.web.action.I1": Text(
        "見積の案内を2週間早め、参加者全員に電話する",
        "Offer quotes two weeks earlier and call every attendee",
    ),
    "planner.case.web.measure.articles": Text(
        "導入事例・比較記事の公開", "Case study and comparison articles"
    ),
    "planner.case.web.measure.ads": Text("検索広告の運用", "Search advertising"),
    "planner.case.web.measure.landing": Text("料金ページの改善", "Better price page"),
    "planner.case.web.measure.letters": Text("隔週メールマガジン", "Fortnightly newsletter"),
    "planner.case.web.measure.webinars": Text("少人数ウェビナー", "Small webinars"),
    "planner.case.web.measure.partners": Text("既存顧客への紹介依頼", "Asking customers for referrals"),
    "planner.case.web.review.may.plan": Text(
        "連休で減る訪問を、事例記事で補って118件にする",
        "Make up for the May holidays with case study articles: 118 visits",
    ),
    "planner.case.web.review.may.do": Text(
        "導入事例の記事を4本公開した", "Published four case study articles"
    ),
    "planner.case.web.review.may.check": Text(
        "訪問116件（目標118件）、リード12件（目標12件）", "116 visits (target 118), 12 leads (target 12)"
    ),
    "planner.case.web.review.may.act": Text(
        "事例記事を月2本続け、末尾に料金表の案内を置く",
        "Keep two articles a month, each ending with the price list",
    ),
    "planner.case.web.review.july.plan": Text(
        "ウェビナー参加者を見積依頼につなげる", "Turn webinar attendees into quote requests"
    ),
    "planner.case.web.review.july.do": Text(
        "アンケートに「見積を希望」の欄を加えた", "Added “send me a quote” to the survey"
    ),
    "planner.case.web.review.july.check": Text(
        "育成7件（目標7件）、うち見積希望4件", "7 nurtured leads (target 7), 4 of them asked for a quote"
    ),
    "planner.case.web.review.july.act": Text(
        "見積の欄を全ウェビナーの標準にする", "Make the quote question standard in every webinar"
    ),
    "planner.case.web.review.august.plan": Text("商談を3件設定する", "Set 3 meetings"),
    "planner.case.web.review.august.do": Text(
        "育成リード6件のうち、24時間以内に電話できたのは2件", "Called 2 of 6 nurtured leads within 24 hours"
    ),
    "planner.case.web.review.august.check": Text(
        "商談2件で達成率67%（危機）。初回対応が5時間から14時間に延びた",
        "2 meetings, 67% (critical). The first answer now takes 14 hours instead of 5",
    ),
    "planner.case.web.review.august.act": Text(
        "インサイドセールスを1名補充し、当番表を作る",
        "Fill the vacancy in inside sales and draw up a duty roster",
    ),
    "planner.case.web.review.september.plan": Text("商談を3件に戻す", "Get back to 3 meetings"),
    "planner.case.web.review.september.do": Text(
        "当番表なしで手分けして電話した。補充は採用待ち", "Shared the calls without a roster; still hiring"
    ),
    "planner.case.web.review.september.check": Text(
        "商談2件。2か月連続で70%未満のため、部門長に報告し対策会議を開いた",
        "2 meetings. Below 70% two months running: reported to the head, countermeasures discussed",
    ),
    "planner.case.web.review.september.act": Text(
        "採用まで、営業2名が初回電話を毎朝分担する",
        "Two sales people make the first calls every morning until the vacancy is filled",
    ),
    "planner.case.web.review.october.plan": Text(
        "50点以上のリードから先に電話する", "Call leads of 50 points or more first"
    ),
    "planner.case.web.review.october.do": Text(
        "対象リードの一覧を毎朝営業に渡した", "Gave sales the list every morning"
    ),
    "planner.case.web.review.october.check": Text(
        "渡した5件から商談1件。残り4件は連絡待ち", "1 meeting out of 5 leads; 4 have yet to answer"
    ),
    "planner.case.web.review.october.act": Text(
        "一覧に最後に見たページを加え、話題を用意する",
        "Add the page last seen to the list, so that calls start with a topic",
    ),
}
