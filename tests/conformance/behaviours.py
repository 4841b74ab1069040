"""What a case is about, as far as hosts differ in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from functions.case_files import Case, cells_of

import kpixl
from kpixl.functions.values import Cell, CellError, is_blank


def argument_cells(case: Case) -> list[Cell]:
    return [cell for argument in case.arguments for cell in cells_of(argument)]  # type: ignore[arg-type]


def range_cells(case: Case) -> list[Cell]:
    return [cell for argument in case.arguments if isinstance(argument, list) for cell in cells_of(argument)]


def single_blanks(case: Case) -> bool:
    return any(argument is None for argument in case.arguments)


def blanks(case: Case) -> bool:
    return any(is_blank(cell) for cell in argument_cells(case))


def errors_in_ranges(case: Case) -> bool:
    return any(isinstance(cell, CellError) for cell in range_cells(case))


def errors(case: Case) -> bool:
    return any(isinstance(cell, CellError) for cell in (*argument_cells(case), *cells_of(case.result)))


def arrays(case: Case) -> bool:
    return isinstance(case.result, list)


def texts(case: Case) -> bool:
    return any(isinstance(cell, str) for cell in (*argument_cells(case), *cells_of(case.result)))


def truth_values(case: Case) -> bool:
    return any(isinstance(cell, bool) for cell in (*argument_cells(case), *cells_of(case.result)))


def dates(case: Case) -> bool:
    spec = kpixl.REGISTRY[case.function]
    given = [one for one, _ in zip(spec.parameters, case.arguments)]
    return "date" in {spec.result.kind.unit, *(one.kind.unit for one in given)}


def numbers(case: Case) -> bool:
    """Nothing special: numbers in cells and ranges, and a number as the result."""
    return all(isinstance(cell, float) for cell in (*argument_cells(case), *cells_of(case.result)))


BEHAVIOURS: Mapping[str, Callable[[Case], bool]] = {
    "numbers": numbers,
    "empties": blanks,
    "errors": errors,
    "arrays": arrays,
    "text": texts,
    "truth values": truth_values,
    "dates": dates,
}
"""Whether a case is about it, by what it is called in `docs/hosts.md`."""
