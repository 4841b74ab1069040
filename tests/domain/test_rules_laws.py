"""Laws of rules: what they say in either language is what they are, and they fire on nothing else."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpixl.domain.rule_sentences import read_rule, write_rule
from kpixl.domain.rules import (
    MISSED,
    ONCE,
    PLACES,
    Band,
    Bound,
    ChangeRule,
    CheckpointRule,
    Comparison,
    InSuccession,
    LevelRule,
    Move,
    Rule,
    Unit,
    fires,
)
from kpixl.domain.streaks import streak
from kpixl.errors import NotEnoughData, WrongArgument

PERCENTS = st.integers(0, 300).map(Decimal) | st.decimals(0, 999999, places=2)
LIMITS = st.builds(Bound, st.sampled_from(Comparison), PERCENTS)
RANGES = st.tuples(
    st.builds(Bound, st.sampled_from([Comparison.AT_LEAST, Comparison.ABOVE]), PERCENTS),
    st.builds(Bound, st.sampled_from([Comparison.BELOW, Comparison.AT_MOST]), PERCENTS),
).filter(lambda bounds: bounds[0].percent < bounds[1].percent)
BANDS = (LIMITS.map(lambda bound: (bound,)) | RANGES).map(Band) | st.just(MISSED)
RUNNING = st.just(ONCE) | st.builds(InSuccession, st.integers(2, 999), st.sampled_from(Unit))
LEVEL_RULES = st.builds(LevelRule, BANDS, RUNNING)
CHANGE_RULES = st.builds(ChangeRule, st.sampled_from(Move), BANDS, RUNNING)
CHECKPOINT_RULES = st.sampled_from(sorted(PLACES, key=str)).flatmap(
    lambda point: st.builds(
        CheckpointRule, BANDS, st.integers(1, PLACES[point]), st.just(point[0]), st.just(point[1])
    )
)
RULES = LEVEL_RULES | CHANGE_RULES | CHECKPOINT_RULES
LANGUAGES = st.sampled_from(["ja", "en"])
HUNDREDTHS = st.integers(-50, 300).map(lambda percent: percent / 100)
SERIES = st.lists(HUNDREDTHS, min_size=1, max_size=8)


@given(RULES, LANGUAGES, LANGUAGES)
def test_a_written_rule_reads_back_as_itself(rule: Rule, written: str, asked: str) -> None:
    sentence = write_rule(rule, written)  # type: ignore[arg-type]
    assert read_rule(sentence, asked) == rule  # type: ignore[arg-type]


@given(RULES, LANGUAGES)
def test_a_sentence_written_again_stays_the_same(rule: Rule, language: str) -> None:
    sentence = write_rule(rule, language)  # type: ignore[arg-type]
    assert write_rule(read_rule(sentence, language), language) == sentence  # type: ignore[arg-type]


@given(
    RULES,
    LANGUAGES,
    st.sampled_from(["", "なら施策変更", "の場合は、部門長へ報告", ":対策会議", ": report", "→再設計"]),
)
def test_the_agreed_action_behind_a_rule_does_not_change_it(rule: Rule, language: str, action: str) -> None:
    assume(language == "ja" or not action or action[0] in ":→")
    assert read_rule(write_rule(rule, language) + action, language) == rule  # type: ignore[arg-type]


@given(RULES)
def test_full_width_characters_and_spaces_do_not_change_a_rule(rule: Rule) -> None:
    sentence = write_rule(rule, "ja")
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter in "0123456789.%" else letter for letter in sentence)
    assert unicodedata.normalize("NFKC", wide) == sentence
    assert read_rule(wide, "ja") == rule
    assert read_rule(" \u3000".join(sentence), "ja") == rule


@given(RULES)
def test_capitals_and_wide_spacing_do_not_change_an_english_rule(rule: Rule) -> None:
    assert read_rule("  ".join(write_rule(rule, "en").upper().split(" ")), "en") == rule


@pytest.mark.parametrize(
    ("sentences", "rule"),
    [
        (
            "2ヶ月連続で達成率70%未満 2か月連続で達成率70%未満 2カ月連続70%未満 2ヵ月連続で70%を下回る"
            " ２ケ月連続で達成率７０％未満 二ヶ月連続で達成率7割未満 達成率70%未満が2ヶ月連続"
            " 達成率70%未満が2ヶ月続いたら警告"
            " 2ヶ月連続で達成率70%未満の場合は部門長への報告と対策会議の開催が必須",
            LevelRule(Band((Bound(Comparison.BELOW, Decimal(70)),)), InSuccession(2, Unit.MONTH)),
        ),
        (
            "2ヶ月未達 2ヶ月未達なら施策変更 2ヶ月連続未達なら再設計を検討 2ヶ月連続で目標未達"
            " 2ヶ月連続で未達成なら再設計を検討する",
            LevelRule(MISSED, InSuccession(2, Unit.MONTH)),
        ),
        (
            "変動20%以上 20%以上の変動 変動20%以上なら要因分析 前月比20%以上の変動"
            " 数値の変動が20%以上あったら要因分析を行う",
            ChangeRule(Move.EITHER, Band((Bound(Comparison.AT_LEAST, Decimal(20)),))),
        ),
        (
            "達成率80%以上:注意レベル 80%以上 ≧80% 達成率8割以上",
            LevelRule(Band((Bound(Comparison.AT_LEAST, Decimal(80)),))),
        ),
        (
            "70-80%:警戒レベル 70〜80% 70～80% 70%〜80% 70%から80% 70%以上80%未満 80%未満かつ70%以上",
            LevelRule(Band((Bound(Comparison.AT_LEAST, Decimal(70)), Bound(Comparison.BELOW, Decimal(80))))),
        ),
        ("70%未満:危機レベル 70%を割る <70%", LevelRule(Band((Bound(Comparison.BELOW, Decimal(70)),)))),
        (
            "100%超 100%を超える 100%を上回ったら 100%超過",
            LevelRule(Band((Bound(Comparison.ABOVE, Decimal(100)),))),
        ),
        ("90%以下 ≦90%", LevelRule(Band((Bound(Comparison.AT_MOST, Decimal(90)),)))),
        (
            "先月より低下 前期より減少 前月比減",
            ChangeRule(Move.FALL, Band((Bound(Comparison.ABOVE, Decimal(0)),))),
        ),
    ],
)
def test_the_ways_to_say_a_rule_in_japanese_mean_the_same(sentences: str, rule: Rule) -> None:
    for sentence in sentences.split():
        assert read_rule(sentence, "ja") == rule, sentence


@pytest.mark.parametrize(
    ("sentences", "rule"),
    [
        (
            "below 70% for 2 months|for two months below 70%|less than 70 % for 2 consecutive months"
            "|achievement is under 70 percent 2 months in a row: report to the head",
            LevelRule(Band((Bound(Comparison.BELOW, Decimal(70)),)), InSuccession(2, Unit.MONTH)),
        ),
        (
            "missed for 2 months|target missed for 2 months running|2 straight months missed",
            LevelRule(MISSED, InSuccession(2, Unit.MONTH)),
        ),
        (
            "change of 20% or more|changes by at least 20%|a change of 20% or more: analyse",
            ChangeRule(Move.EITHER, Band((Bound(Comparison.AT_LEAST, Decimal(20)),))),
        ),
        (
            "between 70% and 80%|from 70 to 80%|70-80%|at least 70% and below 80%|below 80% and at least 70%",
            LevelRule(Band((Bound(Comparison.AT_LEAST, Decimal(70)), Bound(Comparison.BELOW, Decimal(80))))),
        ),
        (
            "lower than last month|fell compared with the previous month|drop",
            ChangeRule(Move.FALL, Band((Bound(Comparison.ABOVE, Decimal(0)),))),
        ),
    ],
)
def test_the_ways_to_say_a_rule_in_english_mean_the_same(sentences: str, rule: Rule) -> None:
    for sentence in sentences.split("|"):
        assert read_rule(sentence, "en") == rule, sentence


@pytest.mark.parametrize(
    ("japanese", "english", "place", "part_of"),
    [
        (
            "月の1週目終了時点で月間目標の20%未満",
            "below 20% of the monthly target at the end of week 1",
            1,
            "month",
        ),
        ("月の2週目終了時点で20%未満", "at the end of the second week below 20%", 2, "month"),
        ("第3週終了時に20%未満", "below 20% by the end of week 3 of the month", 3, "month"),
        ("四半期の6週目終了時点で20%未満", "below 20% at the end of week 6 of the quarter", 6, "quarter"),
        ("四半期前半でKPI達成が20%未満", "below 20% in the first half of the quarter", 1, "quarter"),
        ("年度の後半で達成率20%未満", "below 20% in the second half of the year", 2, "year"),
    ],
)
def test_checkpoints_read_alike_in_both_languages(
    japanese: str, english: str, place: int, part_of: str
) -> None:
    rule = read_rule(japanese, "ja")
    assert rule == read_rule(english, "en")
    assert isinstance(rule, CheckpointRule)
    assert (rule.place, rule.whole.value) == (place, part_of)
    assert rule.band == Band((Bound(Comparison.BELOW, Decimal(20)),))


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("2ヶ月連続で売上70%未満", "売上"),
        ("主要施策ごとにプランBを準備", "主要施策"),
        ("5つのなぜ", "5つのなぜ"),
        ("ルールの有効性を定期的に検証", "ルール"),
        ("先月より商談化率低下", "商談化率低下"),
        ("2ヶ月連続で70点未満", "70点未満"),
        ("below 70 for 2 months", "below 70"),
        ("below 70% for 2 fortnights", "for 2 fortnights"),
        ("below 70% fro 2 months", "fro"),
        ("70%", "70%"),
        ("2ヶ月連続で3週連続で70%未満", "3週連続"),
        ("2ヶ月連続で未達、70%未満", "未達"),
        ("前月比80%未満", "前月比"),
        ("2ヶ月連続で月の2週目終了時点で40%未満", "2ヶ月連続"),
        ("月の2週目終了時点で変動20%以上", "2週目終了時点"),
        ("change of 20% or more missed", "missed"),
        ("達成率70%未満、変動20%以上", "20%以上"),
        ("変動20%以上、達成率70%未満", "70%未満"),
        ("below 70% and change of 20% or more", "20% or more"),
        ("change of 20% or more and achievement below 70%", "below 70%"),
        ("2ヶ月連続で達成率70%未満ではない", "ない"),
        ("達成率70%未満または120%超", "または"),
        ("3ヶ月中2ヶ月で未達", "中"),
        ("below 70% in 2 months", "in 2 months"),
    ],
)
def test_a_sentence_that_cannot_be_read_is_refused_by_naming_the_word(sentence: str, word: str) -> None:
    with pytest.raises(WrongArgument) as refused:
        read_rule(sentence, "ja")
    assert word in refused.value.text("ja")
    assert word in refused.value.text("en")


def refusal_or_rule(text: str, language: str) -> WrongArgument | Rule:
    try:
        return read_rule(text, language)  # type: ignore[arg-type]
    except WrongArgument as refusal:
        return refusal


@given(
    st.text(max_size=30) | st.text("月2週連続で達成率70%未満以上変動のbelow for months", max_size=30),
    LANGUAGES,
)
def test_any_text_is_read_or_refused(text: str, language: str) -> None:
    rule = refusal_or_rule(text, language)
    if isinstance(rule, WrongArgument):
        assert rule.text("ja") != rule.text("en")
    else:
        assert read_rule(write_rule(rule, "en"), "en") == rule


@given(SERIES, st.integers(1, 200), st.integers(1, 6))
def test_below_a_limit_for_so_many_periods_is_a_streak_that_long(
    series: list[float], percent: int, periods: int
) -> None:
    running = InSuccession(periods, Unit.PERIOD)
    rule = LevelRule(Band((Bound(Comparison.BELOW, Decimal(percent)),)), running)
    assert fires(rule, series) == (streak(series, percent / 100, "below") >= periods)


@given(st.integers(-50, 300), st.sampled_from(Comparison), st.integers(0, 300))
def test_a_limit_compares_as_whole_numbers_do(value: int, comparison: Comparison, percent: int) -> None:
    expected = {
        Comparison.BELOW: value < percent,
        Comparison.AT_MOST: value <= percent,
        Comparison.AT_LEAST: value >= percent,
        Comparison.ABOVE: value > percent,
    }[comparison]
    assert fires(LevelRule(Band((Bound(comparison, Decimal(percent)),))), [value / 100]) == expected


@given(
    st.lists(st.integers(1, 300), min_size=2, max_size=6),
    st.integers(0, 150),
    st.integers(1, 5),
    st.sampled_from(Move),
)
def test_a_change_rule_fires_on_the_last_changes_alone(
    percents: list[int], size: int, periods: int, move: Move
) -> None:
    running = ONCE if periods == 1 else InSuccession(periods, Unit.MONTH)
    rule = ChangeRule(move, Band((Bound(Comparison.AT_LEAST, Decimal(size)),)), running)
    signs = {Move.EITHER: (1, -1), Move.RISE: (1,), Move.FALL: (-1,)}[move]
    verdicts = []
    for before, after in pairwise(percents):
        change = Fraction(after - before, before)
        moved = move is Move.EITHER or change != 0
        verdicts.append(
            moved and any(sign * change >= Fraction(size, 100) >= 0 and sign * change >= 0 for sign in signs)
        )
    expected = len(verdicts) >= periods and all(verdicts[-periods:])
    assert fires(rule, [percent / 100 for percent in percents]) == expected


@given(CHECKPOINT_RULES, SERIES)
def test_a_checkpoint_looks_at_its_own_place_and_waits_for_it(
    rule: CheckpointRule, series: list[float]
) -> None:
    if len(series) < rule.place:
        with pytest.raises(NotEnoughData):
            fires(rule, series)
    else:
        assert fires(rule, series) == rule.band.holds(series[rule.place - 1])


@pytest.mark.parametrize(
    "make",
    [
        lambda: InSuccession(0),
        lambda: InSuccession(1, Unit.MONTH),
        lambda: Band(()),
        lambda: Band((Bound(Comparison.BELOW, Decimal(70)), Bound(Comparison.BELOW, Decimal(80)))),
        lambda: Band((Bound(Comparison.ABOVE, Decimal(70)), Bound(Comparison.BELOW, Decimal(70)))),
    ],
    ids=["no period", "a unit of one period", "no limit", "two upper limits", "an empty range"],
)
def test_a_rule_that_cannot_be_meant_is_refused(make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(WrongArgument):
        make()
