"""Formulas in which the engine would take the first value of an array for all of them.

A spreadsheet computes a function that takes one value for every value of an array, as in
`SUMPRODUCT(LEN(A1:A9))`.  The engine does so for a few functions only; for others it silently uses the first
value, or answers #VALUE!.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kpixl.functions.registry import REGISTRY
from kpixl.functions.spec import Shape
from kpixl.functions.spelling import plain_name
from kpixl.recalc.array_functions import (
    GIVES_ARRAYS,
    PASSES_ARRAYS_ON,
    SPILL_OF,
    TAKES_ARRAYS,
    takes_the_first,
)
from kpixl.recalc.engine import Token, TokenKind


@dataclass
class _Call:
    """A function, or a group in parentheses or braces (without a name), whose arguments are being read."""

    name: str
    arrays: bool  # its ranges stand for all their values
    gives_array: bool = False
    is_constant: bool = False  # an array between braces, which is one even in a plain formula
    argument: int = 0
    has_array: bool = False  # the argument that is being read

    def next_argument(self) -> bool:
        """Whether the engine would take the first value of the argument that ends here."""
        collapses = self.has_array and takes_the_first(self.name, self.argument)
        if self.has_array and (not self.name or self.name in PASSES_ARRAYS_ON):
            self.gives_array = True
        self.argument += 1
        self.has_array = False
        return collapses


def collapses(pieces: Sequence[Token], is_range: Callable[[str], bool], *, plain: bool) -> bool:
    """Whether an array stands where the engine takes one value.

    `is_range` tells of a name whether it covers several cells.  In a plain formula ranges and results are cut
    to one value, except inside functions that compute arrays.
    """
    calls = [_Call("", not plain)]
    for piece in pieces:
        call = calls[-1]
        if piece.kind is TokenKind.FUNCTION:
            calls.append(_opened(piece.text[:-1].strip(), call))
        elif piece.kind is TokenKind.OPEN_GROUP:
            is_constant = piece.text == "{"
            calls.append(_Call("", call.arrays, is_constant, is_constant))
        elif piece.kind is TokenKind.SEPARATOR:
            if call.next_argument():
                return True
        elif piece.kind in (TokenKind.CLOSE, TokenKind.CLOSE_GROUP) and len(calls) > 1:
            if call.next_argument():
                return True
            calls.pop()
            calls[-1].has_array |= call.gives_array and (calls[-1].arrays or call.is_constant)
        elif piece.kind is TokenKind.REFERENCE:
            call.has_array |= call.arrays and _has_many_cells(piece.text, is_range)
    return False


def _opened(stored: str, parent: _Call) -> _Call:
    ours = plain_name(stored, REGISTRY)
    if ours:
        return _Call(ours, True, REGISTRY[ours].result.shape is not Shape.SCALAR)
    name = stored.upper().rpartition("_XLFN.")[2].rpartition("_XLWS.")[2]
    return _Call(name, parent.arrays or name in TAKES_ARRAYS, name in GIVES_ARRAYS or name == SPILL_OF)


def _has_many_cells(reference: str, is_range: Callable[[str], bool]) -> bool:
    if "[" in reference:
        return not ("@" in reference or "#this row" in reference.lower())
    return ":" in reference or is_range(reference)
