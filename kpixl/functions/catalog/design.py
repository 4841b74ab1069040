"""Design: the KPI tree that computes, the check lists that run, and how periods and amounts are written."""

from __future__ import annotations

from typing import Literal

from kpixl.domain import checks, periods, tree, yen
from kpixl.errors import FunctionError
from kpixl.functions.call import CODE_OF
from kpixl.functions.declare import function
from kpixl.functions.kinds import (
    Amount,
    AnyCell,
    Column,
    Date,
    LabelLanguage,
    StartMonth,
    Table,
    Vector,
    Words,
    WordsOrNumber,
    Yen,
)
from kpixl.functions.spec import Example
from kpixl.functions.values import CellError
from kpixl.i18n import Message, text


@function(
    category="design",
    examples=(
        Example(
            '=KPI_TREE({"売上","件数","単価"}, {"","売上","売上"}, {"積","",""}, {"",20,10000000})',
            [[200000000.0], [20.0], [10000000.0]],
        ),
        Example(
            '=KPI_TREE({"rate";"won";"offers"}, {"";"rate";"rate"}, {"/";"";""}, {"";12;40})',
            [[0.3], [12.0], [40.0]],
        ),
    ),
    source="Definition: a node is the sum, product, difference or ratio of its children in order",
    since="0.1",
)
def KPI_TREE(
    ids: Vector[Words],
    parents: Vector[Words | None] | None,
    operators: Vector[Words | None] | None,
    values: Vector[Amount | None] | None,
    roots: Literal["one", "many"] = "one",
) -> Column[Amount]:
    outcomes = tree.tree_values(
        ids, parents or (), operators or (), values or (), several_roots=roots == "many"
    )
    return tuple(_cell(outcome) for outcome in outcomes)  # type: ignore[misc]


def _cell(outcome: tree.Outcome) -> float | CellError:
    if isinstance(outcome, FunctionError):
        return CellError(CODE_OF[type(outcome)], outcome.message)
    return outcome


@function(
    category="design",
    examples=(
        Example(
            '=KPI_CHECK({"ID","親","種別","名称","単位","責任者";1,"","KGI","年間受注件数","件","部長";'
            '2,1,"KPI","ウェビナー開催数","回","";3,2,"KAI","案内メール","通","担当"})',
            [
                [
                    "重大",
                    3.0,
                    "「ウェビナー開催数」は作業の量です。KAI にして、KPI には成果"
                    "(経由の MQL 数や問い合わせ件数など)を置いてください。",
                ],
                [
                    "注意",
                    3.0,
                    "「ウェビナー開催数」の責任者が決まっていません。"
                    "誰が集計し、誰が動かすかを決めてください。",
                ],
                [
                    "参考",
                    1.0,
                    "次の列がないため、関係する点検を省きました: "
                    "方向、変数・定数、影響力、頻度、分子、分母、定義版、未達時の対応。",
                ],
            ],
        ),
        Example(
            '=KPI_CHECK({"id","parent","kind","name";1,"","KGI","Orders a year";2,1,"KPI","SQLs a month";'
            '3,2,"KAI","Invitations"}, "en")',
            [
                [
                    "Note",
                    1.0,
                    "Some checks were left out because these columns are missing: unit, direction, "
                    "variable or constant, influence, owner, cadence, numerator, denominator, "
                    "definition version, agreed action on a miss.",
                ]
            ],
        ),
    ),
    source="Check lists of KPI design practice, as rules",
    since="0.1",
)
def KPI_CHECK(tree_table: Table[AnyCell], lang: LabelLanguage = "ja") -> Table[WordsOrNumber]:
    review = checks.check(tree_table)
    rows: list[tuple[WordsOrNumber, ...]] = [
        (
            text(f"check.severity.{finding.rule.severity.name}", lang),
            float(finding.row),
            Message.of(f"check.{finding.rule.id}", **finding.gaps).text(lang),
        )
        for finding in review.findings
    ]
    if review.missing:
        labels = [text(f"check.column.{column.value}", lang) for column in review.missing]
        columns = text("check.separator", lang).join(labels)
        note = Message.of("check.missing_columns", columns=columns).text(lang)
        rows.append((text("check.severity.NOTE", lang), 1.0, note))
    if not rows:
        fine = Message.of("check.fine", count=review.nodes).text(lang)
        rows.append((text("check.severity.FINE", lang), "", fine))
    return tuple(rows)


@function(
    category="design",
    examples=(
        Example('=KPI_PERIOD(DATE(2026,5,7), 4, "half")', "2026年度上期"),
        Example('=KPI_PERIOD(DATE(2027,1,31), 4, "quarter", "en")', "FY2026 Q4"),
    ),
    source="Fiscal years named for the calendar year they start in",
    since="0.1",
)
def KPI_PERIOD(
    date: Date,
    start_month: StartMonth = 4.0,
    form: Literal["year", "half", "quarter", "month"] = "month",
    lang: LabelLanguage = "ja",
) -> Words:
    period = periods.fiscal_period(date, start_month)
    half = text(f"period.half.{period.half}", lang)
    month = text(f"period.month.{period.month}", lang)
    return Message.of(
        f"period.{form}", year=period.year, half=half, quarter=period.quarter, month=month
    ).text(lang)


@function(
    category="design",
    examples=(
        Example("=KPI_YEN(120000000)", "1億2,000万円"),
        Example('=KPI_YEN(123456789, "百万円")', "123百万円"),
    ),
    source="Japanese reading of large amounts by 10⁴: 万, 億, 兆",
    since="0.1",
)
def KPI_YEN(value: Yen, unit: yen.YenUnit = "auto") -> Words:
    return yen.in_yen(value, unit)
