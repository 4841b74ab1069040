"""A workbook for readers without kpixl: formulas that call our functions become the values they show.

Names, conditional formats and validations that call ours stay as they are and are told of: a name shows
#NAME? only where it is used, and the cells that used it are values now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kpixl.i18n import Message
from kpixl.ooxml.address import Area
from kpixl.ooxml.calculation_chain import without_links
from kpixl.ooxml.limits import Limits
from kpixl.ooxml.package import Package, SheetEntry
from kpixl.ooxml.removal import without_part
from kpixl.ooxml.rules import CONDITIONAL_FORMAT, rule_formulas
from kpixl.ooxml.sheet import FormulaCell, SheetXml
from kpixl.ooxml.tables import without_column_formulas
from kpixl.ooxml.xml import parse, unescaped
from kpixl.recalc.callers import Callers
from kpixl.recalc.report import CellNote

SHOWN = 5
CHAIN = "calcChain"


@dataclass(frozen=True)
class ValuesOnly:
    """The workbook's new bytes, and what was done to it."""

    content: bytes
    formulas: int  # that became values
    left: tuple[CellNote, ...]  # formulas that had no value to become
    warnings: tuple[Message, ...]


@dataclass(frozen=True)
class _Plan:
    """What happens to one sheet."""

    entry: SheetEntry
    xml: SheetXml
    turned: Mapping[tuple[int, int], FormulaCell]  # become values
    left: Mapping[tuple[int, int], FormulaCell]  # call ours and cannot

    @cached_property
    def arrays(self) -> list[Area]:
        """The arrays that become values; some programs mark their cells with empty formulas."""
        return [cell.area for cell in self.turned.values() if cell.kind == "array" and cell.area]

    def loses_its_formula(self, position: tuple[int, int]) -> bool:
        return position in self.turned or any(area.holds(position) for area in self.arrays)


def with_values_only(content: bytes, file: str, limits: Limits) -> ValuesOnly:
    """The workbook without a cell formula that calls ours, its stored values in their place.

    Raises `WorkbookError` or `UnsafeWorkbook`.
    """
    package = Package(content, file, limits)
    callers = Callers(package.defined_names)
    plans = [_plan(package, entry, callers) for entry in package.sheets]
    changes = {
        plan.entry.part: plan.xml.without_formulas(
            {cell.position for cell in plan.xml.formula_cells if plan.loses_its_formula(cell.position)}
        )
        for plan in plans
        if plan.turned
    }
    changes |= _changed_tables(package, callers)
    return ValuesOnly(
        package.replaced({**changes, **_changed_chain(package, plans)}),
        sum(len(plan.turned) for plan in plans),
        tuple(_notes(plans)),
        (
            *_warnings(package, plans, callers),
            *([Message.of("recalc.warning.signature")] if changes and package.is_signed else []),
        ),
    )


def _plan(package: Package, entry: SheetEntry, callers: Callers) -> _Plan:
    xml = SheetXml(package.read(entry.part), package.file, entry.part)
    masters: dict[str | None, FormulaCell] = {}
    for cell in xml.formula_cells:
        if cell.shared is not None and cell.formula and (cell.area or cell.shared not in masters):
            masters[cell.shared] = cell
    ours = {
        cell.position: cell
        for cell in xml.formula_cells
        if callers.calls_ours(cell.formula or _text_of(masters.get(cell.shared)), entry.name)
    }
    turned = {position: cell for position, cell in ours.items() if cell.stored}
    for cell in xml.formula_cells:
        master = masters.get(cell.shared)
        if master and cell is not master and cell.position not in turned:
            turned.pop(master.position, None)  # the follower that stays has its formula from there
    left = {position: cell for position, cell in ours.items() if position not in turned}
    return _Plan(entry, xml, turned, left)


def _text_of(master: FormulaCell | None) -> str:
    return master.formula if master else ""


def _changed_chain(package: Package, plans: Sequence[_Plan]) -> dict[str, bytes | None]:
    """The calculation chain without the cells that are values now; it goes when it would be empty."""
    part = package.calculation_chain_part
    by_id = {plan.entry.sheet_id: plan for plan in plans if plan.turned}
    if part is None or not by_id:
        return {}
    chain = package.read(part)
    shorter = without_links(
        chain, lambda sheet, position: sheet in by_id and by_id[sheet].loses_its_formula(position)
    )
    if shorter is None:
        return without_part(package, part, CHAIN)
    return {part: shorter} if shorter != chain else {}


def _changed_tables(package: Package, callers: Callers) -> dict[str, bytes]:
    """The table parts that would fill new rows, or the row of totals, with formulas of ours."""
    changed = {}
    for part, sheet in package.table_parts:
        table = package.read(part)
        without = without_column_formulas(table, lambda formula: callers.calls_ours(formula, sheet))  # noqa: B023
        if without != table:
            changed[part] = without
    return changed


def _notes(plans: Sequence[_Plan]) -> Iterator[CellNote]:
    for plan in plans:
        for cell in plan.left.values():
            reason = "recalc.left.shared" if cell.stored else "recalc.left.no_value"
            yield CellNote(plan.entry.name, cell.name, cell.formula, Message.of(reason))


def _warnings(package: Package, plans: Sequence[_Plan], callers: Callers) -> Iterator[Message]:
    names = sorted({name.name for name in package.defined_names if callers.is_name_of_ours(name)})
    if names:
        yield Message.of("recalc.warning.names", names=_listed(names))
    for plan in plans:
        behind = plan.xml.content[plan.xml.data_end :].decode()
        if not callers.may_call(unescaped(behind)):
            continue
        cells: dict[str, list[str]] = {}
        for rule in rule_formulas(parse(package.read(plan.entry.part), package.file, plan.entry.part)):
            if callers.calls_ours(rule.formula, plan.entry.name) and rule.cells not in cells.get(
                rule.kind, ()
            ):
                cells.setdefault(rule.kind, []).append(rule.cells)
        for kind, areas in cells.items():
            text_id = f"recalc.warning.{'formats' if kind == CONDITIONAL_FORMAT else 'validations'}"
            yield Message.of(text_id, sheet=plan.entry.name, cells=_listed(areas))


def _listed(items: Sequence[str]) -> str:
    shown = ", ".join(items[:SHOWN])
    return shown if len(items) <= SHOWN else f"{shown}, …"
