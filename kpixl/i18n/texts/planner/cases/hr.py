"""Words of the case hr."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.case.hr.company": Text("株式会社まなびサンプル", "Sample Learning Inc."),
    "planner.case.hr.title": Text(
        "人材：継続利用500人を共通の KPI に", "Training app: 500 active users as the one KPI"
    ),
    "planner.case.hr.story": Text(
        "継続利用は毎月500人を超えています。契約率は3か月で13%伸びましたが、月10%の成長には届いていません。",
        "Active users exceed 500 every month. The paid rate grew by 13% in three months, short of 10% a month.",
    ),
    "planner.case.hr.tree.G1": Text("年間有料契約数", "Paid contracts a year"),
    "planner.case.hr.tree.S1": Text("使い始めの1か月を支えること", "Help through the first month of use"),
    "planner.case.hr.tree.K1": Text(
        "継続利用ユーザー数（月に3回以上ログイン）", "Active users (3 or more logins a month)"
    ),
    "planner.case.hr.tree.M1": Text("有料契約率（継続利用対比）", "Paid rate per active user"),
    "planner.case.hr.tree.M2": Text("会員登録数", "Registrations"),
    "planner.case.hr.tree.M3": Text("継続利用率（登録対比）", "Active rate per registration"),
    "planner.case.hr.tree.M4": Text("アプリのDL数", "App downloads"),
    "planner.case.hr.tree.M5": Text("登録率（DL対比）", "Registration rate per download"),
    "planner.case.hr.tree.M6": Text("サイト訪問数", "Site visits"),
    "planner.case.hr.tree.M7": Text("DL率（訪問対比）", "Download rate per visit"),
    "planner.case.hr.tree.A1": Text("オンボーディング会の開催数（週）", "Onboarding sessions held (a week)"),
    "planner.case.hr.tree.A2": Text(
        "未利用者への案内メールの配信数（週）", "Emails sent to users who stay away (a week)"
    ),
    "planner.case.hr.tree.A3": Text(
        "提案時期を決める会の開催数（週）", "Talks held on whom to propose to (a week)"
    ),
    "planner.case.hr.action.K1": Text(
        "登録7日目までに2回目のログインがない人へ電話する", "Call users without a second login by day 7"
    ),
    "planner.case.hr.measure.articles": Text("研修担当者向けの記事", "Articles for training managers"),
    "planner.case.hr.measure.ads": Text("研修担当者向けの広告", "Advertising to training managers"),
    "planner.case.hr.measure.targeting": Text("広告の配信先の見直し", "Better audience for the ads"),
    "planner.case.hr.measure.onboarding": Text("週次オンボーディング", "Weekly onboarding"),
    "planner.case.hr.measure.webinars": Text("研修設計ウェビナー", "Webinars on course design"),
    "planner.case.hr.measure.referrals": Text("利用企業からの紹介", "Referrals from customers"),
    "planner.case.hr.review.april.plan": Text(
        "部門ごとの KPI を一つにまとめる", "One KPI instead of one per department"
    ),
    "planner.case.hr.review.april.do": Text(
        "MAU・DL数・登録率をやめ、継続利用500人に統一した",
        "Dropped MAU, downloads and registrations for 500 active users",
    ),
    "planner.case.hr.review.april.check": Text(
        "継続利用500人、有料契約率8.0%（40/500人）", "500 active users, paid rate 8.0% (40 of 500)"
    ),
    "planner.case.hr.review.april.act": Text(
        "契約率の月次10%成長を目標に、オンボーディングを毎週行う",
        "Aim at 10% growth of the paid rate a month, with onboarding every week",
    ),
    "planner.case.hr.review.july.plan": Text(
        "3か月続けて契約率を月10%伸ばす", "Three months of 10% growth each"
    ),
    "planner.case.hr.review.july.do": Text(
        "オンボーディングを毎週行い、提案の時期を早めた", "Held onboarding weekly and proposed earlier"
    ),
    "planner.case.hr.review.july.check": Text(
        "契約率は8.0%→9.0%で+13%。月10%の複利なら+33%（10.6%）が必要で、KPI は達成、KGI は未達",
        "Paid rate 8.0% → 9.0%, +13%. Compounding 10% a month needs +33% (10.6%): the KPI is met, the goal is missed",
    ),
    "planner.case.hr.review.july.act": Text(
        "実績は月4%成長。目標を「年度末に10%」と言い直し、部門長と合意する",
        "We grew 4% a month. Restate the goal as “10% by the end of the year” and agree on it",
    ),
    "planner.case.hr.review.september.plan": Text("契約率9.5%", "Paid rate 9.5%"),
    "planner.case.hr.review.september.do": Text(
        "研修計画を作った会社へ先に提案した", "Proposed first to companies with a course plan"
    ),
    "planner.case.hr.review.september.check": Text(
        "契約率9.5%（49/517人）。計画を作った会社では14%",
        "Paid rate 9.5% (49 of 517); 14% among companies with a course plan",
    ),
    "planner.case.hr.review.september.act": Text(
        "研修計画の作成をオンボーディングの必須項目にする", "Make the course plan a fixed part of onboarding"
    ),
    "planner.case.hr.review.october.plan": Text(
        "研修担当者の訪問比率を60%以上に保つ", "Keep training managers above 60% of visits"
    ),
    "planner.case.hr.review.october.do": Text(
        "広告の配信先を自動の設定に切り替えた", "Switched the ads to automatic targeting"
    ),
    "planner.case.hr.review.october.check": Text(
        "ターゲット訪問比率が63%から48%に下がった。訪問数は計画どおり",
        "Their share fell from 63% to 48%, though visits are on plan",
    ),
    "planner.case.hr.review.october.act": Text(
        "配信先を手動の設定に戻し、学生を除外する", "Return to manual targeting and exclude students"
    ),
}
