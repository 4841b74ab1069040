"""A KPI tree that computes: each node is the sum, product, difference or ratio of its children."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Union
from unicodedata import normalize

from kpixl.domain.lengths import refuse_longer
from kpixl.errors import DivisionByNothing, FunctionError, NotEnoughData, WrongArgument

IDS_SHOWN = 5

_WORDS: dict[Callable[[float, float], float], tuple[str, ...]] = {
    operator.add: ("+", "sum", "合計", "和", "足し算", "加算"),
    operator.mul: ("*", "×", "x", "product", "積", "掛け算", "乗算"),
    operator.sub: ("-", "−", "difference", "差", "引き算", "減算"),
    operator.truediv: ("/", "÷", "ratio", "比", "割り算", "除算"),
}
OPERATIONS = {word: operation for operation, words in _WORDS.items() for word in words}

Outcome = Union[float, FunctionError]
"""The value of a node, or why it has none."""


def tree_values(
    ids: Sequence[str],
    parents: Sequence[str | None],
    operators: Sequence[str | None],
    values: Sequence[float | None],
    *,
    several_roots: bool = False,
) -> tuple[Outcome, ...]:
    """Values of all nodes, in the order of `ids`.

    A node without children has the value given; a node with children is computed from them in their order,
    whatever value it was given: "difference" is the first minus the others, "ratio" the first divided by the
    others. The root has no parent. Where a leaf has no value yet, it and all above it are `NotEnoughData`;
    a ratio to 0 is `DivisionByNothing`, as is all above it. Blank parents, operators and values at the end
    may be left out. Raises `WrongArgument`, naming the ids, for a duplicate id, an unknown parent, a cycle,
    two roots unless there may be several, and a node with children but without an operator that can be read.
    """
    refuse_longer(ids=ids, parents=parents)
    refuse_longer(ids=ids, operators=operators)
    refuse_longer(ids=ids, values=values)
    places = _places(ids)
    parent_of = _parent_places(ids, places, parents)
    children: list[list[int]] = [[] for _ in ids]
    for place, parent in enumerate(parent_of):
        if parent is not None:
            children[parent].append(place)
    order = leaves_first(parent_of)
    _refuse_cycle(ids, order)
    if not several_roots:
        _refuse_several_roots(ids, parent_of)
    operations = [
        _operation(ids[place], operators[place] if place < len(operators) else None) if below else None
        for place, below in enumerate(children)
    ]
    outcomes: list[Outcome] = [NotEnoughData("function.no_leaf_value", id=name.strip()) for name in ids]
    for place in order:
        operation = operations[place]
        if operation is not None:
            outcomes[place] = _computed(ids[place], operation, [outcomes[child] for child in children[place]])
            continue
        value = values[place] if place < len(values) else None
        if value is not None:
            outcomes[place] = value
    return tuple(outcomes)


def read_operation(word: str) -> Callable[[float, float], float] | None:
    """The operation that a word or sign means, or None. Width and letter case do not count."""
    return OPERATIONS.get(normalize("NFKC", word).strip().casefold())


def leaves_first(parent_of: Sequence[int | None]) -> list[int]:
    """Places of the nodes, children before their parents; nodes on a cycle are left out."""
    waiting = [0] * len(parent_of)
    for parent in parent_of:
        if parent is not None:
            waiting[parent] += 1
    order = [place for place, count in enumerate(waiting) if count == 0]
    for place in order:  # grows while it is read
        parent = parent_of[place]
        if parent is not None:
            waiting[parent] -= 1
            if waiting[parent] == 0:
                order.append(parent)
    return order


def _places(ids: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    twice: dict[str, None] = {}
    for place, name in enumerate(ids):
        if places.setdefault(name.strip(), place) != place:
            twice[name.strip()] = None
    if twice:
        raise WrongArgument("function.tree_duplicate", ids=_listed(list(twice)))
    return places


def _parent_places(
    ids: Sequence[str], places: dict[str, int], parents: Sequence[str | None]
) -> list[int | None]:
    found: list[int | None] = [None] * len(ids)
    unknown = []
    for place, parent in enumerate(parents):
        name = (parent or "").strip()
        if name in places:
            found[place] = places[name]
        elif name:
            unknown.append(f"{ids[place].strip()} → {name}")
    if unknown:
        raise WrongArgument("function.tree_unknown_parent", ids=_listed(unknown))
    return found


def _refuse_cycle(ids: Sequence[str], order: Sequence[int]) -> None:
    reached = set(order)
    if len(reached) < len(ids):
        circling = [name.strip() for place, name in enumerate(ids) if place not in reached]
        raise WrongArgument("function.tree_cycle", ids=_listed(circling))


def _refuse_several_roots(ids: Sequence[str], parent_of: Sequence[int | None]) -> None:
    roots = [ids[place].strip() for place, parent in enumerate(parent_of) if parent is None]
    if len(roots) > 1:
        raise WrongArgument("function.tree_roots", ids=_listed(roots))


def _operation(name: str, word: str | None) -> Callable[[float, float], float]:
    if word is None:
        raise WrongArgument("function.tree_no_operator", id=name.strip())
    operation = read_operation(word)
    if operation is None:
        raise WrongArgument("function.tree_operator", id=name.strip(), word=word)
    return operation


def _computed(name: str, operation: Callable[[float, float], float], parts: Sequence[Outcome]) -> Outcome:
    numbers = []
    for part in parts:
        if isinstance(part, FunctionError):
            return part
        numbers.append(part)
    if operation is operator.truediv and 0 in numbers[1:]:
        return DivisionByNothing("function.tree_division", id=name.strip())
    return reduce(operation, numbers)


def _listed(ids: Sequence[str]) -> str:
    shown = ", ".join(ids[:IDS_SHOWN])
    return shown if len(ids) <= IDS_SHOWN else f"{shown}, …"
