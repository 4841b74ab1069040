"""What the rules of the diagnosis say: symptoms, likely causes, and hints on what to do or check."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "diagnosis.symptom.visits_without_leads": Text(
        "訪問・PV は目標どおりだが、リードや問い合わせが足りない",
        "Visits are on target, but leads or inquiries are short",
    ),
    "diagnosis.symptom.visits_up_conversion_rate_down": Text(
        "訪問は目標どおりだが、CVR が目標に届いていない",
        "Visits are on target, but the conversion rate is not",
    ),
    "diagnosis.symptom.visits_up_cost_off": Text(
        "訪問は目標どおりだが、獲得の単価が目標より高い",
        "Visits are on target, but a lead, conversion or customer costs too much",
    ),
    "diagnosis.symptom.conversions_met_stay_short": Text(
        "CVR は目標どおりだが、滞在時間が短い", "The conversion rate is on target, but visits are short"
    ),
    "diagnosis.symptom.conversions_met_clicks_off": Text(
        "CV・問い合わせは目標どおりだが、広告のクリック率や直帰率が目標に届いていない",
        "Conversions are on target, but ad clicks or the bounce rate are not",
    ),
    "diagnosis.symptom.opens_low": Text("メールの開封率が低い", "Few emails are opened"),
    "diagnosis.symptom.clicks_low": Text(
        "クリック率または資料請求が少ない", "Few clicks or document requests"
    ),
    "diagnosis.symptom.attendance_low": Text(
        "ウェビナーの参加率が低い", "Few of those registered attend the webinar"
    ),
    "diagnosis.symptom.mqls_few": Text("MQL が足りない", "MQLs are short"),
    "diagnosis.symptom.leads_met_meeting_rate_low": Text(
        "リードは足りているが、商談化率が低い", "Leads are on target, but too few become meetings"
    ),
    "diagnosis.symptom.meeting_rate_low": Text("商談化率が低い", "The meeting rate is low"),
    "diagnosis.symptom.requests_up_meetings_flat": Text(
        "資料請求は目標どおりだが、商談が増えない", "Document requests are on target, but meetings are not"
    ),
    "diagnosis.symptom.leads_up_appointments_hard": Text(
        "数字の上ではリードが増えているが、アポが取りにくい",
        "Leads grow on paper, but appointments are hard to get",
    ),
    "diagnosis.symptom.meetings_few": Text("商談が減っている", "Meetings are short"),
    "diagnosis.symptom.meetings_met_deals_few": Text(
        "商談は目標どおりだが、受注につながらない", "Meetings are on target, but deals are not"
    ),
    "diagnosis.symptom.all_up_goal_flat": Text(
        "訪問・リード・MQL はすべて目標どおりだが、受注・売上が伸びない",
        "Visits, leads and MQLs are all on target, but deals or revenue are not",
    ),
    "diagnosis.audience_off_target.cause": Text(
        "集まっているのがターゲット外の人(学生など)", "The visitors are not the target: students, say"
    ),
    "diagnosis.audience_off_target.hint": Text(
        "訪問者の属性を確かめ、キーワードと配信先をターゲットに寄せる。量の目標には質の確認を添える",
        "Look at who they are; turn keywords and audiences to the target; pair every volume goal with a check of quality",
    ),
    "diagnosis.new_visitors_do_not_fit.cause": Text(
        "増えた流入が、ページの内容やオファーと合っていない",
        "The added visitors do not match what the pages offer",
    ),
    "diagnosis.new_visitors_do_not_fit.hint": Text(
        "流入元ごとに CVR を分け、下げている流入元を見直す。追う指標は 1 つに決める",
        "Split the conversion rate by source and rework the one that lowers it; decide which single metric counts",
    ),
    "diagnosis.dear_channels.cause": Text(
        "費用の割に成果の出ない経路(広告など)が訪問を増やしている",
        "Channels that cost more than they bring, such as ads, carry the growth",
    ),
    "diagnosis.dear_channels.hint": Text(
        "施策を 1 つずつ動かし、経路ごとの単価で比べて予算を移す",
        "Change one measure at a time, compare the cost by channel and move the budget",
    ),
    "diagnosis.found_sooner.cause": Text(
        "目的の情報に早く届くようになっただけで、悪化とは限らない",
        "Visitors find what they want sooner; that need not be worse",
    ),
    "diagnosis.found_sooner.hint": Text(
        "CVR で判断し、滞在時間は管理指標として異常だけを見る",
        "Let the conversion rate decide; watch the time on site for anomalies only",
    ),
    "diagnosis.side_metrics_distract.cause": Text(
        "成果は出ており、補助の指標に気を取られている",
        "The result is there; side metrics draw the attention",
    ),
    "diagnosis.side_metrics_distract.hint": Text(
        "改善の時間は CV 数に使い、クリック率と直帰率は異常値のときだけ対応する",
        "Spend the effort on conversions; act on clicks and bounces only when they are abnormal",
    ),
    "diagnosis.subject_or_timing.cause": Text(
        "件名が魅力に欠けるか、配信の曜日・時間がターゲットの活動と合っていない",
        "The subject does not appeal, or day and time of sending do not suit the audience",
    ),
    "diagnosis.subject_or_timing.hint": Text(
        "件名の AB テストと配信時間の変更を別々に試し、どちらが効くかを見る。開封数は計測の誤差も大きい",
        "Test subjects and sending times apart to see which works; opens are also measured poorly",
    ),
    "diagnosis.content_or_call_to_action.cause": Text(
        "内容が関心に合っていないか、CTA が弱い",
        "The content misses their interest, or the call to action is weak",
    ),
    "diagnosis.content_or_call_to_action.hint": Text(
        "CTA の位置と文言を変え、リンク先・LP と本文の約束をそろえる",
        "Change place and wording of the call to action; let text and landing page promise the same",
    ),
    "diagnosis.webinar_topic.cause": Text(
        "テーマがターゲットのニーズとずれている", "The topic misses what the target needs"
    ),
    "diagnosis.webinar_topic.hint": Text(
        "申込も少なければテーマを見直す。アンケートと営業の声から課題を選び直す",
        "If registrations are few too, change the topic: choose from surveys and from what sales hears",
    ),
    "diagnosis.webinar_reminders.cause": Text("リマインドが足りない", "There are too few reminders"),
    "diagnosis.webinar_reminders.hint": Text(
        "申込が足りていれば、前日・当日・直前のリマインドを増やす",
        "If registrations are on target, remind more often: the day before, the same day, just before",
    ),
    "diagnosis.weak_channels.cause": Text("流入の経路が弱い", "The channels bring too few visitors"),
    "diagnosis.weak_channels.hint": Text(
        "訪問も足りなければ、成果の出ている流入元に予算と内容を寄せる",
        "If visits are short too, put budget and content into the sources that work",
    ),
    "diagnosis.weak_landing_page.cause": Text(
        "LP の CVR が低い", "The landing page converts too few visitors"
    ),
    "diagnosis.weak_landing_page.hint": Text(
        "CVR も低ければ、冒頭の訴求とオファーを見直し、フォームの項目を減らす",
        "If the conversion rate is short too, rework opening and offer and ask for fewer fields",
    ),
    "diagnosis.lead_quality.cause": Text("リードの質に課題がある", "The quality of the leads is the problem"),
    "diagnosis.lead_quality.hint": Text(
        "MQL 率を獲得経路ごとに比べ、受注した顧客に似た相手を狙う",
        "Compare the MQL rate by channel; aim at people like those who bought",
    ),
    "diagnosis.left_without_nurturing.cause": Text(
        "育成不足のまま放置されたリードがある", "Leads are left alone without nurturing"
    ),
    "diagnosis.left_without_nurturing.hint": Text(
        "最後の接触から日数の空いたリードに事例やセミナーを案内し、架電を早める",
        "Offer cases and seminars to leads not contacted for long; call sooner",
    ),
    "diagnosis.handover_criteria.cause": Text(
        "営業への引き渡し基準(スコア)が合っていない", "The score for handing leads to sales is not right"
    ),
    "diagnosis.handover_criteria.hint": Text(
        "資料請求した人のうち商談になった人の特徴を調べ、引き渡し基準を見直す",
        "See which requests became meetings and set the criteria of handover anew",
    ),
    "diagnosis.field_says_otherwise.cause": Text(
        "増えたリードの連絡がつきにくい、または関心が薄い", "The added leads are hard to reach or lukewarm"
    ),
    "diagnosis.field_says_otherwise.hint": Text(
        "数字よりも現場の声を優先し、つながらない理由を獲得経路ごとに聞く",
        "Trust the field over the figure: ask, by channel, why leads cannot be reached",
    ),
    "diagnosis.fewer_good_leads.cause": Text("リードの質が下がっている", "The quality of leads has fallen"),
    "diagnosis.fewer_good_leads.hint": Text(
        "MQL 率も下がっていれば、獲得経路とオファーを見直す",
        "If the MQL rate has fallen too, reconsider channels and offers",
    ),
    "diagnosis.slow_follow_up.cause": Text("営業のフォローが遅れている", "Sales follows up too late"),
    "diagnosis.slow_follow_up.hint": Text(
        "引き渡しから初回連絡までの時間を測り、当日対応の担当を決める",
        "Measure the time from handover to first contact; name who calls the same day",
    ),
    "diagnosis.offer_or_sales_process.cause": Text(
        "提案内容または営業プロセスに課題がある", "The offer or the sales process is the problem"
    ),
    "diagnosis.offer_or_sales_process.hint": Text(
        "有効な商談なのに負けていれば、失注理由を分類し、提案と営業資料を見直す",
        "If valid meetings are lost, sort the reasons and rework offer and material",
    ),
    "diagnosis.handed_over_too_early.cause": Text(
        "検討度の低いリードを早く渡しすぎている(トスアップが早い)",
        "Leads are handed over too early, before they consider buying",
    ),
    "diagnosis.handed_over_too_early.hint": Text(
        "有効商談率が低い、または時期尚早の失注が多ければ、引き渡しの基準を上げて育成に戻す",
        "If few meetings are valid or many are lost for being too early, raise the mark and return leads to nurturing",
    ),
    "diagnosis.kpis_without_the_goal.cause": Text(
        "複数の KPI を並べて追い、成果に直結する MQL の質が置き去りになっている",
        "Many KPIs are followed side by side, and the quality of MQLs, which decides, is neglected",
    ),
    "diagnosis.kpis_without_the_goal.hint": Text(
        "KPI を 1 つ(多くて 2 つ)に絞り、MQL の基準を受注実績から決め直す。ほかは管理指標とする",
        "Keep one KPI, two at most; derive the MQL criteria from deals won; merely watch the others",
    ),
    "diagnosis.separators": Text("{hint}(見分ける指標: {metrics})", "{hint} (told apart by: {metrics})"),
    "diagnosis.separator_comma": Text("、", ", "),
    "diagnosis.none.symptom": Text("当てはまる症状はありません", "No known symptom"),
    "diagnosis.none.cause": Text(
        "診断の規則に当てはまる組み合わせがありません", "No rule matches these levels"
    ),
    "diagnosis.none.hint": Text(
        "目標に届かない指標があれば、前後の段階の指標も加えて診断してください",
        "If a metric falls short, add the metrics of the stages around it and diagnose again",
    ),
}
