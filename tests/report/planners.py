"""Planners for the tests of reports: the blank one, the samples, and what people may make of them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from macros.memory import MemoryWorkbook
from report.openpyxl_port import OpenpyxlWorkbook

from kpixl.hosts.headless import recalculate_content
from kpixl.i18n import Language
from kpixl.macros.port import Value
from kpixl.template.catalogue import TEMPLATES

PLANNERS: tuple[tuple[str | None, Language], ...] = (
    (None, "ja"),
    (None, "en"),
    ("web", "ja"),
    ("web", "en"),
    ("saas", "en"),
    ("manufacturing", "ja"),
    ("hr", "ja"),
    ("nurturing", "en"),
)
"""Every sample, and both languages; a story is told in both languages from each of them."""

READY_BUILT = Path(__file__).parents[2] / "templates"


@cache
def content(sample: str | None, language: Language) -> bytes:
    """The workbook with its values: from the folder of templates if it is there, else built."""
    ready = READY_BUILT / f"planner.{f'{sample}.' if sample else ''}{language}.xlsx"
    if ready.exists():
        return ready.read_bytes()
    return recalculate_content(TEMPLATES["planner"].build(language, sample), "plan.xlsx").content


@cache
def planner(sample: str | None, language: Language) -> OpenpyxlWorkbook:
    """The computed workbook as an independent reader sees it."""
    return OpenpyxlWorkbook(content(sample, language), f"{sample or 'blank'}.xlsx")


def in_memory(sample: str | None, language: Language) -> MemoryWorkbook:
    """A copy whose cells a test may change."""
    port = planner(sample, language)
    return MemoryWorkbook(
        tables={name: port.table(name) for name in port.tables},
        names={name: port.cells(name) for name in port.workbook.defined_names},
        file=port.file,
    )


def fill(workbook: MemoryWorkbook, name: str, *column: Value) -> None:
    """Put these values into a name's first column, from the top."""
    cells = workbook.names[name]
    changed = [(value, *row[1:]) for value, row in zip(column, cells.rows)]
    workbook.names[name] = replace(cells, rows=(*changed, *cells.rows[len(changed) :]))


def fill_table(workbook: MemoryWorkbook, name: str, *rows: tuple[Value, ...]) -> None:
    """These are the table's rows from now on."""
    table = workbook.tables[name]
    workbook.tables[name] = replace(table, data=replace(table.data, rows=rows))


def overfull(language: Language, words: str) -> MemoryWorkbook:
    """A planner in which everything is late, and every word is as long as a hostile file would have it."""
    workbook = in_memory("web", language)
    names = [f"{words} {place}" for place in range(5)]
    fill(workbook, "stage_names", *names)
    fill(workbook, "company", words)
    fill(workbook, "bottleneck", f"{names[2]} → {names[3]}")
    fill(workbook, "alert_levels", 3.0, 3.0, 3.0, 3.0, 3.0)
    fill(workbook, "alert_actions", *[words] * 5)
    fill(workbook, "agreed_actions", *[words] * 4)
    fill(workbook, "gate_actions", *[words] * 3)
    fill(workbook, "escalations", *[words] * 5)
    fill(workbook, "management_names", *[words] * 3)
    fill(workbook, "management_alerts", *[words] * 3)
    fill(workbook, "latest_scores", *[9.0] * 3)
    fill(workbook, "contributions", -1234.5, -2345.6, -3456.7, -4567.8, 5678.9)
    fill(workbook, "comparison", words)
    fill(workbook, "next_step", words)
    fill(workbook, "missing_count", 3.0)
    fill(workbook, "design_problems", 7.0)
    fill(workbook, "last_record", 46200.0)
    symptoms = workbook.names["symptoms"]
    workbook.names["symptoms"] = replace(symptoms, rows=((words, words, words),) * 5)
    fill_table(workbook, "Reviews", *[(46300.0, words, words, words, words, words, 46301.0, None, None)] * 12)
    fill_table(workbook, "Actuals", *[(46400.0, "?", words, 1.0), (None, words, words, words)] * 9)
    workbook.file = f"{words}.xlsx"
    return workbook
