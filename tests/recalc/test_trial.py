"""Formulas are tried in the order in which they depend on one another, with the names that they need."""

from __future__ import annotations

from workbooks.hand import Content, F, book
from workbooks.runs import NOW

from kpixl.hosts.computing import FUNCTIONS
from kpixl.ooxml.package import Package
from kpixl.recalc.book import Formula, read_sheets
from kpixl.recalc.engine import Place
from kpixl.recalc.feed import FeedName
from kpixl.recalc.glance import everything
from kpixl.recalc.options import Options
from kpixl.recalc.recalculate import Outcome, recalculate_bytes
from kpixl.recalc.trial import TIME, Trial, in_order, needed

CHAIN: dict[str, Content] = {
    "A1": F("SUM(B1:B9)"),
    "B1": F("B2*2"),
    "B2": F("C1+1"),
    "B5": F("MAX(D1:E2)", kind="array", ref="B5:B6"),
    "C1": F("1+1"),
    "D2": F("C1"),
    "F1": F("F2"),
    "F2": F("F1"),
}


def formulas_of(content: bytes) -> list[Formula]:
    package = Package(content, "made.xlsx")
    sheets = read_sheets(package, everything(package).close)
    return [formula for sheet in sheets for formula in sheet.formulas]


def tried(content: bytes, hopeless: frozenset[Place], seconds: float) -> tuple[list[Place | None], Outcome]:
    places: list[Place | None] = []
    trial = Trial(hopeless, seconds, places.append)
    outcome = recalculate_bytes(content, "made.xlsx", FUNCTIONS, Options(full=True, as_of=NOW), trial)
    return places, outcome


def test_a_formula_comes_behind_all_that_it_reads_and_cycles_come_last() -> None:
    content = book({"S": CHAIN})
    names = [formula.cell.name for formula in in_order(formulas_of(content))]
    assert sorted(names) == sorted(CHAIN)
    for before, behind in [
        ("C1", "B2"),
        ("B2", "B1"),
        ("B1", "A1"),
        ("C1", "D2"),
        ("D2", "B5"),
        ("B5", "A1"),
    ]:
        assert names.index(before) < names.index(behind)
    assert set(names[-2:]) == {"F1", "F2"}


def test_each_formula_is_announced_before_it_is_tried_and_then_the_end() -> None:
    places, outcome = tried(book({"S": CHAIN}), frozenset(), 60)
    assert places[0] == ("S", 1, 3)
    assert len(places) == len(CHAIN) + 1
    assert places[-1] is None
    assert {note.cell for note in outcome.frozen} == {"F1", "F2"}


def test_a_hopeless_formula_is_frozen_and_not_tried() -> None:
    places, outcome = tried(book({"S": CHAIN}), frozenset({("S", 1, 3)}), 60)
    assert ("S", 1, 3) not in places
    assert [note.cell for note in outcome.frozen if note.message == TIME] == ["C1"]


def test_what_there_is_no_time_for_is_frozen() -> None:
    places, outcome = tried(book({"S": CHAIN}), frozenset(), 0)
    assert places == [None]
    assert outcome.computed == 0
    assert {note.cell for note in outcome.frozen if note.message == TIME} == set(CHAIN)


def test_a_name_is_needed_where_a_formula_or_a_needed_name_says_it() -> None:
    names = [
        FeedName("Rate", "Base*2", None),
        FeedName("base", "S!$A$1", None),
        FeedName("BASE", "S!$A$2", 0),
        FeedName("Unused", "Unused&Unused", None),
        FeedName("率", "1", None),
    ]
    formulas = formulas_of(book({"S": {"A1": F("RATE_+rate"), "A2": F("率")}}))
    assert {(name.name, name.sheet) for name in needed(names, formulas)} == {
        ("Rate", None), ("base", None), ("BASE", 0), ("率", None),
    }  # fmt: skip


def test_every_name_is_needed_where_a_text_may_become_one() -> None:
    names = [FeedName("Rate", "1", None)]
    assert needed(names, formulas_of(book({"S": {"A1": F('INDIRECT("Ra"&"te")')}}))) == names
    assert needed(names, formulas_of(book({"S": {"A1": F("1+1")}}))) == []
