"""Words of a refresh: rules that fire, what changed, and what stops it."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "refresh.rule.level": Text(
        "ペース {pace} が {limit} 未満なら{level}", "Pace {pace} is below {limit}: {level}"
    ),
    "refresh.rule.gate": Text(
        "第 {week} 週（{day} まで）の関門、当月目標の {share}（{count} 件）に届かない",
        "Gate of week {week} (by {day}) missed: {count} needed, {share} of the month's target",
    ),
    "refresh.rule.escalation": Text("終わった月が {rule}", "Months that are over: {rule}"),
    "refresh.rule.anomaly": Text(
        "{judgement}。外れ度 {score} が ±{limit} の外", "{judgement}; score {score} is beyond ±{limit}"
    ),
    "refresh.change.first": Text("{metric}：{level}（ペース {pace}）", "{metric}: {level} (pace {pace})"),
    "refresh.change.worse": Text(
        "{metric}：{before}から{level}に悪化（ペース {pace}）",
        "{metric}: worse, from {before} to {level} (pace {pace})",
    ),
    "refresh.change.better": Text(
        "{metric}：{before}から{level}に改善（ペース {pace}）",
        "{metric}: better, from {before} to {level} (pace {pace})",
    ),
    "refresh.change.gate_passed": Text(
        "{metric}：第 {week} 週の関門（{count} 件）を通過", "{metric}: gate of week {week} ({count}) passed"
    ),
    "refresh.change.gate_missed": Text(
        "{metric}：第 {week} 週の関門（{count} 件）に届かず", "{metric}: gate of week {week} ({count}) missed"
    ),
    "refresh.change.escalation": Text(
        "{metric}：エスカレーション「{detail}」", "{metric}: escalation, {detail}"
    ),
    "refresh.change.escalation_gone": Text(
        "{metric}：エスカレーションが解消", "{metric}: escalation no longer called for"
    ),
    "refresh.change.anomaly": Text("{metric}：{detail}", "{metric}: {detail}"),
    "refresh.change.anomaly_gone": Text("{metric}：異常値が解消", "{metric}: back to normal"),
    "refresh.no_planner": Text(
        "{file}: 更新に必要な「{name}」がありません。kpixl new planner で作ったプランナー（シート「更新」のある版）を指定してください。",
        "{file}: '{name}', which a refresh needs, is not there; give a planner made by kpixl new planner that has the sheet Updates.",
    ),
    "refresh.narrow_table": Text(
        "{file}: 表「{table}」の列が {columns} 列より少なくなっています。消した列を元に戻してください。",
        "{file}: the table {table} has fewer than its {columns} columns; bring back the ones that were deleted.",
    ),
    "refresh.no_year": Text(
        "{file}: 年度の開始日が入っていません。シート「はじめに」に日付を入力してください。",
        "{file}: the first day of the fiscal year is missing; enter it on the sheet Start.",
    ),
    "refresh.outside_year": Text(
        "{file}: 基準日 {day} は年度（{first} から {last}）の外です。年度内の日付を --as-of に指定してください。",
        "{file}: the as-of date {day} is outside the fiscal year, {first} to {last}; give --as-of a date within it.",
    ),
    "refresh.incomplete": Text(
        "{file}: まだ判定できないので更新しません。次にすること：{step}",
        "{file}: nothing can be judged yet, so it is not refreshed. What to do next: {step}",
    ),
}
