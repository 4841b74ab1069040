"""Computed values and what a file says of them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpixl.functions.values import ERROR_CODES, CellError
from kpixl.ooxml.sheet import Stored
from kpixl.recalc.engine import NotComputed
from kpixl.recalc.stored import same_value, stored_value

NEWER_ERRORS = ("#SPILL!", "#CALC!")  # of which a file holds the older error beside them
FINITE = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (1.0, Stored(None, "1")),
        (-3.0, Stored(None, "-3")),
        (0.1, Stored(None, "0.1")),
        (-0.0, Stored(None, "0")),
        (1e15, Stored(None, "1000000000000000.0")),
        (1e300, Stored(None, "1e+300")),
        (1 / 3, Stored(None, "0.3333333333333333")),
        (True, Stored("b", "1")),
        (False, Stored("b", "0")),
        ("", Stored("str", "")),
        (" 目標\r", Stored("str", " 目標\r")),
        (None, Stored(None, "0")),
        (math.nan, Stored("e", "#NUM!")),
        (math.inf, Stored("e", "#NUM!")),
        (-math.inf, Stored("e", "#NUM!")),
        *((CellError(code), Stored("e", code)) for code in ERROR_CODES if code not in NEWER_ERRORS),
        *((CellError(code), Stored("e", "#VALUE!")) for code in NEWER_ERRORS),
    ],
)
def test_a_value_is_stored_as_a_type_and_a_text(value: object, stored: Stored) -> None:
    assert stored_value(value) == stored  # type: ignore[arg-type]


def test_a_value_that_was_not_computed_is_never_stored() -> None:
    with pytest.raises(TypeError):
        stored_value(NotComputed("Circ"))


@given(FINITE)
def test_a_stored_number_is_the_very_number(number: float) -> None:
    assert float(stored_value(number).text) == number


@given(FINITE)
def test_fifteen_digits_of_a_number_are_the_same_number(number: float) -> None:
    new = stored_value(number)
    if abs(number) > 1e-290:  # smaller numbers have fewer digits than that
        assert same_value(Stored(None, f"{number:.15g}"), new)
        assert same_value(Stored("n", f"{number:.17g}"), new)


@given(FINITE.filter(lambda number: abs(number) > 1e-290), st.sampled_from([1 + 1e-12, 1 - 1e-12, 2.0, -1.0]))
def test_a_difference_in_the_first_twelve_digits_is_another_number(number: float, factor: float) -> None:
    if math.isfinite(number * factor):
        assert not same_value(stored_value(number), stored_value(number * factor))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Stored(None, "1"), Stored(None, "1")),
        (Stored("n", "1.0"), Stored(None, "1")),
        (Stored(None, " 1E0 "), Stored(None, "1")),
        (Stored(None, "0.30000000000000004"), Stored(None, "0.3")),
        (Stored("b", "true"), Stored("b", "1")),
        (Stored("b", "FALSE"), Stored("b", "0")),
        (Stored("str", ""), Stored("str", "")),
        (Stored("e", "#N/A"), Stored("e", "#N/A")),
    ],
)
def test_a_file_may_say_the_same_in_other_words(old: Stored, new: Stored) -> None:
    assert same_value(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, Stored(None, "0")),
        (None, Stored("str", "")),
        (Stored(None, "0"), Stored(None, "1e-300")),
        (Stored(None, "1"), Stored(None, "-1")),
        (Stored(None, "1"), Stored("str", "1")),
        (Stored(None, "1"), Stored("b", "1")),
        (Stored("b", "1"), Stored("b", "0")),
        (Stored("b", "1"), Stored(None, "1")),
        (Stored("b", "maybe"), Stored("b", "1")),
        (Stored("str", "a"), Stored("str", "A")),
        (Stored("str", "1"), Stored(None, "1")),
        (Stored("e", "#N/A"), Stored("e", "#NUM!")),
        (Stored("e", "#N/A"), Stored("str", "#N/A")),
        (Stored(None, "one"), Stored(None, "1")),
        (Stored(None, "nan"), Stored(None, "1")),
        (Stored("s", "1"), Stored(None, "1")),
        (Stored("s", "1"), Stored("str", "1")),
    ],
)
def test_different_values_are_told_apart(old: Stored | None, new: Stored) -> None:
    assert not same_value(old, new)
