"""The page: its numbers are the workbook's, it is safe, and it is well made on screen, phone and paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from report.browser import A4_WIDTH, PHONE_WIDTH, Browser, chromium
from report.planners import PLANNERS, overfull, planner
from report.printed import pages, paper_words, tagged

from kpixl.i18n import LANGUAGES, Language
from kpixl.report.look import LEVEL_LOOKS, NO_LEVEL_LOOK, PALETTE
from kpixl.report.numbers import count, interval, number, percent, yen
from kpixl.report.page import page
from kpixl.report.paper import paper
from kpixl.report.story import Change, Fix, Story
from kpixl.report.tell import tell

HOSTILE = "<script>alert(1)</script> \" onload='x' & {{ 7 * 7 }} 😀 \u202e" + "x" * 80
CROWDED = "展示会で名刺を交換した見込み客への架電とメールの実施、および事例の作成" * 3
EVERY_PLANNER = pytest.mark.parametrize(("sample", "language"), PLANNERS)
WEB = pytest.mark.parametrize("language", LANGUAGES)


def shown_numbers(story: Story) -> Iterator[str]:
    """Every number that the page must show, as it is written."""
    language = story.language
    for stage in story.stages:
        yield number(stage.actual)
        yield count(stage.to_date, language)
        yield percent(stage.pace)
        yield f"{count(stage.landing, language, 0)} ({percent(stage.landing_share, 0)})"
        yield f"{number(stage.year_actual)} / {count(stage.year_to_date, language)}"
    for step in story.steps:
        yield percent(step.rate)
        yield percent(step.target)
    assert isinstance(story.change, Change)
    for factor in story.change.factors:
        yield count(factor.shown, language, 1, signed=True)
    assert isinstance(story.fix, Fix)
    if story.fix.step:
        yield count(story.fix.step.uplift, language, 1, signed=True)
        yield yen(story.fix.worth, language)


class Words(HTMLParser):
    """The text of a page, and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(html: bytes) -> Words:
    words = Words()
    words.feed(html.decode("utf-8"))
    return words


def without_spaces(words: str) -> str:
    return re.sub(r"\s", "", words)


# content


@pytest.mark.parametrize(("sample", "language"), [each for each in PLANNERS if each[0]])
def test_the_page_shows_the_numbers_of_the_cells(sample: str, language: Language) -> None:
    story = tell(planner(sample, language))
    words = "\n".join(read(page(story)).words)
    assert not [shown for shown in shown_numbers(story) if shown not in words]


@WEB
def test_the_paper_shows_the_numbers_of_the_cells_and_is_one_page(language: Language, tmp_path: Path) -> None:
    story = tell(planner("web", language))
    pdf = paper(story)
    words = without_spaces(paper_words(pdf, tmp_path))
    assert not [shown for shown in shown_numbers(story) if without_spaces(shown) not in words]
    assert pages(pdf, tmp_path) == 1


def test_the_paper_of_an_overfull_planner_is_one_page_the_same_every_time(tmp_path: Path) -> None:
    story = tell(overfull("ja", CROWDED))
    pdf = paper(story)
    assert pages(pdf, tmp_path) == 1
    assert pdf == paper(story)
    assert tagged(pdf, tmp_path)


def test_the_same_story_gives_the_same_page_and_the_other_language_another_one() -> None:
    port = planner("web", "ja")
    assert page(tell(port)) == page(tell(port))
    english = page(tell(port, "en"))
    assert b'<html lang="en">' in english
    assert b"Furthest behind" in english


def test_an_interval_is_told_where_a_rate_may_be_chance() -> None:
    story = tell(planner("web", "ja"))
    step = story.steps[2]
    assert interval(step.lower, step.upper, "ja") in "\n".join(read(page(story)).words)


# safety


@EVERY_PLANNER
def test_the_page_asks_for_nothing_from_outside(sample: str | None, language: Language) -> None:
    html = page(tell(planner(sample, language))).decode()
    elements = read(html.encode()).elements
    assert not {tag for tag, _ in elements} & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert not [attrs for _, attrs in elements if any(name in attrs for name in ("src", "href", "style"))]
    assert "url(" not in html
    assert "@import" not in html
    (policy,) = (attrs["content"] for _, attrs in elements if attrs.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_hostile_words_stay_words() -> None:
    html = page(tell(overfull("en", HOSTILE))).decode()
    assert not any(tag == "script" for tag, _ in read(html.encode()).elements)
    assert not any(name.startswith("on") for _, attrs in read(html.encode()).elements for name in attrs)
    assert "&lt;script&gt;" in html
    assert "{{ 7 * 7 }}" in unescape(html)
    assert "\u202e" not in html


# what it is made of


@EVERY_PLANNER
def test_headings_tables_and_drawings_can_be_read_aloud(sample: str | None, language: Language) -> None:
    html = page(tell(planner(sample, language))).decode()
    elements = read(html.encode()).elements
    assert [tag for tag, _ in elements].count("h1") == 1
    assert len(re.findall("<svg", html)) == len(
        re.findall(r'<svg [^>]*role="img"[^>]*><title>[^<]+</title>', html)
    )
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in elements if tag == "th")
    ids = [attrs["id"] for _, attrs in elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert all(attrs.get("aria-labelledby") in ids for tag, attrs in elements if tag == "section")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_words_stand_out_from_what_they_stand_on() -> None:
    for look in (*LEVEL_LOOKS, NO_LEVEL_LOOK):
        assert contrast(look.ink, look.fill) >= 4.5
    for colour in (PALETTE.ink, PALETTE.quiet, PALETTE.accent, PALETTE.loss, LEVEL_LOOKS[3].fill):
        assert contrast(colour, PALETTE.paper) >= 4.5
    assert contrast(PALETTE.quiet, PALETTE.pale) >= 4.5
    assert contrast(PALETTE.line, PALETTE.paper) < 2  # the measure itself can fail


def test_levels_look_as_in_the_workbook() -> None:
    from kpixl.template import theme

    assert [(look.fill, look.ink) for look in LEVEL_LOOKS] == [
        (look.fill, look.ink) for look in theme.LEVEL_LOOKS
    ]


# in a browser


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def written(folder: Path, name: str, html: bytes) -> Path:
    file = folder / f"{name}.html"
    file.write_bytes(html)
    return file


@EVERY_PLANNER
def test_nothing_is_wider_than_its_room(
    sample: str | None, language: Language, browser: Browser, folder: Path
) -> None:
    file = written(folder, f"{sample}.{language}", page(tell(planner(sample, language))))
    for width in (A4_WIDTH, PHONE_WIDTH):
        browser.open(file, width)
        assert browser.overflowing() == []
    assert pages(browser.printed(), folder) == 1
    assert browser.missing_glyphs() == ""


@pytest.mark.parametrize("words", [HOSTILE, CROWDED, "W" * 200], ids=["hostile", "crowded", "long"])
@WEB
def test_whatever_the_words_nothing_is_wider_than_its_room(
    words: str, language: Language, browser: Browser, folder: Path
) -> None:
    file = written(folder, "overfull", page(tell(overfull(language, words))))
    for width in (A4_WIDTH, PHONE_WIDTH):
        browser.open(file, width)
        assert browser.overflowing() == []
    assert pages(browser.printed(), folder) == 1
    assert browser.complaints() == []


def test_what_is_too_wide_is_found(browser: Browser, folder: Path) -> None:
    html = page(tell(planner("web", "ja"))).decode()
    broken = html.replace(">現在地<", f">{'w' * 200}<").replace(
        "overflow-wrap: anywhere", "overflow-wrap: normal"
    )
    assert broken != html
    browser.open(written(folder, "broken", broken.encode()), PHONE_WIDTH)
    assert browser.overflowing() != []
    # the changed style is no longer the one that the page allows
    assert any("Content Security Policy" in complaint for complaint in browser.complaints())


def test_a_missing_glyph_is_found(browser: Browser, folder: Path) -> None:
    html = page(tell(planner("web", "ja"))).decode().replace("現在地", "現在地\u0379\ue123")
    browser.open(written(folder, "glyphs", html.encode()), A4_WIDTH)
    assert browser.missing_glyphs() == "\u0379\ue123"


def test_two_pages_are_counted_as_two(browser: Browser, folder: Path) -> None:
    html = page(tell(planner("web", "ja"))).decode().replace("<footer>", "<p>…</p>" * 200 + "<footer>")
    browser.open(written(folder, "long", html.encode()), A4_WIDTH)
    assert pages(browser.printed(), folder) > 1
