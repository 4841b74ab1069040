"""Texts of the functions on business days and holidays; the ids are explained in the package."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

HOLIDAYS = Text(
    "休業日(KPI_HOLIDAYS の結果や会社の休業日。順不同、重複可。省略すると土日だけを除く)",
    "Days off, such as those of KPI_HOLIDAYS and the company's own, in any order; only weekends when omitted",
)

TEXTS = {
    "KPI_ELAPSED": Text(
        "期間のうち、もう何割が過ぎたかを営業日(または暦日)で求めます。",
        "How much of the period has gone, counted in business days or calendar days.",
    ),
    "KPI_ELAPSED.as_of": Text("基準日(その日も経過に含める)", "The date to look at; it counts as gone"),
    "KPI_ELAPSED.start": Text("期間の初日", "First day of the period"),
    "KPI_ELAPSED.end": Text("期間の最終日", "Last day of the period"),
    "KPI_ELAPSED.holidays": HOLIDAYS,
    "KPI_ELAPSED.basis": Text(
        '"business" = 営業日(既定)、"calendar" = 暦日(休業日は無視)',
        '"business" = business days (default), "calendar" = every day, holidays included',
    ),
    "KPI_ELAPSED.result": Text(
        "経過割合(0〜1)。期間の前なら 0、後なら 1",
        "The elapsed share, 0 to 1; 0 before the period, 1 after it",
    ),
    "KPI_ELAPSED.errors": Text(
        "最終日が初日より前、または存在しない日付なら #NUM!、期間に営業日がなければ #DIV/0!",
        "#NUM! when the end lies before the start, or for a number that is no date; #DIV/0! for a period without business days",
    ),
    "KPI_BUSINESS_DAYS": Text(
        "期間に営業日が何日あるかを数えます(初日と最終日を含む)。",
        "How many business days there are from one date to another, both included.",
    ),
    "KPI_BUSINESS_DAYS.start": Text("初日", "First day"),
    "KPI_BUSINESS_DAYS.end": Text("最終日", "Last day"),
    "KPI_BUSINESS_DAYS.holidays": HOLIDAYS,
    "KPI_BUSINESS_DAYS.result": Text(
        "土日と休業日を除いた日数", "Days that are neither Saturday, Sunday nor a day off"
    ),
    "KPI_BUSINESS_DAYS.errors": Text(
        "最終日が初日より前、または存在しない日付なら #NUM!",
        "#NUM! when the end lies before the start, or for a number that is no date",
    ),
    "KPI_HOLIDAYS": Text(
        "その年の祝日(振替休日・国民の休日を含む)を一覧にします。",
        "Lists the national holidays of a year, substitute holidays included.",
    ),
    "KPI_HOLIDAYS.year": Text("西暦の年(1986〜2099)", "The year, 1986 to 2099"),
    "KPI_HOLIDAYS.country": Text('国("JP" = 日本、既定)', 'Country ("JP" = Japan, the default)'),
    "KPI_HOLIDAYS.result": Text(
        "祝日の日付を早い順に並べた列。将来の春分・秋分の日は計算による見込み",
        "The dates in a column, earliest first; equinox days of years to come are computed",
    ),
    "KPI_HOLIDAYS.errors": Text(
        "年が 1986〜2099 の外、または端数があると #NUM!、国が未対応なら #VALUE!",
        "#NUM! for a year outside 1986 to 2099 or with a fraction; #VALUE! for another country",
    ),
    "function.calendar_no_such_date": Text(
        "{serial} に当たる日付はありません。日付のセルを指定してください。",
        "{serial} is the number of no date; give a cell that holds a date.",
    ),
    "function.calendar_end_before_start": Text(
        "最終日 {end} が初日 {start} より前です。", "The end, {end}, lies before the start, {start}."
    ),
    "function.calendar_no_business_day": Text(
        "期間に営業日が 1 日もないため、経過割合を計算できません。",
        "The period holds no business day, so there is no share of it.",
    ),
}
