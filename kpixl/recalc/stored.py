"""Computed values as a file stores them, and when a stored value is the computed one."""

from __future__ import annotations

from math import isfinite

from kpixl.functions.values import CellError
from kpixl.ooxml.cell_values import number_text
from kpixl.ooxml.sheet import OLDER_ERRORS, Stored
from kpixl.recalc.engine import NotComputed, Value

SAME_DIGITS = 1e-14
"""Relative difference below which two numbers are the same: a file keeps 15 to 17 digits."""


def stored_value(value: Value) -> Stored:
    """The cell type and text of a value. A formula that refers to a blank cell shows 0."""
    if isinstance(value, NotComputed):
        raise TypeError("a cell that was not computed keeps its stored value")
    if isinstance(value, bool):
        return Stored("b", "1" if value else "0")
    if isinstance(value, str):
        return Stored("str", value)
    if isinstance(value, CellError):
        # Excel too writes the errors that came after the format so, with their name in another part
        return Stored("e", value.code if value.code.encode() in OLDER_ERRORS else "#VALUE!")
    number = value or 0.0
    return Stored(None, number_text(number)) if isfinite(number) else Stored("e", "#NUM!")


def same_value(old: Stored | None, new: Stored) -> bool:
    """Whether what the file holds says the same, so that its own bytes can stay."""
    if old is None:
        return False
    if old == new:
        return True
    if old.type in (None, "n") and new.type is None:
        try:
            before, after = float(old.text), float(new.text)
        except ValueError:
            return False
        return abs(before - after) <= SAME_DIGITS * max(abs(before), abs(after))
    return old.type == new.type == "b" and old.text.strip().lower() == {"1": "true", "0": "false"}[new.text]
