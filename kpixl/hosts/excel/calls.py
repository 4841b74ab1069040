"""A function's call as Excel makes it: values as COM carries them, in and out."""

from __future__ import annotations

from collections.abc import Sequence

from kpixl.functions.registry import call
from kpixl.hosts.excel.value2 import Answered, answer_of, argument_of


def answered(name: str, values: Sequence[object]) -> list[list[Answered]]:
    """The rows that the function of kpixl with this name gives; nothing is ever raised."""
    return answer_of(call(name, *[argument_of(value) for value in values]))
