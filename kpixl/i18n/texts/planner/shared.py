"""Words that several sheets of the planner share: stages, channels, owners, cadences."""

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
}
