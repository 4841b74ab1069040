"""The sheet Targets: months, quarters and half-years, weights, time gone, and weekly gates."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from books import built, edited, errors, filled, value, values
from openpyxl import load_workbook

from kpixl.i18n import text
from kpixl.template.planner import funnel, start, targets
from kpixl.template.planner.case import BLANK

SHEETS = (start.SHEET, funnel.SHEET, targets.SHEET)

HUNDRED = replace(
    BLANK,
    as_of=date(2026, 5, 7),
    revenue_goal=1_000_000_000,
    unit_price=10_000_000,
    channel_share=1.0,
    step_rates=(0.5, 0.5, 0.5, 1.0),
)
"""A hundred deals and as many meetings; twice, four times and eight times as many above."""

BUSINESS_DAYS = [21, 18, 22, 22, 20, 19, 21, 19, 23, 19, 18, 22]
SPLIT = [9, 7, 9, 9, 8, 8, 9, 8, 9, 8, 7, 9]


def cells(content: bytes, area: str) -> list[list[object]]:
    sheet = load_workbook(io.BytesIO(content), data_only=True)[text("planner.targets.sheet", "ja")]
    return [[cell.value for cell in row] for row in sheet[area]]


def by_stage(content: bytes) -> list[list[int]]:
    plan = [int(str(count)) for count in values(content, "month_plan")]
    return [plan[stage::5] for stage in range(5)]


def test_the_year_has_twelve_months_with_their_business_days() -> None:
    content = filled(HUNDRED, "ja", SHEETS)
    starts = [datetime(2026 + month // 12, month % 12 + 1, 1) for month in range(3, 15)]
    assert values(content, "months") == starts
    assert values(content, "business_days") == BUSINESS_DAYS


def test_a_hundred_deals_are_split_by_business_days_without_loss() -> None:
    content = filled(HUNDRED, "ja", SHEETS)
    stages = by_stage(content)
    assert stages[3] == stages[4] == SPLIT
    assert (
        [sum(months) for months in stages] == values(content, "required_counts") == [800, 400, 200, 100, 100]
    )


def test_quarters_and_half_years_add_up_their_months() -> None:
    year, *spans = (row[-1] for row in cells(filled(HUNDRED, "ja", SHEETS), "J22:J28"))
    quarters = [sum(SPLIT[first : first + 3]) for first in (0, 3, 6, 9)]
    assert year == 100
    assert spans == [*quarters, sum(SPLIT[:6]), sum(SPLIT[6:])]


def test_two_of_eighteen_business_days_are_gone_on_7_may() -> None:
    content = filled(HUNDRED, "ja", SHEETS)
    assert value(content, "month_index") == 2
    assert (value(content, "month_start"), value(content, "month_end")) == (
        datetime(2026, 5, 1),
        datetime(2026, 5, 31),
    )
    assert value(content, "elapsed_share") == pytest.approx(2 / 18)
    assert value(content, "elapsed_months") == pytest.approx(1 + 2 / 18)
    assert value(content, "year_elapsed_share") == pytest.approx((21 + 2) / 244)


def test_the_gates_stand_at_the_ends_of_the_weeks_beside_those_of_the_actual_month() -> None:
    content = filled(HUNDRED, "ja", SHEETS)
    assert values(content, "gate_days") == [datetime(2026, 5, day) for day in (7, 14, 21, 31)]
    assert values(content, "gate_shares") == [0.2, 0.4, 0.6]
    planned = [row[0] for row in cells(content, "O10:O13")]
    assert planned == pytest.approx([2 / 18, 7 / 18, 12 / 18, 1])
    scaled = [row[0] for row in cells(content, "P10:P12")]
    assert scaled == pytest.approx([0.8 * 2 / 18, 0.8 * 7 / 18, 0.8 * 12 / 18])


def test_a_gate_asks_for_the_next_whole_count() -> None:
    # May: 59 of 800, 30 of 400 (29.5 rounded by the largest remainders), … 7 deals: 1.4, 2.8, 4.2, 7
    content = filled(HUNDRED, "ja", SHEETS)
    deals = cells(content, "M22:P22")[0]
    assert deals == [2, 3, 5, 7]
    five = edited(built(HUNDRED, "ja", SHEETS), {"gate_shares": (0.1, 2 / 7, 3 / 7)})
    assert cells(five, "M22:P22")[0] == [1, 2, 3, 7]


def test_weights_by_hand_count_once_all_twelve_are_there() -> None:
    weights = (2, 1, 1, 1, 0, 1, 1, 1, 1, 0, 0, 1)
    content = edited(built(HUNDRED, "ja", SHEETS), {"month_weights_by_hand": weights})
    assert by_stage(content)[4] == [20, 10, 10, 10, 0, 10, 10, 10, 10, 0, 0, 10]
    some = edited(built(HUNDRED, "ja", SHEETS), {"month_weights_by_hand": (*weights[:11], None)})
    assert by_stage(some)[4] == SPLIT
    assert "11" in str(cells(some, "B6:B6")[0][0])
    nothing = edited(built(HUNDRED, "ja", SHEETS), {"month_weights_by_hand": (0,) * 12})
    assert by_stage(nothing)[4] == SPLIT
    assert errors(nothing) == []


def test_a_year_may_begin_in_any_month() -> None:
    content = edited(
        built(HUNDRED, "ja", SHEETS), {"fiscal_start": date(2026, 10, 1), "as_of": date(2027, 1, 4)}
    )
    assert values(content, "months")[0] == datetime(2026, 10, 1)
    assert values(content, "months")[11] == datetime(2027, 9, 1)
    assert value(content, "month_index") == 4
    # of January 2027, with New Year's Day off, one of 19 business days
    assert value(content, "elapsed_share") == pytest.approx(1 / 19)


@pytest.mark.parametrize(
    ("as_of", "month", "months_gone"),
    [(None, 1, 0), (date(2026, 3, 31), 1, 0), (date(2027, 4, 1), 12, 12), (date(2027, 3, 31), 12, 12)],
)
def test_a_date_outside_the_year_counts_as_its_beginning_or_its_end(
    as_of: date | None, month: int, months_gone: float
) -> None:
    content = edited(built(HUNDRED, "ja", SHEETS), {"as_of": as_of})
    assert errors(content) == []
    assert value(content, "month_index") == month
    assert value(content, "elapsed_months") == pytest.approx(months_gone)
    assert value(content, "year_elapsed_share") == pytest.approx(months_gone / 12)


@pytest.mark.parametrize("inputs", [{}, {"fiscal_start": None}, {"holidays": (None,) * 60}])
def test_a_blank_planner_has_its_months_and_no_targets(inputs: dict[str, object]) -> None:
    content = edited(built(BLANK, "ja", SHEETS), inputs)
    assert errors(content) == []
    assert values(content, "months")[0] == datetime(2026, 4, 1)
    assert set(values(content, "month_plan")) == {None}
    assert {cell for row in cells(content, "M18:P22") for cell in row} == {None}
    assert cells(content, "B5:B5")[0][0] == text("planner.targets.now.missing", "ja")


def test_a_day_off_of_the_company_is_no_business_day() -> None:
    days_off = values(built(HUNDRED, "ja", SHEETS), "holidays")
    days_off[days_off.index(None)] = date(2026, 5, 7)
    content = edited(built(HUNDRED, "ja", SHEETS), {"holidays": days_off})
    assert values(content, "business_days")[1] == 17
    assert value(content, "elapsed_share") == pytest.approx(1 / 17)
