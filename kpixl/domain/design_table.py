"""A KPI design as people keep it in a table: one node a row, columns found by their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Union
from unicodedata import normalize

from kpixl.domain.tree import leaves_first
from kpixl.errors import NotEnoughData, WrongArgument

RawCell = Union[str, float, bool, None]


class Kind(Enum):
    """What a node is in the tree."""

    KGI = "kgi"
    KSF = "ksf"
    KPI = "kpi"
    INTERMEDIATE = "intermediate"
    MANAGEMENT = "management"
    KAI = "kai"


class Column(Enum):
    """What a column says; the value is the last part of its label's text id."""

    ID = "id"
    PARENT = "parent"
    KIND = "kind"
    NAME = "name"
    UNIT = "unit"
    DIRECTION = "direction"
    VARIABILITY = "variability"
    INFLUENCE = "influence"
    OWNER = "owner"
    CADENCE = "cadence"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VERSION = "version"
    ACTION = "action"
    OPERATOR = "operator"
    VALUE = "value"
    DUE = "due"


REQUIRED_COLUMNS = (Column.ID, Column.KIND, Column.NAME)

HEADINGS: dict[Column, tuple[str, ...]] = {
    Column.ID: ("id", "番号", "no"),
    Column.PARENT: ("親", "親id", "上位", "上位指標", "parent", "parent id"),
    Column.KIND: ("種別", "種類", "区分", "階層", "kind", "type"),
    Column.NAME: ("名称", "名前", "指標", "指標名", "name"),
    Column.UNIT: ("単位", "unit"),
    Column.DIRECTION: ("方向", "向き", "direction"),
    Column.VARIABILITY: ("変数定数", "変数または定数", "変数か定数か", "variable or constant", "variable"),
    Column.INFLUENCE: ("影響力", "自社の影響力", "コントロール度", "influence"),
    Column.OWNER: ("責任者", "担当者", "担当", "オーナー", "owner"),
    Column.CADENCE: ("頻度", "確認頻度", "モニタリング頻度", "cadence"),
    Column.NUMERATOR: ("分子", "numerator"),
    Column.DENOMINATOR: ("分母", "denominator"),
    Column.VERSION: ("定義版", "定義の版", "定義バージョン", "definition version"),
    Column.ACTION: (
        "未達時の対応",
        "未達時の行動",
        "未達時のアクション",
        "未達時の合意アクション",
        "agreed action on a miss",
        "action on a miss",
    ),
    Column.OPERATOR: ("演算", "演算子", "計算", "計算方法", "operator"),
    Column.VALUE: ("目標", "目標値", "値", "target", "value"),
    Column.DUE: ("期限", "期日", "deadline", "due", "due date"),
}

KINDS: dict[str, Kind] = {
    "kgi": Kind.KGI,
    "ksf": Kind.KSF,
    "csf": Kind.KSF,
    "kpi": Kind.KPI,
    "重点kpi": Kind.KPI,
    "focuskpi": Kind.KPI,
    "中間kpi": Kind.INTERMEDIATE,
    "intermediatekpi": Kind.INTERMEDIATE,
    "管理指標": Kind.MANAGEMENT,
    "managementmetric": Kind.MANAGEMENT,
    "kai": Kind.KAI,
    "行動指標": Kind.KAI,
    "actionmetric": Kind.KAI,
}


def plain(word: str) -> str:
    """The word without differences of width, letter case, spaces and punctuation."""
    return re.sub(r"[\s_・/／\-‐()()]+", "", normalize("NFKC", word).casefold())


_COLUMN_OF = {plain(heading): column for column, headings in HEADINGS.items() for heading in headings}


@dataclass(frozen=True)
class Node:
    """One row of the design; `row` counts the heading as row 1."""

    row: int
    kind: Kind | None
    cells: Mapping[Column, RawCell] = field(repr=False)

    def text(self, column: Column) -> str:
        """What stands in the column, as text; empty for a blank or a missing column."""
        cell = self.cells.get(column)
        if isinstance(cell, (int, float)) and not isinstance(cell, bool):
            return f"{cell:.15g}"
        return "" if cell is None else str(cell).strip()

    def number(self, column: Column) -> float | None:
        cell = self.cells.get(column)
        is_number = isinstance(cell, (int, float)) and not isinstance(cell, bool)
        return float(cell) if is_number and cell is not None else None

    @property
    def id(self) -> str:
        return self.text(Column.ID)

    @property
    def name(self) -> str:
        """The name, or the id where there is none."""
        return self.text(Column.NAME) or self.id


@dataclass(frozen=True)
class Design:
    """The nodes in the order of the table, and the columns that the table has."""

    nodes: tuple[Node, ...]
    columns: frozenset[Column]

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        """Kinds that occur at all."""
        return frozenset(node.kind for node in self.nodes if node.kind is not None)

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """Place of each id; the first where one occurs twice."""
        places: dict[str, int] = {}
        for place, node in enumerate(self.nodes):
            if node.id:
                places.setdefault(node.id, place)
        return places

    @cached_property
    def parent_of(self) -> tuple[int | None, ...]:
        """Place of each node's parent; None where it has none or an unknown one."""
        return tuple(self.place_of.get(node.text(Column.PARENT)) for node in self.nodes)

    @cached_property
    def children_of(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.nodes]
        for place, parent in enumerate(self.parent_of):
            if parent is not None:
                children[parent].append(place)
        return tuple(tuple(below) for below in children)

    @cached_property
    def leaves_first(self) -> tuple[int, ...]:
        """Places, children before parents, without the nodes of cycles."""
        return tuple(leaves_first(self.parent_of))

    @cached_property
    def on_cycle(self) -> frozenset[int]:
        return frozenset(range(len(self.nodes))) - frozenset(self.leaves_first)

    @cached_property
    def kgi_above(self) -> tuple[int | None, ...]:
        """Place of the nearest KGI above each node."""
        above: list[int | None] = [None] * len(self.nodes)
        for place in reversed(self.leaves_first):
            parent = self.parent_of[place]
            if parent is not None:
                above[place] = parent if self.nodes[parent].kind is Kind.KGI else above[parent]
        return tuple(above)

    @cached_property
    def kinds_below(self) -> tuple[frozenset[Kind], ...]:
        """Kinds that occur anywhere below each node."""
        below: list[frozenset[Kind]] = [frozenset()] * len(self.nodes)
        for place in self.leaves_first:
            parent, kind = self.parent_of[place], self.nodes[place].kind
            if parent is not None:
                below[parent] |= below[place] | (frozenset() if kind is None else {kind})
        return tuple(below)

    @cached_property
    def kpis_under(self) -> Mapping[int, int]:
        """Number of KPIs whose nearest KGI each KGI is, by its place."""
        counts: dict[int, int] = {}
        for node, kgi in zip(self.nodes, self.kgi_above):
            if kgi is not None and node.kind is Kind.KPI:
                counts[kgi] = counts.get(kgi, 0) + 1
        return counts


def read_design(table: Sequence[Sequence[RawCell]]) -> Design:
    """The design in a table whose first row holds the headings, in Japanese or English, in any order.

    Columns with other headings are passed over, of two with one meaning the first counts, and blank rows are
    skipped. Raises `WrongArgument` when the table lacks the id, the kind or the name, `NotEnoughData` when it
    holds no node.
    """
    position_of: dict[Column, int] = {}
    for position, heading in enumerate(table[0]):
        column = _COLUMN_OF.get(plain(heading)) if isinstance(heading, str) else None
        if column is not None:
            position_of.setdefault(column, position)
    for column in REQUIRED_COLUMNS:
        if column not in position_of:
            raise WrongArgument(f"function.design_column.{column.value}")
    nodes = []
    for row, cells in enumerate(table[1:], 2):
        found = {column: cells[position] for column, position in position_of.items()}
        if any(cell is not None and cell != "" for cell in found.values()):
            kind = found[Column.KIND]
            nodes.append(Node(row, KINDS.get(plain(kind)) if isinstance(kind, str) else None, found))
    if not nodes:
        raise NotEnoughData("function.design_empty")
    return Design(tuple(nodes), frozenset(position_of))
