"""The sheet Review: what is open, what is overdue, and what carries over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from books import edited, errors, filled, shown, typed, value, values

from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template.planner import funnel, review, start
from kpixl.template.planner.case import BLANK, Case
from kpixl.template.planner.cases.web import WEB
from kpixl.template.planner.review import FIRST, ROWS

SHEETS = (start.SHEET, funnel.SHEET, review.SHEET)
SHEET = text("planner.review.sheet", "ja")


def book(case: Case, language: Language = "ja") -> bytes:
    return filled(case, language, SHEETS)


def headline(content: bytes, language: Language = "ja") -> object:
    return shown(content)[text("planner.review.sheet", language)]["B3"].value


def said(id_: str, **gaps: object) -> str:
    return text(f"planner.review.headline.{id_}", "ja").format(**gaps)


def act(id_: str) -> str:
    return text(f"planner.case.web.review.{id_}.act", "ja")


def test_decisions_are_counted_as_done_open_or_overdue() -> None:
    content = book(WEB)
    assert (value(content, "open_reviews"), value(content, "overdue_reviews")) == (3, 1)
    states = [
        text(f"planner.review.state.{id_}", "ja") for id_ in ("closed", "closed", "overdue", "open", "open")
    ]
    assert values(content, "review_states") == states + [None] * (ROWS - len(states))
    assert headline(content) == said("overdue", overdue=1, open=3)


def test_what_carries_over_is_sorted_by_its_due_date() -> None:
    assert values(book(WEB), "carry_over") == [
        f"{act('august')}／インサイドセールス／10/9まで",
        f"{act('september')}／部門長／10/23まで",
        f"{act('october')}／マーケティング／10/30まで",
        None,
        None,
    ]


def test_the_order_is_by_date_not_by_row_and_without_a_date_last() -> None:
    days = (None, date(2026, 11, 5), date(2026, 11, 2), date(2026, 11, 5), date(2026, 10, 21))
    reviews = tuple(replace(each, due=due, closed=False) for each, due in zip(WEB.reviews, days))
    content = book(replace(WEB, reviews=reviews))
    carried = [str(one).partition("／")[0] for one in values(content, "carry_over")]
    assert carried == [act(reviews[place].id) for place in (4, 2, 1, 3, 0)]
    assert values(content, "carry_over")[4] == f"{act('may')}／マーケティング"
    assert headline(content) == said("open", open=5)


def test_a_decision_is_overdue_from_the_day_after_it_was_due() -> None:
    for day, overdue in ((date(2026, 10, 23), 1), (date(2026, 10, 24), 2)):
        assert value(edited(book(WEB), {"as_of": day}), "overdue_reviews") == overdue


def test_when_everything_is_done_the_sheet_says_so() -> None:
    content = book(replace(WEB, reviews=tuple(replace(each, closed=True) for each in WEB.reviews)))
    assert headline(content) == said("clear")
    assert values(content, "carry_over") == [None] * 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_log_says_what_to_write(language: Language) -> None:
    content = book(BLANK, language)
    assert errors(content) == []
    assert headline(content, language) == text("planner.review.headline.none", language)
    assert (value(content, "open_reviews"), value(content, "overdue_reviews")) == (0, 0)
    assert values(content, "carry_over") == [None] * 5


def test_half_written_rows_break_nothing() -> None:
    rows: tuple[dict[str, object], ...] = (
        {"C": "計画だけ"},
        {"F": "行動だけ"},
        {"F": "期限が文字", "H": "来週"},
        {"F": "担当だけ", "G": "営業"},
        {"F": "済み", "I": "○"},
    )
    cells = {f"{column}{FIRST + place}": one for place, row in enumerate(rows) for column, one in row.items()}
    content = typed(book(BLANK), SHEET, cells)
    assert errors(content) == []
    assert values(content, "carry_over") == ["行動だけ", "期限が文字", "担当だけ／営業", None, None]
    assert (value(content, "open_reviews"), value(content, "overdue_reviews")) == (3, 0)
    without_day = edited(content, {"as_of": None})
    assert [error for error in errors(without_day) if error.startswith(SHEET)] == []
