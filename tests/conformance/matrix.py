"""The matrix of `docs/hosts.md`: host by function by behaviour, from the cases and the declared gaps."""

from __future__ import annotations

from collections.abc import Iterator

from conformance.behaviours import BEHAVIOURS
from conformance.gaps import GAPS, Gap
from functions.case_files import Case, every_case

import kpixl

SHEET_HOSTS = ("headless", "LibreOffice", "Excel")
"""The hosts of which the suite asks the cases as cells ask; a call in Python gives what the cases say."""


def matrix() -> Iterator[str]:
    cases = every_case()
    by_function = {name: [case for case in cases if case.function == name] for name in kpixl.REGISTRY}
    yield f"{len(cases)} cases, {len(by_function)} functions."
    for host in SHEET_HOSTS:
        known = [gap for gap in GAPS if gap.host == host]
        yield f"\n### {host}\n"
        for number, gap in enumerate(known, 1):
            yield f"{number}. *{gap.why.value}*: {gap.reason}"
        yield ""
        yield _row(["Function", *BEHAVIOURS])
        yield _row(["---", *(":-:" for _ in BEHAVIOURS)])
        for name, its_cases in by_function.items():
            yield _row([f"`{name}`", *(_mark(its_cases, behaviour, known) for behaviour in BEHAVIOURS)])
    yield ""


def _mark(cases: list[Case], behaviour: str, known: list[Gap]) -> str:
    concerned = [case for case in cases if BEHAVIOURS[behaviour](case)]
    if not concerned:
        return ""
    numbers = [str(number) for number, gap in enumerate(known, 1) if any(map(gap.concerns, concerned))]
    return ", ".join(numbers) or "✓"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
