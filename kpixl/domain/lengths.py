"""Vectors that belong together, item by item, refused where they cannot."""

from __future__ import annotations

from collections.abc import Sized

from kpixl.errors import WrongArgument


def refuse_different_lengths(**vectors: Sized) -> None:
    """Two vectors, by the names of their arguments, must have as many items. Raises `WrongArgument`."""
    (first, values), (second, others) = vectors.items()
    if len(values) != len(others):
        raise _uneven(first, values, second, others)


def refuse_longer(**vectors: Sized) -> None:
    """The second of two vectors must not have more items than the first. Raises `WrongArgument`."""
    (first, values), (second, others) = vectors.items()
    if len(others) > len(values):
        raise _uneven(first, values, second, others)


def _uneven(first: str, values: Sized, second: str, others: Sized) -> WrongArgument:
    return WrongArgument(
        "function.lengths_differ",
        first=first,
        first_length=len(values),
        second=second,
        second_length=len(others),
    )
