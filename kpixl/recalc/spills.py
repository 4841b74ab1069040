"""Spills that grow, shrink, or find something in their way.

The engine knows of the values and formulas that it was given.  It does not know of merged cells, tables and
cells that hold a formula without a value, and it has a largest size of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kpixl.i18n import Message
from kpixl.ooxml.address import LAST_COLUMN, LAST_ROW, Area, cell_name
from kpixl.ooxml.sheet import Stored
from kpixl.ooxml.tables import Table
from kpixl.recalc.arrays import SPILL
from kpixl.recalc.book import Formula, Sheet
from kpixl.recalc.dirty import dirty
from kpixl.recalc.engine import Engine
from kpixl.recalc.formulas import Evaluation

NO_ROOM_IN_THE_ENGINE = Message.of("recalc.frozen.spill")


class Obstacles:
    """What can be in the way of a spill."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tables
        self._stored: dict[str, Mapping[tuple[int, int], Stored]] = {}

    def before(self, sheet: Sheet, formula: Formula, area: Area) -> Message | None:
        """What keeps the formula's result out of an area, None where nothing does."""
        if area.bottom > LAST_ROW or area.right > LAST_COLUMN:
            return Message.of("recalc.blocked.edge")
        for merged in sheet.xml.merged_areas:
            if merged.meets(area):
                return Message.of("recalc.blocked.merged", area=str(merged))
        for table in self._tables:
            if table.sheet == sheet.name and table.area.meets(area):
                return Message.of("recalc.blocked.table", table=table.name)
        cell = self._cell_before(sheet, formula, area)
        return Message.of("recalc.blocked.cell", cell=cell_name(*cell)) if cell else None

    def _cell_before(self, sheet: Sheet, formula: Formula, area: Area) -> tuple[int, int] | None:
        """The first cell of an area that holds something other than the old values of spills."""
        if sheet.name not in self._stored:
            self._stored[sheet.name] = sheet.xml.all_stored_values()
        stored = self._stored[sheet.name]
        taken = [other.area for other in sheet.formulas if other is not formula and other.area.meets(area)]
        computed = [other for other in sheet.formulas if other.computable and _may_spill(other)]
        vacated = [other.stored_area for other in computed if other.stored_area.meets(area)]
        for cell in area.cells():
            if cell == formula.cell.position:
                continue
            if any(other.holds(cell) for other in taken):
                return cell
            if cell in stored and not any(other.holds(cell) for other in vacated):
                return cell
        return None


def settle(sheets: Sequence[Sheet], obstacles: Obstacles, engine: Engine) -> bool:
    """Bring the formulas in line with what has spilled; whether all must be computed once more.

    Kept formulas are due after all that read cells which a spill has newly filled or left.  This ends:
    each time again, fewer formulas are kept or can spill.
    """
    if _due_after_all(sheets):
        return True
    again = False
    for sheet in sheets:
        for formula in sheet.formulas:
            if _may_spill(formula) and formula.computable and not formula.barred:
                again |= _find_room(sheet, formula, obstacles, engine)
    return again


def _find_room(sheet: Sheet, formula: Formula, obstacles: Obstacles, engine: Engine) -> bool:
    """Note what is in the way of a formula's spill; whether the engine does not know it yet."""
    row, column = formula.cell.position
    formula.blocked = None
    if formula.area.size > 1:
        if formula.is_resized:
            formula.blocked = obstacles.before(sheet, formula, formula.area)
        formula.barred = formula.blocked is not None
        return formula.barred
    if engine.values(sheet.name, [(row, column)])[row, column] != SPILL:
        return False
    height, width = engine.shape(sheet.name, row, column) or (1, 1)
    if (height, width) == (1, 1):
        return False  # the error of another cell
    wanted = Area(row, column, row + height - 1, column + width - 1)
    formula.blocked = obstacles.before(sheet, formula, wanted)
    if formula.blocked is None:
        formula.frozen = NO_ROOM_IN_THE_ENGINE
        return True
    return False


def _due_after_all(sheets: Sequence[Sheet]) -> bool:
    """Make the kept formulas due that a change of size concerns; whether there were any."""
    formulas = [formula for sheet in sheets for formula in sheet.formulas]
    kept = [formula for formula in formulas if formula.kept]
    touched = {formula.sheet for formula in formulas if formula.computable and formula.is_resized}
    if not (touched and kept):
        return False
    due = [
        formula
        for formula in formulas
        if not formula.kept or (formula.sheet in touched and _may_have_been_blocked(formula))
    ]
    for formula in kept:  # as before the first analysis
        formula.kept = False
    computed = dirty(formulas, due)
    for formula in kept:
        formula.kept = formula not in computed
    return any(formula.computable for formula in kept)


def _may_spill(formula: Formula) -> bool:
    return formula.evaluation is Evaluation.DYNAMIC


def _may_have_been_blocked(formula: Formula) -> bool:
    """Whether the cell may show #SPILL!, which a file does not tell from other errors."""
    stored = formula.cell.stored
    return _may_spill(formula) and formula.area.size == 1 and stored is not None and stored.type == "e"
