"""Texts of the functions of the category leads; the ids are explained in the package."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "KPI_SCORE": Text(
        "リードの属性や行動に当てはまる点数を合計し、見込みの高さを求めます。",
        "How promising a lead is: the points of its attributes and actions, added up.",
    ),
    "KPI_SCORE.attributes": Text(
        "そのリードに当てはまる属性・行動(空白は無視、すべて空白なら 0 点)",
        "What applies to the lead; blanks are left out, and nothing at all scores 0",
    ),
    "KPI_SCORE.rules": Text(
        "点数表の属性(大文字・小文字、全角・半角、空白の違いは無視)",
        "Attributes of the scoring table; letter case, width and spaces do not count",
    ),
    "KPI_SCORE.points": Text("各属性の点数(減点は負の値)", "Points of each attribute; below 0 takes away"),
    "KPI_SCORE.cap": Text("点数の上限(省略時 100)", "Highest score (100 when omitted)"),
    "KPI_SCORE.result": Text(
        "合計点(上限まで。減点が多ければ 0 を下回ることもあります)",
        "The sum, at most the cap; it may fall below 0 when much is taken away",
    ),
    "KPI_SCORE.errors": Text(
        "属性と点数の個数が違う、または同じ属性が点数表に 2 回あると #VALUE!、上限が負なら #NUM!",
        "#VALUE! when rules and points differ in number or a rule stands there twice; #NUM! for a cap below 0",
    ),
    "KPI_QUALITY": Text(
        "リードの質を含めた件数を求めます(満点のリードを 1 件として数えます)。",
        "The number of leads weighted by their quality: a lead of full score counts as one.",
    ),
    "KPI_QUALITY.scores": Text("各リードのスコア(0〜満点)", "Score of each lead, 0 to the full score"),
    "KPI_QUALITY.full": Text("満点(省略時 100)", "The full score (100 when omitted)"),
    "KPI_QUALITY.result": Text("質で重みづけした件数", "Leads counted by quality"),
    "KPI_QUALITY.errors": Text(
        "満点を超えるスコア、負のスコア、満点が 0 以下なら #NUM!",
        "#NUM! for a score above the full one or below 0, or a full score of 0 or less",
    ),
    "KPI_LEAD_TIME": Text(
        "最初の接触から受注までなど、始まりから終わりまでに何日かかっているかを求めます。",
        "How many days it takes from start to end, such as from first contact to deal.",
    ),
    "KPI_LEAD_TIME.starts": Text("開始日", "Start dates"),
    "KPI_LEAD_TIME.ends": Text(
        "終了日(まだなら空白。開始日か終了日のない組は除きます)",
        "End dates, blank if not yet; pairs without both dates are left out",
    ),
    "KPI_LEAD_TIME.stat": Text(
        '"median" = 中央値(既定)、"mean" = 平均、"p90" = 9 割がこの日数以内に終わる値(PERCENTILE.INC と同じ補間)',
        '"median" (default), "mean", "p90" = nine in ten end within it (interpolated as by PERCENTILE.INC)',
    ),
    "KPI_LEAD_TIME.result": Text("日数", "Days"),
    "KPI_LEAD_TIME.errors": Text(
        "終わった組がなければ #N/A、終了日が開始日より前なら #NUM!",
        "#N/A when no pair has ended; #NUM! for an end before its start",
    ),
    "KPI_MATURE_RATE": Text(
        "十分に時間がたったリードだけで転換率を求めます(入ったばかりのリードで率が低く見えるのを防ぎます)。",
        "The conversion rate of leads that have had enough time, so that fresh ones do not make it look low.",
    ),
    "KPI_MATURE_RATE.entered": Text(
        "リードになった日など、入った日", "Dates of entry, such as when they became leads"
    ),
    "KPI_MATURE_RATE.converted": Text(
        "商談になった日など、転換した日(まだなら空白)",
        "Dates of conversion, such as of the meeting; blank if not yet",
    ),
    "KPI_MATURE_RATE.as_of": Text(
        "いつ時点で見るか(その日を含む)", "The day up to which one looks, itself included"
    ),
    "KPI_MATURE_RATE.window": Text(
        "転換までに待つ日数。入った日からこの日数以内(当日を含む)の転換だけを数えます",
        "Days to wait for a conversion; only those up to and including that day after entry count",
    ),
    "KPI_MATURE_RATE.result": Text(
        "1 行 2 列: 転換率、その対象となった件数", "One row of two: the rate, and how many entries it is of"
    ),
    "KPI_MATURE_RATE.errors": Text(
        "十分に時間がたったものがなければ #N/A、転換日が入った日より前なら #NUM!",
        "#N/A when no entry is old enough; #NUM! for a conversion before its entry",
    ),
    "function.rule_twice": Text(
        "点数表に「{rule}」が 2 回以上あります。1 行にまとめてください。",
        "The rule '{rule}' stands in the scoring table more than once; keep one.",
    ),
    "function.score_above_full": Text(
        "{position} 番目のスコア {score} が満点 {full} を超えています。",
        "Score {position}, {score}, exceeds the full score of {full}.",
    ),
    "function.no_finished_pair": Text(
        "開始日と終了日がそろった組がまだありません。", "No pair has both a start and an end yet."
    ),
    "function.ends_before_start": Text(
        "{position} 番目の組で、後の日付が前の日付より先になっています。",
        "In pair {position} the later date lies before the earlier one.",
    ),
    "function.nothing_mature": Text(
        "待つ日数がたったものがまだありません。", "No entry has had the whole window yet."
    ),
}
