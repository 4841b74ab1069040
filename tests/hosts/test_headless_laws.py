"""The laws of the lossless side, over made workbooks and strangers' ones, in default and in full mode."""

from __future__ import annotations

from datetime import datetime, timezone
from functools import cache
from pathlib import Path

import pytest
from workbooks import chart_caches, made, traps
from workbooks.compare import (
    array_areas,
    assert_sound,
    cached,
    differing,
    sheet_parts,
    without_points,
    without_values,
)
from workbooks.corpus import corpus_files
from workbooks.hand import Error, F, book, sheet, table, unzipped, zipped
from workbooks.runs import NOW, recalculated

from kpixl.hosts.headless import recalculate
from kpixl.i18n import LANGUAGES
from kpixl.recalc.recalculate import Outcome

OURS = traps.OURS  # gives 20
MAKERS = {
    **{name: made.MAKERS[name] for name in made.MAKERS},
    **traps.BOOKS,
    **{name: (lambda name=name: traps.trap_book(name)) for name in traps.SHEETS},
}
FULL = pytest.mark.parametrize("full", [False, True], ids=["default", "full"])
MADE = pytest.mark.parametrize("name", MAKERS)
STRANGERS = pytest.mark.parametrize("path", corpus_files())


@cache
def _made(name: str) -> bytes:
    return MAKERS[name]()


@cache
def _run(content: bytes, full: bool) -> Outcome:
    return recalculated(content, full=full)


def _value(content: bytes, cell: str, *, sheet: str = "S", full: bool = False) -> object:
    return cached(recalculated(content, full=full).content, sheet).get(cell)


# laws 1 to 5


@MADE
def test_a_made_workbook_is_changed_and_keeps_all_that_is_not_a_value(name: str) -> None:
    assert _assert_laws(_made(name), full=False).changed > 0


@MADE
def test_a_made_workbook_keeps_all_that_is_not_a_value_when_all_is_computed(name: str) -> None:
    _assert_laws(_made(name), full=True)


@FULL
@STRANGERS
def test_a_strangers_workbook_keeps_all_that_is_not_a_value(path: Path, full: bool) -> None:
    _assert_laws(path.read_bytes(), full=full)


def _assert_laws(before: bytes, *, full: bool) -> Outcome:
    outcome = _run(before, full)
    after = outcome.content
    assert_sound(after)
    changed = differing(before, after)
    sheets = sheet_parts(before)
    charts = {name for name in changed if "/charts/chart" in name}
    assert {name.lower() for name in changed - charts} <= {part.lower() for part in sheets.values()}
    assert bool(changed) == bool(outcome.changed)
    if not outcome.changed:
        assert after == before
    old_parts, new_parts = unzipped(before), unzipped(after)
    for part in charts:
        assert without_points(new_parts[part]) == without_points(old_parts[part])
    for part in changed - charts:
        arrays = array_areas(old_parts[part]) + array_areas(new_parts[part])
        assert without_values(new_parts[part], arrays) == without_values(old_parts[part], arrays)
    _assert_charts_show_changed_cells(before, after)
    _assert_frozen_values_stay(before, outcome)
    again = _run(after, full)
    assert again.content == after
    assert again.changed == 0
    return outcome


def _assert_charts_show_changed_cells(before: bytes, after: bytes) -> int:
    """Every cached point of a cell whose value changed is that value now; how many there were."""
    shown = 0
    values: dict[str, tuple[dict[str, object], dict[str, object]]] = {}
    for point in chart_caches.points(after):
        if point.sheet not in values:
            values[point.sheet] = dict(cached(before, point.sheet)), dict(cached(after, point.sheet))
        old, new = (cells.get(point.cell) for cells in values[point.sheet])
        if old == new:
            continue
        shown += 1
        if new is None or isinstance(new, Error):
            assert point.text is None, point
        elif isinstance(new, str) and point.kind == "num":
            assert point.text == (None if "chartEx" in point.part else "0"), point
        elif isinstance(new, str):
            assert point.text == new, point
        else:
            assert point.text is not None, point
            assert float(point.text) == new, point
    return shown


def test_the_charts_of_a_workbook_show_its_new_values() -> None:
    content = _made("by_hand_with_charts")
    outcome = _run(content, False)
    places = chart_caches.points(outcome.content)
    assert len(places) == 1 + 8 + 4 + 3 + 5 + 8 + 4 + 1
    assert _assert_charts_show_changed_cells(content, outcome.content) == len(places) - 1 - 4
    parts = unzipped(outcome.content)
    for name in ("chart1", "chartEx1"):
        assert b"?" not in parts[f"xl/charts/{name}.xml"].replace(b"<?xml", b"").replace(b"?>", b"")


def _assert_frozen_values_stay(before: bytes, outcome: Outcome) -> None:
    for name in {note.sheet for note in outcome.frozen}:
        old, new = cached(before, name), cached(outcome.content, name)
        for note in outcome.frozen:
            if note.sheet == name:
                assert new.get(note.cell) == old.get(note.cell), note.cell
    for note in outcome.frozen:
        assert all(note.message.text(language) for language in LANGUAGES)


@pytest.mark.parametrize("name", traps.SHEETS)
@FULL
def test_a_trap_gives_the_right_values(name: str, full: bool) -> None:
    values = cached(_run(_made(name), full).content, "S")
    wanted = traps.SHEETS[name].values
    assert {cell: values.get(cell) for cell in wanted} == wanted


@pytest.mark.parametrize("name", traps.BOOKS)
def test_a_strange_package_gives_the_right_values(name: str) -> None:
    values = cached(_run(_made(name), False).content, "S")
    expected = {"chart sheets between the sheets": 100.0, "an external link": 25.0}.get(name, "x20")
    assert (values["B1"], values["C1"]) == (20.0, expected)


def test_the_made_workbooks_get_the_right_values() -> None:
    plan = cached(_run(_made("by_xlsxwriter"), False).content, made.JAPANESE)
    assert [plan[f"C{row}"] for row in range(3, 10)] == [1600.0, 160.0, 80.0, 40.0, 20.0, 1900.0, 0.0]
    assert [plan[f"E{row}"] for row in range(3, 8)] == [1600.0, 160.0, 80.0, 40.0, 20.0]
    whole = cached(_run(_made("by_xlsxwriter"), True).content, made.JAPANESE)
    assert whole["C9"] == 40.0  # not downstream of ours, so it kept its value above
    data = cached(_run(_made("by_xlsxwriter"), False).content, "Data")
    assert [data[cell] for cell in ("C2", "C3", "C4", "E1")] == [0.8, 1.0, 1.2, 3.0]
    dates = cached(_run(_made("by_xlsxwriter_1904"), False).content, "日付")
    assert (dates["B1"], dates["C1"]) == (dates["A1"], 0.0)
    assert dates["A1"] == (datetime(2026, 4, 1) - datetime(1904, 1, 1)).days
    plain = cached(_run(_made("by_openpyxl"), False).content, "Plan A")
    assert [plain[cell] for cell in ("B1", "B2", "B3", "C1", "D1")] == [20.0, 21.0, 20.0, 20.0, 10.0]
    assert cached(_run(_made("by_openpyxl"), False).content, "Other") == {"A1": 20.0}


def test_a_workbook_of_every_kind_of_cell_gets_the_right_values_and_reasons() -> None:
    values = cached(_run(_made("by_hand"), False).content, "S 2")
    assert [values[cell] for cell in ("A1", "A2", "A3", "A4")] == [20.0, 40.0, 80.0, 160.0]
    assert [values[cell] for cell in ("B1", "B2", "B3", "B4")] == [5.0, 25.0, 6.0, "old"]
    assert [values[cell] for cell in ("C1", "C2", "C3", "C4")] == [
        -1.0,
        Error("#REF!"),
        Error("#VALUE!"),
        "old text",
    ]
    assert [values[cell] for cell in ("D1", "D2", "D3")] == [3.0, 3.0, 30.0]
    frozen = _run(_made("by_hand"), True).frozen
    assert {note.cell: note.message.id.rpartition(".")[2] for note in frozen} == {
        "B1": "external",
        "B3": "several_sheets",
        "B4": "function",
        "D1": "cycle",
        "D2": "cycle",
    }


@MADE
def test_a_file_is_recalculated_as_its_bytes_are(name: str, tmp_path: Path) -> None:
    source, target = tmp_path / "計画.xlsx", tmp_path / "new.xlsx"
    source.write_bytes(_made(name))
    report = recalculate(source, target)
    assert source.read_bytes() == _made(name)
    outcome = _run(_made(name), False)
    assert target.read_bytes() == outcome.content
    assert (report.formulas, report.computed, report.changed) == (
        outcome.formulas,
        outcome.computed,
        outcome.changed,
    )
    assert (report.frozen, report.errors) == (outcome.frozen, outcome.errors)


# what is due


def test_a_workbook_without_our_functions_and_with_all_values_is_left_as_it_is() -> None:
    content = book({"S": {"A1": 1, "B1": F("A1+1", 99), "C1": F("B1&A1", "old")}, "T": {"A1": F("S!A1", 3)}})
    outcome = recalculated(content)
    assert outcome.content is content
    assert (outcome.formulas, outcome.computed, outcome.changed) == (3, 0, 0)


def test_values_of_the_spreadsheet_program_stay_where_nothing_of_ours_is_upstream() -> None:
    content = book(
        {
            "S": {
                "A1": 1,
                "B1": F(OURS, 0),
                "C1": F("B1+1", 0),
                "D1": F("A1+1", 99),  # "wrong", and not downstream
                "E1": F("D1+C1", 0),  # downstream, from the value that stays
                "F1": F("D1*2", 77),
            }
        }
    )
    outcome = recalculated(content)
    values = cached(outcome.content, "S")
    assert values == {"A1": 1.0, "B1": 20.0, "C1": 21.0, "D1": 99.0, "E1": 120.0, "F1": 77.0}
    assert (outcome.computed, outcome.changed) == (3, 3)
    whole = recalculated(content, full=True)
    values = cached(whole.content, "S")
    assert values == {"A1": 1.0, "B1": 20.0, "C1": 21.0, "D1": 2.0, "E1": 23.0, "F1": 4.0}
    assert (whole.computed, whole.changed) == (5, 5)


def test_a_formula_without_a_value_is_due_and_what_depends_on_it() -> None:
    content = book({"S": {"A1": 1, "B1": F("A1+1"), "C1": F("B1+1", 0), "D1": F("A1", 99)}})
    assert cached(recalculated(content).content, "S") == {"A1": 1.0, "B1": 2.0, "C1": 3.0, "D1": 99.0}


def test_volatile_functions_are_due_and_follow_the_moment() -> None:
    content = book(
        {"S": {"A1": F("TODAY()", 1), "B1": F("A1+1", 2), "C1": F("NOW()", 3), "D1": F("1+1", 99)}}
    )
    values = cached(recalculated(content).content, "S")
    today = (NOW.replace(tzinfo=None) - datetime(1899, 12, 30)).days
    assert values == {"A1": today, "B1": today + 1, "C1": today + 0.75, "D1": 99.0}
    later = recalculated(content, now=datetime(2027, 1, 1, 23, 59, tzinfo=timezone.utc))
    assert cached(later.content, "S")["A1"] == (datetime(2027, 1, 1) - datetime(1899, 12, 30)).days


def test_only_the_due_followers_of_a_shared_formula_change() -> None:
    content = book(
        {
            "S": {
                "A1": 1,
                "A2": F(OURS, 0),
                "A3": 3,
                "B1": F("A1*2", 99, "shared", "B1:B3", "0"),
                "B2": F("", 0, "shared", "", "0"),
                "B3": F("", 77, "shared", "", "0"),
            }
        }
    )
    values = cached(recalculated(content).content, "S")
    assert [values[cell] for cell in ("B1", "B2", "B3")] == [99.0, 40.0, 77.0]
    values = cached(recalculated(content, full=True).content, "S")
    assert [values[cell] for cell in ("B1", "B2", "B3")] == [2.0, 40.0, 6.0]


def test_the_values_of_a_kept_array_stay() -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="array" ref="A1:B1">{1,2}</f><v>8</v></c><c r="B1"><v>9</v></c>'
        f'<c r="C1"><f>{OURS}+B1</f></c></row>'
    )
    values = cached(recalculated(book({"S": sheet(rows)})).content, "S")
    assert values == {"A1": 8.0, "B1": 9.0, "C1": 29.0}


# spellings, dates, references


@pytest.mark.parametrize(
    "stored",
    [
        "KPI_BACKCALC",
        "kpi_backcalc",
        "_xldudf_KPI_BACKCALC",
        "_xldudf_XLW_KPI_BACKCALC",
        "_xlfn.KPI_BACKCALC",
        "_xludf.KPI_BACKCALC",
        "_xll.KPI_BACKCALC",
        "[1]!KPI_BACKCALC",
        "kpixl.xlam!KPI_BACKCALC",
        r"'C:\path\kpixl.xlam'!KPI_BACKCALC",
        r"'C:\目標 太郎\[kpixl.xlam]'!kpi_backcalc",
        "ORG.KPIXL.KPIXLADDIN.KPI_BACKCALC",
    ],
)
def test_every_stored_spelling_gives_the_right_values(stored: str) -> None:
    formula = f"{stored}(20,{{0.1,0.5,0.5,0.5}})"
    content = book(
        {"S": {"A1": F(formula, None, "array", "A1:E1"), "A2": F(f"SUM({formula})", 0), "A3": F(formula, 0)}}
    )
    values = cached(recalculated(content).content, "S")
    assert [values[cell] for cell in ("A1", "B1", "C1", "D1", "E1")] == [1600.0, 160.0, 80.0, 40.0, 20.0]
    assert (values["A2"], values["A3"]) == (1900.0, 1600.0)


@pytest.mark.parametrize(
    ("properties", "day"), [("", 46149.0), (' date1904="1"', 44687.0), (' date1904="true"', 44687.0)]
)
def test_both_date_systems_are_followed(properties: str, day: float) -> None:
    content = book(
        {"S": {"A1": F("DATE(2026,5,7)"), "A2": F("TODAY()", 0), "A3": F("YEAR(A1)"), "A4": F("A2-A1", 5)}},
        properties=properties,
    )
    assert cached(recalculated(content).content, "S") == {"A1": day, "A2": day, "A3": 2026.0, "A4": 0.0}


def test_names_within_a_formula_are_computed() -> None:
    content = book(
        {
            "S": {
                "A1": 1, "A2": 2, "A3": 3,
                "B1": F("_xlfn.LET(_xlpm.r,A1:A3,SUM(_xlpm.r))"),
                "B2": F("_xlfn.LET(_xlpm.x,A2,_xlpm.y,_xlpm.x*2,IF(_xlpm.y>3,_xlpm.y,0))"),
                "B3": F("_xlfn.LET(_xlpm.g,KPI_GOAL_COUNT(1000,10,0.2),_xlpm.g+A3)"),
                "B4": F("A2+_xlfn.LET(_xlpm.r,A1:A3,INDEX(_xlpm.r,2))"),
                "B5": F("_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1)(3)", 9),
            }
        }
    )  # fmt: skip
    outcome = recalculated(content)
    values = cached(outcome.content, "S")
    assert [values[f"B{row}"] for row in range(1, 6)] == [6.0, 4.0, 23.0, 4.0, 9.0]
    assert [note.cell for note in recalculated(content, full=True).frozen] == ["B5"]


def test_names_of_columns_of_a_table_are_computed() -> None:
    cells = {
        "A1": "月", "B1": "実績", "A2": 1, "B2": 5, "A3": 2, "B3": 7,
        "D1": F("SUM(Results)"), "D2": F("INDEX(Results,2)"), "D3": F("SUM(Nowhere)", 4),
    }  # fmt: skip
    names = "".join(
        f'<definedName name="{name}">{table_name}[実績]</definedName>'
        for name, table_name in [("Results", "Sales"), ("Nowhere", "Gone")]
    )
    content = book({"S": cells}, tables={"S": (table("Sales", "A1:B3", ["月", "実績"]),)}, names=names)
    outcome = recalculated(content, full=True)
    values = cached(outcome.content, "S")
    assert [values[f"D{row}"] for row in (1, 2, 3)] == [12.0, 7.0, 4.0]
    assert [note.cell for note in outcome.frozen] == ["D3"]


def test_structured_references_are_computed_by_their_table() -> None:
    cells = {
        "A1": "月", "B1": "実績", "C1": "比", "A2": "4月", "B2": 80, "A3": "5月", "B3": 120,
        "C2": F("KPI_ACHIEVEMENT(Sales[[#This Row],[実績]],100)", 0),
        "C3": F("KPI_ACHIEVEMENT([@実績],Sales[[#Totals],[実績]])", 0),
        "B4": F("SUM(Sales[実績])", 0),
        "E1": F("KPI_GOAL_COUNT(SUM(Sales[[実績]:[比]]),1)", 0),
        "E2": F("KPI_ACHIEVEMENT(Sales[[#Headers],[実績]],1)", 0),
        "E3": F("SUM(Missing[実績],KPI_ACHIEVEMENT(1,1))", 5),
    }  # fmt: skip
    content = book(
        {"データ": cells, "S": {"A1": F("SUM(Sales[比])", 0)}},
        tables={"データ": (table("Sales", "A1:C4", ["月", "実績", "比"], totals=True),)},
    )
    outcome = recalculated(content, full=True)
    values = cached(outcome.content, "データ")
    assert [values[cell] for cell in ("C2", "C3", "B4")] == [0.8, 0.6, 200.0]
    assert values["E1"] == 202.0  # 200 and 1.4, rounded up
    assert values["E2"] == Error("#VALUE!")  # the header is a text
    assert values["E3"] == 5.0
    assert cached(outcome.content, "S")["A1"] == pytest.approx(1.4)
    assert [note.cell for note in outcome.frozen] == ["E3"]


def test_names_are_followed_global_and_local_and_those_that_hold_a_formula() -> None:
    names = (
        '<definedName name="Goal">S!$A$1</definedName><definedName name="Twice">S!$A$1*2</definedName>'
        '<definedName name="Goal" localSheetId="1">\'T 2\'!$A$1</definedName>'
        '<definedName name="Rates">S!$A$2:$A$3</definedName><definedName name="Tax">0.1</definedName>'
        '<definedName name="Gone">#REF!</definedName><definedName name="Far">[1]S!$A$1</definedName>'
    )
    content = book(
        {
            "S": {
                "A1": 20,
                "A2": 0.5,
                "A3": 0.5,
                "B1": F("KPI_GOAL_COUNT(Goal,1)", 0),
                "B2": F("KPI_GOAL_COUNT(Twice,1)", 0),
                "B3": F("KPI_GOAL_COUNT(Goal*Tax,1)", 0),
                "B4": F("KPI_GOAL_COUNT(Far,1)", 4),
                "B5": F("KPI_GOAL_COUNT(NoSuchName,1)", 4),
                "C1": F("KPI_BACKCALC(Goal,Rates)", None, "array", "C1:C3"),
            },
            "T 2": {"A1": 30, "B1": F("KPI_GOAL_COUNT(Goal,1)", 0), "B2": F("S!B1+1", 0)},
        },
        names=names,
    )
    outcome = recalculated(content)
    values = cached(outcome.content, "S")
    assert [values[cell] for cell in ("B1", "B2", "B3", "C1", "C2", "C3")] == [
        20.0,
        40.0,
        2.0,
        80.0,
        40.0,
        20.0,
    ]
    assert [cached(outcome.content, "T 2")[cell] for cell in ("B1", "B2")] == [30.0, 21.0]
    assert (values["B4"], values["B5"]) == (4.0, 4.0)
    assert {note.cell: note.message.id for note in outcome.frozen} == {
        "B4": "recalc.frozen.name",
        "B5": "recalc.frozen.name",
    }


@pytest.mark.parametrize("stored", ["KPI_GOAL_COUNT", "_xldudf_KPI_GOAL_COUNT"])
def test_a_formula_with_a_name_that_holds_our_function_is_computed_or_reported(stored: str) -> None:
    names = f'<definedName name="Ours">{stored}(1000,10,0.2)</definedName>'
    outcome = recalculated(book({"S": {"A1": F("Ours+1", 3)}}, names=names))
    assert cached(outcome.content, "S")["A1"] == 21.0 or [note.cell for note in outcome.frozen] == ["A1"]


def test_a_chain_over_several_sheets_is_computed_to_its_end() -> None:
    content = book(
        {
            "第 1": {"A1": F("KPI_GOAL_COUNT('It''s 3'!A1,1)", 0)},
            "Two": {"A1": F("'第 1'!A1*2", 0)},
            "It's 3": {"A1": 7, "A2": F("Two!A1+'第 1'!A1", 0)},
        }
    )
    outcome = recalculated(content)
    assert cached(outcome.content, "第 1")["A1"] == 7.0
    assert cached(outcome.content, "Two")["A1"] == 14.0
    assert cached(outcome.content, "It's 3")["A2"] == 21.0


# arrays


@pytest.mark.parametrize(
    ("formula", "area", "expected"),
    [
        ("KPI_BACKCALC(20,{0.5,0.5})", "A1:C1", {"A1": 80, "B1": 40, "C1": 20}),
        ("KPI_BACKCALC(20,{0.5,0.5})", "A1:B1", {"A1": 80, "B1": 40}),
        ("KPI_BACKCALC(20,{0.5,0.5})", "A1:D1", {"A1": 80, "B1": 40, "C1": 20, "D1": "#N/A"}),
        ("KPI_BACKCALC(20,{0.5})", "A1:B2", {"A1": 40, "B1": 20, "A2": 40, "B2": 20}),
        (
            "KPI_BACKCALC(20,{0.5})",
            "A1:C2",
            {"A1": 40, "B1": 20, "C1": "#N/A", "A2": 40, "B2": 20, "C2": "#N/A"},
        ),
        ("KPI_BACKCALC(20,{0.5;0.5})", "A1:A3", {"A1": 80, "A2": 40, "A3": 20}),
        ("KPI_BACKCALC(20,{0.5;0.5})", "A1:A4", {"A1": 80, "A2": 40, "A3": 20, "A4": "#N/A"}),
        ("KPI_BACKCALC(20,{0.5;0.5})", "A1:A2", {"A1": 80, "A2": 40}),
        ("KPI_BACKCALC(20,{0.5;0.5})", "A1", {"A1": 80}),
        ("KPI_GOAL_COUNT(20,1)", "A1:B2", {"A1": 20, "B1": 20, "A2": 20, "B2": 20}),
        ("KPI_BACKCALC(20,{0.5,2})", "A1:B1", {"A1": "#NUM!", "B1": "#NUM!"}),
        ("KPI_BACKCALC(10,D1:D2)*2", "A1:A3", {"A1": 80, "A2": 40, "A3": 20}),
    ],
)
def test_an_array_formula_fills_its_fixed_area(formula: str, area: str, expected: dict[str, object]) -> None:
    content = book({"S": {"A1": F(formula, None, "array", area), "D9": 1, "D1": 0.5, "D2": 0.5}})
    if "D1" in expected:
        content = book({"S": {"A1": F(formula, None, "array", area), "D9": 1}})
    outcome = recalculated(content)
    values = cached(outcome.content, "S")
    wanted = {cell: Error(value) if isinstance(value, str) else value for cell, value in expected.items()}
    assert {cell: value for cell, value in values.items() if cell[0] in "ABC" or cell in expected} == wanted
    assert recalculated(outcome.content).content == outcome.content


def test_the_old_values_of_an_array_are_replaced_where_they_lie() -> None:
    formula = '<f t="array" ref="A1:C1">KPI_BACKCALC(20,{0.5,0.5})</f>'
    old = sheet(
        f'<row r="1"><c r="A1" s="1" t="e">{formula}<v>#NAME?</v></c><c r="B1" s="2" t="e"><v>#NAME?</v></c>'
        '<c r="C1" s="3"/><c r="D1"><f>SUM(A1:C1)</f><v>0</v></c></row>'
    )
    new = sheet(
        f'<row r="1"><c r="A1" s="1">{formula}<v>80</v></c><c r="B1" s="2"><v>40</v></c>'
        '<c r="C1" s="3"><v>20</v></c><c r="D1"><f>SUM(A1:C1)</f><v>140</v></c></row>'
    )
    outcome = recalculated(book({"S": old}))
    assert unzipped(outcome.content)["xl/worksheets/sheet1.xml"] == new.encode()


def test_a_dynamic_array_of_the_stored_size_is_computed() -> None:
    content = book(
        {"S": {"A1": F("KPI_BACKCALC(20,{0.5,0.5})", 0, "array", "A1:C1", cm=True), "B1": 0, "C1": 0}}
    )
    values = cached(recalculated(content).content, "S")
    assert values == {"A1": 80.0, "B1": 40.0, "C1": 20.0}


@pytest.mark.parametrize(
    "formula",
    [
        "KPI_BACKCALC(20,{0.5,0.5})",
        "(KPI_BACKCALC(20,{0.5,0.5}))",
        "IFERROR(KPI_BACKCALC(20,{0.5,0.5}),-1)",
        "IF(TRUE,KPI_BACKCALC(20,{0.5,0.5}),0)",
    ],
)
@pytest.mark.parametrize("neighbour", [None, 7])
def test_a_plain_formula_shows_the_first_value_and_leaves_its_neighbours_alone(
    formula: str, neighbour: float | None
) -> None:
    cells = {"A1": F(formula, 0), "A2": F("SUM(A1:C1)+KPI_GOAL_COUNT(0,1)", 0)}
    content = book({"S": {**cells, "B1": neighbour} if neighbour else cells})
    values = cached(recalculated(content).content, "S")
    assert (values["A1"], values["A2"]) == (80.0, 80.0 + (neighbour or 0))


@pytest.mark.parametrize("formula", ["INDEX(A5:C6,0,2)", "OFFSET(A5,0,0,2,2)", "CHOOSE(1,A5:A6)"])
def test_a_plain_formula_never_gets_the_error_of_a_spill(formula: str) -> None:
    content = book(
        {"S": {"A1": F(formula, 3), "B1": 7, "A2": 8, "A5": 1, "A6": 2, "B5": 3, "B6": 4, "C6": 5}}
    )
    outcome = recalculated(content, full=True)
    assert cached(outcome.content, "S")["A1"] == 3.0
    assert [note.cell for note in outcome.frozen] == ["A1"]


# errors


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("KPI_BACKCALC(20,A5:B6)", "#VALUE!"),  # neither a row nor a column
        ("KPI_BACKCALC(A5:B6,0.5)", "#VALUE!"),
        ('KPI_BACKCALC("many",0.5)', "#VALUE!"),
        ("KPI_BACKCALC(20,{0.5,0})", "#NUM!"),
        ("KPI_BACKCALC(20,{0.5,1.5})", "#NUM!"),
        ("KPI_BACKCALC(20,-0.1)", "#NUM!"),
        ("KPI_BACKCALC(20)", "#VALUE!"),
        ("KPI_BACKCALC(20,0.5,,4)", "#VALUE!"),
        ("KPI_BACKCALC(,0.5)", "#N/A"),
        ("KPI_RATES({0,1})", "#DIV/0!"),
        ("KPI_ACHIEVEMENT(A9,1)", "#N/A"),
    ],
)
def test_an_error_of_ours_is_written_and_its_reason_told_in_both_languages(
    formula: str, code: str, tmp_path: Path
) -> None:
    source, target = tmp_path / "book.xlsx", tmp_path / "new.xlsx"
    source.write_bytes(book({"計画": {"C3": F(formula, 5), "A5": 1, "B5": 2, "A6": 3, "B6": 4}}))
    report = recalculate(source, target)
    assert cached(target.read_bytes(), "計画")["C3"] == Error(code)
    (note,) = report.errors
    assert (note.sheet, note.cell, note.formula, note.code) == ("計画", "C3", formula, code)
    direct = {language: report.to_dict(language)["errors"] for language in LANGUAGES}
    for language in LANGUAGES:
        (told,) = direct[language]  # type: ignore[misc]
        assert told["message"] == note.message.text(language)
        assert told["message"].strip()
        assert "\n" not in told["message"]
        assert told["code"] == code
    assert direct["ja"] != direct["en"]


@pytest.mark.parametrize("code", ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"])
def test_an_error_that_comes_in_goes_out_unchanged_and_needs_no_reason(code: str) -> None:
    content = book(
        {
            "S": {
                "A1": Error(code),
                "A2": 0.5,
                "B1": F("KPI_BACKCALC(A1,0.5)", Error("#NAME?")),
                "B2": F("KPI_BACKCALC(20,A1:A2)", Error("#NAME?")),
                "B3": F("KPI_GOAL_COUNT(1,1)+A1", Error("#NAME?")),
            }
        }
    )
    outcome = recalculated(content)
    values = cached(outcome.content, "S")
    assert [values[cell] for cell in ("B1", "B2", "B3")] == [Error(code)] * 3
    assert outcome.errors == ()
    assert outcome.frozen == ()


def test_a_reference_that_is_lost_stays_lost() -> None:
    content = book(
        {"S": {"A1": F("KPI_BACKCALC(#REF!,0.5)", Error("#REF!")), "A2": F("KPI_GOAL_COUNT(S!#REF!,1)", 0)}}
    )
    outcome = recalculated(content)
    assert cached(outcome.content, "S") == {"A1": Error("#REF!"), "A2": Error("#REF!")}
    assert outcome.frozen == ()


def test_an_error_of_ours_can_be_caught_by_a_formula() -> None:
    content = book(
        {"S": {"A1": F("IFERROR(KPI_BACKCALC(20,0),-1)", 0), "A2": F("ISERROR(KPI_BACKCALC(20,0))", 0)}}
    )
    outcome = recalculated(content)
    assert cached(outcome.content, "S") == {"A1": -1.0, "A2": True}
    assert outcome.errors == ()


def test_the_name_error_that_excel_left_is_replaced() -> None:
    content = book({"S": {"A1": F(OURS, Error("#NAME?")), "A2": F("A1+1", Error("#NAME?"))}})
    assert cached(recalculated(content).content, "S") == {"A1": 20.0, "A2": 21.0}


# frozen formulas


READS_NOTHING_DUE = {"[1]Sheet1!$A$1", "SUM('S:T'!A9)", "Missing[x]"}


def test_only_what_may_be_out_of_date_is_said_to_be_frozen() -> None:
    cells = {
        "A1": F(OURS, 0), "A2": 5,
        "B1": F("PHONETIC(A1)", 1), "B2": F("PHONETIC(A2)", 2), "B3": F("PHONETIC(B1)", 3),
        "B4": F("INFO(A2)+TODAY()", 4), "B5": F("CELL(A2)"), "B6": F("PHONETIC(KPI_PACE(A2,1))", 6),
    }  # fmt: skip
    content = book({"S": cells})
    assert [note.cell for note in recalculated(content).frozen] == ["B1", "B3", "B4", "B5", "B6"]
    assert [note.cell for note in recalculated(content, full=True).frozen] == [
        f"B{row}" for row in range(1, 7)
    ]


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("[1]Sheet1!$A$1", "external"),
        ("'[1]S 1'!A1*A9", "external"),
        ("SUM('S:T'!A9)", "several_sheets"),
        ("PHONETIC(A9)", "function"),
        ("NOSUCH(A9)", "function"),
        ('TEXT(A9,"ggge年")', "text_format"),
        ("SUM(A9:INDEX(A:A,9))", "computed_range"),
        ("Missing[x]", "table"),
        ("1+", "unreadable"),
    ],
)
@FULL
def test_a_formula_that_cannot_be_computed_keeps_its_value_and_feeds_it_on(
    formula: str, reason: str, full: bool
) -> None:
    content = book(
        {
            "S": {"A1": F(formula, 41), "A2": F("A1+KPI_GOAL_COUNT(1,1)", 0), "A9": F("TODAY()", 1)},
            "T": {"A9": 1},
        }
    )
    outcome = recalculated(content, full=full)
    assert [cached(outcome.content, "S")[cell] for cell in ("A1", "A2")] == [41.0, 42.0]
    if not full and formula in READS_NOTHING_DUE:
        assert outcome.frozen == ()  # its value is as good as it was
        return
    (note,) = outcome.frozen
    assert (note.sheet, note.cell, note.formula) == ("S", "A1", formula)
    assert note.message.id == f"recalc.frozen.{reason}"


@FULL
def test_a_frozen_formula_without_a_value_gets_none(full: bool) -> None:
    content = book({"S": {"A1": F("PHONETIC(A9)"), "A2": F(OURS, 0)}})
    outcome = recalculated(content, full=full)
    assert cached(outcome.content, "S") == {"A2": 20.0}
    assert [note.cell for note in outcome.frozen] == ["A1"]


@FULL
def test_a_cycle_is_frozen_and_what_depends_on_it_computed_from_the_frozen_values(full: bool) -> None:
    content = book(
        {
            "S": {
                "A1": F("A2+KPI_GOAL_COUNT(10,1)", 7),
                "A2": F("A1+1", 8),
                "A3": F("A1*2", 0),
                "A4": F("KPI_GOAL_COUNT(A3,1)+T!A1", 0),
                "A5": F("IFERROR(A2,-1)", 0),
                "B1": F("B1+A1", 5),
                "B2": F("SUM(A1:B1)", 0),
                "C1": F(OURS, 0),
            },
            "T": {"A1": F("S!A2", 0)},
        }
    )
    outcome = recalculated(content, full=full)
    values = cached(outcome.content, "S")
    assert {cell: values[cell] for cell in ("A1", "A2", "B1")} == {"A1": 7.0, "A2": 8.0, "B1": 5.0}
    assert [values[cell] for cell in ("A3", "A4", "A5", "B2", "C1")] == [14.0, 22.0, 8.0, 12.0, 20.0]
    assert cached(outcome.content, "T")["A1"] == 8.0
    assert [(note.cell, note.message.id) for note in outcome.frozen] == [
        (cell, "recalc.frozen.cycle") for cell in ("A1", "B1", "A2")
    ]


def test_a_cycle_through_an_array_is_frozen() -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="array" ref="A1:B1">KPI_BACKCALC(C1,{0.5})</f><v>4</v></c>'
        '<c r="B1"><v>2</v></c>'
        '<c r="C1"><f>B1</f><v>2</v></c><c r="D1"><f>A1*10</f><v>0</v></c></row>'
    )
    outcome = recalculated(book({"S": sheet(rows)}))
    assert cached(outcome.content, "S") == {"A1": 4.0, "B1": 2.0, "C1": 2.0, "D1": 40.0}
    assert [note.cell for note in outcome.frozen] == ["A1", "C1"]


def test_a_shared_formula_whose_first_cell_is_in_a_cycle_is_computed_elsewhere() -> None:
    content = book(
        {
            "S": {
                "A1": F("B1+KPI_GOAL_COUNT(1,1)", 3),
                "A2": 5,
                "B1": F("A1*2", 6, "shared", "B1:B2", "0"),
                "B2": F("", 0, "shared", "", "0"),
            }
        }
    )
    outcome = recalculated(content, full=True)
    values = cached(outcome.content, "S")
    assert {cell: values[cell] for cell in ("A1", "B1", "B2")} == {"A1": 3.0, "B1": 6.0, "B2": 10.0}


def test_a_data_table_is_frozen_and_its_values_can_be_read() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c>'
        '<c r="B1"><f t="dataTable" ref="B1:B2" dt2D="0" dtr="0" r1="A1"/><v>5</v></c></row>'
        f'<row r="2"><c r="B2"><v>6</v></c><c r="C2"><f>SUM(B1:B2)+{OURS}</f></c></row>'
    )
    outcome = recalculated(book({"S": sheet(rows)}))
    assert cached(outcome.content, "S") == {"A1": 1.0, "B1": 5.0, "B2": 6.0, "C2": 31.0}
    assert [note.message.id for note in outcome.frozen] == ["recalc.frozen.data_table"]


# warnings


def test_a_workbook_that_recomputes_itself_on_opening_is_warned_of() -> None:
    content = book({"S": {"A1": F(OURS, 0)}}, calculation='<calcPr fullCalcOnLoad="1"/>')
    outcome = recalculated(content)
    assert [warning.id for warning in outcome.warnings] == ["recalc.warning.recalculates_on_load"]
    assert b"fullCalcOnLoad" in unzipped(outcome.content)["xl/workbook.xml"]


def test_a_signature_is_warned_of_only_when_it_breaks() -> None:
    parts = unzipped(book({"S": {"A1": F(OURS, 0)}}))
    signed = zipped({**parts, "_xmlsignatures/sig1.xml": b"<Signature/>"})
    outcome = recalculated(signed)
    assert [warning.id for warning in outcome.warnings] == ["recalc.warning.signature"]
    assert recalculated(outcome.content).warnings == ()


@pytest.mark.parametrize("area", ["A1:B2", "C7:D9", "A2:B3"])
@FULL
def test_an_array_over_another_formula_or_elsewhere_is_frozen(area: str, full: bool) -> None:
    content = book({"S": {"A1": F(OURS, 3, "array", area), "B1": F("A1+KPI_GOAL_COUNT(1,1)", 0)}})
    outcome = recalculated(content, full=full)
    assert cached(outcome.content, "S") == {"A1": 3.0, "B1": 4.0}
    assert [(note.cell, note.message.id) for note in outcome.frozen] == [("A1", "recalc.frozen.unreadable")]
    assert recalculated(outcome.content, full=full).content == outcome.content
