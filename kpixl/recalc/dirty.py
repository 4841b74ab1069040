"""Which formulas may be out of date: those that are due by themselves, and what depends on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from kpixl.ooxml.address import Area
from kpixl.recalc.book import Formula
from kpixl.recalc.formulas import Evaluation
from kpixl.recalc.links import Links, SheetArea, downstream


def dirty(formulas: Sequence[Formula], due: Sequence[Formula]) -> set[Formula]:
    """The formulas whose stored value may be wrong once some are due, frozen ones included.

    Whole columns are looked at first, by shape: it costs little, and leaves few formulas whose cells must be
    followed one by one.
    """
    columns: dict[Hashable, list[Formula]] = defaultdict(list)
    for formula in formulas:
        columns[_column(formula)].append(formula)
    links = [_column_links(key, column[0]) for key, column in columns.items()]
    near = [
        formula
        for key in downstream(links, {_column(formula) for formula in due})
        for formula in columns[key]
    ]
    by_place = {formula.place: formula for formula in near}
    reached = downstream([formula.links for formula in near], [formula.place for formula in due])
    found = {by_place[place] for place in reached}
    return found | _anchors(found, formulas)


def _column(formula: Formula) -> Hashable:
    """What formulas have in common that fill the same columns and read the same columns."""
    cell = formula.cell
    last = cell.column if formula.evaluation is Evaluation.PLAIN else formula.touched.right
    across = cell.column - formula.master.cell.column if formula.master else 0
    return formula.sheet, cell.column, last, id(formula.prepared.shape), across


def _column_links(key: Hashable, formula: Formula) -> Links[Hashable]:
    """What a column of formulas fills and reads, all rows as one."""
    area, references, across = formula.touched, formula.shape.references, formula.moved_by[1]
    reads: tuple[SheetArea, ...] | None = None
    if references is not None:
        reads = tuple((one.sheet or formula.sheet, _flat(*one.columns(across))) for one in references)
    return Links(key, (formula.sheet, _flat(area.left, area.right)), reads)


def _flat(left: int, right: int) -> Area:
    return Area(1, left, 1, right)


def _anchors(found: Iterable[Formula], formulas: Sequence[Formula]) -> set[Formula]:
    """The spilling formulas whose spill one of the found formulas refers to: as values they have none."""
    waiting = [formula for formula in found if formula.shape.spill_reference]
    if not waiting:
        return set()
    spilling = [formula for formula in formulas if formula.computable and formula.cell.dynamic]
    anchors: set[Formula] = set()
    while waiting:
        reads = waiting.pop().reads or ()
        for formula in spilling:
            if formula not in anchors and any(
                sheet == formula.sheet and area.meets(formula.area) for sheet, area in reads
            ):
                anchors.add(formula)
                if formula.shape.spill_reference:
                    waiting.append(formula)
    return anchors
