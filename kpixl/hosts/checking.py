"""Checking a workbook without a spreadsheet program: its file, and what a planner holds."""

from __future__ import annotations

from dataclasses import dataclass

from kpixl.domain.findings import Finding, in_order
from kpixl.hosts.headless import recalculated
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.macros import check as planner_check
from kpixl.macros.contract import INPUT_STYLES, OUTPUT_NAMES, OUTPUT_STYLES
from kpixl.macros.reading import is_planner
from kpixl.ooxml.package import Package
from kpixl.recalc.health import examine
from kpixl.recalc.health.looked_at import Health
from kpixl.recalc.health.lost_references import BROKEN_NAME
from kpixl.recalc.options import DEFAULT_OPTIONS, Options


@dataclass(frozen=True)
class Checked:
    """What was found, the gravest first; what is no planner has only its file checked."""

    findings: tuple[Finding, ...]
    is_planner: bool

    @property
    def has_errors(self) -> bool:
        return any(finding.severity == finding.severity.ERROR for finding in self.findings)


def check_content(content: bytes, file: str, options: Options = DEFAULT_OPTIONS) -> Checked:
    """Check a workbook, given as bytes; it is recalculated in memory first, so that values are up to date.

    Raises `WorkbookError` or `UnsafeWorkbook`.
    """
    outcome = recalculated(content, file, options)
    package = Package(outcome.content, file, options.limits)
    workbook = HeadlessWorkbook(outcome.content, file, options)
    planner = is_planner(workbook)
    findings: list[Finding] = []
    health = Health(package, outcome, OUTPUT_NAMES if planner else (), OUTPUT_STYLES, INPUT_STYLES)
    told_by_planner = planner_check.check(workbook) if planner else []
    health.told.update(
        (finding.sheet, cell)
        for finding in told_by_planner
        if finding.rule.id == "error_value"
        for cell in finding.cells
    )
    for _, found in examine(health):
        findings += planner_check.shortened(iter(found))
    broken = {finding.gaps["name"] for finding in findings if finding.rule is BROKEN_NAME}
    findings += [
        finding
        for finding in told_by_planner
        if not (finding.rule.id == "missing_name" and finding.gaps["name"] in broken)
    ]
    return Checked(tuple(in_order(findings)), planner)
