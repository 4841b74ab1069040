"""Where the engine would take one value for a whole array, the stored value is kept."""

from __future__ import annotations

import pytest
from workbooks.compare import cached
from workbooks.hand import F, book
from workbooks.runs import NOW, recalculated

from kpixl.hosts.computing import FUNCTIONS
from kpixl.recalc.array_functions import COMPUTED_VALUE_BY_VALUE
from kpixl.recalc.collapses import collapses
from kpixl.recalc.engine import Engine, tokens


def _collapses(formula: str, *, plain: bool) -> bool:
    return collapses(list(tokens(formula)), lambda name: name == "Rates", plain=plain)


@pytest.mark.parametrize(
    "formula",
    [
        "SUMPRODUCT(LEN(A1:A3))",
        "SUMPRODUCT(--(MONTH(A1:A3)=3))",
        'SUMPRODUCT(--(LEFT(A1:A3&"x",1)="b"))',
        "SUMPRODUCT(1/COUNTIF(A1:A3,A1:A3))",
        "SUMPRODUCT(ROUND((A1:A3)*2,-2))",
        "SUMPRODUCT(--ISNUMBER(Rates))",
        "SUMPRODUCT(LEN(Sales[a]))",
        "SUMPRODUCT(MOD(ROW(A1:A3),2))",
        "SUM(COUNTIF(A1:A3,{1,2}))",
        "SUM(LARGE(A1:A3,{1;2}))",
        "KPI_BACKCALC(1,ROUND(A1:A3,2))",
        "XLOOKUP(A1:A2,B1:B2,C1:C2)",
    ],
)
def test_an_array_where_the_engine_takes_one_value_is_seen(formula: str) -> None:
    assert _collapses(formula, plain=True)
    assert _collapses(formula, plain=False)


@pytest.mark.parametrize(
    "formula",
    [
        'TEXT(_xlfn.ANCHORARRAY(A3),"ddd")',
        "LEN(A1:A3)",
        "SUM(LEN(A1:A3))",
        "LEN(_xlfn.UNIQUE(A1:A3))",
        "LEN(IF(A1:A3>1,2,3))",
        "LEN(KPI_BACKCALC(1,0.5))",
        'IFERROR(VALUE(A1:A3),"")',
    ],
)
def test_a_plain_formula_takes_one_value_itself(formula: str) -> None:
    assert not _collapses(formula, plain=True)
    assert _collapses(formula, plain=False)


@pytest.mark.parametrize(
    "formula",
    [
        "SUMPRODUCT(A1:A3,B1:B3)",
        "SUMPRODUCT((A1:A3>1)*B1:B3)",
        "SUMPRODUCT(LEN(A1),A1:A3)",
        "LEN(SUM(A1:A3))",
        "ROUND(MAX(A1:A3)*2,2)",
        "COUNTIF(A1:A3,B1)",
        "COUNTIF(A1:A3,SUM(B1:B3))",
        "IF(A1:A3>1,B1:B3,0)",
        "SIN(A1:A3)",
        "XLOOKUP(A1,B1:B2,C1:C2)",
        "LEN(Sales[@a])",
        "LEN(Sales[[#This Row],[a]])",
        "SUM({1,2})",
        "INDEX(A1:A3,2)",
        "ROUND(KPI_GOAL_COUNT(1,1),2)",
        "LEN(Goal)",
        "KPI_BACKCALC(20,A1:A3)",
    ],
)
def test_what_the_engine_computes_is_computed(formula: str) -> None:
    assert not _collapses(formula, plain=False)
    assert not _collapses(formula, plain=True)


@pytest.mark.parametrize("full", [False, True])
def test_no_silent_wrong_number(full: bool) -> None:
    content = book(
        {
            "S": {
                "A1": "aa",
                "A2": F('"b"&KPI_GOAL_COUNT(1,1)', "b1"),
                "A3": "ccc",
                "B1": F("SUMPRODUCT(LEN(A1:A3))", 7),
                "B2": F("SUM(LEN(A1:A3))", 7, "array", "B2"),
                "C1": F("LEN(A1:A3)", 2, "array", "C1:C3", cm=True),
                "C2": 2,
                "C3": 3,
            }
        }
    )
    outcome = recalculated(content, full=full)
    assert outcome.content == content
    assert cached(outcome.content, "S")["B1"] == 7.0
    assert {(note.cell, note.message.id) for note in outcome.frozen} == {
        (cell, "recalc.frozen.array") for cell in ("B1", "B2", "C1")
    }


@pytest.mark.parametrize(
    ("call", "rows"),
    [
        *(
            (f"{name}(A1:A3,1)" if name == "ATAN2" else f"{name}(A1:A3)", 3)
            for name in ("ATAN2", "COS", "SIN")
        ),
        ("TAN(A1:A3)", 3),
        ("IF(A1:A3>1,1,2)", 3),
        ("LEN(A1:A3)", 1),
        ('TEXT(A1:A3,"0")', 1),
        ("COUNTIF(A1:A3,A1:A3)", 1),
    ],
)
def test_the_engine_still_computes_these_so(call: str, rows: int) -> None:
    """When a new engine does better here, fewer formulas need to keep their values."""
    content = book({"S": {"A1": 1, "A2": 2, "A3": 3, "C1": F(f"ROWS({call})")}})
    engine = Engine(content, FUNCTIONS, uses_1904_dates=False, iterates=False, now=NOW)
    engine.compute()
    assert engine.values("S", [(1, 3)]) == {(1, 3): rows}
    assert (call.partition("(")[0] in COMPUTED_VALUE_BY_VALUE) == (rows == 3)
