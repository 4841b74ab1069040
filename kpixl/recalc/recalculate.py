"""One workbook, from bytes to bytes: analyse, compute, patch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kpixl.errors import WorkbookError
from kpixl.i18n import Message
from kpixl.ooxml.charts import Changes, refreshed
from kpixl.ooxml.package import Package
from kpixl.recalc.book import Formula, Sheet, read_sheets
from kpixl.recalc.dirty import circular, downstream
from kpixl.recalc.engine import CustomFunction, Engine, EngineFault
from kpixl.recalc.feed import FeedName, feed_sheet, feed_workbook
from kpixl.recalc.options import Options
from kpixl.recalc.report import CellNote
from kpixl.recalc.results import CYCLE, Results, links_between
from kpixl.recalc.trial import Trial, needed

SIGNATURES = "_xmlsignatures/"


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
    package = Package(content, file, options.limits)
    sheets = read_sheets(package)
    formulas = [formula for sheet in sheets for formula in sheet.formulas]
    if trial:
        trial.freeze_hopeless(formulas)
    if not any(formula.is_due(options.full) for formula in formulas):
        return Outcome(content, len(formulas), frozen=tuple(_frozen_notes(formulas)))
    computation = _Computation(package, sheets, functions, options, trial)
    if not options.full:
        computation.keep_what_is_up_to_date()
    if trial:
        trial.try_each(computation.engine(), formulas)
    results = computation.results()
    changes = {sheet.name: results.changed_values(sheet) for sheet in sheets}
    changed_parts = {
        sheet.part: sheet.xml.written(changes[sheet.name]) for sheet in sheets if changes[sheet.name]
    }
    if changed_parts:
        changed_parts |= _refreshed_charts(package, changes)
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
        frozen=tuple(_frozen_notes(formulas)),
        errors=tuple(results.error_notes(sheets)),
        warnings=tuple(warnings),
    )


def _refreshed_charts(package: Package, changes: Changes) -> dict[str, bytes]:
    """The chart parts that show changed cells, with their caches renewed."""
    charts = {part: package.read(part) for part in package.chart_parts}
    renewed = {part: refreshed(content, changes) for part, content in charts.items()}
    return {part: content for part, content in renewed.items() if content != charts[part]}


@dataclass(frozen=True)
class _Computation:
    """The engine's work on one workbook."""

    package: Package
    sheets: Sequence[Sheet]
    functions: Mapping[str, CustomFunction]
    options: Options
    trial: Trial | None = None

    def keep_what_is_up_to_date(self) -> None:
        """Keep every formula that depends on nothing that is due."""
        engine = self.engine()
        formulas = [formula for sheet in self.sheets for formula in sheet.formulas]
        links = links_between(engine, [formula for formula in formulas if formula.computable])
        due = [formula.place for formula in formulas if formula.is_due(full=False)]
        reached = downstream(links, due)
        for formula in formulas:
            formula.kept = formula.place not in reached

    def results(self) -> Results:
        """Computes until every value can be trusted: what the engine cannot do is frozen, and all that
        depends on it is computed again from the frozen value."""
        while True:
            engine = self.engine()
            try:
                engine.compute()
            except EngineFault as fault:
                self._freeze_cycles(engine, fault)
                continue
            results = Results(engine, self.sheets)
            if not results.freeze_untrusted(self.sheets):
                return results

    def _freeze_cycles(self, engine: Engine, fault: EngineFault) -> None:
        """Where the engine gave up on the whole book, cycles through arrays are the reason we know."""
        formulas = [formula for sheet in self.sheets for formula in sheet.formulas if formula.computable]
        in_cycles = circular(links_between(engine, formulas))
        if not in_cycles:
            raise WorkbookError("workbook.engine", file=self.package.file, detail=str(fault))
        for formula in formulas:
            if formula.place in in_cycles:
                formula.freeze(CYCLE)

    def engine(self) -> Engine:
        names = _feed_names(self.package, self.sheets)
        if self.trial:
            names = needed(names, [formula for sheet in self.sheets for formula in sheet.formulas])
        feed = feed_workbook(
            [(sheet.name, _feed(sheet)) for sheet in self.sheets],
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
    arrays = [formula.area for formula in sheet.formulas if formula.computable and formula.area.size > 1]
    return feed_sheet(sheet.xml, formulas, arrays, alone)


def _feed_names(package: Package, sheets: Sequence[Sheet]) -> Sequence[FeedName]:
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


def _frozen_notes(formulas: Sequence[Formula]) -> Iterator[CellNote]:
    for formula in formulas:
        reason = formula.prepared.frozen
        if reason:
            yield CellNote(formula.sheet, formula.cell.name, formula.cell.formula, reason)
