"""Which calls in a formula are ours, and what they are bound to."""

from __future__ import annotations

import pytest

from kpixl.hosts.libreoffice.inside.calls import bound, waits_for_compiling

OURS = "ORG.KPIXL.KPIXLADDIN.KPI_YEN"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=kpi_yen(1)", f"={OURS}(1)"),
        ("=KPI_YEN (1)", f"={OURS} (1)"),
        ("=_xll.KPI_YEN(1)+_xldudf_KPI_YEN(2)", f"={OURS}(1)+{OURS}(2)"),
        ("=[1]!KPI_YEN(1)", f"={OURS}(1)"),
        ("='C:\\My Files\\kpixl.xlam'!KPI_YEN(1)", f"={OURS}(1)"),
        ("='file:///home/a b/kpixl.xlam'#KPI_YEN(1)", f"={OURS}(1)"),
        ("='file:///home/a''b/kpixl.xlam'#$Sheet.KPI_YEN(1)", f"={OURS}(1)"),
        (f"={OURS}(1)", f"={OURS}(1)"),
        ('="KPI_YEN("&KPI_YEN(1)&"a""KPI_YEN("', f'="KPI_YEN("&{OURS}(1)&"a""KPI_YEN("'),
        ("=KPI_YENS(1)", "=KPI_YENS(1)"),
        ("=MY_KPI_YEN(1)", "=MY_KPI_YEN(1)"),
        ("=KPI_YEN", "=KPI_YEN"),
        ("='KPI_YEN'.A1+SUM(1)", "='KPI_YEN'.A1+SUM(1)"),
        ("{=KPI_YEN(A1:A3)}", f"{{={OURS}(A1:A3)}}"),
    ],
)
def test_a_call_is_bound_however_it_is_spelt(formula: str, expected: str) -> None:
    assert bound(formula) == expected
    assert bound(expected) == expected


def test_what_libreoffice_can_read_anew_is_left_to_it() -> None:
    assert waits_for_compiling("=SUM(kpi_yen(1);kpi_pace(1;1;1))")
    assert not waits_for_compiling("=SUM(kpi_yen(1);_xll.kpi_pace(1;1;1))")
    assert not waits_for_compiling("=KPI_YEN(1)")
    assert not waits_for_compiling('="kpi_yen("')


@pytest.mark.parametrize("part", ["a", "'", "''x", '"', "[", "KPI_", "kpi_yen", "$.!", "'x'!"])
def test_a_hostile_formula_takes_no_longer_than_it_is(part: str) -> None:
    formula = "=KPI_" + part * 60_000
    assert bound(formula) == formula
