"""Diagnosis: where the plan leaks, what moved the result, and what a metric means."""

from __future__ import annotations

from typing import Literal

from kpixl.domain import contribution, diagnosis, drivers, elasticity
from kpixl.domain.alerts import AlertLevel
from kpixl.domain.lengths import refuse_different_lengths, refuse_longer
from kpixl.errors import NotEnoughData
from kpixl.functions.declare import function
from kpixl.functions.kinds import (
    Amount,
    Count,
    Factor,
    LabelLanguage,
    Lag,
    Money,
    Positive,
    PositiveRate,
    Rate,
    Row,
    Table,
    Target,
    Vector,
    Weight,
    Words,
    WordsOrNumber,
)
from kpixl.functions.metric_words import (
    Field,
    ambiguous,
    described,
    level_called,
    metric_called,
    metrics_called,
)
from kpixl.functions.spec import Example
from kpixl.functions.values import CellError
from kpixl.i18n import Language, Message, text


@function(
    category="diagnose",
    examples=(
        Example('=KPI_BOTTLENECK({0.1,0.4,0.45}, {0.1,0.5,0.5}, {"獲得","育成","商談"})', "育成"),
        Example("=KPI_BOTTLENECK({0.09,0.5,0.5}, {0.1,0.5,0.5})", 1.0),
    ),
    source="Logarithmic headroom ln(target / rate), cf. Ang 2005 on LMDI",
    since="0.1",
)
def KPI_BOTTLENECK(
    rates: Vector[Rate], targets: Vector[PositiveRate], names: Vector[Words] | None = None
) -> WordsOrNumber:
    place = drivers.bottleneck(rates, targets)
    if names is None:
        return 0.0 if place is None else float(place + 1)
    refuse_different_lengths(rates=rates, names=names)
    return "" if place is None else names[place]


@function(
    category="diagnose",
    examples=(
        Example("=KPI_UPLIFT(1000, {0.1,0.4,0.5}, {0.1,0.5,0.6})", [[0.0, 5.0, 4.0]]),
        Example("=KPI_UPLIFT(1600, {0.1,0.5,0.5,0.5}, {0.2,0.6,0.5,0.4})", [[20.0, 4.0, 0.0, 0.0]]),
    ),
    source="Definition: final count with one rate at its target − final count as it is",
    since="0.1",
)
def KPI_UPLIFT(top: Count, rates: Vector[Rate], targets: Vector[Rate]) -> Vector[Count]:
    return drivers.uplift(top, rates, targets)


@function(
    category="diagnose",
    examples=(
        Example("=KPI_CONTRIBUTION({100,0.2}, {150,0.2})", [[10.0, 0.0]]),
        Example('=KPI_CONTRIBUTION({100,0.2}, {120,0.3}, "shapley")', [[5.0, 11.0]]),
    ),
    source="LMDI-I (Ang 2005), zeros by analytic limits (Ang and Liu 2007); Shapley 1953",
    since="0.1",
)
def KPI_CONTRIBUTION(
    before: Vector[Factor], after: Vector[Factor], method: Literal["lmdi", "shapley"] = "lmdi"
) -> Vector[Amount]:
    return (contribution.lmdi if method == "lmdi" else contribution.shapley)(before, after)


@function(
    category="diagnose",
    examples=(
        Example("=KPI_CSF({0.1,0.5}, {0.2,0.5}, {1,1})", [[0.6931471805599453, 0.0]]),
        Example(
            "=KPI_CSF({0.1,0.25}, {0.2,0.5}, {1,0.5}, {2,1})", [[0.34657359027997264, 0.34657359027997264]]
        ),
    ),
    source="Impact × headroom × own influence, per cost; headroom is ln(target / actual)",
    since="0.1",
)
def KPI_CSF(
    actual: Vector[Factor],
    target: Vector[Target],
    influence: Vector[Weight],
    cost: Vector[Money] | None = None,
) -> Vector[Amount]:
    return drivers.csf_scores(actual, target, influence, cost)


@function(
    category="diagnose",
    examples=(
        Example("=KPI_ELASTICITY({100,200,400}, {10,20,40})", [[1.0, 1.0]]),
        Example("=KPI_ELASTICITY({1,4,16,64}, {3,6,12,24})", [[0.5, 1.0]]),
    ),
    source="Ordinary least squares of ln(outcome) on ln(driver)",
    since="0.1",
)
def KPI_ELASTICITY(driver: Vector[Positive], outcome: Vector[Positive]) -> Row[Amount]:
    found = elasticity.elasticity(driver, outcome)
    no_fit = CellError("#DIV/0!", Message.of("function.series_constant", argument="outcome"))
    return found.slope, no_fit if found.r_squared is None else found.r_squared  # type: ignore[return-value]


@function(
    category="diagnose",
    examples=(
        Example("=KPI_LEAD_LAG({1,3,2,5,4,6}, {9,1,3,2,5,4}, 2)", [[1.0, 1.0]]),
        Example("=KPI_LEAD_LAG({1,2,3,4}, {2,4,6,8}, 0)", [[0.0, 1.0]]),
    ),
    source="Pearson's correlation of the outcome with the driver some periods before",
    since="0.1",
)
def KPI_LEAD_LAG(driver: Vector[Amount], outcome: Vector[Amount], max_lag: Lag) -> Row[Amount]:
    found = elasticity.lead_lag(driver, outcome, max_lag)
    return float(found.lag), found.correlation


@function(
    category="diagnose",
    examples=(
        Example(
            '=KPI_DIAGNOSE({"email_open_rate"}, {2})',
            [
                [
                    "メールの開封率が低い",
                    "件名が魅力に欠けるか、配信の曜日・時間がターゲットの活動と合っていない",
                    "件名の AB テストと配信時間の変更を別々に試し、どちらが効くかを見る。"
                    "開封数は計測の誤差も大きい",
                ]
            ],
        ),
        Example(
            '=KPI_DIAGNOSE({"MQLs","visits"}, {"Warning","On track"}, "en")',
            [
                [
                    "MQLs are short",
                    "The landing page converts too few visitors",
                    "If the conversion rate is short too, rework opening and offer and ask for fewer fields "
                    "(told apart by: Landing page conversion rate)",
                ]
            ],
        ),
    ),
    source="Rules of thumb of BtoB marketing and nurturing practice",
    since="0.1",
)
def KPI_DIAGNOSE(
    metrics: Vector[Words], levels: Vector[WordsOrNumber | None], lang: LabelLanguage = "ja"
) -> Table[Words]:
    causes = diagnosis.likely_causes(_levels_by_metric(metrics, levels))
    if not causes:
        return (tuple(text(f"diagnosis.none.{part}", lang) for part in ("symptom", "cause", "hint")),)
    return tuple(
        (
            text(f"diagnosis.symptom.{rule.symptom}", lang),
            text(f"diagnosis.{rule.id}.cause", lang),
            _hint(rule, lang),
        )
        for rule in causes
    )


@function(
    category="diagnose",
    examples=(
        Example('=KPI_METRIC("商談化率(MQL 対比)", "denominator")', "MQL 数"),
        Example('=KPI_METRIC("bounce_rate", "direction")', "lower"),
    ),
    source="Catalogue of marketing metrics",
    since="0.1",
)
def KPI_METRIC(metric: Words, field: Field = "definition", lang: LabelLanguage = "ja") -> Words:
    return described(metric_called(metric), field, lang)


def _levels_by_metric(
    metrics: tuple[str, ...], levels: tuple[str | float | None, ...]
) -> dict[str, AlertLevel]:
    """The level of each metric whose level is known; the gravest where one stands there several times.

    A word for several metrics stands for all of them if every rule treats them as one.
    """
    refuse_longer(metrics=metrics, levels=levels)
    known: dict[str, AlertLevel] = {}
    for place, words in enumerate(metrics):
        called = metrics_called(words)
        if len(called) > 1 and not diagnosis.treated_alike(called):
            raise ambiguous(words, called)
        cell = levels[place] if place < len(levels) else None
        level = None if cell is None else level_called(cell, place + 1)
        if level is not None:
            known.update((metric, max(level, known.get(metric, level))) for metric in called)
    if not known:
        raise NotEnoughData("function.no_level_known")
    return known


def _hint(rule: diagnosis.Rule, language: Language) -> str:
    hint = text(f"diagnosis.{rule.id}.hint", language)
    if not rule.separators:
        return hint
    names = (text(f"metric.{metric}.name", language) for metric in rule.separators)
    metrics = text("diagnosis.separator_comma", language).join(names)
    return text("diagnosis.separators", language).format(hint=hint, metrics=metrics)
