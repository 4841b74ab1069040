"""The ready-made maps read what the tools write, and it is what the tools' makers put in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kpixl.data.maps import ready_made
from kpixl.data.reading import Reading, read_source
from kpixl.domain.records import Record, Vocabulary
from kpixl.i18n import LANGUAGES, Language, Message, text
from tests.data import exports
from tests.data.exports import Counts

STAGES = ("visits", "leads", "nurtured", "meetings", "deals")
CHANNELS = ("search", "advertising", "email", "webinar", "exhibition", "referral")


def vocabulary(language: Language) -> Vocabulary:
    """The words of a blank planner."""
    stages = tuple(text(f"planner.stage.{stage}", language) for stage in STAGES)
    return Vocabulary(stages, stages, tuple(text(f"planner.channel.{name}", language) for name in CHANNELS))


def read(folder: Path, name: str, content: bytes, language: Language, today: date = exports.LAST) -> Reading:
    path = folder / "export.csv"
    path.write_bytes(content)
    return read_source(path, ready_made(name), vocabulary(language), today)


def told(counts: Counts, language: Language) -> set[Record]:
    return {
        Record(
            day,
            text(f"planner.stage.{STAGES[stage - 1]}", language),
            text(f"planner.channel.{channel}", language),
            float(count),
        )
        for (day, stage, channel), count in counts.items()
    }


@pytest.mark.parametrize("planner", LANGUAGES)
@pytest.mark.parametrize("tool", LANGUAGES)
def test_ga4_in_either_language_fills_a_planner_in_either_language(
    tool: Language, planner: Language, tmp_path: Path
) -> None:
    reading = read(tmp_path, "ga4", exports.ga4(tool), planner)
    assert reading.problems == ()
    assert reading.notes == (Message.of("import.note.total", count=1),)
    assert set(reading.records) == told(exports.visits(), planner)
    assert (reading.first, reading.last) == (exports.FIRST, exports.LAST)


@pytest.mark.parametrize("tool", LANGUAGES)
def test_hubspot_in_either_language_gives_meetings_and_deals(tool: Language, tmp_path: Path) -> None:
    reading = read(tmp_path, "hubspot", exports.hubspot(tool), "ja")
    assert (reading.problems, reading.notes) == ((), ())
    assert set(reading.records) == told(exports.reached((4, 5)), "ja")
    assert {each.metric for each in reading.coverage} == {"商談", "受注"}  # not the stages without a column


def test_an_ma_tool_in_shift_jis_gives_leads_and_nurtured_leads(tmp_path: Path) -> None:
    reading = read(tmp_path, "ma", exports.ma(), "en")
    assert (reading.problems, reading.notes) == ((), ())
    assert set(reading.records) == told(exports.reached((2, 3)), "en")
    assert {event.score for event in reading.events} == {float(lead.score) for lead in exports.leads()}


def test_salesforce_says_the_same_of_opportunities_as_hubspot_of_contacts(tmp_path: Path) -> None:
    reading = read(tmp_path, "salesforce", exports.salesforce(), "ja")
    assert (reading.problems, reading.notes) == ((), ())
    assert set(reading.records) == told(exports.reached((4, 5)), "ja")


def test_records_come_in_the_order_of_days_stages_and_channels(tmp_path: Path) -> None:
    records = read(tmp_path, "ma", exports.ma(), "ja").records
    words = vocabulary("ja")
    assert list(records) == sorted(
        records,
        key=lambda each: (each.day, words.metrics.index(each.metric), words.channels.index(each.channel)),
    )


def test_the_period_in_the_comments_is_spoken_for_as_far_as_it_is_past(tmp_path: Path) -> None:
    content = exports.ga4("ja", date(2026, 5, 9)).replace(b"20260509\n", b"20260531\n", 1)
    assert read(tmp_path, "ga4", content, "ja").last == date(2026, 5, 31)
    assert read(tmp_path, "ga4", content, "ja", date(2026, 5, 10)).last == date(2026, 5, 10)
