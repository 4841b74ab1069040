"""The engine lets go of a workbook when its work is done."""

from __future__ import annotations

import gc

from workbooks.made import made
from workbooks.runs import recalculated

from kpixl.recalc.engine import Engine


def test_no_engine_outlives_the_recalculation_of_its_workbook() -> None:
    assert recalculated(made("by_hand")).changed > 0
    gc.collect()
    assert [kept for kept in gc.get_objects() if type(kept) is Engine] == []
