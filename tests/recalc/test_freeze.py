"""Workbooks for readers without kpixl: our formulas become values and nothing else changes."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from office.calc import Calc
from workbooks import hand, made, traps
from workbooks.compare import (
    assert_sound,
    cached,
    differing,
    formula_cells,
)
from workbooks.corpus import corpus_files
from workbooks.hand import Error, F, book, cells, sheet, table, unzipped, with_chain, zipped
from workbooks.laws import assert_freezing_law
from workbooks.runs import recalculated

import kpixl

OURS = traps.OURS  # gives 20
PART = "xl/worksheets/sheet1.xml"
MAKERS = {
    **made.MAKERS,
    **traps.BOOKS,
    **{name: (lambda name=name: traps.trap_book(name)) for name in traps.SHEETS},
}


@cache
def _made(name: str) -> bytes:
    return MAKERS[name]()


def frozen(cells_or_part: object, **options: object) -> str:
    """The sheet after freezing a workbook that has this one sheet."""
    content = book({"S": cells_or_part}, **options)  # type: ignore[dict-item]
    return unzipped(recalculated(content, freeze=True).content)[PART].decode()


# the law


@pytest.mark.parametrize("name", MAKERS)
def test_only_our_formulas_go_and_everything_else_stays(name: str) -> None:
    outcome = assert_freezing_law(_made(name))
    assert outcome > 0


@pytest.mark.parametrize("path", corpus_files())
def test_a_strangers_workbook_has_nothing_of_ours_to_freeze(path: Path) -> None:
    assert assert_freezing_law(path.read_bytes()) == 0


# which formulas


@pytest.mark.parametrize(
    "formula",
    [
        OURS,
        "_xldudf_XLW_KPI_GOAL_COUNT(1000,10,0.2)",
        "[1]!KPI_GOAL_COUNT(1000,10,0.2)",
        "kpi_goal_count(1000,10,0.2)",
        "1+IF(TRUE,KPI_GOAL_COUNT(1000,10,0.2))",
        "Goal",
        "Twice+1",
        "S!Own*2",
        "Ours(3)",
        "T!A1+KPI_NO(1)+KPI_GOAL_COUNT(",  # nobody can read it
    ],
)
def test_a_formula_that_calls_ours_becomes_its_value(formula: str) -> None:
    names = (
        f'<definedName name="Goal">{OURS}</definedName><definedName name="Twice">goal*2</definedName>'
        f'<definedName name="Own" localSheetId="0">{OURS}</definedName>'
        '<definedName name="Ours">_xlfn.LAMBDA(_xlpm.n,KPI_GOAL_COUNT(_xlpm.n,1))</definedName>'
    )
    found = frozen({"A1": F(formula, 7), "A2": F("1+1", 2)}, names=names)
    assert re.search(r'<c r="A1"[^>]*><v>\d+</v></c>', found)
    assert "<f>1+1</f>" in found


@pytest.mark.parametrize(
    "formula",
    ["A2*2", '"KPI_GOAL_COUNT(1)"', "KPI_GOAL_COUNTS(1)", "KPI_GOAL_COUNT", "Other+1", "T!Own", "Goal2"],
)
def test_a_formula_that_does_not_call_ours_stays(formula: str) -> None:
    names = (
        f'<definedName name="Own" localSheetId="0">{OURS}</definedName>'
        f'<definedName name="Goal">{OURS}</definedName><definedName name="Other">S!$A$2</definedName>'
    )
    content = book({"S": {"A1": F(formula, 7), "A2": F(OURS, 20)}, "T": {}}, names=names)
    part = unzipped(recalculated(content, freeze=True).content)[PART]
    assert formula_cells(part) == ["A1"]


def test_a_local_name_hides_the_one_of_the_book() -> None:
    names = (
        f'<definedName name="Goal">{OURS}</definedName>'
        '<definedName name="Goal" localSheetId="1">T!$B$1</definedName>'
    )
    content = book({"S": {"A1": F("Goal", 0)}, "T": {"A1": F("Goal", 3), "B1": 3}}, names=names)
    outcome = recalculated(content, freeze=True)
    assert formula_cells(unzipped(outcome.content)[PART]) == []
    assert formula_cells(unzipped(outcome.content)["xl/worksheets/sheet2.xml"]) == ["A1"]


# the kinds of cells


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (f'<c r="A1" s="1"><f>{OURS}</f><v>0</v></c>', '<c r="A1" s="1"><v>20</v></c>'),
        (
            '<c r="A1" t="str"><f>KPI_GOAL_COUNT(5,1)&amp;"件"</f><v/></c>',
            '<c r="A1" t="str"><v>5件</v></c>',
        ),
        ('<c r="A1"><f>KPI_BACKCALC(1,2)</f><v>0</v></c>', '<c r="A1" t="e"><v>#NUM!</v></c>'),
        (f'<c r="A1"><f ca="1">{OURS}&gt;1</f><v>0</v></c>', '<c r="A1" t="b"><v>1</v></c>'),
        (
            '<c r="A1" t="inlineStr"><f>PHONETIC(B1)&amp;KPI_GOAL_COUNT(1,1)</f><is><t>x</t></is></c>',
            '<c r="A1" t="inlineStr"><is><t>x</t></is></c>',
        ),
    ],
)
def test_a_cell_keeps_its_type_its_style_and_its_value(cell: str, value: str) -> None:
    assert f'<row r="1">{value}</row>' in frozen(sheet(f'<row r="1">{cell}</row>'))


def test_an_array_becomes_values_in_all_its_cells() -> None:
    found = frozen(
        sheet(
            '<row r="1"><c r="A1" cm="1" s="1">'
            '<f t="array" ref="A1:C1">KPI_BACKCALC(20,{0.5,0.5})</f><v>0</v></c>'
            '<c r="B1"><v>0</v></c><c r="C1"><f/><v>0</v></c><c r="D1"><f>C1</f><v>0</v></c></row>'
        )
    )
    assert (
        '<c r="A1" s="1"><v>80</v></c><c r="B1"><v>40</v></c><c r="C1"><v>20</v></c>'
        '<c r="D1"><f>C1</f><v>20</v></c>'
    ) in found


def test_the_followers_of_a_shared_formula_go_with_it() -> None:
    found = frozen(
        {
            "A1": 5,
            "A2": 6,
            "B1": F("KPI_GOAL_COUNT(A1,1)", 0, "shared", "B1:B2", "0"),
            "B2": F("", 0, "shared", "", "0"),
            "C1": F("A1*2", 10, "shared", "C1:C2", "1"),
            "C2": F("", 12, "shared", "", "1"),
        }
    )
    assert formula_cells(found.encode()) == ["C1", "C2"]


def test_a_follower_that_stays_keeps_its_first_cell() -> None:
    content = book(
        {
            "S": {
                "B1": F("PHONETIC(A1)&KPI_GOAL_COUNT(1,1)", "x", "shared", "B1:B3", "0"),
                "B2": F("", None, "shared", "", "0"),
                "B3": F("", "z", "shared", "", "0"),
            }
        }
    )
    outcome = recalculated(content, freeze=True)
    assert formula_cells(unzipped(outcome.content)[PART]) == ["B1", "B2"]
    assert cached(outcome.content, "S") == {"B1": "x", "B3": "z"}
    assert [(note.cell, note.message.id) for note in outcome.left] == [
        ("B1", "recalc.left.shared"),
        ("B2", "recalc.left.no_value"),
    ]
    assert outcome.turned_into_values == 1
    assert recalculated(outcome.content, freeze=True).content == outcome.content


def test_a_formula_that_cannot_be_computed_becomes_its_stored_value() -> None:
    cells = {"A1": F("PHONETIC(B1)&KPI_GOAL_COUNT(1,1)", "よみ"), "A2": F(OURS, 0)}
    outcome = recalculated(book({"S": cells}), freeze=True)
    assert cached(outcome.content, "S") == {"A1": "よみ", "A2": 20.0}
    assert formula_cells(unzipped(outcome.content)[PART]) == []
    assert [note.cell for note in outcome.frozen] == ["A1"]


def test_a_formula_without_any_value_is_left_and_named() -> None:
    content = book({"S": {"A1": F("PHONETIC(B1)&KPI_GOAL_COUNT(1,1)")}})
    outcome = recalculated(content, freeze=True)
    assert outcome.content == content
    assert [(note.sheet, note.cell, note.message.id) for note in outcome.left] == [
        ("S", "A1", "recalc.left.no_value")
    ]


# the other parts


def _chained(links: str, sheets: dict[str, object]) -> dict[str, bytes]:
    content = zipped(with_chain(hand.parts(sheets), links))  # type: ignore[arg-type]
    outcome = recalculated(content, freeze=True)
    assert_sound(outcome.content)
    return unzipped(outcome.content)


def _links(parts: dict[str, bytes]) -> str:
    found = re.search(r"<calcChain[^>]*>(.*)</calcChain>", parts["xl/calcChain.xml"].decode())
    assert found
    return found[1]


def test_the_calculation_chain_forgets_the_cells_that_are_values() -> None:
    links = '<c r="A1" i="1" l="1"/><c r="B1"/><c r="A1" i="2" s="1"/><c r="B1" l="1"/>'
    sheets = {
        "S": {"A1": F(OURS, 0), "B1": F("A1+1", 0)},
        "T": {"A1": F("S!A1", 0), "B1": F(OURS, 0)},
    }
    left = _links(_chained(links, sheets))
    assert left == '<c r="B1" i="1"/><c r="A1" i="2" s="1"/>'


def test_the_chain_forgets_every_cell_of_an_array() -> None:
    links = '<c r="A1" i="1" a="1"/><c r="A2" i="1"/><c r="C1" i="1"/>'
    sheets = {"S": {"A1": F("KPI_BACKCALC(1,{0.5})", 0, "array", "A1:A2"), "A2": 0, "C1": F("A2", 0)}}
    assert _links(_chained(links, sheets)) == '<c r="C1" i="1"/>'


def test_a_chain_without_cells_goes_with_all_that_speaks_of_it() -> None:
    sheets = {"S": {"A1": F(OURS, 0)}}
    parts = _chained('<c r="A1" i="1"/>', sheets)
    assert list(parts) == list(hand.parts(sheets))  # type: ignore[arg-type]
    for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        assert parts[name] == hand.parts(sheets)[name]  # type: ignore[arg-type]


def test_a_table_forgets_the_formulas_that_fill_new_rows() -> None:
    part = table("Sales", "A1:C4", ["a", "b", "c"], totals=True)
    part = part.replace(
        '<tableColumn id="2" name="b"/>',
        '<tableColumn id="2" name="b" totalsRowFunction="custom" dataDxfId="1">'
        "<calculatedColumnFormula>KPI_GOAL_COUNT(Sales[[#This Row],[a]],1)</calculatedColumnFormula>"
        "<totalsRowFormula>KPI_GOAL_COUNT(SUM(Sales[b]),1)</totalsRowFormula></tableColumn>",
    ).replace(
        '<tableColumn id="3" name="c"/>',
        '<tableColumn id="3" name="c" totalsRowFunction="custom">'
        "<calculatedColumnFormula>Sales[[#This Row],[a]]*2</calculatedColumnFormula>"
        "<totalsRowFormula>SUM(Sales[c])</totalsRowFormula></tableColumn>",
    )
    content = book(
        {"S": {"A2": 1, "B2": F("KPI_GOAL_COUNT(Sales[[#This Row],[a]],1)", 0)}}, tables={"S": (part,)}
    )
    after = unzipped(recalculated(content, freeze=True).content)["xl/tables/table1.xml"].decode()
    assert '<tableColumn id="2" name="b" dataDxfId="1"></tableColumn>' in after
    assert after[after.index('<tableColumn id="3"') :] == part[part.index('<tableColumn id="3"') :]


def test_rules_and_names_that_call_ours_stay_and_are_told_of() -> None:
    space = 'xmlns:x14="urn:x14" xmlns:xm="urn:xm"'
    after = (
        '<conditionalFormatting sqref="A1:A3"><cfRule type="expression" priority="1">'
        f"<formula>{OURS}&gt;1</formula></cfRule></conditionalFormatting>"
        '<conditionalFormatting sqref="C1"><cfRule type="expression" priority="2">'
        "<formula>C1&gt;1</formula></cfRule></conditionalFormatting>"
        '<dataValidations count="1"><dataValidation type="custom" sqref="B1"><formula1>Goal&gt;1</formula1>'
        "</dataValidation></dataValidations>"
        f"<extLst><ext {space}><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule>"
        f"<xm:f>{OURS}</xm:f></x14:cfRule><xm:sqref>D1</xm:sqref></x14:conditionalFormatting>"
        "</x14:conditionalFormattings></ext></extLst>"
    )
    content = book(
        {"計画": sheet(cells({"A1": F(OURS, 0)}), after=after), "T": {"A1": F("1+1", 2)}},
        names=f'<definedName name="Goal">{OURS}</definedName>',
    )
    outcome = recalculated(content, freeze=True)
    assert differing(content, outcome.content) == {PART}
    told = {warning.id: dict(warning.values) for warning in outcome.warnings}
    assert told == {
        "recalc.warning.names": {"names": "Goal"},
        "recalc.warning.formats": {"sheet": "計画", "cells": "A1:A3, D1"},
        "recalc.warning.validations": {"sheet": "計画", "cells": "B1"},
    }


def test_a_signature_that_breaks_is_told_of_once() -> None:
    parts = hand.parts({"S": {"A1": F(OURS, 20)}})
    outcome = recalculated(zipped({**parts, "_xmlsignatures/sig1.xml": b"<Signature/>"}), freeze=True)
    assert outcome.changed == 0
    assert [warning.id for warning in outcome.warnings] == ["recalc.warning.signature"]


# other readers


def _mixed() -> bytes:
    return book(
        {
            "S": {
                "A1": F(OURS, 0),
                "A2": F('KPI_GOAL_COUNT(5,1)&" 件 "', ""),
                "A3": F("KPI_BACKCALC(1,2)", 0),
                "A4": F("KPI_GOAL_COUNT(5,1)>1", 0),
                "B1": F("KPI_BACKCALC(20,{0.5,0.5})", 0, "array", "B1:D1", cm=True),
                "C1": 0,
                "D1": 0,
                "A6": F("A1+1", 0),
            }
        }
    )


def test_openpyxl_reads_the_values_of_a_frozen_workbook() -> None:
    found = openpyxl.load_workbook(io.BytesIO(recalculated(_mixed(), freeze=True).content))["S"]
    assert [found[cell].value for cell in ("A1", "A2", "A3", "A4", "A6")] == [
        20,
        "5 件 ",
        "#NUM!",
        True,
        "=A1+1",
    ]
    assert [found[cell].value for cell in ("B1", "C1", "D1")] == [80, 40, 20]


def test_libreoffice_reads_the_values_of_a_frozen_workbook(tmp_path: Path, calc: Calc) -> None:
    path = tmp_path / "frozen.xlsx"
    path.write_bytes(recalculated(_mixed(), freeze=True).content)
    rows = calc.values_of(path)["S"]
    assert rows[0] == [20, 80, 40, 20]
    assert [row[0] for row in rows[1:]] == ["5 件 ", kpixl.CellError("#NUM!"), 1, "", 21]


def test_errors_stay_errors() -> None:
    outcome = recalculated(book({"S": {"A1": F("KPI_BACKCALC(1,2)", 0)}}), freeze=True)
    assert cached(outcome.content, "S") == {"A1": Error("#NUM!")}
