"""The planner workbook: its sheets in order, and the names they offer to one another."""

from __future__ import annotations

from openpyxl import Workbook

from kpixl.i18n import Language, text
from kpixl.template.chart_caches import keep_what_charts_show
from kpixl.template.layout import Page, Recipe, define
from kpixl.template.planner import (
    actions,
    actuals,
    dashboard,
    design,
    diagnosis,
    funnel,
    leads,
    metrics,
    monitor,
    review,
    start,
    targets,
    updates,
)
from kpixl.template.planner.case import Case
from kpixl.template.reproducible import saved
from kpixl.template.theme import add_styles

SHEETS = (
    start.SHEET,
    design.SHEET,
    funnel.SHEET,
    targets.SHEET,
    actuals.SHEET,
    monitor.SHEET,
    updates.SHEET,
    diagnosis.SHEET,
    leads.SHEET,
    actions.SHEET,
    review.SHEET,
    dashboard.SHEET,
    metrics.SHEET,
)

NAMES = tuple(named for recipe in SHEETS for named in recipe.names)
"""The workbook's defined names with their cells, the same in every language."""


def build_planner(case: Case, language: Language, sheets: tuple[Recipe[Case], ...] = SHEETS) -> bytes:
    """The planner filled with a case as the bytes of an .xlsx file; its formulas have no values yet.

    With fewer sheets it is a part of the planner, whose formulas may use names that are not there.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    workbook.properties.creator = "kpixl"
    workbook.properties.title = text("planner.workbook", language)
    # a program without kpixl's functions would otherwise replace their values with #NAME?
    workbook.calculation.fullCalcOnLoad = False
    for recipe in sheets:
        page = Page(workbook.create_sheet(text(recipe.tab_id, language)), language)
        recipe.write(page, case)
        for named in recipe.names:
            define(page, named)
    keep_what_charts_show(workbook)
    return saved(workbook)
