"""Texts of the functions on rules agreed beforehand; the ids are explained in the package.

`gate.…`, `escalation.…` and `change.…` are what these functions put into cells.
"""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text
from kpixl.i18n.texts.functions.shared import LANG

ACHIEVEMENTS = Text(
    "各期の達成率(1 = 100 %、古い順。まだの期は末尾を空白に)",
    "Achievement of each period (1 = 100 %), oldest first; leave periods to come blank at the end",
)

TEXTS = {
    "KPI_GATE": Text(
        "月の第 1〜3 週の終わりに、月間目標の 20・40・60 % に届いているかを判定し、届かなければ決めておいた対応を示します。",
        "Whether the month's count has passed the gate of its week (20, 40, 60 % of the target), and if not, what was agreed to do.",
    ),
    "KPI_GATE.week": Text("何週目の終わりか(1〜3)", "Which week of the month has ended (1 to 3)"),
    "KPI_GATE.actual": Text("月初からの累計実績", "Actual since the month began"),
    "KPI_GATE.target": Text("月間目標", "Target of the month"),
    "KPI_GATE.lang": LANG,
    "KPI_GATE.result": Text(
        "「通過」、または決めておいた対応(ちょうど基準値なら通過)",
        "Passed, or the agreed action; exactly on the gate is passed",
    ),
    "KPI_GATE.errors": Text(
        "週が 1〜3 の整数でなければ #NUM!、目標が 0 なら #DIV/0!、実績が空白なら #N/A",
        "#NUM! for a week other than 1, 2 or 3; #DIV/0! for a target of 0; #N/A for a blank actual",
    ),
    "gate.passed": Text("通過", "Passed"),
    "gate.week_1": Text(
        "週2回の進捗確認会議を開催、追加のリード獲得施策を検討",
        "Hold progress meetings twice a week; consider further lead generation",
    ),
    "gate.week_2": Text(
        "マーケティング部長を交えた対策会議を開催、予備予算の活用を検討",
        "Hold a countermeasure meeting with the head of marketing; consider the reserve budget",
    ),
    "gate.week_3": Text(
        "緊急対策チームを編成、短期的なリード獲得施策(追加広告、パートナー連携強化など)を即時実行",
        "Form an emergency team; carry out short-term lead generation at once (more advertising, partners)",
    ),
    "KPI_GATE_CHANCE": Text(
        "計画どおりに進んでいる月でも、偶然だけで基準を下回ってしまう確率(誤報の確率)を求めます。",
        "How often a month that is fully on plan falls below the gate by chance alone: the chance of a false alarm.",
    ),
    "KPI_GATE_CHANCE.target": Text("月間目標の件数", "Target count of the month"),
    "KPI_GATE_CHANCE.planned_share": Text(
        "その時点までに見込む割合(0〜1、第 1 週末なら 0.25 など)",
        "Share planned by then (0 to 1), such as 0.25 at the end of week 1",
    ),
    "KPI_GATE_CHANCE.gate_share": Text(
        "基準とする割合(0〜1、第 1 週末なら 0.2 など)",
        "Share that the gate asks for (0 to 1), such as 0.2 at the end of week 1",
    ),
    "KPI_GATE_CHANCE.result": Text(
        "誤報の確率(0〜1)。1 件ずつ独立に発生する件数(ポアソン分布)とみなし、ちょうど基準の件数は下回りに数えない",
        "The chance, 0 to 1, for counts that come one by one (Poisson); exactly the gate is not below it",
    ),
    "KPI_GATE_CHANCE.errors": Text(
        "目標が負、割合が 0〜1 の外なら #NUM!",
        "#NUM! for a negative target or a share outside 0 to 1",
    ),
    "KPI_STREAK": Text(
        "基準を下回る(または上回る)状態が、直近まで何期連続しているかを数えます。",
        "How many periods running, up to the latest, the value has been below (or above) a limit.",
    ),
    "KPI_STREAK.values": Text(
        "各期の値(古い順。まだの期は末尾を空白に)",
        "Value of each period, oldest first; leave periods to come blank at the end",
    ),
    "KPI_STREAK.limit": Text(
        "基準値(ちょうどの値は数えない)", "The limit; a value exactly on it does not count"
    ),
    "KPI_STREAK.side": Text(
        '"below" = 基準を下回る(既定)、"above" = 基準を上回る',
        '"below" = below the limit (default), "above" = above it',
    ),
    "KPI_STREAK.result": Text(
        "連続している期の数(直近が該当しなければ 0)",
        "Periods running; 0 when the latest is not beyond the limit",
    ),
    "KPI_STREAK.errors": Text(
        "値がまだ 1 つもなければ #N/A、途中に空白があると #VALUE!",
        "#N/A without any value; #VALUE! for a blank between the values",
    ),
    "KPI_ESCALATION": Text(
        "未達が続いたとき、決めておいたルールのうち最も重い対応を示します。",
        "What was agreed to do when the target is missed period after period: the gravest rule that fires.",
    ),
    "KPI_ESCALATION.achievements": ACHIEVEMENTS,
    "KPI_ESCALATION.lang": LANG,
    "KPI_ESCALATION.result": Text(
        "2 期連続で 70 % 未満、2 期連続で未達(100 % 未満)の順に判定した対応。どちらでもなければ空文字",
        "The action for two periods running below 70 %, else for two running below 100 %; empty for neither",
    ),
    "KPI_ESCALATION.errors": Text(
        "達成率がまだ 1 つもなければ #N/A、途中に空白があると #VALUE!",
        "#N/A without any achievement; #VALUE! for a blank between them",
    ),
    "escalation.report_to_head": Text(
        "部門長へ報告し、対策会議を開催", "Report to the head and hold a countermeasure meeting"
    ),
    "escalation.reconsider_measure": Text(
        "施策を見直す(施策の変更、またはKPIの再設計を検討)",
        "Reconsider the measure: change it or redesign the KPI",
    ),
    "KPI_CHANGE": Text(
        "前の期から何割増減したかを求め、要因分析が必要な大きさかどうかを示します。",
        "How far a count moved since the period before, and whether that calls for an analysis.",
    ),
    "KPI_CHANGE.current": Text("今期の件数", "Count of this period"),
    "KPI_CHANGE.previous": Text(
        "比べる前の期の件数(同じ長さの期間)", "Count of the period before, of the same length"
    ),
    "KPI_CHANGE.threshold": Text(
        "要因分析をする変動の大きさ(増減どちらも、省略時 0.2)",
        "Change, up or down, from which to analyse (0.2 when omitted)",
    ),
    "KPI_CHANGE.min_count": Text(
        "判定に必要な最低件数(両期とも。省略時 0)",
        "Fewest counts to judge, in both periods (0 when omitted)",
    ),
    "KPI_CHANGE.lang": LANG,
    "KPI_CHANGE.result": Text(
        "1 行 2 列: 増減率(0.2 = 20 % 増)、「要因分析」または空文字",
        "One row of two: relative change (0.2 = up by 20 %), and Analyse or empty",
    ),
    "KPI_CHANGE.errors": Text(
        "前の期が 0 なら #DIV/0!、件数が負、しきい値が 0 以下なら #NUM!",
        "#DIV/0! for a count of 0 before; #NUM! for a negative count or a threshold of 0 or less",
    ),
    "change.analyse": Text("要因分析", "Analyse"),
    "KPI_RULE": Text(
        "「2ヶ月連続で達成率70%未満」のように文で書いたルールに、今の実績が該当するかを判定します。",
        'Whether a rule written as a sentence, such as "below 70% for 2 months", fires on the achievements.',
    ),
    "KPI_RULE.rule": Text(
        "ルールの文。例: 2ヶ月連続で達成率70%未満、2ヶ月未達、変動20%以上、月の2週目終了時点で40%未満、四半期前半で達成率70%未満。「なら」「の場合」「:」から後ろは対応策として読みません",
        'The rule, such as: below 70% for 2 months; missed for 2 months; change of 20% or more; below 40% at the end of week 2. What follows a colon or "then" is the action and is not read',
    ),
    "KPI_RULE.achievements": Text(
        "達成率(1 = 100 %、古い順)。週目や前半のルールでは、各時点までの累計達成率を 1 週目(前半)から順に",
        "Achievements (1 = 100 %), oldest first; for a rule on a week or a half, those to date after week 1, week 2, … (after the first half)",
    ),
    "KPI_RULE.lang": Text(
        'ルールの文の言語 "ja" または "en"(もう一方の言語の文も読めます)',
        'Language of the rule, "ja" or "en"; a sentence in the other is read as well',
    ),
    "KPI_RULE.result": Text(
        "該当すれば TRUE。連続する期数に満たなければ FALSE。「70〜80%」は 70 % 以上 80 % 未満",
        "TRUE when the rule fires; FALSE when there are fewer periods than it asks for. 70-80% means at least 70 and below 80 %",
    ),
    "KPI_RULE.errors": Text(
        "読み取れない語があると #VALUE!(理由にその語を示します)、その週や前半の値、比べる前の値がまだなければ #N/A、変動の元が 0 なら #DIV/0!",
        "#VALUE! for what cannot be read, the reason names the word; #N/A while the week, the half or a value before is still to come; #DIV/0! for a change from 0",
    ),
    "function.monitor_not_whole": Text(
        "引数「{argument}」は整数で指定してください({value} になっています)。",
        "The argument '{argument}' must be a whole number, but it is {value}.",
    ),
    "function.rule_word": Text(
        "ルールの「{word}」を読み取れません。「2ヶ月連続で達成率70%未満」「変動20%以上」のように書いてください。",
        '\'{word}\' cannot be read in the rule; write it like "below 70% for 2 months" or "change of 20% or more".',
    ),
    "function.rule_surplus": Text(
        "ルールの「{word}」は、ほかの条件と一緒には使えません。条件は 1 つの文に 1 つだけ書いてください。",
        "'{word}' does not go with the rest of the rule; state one condition in one sentence.",
    ),
    "function.rule_no_limit": Text(
        "ルールに基準がありません。「70%未満」「20%以上」「未達」のような基準を書いてください。",
        'The rule states no limit; add one such as "below 70%", "20% or more" or "missed".',
    ),
    "function.rule_bounds": Text(
        "ルールの基準 {bounds} を同時に満たす値はありません。「70%以上80%未満」のように書いてください。",
        'No value keeps to the limits {bounds} of the rule; write them like "at least 70% and below 80%".',
    ),
    "function.rule_periods": Text(
        "ルールの連続する期数が {periods} です。1 以上にしてください。",
        "The rule asks for {periods} periods running; ask for 1 or more.",
    ),
    "function.rule_place": Text(
        "ルールの {place} 番目の週は、その期間にありません。",
        "The rule asks for week {place}, which its period does not have.",
    ),
    "function.rule_checkpoint_ahead": Text(
        "ルールは {place} 番目の時点を見ますが、達成率はまだ {given} 個です。",
        "The rule looks at point {place} of the period, but there are only {given} achievements yet.",
    ),
    "function.rule_nothing_before": Text(
        "変動を見るには、達成率が 2 期分以上必要です。",
        "A change needs the achievements of two periods at least.",
    ),
}
