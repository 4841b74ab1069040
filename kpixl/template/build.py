"""The demo workbook: a small planner with the sample case filled in."""

from __future__ import annotations

from openpyxl import Workbook

from kpixl.i18n import Language, text
from kpixl.template.cases.web import WEB
from kpixl.template.layout import Page, define
from kpixl.template.reproducible import saved
from kpixl.template.sheets import actuals, monitor, plan
from kpixl.template.theme import add_styles

SHEETS = (plan.SHEET, monitor.SHEET, actuals.SHEET)

NAMES = tuple(named for recipe in SHEETS for named in recipe.names)
"""The workbook's defined names with their cells, the same in every language.

What runs over the stages is one column in stage order (`stage_names`, `required_counts`,
`month_targets`, `pace`, `alert_levels`, `alert_labels` and so on: five rows; `step_rates`, `actual_rates`:
the four steps between them). Each name's text `template.name.…` says what it means.
"""


def build_demo(language: Language) -> bytes:
    """The demo workbook in this language as the bytes of an .xlsx file; its formulas have no values yet."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    workbook.properties.creator = "kpixl"
    workbook.properties.title = text("demo.workbook", language)
    # a program without kpixl's functions would otherwise replace their values with #NAME?
    workbook.calculation.fullCalcOnLoad = False
    for recipe in SHEETS:
        page = Page(workbook.create_sheet(text(recipe.tab_id, language)), language)
        recipe.write(page, WEB)
        for named in recipe.names:
            define(page, named)
    return saved(workbook)
