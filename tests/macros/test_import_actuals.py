"""Importing into the table of actuals: what is replaced, what stays, and that nothing is ever doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from macros.memory import MemoryWorkbook
from macros.sources import is_covered

from kpixl.domain.calendar import serial_of
from kpixl.domain.records import Coverage, Record, Vocabulary
from kpixl.errors import UsageError, WorkbookError
from kpixl.macros.import_actuals import Import, Source, import_actuals, vocabulary_of
from kpixl.macros.port import Cells, Row, SetTable, Table, Value

MAY = (date(2026, 5, 1), date(2026, 5, 31))
CHANNELS = frozenset({"検索", "メール"})


def day(number: int) -> float:
    return serial_of(date(2026, 5, number))


def book(*rows: Row, sources: Sequence[Row] | None = ((None,) * 5,), width: int = 4) -> MemoryWorkbook:
    tables = {
        "Actuals": Table("Actuals", ("日付", "指標", "チャネル", "値", "担当", "計")[:width],
                         Cells("実績", 6, 2, rows), frozenset()),
    }  # fmt: skip
    if sources is not None:
        headings = ("ファイル", "読み方", "行数", "最初の日", "最後の日")
        tables["Sources"] = Table("Sources", headings, Cells("更新", 6, 2, tuple(sources)), frozenset())
    return MemoryWorkbook(tables)


def source(
    *records: tuple[int, str, str, float],
    metrics: Sequence[str] = ("リード",),
    channels: frozenset[str] | None = CHANNELS,
    span: tuple[date, date] = MAY,
    file: str = "may.csv",
) -> Source:
    return Source(
        file,
        "ma",
        tuple(Record(date(2026, 5, number), *rest) for number, *rest in records),  # type: ignore[arg-type]
        tuple(Coverage(metric, *span, channels) for metric in metrics),
    )


def apply(workbook: MemoryWorkbook, *sources: Source) -> Import:
    told = import_actuals(workbook, sources)
    workbook.write(told.changes)
    return told


def rows(workbook: MemoryWorkbook) -> list[Row]:
    return [row for row in workbook.tables["Actuals"].data.rows if any(value is not None for value in row)]


# what happens to the rows


def test_records_are_appended_to_an_empty_table() -> None:
    workbook = book((None,) * 4, (None,) * 4)
    told = apply(workbook, source((1, "リード", "検索", 3), (2, "リード", "", 4)))
    assert rows(workbook) == [(day(1), "リード", "検索", 3), (day(2), "リード", None, 4)]
    (change,) = told.metrics
    assert (change.metric, change.records, change.total, change.added) == ("リード", 2, 7, 2)


def test_values_change_in_place_rows_that_are_gone_leave_no_hole_and_new_ones_come_last() -> None:
    workbook = book(
        (day(1), "リード", "検索", 3.0),
        (day(2), "リード", "検索", 4.0),
        (day(3), "受注", None, 1.0),
        (day(4), "リード", "メール", 5.0),
    )
    told = apply(
        workbook, source((1, "リード", "検索", 30), (4, "リード", "メール", 5), (9, "リード", "検索", 6))
    )
    assert workbook.tables["Actuals"].data.rows == (
        (day(1), "リード", "検索", 30),
        (day(3), "受注", None, 1.0),
        (day(4), "リード", "メール", 5.0),
        (day(9), "リード", "検索", 6),
    )
    (change,) = told.metrics
    assert (change.added, change.changed, change.removed, change.untouched) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    "row",
    [
        (day(1), "受注", "検索", 1.0),  # another metric
        (day(1), "リード", "展示会", 1.0),  # a channel that the source does not speak for
        (day(1), "リード", None, 1.0),  # no channel
        (serial_of(date(2026, 4, 30)), "リード", "検索", 1.0),  # before its days
        (serial_of(date(2026, 6, 1)), "リード", "検索", 1.0),  # after them
        (None, "リード", "検索", 1.0),  # not complete yet
        ("5月1日", "リード", "検索", 1.0),
        (True, "リード", "検索", 1.0),
        (day(1), None, "検索", 1.0),
        ("メモ", None, None, None),
    ],
)
def test_a_row_that_the_source_does_not_speak_for_stays(row: Row) -> None:
    workbook = book(row, (day(2), "リード", "検索", 4.0))
    apply(workbook, source((5, "リード", "検索", 1)))
    assert rows(workbook) == [row, (day(5), "リード", "検索", 1)]


def test_rows_of_other_channels_in_the_same_days_are_counted_so_that_they_can_be_told() -> None:
    workbook = book((day(1), "リード", "展示会", 1.0), (day(2), "リード", None, 1.0))
    (change,) = apply(workbook, source((5, "リード", "検索", 1))).metrics
    assert change.others == 2


def test_a_source_that_speaks_for_every_channel_replaces_them_all() -> None:
    workbook = book((day(1), "リード", "展示会", 1.0), (day(2), "リード", None, 1.0))
    apply(workbook, source((5, "リード", "検索", 1), channels=None))
    assert rows(workbook) == [(day(5), "リード", "検索", 1)]


def test_letter_case_and_a_time_of_day_make_no_other_row() -> None:
    workbook = book((day(1) + 0.4, "mql ", "web", 1.0))
    apply(workbook, source((1, "MQL", "Web", 2), metrics=("MQL",), channels=frozenset({"Web"})))
    assert rows(workbook) == [(day(1) + 0.4, "mql ", "web", 2)]


def test_a_figure_that_stood_twice_stands_once_afterwards() -> None:
    workbook = book((day(1), "リード", "検索", 3.0), (day(1), "リード", "検索", 3.0))
    (change,) = apply(workbook, source((1, "リード", "検索", 3))).metrics
    assert rows(workbook) == [(day(1), "リード", "検索", 3.0)]
    assert change.removed == 1


def test_what_stands_in_further_columns_stays_with_its_row() -> None:
    workbook = book((day(1), "リード", "検索", 3.0, "佐藤", "x"), width=6)
    apply(workbook, source((1, "リード", "検索", 4), (2, "リード", "検索", 5)))
    assert rows(workbook) == [
        (day(1), "リード", "検索", 4, "佐藤", "x"),
        (day(2), "リード", "検索", 5, None, None),
    ]


def test_a_blank_row_that_somebody_left_between_others_stays_where_it_is() -> None:
    blank = (None,) * 4
    workbook = book((day(1), "受注", None, 1.0), blank, (day(2), "受注", None, 1.0), blank, blank)
    apply(workbook, source((5, "リード", "検索", 1)))
    assert workbook.tables["Actuals"].data.rows[:4] == (
        (day(1), "受注", None, 1.0),
        blank,
        (day(2), "受注", None, 1.0),
        (day(5), "リード", "検索", 1),
    )


def test_a_source_without_any_record_in_its_days_removes_those_that_were_there() -> None:
    workbook = book((day(1), "リード", "検索", 3.0))
    (change,) = apply(workbook, source()).metrics
    assert rows(workbook) == []
    assert change.removed == 1


def test_nothing_read_changes_nothing() -> None:
    workbook = book((day(1), "リード", "検索", 3.0))
    assert import_actuals(workbook, [source(metrics=())]) == Import((), ())


# several sources


def test_sources_of_different_channels_stand_beside_each_other() -> None:
    workbook = book()
    apply(
        workbook,
        source((1, "リード", "検索", 3), channels=frozenset({"検索"})),
        source((1, "リード", "メール", 4), channels=frozenset({"メール"}), file="mail.csv"),
    )
    assert [row[3] for row in rows(workbook)] == [3, 4]


def test_two_sources_with_the_same_figure_are_refused() -> None:
    workbook = book()
    with pytest.raises(UsageError) as refusal:
        import_actuals(
            workbook, [source((1, "リード", "検索", 3)), source((1, "リード", "検索", 4), file="again.csv")]
        )
    assert str(refusal.value).startswith("Both may.csv and again.csv have 'リード' on 2026-05-01")


# what the workbook remembers


def test_the_source_is_remembered_and_its_row_is_kept_up_to_date() -> None:
    workbook = book(sources=[("old.csv", "ga4", 1.0, day(1), day(2)), (None,) * 5])
    apply(workbook, source((1, "リード", "検索", 3)))
    told: tuple[Value, ...] = ("may.csv", "ma", 1, serial_of(MAY[0]), serial_of(MAY[1]))
    assert workbook.tables["Sources"].data.rows == (("old.csv", "ga4", 1.0, day(1), day(2)), told)
    apply(workbook, source((1, "リード", "検索", 3), (2, "リード", "検索", 3)))
    assert workbook.tables["Sources"].data.rows[1] == (*told[:2], 2, *told[3:])


def test_a_workbook_without_a_table_of_sources_is_imported_into_as_well() -> None:
    workbook = book(sources=None)
    told = apply(workbook, source((1, "リード", "検索", 3)))
    assert [change.table for change in told.changes if isinstance(change, SetTable)] == ["Actuals"]


def test_a_workbook_that_is_no_planner_is_refused() -> None:
    with pytest.raises(WorkbookError):
        import_actuals(MemoryWorkbook(), [source()])
    with pytest.raises(WorkbookError, match="has only 3 columns"):
        import_actuals(book(width=3), [source((1, "リード", "検索", 3))])
    with pytest.raises(WorkbookError):
        vocabulary_of(MemoryWorkbook())


def test_the_vocabulary_is_that_of_the_workbooks_names() -> None:
    workbook = MemoryWorkbook(
        names={
            "stage_names": Cells("f", 1, 1, (("訪問",), ("リード ",), (None,))),
            "metric_names": Cells("a", 1, 1, (("訪問",), ("リード",), ("",), ("直帰率",), (0.0,))),
            "channel_names": Cells("f", 1, 1, (("検索",), (None,))),
        }
    )
    assert vocabulary_of(workbook) == Vocabulary(
        ("訪問", "リード", ""), ("訪問", "リード", "", "直帰率"), ("検索", "")
    )


@pytest.mark.parametrize(
    ("days", "order"),
    [
        ((1, 31), ["june.csv", "may.csv"]),
        ((20, 31), ["june.csv", "may.csv"]),
        ((None, None), ["may.csv", "june.csv"]),
    ],
)
def test_a_source_that_comes_again_goes_below_others_of_its_days(
    days: tuple[int | None, int | None], order: list[str]
) -> None:
    first, last = (number and day(number) for number in days)
    remembered: list[Row] = [
        ("may.csv", "ma", 1.0, *map(serial_of, MAY)),
        ("june.csv", "ga4", 1.0, first, last),
    ]
    workbook = book(sources=remembered)
    apply(workbook, source((1, "リード", "検索", 3)))
    assert [row[0] for row in workbook.tables["Sources"].data.rows] == order
    assert import_actuals(workbook, [source((1, "リード", "検索", 3))]).changes == ()


# laws

NAMES = st.sampled_from(["訪問", "リード", "MQL"])
WAYS = st.sampled_from(["検索", "メール", ""])
DAYS = st.integers(0, 20).map(lambda step: date(2026, 5, 1) + timedelta(step))
RECORDS = st.builds(Record, DAYS, NAMES, WAYS, st.integers(0, 5).map(float))
TYPED = st.lists(RECORDS | st.none(), max_size=12).map(
    lambda found: tuple(
        (None,) * 4 if one is None else (serial_of(one.day), one.metric, one.channel or None, one.value)
        for one in found
    )
)


@st.composite
def read(draw: st.DrawFn) -> Source:
    """A source whose records lie within what it speaks for, each figure once."""
    coverage = []
    for metric in draw(st.lists(NAMES, unique=True, min_size=1)):
        first, last = sorted((draw(DAYS), draw(DAYS)))
        channels = draw(st.none() | st.frozensets(WAYS))
        coverage.append(Coverage(metric, first, last, channels))
    within = {
        record[:3]: record for record in draw(st.lists(RECORDS, max_size=12)) if is_covered(record, coverage)
    }
    return Source("x.csv", "x", tuple(within.values()), tuple(coverage))


def figures(found: Sequence[Row]) -> Counter[Row]:
    return Counter(row for row in found if any(value is not None for value in row))


@given(TYPED, read())
def test_importing_twice_changes_nothing_the_second_time(typed: tuple[Row, ...], one: Source) -> None:
    workbook = book(*typed)
    apply(workbook, one)
    again = import_actuals(workbook, [one])
    assert again.changes == ()
    assert all(not (each.added or each.changed or each.removed) for each in again.metrics)


@given(TYPED, read())
def test_afterwards_the_table_says_what_the_source_says_where_it_speaks_and_what_it_said_elsewhere(
    typed: tuple[Row, ...], one: Source
) -> None:
    workbook = book(*typed)
    apply(workbook, one)

    def spoken_for(row: Row) -> bool:
        return any(
            row[1] == each.metric
            and serial_of(each.first) <= row[0] <= serial_of(each.last)  # type: ignore[operator]
            and (each.channels is None or (row[2] or "") in each.channels)
            for each in one.coverage
        )

    left_alone = [row for row in typed if row[0] is not None and not spoken_for(row)]
    told = [(serial_of(each.day), each.metric, each.channel or None, each.value) for each in one.records]
    assert figures(rows(workbook)) == figures([*left_alone, *told])
    stayed = [row for row in rows(workbook) if not spoken_for(row)]
    assert stayed == left_alone  # in their old order


@given(TYPED, read(), read())
def test_where_the_later_one_wins_two_sources_together_are_one_after_the_other(
    typed: tuple[Row, ...], one: Source, other: Source
) -> None:
    other = replace(other, file="y.csv")
    together, in_turn = book(*typed), book(*typed)
    together.write(import_actuals(together, [one, other], later_wins=True).changes)
    apply(in_turn, one)
    apply(in_turn, other)
    assert figures(rows(together)) == figures(rows(in_turn))
    assert together.tables["Sources"] == in_turn.tables["Sources"]


@given(TYPED, read())
def test_the_counts_explain_how_many_rows_there_are(typed: tuple[Row, ...], one: Source) -> None:
    workbook = book(*typed)
    before = len(rows(workbook))
    told = apply(workbook, one)
    assert len(rows(workbook)) == before + sum(each.added - each.removed for each in told.metrics)
    assert sum(each.records for each in told.metrics) == len(one.records)


@given(TYPED, read())
def test_no_new_hole_appears(typed: tuple[Row, ...], one: Source) -> None:
    workbook = book(*typed)
    apply(workbook, one)
    holes = _holes(workbook.tables["Actuals"].data.rows)
    assert holes <= _holes(typed)


def _holes(found: Sequence[Row]) -> int:
    used = max((place for place, row in enumerate(found) if any(v is not None for v in row)), default=-1)
    return sum(all(value is None for value in row) for row in found[: used + 1])
