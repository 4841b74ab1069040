"""One workbook, from bytes to bytes: analyse, compute, patch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kpixl.errors import WorkbookError
from kpixl.functions.values import CellError
from kpixl.i18n import Message
from kpixl.ooxml.address import Area, cell_name
from kpixl.ooxml.package import Package
from kpixl.ooxml.sheet import FormulaCell, SheetXml, Stored
from kpixl.recalc.dirty import Links, circular, downstream
from kpixl.recalc.engine import CustomFunction, Engine, EngineFault, NotComputed, Place, Value
from kpixl.recalc.feed import FeedName, feed_sheet, feed_workbook
from kpixl.recalc.formulas import Evaluation, Names, Prepared, Preparer, calls_ours, frozen, moved
from kpixl.recalc.report import CellNote
from kpixl.recalc.stored import same_value, stored_value

LARGEST_ARRAY = 1_000_000
EXPLAINED_ERRORS = 1_000
SIGNATURES = "_xmlsignatures/"
CIRCULAR = NotComputed("Circ")  # the engine's word for a cell that depends on a cycle
CYCLE = Message.of("recalc.frozen.cycle")


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


@dataclass
class _Formula:
    """A formula cell on its way through the recalculation."""

    sheet: str
    cell: FormulaCell
    prepared: Prepared
    evaluation: Evaluation
    kept: bool = False  # its stored value is up to date
    master: _Formula | None = None  # the cell whose shared formula this one follows

    @property
    def place(self) -> Place:
        return self.sheet, self.cell.row, self.cell.column

    @property
    def area(self) -> Area:
        """The cells that show its result."""
        cell = self.cell
        if self.evaluation is Evaluation.PLAIN or cell.area is None:
            return Area(cell.row, cell.column, cell.row, cell.column)
        return cell.area

    @property
    def alone(self) -> bool:
        """Whether the engine cannot be given its formula as a shared one."""
        if self.master is None:
            return self.cell.area is None
        return self.master.cell.area is None or not self.master.computable

    @property
    def text(self) -> str:
        """The formula for the engine."""
        if self.master is None or not self.alone:
            return self.prepared.formula
        cell, master = self.cell, self.master.cell
        return moved(self.prepared.formula, cell.row - master.row, cell.column - master.column)

    @property
    def computable(self) -> bool:
        return self.prepared.frozen is None and not self.kept


@dataclass(frozen=True)
class _Sheet:
    name: str
    part: str
    xml: SheetXml
    formulas: tuple[_Formula, ...]


def recalculate_bytes(
    content: bytes, file: str, functions: Mapping[str, CustomFunction], now: datetime, *, full: bool
) -> Outcome:
    """The workbook with its formulas computed as of `now`.

    Unless `full`, only what may be out of date is computed: functions of ours, volatile functions,
    formulas without a cached value, and whatever depends on them; the values that the spreadsheet program
    computed itself stay.  Raises `WorkbookError` or `UnsafeWorkbook`.
    """
    package = Package(content, file)
    sheets = _read_sheets(package)
    formulas = [formula for sheet in sheets for formula in sheet.formulas]
    if not any(_is_due(formula, full) for formula in formulas):
        return Outcome(content, len(formulas))
    computation = _Computation(package, sheets, functions, now)
    if not full:
        computation.keep_what_is_up_to_date()
    results = computation.results()
    changes = {sheet.part: results.changed_values(sheet) for sheet in sheets}
    changed_parts = {
        sheet.part: sheet.xml.written(changes[sheet.part]) for sheet in sheets if changes[sheet.part]
    }
    warnings = []
    if package.recalculates_on_load:
        warnings.append(Message.of("recalc.warning.recalculates_on_load"))
    if changed_parts and any(name.startswith(SIGNATURES) for name in package.archive.names()):
        warnings.append(Message.of("recalc.warning.signature"))
    return Outcome(
        package.replaced(changed_parts),
        formulas=len(formulas),
        computed=sum(formula.computable for formula in formulas),
        changed=sum(len(values) for values in changes.values()),
        frozen=tuple(_frozen_notes(sheets)),
        errors=tuple(results.error_notes(sheets)),
        warnings=tuple(warnings),
    )


def _is_due(formula: _Formula, full: bool) -> bool:
    if not formula.computable:
        return False
    prepared = formula.prepared
    return full or prepared.ours or prepared.volatile or formula.cell.stored is None


def _read_sheets(package: Package) -> list[_Sheet]:
    tables = {table.name.lower(): table for table in package.tables}
    ranges = frozenset(name.name.lower() for name in package.defined_names if ":" in name.formula)
    calling_ours = {
        (name.sheet, name.name.lower()): name.formula
        for name in package.defined_names
        if calls_ours(name.formula)
    }
    preparer = Preparer(Names(tables, ranges, calling_ours))
    sheets = []
    for entry in package.sheets:
        xml = SheetXml(package.read(entry.part), package.file, entry.part)
        formulas = tuple(_formulas(xml, entry.name, preparer))
        _freeze_overlapped(formulas)
        sheets.append(_Sheet(entry.name, entry.part, xml, formulas))
    return sheets


def _freeze_overlapped(formulas: Sequence[_Formula]) -> None:
    """Freeze the array formulas in whose area another formula stands: no program writes such a file."""
    taken = {formula.cell.position for formula in formulas}
    for formula in formulas:
        if formula.computable and formula.area.size > 1:
            rest = (cell for cell in formula.area.cells() if cell != formula.cell.position)
            if not taken.isdisjoint(rest):
                formula.prepared = frozen("recalc.frozen.unreadable")


def _formulas(xml: SheetXml, sheet: str, preparer: Preparer) -> Iterator[_Formula]:
    masters: dict[str, _Formula] = {}
    arrays: list[Area] = []
    for cell in xml.formula_cells:
        if cell.kind == "array" and cell.area:
            arrays.append(cell.area)
        elif cell.kind == "normal" and not cell.formula and any(cell.position in area for area in arrays):
            continue  # some programs mark the cells that an array fills with an empty formula
        evaluation = _evaluation(cell)
        master = masters.get(cell.shared) if cell.shared is not None and not cell.formula else None
        if master:
            prepared = master.prepared
        elif cell.kind == "dataTable":
            prepared = frozen("recalc.frozen.data_table")
        elif evaluation is not Evaluation.PLAIN and cell.area and not cell.area.starts_at(cell.position):
            prepared = frozen("recalc.frozen.unreadable")
        elif evaluation is not Evaluation.PLAIN and cell.area and cell.area.size > LARGEST_ARRAY:
            prepared = frozen("recalc.frozen.too_large")
        else:
            prepared = preparer.prepare(cell.formula, sheet, cell.row, cell.column, evaluation, cell.area)
        formula = _Formula(sheet, cell, prepared, evaluation, master=master)
        if cell.shared is not None and cell.formula and (cell.area or cell.shared not in masters):
            masters[cell.shared] = formula
        yield formula


def _evaluation(cell: FormulaCell) -> Evaluation:
    if cell.kind != "array":
        return Evaluation.PLAIN
    return Evaluation.DYNAMIC if cell.dynamic else Evaluation.FIXED_ARRAY


@dataclass(frozen=True)
class _Computation:
    """The engine's work on one workbook."""

    package: Package
    sheets: Sequence[_Sheet]
    functions: Mapping[str, CustomFunction]
    now: datetime

    def keep_what_is_up_to_date(self) -> None:
        """Keep every formula that depends on nothing that is due."""
        engine = self._engine()
        formulas = [formula for sheet in self.sheets for formula in sheet.formulas]
        links = _links(engine, [formula for formula in formulas if formula.computable])
        due = [formula.place for formula in formulas if _is_due(formula, full=False)]
        reached = downstream(links, due)
        for formula in formulas:
            formula.kept = formula.place not in reached

    def results(self) -> _Results:
        """Computes until every value can be trusted: what the engine cannot do is frozen, and all that
        depends on it is computed again from the frozen value."""
        while True:
            engine = self._engine()
            try:
                engine.compute()
            except EngineFault as fault:
                self._freeze_cycles(engine, fault)
                continue
            results = _Results(engine, self.sheets)
            if not results.freeze_untrusted(self.sheets):
                return results

    def _freeze_cycles(self, engine: Engine, fault: EngineFault) -> None:
        """Where the engine gave up on the whole book, cycles through arrays are the reason we know."""
        formulas = [formula for sheet in self.sheets for formula in sheet.formulas if formula.computable]
        in_cycles = circular(_links(engine, formulas))
        if not in_cycles:
            raise WorkbookError("workbook.engine", file=self.package.file, detail=str(fault))
        for formula in formulas:
            if formula.place in in_cycles:
                formula.prepared = Prepared("", formula.prepared.ours, frozen=CYCLE)

    def _engine(self) -> Engine:
        feed = feed_workbook(
            [(sheet.name, _feed(sheet)) for sheet in self.sheets],
            self.package.shared_strings,
            _feed_names(self.package, self.sheets),
            uses_1904_dates=self.package.uses_1904_dates,
        )
        try:
            return Engine(
                feed,
                self.functions,
                uses_1904_dates=self.package.uses_1904_dates,
                iterates=self.package.iterates,
                now=self.now,
            )
        except EngineFault as fault:
            raise WorkbookError("workbook.engine", file=self.package.file, detail=str(fault)) from None


def _links(engine: Engine, formulas: Sequence[_Formula]) -> list[Links[Place]]:
    return [
        Links(formula.place, (formula.sheet, formula.area), engine.reads(formula.place))
        for formula in formulas
    ]


def _feed(sheet: _Sheet) -> bytes:
    formulas = {
        formula.cell.position: formula.text if formula.computable else None for formula in sheet.formulas
    }
    alone = {formula.cell.position for formula in sheet.formulas if formula.cell.shared and formula.alone}
    arrays = [formula.area for formula in sheet.formulas if formula.computable and formula.area.size > 1]
    return feed_sheet(sheet.xml, formulas, arrays, alone)


def _feed_names(package: Package, sheets: Sequence[_Sheet]) -> list[FeedName]:
    """The names the engine can use: not Excel's own, not those that lead out of the workbook."""
    places = {sheet.name: place for place, sheet in enumerate(sheets)}
    return [
        FeedName(name.name, name.formula, places[name.sheet] if name.sheet else None)
        for name in package.defined_names
        if not name.name.startswith("_xl")
        and name.formula
        and "[" not in name.formula
        and "#REF!" not in name.formula
        and (name.sheet is None or name.sheet in places)
    ]


class _Results:
    """The values the engine computed, by sheet and position."""

    def __init__(self, engine: Engine, sheets: Sequence[_Sheet]) -> None:
        self._engine = engine
        self._values: dict[str, dict[tuple[int, int], Value]] = {}
        for sheet in sheets:
            positions = [
                position
                for formula in sheet.formulas
                if formula.computable
                for position in formula.area.cells()
            ]
            self._values[sheet.name] = engine.values(sheet.name, positions)

    def freeze_untrusted(self, sheets: Sequence[_Sheet]) -> bool:
        """Freeze the formulas whose value is not a spreadsheet's own; whether there were any."""
        found = False
        circular = self._circular(sheets)
        for sheet in sheets:
            for formula in sheet.formulas:
                reason = self._doubt(sheet.name, formula) if formula.computable else None
                if reason == CYCLE and formula.place not in circular:
                    continue  # it only depends on a cycle, and is computed once that is frozen
                if reason:
                    formula.prepared = Prepared("", formula.prepared.ours, frozen=reason)
                    found = True
        return found

    def changed_values(self, sheet: _Sheet) -> dict[tuple[int, int], Stored | None]:
        """The cells of a sheet whose stored value differs from the computed one, with the new one."""
        values = self._values[sheet.name]
        changed: dict[tuple[int, int], Stored | None] = {}
        arrays: list[Area] = []
        for formula in sheet.formulas:
            if not formula.computable:
                continue
            new = stored_value(values[formula.cell.position])
            if not same_value(formula.cell.stored, new):
                changed[formula.cell.position] = new
            if formula.area.size > 1:
                arrays.append(formula.area)
        for area in arrays:
            old_values = sheet.xml.stored_values(area)
            for position in list(area.cells())[1:]:
                new = stored_value(values[position])
                if not same_value(old_values.get(position), new):
                    changed[position] = new
        return changed

    def error_notes(self, sheets: Sequence[_Sheet]) -> Iterator[CellNote]:
        """The cells where a function of ours answered with an error, and its reason."""
        explained = 0
        for sheet in sheets:
            values = self._values[sheet.name]
            for formula in sheet.formulas:
                if not (formula.computable and formula.prepared.ours) or explained == EXPLAINED_ERRORS:
                    continue
                if not any(isinstance(values[place], CellError) for place in formula.area.cells()):
                    continue
                cell = formula.cell
                failure = self._engine.failure(sheet.name, cell.row, cell.column)
                if failure and failure.reason:
                    explained += 1
                    yield CellNote(sheet.name, cell.name, cell.formula, failure.reason, failure.code)

    def _circular(self, sheets: Sequence[_Sheet]) -> set[Place]:
        """The formula cells that are in a cycle, not those that merely depend on one."""
        affected = [
            formula
            for sheet in sheets
            for formula in sheet.formulas
            if formula.computable
            and any(self._values[sheet.name][cell] == CIRCULAR for cell in formula.area.cells())
        ]
        return circular(_links(self._engine, affected))

    def _doubt(self, sheet: str, formula: _Formula) -> Message | None:
        """Why the computed value of a formula cannot be trusted, None where it can."""
        cell = formula.cell
        values = self._values[sheet]
        for position in formula.area.cells():
            value = values[position]
            if isinstance(value, NotComputed):
                if value == CIRCULAR:
                    return CYCLE
                return Message.of("recalc.frozen.engine", detail=value.kind)
        value = values[cell.position]
        if value == CellError("#NAME?") and cell.stored != Stored("e", "#NAME?"):
            return Message.of("recalc.frozen.name")
        stored_error = cell.stored is not None and cell.stored.type == "e"
        # a plain formula shows one value and cannot spill itself
        if (
            formula.evaluation is Evaluation.PLAIN
            and value == CellError("#SPILL!")
            and not self._engine.reads_error((sheet, *cell.position))
        ):
            return Message.of("recalc.frozen.array")
        if formula.prepared.spill_reference and value == CellError("#REF!") and not stored_error:
            return Message.of("recalc.frozen.spill_reference")
        # the engine gives #VALUE! where it cannot compute a function value by value over an array
        if (
            formula.evaluation is not Evaluation.PLAIN
            and value == CellError("#VALUE!")
            and not formula.prepared.ours
            and not stored_error
            and not self._engine.reads_error((sheet, *cell.position))
        ):
            return Message.of("recalc.frozen.array")
        if formula.evaluation is Evaluation.DYNAMIC:
            spilled = self._engine.spill_area(sheet, cell.row, cell.column)
            one_cell = Area(cell.row, cell.column, cell.row, cell.column)
            if (spilled or one_cell) != formula.area or value == CellError("#SPILL!"):
                return Message.of("recalc.frozen.spill")
        return None


def _frozen_notes(sheets: Sequence[_Sheet]) -> Iterator[CellNote]:
    for sheet in sheets:
        for formula in sheet.formulas:
            reason = formula.prepared.frozen
            if reason:
                cell = formula.cell
                yield CellNote(sheet.name, cell_name(cell.row, cell.column), cell.formula, reason)
