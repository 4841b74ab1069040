"""What a recalculation did, for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kpixl.i18n import Language, Message


@dataclass(frozen=True)
class CellNote:
    """Something to say about one cell; `formula` is what the file holds there."""

    sheet: str
    cell: str
    formula: str
    message: Message
    code: str = ""  # the error value the cell shows, if it does

    def to_dict(self, language: Language) -> dict[str, str]:
        return {
            "sheet": self.sheet,
            "cell": self.cell,
            "formula": self.formula,
            "message": self.message.text(language),
            "code": self.code,
        }


@dataclass(frozen=True)
class Outcome:
    """The workbook's new bytes, and what `RecalcReport` tells of them."""

    content: bytes
    formulas: int
    computed: int = 0
    changed: int = 0
    frozen: tuple[CellNote, ...] = ()
    errors: tuple[CellNote, ...] = ()
    warnings: tuple[Message, ...] = ()
    turned_into_values: int = 0
    left: tuple[CellNote, ...] = ()


@dataclass(frozen=True)
class RecalcReport:
    """The outcome for one workbook.

    `computed` counts the formula cells that were evaluated, `changed` the cells whose value differs now.
    `frozen` are formulas that could not be computed and keep their old value; `errors` are cells where a
    function of ours answered with an error, and why.  When it was asked to leave values only,
    `turned_into_values` counts the formulas with our functions that became values, and `left` are those that
    had none to become.
    """

    source: str
    target: str | None
    state: Literal["unchanged", "recalculated"]
    formulas: int
    computed: int
    changed: int
    frozen: tuple[CellNote, ...] = ()
    errors: tuple[CellNote, ...] = ()
    warnings: tuple[Message, ...] = ()
    turned_into_values: int = 0
    left: tuple[CellNote, ...] = ()

    def to_dict(self, language: Language = "en") -> dict[str, object]:
        """Plain values, ready for JSON."""
        return {
            "source": self.source,
            "target": self.target,
            "state": self.state,
            "formulas": self.formulas,
            "computed": self.computed,
            "changed": self.changed,
            "turned_into_values": self.turned_into_values,
            "left": [note.to_dict(language) for note in self.left],
            "frozen": [note.to_dict(language) for note in self.frozen],
            "errors": [note.to_dict(language) for note in self.errors],
            "warnings": [warning.text(language) for warning in self.warnings],
        }
