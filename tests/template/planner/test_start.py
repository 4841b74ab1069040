"""The sheet Start: what is missing, what to do next, the steps, the days off, and the way to every sheet."""

from __future__ import annotations

import io
from datetime import date, datetime

import holidays
import pytest
from books import built, edited, errors, filled, value, values
from openpyxl import load_workbook

from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template import theme
from kpixl.template.planner.case import BLANK
from kpixl.template.planner.cases.web import WEB
from kpixl.template.planner.start import REQUIRED, holidays_of

MINE = ("start", "funnel", "targets")


def said(id_: str, language: Language = "ja", **gaps: str) -> str:
    return text(f"planner.start.{id_}", language).format(**gaps)


def rows(content: bytes, area: str, language: Language = "ja") -> list[list[object]]:
    sheet = load_workbook(io.BytesIO(content), data_only=True)[text("planner.start.sheet", language)]
    return [[cell.value or None for cell in row] for row in sheet[area]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_planner_lists_what_is_missing_and_begins_with_the_company(language: Language) -> None:
    content = filled(BLANK, language)
    assert errors(content) == []
    missing = [row[0] for row in rows(content, "G17:G25", language)]
    ids = ("company", "revenue_goal", "unit_price", "channel_share", "step_rates", "focus_kpi", "records")
    sheets = {id_: text(f"planner.{sheet}.sheet", language) for id_, sheet, _ in REQUIRED}
    expected = [said(f"missing.{id_}", language, sheet=sheets[id_], count="4") for id_ in ids]
    assert missing == [*expected, None, None]
    assert value(content, "missing_count") == len(ids)
    assert value(content, "next_step") == said("do.company", language)


def test_the_steps_of_a_blank_planner_are_open_and_watching_comes_later() -> None:
    states = [row[0] for row in rows(filled(BLANK), "H9:H13")]
    words = ("state.partly.settings", "state.open", "state.open", "state.open", "state.later")
    assert states == [said(word) for word in words]


def test_each_entry_leads_on_to_the_next() -> None:
    entries: dict[str, object] = {"company": "A", "revenue_goal": 10**9, "unit_price": 10**7}
    content = edited(built(BLANK), entries)
    funnel = text("planner.funnel.sheet", "ja")
    assert value(content, "next_step") == said("do.channel_share", sheet=funnel)
    assert rows(content, "H9:H10") == [[said("state.done")], [said("state.partly.goal")]]
    content = edited(built(BLANK), {**entries, "channel_share": 1, "step_rates": (0.1, None, 0.5, 0.5)})
    assert value(content, "next_step") == said("do.step_rates", sheet=funnel)
    assert rows(content, "G17:G17")[0][0] == said("missing.step_rates", count="1", sheet=funnel)
    assert errors(content) == []


@pytest.mark.parametrize("as_of", [None, date(2027, 4, 1)])
def test_a_date_that_is_missing_or_outside_the_year_is_asked_for(as_of: date | None) -> None:
    content = edited(built(BLANK), {"company": "A", "as_of": as_of})
    assert errors(content) == []
    assert value(content, "next_step") == said("do.as_of")
    assert rows(content, "H9:H9") == [[said("state.partly.settings")]]


def test_a_filled_planner_says_what_needs_attention() -> None:
    content = filled(WEB)
    assert errors(content) == []
    assert value(content, "missing_count") == 0
    overdue = value(content, "overdue_reviews")
    alerts = sum(level is not None and int(str(level)) >= 1 for level in values(content, "alert_levels"))
    assert overdue or alerts
    expected = said("next.overdue", count=str(overdue)) if overdue else said("next.alerts", count=str(alerts))
    assert value(content, "next_step") == expected
    assert rows(content, "I16:I16") == [[said("complete")]]


def test_records_older_than_a_week_are_to_be_brought_up_to_date() -> None:
    content = edited(built(WEB), {"as_of": date(2026, 10, 28)})
    assert value(content, "next_step") == said("next.stale")
    assert rows(content, "H12:H12") == [[said("state.partly.records")]]


def test_the_days_off_are_the_national_holidays_of_the_fiscal_year() -> None:
    independent = {
        day
        for day in holidays.country_holidays("JP", years=(2026, 2027))
        if date(2026, 4, 1) <= day < date(2027, 4, 1)
    }
    listed = [day for day in values(built(BLANK), "holidays") if day is not None]
    assert listed == [datetime.combine(day, datetime.min.time()) for day in sorted(independent)]


@pytest.mark.parametrize("year", [2020, 2021, 2026, 2032])
def test_every_holiday_has_a_name_of_its_own(year: int) -> None:
    assert "planner.holiday.national" not in {text_id for _, text_id in holidays_of(date(year, 4, 1))}


def test_there_is_a_link_to_every_sheet() -> None:
    workbook = load_workbook(io.BytesIO(built(BLANK)))
    sheet = workbook[text("planner.start.sheet", "ja")]
    targets = [cell.hyperlink.location for row in sheet["G9:G40"] for cell in row if cell.hyperlink]
    assert {target.partition("!")[0].strip("'") for target in targets} == set(workbook.sheetnames)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_input_of_the_first_sheets_is_checked_and_none_is_a_formula(language: Language) -> None:
    workbook = load_workbook(io.BytesIO(built(BLANK, language)))
    for id_ in MINE:
        sheet = workbook[text(f"planner.{id_}.sheet", language)]
        checked = {
            sheet.cell(*at).coordinate
            for validation in sheet.data_validations.dataValidation
            for area in validation.sqref.ranges
            for at in area.cells
        }
        inputs = [
            cell for row in sheet.iter_rows() for cell in row if cell.style in (theme.INPUT, theme.INPUT_TEXT)
        ]
        assert {cell.coordinate for cell in inputs} == checked
        assert not [cell.coordinate for cell in inputs if cell.data_type == "f"]
