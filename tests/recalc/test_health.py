"""Each rule over a workbook's file fires where something is wrong, and is silent over a sound one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import pytest
from workbooks.hand import (
    HEAD,
    OFFICE,
    Content,
    Error,
    F,
    book,
    cells,
    parts,
    relationships,
    sheet,
    table,
    zipped,
)

from kpixl.domain.findings import Finding
from kpixl.errors import WorkbookError
from kpixl.hosts.headless import recalculate_content
from kpixl.i18n import LANGUAGES, Message, has_text
from kpixl.ooxml.package import Package
from kpixl.recalc.health import CHECKS, RULES, examine
from kpixl.recalc.health.looked_at import Health

ROWS: Mapping[str, Content] = {
    "A1": "Month",
    "B1": "Sum",
    "A2": 4,
    "B2": F("A2*2", 8),
    "A3": 5,
    "B3": F("A3*2", 10),
}


def table_part(**options: object) -> str:
    made = table("Plan", "A1:B3", ["Month", "Sum"], **options)  # type: ignore[arg-type]
    column = '<tableColumn id="2" name="Sum">'
    formula = f"{column}<calculatedColumnFormula>Plan[Month]*2</calculatedColumnFormula></tableColumn>"
    return made.replace('<tableColumn id="2" name="Sum"/>', formula)


def with_rows(rows: Mapping[str, Content], **options: object) -> bytes:
    return book({"S": rows, "Other": {"A1": F("S!A2", 4)}}, **{"tables": {"S": (table_part(),)}, **options})


SOUND = with_rows(ROWS, names='<definedName name="Total">S!$B$2</definedName>')


def named(formula: str, name: str = "Rate") -> bytes:
    return with_rows(ROWS, names=f'<definedName name="{name}">{escape(formula)}</definedName>')


def calculating(settings: str) -> bytes:
    return with_rows(ROWS, calculation=f"<calcPr {settings}/>")


def with_hidden_sheet() -> bytes:
    made = parts({"S": ROWS, "Costs (old)": {"A1": 1}, "Other": {"A1": F("'Costs (old)'!A1", 1)}})
    book_part = made["xl/workbook.xml"].replace(b'sheetId="2"', b'sheetId="2" state="veryHidden"')
    return zipped({**made, "xl/workbook.xml": book_part})


def with_link(target: str = "file:///C:/Users/somebody/Plan%202025.xlsx") -> bytes:
    made = parts(
        {"S": {**ROWS, "D4": F("[1]Sheet1!A1", 3), "D5": F('"[1]"', "[1]"), "D6": F("[1]Sheet1!A2+1", 4)}}
    )
    relations = made["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdX" Type="{OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>'
        "</Relationships>".encode(),
    )
    book_part = made["xl/workbook.xml"].replace(
        b"</sheets>", b'</sheets><externalReferences><externalReference r:id="rIdX"/></externalReferences>'
    )
    outside = relationships(("rId1", "externalLinkPath", target)).replace("/>", ' TargetMode="External"/>')
    link = f'{HEAD}<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    return zipped(
        {
            **made,
            "xl/workbook.xml": book_part,
            "xl/_rels/workbook.xml.rels": relations,
            "xl/externalLinks/externalLink1.xml": link.encode(),
            "xl/externalLinks/_rels/externalLink1.xml.rels": outside.encode(),
        }
    )


@dataclass(frozen=True)
class Case:
    """A damaged workbook, the rule it breaks, where, and a piece of the English sentence."""

    rule: str
    place: str
    make: Callable[[], bytes]
    said: str = ""
    outputs: frozenset[str] = field(default_factory=frozenset)


CASES = (
    Case("broken_name", "", lambda: named("#REF!$B$2"), "'Rate'"),
    Case("broken_setting", "", lambda: named("S!#REF!", "_xlnm.Print_Area"), "'Print_Area'"),
    Case(
        "broken_formula",
        "S!D4",
        lambda: with_rows({**ROWS, "D4": F("A2+#REF!", Error("#REF!"))}),
        "=A2+#REF!",
    ),
    Case(
        "overwritten",
        "S!B2:B3",
        lambda: with_rows(
            {**ROWS, "B2": 7, "B3": 9}, names='<definedName name="Out">S!$B$2:$B$3</definedName>'
        ),
        outputs=frozenset({"Out"}),
    ),
    Case("overwritten_column", "S!B3", lambda: with_rows({**ROWS, "B3": 9}), "'Sum' of the table 'Plan'"),
    Case("formula_as_text", "S!D4", lambda: with_rows({**ROWS, "D4": "=SUM(A2:A3)"}), "=SUM(A2:A3)"),
    Case("function_error", "S!D4", lambda: with_rows({**ROWS, "D4": F("KPI_CPA(1,0)")}), "#DIV/0!"),
    Case("frozen", "S!D4", lambda: with_rows({**ROWS, "D4": F('CUBEVALUE("a","b")')})),
    Case("error_result", "S!D4", lambda: with_rows({**ROWS, "D4": F("1/0", Error("#DIV/0!"))}), "#DIV/0!"),
    Case("stale_values", "", lambda: with_rows({**ROWS, "D4": F("KPI_CPA(100,4)", 99)}), "1"),
    Case("external_link", "S!D4,D6", with_link, "'Plan 2025.xlsx'"),
    Case("hidden_sheet", "Costs (old)", with_hidden_sheet, "'Costs (old)'"),
    Case("broken_table", "S!A1", lambda: with_rows({**ROWS, "A1": "Mnth"}), "'Plan' (A1:B3)"),
    Case(
        "tables_meet",
        "S!B2",
        lambda: with_rows(ROWS, tables={"S": (table_part(), table("Late", "B2:C3", ["8", ""], number=2))}),
        "'Plan' and 'Late'",
    ),
    Case("below_table", "S!A4:B4", lambda: with_rows({**ROWS, "A4": 6, "B4": 12}), "'Plan'"),
    Case("manual_calculation", "", lambda: calculating('calcMode="manual"')),
    Case("rounds_to_what_is_shown", "", lambda: calculating('fullPrecision="0"')),
    Case("full_calculation", "", lambda: calculating('fullCalcOnLoad="1"')),
    Case("iterates", "", lambda: calculating('iterate="1"')),
)


def findings(content: bytes, outputs: frozenset[str] = frozenset()) -> list[Finding]:
    outcome = recalculate_content(content, "book.xlsx")
    health = Health(Package(outcome.content, "book.xlsx"), outcome, outputs)
    return [finding for _, found in examine(health) for finding in found]


def test_over_a_sound_workbook_no_rule_fires() -> None:
    assert findings(SOUND, frozenset({"Total"})) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_fires_where_something_is_wrong(case: Case) -> None:
    told = [finding for finding in findings(case.make(), case.outputs) if finding.rule.id == case.rule]
    assert [finding.place() for finding in told] == [case.place]
    said = Message.of(told[0].rule.text_id, **told[0].gaps)
    assert case.said in said.text("en")
    assert all("{" not in said.text(language) for language in LANGUAGES)


def test_every_rule_has_a_case_and_its_texts() -> None:
    assert [rule.id for rule, _ in CHECKS] == list(dict.fromkeys(rule.id for rule in RULES))
    assert {rule.id for rule in RULES} == {case.rule for case in CASES}
    assert all(has_text(rule.text_id) and has_text(rule.hint_id) for rule in RULES)


# what is no damage


def test_an_error_that_a_function_explains_is_told_once() -> None:
    rules = [finding.rule.id for finding in findings(with_rows({**ROWS, "D4": F("KPI_CPA(1,0)")}))]
    assert "error_result" not in rules
    assert "function_error" in rules


def test_an_error_written_as_a_word_breaks_nothing() -> None:
    assert findings(with_rows({**ROWS, "D4": F('IF(A2="#REF!",1,2)', 2)})) == []


def test_the_cells_that_an_array_fills_are_not_overwritten() -> None:
    rows = {**ROWS, "D2": F("A2:A3*2", 8, kind="array", ref="D2:D3"), "D3": 10}
    names = '<definedName name="Out">S!$D$2:$D$3</definedName>'
    assert findings(with_rows(rows, names=names), frozenset({"Out"})) == []


def test_a_note_under_a_table_is_no_row_of_it() -> None:
    assert findings(with_rows({**ROWS, "A4": "Source: the CRM"})) == []


def test_a_table_without_headings_has_none_to_compare() -> None:
    headless = table("Plan", "A2:B3", ["Column1", "Column2"], header=False)
    assert findings(with_rows(ROWS, tables={"S": (headless,)})) == []


def test_a_hidden_sheet_that_nobody_uses_is_left_alone() -> None:
    made = parts({"S": ROWS, "Old": {"A1": F("Old!B1", 0)}})
    book_part = made["xl/workbook.xml"].replace(b'sheetId="2"', b'sheetId="2" state="hidden"')
    assert findings(zipped({**made, "xl/workbook.xml": book_part})) == []


def test_a_text_that_begins_with_an_arrow_of_signs_is_no_formula() -> None:
    assert findings(with_rows({**ROWS, "D4": "=> see below", "D5": "=====", "D6": "= is the sign"})) == []


def test_a_damaged_part_is_refused_in_one_sentence() -> None:
    made = parts({"S": ROWS})
    made["xl/worksheets/sheet1.xml"] = sheet(cells(ROWS)).encode()[:-20]
    with pytest.raises(WorkbookError):
        findings(zipped(made))
