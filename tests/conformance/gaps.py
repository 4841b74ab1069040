"""Where a host does not give what a case says, and why; the suite finds what is missing or stale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from conformance.behaviours import argument_cells, range_cells, truth_values
from functions.case_files import Case

import kpixl
from kpixl.functions.spec import Choice
from kpixl.functions.values import CellError


class Why(Enum):
    NOT_IMPLEMENTED = "notimpl"  # we could, and have not yet
    NOT_YET = "notyet"  # the program that is the host would have to
    NEVER = "never"  # it lies in the host's nature


@dataclass(frozen=True)
class Gap:
    host: str
    why: Why
    reason: str  # as it stands in docs/hosts.md
    concerns: Callable[[Case], bool]


def empty_cell_alone(case: Case) -> bool:
    parameters = kpixl.REGISTRY[case.function].parameters
    return any(
        argument is None and not isinstance(parameter.kind, Choice)
        for parameter, argument in zip(parameters, case.arguments)
    )


def error_in_range(case: Case) -> bool:
    return any(isinstance(cell, CellError) for cell in range_cells(case))


def surplus_argument(case: Case) -> bool:
    return len(case.arguments) > len(kpixl.REGISTRY[case.function].parameters)


def truth_value(case: Case) -> bool:
    # words are wanted there, and 1 is refused as TRUE is
    return truth_values(case) and case.function not in {"KPI_GROWTH_FACTOR", "KPI_METRIC"}


def name_error(case: Case) -> bool:
    return CellError("#NAME?") in argument_cells(case)


def newer_error(case: Case) -> bool:
    return bool({CellError("#CALC!"), CellError("#SPILL!")}.intersection(argument_cells(case)))


GAPS = (
    Gap(
        "headless",
        Why.NOT_YET,
        "The engine does not read #NAME? from a cell, so the formula keeps its stored value.",
        name_error,
    ),
    Gap(
        "headless",
        Why.NOT_YET,
        "The engine knows no #CALC! and no #SPILL!; they become #VALUE!.",
        newer_error,
    ),
    Gap(
        "LibreOffice",
        Why.NOT_YET,
        "Calc hands an empty cell over as 0 when it is an argument by itself (within a range it is empty); "
        'write IF(B2="","",B2) where that matters.',
        empty_cell_alone,
    ),
    Gap(
        "LibreOffice",
        Why.NOT_YET,
        "Calc does not call a function of an extension for a range with an error in it: Err:504.",
        error_in_range,
    ),
    Gap(
        "LibreOffice",
        Why.NEVER,
        "Calc itself refuses a call with too many arguments: Err:504.",
        surplus_argument,
    ),
    Gap(
        "LibreOffice",
        Why.NEVER,
        "In Calc, TRUE and FALSE are the numbers 1 and 0, as arguments and as results.",
        truth_value,
    ),
)


def gaps(host: str, case: Case) -> list[Gap]:
    return [gap for gap in GAPS if gap.host == host and gap.concerns(case)]
