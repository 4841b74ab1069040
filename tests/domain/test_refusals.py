"""The tree of refusals: each is a sentence in both languages and survives the way to another process."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator

import pytest

from kpixl import errors
from kpixl.errors import KpixlError
from kpixl.i18n import LANGUAGES, Message


def tree(root: type[KpixlError]) -> Iterator[type[KpixlError]]:
    yield root
    for branch in root.__subclasses__():
        if branch.__module__ == errors.__name__:
            yield from tree(branch)


KINDS = pytest.mark.parametrize("kind", list(tree(KpixlError)), ids=lambda kind: kind.__name__)
CROSSINGS = pytest.mark.parametrize(
    "cross", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy]
)


@KINDS
@CROSSINGS
def test_a_refusal_keeps_type_and_text_on_its_way_to_another_process(kind, cross) -> None:  # type: ignore[no-untyped-def]
    refusal = kind("argument.above", argument="rates[2]", high=1.0, value=1.5)
    arrived = cross(refusal)
    assert type(arrived) is kind
    assert arrived.message == refusal.message
    assert [arrived.text(language) for language in LANGUAGES] == [
        "引数「rates[2]」は 1 以下でなければなりませんが、1.5 です。",
        "The argument 'rates[2]' must be at most 1, but it is 1.5.",
    ]


@CROSSINGS
def test_a_message_within_a_refusal_survives_as_well(cross) -> None:  # type: ignore[no-untyped-def]
    detail = Message.of("detail.crc", part="xl/workbook.xml")
    arrived = cross(errors.WorkbookError("workbook.damaged", file="plan.xlsx", detail=detail))
    assert "plan.xlsx: damaged or cut off (xl/workbook.xml does not match" in str(arrived)


@KINDS
def test_str_of_a_refusal_is_the_english_sentence(kind: type[KpixlError]) -> None:
    assert str(kind("function.no_period_left")) == "No period is left, so the needed pace has no answer."


@KINDS
def test_a_refusal_stands_in_the_drawing_of_the_tree_under_its_parent(kind: type[KpixlError]) -> None:
    drawing = (errors.__doc__ or "").splitlines()
    depth = kind.__mro__.index(KpixlError)
    [place] = [place for place, line in enumerate(drawing) if kind.__name__ in line.split()]
    assert indent(drawing[place]) == 4 * depth
    if depth:
        above = [line for line in drawing[:place] if line and indent(line) == 4 * (depth - 1)]
        assert kind.__bases__[0].__name__ in above[-1].split()


def indent(line: str) -> int:
    return len(line) - len(line.lstrip("│├└─ "))


@pytest.mark.parametrize(
    ("kind", "parent"),
    [
        ("WrongArgument", "FunctionError"),
        ("OutOfDomain", "FunctionError"),
        ("DivisionByNothing", "FunctionError"),
        ("NotEnoughData", "FunctionError"),
        ("UnsafeWorkbook", "WorkbookError"),
        ("WorkbookError", "KpixlError"),
        ("OutputError", "KpixlError"),
        ("UsageError", "KpixlError"),
        ("DeclarationError", "KpixlError"),
    ],
)
def test_a_caller_may_catch_a_whole_branch(kind: str, parent: str) -> None:
    with pytest.raises(getattr(errors, parent)):
        raise getattr(errors, kind)("function.no_data")


def test_an_unknown_text_id_is_a_programming_mistake_and_says_which() -> None:
    with pytest.raises(KeyError, match=r"argument\.unheard"):
        str(errors.WrongArgument("argument.unheard"))
