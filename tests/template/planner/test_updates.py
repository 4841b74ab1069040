"""The sheet Updates: its tables and names as programs rely on them, and what it says of its alarms."""

from __future__ import annotations

import io
from datetime import date

import pytest
from books import built, edited, errors, filled, shown, typed, value, values
from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import CellRange

from kpixl.domain.alerts import AlertLevel
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.macros.port import SetTable
from kpixl.template import theme
from kpixl.template.planner import start, targets, updates
from kpixl.template.planner.actuals import MANAGEMENT
from kpixl.template.planner.case import BLANK, STAGES
from kpixl.template.planner.cases.web import WEB
from kpixl.template.planner.monitor_gates import WEEKS
from kpixl.template.planner.updates import FIRST, LAST, ROWS

SHEETS = (start.SHEET, targets.SHEET, updates.SHEET)
TAB = text("planner.updates.sheet", "ja")
HEADINGS = {
    "Alerts": {
        "ja": [
            "基準日",
            "指標",
            "判定",
            "前回から",
            "該当した規則",
            "決めた場所",
            "決めた対応",
            "担当",
            "期限",
            "済",
        ],
        "en": [
            "As of",
            "Metric",
            "Level",
            "Since last",
            "Rule that fired",
            "Agreed at",
            "Agreed action",
            "Owner",
            "Due",
            "Done",
        ],
    },
    "History": {
        "ja": ["基準日", "指標", "ここまでの目標", "実績", "ペース", "レベル", "着地見込み"],
        "en": ["As of", "Metric", "Target to date", "Actual", "Pace", "Level", "Landing"],
    },
    "Sources": {
        "ja": ["ファイル", "読み方（map）", "行数", "最初の日", "最後の日"],
        "en": ["File", "Map", "Rows", "First day", "Last day"],
    },
}


def headline(content: bytes) -> object:
    return shown(content)[TAB]["B3"].value


def said(id_: str, **gaps: object) -> str:
    return text(f"planner.updates.headline.{id_}", "ja").format(**gaps)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HEADINGS)
def test_the_columns_of_its_tables_stand_in_the_order_programs_rely_on(name: str, language: Language) -> None:
    sheet = load_workbook(io.BytesIO(built(BLANK, language)))[text("planner.updates.sheet", language)]
    headings = [column.name for column in sheet.tables[name].tableColumns]
    assert headings == HEADINGS[name][language]


def test_every_table_can_grow_downwards() -> None:
    sheet = load_workbook(io.BytesIO(built(BLANK)))[TAB]
    areas = [CellRange(table.ref) for table in sheet.tables.values()]
    assert len(areas) == 3
    assert {area.max_row for area in areas} == {LAST} == {sheet.max_row}


def test_more_alarms_than_rows_make_the_list_longer() -> None:
    count = STAGES + WEEKS + STAGES + MANAGEMENT  # levels, gates, escalations, anomalies
    assert count > ROWS
    workbook = HeadlessWorkbook(filled(BLANK), "planner.xlsx")
    width = len(workbook.table("Alerts").headings)
    workbook.write([SetTable("Alerts", ((46315.0, *["x"] * (width - 1)),) * count)])
    workbook.recalculate()
    assert f"{count} 件" in str(headline(workbook.content))


def test_a_planner_begins_with_an_owner_and_days_for_each_level_but_the_one_without_alarms() -> None:
    content = filled(WEB)
    assert value(content, "alert_owner") == text("planner.owner.marketing", "ja")
    assert values(content, "due_days") == ["—", 5, 3, 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_first_refresh_the_sheet_says_how_to_begin(language: Language) -> None:
    sheet = shown(filled(BLANK, language))[text("planner.updates.sheet", language)]
    assert sheet["B3"].value == text("planner.updates.headline.none", language)
    assert "kpixl refresh" in sheet["B3"].value


def test_the_sheet_counts_what_is_new_worse_open_and_late() -> None:
    content = built(BLANK, "ja", SHEETS)
    day, due = date(2026, 10, 20), date(2026, 10, 19)
    rows: dict[str, object] = {}
    alarms = (("new", due, None), ("worse", due, "○"), ("same", None, None), ("new", day, None))
    for row, (since, until, done) in enumerate(alarms, FIRST):
        rows |= {
            f"B{row}": day,
            f"E{row}": text(f"planner.updates.since.{since}", "ja"),
            f"J{row}": until,
            f"K{row}": done,
        }
    content = edited(typed(content, TAB, rows), {"as_of": day})
    assert errors(content) == []
    assert headline(content) == said("some", day="2026/10/20", count=4, new=2, worse=1, open=3, late=1)


def test_with_a_history_and_no_alarm_the_sheet_says_that_all_is_quiet() -> None:
    content = typed(built(BLANK, "ja", SHEETS), TAB, {f"M{FIRST}": date(2026, 10, 20)})
    assert headline(content) == said("clear", day="2026/10/20")


def test_each_level_in_the_list_has_its_own_look() -> None:
    sheet = load_workbook(io.BytesIO(built(BLANK)))[TAB]
    looks = {
        rule.formula[0].partition("=")[2].strip('"'): rule.dxf.fill.bgColor.rgb[-6:]
        for area in sheet.conditional_formatting
        if str(area.sqref).startswith(f"D{FIRST}")
        for rule in area.rules
    }
    assert looks == {text(f"level.{level.name}", "ja"): theme.LEVEL_LOOKS[level].fill for level in AlertLevel}


def test_the_list_prints_on_a_page_and_areas_of_the_long_tables_are_their_rows() -> None:
    sheet = load_workbook(io.BytesIO(built(BLANK)))[TAB]
    areas = [area.partition("!")[2].replace("$", "") for area in sheet.print_area.split(",")]
    assert areas == [f"A1:L{LAST}", f"M{FIRST}:S{LAST}", f"U{FIRST}:Y{LAST}"]
