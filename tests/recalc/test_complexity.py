"""Formulas beyond Excel's own bounds are told from those within."""

from __future__ import annotations

import pytest

from kpixl.ooxml.address import Area
from kpixl.recalc.complexity import ArrayRoom, exceeds_excel, may_be_too_large_an_array


@pytest.mark.parametrize(
    "formula",
    [
        "(" * 64 + "1" + ")" * 64,
        "+".join(["(1)"] * 500),
        '"' + "(" * 500 + '"',
        "'" + "(" * 500 + "'!A1",
        "1" * 8192,
        "_xlfn.XLOOKUP(1)+" * 600,
    ],
    ids=["64 levels", "side by side", "in a text", "in a sheet's name", "8192 characters", "prefixes"],
)
def test_what_excel_allows_is_within_bounds(formula: str) -> None:
    assert not exceeds_excel(formula)


@pytest.mark.parametrize(
    "formula", ["(" * 65 + "1" + ")" * 65, "IF(1," * 65 + "1" + ")" * 65, "{" * 65, "1" * 8193]
)
def test_what_excel_does_not_allow_exceeds_its_bounds(formula: str) -> None:
    assert exceeds_excel(formula)


@pytest.mark.parametrize(
    ("formula", "may"),
    [
        ("SUM(SEQUENCE(9,9))", True),
        ("SUM(_xlfn.SEQUENCE(9,9))", True),
        ("SUM((A1:$Z$1000000=1)*1)", True),
        ("SUM((A1:B2=1)*1)", False),
        ("SQRT(A1)", False),
        ("SUM(A1:B99999999)", False),
    ],
)
def test_a_formula_may_mean_an_array_too_large_for_the_engine(formula: str, may: bool) -> None:
    assert may_be_too_large_an_array(formula) is may


def test_areas_take_room_until_there_is_none() -> None:
    room = ArrayRoom(10)
    assert room.takes(Area(1, 1, 3, 2))
    assert not room.takes(Area(1, 1, 5, 1))
    assert room.takes(Area(1, 1, 4, 1))
    assert not room.takes(Area(1, 1, 1, 1))
