"""Our modes against other programs, all in one run by turns.

A program that computes is timed only if our function's results are the same as ours.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, redirect_stderr
from dataclasses import dataclass
from functools import partial
from io import BytesIO, StringIO
from math import isclose
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from zipfile import ZipFile

from openpyxl import load_workbook

import kpixl
from benchmarks.cells import cell_values, formulas
from benchmarks.libreoffice import LibreOfficeFailed, running
from benchmarks.tables import Table
from benchmarks.timing import interleaved
from benchmarks.workbook import Recipe, current_workbook, stale_workbook
from benchmarks.workbooks import FULL, recalculated, sheets_inflated

ROUNDS = 9
TOO_SLOW = frozenset({"formulas"})
TOLERANCE = 1e-9
DIRTY_MODE, FULL_MODE, UNCHANGED_MODE = "kpixl, dirty", "kpixl, full", "kpixl, unchanged"
INFLATE, FLOOR, OPENPYXL = "sheets inflated", "calamine and a raw copy", "openpyxl"
LIBREOFFICE, FORMULAS = "LibreOffice", "formulas"


@dataclass(frozen=True)
class Contender:
    """A program at its work on the workbook."""

    name: str
    action: Callable[[], bytes | None]
    does: str
    computes: bool = False  # then the action gives the workbook with its values


@dataclass(frozen=True)
class Absent:
    """A program that cannot be measured here, and why."""

    name: str
    reason: str


@dataclass(frozen=True)
class Verdict:
    """Whether a program does what it is compared for, in words that go on from what it does."""

    comparable: bool
    text: str = ""


@dataclass(frozen=True)
class Goal:
    """How many times the throughput of another program one of ours is meant to have."""

    ours: str
    other: str
    times: float | None = None  # none: only to be watched


GOALS = (
    Goal(DIRTY_MODE, LIBREOFFICE, 25),
    Goal(FULL_MODE, LIBREOFFICE, 12),
    Goal(DIRTY_MODE, FORMULAS),
    Goal(DIRTY_MODE, OPENPYXL, 6),
    Goal(DIRTY_MODE, FLOOR, 1 / 3),
    Goal(UNCHANGED_MODE, INFLATE, 1 / 1.5),
)


def tables() -> Iterator[Table]:
    stale, ordinary = stale_workbook(), current_workbook(Recipe(ours=False))
    with ExitStack() as open_until_the_end:
        found = [
            Contender(DIRTY_MODE, partial(recalculated, stale), "computes what is out of date", True),
            Contender(FULL_MODE, partial(recalculated, stale, FULL), "computes every formula", True),
            Contender(UNCHANGED_MODE, partial(recalculated, ordinary), "sees that nothing is out of date"),
            Contender(INFLATE, partial(sheets_inflated, ordinary), "what the row above cannot do without"),
            _floor(stale),
            Contender(OPENPYXL, partial(_by_openpyxl, stale), "loads and saves, computes nothing"),
            _libreoffice(stale, open_until_the_end),
            _formulas(open_until_the_end),
        ]
        contenders = [one for one in found if isinstance(one, Contender)]
        verdicts = {one.name: verdict(one, stale) for one in contenders}
        measured = [one for one in contenders if verdicts[one.name].comparable]
        seconds = interleaved({one.name: one.action for one in measured}, ROUNDS, TOO_SLOW)
    yield _comparison(found, verdicts, seconds)
    yield Table("Throughput of one against the other", ("", "measured", "goal", ""), list(_goals(seconds)))


def _comparison(
    found: Sequence[Contender | Absent], verdicts: Mapping[str, Verdict], seconds: Mapping[str, float]
) -> Table:
    rows = []
    for one in found:
        cost = seconds.get(one.name)
        figures = ("",) * 4
        if cost is not None:
            figures = (
                f"{1 / cost:,.2f}",
                f"{1e3 * cost:,.2f}",
                f"{cost / seconds[DIRTY_MODE]:.3g}×",
                f"{cost / seconds[FULL_MODE]:.3g}×",
            )
        if isinstance(one, Absent):
            rows.append((one.name, *figures, one.reason))
        else:
            rows.append((one.name, *figures, f"{one.does}{verdicts[one.name].text}"))
    return Table(
        "Peers",
        ("program", "workbooks/s", "ms", "against dirty", "against full", "what it does"),
        rows,
        [
            f"All in one run by turns, medians of {ROUNDS} rounds after a first one. One process each, from "
            "bytes to bytes in memory; LibreOffice is kept running and is handed files. A program that "
            "computes knows our function, LibreOffice as a Basic macro, formulas as a Python function; it is "
            "timed only if that function's results are ours."
        ],
    )


def _goals(seconds: Mapping[str, float]) -> Iterator[tuple[str, ...]]:
    for goal in GOALS:
        if goal.other in seconds:
            times = seconds[goal.other] / seconds[goal.ours]
            met = "" if goal.times is None else "ok" if times >= goal.times else "missed"
            aim = "" if goal.times is None else f"{goal.times:.3g}×"
            yield f"{goal.ours} / {goal.other}", f"{times:.3g}×", aim, met


def verdict(contender: Contender, stale: bytes) -> Verdict:
    """Whether what a program computed from the stale workbook is what we compute."""
    try:
        content = contender.action()
    except Exception as failure:  # whatever another program raises, the others are still worth measuring
        return Verdict(False, f"; failed: {failure!r}")
    if not contender.computes or content is None:
        return Verdict(True)
    expected, given = cell_values(recalculated(stale, FULL)), cell_values(content)
    differing: dict[bool, int] = {True: 0, False: 0}
    for place, formula in formulas(stale).items():
        differing["KPI_" in formula] += not _same(expected.get(place), given.get(place))
    if differing[True]:
        return Verdict(False, f"; not timed, {differing[True]} results of our function differ")
    if differing[False]:
        return Verdict(True, f"; our function's results agree, {differing[False]} others differ")
    return Verdict(True, "; all results agree")


def _same(one: object, other: object) -> bool:
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return one == other


def _floor(content: bytes) -> Contender | Absent:
    """The least that a program does which reads every value and writes a file."""
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        return Absent(FLOOR, "not installed: pip install python-calamine")

    def read_and_copied() -> None:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        for sheet in book.sheet_names:
            book.get_sheet_by_name(sheet).to_python()
        _copied(content)

    return Contender(
        FLOOR, read_and_copied, "reads all values, copies the compressed entries, computes nothing"
    )


def _copied(content: bytes) -> bytes:
    """The archive put together again from its entries' bytes and its directory."""
    with ZipFile(BytesIO(content)) as archive:
        starts = sorted(entry.header_offset for entry in archive.infolist())
        ends = [*starts[1:], archive.start_dir]
    entries = [content[start:end] for start, end in zip(starts, ends)]
    return b"".join([*entries, content[ends[-1] :]])


def _by_openpyxl(content: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # it says what it loses
        load_workbook(BytesIO(content)).save(BytesIO())


def _libreoffice(content: bytes, open_until_the_end: ExitStack) -> Contender | Absent:
    try:
        office = open_until_the_end.enter_context(running())
    except LibreOfficeFailed as failure:
        return Absent(LIBREOFFICE, str(failure))
    does = "loads, computes every formula, saves"
    return Contender(LIBREOFFICE, partial(office.recalculated, content), does, computes=True)


def _formulas(open_until_the_end: ExitStack) -> Contender | Absent:
    """It reads no references to tables, so it gets the same workbook with cell references in their place."""
    try:
        import formulas as peer
    except ImportError:
        return Absent(FORMULAS, "not installed: pip install formulas")
    peer.get_functions()["KPI_BACKCALC"] = _as_a_function_of_formulas
    path = Path(open_until_the_end.enter_context(TemporaryDirectory(prefix="kpixl-benchmark-"))) / "book.xlsx"
    path.write_bytes(stale_workbook(Recipe(structured=False)))

    def recalculated_by_it() -> bytes:
        target = BytesIO()
        with warnings.catch_warnings(), redirect_stderr(StringIO()):  # it shows its progress there
            warnings.simplefilter("ignore", UserWarning)
            model = peer.ExcelModel().loads(str(path)).finish()
            model.calculate()
            (sheets,) = model.write().values()
            (book,) = sheets.values()
            book.save(target)
        return target.getvalue()

    does = "loads (cell references for tables), computes every formula, saves values; one round"
    return Contender(FORMULAS, recalculated_by_it, does, computes=True)


def _as_a_function_of_formulas(goal: Any, rates: Any) -> float:
    volumes = kpixl.call("KPI_BACKCALC", goal.value.item(), rates.value.tolist())
    return cast("list[list[float]]", volumes)[0][0]
