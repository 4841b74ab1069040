"""The sheet Review: what was planned, done, seen and decided, and what of it is still open."""

from __future__ import annotations

from kpixl.template import theme
from kpixl.template.layout import (
    DAY,
    WORDS,
    Named,
    Page,
    Recipe,
    Rule,
    accept,
    colour_where,
    fit_row,
    open_page,
    paint,
    put,
    put_section,
    put_table,
    put_text,
    sentence,
    set_up_print,
)
from kpixl.template.planner.case import Case, Review
from kpixl.template.table_columns import Columns

HEADINGS = 16
FIRST = HEADINGS + 1
ROWS = 10  # as many as fit on a printed page; the table grows
LAST = HEADINGS + ROWS
CARRIED = 5

NAMES = (
    Named("open_reviews", "E6"),
    Named("overdue_reviews", "E7"),
    Named("carry_over", "B9:B13"),
    Named("review_states", f"J{FIRST}:J{LAST}"),
)

WIDTHS = {
    **dict.fromkeys("AL", 3.0),
    **dict.fromkeys("BH", 12.0),
    **dict.fromkeys("CD", 29.0),
    **dict.fromkeys("EF", 33.0),
    **dict.fromkeys("KM", 12.0),
    "G": 20.0,
    "I": 8.0,
    "J": 12.0,
}

COLUMNS = {
    "B": "day",
    "C": "plan",
    "D": "do",
    "E": "check",
    "F": "act",
    "G": "owner",
    "H": "due",
    "I": "closed",
    "J": "state",
    "K": "order",
}

NOTES = Rule("review_words", "textLength", "between", "0", "200")
CLOSED = Rule("review_closed", "list", first='"○"')
AGENDA = ("look", "levels", "decide", "record")


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.review.title", "planner.review.guidance", WIDTHS)
    reviews = Columns(page, "Reviews", {column: f"planner.review.{id_}" for column, id_ in COLUMNS.items()})
    _write_headline(page, reviews)
    _write_open(page, reviews)
    _write_agenda(page)
    _write_log(page, case, reviews)
    set_up_print(page, "A:J", freeze="A4", heading_row=HEADINGS)


def _state(page: Page, id_: str) -> str:
    return sentence(page, f"planner.review.state.{id_}")


def _write_headline(page: Page, reviews: Columns) -> None:
    said = {
        id_: sentence(
            page,
            f"planner.review.headline.{id_}",
            overdue='TEXT(overdue_reviews,"0")',
            open='TEXT(open_reviews,"0")',
        )
        for id_ in ("none", "overdue", "open", "clear")
    }
    some = f"IF(overdue_reviews>0,{said['overdue']},IF(open_reviews>0,{said['open']},{said['clear']}))"
    nothing = f"COUNTA({reviews.all('B')},{reviews.all('F')})=0"
    put(page, "B3", f"=IF({nothing},{said['none']},{some})", theme.HEADLINE)
    page.sheet.row_dimensions[3].height = theme.GUIDANCE_HEIGHT


def _write_open(page: Page, reviews: Columns) -> None:
    """How much is open, and the first items of it, the soonest due first."""
    put_section(page, "B5:E5", "planner.review.open")
    states, keys = reviews.all("J"), reviews.all("K")
    late = f"COUNTIF({states},{_state(page, 'overdue')})"
    counts = (("open", f"={late}+COUNTIF({states},{_state(page, 'open')})"), ("overdue", f"={late}"))
    for row, (id_, formula) in enumerate(counts, 6):
        paint(page, f"B{row}:D{row}", theme.KEY_LABEL)
        put_text(page, f"B{row}", f"planner.review.{id_}.count", theme.KEY_LABEL)
        put(page, f"E{row}", formula, theme.KEY_RESULT, page.format("count"))
    colour_where(page, "E7", "$E$7>0", theme.LEVEL_LOOKS[3])
    paint(page, "B8:E8", theme.HEADING_TEXT)
    put_text(page, "B8", "planner.review.carry_over", theme.HEADING_TEXT)
    put_text(page, "M8", "planner.review.feed.row", theme.CHART_FEED)
    for place, row in enumerate(range(9, 9 + CARRIED), 1):
        found = f"=IF(COUNT({keys})<{place},0,MATCH(SMALL({keys},{place}),{keys},0))"
        put(page, f"M{row}", found, theme.CHART_FEED)
        owner, due = (f"INDEX({reviews.all(column)},M{row})" for column in "GH")
        by = f'TEXT({due},"{page.text("template.format.day_within_text")}")'
        who = sentence(page, "planner.review.who", owner=owner)
        until = sentence(page, "planner.review.until", day=by)
        what = f"INDEX({reviews.all('F')},M{row})"
        # who and until when, as far as it is known
        details = f'IF({owner}="","",{who})&IF(COUNT({due})=0,"",{until})'
        paint(page, f"B{row}:E{row}", theme.OUTPUT_TEXT)
        put(page, f"B{row}", f'=IF(M{row}=0,"",{what}&{details})', theme.OUTPUT_TEXT)


def _write_agenda(page: Page) -> None:
    """Fifteen minutes at the start of the week: read nothing aloud, decide, and write it down."""
    put_section(page, "G5:J5", "planner.review.agenda")
    for row, id_ in enumerate(AGENDA, 6):
        put_text(page, f"G{row}", f"planner.review.minutes.{id_}", theme.KEY_LABEL)
        paint(page, f"H{row}:J{row}", theme.OUTPUT_TEXT)
        put_text(page, f"H{row}", f"planner.review.agenda.{id_}", theme.OUTPUT_TEXT)
    put_text(page, "G11", "planner.review.note", theme.NOTE)


def _write_log(page: Page, case: Case, reviews: Columns) -> None:
    put_section(page, f"B{HEADINGS - 1}:J{HEADINGS - 1}", "planner.review.log")
    area = f"B{HEADINGS}:K{LAST}"
    put_table(page, area, reviews.table, reviews.headings(), theme.HEADING_WRAPPED, filters=False)
    page.sheet[f"K{HEADINGS}"].style = theme.CHART_FEED
    for column in "BH":
        page.sheet[f"{column}{HEADINGS}"].style = theme.HEADING
    for column in "IJ":
        page.sheet[f"{column}{HEADINGS}"].style = theme.HEADING_CENTRED
    for cells, style, shown, rule in (
        (f"B{FIRST}:B{LAST}", theme.INPUT, page.format("date"), DAY),
        (f"C{FIRST}:F{LAST}", theme.INPUT_WRAPPED, None, NOTES),
        (f"G{FIRST}:G{LAST}", theme.INPUT_WRAPPED, None, WORDS),
        (f"H{FIRST}:H{LAST}", theme.INPUT, page.format("date"), DAY),
        (f"I{FIRST}:I{LAST}", theme.INPUT_CENTRED, None, CLOSED),
    ):
        paint(page, cells, style, shown)
        accept(page, cells, rule)
    _write_states(page, reviews)
    for row in range(FIRST, LAST + 1):
        page.sheet.row_dimensions[row].height = 2 * theme.LINE_HEIGHT + 3
    for row, review in enumerate(case.reviews, FIRST):
        _write_review(page, case, review, row)
    for id_, level in (("overdue", 3), ("open", 1), ("closed", 0)):
        condition = f"$J{FIRST}={_state(page, id_)}"
        colour_where(page, f"J{FIRST}:J{LAST}", condition, theme.LEVEL_LOOKS[level])


def _write_states(page: Page, reviews: Columns) -> None:
    """An item is what has an action; open ones are ordered by their due date, those without one last."""
    act, due, done, state = (reviews.here(column) for column in "FHIJ")
    closed, overdue, still_open = (_state(page, id_) for id_ in ("closed", "overdue", "open"))
    late = f"AND(COUNT({due})=1,N({due})<as_of)"
    judged = f'IF({act}="","",IF({done}<>"",{closed},IF({late},{overdue},{still_open})))'
    reviews.fill("J", judged, theme.OUTPUT_CENTRED)
    day = f"IF(COUNT({due})=1,{due},DATE(9999,1,1))"
    is_open = f"OR({state}={overdue},{state}={still_open})"
    # of equal days the upper row comes first, however many rows there are
    reviews.fill("K", f'IF({is_open},{day}+ROW()/10^7,"")', theme.CHART_FEED, "0.000")


def _write_review(page: Page, case: Case, review: Review, row: int) -> None:
    words = {column: page.text(case.text_id(f"review.{review.id}.{COLUMNS[column]}")) for column in "CDEF"}
    words["G"] = page.text(f"planner.owner.{review.owner}")
    values = {"B": review.day, **words, "H": review.due, "I": "○" if review.closed else None}
    for column, value in values.items():
        page.sheet[f"{column}{row}"].value = value
    fit_row(page, row, [(text, WIDTHS[column]) for column, text in words.items()])


SHEET = Recipe("planner.review.sheet", NAMES, write)
