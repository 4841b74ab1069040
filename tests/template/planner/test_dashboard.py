"""The sheet Dashboard: its headline, its cards, its alerts, and six charts bound to cells."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import sqrt
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template import theme
from kpixl.template.planner.case import BLANK, MONTHS, STAGES
from kpixl.template.planner.cases.web import WEB
from tests.template.planner.books import built, edited, errors, filled, shown, value, values

SLIM = replace(WEB, tree=(), leads=(), measures=(), reviews=())
CHARTS = 6


def sheet_of(content: bytes, language: Language = "ja") -> Worksheet:
    return shown(content)[text("planner.dashboard.sheet", language)]


def column(content: bytes, letters: str, count: int) -> list[object]:
    return [sheet_of(content)[f"{letters}{row}"].value for row in range(19, 19 + count)]


def numbers(content: bytes, letters: str, count: int) -> list[float]:
    return [float(str(one)) for one in column(content, letters, count)]


# words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headline_names_the_stage_furthest_behind_and_what_was_agreed(language: Language) -> None:
    content = filled(WEB, language)
    paces = [float(str(pace)) for pace in values(content, "pace")]
    worst = paces.index(min(paces))
    headline = text("planner.dashboard.headline.late", language).format(
        stage=text(f"planner.stage.{WEB.stages[worst]}", language),
        label=values(content, "alert_labels")[worst],
        pace=f"{paces[worst]:.1%}",
        action=values(content, "alert_actions")[worst],
    )
    assert value(content, "dashboard_headline") == headline
    further = str(sheet_of(content, language)["B4"].value)
    assert text("escalation.report_to_head", language) in further
    assert text("metric.first_response_hours.name", language) in further


def test_a_company_on_plan_is_told_so() -> None:
    monthly = ((150, 15, 8, 4, 2),) * 3
    content = filled(replace(SLIM, as_of=date(2026, 6, 30), monthly=monthly, management=()))
    assert values(content, "alert_levels") == [0] * STAGES
    action = values(content, "agreed_actions")[0]
    expected = text("planner.dashboard.headline.good", "ja").format(action=action)
    assert value(content, "dashboard_headline") == expected
    assert sheet_of(content)["B4"].value == text("planner.dashboard.further.none", "ja")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_dashboard_says_what_to_do_next(language: Language) -> None:
    content = filled(BLANK, language)
    step = value(content, "next_step")
    expected = text("planner.dashboard.headline.missing", language).format(next=step)
    assert value(content, "dashboard_headline") == expected
    assert errors(content) == []
    assert [sheet_of(content, language)[f"{card}7"].value for card in ("B", "E", "H", "M")] == ["—"] * 4


def test_the_cards_show_landing_pace_bottleneck_cost_and_days() -> None:
    sheet = sheet_of(filled(WEB))
    cost = sum(measure.cost for measure in WEB.measures)
    landing = float(str(values(filled(WEB), "landings")[-1]))
    assert sheet["B7"].value == f"{landing:.0f} 件"
    assert sheet["E7"].value == f"{float(str(values(filled(WEB), 'pace')[3])):.1%}"
    year = [sum(counts) for counts in zip(*WEB.monthly)]
    rates = [after / before for before, after in pairwise(year)]
    worst = max(range(4), key=lambda step: WEB.step_rates[step] / rates[step])
    names = [text(f"planner.stage.{stage}", "ja") for stage in WEB.stages]
    assert sheet["H7"].value == f"{names[worst]} → {names[worst + 1]}"
    assert f"実績 {rates[worst]:.1%}／目標 {WEB.step_rates[worst]:.1%}" in str(sheet["H8"].value)
    assert sheet["M7"].value == f"{int(cost / year[-1] / 10_000 + 0.5)} 万円"
    assert sheet["P7"].value == "8 日"


def test_nothing_is_typed_into_the_dashboard() -> None:
    sheet = load_workbook(io.BytesIO(built(WEB)))[text("planner.dashboard.sheet", "ja")]
    assert not sheet.data_validations.dataValidation
    styles = {cell.style for row in sheet.iter_rows() for cell in row}
    assert not styles & {theme.INPUT, theme.INPUT_TEXT, theme.INPUT_WRAPPED, theme.INPUT_CENTRED}


# charts


def test_six_native_charts_are_bound_to_the_blocks_in_the_far_right() -> None:
    title = text("planner.dashboard.sheet", "ja")
    sheet = shown(built(WEB))[title]
    with ZipFile(io.BytesIO(built(WEB))) as package:
        parts = [package.read(name).decode() for name in package.namelist() if "charts/chart" in name]
    charts = [part for part in parts if f"'{title}'!" in part]
    assert len(charts) == CHARTS
    for chart in charts:
        bound = re.findall(r"<(?:c:)?f>'([^']+)'!([$A-Z0-9:]+)<", chart)
        assert len(bound) >= 3
        for where, cells in bound:
            assert where == title
            area = CellRange(cells.replace("$", ""))
            assert {sheet.cell(*at).style for at in area.cells} == {theme.CHART_FEED}


def test_the_funnels_bars_are_centred_and_as_wide_as_roots_of_the_counts() -> None:
    content = filled(WEB)
    gone = float(str(value(content, "year_elapsed_share")))
    due = [count * gone for count in (1600, 160, 80, 40, 20)]
    actual = [float(sum(counts)) for counts in zip(*WEB.monthly)]
    widest = sqrt(max(due + actual))
    parts = [numbers(content, letters, STAGES) for letters in ("Y", "Z", "AA", "AB", "AC", "AD")]
    for required, counted, (margin, short, over, core, *_) in zip(due, actual, zip(*parts)):
        assert core == pytest.approx(sqrt(min(required, counted)) / widest)
        assert 2 * (short + over) + core == pytest.approx(sqrt(max(required, counted)) / widest)
        assert 2 * (margin + short + over) + core == pytest.approx(1)
    assert column(content, "X", STAGES)[0] == f"訪問  {actual[0]:,.0f} / {due[0]:,.0f}"


def test_the_month_shows_targets_counts_and_gates_of_the_focus_stage() -> None:
    content = filled(WEB)
    target = float(str(values(content, "month_targets")[3]))
    days = values(content, "chart_days")
    count = sum(day is not None for day in days)
    assert numbers(content, "AI", count) == pytest.approx(
        [target * day / count for day in range(1, count + 1)]
    )
    assert numbers(content, "AI", 23)[-1] == pytest.approx(target)  # flat, not down to zero
    assert [one or None for one in column(content, "AJ", 23)] == [
        one or None for one in values(content, "daily_cumulative")[3::STAGES]
    ]
    gates = {days[row].day: gate for row, gate in enumerate(column(content, "AK", 23)) if gate}
    assert gates == dict(zip((7, 14, 21), values(content, "gate_counts")))


def test_the_waterfalls_bars_add_up_even_across_zero() -> None:
    content = filled(WEB)
    changes = [float(str(one)) for one in values(content, "contributions")]
    starts, ends = numbers(content, "AT", STAGES + 1), numbers(content, "AU", STAGES + 1)
    assert [end - start for start, end in zip(starts, ends)] == pytest.approx([*changes, sum(changes)])
    columns = [
        numbers(content, letters, STAGES + 1) for letters in ("AV", "AW", "AX", "AY", "AZ", "BA", "BB", "BC")
    ]
    for start, end, (above, below, *bars) in zip(starts, ends, zip(*columns)):
        assert above + sum(bar for bar in bars if bar > 0) == pytest.approx(max(0, start, end))
        assert below + sum(bar for bar in bars if bar < 0) == pytest.approx(min(0, start, end))
        assert sum(abs(bar) for bar in bars) == pytest.approx(abs(end - start))


def test_the_trend_shows_the_metric_with_the_anomaly_in_a_colour_of_its_own() -> None:
    content = filled(WEB)
    response = WEB.management[0].values
    scores = values(content, "management_scores")[:MONTHS]
    odd = [score is not None and abs(float(str(score))) > 3.5 for score in scores]
    assert any(odd)
    usual, anomalies = column(content, "BF", MONTHS), column(content, "BG", MONTHS)
    for month, one in enumerate(response):
        assert (anomalies if odd[month] else usual)[month] == pytest.approx(one)
        assert not (usual if odd[month] else anomalies)[month]
    assert not any(usual[len(response) :])


def test_gaps_and_channels_stand_beside_their_names() -> None:
    content = filled(WEB)
    shares = [float(str(share)) for share in values(content, "landing_shares")]
    assert numbers(content, "AN", STAGES) == pytest.approx([share - 1 for share in shares])
    costs = [one and float(str(one)) / 10_000 for one in values(content, "channel_cpa")]
    assert [one or None for one in column(content, "AQ", 6)] == pytest.approx(costs)
    assert all(
        str(label).startswith(text(f"planner.channel.{channel}", "ja"))
        for label, channel in zip(column(content, "AP", 6), WEB.channels)
    )


def test_an_action_that_nobody_agreed_on_is_called_undecided() -> None:
    content = edited(built(SLIM), {"agreed_actions": [None] * 4})
    assert text("planner.dashboard.headline.undecided", "ja") in str(value(content, "dashboard_headline"))
    assert errors(content) == []
