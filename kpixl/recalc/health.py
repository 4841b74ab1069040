"""The health of a workbook's file: what is broken, overwritten, hidden or cannot be computed.

Every rule is a line of a table; its function looks at the parts of the file, which nobody changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property, reduce
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote

from kpixl.domain.findings import Finding, Position, Rule, Severity, rule
from kpixl.ooxml.address import Area
from kpixl.ooxml.cells import shared_texts
from kpixl.ooxml.package import Package, SheetEntry
from kpixl.ooxml.sheet import SheetXml, Stored
from kpixl.ooxml.styles import style_names
from kpixl.ooxml.tables import Table
from kpixl.recalc.report import Outcome

ERROR, WARNING, NOTE = Severity

BROKEN = "#REF!"
FILLING = ("array", "dataTable")
"""Kinds of formulas that fill more cells than their own."""

MOST_COMPARISONS = 20_000_000
"""Beyond, all cells between a sheet's arrays count as filled by them: no honest sheet has so many."""

BUILT_IN = "_xlnm."
"""How the names begin that Excel keeps print areas and the like under."""

_STRINGS = re.compile(r'"(?:[^"]|"")*"')
_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([\w.]+))!")
_LINK = re.compile(r"\[([0-9]{1,5})\]")
_FORMULA_AS_TEXT = re.compile(r"=[A-Za-z_(\"'$+-]")
_NUMBER = re.compile(r"[+-]?(?:[0-9]|\.[0-9])")

Find = Callable[["Health"], Iterator[Finding]]


@dataclass(frozen=True)
class SheetCells:
    """A sheet with its formulas and with its values that no formula gives."""

    entry: SheetEntry
    xml: SheetXml
    styles: dict[str, str]

    @cached_property
    def computed(self) -> frozenset[Position]:
        """Cells with a formula, and those that an array fills."""
        formulas = self.xml.formula_cells
        filled = {cell.area for cell in formulas if cell.area and cell.kind in FILLING and cell.area.size > 1}
        if len(filled) * len(self._values) > MOST_COMPARISONS:
            filled = {reduce(Area.joined, filled)}
        return frozenset(cell.position for cell in formulas) | {
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
                    area = Area.parse(cells.replace("$", ""))
                except ValueError:
                    continue
                sheet = sheet.removeprefix("'").removesuffix("'").replace("''", "'")
                found.setdefault(sheet.casefold(), []).append(area)
        return found

    def text(self, stored: Stored) -> str:
        """What a cell with a text says; empty for any other."""
        if stored.type == "s":
            index = stored.text.strip()
            return self.texts[int(index)] if index.isdecimal() and int(index) < len(self.texts) else ""
        return stored.text if stored.type == "str" else ""


def _is_broken(formula: str) -> bool:
    return BROKEN in formula and BROKEN in _STRINGS.sub("", formula)


def _broken_name(health: Health) -> Iterator[Finding]:
    for name in health.package.defined_names:
        if _is_broken(name.formula) and not name.name.startswith(BUILT_IN):
            yield Finding(BROKEN_NAME, name.sheet or "", (), {"name": name.name, "formula": name.formula})


def _broken_setting(health: Health) -> Iterator[Finding]:
    for name in health.package.defined_names:
        if _is_broken(name.formula) and name.name.startswith(BUILT_IN):
            gaps = {"name": name.name.removeprefix(BUILT_IN), "formula": name.formula}
            yield Finding(BROKEN_SETTING, name.sheet or "", (), gaps)


def _broken_formula(health: Health) -> Iterator[Finding]:
    for sheet in health.sheets:
        cells = [cell for cell in sheet.xml.formula_cells if _is_broken(cell.formula)]
        if cells:
            gaps = {"count": len(cells), "formula": f"={cells[0].formula}"}
            health.told.update((sheet.entry.name, cell.position) for cell in cells)
            yield Finding(BROKEN_FORMULA, sheet.entry.name, tuple(cell.position for cell in cells), gaps)


def _overwritten(health: Health) -> Iterator[Finding]:
    """Typed-in numbers in cells that look like results, and anything typed into the cells of output names."""
    for sheet in health.sheets:
        outputs = health.outputs.get(sheet.entry.name.casefold(), ())
        if not outputs and not set(health.output_styles) & set(sheet.styles.values()):
            continue
        cells = tuple(
            position
            for position, (style, stored) in sheet.constants.items()
            if (style in health.output_styles and _is_number(stored))
            or any(area.holds(position) for area in outputs)
        )
        if cells:
            yield Finding(OVERWRITTEN, sheet.entry.name, cells, {"count": len(cells)})


def _is_number(stored: Stored) -> bool:
    return stored.type in (None, "n", "d") and bool(_NUMBER.match(stored.text.strip()))


def _overwritten_column(health: Health) -> Iterator[Finding]:
    for table in health.package.tables:
        sheet = health.by_name[table.sheet.casefold()]
        for column in (place for place, formula in enumerate(table.formulas) if formula):
            cells = tuple(
                position
                for position in sheet.by_column.get(table.area.left + column, ())
                if table.first_row <= position[0] <= table.last_row
                and sheet.constants[position][0] not in health.input_styles
            )
            if cells:
                gaps = {"table": table.name, "column": table.columns[column], "count": len(cells)}
                yield Finding(OVERWRITTEN_COLUMN, table.sheet, cells, gaps)


def _formula_as_text(health: Health) -> Iterator[Finding]:
    for sheet in health.sheets:
        found = [
            (position, text)
            for position, (_, stored) in sheet.constants.items()
            if stored.type in ("s", "str") and _FORMULA_AS_TEXT.match(text := health.text(stored))
        ]
        if found:
            gaps = {"count": len(found), "example": found[0][1]}
            yield Finding(FORMULA_AS_TEXT, sheet.entry.name, tuple(place for place, _ in found), gaps)


def _function_error(health: Health) -> Iterator[Finding]:
    for note in health.outcome.errors:
        area = Area.parse(note.cell)
        place = (area.top, area.left)
        health.told.add((note.sheet, place))
        yield Finding(FUNCTION_ERROR, note.sheet, (place,), {"code": note.code, "reason": note.message})


def _frozen(health: Health) -> Iterator[Finding]:
    grouped: dict[tuple[str, object], list[Position]] = {}
    for note in health.outcome.frozen:
        area = Area.parse(note.cell)
        grouped.setdefault((note.sheet, note.message), []).append((area.top, area.left))
    for (sheet, reason), cells in grouped.items():
        yield Finding(FROZEN, sheet, tuple(cells), {"count": len(cells), "reason": reason})


def _error_result(health: Health) -> Iterator[Finding]:
    for sheet in health.sheets:
        name = sheet.entry.name
        by_code: dict[str, list[Position]] = {}
        for cell in sheet.xml.formula_cells:
            if cell.stored and cell.stored.type == "e" and (name, cell.position) not in health.told:
                by_code.setdefault(cell.stored.text, []).append(cell.position)
        for code, cells in by_code.items():
            yield Finding(ERROR_RESULT, name, tuple(cells), {"code": code, "count": len(cells)})


def _stale_values(health: Health) -> Iterator[Finding]:
    if health.outcome.changed:
        yield Finding(STALE_VALUES, gaps={"count": health.outcome.changed})


def _external_link(health: Health) -> Iterator[Finding]:
    used: dict[str, dict[str, list[Position]]] = {}  # cells by the number of the link and the sheet
    for sheet in health.sheets:
        for cell in sheet.xml.formula_cells:
            if "[" in cell.formula:
                for number in set(_LINK.findall(_STRINGS.sub("", cell.formula))):
                    used.setdefault(number, {}).setdefault(sheet.entry.name, []).append(cell.position)
    for place, target in enumerate(health.package.external_links, 1):
        gaps = {"file": _file_name(target) or f"[{place}]"}
        for name, cells in used.get(str(place), {"": []}).items():
            yield Finding(EXTERNAL_LINK, name, tuple(cells), gaps)


def _file_name(target: str) -> str:
    """The last part of a path or an address: the rest says where somebody keeps his files."""
    return PureWindowsPath(PurePosixPath(unquote(target)).name).name


def _hidden_sheet(health: Health) -> Iterator[Finding]:
    """Hidden sheets that formulas of other sheets, or names, refer to."""
    if not any(sheet.entry.hidden for sheet in health.sheets):
        return
    names = [name.formula for name in health.package.defined_names if not name.name.startswith("_xl")]
    used = {sheet for formula in names for sheet in _sheets_in(formula)}
    for sheet in health.sheets:
        for cell in sheet.xml.formula_cells:
            if "!" in cell.formula:
                used |= _sheets_in(cell.formula) - {sheet.entry.name.casefold()}
    for sheet in health.sheets:
        if sheet.entry.hidden and sheet.entry.name.casefold() in used:
            yield Finding(HIDDEN_SHEET, sheet.entry.name, (), {"sheet": sheet.entry.name})


def _sheets_in(formula: str) -> set[str]:
    """The sheets that a formula names, in lower case."""
    found = _SHEET.findall(_STRINGS.sub("", formula))
    return {(quoted.replace("''", "'") or plain).casefold() for quoted, plain in found}


def _broken_table(health: Health) -> Iterator[Finding]:
    """Excel calls a file damaged whose table has other headings than its cells say."""
    for table in health.package.tables:
        right = len(table.columns) == table.area.width and table.first_row <= table.last_row
        if not right or (table.header_rows and _headings(health, table) != _plain(table.columns)):
            place = (table.area.top, table.area.left)
            gaps = {"table": table.name, "cells": str(table.area)}
            yield Finding(BROKEN_TABLE, table.sheet, (place,), gaps)


def _headings(health: Health, table: Table) -> list[str]:
    sheet = health.by_name[table.sheet.casefold()]
    top = Area(table.area.top, table.area.left, table.area.top, table.area.right)
    stored = sheet.xml.stored_values(top)
    cells = (stored.get((top.top, column)) for column in range(top.left, top.right + 1))
    return _plain([health.text(cell) or cell.text if cell else "" for cell in cells])


def _plain(words: Collection[str]) -> list[str]:
    return [" ".join(word.split()).casefold() for word in words]


def _tables_meet(health: Health) -> Iterator[Finding]:
    in_order = sorted(health.package.tables, key=lambda table: (table.sheet, table.area))
    for place, first in enumerate(in_order):
        for second in in_order[place + 1 :]:
            if second.sheet != first.sheet or second.area.top > first.area.bottom:
                break
            if first.area.meets(second.area):
                cell = (second.area.top, second.area.left)
                gaps = {"first": first.name, "second": second.name}
                yield Finding(TABLES_MEET, second.sheet, (cell,), gaps)


def _below_table(health: Health) -> Iterator[Finding]:
    """A row with two or more values right below a table looks like one of its rows, and is none."""
    for table in health.package.tables:
        sheet, row = health.by_name[table.sheet.casefold()], table.area.bottom + 1
        columns = range(table.area.left, table.area.right + 1)
        cells = tuple((row, column) for column in columns if (row, column) in sheet.constants)
        if not table.total_rows and len(cells) > 1:
            yield Finding(BELOW_TABLE, table.sheet, cells, {"table": table.name})


def _flag(told: Rule, is_set: Callable[[Package], bool]) -> Find:
    def find(health: Health) -> Iterator[Finding]:
        if is_set(health.package):
            yield Finding(told)

    return find


BROKEN_NAME = rule("broken_name", ERROR)
BROKEN_SETTING = rule("broken_setting", NOTE)
BROKEN_FORMULA = rule("broken_formula", ERROR)
OVERWRITTEN = rule("overwritten", ERROR)
OVERWRITTEN_COLUMN = rule("overwritten_column", WARNING)
FORMULA_AS_TEXT = rule("formula_as_text", WARNING)
FUNCTION_ERROR = rule("function_error", WARNING)
FROZEN = rule("frozen", WARNING)
ERROR_RESULT = rule("error_result", WARNING)
STALE_VALUES = rule("stale_values", WARNING)
EXTERNAL_LINK = rule("external_link", WARNING)
HIDDEN_SHEET = rule("hidden_sheet", NOTE)
BROKEN_TABLE = rule("broken_table", ERROR)
TABLES_MEET = rule("tables_meet", ERROR)
BELOW_TABLE = rule("below_table", WARNING)
MANUAL_CALCULATION = rule("manual_calculation", WARNING)
ROUNDED = rule("rounds_to_what_is_shown", WARNING)
FULL_CALCULATION = rule("full_calculation", WARNING)
ITERATES = rule("iterates", NOTE)

CHECKS: tuple[tuple[Rule, Find], ...] = (
    (BROKEN_NAME, _broken_name),
    (BROKEN_FORMULA, _broken_formula),
    (OVERWRITTEN, _overwritten),
    (BROKEN_TABLE, _broken_table),
    (TABLES_MEET, _tables_meet),
    (OVERWRITTEN_COLUMN, _overwritten_column),
    (FORMULA_AS_TEXT, _formula_as_text),
    (BELOW_TABLE, _below_table),
    (FUNCTION_ERROR, _function_error),
    (FROZEN, _frozen),
    (ERROR_RESULT, _error_result),  # after those that explain an error
    (STALE_VALUES, _stale_values),
    (EXTERNAL_LINK, _external_link),
    (MANUAL_CALCULATION, _flag(MANUAL_CALCULATION, lambda package: package.computes_by_hand)),
    (ROUNDED, _flag(ROUNDED, lambda package: package.rounds_to_what_is_shown)),
    (FULL_CALCULATION, _flag(FULL_CALCULATION, lambda package: package.recalculates_on_load)),
    (BROKEN_SETTING, _broken_setting),
    (HIDDEN_SHEET, _hidden_sheet),
    (ITERATES, _flag(ITERATES, lambda package: package.iterates)),
)

RULES: tuple[Rule, ...] = tuple(told for told, _ in CHECKS)
"""Everything that is looked at in a workbook's file."""


def examine(health: Health) -> Iterator[tuple[Rule, list[Finding]]]:
    """Each rule with everything it finds."""
    for told, find in CHECKS:
        yield told, list(find(health))
