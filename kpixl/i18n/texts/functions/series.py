"""Texts of the functions on series and comparisons; the ids are explained in the package."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "KPI_ANOMALY": Text(
        "いつもと違う値(異常値)を見つけます。各値がふだんの範囲からどれだけ外れているかを点数で示します。",
        "Finds values that stand out: how far each lies from what is usual for the series.",
    ),
    "KPI_ANOMALY.series": Text("時系列の値(古い順)", "The values, oldest first"),
    "KPI_ANOMALY.season": Text(
        "季節の長さ(月次で年周期なら 12)。指定すると 1 周期前との差で判定します。省略時 0 = 季節なし",
        "Length of a season (12 for a year in months): judges differences from a season before; 0 (default) for none",
    ),
    "KPI_ANOMALY.result": Text(
        "各値の修正 z スコア(値と同じ並び)。3.5 を超えるか -3.5 を下回れば異常値。季節を指定すると最初の 1 周期は #N/A。すべて同じ値なら 0",
        "Modified z score of each value; above 3.5 or below -3.5 it is an anomaly. With a season the first one is #N/A. All 0 for a constant series",
    ),
    "KPI_ANOMALY.errors": Text(
        "値(季節を指定した場合は差)が 3 個未満なら #N/A、季節の長さに端数があると #NUM!、途中に空白があると #VALUE!",
        "#N/A for fewer than three values (or differences); #NUM! for a season with a fraction; #VALUE! for a blank between the values",
    ),
    "KPI_AB": Text(
        "A 案と B 案の率の差が、本物か偶然かを判定します(AB テスト)。",
        "Whether variant B really converts better than A, or only by chance.",
    ),
    "KPI_AB.successes_a": Text("A 案の成功数(クリック数など)", "Successes of A, such as clicks"),
    "KPI_AB.trials_a": Text("A 案の試行数(配信数など)", "Trials of A, such as mails sent"),
    "KPI_AB.successes_b": Text("B 案の成功数", "Successes of B"),
    "KPI_AB.trials_b": Text("B 案の試行数", "Trials of B"),
    "KPI_AB.confidence": Text("信頼水準(省略時 0.95)", "Confidence level (0.95 when omitted)"),
    "KPI_AB.result": Text(
        "1 行 4 列: 率の差(B − A)、その信頼区間の下限、上限(Newcombe 法)、p 値(両側。小さいほど偶然ではない)",
        "One row of four: difference of the rates (B − A), its lower and upper limit (Newcombe), two-sided p value (small means hardly chance)",
    ),
    "KPI_AB.errors": Text(
        "試行数が 0 なら #DIV/0!、成功数が試行数を超えると #NUM!",
        "#DIV/0! for no trials; #NUM! for more successes than trials",
    ),
    "KPI_FORECAST": Text(
        "これまでの推移から、この先の値を幅つきで見通します(前年同期の形 + 伸び)。",
        "What the coming periods will bring, with a band: last season again, plus the trend.",
    ),
    "KPI_FORECAST.series": Text(
        "時系列の値(古い順)。2 周期分あれば季節の形を使います",
        "The values, oldest first; with two seasons or more their shape is used",
    ),
    "KPI_FORECAST.periods": Text("何期先まで見通すか", "How many periods to look ahead"),
    "KPI_FORECAST.season": Text(
        "季節の長さ(月次なら 12、省略時 12)", "Length of a season (12 for months, which is the default)"
    ),
    "KPI_FORECAST.result": Text(
        "期数 × 3 列: 見通し、下限、上限。10 回に 8 回はこの幅に収まる見込み(80 % 予測区間。下限は負にもなります)",
        "One row a period: forecast, low, high; eight times out of ten the value lies in the band (80 % interval, its low end may be negative)",
    ),
    "KPI_FORECAST.errors": Text(
        "値が 3 個未満なら #N/A、期数や季節の長さが 1 未満または端数つきなら #NUM!、途中に空白があると #VALUE!",
        "#N/A for fewer than three values; #NUM! for periods or a season below 1 or with a fraction; #VALUE! for a blank between the values",
    ),
    "function.series_too_short": Text(
        "値が {given} 個しかありません。{needed} 個以上必要です。",
        "There are only {given} values; {needed} are needed.",
    ),
    "function.series_no_season_before": Text(
        "1 周期前の値がないため、判定できません。", "There is no value one season before to compare with."
    ),
}
