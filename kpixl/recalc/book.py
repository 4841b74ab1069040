"""A workbook's formulas, prepared and with what the file says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kpixl.i18n import Message
from kpixl.ooxml.address import Area
from kpixl.ooxml.package import Package
from kpixl.ooxml.sheet import FormulaCell, SheetXml
from kpixl.recalc.engine import Place
from kpixl.recalc.formulas import BLOCKED, Evaluation, Names, Prepared, Preparer, calls_ours, frozen, moved

LARGEST_ARRAY = 1_000_000


@dataclass
class Formula:
    """A formula cell on its way through the recalculation."""

    sheet: str
    cell: FormulaCell
    prepared: Prepared
    evaluation: Evaluation
    kept: bool = False  # its stored value is up to date
    master: Formula | None = None  # the cell whose shared formula this one follows
    extent: Area | None = None  # the cells it has spilled over in this computation
    blocked: Message | None = None  # what is in the way of its spill
    barred: bool = False  # the engine does not know what is in the way, and must be told

    @property
    def place(self) -> Place:
        return self.sheet, self.cell.row, self.cell.column

    @property
    def area(self) -> Area:
        """The cells that show its result."""
        return self.extent or self.stored_area

    @property
    def stored_area(self) -> Area:
        """The cells that show its result as the file has it."""
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
        if self.barred:
            return f"{BLOCKED}()"
        if self.master is None or not self.alone:
            return self.prepared.formula
        cell, master = self.cell, self.master.cell
        return moved(self.prepared.formula, cell.row - master.row, cell.column - master.column)

    @property
    def computable(self) -> bool:
        return self.prepared.frozen is None and not self.kept

    def freeze(self, reason: Message) -> None:
        """Leave its stored value as it is."""
        self.extent = self.blocked = None
        self.prepared = Prepared("", self.prepared.ours, frozen=reason)

    def is_due(self, full: bool) -> bool:
        """Whether its stored value may be out of date by itself."""
        if not self.computable:
            return False
        return full or self.prepared.ours or self.prepared.volatile or self.cell.stored is None


@dataclass(frozen=True)
class Sheet:
    """A worksheet with its formulas in the order of the file."""

    name: str
    part: str
    xml: SheetXml
    formulas: tuple[Formula, ...]


def read_sheets(package: Package) -> list[Sheet]:
    """Every worksheet with its formulas."""
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
        sheets.append(Sheet(entry.name, entry.part, xml, formulas))
    return sheets


def _freeze_overlapped(formulas: Sequence[Formula]) -> None:
    """Freeze the array formulas in whose area another formula stands: no program writes such a file."""
    taken = {formula.cell.position for formula in formulas}
    for formula in formulas:
        if formula.computable and formula.area.size > 1:
            rest = (cell for cell in formula.area.cells() if cell != formula.cell.position)
            if not taken.isdisjoint(rest):
                formula.prepared = frozen("recalc.frozen.unreadable")


def _formulas(xml: SheetXml, sheet: str, preparer: Preparer) -> Iterator[Formula]:
    masters: dict[str, Formula] = {}
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
        formula = Formula(sheet, cell, prepared, evaluation, master=master)
        if cell.shared is not None and cell.formula and (cell.area or cell.shared not in masters):
            masters[cell.shared] = formula
        yield formula


def _evaluation(cell: FormulaCell) -> Evaluation:
    if cell.kind != "array":
        return Evaluation.PLAIN
    return Evaluation.DYNAMIC if cell.dynamic else Evaluation.FIXED_ARRAY
