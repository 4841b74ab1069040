"""One workbook, from bytes to bytes: analyse, compute, patch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kpixl.errors import WorkbookError
from kpixl.i18n import Message
from kpixl.ooxml.chart_references import References
from kpixl.ooxml.charts import Changes, refreshed
from kpixl.ooxml.package import Package
from kpixl.recalc.book import Formula, Sheet, read_sheets
from kpixl.recalc.collecting import collecting_later
from kpixl.recalc.dirty import dirty
from kpixl.recalc.engine import CustomFunction, Engine, EngineFault
from kpixl.recalc.feed import EMPTY_SHEET, FeedName, feed_sheet, feed_workbook
from kpixl.recalc.formulas import Evaluation, without_tables
from kpixl.recalc.freeze import with_values_only
from kpixl.recalc.glance import everything, glance_at
from kpixl.recalc.links import circular
from kpixl.recalc.options import Options
from kpixl.recalc.report import CellNote, Outcome
from kpixl.recalc.results import CYCLE, Results
from kpixl.recalc.spills import Obstacles, settle
from kpixl.recalc.trial import Trial, needed


@collecting_later
def recalculate_bytes(
    content: bytes,
    file: str,
    functions: Mapping[str, CustomFunction],
    options: Options,
    trial: Trial | None = None,
) -> Outcome:
    """The workbook with its formulas computed.

    Unless in full, only what may be out of date is computed: functions of ours, volatile functions,
    formulas without a cached value, and whatever depends on them; the values that the spreadsheet program
    computed itself stay.  A `trial` finds the formulas that do not come to an end.  Raises `WorkbookError`
    or `UnsafeWorkbook`.
    """
    outcome = _recalculated(content, file, functions, options, trial)
    if not options.freeze:
        return outcome
    values_only = with_values_only(outcome.content, file, options.limits)
    return replace(
        outcome,
        content=values_only.content,
        turned_into_values=values_only.formulas,
        left=values_only.left,
        warnings=tuple(dict.fromkeys((*outcome.warnings, *values_only.warnings))),
    )


def _recalculated(
    content: bytes,
    file: str,
    functions: Mapping[str, CustomFunction],
    options: Options,
    trial: Trial | None,
) -> Outcome:
    package = Package(content, file, options.limits)
    glance = everything(package) if options.full or options.written else glance_at(package)
    if not glance.close:
        return Outcome(content, glance.others)
    package.refuse_doctypes()
    sheets = read_sheets(package, glance.close)
    formulas = [formula for sheet in sheets for formula in sheet.formulas]
    if trial:
        trial.freeze_hopeless(formulas)
    count = len(formulas) + glance.others
    due = [formula for formula in formulas if formula.is_due(options.full, options.written)]
    if not any(formula.computable for formula in due):
        return Outcome(content, count, frozen=tuple(_frozen_notes(due)))
    computation = _Computation(package, sheets, functions, options, trial)
    if not options.full:
        computation.keep_what_is_up_to_date(due)
    if trial:
        trial.try_each(computation.engine(), formulas)
    results = computation.results()
    changes = {sheet.name: results.changed_values(sheet) for sheet in sheets}
    areas = {sheet.name: results.changed_areas(sheet) for sheet in sheets}
    changed_parts = {
        sheet.part: sheet.xml.written(changes[sheet.name], areas[sheet.name])
        for sheet in sheets
        if changes[sheet.name] or areas[sheet.name]
    }
    if changed_parts:
        changed_parts |= _refreshed_charts(package, sheets, changes)
    warnings = []
    if package.recalculates_on_load:
        warnings.append(Message.of("recalc.warning.recalculates_on_load"))
    if changed_parts and package.is_signed:
        warnings.append(Message.of("recalc.warning.signature"))
    return Outcome(
        package.replaced(changed_parts),
        formulas=count,
        computed=sum(formula.computable for formula in formulas),
        changed=sum(len(values.keys() | areas[sheet].keys()) for sheet, values in changes.items()),
        frozen=tuple(_frozen_notes(formulas)),
        errors=tuple(results.error_notes(sheets)),
        warnings=tuple(warnings),
    )


def _refreshed_charts(package: Package, sheets: Sequence[Sheet], changes: Changes) -> dict[str, bytes]:
    """The chart parts that show changed cells, with their caches renewed."""
    by_name = {sheet.name: sheet for sheet in sheets}
    references = References(
        {(name.sheet, name.name.lower()): name.formula for name in package.defined_names},
        lambda cell: cell[0] in by_name and by_name[cell[0]].xml.is_hidden(cell[1:]),
    )
    charts = {part: package.read(part) for part in package.chart_parts}
    renewed = {part: refreshed(content, changes, references) for part, content in charts.items()}
    return {part: content for part, content in renewed.items() if content != charts[part]}


@dataclass(frozen=True)
class _Computation:
    """The engine's work on one workbook."""

    package: Package
    sheets: Sequence[Sheet]
    functions: Mapping[str, CustomFunction]
    options: Options
    trial: Trial | None = None

    @cached_property
    def obstacles(self) -> Obstacles:
        return Obstacles(self.package.tables)

    def keep_what_is_up_to_date(self, due: Sequence[Formula]) -> None:
        """Keep every formula that depends on nothing that is due."""
        formulas = [formula for sheet in self.sheets for formula in sheet.formulas]
        computed = dirty(formulas, due)
        for formula in formulas:
            formula.kept = formula not in computed

    def results(self) -> Results:
        """Computes until every value can be trusted: what the engine cannot do is frozen, and all that
        depends on it is computed again from the frozen value."""
        while True:
            engine = self.engine()
            try:
                engine.compute()
            except EngineFault as fault:
                self._freeze_cycles(fault)
                continue
            results = Results(engine, self.sheets)
            if results.freeze_untrusted(self.sheets):
                continue
            if not settle(self.sheets, self.obstacles, engine):
                return results

    def _freeze_cycles(self, fault: EngineFault) -> None:
        """Where the engine gave up on the whole book, cycles through arrays are the reason we know."""
        formulas = [formula for sheet in self.sheets for formula in sheet.formulas if formula.computable]
        in_cycles = circular(formula.links for formula in formulas)
        if not in_cycles:
            raise WorkbookError("workbook.engine", file=self.package.file, detail=str(fault))
        for formula in formulas:
            if formula.place in in_cycles:
                formula.frozen = CYCLE

    def _sheets_read(self) -> set[str]:
        """The sheets that the engine needs: those with something to compute, and those read for it."""
        names = set()
        for sheet in self.sheets:
            for shape in {formula.shape for formula in sheet.formulas if formula.computable}:
                names.add(sheet.name)
                if shape.roams or shape.references is None:
                    return {sheet.name for sheet in self.sheets}
                names.update(reference.sheet or sheet.name for reference in shape.references)
        return names

    def engine(self) -> Engine:
        read = self._sheets_read()
        names = _feed_names(self.package, self.sheets)
        if self.trial:
            names = needed(names, [formula for sheet in self.sheets for formula in sheet.formulas])
        feed = feed_workbook(
            [(sheet.name, _feed(sheet) if sheet.name in read else EMPTY_SHEET) for sheet in self.sheets],
            self.package.shared_strings,
            names,
            uses_1904_dates=self.package.uses_1904_dates,
        )
        try:
            return Engine(
                feed,
                self.functions,
                uses_1904_dates=self.package.uses_1904_dates,
                iterates=self.package.iterates,
                now=self.options.now,
            )
        except EngineFault as fault:
            raise WorkbookError("workbook.engine", file=self.package.file, detail=str(fault)) from None


def _feed(sheet: Sheet) -> bytes:
    formulas = {
        formula.cell.position: formula.text if formula.computable else None for formula in sheet.formulas
    }
    alone = {formula.cell.position for formula in sheet.formulas if formula.cell.shared and formula.alone}
    arrays = [
        formula.stored_area
        for formula in sheet.formulas
        if formula.evaluation is not Evaluation.PLAIN and formula.computable and formula.stored_area.size > 1
    ]
    return feed_sheet(sheet.xml, formulas, arrays, alone)


def _feed_names(package: Package, sheets: Sequence[Sheet]) -> Sequence[FeedName]:
    """The names the engine can use: not Excel's own, not those that lead out of the workbook."""
    places = {sheet.name: place for place, sheet in enumerate(sheets)}
    tables = {table.name.lower(): table for table in package.tables}
    found = []
    for name in package.defined_names:
        if name.name.startswith("_xl") or not (name.sheet is None or name.sheet in places):
            continue
        formula = without_tables(name.formula, tables)
        if formula:
            found.append(FeedName(name.name, formula, places[name.sheet] if name.sheet else None))
    return found


def _frozen_notes(formulas: Sequence[Formula]) -> Iterator[CellNote]:
    for formula in formulas:
        if formula.frozen and not formula.kept:
            yield CellNote(formula.sheet, formula.cell.name, formula.cell.formula, formula.frozen)
