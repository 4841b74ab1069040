"""What depends on what: checked against plain search over all pairs of formulas."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kpixl.ooxml.address import Area
from kpixl.recalc.links import Links, circular, downstream

SHEETS = ("S", "T")
COORDINATES = st.integers(1, 6)


@st.composite
def areas(draw: st.DrawFn) -> tuple[str, Area]:
    top, left = draw(COORDINATES), draw(COORDINATES)
    bottom, right = top + draw(st.integers(0, 2)), left + draw(st.sampled_from([0, 0, 1, 100]))
    return draw(st.sampled_from(SHEETS)), Area(top, left, bottom, right)


@st.composite
def books(draw: st.DrawFn) -> list[Links[int]]:
    count = draw(st.integers(1, 12))
    formulas = []
    for key in range(count):
        sheet, area = draw(areas())
        cell = Area(area.top, area.left, area.bottom, area.left)
        reads = draw(st.lists(areas(), max_size=3))
        formulas.append(Links(key, (sheet, cell), tuple(reads)))
    return formulas


def readers(formulas: list[Links[int]], links: Links[int]) -> set[int]:
    sheet, filled = links.fills
    return {
        other.key
        for other in formulas
        for name, area in other.reads or ()
        if name == sheet and any(area.holds(cell) for cell in filled.cells())
    }


def reachable(formulas: list[Links[int]], start: set[int]) -> set[int]:
    reached = set(start)
    while True:
        more = {key for links in formulas if links.key in reached for key in readers(formulas, links)}
        if more <= reached:
            return reached
        reached |= more


@given(books(), st.sets(st.integers(0, 11), max_size=3))
def test_downstream_is_all_that_can_be_reached(formulas: list[Links[int]], due: set[int]) -> None:
    due &= {links.key for links in formulas}
    assert downstream(formulas, due) == reachable(formulas, due)


@given(books())
def test_circular_formulas_reach_a_cycle_and_are_reached_from_one(formulas: list[Links[int]]) -> None:
    behind = {links.key: reachable(formulas, readers(formulas, links)) for links in formulas}
    cycles = {key for key, reached in behind.items() if key in reached}
    between = {
        key
        for key, reached in behind.items()
        if reached & cycles and any(key in behind[other] for other in cycles)
    }
    assert circular(formulas) == cycles | between


def test_a_formula_whose_reads_are_unknown_counts_as_due() -> None:
    unknown = Links(1, ("S", Area(1, 1, 1, 1)), None)
    reader = Links(2, ("S", Area(2, 1, 2, 1)), (("S", Area(1, 1, 1, 1)),))
    apart = Links(3, ("S", Area(3, 1, 3, 1)), ())
    assert downstream([unknown, reader, apart], []) == {1, 2}


def test_a_long_chain_is_followed_to_its_end() -> None:
    chain = [
        Links(row, ("S", Area(row, 1, row, 1)), (("S", Area(row - 1, 1, row - 1, 1)),))
        for row in range(2, 5000)
    ]
    assert downstream(chain, [2]) == set(range(2, 5000))
    assert circular(chain) == set()
