"""Stored formulas are prepared for the engine, or it is said why they cannot be computed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpixl
from kpixl.i18n import LANGUAGES
from kpixl.ooxml.address import Area
from kpixl.ooxml.formula_references import moved
from kpixl.ooxml.package import DefinedName
from kpixl.ooxml.tables import Table
from kpixl.recalc.engine import OMITTED, NotAFormula, tokens
from kpixl.recalc.formulas import Evaluation, Prepared, Preparer
from kpixl.recalc.names import Names

TABLES = (Table("Sales", "Data", Area.parse("A1:C5"), ("月", "実績", "比"), 1, 1),)
NAMES = Names(("Data", "S"), TABLES, (DefinedName("Many", "Data!$A$1:$A$9", None, False),))
GAP = f'"{OMITTED}"'

SPELLINGS = [
    "{}",
    "_xldudf_{}",
    "_xldudf_XLW_{}",
    "_xlfn.{}",
    "_xludf.{}",
    "_xlfn._xludf.{}",
    "_xll.{}",
    "[1]!{}",
    "[12]!{}",
    "kpixl.xlam!{}",
    "KPIXL.XLAM!{}",
    r"'C:\path\kpixl.xlam'!{}",
    r"'C:\Users\目標 太郎\[kpixl.xlam]'!{}",
    "'/Users/o''brien/kpixl.xlam'!{}",
    "ORG.KPIXL.KPIXLADDIN.{}",
]


def _prepare(
    formula: str,
    evaluation: Evaluation = Evaluation.PLAIN,
    area: str = "",
    sheet: str = "Data",
    row: int = 3,
    column: int = 9,
) -> Prepared:
    return Preparer(NAMES).prepare(
        formula, sheet, row, column, evaluation, Area.parse(area) if area else None
    )


def _text(formula: str, **options: object) -> str:
    prepared = _prepare(formula, **options)  # type: ignore[arg-type]
    assert prepared.shape.frozen is None, prepared.shape.frozen
    return prepared.text(int(options.get("row", 3)))  # type: ignore[call-overload]


# our functions


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("lower", [False, True])
@pytest.mark.parametrize("name", kpixl.REGISTRY)
def test_every_stored_spelling_becomes_the_plain_name(spelling: str, lower: bool, name: str) -> None:
    stored = spelling.format(name.lower() if lower else name)
    prepared = _prepare(f"SUM(1,{stored}(A1,B1))")
    assert prepared.shape.ours
    assert prepared.shape.frozen is None
    assert f"SUM(1,{name}(A1,B1))" in prepared.text(3)


@pytest.mark.parametrize(
    "formula",
    [
        '"KPI_BACKCALC("&A1',
        '"_xldudf_KPI_BACKCALC(1,2)"',
        '"say ""KPI_PACE(1,,2)"" now"',
        '"[1]!KPI_PACE(1)"',
        '"Sales[月] A1:B2"',
        "'KPI_PACE('!A1",
        "'_xldudf_KPI_PACE(1,,2)'!A1+1",
        'IF(A1="KPI_PACE(,)",1,2)',
    ],
)
def test_what_only_looks_like_a_call_is_left_alone(formula: str) -> None:
    prepared = _prepare(formula)
    assert prepared.text(3) == formula
    assert not prepared.shape.ours


@pytest.mark.parametrize("name", ["KPI_NOSUCH", "XKPI_PACE", "KPI_PACE2", "_xldudf_KPI_NOSUCH", "[1]!OTHER"])
def test_a_name_that_is_not_ours_is_frozen(name: str) -> None:
    prepared = _prepare(f"{name}(1)")
    assert not prepared.shape.ours
    assert prepared.shape.frozen
    assert prepared.shape.frozen.id == "recalc.frozen.function"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("KPI_PACE(1,,2)", f"KPI_PACE(1,{GAP},2)"),
        ("KPI_PACE(,1)", f"KPI_PACE({GAP},1)"),
        ("KPI_PACE(1,)", f"KPI_PACE(1,{GAP})"),
        ("KPI_PACE(,)", f"KPI_PACE({GAP},{GAP})"),
        ("KPI_PACE( , 1)", f"KPI_PACE( {GAP}, 1)"),
        ("KPI_PACE(1,,IF(A1,,2))", f"KPI_PACE(1,{GAP},IF(A1,,2))"),
        ("IF(A1,,KPI_PACE(,1))", f"IF(A1,,KPI_PACE({GAP},1))"),
        ("KPI_PACE((1),2)", "KPI_PACE((1),2)"),
        ("KPI_PACE()", "KPI_PACE()"),
        ('KPI_PACE("a,,b",1)', 'KPI_PACE("a,,b",1)'),
    ],
)
def test_an_omitted_argument_of_ours_is_told_from_a_zero(formula: str, expected: str) -> None:
    assert _text(formula) == expected


@pytest.mark.parametrize(
    "formula",
    [
        "KPI_BACKCALC(20,A1:A4)",
        "KPI_BACKCALC(20,A1:A4)+1",
        "IFERROR(KPI_BACKCALC(20,A1:A4),-1)",
        "(KPI_BACKCALC(20,A1:A4))",
        "{1,2,3}",
        "TRANSPOSE(A1:A4)",
    ],
)
def test_a_plain_formula_that_may_give_an_array_shows_its_first_value(formula: str) -> None:
    assert _text(formula) == f"KPIXL__FIRST({formula})"


@pytest.mark.parametrize("formula", ["KPI_ACHIEVEMENT(1,2)", "SUM(A1:A4)", "A1+1", "1", '"x"'])
def test_a_plain_formula_with_one_value_stays_as_it_is(formula: str) -> None:
    assert _text(formula) == formula


def test_an_array_formula_is_fitted_to_its_area() -> None:
    assert _text("A1:A4*2", evaluation=Evaluation.FIXED_ARRAY, area="B1:D2") == "KPIXL__FIT(A1:A4*2,2,3)"


def test_a_dynamic_formula_spills_as_it_is() -> None:
    assert _text("A1:A4*2", evaluation=Evaluation.DYNAMIC, area="B1:D2") == "A1:A4*2"


# implicit intersection


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A1:A5", "@A1:A5"),
        ("A1:A5*2", "@A1:A5*2"),
        ("2*A1:A5", "2*@A1:A5"),
        ("A:A&B:B", "@A:A&@B:B"),
        ("-A1:A5", "-@A1:A5"),
        ("A1:A5%", "@A1:A5%"),
        ("(A1:A5+1)", "(@A1:A5+1)"),
        ("IF(A1:A5>2,1,0)", "IF(@A1:A5>2,1,0)"),
        ("SUM(A1:A5*2)", "SUM(@A1:A5*2)"),
        ("Many*2", "@Many*2"),
        ("many", "@many"),
        ("Sales[実績]*2", "@$B$2:$B$4*2"),
        ("Sales[@実績]*2", "$B3*2"),
    ],
)
def test_a_range_meets_the_row_of_a_plain_formula(formula: str, expected: str) -> None:
    assert _text(formula) == expected


@pytest.mark.parametrize(
    "formula",
    [
        "SUM(A1:A5)",
        "A1*2",
        "One*2",
        "SUM(A1:A5 A3:C3)",
        "SUM((A1:A5,C1:C5))",
        "@A1:A5*2",
        "SUM(KPI_PACE(A1:A5*2,1))",
    ],
)
def test_a_range_that_is_wanted_whole_stays_whole(formula: str) -> None:
    assert _text(formula) == formula


@pytest.mark.parametrize("evaluation", [Evaluation.FIXED_ARRAY, Evaluation.DYNAMIC])
def test_a_range_stays_whole_in_an_array_formula(evaluation: Evaluation) -> None:
    assert "@" not in _text("A1:A5*Many", evaluation=evaluation, area="B1:B5")


@pytest.mark.parametrize("formula", ["SUMPRODUCT(A1:A5*2)", "SUMPRODUCT((A1:A5>1)*B1:B5)"])
def test_a_range_stays_whole_in_functions_that_take_arrays(formula: str) -> None:
    assert _text(formula) == formula


def test_the_stored_operator_for_one_value_becomes_the_operator() -> None:
    assert _text("_xlfn.SINGLE(A1:A5)") == "@(A1:A5)"
    assert _text("_xlfn.SINGLE(A1:A5*2)") == "KPIXL__FIRST(A1:A5*2)"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("ROUND(A1:A5,0)", "ROUND(@A1:A5,0)"),
        ("VLOOKUP(A:A,$A$1:$B$5,2,0)", "VLOOKUP(@A:A,$A$1:$B$5,2,0)"),
        ("SUMIF(A:A,A:A,B:B)", "SUMIF(A:A,@A:A,B:B)"),
        ("IF(Many,1,2)", "IF(@Many,1,2)"),
    ],
)
def test_a_range_meets_the_row_where_a_function_takes_one_value(formula: str, expected: str) -> None:
    assert _text(formula) == expected


# what cannot be computed


@pytest.mark.parametrize(
    ("formula", "reason", "named"),
    [
        ("", "empty", ""),
        ("  ", "empty", ""),
        ("1+", "unreadable", ""),
        ("SUM(1", "unreadable", ""),
        ("[1]Plan!$A$1+1", "external", "[1]Plan!$A$1"),
        ("[1]!Name", "external", "[1]!Name"),
        ("SUM('[other.xlsx]S 1'!A1:B2)", "external", "'[other.xlsx]S 1'!A1:B2"),
        (r"'C:\x\[o.xlsx]S'!A1", "external", "o.xlsx"),
        ("SUM(S1:S3!A1)", "several_sheets", "S1:S3!A1"),
        ("SUM('S 1:S 3'!A1)", "several_sheets", "'S 1:S 3'!A1"),
        ("SUM(入力:計画!A1)", "several_sheets", "入力:計画!A1"),
        ("SUM(A1:INDEX(A:A,3))", "computed_range", ""),
        ("SUM(OFFSET(A1,1,0):B9)", "computed_range", ""),
        ("Missing[月]", "table", "Missing[月]"),
        ("Sales[年]", "table", "Sales[年]"),
        ("NOSUCH(1)", "function", "NOSUCH"),
        ("_xlfn.NOSUCH(1)", "function", "NOSUCH"),
        ('CELL("filename")', "function", "CELL"),
        ('INFO("osversion")', "function", "INFO"),
        ("PHONETIC(A1)", "function", "PHONETIC"),
        ("YEN(1)", "function", "YEN"),
        ('GETPIVOTDATA("x",A1)', "function", "GETPIVOTDATA"),
        ('CUBEVALUE("x",A1)', "function", "CUBEVALUE"),
        ("other.xlam!FOO(1)", "function", "other.xlam!FOO"),
        ("SUM(A1#)", "function", "#"),
        ('TEXT(A1,"ggge年")', "text_format", "ggge年"),
        ('TEXT(A1,"aaaa")', "text_format", "aaaa"),
        ('TEXT(A1,"[$-411]yyyy")', "text_format", "[$-411]yyyy"),
        ('TEXT(A1,"[DBNum1]0")', "text_format", "[DBNum1]0"),
        ('TEXT(A1,"e/m/d")', "text_format", "e/m/d"),
        ('TEXT(A1,"0.0E+00")', "text_format", "0.0E+00"),  # the engine leaves the power out
        ('TEXT(A1,"# ?/?")', "text_format", "# ?/?"),
    ],
)
def test_a_formula_that_cannot_be_computed_says_why(formula: str, reason: str, named: str) -> None:
    prepared = _prepare(formula)
    assert prepared.shape.frozen
    assert prepared.shape.frozen.id == f"recalc.frozen.{reason}"
    for language in LANGUAGES:
        sentence = prepared.shape.frozen.text(language)
        assert named in sentence
        assert "\n" not in sentence
        assert "{" not in sentence


@pytest.mark.parametrize(
    "formula",
    [
        'TEXT(A1,"yyyy-mm-dd")',
        'TEXT(A1,"General")',
        'TEXT(A1,"#,##0")',
        'IF(TEXT(A1,"0")="g",1,2)',
        "_xlfn.XLOOKUP(1,A:A,B:B)",
        "SUM('S 1'!A1)",
    ],
)
def test_a_formula_that_can_be_computed_is_not_frozen(formula: str) -> None:
    assert _prepare(formula).shape.frozen is None


def test_a_frozen_formula_still_says_that_it_is_ours() -> None:
    prepared = _prepare("KPI_PACE(1,[1]S!A1)")
    assert prepared.shape.frozen
    assert prepared.shape.ours


@pytest.mark.parametrize(
    ("formula", "volatile"),
    [
        ("TODAY()", True),
        ("now()+1", True),
        ('SUM(INDIRECT("A1"))', True),
        ("OFFSET(A1,1,0)", True),
        ("RAND()", True),
        ("_xlfn.RANDARRAY(2)", True),
        ("SUM(A1)", False),
        ('"TODAY()"', False),
        ("DATE(2026,5,7)", False),
    ],
)
def test_volatile_formulas_are_known(formula: str, volatile: bool) -> None:
    assert _prepare(formula).shape.volatile is volatile


def test_the_same_text_means_another_row_of_a_table_in_another_place() -> None:
    preparer = Preparer(NAMES)
    texts = [preparer.prepare("[@実績]", "Data", row, 3, Evaluation.PLAIN).text(row) for row in (2, 3, 2)]
    assert texts == ["$B2", "$B3", "$B2"]


def test_the_same_text_is_fitted_to_each_area() -> None:
    preparer = Preparer(NAMES)
    areas = [Area.parse("A1:B1"), Area.parse("A1:A2"), None]
    texts = [preparer.prepare("B1:B9", "Data", 1, 1, Evaluation.FIXED_ARRAY, area).text(1) for area in areas]
    assert texts == ["KPIXL__FIT(B1:B9,1,2)", "KPIXL__FIT(B1:B9,2,1)", "B1:B9"]


# shared formulas


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A1*2", "B3*2"),
        ("$A1+A$1+$A$1", "$A3+B$1+$A$1"),
        ("SUM(A1:B2)", "SUM(B3:C4)"),
        ("SUM(A:A,$A:B,1:1,$1:2)", "SUM(B:B,$A:C,3:3,$1:4)"),
        ("'S 1'!A1&'o''b'!$B$2", "'S 1'!B3&'o''b'!$B$2"),
        ('"A1"&A1', '"A1"&B3'),
        ("Many+TAX+A1", "Many+TAX+B3"),
        ("LOG10(A1)", "LOG10(B3)"),
        ("S!#REF!+A1", "S!#REF!+B3"),
        ("#REF!+A1", "#REF!+B3"),
        ("XFD1", "#REF!"),
        ("A1048575", "#REF!"),
        ("SUM(A1:XFD1)", "SUM(#REF!)"),
        ("$B5*@A1:A5", "$B7*@B3:B7"),
        (f"KPI_PACE(A1,{GAP},1E5)", f"KPI_PACE(B3,{GAP},1E5)"),
    ],
)
def test_a_shared_formula_moves_with_its_cell(formula: str, expected: str) -> None:
    assert moved(formula, 2, 1) == expected


def test_a_shared_formula_moves_up_and_left_too() -> None:
    assert moved("C3+$C3", -2, -2) == "A1+$C1"
    assert moved("A3", 0, -1) == "#REF!"


@given(st.integers(1, 99), st.integers(1, 20), st.integers(0, 50), st.integers(0, 20))
def test_a_shared_formula_moved_there_and_back_is_the_same(
    row: int, column: int, down: int, right: int
) -> None:
    formula = f"SUM(A{row}:$B${column},C{row})*{'ABCDEFGHIJKLMNOPQRSTU'[column]}{row}"
    assert moved(moved(formula, down, right), -down, -right) == formula


# tokens


@given(st.text("AB1$:!'\"(),;{}+-*/^&=<> %#@[]_.x", max_size=25))
def test_a_formula_in_pieces_is_the_formula_or_no_formula(formula: str) -> None:
    try:
        pieces = list(tokens(formula))
    except NotAFormula:
        return
    assert "".join(piece.text for piece in pieces) == formula
    _prepare(formula)
