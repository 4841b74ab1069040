"""Recalculating in a process that may be ended: the same results, and no workbook is stuck."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from workbooks import traps
from workbooks.hand import F, book, parts, zipped
from workbooks.hostile import ENDLESS, ENDURED, TIME, with_formulas
from workbooks.made import MAKERS
from workbooks.runs import NOW, recalculated

from kpixl.errors import UnsafeWorkbook, WorkbookError
from kpixl.hosts.guarded import Guard
from kpixl.hosts.headless import recalculate
from kpixl.ooxml.limits import Limits
from kpixl.recalc.options import Options
from kpixl.recalc.recalculate import Outcome

OPTIONS = Options(as_of=NOW)


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    guard = Guard()
    yield guard
    guard.dismiss()


def frozen(outcome: Outcome) -> dict[str, str]:
    return {note.cell: note.message.id for note in outcome.frozen}


def values(outcome: Outcome, tmp_path: Path) -> dict[str, object]:
    from openpyxl import load_workbook

    path = tmp_path / "computed.xlsx"
    path.write_bytes(outcome.content)
    workbook = load_workbook(path, data_only=True)
    found = {cell.coordinate: cell.value for row in workbook["S"].iter_rows() for cell in row}
    workbook.close()
    return found


@pytest.mark.parametrize("name", MAKERS)
def test_a_workbook_that_is_no_trouble_has_the_same_outcome(name: str, guard: Guard) -> None:
    content = MAKERS[name]()
    assert guard.recalculate(content, "made.xlsx", OPTIONS, 60) == recalculated(content)


def test_a_refusal_is_the_same_refusal(guard: Guard) -> None:
    with pytest.raises(WorkbookError) as caught:
        guard.recalculate(b"no workbook", "plan.xlsx", OPTIONS, 60)
    assert caught.value.message.id == "workbook.not_workbook"
    assert "plan.xlsx" in str(caught.value)


def test_a_fault_comes_with_its_traceback(guard: Guard) -> None:
    with pytest.raises(RuntimeError, match="AttributeError") as caught:
        guard.recalculate(cast(bytes, 1), "plan.xlsx", OPTIONS, 60)
    assert "Traceback" in caught.value.__notes__[0]


def test_what_depends_on_a_frozen_formula_is_computed_from_its_stored_value(
    guard: Guard, tmp_path: Path
) -> None:
    content = with_formulas({"C1": F("C2+1", 0), "C2": F(ENDLESS, 41), "C3": F("1+1")})
    outcome = guard.recalculate(content, "made.xlsx", Options(full=True), 1)
    assert frozen(outcome) == {"C2": TIME}
    assert values(outcome, tmp_path).items() >= {"C1": 42, "C2": 41, "C3": 2}.items()


def test_several_formulas_without_end_are_all_frozen(guard: Guard) -> None:
    content = with_formulas({"C1": F(ENDLESS), "C2": F(ENDLESS), "C3": F("C1+C2"), "C4": F("1+1")})
    outcome = guard.recalculate(content, "made.xlsx", Options(full=True), 2)
    assert frozen(outcome) == {"C1": TIME, "C2": TIME}


def test_formulas_for_which_no_time_is_left_are_frozen_untried(guard: Guard) -> None:
    content = with_formulas({f"C{row}": F(ENDLESS) for row in range(1, 30)})
    outcome = guard.recalculate(content, "made.xlsx", OPTIONS, 0.4)
    assert set(frozen(outcome)) >= {f"C{row}" for row in range(1, 30)}


def test_the_next_workbook_after_one_that_ended_the_process_is_computed(guard: Guard) -> None:
    guard.recalculate(ENDURED["a text of a gigabyte"].make(), "made.xlsx", OPTIONS, 0.5)
    content = with_formulas({})
    assert guard.recalculate(content, "made.xlsx", OPTIONS, 60) == recalculated(content)


def test_a_guard_that_was_dismissed_starts_again(guard: Guard) -> None:
    guard.dismiss()
    guard.dismiss()
    content = with_formulas({})
    assert guard.recalculate(content, "made.xlsx", OPTIONS, 60) == recalculated(content)


def test_a_workbook_that_cannot_be_read_in_time_is_refused(guard: Guard) -> None:
    content = book({"S": {f"A{row}": F(f"{traps.OURS}+{row}") for row in range(1, 5000)}})
    with pytest.raises(UnsafeWorkbook) as caught:
        guard.recalculate(content, "plan.xlsx", OPTIONS, 0.001)
    assert caught.value.message.id == "workbook.too_demanding"
    for language in ("ja", "en"):
        assert "--seconds" in caught.value.text(language)


def test_a_workbook_that_does_not_fit_into_memory_is_refused(guard: Guard) -> None:
    content = zipped(parts({"S": {"A1": "x" * 20_000_000, "B1": F(traps.OURS)}}), stored=True)
    with pytest.raises(UnsafeWorkbook) as caught:
        guard.recalculate(content, "plan.xlsx", Options(limits=Limits(memory=60 << 20)), 60)
    assert caught.value.message.id == "workbook.too_demanding"


def test_a_source_that_ends_the_process_stays_as_it_is(tmp_path: Path) -> None:
    source = tmp_path / "plan.xlsx"
    source.write_bytes(with_formulas({"C1": F(ENDLESS)}))
    before = source.read_bytes()
    report = recalculate(source, tmp_path / "out.xlsx", Options(seconds=0.5))
    assert [note.cell for note in report.frozen] == ["C1"]
    assert source.read_bytes() == before


def test_modules_beside_the_workbook_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pickle", "kpixl", "resource", "zlib", "xml"):
        (tmp_path / f"{module}.py").write_text("raise SystemExit('run')")
    source = tmp_path / "plan.xlsx"
    source.write_bytes(with_formulas({}))
    monkeypatch.chdir(tmp_path)
    guard = Guard()
    outcome = guard.recalculate(source.read_bytes(), "plan.xlsx", OPTIONS, 60)
    guard.dismiss()
    assert outcome.computed == 1
