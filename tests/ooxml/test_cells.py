"""Reading single cells: by name, by address, as plain values."""

from __future__ import annotations

import pytest
from workbooks.hand import HEAD, MAIN, Error, F, book, parts, sheet, zipped

from kpixl.ooxml.cell_values import Value
from kpixl.ooxml.cells import CellReader, NoSingleCell, shared_texts
from kpixl.ooxml.package import Package

NAMES = (
    "<definedName name=\"Goal\">'計画 1'!$B$2</definedName>"
    '<definedName name="売上">=計画!A1</definedName>'
    '<definedName name="Both">計画!$A$1:$A$2</definedName>'
    '<definedName name="Same">計画!$A$1:$A$1</definedName>'
    '<definedName name="Rate">0.5</definedName>'
    '<definedName name="Gone">#REF!</definedName>'
    '<definedName name="Away">[1]計画!$A$1</definedName>'
    '<definedName name="Own" localSheetId="1">計画!$A$2</definedName>'
)


def reader() -> CellReader:
    rows = (
        '<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>9</v></c>'
        '<c r="D1" t="inlineStr"><is><t>中</t></is></c><c r="E1" t="d"><v>2026-05-07</v></c><c r="F1"/></row>'
        '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>x</v></c></row>'
    )
    contents: dict[str, object] = {
        "計画": sheet(rows),
        "計画 1": {"B2": F("1+1", 2), "B3": True, "B4": Error("#N/A"), "B5": F('"x"', "x_x000D_y")},
        "It's": {"A1": 7},
    }
    made = book(contents, names=NAMES, strings=["共有_x0041_"])  # type: ignore[arg-type]
    return CellReader(Package(made, "x.xlsx"))


@pytest.mark.parametrize(
    ("reference", "value"),
    [
        ("計画!A1", 12.5),
        ("計画!$a$1", 12.5),
        ("=計画!A1", 12.5),
        ("計画!B1", "共有A"),
        ("計画!C1", ""),
        ("計画!D1", "中"),
        ("計画!E1", "2026-05-07"),
        ("計画!F1", None),
        ("計画!Z99", None),
        ("計画!B2", "x"),
        ("'計画 1'!B2", 2.0),
        ("計画 1!B3", True),
        ("計画 1!B4", "#N/A"),
        ("計画 1!B5", "x\ry"),
        ("'It''s'!A1", 7.0),
        ("IT'S!A1", 7.0),
        ("Goal", 2.0),
        ("goal", 2.0),
        ("売上", 12.5),
        ("Same", 12.5),
        ("計画 1!Own", 4.0),
    ],
)
def test_a_cell_is_read_as_a_plain_value(reference: str, value: Value) -> None:
    found = reader().value(reference)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "reference",
    ["A1", "Both", "Rate", "Gone", "Away", "Own", "計画!Own", "計画!A1:A2", "None!A1", "計画!", "!A1", ""],
)
def test_what_is_no_single_cell_is_told_apart_from_an_empty_one(reference: str) -> None:
    with pytest.raises(NoSingleCell):
        reader().value(reference)


def test_a_shared_text_is_read_without_its_phonetic_guide_and_with_all_its_runs() -> None:
    made = parts({"S": {"A1": 1}}, strings=[])
    made["xl/sharedStrings.xml"] = (
        f'{HEAD}<sst xmlns="{MAIN}"><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>'
        "<si><r><t>a</t></r><r><t>b</t></r></si><si/></sst>"
    ).encode()
    assert shared_texts(Package(zipped(made), "x.xlsx")) == ["東京", "ab", ""]
