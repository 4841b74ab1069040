"""What a careful colleague looks at in a planner: inputs, records, agreements, the design.

Every rule is a line of a table; its function gives the places where it fires.  Files as such (broken names,
overwritten formulas) are looked at elsewhere, for that takes more than names and tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kpixl.domain import checks
from kpixl.domain.checks import Severity as Gravity
from kpixl.domain.design_table import HEADINGS, REQUIRED_COLUMNS, Column, plain
from kpixl.domain.findings import Finding, Rule, Severity, in_order, rule
from kpixl.errors import NotEnoughData, WrongArgument
from kpixl.i18n import Language, Message, text
from kpixl.macros.check_agreements import AGREEMENTS
from kpixl.macros.check_inputs import INPUTS
from kpixl.macros.check_records import RECORDS
from kpixl.macros.check_rules import PlannerRule
from kpixl.macros.port import Table, WorkbookPort
from kpixl.macros.reading import Planner

MOST = 20
"""Findings of one rule that are told one by one."""

GRAVITY = {
    Gravity.SERIOUS: Severity.ERROR,
    Gravity.CAUTION: Severity.WARNING,
    Gravity.NOTE: Severity.NOTE,
}
EMPTY_TREE = rule("empty_tree", Severity.WARNING)
UNREADABLE_TREE = rule("unreadable_tree", Severity.ERROR)
MORE = {severity: Rule("more", severity, "finding.more", "finding.more.hint") for severity in Severity}
PLANNER_RULES: tuple[PlannerRule, ...] = (*INPUTS, *RECORDS, *AGREEMENTS)


def design_rule(broken: checks.Rule) -> Rule:
    """A rule of the design check, whose sentence the function KPI_CHECK shows too."""
    return Rule(f"design.{broken.id}", GRAVITY[broken.severity], f"check.{broken.id}", "finding.design.hint")


RULES: tuple[Rule, ...] = (
    *(each.rule for each in PLANNER_RULES),
    EMPTY_TREE,
    UNREADABLE_TREE,
    *(design_rule(each) for each in (checks.NO_KGI, *checks.RULES)),
)
"""Everything that is looked at in a planner."""


def check(workbook: WorkbookPort) -> list[Finding]:
    """Everything found in a planner, the gravest first."""
    planner = Planner(workbook)
    found: list[Finding] = []
    for each in PLANNER_RULES:
        found += shortened(Finding(each.rule, *where) for where in each.find(planner))
    found += shortened(_design_findings(planner))
    return in_order(found)


def sentence(finding: Finding, language: Language) -> str:
    """What is wrong, in words."""
    return Message.of(finding.rule.text_id, **finding.gaps).text(language).strip()


def hint(finding: Finding, language: Language) -> str:
    """What to do about it."""
    return text(finding.rule.hint_id, language)


def shortened(findings: Iterator[Finding]) -> Iterator[Finding]:
    """The first findings of a rule, and one that stands for all the rest."""
    yield from islice(findings, MOST)
    rest = list(findings)
    if rest:
        worst = min(finding.severity for finding in rest)
        yield Finding(MORE[worst], rest[0].sheet, (), {"count": len(rest)})


def _design_findings(planner: Planner) -> Iterator[Finding]:
    table = planner.table("Tree")
    if table is None:
        return
    data = table.data
    try:
        review = checks.check([table.headings, *data.rows])
    except NotEnoughData:
        yield Finding(EMPTY_TREE, data.sheet, ((data.top, data.left),))
        return
    except WrongArgument as fault:
        yield Finding(UNREADABLE_TREE, data.sheet, ((data.top - 1, data.left),), {"reason": fault.message})
        return
    for finding in review.findings:
        column = data.left + _place_of(finding.rule, table)
        cell = (data.top - 2 + finding.row, column)  # the design counts its heading as row 1
        yield Finding(design_rule(finding.rule), data.sheet, (cell,), finding.gaps)


def _place_of(broken: checks.Rule, table: Table) -> int:
    """The place of the first column that the rule looks at and the table has; else that of the name."""
    places = {plain(heading): place for place, heading in reversed(list(enumerate(table.headings)))}
    for column in (*broken.columns, Column.NAME, *REQUIRED_COLUMNS):
        for heading in HEADINGS[column]:
            if plain(heading) in places:
                return places[plain(heading)]
    return 0
