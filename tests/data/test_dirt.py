"""A file with every kind of dirt: what can be cleaned is, the rest is named line by line."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from macros.sources import is_covered

from kpixl.domain.records import Record
from kpixl.i18n import LANGUAGES, Message
from tests.data.maps import LONG, TODAY, VOCABULARY, read_text

DIRTY = """\
実績の書き出し,,,,
2026年10月20日 作成,,,,
 日付 ,指標,ﾁｬﾈﾙ,値,メモ
2026/5/1,リード,自然検索,12,まともな行
2026-05-02,リード,自然検索,１２,全角の数字
2026年5月3日,リード,自然検索,"1,234",桁区切り
令和8年5月4日,リード,自然検索,12件,和暦と単位
46147,リード,自然検索,12,Excelの日付番号
20260506,資料請求,Google広告,12,マップにある言い換え
 2026/5/7(木) ,ﾘｰﾄﾞ, 自然検索 , 12 ,余分な空白と半角カナ
,,,,
日付,指標,チャネル,値,メモ
2026/5/8,広告費,,120千円,千円
2026/5/9,広告費,,12.5万円,万円
2026/5/10,直帰率,,45.5%,パーセント
2026/5/11,リード,テレビ,3,ブックにないチャネル
2026/5/12,リード,,4,チャネルなし
2026/5/13,リード,自然検索,-,値なし
合計,,,9999,
2026/5/14,リード,"=cmd|' /C calc'!A0",5,数式のようなチャネル
2026/5/15,リード,自然検索,=1+1,数式
2026/5/16,リード,自然検索,▲3,マイナス
2026/5/17,リード,自然検索,(3),括弧のマイナス
2026/5/18,リード,自然検索,1.5,端数
2026/5/19,リード,自然検索,NaN,数でない
2026/5/20,リード,自然検索,9999999999999,大きすぎる
2026/5/21,リート,自然検索,1,知らない指標
2026/2/30,リード,自然検索,1,ない日
05/01/2026,リード,自然検索,1,月と日のどちらか
5月1日,リード,自然検索,1,年がない
2026年5月,リード,自然検索,1,月だけ
,リード,自然検索,1,日付なし
2026/10/21,リード,自然検索,1,未来
1999/12/31,リード,自然検索,1,昔
2026/5/1,リード,自然検索,12,二重
2026/5/22,リード
2026/5/23,リード,自然検索,1,メモ,余分
2026/5/24,リード,自然検索,#N/A,エラー値
2026/5/25,リード,自然検索,1 234,空白で区切った数
2026/5/26,直帰率,,▲0.1,マイナスの率
"""

PROBLEMS = [
    (21, "値", "formula"), (22, "値", "negative"), (23, "値", "negative"), (24, "値", "fraction"),
    (25, "値", "no_number"), (26, "値", "too_large"), (27, "指標", "metric"), (28, "日付", "no_such_day"),
    (29, "日付", "which_is_day"), (30, "日付", "no_date"), (31, "日付", "month"), (32, "日付", "blank_date"),
    (33, "日付", "future"), (34, "日付", "too_early"), (35, "", "repeated"), (36, "", "short_row"),
    (37, "", "long_row"), (38, "値", "no_number"), (39, "値", "no_number"), (40, "値", "negative"),
]  # fmt: skip


def records(folder: Path, text: str | bytes) -> list[tuple[int, str, str, float]]:
    reading = read_text(folder, text)
    assert {record.day.month for record in reading.records} == {5}
    return [(record.day.day, record.metric, record.channel, record.value) for record in reading.records]


CLEAN = [
    (1, "リード", "自然検索", 12), (2, "リード", "自然検索", 12), (3, "リード", "自然検索", 1234),
    (4, "リード", "自然検索", 12), (5, "リード", "自然検索", 12), (6, "リード", "Web広告", 12),
    (7, "リード", "自然検索", 12), (8, "広告費", "", 120_000), (9, "広告費", "", 125_000),
    (10, "直帰率", "", 0.455), (11, "リード", "", 3), (12, "リード", "", 4), (14, "リード", "", 5),
]  # fmt: skip


def test_every_line_that_cannot_be_trusted_is_named_with_its_number_its_column_and_the_reason(
    tmp_path: Path,
) -> None:
    found = read_text(tmp_path, DIRTY).problems
    assert [(problem.row, problem.column, problem.message.id) for problem in found] == [
        (row, column, f"import.problem.{reason}") for row, column, reason in PROBLEMS
    ]
    for problem in found:
        for language in LANGUAGES:
            said = problem.message.text(language)
            assert said.endswith("。" if language == "ja" else ".")
            assert "\n" not in said


def test_every_other_line_is_cleaned_and_taken(tmp_path: Path) -> None:
    assert records(tmp_path, DIRTY) == CLEAN


def test_what_was_passed_over_or_changed_on_the_way_is_told(tmp_path: Path) -> None:
    assert read_text(tmp_path, DIRTY).notes == (
        Message.of("import.note.blank", count=1),
        Message.of("import.note.headings", count=1),
        Message.of("import.note.total", count=1),
        Message.of("import.note.no_channel", count=1, channel="テレビ"),
        Message.of("import.note.no_channel", count=1, channel="=cmd|' /C calc'!A0"),
    )


def test_the_same_dirt_in_shift_jis_gives_the_same(tmp_path: Path) -> None:
    in_utf_8, in_shift_jis = (read_text(tmp_path, DIRTY.encode(each)) for each in ("utf-8-sig", "cp932"))
    assert in_utf_8 == in_shift_jis


def test_nothing_of_a_file_reaches_the_records_but_days_numbers_and_the_workbooks_own_names(
    tmp_path: Path,
) -> None:
    reading = read_text(tmp_path, DIRTY)
    assert {record.channel for record in reading.records} == {"自然検索", "Web広告", ""}
    assert {record.metric for record in reading.records} == {"リード", "広告費", "直帰率"}
    assert all(type(record) is Record and isinstance(record.value, float) for record in reading.records)


def test_a_row_with_a_problem_is_not_spoken_for(tmp_path: Path) -> None:
    coverage = {each.metric: each for each in read_text(tmp_path, DIRTY).coverage}
    assert (coverage["リード"].first, coverage["リード"].last) == (date(2026, 5, 1), date(2026, 5, 14))
    assert coverage["リード"].channels == {"自然検索", "Web広告", ""}
    assert coverage["直帰率"].first == coverage["直帰率"].last == date(2026, 5, 10)


def test_the_map_may_say_that_a_channel_nobody_knows_is_a_problem(tmp_path: Path) -> None:
    reading = read_text(tmp_path, DIRTY, LONG.replace("[channel]\n", "[channel]\nstrict = true\n"))
    rows = [problem.row for problem in reading.problems if problem.message.id == "import.problem.channel"]
    assert rows == [16, 20]


def test_the_map_may_say_which_channel_takes_the_others(tmp_path: Path) -> None:
    reading = read_text(tmp_path, DIRTY, LONG.replace("[channel]\n", '[channel]\nother = "紹介"\n'))
    assert Record(date(2026, 5, 11), "リード", "紹介", 3) in reading.records
    assert Message.of("import.note.other_channel", count=1, channel="テレビ", other="紹介") in reading.notes


def test_only_so_many_channels_that_nobody_knows_are_told_one_by_one(tmp_path: Path) -> None:
    lines = "".join(f"2026/5/1,リード,経路{number},1\n" for number in range(50))
    notes = read_text(tmp_path, "日付,指標,チャネル,値\n" + lines).notes
    assert len(notes) == 21
    assert notes[-1] == Message.of("import.note.more_channels", count=30)


def test_the_map_may_say_that_the_same_figure_twice_adds_up(tmp_path: Path) -> None:
    reading = read_text(tmp_path, DIRTY, 'repeated = "sum"\n' + LONG)
    assert "import.problem.repeated" not in {problem.message.id for problem in reading.problems}
    assert reading.records[0] == Record(date(2026, 5, 1), "リード", "自然検索", 24)


def test_the_map_may_pass_over_metrics_that_nobody_knows(tmp_path: Path) -> None:
    reading = read_text(tmp_path, DIRTY, LONG.replace("[metric]\n", "[metric]\nskip_others = true\n"))
    assert "import.problem.metric" not in {problem.message.id for problem in reading.problems}


# any table whatever

CELLS = st.sampled_from(
    [
        "",
        " ",
        "2026/5/1",
        "2026-05",
        "リード",
        "受注",
        "直帰率",
        "メール",
        "合計",
        "3",
        "1.5",
        "▲2",
        "50%",
        "=A1",
        "日付",
    ]
) | st.text(max_size=6)
ROWS = st.tuples(
    st.sampled_from(["2026/5/1", "2026/5/2", "2026-05", ""]),
    st.sampled_from(["リード", "直帰率", "資料請求", "リート"]),
    st.sampled_from(["メール", "Google広告", "テレビ", ""]),
    st.sampled_from(["3", "１", "50%", "1.5", "▲2", ""]),
).map(list)
TABLES = st.lists(ROWS | st.lists(CELLS, max_size=6), max_size=12)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tables")


@given(TABLES)
def test_every_line_is_taken_passed_over_or_named_and_records_are_always_ones_a_planner_may_hold(
    folder: Path, table: list[list[str]]
) -> None:
    stream = io.StringIO()
    csv.writer(stream).writerows([["日付", "指標", "チャネル", "値"], *table])
    reading = read_text(folder, stream.getvalue().replace("\0", "").encode("utf-8", "ignore"))
    for record in reading.records:
        assert date(2000, 1, 1) <= record.day <= TODAY
        assert record.metric in VOCABULARY.metrics
        assert record.channel in ("", *VOCABULARY.channels)
        assert record.value >= 0
        assert record.metric not in VOCABULARY.stages or record.value == int(record.value)
        assert is_covered(record, reading.coverage)
    passed = sum(dict(note.values)["count"] for note in reading.notes if "channel" not in note.id)  # type: ignore[misc]
    assert reading.rows + passed + len({problem.row for problem in reading.problems}) == len(table)
