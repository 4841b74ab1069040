"""A planner that is filled in one entry at a time: at no time an error, and always the next thing to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template.planner.case import BLANK, MONTHS, STAGES
from kpixl.template.planner.start import REQUIRED
from tests.template.planner.books import edited_in_place, errors, filled, place, value, values

SHEET_OF = {id_: sheet for id_, sheet, _ in REQUIRED}
Inputs = dict[tuple[str, str], object]  # by sheet and address
# what must be there, in the order in which it is asked for; everything else comes in between
ORDER = ("company", "revenue_goal", "unit_price", "channel_share", "step_rates", "focus_kpi", "records")


def asked(id_: str, language: Language) -> str:
    sheet = text(f"planner.{SHEET_OF[id_]}.sheet", language)
    return text(f"planner.start.do.{id_}", language).format(sheet=sheet)


def state(content: bytes) -> tuple[object, object]:
    return value(content, "missing_count"), value(content, "next_step")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_planner_shows_no_error_and_asks_for_the_company(language: Language) -> None:
    content = filled(BLANK, language)
    assert errors(content) == []
    assert state(content) == (len(ORDER), asked("company", language))


def test_filling_in_one_entry_after_another_never_shows_an_error() -> None:
    content = filled(BLANK, "ja")
    missing = list(ORDER)
    for required, inputs in steps(content, "ja"):
        before = state(content)
        content = edited_in_place(content, inputs)
        assert errors(content) == [], list(inputs)
        if required is not None:
            assert missing.pop(0) == required, list(inputs)
            assert value(content, "missing_count") == len(missing)
            if missing:
                assert value(content, "next_step") == asked(missing[0], "ja")
        elif missing:
            assert state(content) == before, list(inputs)
    assert value(content, "missing_count") == 0
    assert None not in values(content, "pace")
    assert None not in values(content, "landings")
    assert value(content, "bottleneck") == "{} → {}".format(*values(content, "stage_names")[2:4])


def test_a_planner_in_english_is_filled_in_the_same_order() -> None:
    content = filled(BLANK, "en")
    inputs: dict[tuple[str, str], object] = {}
    missing = list(ORDER)
    for required, more in steps(content, "en"):
        inputs |= more
        if required is not None:
            content, inputs = edited_in_place(content, inputs), {}
            assert errors(content) == []
            assert missing.pop(0) == required
            assert value(content, "missing_count") == len(missing)
            if missing:
                assert value(content, "next_step") == asked(missing[0], "en")
    assert missing == []


def steps(content: bytes, language: Language) -> Iterator[tuple[str | None, Inputs]]:
    """What is filled in, with the entry that is no longer missing then."""

    def at(name: str, number: int = 0) -> tuple[str, str]:
        return place(content, name, number)

    yield "company", {at("company"): "A"}
    yield "revenue_goal", {at("revenue_goal"): 1_000_000_000}
    yield "unit_price", {at("unit_price"): 10_000_000}
    yield "channel_share", {at("channel_share"): 0.2}
    for number, rate in enumerate((0.1, 0.5, 0.5, 0.5)):
        yield "step_rates" if number == STAGES - 2 else None, {at("step_rates", number): rate}
    yield None, {at("evidence_entered"): 1480}
    yield None, {at("evidence_passed"): 152}
    yield (
        None,
        {
            at(name, number): count
            for name, counts in (("evidence_entered", (152, 74, 36)), ("evidence_passed", (74, 36, 17)))
            for number, count in enumerate(counts, 1)
        },
    )
    yield None, {at("capacities", 3): 44, at("what_if_rates", 2): 0.6}
    yield None, {at("channel_shares"): 0.5}
    yield None, {at("month_weights_by_hand", number): 1 for number in range(MONTHS - 1)}
    yield None, {at("as_of"): date(2026, 5, 20)}
    yield from tree(language)
    yield from records(content)


def tree(language: Language) -> Iterator[tuple[str | None, Inputs]]:
    """A goal and one factor below it; with both weights the factor has a score."""
    sheet = text("planner.design.sheet", language)
    for required, cells in (
        (None, {"B20": "G1"}),
        (None, {"D20": "KGI", "E20": "A", "F20": "×", "I20": 20, "J20": 16, "B21": "K1", "C21": "G1"}),
        (None, {"D21": "KPI", "E21": "B", "I21": 40, "J21": 33, "M21": 0.9}),
        ("focus_kpi", {"N21": 0.8}),
    ):
        yield required, {(sheet, address): one for address, one in cells.items()}


def records(content: bytes) -> Iterator[tuple[str | None, Inputs]]:
    """The first row cell by cell, for half a row must not break anything; then row by row."""
    sheet, _ = place(content, "month_results")
    names = values(content, "stage_names")
    yield "records", {(sheet, "B6"): date(2026, 4, 7)}
    yield None, {(sheet, "C6"): names[0]}
    yield None, {(sheet, "E6"): 131}
    counts = ((4, 7, 131), (5, 7, 60), (5, 11, 60))
    for stage, share in enumerate((1, 0.1, 0.05, 0.02, 0.01)):
        rows: Inputs = {}
        for number, (month, day, count) in enumerate(counts):
            row = 6 + len(counts) * stage + number
            rows |= {
                (sheet, f"B{row}"): date(2026, month, day),
                (sheet, f"C{row}"): names[stage],
                (sheet, f"E{row}"): round(count * share),
            }
        yield None, rows
