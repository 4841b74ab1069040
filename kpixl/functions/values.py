"""What a cell can hold, as every host hands it over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeGuard, Union

from kpixl.i18n import Language, Message

ERROR_CODES = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!")


@dataclass(frozen=True)
class CellError:
    """An error value such as `#NUM!`. Two errors are equal when their codes are; the reason explains."""

    code: str
    reason: Message | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return self.code

    def explanation(self, language: Language) -> str:
        """The reason as a sentence, or an empty text where the error came from outside kpixl."""
        return self.reason.text(language) if self.reason else ""


Cell = Union[float, bool, str, CellError, None]
"""A blank cell is `None`. Numbers and dates (serial numbers) are floats."""

Rows = Sequence[Sequence[Cell]]
Argument = Union[Cell, Rows]
Result = Union[Cell, list[list[Cell]]]


def is_blank(cell: object) -> bool:
    """Blank, or a formula's empty text: a cell that looks empty counts as empty."""
    return cell is None or cell == ""


def is_range(argument: object) -> TypeGuard[Rows]:
    return isinstance(argument, (list, tuple))
