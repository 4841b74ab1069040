"""Which formulas may be out of date: looking at columns first finds what following every cell finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from workbooks.hand import F, book

from kpixl.ooxml.package import Package
from kpixl.recalc.book import Formula, read_sheets
from kpixl.recalc.dirty import dirty
from kpixl.recalc.glance import everything
from kpixl.recalc.links import downstream

CELLS = [f"{column}{row}" for column in "ABCD" for row in range(1, 6)]
REFERENCES = st.sampled_from(
    [
        *CELLS,
        *(f"${cell[0]}${cell[1]}" for cell in CELLS),
        "A1:A5",
        "B2:D3",
        "C:C",
        "2:2",
        "T!A1",
        "T!B1:C5",
        "many",
        "one",
    ]
)
NAMES = '<definedName name="many">S!$A$1:$B$3</definedName><definedName name="one">T!$A$1</definedName>'


@st.composite
def formulas(draw: st.DrawFn) -> F:
    terms = draw(st.lists(REFERENCES, min_size=1, max_size=3))
    ours = draw(st.integers(0, 9)) == 0
    return F(f"{'KPI_PACE' if ours else 'SUM'}({','.join(terms)})", 1)


@st.composite
def sheets(draw: st.DrawFn) -> dict[str, dict[str, F]]:
    one = st.dictionaries(st.sampled_from(CELLS), formulas(), min_size=1, max_size=14)
    return {"S": draw(one), "T": draw(one)}


def _read(content: bytes) -> list[Formula]:
    package = Package(content, "made.xlsx")
    return [
        formula for sheet in read_sheets(package, everything(package).close) for formula in sheet.formulas
    ]


@given(sheets())
def test_the_dirty_formulas_are_those_downstream_of_the_due_ones(cells: dict[str, dict[str, F]]) -> None:
    found = _read(book(cells, names=NAMES))
    due = [formula for formula in found if formula.is_due(full=False)]
    expected = downstream([formula.links for formula in found], [formula.place for formula in due])
    assert {formula.place for formula in dirty(found, due)} == expected


def test_the_anchor_of_a_spill_that_is_referred_to_is_computed_too() -> None:
    content = book(
        {
            "S": {
                "A1": F("_xlfn.SEQUENCE(2)", 1, "array", "A1:A2", cm=True),
                "A2": 2,
                "C1": F("_xlfn.SEQUENCE(2)", 1, "array", "C1:C2", cm=True),
                "C2": 2,
                "B1": F("SUM(_xlfn.ANCHORARRAY(A1),KPI_PACE(1,1))", 3),
            }
        }
    )
    found = _read(content)
    due = [formula for formula in found if formula.is_due(full=False)]
    assert {formula.cell.name for formula in due} == {"B1"}
    assert {formula.cell.name for formula in dirty(found, due)} == {"A1", "B1"}
