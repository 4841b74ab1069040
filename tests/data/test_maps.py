"""What maps can say, and how a mistake in one is refused with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kpixl.data import maps
from kpixl.data.mapping import SourceMap
from kpixl.domain.records import Coverage, Record, Vocabulary
from kpixl.errors import SourceError
from kpixl.i18n import LANGUAGES, Message
from tests.data.maps import LONG, TODAY, VOCABULARY, map_of, read, read_text

WIDE = """
[date]
columns = "月"
period = "month"
[channel]
fixed = ["Email", "メール"]
[[measures]]
stage = 2
columns = "リード数"
[[measures]]
name = "広告費"
columns = "費用"
unit = "千円"
"""


def tuples(records: tuple[Record, ...]) -> list[tuple[str, str, str, float]]:
    return [(f"{record.day:%m/%d}", *record[1:]) for record in records]


# what a map can say


def test_a_wide_table_has_a_column_for_each_metric_and_its_own_unit(tmp_path: Path) -> None:
    reading = read_text(tmp_path, '月,リード数,費用\n2026年5月,120,"1,500"\n2026-06,,20万円\n', WIDE)
    assert reading.problems == ()
    assert tuples(reading.records) == [
        ("05/31", "リード", "メール", 120),
        ("05/31", "広告費", "メール", 1_500_000),
        ("06/30", "広告費", "メール", 200_000),
    ]


def test_the_running_months_figures_are_recorded_today_and_speak_for_the_whole_month(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "月,リード数,費用\n2026年10月,30,\n", WIDE)
    assert [record.day for record in reading.records] == [TODAY]
    assert reading.coverage[0] == Coverage(
        "リード", date(2026, 10, 1), date(2026, 10, 31), frozenset({"メール"})
    )
    reading = read_text(tmp_path, "月,リード数,費用\n2026年11月,30,\n", WIDE)
    assert [problem.message.id for problem in reading.problems] == ["import.problem.future"]


def test_an_empty_cell_of_a_wide_table_is_spoken_for(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "月,リード数,費用\n2026-05,1,\n2026-06,,5\n", WIDE)
    assert {each.metric: (each.first.month, each.last.month) for each in reading.coverage} == {
        "リード": (5, 6),
        "広告費": (5, 6),
    }


def test_rows_can_be_counted_and_only_some_of_them(tmp_path: Path) -> None:
    counting = """
        [date]
        columns = "申込日"
        [channel]
        columns = "経路"
        [[measures]]
        stage = 2
        [[measures]]
        stage = 3
        where = { columns = "見込み度", values = ["A", "ｂ"] }
    """
    text = "申込日,経路,見込み度\n2026/5/1,メール,A\n2026/5/1,メール,Ｂ\n2026/5/1,メール,C\n2026/5/2,紹介,\n"
    reading = read_text(tmp_path, text, counting)
    assert reading.problems == ()
    assert tuples(reading.records) == [
        ("05/01", "リード", "メール", 3),
        ("05/01", "MQL", "メール", 2),
        ("05/02", "リード", "紹介", 1),
    ]


def test_several_words_for_one_channel_add_up_for_stages_and_are_averaged_for_what_is_measured(
    tmp_path: Path,
) -> None:
    text = "日付,指標,チャネル,値\n2026/5/1,{0},Google広告,{1}\n2026/5/1,{0},Web広告,{2}\n"
    assert read_text(tmp_path, text.format("リード", 2, 3)).records[0].value == 5
    assert read_text(tmp_path, text.format("直帰率", "40%", "50%")).records[0].value == 0.45
    summed = read_text(tmp_path, text.format("広告費", 2, 3), 'repeated = "sum"\n' + LONG)
    assert summed.records[0].value == 5


def test_headings_are_found_in_either_language_in_any_order_and_any_width(tmp_path: Path) -> None:
    text = "Ｖａｌｕｅ,extra,ＣＨＡＮＮＥＬ, metric ,date\n5,x,メール,リード,2026-05-01\n"
    assert tuples(read_text(tmp_path, text).records) == [("05/01", "リード", "メール", 5)]


def test_a_map_that_speaks_for_all_channels_covers_those_that_it_does_not_name(tmp_path: Path) -> None:
    text = "日付,指標,チャネル,値\n2026/5/1,リード,メール,1\n"
    assert read_text(tmp_path, text).coverage[0].channels == {"メール", "Web広告"}
    toml = LONG.replace("[channel]\n", "[channel]\nspeaks_for_all = true\n")
    assert read_text(tmp_path, text, toml).coverage[0].channels is None


def test_a_log_may_have_a_row_for_each_stage_that_a_lead_reached(tmp_path: Path) -> None:
    log = """
        kind = "log"
        [date]
        columns = "日時"
        [metric]
        columns = "ステージ"
        [metric.values]
        "ホット" = 3
        [lead]
        columns = "ID"
        [channel]
        columns = "経路"
        [[measures]]
    """
    rows = ["a,リード,2026/5/1 9:00,メール", "a,ホット,2026/5/3,", "a,ホット,2026/5/9,",
            "b,リード,2026/5/1,メール", "c,直帰率,2026/5/1,メール",
            ",リード,2026/5/1,", "d,リード,,メール"]  # fmt: skip
    reading = read_text(tmp_path, "ID,ステージ,日時,経路\n" + "\n".join(rows), log)
    assert tuples(reading.records) == [("05/01", "リード", "メール", 2), ("05/03", "MQL", "メール", 1)]
    assert [(each.row, each.message.id.rpartition(".")[2]) for each in reading.problems] == [
        (6, "no_stage"),
        (7, "no_lead"),
        (8, "blank_date"),
    ]
    assert len(reading.events) == 4


def test_a_lead_that_stands_twice_in_a_log_of_leads_is_a_problem(tmp_path: Path) -> None:
    text = "リードID,登録日,流入経路,スコア\nL1,2026/5/1,展示会,10\nL1,2026/5/2,展示会,x\n"
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="cp932")
    from kpixl.data.reading import read_source

    reading = read_source(path, maps.ready_made("ma"), VOCABULARY, TODAY)
    assert [(each.row, each.column, each.message.id.rpartition(".")[2]) for each in reading.problems] == [
        (3, "リードID", "lead_twice"),
        (3, "スコア", "no_number"),
    ]
    assert tuples(reading.records) == [("05/01", "リード", "展示会", 1)]


# comments that say the period

MONTHLY = "# 開始日: {}\n# 終了日: {}\nSession default channel group,セッション\n,15\nEmail,10\nDirect,5\n"


def test_a_ga4_report_without_dates_takes_its_month_from_the_comments(tmp_path: Path) -> None:
    reading = read_ga4(tmp_path, MONTHLY.format("20260501", "20260531"))
    assert tuples(reading.records) == [("05/31", "訪問", "", 5), ("05/31", "訪問", "メール", 10)]
    assert (reading.first, reading.last) == (date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    ("first", "last", "text_id"),
    [
        ("20260501", "20260630", "long_period"),
        ("20260531", "20260501", "long_period"),
        ("20261101", "20261130", "future_period"),
        ("20260501", "soon", "no_period"),
    ],
)
def test_a_period_that_is_no_single_month_so_far_is_refused(
    tmp_path: Path, first: str, last: str, text_id: str
) -> None:
    with pytest.raises(SourceError) as refusal:
        read_ga4(tmp_path, MONTHLY.format(first, last))
    assert refusal.value.message.id == f"import.{text_id}"


def test_tables_that_follow_after_comments_are_found_and_others_are_left_alone(tmp_path: Path) -> None:
    other = "# 開始日: 20260601\n# 終了日: 20260630\nN 日目,新規ユーザー\n0,99\n"
    reading = read_ga4(
        tmp_path,
        other + MONTHLY.format("20260501", "20260531") + other + MONTHLY.format("20260701", "20260731"),
    )
    assert [record.day.month for record in reading.records] == [5, 5, 7, 7]


def read_ga4(folder: Path, text: str):  # type: ignore[no-untyped-def]
    from kpixl.data.reading import read_source

    path = folder / "ga4.csv"
    path.write_text(text, encoding="utf-8")
    return read_source(path, maps.ready_made("ga4"), VOCABULARY, TODAY)


# what is missing


@pytest.mark.parametrize(
    ("text", "text_id", "named"),
    [
        ("", "empty", ()),
        ("\n \n", "empty", ()),
        ("指標,チャネル,値\n", "no_column", ("column of dates", "日付 / Date", "指標 / チャネル / 値")),
        ("日付,チャネル,値\n", "no_column", ("column of metrics",)),
        ("日付,指標,値\n", "no_column", ("column of channels",)),
        ("日付,指標,チャネル\n", "no_column", ("column of figures", "値 / Value")),
        ("日付,指標,チャネル,値,値\n", "heading_twice", ("row 1", "値")),
    ],
)
def test_a_file_without_the_columns_is_refused_in_a_sentence_that_names_what_is_missing(
    tmp_path: Path, text: str, text_id: str, named: tuple[str, ...]
) -> None:
    with pytest.raises(SourceError) as refusal:
        read_text(tmp_path, text)
    assert refusal.value.message.id == f"import.{text_id}"
    assert all(each in str(refusal.value) for each in ("x.csv", *named))


def test_the_search_for_headings_ends(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no column of dates"):
        read_text(tmp_path, "a,b,c,d\n" * 300 + "日付,指標,チャネル,値\n2026/5/1,リード,,1\n")


def test_a_metric_that_the_workbook_does_not_have_is_refused_with_those_that_it_has(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("月,リード数,費用\n2026-05,1,2\n", encoding="utf-8")
    with pytest.raises(SourceError, match="no metric '広告費'; it has 訪問 / リード"):
        read(path, WIDE, vocabulary=Vocabulary(VOCABULARY.stages, VOCABULARY.stages, ()))
    with pytest.raises(SourceError, match="stage 2 of the workbook has no name"):
        read(path, WIDE, vocabulary=Vocabulary(("訪問", "", "", "", ""), ("訪問",), ()))


def test_a_fixed_channel_that_the_workbook_does_not_have_is_told_and_left_blank(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("月,リード数\n2026-05,1\n", encoding="utf-8")
    reading = read(path, WIDE, vocabulary=Vocabulary(VOCABULARY.stages, VOCABULARY.metrics, ("A",)))
    assert [record.channel for record in reading.records] == [""]
    assert reading.notes == (Message.of("import.note.no_channel", count=1, channel="Email"),)


# mistakes in a map

GOOD = '[date]\ncolumns = "日付"\n[[measures]]\nstage = 1\ncolumns = "値"\n'


@pytest.mark.parametrize(
    ("toml", "text_id", "row"),
    [
        ("x = 1\n" + GOOD, "unknown_key", 1),
        (GOOD + 'unti = "千円"\n', "unknown_key", 6),
        (GOOD.replace('columns = "日付"', 'columns = "日付"\nformat = "%Y"'), "unknown_key", 3),
        (GOOD + "[channel]\nothr = []\n", "unknown_key", 7),
        (GOOD + 'where = { columns = "a", values = "b", not = true }\n', "unknown_key", 6),
        (GOOD + 'unit = "ドル"\n', "choice", 6),
        ('kind = "weekly"\n' + GOOD, "choice", 1),
        (GOOD.replace('日付"', '日付"\nperiod = "week"'), "choice", 3),
        (GOOD.replace("stage = 1", "stage = 6"), "stage", 4),
        (GOOD.replace("stage = 1", "stage = 0"), "stage", 4),
        (GOOD.replace("stage = 1", "stage = true"), "stage", 4),
        (GOOD.replace("stage = 1", "stage = 1.5"), "kind", 4),
        (GOOD.replace("stage = 1\n", ""), "which_metric", 1),
        (GOOD.replace("stage = 1", "name = 7"), "kind", 4),
        (GOOD.replace('columns = "値"', "columns = [1]"), "words", 2),
        ('comment = ["#"]\n' + GOOD, "kind", 1),
        ("measures = 3\n", "kind", 1),
        ("measures = [1]\n", "tables", 1),
        ('[date]\ncolumns = "日付"\n', "missing", 1),
        ("[[measures]]\nstage = 1\n", "missing", 1),
        (GOOD.replace('columns = "日付"', 'last_comment = "終了日"'), "missing", 1),
        ('kind = "log"\n' + GOOD, "missing", 1),
        ('kind = "log"\n[lead]\ncolumns = "id"\n[[measures]]\nstage = 1\n', "stage_dates", 4),
        (GOOD + '[metric]\ncolumns = "m"\n', "which_metric", 6),
        (GOOD.replace("stage = 1\n", "") + "[metric]\n", "words", 2),
    ],
)
def test_a_mistake_in_a_map_is_refused_with_its_line(toml: str, text_id: str, row: int) -> None:
    with pytest.raises(SourceError) as refusal:
        map_of(toml)
    assert refusal.value.message.id == f"import.map.{text_id}"
    for language in LANGUAGES:
        assert refusal.value.text(language).startswith(f"test.toml:{row}: ")


@pytest.mark.parametrize("toml", ["date = ", "[date]\ndate = 1\n[date]", "a" * 2_000_000, 'x = "\\ud800"'])
def test_what_is_no_toml_is_refused(toml: str) -> None:
    with pytest.raises(SourceError, match=r"^test\.toml: the map is "):
        map_of(toml)


def test_the_smallest_map_is_enough(tmp_path: Path) -> None:
    assert tuples(read_text(tmp_path, "日付,値\n2026/5/1,3\n", GOOD).records) == [("05/01", "訪問", "", 3)]


# the ready-made maps


@pytest.mark.parametrize("name", maps.names())
def test_a_ready_made_map_is_titled_in_both_languages_and_names_the_documentation_it_follows(
    name: str,
) -> None:
    found = maps.ready_made(name)
    assert isinstance(found, SourceMap)
    assert found.name == name
    assert all(found.title[language] != name for language in LANGUAGES)
    toml = (Path(maps.__file__).parent / f"{name}.toml").read_text(encoding="utf-8")
    assert "https://" in toml


def test_the_ready_made_maps_are_those_of_four_kinds_of_tools() -> None:
    assert maps.names() == ["ga4", "hubspot", "ma", "salesforce"]
