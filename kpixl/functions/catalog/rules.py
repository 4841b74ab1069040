"""Monitoring: the rules agreed beforehand, and when they fire."""

from __future__ import annotations

from typing import Literal

from kpixl.domain import changes, gates, rule_sentences, rules, streaks
from kpixl.functions.declare import function
from kpixl.functions.kinds import (
    Amount,
    Count,
    Flag,
    GateWeek,
    LabelLanguage,
    Periods,
    Rate,
    Ratio,
    Row,
    Target,
    Threshold,
    Vector,
    Words,
    WordsOrNumber,
)
from kpixl.functions.spec import Example
from kpixl.i18n import text


@function(
    category="monitor",
    examples=(
        Example("=KPI_GATE(2, 7, 20)", "マーケティング部長を交えた対策会議を開催、予備予算の活用を検討"),
        Example('=KPI_GATE(1, 4, 20, "en")', "Passed"),
    ),
    source="Weekly gates at 20, 40 and 60 % of the month's target",
    since="0.1",
)
def KPI_GATE(week: GateWeek, actual: Amount, target: Target, lang: LabelLanguage = "ja") -> Words:
    passed = gates.passes_gate(week, actual, target)
    return text("gate.passed" if passed else f"gate.week_{int(week)}", lang)


@function(
    category="monitor",
    examples=(
        Example("=KPI_GATE_CHANCE(20, 0.25, 0.2)", 0.2650259152973617),
        Example("=KPI_GATE_CHANCE(300, 0.75, 0.6)", 0.000862910110903307),
    ),
    source="Poisson distribution; its tail as by Loader 2000",
    since="0.1",
)
def KPI_GATE_CHANCE(target: Count, planned_share: Rate, gate_share: Rate) -> Rate:
    return gates.false_alarm_chance(target, planned_share, gate_share)


@function(
    category="monitor",
    examples=(
        Example("=KPI_STREAK({0.9,1.1,0.65,0.6}, 0.7)", 2.0),
        Example('=KPI_STREAK({1.02,1.05,1.1}, 1, "above")', 3.0),
    ),
    source="Definition: values in succession, up to the last, beyond the limit",
    since="0.1",
)
def KPI_STREAK(values: Vector[Amount], limit: Amount, side: Literal["below", "above"] = "below") -> Periods:
    return float(streaks.streak(values, limit, side))


@function(
    category="monitor",
    examples=(
        Example("=KPI_ESCALATION({0.9,0.65,0.6})", "部門長へ報告し、対策会議を開催"),
        Example(
            '=KPI_ESCALATION({1.1,0.95,0.6}, "en")', "Reconsider the measure: change it or redesign the KPI"
        ),
    ),
    source="Escalation practice: two periods running below 70 %, two periods running missed",
    since="0.1",
)
def KPI_ESCALATION(achievements: Vector[Ratio], lang: LabelLanguage = "ja") -> Words:
    escalation = streaks.gravest_escalation(achievements)
    return text(f"escalation.{escalation.value}", lang) if escalation else ""


@function(
    category="monitor",
    examples=(
        Example("=KPI_CHANGE(90, 120)", [[-0.25, "要因分析"]]),
        Example('=KPI_CHANGE(110, 100, 0.2, 0, "en")', [[0.1, ""]]),
    ),
    source="Review practice: analyse a change of 20 % or more",
    since="0.1",
)
def KPI_CHANGE(
    current: Count,
    previous: Count,
    threshold: Threshold = 0.2,
    min_count: Count = 0.0,
    lang: LabelLanguage = "ja",
) -> Row[WordsOrNumber]:
    analyse = changes.calls_for_analysis(current, previous, threshold, min_count)
    return changes.relative_change(current, previous), text("change.analyse", lang) if analyse else ""


@function(
    category="monitor",
    examples=(
        Example('=KPI_RULE("2ヶ月連続で達成率70%未満", {0.9,0.65,0.6})', True),
        Example('=KPI_RULE("change of 20% or more", {0.9,1}, "en")', False),
    ),
    source="Rules as agreed in words: a limit, periods running, a checkpoint or a change",
    since="0.1",
)
def KPI_RULE(rule: Words, achievements: Vector[Ratio], lang: LabelLanguage = "ja") -> Flag:
    return rules.fires(rule_sentences.read_rule(rule, lang), achievements)
