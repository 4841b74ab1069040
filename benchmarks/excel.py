"""What a call from Excel costs in Python: xlwings' own code for Windows, with stand-ins for pywin32."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import kpixl
from benchmarks.functions import ROWS, seconds
from benchmarks.tables import Table

TESTS = Path(__file__).parents[1] / "tests"
SCALAR = (80.0, 100.0, 0.5)
COLUMN = tuple((float(ROWS - row),) for row in range(ROWS))


def tables() -> Iterator[Table]:
    sys.path.append(str(TESTS))
    from office.pywin32 import xlwings_for_windows

    with xlwings_for_windows() as windows:
        rows = [
            _measured(windows.python, "one cell", 500, "KPI_ALERT", *SCALAR),
            _measured(windows.python, f"{ROWS:,} rows", 5, "KPI_RATES", COLUMN),
        ]
    yield Table(
        "Calls from Excel",
        ("call", "answer", "µs through xlwings", "µs by `kpixl.call`"),
        rows,
        ["What the VBA of a workbook asks and gets. What COM adds between Excel and Python is not in it."],
    )


def _measured(python: Any, answer: str, times: int, name: str, *values: Any) -> tuple[str, ...]:
    def ask() -> Any:
        return python.CallUDF("kpixl.hosts.excel.udf", "answer", (name, *values))

    if isinstance(kpixl.call(name, *values), kpixl.CellError) or ask() is None:
        raise AssertionError(f"{name} gives no answer to time")
    through, alone = seconds(ask, times), seconds(partial(kpixl.call, name, *values), times)
    return f"`{name}`", answer, f"{1e6 * through:,.1f}", f"{1e6 * alone:,.1f}"
