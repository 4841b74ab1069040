"""Texts of the functions of the category money; the ids are explained in the package."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

ARPA = Text("1 社・1 期間あたりの平均売上(円)", "Revenue of one account in one period, in yen")
MARGIN = Text("粗利率(0〜1)", "Gross margin (0 to 1)")

TEXTS = {
    "KPI_CPL": Text("リード 1 件を得るのにいくらかかったかを求めます。", "What one lead cost."),
    "KPI_CPL.cost": Text("かかった費用(円)", "Cost, in yen"),
    "KPI_CPL.leads": Text("得たリードの数", "Leads won"),
    "KPI_CPL.result": Text("リード 1 件あたりの費用(円)", "Cost of one lead, in yen"),
    "KPI_CPL.errors": Text(
        "リードが 0 件なら #DIV/0!、負の値は #NUM!", "#DIV/0! for no leads; #NUM! for a value below 0"
    ),
    "KPI_CPA": Text(
        "成果(コンバージョン)1 件を得るのにいくらかかったかを求めます。", "What one conversion cost."
    ),
    "KPI_CPA.cost": Text("かかった費用(円)", "Cost, in yen"),
    "KPI_CPA.conversions": Text(
        "成果の件数(資料請求・商談など、何を 1 件とするかを決めておく)",
        "Conversions: settle which outcome counts, a request or a meeting",
    ),
    "KPI_CPA.result": Text("成果 1 件あたりの費用(円)", "Cost of one conversion, in yen"),
    "KPI_CPA.errors": Text(
        "成果が 0 件なら #DIV/0!、負の値は #NUM!", "#DIV/0! for no conversions; #NUM! for a value below 0"
    ),
    "KPI_CAC": Text(
        "新規顧客 1 社を得るのに、マーケティングと営業でいくらかかったかを求めます。",
        "What marketing and sales spent on winning one new customer.",
    ),
    "KPI_CAC.marketing": Text("マーケティング費用(円)", "Marketing cost, in yen"),
    "KPI_CAC.sales": Text("営業費用(円)", "Sales cost, in yen"),
    "KPI_CAC.customers": Text("新規顧客の数", "New customers"),
    "KPI_CAC.result": Text("新規顧客 1 社あたりの費用(円)", "Cost of one new customer, in yen"),
    "KPI_CAC.errors": Text(
        "新規顧客が 0 なら #DIV/0!、負の値は #NUM!", "#DIV/0! for no customers; #NUM! for a value below 0"
    ),
    "KPI_ROI": Text(
        "使った費用に対して、どれだけ利益が出たかを求めます。",
        "What was gained on top of the cost, as a share of it.",
    ),
    "KPI_ROI.gain": Text(
        "得た価値(粗利または売上、円)。どちらを使うかをそろえます",
        "The return in yen, gross profit or revenue: keep to one of them",
    ),
    "KPI_ROI.cost": Text("かかった費用(円)", "Cost, in yen"),
    "KPI_ROI.result": Text(
        "(得た価値 − 費用)÷ 費用(0 = 収支が同じ、0.5 = 50 % の利益)",
        "(gain − cost) / cost (0 = break-even, 0.5 = 50 % gained)",
    ),
    "KPI_ROI.errors": Text(
        "費用が 0 なら #DIV/0!、費用が負なら #NUM!", "#DIV/0! for a cost of 0; #NUM! for a cost below 0"
    ),
    "KPI_ROAS": Text(
        "広告費の何倍の売上が得られたかを求めます。",
        "How many times the advertising cost came back as revenue.",
    ),
    "KPI_ROAS.revenue": Text("広告経由の売上(円)", "Revenue from the ads, in yen"),
    "KPI_ROAS.cost": Text("広告費(円)", "Advertising cost, in yen"),
    "KPI_ROAS.result": Text("売上 ÷ 広告費(4 = 4 倍)", "Revenue / cost (4 = four times)"),
    "KPI_ROAS.errors": Text(
        "広告費が 0 なら #DIV/0!、負の値は #NUM!", "#DIV/0! for a cost of 0; #NUM! for a value below 0"
    ),
    "KPI_LTV": Text(
        "1 社の顧客が、契約の間にもたらす粗利の合計(顧客生涯価値)を求めます。",
        "The gross profit one customer brings while it stays: the lifetime value.",
    ),
    "KPI_LTV.arpa": ARPA,
    "KPI_LTV.margin": MARGIN,
    "KPI_LTV.churn": Text("1 期間の解約率(0〜1)", "Churn in one period (0 to 1)"),
    "KPI_LTV.discount": Text(
        "1 期間の割引率(省略時 0 = 割り引かない)", "Discount rate of one period (0 when omitted: none)"
    ),
    "KPI_LTV.periods": Text(
        "何期間分を数えるか(整数、省略すると解約までずっと)",
        "Whole periods to count (all of them when omitted)",
    ),
    "KPI_LTV.result": Text(
        "生涯価値(円)。粗利 m は各期の初めに得て、最初の期は全額を数えます: m × (継続率 ÷ (1 + 割引率)) の t 乗を t = 0 から合計。割引なしなら m ÷ 解約率",
        "Lifetime value in yen. The profit m comes at the start of each period, the first in full: m × (retention / (1 + discount))^t from t = 0, added up; m / churn without a discount",
    ),
    "KPI_LTV.errors": Text(
        "解約率が 0 で期間数がないと #NUM!(いつまでも解約しないため)、期間数が整数でないと #NUM!",
        "#NUM! for a churn of 0 without periods (the customer never leaves), or periods that are not whole",
    ),
    "KPI_PAYBACK": Text(
        "顧客の獲得にかけた費用を、何期間で取り戻せるかを求めます。",
        "How many periods it takes until a customer has paid back what it cost to win.",
    ),
    "KPI_PAYBACK.cac": Text("顧客 1 社の獲得コスト(円)", "Cost of winning one customer, in yen"),
    "KPI_PAYBACK.arpa": ARPA,
    "KPI_PAYBACK.margin": MARGIN,
    "KPI_PAYBACK.result": Text(
        "回収までの期間数(売上が月額なら月数)", "Periods to pay back (months if the revenue is monthly)"
    ),
    "KPI_PAYBACK.errors": Text(
        "売上または粗利率が 0 なら #DIV/0!、負の値は #NUM!",
        "#DIV/0! for a revenue or margin of 0; #NUM! for a value below 0",
    ),
    "KPI_VELOCITY": Text(
        "今の案件の流れが、1 日あたりいくらの売上を生むかを求めます。",
        "How much revenue the pipeline brings in a day.",
    ),
    "KPI_VELOCITY.opportunities": Text("案件数", "Opportunities"),
    "KPI_VELOCITY.deal_size": Text("平均契約単価(円)", "Average deal size, in yen"),
    "KPI_VELOCITY.win_rate": Text("受注率(0〜1)", "Win rate (0 to 1)"),
    "KPI_VELOCITY.cycle_days": Text("受注までの日数(中央値がよい)", "Days of a sales cycle, best the median"),
    "KPI_VELOCITY.result": Text("1 日あたりの売上(円)", "Revenue a day, in yen"),
    "KPI_VELOCITY.errors": Text(
        "日数が 0 なら #DIV/0!、受注率が 0〜1 の外なら #NUM!",
        "#DIV/0! for a cycle of 0 days; #NUM! for a win rate outside 0 to 1",
    ),
    "KPI_NPS": Text(
        "薦めたい人(9〜10 点)が、不満な人(0〜6 点)よりどれだけ多いかを求めます。",
        "By how much promoters (9, 10) outnumber detractors (0 to 6), in percentage points.",
    ),
    "KPI_NPS.scores": Text(
        "「薦めたい度合い」の回答(0〜10 の整数、空白は無回答として除きます)",
        "Answers on how likely they are to recommend (whole, 0 to 10); blanks are no answer and left out",
    ),
    "KPI_NPS.result": Text("NPS(−100〜100)", "NPS, −100 to 100"),
    "KPI_NPS.errors": Text(
        "回答がなければ #N/A、0〜10 の整数でなければ #NUM!",
        "#N/A without answers; #NUM! for a score that is not a whole number from 0 to 10",
    ),
    "function.never_churns": Text(
        "解約率が 0 では生涯価値に終わりがありません。期間数を指定してください。",
        "With a churn of 0 the lifetime has no end; give the number of periods.",
    ),
    "function.lifetime_not_whole": Text(
        "期間数は整数で指定してください({value} になっています)。",
        "The number of periods must be whole, but it is {value}.",
    ),
    "function.answer_not_whole": Text(
        "回答は 0〜10 の整数ですが、{value} が入っています。",
        "An answer is a whole number from 0 to 10, but there is {value}.",
    ),
}
