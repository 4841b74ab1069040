"""The sheet Dashboard."""

from __future__ import annotations

from kpixl.template.layout import Named, Page, Recipe, open_page, set_up_print
from kpixl.template.planner.case import Case

NAMES: tuple[Named, ...] = ()

WIDTHS = {"A": 3.0}


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.dashboard.title", "planner.dashboard.guidance", WIDTHS)
    set_up_print(page, "A1:O40", freeze="A3")


SHEET = Recipe("planner.dashboard.sheet", NAMES, write)
