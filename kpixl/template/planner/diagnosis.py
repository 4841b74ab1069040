"""The sheet Diagnosis."""

from __future__ import annotations

from kpixl.template.layout import Named, Page, Recipe, open_page, set_up_print
from kpixl.template.planner.case import Case

NAMES: tuple[Named, ...] = ()

WIDTHS = {"A": 3.0}


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.diagnosis.title", "planner.diagnosis.guidance", WIDTHS)
    set_up_print(page, "A1:O40", freeze="A3")


SHEET = Recipe("planner.diagnosis.sheet", NAMES, write)
