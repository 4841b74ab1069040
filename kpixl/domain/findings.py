"""What a check of a workbook finds: the rule that fired, where, and what its sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

Position = tuple[int, int]
"""Row and column of a cell, both from 1."""

_PLAIN_SHEET = re.compile(r"[^\W\d][\w.]*")
_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*([Cc][0-9]*)?|[Cc][0-9]*")


class Severity(IntEnum):
    """How grave a finding is: numbers are wrong or missing; they may mislead; worth knowing."""

    ERROR = 0
    WARNING = 1
    NOTE = 2


@dataclass(frozen=True)
class Rule:
    """What is looked at; its texts are the sentence of a finding and what to do about it."""

    id: str
    severity: Severity
    text_id: str
    hint_id: str


def rule(id_: str, severity: Severity) -> Rule:
    """A rule whose texts are called after it."""
    return Rule(id_, severity, f"finding.{id_}", f"finding.{id_}.hint")


@dataclass(frozen=True)
class Finding:
    """A rule that fired.  Without a sheet it concerns the whole workbook."""

    rule: Rule
    sheet: str = ""
    cells: tuple[Position, ...] = ()
    gaps: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def areas(self) -> tuple[str, ...]:
        """Its cells as ranges, such as B7:B9."""
        return areas(self.cells)

    def place(self, most: int | None = None) -> str:
        """Sheet and cells as a spreadsheet program writes them; of many areas, only the first `most`."""
        if not self.cells:
            return self.sheet
        shown = self.areas[:most]
        more = ",…" if len(shown) < len(self.areas) else ""
        return f"{quoted(self.sheet)}!{','.join(shown)}{more}"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The gravest first; equals keep the order they came in."""
    return sorted(findings, key=lambda finding: finding.severity)


def areas(cells: Iterable[Position]) -> tuple[str, ...]:
    """The cells as few rectangles: runs down a column, then equal runs side by side."""
    runs: list[tuple[int, int, int]] = []  # column, first row, last row
    for column, row in sorted({(column, row) for row, column in cells}):
        if runs and runs[-1][0] == column and runs[-1][2] == row - 1:
            runs[-1] = (column, runs[-1][1], row)
        else:
            runs.append((column, row, row))
    blocks: list[tuple[int, int, int, int]] = []  # first row, last row, first column, last column
    for top, bottom, column in sorted((top, bottom, column) for column, top, bottom in runs):
        if blocks and blocks[-1][:2] == (top, bottom) and blocks[-1][3] == column - 1:
            blocks[-1] = (top, bottom, blocks[-1][2], column)
        else:
            blocks.append((top, bottom, column, column))
    return tuple(
        cell_name(top, left)
        if (top, left) == (bottom, right)
        else f"{cell_name(top, left)}:{cell_name(bottom, right)}"
        for top, bottom, left, right in blocks
    )


def quoted(sheet: str) -> str:
    """A sheet's name as it stands before the exclamation mark."""
    if _PLAIN_SHEET.fullmatch(sheet) and not _LIKE_A_CELL.fullmatch(sheet):
        return sheet
    return "'" + sheet.replace("'", "''") + "'"


def cell_name(row: int, column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
