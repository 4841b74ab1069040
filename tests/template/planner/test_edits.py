"""An input is edited: every result, the dashboard and its charts follow, as plain Python works it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache

import pytest
from openpyxl.worksheet.cell_range import CellRange
from workbooks.chart_caches import points

from kpixl.i18n import LANGUAGES, text
from kpixl.template.planner.cases.web import WEB
from tests.template.planner.books import edited_in_place, errors, filled, place, shown, values
from tests.template.planner.expected import Expected, expected

DASHBOARD = text("planner.dashboard.sheet", "ja")
EPOCH = datetime(1899, 12, 30)
Row = tuple[str, int, int]  # of a table: its name, the row from 0, the column from 0

# id, what is typed into names (with a cell's number) or rows of tables, and what must be other than before
EDITS: Sequence[tuple[str, Mapping[tuple[str, int] | Row, object], set[str]]] = (
    (
        "revenue goal",
        {("revenue_goal", 0): 1_500_000_000},
        {"goal_deals", "month_plan", "dashboard_headline"},
    ),
    ("unit price", {("unit_price", 0): 8_000_000}, {"goal_deals", "pace", "capacity_share"}),
    ("share", {("channel_share", 0): 0.3}, {"goal_deals", "required_counts", "landing_shares"}),
    ("step rate", {("step_rates", 2): 0.4}, {"required_counts", "bottleneck", "uplifts", "month_plan"}),
    ("capacity", {("capacities", 3): 20}, {"capacity_share", "binding_stage"}),
    (
        "thresholds",
        {("alert_thresholds", 1): 0.6, ("alert_thresholds", 2): 0.5},
        {"alert_levels", "alert_labels", "alert_actions", "dashboard_headline"},
    ),
    ("as-of date", {("as_of", 0): date(2026, 10, 9)}, {"elapsed_share", "month_actuals", "landings", "pace"}),
    ("as-of a month before", {("as_of", 0): date(2026, 9, 30)}, {"month_index", "pace"}),
    ("an actual", {("Actuals", 760, 3): 40}, {"year_results", "landings", "pace"}),
    (
        "another row",
        {("Actuals", 3, 0): date(2026, 10, 19), ("Actuals", 3, 1): "商談", ("Actuals", 3, 3): 3},
        {"month_actuals", "alert_levels", "dashboard_headline"},
    ),
    (
        "hand weights",
        {("month_weights_by_hand", number): number + 1 for number in range(12)},
        {"month_plan", "pace", "gate_counts"},
    ),
    ("SQL date", {("Leads", 4, 12): date(2026, 5, 20)}, {"matured_rate"}),
    ("lead threshold", {("lead_threshold", 0): 70}, {"hot_leads"}),
    ("cost", {("Measures", 0, 8): 8_400_000}, {"channel_costs", "channel_cpa", "channel_roi", "total_cost"}),
    ("focus stage", {("focus_stage", 0): "リード"}, {"focus_place", "gate_counts"}),
    ("against the plan", {("comparison", 0): "計画"}, {"contributions"}),
    ("the month before", {("comparison", 0): "前月"}, {"contributions"}),
    ("both halves", {("comparison", 0): "前半の月", ("as_of", 0): date(2026, 9, 15)}, {"contributions"}),
    ("agreed action", {("agreed_actions", 3): "翌朝に会議"}, {"alert_actions", "dashboard_headline"}),
)


@cache
def after(id_: str) -> bytes:
    ((inputs),) = (inputs for name, inputs, _ in EDITS if name == id_)
    content = filled(WEB, "ja")
    return edited_in_place(content, {cell_of(content, where): one for where, one in inputs.items()})


def cell_of(content: bytes, where: tuple[str, int] | Row) -> tuple[str, str]:
    if len(where) == 2:
        return place(content, where[0], where[1])
    name, row, column = where
    (sheet,) = (sheet for sheet in shown(content).worksheets if name in sheet.tables)
    area = CellRange(sheet.tables[name].ref)
    return sheet.title, sheet.cell(area.min_row + 1 + row, area.min_col + column).coordinate


def differing(content: bytes, wanted: Expected) -> dict[str, tuple[object, object]]:
    found = {}
    for name, right in wanted.items():
        seen = values(content, name)
        rights = right if isinstance(right, list) else [right]
        if not (len(seen) == len(rights) and all(same(*pair) for pair in zip(seen, rights))):
            found[name] = seen, right
    return found


def same(seen: object, right: object) -> bool:
    if isinstance(right, (int, float)) and isinstance(seen, (int, float)):
        return seen == pytest.approx(right, rel=1e-9, abs=1e-9)
    return seen == right


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_planner_shows_what_plain_python_works_out(language: str) -> None:
    content = filled(WEB, language)  # type: ignore[arg-type]  # a parameter's type is lost
    assert differing(content, expected(content, language)) == {}  # type: ignore[arg-type]


@pytest.mark.parametrize(("id_", "moved"), [(id_, moved) for id_, _, moved in EDITS])
def test_results_follow_an_edit(id_: str, moved: set[str]) -> None:
    content = after(id_)
    assert errors(content) == []
    wanted = expected(content)
    assert differing(content, wanted) == {}
    before = expected(filled(WEB, "ja"))
    assert {name for name in moved if wanted[name] == before[name]} == set()


@pytest.mark.parametrize("id_", [id_ for id_, _, _ in EDITS])
def test_the_dashboard_and_its_charts_follow_an_edit(id_: str) -> None:
    content = after(id_)
    wanted = expected(content)
    sheet = shown(content)[DASHBOARD]
    pace, shares, actuals = (listed(wanted[name]) for name in ("pace", "landing_shares", "month_actuals"))
    due, labels, cpa = (listed(wanted[name]) for name in ("targets_to_date", "alert_labels", "channel_cpa"))
    for row, right in enumerate(zip(labels, pace, actuals, due, shares), 11):
        seen = [sheet[f"{column}{row}"].value for column in "CEFHI"]
        assert all(same(*pair) for pair in zip(seen, right)), (seen, right)
    focus = int(str(wanted["focus_place"])) - 1
    deals, total = float(str(listed(wanted["year_results"])[-1])), float(str(wanted["total_cost"]))
    landing = float(str(listed(wanted["landings"])[-1]))
    assert sheet["B7"].value == f"{landing:.0f} 件"
    assert sheet["E7"].value == f"{float(str(pace[focus])):.1%}"
    assert sheet["H7"].value == (wanted["bottleneck"] or text("planner.dashboard.card.bottleneck.none", "ja"))
    assert sheet["M7"].value == f"{int(total / deals / 10_000 + 0.5):,} 万円"
    caches = {(point.sheet, point.cell): point.text for point in points(content) if point.kind == "num"}

    def drawn(column: str, count: int) -> list[float | None]:
        texts = [caches[DASHBOARD, f"{column}{row}"] for row in range(19, 19 + count)]
        return [None if one in (None, "") else float(str(one)) for one in texts]

    def length(*columns: str) -> float:
        return sum(abs(one or 0) for column in columns for one in drawn(column, 5))

    assert drawn("AN", 5) == pytest.approx([float(str(share)) - 1 for share in shares])
    costs = [None if one is None else float(str(one)) / 10_000 for one in cpa]
    assert [one or None for one in drawn("AQ", 6)] == pytest.approx(costs)
    target = float(str(listed(wanted["month_plan"])[5 * (int(str(wanted["month_index"])) - 1) + focus]))
    assert drawn("AI", 23)[-1] == pytest.approx(target)
    steps = [float(str(one)) for one in listed(wanted["contributions"])]
    assert sum(abs(step) for step in steps if step > 0) == pytest.approx(length("AX", "AY"))
    assert sum(abs(step) for step in steps if step < 0) == pytest.approx(length("AZ", "BA"))


@pytest.mark.parametrize("id_", [id_ for id_, _, _ in EDITS])
def test_every_chart_shows_what_its_cells_hold(id_: str) -> None:
    content = after(id_)
    seen = points(content)
    assert len({point.part for point in seen}) == 13
    wrong = [
        (point, value)
        for point in seen
        if not shows(point.kind, point.text, value := shown(content)[point.sheet][point.cell].value)
    ]
    assert wrong == []


def shows(kind: str, cached: str | None, value: object) -> bool:
    if isinstance(value, datetime):
        value = (value - EPOCH).days
    if isinstance(value, (int, float)):
        return cached is not None and float(cached) == pytest.approx(float(value))
    if kind == "num":
        return cached in (None, "0") and not value  # a text is drawn as nothing
    return (cached or None) == (value or None)


def listed(one: object) -> list[object]:
    assert isinstance(one, list)
    return one
