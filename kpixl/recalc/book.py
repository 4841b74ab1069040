"""A workbook's formulas, prepared and with what the file says of them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from kpixl.i18n import Message
from kpixl.ooxml.address import Area
from kpixl.ooxml.formula_references import moved
from kpixl.ooxml.package import Package
from kpixl.ooxml.sheet import FormulaCell, SheetXml
from kpixl.recalc.complexity import ArrayRoom
from kpixl.recalc.engine import Place
from kpixl.recalc.formulas import (
    BLOCKED,
    Evaluation,
    FormulaShape,
    Prepared,
    frozen,
    preparer,
)
from kpixl.recalc.links import Links, SheetArea
from kpixl.recalc.names import Names

Prepare = Callable[[str, str, int, int, Evaluation, Area | None], Prepared]


@dataclass(slots=True, eq=False)
class Formula:
    """A formula cell on its way through the recalculation."""

    sheet: str
    cell: FormulaCell
    prepared: Prepared
    evaluation: Evaluation
    master: Formula | None = None  # the cell whose shared formula this one follows
    frozen: Message | None = None  # why it is not computed
    kept: bool = False  # its stored value is up to date
    extent: Area | None = None  # the cells it has spilled over in this computation
    blocked: Message | None = None  # what is in the way of its spill
    barred: bool = False  # the engine does not know what is in the way, and must be told

    @property
    def shape(self) -> FormulaShape:
        return self.prepared.shape

    @property
    def place(self) -> Place:
        return self.sheet, self.cell.row, self.cell.column

    @property
    def area(self) -> Area:
        """The cells that show its result."""
        return self.stored_area if self.extent is None or self.frozen else self.extent

    @property
    def stored_area(self) -> Area:
        """The cells that show its result as the file has it."""
        cell = self.cell
        if self.evaluation is Evaluation.PLAIN or cell.area is None:
            return Area(cell.row, cell.column, cell.row, cell.column)
        return cell.area

    @property
    def is_resized(self) -> bool:
        """Whether its spill has another size than the file says."""
        return self.extent is not None and self.area != self.stored_area

    @property
    def touched(self) -> Area:
        """The cells that show its result, and those that did as the file has it."""
        return self.area if self.extent is None else self.area.joined(self.stored_area)

    @property
    def moved_by(self) -> tuple[int, int]:
        """Rows and columns between the shared formula that this one follows and itself."""
        if self.master is None:
            return 0, 0
        return self.cell.row - self.master.cell.row, self.cell.column - self.master.cell.column

    @property
    def reads(self) -> tuple[SheetArea, ...] | None:
        """The areas it refers to, names included; None where that cannot be told."""
        references = self.shape.references
        if references is None:
            return None
        rows, own_row, (down, across) = self.prepared.rows, self.cell.row, self.moved_by
        sheet = self.sheet
        return tuple([(one.sheet or sheet, one.area(rows, own_row, down, across)) for one in references])

    @property
    def links(self) -> Links[Place]:
        return Links(self.place, (self.sheet, self.touched), self.reads)

    @property
    def alone(self) -> bool:
        """Whether the engine cannot be given its formula as a shared one."""
        if self.master is None:
            return self.cell.area is None
        return self.master.cell.area is None or not self.master.computable

    @property
    def text(self) -> str:
        """The formula for the engine."""
        if self.barred:
            return f"{BLOCKED}()"
        if self.master is None or not self.alone:
            return self.prepared.text(self.cell.row)
        return moved(self.prepared.text(self.master.cell.row), *self.moved_by)

    @property
    def computable(self) -> bool:
        return self.frozen is None and not self.kept

    def is_due(self, full: bool, written: Sequence[SheetArea] = ()) -> bool:
        """Whether its stored value may be out of date by itself, or as it reads cells that were written."""
        shape = self.prepared.shape
        return full or shape.ours or shape.volatile or self.cell.stored is None or self._reads(written)

    def _reads(self, written: Sequence[SheetArea]) -> bool:
        if not written:
            return False
        reads = self.reads
        return reads is None or any(
            sheet == at and area.meets(other) for sheet, area in reads for at, other in written
        )


@dataclass(frozen=True)
class Sheet:
    """A worksheet with its formulas in the order of the file, or without them where only values matter."""

    name: str
    part: str
    opened: Callable[[], SheetXml]
    formulas: tuple[Formula, ...]

    @property
    def xml(self) -> SheetXml:
        return self.opened()


def read_sheets(package: Package, close: Container[str]) -> list[Sheet]:
    """Every worksheet, with its formulas if it is to be read closely."""
    names = Names(tuple(sheet.name for sheet in package.sheets), package.tables, package.defined_names)
    prepare = preparer(names).prepare
    room = ArrayRoom(package.archive.limits.array_cells)
    sheets = []
    for entry in package.sheets:
        # checking the XML takes time, so a sheet of which nothing is read is never opened
        opened = cache(partial(SheetXml, package.read_sheet(entry.part), package.file, entry.part))
        formulas = tuple(_formulas(opened(), entry.name, prepare, room)) if entry.name in close else ()
        _freeze_overlapped(formulas)
        sheets.append(Sheet(entry.name, entry.part, opened, formulas))
    return sheets


def _freeze_overlapped(formulas: Sequence[Formula]) -> None:
    """Freeze the array formulas in whose area another formula stands: no program writes such a file."""
    arrays = [formula for formula in formulas if formula.evaluation is not Evaluation.PLAIN]
    taken = {formula.cell.position for formula in formulas} if arrays else set()
    for formula in arrays:
        if formula.computable and formula.area.size > 1:
            rest = (cell for cell in formula.area.cells() if cell != formula.cell.position)
            if not taken.isdisjoint(rest):
                formula.frozen = Message.of("recalc.frozen.unreadable")


def _formulas(xml: SheetXml, sheet: str, prepare: Prepare, room: ArrayRoom) -> Iterator[Formula]:
    masters: dict[str, Formula] = {}
    arrays: list[Area] = []
    for cell in xml.formula_cells:
        if cell.kind == "normal" and cell.formula:
            prepared = prepare(cell.formula, sheet, cell.row, cell.column, Evaluation.PLAIN, None)
            yield Formula(sheet, cell, prepared, Evaluation.PLAIN, None, prepared.shape.frozen)
            continue
        if cell.kind == "array" and cell.area:
            arrays.append(cell.area)
        elif cell.kind == "normal" and any(area.holds(cell.position) for area in arrays):
            continue  # some programs mark the cells that an array fills with an empty formula
        evaluation = _evaluation(cell)
        master = masters.get(cell.shared) if cell.shared is not None and not cell.formula else None
        if master:
            prepared = master.prepared
        elif cell.kind == "dataTable":
            prepared = frozen("recalc.frozen.data_table")
        elif evaluation is not Evaluation.PLAIN and cell.area and not cell.area.starts_at(cell.position):
            prepared = frozen("recalc.frozen.unreadable")
        elif evaluation is not Evaluation.PLAIN and cell.area and not room.takes(cell.area):
            prepared = frozen("recalc.frozen.too_large")
        else:
            prepared = prepare(cell.formula, sheet, cell.row, cell.column, evaluation, cell.area)
        formula = Formula(sheet, cell, prepared, evaluation, master, prepared.shape.frozen)
        if cell.shared is not None and cell.formula and (cell.area or cell.shared not in masters):
            masters[cell.shared] = formula
        yield formula


def _evaluation(cell: FormulaCell) -> Evaluation:
    if cell.kind != "array":
        return Evaluation.PLAIN
    return Evaluation.DYNAMIC if cell.dynamic else Evaluation.FIXED_ARRAY
