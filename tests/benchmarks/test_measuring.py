"""What the measurements print, and whom they refuse to time."""

from __future__ import annotations

from pathlib import Path

from workbooks.runs import recalculated

from benchmarks.__main__ import MEASUREMENTS
from benchmarks.peers import Contender, verdict
from benchmarks.tables import Table, has_place, put_into
from benchmarks.timing import interleaved
from benchmarks.workbook import stale_workbook

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"


def test_a_program_that_computes_something_else_is_not_timed() -> None:
    stale = stale_workbook()
    computed = recalculated(stale).content
    assert verdict(Contender("right", lambda: computed, "", computes=True), stale).comparable
    assert not verdict(Contender("wrong", lambda: stale, "", computes=True), stale).comparable


def test_a_program_that_fails_is_not_timed() -> None:
    def failing() -> bytes:
        raise OSError("no such thing")

    found = verdict(Contender("failing", failing, "", computes=True), stale_workbook())
    assert not found.comparable
    assert "no such thing" in found.text


def test_those_that_are_compared_take_turns() -> None:
    calls: list[str] = []
    actions = {name: lambda name=name: calls.append(name) for name in ("a", "slow", "b")}
    assert set(interleaved(actions, rounds=2, once={"slow"})) == {"a", "slow", "b"}
    assert calls == ["a", "b", "a", "slow", "b", "a", "b"]


def test_a_table_is_markdown_with_its_columns_in_line() -> None:
    table = Table("速さ", ("何を", "ms"), [("計算", "1.5"), ("a", "12,000.0")], ["Note."])
    assert str(table).splitlines() == [
        "### 速さ",
        "",
        "| 何を |       ms |",
        "| ---- | -------: |",
        "| 計算 |      1.5 |",
        "| a    | 12,000.0 |",
        "",
        "Note.",
    ]


def test_a_measurement_replaces_the_one_before_in_its_place(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text(
        "before\n<!-- measured: a -->\nold\n<!-- end of a -->\n"
        "after\n<!-- measured: b -->\n<!-- end of b -->\n",
        encoding="utf-8",
    )
    put_into(document, "a", [Table("New", ("x",), [("1",)])])
    once = document.read_text(encoding="utf-8")
    assert once.startswith("before\n<!-- measured: a -->\n")
    assert "old" not in once
    assert "### New" in once
    assert once.endswith("<!-- end of a -->\nafter\n<!-- measured: b -->\n<!-- end of b -->\n")
    put_into(document, "a", [Table("New", ("x",), [("1",)])])
    assert document.read_text(encoding="utf-8") == once


def test_the_document_has_a_place_for_every_measurement() -> None:
    assert [name for name in MEASUREMENTS if not has_place(DOCUMENT, name)] == []
