"""Texts of the functions of the category diagnose; the ids are explained in the package."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text
from kpixl.i18n.texts.functions.shared import LANG

TEXTS = {
    "KPI_BOTTLENECK": Text(
        "目標から最も落ち込み、結果への影響が大きい段階を見つけます。",
        "Finds the step that falls shortest of its target and so costs the result most.",
    ),
    "KPI_BOTTLENECK.rates": Text("各段階の実績の転換率(0〜1)", "Actual rate of each step (0 to 1)"),
    "KPI_BOTTLENECK.targets": Text("各段階の目標の転換率(0〜1)", "Target rate of each step (0 to 1)"),
    "KPI_BOTTLENECK.names": Text(
        "各段階の名前(省略すると番号を返します)", "Name of each step (its number when omitted)"
    ),
    "KPI_BOTTLENECK.result": Text(
        "段階の名前または番号。目標を下回る段階がなければ空文字または 0",
        "The step's name or number; empty or 0 when no step is below its target",
    ),
    "KPI_BOTTLENECK.errors": Text(
        "転換率と目標(と名前)の個数が違うと #VALUE!、目標が 0 なら #NUM!",
        "#VALUE! when rates, targets and names differ in number; #NUM! for a target of 0",
    ),
    "KPI_UPLIFT": Text(
        "ある段階だけが目標の転換率に届いたら、最後の件数が何件増えるかを段階ごとに求めます。",
        "How many more end results each step would bring if it alone reached its target rate.",
    ),
    "KPI_UPLIFT.top": Text("最初の段階の件数(訪問数など)", "Volume at the first stage, such as visits"),
    "KPI_UPLIFT.rates": Text("各段階の実績の転換率(0〜1)", "Actual rate of each step (0 to 1)"),
    "KPI_UPLIFT.targets": Text("各段階の目標の転換率(0〜1)", "Target rate of each step (0 to 1)"),
    "KPI_UPLIFT.result": Text(
        "段階ごとの増える件数(ほかの段階は実績のまま。目標に届いている段階は 0)",
        "Gain of each step with the others as they are; 0 where the target is reached",
    ),
    "KPI_UPLIFT.errors": Text(
        "実績と目標の個数が違うと #VALUE!、転換率が 0〜1 の外なら #NUM!",
        "#VALUE! when rates and targets differ in number; #NUM! for a rate outside 0 to 1",
    ),
    "KPI_CONTRIBUTION": Text(
        "結果の増減が、どの要素からいくら生まれたかに分解します(訪問数 × 転換率 × 単価 など、掛け算の結果に使います)。",
        "Splits the change of a result into what each factor added or took (for products: visits × rate × price).",
    ),
    "KPI_CONTRIBUTION.before": Text("変化前の各要素の値(0 以上)", "Each factor before, 0 or more"),
    "KPI_CONTRIBUTION.after": Text("変化後の各要素の値(同じ順)", "Each factor after, in the same order"),
    "KPI_CONTRIBUTION.method": Text(
        '"lmdi" = 対数平均による分解(既定)、"shapley" = 変わる順番すべての平均(要素は 100 個まで)',
        '"lmdi" = by the logarithmic mean (default), "shapley" = mean over all orders of change (100 factors at most)',
    ),
    "KPI_CONTRIBUTION.result": Text(
        "要素ごとの寄与(結果と同じ単位)。合計は結果の増減に一致します。0 から現れた要素が増加分をすべて受け取ります(lmdi)",
        "Contribution of each factor in units of the result, adding up to its change; with lmdi a factor that appears from 0 takes it all",
    ),
    "KPI_CONTRIBUTION.errors": Text(
        '前後の個数が違うと #VALUE!、負の値、大きすぎる積、"shapley" で 100 個を超えると #NUM!',
        '#VALUE! when before and after differ in number; #NUM! for a value below 0, a product that is too large, or more than 100 factors with "shapley"',
    ),
    "KPI_CSF": Text(
        "どの要素に力を入れると成果が最も伸びるか(CSF の候補)を点数で比べます。",
        "Scores which factor promises most if one works on it: the candidates for the critical success factor.",
    ),
    "KPI_CSF.actual": Text(
        "各要素の実績(小さいほど良い要素は、実績と目標を入れ替えて指定)",
        "Actual of each factor (where less is better, exchange actual and target)",
    ),
    "KPI_CSF.target": Text(
        "各要素の目標または到達できる水準", "Target, or level within reach, of each factor"
    ),
    "KPI_CSF.influence": Text(
        "自社がどれだけ動かせるか(0 = 動かせない、1 = 自由に動かせる など)",
        "How far one can move it oneself (0 = not at all, 1 = freely, say)",
    ),
    "KPI_CSF.cost": Text(
        "動かすための費用や手間(省略するとすべて 1)", "Cost or effort of moving it (1 each when omitted)"
    ),
    "KPI_CSF.result": Text(
        "要素ごとの点数 ln(目標 ÷ 実績) × 影響力 ÷ 費用。伸びしろのない要素は 0、実績が 0 の要素はその値だけ #NUM!",
        "Score of each factor, ln(target / actual) × influence / cost; 0 without headroom, #NUM! for that one alone where the actual is 0",
    ),
    "KPI_CSF.errors": Text(
        "個数が違うと #VALUE!、費用が 0 なら #DIV/0!、負の値は #NUM!",
        "#VALUE! when the numbers of items differ; #DIV/0! for a cost of 0; #NUM! for a value below 0",
    ),
    "KPI_ELASTICITY": Text(
        "先行する指標が 1 % 増えると、結果が何 % 増えるかを実績から推定します。",
        "By how many percent the outcome grows when its driver grows by one percent, from past values.",
    ),
    "KPI_ELASTICITY.driver": Text(
        "動かす側の指標の実績(MQL 数など、期間順)", "The driver, such as MQLs, period by period"
    ),
    "KPI_ELASTICITY.outcome": Text(
        "結果の指標の実績(商談数など)。末尾の空白は「まだ」とみなし、両方そろった期間だけを使います",
        "The outcome, such as meetings; a blank at the end means not yet, and only periods that both have are used",
    ),
    "KPI_ELASTICITY.result": Text(
        "1 行 2 列: 弾力性(0.7 なら 10 % 増で約 7 % 増)、決定係数 R²(1 に近いほど当てはまりが良い)",
        "One row of two: elasticity (0.7: 10 % more brings about 7 % more), and R² (close to 1 = a good fit)",
    ),
    "KPI_ELASTICITY.errors": Text(
        "そろった期間が 3 つ未満なら #N/A、0 以下の値は #NUM!、動かす側がまったく変化していないと #DIV/0!。結果が変化していなければ R² だけ #DIV/0!",
        "#N/A below three periods; #NUM! for a value of 0 or less; #DIV/0! for a driver that never changes, and for R² alone if the outcome never does",
    ),
    "KPI_LEAD_LAG": Text(
        "先行する指標の動きが、何期間後の結果に最もよく表れるかを調べます。",
        "After how many periods the outcome follows its driver most closely.",
    ),
    "KPI_LEAD_LAG.driver": Text("先行する指標の実績(期間順)", "The leading metric, period by period"),
    "KPI_LEAD_LAG.outcome": Text(
        "結果の指標の実績(同じ期間から始める)。末尾の空白は「まだ」とみなします",
        "The outcome, from the same period on; a blank at the end means not yet",
    ),
    "KPI_LEAD_LAG.max_lag": Text("調べる遅れの上限(期間数、整数)", "Longest lag to try, in whole periods"),
    "KPI_LEAD_LAG.result": Text(
        "1 行 2 列: 相関が最も高い遅れ(期間数)、その相関係数(-1〜1)。同じなら短い遅れ。逆向きの関係は、片方に -1 を掛けて調べます",
        "One row of two: the lag of the highest correlation, and that correlation (-1 to 1); ties go to the shorter lag; for an inverse relation multiply one series by -1",
    ),
    "KPI_LEAD_LAG.errors": Text(
        "遅れの上限で比べられる期間が 3 つ未満なら #N/A、遅れが整数でないか 0〜366 の外なら #NUM!、値が変化していないと #DIV/0!",
        "#N/A when the longest lag leaves fewer than three periods; #NUM! for a lag that is not whole or outside 0 to 366; #DIV/0! when a series never changes",
    ),
    "KPI_DIAGNOSE": Text(
        "複数の指標の警報レベルの組み合わせから、考えられる原因と改善のヒントを示します。",
        "Likely causes and hints from the alert levels of several metrics taken together.",
    ),
    "KPI_DIAGNOSE.metrics": Text(
        "指標の名前または ID(KPI_METRIC と同じ)", "Metrics by name or id, as in KPI_METRIC"
    ),
    "KPI_DIAGNOSE.levels": Text(
        "各指標の警報レベル。0〜3 の数値、または「達成・注意・警戒・危機」。空白と「データなし」は判断に使いません",
        "Alert level of each: 0 to 3, or On track, Caution, Warning, Critical; blanks and No data are left out",
    ),
    "KPI_DIAGNOSE.lang": LANG,
    "KPI_DIAGNOSE.result": Text(
        "症状、考えられる原因、ヒントの 3 列。同じ症状に原因が 2 つあるときは、見分ける指標とともに両方を示します",
        "Three columns: symptom, likely cause, hint; where a symptom has two causes both, with the metrics that tell them apart",
    ),
    "KPI_DIAGNOSE.errors": Text(
        "知らない指標、どれを指すか決まらない名前、知らないレベルの語は #VALUE!、0〜3 の整数でないレベルは #NUM!、レベルが 1 つもなければ #N/A",
        "#VALUE! for an unknown or ambiguous metric or level word; #NUM! for a level other than 0, 1, 2, 3; #N/A when no level is known",
    ),
    "KPI_METRIC": Text(
        "指標の意味・分子と分母・改善のヒントなどを、指標の一覧から引きます。",
        "What a metric means, what it is divided by, how to improve it: looked up in the catalogue.",
    ),
    "KPI_METRIC.metric": Text(
        "指標の名前または ID(大文字・小文字、全角・半角、空白の違いは無視)",
        "The metric by name in either language or by id; letter case, width and spaces do not count",
    ),
    "KPI_METRIC.field": Text(
        '"definition" 定義(既定)、"id"、"name" 名前、"numerator" 分子、"denominator" 分母、"unit" 単位、'
        '"direction" 良い向き、"phase" 段階、"purpose" 目的、"horizon" 期間、"nature" 定量/定性、'
        '"look_at" 見るべき点、"hint" 改善のヒント、"caution" 注意、"note" 定義の違い、"source" 出典',
        '"definition" (default), "id", "name", "numerator", "denominator", "unit", "direction", "phase", '
        '"purpose", "horizon", "nature", "look_at", "hint", "caution", "note" (where definitions differ), "source"',
    ),
    "KPI_METRIC.lang": LANG,
    "KPI_METRIC.result": Text(
        '項目の文。"direction" はほかの関数にそのまま渡せる "higher" または "lower"',
        'The text of the field; "direction" gives "higher" or "lower", as other functions take it',
    ),
    "KPI_METRIC.errors": Text(
        "知らない指標は近い ID、複数の指標を指す名前(「商談化率」「CPA」など)は候補の ID を理由に添えて #VALUE!",
        "#VALUE! for an unknown metric, naming ids close to it, or for a word that means several (CPA, say), naming their ids",
    ),
    "function.too_many_factors": Text(
        "要素が {given} 個あります。{most} 個までにしてください。",
        "There are {given} factors; {most} are the most that can be averaged.",
    ),
    "function.too_few_pairs": Text(
        "比べられる期間が {given} 個しかありません。{fewest} 個以上必要です。",
        "Only {given} periods can be compared; at least {fewest} are needed.",
    ),
    "function.series_constant": Text(
        "「{argument}」がまったく変化していないため、計算できません。",
        "'{argument}' never changes, so there is no answer.",
    ),
    "function.no_variation": Text(
        "どちらかの値がまったく変化していないため、相関を計算できません。",
        "One of the series never changes, so there is no correlation.",
    ),
    "function.lag_not_whole": Text(
        "遅れの上限は整数で指定してください({value} になっています)。",
        "The longest lag must be a whole number, but it is {value}.",
    ),
    "function.metric_unknown": Text(
        "「{metric}」という指標は一覧にありません。名前または ID(例: メール開封率、email_open_rate)で指定してください。",
        "'{metric}' is not in the catalogue; give a name or an id, such as email_open_rate.",
    ),
    "function.metric_unknown_near": Text(
        "「{metric}」という指標は一覧にありません。近い ID: {near}",
        "'{metric}' is not in the catalogue; close to it: {near}.",
    ),
    "function.metric_ambiguous": Text(
        "「{metric}」は複数の指標を指します。次の ID から選んでください: {ids}",
        "'{metric}' means several metrics; choose one of these ids: {ids}.",
    ),
    "function.level_unknown": Text(
        "{position} 番目のレベル「{value}」を読み取れません。0〜3 の数値、または 達成・注意・警戒・危機 を指定してください。",
        "Level {position}, '{value}', cannot be read; give 0 to 3, or On track, Caution, Warning, Critical.",
    ),
    "function.level_out_of_range": Text(
        "{position} 番目のレベルは 0・1・2・3 のいずれかですが、{value} です。",
        "Level {position} must be 0, 1, 2 or 3, but it is {value}.",
    ),
    "function.no_level_known": Text("レベルの分かる指標がまだありません。", "No metric has a level yet."),
}
