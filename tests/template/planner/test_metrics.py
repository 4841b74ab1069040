"""The sheet Metrics: the whole catalogue in words that stay, and the box to look one up."""

from __future__ import annotations

import io
from typing import get_args

import pytest
from books import built, edited, errors, filled, shown, value, values
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kpixl.domain.metrics import METRICS, Phase
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template.planner import metrics
from kpixl.template.planner.case import BLANK

SHEETS = (metrics.SHEET,)


def sheet_of(content: bytes, language: Language) -> Worksheet:
    return shown(content)[text("planner.metrics.sheet", language)]


def looked_up(content: bytes, language: Language = "ja") -> list[str]:
    """The four lines of the box: facts, definition, computation, hint."""
    sheet = sheet_of(content, language)
    return [str(sheet[cell].value or "") for cell in ("D4", "C5", "C6", "C7")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_metric_stands_there_once_with_its_texts_as_plain_words(language: Language) -> None:
    workbook = load_workbook(io.BytesIO(built(BLANK, language, SHEETS)))
    sheet = workbook[text("planner.metrics.sheet", language)]
    table = sheet.tables["Metrics"]
    rows = [[cell.value for cell in row] for row in sheet[table.ref]][1:]
    expected = {
        metric: tuple(
            text(f"metric.{metric}.{field}", language)
            for field in ("name", "definition", "numerator", "denominator", "hint")
        )
        for metric in METRICS
    }
    assert sorted((row[0], row[1], row[2], row[3], row[8]) for row in rows) == sorted(expected.values())


def test_metrics_stand_in_the_order_of_the_journey() -> None:
    sheet = sheet_of(filled(BLANK, "ja", SHEETS), "ja")
    phases = [text(f"metric_phase.{phase}", "ja") for phase in get_args(Phase)]
    shown_phases = [sheet[f"H{row}"].value for row in range(metrics.FIRST, metrics.LAST + 1)]
    places = [phases.index(str(phase)) for phase in shown_phases]
    assert places == sorted(places)
    assert set(places) == set(range(len(phases)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chosen_metric_is_explained(language: Language) -> None:
    name = text("metric.bounce_rate.name", language)
    content = edited(built(BLANK, language, SHEETS), {"chosen_metric": name})
    facts, definition, computation, hint = looked_up(content, language)
    assert definition == text("metric.bounce_rate.definition", language)
    assert hint == text("metric.bounce_rate.hint", language)
    assert text("metric.bounce_rate.numerator", language) in computation
    assert text("metric.bounce_rate.denominator", language) in computation
    assert "↓" in facts
    assert text("metric_phase.awareness", language) in facts


@pytest.mark.parametrize("chosen", [None, "売上高前年差分"])
def test_without_a_known_metric_the_box_asks_for_one(chosen: str | None) -> None:
    content = edited(built(BLANK, "ja", SHEETS), {"chosen_metric": chosen})
    assert looked_up(content) == ["", text("planner.metrics.choose", "ja"), "", ""]
    assert errors(content) == []


def test_looking_up_needs_no_function_of_kpixl() -> None:
    workbook = load_workbook(io.BytesIO(built(BLANK, "en", SHEETS)))
    formulas = [
        str(cell.value)
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert formulas
    assert not [formula for formula in formulas if "KPI_" in formula]


def test_names_give_the_catalogue_to_other_sheets() -> None:
    content = filled(BLANK, "ja", SHEETS)
    names, numerators = values(content, "catalogue_names"), values(content, "catalogue_numerators")
    place = names.index(text("metric.mql_rate_per_lead.name", "ja"))
    assert numerators[place] == text("metric.mql_rate_per_lead.numerator", "ja")
    assert len(names) == len(set(names)) == len(METRICS)
    assert value(content, "chosen_metric") in names


def test_the_list_prints_on_several_pages_each_with_its_headings() -> None:
    sheet = sheet_of(filled(BLANK, "ja", SHEETS), "ja")
    assert sheet.print_title_rows == f"${metrics.FIRST - 1}:${metrics.FIRST - 1}"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
