"""Words that several sheets share: stages, channels, owners, cadences, holidays, number formats, input rules.

`template.format.…` is a number format; `template.rule.…` says what an input accepts.
"""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.workbook": Text("KPI プランナー", "KPI planner"),
    "planner.stage.visits": Text("訪問", "Visits"),
    "planner.stage.leads": Text("リード", "Leads"),
    "planner.stage.nurtured": Text("育成", "Nurtured"),
    "planner.stage.mql": Text("MQL", "MQL"),
    "planner.stage.sql": Text("SQL", "SQL"),
    "planner.stage.qualified": Text("有効リード", "Qualified leads"),
    "planner.stage.delivered": Text("メール配信", "Emails delivered"),
    "planner.stage.opened": Text("開封", "Opened"),
    "planner.stage.hot": Text("ホットリード", "Hot leads"),
    "planner.stage.downloads": Text("アプリDL", "App downloads"),
    "planner.stage.registered": Text("会員登録", "Registrations"),
    "planner.stage.active": Text("継続利用", "Active users"),
    "planner.stage.paid": Text("有料契約", "Paid contracts"),
    "planner.stage.proposals": Text("提案", "Proposals"),
    "planner.stage.meetings": Text("商談", "Meetings"),
    "planner.stage.deals": Text("受注", "Deals"),
    "planner.channel.search": Text("自然検索", "Organic search"),
    "planner.channel.advertising": Text("Web広告", "Web advertising"),
    "planner.channel.content": Text("資料配布", "White papers"),
    "planner.channel.email": Text("メール", "Email"),
    "planner.channel.webinar": Text("ウェビナー", "Webinars"),
    "planner.channel.exhibition": Text("展示会", "Exhibitions"),
    "planner.channel.referral": Text("紹介", "Referrals"),
    "planner.owner.marketing": Text("マーケティング", "Marketing"),
    "planner.owner.inside_sales": Text("インサイドセールス", "Inside sales"),
    "planner.owner.sales": Text("営業", "Sales"),
    "planner.owner.success": Text("カスタマーサクセス", "Customer success"),
    "planner.owner.head": Text("部門長", "Head of department"),
    "planner.cadence.daily": Text("毎日", "Daily"),
    "planner.cadence.weekly": Text("毎週", "Weekly"),
    "planner.cadence.monthly": Text("毎月", "Monthly"),
    "planner.cadence.quarterly": Text("四半期", "Quarterly"),
    "planner.cadence.half_yearly": Text("半期", "Half-yearly"),
    "planner.cadence.yearly": Text("毎年", "Yearly"),
    "planner.kind.KGI": Text("KGI", "KGI"),
    "planner.kind.KSF": Text("KSF", "KSF"),
    "planner.kind.KPI": Text("KPI", "KPI"),
    "planner.kind.INTERMEDIATE": Text("中間KPI", "Intermediate KPI"),
    "planner.kind.METRIC": Text("管理指標", "Management metric"),
    "planner.kind.KAI": Text("KAI", "KAI"),
    "planner.unit.count": Text("件", "count"),
    "planner.unit.rate": Text("%", "%"),
    "planner.unit.money": Text("円", "yen"),
    "planner.unit.money_per_day": Text("円/日", "yen/day"),
    "planner.unit.people": Text("人", "people"),
    "planner.unit.days": Text("日", "days"),
    "planner.unit.hours": Text("時間", "hours"),
    "planner.unit.seconds": Text("秒", "seconds"),
    "planner.unit.months": Text("か月", "months"),
    "planner.unit.times": Text("倍・回", "times"),
    "planner.unit.score": Text("点", "points"),
    "planner.direction.higher": Text("↑", "↑"),
    "planner.direction.lower": Text("↓", "↓"),
    "planner.holiday.showa": Text("昭和の日", "Showa Day"),
    "planner.holiday.constitution": Text("憲法記念日", "Constitution Day"),
    "planner.holiday.greenery": Text("みどりの日", "Greenery Day"),
    "planner.holiday.children": Text("こどもの日", "Children's Day"),
    "planner.holiday.substitute": Text("振替休日", "Substitute holiday"),
    "planner.holiday.marine": Text("海の日", "Marine Day"),
    "planner.holiday.mountain": Text("山の日", "Mountain Day"),
    "planner.holiday.respect": Text("敬老の日", "Respect for the Aged Day"),
    "planner.holiday.citizens": Text("国民の休日", "Citizens' Holiday"),
    "planner.holiday.autumn_equinox": Text("秋分の日", "Autumnal Equinox Day"),
    "planner.holiday.sports": Text("スポーツの日", "Sports Day"),
    "planner.holiday.culture": Text("文化の日", "Culture Day"),
    "planner.holiday.labour": Text("勤労感謝の日", "Labour Thanksgiving Day"),
    "planner.holiday.new_year": Text("元日", "New Year's Day"),
    "planner.holiday.adults": Text("成人の日", "Coming of Age Day"),
    "planner.holiday.foundation": Text("建国記念の日", "National Foundation Day"),
    "planner.holiday.emperor": Text("天皇誕生日", "Emperor's Birthday"),
    "planner.holiday.spring_equinox": Text("春分の日", "Vernal Equinox Day"),
    "template.format.money": Text('#,##0"円"', '"¥"#,##0'),
    "template.format.count": Text('#,##0"件"', "#,##0"),
    "template.format.days": Text('0"日"', '0" days"'),
    "template.format.months": Text('0.0"か月"', '0.0" months"'),
    "template.format.month": Text('yyyy"年"m"月"', "[$-409]mmm yyyy"),
    "template.format.day": Text('yyyy"年"m"月"d"日"', "[$-409]d mmm yyyy"),
    "template.format.weekday": Text('[$-411]yyyy"/"mm"/"dd"("aaa")"', "[$-409]ddd d mmm yyyy"),
    "template.format.at_least": Text('0%"以上"', '"≥ "0%'),
    "template.format.below": Text('0%"未満"', '"< "0%'),
    "template.rule.count.prompt": Text(
        "件数を 0 以上の整数で入力します。まだ分からなければ空白のままにします。",
        "The count as a whole number, 0 or more; leave it blank while it is not known.",
    ),
    "template.rule.count.error": Text("0 以上の整数を入力してください。", "Enter a whole number, 0 or more."),
    "template.rule.prompt": Text("入力のしかた", "What to enter"),
    "template.rule.error": Text("入力を確かめてください", "Please check the entry"),
    "template.rule.money.prompt": Text(
        "0 より大きい金額を円で入力します。", "An amount in yen, greater than 0."
    ),
    "template.rule.money.error": Text(
        "0 より大きい数値を入力してください（「億」などの文字は付けません）。",
        "Enter a number greater than 0, without letters.",
    ),
    "template.rule.share.prompt": Text(
        "0% より大きく 100% 以下の割合を入力します（例：20%）。",
        "A share above 0% and up to 100%, such as 20%.",
    ),
    "template.rule.share.error": Text(
        "0% より大きく 100% 以下で入力してください。20 ではなく 20% と入力します。",
        "Enter a share above 0% and up to 100%; type 20%, not 20.",
    ),
    "template.rule.day.prompt": Text("日付を入力します（例：2026/4/1）。", "A date, such as 2026-04-01."),
    "template.rule.day.error": Text(
        "日付として入力してください（例：2026/4/1）。", "Enter a date, such as 2026-04-01."
    ),
    "template.rule.threshold.prompt": Text(
        "この判定になるペースの下限を、上から大きい順に入力します（例：80%）。",
        "The lowest pace of this level, descending from the top, such as 80%.",
    ),
    "template.rule.threshold.error": Text(
        "1% から 200% の割合を入力してください。", "Enter a share from 1% to 200%."
    ),
    "template.rule.words.prompt": Text("60 文字までで入力します。", "Up to 60 characters."),
    "template.rule.words.error": Text("60 文字までで入力してください。", "Enter 60 characters at most."),
    "template.rule.stage.prompt": Text(
        "グラフに表示する段階を一覧から選びます。", "Choose the stage the chart shows."
    ),
    "template.rule.stage.error": Text(
        "一覧にある段階から選んでください。", "Choose one of the stages in the list."
    ),
}
