"""Measurements: `python -m benchmarks` prints them; no test depends on a clock."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from benchmarks.tables import Table, has_place, machine, put_into

MEASUREMENTS = {
    "functions": "what calling a function costs",
    "workbooks": "what is measured, our modes against each other, and where the time goes",
    "size": "cost against the size of the workbook",
    "memory": "memory over many workbooks in one process",
    "processes": "throughput with one process and with two",
    "lead_log": "a log of ten million rows against pandas",
    "planner": "the planner with years of daily records",
    "imports": "importing a large CSV into the planner",
    "excel": "what a call from Excel costs on Python's side",
    "calc": "what calling a function costs in LibreOffice Calc",
    "peers": "our modes against other programs",
}


def main(arguments: list[str]) -> int:
    parser = _parser()
    chosen = parser.parse_args(arguments)
    names = list(MEASUREMENTS) if chosen.what == "all" else [chosen.what]
    if chosen.markdown:
        for name in names:
            if not chosen.markdown.is_file() or not has_place(chosen.markdown, name):
                parser.error(f"{chosen.markdown} has no markers for the measurement '{name}'")
    print(machine())
    incomplete = False
    for name in names:
        try:
            measure: Callable[[], Iterator[Table]] = import_module(f"benchmarks.{name}").tables
        except ModuleNotFoundError as missing:
            print(f"\n{name}: {missing.name} is not installed: pip install 'kpixl[benchmark]'")
            incomplete = True
            continue
        measured = []
        for table in measure():
            print(f"\n{table}", flush=True)
            measured.append(table)
        if chosen.markdown:
            put_into(chosen.markdown, name, measured)
    return 1 if incomplete else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measures kpixl.",
        epilog="\n".join(f"{name:11}{meaning}" for name, meaning in MEASUREMENTS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", nargs="?", default="all", choices=[*MEASUREMENTS, "all"])
    parser.add_argument(
        "--markdown",
        type=Path,
        metavar="FILE",
        help="put the tables between the markers of this document too",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
