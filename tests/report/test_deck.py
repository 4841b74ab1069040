"""The slides: native charts and tables that hold the workbook's numbers, and text that keeps to its room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from report.planners import PLANNERS, fill, in_memory, overfull, planner

from kpixl.i18n import LANGUAGES, Language, text
from kpixl.report.deck import deck
from kpixl.report.numbers import count, interval, number, percent
from kpixl.report.story import Change, Pace
from kpixl.report.tell import tell
from kpixl.report.widths import lines

EVERY_PLANNER = pytest.mark.parametrize(("sample", "language"), PLANNERS)
FILLED = pytest.mark.parametrize(("sample", "language"), [each for each in PLANNERS if each[0]])
BOTH = pytest.mark.parametrize("language", LANGUAGES)
INCH = 914400
CROWDED = "展示会で名刺を交換した見込み客への架電とメールの実施、および事例の作成" * 3


@cache
def slides_of(sample: str | None, language: Language) -> bytes:
    return deck(tell(planner(sample, language)))


def opened(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def table(slide: Any, which: int = 0) -> list[list[str]]:
    found = [shape.table for shape in slide.shapes if shape.has_table][which]
    return [[cell.text_frame.text for cell in row.cells] for row in found.rows]


def values(chart: Any) -> list[list[float | None]]:
    return [list(series.values) for series in chart.series]


@FILLED
def test_charts_and_tables_hold_the_numbers_of_the_cells(sample: str, language: Language) -> None:
    port = planner(sample, language)
    story = tell(port)
    _, where, funnel, pace, change, fix, alarms, _ = opened(slides_of(sample, language)).slides
    assert values(charts(where)[0]) == [list(port.cells("pace").column)]
    assert [row[2:] for row in table(where)[1:]] == [
        [
            number(stage.actual),
            number(stage.to_date),
            percent(stage.pace),
            number(stage.target),
            number(stage.landing, 0),
            number(stage.required, 0),
            percent(stage.landing_share, 0),
        ]
        for stage in story.stages
    ]
    results = port.cells("year_results").column
    assert values(charts(funnel)[0]) == [
        [result / stage.year_to_date for result, stage in zip(results, story.stages)]  # type: ignore[operator]
    ]
    assert [row[1:4] for row in table(funnel)[1:]] == [
        [percent(step.rate), percent(step.target), interval(step.lower, step.upper, language)]
        for step in story.steps
    ]
    assert isinstance(story.pace, Pace)
    actual, target, *gates = values(charts(pace)[0])
    column = port.cells("daily_cumulative").rows
    place = int(port.cells("focus_place").value) - 1  # type: ignore[arg-type]
    assert actual == [None if row[place] == "" else row[place] for row in column][: len(actual)]
    assert target[-1] == port.cells("month_targets").column[place]
    drawn = sorted(value for series in gates for value in series if value is not None)
    assert drawn == sorted(gate.need for gate in story.pace.gates if gate.need is not None)
    assert isinstance(story.change, Change)
    assert [label.rpartition("\n")[2] for label in charts(change)[0].plots[0].categories] == [
        count(shown, language, 1, signed=True)
        for shown in (*(factor.shown for factor in story.change.factors), story.change.shown)
    ]
    assert values(charts(fix)[0]) == [
        list(port.cells("step_rates").column),
        list(port.cells("actual_rates").column),
    ]
    shown = table(alarms)[1:]
    assert [row[2] for row in shown] == [alarm.rule for alarm in story.alarms][: len(shown)]


@FILLED
def test_the_waterfall_stands_where_the_effects_lead(sample: str, language: Language) -> None:
    story = tell(planner(sample, language))
    assert isinstance(story.change, Change)
    base, *parts = values(charts(opened(slides_of(sample, language)).slides[4])[0])
    ends = story.change.ends
    for place, (start, end) in enumerate(pairwise(ends)):
        column = [series[place] or 0.0 for series in (base, *parts)]
        reached = {
            round(sum(value for value in column if value > 0), 6),
            round(sum(value for value in column if value < 0), 6),
        }
        outer = {max(start, end, 0.0), min(start, end, 0.0)}
        assert reached == {round(value, 6) for value in outer}


@EVERY_PLANNER
def test_there_are_eight_slides_with_titles_and_nothing_of_the_librarys_template(
    sample: str | None, language: Language
) -> None:
    content = slides_of(sample, language)
    presentation = opened(content)
    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9, abs=0.001)
    titles = [slide.shapes.title.text_frame.text for slide in presentation.slides]
    assert len(titles) == 8
    assert all(titles)
    assert titles[1] == text("report.where", language)
    assert len(presentation.slide_layouts) == 2
    parts = ZipFile(BytesIO(content)).namelist()
    assert not [part for part in parts if "thumbnail" in part or "printerSettings" in part]


def runs(content: bytes) -> Iterator[Any]:
    for slide in opened(content).slides:
        yield from slide._element.iter(qn("a:r"))


@BOTH
def test_every_word_names_a_typeface_for_east_asian_text(language: Language) -> None:
    content = slides_of("web", language)
    found = list(runs(content))
    assert found
    for run in found:
        assert run.find(qn("a:rPr")).find(qn("a:ea")).get("typeface") == "Yu Gothic"
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if re.fullmatch(r"ppt/charts/chart\d+\.xml", name):
                assert b'<a:ea typeface="Yu Gothic"/>' in package.read(name)
            if re.fullmatch(r"ppt/theme/theme\d+\.xml", name):
                assert package.read(name).count(b'<a:ea typeface="Yu Gothic"/>') == 2


# room


def boxes(slide: Any) -> list[tuple[str, float, float, float, float]]:
    """What stands on a slide: its name, left, top, right and bottom in inches."""
    found = []
    for shape in slide.shapes:
        left, top = shape.left / INCH, shape.top / INCH
        found.append((shape.name, left, top, left + shape.width / INCH, top + shape.height / INCH))
    return found


def overlapping(slide: Any) -> list[tuple[str, str]]:
    found = boxes(slide)
    return [
        (one[0], other[0])
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if min(one[3], other[3]) - max(one[1], other[1]) > 0.01
        and min(one[4], other[4]) - max(one[2], other[2]) > 0.01
    ]


def too_long(slide: Any) -> list[str]:
    """Texts that need more lines than their box has room for, by the width of their letters."""
    found = []
    for shape in slide.shapes:
        if not shape.has_text_frame or not shape.text_frame.text:
            continue
        size = max(run.font.size.pt for part in shape.text_frame.paragraphs for run in part.runs)
        needed = lines(shape.text_frame.text, shape.width / INCH * 72 / size) * size * 1.2 / 72
        if needed > shape.height / INCH + 0.02:
            found.append(shape.text_frame.text)
    return found


@EVERY_PLANNER
def test_nothing_overlaps_and_everything_is_on_its_slide(sample: str | None, language: Language) -> None:
    for slide in opened(slides_of(sample, language)).slides:
        assert overlapping(slide) == []
        assert too_long(slide) == []
        assert all(
            left >= 0 and top >= 0 and right <= 13.334 and bottom <= 7.5
            for _, left, top, right, bottom in boxes(slide)
        )


@pytest.mark.parametrize("words", [CROWDED, "W" * 300, "<script> & 😀 \u202e words " * 12])
@BOTH
def test_whatever_the_words_nothing_overlaps(words: str, language: Language) -> None:
    for slide in opened(deck(tell(overfull(language, words)))).slides:
        assert overlapping(slide) == []
        assert too_long(slide) == []
        assert all(right <= 13.334 and bottom <= 7.5 for _, _, _, right, bottom in boxes(slide))


def test_what_overlaps_or_is_too_long_is_found() -> None:
    slide = opened(slides_of("web", "ja")).slides[1]
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = INCH, INCH, 3 * INCH, 3 * INCH
    assert overlapping(slide)
    slide.shapes[-1].text_frame.paragraphs[0].runs[0].text = CROWDED * 9
    assert too_long(slide)


# what a stranger typed


def test_words_of_the_workbook_become_no_formula_or_link_in_the_sheets_behind_the_charts() -> None:
    workbook = in_memory("web", "ja")
    names = [
        '=HYPERLINK("http://h.example")',
        "http://h.example",
        "{=1+1}",
        "mailto:a@h.example",
        "internal:A1",
    ]
    fill(workbook, "stage_names", *names)
    shown = 0
    with ZipFile(BytesIO(deck(tell(workbook)))) as package:
        for name in package.namelist():
            if name.endswith(".xlsx"):
                with ZipFile(BytesIO(package.read(name))) as data:
                    sheet = data.read("xl/worksheets/sheet1.xml")
                    assert b"<f>" not in sheet
                    assert b"hyperlink" not in sheet
                    shown += data.read("xl/sharedStrings.xml").count(b"h.example")
    assert shown > 0


# bytes


def test_the_same_story_gives_the_same_bytes_dated_by_the_workbook() -> None:
    story = tell(planner("web", "ja"))
    content = deck(story)
    assert content == slides_of("web", "ja")
    assert opened(content).core_properties.created.date() == story.as_of
    with ZipFile(BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        inner = [package.read(name) for name in package.namelist() if name.endswith(".xlsx")]
    assert len(inner) == 5
    for workbook in inner:
        with ZipFile(BytesIO(workbook)) as package:
            assert b"2026-04-01T00:00:00Z</dcterms:created>" in package.read("docProps/core.xml")
