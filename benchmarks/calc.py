"""Our functions in LibreOffice Calc, by the extension: what a call costs there."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import kpixl
from benchmarks.tables import Table
from kpixl.errors import UsageError
from kpixl.hosts.libreoffice.installation import MANAGER, install
from kpixl.hosts.libreoffice.programs import clean_environment, programs
from kpixl.hosts.libreoffice.session import started

INSIDE = Path(__file__).with_name("inside_calc.py")
CELLS, ROUNDS = 10_000, 7
FIRST_ROW = (1.0, 100.0, 0.5)  # of the sheet; from column E on follow the numbers from 0 to 9
CALLS = {
    "`KPI_ALERT(A1, B1, C1)`": ("=KPI_ALERT(A{row};B{row};C{row})", kpixl.call("KPI_ALERT", *FIRST_ROW)),
    "`KPI_PACE(A1, B1, C1)`": ("=KPI_PACE(A{row};B{row};C{row})", kpixl.call("KPI_PACE", *FIRST_ROW)),
    "`KPI_NPS` of ten cells": ("=KPI_NPS(E{row}:N{row})", kpixl.call("KPI_NPS", [[*map(float, range(10))]])),
    "`A1/B1/C1`, without us": ("=A{row}/B{row}/C{row}", FIRST_ROW[0] / FIRST_ROW[1] / FIRST_ROW[2]),
}


def tables() -> Iterator[Table]:
    try:
        found = programs()
    except UsageError as missing:
        yield Table("Calls in LibreOffice Calc", ("call", "µs"), [], [str(missing)])
        return
    with TemporaryDirectory(prefix="kpixl-benchmark-") as folder:
        profile = Path(folder) / "profile"
        install(profile)
        with started(found, profile) as pipe:
            calls = [formula for formula, _ in CALLS.values()]
            request = json.dumps({"calls": calls, "cells": CELLS, "rounds": ROUNDS})
            done = subprocess.run(
                [found.python, INSIDE, MANAGER.parent, pipe],
                input=request,
                env=clean_environment(),
                capture_output=True,
                encoding="utf-8",
                check=True,
            )
    rows = []
    for (name, (_, expected)), (seconds, first) in zip(CALLS.items(), json.loads(done.stdout)):
        assert first == expected, f"{name} gives {first} instead of {expected}"
        rows.append((name, f"{1e6 * seconds / CELLS:.1f}"))
    yield Table(
        f"{CELLS:,} calls in LibreOffice Calc",
        ("formula", "µs a cell"),
        rows,
        [f"Median of {ROUNDS} recalculations of a sheet that holds the call {CELLS:,} times."],
    )
