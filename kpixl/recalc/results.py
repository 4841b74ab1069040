"""What the engine computed, what of it can be trusted, and what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kpixl.functions.values import CellError
from kpixl.i18n import Message
from kpixl.ooxml.address import Area
from kpixl.ooxml.sheet import Stored
from kpixl.recalc.arrays import SPILL
from kpixl.recalc.book import Formula, Sheet
from kpixl.recalc.complexity import may_be_too_large_an_array
from kpixl.recalc.engine import Engine, NotComputed, Place, Value
from kpixl.recalc.formulas import Evaluation
from kpixl.recalc.links import circular
from kpixl.recalc.report import CellNote
from kpixl.recalc.stored import same_value, stored_value

EXPLAINED_ERRORS = 1_000
LONGEST_TEXT = 32_767  # that a cell can hold
CIRCULAR = NotComputed("Circ")  # the engine's word for a cell that depends on a cycle
CYCLE = Message.of("recalc.frozen.cycle")


class Results:
    """The values the engine computed, by sheet and position."""

    def __init__(self, engine: Engine, sheets: Sequence[Sheet]) -> None:
        self._engine = engine
        self._values: dict[str, dict[tuple[int, int], Value]] = {}
        for sheet in sheets:
            for formula in sheet.formulas:
                if formula.evaluation is Evaluation.DYNAMIC and formula.computable:
                    cell = formula.cell
                    spilled = engine.spill_area(sheet.name, cell.row, cell.column)
                    formula.extent = spilled or Area(cell.row, cell.column, cell.row, cell.column)
            positions = [
                position
                for formula in sheet.formulas
                if formula.computable
                for position in formula.area.cells()
            ]
            self._values[sheet.name] = engine.values(sheet.name, positions)

    def freeze_untrusted(self, sheets: Sequence[Sheet]) -> bool:
        """Freeze the formulas whose value is not a spreadsheet's own; whether there were any."""
        found = False
        in_cycles = self._circular(sheets)
        for sheet in sheets:
            for formula in sheet.formulas:
                reason = self._doubt(sheet.name, formula) if formula.computable else None
                if reason == CYCLE and in_cycles and formula.place not in in_cycles:
                    continue  # it only depends on a cycle, and is computed once that is frozen
                if reason:
                    formula.frozen = reason
                    found = True
        return found

    def changed_values(self, sheet: Sheet) -> dict[tuple[int, int], Stored | None]:
        """The cells of a sheet whose stored value differs from the computed one, with the new one."""
        values = self._values[sheet.name]
        changed: dict[tuple[int, int], Stored | None] = {}
        spilled: list[Formula] = []
        for formula in sheet.formulas:
            if not formula.computable:
                continue
            new = stored_value(values[formula.cell.position])
            if not same_value(formula.cell.stored, new):
                changed[formula.cell.position] = new
            if formula.touched.size > 1:
                spilled.append(formula)
        for formula in spilled:
            area, stored_area = formula.area, formula.stored_area
            old_values = sheet.xml.stored_values(formula.touched)
            for position in list(formula.touched.cells())[1:]:
                if area.holds(position):
                    new = stored_value(values[position])
                    if not same_value(old_values.get(position), new):
                        changed[position] = new
                elif stored_area.holds(position) and position in old_values and position not in values:
                    changed[position] = None  # the spill has left this cell
        return changed

    def changed_areas(self, sheet: Sheet) -> dict[tuple[int, int], Area]:
        """The formulas of a sheet whose spill has another size than the file says, with the new area."""
        return {
            formula.cell.position: formula.area
            for formula in sheet.formulas
            if formula.is_resized and formula.computable and formula.cell.area
        }

    def error_notes(self, sheets: Sequence[Sheet]) -> Iterator[CellNote]:
        """The cells where a function of ours answered with an error or a spill has no room, and why."""
        explained = 0
        for sheet in sheets:
            values = self._values[sheet.name]
            for formula in sheet.formulas:
                if formula.blocked and formula.computable:
                    cell = formula.cell
                    yield CellNote(sheet.name, cell.name, cell.formula, formula.blocked, SPILL.code)
                    continue
                if not (formula.computable and formula.shape.ours) or explained == EXPLAINED_ERRORS:
                    continue
                if not any(isinstance(values[place], CellError) for place in formula.area.cells()):
                    continue
                cell = formula.cell
                failure = self._engine.failure(sheet.name, cell.row, cell.column)
                if failure and failure.reason:
                    explained += 1
                    yield CellNote(sheet.name, cell.name, cell.formula, failure.reason, failure.code)

    def _circular(self, sheets: Sequence[Sheet]) -> set[Place]:
        """The formula cells that are in a cycle, not those that merely depend on one."""
        if not any(
            isinstance(value, NotComputed) for values in self._values.values() for value in values.values()
        ):
            return set()
        affected = [
            formula
            for sheet in sheets
            for formula in sheet.formulas
            if formula.computable
            and any(self._values[sheet.name][cell] == CIRCULAR for cell in formula.area.cells())
        ]
        return circular(formula.links for formula in affected)

    def _doubt(self, sheet: str, formula: Formula) -> Message | None:
        """Why the computed value of a formula cannot be trusted, None where it can."""
        cell = formula.cell
        values = self._values[sheet]
        if formula.evaluation is Evaluation.PLAIN and isinstance(values[cell.position], (float, type(None))):
            return None
        for position in formula.area.cells():
            value = values[position]
            if isinstance(value, NotComputed):
                if value == CIRCULAR:
                    return CYCLE
                return Message.of("recalc.frozen.engine", detail=value.kind)
            if isinstance(value, str) and len(value) > LONGEST_TEXT:
                return Message.of("recalc.frozen.text_too_long")
        value = values[cell.position]
        if value == CellError("#NAME?") and cell.stored != Stored("e", "#NAME?"):
            return Message.of("recalc.frozen.name")
        stored_error = cell.stored is not None and cell.stored.type == "e"
        # a plain formula shows one value and cannot spill itself
        if (
            formula.evaluation is Evaluation.PLAIN
            and value == CellError("#SPILL!")
            and not self._reads_error(formula)
        ):
            return Message.of("recalc.frozen.array")
        if value == CellError("#NUM!") and not stored_error and may_be_too_large_an_array(formula.text):
            return Message.of("recalc.frozen.array")
        if formula.shape.spill_reference and value == CellError("#REF!") and not stored_error:
            return Message.of("recalc.frozen.spill_reference")
        # the engine gives #VALUE! where it cannot compute a function value by value over an array
        if (
            formula.evaluation is not Evaluation.PLAIN
            and value == CellError("#VALUE!")
            and not formula.shape.ours
            and not stored_error
            and not self._reads_error(formula)
        ):
            return Message.of("recalc.frozen.array")
        return None

    def _reads_error(self, formula: Formula) -> bool:
        """Whether a cell that the formula refers to directly holds an error."""
        reads = formula.reads
        if reads is None:
            return True  # cannot be told, so the formula gets the benefit of the doubt
        return any(self._engine.shows_error(*area) for area in reads)
