"""Texts of the functions of the category monitor; the ids are explained in the package."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text
from kpixl.i18n.texts.functions.shared import ACTUAL, DIRECTION, ELAPSED, LANG, TARGET, THRESHOLDS

TEXTS = {
    "KPI_ACHIEVEMENT": Text(
        "目標に対する達成率を求めます(小さいほど良い指標にも対応)。",
        "How much of the target is achieved, for metrics where more or less is better.",
    ),
    "KPI_ACHIEVEMENT.actual": ACTUAL,
    "KPI_ACHIEVEMENT.target": TARGET,
    "KPI_ACHIEVEMENT.direction": DIRECTION,
    "KPI_ACHIEVEMENT.result": Text("達成率(1 = 目標どおり)", "Achievement (1 = the target is met)"),
    "KPI_ACHIEVEMENT.errors": Text(
        '目標が 0("lower" では実績が 0)なら #DIV/0!、実績が空白なら #N/A',
        '#DIV/0! for a target of 0 (with "lower", an actual of 0); #N/A for a blank actual',
    ),
    "KPI_PACE": Text(
        "経過した期間に見合う目標に対して、実績がどれだけ進んでいるかを求めます。",
        "Actual against the part of the target that should be reached by now.",
    ),
    "KPI_PACE.actual": Text("これまでの累計実績", "Actual to date"),
    "KPI_PACE.target": Text("全期間の目標", "Target for the whole period"),
    "KPI_PACE.elapsed": ELAPSED,
    "KPI_PACE.result": Text("ペース達成率(1 = 計画どおり)", "Pacing index (1 = on plan)"),
    "KPI_PACE.errors": Text(
        "目標または経過割合が 0 なら #DIV/0!、実績が空白なら #N/A",
        "#DIV/0! for a target or an elapsed share of 0; #N/A for a blank actual",
    ),
    "KPI_RUN_RATE": Text(
        "目標に届くために、残り 1 期間(1 日・1 週など)あたり何件必要かを求めます。",
        "What each remaining day, week or month must bring to reach the target.",
    ),
    "KPI_RUN_RATE.actual": Text("これまでの累計実績", "Actual to date"),
    "KPI_RUN_RATE.target": Text("全期間の目標", "Target for the whole period"),
    "KPI_RUN_RATE.remaining": Text(
        "残りの期間数(残り営業日数、残り週数など)", "What remains, such as business days or weeks left"
    ),
    "KPI_RUN_RATE.result": Text(
        "残り 1 期間あたりに必要な件数(達成済みなら 0)",
        "What each remaining period must bring; 0 when the target is reached",
    ),
    "KPI_RUN_RATE.errors": Text(
        "未達のまま残り期間が 0 なら #DIV/0!、残り期間が負なら #NUM!、実績が空白なら #N/A",
        "#DIV/0! when nothing remains and the target is missed; #NUM! when less than nothing remains; #N/A for a blank actual",
    ),
    "KPI_LANDING": Text(
        "今のペースが続いた場合の、期末の着地見込みを求めます。",
        "Where the period will end if today's pace goes on.",
    ),
    "KPI_LANDING.actual": Text("これまでの累計実績", "Actual to date"),
    "KPI_LANDING.elapsed": ELAPSED,
    "KPI_LANDING.result": Text("着地見込み(実績と同じ単位)", "The landing, in the unit of the actual"),
    "KPI_LANDING.errors": Text(
        "経過割合が 0 なら #DIV/0!、0〜1 の外なら #NUM!、実績が空白なら #N/A",
        "#DIV/0! for an elapsed share of 0, #NUM! outside 0 to 1; #N/A for a blank actual",
    ),
    "KPI_LEVEL": Text(
        "ペースから警報レベルを 0(達成)〜 3(危機)の数値で返します。",
        "The alert level of the pace, from 0 (on track) to 3 (critical).",
    ),
    "KPI_LEVEL.actual": Text("これまでの累計実績", "Actual to date"),
    "KPI_LEVEL.target": Text("全期間の目標", "Target for the whole period"),
    "KPI_LEVEL.elapsed": ELAPSED,
    "KPI_LEVEL.direction": DIRECTION,
    "KPI_LEVEL.thresholds": THRESHOLDS,
    "KPI_LEVEL.result": Text(
        "0 = 達成、1 = 注意、2 = 警戒、3 = 危機", "0 = on track, 1 = caution, 2 = warning, 3 = critical"
    ),
    "KPI_LEVEL.errors": Text(
        "実績が空白、または経過割合が 0 なら #N/A、目標が 0 なら #DIV/0!、しきい値が大きい順でなければ #NUM!",
        "#N/A for a blank actual or an elapsed share of 0; #DIV/0! for a target of 0; #NUM! for thresholds that do not descend",
    ),
    "KPI_ALERT": Text(
        "ペースから「達成・注意・警戒・危機」を判定します。",
        "Says whether the pace is on track, caution, warning or critical.",
    ),
    "KPI_ALERT.actual": Text(
        "これまでの累計実績(空白なら「データなし」)", 'Actual to date (a blank gives "No data")'
    ),
    "KPI_ALERT.target": Text("全期間の目標", "Target for the whole period"),
    "KPI_ALERT.elapsed": ELAPSED,
    "KPI_ALERT.direction": DIRECTION,
    "KPI_ALERT.thresholds": THRESHOLDS,
    "KPI_ALERT.lang": LANG,
    "KPI_ALERT.result": Text(
        "達成・注意・警戒・危機・データなし のいずれか", "On track, Caution, Warning, Critical or No data"
    ),
    "KPI_ALERT.errors": Text(
        "目標が 0 なら #DIV/0!、しきい値が大きい順でなければ #NUM!",
        "#DIV/0! for a target of 0; #NUM! for thresholds that do not descend",
    ),
    "KPI_INTERVAL": Text(
        "率の信頼区間を求めます。件数が少ない率をどこまで信じてよいかが分かります。",
        "The confidence interval of a rate: how far a rate from few cases can be trusted.",
    ),
    "KPI_INTERVAL.successes": Text("成功数(受注数など)", "Successes, such as deals won"),
    "KPI_INTERVAL.trials": Text("試行数(商談数など)", "Trials, such as opportunities"),
    "KPI_INTERVAL.confidence": Text("信頼水準(省略時 0.95)", "Confidence level (0.95 when omitted)"),
    "KPI_INTERVAL.result": Text(
        "1 行 2 列: 下限、上限(Wilson 法)", "One row of two: lower and upper limit (Wilson)"
    ),
    "KPI_INTERVAL.errors": Text(
        "試行数が 0 なら #DIV/0!、成功数が試行数を超えると #NUM!",
        "#DIV/0! for no trials; #NUM! for more successes than trials",
    ),
}
