"""The sheet Design: the KPI tree, the factor to focus on, and what is wrong with the design."""

from __future__ import annotations

from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.pagebreak import Break

from kpixl.template import theme
from kpixl.template.layout import (
    COUNT,
    Named,
    Page,
    Recipe,
    colour_where,
    open_page,
    paint,
    put,
    put_section,
    put_text,
    sentence,
    set_up_print,
)
from kpixl.template.planner.case import Case
from kpixl.template.planner.tree_table import (
    COLUMNS,
    FEEDS,
    FIRST,
    HEADINGS,
    LAST,
    SCORE,
    begun,
    columns_of_tree,
    show_by_unit,
    write_tree,
)
from kpixl.template.table_columns import Columns

NAMES = (
    Named("focus_kpi", "D5"),
    Named("csf_scores", f"Q{FIRST}:Q{LAST}"),
    Named("design_problems", "K5"),
    Named("design_checks", "I7:K16"),
)

WIDTHS = {
    "A": 3.0,
    **{letter: column.width for letter, column in COLUMNS.items()},
    **{letter: column.width for letter, column in FEEDS.items()},
}

RANKS = 5
FINDINGS = 10


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.design.title", "planner.design.guidance", WIDTHS)
    tree = columns_of_tree(page)
    _write_focus(page, tree)
    _write_goal(page, tree)
    _write_checks(page, tree)
    put_section(page, f"B{HEADINGS - 1}:R{HEADINGS - 1}", "planner.design.tree")
    put_section(page, f"S{HEADINGS - 1}:Z{HEADINGS - 1}", "planner.design.tree.more")
    write_tree(page, case, tree)
    _set_up_print(page)


def _write_focus(page: Page, tree: Columns) -> None:
    """The factors by score; the first of them is the recommended focus."""
    put_section(page, "B4:G4", "planner.design.focus")
    paint(page, "B5:G5", theme.KEY_TEXT)
    put_text(page, "B5", "planner.design.focus_kpi", theme.KEY_LABEL)
    put(page, "D5", f'=IF(C7="",{sentence(page, "planner.design.focus.none")},C7)', theme.KEY_TEXT)
    paint(page, "B6:G6", theme.HEADING_TEXT)
    put_text(page, "B6", "planner.design.rank", theme.HEADING_CENTRED)
    put_text(page, "C6", "planner.design.factor", theme.HEADING_TEXT)
    put_text(page, "F6", "planner.design.score", theme.HEADING_TEXT)
    candidates = tree.all("AC")
    for rank, row in enumerate(range(7, 7 + RANKS), 1):
        place = f'=IF(COUNT({candidates})<{rank},"",MATCH(LARGE({candidates},{rank}),{candidates},0))'
        put(page, f"AH{row}", place, theme.CHART_FEED)
        paint(page, f"B{row}:G{row}", theme.OUTPUT_TEXT)
        put(page, f"B{row}", f'=IF(AH{row}="","",{rank})', theme.OUTPUT_CENTRED)
        put(page, f"C{row}", f'=IF(AH{row}="","",INDEX({tree.all("E")},AH{row}))', theme.OUTPUT_TEXT)
        put(page, f"G{row}", f'=IF(AH{row}="","",INDEX({tree.all("Q")},AH{row}))', theme.RESULT, SCORE)


def _write_goal(page: Page, tree: Columns) -> None:
    """What the goal comes to when the factors reach their targets, and when they stay as they are."""
    kinds = tree.all("D")
    put(page, "AH13", f'=IF(COUNTIF({kinds},"KGI")=0,"",MATCH("KGI",{kinds},0))', theme.CHART_FEED)
    paint(page, "B13:G13", theme.HEADING_TEXT)
    put_text(page, "B13", "planner.design.goal", theme.HEADING_TEXT)
    put(page, "E13", f"={_of_goal(tree, 'E')}", theme.HEADING_TEXT)
    for row, id_, letter in ((14, "target", "I"), (15, "from_targets", "K"), (16, "as_is", "L")):
        paint(page, f"B{row}:G{row}", theme.OUTPUT_TEXT)
        put_text(page, f"B{row}", f"planner.design.goal.{id_}", theme.LABEL)
        put(page, f"F{row}", f"={_of_goal(tree, letter)}", theme.RESULT, COUNT)
        put(page, f"G{row}", f'=IF(F{row}="","",{_of_goal(tree, "G")})', theme.OUTPUT_TEXT)
    show_by_unit(page, "F14:F16", "$G14")
    note = sentence(page, "planner.design.goal.note")
    put(page, "B17", f'=IF(AND(F14<>"",F15=""),{note},"")', theme.NOTE)


def _of_goal(tree: Columns, letter: str) -> str:
    cell = f"INDEX({tree.all(letter)},$AH$13)"
    return f'IF($AH$13="","",IF({cell}="","",{cell}))'


def _write_checks(page: Page, tree: Columns) -> None:
    """The gravest findings; the row is the sheet's own."""
    put_section(page, "I4:R4", "planner.design.checks")
    paint(page, "I5:R5", theme.KEY_TEXT)
    put_text(page, "I5", "planner.design.problems", theme.KEY_LABEL)
    check = f'KPI_CHECK({tree.with_headings("B", "Z")},"{page.language}")'
    fine = page.text("check.severity.FINE")
    count = f'=IF({begun(tree)},IF(INDEX({check},1,1)="{fine}",0,ROWS({check})),0)'
    put(page, "K5", count, theme.KEY_RESULT, page.format("problems"))
    more = sentence(page, "planner.design.problems.more", count=f'TEXT(K5-{FINDINGS},"0")')
    none = sentence(page, "planner.design.problems.none")
    empty = sentence(page, "planner.design.problems.empty")
    put(
        page, "L5", f'=IF({begun(tree)},IF(K5=0,{none},IF(K5>{FINDINGS},{more},"")),{empty})', theme.KEY_LABEL
    )
    put_text(page, "I6", "planner.design.severity", theme.HEADING_CENTRED)
    put_text(page, "J6", "planner.design.row", theme.HEADING_CENTRED)
    paint(page, "K6:R6", theme.HEADING_TEXT)
    put_text(page, "K6", "planner.design.message", theme.HEADING_TEXT)
    styles = (theme.OUTPUT_CENTRED, theme.OUTPUT_CENTRED, theme.OUTPUT_TEXT)
    for place, row in enumerate(range(7, 7 + FINDINGS), 1):
        severity, number, message = (f"INDEX({check},{place},{part})" for part in (1, 2, 3))
        paint(page, f"K{row}:R{row}", theme.OUTPUT_TEXT)
        for letter, found, style in zip("IJK", (severity, f"{number}+{HEADINGS - 1}", message), styles):
            put(page, f"{letter}{row}", f'=IF($K$5<{place},"",{found})', style)
    for id_, look in (("SERIOUS", theme.LEVEL_LOOKS[2]), ("CAUTION", theme.LEVEL_LOOKS[1])):
        word = page.text(f"check.severity.{id_}")
        colour_where(page, f"I7:I{6 + FINDINGS}", f'$I7="{word}"', look)


def _set_up_print(page: Page) -> None:
    """Two pages side by side: on one page two dozen columns would be too small to read.

    A program that fits pages passes over the break; the widths leave it no better place for its own.
    """
    set_up_print(page, "A:Z", freeze="F3", heading_row=HEADINGS)
    page.sheet.page_setup.fitToWidth = 2
    page.sheet.col_breaks.append(Break(id=column_index_from_string("R")))


SHEET = Recipe("planner.design.sheet", NAMES, write)
