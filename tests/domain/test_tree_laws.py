"""Laws of the tree that computes."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpixl.domain.tree import tree_values
from kpixl.errors import FunctionError, WrongArgument

SIGNS = {"+": "合計", "*": "×", "-": "差", "/": "÷"}


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[str], list[str | None], list[str | None], list[float | None]]:
    """Trees of up to 20 nodes, their rows in any order."""
    size = draw(st.integers(1, 20))
    parents = [None] + [draw(st.integers(0, place - 1)) for place in range(1, size)]
    order = draw(st.permutations(range(size)))
    operators = [draw(st.sampled_from(list(SIGNS))) for _ in range(size)]
    values = [draw(st.integers(1, 9)).__float__() for _ in range(size)]
    rows = [
        (f"n{node}", None if parents[node] is None else f"n{parents[node]}", operators[node], values[node])
        for node in order
    ]
    ids, above, signs, given_values = zip(*rows)
    return list(ids), list(above), list(signs), list(given_values)


@settings(deadline=None, max_examples=200)
@given(trees())
def test_every_node_is_what_its_sign_makes_of_its_children(
    tree: tuple[list[str], list[str | None], list[str | None], list[float | None]],
) -> None:
    ids, parents, signs, values = tree
    found = tree_values(ids, parents, signs, values)
    for place, name in enumerate(ids):
        parts = [found[child] for child, parent in enumerate(parents) if parent == name]
        if not parts:
            assert found[place] == values[place]
        elif any(isinstance(part, FunctionError) for part in parts):
            assert isinstance(found[place], FunctionError)
        elif signs[place] == "+":
            assert found[place] == pytest.approx(sum(parts))
        elif signs[place] == "*":
            assert found[place] == pytest.approx(math.prod(parts))
        elif signs[place] == "-":
            assert found[place] == pytest.approx(parts[0] - sum(parts[1:]), abs=1e-6)
        elif 0 not in parts[1:]:
            assert found[place] == pytest.approx(parts[0] / math.prod(parts[1:]))


@settings(deadline=None)
@given(trees())
def test_a_word_means_what_its_sign_means(
    tree: tuple[list[str], list[str | None], list[str | None], list[float | None]],
) -> None:
    ids, parents, signs, values = tree
    words = [SIGNS[sign] for sign in signs if sign]
    as_signs, as_words = tree_values(ids, parents, signs, values), tree_values(ids, parents, words, values)
    assert [str(value) for value in as_signs] == [str(value) for value in as_words]


def test_a_chain_of_ten_thousand_nodes_computes() -> None:
    size = 10_000
    ids = [str(number) for number in range(size)]
    parents = [None, *ids[:-1]]
    values = [None] * (size - 1) + [7.0]
    assert tree_values(ids, parents, ["+"] * size, values) == (7.0,) * size


def test_ten_thousand_children_of_one_node_compute() -> None:
    size = 10_000
    ids = [str(number) for number in range(size)]
    values = [None, *[1.0] * (size - 1)]
    assert tree_values(ids, [None, *["0"] * (size - 1)], ["+"], values)[0] == size - 1


def test_a_cycle_of_ten_thousand_nodes_is_refused_with_the_first_ids() -> None:
    ids = [str(number) for number in range(10_000)]
    with pytest.raises(WrongArgument) as refused:
        tree_values(ids, [ids[-1], *ids[:-1]], ["+"] * len(ids), [])
    assert refused.value.message.id == "function.tree_cycle"
    assert dict(refused.value.message.values)["ids"] == "0, 1, 2, 3, 4, …"
