"""The check lists of KPI design, as rules that run over a design table.

Each rule is a line of data: its id (its texts carry it), how grave a finding is, the columns it looks at, the
kinds of nodes it concerns, and the condition as code. A rule whose columns the table lacks is left out, and
said to be.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from unicodedata import normalize

from kpixl.domain.design_table import Column, Design, Kind, Node, RawCell, plain, read_design
from kpixl.domain.noise import reaches
from kpixl.domain.tree import read_operation

MOST_KPIS = 2
SHORTFALL_ALLOWED = 0.01
"""Whole counts of a plan rarely multiply to the goal to the last digit."""


class Severity(IntEnum):
    """How grave a finding is."""

    SERIOUS = 0
    CAUTION = 1
    NOTE = 2


Gaps = Mapping[str, object]
"""Values for the gaps of a rule's text."""

Condition = Callable[[Design, int], "Gaps | None"]
"""What is wrong with the node at that place, or None."""


@dataclass(frozen=True)
class Rule:
    id: str
    severity: Severity
    columns: tuple[Column, ...]
    kinds: frozenset[Kind] | None  # None: nodes of any kind, and of none
    condition: Condition


@dataclass(frozen=True)
class Finding:
    """A rule that a row breaks; `row` counts the heading as row 1."""

    rule: Rule
    row: int
    gaps: Gaps


@dataclass(frozen=True)
class Review:
    """All findings, the gravest first, and the columns that rules would have needed."""

    findings: tuple[Finding, ...]
    missing: tuple[Column, ...]
    nodes: int


def check(table: Sequence[Sequence[RawCell]]) -> Review:
    """Run all rules over a design table; the first row holds the headings, see `read_design`.

    Raises `WrongArgument` when the table lacks the id, the kind or the name, `NotEnoughData` when it holds no
    node. Source: check lists of KPI design practice.
    """
    design = read_design(table)
    findings = [finding for rule in RULES for finding in _findings(rule, design)]
    if Kind.KGI not in design.kinds:
        findings.append(Finding(NO_KGI, 1, {}))
    findings.sort(key=lambda finding: (finding.rule.severity, finding.row))
    needed = {column for rule in RULES for column in rule.columns}
    missing = tuple(column for column in Column if column in needed - design.columns - WELCOME_COLUMNS)
    return Review(tuple(findings), missing, len(design.nodes))


def _findings(rule: Rule, design: Design) -> Iterable[Finding]:
    if not design.columns.issuperset(rule.columns):
        return
    for place, node in enumerate(design.nodes):
        if rule.kinds is None or node.kind in rule.kinds:
            gaps = rule.condition(design, place)
            if gaps is not None:
                yield Finding(rule, node.row, {"name": node.name, **gaps})


# words that tell what a metric is


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms))


_ACTIVITY = _any(
    "(配信|送信|更新|開催|公開|投稿|架電|発信|実施)(本|通|件|回)?数",
    "(?<!サイト)(?<!web)訪問件数",
    "テレアポ件数|記事(本)?数|出稿数",
    r"(週|月)\d+(本|回)",
    r"\b(e-?mails?|newsletters?|posts?|articles?|blogs?|webinars?|seminars?|events?|calls?|sales visits?)\b"
    r".*\b(sent|published|held|made|posted|written|run)\b",
)
_OUTCOME = _any(
    "ダウンロード数|dl数|参加者|問い?合わ?せ|mql|sql|リード数|商談数|商談化|受注|成約|売上|契約",
    r"\b(leads?|deals?|orders?|revenue|opportunit|downloads?|attendees?|inquir)",
)
_SLOW = _any(
    "(?<![a-z])(ltv|nps)(?![a-z])|顧客生涯価値|満足度|認知度|ロイヤル",
    "satisfaction|awareness|lifetime value|loyalty",
)
_LOWER_IS_BETTER = _any(
    "(?<![a-z])(cpa|cpl|cac)(?![a-z])|獲得単価|獲得コスト|直帰率|解約率|離脱率|失注|リードタイム|育成期間",
    r"\bchurn|bounce rate|cost per|lead time|loss rate",
)
_WISH = re.compile(
    r"(向上|強化|改善|推進|充実|最大化|促進|活性化|浸透|を(上げ|増や|高め|伸ば)る?す?)$"
    r"|^(improve|strengthen|enhance|increase|boost|better|maximi[sz]e)\b"
)
_RATE_UNITS = ("%", "パーセント", "percent", "割合", "率", "rate", "share", "fraction")
_RATE_NAME = re.compile(r"(率|割合|シェア|\brate|\bshare|cvr|ctr|ctor)$")
_MAY_EXCEED_ONE = re.compile(
    r"成長|伸び|増加|増減|達成|前年|前月|対比|nrr|roi|roas|利益|growth|achievement|uplift"
)
_MONEY = re.compile(r"^(円|千円|万円|百万円|億円|yen|jpy|¥|\\|ドル|usd|\$|ユーロ|eur|€)")
_CADENCE_DAYS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"隔週|biweekly|fortnight"), 14),
    (re.compile(r"隔月|bimonthly"), 60),
    (re.compile(r"毎週|週次|週\d|week"), 7),
    (re.compile(r"半期|半年|half"), 182),
    (re.compile(r"四半期|3か月|3ヶ月|3カ月|quarter"), 91),
    (re.compile(r"年|annual|year"), 365),
    (re.compile(r"月|month"), 30),
    (re.compile(r"週"), 7),
    (re.compile(r"毎日|日次|日|dail|day"), 1),
)
_WEEK, _MONTH, _QUARTER = 7, 30, 91
_CONSTANTS = ("定数", "constant")
_NO_INFLUENCE = ("0", "なし", "無", "無し", "none", "no")
_HIGHER = ("", "higher", "大きいほど良い", "高いほど良い", "高い", "大きい", "up", "↑")


def _folded(word: str) -> str:
    return normalize("NFKC", word).casefold().strip()


def _is_rate(node: Node) -> bool:
    return _folded(node.text(Column.UNIT)) in _RATE_UNITS or bool(_RATE_NAME.search(_folded(node.name)))


def _is_bounded_rate(node: Node) -> bool:
    return _is_rate(node) and not _MAY_EXCEED_ONE.search(_folded(node.name))


def _cadence_days(node: Node) -> int | None:
    cadence = _folded(node.text(Column.CADENCE))
    return next((days for pattern, days in _CADENCE_DAYS if pattern.search(cadence)), None)


# conditions


def _when(condition: Callable[[Node], bool]) -> Condition:
    """A condition on the node alone."""
    return lambda design, place: {} if condition(design.nodes[place]) else None


def _blank(column: Column) -> Condition:
    return _when(lambda node: not node.text(column))


def _named(pattern: re.Pattern[str]) -> Condition:
    return _when(lambda node: bool(pattern.search(_folded(node.name))))


def _duplicate(design: Design, place: int) -> Gaps | None:
    node = design.nodes[place]
    first = design.place_of.get(node.id, place)
    return None if first == place else {"id": node.id, "first": design.nodes[first].row}


def _unknown_parent(design: Design, place: int) -> Gaps | None:
    parent = design.nodes[place].text(Column.PARENT)
    return {"parent": parent} if parent and parent not in design.place_of else None


def _unlinked(design: Design, place: int) -> Gaps | None:
    told_already = Kind.KGI not in design.kinds or place in design.on_cycle
    if told_already or design.kgi_above[place] is not None:
        return None
    return {} if _unknown_parent(design, place) is None else None


def _too_many_kpis(design: Design, place: int) -> Gaps | None:
    count = design.kpis_under.get(place, 0)
    return {"count": count} if count > MOST_KPIS else None


def _without_below(*kinds: Kind) -> Condition:
    wanted = frozenset(kinds)
    return lambda design, place: {} if wanted.isdisjoint(design.kinds_below[place]) else None


def _slow_but_frequent(node: Node) -> bool:
    days = _cadence_days(node)
    return bool(_SLOW.search(_folded(node.name))) and days is not None and days < _QUARTER


def _seldom_seen(node: Node) -> bool:
    days = _cadence_days(node)
    return days is not None and days > _MONTH and not _SLOW.search(_folded(node.name))


def _action_seldom_seen(node: Node) -> bool:
    days = _cadence_days(node)
    return days is not None and days > _WEEK


def _is_outcome(node: Node) -> bool:
    name = _folded(node.name)
    return bool(_OUTCOME.search(name)) and not _ACTIVITY.search(name)


def _says_higher(node: Node) -> bool:
    return _folded(node.text(Column.DIRECTION)) in _HIGHER


def _wrong_direction(node: Node) -> bool:
    return _says_higher(node) and bool(_LOWER_IS_BETTER.search(_folded(node.name)))


def _children(design: Design, place: int, *operations: Callable[[float, float], float]) -> list[Node]:
    """The children of a node that computes by one of the operations; none for other nodes."""
    operation = read_operation(design.nodes[place].text(Column.OPERATOR))
    return [design.nodes[child] for child in design.children_of[place]] if operation in operations else []


def _money_times_money(design: Design, place: int) -> Gaps | None:
    factors = _children(design, place, operator.mul)
    money = [node.name for node in factors if _MONEY.match(_folded(node.text(Column.UNIT)))]
    return {"first": money[0], "second": money[1]} if len(money) > 1 else None


def _mixed_units(design: Design, place: int) -> Gaps | None:
    parts = _children(design, place, operator.add, operator.sub)
    members = [design.nodes[place], *parts] if parts else []
    units = dict.fromkeys(plain(unit) for node in members if (unit := node.text(Column.UNIT)))
    return {"units": " / ".join(units)} if len(units) > 1 else None


def _implied_rate(design: Design, place: int) -> Gaps | None:
    """A goal that is the product of its children implies the one value that is not stated."""
    whole = design.nodes[place].number(Column.VALUE)
    factors = _children(design, place, operator.mul)
    unknown = [node for node in factors if node.number(Column.VALUE) is None]
    if whole is None or len(unknown) != 1 or not _is_bounded_rate(unknown[0]):
        return None
    rest = reduce(operator.mul, _values(factors), 1.0)
    if rest == 0 or reaches(1.0, whole / rest):
        return None
    return {"rate_name": unknown[0].name, "rate": _shown(whole / rest)}


def _part_exceeds_whole(design: Design, place: int) -> Gaps | None:
    values = _values(_children(design, place, operator.truediv))
    if len(values) != 2 or values[1] <= 0 or not _is_bounded_rate(design.nodes[place]):
        return None
    rate = values[0] / values[1]
    return None if reaches(1.0, rate) else {"rate": _shown(rate)}


def _rate_above_one(design: Design, place: int) -> Gaps | None:
    value = design.nodes[place].number(Column.VALUE)
    if value is None or reaches(1.0, value) or not _is_bounded_rate(design.nodes[place]):
        return None
    return {"rate": _shown(value)}


def _falls_short(design: Design, place: int) -> Gaps | None:
    """The values of the children do not make the value of their parent."""
    node = design.nodes[place]
    operation = read_operation(node.text(Column.OPERATOR))
    children = [design.nodes[child] for child in design.children_of[place]]
    values, stated = _values(children), node.number(Column.VALUE)
    if operation is None or stated is None or not children or len(values) < len(children):
        return None
    if not _says_higher(node) or _LOWER_IS_BETTER.search(_folded(node.name)):
        return None
    if operation is operator.truediv and 0 in values[1:]:
        return None
    reached = reduce(operation, values)
    if reaches(reached, stated - SHORTFALL_ALLOWED * abs(stated)):
        return None
    return {"reached": _shown(reached), "stated": _shown(stated)}


def _values(nodes: Iterable[Node]) -> list[float]:
    return [value for node in nodes if (value := node.number(Column.VALUE)) is not None]


def _shown(value: float) -> float:
    return float(f"{value:.4g}")


_FOCUS = frozenset({Kind.KPI, Kind.INTERMEDIATE})
_MEASURED = frozenset({Kind.KGI, Kind.KPI, Kind.INTERMEDIATE, Kind.MANAGEMENT})
_OWNED = _MEASURED | {Kind.KAI}
_ONLY_KGI, _ONLY_KSF = frozenset({Kind.KGI}), frozenset({Kind.KSF})
_ONLY_KPI, _ONLY_KAI = frozenset({Kind.KPI}), frozenset({Kind.KAI})
_SERIOUS, _CAUTION, _NOTE = Severity.SERIOUS, Severity.CAUTION, Severity.NOTE

WELCOME_COLUMNS = frozenset({Column.OPERATOR, Column.VALUE, Column.DUE})
"""Columns that rules use where they are there, and that nobody misses where they are not."""

NO_KGI = Rule("no_kgi", _SERIOUS, (), None, lambda design, place: None)

RULES: tuple[Rule, ...] = (
    # the tree holds together
    Rule("missing_id", _SERIOUS, (Column.ID,), None, _blank(Column.ID)),
    Rule("duplicate_id", _SERIOUS, (Column.ID,), None, _duplicate),
    Rule("unknown_kind", _SERIOUS, (Column.KIND,), None, _when(lambda node: node.kind is None)),
    Rule("unknown_parent", _SERIOUS, (Column.PARENT,), None, _unknown_parent),
    Rule("cycle", _SERIOUS, (Column.PARENT,), None, lambda design, at: {} if at in design.on_cycle else None),
    Rule("not_linked", _SERIOUS, (Column.PARENT,), _FOCUS | _ONLY_KSF | _ONLY_KAI, _unlinked),
    # one focus, on a result that the team can move
    Rule("too_many_kpis", _SERIOUS, (Column.PARENT,), _ONLY_KGI, _too_many_kpis),
    Rule("kgi_without_kpi", _CAUTION, (Column.PARENT,), _ONLY_KGI, _without_below(Kind.KPI)),
    Rule("ksf_without_kpi", _CAUTION, (Column.PARENT,), _ONLY_KSF, _without_below(*_FOCUS, Kind.MANAGEMENT)),
    Rule("kpi_without_kai", _CAUTION, (Column.PARENT,), _ONLY_KPI, _without_below(Kind.KAI)),
    Rule("activity_as_kpi", _SERIOUS, (), _FOCUS | _ONLY_KGI, _named(_ACTIVITY)),
    Rule("outcome_as_kai", _NOTE, (), _ONLY_KAI, _when(_is_outcome)),
    Rule(
        "constant_as_kpi",
        _SERIOUS,
        (Column.VARIABILITY,),
        _FOCUS,
        _when(lambda node: _folded(node.text(Column.VARIABILITY)) in _CONSTANTS),
    ),
    Rule(
        "no_influence",
        _CAUTION,
        (Column.INFLUENCE,),
        _FOCUS,
        _when(lambda node: _folded(node.text(Column.INFLUENCE)) in _NO_INFLUENCE),
    ),
    # it can be measured, and everybody measures the same
    Rule("not_measurable", _SERIOUS, (Column.UNIT,), _OWNED, _blank(Column.UNIT)),
    Rule("wish_for_name", _CAUTION, (), _FOCUS | _ONLY_KGI, _named(_WISH)),
    Rule(
        "no_denominator",
        _SERIOUS,
        (Column.DENOMINATOR,),
        _MEASURED,
        _when(lambda node: _is_rate(node) and not node.text(Column.DENOMINATOR)),
    ),
    Rule(
        "no_numerator",
        _CAUTION,
        (Column.NUMERATOR,),
        _MEASURED,
        _when(lambda node: _is_rate(node) and not node.text(Column.NUMERATOR)),
    ),
    Rule("no_version", _NOTE, (Column.VERSION,), _FOCUS, _blank(Column.VERSION)),
    Rule("wrong_direction", _CAUTION, (Column.DIRECTION,), _MEASURED, _when(_wrong_direction)),
    Rule("no_target", _CAUTION, (Column.VALUE,), _FOCUS | _ONLY_KGI, _blank(Column.VALUE)),
    Rule("no_due", _CAUTION, (Column.DUE,), _ONLY_KGI, _blank(Column.DUE)),
    # somebody watches it, and acts
    Rule("no_owner", _CAUTION, (Column.OWNER,), _OWNED, _blank(Column.OWNER)),
    Rule("no_cadence", _CAUTION, (Column.CADENCE,), _OWNED - _ONLY_KGI, _blank(Column.CADENCE)),
    Rule("seldom_seen", _CAUTION, (Column.CADENCE,), _FOCUS, _when(_seldom_seen)),
    Rule("slow_metric", _CAUTION, (Column.CADENCE,), _FOCUS | {Kind.MANAGEMENT}, _when(_slow_but_frequent)),
    Rule("kai_seldom_seen", _NOTE, (Column.CADENCE,), _ONLY_KAI, _when(_action_seldom_seen)),
    Rule("no_action", _CAUTION, (Column.ACTION,), _FOCUS, _blank(Column.ACTION)),
    # the numbers fit together
    Rule("money_times_money", _SERIOUS, (Column.OPERATOR, Column.UNIT), None, _money_times_money),
    Rule("mixed_units", _SERIOUS, (Column.OPERATOR, Column.UNIT), None, _mixed_units),
    Rule("implied_rate", _SERIOUS, (Column.OPERATOR, Column.VALUE), None, _implied_rate),
    Rule("part_exceeds_whole", _SERIOUS, (Column.OPERATOR, Column.VALUE), None, _part_exceeds_whole),
    Rule("rate_above_one", _SERIOUS, (Column.VALUE,), None, _rate_above_one),
    Rule("falls_short", _CAUTION, (Column.OPERATOR, Column.VALUE), None, _falls_short),
)
