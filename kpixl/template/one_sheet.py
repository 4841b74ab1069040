"""A workbook of a single sheet: styles, properties, defined names."""

from __future__ import annotations

from typing import TypeVar

from openpyxl import Workbook

from kpixl.i18n import Language, text
from kpixl.template.layout import Page, Recipe, define
from kpixl.template.reproducible import saved
from kpixl.template.theme import add_styles

C = TypeVar("C")


def build_one_sheet(recipe: Recipe[C], case: C, language: Language) -> bytes:
    """The sheet filled with a case as the bytes of an .xlsx file; its formulas have no values yet."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    workbook.properties.creator = "kpixl"
    workbook.properties.title = text(recipe.tab_id, language)
    # a program without kpixl's functions would otherwise replace their values with #NAME?
    workbook.calculation.fullCalcOnLoad = False
    page = Page(workbook.create_sheet(text(recipe.tab_id, language)), language)
    recipe.write(page, case)
    for named in recipe.names:
        define(page, named)
    return saved(workbook)
