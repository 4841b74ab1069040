"""The sheet Updates: the alarms that are on, the history of the levels, and the files records came from.

Its three tables stand side by side with nothing below them, for `kpixl refresh` and `kpixl import` make them
longer. People type into the yellow cells only.
"""

from __future__ import annotations

from kpixl.domain.alerts import AlertLevel
from kpixl.template import theme
from kpixl.template.layout import (
    COUNT,
    DAY,
    PERCENT,
    TENTHS,
    WORDS,
    Named,
    Page,
    Recipe,
    Rule,
    accept,
    colour_by_level,
    colour_where,
    open_page,
    paint,
    put,
    put_section,
    put_table,
    put_text,
    sentence,
    set_up_print,
)
from kpixl.template.planner.case import Case

HEADINGS = 13
FIRST = HEADINGS + 1
ROWS = 12  # as many as fit on a printed page; the tables grow
LAST = HEADINGS + ROWS

NAMES = (
    Named("alert_owner", "F7"),
    Named("due_days", "C7:C10"),
)

WIDTHS = {
    **dict.fromkeys("ALT", 3.0),
    **dict.fromkeys("BJMXY", 12.5),
    **dict.fromkeys("PQRSW", 12.0),
    "O": 17.0,
    **dict.fromkeys("DE", 11.0),
    "C": 20.0,
    "F": 44.0,
    "G": 16.0,
    "H": 44.0,
    "I": 21.0,
    "K": 8.0,
    "N": 20.0,
    "U": 42.0,
    "V": 20.0,
}

BUSINESS_DAYS = Rule("due_days", "whole", "between", "0", "60")
DONE = Rule("alert_done", "list", first='"○"')
USUAL_DUE_DAYS = (None, 5, 3, 1)  # business days by level; on track there is nothing to do

ALERTS = (  # (column, the id of its heading, heading, cells, number format)
    ("B", "as_of", theme.HEADING, theme.FIXED, "date"),
    ("C", "metric", theme.HEADING_WRAPPED, theme.OUTPUT_WRAPPED, ""),
    ("D", "level", theme.HEADING_CENTRED, theme.OUTPUT_CENTRED, ""),
    ("E", "since", theme.HEADING_CENTRED, theme.OUTPUT_CENTRED, ""),
    ("F", "rule", theme.HEADING_WRAPPED, theme.OUTPUT_WRAPPED, ""),
    ("G", "where", theme.HEADING_WRAPPED, theme.OUTPUT_WRAPPED, ""),
    ("H", "action", theme.HEADING_WRAPPED, theme.OUTPUT_WRAPPED, ""),
    ("I", "owner", theme.HEADING_WRAPPED, theme.INPUT_WRAPPED, ""),
    ("J", "due", theme.HEADING, theme.INPUT, "date"),
    ("K", "done", theme.HEADING_CENTRED, theme.INPUT_CENTRED, ""),
)
HISTORY = (
    ("M", "as_of", theme.HEADING, theme.FIXED, "date"),
    ("N", "metric", theme.HEADING_WRAPPED, theme.OUTPUT_WRAPPED, ""),
    ("O", "to_date", theme.HEADING, theme.FIXED, TENTHS),
    ("P", "actual", theme.HEADING, theme.FIXED, COUNT),
    ("Q", "pace", theme.HEADING, theme.FIXED, PERCENT),
    ("R", "level_number", theme.HEADING_CENTRED, theme.OUTPUT_CENTRED, ""),
    ("S", "landing", theme.HEADING, theme.FIXED, COUNT),
)
SOURCES = (
    ("U", "file", theme.HEADING_WRAPPED, theme.OUTPUT_WRAPPED, ""),
    ("V", "map", theme.HEADING_WRAPPED, theme.OUTPUT_WRAPPED, ""),
    ("W", "rows", theme.HEADING, theme.FIXED, COUNT),
    ("X", "first_day", theme.HEADING, theme.FIXED, "date"),
    ("Y", "last_day", theme.HEADING, theme.FIXED, "date"),
)
Columns = tuple[tuple[str, str, str, str, str], ...]


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.updates.title", "planner.updates.guidance", WIDTHS)
    _write_headline(page)
    _write_rules(page)
    _write_how(page)
    page.sheet.row_dimensions[HEADINGS].height = theme.HEADING_HEIGHT
    for row in range(FIRST, LAST + 1):
        page.sheet.row_dimensions[row].height = 2 * theme.LINE_HEIGHT + 3
    _write_table(page, "Alerts", ALERTS, "planner.updates.alerts")
    _write_table(page, "History", HISTORY, "planner.updates.history")
    _write_table(page, "Sources", SOURCES, "planner.updates.sources")
    for column, rule in (("I", WORDS), ("J", DAY), ("K", DONE)):
        accept(page, f"{column}{FIRST}:{column}{LAST}", rule)
    for level in AlertLevel:
        named = f"$D{FIRST}={sentence(page, f'level.{level.name}')}"
        colour_where(page, f"D{FIRST}:D{LAST}", named, theme.LEVEL_LOOKS[level])
    colour_by_level(page, f"R{FIRST}:R{LAST}", f"$R{FIRST}")
    late = f'AND(ISNUMBER($J{FIRST}),$K{FIRST}="",$J{FIRST}<as_of)'
    colour_where(page, f"J{FIRST}:J{LAST}", late, theme.LEVEL_LOOKS[AlertLevel.CRITICAL])
    # pages of their own; an area that has just a table's rows grows with the table
    set_up_print(page, f"A1:L{LAST},M{FIRST}:S{LAST},U{FIRST}:Y{LAST}", freeze="A4", heading_row=HEADINGS)
    page.sheet.print_title_rows = f"{HEADINGS - 1}:{HEADINGS}"


def _write_headline(page: Page) -> None:
    """What there is to do, or how to begin."""
    days, since, dues, done = (_column(page, "Alerts", id_) for id_ in ("as_of", "since", "due", "done"))
    history = _column(page, "History", "as_of")
    day = f"TEXT(MAX({days},{history}),{sentence(page, 'template.format.day_in_text')})"
    still_open = f'{days},">0",{done},""'
    counts = {
        "count": f"COUNT({days})",
        "new": f"COUNTIF({since},{sentence(page, 'planner.updates.since.new')})",
        "worse": f"COUNTIF({since},{sentence(page, 'planner.updates.since.worse')})",
        "open": f"COUNTIFS({still_open})",
        "late": f'COUNTIFS({still_open},{dues},"<"&as_of)',
    }
    gaps = {id_: f'TEXT({count},"0")' for id_, count in counts.items()}
    none = sentence(page, "planner.updates.headline.none")
    clear = sentence(page, "planner.updates.headline.clear", day=day)
    some = sentence(page, "planner.updates.headline.some", day=day, **gaps)
    put(
        page,
        "B3",
        f"=IF(COUNT({days},{history})=0,{none},IF(COUNT({days})=0,{clear},{some}))",
        theme.HEADLINE,
    )
    page.sheet.row_dimensions[3].height = theme.GUIDANCE_HEIGHT


def _write_rules(page: Page) -> None:
    """Who acts on an alarm, and until when."""
    put_section(page, "B5:F5", "planner.updates.rules")
    put_text(page, "B6", "planner.updates.level", theme.HEADING_CENTRED)
    put_text(page, "C6", "planner.updates.due_days", theme.HEADING)
    put_text(page, "F6", "planner.updates.alert_owner", theme.HEADING_TEXT)
    for row, (level, days) in enumerate(zip(AlertLevel, USUAL_DUE_DAYS), 7):
        put_text(page, f"B{row}", f"level.{level.name}", theme.OUTPUT_CENTRED)
        colour_where(page, f"B{row}", "TRUE", theme.LEVEL_LOOKS[level])
        if days is None:
            put(page, f"C{row}", "—", theme.OUTPUT)
        else:
            put(page, f"C{row}", days, theme.INPUT, COUNT)
    put_text(page, "F7", "planner.owner.marketing", theme.INPUT_TEXT)
    put_text(page, "F8", "planner.updates.owner_note", theme.NOTE)
    put_text(page, "F9", "planner.updates.due_note", theme.NOTE)
    accept(page, "C8:C10", BUSINESS_DAYS)
    accept(page, "F7", WORDS)


def _write_how(page: Page) -> None:
    put_section(page, "H5:K5", "planner.updates.how")
    for row, id_ in enumerate(("alerts", "levels", "edit", "history"), 6):
        put_text(page, f"H{row}", f"planner.updates.how.{id_}", theme.NOTE)


def _write_table(page: Page, name: str, columns: Columns, title_id: str) -> None:
    first, last = columns[0][0], columns[-1][0]
    put_section(page, f"{first}{HEADINGS - 1}:{last}{HEADINGS - 1}", title_id)
    headings = [page.text(f"planner.updates.{id_}") for _, id_, _, _, _ in columns]
    put_table(page, f"{first}{HEADINGS}:{last}{LAST}", name, headings, filters=False)
    for column, _, heading, cells, shown in columns:
        paint(page, f"{column}{HEADINGS}", heading)
        number_format = page.format(shown) if shown == "date" else shown or None
        paint(page, f"{column}{FIRST}:{column}{LAST}", cells, number_format)


def _column(page: Page, table: str, id_: str) -> str:
    return f"{table}[{page.text(f'planner.updates.{id_}')}]"


SHEET = Recipe("planner.updates.sheet", NAMES, write)
