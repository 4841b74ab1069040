"""A workbook as its health is looked at: sheets with what was typed in and what formulas gave."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property, reduce

from kpixl.domain.findings import Finding, Position, Rule
from kpixl.ooxml.address import Area
from kpixl.ooxml.cell_values import plain
from kpixl.ooxml.cells import shared_texts
from kpixl.ooxml.package import Package, SheetEntry
from kpixl.ooxml.room_below import areas_filled_by_formulas
from kpixl.ooxml.sheet import SheetXml, Stored
from kpixl.ooxml.styles import style_names
from kpixl.recalc.references import unquoted
from kpixl.recalc.report import Outcome

MOST_COMPARISONS = 20_000_000
"""Beyond, all cells between a sheet's arrays count as filled by them: no honest sheet has so many."""

_TEXTS = re.compile(r'"(?:[^"]|"")*"')


@dataclass(frozen=True)
class SheetCells:
    """A sheet with its formulas and with its values that no formula gives."""

    entry: SheetEntry
    xml: SheetXml
    styles: dict[str, str]

    @cached_property
    def computed(self) -> frozenset[Position]:
        """Cells with a formula, and those that an array fills."""
        filled = {area for area in areas_filled_by_formulas(self.xml) if area.size > 1}
        if len(filled) * len(self._values) > MOST_COMPARISONS:
            filled = {reduce(Area.joined, filled)}
        return frozenset(cell.position for cell in self.xml.formula_cells) | {
            position for position in self._values if any(area.holds(position) for area in filled)
        }

    @cached_property
    def constants(self) -> dict[Position, tuple[str, Stored]]:
        """Values that were typed in, each with the name of its cell style."""
        return {position: told for position, told in self._values.items() if position not in self.computed}

    @cached_property
    def by_column(self) -> dict[int, list[Position]]:
        """The places of typed-in values by their column."""
        found: dict[int, list[Position]] = {}
        for position in self.constants:
            found.setdefault(position[1], []).append(position)
        return found

    @cached_property
    def _values(self) -> dict[Position, tuple[str, Stored]]:
        return {
            position: (self.styles.get(style, ""), stored)
            for position, style, stored in self.xml.formatted_values()
        }


@dataclass(frozen=True)
class Health:
    """A workbook as it is looked at; `outcome` is what recalculating it told."""

    package: Package
    outcome: Outcome
    output_names: Collection[str] = ()  # defined names whose cells all hold formulas
    output_styles: Collection[str] = ()  # cell styles in which every number is the result of a formula
    input_styles: Collection[str] = ()  # cell styles in which a formula is what stands until people type
    told: set[tuple[str, Position]] = field(default_factory=set)  # errors with a better explanation

    @cached_property
    def sheets(self) -> tuple[SheetCells, ...]:
        styles = style_names(self.package)
        return tuple(
            SheetCells(
                entry, SheetXml(self.package.read_sheet(entry.part), self.package.file, entry.part), styles
            )
            for entry in self.package.sheets
        )

    @cached_property
    def by_name(self) -> dict[str, SheetCells]:
        return {sheet.entry.name.casefold(): sheet for sheet in self.sheets}

    @cached_property
    def texts(self) -> list[str]:
        return shared_texts(self.package)

    @cached_property
    def outputs(self) -> dict[str, list[Area]]:
        """The cells of the output names, by their sheet."""
        found: dict[str, list[Area]] = {}
        for name in self.package.defined_names:
            sheet, _, cells = name.formula.rpartition("!")
            if name.sheet is None and name.name in self.output_names:
                try:
                    area = Area.parse(cells)
                except ValueError:
                    continue
                found.setdefault(unquoted(sheet).casefold(), []).append(area)
        return found

    def text(self, stored: Stored) -> str:
        """What a cell with a text says; empty for any other."""
        return str(plain(stored, self.texts)) if stored.type in ("s", "str") else ""


Check = tuple[Rule, Callable[[Health], Iterator[Finding]]]
"""A rule, and the function that finds where it fires."""


def without_texts(formula: str) -> str:
    """The formula without the texts in it, which may say anything."""
    return _TEXTS.sub("", formula)
