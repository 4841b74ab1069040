"""Our functions in LibreOffice Calc, by the extension: what a call costs there."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.tables import Table
from kpixl.errors import UsageError
from kpixl.hosts.libreoffice.installation import MANAGER, install
from kpixl.hosts.libreoffice.programs import clean_environment, programs
from kpixl.hosts.libreoffice.session import started

INSIDE = Path(__file__).with_name("inside_calc.py")
CELLS, ROUNDS = 10_000, 7
CALLS = {
    "`KPI_ALERT(A1, B1, C1)`": "=KPI_ALERT(A{row};B{row};C{row})",
    "`KPI_PACE(A1, B1, C1)`": "=KPI_PACE(A{row};B{row};C{row})",
    "`KPI_NPS` of ten cells": "=KPI_NPS(E{row}:N{row})",
    "`A1/B1/C1`, without us": "=A{row}/B{row}/C{row}",
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
            request = json.dumps({"calls": list(CALLS.values()), "cells": CELLS, "rounds": ROUNDS})
            done = subprocess.run(
                [found.python, INSIDE, MANAGER.parent, pipe],
                input=request,
                env=clean_environment(),
                capture_output=True,
                encoding="utf-8",
                check=True,
            )
    seconds = json.loads(done.stdout)
    rows = [(name, f"{1e6 * each / CELLS:.1f}") for name, each in zip(CALLS, seconds)]
    yield Table(
        f"{CELLS:,} calls in LibreOffice Calc",
        ("formula", "µs a cell"),
        rows,
        [f"Median of {ROUNDS} recalculations of a sheet that holds the call {CELLS:,} times."],
    )
