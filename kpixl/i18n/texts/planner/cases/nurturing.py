"""Words of the case nurturing."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.case.nurturing.company": Text("サンプルソリューションズ株式会社", "Sample Solutions Ltd."),
    "planner.case.nurturing.title": Text(
        "メール育成：受注10件のためのホットリード1000件", "Email nurturing: 1,000 hot leads for 10 deals"
    ),
    "planner.case.nurturing.story": Text(
        "7月に開封率が自社平均の20%を下回りましたが、件名の AB テストで回復しました。ホットリードは計画どおりです。",
        "In July the open rate fell below our average of 20%; tested subject lines brought it back. Hot leads are on plan.",
    ),
    "planner.case.nurturing.tree.G1": Text("年間受注件数", "Deals a year"),
    "planner.case.nurturing.tree.S1": Text(
        "検討度に合った情報を届けること", "Sending what fits the stage of consideration"
    ),
    "planner.case.nurturing.tree.K1": Text("ホットリード数（50点以上）", "Hot leads (50 points or more)"),
    "planner.case.nurturing.tree.M1": Text("商談化率（ホットリード対比）", "Meeting rate per hot lead"),
    "planner.case.nurturing.tree.M2": Text("受注率（商談対比）", "Win rate per meeting"),
    "planner.case.nurturing.tree.M3": Text("開封数", "Emails opened"),
    "planner.case.nurturing.tree.M4": Text("ホットリード率（開封対比）", "Hot lead rate per open"),
    "planner.case.nurturing.tree.M5": Text("メール到達数", "Emails delivered"),
    "planner.case.nurturing.tree.M6": Text("開封率", "Open rate"),
    "planner.case.nurturing.tree.A1": Text("件名 AB テストの実施数（週）", "Subject line tests run (a week)"),
    "planner.case.nurturing.tree.A2": Text("スコア別メールの配信数（週）", "Emails sent by score (a week)"),
    "planner.case.nurturing.tree.A3": Text(
        "ホットリードへの架電数（週）", "Calls made to hot leads (a week)"
    ),
    "planner.case.nurturing.action.K1": Text(
        "料金表・導入事例の案内を、閲覧後3日以内に送る",
        "Offer price list and case studies within three days of a visit",
    ),
    "planner.case.nurturing.measure.letters": Text("週次メールマガジン", "Weekly newsletter"),
    "planner.case.nurturing.measure.subjects": Text("件名の AB テスト", "Subject line tests"),
    "planner.case.nurturing.measure.webinars": Text("導入検討者向けウェビナー", "Webinars for buyers"),
    "planner.case.nurturing.measure.cards": Text(
        "展示会の名刺へのフォロー", "Follow-up of exhibition contacts"
    ),
    "planner.case.nurturing.measure.partners": Text("取引先からの紹介", "Referrals from partners"),
    "planner.case.nurturing.review.april.plan": Text(
        "受注10件から逆算し、ホットリードを年1000件とする", "10 deals need 100 meetings and 1,000 hot leads"
    ),
    "planner.case.nurturing.review.april.do": Text(
        "ホットリードを50点以上と営業と合意した", "Agreed with sales: hot means 50 points or more"
    ),
    "planner.case.nurturing.review.april.check": Text(
        "ホットリード88件（目標86件）、開封率20.2%", "88 hot leads (target 86), open rate 20.2%"
    ),
    "planner.case.nurturing.review.april.act": Text(
        "料金表と導入事例のDLを高い点数にする", "Give price lists and case studies more points"
    ),
    "planner.case.nurturing.review.july.plan": Text("開封率20%以上", "Open rate of 20% or more"),
    "planner.case.nurturing.review.july.do": Text(
        "配信曜日を火曜から金曜に変えた", "Moved the newsletter from Tuesday to Friday"
    ),
    "planner.case.nurturing.review.july.check": Text(
        "開封率18.1%（1,640/9,050件）で自社平均を下回った。受注0件",
        "Open rate 18.1% (1,640 of 9,050), below our average. No deal",
    ),
    "planner.case.nurturing.review.july.act": Text(
        "火曜に戻し、毎回2案の件名を AB テストする", "Return to Tuesday and test two subject lines each time"
    ),
    "planner.case.nurturing.review.september.plan": Text("開封率を20%に戻す", "Open rate back to 20%"),
    "planner.case.nurturing.review.september.do": Text(
        "件名の AB テストを4回行った", "Ran four subject line tests"
    ),
    "planner.case.nurturing.review.september.check": Text(
        "開封率は8月20.5%、9月21.2%。数字入りの件名が+2ポイント",
        "20.5% in August, 21.2% in September; numbers in the subject add 2 points",
    ),
    "planner.case.nurturing.review.september.act": Text(
        "数字入りの件名を標準にし、次は配信時刻を試す",
        "Make numbers in the subject standard; test the hour next",
    ),
    "planner.case.nurturing.review.october.plan": Text("クリック率3%以上", "Click rate of 3% or more"),
    "planner.case.nurturing.review.october.do": Text(
        "10月の3通を新しいひな型で送った", "Sent three October emails in a new layout"
    ),
    "planner.case.nurturing.review.october.check": Text(
        "クリック率が3.2%から1.9%に下がった。開封率は21%のまま",
        "Click rate fell from 3.2% to 1.9%, while opens stay at 21%",
    ),
    "planner.case.nurturing.review.october.act": Text(
        "CTA を本文の上に戻し、リンク切れを点検する", "Put the call to action back on top and check the links"
    ),
}
