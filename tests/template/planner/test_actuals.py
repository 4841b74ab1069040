"""The sheet Actuals: sums of the records, what they leave out, and the records a sample is filled with."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template.planner.case import BLANK, MONTHS, STAGES
from kpixl.template.planner.cases.web import WEB
from kpixl.template.planner.records import MOST_RECORDS, Record, business_days_of, records_of
from tests.template.planner.books import built, edited, errors, filled, recorded, shown, value, values

SHEET = text("planner.actuals.sheet", "ja")
STAGE_NAMES = [text(f"planner.stage.{stage}", "ja") for stage in WEB.stages]
RECORDS = records_of(WEB)
NOTE = "B3"


def cell(content: bytes, name: str) -> object:
    return shown(content)[SHEET][name].value


def by_month(content: bytes) -> list[tuple[object, ...]]:
    flat = values(content, "month_results")
    return [tuple(flat[start : start + STAGES]) for start in range(0, MONTHS * STAGES, STAGES)]


def counted(records: tuple[Record, ...], last: date, first: date = WEB.fiscal_start) -> list[float]:
    """The sum of each stage over the records of these days."""
    within = [record for record in records if first <= record.day <= last]
    return [sum(record.value for record in within if record.metric == stage) for stage in range(STAGES)]


# the records of a sample


def test_the_records_of_each_month_add_up_to_the_cases_counts() -> None:
    months: Counter[tuple[int, int]] = Counter()
    for record in RECORDS:
        if record.metric < STAGES:
            months[record.day.month, record.metric] += int(record.value)
    expected = {
        ((3 + month) % 12 + 1, stage): count
        for month, counts in enumerate(WEB.monthly)
        for stage, count in enumerate(counts)
    }
    assert dict(months) == {key: count for key, count in expected.items() if count}


def test_counts_are_recorded_on_business_days_up_to_the_as_of_date_only() -> None:
    open_days = set(business_days_of(WEB.fiscal_start, WEB.as_of))
    assert {record.day for record in RECORDS if record.metric < STAGES} <= open_days
    assert max(record.day for record in RECORDS) == WEB.as_of
    assert date(2026, 5, 6) not in open_days  # a substitute holiday


def test_the_channels_get_their_shares_to_less_than_one_count() -> None:
    for stage in range(STAGES):
        total = sum(record.value for record in RECORDS if record.metric == stage)
        for channel, share in enumerate(WEB.channel_shares):
            got = sum(r.value for r in RECORDS if (r.metric, r.channel) == (stage, channel))
            assert got == pytest.approx(total * share, abs=1.5)


def test_large_counts_make_no_more_rows_than_a_reader_can_scroll_through() -> None:
    large = replace(WEB, monthly=tuple(tuple(count * 500 for count in counts) for counts in WEB.monthly))
    records = records_of(large)
    assert len(records) <= MOST_RECORDS
    assert counted(records, WEB.as_of) == [500 * count for count in counted(RECORDS, WEB.as_of)]
    running = {record.day for record in records if record.day.month == WEB.as_of.month}
    assert running == set(business_days_of(WEB.as_of.replace(day=1), WEB.as_of))  # the charts' days stay


def test_records_are_in_the_order_of_their_dates_and_none_is_nothing() -> None:
    days = [record.day for record in RECORDS]
    assert days == sorted(days)
    assert all(record.value > 0 for record in RECORDS)


# the sums


def test_the_months_show_the_cases_counts_and_months_to_come_nothing() -> None:
    months = by_month(filled(WEB))
    assert months[: len(WEB.monthly)] == list(WEB.monthly)
    assert set(months[len(WEB.monthly) :]) == {(None,) * STAGES}
    assert values(filled(WEB), "year_results") == [sum(counts) for counts in zip(*WEB.monthly)]
    assert values(filled(WEB), "month_to_date") == list(WEB.monthly[-1])


def test_the_channels_add_up_to_the_year() -> None:
    flat = values(filled(WEB), "channel_results")
    channels = [flat[start : start + STAGES] for start in range(0, len(flat), STAGES)]
    assert channels[len(WEB.channels) :] == [[None] * STAGES] * (6 - len(WEB.channels))
    totals = [sum(counts) for counts in zip(*channels[: len(WEB.channels)])]
    assert totals == values(filled(WEB), "year_results")


def test_the_days_show_what_came_in_up_to_each_of_them() -> None:
    days = values(filled(WEB), "chart_days")
    first = WEB.as_of.replace(day=1)
    open_days = business_days_of(first, date(2026, 10, 31))
    assert days == [
        *(datetime(day.year, day.month, day.day) for day in open_days),
        *([None] * (23 - len(open_days))),
    ]
    flat = values(filled(WEB), "daily_cumulative")
    sums = [flat[start : start + STAGES] for start in range(0, len(flat), STAGES)]
    for day, counts in zip(open_days, sums):
        expected = counted(RECORDS, day, first) if day <= WEB.as_of else [None] * STAGES
        assert counts == expected
    assert sums[len(open_days) :] == [[None] * STAGES] * (23 - len(open_days))


def test_management_metrics_stand_month_by_month() -> None:
    flat = values(filled(WEB), "management_series")
    for place, metric in enumerate(WEB.management):
        series = flat[place::3]
        assert series[: len(metric.values)] == pytest.approx(list(metric.values))
        assert set(series[len(metric.values) :]) == {None}


def test_records_after_the_as_of_date_wait() -> None:
    earlier = edited(built(WEB), {"as_of": date(2026, 7, 15)})
    assert values(earlier, "year_results") == counted(RECORDS, date(2026, 7, 15))
    assert by_month(earlier)[3] == tuple(counted(RECORDS, date(2026, 7, 15), date(2026, 7, 1)))
    assert by_month(earlier)[4] == (None,) * STAGES
    waiting = sum(record.day > date(2026, 7, 15) for record in RECORDS)
    assert f" {waiting} 行" in str(cell(earlier, NOTE))


# what a user adds


def test_rows_typed_into_a_blank_planner_are_counted_and_odd_ones_are_named() -> None:
    visits, deals = STAGE_NAMES[0], STAGE_NAMES[-1]
    rows = [
        (date(2026, 4, 1), visits, "自然検索", 30.0),
        (date(2026, 4, 1), visits, "自然検索", 12.0),
        (date(2026, 4, 1), deals, None, 1.0),
        (date(2026, 4, 1), "訪門", "自然検索", 99.0),  # misspelt
        (date(2025, 4, 1), visits, "自然検索", 7.0),  # last year
        (date(2026, 4, 2), visits, "自然検索", 5.0),  # tomorrow
    ]
    content = recorded(built(BLANK), rows)
    assert values(content, "month_to_date") == [42, 0, 0, 0, 1]
    assert values(content, "channel_results")[0] == 42
    assert value(content, "last_record") == datetime(2026, 4, 2)
    assert errors(content) == []
    sheet = shown(content)[SHEET]
    checks = {sheet[f"Q{row}"].value: sheet[f"V{row}"].value for row in range(17, 21)}
    assert checks == {
        text("planner.actuals.outside", "ja"): 1,
        text("planner.actuals.unknown", "ja"): 1,
        text("planner.actuals.later", "ja"): 1,
        text("planner.actuals.below", "ja"): 0,
    }
    assert "3 行" in str(sheet[NOTE].value)


def test_a_weekends_records_count_with_the_business_day_before() -> None:
    content = recorded(built(WEB), [(date(2026, 10, 17), STAGE_NAMES[0], None, 40.0)])  # a Saturday
    days = values(content, "chart_days")
    visits = values(content, "daily_cumulative")[::STAGES]
    friday = days.index(datetime(2026, 10, 16))
    assert visits[friday] == counted(RECORDS, date(2026, 10, 16), date(2026, 10, 1))[0] + 40
    assert visits[friday - 1] == counted(RECORDS, date(2026, 10, 15), date(2026, 10, 1))[0]


# blank


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_planner_invites_the_first_record(language: Language) -> None:
    content = filled(BLANK, language)
    assert errors(content) == []
    assert value(content, "last_record") is None
    sheet = shown(content)[text("planner.actuals.sheet", language)]
    assert sheet[NOTE].value == text("planner.actuals.note.none", language)


def test_the_tables_cells_offer_the_lists_of_metrics_and_channels() -> None:
    sheet = load_workbook(io.BytesIO(built(WEB)))[SHEET]
    table = sheet.tables["Actuals"]
    rows = len(RECORDS)
    assert table.ref == f"B5:E{5 + rows}"
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert lists == {"metric_names", "channel_names"}
    checked = {str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    assert {f"{column}6:{column}{5 + rows}" for column in "BCDE"} <= checked
