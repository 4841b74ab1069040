"""The sheet Metrics: the catalogue in the page's own words, and a box to look one metric up.

The texts are written when the workbook is built, and looked up by INDEX and MATCH: the dictionary stays
readable where kpixl is not installed.
"""

from __future__ import annotations

from typing import get_args

from kpixl.domain.metrics import METRICS, Metric, Phase
from kpixl.template import theme
from kpixl.template.layout import (
    Named,
    Page,
    Recipe,
    Rule,
    accept,
    fit_row,
    open_page,
    paint,
    put,
    put_table,
    put_text,
    set_up_print,
)
from kpixl.template.planner.case import Case
from kpixl.template.table_columns import Columns

FIRST, LAST = 10, 9 + len(METRICS)

NAMES = (
    Named("chosen_metric", "C4"),
    Named("catalogue_names", f"B{FIRST}:B{LAST}"),
    Named("catalogue_numerators", f"D{FIRST}:D{LAST}"),
    Named("catalogue_denominators", f"E{FIRST}:E{LAST}"),
)

WIDTHS = {
    "A": 3.0,
    "B": 26.0,
    "C": 40.0,
    "D": 22.0,
    "E": 22.0,
    "F": 9.0,
    "G": 9.0,
    "H": 14.0,
    "I": 14.0,
    "J": 40.0,
    "K": 26.0,
    "M": 6.0,
}

COLUMNS = {
    "B": "name",
    "C": "definition",
    "D": "numerator",
    "E": "denominator",
    "F": "unit",
    "G": "direction",
    "H": "phase",
    "I": "horizon",
    "J": "hint",
    "K": "own_note",
}

METRIC = Rule("metric", "list", first="catalogue_names")
NOTE = Rule("note", "textLength", "between", "0", "200")

CHOSEN_AT_FIRST = "mqls"


def in_order_of_phase() -> tuple[Metric, ...]:
    """The catalogue from awareness to retention, then what spans the journey."""
    phases = get_args(Phase)
    return tuple(sorted(METRICS.values(), key=lambda metric: phases.index(metric.phase)))


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.metrics.title", "planner.metrics.guidance", WIDTHS)
    metrics = Columns(page, "Metrics", {letter: f"planner.metrics.{id_}" for letter, id_ in COLUMNS.items()})
    _write_look_up(page, metrics)
    _write_catalogue(page, metrics)
    set_up_print(page, "A:K", freeze=f"C{FIRST}", heading_row=FIRST - 1)


def _write_look_up(page: Page, metrics: Columns) -> None:
    sheet = page.sheet
    sheet.row_dimensions[3].height = sheet.row_dimensions[8].height = 9.0
    put_text(page, "B4", "planner.metrics.chosen", theme.KEY_LABEL)
    put_text(page, "C4", f"metric.{CHOSEN_AT_FIRST}.name", theme.INPUT_TEXT)
    accept(page, "C4", METRIC)
    put_text(page, "M3", "planner.metrics.feed.place", theme.CHART_FEED)
    put(page, "M4", "=IF(COUNTIF(catalogue_names,C4)=0,0,MATCH(C4,catalogue_names,0))", theme.CHART_FEED)
    facts = (_labelled(metrics, column) for column in "FGHI")
    found = {
        "D4": '&"   "&'.join(facts),
        "C5": _looked_up(metrics, "C"),
        "C6": f'{_labelled(metrics, "D")}&"   "&{_labelled(metrics, "E")}',
        "C7": _looked_up(metrics, "J"),
    }
    unknown = page.text("planner.metrics.choose")
    for row, column in ((5, "definition"), (6, "computed"), (7, "hint")):
        put_text(page, f"B{row}", f"planner.metrics.{column}", theme.LABEL)
        paint(page, f"C{row}:K{row}", theme.OUTPUT_TEXT)
    for cell, words in found.items():
        otherwise = unknown if cell == "C5" else ""
        style = theme.NOTE if cell == "D4" else theme.OUTPUT_TEXT
        put(page, cell, f'=IF($M$4=0,"{otherwise}",{words})', style)


def _looked_up(metrics: Columns, column: str) -> str:
    return f"INDEX({metrics.all(column)},$M$4)"


def _labelled(metrics: Columns, column: str) -> str:
    label, colon = (metrics.page.text(id_) for id_ in (metrics.ids[column], "planner.metrics.colon"))
    return f'"{label}{colon}"&{_looked_up(metrics, column)}'


def _write_catalogue(page: Page, metrics: Columns) -> None:
    put_table(page, f"B{FIRST - 1}:K{LAST}", metrics.table, metrics.headings())
    paint(page, f"F{FIRST - 1}:G{FIRST - 1}", theme.HEADING_CENTRED)
    for row, metric in enumerate(in_order_of_phase(), FIRST):
        words = {column: page.text(text_id) for column, text_id in _texts(metric).items()}
        for column, text in words.items():
            style = theme.OUTPUT_CENTRED if column in "FG" else theme.OUTPUT_WRAPPED
            put(page, f"{column}{row}", text, style)
        paint(page, f"K{row}", theme.INPUT_WRAPPED)
        fit_row(page, row, [(text, WIDTHS[column]) for column, text in words.items()])
    accept(page, f"K{FIRST}:K{LAST}", NOTE)


def _texts(metric: Metric) -> dict[str, str]:
    worded = {
        "F": f"planner.unit.{metric.unit}",
        "G": f"planner.direction.{metric.direction}",
        "H": f"metric_phase.{metric.phase}",
        "I": f"metric_horizon.{metric.horizon}",
    }
    own = {column: f"metric.{metric.id}.{field}" for column, field in COLUMNS.items() if column in "BCDEJ"}
    return own | worded


SHEET = Recipe("planner.metrics.sheet", NAMES, write)
