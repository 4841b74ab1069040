"""The sheet Actions: how far the measures are, and what a lead, a deal and a yen spent came to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from books import edited, errors, filled, shown, typed, value, values

from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template.planner import actions, funnel, start
from kpixl.template.planner.actions import FIRST
from kpixl.template.planner.case import BLANK, Case, Measure
from kpixl.template.planner.cases.web import WEB

SHEETS = (start.SHEET, funnel.SHEET, actions.SHEET)
SHEET = text("planner.actions.sheet", "ja")


def book(case: Case, language: Language = "ja") -> bytes:
    return filled(case, language, SHEETS)


def cell(content: bytes, address: str, language: Language = "ja") -> object:
    return shown(content)[text("planner.actions.sheet", language)][address].value or None


def state(id_: str) -> str:
    return text(f"planner.actions.state.{id_}", "ja")


def measure(start_day: date, due: date, planned: int, done: int) -> Measure:
    return Measure("ads", 0, "marketing", start_day, due, planned, done, 80_000, 3, 1, 200_000)


def test_an_article_of_80000_yen_that_brings_3_meetings_costs_26667_each() -> None:
    content = book(replace(WEB, measures=(measure(date(2026, 4, 1), date(2026, 9, 1), 1, 1),)))
    assert cell(content, f"N{FIRST}") == pytest.approx(80_000 / 3)
    assert cell(content, f"O{FIRST}") == 80_000
    assert cell(content, f"P{FIRST}") == pytest.approx(1.5)


def test_each_channel_adds_up_its_measures() -> None:
    content = book(WEB)
    sums = [
        [
            sum(getattr(each, part) for each in WEB.measures if each.channel == channel)
            for part in ("cost", "leads", "deals", "revenue")
        ]
        for channel in range(5)
    ]
    assert values(content, "channel_costs") == [cost for cost, *_ in sums] + [None]
    assert values(content, "channel_cpl")[:5] == pytest.approx([cost / leads for cost, leads, *_ in sums])
    assert values(content, "channel_cpa")[:5] == pytest.approx([cost / deals for cost, _, deals, _ in sums])
    roi = [(revenue - cost) / cost for cost, _, _, revenue in sums]
    assert values(content, "channel_roi")[:5] == pytest.approx(roi)
    assert value(content, "total_cost") == sum(each.cost for each in WEB.measures)


def test_the_headlines_name_what_is_late_and_where_money_works_best() -> None:
    content = book(WEB)
    assert cell(content, "B3") == text("planner.actions.headline.late", "ja").format(overdue=1, behind=0)
    assert cell(content, "B4") == text("planner.actions.headline.money", "ja").format(
        best="紹介", roi="1,567%", dearest="Web広告", cpa="9,150,000"
    )


def test_the_state_compares_what_is_done_with_the_days_gone() -> None:
    year = (date(2026, 4, 1), date(2027, 3, 31))  # 203 of 365 days gone on 20 October
    cases = (
        (measure(*year, 36, 36), "finished"),
        (measure(*year, 100, 44), "behind"),  # 55.6 were due, 44.5 is the lowest that is let pass
        (measure(*year, 100, 45), "running"),
        (measure(date(2026, 4, 1), date(2026, 10, 19), 10, 9), "overdue"),
        (measure(date(2026, 4, 1), date(2026, 10, 20), 10, 9), "running"),
        (measure(date(2026, 10, 21), date(2026, 12, 1), 10, 0), "ahead"),
    )
    content = book(replace(WEB, measures=tuple(each for each, _ in cases)))
    assert values(content, "measure_states")[: len(cases)] == [state(id_) for _, id_ in cases]


def test_states_follow_the_as_of_date() -> None:
    content = edited(book(WEB), {"as_of": date(2026, 9, 30)})
    states = values(content, "measure_states")
    assert state("overdue") not in states
    assert states[2] == state("behind")  # due that very day, a third of it done


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_sheet_says_what_to_enter(language: Language) -> None:
    content = book(BLANK, language)
    assert errors(content) == []
    assert cell(content, "B3", language) == text("planner.actions.headline.none", language)
    assert cell(content, "B4", language) is None
    assert values(content, "channel_roi") == [None] * 6
    assert value(content, "total_cost") == 0


def test_half_filled_measures_break_nothing() -> None:
    rows: tuple[dict[str, object], ...] = (
        {"B": "名前だけ"},
        {"B": "無料", "C": "メール", "J": 0, "K": 5, "L": 1, "M": 100},
        {"B": "成果なし", "C": "メール", "J": 1000, "K": 0, "L": 0},
        {"B": "費用なし", "C": "メール", "K": 5, "L": 1},
        {"B": "チャネルなし", "J": 500, "K": 5, "L": 1, "M": 1500},
        {"B": "期限が開始の前", "E": date(2026, 12, 1), "F": date(2026, 11, 1), "G": 3, "H": 1},
        {"B": "文字", "E": "春", "F": "秋", "G": "数回", "H": "?", "J": "約10万"},
        {"B": "計画0回", "G": 0, "H": 0},
        {"J": 700},
    )
    cells = {f"{column}{FIRST + place}": one for place, row in enumerate(rows) for column, one in row.items()}
    content = typed(book(BLANK), SHEET, cells)
    assert errors(content) == []
    shown_rows = [[cell(content, f"{column}{FIRST + place}") for column in "NOP"] for place in range(5)]
    assert shown_rows == [[None] * 3, [None] * 3, [None, None, -1], [None] * 3, [100, 500, 2]]
    expected = ["running"] * 5 + ["ahead", "running", "finished"]
    assert values(content, "measure_states")[: len(expected)] == [state(id_) for id_ in expected]
    assert values(content, "measure_states")[len(expected)] is None
    assert values(content, "channel_costs")[2] == 1000  # email
    assert value(content, "total_cost") == 2200
    assert cell(content, "J14") == 1200
