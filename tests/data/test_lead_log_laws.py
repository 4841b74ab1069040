"""DuckDB counts in random logs what plain Python counts, lead by lead; rates and times are the functions'."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import isclose

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lead_logs import AS_OF, LOGS, STAGES, arrivals, in_range, journeys, pairs, period, rows, serial

from kpixl.data.lead_log import (
    Columns,
    Event,
    Period,
    Skips,
    cohort_rates,
    doubts,
    events,
    events_of_leads,
    lead_times,
    log_rows,
    quality_counts,
    records,
    stage_counts,
)
from kpixl.domain import leads
from kpixl.domain.records import Record
from kpixl.errors import NotEnoughData, SourceError, UsageError

COLUMNS = Columns(channel="channel", score="score")
PERIODS: st.SearchStrategy[Period] = st.sampled_from(["day", "week", "month"])
SKIPS: st.SearchStrategy[Skips] = st.sampled_from(["left", "filled"])
WINDOWS = st.lists(st.integers(0, 20), min_size=len(STAGES) - 1, max_size=len(STAGES) - 1)
# a failing example is as good as a smaller one: its log has a number
SOME = settings(max_examples=12, phases=[Phase.generate])


@SOME
@given(LOGS, PERIODS, SKIPS)
def test_a_lead_counts_once_a_stage_when_it_first_comes_through_its_first_known_channel(
    log: list[Event], by: Period, skips: Skips
) -> None:
    with log_rows(log) as table:
        found = rows(stage_counts(events(table, COLUMNS), STAGES, by, skips=skips))
    counted = {(row["period"], row["stage"], row["channel"]): row["leads"] for row in found}
    assert counted == dict(arrivals(log, by, filled=skips == "filled"))
    assert list(counted) == sorted(counted)


@SOME
@given(LOGS, PERIODS)
def test_quality_is_what_the_function_makes_of_the_scores_at_arrival(log: list[Event], by: Period) -> None:
    with log_rows(log) as table:
        found = rows(quality_counts(events(table, COLUMNS), STAGES, by))
    assert {(r["period"], r["stage"], r["channel"]): r["leads"] for r in found} == dict(arrivals(log, by))
    for row in found:
        scores = [
            score
            for journey in journeys(log)
            for stage, day, score in zip(STAGES, journey.days, journey.scores)
            if score is not None and day and period(day, by) == row["period"]
            if (stage, journey.channel) == (row["stage"], row["channel"])
        ]
        assert row["scored"] == len(scores)
        assert isclose(row["quality"], leads.quality_weighted_count(scores, 100.0), abs_tol=1e-12)


@SOME
@given(LOGS, WINDOWS, SKIPS)
def test_a_matured_rate_is_that_of_the_function(log: list[Event], windows: list[int], skips: Skips) -> None:
    with log_rows(log) as table:
        found = rows(cohort_rates(events(table, COLUMNS), STAGES, windows, AS_OF, skips=skips))
    by_step = {row["step"] - 1: row for row in found}
    for step, window in enumerate(windows):
        in_order, backwards = pairs(log, step, filled=skips == "filled")
        entered = [pair for pair in in_order if pair.entered <= AS_OF]
        late = [pair for pair in backwards if pair.entered <= AS_OF]
        if not entered and not late:
            assert step not in by_step
            continue
        row = by_step[step]
        assert (row["stage"], row["next_stage"]) == (STAGES[step], STAGES[step + 1])
        assert (row["entered"], row["backwards"]) == (len(entered), len(late))
        try:
            expected = leads.mature_rate(
                [serial(pair.entered) for pair in in_order],
                [serial(pair.reached) for pair in in_order],
                serial(AS_OF) or 0,
                window,
            )
        except NotEnoughData:
            assert (row["mature"], row["rate"]) == (0, None)
        else:
            assert (row["mature"], row["rate"]) == (expected.mature, expected.rate)
        assert row["complete"] == (row["mature"] == row["entered"])


@SOME
@given(LOGS, PERIODS, SKIPS)
def test_cohorts_and_channels_add_up_to_the_whole(log: list[Event], by: Period, skips: Skips) -> None:
    with log_rows(log) as table:
        told = events(table, COLUMNS)
        whole = rows(cohort_rates(told, STAGES, 14, AS_OF, skips=skips))
        parts = rows(cohort_rates(told, STAGES, 14, AS_OF, by=by, by_channel=True, skips=skips))
    for row in whole:
        own = [part for part in parts if part["step"] == row["step"]]
        for count in ("entered", "mature", "converted", "backwards"):
            assert row[count] == sum(part[count] for part in own)
        for part in own:
            last_day = part["cohort"] + timedelta({"day": 0, "week": 6, "month": 27}[by])
            if last_day + timedelta(14) > AS_OF and by == "day":
                assert part["mature"] == 0
                assert part["complete"] == (part["entered"] == 0)


@SOME
@given(LOGS, SKIPS)
def test_lead_times_are_those_of_the_function(log: list[Event], skips: Skips) -> None:
    with log_rows(log) as table:
        found = rows(lead_times(events(table, COLUMNS), STAGES, skips=skips))
    by_step = {row["step"] - 1: row for row in found}
    for step in range(len(STAGES) - 1):
        finished = [pair for pair in pairs(log, step, skips == "filled")[0] if pair.reached]
        if not finished:
            assert step not in by_step
            continue
        starts = [serial(pair.entered) for pair in finished]
        ends = [serial(pair.reached) for pair in finished]
        row = by_step[step]
        assert row["finished"] == len(finished)
        assert isclose(row["mean"], leads.lead_time(starts, ends, "mean"), rel_tol=1e-12)
        assert row["median"] == leads.lead_time(starts, ends, "median")
        assert row["p90"] == leads.lead_time(starts, ends, "p90")


@SOME
@given(LOGS)
def test_lead_times_by_channel_are_those_of_each_channel(log: list[Event]) -> None:
    with log_rows(log) as table:
        found = rows(lead_times(events(table, COLUMNS), STAGES, by_channel=True))
    for row in found:
        own = [p for p in pairs(log, row["step"] - 1)[0] if p.reached and p.channel == row["channel"]]
        starts, ends = [serial(p.entered) for p in own], [serial(p.reached) for p in own]
        assert row["finished"] == len(own)
        assert row["p90"] == leads.lead_time(starts, ends, "p90")


@SOME
@given(LOGS)
def test_with_skips_filled_no_stage_has_more_leads_than_the_one_above_it(log: list[Event]) -> None:
    with log_rows(log) as table:
        told = events(table, COLUMNS)
        found = rows(stage_counts(told, STAGES, "month", skips="filled"))
        rates = rows(cohort_rates(told, STAGES, 14, AS_OF, skips="filled"))
    sums = [sum(row["leads"] for row in found if row["stage"] == stage) for stage in STAGES]
    assert sums == sorted(sums, reverse=True)
    assert all(row["backwards"] == 0 for row in rates)


@settings(SOME, max_examples=5)
@given(LOGS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_and_their_repetition_change_nothing(log: list[Event], chance: object) -> None:
    again = [*log, *log]
    chance.shuffle(again)  # type: ignore[attr-defined]
    with log_rows(log) as table, log_rows(again) as other:
        for measure in (stage_counts, lead_times, quality_counts):
            assert rows(measure(events(table, COLUMNS), STAGES)) == rows(
                measure(events(other, COLUMNS), STAGES)
            )


@SOME
@given(LOGS)
def test_what_is_left_out_is_counted(log: list[Event]) -> None:
    with log_rows(log) as table:
        (found,) = rows(doubts(events(table, COLUMNS), STAGES))
    assert found == {
        "rows": len(log),
        "without_lead": sum(not (event.lead or "").strip() for event in log),
        "without_moment": sum(event.moment is None for event in log),
        "without_stage": sum(event.stage not in STAGES for event in log),
        "without_channel": sum(not (event.channel or "").strip() for event in log),
        "scores_outside": sum(event.score is not None and not in_range(event.score) for event in log),
    }


# worked by hand

JOURNEY = [
    Event("7", "mql", datetime(2026, 3, 31, 23, 59, 59), None, 40.0),
    Event("7", "MQL", datetime(2026, 4, 1, 0, 0, 0), "web", 90.0),
    Event("7", "Opportunity", datetime(2026, 4, 1, 0, 0, 1), "fair", 80.0),
    Event("8", "Opportunity", datetime(2026, 4, 5, 12, 0, 0), "web", 20.0),
    Event("8", "Call", datetime(2026, 4, 2, 12, 0, 0), "fair", 20.0),
]
WORKBOOK_STAGES = {"mql": "MQL", "MQL": "MQL", "Opportunity": "商談"}
WORKBOOK_CHANNELS = {"web": "Web広告", "fair": "展示会"}


def test_a_second_before_midnight_is_the_day_before_and_words_are_the_workbooks() -> None:
    with log_rows(JOURNEY) as table:
        told = events(table, COLUMNS, WORKBOOK_STAGES, WORKBOOK_CHANNELS)
        counts = records(stage_counts(told, ["MQL", "商談"]))
        times = rows(lead_times(told, ["MQL", "商談"]))
        quality = records(quality_counts(told, ["MQL", "商談"], "month"), "quality", {"商談": "商談の質"})
    assert counts == [
        Record(date(2026, 3, 31), "MQL", "Web広告", 1.0),
        Record(date(2026, 4, 1), "商談", "Web広告", 1.0),
        # the lead without MQL; a call is none of the stages, but it tells where the lead came from
        Record(date(2026, 4, 5), "商談", "展示会", 1.0),
    ]
    assert [(row["finished"], row["median"]) for row in times] == [(1, 1.0)]
    assert quality == [
        Record(date(2026, 4, 1), "商談の質", "Web広告", 0.8),
        Record(date(2026, 4, 1), "商談の質", "展示会", 0.2),
    ]


def test_a_skipped_stage_is_filled_on_the_day_of_the_later_one_if_asked() -> None:
    with log_rows(JOURNEY) as table:
        told = events(table, COLUMNS, WORKBOOK_STAGES)
        filled = rows(stage_counts(told, ["MQL", "商談"], "month", skips="filled"))
        rates = rows(cohort_rates(told, ["MQL", "商談"], 0, date(2026, 4, 5), skips="filled"))
    assert [(row["stage"], row["channel"], row["leads"]) for row in filled if row["period"].month == 4] == [
        ("MQL", "fair", 1),
        ("商談", "fair", 1),
        ("商談", "web", 1),
    ]
    assert [(row["entered"], row["converted"], row["rate"]) for row in rates] == [(2, 1, 0.5)]


def test_weeks_begin_on_monday() -> None:
    sunday, monday = datetime(2026, 4, 5, 23, 59), datetime(2026, 4, 6)
    with log_rows([Event("a", "MQL", sunday), Event("b", "MQL", monday)]) as table:
        found = records(stage_counts(events(table), ["MQL"], "week"))
    assert [record.day for record in found] == [date(2026, 3, 30), date(2026, 4, 6)]


def test_one_row_a_lead_with_a_date_for_each_stage_is_the_same_log() -> None:
    wide = [
        # of these columns stage and channel are the dates, in text
        Event(" 7 ", "2026-04-01", None, "2026-04-03 10:00"),
        Event("8", None, None, "  "),
        Event("9", "2026-04-01T23:59:59.5", None, "2026/04/02"),
        Event("10", "2026-04-01 10:00+09:00", None, "2026-02-30"),
    ]
    dates = {"stage": "MQL", "channel": "SQL"}
    with log_rows(wide) as table:
        told = events_of_leads(table, dates, "lead")
        counts = records(stage_counts(told, ["MQL", "SQL"]))
        (doubt,) = rows(doubts(told, ["MQL", "SQL"]))
    assert counts == [
        Record(date(2026, 4, 1), "MQL", "", 2.0),
        Record(date(2026, 4, 3), "SQL", "", 1.0),
    ]
    # what is no date, or one at another clock than ours, is in doubt; an empty cell is not
    assert (doubt["rows"], doubt["without_moment"]) == (6, 3)


# refusals


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda log: events(log, Columns(lead="id")), "no column 'id'; it has: lead, stage, moment"),
        (lambda log: events(log, Columns(moment="score")), "'score' holds neither dates nor moments"),
        (lambda log: events(log, Columns(score="moment")), "'moment' holds no scores"),
        (lambda log: events(log.mutate(moment=log.moment.cast("timestamp('UTC')"))), "time zone"),
    ],
)
def test_columns_that_cannot_be_what_they_are_said_to_be_are_refused(wrong: object, sentence: str) -> None:
    with log_rows([]) as table, pytest.raises(SourceError, match=sentence):
        wrong(table)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda told: stage_counts(told, []), "at least 1 stages"),
        (lambda told: lead_times(told, ["MQL"]), "at least 2 stages"),
        (lambda told: stage_counts(told, ["MQL", "MQL"]), "'MQL' is named twice"),
        (lambda told: stage_counts(told, STAGES, "year"), "'by' must be one of day, week, month"),
        (lambda told: stage_counts(told, STAGES, skips="no"), "'skips' must be one of left, filled"),
        (lambda told: cohort_rates(told, STAGES, [1, 2], AS_OF), "3 steps but 2 windows"),
        (lambda told: cohort_rates(told, STAGES, -1, AS_OF), "'windows' must be at least 0"),
        (lambda told: quality_counts(told, STAGES, full=0), "'full' must be greater than 0"),
        (lambda told: events_of_leads(told, {}), "No date column is named"),
    ],
)
def test_what_cannot_be_asked_is_refused(wrong: object, sentence: str) -> None:
    with log_rows([]) as table, pytest.raises(UsageError, match=sentence):
        wrong(events(table))  # type: ignore[operator]
