"""The workbook Branding: growth on last year, survey shares and their changes, NPS, blanks, its bytes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from math import erfc, sqrt

import pytest
from template.planner.books import edited, errors, shown, value, values

from kpixl.hosts.headless import recalculate_content
from kpixl.i18n import LANGUAGES, Language
from kpixl.template.branding import build_branding
from kpixl.template.branding_case import BLANK, SAMPLE, BrandingCase

Z = 1.959963984540054

LANGUAGES_ONCE_EACH = pytest.mark.parametrize("language", LANGUAGES)


@cache
def filled(case: BrandingCase, language: Language = "ja") -> bytes:
    return recalculate_content(build_branding(case, language), "branding.xlsx").content


def sentences(content: bytes) -> tuple[object, object]:
    sheet = shown(content).worksheets[0]
    return sheet["B3"].value, sheet["B4"].value


def wilson(yes: int, asked: int) -> tuple[float, float]:
    share = yes / asked
    middle = (share + Z**2 / 2 / asked) / (1 + Z**2 / asked)
    half = Z / (1 + Z**2 / asked) * sqrt(share * (1 - share) / asked + Z**2 / 4 / asked**2)
    return middle - half, middle + half


def p_value(yes: int, asked: int, yes_later: int, asked_later: int) -> float:
    pooled = (yes + yes_later) / (asked + asked_later)
    error = sqrt(pooled * (1 - pooled) * (1 / asked + 1 / asked_later))
    return erfc(abs(yes_later / asked_later - yes / asked) / error / sqrt(2))


def test_the_latest_quarter_is_compared_with_the_same_quarter_last_year() -> None:
    content = filled(SAMPLE)
    this_year = [row[2] for row in SAMPLE.this_year]
    assert value(content, "brand_quarter") == 3
    assert values(content, "brand_latest") == this_year
    assert values(content, "brand_yoy") == pytest.approx(
        [now / row[2] for now, row in zip(this_year, SAMPLE.last_year)]
    )
    assert "8 指標のうち 7 指標" in str(sentences(content)[1])


def test_a_metric_without_a_value_last_year_or_now_has_no_ratio() -> None:
    last_year: list[float | None] = [number for row in SAMPLE.last_year for number in row]
    last_year[2], last_year[6] = None, 0
    ratios = values(edited(filled(SAMPLE), {"brand_last_year": last_year}), "brand_yoy")
    assert [ratio is None for ratio in ratios] == [True, True] + [False] * 6


def test_survey_shares_have_wilson_s_interval() -> None:
    content = filled(SAMPLE)
    intervals = [wilson(yes[2], asked[2]) for yes, asked in zip(SAMPLE.yes, SAMPLE.asked)]
    assert value(content, "survey_quarter") == 3
    assert values(content, "survey_shares")[:4] == [
        pytest.approx(44 / 200),
        pytest.approx(50 / 210),
        pytest.approx(76 / 205),
        None,
    ]
    assert values(content, "survey_latest") == pytest.approx([76 / 205, 108 / 205, 84 / 205, 48 / 205])
    assert values(content, "survey_lowers") == pytest.approx([low for low, _ in intervals])
    assert values(content, "survey_uppers") == pytest.approx([high for _, high in intervals])


def test_changes_are_told_from_chance() -> None:
    content = filled(SAMPLE)
    pairs = [(yes[1], 210, yes[2], 205) for yes in SAMPLE.yes]
    changes = [later / 205 - before / 210 for before, _, later, _ in pairs]
    assert values(content, "survey_changes") == pytest.approx(changes)
    assert values(content, "survey_p_values") == pytest.approx([p_value(*pair) for pair in pairs])
    assert values(content, "survey_judgements") == [
        "差あり（上昇）",
        "偶然の範囲",
        "偶然の範囲",
        "差あり（低下）",
    ]
    assert "4 指標のうち、上昇 1・低下 1" in str(sentences(content)[0])


def test_a_change_lies_between_newcombe_s_bounds() -> None:
    content = filled(SAMPLE)
    (low, high), (low_later, high_later) = wilson(50, 210), wilson(76, 205)
    before, later = 50 / 210, 76 / 205
    lower = later - before - sqrt((later - low_later) ** 2 + (high - before) ** 2)
    upper = later - before + sqrt((high_later - later) ** 2 + (before - low) ** 2)
    assert values(content, "survey_change_lowers")[0] == pytest.approx(lower)
    assert values(content, "survey_change_uppers")[0] == pytest.approx(upper)


def test_nps_is_the_share_of_promoters_less_that_of_detractors() -> None:
    expected = [(58 - 50) / 200 * 100, (63 - 52) / 210 * 100, (71 - 44) / 205 * 100]
    first, second, third, last = values(filled(SAMPLE), "nps")
    assert [first, second, third] == pytest.approx(expected)
    assert last is None


def test_english_says_the_same() -> None:
    content = filled(SAMPLE, "en")
    assert values(content, "survey_judgements") == [
        "Difference: rose",
        "May be chance",
        "May be chance",
        "Difference: fell",
    ]
    assert values(content, "brand_yoy") == values(filled(SAMPLE), "brand_yoy")


@LANGUAGES_ONCE_EACH
def test_a_blank_workbook_shows_no_error_and_asks_for_values(language: Language) -> None:
    content = filled(BLANK, language)
    assert errors(content) == []
    assert {"ja": "まだ値がありません", "en": "No values yet"}[language] in str(sentences(content)[0])
    assert values(content, "survey_judgements") == ["—"] * 4


HALF_FILLED = {
    "metrics only": replace(BLANK, this_year=SAMPLE.this_year),
    "both years": replace(BLANK, this_year=SAMPLE.this_year, last_year=SAMPLE.last_year),
    "asked only": replace(BLANK, asked=SAMPLE.asked),
    "yes only": replace(BLANK, yes=SAMPLE.yes),
    "first survey": replace(BLANK, asked=((200,),) * 4, yes=((44,), (96,), (82,), (70,))),
    "more than asked": replace(SAMPLE, yes=((44, 50, 900),) * 4),
    "nobody asked": replace(SAMPLE, asked=((0, 0, 0),) * 4),
    "nobody agreed": replace(SAMPLE, yes=((0, 0, 0),) * 4),
    "everybody agreed": replace(SAMPLE, yes=SAMPLE.asked),
    "part of NPS": replace(BLANK, nps=((5,), (), ())),
    "NPS of nobody": replace(BLANK, nps=((0,), (0,), (0,))),
}


@pytest.mark.parametrize("case", HALF_FILLED.values(), ids=HALF_FILLED)
def test_a_half_filled_workbook_shows_no_error(case: BrandingCase) -> None:
    content = filled(case)
    assert errors(content) == []
    assert sentences(content)[0]


def test_the_first_survey_has_an_interval_but_nothing_to_compare_with() -> None:
    content = filled(HALF_FILLED["first survey"])
    assert values(content, "survey_judgements") == ["前四半期の調査なし"] * 4
    assert values(content, "survey_lowers")[0] == pytest.approx(wilson(44, 200)[0])
    assert values(content, "survey_changes") == [None] * 4


def test_an_answer_count_above_those_asked_is_no_survey() -> None:
    assert value(filled(HALF_FILLED["more than asked"]), "survey_quarter") == 2


def test_two_surveys_without_a_single_yes_do_not_differ() -> None:
    assert values(filled(HALF_FILLED["nobody agreed"]), "survey_judgements") == ["偶然の範囲"] * 4


@LANGUAGES_ONCE_EACH
@pytest.mark.parametrize("case", [BLANK, SAMPLE], ids=["blank", "sample"])
def test_it_is_built_alike_every_time(case: BrandingCase, language: Language) -> None:
    assert build_branding(case, language) == build_branding(case, language)
