"""Dynamic arrays whose result has another size than the file says, or no room."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from office.calc import Calc
from workbooks import hand
from workbooks.compare import array_areas, cached, differing, without_values
from workbooks.hand import Error, F, book, cells, sheet, table, unzipped, with_chain, zipped
from workbooks.runs import recalculated

from kpixl.functions.values import CellError
from kpixl.i18n import LANGUAGES
from kpixl.ooxml.address import Area, cell_name, parse_cell

PART = "xl/worksheets/sheet1.xml"
THREE = "KPI_BACKCALC(20,{0.5;0.5})"  # 80, 40, 20 downwards


def spill(formula: str, ref: str, value: float | str | bool | Error | None = 0) -> F:
    return F(formula, value, "array", ref, cm=True)


def part(content: bytes) -> str:
    return unzipped(content)[PART].decode()


def _assert_settled(before: bytes, after: bytes) -> None:
    """The law: values, the size of spills and the cells they filled or fill are all that differs."""
    assert differing(before, after) <= {PART}
    old, new = unzipped(before)[PART], unzipped(after)[PART]
    arrays = array_areas(old) + array_areas(new)
    assert without_values(new, arrays) == without_values(old, arrays)
    names = re.findall(rb'<c r="([A-Z]+[0-9]+)"', new)
    positions = [parse_cell(name.decode()) for name in names]
    assert positions == sorted(set(positions))
    rows = [int(number) for number in re.findall(rb'<row r="([0-9]+)"', new)]
    assert rows == sorted(set(rows))
    for full in (False, True):
        assert recalculated(after, full=full).content == after


# other sizes


@pytest.mark.parametrize("ref", ["A1", "A1:A2", "A1:A3", "A1:A5", "A1:C2"])
def test_a_spill_takes_its_new_size(ref: str) -> None:
    old = {cell_name(*cell): 7.0 for cell in Area.parse(ref).cells()}
    content = book({"S": {**old, "A1": spill(THREE, ref, 7), "D9": F("SUM(A1:A9)", 0), "E1": 1}})
    outcome = recalculated(content)
    assert cached(outcome.content, "S") == {"A1": 80.0, "A2": 40.0, "A3": 20.0, "D9": 140.0, "E1": 1.0}
    assert array_areas(part(outcome.content).encode()) == ["A1:A3"]
    assert outcome.frozen == ()
    assert outcome.errors == ()
    _assert_settled(content, outcome.content)


def test_cells_that_are_left_keep_their_style_and_vanish_without_one() -> None:
    rows = (
        '<row r="1"><c r="A1" cm="1" s="1"><f t="array" ref="A1:C1">KPI_BACKCALC(1,0.5)</f><v>1</v></c>'
        '<c r="B1" s="2"><v>0</v></c><c r="C1" s="3" t="str"><v>x</v></c><c r="D1"><v>1</v></c></row>'
        '<row r="4" ht="30"><c r="A4" cm="1"><f t="array" ref="A4:C4">KPI_BACKCALC(1,0.5)</f><v>1</v></c>'
        '<c r="B4"><v>0</v></c><c r="C4"><v>0</v></c></row>'
    )
    found = part(recalculated(book({"S": sheet(rows)})).content)
    assert (
        '<row r="1"><c r="A1" cm="1" s="1"><f t="array" ref="A1:B1">KPI_BACKCALC(1,0.5)</f><v>2</v></c>'
        '<c r="B1" s="2"><v>1</v></c><c r="C1" s="3"/><c r="D1"><v>1</v></c></row>'
        '<row r="4" ht="30"><c r="A4" cm="1"><f t="array" ref="A4:B4">KPI_BACKCALC(1,0.5)</f><v>2</v></c>'
        '<c r="B4"><v>1</v></c></row>'
    ) in found


def test_a_cell_that_the_next_one_is_counted_from_stays() -> None:
    rows = (
        '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B1">KPI_GOAL_COUNT(1,1)</f><v>1</v></c>'
        '<c r="B1"><v>0</v></c><c><v>9</v></c></row>'
    )
    outcome = recalculated(book({"S": sheet(rows)}))
    assert cached(outcome.content, "S") == {"A1": 1.0, "C1": 9.0}


def test_new_cells_stand_between_the_old_ones_and_in_the_dimension() -> None:
    rows = (
        f'<row r="2" spans="2:4"><c r="B2" cm="1"><f t="array" ref="B2">{THREE}</f><v>1</v></c>'
        '<c r="D2"><v>1</v></c></row>'
        '<row r="4" spans="1:3"><c r="A4"><v>2</v></c><c r="C4"><v>3</v></c></row>'
    )
    found = part(recalculated(book({"S": sheet(rows, before='<dimension ref="A2:D3"/>')})).content)
    assert '<dimension ref="A2:D4"/>' in found
    assert (
        '<row r="3"><c r="B3"><v>40</v></c></row>'
        '<row r="4"><c r="A4"><v>2</v></c><c r="B4"><v>20</v></c><c r="C4"><v>3</v></c></row>'
    ) in found


def test_a_value_that_newer_programs_explain_elsewhere_loses_the_explanation() -> None:
    rows = (
        '<row r="1"><c r="A1" t="e" cm="1" vm="3"><f t="array" ref="A1">KPI_BACKCALC(1,0.5)</f>'
        '<v>#VALUE!</v></c><c r="C1" vm="1" t="e"><v>#VALUE!</v></c></row>'
    )
    found = part(recalculated(book({"S": sheet(rows)})).content)
    assert '<c r="A1" cm="1"><f t="array" ref="A1:B1">KPI_BACKCALC(1,0.5)</f><v>2</v></c>' in found
    assert '<c r="C1" vm="1" t="e"><v>#VALUE!</v></c>' in found


def test_the_calculation_chain_stays() -> None:
    parts = hand.parts({"S": {"A1": spill(THREE, "A1")}})
    content = zipped(with_chain(parts, '<c r="A1" i="1" a="1"/><c r="A1" i="1" s="1"/>'))
    assert differing(content, recalculated(content).content) == {PART}


# formulas that read spills


def test_formulas_that_read_the_new_cells_follow() -> None:
    content = book(
        {
            "S": {
                "A1": spill(THREE, "A1:A2", 1),
                "A2": 1,
                "C1": F("A3*2", 0),
                "C2": F("C1+1", 1),
                "C3": F("SUM(A3:A9)", 0),
                "C4": F("SUM(_xlfn.ANCHORARRAY(A1))", 0),
                "C5": F("COUNT(T!A1)", 77),  # reads nothing of it
            },
            "T": {"A1": F("S!A3", 0)},
        }
    )
    outcome = recalculated(content)
    values = cached(outcome.content, "S")
    assert [values[f"C{row}"] for row in range(1, 6)] == [40.0, 41.0, 20.0, 140.0, 1.0]
    assert cached(outcome.content, "T") == {"A1": 20.0}
    assert recalculated(outcome.content).content == outcome.content


def test_a_formula_elsewhere_is_not_computed_because_a_spill_has_grown() -> None:
    content = book({"S": {"A1": spill(THREE, "A1"), "C1": F("A4+1", 99), "C2": F("B1", 98)}})
    values = cached(recalculated(content).content, "S")
    assert (values["C1"], values["C2"]) == (99.0, 98.0)


def test_formulas_that_read_the_cells_that_were_left_follow() -> None:
    content = book({"S": {"A1": spill("KPI_GOAL_COUNT(5,1)", "A1:A2"), "A2": 7, "C1": F("A2+1", 8)}})
    assert cached(recalculated(content).content, "S") == {"A1": 5.0, "C1": 1.0}


def test_a_chain_of_spills_grows_together() -> None:
    content = book(
        {
            "S": {
                "A1": spill(THREE, "A1"),
                "C1": spill("_xlfn.ANCHORARRAY(A1)*2", "C1"),
                "E1": spill("C1:C3+1", "E1", 1),
                "G1": F("SUM(E1:E9)", 0),
            }
        }
    )
    for full in (False, True):
        outcome = recalculated(content, full=full)
        values = cached(outcome.content, "S")
        assert [values[f"E{row}"] for row in (1, 2, 3)] == [161.0, 81.0, 41.0]
        assert values["G1"] == 283.0


def test_the_size_may_follow_a_value_that_only_a_grown_spill_gives() -> None:
    content = book(
        {"S": {"A1": spill(THREE, "A1"), "B1": F("A3/10", 0), "C1": spill("_xlfn.SEQUENCE(B1)", "C1")}}
    )
    outcome = recalculated(content)
    assert cached(outcome.content, "S") == {
        "A1": 80.0, "A2": 40.0, "A3": 20.0, "B1": 2.0, "C1": 1.0, "C2": 2.0,
    }  # fmt: skip
    assert recalculated(outcome.content).content == outcome.content


# no room


def _blocked(
    contents: dict[str, hand.Content], *, after: str = "", tables: tuple[str, ...] = ()
) -> tuple[dict[str, object], str, dict[str, object]]:
    content = book({"S": sheet(cells(contents), after=after)}, tables={"S": tables})
    outcome = recalculated(content)
    _assert_settled(content, outcome.content)
    (note,) = outcome.errors
    assert note.code == "#SPILL!"
    assert all(note.message.text(language) for language in LANGUAGES)
    return dict(cached(outcome.content, "S")), note.message.id, dict(note.message.values)


@pytest.mark.parametrize("obstacle", [5, "x", "", False, Error("#N/A"), F("1+1", 2), F("PHONETIC(E1)")])
def test_a_cell_in_the_way_blocks_a_spill_and_the_old_cells_are_emptied(obstacle: hand.Content) -> None:
    values, reason, told = _blocked({"A1": spill(THREE, "A1:A2"), "A2": 7, "A3": obstacle, "B1": F("A2", 7)})
    assert values["A1"] == Error("#VALUE!")  # as Excel writes an error that is newer than the format
    assert "A2" not in values
    assert values["B1"] == 0.0
    assert (reason, told) == ("recalc.blocked.cell", {"cell": "A3"})


def test_a_merged_cell_blocks_a_spill() -> None:
    merged = '<mergeCells count="2"><mergeCell ref="F1:G1"/><mergeCell ref="A3:B3"/></mergeCells>'
    values, reason, told = _blocked({"A1": spill(THREE, "A1"), "D1": F("IFERROR(A1,-1)", 0)}, after=merged)
    assert values == {"A1": Error("#VALUE!"), "D1": -1.0}
    assert (reason, told) == ("recalc.blocked.merged", {"area": "A3:B3"})


def test_a_table_blocks_a_spill() -> None:
    values, reason, told = _blocked(
        {"A1": spill(THREE, "A1"), "C1": F("A1+1", 0)}, tables=(table("Sales", "A3:B5", ["a", "b"]),)
    )
    assert values == {"A1": Error("#VALUE!"), "C1": Error("#VALUE!")}
    assert (reason, told) == ("recalc.blocked.table", {"table": "Sales"})


def test_the_edge_of_the_sheet_blocks_a_spill() -> None:
    values, reason, _ = _blocked({"A1048575": spill(THREE, "A1048575")})
    assert (values, reason) == ({"A1048575": Error("#VALUE!")}, "recalc.blocked.edge")


def test_of_two_spills_into_one_cell_one_has_no_room() -> None:
    content = book({"S": {"A2": spill("KPI_BACKCALC(20,{0.5,0.5})", "A2"), "B1": spill(THREE, "B1")}})
    outcome = recalculated(content)
    (note,) = outcome.errors
    assert note.code == "#SPILL!"
    assert cached(outcome.content, "S")[note.cell] == Error("#VALUE!")
    assert recalculated(outcome.content).content == outcome.content


@pytest.mark.parametrize("stored", [Error("#SPILL!"), Error("#VALUE!")], ids=str)
def test_a_blocked_spill_spills_again_when_its_obstacle_is_gone(stored: Error) -> None:
    outcome = recalculated(book({"S": {"A1": spill(THREE, "A1", stored)}}))
    assert cached(outcome.content, "S") == {"A1": 80.0, "A2": 40.0, "A3": 20.0}


def test_a_blocked_spill_of_excels_own_spills_again_when_ours_has_left_its_place() -> None:
    content = book(
        {
            "S": {
                "A1": spill("_xlfn.SEQUENCE(3)", "A1", Error("#VALUE!")),
                "A3": spill("KPI_GOAL_COUNT(5,1)", "A3:B3", 5),
                "B3": 7,
                "D1": spill("_xlfn.SEQUENCE(3)", "D1", Error("#VALUE!")),
                "D3": 1,
            }
        }
    )
    outcome = recalculated(content)
    assert cached(outcome.content, "S") == {
        "A1": Error("#VALUE!"), "A3": 5.0, "D1": Error("#VALUE!"), "D3": 1.0,
    }  # fmt: skip
    free = book(
        {
            "S": {
                "B1": spill("_xlfn.SEQUENCE(3)", "B1", Error("#VALUE!")),
                "A3": spill("KPI_GOAL_COUNT(5,1)", "A3:B3", 5),
                "B3": 7,
            }
        }
    )
    assert cached(recalculated(free).content, "S") == {"B1": 1.0, "B2": 2.0, "B3": 3.0, "A3": 5.0}


def test_the_error_of_another_cell_is_passed_on_and_needs_no_room() -> None:
    content = book(
        {
            "S": {
                "A1": spill(THREE, "A1"),
                "A2": 1,
                "C1": spill("A1+KPI_GOAL_COUNT(1,1)", "C1"),
                "C2": 1,
                "E1": spill("A1:A2+KPI_GOAL_COUNT(1,1)", "E1"),
            }
        }
    )
    outcome = recalculated(content)
    assert cached(outcome.content, "S") == {
        **dict.fromkeys(("A1", "C1", "E1"), Error("#VALUE!")), "A2": 1.0, "C2": 1.0, "E2": 2.0,
    }  # fmt: skip
    assert [note.cell for note in outcome.errors] == ["A1"]


def test_a_result_that_is_too_large_for_the_engine_is_frozen() -> None:
    content = book({"S": {"A1": spill("_xlfn.SEQUENCE(400,300)+KPI_GOAL_COUNT(1,1)", "A1:A2", 1), "A2": 2}})
    outcome = recalculated(content)
    assert outcome.content == content
    assert [note.message.id for note in outcome.frozen] == ["recalc.frozen.spill"]


# the law over many sheets

SIDE = 5
PLACES = st.sampled_from(list(Area(1, 1, SIDE, SIDE).cells()))
SIZES = st.tuples(st.integers(1, 4), st.integers(1, 4))


@given(
    anchor=PLACES,
    old=SIZES,
    new=SIZES,
    constants=st.dictionaries(PLACES, st.sampled_from([1.0, "x", True]), max_size=3),
    styles=st.sets(PLACES, max_size=6),
    members=st.sets(PLACES, max_size=8),
    dimension=st.booleans(),
)
@example((2, 2), (1, 1), (3, 3), {}, {(3, 3)}, set(), True)
@example((1, 1), (4, 4), (1, 1), {(5, 5): 1.0}, {(2, 2)}, {(2, 1), (2, 2)}, True)
def test_any_spill_of_any_size_finds_its_room_or_says_so(
    anchor: tuple[int, int],
    old: tuple[int, int],
    new: tuple[int, int],
    constants: dict[tuple[int, int], float | str | bool],
    styles: set[tuple[int, int]],
    members: set[tuple[int, int]],
    dimension: bool,
) -> None:
    stored, wanted = (
        Area(anchor[0], anchor[1], anchor[0] + size[0] - 1, anchor[1] + size[1] - 1) for size in (old, new)
    )
    constants = {cell: value for cell, value in constants.items() if not stored.holds(cell)}
    filled = {cell: 9.0 for cell in members if stored.holds(cell) and cell != anchor}
    formula = spill(f"_xlfn.SEQUENCE(KPI_GOAL_COUNT({new[0]},1),{new[1]})", str(stored), 9)
    reader = F("SUM(A1:H8)", 0)
    contents: dict[str, hand.Content] = {
        **{cell_name(*cell): value for cell, value in {**constants, **filled}.items()},
        cell_name(*anchor): formula,
        "J9": reader,
    }
    rows = _styled(cells(contents), styles)
    content = book({"S": sheet(rows, before='<dimension ref="A1:B2"/>' if dimension else "")})
    outcome = recalculated(content)
    after = outcome.content
    is_free = not any(wanted.holds(cell) for cell in constants)
    numbers = dict(zip(wanted.cells(), range(1, wanted.size + 1)))
    shown = {**constants, **(numbers if is_free else {anchor: Error("#VALUE!")})}
    expected: dict[str, object] = {cell_name(*cell): value for cell, value in shown.items()}
    assert expected == {name: value for name, value in cached(after, "S").items() if name != "J9"}
    assert array_areas(unzipped(after)[PART]) == [str(wanted if is_free else Area(*anchor, *anchor))]
    assert bool(outcome.errors) != is_free
    assert recalculated(content, full=True).content == after
    _assert_settled(content, after)
    if not styles:  # which the workbook does not define
        read = openpyxl.load_workbook(io.BytesIO(after), data_only=True)["S"]
        assert {name: read[name].value for name in numbers_of(expected)} == numbers_of(expected)
    if dimension:
        covered = re.search('<dimension ref="([^"]*)"', part(after))
        assert covered
        new_cells = {cell for cell in numbers if cell != anchor} if is_free else set()
        assert Area.parse(covered[1]) == _around(Area.parse("A1:B2"), new_cells)


def numbers_of(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if isinstance(value, (int, float))}


def _around(area: Area, found: set[tuple[int, int]]) -> Area:
    return Area.around([(area.top, area.left), (area.bottom, area.right), *found])


def _styled(rows: str, styles: set[tuple[int, int]]) -> str:
    for style, cell in enumerate(sorted(styles), 1):
        rows = rows.replace(f'<c r="{cell_name(*cell)}"', f'<c r="{cell_name(*cell)}" s="{style}"')
    return rows


def test_libreoffice_opens_a_workbook_whose_spills_have_grown_and_shrunk(tmp_path: Path, calc: Calc) -> None:
    content = book(
        {
            "S": {
                "A1": spill(THREE, "A1"),
                "C1": spill("KPI_GOAL_COUNT(5,1)", "C1:C2"),
                "C2": 3,
                "E1": spill(THREE, "E1:E2"),
                "E2": 4,
                "E3": 5,
            }
        }
    )
    # frozen, so that LibreOffice shows what the file says
    path = tmp_path / "spills.xlsx"
    path.write_bytes(recalculated(content, freeze=True).content)
    rows = calc.values_of(path)["S"]
    assert [row[0] for row in rows] == [80, 40, 20]
    assert [row[2] for row in rows] == [5, "", ""]
    assert [row[4] for row in rows] == [CellError("#VALUE!"), "", 5]
